//! The clocks of one stage: acknowledgement, first contact, response, its limit, updates.

use jiff::civil::Date;

use crate::calendar::{CalendarEnds, Span};
use crate::clock::{Clock, Counting, Status, What, skipped, status};
use crate::complaint::{Complaint, StageRecord, State};
use crate::policy::terms::Governing;
use crate::policy::{Limit, Start};
use crate::vocabulary::Stage;

/// Where the counting of a stage begins.
struct Opening {
    on: Date,
    event: &'static str,
}

/// The clocks of a stage in the order in which they begin.
pub(super) fn of_stage(
    complaint: &Complaint,
    stage: Stage,
    counting: Counting<'_>,
) -> Result<Vec<Clock>, CalendarEnds> {
    let empty = StageRecord::default();
    let record = complaint.at(stage).unwrap_or(&empty);
    let Some(opening) = opening(complaint, stage) else { return Ok(Vec::new()) };
    let mut clocks = Vec::new();
    let acknowledgement = acknowledgement(complaint, stage, (record, &opening), counting)?;
    let answered = record.responded.as_ref().map(|responded| responded.on);
    let ended = ended(complaint, stage);
    if let Some(contact) = first_contact(stage, (record, &opening), counting)? {
        clocks.push(contact);
    }
    let ack_due = acknowledgement.due;
    clocks.insert(0, acknowledgement);
    if !ended {
        clocks.extend(response(complaint, stage, (record, ack_due), counting)?);
        // A case that went on without an answer is told of stage 2 from then on.
        let moved_on = complaint.escalation.as_ref().and_then(|request| request.escalated_on);
        let told = answered.or(moved_on.filter(|_| stage == Stage::One));
        clocks.extend(updates(stage, record, told, counting)?);
    }
    Ok(clocks)
}

fn opening(complaint: &Complaint, stage: Stage) -> Option<Opening> {
    match stage {
        // A direction about some points leaves the acknowledgement of the others as it was.
        Stage::One => Some(match complaint.directed_on.filter(|_| declined_whole(complaint)) {
            Some(on) => Opening { on, event: "acceptance-directed" },
            None => Opening { on: complaint.received_on, event: "complaint-received" },
        }),
        Stage::Two => complaint.escalation.as_ref().map(|request| match request.directed_on {
            Some(on) => Opening { on, event: "acceptance-directed" },
            None => Opening { on: request.received_on, event: "escalation-requested" },
        }),
    }
}

fn declined_whole(complaint: &Complaint) -> bool {
    complaint.declined.as_ref().is_some_and(|declined| declined.whole)
}

/// Whether the stage ended in a refusal, which leaves no response to wait for.
fn ended(complaint: &Complaint, stage: Stage) -> bool {
    match stage {
        Stage::One => complaint.state() == State::Declined,
        Stage::Two => complaint.stage_2.is_none() && !complaint.awaits_escalation_decision(),
    }
}

/// The day on which the stage was declined, which meets its acknowledgement clock.
fn declined_on(complaint: &Complaint, stage: Stage) -> Option<Date> {
    match stage {
        Stage::One => complaint
            .declined
            .as_ref()
            .filter(|declined| declined.whole && complaint.directed_on.is_none())
            .map(|declined| declined.on),
        Stage::Two => complaint
            .escalation
            .as_ref()
            .filter(|request| request.directed_on.is_none())
            .and_then(|request| request.declined.map(|(on, _)| on)),
    }
}

fn acknowledgement(
    complaint: &Complaint,
    stage: Stage,
    (record, opening): (&StageRecord, &Opening),
    counting: Counting<'_>,
) -> Result<Clock, CalendarEnds> {
    let governing = counting.terms.acknowledgement(stage);
    let (from, from_event, provisional) = start(&governing.limit, record, opening);
    let reckoned = counting.calendar.reckon(from, governing.limit.length)?;
    let done_on =
        record.acknowledged.as_ref().map(|ack| ack.on).or_else(|| declined_on(complaint, stage));
    Ok(Clock {
        what: What::Acknowledgement,
        stage: Some(stage),
        of: None,
        due: reckoned.due,
        from,
        from_event,
        length: Some(governing.limit.length.to_string()),
        clause: governing.limit.clause.clone(),
        status: status(reckoned.due, done_on, counting.today),
        done_on,
        why: reckoned.why,
        outer_limit: None,
        instead_of: instead_of(&governing),
        provisional,
    })
}

/// The start of a limit; the opening of the stage stands in for a day nobody recorded.
fn start(limit: &Limit, record: &StageRecord, opening: &Opening) -> (Date, &'static str, bool) {
    let recorded = match limit.from {
        Start::Receipt => return (opening.on, opening.event, false),
        Start::Acknowledgement => {
            record.acknowledged.as_ref().map(|ack| (ack.on, "complaint-acknowledged"))
        }
        Start::Form => record.form_logged_on.map(|on| (on, "form-logged")),
        Start::Logging => record.logged_on.map(|on| (on, "complaint-logged")),
        Start::Assignment => record.assigned_on.map(|on| (on, "officer-assigned")),
    };
    match recorded {
        Some((on, event)) => (on, event, false),
        None => (opening.on, opening.event, true),
    }
}

fn first_contact(
    stage: Stage,
    (record, opening): (&StageRecord, &Opening),
    counting: Counting<'_>,
) -> Result<Option<Clock>, CalendarEnds> {
    let Some(limit) = counting.terms.first_contact(stage) else { return Ok(None) };
    if limit.from == Start::Assignment && record.assigned_on.is_none() {
        return Ok(None);
    }
    let (from, from_event, provisional) = start(limit, record, opening);
    let reckoned = counting.calendar.reckon(from, limit.length)?;
    let done_on = record.contacts.iter().copied().find(|day| from <= *day);
    Ok(Some(Clock {
        what: What::FirstContact,
        stage: Some(stage),
        of: None,
        due: reckoned.due,
        from,
        from_event,
        length: Some(limit.length.to_string()),
        clause: limit.clause.clone(),
        status: status(reckoned.due, done_on, counting.today),
        done_on,
        why: reckoned.why,
        outer_limit: None,
        instead_of: None,
        provisional,
    }))
}

/// The response, forecast until the acknowledgement, and from then on its outer bound.
fn response(
    complaint: &Complaint,
    stage: Stage,
    (record, ack_due): (&StageRecord, Date),
    counting: Counting<'_>,
) -> Result<Vec<Clock>, CalendarEnds> {
    let governing = counting.terms.response(stage);
    let limit = &governing.limit;
    let responded = record.responded.as_ref().map(|responded| responded.on);
    // While nothing is acknowledged the count starts on the day the acknowledgement is due.
    let (from, from_event, provisional) = match (&record.acknowledged, limit.from) {
        (Some(ack), Start::Acknowledgement) => (ack.on, "complaint-acknowledged", false),
        (None, Start::Acknowledgement) => (ack_due, "acknowledgement-due", false),
        _ => {
            let Some(opening) = opening(complaint, stage) else { return Ok(Vec::new()) };
            start(limit, record, &opening)
        }
    };
    let reckoned = counting.calendar.reckon(from, limit.length)?;
    let promised = record.acknowledged.as_ref().map(|ack| ack.response_due);
    let due = record.response_due().unwrap_or(reckoned.due);
    let why = if due == reckoned.due { reckoned.why } else { skipped(counting, from, due)? };
    let waits = record.acknowledged.is_none() && responded.is_none();
    // A notice that came after the old day moves the day; the breach stays.
    let broken = record.extensions.iter().any(|extension| extension.late);
    let mut clocks = vec![Clock {
        what: What::Response,
        stage: Some(stage),
        of: None,
        due,
        from,
        from_event,
        length: Some(limit.length.to_string()),
        clause: limit.clause.clone(),
        status: match (waits, broken) {
            (true, _) => Status::Forecast,
            (false, true) => Status::Missed,
            (false, false) => status(due, responded, counting.today),
        },
        done_on: responded,
        why,
        outer_limit: Some(counting.calendar.reckon(ack_due, limit.length)?.due),
        instead_of: instead_of(&governing),
        provisional,
    }];
    if let (Some(promised), Some(ack)) = (promised, &record.acknowledged)
        && let Some(limit) =
            extension_limit(stage, record, (promised, ack.on, limit.length), counting)?
    {
        clocks.push(limit);
    }
    Ok(clocks)
}

fn extension_limit(
    stage: Stage,
    record: &StageRecord,
    (promised, acknowledged_on, first): (Date, Date, Span),
    counting: Counting<'_>,
) -> Result<Option<Clock>, CalendarEnds> {
    let Some(terms) = counting.terms.extension(stage) else { return Ok(None) };
    let due = counting.calendar.reckon(promised, terms.length)?.due;
    let responded = record.responded.as_ref().map(|responded| responded.on);
    let excused = record.extensions.iter().any(|it| it.past_cap && it.good_reason);
    let plain = status(due, responded, counting.today);
    Ok(Some(Clock {
        what: What::ExtensionLimit,
        stage: Some(stage),
        of: None,
        due,
        from: acknowledged_on,
        from_event: "complaint-acknowledged",
        length: Some(together(first, terms.length)),
        clause: terms.clause,
        // Past it for a good reason on record is no breach.
        status: if excused && plain == Status::Missed { Status::Void } else { plain },
        done_on: responded,
        why: skipped(counting, acknowledged_on, due)?,
        outer_limit: None,
        instead_of: None,
        provisional: false,
    }))
}

/// Two lengths one after the other, in one figure where both count the same days.
fn together(first: Span, more: Span) -> String {
    match (first, more) {
        (Span::WorkingDays(first), Span::WorkingDays(more)) => {
            Span::WorkingDays(first + more).to_string()
        }
        _ => format!("{first} and {more}"),
    }
}

/// One clock for each update that fell due: each counts from the last word the resident had.
fn updates(
    stage: Stage,
    record: &StageRecord,
    answered: Option<Date>,
    counting: Counting<'_>,
) -> Result<Vec<Clock>, CalendarEnds> {
    let mut clocks = Vec::new();
    for (index, plan) in record.update_plans.iter().enumerate() {
        let replaced = record.update_plans.get(index + 1).map(|next| next.from);
        let mut from = (plan.from, plan.from_event);
        loop {
            let reckoned = counting.calendar.reckon(from.0, plan.every)?;
            let given = record.updates.iter().copied().find(|day| from.0 < *day);
            // News after the answer is no update of the investigation, nor a late one.
            let given = given.filter(|day| {
                replaced.is_none_or(|end| *day < end) && answered.is_none_or(|end| *day <= end)
            });
            let stopped = [replaced, answered].into_iter().flatten().min();
            let cut = given.is_none() && stopped.is_some_and(|day| day <= reckoned.due);
            clocks.push(Clock {
                what: What::Update,
                stage: Some(stage),
                of: Some(format!("u{}", clocks.len() + 1)),
                due: reckoned.due,
                from: from.0,
                from_event: from.1,
                length: Some(plan.every.to_string()),
                clause: counting.terms.clause(crate::policy::Duty::Updates),
                status: if cut {
                    Status::Void
                } else {
                    status(reckoned.due, given.or(stopped), counting.today)
                },
                done_on: if cut { None } else { given.or(stopped) },
                why: reckoned.why,
                outer_limit: None,
                instead_of: None,
                provisional: false,
            });
            match given {
                Some(day) => from = (day, "resident-updated"),
                None => break,
            }
        }
    }
    Ok(clocks)
}

fn instead_of(governing: &Governing) -> Option<(String, String)> {
    governing.instead_of.as_ref().map(|own| (own.length.to_string(), own.clause.clone()))
}
