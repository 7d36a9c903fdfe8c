//! A recorded case under another policy: each act that a policy has a say in is decided again.

use std::collections::BTreeMap;

use jiff::civil::Date;
use redress_domain::calendar::{Calendar, CalendarEnds};
use redress_domain::clock::{Clock, Status, clocks};
use redress_domain::command::{Acknowledge, Command};
use redress_domain::complaint::Complaint;
use redress_domain::decide::decide;
use redress_domain::event::{Event, Happened};
use redress_domain::fold::{apply, fold};
use redress_domain::ids::StaffId;
use redress_domain::policy::Pack;
use redress_domain::policy::terms::Terms;
use redress_domain::refusal::Refusal;
use redress_domain::rules::{Actor, Rules};
use redress_domain::vocabulary::Role;

use crate::what_if::{CaseChange, DateChange, LetterChange, RefusalChange};

/// What both plays of a case lean on.
#[derive(Clone, Copy)]
pub struct Around<'a> {
    pub calendar: &'a Calendar,
    pub staff: &'a BTreeMap<StaffId, Vec<Role>>,
    pub today: Date,
}

/// A story as one policy has it.
struct Played {
    complaint: Complaint,
    refused: Vec<(Date, &'static str, Refusal)>,
    clocks: Vec<Clock>,
}

/// What would differ in a recorded case under other terms.
///
/// # Errors
/// The calendar ends before the case does.
pub fn compare(
    reference: &str,
    history: &[Happened],
    (own, other): (Terms<'_>, Terms<'_>),
    around: Around<'_>,
) -> Result<Option<CaseChange>, CalendarEnds> {
    let (Some(was), Some(would)) = (play(history, own, around)?, play(history, other, around)?)
    else {
        return Ok(None);
    };
    Ok(Some(CaseChange {
        case: reference.to_owned(),
        dates: dates(&was.clocks, &would.clocks),
        refusals: refusals(&was, &would),
        letters: letters(&was.complaint, own.pack, other.pack),
    }))
}

fn play(
    history: &[Happened],
    terms: Terms<'_>,
    around: Around<'_>,
) -> Result<Option<Played>, CalendarEnds> {
    let mut complaint: Option<Complaint> = None;
    let mut refused = Vec::new();
    for happened in history {
        let mut event = happened.event.clone();
        if let Some(command) = act(&event) {
            // Who was allowed to act is a matter of accounts, not of the policy's days.
            let actor = Actor { id: happened.by.clone(), ..Actor::default() };
            let rules = Rules {
                terms,
                calendar: around.calendar,
                actor: &actor,
                today: happened.on,
                staff: around.staff,
            };
            match decide(complaint.as_ref(), &command, &rules) {
                Ok(events) => {
                    let same = events.into_iter().find(|it| it.name() == event.name());
                    event = same.unwrap_or(event);
                }
                Err(refusal) => refused.push((happened.on, command.verb(), refusal)),
            }
        }
        let happened = Happened { event, ..happened.clone() };
        match &mut complaint {
            Some(complaint) => apply(complaint, &happened),
            None => complaint = fold(std::slice::from_ref(&happened)),
        }
    }
    let Some(complaint) = complaint else { return Ok(None) };
    let clocks = clocks(&complaint, terms, around.calendar, around.today)?;
    Ok(Some(Played { complaint, refused, clocks }))
}

/// The act behind an event, where policies differ about it.
fn act(event: &Event) -> Option<Command> {
    Some(match event {
        Event::ComplaintReceived { contact, received_on, .. } => {
            let mut contact = contact.clone();
            contact.received_on = Some(*received_on);
            Command::Receive(contact)
        }
        Event::ComplaintDeclined { refusal, .. } => Command::Decline(refusal.clone()),
        Event::ComplaintAcknowledged { channel, needs_asked, .. } => {
            Command::Acknowledge(Acknowledge {
                channel: *channel,
                needs_asked: *needs_asked,
                ..Acknowledge::default()
            })
        }
        Event::ResponseExtended { notice, .. } => Command::Extend(notice.clone()),
        Event::ResponseIssued { response, .. } => Command::Respond((**response).clone()),
        Event::EscalationRequested { channel, reason, points, received_on, .. } => {
            Command::RequestEscalation {
                channel: Some(*channel),
                reason: reason.clone(),
                points: Some(points.clone()),
                received_on: Some(*received_on),
            }
        }
        Event::ComplaintEscalated { officer, role, late_because } => Command::Escalate {
            officer: officer.clone(),
            role: *role,
            late_because: late_because.clone(),
        },
        Event::EscalationDeclined { ground, reasons, circumstances } => {
            Command::DeclineEscalation {
                ground: Some(*ground),
                reasons: reasons.clone(),
                circumstances: circumstances.clone(),
            }
        }
        Event::ComplaintClosed { reason, contacted_on, agreed_on, approved_by, equality } => {
            Command::Close {
                reason: Some(*reason),
                contacted_on: *contacted_on,
                agreed_on: *agreed_on,
                approved_by: approved_by.clone(),
                equality: equality.clone(),
            }
        }
        _ => return None,
    })
}

/// Promises that fall on another day, are kept or missed otherwise, or exist in one play alone.
pub fn dates(was: &[Clock], would: &[Clock]) -> Vec<DateChange> {
    let missed = |clock: &Clock| clock.status == Status::Missed;
    let mut changes = Vec::new();
    for clock in was {
        let other = would.iter().find(|it| it.id() == clock.id());
        let same = other.is_some_and(|it| it.due == clock.due && missed(it) == missed(clock));
        if !same {
            changes.push(DateChange {
                clock: clock.id(),
                was: Some(clock.due),
                would_be: other.map(|it| it.due),
                was_missed: missed(clock),
                would_be_missed: other.is_some_and(missed),
            });
        }
    }
    let added = would.iter().filter(|clock| !was.iter().any(|it| it.id() == clock.id()));
    changes.extend(added.map(|clock| DateChange {
        clock: clock.id(),
        was: None,
        would_be: Some(clock.due),
        was_missed: false,
        would_be_missed: missed(clock),
    }));
    changes
}

fn refusals(was: &Played, would: &Played) -> Vec<RefusalChange> {
    let known = |all: &[(Date, &str, Refusal)], (on, act, _): &(Date, &'static str, Refusal)| {
        all.iter().any(|(day, other, _)| day == on && other == act)
    };
    let change = |(on, act, refusal): &(Date, &'static str, Refusal), refused| RefusalChange {
        on: *on,
        act: (*act).to_owned(),
        refused,
        code: refusal.code().to_owned(),
        clause: refusal.clause.clone(),
    };
    let newly = would.refused.iter().filter(|it| !known(&was.refused, it));
    let no_more = was.refused.iter().filter(|it| !known(&would.refused, it));
    newly.map(|it| change(it, true)).chain(no_more.map(|it| change(it, false))).collect()
}

/// Letters that left and would have to hold other blocks.
fn letters(complaint: &Complaint, own: &Pack, other: &Pack) -> Vec<LetterChange> {
    let mut changes: Vec<LetterChange> = Vec::new();
    for sent in &complaint.letters {
        if changes.iter().any(|change| change.letter == sent.letter) {
            continue;
        }
        changes.extend(letter(&sent.letter, own, other));
    }
    changes
}

/// Blocks that one policy wants in a letter and the other does not.
pub fn letter(letter: &str, own: &Pack, other: &Pack) -> Option<LetterChange> {
    let blocks = |pack: &Pack| -> Vec<String> {
        pack.letters.get(letter).map(|it| it.keys().cloned().collect()).unwrap_or_default()
    };
    let (has, wants) = (blocks(own), blocks(other));
    let without = |left: &[String], right: &[String]| -> Vec<String> {
        left.iter().filter(|block| !right.contains(block)).cloned().collect()
    };
    let (more, fewer) = (without(&wants, &has), without(&has, &wants));
    (!more.is_empty() || !fewer.is_empty()).then(|| LetterChange {
        letter: letter.to_owned(),
        more,
        fewer,
    })
}
