//! A letter that stayed overnight: composed anew from the act that wrote it, with the day on which
//! it leaves and every limit counted from then, and read again.

use jiff::civil::Date;
use redress_domain::command::{Acknowledge, Command};
use redress_domain::complaint::Complaint;
use redress_domain::decide::decide;
use redress_domain::event::{Event, Happened};
use redress_domain::fold::apply;
use redress_domain::rules::Actor;
use redress_letters::check::Fault;

use crate::desk::act::Decided;
use crate::desk::case::{Told, folded};
use crate::desk::checking::{self, Leaving};
use crate::desk::surroundings::terms;
use crate::desk::{Case, Declined};
use crate::paper::Prepared;

/// A letter as it would leave on another day.
pub struct Afresh {
    pub leaving: Leaving,
    pub response_due: Option<Date>,
    pub escalate_by: Option<Date>,
    /// What would keep it here now.
    pub faults: Vec<Fault>,
}

/// Composes a waiting letter anew for a day. None where no act in the record wrote it.
///
/// # Errors
/// The record cannot be folded, the calendar ends, or the letter cannot be set.
pub fn compose(case: &Case, number: u32, on: Date) -> Result<Option<Afresh>, Declined> {
    let Some(waiting) = case.complaint.waiting(number) else { return Ok(None) };
    let queued = &waiting.queued;
    let Some((act, place)) = act_of(&case.history, number) else { return Ok(None) };
    let before = case.history.get(..act.0).unwrap_or_default();
    let events = case.history.get(act.0..act.1).unwrap_or_default();
    let mut then = case.clone();
    let (decided, found) = if before.is_empty() {
        // The letters of an intake stand beside its own events: there is no case before it.
        then.complaint = folded(events)?;
        let of_intake = events.iter().map(|told| told.happened.event.clone()).collect();
        let after = then.complaint.clone();
        let decided = Decided { events: of_intake, warnings: Vec::new(), after, on };
        let prepared = checking::drafts_after(None, &then, &decided, true)?;
        let same = |it: &Prepared| it.letter.id.as_str() == queued.letter;
        (decided, prepared.into_iter().find(same))
    } else {
        then.complaint = folded(before)?;
        let (after, events) = again(&then, events, on)?;
        let decided = Decided { events, warnings: Vec::new(), after, on };
        let prepared = checking::drafts(&then, &decided)?;
        (decided, prepared.into_iter().nth(place))
    };
    let Some(mut prepared) = found else { return Ok(None) };
    prepared.letter.no = number;
    let faults = checking::open(&prepared, &queued.passed);
    let said = decided.after.at(queued.stage);
    let (acknowledges, answers) = (prepared.letter.id.acknowledges(), prepared.letter.id.answers());
    let response_due = said
        .filter(|_| acknowledges)
        .and_then(|record| record.acknowledged.as_ref().map(|said| said.response_due));
    let escalate_by = said
        .filter(|_| answers)
        .and_then(|record| record.responded.as_ref().and_then(|said| said.escalate_by));
    let leaving = Leaving::of(&then, prepared, (queued.channel, queued.passed.clone()))?;
    Ok(Some(Afresh { leaving, response_due, escalate_by, faults }))
}

/// The bounds of the act that first queued a letter, without its letters, and which of the act's
/// letters it is.
fn act_of(history: &[Told], number: u32) -> Option<((usize, usize), usize)> {
    let is_letter = |told: &Told| {
        matches!(told.happened.event, Event::LetterQueued(_) | Event::LetterSent { .. })
    };
    let (first, follows) =
        history.iter().enumerate().find_map(|(place, told)| match &told.happened.event {
            Event::LetterQueued(queued) if queued.number == number => {
                Some((place, usize::try_from(queued.follows).ok()?))
            }
            _ => None,
        })?;
    let start = first.checked_sub(follows)?;
    let letters = history.get(start..first)?.iter().position(is_letter).map(|place| start + place);
    let end = letters.unwrap_or(first);
    Some(((start, end), first - end))
}

/// The events of an act as they would be on another day, and the case with them.
fn again(case: &Case, events: &[Told], on: Date) -> Result<(Complaint, Vec<Event>), Declined> {
    let terms = terms(&case.pack, case.complaint.floor)?;
    let actor = Actor::default();
    let rules = case.surroundings.rules(terms, &actor, on);
    let mut after = case.complaint.clone();
    let mut moved = Vec::new();
    for told in events {
        let event = &told.happened.event;
        let counted = match order(event) {
            Some(command) => decide(Some(&after), &command, &rules).unwrap_or_default(),
            None => Vec::new(),
        };
        let event = counted.into_iter().find(|it| it.name() == event.name());
        let event = event.unwrap_or_else(|| told.happened.event.clone());
        let happened = Happened { on, by: told.happened.by.clone(), event };
        apply(&mut after, &happened);
        moved.push(happened.event);
    }
    Ok((after, moved))
}

/// The order behind an event whose days are counted from the day of its letter.
fn order(event: &Event) -> Option<Command> {
    Some(match event {
        Event::ComplaintAcknowledged { channel, needs_asked, .. } => {
            Command::Acknowledge(Acknowledge {
                channel: *channel,
                needs_asked: *needs_asked,
                ..Acknowledge::default()
            })
        }
        Event::ResponseIssued { response, .. } => {
            let mut response = (**response).clone();
            response.deemed_received_on = None;
            Command::Respond(response)
        }
        _ => return None,
    })
}
