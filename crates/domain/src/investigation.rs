//! Looking into it: who handles the case, what was said, asked and found, and the resident told.

use jiff::civil::Date;

use crate::calendar::Span;
use crate::command::RecordMeeting;
use crate::complaint::Complaint;
use crate::decide::Outcome;
use crate::event::{Event, Meeting};
use crate::ids::{RequestId, StaffId};
use crate::intake::{alive, live_complaint};
use crate::personal::Words;
use crate::policy::Duty;
use crate::refusal::{Refusal, Why};
use crate::rules::Rules;
use crate::vocabulary::{Channel, Direction, Inquiry, Kind, Role, Stage};
use crate::{escalation, named};

pub mod extension;

/// Gives the case to an officer, or names its overseer.
pub fn assign(
    complaint: &Complaint,
    officer: &StaffId,
    role: Option<Role>,
    (oversees, received_on): (bool, Option<Date>),
    rules: &Rules<'_>,
) -> Outcome {
    // A request for service has somebody who oversees it too (Code 1.4).
    match complaint.kind {
        Kind::ServiceRequest if oversees => alive(complaint, rules)?,
        _ => live_complaint(complaint, rules)?,
    }
    if let Some(given) = received_on.filter(|day| rules.today < *day) {
        let why = Why::ReceivedInFuture { given, today: rules.today };
        return rules.refuse(Duty::FullRecord, why);
    }
    if officer.0.trim().is_empty() {
        return rules.refuse(Duty::FairHandling, Why::Missing { field: "officer" });
    }
    // Whoever is given the case now would have a hand in stage 1, and be barred from stage 2.
    if !oversees && complaint.stage_1.responded.is_some() && complaint.awaits_escalation_decision()
    {
        return rules.refuse(Duty::Independence, Why::NotEscalated);
    }
    let stage = complaint.stage();
    let officer = officer.clone();
    if oversees {
        named::not_about(complaint, &officer, rules)?;
        let request = rules.terms.pack.service_requests.as_ref();
        let post = match complaint.kind {
            Kind::ServiceRequest => request.and_then(|terms| terms.overseer.as_ref()),
            _ => rules.terms.pack.stage(stage).overseer.as_ref(),
        };
        if let Some(post) = post
            && rules.lacks_role(&officer, role, &post.roles)
        {
            let why = Why::WrongRole { who: officer, wanted: post.roles.clone() };
            return Err(Refusal { clause: post.clause.clone(), why });
        }
        return Ok(vec![Event::OverseerAssigned { stage, officer, role }]);
    }
    escalation::may_hold(complaint, stage, &officer, role, rules)?;
    Ok(vec![Event::OfficerAssigned { stage, officer, role, received_on }])
}

/// Answers whether somebody has a conflict of interest, and what is done about it (Code 5.8).
pub fn declare_conflict(
    who: &StaffId,
    about: &Words,
    mitigation: &Option<Words>,
    rules: &Rules<'_>,
) -> Outcome {
    if who.0.trim().is_empty() {
        return rules.refuse(Duty::FairHandling, Why::Missing { field: "who" });
    }
    if about.is_blank() {
        return rules.refuse(Duty::FairHandling, Why::Missing { field: "about" });
    }
    Ok(vec![Event::ConflictDeclared {
        who: who.clone(),
        about: about.clone(),
        mitigation: mitigation.clone(),
    }])
}

/// Records that the resident was contacted, or an attempt (Code 5.8b, 6.12).
pub fn make_contact(
    complaint: &Complaint,
    note: &Option<Words>,
    read_back: Option<bool>,
    rules: &Rules<'_>,
) -> Outcome {
    // A service request is talked about too, on a clock of its own.
    match complaint.kind {
        Kind::ServiceRequest => alive(complaint, rules)?,
        _ => live_complaint(complaint, rules)?,
    }
    Ok(vec![Event::ContactMade { stage: complaint.stage(), note: note.clone(), read_back }])
}

/// Records a meeting, which is a contact too. That somebody may come along is said beforehand, so a
/// meeting says whether it was (Code 3.6).
pub fn record_meeting(complaint: &Complaint, given: &RecordMeeting, rules: &Rules<'_>) -> Outcome {
    if given.note.is_blank() {
        return rules.refuse(Duty::FullRecord, Why::Missing { field: "note" });
    }
    let Some(companion_offered) = given.companion_offered else {
        return rules.refuse(Duty::Representative, Why::Missing { field: "companion-offered" });
    };
    let named = given.companions.iter().filter(|name| !name.is_blank());
    let meeting = Meeting { companion_offered, companions: named.cloned().collect() };
    let mut events = make_contact(complaint, &Some(given.note.clone()), None, rules)?;
    events.push(Event::MeetingHeld(meeting));
    Ok(events)
}

/// Agrees how often the resident hears from us (Code 5.9).
pub fn agree_updates(
    complaint: &Complaint,
    every: Option<Span>,
    method: Option<Channel>,
    rules: &Rules<'_>,
) -> Outcome {
    live_complaint(complaint, rules)?;
    let Some(every) = every else {
        return rules.refuse(Duty::Updates, Why::Missing { field: "every" });
    };
    not_answered(complaint, rules)?;
    rules.reckon(rules.today, every)?;
    Ok(vec![Event::UpdatesAgreed { stage: complaint.stage(), every, method }])
}

/// Records what the person needs from us, asked anew at each stage (Code 5.10).
pub fn record_needs(
    complaint: &Complaint,
    (needs, disability): (&[Words], &Option<Words>),
    review_on: Option<Date>,
    rules: &Rules<'_>,
) -> Outcome {
    alive(complaint, rules)?;
    if let Some(given) = review_on.filter(|day| *day <= rules.today) {
        let why = Why::DayPassed { given, today: rules.today };
        return rules.refuse(Duty::Adjustments, why);
    }
    if needs.iter().any(Words::is_blank) {
        return rules.refuse(Duty::Adjustments, Why::Missing { field: "needs" });
    }
    // What somebody is ill with is of the most guarded class, whoever wrote it down.
    let disability = disability.as_ref().filter(|text| !text.is_blank()).map(|text| match text {
        Words::Said(text) => Words::Sealed(text.clone()),
        kept => kept.clone(),
    });
    let stage = complaint.stage();
    let mut events = vec![Event::NeedsRecorded { stage, needs: needs.to_vec(), disability }];
    events.extend(review_on.map(|review_on| Event::AdjustmentReviewSet { review_on }));
    Ok(events)
}

/// Files what went between the landlord and somebody (Code 5.12).
pub fn record_correspondence(
    (with, direction, text): (&Words, Option<Direction>, &Words),
    (complaint, told_on, answers): (&Complaint, Option<Date>, &Option<RequestId>),
    rules: &Rules<'_>,
) -> Outcome {
    if with.is_blank() {
        return rules.refuse(Duty::FullRecord, Why::Missing { field: "with" });
    }
    let Some(direction) = direction else {
        return rules.refuse(Duty::FullRecord, Why::Missing { field: "direction" });
    };
    if text.is_blank() {
        return rules.refuse(Duty::FullRecord, Why::Missing { field: "text" });
    }
    // Nobody is told of a thing before it happens; told on the day itself, it is no second day.
    if let Some(told) = told_on.filter(|told| *told < rules.today) {
        let why = Why::ToldBefore { told, happened: rules.today };
        return rules.refuse(Duty::FullRecord, why);
    }
    let told_on = told_on.filter(|told| rules.today < *told);
    let answers = answered(complaint, answers, rules)?;
    if answers.is_some() && direction == Direction::Out {
        return rules.refuse(Duty::FullRecord, Why::AnswerGoesOut);
    }
    let (with, text) = (with.clone(), text.clone());
    Ok(vec![Event::CorrespondenceRecorded { with, direction, text, told_on, answers }])
}

/// Files a piece of evidence (Code 5.8d, 5.12).
pub fn record_evidence(
    complaint: &Complaint,
    (what, from): (&Words, &Option<Words>),
    (how, answers): (Option<Inquiry>, &Option<RequestId>),
    rules: &Rules<'_>,
) -> Outcome {
    if what.is_blank() {
        return rules.refuse(Duty::FullRecord, Why::Missing { field: "what" });
    }
    let answers = answered(complaint, answers, rules)?;
    Ok(vec![Event::EvidenceRecorded { what: what.clone(), from: from.clone(), how, answers }])
}

/// The request that something answers; it must be one of this case's.
fn answered(
    complaint: &Complaint,
    answers: &Option<RequestId>,
    rules: &Rules<'_>,
) -> Result<Option<RequestId>, Refusal> {
    let Some(id) = answers.as_ref().filter(|id| !id.0.trim().is_empty()) else { return Ok(None) };
    match complaint.information.iter().find(|it| it.id == *id) {
        Some(request) => Ok(Some(request.id.clone())),
        None => {
            let why = Why::NoSuchRequest { id: id.clone() };
            Err(Refusal { clause: rules.terms.clause(Duty::FullRecord), why })
        }
    }
}

/// Asks a team or contractor; their day lies before the resident's (Code 5.5).
pub fn request_information(
    complaint: &Complaint,
    from: &Words,
    what: &Words,
    due: Option<Date>,
    rules: &Rules<'_>,
) -> Outcome {
    live_complaint(complaint, rules)?;
    if from.is_blank() {
        return rules.refuse(Duty::FullRecord, Why::Missing { field: "from" });
    }
    if what.is_blank() {
        return rules.refuse(Duty::FullRecord, Why::Missing { field: "what" });
    }
    if let (Some(due), Some(response)) = (due, complaint.current().response_due())
        && response < due
    {
        let limit = rules.terms.response(complaint.stage()).limit;
        let why = Why::ReplyAfterResponse { asked: due, latest: response };
        return Err(Refusal { clause: limit.clause, why });
    }
    Ok(vec![Event::InformationRequested { from: from.clone(), what: what.clone(), due }])
}

/// Lets somebody criticised answer before the decision is final.
pub fn invite_comment(
    who: &Words,
    about: &Words,
    staff: &Option<StaffId>,
    rules: &Rules<'_>,
) -> Outcome {
    if who.is_blank() {
        return rules.refuse(Duty::FairHandling, Why::Missing { field: "who" });
    }
    if about.is_blank() {
        return rules.refuse(Duty::FairHandling, Why::Missing { field: "about" });
    }
    let staff = staff.clone().filter(|staff| !staff.0.trim().is_empty());
    Ok(vec![Event::CommentInvited { who: who.clone(), about: about.clone(), staff }])
}

/// Tells the resident how things stand. It never counts as the answer (Code 6.3).
pub fn update_resident(complaint: &Complaint, text: &Words, rules: &Rules<'_>) -> Outcome {
    alive(complaint, rules)?;
    if text.is_blank() {
        return rules.refuse(Duty::Updates, Why::Missing { field: "text" });
    }
    Ok(vec![Event::ResidentUpdated { stage: complaint.stage(), text: text.clone() }])
}

/// Records a departure from the policy on this case: reason and approver.
pub fn depart(clause: &str, reason: &Words, approved_by: &StaffId, rules: &Rules<'_>) -> Outcome {
    if clause.trim().is_empty() {
        return rules.refuse(Duty::Departure, Why::Missing { field: "clause" });
    }
    if reason.is_blank() {
        return rules.refuse(Duty::Departure, Why::Missing { field: "reason" });
    }
    if approved_by.0.trim().is_empty() {
        return rules.refuse(Duty::Departure, Why::Missing { field: "approved-by" });
    }
    let terms = rules.terms.pack.departures.as_ref();
    let clause_on_approval = || match terms {
        Some(terms) => terms.approvers_clause.clone(),
        None => rules.terms.clause(Duty::Departure),
    };
    if rules.actor.id.as_ref() == Some(approved_by) {
        return Err(Refusal { clause: clause_on_approval(), why: Why::ApproverIsAsker });
    }
    if let Some(terms) = terms
        && !terms.approvers.is_empty()
        && rules.lacks_role(approved_by, None, &terms.approvers)
    {
        let why = Why::WrongRole { who: approved_by.clone(), wanted: terms.approvers.clone() };
        return Err(Refusal { clause: clause_on_approval(), why });
    }
    Ok(vec![Event::PolicyDepartedFrom {
        clause: clause.trim().to_owned(),
        reason: reason.clone(),
        approved_by: approved_by.clone(),
    }])
}

/// Refuses what only makes sense before the answer of the current stage.
///
/// # Errors
/// The refusal `already-responded`.
pub fn not_answered(complaint: &Complaint, rules: &Rules<'_>) -> Result<(), Refusal> {
    let stage: Stage = complaint.stage();
    match &complaint.current().responded {
        Some(responded) => {
            let clause = rules.terms.response(stage).limit.clause;
            Err(Refusal { clause, why: Why::AlreadyResponded { stage, on: responded.on } })
        }
        None => Ok(()),
    }
}
