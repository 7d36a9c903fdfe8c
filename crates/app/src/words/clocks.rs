//! What the clocks are called, how they stand, and what a breach is called.

use redress_domain::clock::settled::{Because, Fate, Settled};
use redress_domain::clock::{Clock, Status, What};
use redress_domain::vocabulary::Stage;

/// A clock as a heading: "Response".
pub fn what(what: What) -> &'static str {
    match what {
        What::Acknowledgement => "Acknowledgement",
        What::Assignment => "Assignment",
        What::FirstContact => "First contact",
        What::Response => "Response",
        What::ExtensionLimit => "Latest date an extension may give",
        What::Update => "Update to the resident",
        What::EscalationWindow => "Resident may ask for stage 2 until",
        What::OfferAcceptance => "Resident may accept the offer until",
        What::Closure => "Resident may come back until",
        What::Action => "Promised action",
        What::ActionUpdate => "News of a promise",
        What::EnquiryReply => "Reply to the enquiry",
        What::ServiceRequestContact => "Contact about the service request",
        What::ServiceRequestSettled => "Settling the service request",
        What::ServiceRequestReview => "Looking at the service request again",
        What::AdjustmentReview => "Review of an adjustment",
        What::RestrictionReview => "Review of a restriction",
        What::OmbudsmanEvidence => "Evidence for the Ombudsman",
        What::OmbudsmanOrder => "Order of the Ombudsman",
        What::PolicyReview => "Review of the policy",
        What::SelfAssessment => "Yearly self-assessment",
    }
}

/// How a clock stands.
pub fn status(status: Status) -> &'static str {
    match status {
        Status::Forecast => "forecast",
        Status::Running => "running",
        Status::Met => "met",
        Status::Missed => "missed",
        Status::Void => "no longer counts",
    }
}

/// A clock with what tells it from its like: "Response, stage 1", "Promised action a2, stage 1".
pub fn full(clock: &Clock) -> String {
    let mut name = what(clock.what).to_owned();
    if let Some(of) = &clock.of {
        name.push(' ');
        name.push_str(of);
    }
    if let Some(stage) = clock.stage {
        name.push_str(", ");
        name.push_str(self::stage(stage));
    }
    name
}

/// "stage 1".
pub fn stage(stage: Stage) -> &'static str {
    match stage {
        Stage::One => "stage 1",
        Stage::Two => "stage 2",
    }
}

/// What a clock counts from, as it follows "from": the stored name of an event in words.
pub fn start(from_event: &str) -> String {
    match from_event {
        "complaint-received" => "the day we were told".to_owned(),
        "complaint-acknowledged" => "the acknowledgement".to_owned(),
        "acknowledgement-due" => "the day the acknowledgement is due".to_owned(),
        "request-reviewed" => "the last time it was looked at".to_owned(),
        "acceptance-directed" => "the Ombudsman's direction".to_owned(),
        "escalation-requested" => "the request for stage 2".to_owned(),
        "form-logged" => "the form reaching the team".to_owned(),
        "complaint-logged" => "the day it was logged".to_owned(),
        "officer-assigned" => "the day an officer was named".to_owned(),
        "response-issued" => "the response".to_owned(),
        "response-due" => "the day the response was first due".to_owned(),
        "response-reconsidered" => "the result of the rethink".to_owned(),
        "response-extended" => "the extension".to_owned(),
        "updates-agreed" => "the day updates were agreed".to_owned(),
        "resident-updated" => "the last update".to_owned(),
        "remedy-offered" => "the remedy offered".to_owned(),
        "response-arrived" => "the day the response arrived".to_owned(),
        "needs-recorded" => "the day needs were recorded".to_owned(),
        "restriction-approved" => "the day it was approved".to_owned(),
        "restriction-reviewed" => "the last review".to_owned(),
        "evidence-requested" => "the Ombudsman's request".to_owned(),
        "ombudsman-ordered" => "the Ombudsman's order".to_owned(),
        "action-updated" => "the last news of it".to_owned(),
        "action-raised" => "the day it was promised".to_owned(),
        other => other.replace('-', " "),
    }
}

/// What a changed calendar did to a case, in a line.
pub fn calendar_changed(dates: &[Settled]) -> String {
    let told: Vec<String> = dates.iter().map(settled).collect();
    let changed = dates.first().map(|date| format!(" on {}", super::day(date.changed)));
    format!("Calendar changed{}: {}", changed.unwrap_or_default(), told.join("; "))
}

/// What became of one day: "Response, stage 1 stays 3 June 2025, as the resident was told".
pub fn settled(date: &Settled) -> String {
    let mut name = what(date.what).to_owned();
    if let Some(stage) = date.stage {
        name.push_str(", ");
        name.push_str(self::stage(stage));
    }
    let why = because(date.because);
    match date.fate {
        Fate::Keep => format!("{name} stays {}, {why}", super::day(date.was)),
        Fate::Move => {
            format!(
                "{name} moves from {} to {}, {why}",
                super::day(date.was),
                super::day(date.counted)
            )
        }
    }
}

/// Why a day stayed or moved.
pub fn because(because: Because) -> &'static str {
    match because {
        Because::Promised => "as the resident was told",
        Because::NotPromised => "since nobody was told the day",
        Because::Done => "since it was over already",
        Because::Ended => "since the case had ended",
        Because::Chosen => "as somebody decided",
    }
}
