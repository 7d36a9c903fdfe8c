//! Which days of a case a changed calendar would move. Nothing moves here: the listing asks.

use jiff::civil::Date;

use crate::calendar::{Calendar, CalendarEnds};
use crate::clock::settled::{Because, Fate, Settled};
use crate::clock::{Clock, Counting, Status, What, all, clocks};
use crate::complaint::{Complaint, State};
use crate::policy::terms::Terms;

/// The calendar before and after, and the day on which they differ.
#[derive(Clone, Copy, Debug)]
pub struct Change<'a> {
    pub day: Date,
    pub before: &'a Calendar,
    pub after: &'a Calendar,
}

/// One day that would be another.
#[derive(Clone, Debug, PartialEq)]
pub struct Move {
    /// The clock as it stands.
    pub clock: Clock,
    /// The day by the changed calendar.
    pub to: Date,
    /// Whether the resident was told the day it has.
    pub promised: bool,
    /// Why nobody may choose, where nobody may.
    pub frozen: Option<Because>,
}

/// Every day of a case that would move, with those that may not.
///
/// # Errors
/// The first year that a calendar lacks.
pub fn moves(
    complaint: &Complaint,
    terms: Terms<'_>,
    change: Change<'_>,
    today: Date,
) -> Result<Vec<Move>, CalendarEnds> {
    let stand = clocks(complaint, terms, change.before, today)?;
    if stand.is_empty() {
        return Ok(Vec::new());
    }
    let counting = |calendar| Counting { terms, calendar, today, afresh: true };
    let before = all(complaint, counting(change.before))?;
    let after = all(complaint, counting(change.after))?;
    let due_in = |list: &[Clock], clock: &Clock| {
        list.iter().find(|it| it.id() == clock.id()).map(|it| it.due)
    };
    let mut found = Vec::new();
    for clock in stand {
        // A day that no count gave, named or kept earlier, is moved by no count.
        let counted = due_in(&before, &clock) == Some(clock.due);
        let Some(to) = due_in(&after, &clock).filter(|to| counted && *to != clock.due) else {
            continue;
        };
        let promised = is_promised(complaint, &clock);
        let frozen = frozen(complaint, &clock, to, promised);
        found.push(Move { clock, to, promised, frozen });
    }
    Ok(found)
}

/// Whether the resident was told the day in a letter.
fn is_promised(complaint: &Complaint, clock: &Clock) -> bool {
    let acknowledged = clock
        .stage
        .and_then(|stage| complaint.at(stage))
        .is_some_and(|record| record.acknowledged.is_some());
    match clock.what {
        What::Response => acknowledged,
        What::EscalationWindow | What::Closure | What::OfferAcceptance => true,
        What::Update => clock.from_event == "response-extended",
        _ => false,
    }
}

fn frozen(complaint: &Complaint, clock: &Clock, to: Date, promised: bool) -> Option<Because> {
    if matches!(complaint.state(), State::Closed | State::Withdrawn | State::Declined) {
        return Some(Because::Ended);
    }
    if clock.done_on.is_some() || !matches!(clock.status, Status::Running | Status::Forecast) {
        return Some(Because::Done);
    }
    // Nobody's right ends sooner than the letter said.
    let sooner = clock.what.binds_resident() && to < clock.due;
    (promised && sooner).then_some(Because::Promised)
}

impl Move {
    /// What happens where nobody chooses: what was told stands, the rest follows the calendar.
    pub fn usual(&self) -> Fate {
        if self.frozen.is_some() || self.promised { Fate::Keep } else { Fate::Move }
    }

    /// The day as the case will remember it.
    pub fn settled(&self, chosen: Option<Fate>, changed: Date) -> Settled {
        let fate = match self.frozen {
            Some(_) => Fate::Keep,
            None => chosen.unwrap_or_else(|| self.usual()),
        };
        let because = match (self.frozen, chosen) {
            (Some(frozen), _) => frozen,
            (None, Some(chosen)) if chosen != self.usual() => Because::Chosen,
            (None, _) if self.promised => Because::Promised,
            (None, _) => Because::NotPromised,
        };
        Settled {
            what: self.clock.what,
            stage: self.clock.stage,
            of: self.clock.of.clone(),
            was: self.clock.due,
            counted: self.to,
            fate,
            because,
            promised: self.promised,
            changed,
        }
    }
}
