//! What was decided about a running day when the calendar changed: kept as told, or moved.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::calendar::CalendarEnds;
use crate::clock::{Clock, Counting, Status, What, skipped, status};
use crate::complaint::Complaint;
use crate::event::Event;
use crate::vocabulary::Stage;

/// What becomes of one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Fate {
    /// It stays as it is.
    Keep,
    /// It is counted again; where the resident was told the old day, they are told the new one.
    Move,
}

/// Why a day was kept or moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Because {
    /// The resident was told this day.
    Promised,
    /// Nobody outside was told the day, so it follows the calendar.
    NotPromised,
    /// What it was about was done, or the day was missed, before the calendar changed.
    Done,
    /// The case had ended.
    Ended,
    /// Somebody decided so for this one.
    Chosen,
}

/// One day of a case when the calendar changed. Ids, days and codes only.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Settled {
    pub what: What,
    pub stage: Option<Stage>,
    pub of: Option<String>,
    /// The day it had.
    pub was: Date,
    /// The day it would have by the changed calendar.
    pub counted: Date,
    pub fate: Fate,
    pub because: Because,
    /// Whether the resident had been told the old day.
    pub promised: bool,
    /// The day of the calendar that changed.
    pub changed: Date,
}

impl Settled {
    /// The day in force from then on.
    pub fn due(&self) -> Date {
        match self.fate {
            Fate::Keep => self.was,
            Fate::Move => self.counted,
        }
    }

    /// Whether the resident must hear of it.
    pub fn is_to_tell(&self) -> bool {
        self.fate == Fate::Move && self.promised
    }

    fn is_about(&self, clock: &Clock) -> bool {
        (self.what, self.stage) == (clock.what, clock.stage) && self.of == clock.of
    }
}

/// Gives a clock the day that was settled for it, with the reason.
pub(super) fn apply(
    complaint: &Complaint,
    clock: &mut Clock,
    counting: Counting<'_>,
) -> Result<(), CalendarEnds> {
    if counting.afresh {
        return Ok(());
    }
    let Some(found) = complaint.settled.iter().rev().find(|it| it.is_about(clock)) else {
        return Ok(());
    };
    // A day that nobody was told follows the calendar by itself.
    let holds = found.fate == Fate::Keep || found.promised;
    if holds && clock.due != found.due() {
        clock.due = found.due();
        if matches!(clock.status, Status::Running | Status::Met | Status::Missed) {
            clock.status = status(clock.due, clock.done_on, counting.today);
        }
        clock.why = skipped(counting, clock.from, clock.due)?;
    }
    if clock.due == found.due() {
        clock.settled = Some(found.clone());
    }
    Ok(())
}

/// Gives every clock the day that was settled for it.
pub(super) fn apply_all(
    complaint: &Complaint,
    clocks: &mut [Clock],
    counting: Counting<'_>,
) -> Result<(), CalendarEnds> {
    clocks.iter_mut().try_for_each(|clock| apply(complaint, clock, counting))
}

/// Adds what was settled; what was settled before about the same clock is over.
pub(crate) fn settle(complaint: &mut Complaint, dates: &[Settled]) {
    for date in dates {
        complaint
            .settled
            .retain(|it| (it.what, it.stage, &it.of) != (date.what, date.stage, &date.of));
        complaint.settled.push(date.clone());
        if date.is_to_tell() {
            complaint.to_tell.push(date.clone());
        }
    }
}

/// A new start or a new promise ends what was settled about the clocks it restarts; news to the
/// resident ends what they had to be told.
pub(crate) fn restart(complaint: &mut Complaint, event: &Event) {
    let (stage, restarted): (Option<Stage>, &[What]) = match event {
        Event::ComplaintAcknowledged { stage, .. } => (Some(*stage), &[What::Response]),
        Event::ResponseExtended { stage, .. } => (Some(*stage), &[What::Response]),
        Event::OfficerAssigned { stage, .. } => (Some(*stage), &[What::FirstContact]),
        Event::AcceptanceDirected { stage, .. } => {
            (Some(*stage), &[What::Acknowledgement, What::FirstContact, What::Response])
        }
        Event::ReceivedDateCorrected { .. } => {
            (Some(Stage::One), &[What::Acknowledgement, What::FirstContact, What::Response])
        }
        Event::FormLogged {} | Event::ComplaintLogged { .. } => {
            (Some(complaint.stage()), &[What::Acknowledgement, What::Response])
        }
        _ => (None, &[]),
    };
    complaint.settled.retain(|it| it.stage != stage || !restarted.contains(&it.what));
    let told = match event {
        Event::ResidentUpdated { stage, .. }
        | Event::ResponseExtended { stage, .. }
        | Event::ResponseIssued { stage, .. } => Some(*stage),
        _ => None,
    };
    complaint.to_tell.retain(|it| told.is_none() || it.stage != told);
}
