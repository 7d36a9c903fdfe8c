//! From which day a limit of a stage counts, and which of two limits comes first.

use jiff::civil::Date;
use serde::Serialize;

use crate::calendar::{Calendar, CalendarEnds, Skipped, Span};
use crate::complaint::{Complaint, StageRecord, State};
use crate::policy::terms::{Terms, from_code};
use crate::policy::{Limit, Start};
use crate::vocabulary::Stage;

/// A day and the event that happened on it.
pub type Day = (Date, &'static str);

/// A second reading of a limit, kept beside the day that counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Beside {
    pub from: Date,
    pub from_event: &'static str,
    pub length: String,
    pub due: Date,
}

/// The days on record from which a limit may count.
#[derive(Clone, Debug)]
pub struct Starts {
    pub opening: Day,
    pub acknowledged: Option<Date>,
    /// The day the acknowledgement is due, which stands in while there is none.
    pub ack_due: Option<Date>,
    pub form: Option<Date>,
    pub logged: Option<Date>,
    pub assigned: Option<Date>,
    pub officer_received: Option<Date>,
}

/// A limit worked out.
#[derive(Clone, Debug)]
pub struct Counted {
    pub limit: Limit,
    pub from: Date,
    pub from_event: &'static str,
    /// A day stands in for one that nobody recorded.
    pub provisional: bool,
    pub due: Date,
    pub why: Vec<Skipped>,
    /// The policy's own limit, where the Code floor replaced it.
    pub instead_of: Option<Limit>,
    pub beside: Option<Beside>,
}

impl Starts {
    /// What is on record of a stage; none where it has not begun.
    pub fn of(complaint: &Complaint, stage: Stage) -> Option<Self> {
        let opening = opening(complaint, stage)?;
        let empty = StageRecord::default();
        let record = complaint.at(stage).unwrap_or(&empty);
        let asked = complaint.escalation.as_ref().filter(|_| stage == Stage::Two);
        Some(Self {
            opening,
            acknowledged: record.acknowledged.as_ref().map(|ack| ack.on),
            ack_due: None,
            form: record.form_logged_on,
            logged: record.logged_on.or_else(|| asked.and_then(|request| request.logged_on)),
            assigned: record.assigned_on,
            officer_received: record.officer_received_on,
        })
    }

    fn recorded(&self, start: Start) -> Option<Day> {
        match start {
            Start::Receipt => Some(self.opening),
            Start::Acknowledgement => self.acknowledged.map(|on| (on, "complaint-acknowledged")),
            Start::Form => self.form.map(|on| (on, "form-logged")),
            Start::Logging => self.logged.map(|on| (on, "complaint-logged")),
            Start::Assignment => self.assigned.map(|on| (on, "officer-assigned")),
            Start::OfficerReceipt => {
                self.officer_received.or(self.assigned).map(|on| (on, "officer-assigned"))
            }
            // Nothing of a stage counts from its own answer.
            Start::Response => None,
        }
    }

    /// What counts while nothing of the kind is on record.
    fn stand_in(&self, start: Start) -> Day {
        match (start, self.ack_due) {
            (Start::Acknowledgement, Some(due)) => (due, "acknowledgement-due"),
            _ => self.opening,
        }
    }

    /// The day a limit counts from: the earlier one where the text leaves two open.
    fn of_limit(&self, limit: &Limit) -> (Day, bool) {
        let first = self.recorded(limit.from);
        let second = limit.or_from.and_then(|start| self.recorded(start));
        match [first, second].into_iter().flatten().min_by_key(|(on, _)| *on) {
            Some(day) => (day, first.is_none()),
            None => (self.stand_in(limit.from), limit.from != Start::Acknowledgement),
        }
    }
}

/// Where the counting of a stage begins.
pub fn opening(complaint: &Complaint, stage: Stage) -> Option<Day> {
    match stage {
        // A direction about some points leaves the acknowledgement of the others as it was.
        Stage::One => Some(match complaint.directed_on.filter(|_| declined_whole(complaint)) {
            Some(on) => (on, "acceptance-directed"),
            None => (complaint.received_on, "complaint-received"),
        }),
        Stage::Two => complaint.escalation.as_ref().map(|request| match request.directed_on {
            Some(on) => (on, "acceptance-directed"),
            None => (request.received_on, "escalation-requested"),
        }),
    }
}

fn declined_whole(complaint: &Complaint) -> bool {
    complaint.declined.as_ref().is_some_and(|declined| declined.whole)
}

/// Whether the stage ended in a refusal, which leaves no response to wait for.
pub fn ended(complaint: &Complaint, stage: Stage) -> bool {
    match stage {
        Stage::One => complaint.state() == State::Declined,
        Stage::Two => complaint.stage_2.is_none() && !complaint.awaits_escalation_decision(),
    }
}

/// The acknowledgement of a stage.
///
/// # Errors
/// The first year that the calendar lacks.
pub fn acknowledgement(
    starts: &Starts,
    stage: Stage,
    (terms, calendar): (Terms<'_>, &Calendar),
) -> Result<Counted, CalendarEnds> {
    let own = &terms.pack.stage(stage).acknowledgement;
    stricter(own, &terms.code.stage(stage).acknowledgement, starts, (terms.floor, calendar))
}

/// The response of a stage.
///
/// # Errors
/// The first year that the calendar lacks.
pub fn response(
    starts: &Starts,
    stage: Stage,
    (terms, calendar): (Terms<'_>, &Calendar),
) -> Result<Counted, CalendarEnds> {
    let own = &terms.pack.stage(stage).response;
    stricter(own, &terms.code.stage(stage).response, starts, (terms.floor, calendar))
}

/// The last day to which a response may go without a good reason.
#[derive(Clone, Debug)]
pub struct Cap {
    pub length: Span,
    pub due: Date,
    pub clause: String,
    /// The policy's own length and clause, where the Code floor replaced them.
    pub instead_of: Option<(String, String)>,
    pub beside: Option<Beside>,
}

/// How far a promised response may be put off; none where no extension is known.
///
/// # Errors
/// The first year that the calendar lacks.
pub fn cap(
    promised: Date,
    stage: Stage,
    (terms, calendar): (Terms<'_>, &Calendar),
) -> Result<Option<Cap>, CalendarEnds> {
    let day = (promised, "response-due");
    let own = match terms.pack.stage(stage).extension.as_ref() {
        Some(own) => Some(Cap {
            length: own.length,
            due: calendar.reckon(promised, own.length)?.due,
            clause: own.clause.clone(),
            instead_of: None,
            beside: strict(own.printed, day, calendar)?,
        }),
        None => None,
    };
    let code = match terms.code.stage(stage).extension.as_ref().filter(|_| terms.floor) {
        Some(code) => Some(Cap {
            length: code.length,
            due: calendar.reckon(promised, code.length)?.due,
            clause: from_code(&code.clause),
            instead_of: own.as_ref().map(|own| (own.length.to_string(), own.clause.clone())),
            beside: None,
        }),
        None => None,
    };
    Ok(match (own, code) {
        (Some(own), Some(code)) => Some(if code.due < own.due { code } else { own }),
        (own, code) => own.or(code),
    })
}

/// The policy's own limit; with the floor on the Code's instead where that comes first.
fn stricter(
    own: &Limit,
    code: &Limit,
    starts: &Starts,
    (floor, calendar): (bool, &Calendar),
) -> Result<Counted, CalendarEnds> {
    let ours = count(own, starts, calendar)?;
    if !floor {
        return Ok(ours);
    }
    let cited = Limit { clause: from_code(&code.clause), ..code.clone() };
    let theirs = count(&cited, starts, calendar)?;
    if theirs.due < ours.due {
        return Ok(Counted { instead_of: Some(own.clone()), ..theirs });
    }
    Ok(ours)
}

/// A limit counted from the days on record, as it is written.
///
/// # Errors
/// The first year that the calendar lacks.
pub fn count(limit: &Limit, starts: &Starts, calendar: &Calendar) -> Result<Counted, CalendarEnds> {
    let ((from, from_event), provisional) = starts.of_limit(limit);
    let reckoned = calendar.reckon(from, limit.length)?;
    let mut beside = None;
    let other = [Some(limit.from), limit.or_from].into_iter().flatten();
    for (on, event) in other.filter_map(|start| starts.recorded(start)) {
        if limit.or_from.is_some() && event != from_event {
            beside = Some(Beside {
                from: on,
                from_event: event,
                length: limit.length.to_string(),
                due: calendar.reckon(on, limit.length)?.due,
            });
        }
    }
    Ok(Counted {
        limit: limit.clone(),
        from,
        from_event,
        provisional,
        due: reckoned.due,
        why: reckoned.why,
        instead_of: None,
        beside,
    })
}

/// The strict reading of a length whose unit the text leaves out.
///
/// # Errors
/// The first year that the calendar lacks.
pub fn strict(
    printed: Option<Span>,
    (from, from_event): Day,
    calendar: &Calendar,
) -> Result<Option<Beside>, CalendarEnds> {
    let Some(printed) = printed else { return Ok(None) };
    let due = calendar.reckon(from, printed)?.due;
    Ok(Some(Beside { from, from_event, length: printed.to_string(), due }))
}
