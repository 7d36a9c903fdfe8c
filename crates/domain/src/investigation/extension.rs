//! More time for a response: with a reason, a new day, and within the limit unless there is good
//! reason to go past it (Code 6.4, 6.5, 6.15, 6.16).

use jiff::civil::Date;

use crate::calendar::Span;
use crate::clock::counted;
use crate::command::{Agreed, Extend};
use crate::complaint::Complaint;
use crate::decide::Outcome;
use crate::escalation;
use crate::event::Event;
use crate::intake::live_complaint;
use crate::investigation::not_answered;
use crate::personal::Words;
use crate::policy::{ExtensionTerms, FirstExtension, UpdatesWanted, Wanted};
use crate::refusal::{ExtensionLack, Refusal, Why};
use crate::rules::{Rules, ends};

/// A reason of fewer words than this is a code, not a reason.
const WORDS_OF_A_REASON: usize = 2;

/// Moves the response day. A notice after the old day is recorded as late; the breach stays.
pub fn extend(complaint: &Complaint, notice: &Extend, rules: &Rules<'_>) -> Outcome {
    live_complaint(complaint, rules)?;
    not_answered(complaint, rules)?;
    escalation::may_act(complaint, complaint.stage(), rules)?;
    let stage = complaint.stage();
    let clause = rules.terms.response(stage).limit.clause;
    let departed = complaint.departures.iter().any(|(_, from)| *from == clause);
    let terms = match rules.terms.extension(stage) {
        Some(terms) => terms,
        None if departed => none_at_all(clause),
        None => return Err(Refusal { clause, why: Why::ExtensionUnknown }),
    };
    let record = complaint.current();
    let (Some(ack), Some(current)) = (&record.acknowledged, record.response_due()) else {
        let clause = rules.terms.acknowledgement(stage).limit.clause;
        return Err(Refusal { clause, why: Why::NotAcknowledged });
    };
    let to = new_day(notice, current, &terms, rules)?;
    if to <= current {
        let why = Why::ExtensionNotLater { asked: to, current };
        return Err(Refusal::beyond(&terms, why));
    }
    if to < rules.today {
        let why = Why::DayPassed { given: to, today: rules.today };
        return Err(Refusal::beyond(&terms, why));
    }
    // Past the last loaded calendar year nobody can say how the day was reached.
    rules.calendar.day(to).map_err(|ends| Refusal {
        clause: terms.clause.clone(),
        why: Why::CalendarEnds { year: ends.year },
    })?;
    if notice.reason.count() < WORDS_OF_A_REASON {
        return incomplete(&terms.clause, ExtensionLack::Reason);
    }
    let cap = counted::cap(ack.response_due, stage, (rules.terms, rules.calendar)).map_err(ends)?;
    let latest = cap.map_or(ack.response_due, |cap| cap.due);
    let past_cap = latest < to;
    if past_cap && !departed {
        good_reason(notice, (to, latest), &terms, rules)?;
    } else if let Some(first) = &terms.first {
        conditions(notice, first)?;
    }
    if notice.updates.is_none() && updates_wanted(&terms, past_cap) {
        return incomplete(&terms.updates_clause, ExtensionLack::Updates);
    }
    if let Some(every) = notice.updates {
        rules.reckon(rules.today, every)?;
    }
    Ok(vec![Event::ResponseExtended {
        stage,
        from: current,
        to,
        late: current < rules.today,
        past_cap,
        agreed: notice.agreed,
        notice: Box::new(notice.clone()),
    }])
}

/// The terms of a policy that knows no extension: whatever is given is a departure from it, with
/// the reason and the approver on record.
fn none_at_all(clause: String) -> ExtensionTerms {
    ExtensionTerms {
        length: Span::WorkingDays(0),
        printed: None,
        clause: clause.clone(),
        first: None,
        beyond: clause.clone(),
        updates: UpdatesWanted::Never,
        updates_clause: clause,
        approvers: Vec::new(),
        beyond_needs_agreement: false,
        beyond_needs_exceptional: false,
    }
}

/// The new day as given, or counted on from the day in force.
fn new_day(
    notice: &Extend,
    current: Date,
    terms: &ExtensionTerms,
    rules: &Rules<'_>,
) -> Result<Date, Refusal> {
    match (notice.to, notice.further) {
        (Some(to), None) => Ok(to),
        (None, Some(further)) => Ok(rules.reckon(current, further)?.due),
        (None, None) => incomplete(&terms.clause, ExtensionLack::NewDay),
        (Some(_), Some(_)) => incomplete(&terms.clause, ExtensionLack::OneDayOnly),
    }
}

/// What the policy needs of a notice that stays within the limit.
fn conditions(notice: &Extend, first: &FirstExtension) -> Result<(), Refusal> {
    let exceptional = notice.exceptional.as_ref().is_some_and(|text| !text.is_blank());
    if first.exceptional == Wanted::Needed && !exceptional {
        return incomplete(&first.clause, ExtensionLack::Exceptional);
    }
    if first.agreement == Wanted::Needed && notice.agreed.is_none() {
        return incomplete(&first.clause, ExtensionLack::Agreement);
    }
    Ok(())
}

/// Going past the limit: a good reason on record, and whatever else the policy asks.
fn good_reason(
    notice: &Extend,
    (to, latest): (Date, Date),
    terms: &ExtensionTerms,
    rules: &Rules<'_>,
) -> Result<(), Refusal> {
    let given = |text: &Option<Words>| text.as_ref().is_some_and(|text| !text.is_blank());
    if !given(&notice.good_reason) && !given(&notice.exceptional) {
        return Err(Refusal::beyond(terms, Why::ExtensionTooLong { asked: to, latest }));
    }
    if terms.beyond_needs_exceptional && !given(&notice.exceptional) {
        return incomplete(&terms.beyond, ExtensionLack::Exceptional);
    }
    if terms.beyond_needs_agreement && notice.agreed != Some(Agreed::Yes) {
        return incomplete(&terms.beyond, ExtensionLack::Agreement);
    }
    if !terms.approvers.is_empty() {
        let Some(approver) = &notice.approved_by else {
            return incomplete(&terms.beyond, ExtensionLack::Approver);
        };
        if rules.actor.id.as_ref() == Some(approver) {
            return Err(Refusal { clause: terms.beyond.clone(), why: Why::ApproverIsAsker });
        }
        if rules.lacks_role(approver, None, &terms.approvers) {
            let why = Why::WrongRole { who: approver.clone(), wanted: terms.approvers.clone() };
            return Err(Refusal { clause: terms.beyond.clone(), why });
        }
    }
    Ok(())
}

fn updates_wanted(terms: &ExtensionTerms, past_cap: bool) -> bool {
    match terms.updates {
        UpdatesWanted::Always => true,
        UpdatesWanted::PastLimit => past_cap,
        UpdatesWanted::Never => false,
    }
}

fn incomplete<T>(clause: &str, lacks: ExtensionLack) -> Result<T, Refusal> {
    Err(Refusal { clause: clause.to_owned(), why: Why::ExtensionIncomplete { lacks } })
}
