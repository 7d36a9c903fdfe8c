//! Staff whom a complaint is about: from the moment that is known they neither see nor do anything
//! in it, whatever roles they have (Code 5.8).

use crate::command::Command;
use crate::complaint::Complaint;
use crate::decide::Outcome;
use crate::event::Event;
use crate::ids::StaffId;
use crate::personal::Words;
use crate::policy::Duty;
use crate::refusal::{Refusal, Why};
use crate::rules::Rules;

/// Names somebody the complaint is about, or says with a reason that it is not about them.
///
/// # Errors
/// `missing` where nobody is named, or where taking a name back has no reason.
pub fn name(
    complaint: &Complaint,
    who: &StaffId,
    (no_longer, reason): (bool, &Option<Words>),
    rules: &Rules<'_>,
) -> Outcome {
    if who.0.trim().is_empty() {
        return rules.refuse(Duty::FairHandling, Why::Missing { field: "who" });
    }
    let named = complaint.about_staff.contains(who);
    if !no_longer {
        let events = (!named).then(|| Event::StaffNamed { who: who.clone() });
        return Ok(events.into_iter().collect());
    }
    let Some(reason) = reason.as_ref().filter(|reason| !reason.is_blank()) else {
        return rules.refuse(Duty::FairHandling, Why::Missing { field: "reason" });
    };
    let cleared = named.then(|| Event::StaffCleared { who: who.clone(), reason: reason.clone() });
    Ok(cleared.into_iter().collect())
}

/// Refuses whoever acts or approves, where the complaint is about them. A resident's wish for stage 2 counts
/// whoever took the call.
///
/// # Errors
/// `named-in-complaint`.
pub fn keep_out(
    complaint: &Complaint,
    command: &Command,
    rules: &Rules<'_>,
) -> Result<(), Refusal> {
    if matches!(command, Command::RequestEscalation { .. }) {
        return Ok(());
    }
    let people = [rules.actor.id.as_ref(), approver(command)];
    people.into_iter().flatten().try_for_each(|who| not_about(complaint, who, rules))
}

/// Who is said to have approved what a command does.
fn approver(command: &Command) -> Option<&StaffId> {
    match command {
        Command::Acknowledge(given) => given.officer.as_ref(),
        Command::Extend(notice) => notice.approved_by.as_ref(),
        Command::DepartFromPolicy { approved_by, .. } => Some(approved_by),
        Command::PayOffer { approved_by, .. } => approved_by.as_ref(),
        Command::OfferRemedy(given) => given.approved_by.as_ref(),
        _ => None,
    }
}

/// Refuses a person for a part in the case, where the complaint is about them.
///
/// # Errors
/// `named-in-complaint`.
pub fn not_about(complaint: &Complaint, who: &StaffId, rules: &Rules<'_>) -> Result<(), Refusal> {
    if complaint.about_staff.contains(who) {
        return rules.refuse(Duty::FairHandling, Why::NamedInComplaint { who: who.clone() });
    }
    Ok(())
}
