//! What to look at when something comes in, is acknowledged or is declined.

use jiff::civil::Date;

use crate::calendar::Span;
use crate::clock::What;
use crate::command::{Acknowledge, Receive};
use crate::complaint::{Complaint, Point};
use crate::event::Event;
use crate::personal::Words;
use crate::rules::Rules;
use crate::vocabulary::{Responsibility, Stage};
use crate::warning::{WORDS_ENOUGH, Warning, late};

/// Before this year a date is more often a slip than a memory.
const LONG_AGO: i16 = 1990;

pub(super) fn receive(contact: &Receive, events: &[Event], rules: &Rules<'_>) -> Vec<Warning> {
    let received = contact.received_on.unwrap_or(rules.today);
    let mut found = Vec::new();
    if !rules.terms.pack.in_force_on(received) {
        let pack = rules.terms.pack.id.0.clone();
        found.push(Warning::PackNotInForce { pack, day: received });
    }
    if let (Some(happened), Some(aware)) = (contact.happened_on, contact.aware_on)
        && aware < happened
    {
        found.push(Warning::HappenedAfterAware);
    }
    let days = [contact.happened_on, contact.aware_on, contact.received_on];
    if days.into_iter().flatten().any(|day: Date| day.year() < LONG_AGO) {
        found.push(Warning::LongAgo);
    }
    if let Some(to) = contact.forwarded_on
        && let Ok(next) = rules.calendar.reckon(received, Span::WorkingDays(1))
        && next.due < to
    {
        found.push(Warning::ContractorKeptIt { from: received, to });
    }
    if events.iter().any(|event| matches!(event, Event::ContactClassified { .. })) {
        found.push(Warning::PassedOnAsInformation);
    }
    found
}

pub(super) fn acknowledge(
    complaint: &Complaint,
    given: &Acknowledge,
    events: &[Event],
    rules: &Rules<'_>,
) -> Vec<Warning> {
    let record = complaint.current();
    let mut found = late(complaint, What::Acknowledgement, rules);
    if !given.needs_asked && !record.needs_asked {
        found.push(Warning::NeedsNotAsked);
    }
    if complaint.triage.is_none() && complaint.stage() == Stage::One {
        found.push(Warning::NotTriaged);
    }
    if given.officer.is_none() && record.officer.is_none() {
        found.push(Warning::HandlerUnnamed);
    }
    if record.contacts.is_empty() {
        found.push(Warning::NoContactYet);
    }
    if record.update_plans.is_empty() {
        found.push(Warning::UpdatesNotAgreed);
    }
    for point in points_acknowledged(complaint, events) {
        let elsewhere =
            matches!(point.responsibility, Responsibility::NotOurs | Responsibility::Shared);
        if elsewhere && point.whose.is_none() {
            found.push(Warning::NotOursWithoutWhose { point: point.id.clone() });
        }
        if point.feasible.is_none() {
            found.push(Warning::OutcomeUnanswered { point: point.id.clone() });
        }
    }
    found
}

/// The points the acknowledgement carries: defined in the same act, or before.
fn points_acknowledged<'a>(complaint: &'a Complaint, events: &'a [Event]) -> Vec<&'a Point> {
    let defined = events.iter().find_map(|event| match event {
        Event::ComplaintDefined { points, .. } => Some(points),
        _ => None,
    });
    match defined {
        Some(points) => points.iter().collect(),
        None => complaint.points_at(complaint.stage()),
    }
}

pub(super) fn decline(complaint: &Complaint, reasons: &Words, rules: &Rules<'_>) -> Vec<Warning> {
    let mut found = late(complaint, What::Acknowledgement, rules);
    let words = reasons.count();
    if words < WORDS_ENOUGH {
        found.push(Warning::ShortReasons { point: None, words });
    }
    found
}
