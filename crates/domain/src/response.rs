//! Answering: a finding with reasons on every point, then one written response.

use jiff::civil::Date;

use crate::command::{Find, Respond};
use crate::complaint::Complaint;
use crate::decide::Outcome;
use crate::escalation;
use crate::event::Event;
use crate::ids::PointId;
use crate::intake::{alive, live_complaint};
use crate::investigation::not_answered;
use crate::personal::Words;
use crate::policy::{Duty, Window};
use crate::refusal::{AnswerItem, Refusal, Why};
use crate::rules::Rules;
use crate::vocabulary::{Channel, Kind, Stage};

/// Reasons of fewer words than this are a code, not reasons.
const WORDS_OF_A_REASON: usize = 2;

/// Decides one point of the current stage (Code 6.7, 6.18). A later finding replaces an earlier.
pub fn find(complaint: &Complaint, given: &Find, rules: &Rules<'_>) -> Outcome {
    live_complaint(complaint, rules)?;
    not_answered(complaint, rules)?;
    let stage = complaint.stage();
    escalation::may_decide(complaint, stage, rules)?;
    let point = &given.point;
    if point.0.trim().is_empty() {
        return rules.refuse(Duty::AnswerEveryPoint, Why::Missing { field: "point" });
    }
    if complaint.left.contains_key(point) {
        return rules.refuse(every_point(stage), Why::PointGone { point: point.clone() });
    }
    if !complaint.points_at(stage).iter().any(|known| known.id == *point) {
        return rules.refuse(every_point(stage), Why::NoSuchPoint { point: point.clone() });
    }
    let Some(finding) = given.finding else {
        return rules.refuse(every_point(stage), Why::Missing { field: "finding" });
    };
    let terms = &rules.terms.pack.findings;
    let allowed = match stage {
        Stage::One => &terms.stage_1,
        Stage::Two => &terms.stage_2,
    };
    if !allowed.contains(&finding) {
        let why = Why::FindingWrong { finding, allowed: allowed.clone() };
        let review = rules.terms.pack.stage(stage).review_clause.as_ref();
        return Err(Refusal { clause: review.unwrap_or(&terms.clause).clone(), why });
    }
    if given.reasons.count() < WORDS_OF_A_REASON || is_only_a_clause(&given.reasons) {
        let why = Why::ReasonMissing { point: Some(point.clone()) };
        return rules.refuse(reasons_duty(stage), why);
    }
    let mut found = given.clone();
    found.cites.retain(|text| !text.is_blank());
    Ok(vec![Event::PointFound { stage, finding, found: Box::new(found) }])
}

/// "Section 4.2" or "Clause 7": a pointer, not a reason.
fn is_only_a_clause(reasons: &Words) -> bool {
    let pointers = ["section", "clause", "paragraph", "para", "policy", "see", "as", "per", "code"];
    reasons.text().split_whitespace().all(|word| {
        let bare = word.trim_matches(|letter: char| !letter.is_alphanumeric()).to_lowercase();
        bare.chars().any(|letter| letter.is_ascii_digit()) || pointers.contains(&bare.as_str())
    })
}

/// Sends the written decision of the current stage (Code 6.9, 6.19). It may go while actions are
/// open (Code 6.6), and without an acknowledgement, which is then a breach of its own.
pub fn respond(complaint: &Complaint, given: &Respond, rules: &Rules<'_>) -> Outcome {
    if complaint.kind == Kind::Enquiry {
        return answer_enquiry(complaint, given, rules);
    }
    live_complaint(complaint, rules)?;
    not_answered(complaint, rules)?;
    let stage = complaint.stage();
    if complaint.awaits_escalation_decision() && complaint.stage_1.responded.is_some() {
        return rules.refuse(Duty::Independence, Why::NotEscalated);
    }
    if !given.channel.is_writing() {
        let duty = match stage {
            Stage::One => Duty::InWriting,
            Stage::Two => Duty::InWritingStage2,
        };
        return rules.refuse(duty, Why::NotInWriting);
    }
    if let Some(terms) = &rules.terms.pack.petitions
        && terms.lead_needed
        && !complaint.contact.group.is_empty()
        && complaint.lead.is_none()
    {
        return Err(Refusal { clause: terms.lead_clause.clone(), why: Why::LeadMissing });
    }
    let points = complaint.points_at(stage);
    if points.is_empty() {
        return rules.refuse(Duty::Definition, Why::NoPoints);
    }
    let findings = &complaint.current().findings;
    let open: Vec<PointId> = points
        .iter()
        .filter(|point| !findings.contains_key(&point.id))
        .map(|point| point.id.clone())
        .collect();
    if !open.is_empty() {
        return rules.refuse(every_point(stage), Why::PointUnanswered { points: open });
    }
    let at_fault: Vec<PointId> = points
        .iter()
        .filter(|point| complaint.admits_fault(&point.id, stage))
        .map(|point| point.id.clone())
        .collect();
    if !at_fault.is_empty() && !puts_something_right(complaint, given) {
        return rules.refuse(Duty::PutRight, Why::NothingPutRight { points: at_fault });
    }
    items_of_the_answer(given, (stage, !at_fault.is_empty()), rules)?;
    escalation::may_decide(complaint, stage, rules)?;
    issued(stage, given, rules)
}

/// Answers an elected member. It is no answer to a complaint: that has stages of its own.
fn answer_enquiry(complaint: &Complaint, given: &Respond, rules: &Rules<'_>) -> Outcome {
    alive(complaint, rules)?;
    if let Some(on) = complaint.enquiry.as_ref().and_then(|enquiry| enquiry.answered_on) {
        return rules.refuse(Duty::FullRecord, Why::AlreadyResponded { stage: Stage::One, on });
    }
    let reply = given.reply.clone().filter(|reply| !reply.is_blank());
    Ok(vec![Event::EnquiryAnswered { channel: given.channel, reply }])
}

/// What a response of a stage comes to, with the last day for asking for stage 2. Whether it may
/// go is asked by [`respond`]; drafts that may not go yet are read with this.
///
/// # Errors
/// The calendar ends before that day.
pub fn issued(stage: Stage, given: &Respond, rules: &Rules<'_>) -> Outcome {
    let mut given = given.clone();
    let escalate_by = match (stage, rules.terms.window()) {
        (Stage::One, Some(window)) => {
            let from = match arrives(&given, window, rules)? {
                Some(day) => {
                    given.deemed_received_on = Some(day);
                    day
                }
                None => rules.today,
            };
            Some(rules.reckon_for_resident(from, window.length)?.due)
        }
        _ => None,
    };
    Ok(vec![Event::ResponseIssued { stage, escalate_by, response: Box::new(given) }])
}

/// The day the letter is taken to have arrived, where the resident's days run from that: as
/// recorded, or as the policy takes it. What is sent electronically arrives at once.
fn arrives(given: &Respond, window: &Window, rules: &Rules<'_>) -> Result<Option<Date>, Refusal> {
    if !window.from_receipt {
        return Ok(None);
    }
    match (given.deemed_received_on, &window.arrival) {
        (Some(day), _) => Ok(Some(day)),
        (None, Some(arrival)) if given.channel == Channel::Letter => {
            Ok(Some(rules.reckon(rules.today, arrival.post)?.due))
        }
        (None, _) => Ok(Some(rules.today)),
    }
}

/// What the policy wants in every answer of the stage.
fn items_of_the_answer(
    given: &Respond,
    (stage, at_fault): (Stage, bool),
    rules: &Rules<'_>,
) -> Result<(), Refusal> {
    let items = &rules.terms.pack.stage(stage).answer;
    let safeguards = given.safeguards.as_ref().is_some_and(|text| !text.is_blank());
    let wanted = [
        (&items.thanks_clause, !given.thanks, AnswerItem::Thanks),
        (&items.apology_clause, at_fault && !given.apology, AnswerItem::Apology),
        (&items.safeguards_clause, at_fault && !safeguards, AnswerItem::Safeguards),
    ];
    for (clause, lacking, item) in wanted {
        if let Some(clause) = clause.as_ref().filter(|_| lacking) {
            return Err(Refusal { clause: clause.clone(), why: Why::AnswerLacks { item } });
        }
    }
    Ok(())
}

/// An apology, a remedy or a promised action: something beside the finding (Code 7.1).
fn puts_something_right(complaint: &Complaint, given: &Respond) -> bool {
    given.apology || !complaint.remedies.is_empty() || !complaint.actions.is_empty()
}

fn every_point(stage: Stage) -> Duty {
    match stage {
        Stage::One => Duty::AnswerEveryPoint,
        Stage::Two => Duty::AnswerEveryPointStage2,
    }
}

fn reasons_duty(stage: Stage) -> Duty {
    match stage {
        Stage::One => Duty::Reasons,
        Stage::Two => Duty::ReasonsStage2,
    }
}
