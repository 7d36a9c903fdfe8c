//! What happened, on a page: the line of each event with the words people said, newest first.

use askama::Template;
use redress_domain::command::WriteLetter;
use redress_domain::event::Event;
use redress_domain::personal::Words;

use crate::desk::Case;
use crate::desk::case::Told;
use crate::web::framed;
use crate::web::part::day;
use crate::web::part::list::Timeline;
use crate::web::part::said::{self, Quote};
use crate::words;

/// The history as a timeline, newest first: the events that a page wants.
pub fn timeline(case: &Case, wanted: impl Fn(&Event) -> bool) -> Timeline {
    let told = case.history.iter().rev().filter(|told| wanted(&told.happened.event));
    let told = told.filter(|told| is_told(case, &told.happened.event));
    told.fold(Timeline::new(), |timeline, told| entry(timeline, case, told))
}

/// Whether an event stands on a timeline. A restriction that is only proposed does not, and one
/// that was turned down never did: it leaves no mark against anybody.
pub fn is_told(case: &Case, event: &Event) -> bool {
    match event {
        Event::RestrictionRefused(_) => false,
        Event::RestrictionProposed(proposal) => {
            let all = &case.complaint.behaviour.restrictions;
            all.iter().any(|known| known.id == proposal.id && known.approved_on.is_some())
        }
        _ => true,
    }
}

/// One event: what happened, who did it, when it happened and, where that differs, was recorded.
fn entry(timeline: Timeline, case: &Case, told: &Told) -> Timeline {
    let name = |who: &_| case.surroundings.name_of(who);
    let happened = &told.happened;
    let by = happened.by.as_ref().map(name).unwrap_or_default();
    let recorded = framed::day_and_time(told.recorded_at);
    let on = day::short(happened.on);
    let when =
        if recorded.starts_with(&on) { recorded } else { format!("{on} (recorded {recorded})") };
    let mut timeline = timeline.entry(words::timeline::line(&happened.event, &name), by, when);
    for (label, words) in said_in(&happened.event) {
        timeline = match words {
            Words::Said(text) if is_short(text) => {
                timeline.part(Note { label, text: said::name(text) })
            }
            Words::Said(text) => timeline.part(said::quote(text, label)),
            Words::Sealed(_) => {
                timeline.says("Words about health or safety: open them under Needs.")
            }
            Words::Erased { on, rule } => {
                timeline.says(format!("The words were erased on {} ({rule}).", day::short(*on)))
            }
        };
    }
    timeline
}

/// A few words with what they are, on one line.
#[derive(Template)]
#[template(
    source = "<p class=\"govuk-body\">{{ label }}{% if !label.ends_with('?') %}:{% endif %} {{ text }}</p>",
    ext = "html"
)]
struct Note {
    label: &'static str,
    text: said::Name,
}

impl askama::filters::HtmlSafe for Note {}

/// Words that need no frame of their own.
fn is_short(text: &str) -> bool {
    text.chars().count() <= 90 && !text.trim().contains('\n')
}

/// The words of the first contact, exactly.
pub fn first_words(case: &Case) -> Quote {
    let complaint = &case.complaint;
    let by = format!(
        "Received {}: {}",
        day::short(complaint.received_on),
        words::names::channel(complaint.channel)
    );
    said::quote(shown(&complaint.contact.text), by)
}

/// A text as a page may show it.
pub fn shown(words: &Words) -> String {
    match words {
        Words::Said(text) | Words::Sealed(text) => text.clone(),
        Words::Erased { on, rule } => format!("Erased on {} ({rule})", day::short(*on)),
    }
}

/// The words people said in an event, each with what it is.
pub fn said_in(event: &Event) -> Vec<(&'static str, &Words)> {
    match event {
        Event::ComplaintReceived { contact, .. } => {
            let mut said = vec![("Their words", &contact.text)];
            said.extend(optional("Told to the contractor", &contact.contractor));
            said
        }
        Event::ContactClassified { reason, .. } => optional("Why", reason),
        Event::RepresentativeAuthorised { who, .. } => vec![("Who acts for them", who)],
        Event::ComplaintDeclined { refusal, .. } => vec![("Reasons", &refusal.reasons)],
        Event::AcceptanceDirected { reference, .. } => {
            vec![("The Ombudsman's reference", reference)]
        }
        Event::LeadNamed { who } => vec![("Who leads the group", who)],
        Event::ComplaintWithdrawn { reason } => optional("Their words", reason),
        Event::ReceivedDateCorrected { reason, .. } => vec![("Why", reason)],
        Event::ComplaintDefined { points, .. } => {
            points.iter().map(|point| ("Point", &point.text)).collect()
        }
        Event::ClarificationAsked { question, .. } => vec![("What we asked", question)],
        Event::DefinitionConfirmed { changes, .. } => optional("What they want changed", changes),
        Event::ConflictDeclared { about, mitigation, .. } => {
            let none = about.text().trim().eq_ignore_ascii_case("none");
            let mut said = if none { Vec::new() } else { vec![("What it is", about)] };
            said.extend(optional("How it is dealt with", mitigation));
            said
        }
        Event::ContactMade { note, .. } => optional("Note", note),
        Event::NeedsRecorded { needs, disability, .. } => {
            let mut said: Vec<_> = needs.iter().map(|need| ("They need", need)).collect();
            said.extend(optional("Why", disability));
            said
        }
        Event::CorrespondenceRecorded { with, text, .. } => vec![("With", with), ("Words", text)],
        Event::EvidenceRecorded { what, from, .. } => {
            let mut said = vec![("What it is", what)];
            said.extend(optional("From", from));
            said
        }
        Event::InformationRequested { from, what, .. } => vec![("Asked", from), ("What", what)],
        Event::StaffCleared { reason, .. } => vec![("Why", reason)],
        Event::CommentInvited { who, about, .. } => vec![("Who", who), ("About", about)],
        Event::PointAdded { point, .. } => {
            vec![("What went wrong", &point.text), ("What they want", &point.outcome)]
        }
        Event::NewComplaintOpened { text, outcome, .. } => {
            vec![("What went wrong", text), ("What they want", outcome)]
        }
        Event::ResidentUpdated { text, .. } => vec![("What we told them", text)],
        Event::ResponseExtended { notice, .. } => {
            let mut said = vec![("Reason", &notice.reason)];
            said.extend(optional("Good reason for going past the limit", &notice.good_reason));
            said
        }
        Event::PointFound { found, .. } => vec![("Reasons", &found.reasons)],
        Event::RemedyOffered { remedy, .. } => {
            let mut said = vec![("What", &remedy.what)];
            let weighed = remedy.weighed.iter();
            said.extend(weighed.map(|(it, words)| (words::weighing::asked(*it), words)));
            said.extend(optional("Why outside the guidance", &remedy.outside_guidance));
            said
        }
        Event::ActionRaised { what, owner, .. } => vec![("What", what), ("Who does it", owner)],
        Event::EscalationRequested { reason, .. } => optional("Their words", reason),
        Event::ComplaintEscalated { late_because, .. } => {
            optional("Why it is taken although late", late_because)
        }
        Event::EscalationDeclined { reasons, circumstances, .. } => {
            let mut said = vec![("Reasons", reasons)];
            said.extend(optional("How the case was looked at on its own", circumstances));
            said
        }
        Event::ResponseReconsidered { text, .. } => vec![("What was thought over", text)],
        Event::PanelRecommended { reasons, why_not, .. } => {
            let mut said = vec![("Their reasons", reasons)];
            said.extend(optional("Why it is not followed", why_not));
            said
        }
        Event::ClaimReferredToInsurer { what, .. } => vec![("What is claimed", what)],
        Event::MeetingHeld(meeting) => {
            meeting.companions.iter().map(|who| ("Who came with them or for them", who)).collect()
        }
        Event::ComplaintTriaged(triaged) => {
            let mut said = optional("What it is about", &triaged.other_category);
            said.extend(optional("Note", &triaged.note));
            said
        }
        Event::SettlementAttempted { what, .. } => vec![("What was tried", what)],
        Event::IncidentRecorded(incident) | Event::PersonWarned(incident) => {
            vec![("What happened", &incident.what)]
        }
        Event::RestrictionReviewed(restricted) => optional("What was found", &restricted.outcome),
        Event::RestrictionLifted(ended) => vec![("Why", &ended.reason)],
        Event::RestrictionChallenged(ended) => vec![("Their words", &ended.reason)],
        Event::DeterminationDiscussed(discussed) => {
            vec![("With", &discussed.with), ("What is learned", &discussed.learning)]
        }
        Event::OutcomeOffered(offered) => vec![("What we would do", &offered.what)],
        Event::OutcomeAnswered(answered) => optional("Their words", &answered.text),
        Event::EnquiryAnswered { reply, .. } => optional("What we told them", reply),
        Event::LetterWritten(it) => written(&it.says),
        Event::RequestSettled { outcome } => vec![("What became of it", outcome)],
        Event::RequestReviewed(reviewed) => vec![("What follows", &reviewed.note)],
        Event::OmbudsmanContacted { reference } => vec![("The Ombudsman's reference", reference)],
        Event::EvidenceRequested(wanted) => {
            wanted.items.iter().map(|item| ("What is wanted", item)).collect()
        }
        Event::MoreTimeAsked(more) => vec![("Why", &more.reason)],
        Event::OmbudsmanOrdered(ordered) => vec![("What", &ordered.what)],
        Event::OrderComplied(complied) => vec![("Proof", &complied.proof)],
        Event::ActionUpdated { text, .. } => vec![("How it stands", text)],
        Event::ActionCompleted { proof, .. } => optional("Proof", proof),
        Event::ActionDisputed(disputed) => optional("Their words", &disputed.text),
        Event::PolicyDepartedFrom { reason, .. } | Event::ComplaintReopened { reason } => {
            vec![("Why", reason)]
        }
        Event::SurveyAnswered { text, .. } => optional("Their words", text),
        Event::LessonRecorded { cause, lesson, change, .. } => {
            let mut said = vec![("Cause", cause), ("Lesson", lesson)];
            said.extend(optional("What changes", change));
            said
        }
        Event::ImprovementRecorded { what, .. } => vec![("What", what)],
        Event::FileAttached { name, .. } => vec![("File", name)],
        _ => Vec::new(),
    }
}

fn optional<'a>(label: &'static str, words: &'a Option<Words>) -> Vec<(&'static str, &'a Words)> {
    words.iter().map(|words| (label, words)).collect()
}

/// The newest events of a case, after those that stand elsewhere.
pub fn newest(case: &Case, after: usize, most: usize) -> Timeline {
    let told = case.history.iter().rev().skip(after);
    let told = told.filter(|told| is_told(case, &told.happened.event)).take(most);
    told.fold(Timeline::new(), |timeline, told| entry(timeline, case, told))
}

/// What somebody wrote into a letter of its own.
fn written(says: &WriteLetter) -> Vec<(&'static str, &Words)> {
    match says {
        WriteLetter::EvidenceRequest { what, .. } => vec![("What we need", what)],
        WriteLetter::MeetingInvitation { place, .. } => vec![("Where", place)],
        WriteLetter::ComplimentToStaff { who, .. } => vec![("Who is praised", who)],
        WriteLetter::DisruptionNotice { what_happened, effect, .. } => {
            vec![("What happened", what_happened), ("What it means for them", effect)]
        }
        WriteLetter::InformationRequestChaser { .. }
        | WriteLetter::OfferReminder { .. }
        | WriteLetter::PreClosureContact {} => Vec::new(),
    }
}
