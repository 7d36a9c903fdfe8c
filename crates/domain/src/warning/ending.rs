//! What to look at when stage 2 is asked for, promises are kept and cases end.

use crate::clock::What;
use crate::complaint::Complaint;
use crate::escalation;
use crate::event::Event;
use crate::ids::ActionId;
use crate::personal::Words;
use crate::rules::Rules;
use crate::vocabulary::{Kind, Stage};
use crate::warning::{WORDS_ENOUGH, Warning, late_at};

pub(super) fn request_escalation(complaint: &Complaint, events: &[Event]) -> Vec<Warning> {
    let late =
        events.iter().any(|event| matches!(event, Event::EscalationRequested { late: true, .. }));
    match escalation::last_day(complaint) {
        Some(last_day) if late => vec![Warning::EscalationLate { last_day }],
        _ => Vec::new(),
    }
}

pub(super) fn decline_escalation(
    complaint: &Complaint,
    reasons: &Words,
    rules: &Rules<'_>,
) -> Vec<Warning> {
    let mut found = late_at(complaint, (What::Acknowledgement, Stage::Two), rules);
    let words = reasons.count();
    if words < WORDS_ENOUGH {
        found.push(Warning::ShortReasons { point: None, words });
    }
    found
}

pub(super) fn complete_action(
    complaint: &Complaint,
    id: &ActionId,
    rules: &Rules<'_>,
) -> Vec<Warning> {
    complaint
        .actions
        .iter()
        .find(|action| action.id == *id && action.due < rules.today)
        .map(|action| Warning::Late { what: What::Action.name(), due: action.due })
        .into_iter()
        .collect()
}

pub(super) fn close(complaint: &Complaint) -> Vec<Warning> {
    let mut found = Vec::new();
    if complaint.lessons == 0 && complaint.kind == Kind::Complaint {
        found.push(Warning::NoLesson);
    }
    let n = complaint.open_actions().count();
    if 0 < n {
        found.push(Warning::ActionsStillOpen { n });
    }
    found
}
