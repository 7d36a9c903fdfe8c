//! What to look at while the case is looked into: updates and more time.

use crate::command::Extend;
use crate::complaint::Complaint;
use crate::event::Event;
use crate::policy::Wanted;
use crate::rules::Rules;
use crate::vocabulary::Channel;
use crate::warning::{WORDS_ENOUGH, Warning};

pub(super) fn agree_updates(method: Option<Channel>) -> Vec<Warning> {
    match method {
        Some(_) => Vec::new(),
        None => vec![Warning::WayOfUpdatesOpen],
    }
}

pub(super) fn extend(
    complaint: &Complaint,
    notice: &Extend,
    events: &[Event],
    rules: &Rules<'_>,
) -> Vec<Warning> {
    let mut found = Vec::new();
    for event in events {
        if let Event::ResponseExtended { from, late: true, .. } = event {
            found.push(Warning::Late { what: "extension", due: *from });
        }
    }
    match (notice.updates, notice.updates_by) {
        (Some(_), None) => found.push(Warning::WayOfUpdatesOpen),
        // Where the policy itself asks, a notice without them was refused.
        (None, _) if rules.terms.updates_asked(complaint.stage()) => {
            found.push(Warning::UpdatesNotAgreed);
        }
        _ => {}
    }
    let first = rules.terms.extension(complaint.stage()).and_then(|terms| terms.first);
    let said = notice.exceptional.as_ref().is_some_and(|text| !text.is_blank());
    if let Some(first) = first.filter(|first| first.exceptional == Wanted::Asked && !said) {
        found.push(Warning::ExceptionalNotSaid { clause: first.clause });
    }
    if notice.agreed.is_none() {
        found.push(Warning::AgreementNotRecorded);
    }
    let words = notice.reason.count();
    if words < WORDS_ENOUGH {
        found.push(Warning::ShortReasons { point: None, words });
    }
    found
}

/// That somebody may come along is said before a meeting (Code 3.6).
pub(super) fn record_meeting(companion_offered: Option<bool>) -> Vec<Warning> {
    match companion_offered {
        Some(false) => vec![Warning::CompanionNotOffered],
        Some(true) | None => Vec::new(),
    }
}
