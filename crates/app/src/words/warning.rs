//! Sentences of warnings: the act stands, and somebody should look at this.

use redress_domain::warning::Warning;

use crate::words::{Naming, counted, day, point, points, sentence, weighing};

/// What somebody should look at, in a sentence or two.
pub fn warning(warning: &Warning, name: Naming<'_>) -> String {
    match warning {
        Warning::Late { what, due } => format!(
            "{} was due on {}, so it is late. The breach stays on record, and the letter must \
             say sorry for it.",
            sentence(late(what)),
            day(*due)
        ),
        Warning::PackNotInForce { pack, day: received } => format!(
            "The policy {pack} was not in force on {}, the day this was received.",
            day(*received)
        ),
        Warning::NeedsNotAsked => {
            "Nobody has asked what the resident needs from us at this stage. Ask, and record the \
             answer."
                .to_owned()
        }
        Warning::NotTriaged => {
            "Nobody has weighed how complex it is, whether the resident needs more \
             care and whether anybody is at risk. Triage it: a simple complaint can be answered \
             early."
                .to_owned()
        }
        Warning::HandlerUnnamed => {
            "Nobody is named as handling the complaint, so the letter names nobody.".to_owned()
        }
        Warning::NotOursWithoutWhose { point: id } => format!(
            "{} is not ours, or not ours alone, and does not say whose it is.",
            sentence(&point(id))
        ),
        Warning::OutcomeUnanswered { point: id } => {
            format!("Nobody has said whether the outcome wanted in {} can be had.", point(id))
        }
        Warning::ShortReasons { point: Some(id), words } => format!(
            "The reasons for {} are only {} long. Will the resident understand them?",
            point(id),
            counted(*words, "word")
        ),
        Warning::ShortReasons { point: None, words } => format!(
            "The reasons are only {} long. Will the resident understand them?",
            counted(*words, "word")
        ),
        Warning::SameReasons { points: ids } => format!(
            "The reasons for {} are the same. Each point needs an answer of its own.",
            points(ids)
        ),
        Warning::NoSources { point: id } => format!(
            "The decision on {} names no policy, law or good practice it rests on.",
            point(id)
        ),
        Warning::NoApology => "Something was upheld, and the letter does not say sorry.".to_owned(),
        Warning::UpdatesNotAgreed => {
            "Nobody has agreed with the resident how often they will hear from us.".to_owned()
        }
        Warning::WayOfUpdatesOpen => {
            "Updates are agreed, but not how the resident wants to get them.".to_owned()
        }
        Warning::NoContactYet => {
            "No contact with the resident is on record at this stage. They must have a fair \
             chance to put their side."
                .to_owned()
        }
        Warning::CompanionNotOffered => {
            "The resident was not told that somebody may come with them \
             to a meeting, or go for them. Tell them, and offer to meet again."
                .to_owned()
        }
        Warning::NoEvidenceYet => "The answer rests on no evidence on record.".to_owned(),
        Warning::ConflictUnanswered { who } => format!(
            "Nobody has said whether {} has a conflict of interest in this case.",
            name(who)
        ),
        Warning::NoLesson => {
            "No lesson is recorded. If there is none, record that, and why.".to_owned()
        }
        Warning::ActionsStillOpen { n } => format!(
            "{} not done yet. What was promised is tracked on after the case is closed.",
            match n {
                1 => "1 promised action is".to_owned(),
                n => format!("{n} promised actions are"),
            }
        ),
        Warning::HappenedAfterAware => {
            "The resident is said to have noticed it before it happened. Check both days."
                .to_owned()
        }
        Warning::LongAgo => "One of the days lies before 1990. Check the year.".to_owned(),
        Warning::EscalationLate { last_day } => format!(
            "The last day to ask for stage 2 was {}. Somebody must decide whether to take it all \
             the same: it is never turned away by itself.",
            day(*last_day)
        ),
        Warning::ExceptionalNotSaid { clause } => format!(
            "The policy takes more time only in exceptional circumstances ({clause}), and nobody \
             has said what they are."
        ),
        Warning::InsurersLimitUnknown => {
            "The policy names no sum from which a claim goes to the insurers. Somebody must \
             decide; a sum equal to the limit is settled directly."
                .to_owned()
        }
        Warning::ChoiceNotOffered => {
            "Nobody has asked whether the person behind this enquiry wants to complain.".to_owned()
        }
        Warning::StageTwoRunsOn { due: Some(due) } => format!(
            "Stage 2 runs on: its answer is due by {}, whatever stage 1 says meanwhile.",
            day(*due)
        ),
        Warning::StageTwoRunsOn { due: None } => {
            "Stage 2 runs on, whatever stage 1 says meanwhile.".to_owned()
        }
        Warning::PassedOnAsInformation => {
            "No name was given, so this policy passes it on as information and opens no \
             complaint. If the person says who they are, record that they want to complain."
                .to_owned()
        }
        Warning::LeadNotNamed => {
            "Several people complain together, and nobody is named as their lead.".to_owned()
        }
        Warning::TellResident => {
            "Tell the resident as soon as can be that their case is handled differently, and why."
                .to_owned()
        }
        Warning::NobodyOversees => {
            "Nobody oversees this request for service, and the policy wants somebody to.".to_owned()
        }
        Warning::OversawRequest => {
            "They oversaw the request that this complaint is about. Somebody else answers it \
             better."
                .to_owned()
        }
        Warning::NotWeighed { lacks, clause } => {
            let lacks: Vec<&str> = lacks.iter().map(|it| weighing::weight(*it)).collect();
            format!("A sum is offered, and this was not weighed ({clause}): {}.", lacks.join(", "))
        }
        Warning::NoEvidenceOfLoss { clause } => format!(
            "The sum rests neither on evidence nor on what the fault meant for the resident \
             ({clause}). Record one of them."
        ),
        Warning::OutsideGuidance { from, to, clause } => format!(
            "For a fault of this gravity the guidance names {} ({clause}). Say why this case is \
             different, or think about the sum again.",
            weighing::sums(*from, *to)
        ),
        Warning::GuidanceNotConsidered { clause } => format!(
            "Nobody has said that the Ombudsman’s guidance on remedies was looked at ({clause})."
        ),
        Warning::ContractorKeptIt { from, to } => format!(
            "The contractor was told on {} and passed it on {}. The clock runs from the first of \
             the two: tell the contractor to pass complaints on the same day.",
            day(*from),
            day(*to)
        ),
        Warning::AgreementNotRecorded => {
            "Nobody has recorded whether the resident agreed.".to_owned()
        }
    }
}

fn late(what: &str) -> &str {
    match what {
        "acknowledgement" => "the acknowledgement",
        "response" => "the response",
        "extension" => "the old response date: the extension",
        "update" => "the update",
        "action" => "the action",
        other => other,
    }
}
