//! The clocks of one stage: acknowledgement, first contact, response, its limit, updates.

use jiff::civil::Date;

use crate::calendar::{CalendarEnds, Span};
use crate::clock::counted::{self, Counted, Day, Starts};
use crate::clock::{Clock, Counting, Status, What, settled, skipped, status};
use crate::complaint::{Complaint, StageRecord};
use crate::policy::{Limit, Start};
use crate::vocabulary::Stage;

/// The clocks of a stage in the order in which they begin.
pub(super) fn of_stage(
    complaint: &Complaint,
    stage: Stage,
    counting: Counting<'_>,
) -> Result<Vec<Clock>, CalendarEnds> {
    let empty = StageRecord::default();
    let record = complaint.at(stage).unwrap_or(&empty);
    let Some(mut starts) = Starts::of(complaint, stage) else { return Ok(Vec::new()) };
    let mut acknowledgement = acknowledgement(complaint, stage, (record, &starts), counting)?;
    settled::apply(complaint, &mut acknowledgement, counting)?;
    starts.ack_due = Some(acknowledgement.due);
    let answered = record.responded.as_ref().map(|responded| responded.on);
    let mut clocks = vec![acknowledgement];
    clocks.extend(first_contacts(stage, (record, &starts), counting)?);
    if !counted::ended(complaint, stage) {
        clocks.extend(response(stage, (record, &starts), counting)?);
        // A case that went on without an answer is told of stage 2 from then on.
        let moved_on = complaint.escalation.as_ref().and_then(|request| request.escalated_on);
        let told = answered.or(moved_on.filter(|_| stage == Stage::One));
        clocks.extend(updates(stage, record, told, counting)?);
    }
    Ok(clocks)
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
    (record, starts): (&StageRecord, &Starts),
    counting: Counting<'_>,
) -> Result<Clock, CalendarEnds> {
    let counted = counted::acknowledgement(starts, stage, (counting.terms, counting.calendar))?;
    let done_on =
        record.acknowledged.as_ref().map(|ack| ack.on).or_else(|| declined_on(complaint, stage));
    Ok(Clock {
        what: What::Acknowledgement,
        stage: Some(stage),
        of: None,
        due: counted.due,
        from: counted.from,
        from_event: counted.from_event,
        length: Some(counted.limit.length.to_string()),
        clause: counted.limit.clause.clone(),
        status: status(counted.due, done_on, counting.today),
        done_on,
        why: counted.why,
        outer_limit: None,
        instead_of: instead_of(counted.instead_of.as_ref()),
        provisional: counted.provisional,
        beside: counted.beside,
        settled: None,
    })
}

/// One clock for everybody who was given the stage: a new officer makes a contact of their own,
/// and what the one before missed stays missed.
fn first_contacts(
    stage: Stage,
    (record, starts): (&StageRecord, &Starts),
    counting: Counting<'_>,
) -> Result<Vec<Clock>, CalendarEnds> {
    let Some(limit) = counting.terms.first_contact(stage) else { return Ok(Vec::new()) };
    if !matches!(limit.from, Start::Assignment | Start::OfficerReceipt) {
        let counted = counted::count(limit, starts, counting.calendar)?;
        return Ok(vec![first_contact(stage, counted, (record, None, None), counting)]);
    }
    let mut clocks = Vec::new();
    for (index, given) in record.given.iter().enumerate() {
        let next = record.given.get(index + 1).map(|next| next.on);
        let starts = Starts {
            assigned: Some(given.on),
            officer_received: Some(given.received_on),
            ..starts.clone()
        };
        let counted = counted::count(limit, &starts, counting.calendar)?;
        let of = (0 < index).then(|| format!("h{}", index + 1));
        clocks.push(first_contact(stage, counted, (record, next, of), counting));
    }
    Ok(clocks)
}

fn first_contact(
    stage: Stage,
    counted: Counted,
    (record, until, of): (&StageRecord, Option<Date>, Option<String>),
    counting: Counting<'_>,
) -> Clock {
    let done_on = record
        .contacts
        .iter()
        .copied()
        .find(|day| counted.from <= *day && until.is_none_or(|end| *day <= end));
    // Given on before the day was over, the contact is the next officer's.
    let passed_on = done_on.is_none() && until.is_some_and(|end| end <= counted.due);
    Clock {
        what: What::FirstContact,
        stage: Some(stage),
        of,
        due: counted.due,
        from: counted.from,
        from_event: counted.from_event,
        length: Some(counted.limit.length.to_string()),
        clause: counted.limit.clause.clone(),
        status: if passed_on { Status::Void } else { status(counted.due, done_on, counting.today) },
        done_on,
        why: counted.why,
        outer_limit: None,
        instead_of: None,
        provisional: counted.provisional,
        beside: counted.beside,
        settled: None,
    }
}

/// The response, forecast until the acknowledgement, and from then on its outer bound.
fn response(
    stage: Stage,
    (record, starts): (&StageRecord, &Starts),
    counting: Counting<'_>,
) -> Result<Vec<Clock>, CalendarEnds> {
    let counted = counted::response(starts, stage, (counting.terms, counting.calendar))?;
    let responded = record.responded.as_ref().map(|responded| responded.on);
    let promised = record.acknowledged.as_ref().map(|ack| ack.response_due);
    // A day named in an extension is a day, not a count; only a promise that was one is recounted.
    let named = record.response_due().filter(|_| !counting.afresh || !record.extensions.is_empty());
    let due = named.unwrap_or(counted.due);
    let why = if due == counted.due { counted.why } else { skipped(counting, counted.from, due)? };
    let waits = record.acknowledged.is_none() && responded.is_none();
    // A notice that came after the old day moves the day; the breach stays.
    let broken = record.extensions.iter().any(|extension| extension.late);
    let outer = match starts.ack_due {
        Some(ack_due) => Some(counting.calendar.reckon(ack_due, counted.limit.length)?.due),
        None => None,
    };
    let mut clocks = vec![Clock {
        what: What::Response,
        stage: Some(stage),
        of: None,
        due,
        from: counted.from,
        from_event: counted.from_event,
        length: Some(counted.limit.length.to_string()),
        clause: counted.limit.clause.clone(),
        status: match (waits, broken) {
            (true, _) => Status::Forecast,
            (false, true) => Status::Missed,
            (false, false) => status(due, responded, counting.today),
        },
        done_on: responded,
        why,
        outer_limit: outer,
        instead_of: instead_of(counted.instead_of.as_ref()),
        provisional: counted.provisional,
        beside: counted.beside,
        settled: None,
    }];
    let start = (counted.from, counted.from_event);
    if let Some(promised) = promised
        && let Some(limit) =
            extension_limit(stage, record, (promised, start, counted.limit.length), counting)?
    {
        clocks.push(limit);
    }
    Ok(clocks)
}

fn extension_limit(
    stage: Stage,
    record: &StageRecord,
    (promised, (from, from_event), first): (Date, Day, Span),
    counting: Counting<'_>,
) -> Result<Option<Clock>, CalendarEnds> {
    let Some(cap) = counted::cap(promised, stage, (counting.terms, counting.calendar))? else {
        return Ok(None);
    };
    let due = cap.due;
    let responded = record.responded.as_ref().map(|responded| responded.on);
    let excused = record.extensions.iter().any(|it| it.past_cap && it.good_reason);
    let plain = status(due, responded, counting.today);
    Ok(Some(Clock {
        what: What::ExtensionLimit,
        stage: Some(stage),
        of: None,
        due,
        from,
        from_event,
        length: Some(together(first, cap.length)),
        clause: cap.clause,
        // Past it for a good reason on record is no breach.
        status: if excused && plain == Status::Missed { Status::Void } else { plain },
        done_on: responded,
        why: skipped(counting, from, due)?,
        outer_limit: None,
        instead_of: cap.instead_of,
        provisional: false,
        beside: cap.beside,
        settled: None,
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
                beside: None,
                settled: None,
            });
            match given {
                Some(day) => from = (day, "resident-updated"),
                None => break,
            }
        }
    }
    Ok(clocks)
}

fn instead_of(own: Option<&Limit>) -> Option<(String, String)> {
    own.map(|own| (own.length.to_string(), own.clause.clone()))
}
