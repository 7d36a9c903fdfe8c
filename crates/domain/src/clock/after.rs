//! The clocks that follow an answer: asking for stage 2, coming back, promised actions.

use crate::calendar::CalendarEnds;
use crate::clock::counted::strict;
use crate::clock::{Clock, Counting, Status, What, status};
use crate::complaint::Complaint;
use crate::policy::Duty;
use crate::vocabulary::Stage;

/// How long the resident may ask for stage 2, as the stage 1 letter said it.
pub(super) fn window(
    complaint: &Complaint,
    counting: Counting<'_>,
    clocks: &mut Vec<Clock>,
) -> Result<(), CalendarEnds> {
    let Some(responded) = &complaint.stage_1.responded else { return Ok(()) };
    let (Some(terms), Some(due)) = (counting.terms.window(), complaint.escalate_by()) else {
        return Ok(());
    };
    let asked = complaint.escalation.as_ref().map(|request| request.received_on);
    // After a rethink the days run afresh from its result; while it is open none is used up.
    let again = complaint.rethought_on.filter(|_| complaint.escalate_by() == Some(due));
    let arrived = responded.given.deemed_received_on.filter(|_| terms.from_receipt);
    let first = arrived.map_or((responded.on, "response-issued"), |on| (on, "response-arrived"));
    let from = again.map_or(first, |on| (on, "response-reconsidered"));
    let rolled = counting.calendar.reckon_for_resident(from.0, terms.length)?;
    let due = if counting.afresh { rolled.due } else { due };
    clocks.push(Clock {
        what: What::EscalationWindow,
        stage: Some(Stage::One),
        of: None,
        due,
        from: from.0,
        from_event: from.1,
        length: Some(terms.length.to_string()),
        clause: terms.clause.clone(),
        status: match (complaint.rethink_open, status(due, asked, counting.today)) {
            (true, Status::Missed) if asked.is_none() => Status::Running,
            (_, plain) => plain,
        },
        done_on: asked,
        why: if rolled.due == due { rolled.why } else { Vec::new() },
        outer_limit: None,
        instead_of: None,
        provisional: false,
        beside: strict(terms.printed, from, counting.calendar)?,
        settled: None,
    });
    Ok(())
}

/// How long an offer may be accepted: from the day its form went out, which is the day of the
/// answer where the answer carried it. Its end is a lapse, never a refusal.
pub(super) fn offers(
    complaint: &Complaint,
    counting: Counting<'_>,
    clocks: &mut Vec<Clock>,
) -> Result<(), CalendarEnds> {
    let offers = counting.terms.pack.offers.as_ref();
    let Some(terms) = offers.and_then(|terms| terms.acceptance.as_ref()) else { return Ok(()) };
    for offer in &complaint.offers {
        let (from, from_event) = complaint.form_issued(offer);
        let reckoned = counting.calendar.reckon_for_resident(from, terms.length)?;
        let lapsed = offer.lapsed_on.is_some();
        let plain = status(reckoned.due, offer.answered_on, counting.today);
        clocks.push(Clock {
            what: What::OfferAcceptance,
            stage: Some(offer.stage),
            of: Some(offer.id.0.clone()),
            due: reckoned.due,
            from,
            from_event,
            length: Some(terms.length.to_string()),
            clause: terms.clause.clone(),
            status: if lapsed { Status::Missed } else { plain },
            done_on: offer.answered_on,
            why: reckoned.why,
            outer_limit: None,
            instead_of: None,
            provisional: false,
            beside: None,
            settled: None,
        });
    }
    Ok(())
}

/// How long the resident may come back after an answer, where the policy says so.
pub(super) fn closures(
    complaint: &Complaint,
    counting: Counting<'_>,
    clocks: &mut Vec<Clock>,
) -> Result<(), CalendarEnds> {
    let Some(limit) = &counting.terms.pack.closing.after else { return Ok(()) };
    for stage in [Stage::One, Stage::Two] {
        if stage == Stage::Two && counting.terms.pack.closing.after_stage_1_only {
            continue;
        }
        let Some(responded) = complaint.at(stage).and_then(|record| record.responded.as_ref())
        else {
            continue;
        };
        let reckoned = counting.calendar.reckon_for_resident(responded.on, limit.length)?;
        let moved_on = (stage == Stage::One)
            .then(|| complaint.escalation.as_ref().map(|request| request.received_on))
            .flatten();
        let closed = complaint.closed.map(|(on, _)| on);
        let plain = status(reckoned.due, moved_on, counting.today);
        clocks.push(Clock {
            what: What::Closure,
            stage: Some(stage),
            of: None,
            due: reckoned.due,
            from: responded.on,
            from_event: "response-issued",
            length: Some(limit.length.to_string()),
            clause: limit.clause.clone(),
            // The day passes, and the landlord may close: nobody missed anything.
            status: match (moved_on, closed) {
                (Some(_), _) => plain,
                (None, Some(_)) => Status::Met,
                (None, None) => plain,
            },
            done_on: moved_on.or(closed),
            why: reckoned.why,
            outer_limit: None,
            instead_of: None,
            provisional: false,
            beside: None,
            settled: None,
        });
    }
    Ok(())
}

/// One clock for each promised action; they run on after the case is closed.
pub(super) fn actions(
    complaint: &Complaint,
    counting: Counting<'_>,
    clocks: &mut Vec<Clock>,
) -> Result<(), CalendarEnds> {
    for action in &complaint.actions {
        clocks.push(Clock {
            what: What::Action,
            stage: Some(action.stage),
            of: Some(action.id.0.clone()),
            due: action.due,
            from: action.raised_on,
            from_event: action.from_event,
            length: None,
            clause: counting.terms.clause(Duty::ActionsOutlive),
            status: status(action.due, action.done_on, counting.today),
            done_on: action.done_on,
            why: Vec::new(),
            outer_limit: None,
            instead_of: None,
            provisional: false,
            beside: None,
            settled: None,
        });
    }
    Ok(())
}

/// News of each promise that outlives the answer: a clock for every one that falls due, counted
/// from the last, until the promise is kept (Code 6.6, 6.17).
pub(super) fn action_updates(
    complaint: &Complaint,
    counting: Counting<'_>,
    clocks: &mut Vec<Clock>,
) -> Result<(), CalendarEnds> {
    let Some((every, clause)) = counting.terms.action_updates() else { return Ok(()) };
    for action in &complaint.actions {
        let answered = complaint.at(action.stage).and_then(|record| record.responded.as_ref());
        let Some(answered) = answered else { continue };
        let mut from = if answered.on < action.raised_on {
            (action.raised_on, action.from_event)
        } else {
            (answered.on, "response-issued")
        };
        let mut n = 0;
        loop {
            n += 1;
            let reckoned = counting.calendar.reckon(from.0, every)?;
            let told = action.notes.iter().map(|(on, _)| *on).filter(|on| from.0 < *on).min();
            let told = told.filter(|on| action.done_on.is_none_or(|done| *on < done));
            // Kept before anything was due to be said: there is nothing to say but that.
            if told.is_none() && action.done_on.is_some_and(|done| done <= reckoned.due) {
                break;
            }
            let done = told.or(action.done_on);
            clocks.push(Clock {
                what: What::ActionUpdate,
                stage: Some(action.stage),
                of: Some(format!("{}-{n}", action.id.0)),
                due: reckoned.due,
                from: from.0,
                from_event: from.1,
                length: Some(every.to_string()),
                clause: clause.clone(),
                status: status(reckoned.due, done, counting.today),
                done_on: done,
                why: reckoned.why,
                outer_limit: None,
                instead_of: None,
                provisional: false,
                beside: None,
                settled: None,
            });
            match told {
                Some(on) => from = (on, "action-updated"),
                None => break,
            }
        }
    }
    Ok(())
}
