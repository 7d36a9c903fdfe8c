//! Ending: a case closes with a reason; promises and the resident's rights outlive it.

use jiff::civil::Date;

use crate::complaint::{Complaint, State};
use crate::decide::Outcome;
use crate::event::Event;
use crate::ids::{ActionId, StaffId};
use crate::personal::Words;
use crate::policy::Duty;
use crate::refusal::{Refusal, Why};
use crate::remedy::money;
use crate::rules::Rules;
use crate::vocabulary::{ClosingReason, Kind};
use crate::{behaviour, escalation, request};

/// Closes a case. Closing shortens no window and ends no promise (Code 6.6, 6.17).
pub fn close(
    complaint: &Complaint,
    reason: Option<ClosingReason>,
    (contacted_on, agreed_on): (Option<Date>, Option<Date>),
    (approved_by, equality): (&Option<StaffId>, &Option<Words>),
    rules: &Rules<'_>,
) -> Outcome {
    let terms = &rules.terms.pack.closing;
    let clause = rules.terms.closing_clause();
    let refuse = |why: Why| Err(Refusal { clause: clause.clone(), why });
    if let Some((on, _)) = complaint.closed {
        return refuse(Why::CaseClosed { on });
    }
    let Some(reason) = reason else { return refuse(Why::Missing { field: "reason" }) };
    if complaint.awaits_escalation_decision() {
        return refuse(Why::NotEscalated);
    }
    // A request for service ends with what became of it.
    let request = complaint.request.as_ref().filter(|_| complaint.kind == Kind::ServiceRequest);
    if request.is_some_and(|request| request.settled_on.is_none()) {
        return Err(Refusal { clause: request::clause(rules), why: Why::RequestUnsettled });
    }
    true_reason(complaint, reason, rules)?;
    if reason == ClosingReason::Behaviour {
        behaviour::may_close(complaint, (approved_by, equality), rules)?;
    }
    let agreed_on = match reason {
        ClosingReason::Agreed => Some(agreed_on.unwrap_or(rules.today)),
        _ => agreed_on,
    };
    if terms.open_actions_block {
        let ids: Vec<ActionId> = complaint.open_actions().map(|action| action.id.clone()).collect();
        if !ids.is_empty() {
            let clause = terms.actions_clause.clone().unwrap_or(clause);
            return Err(Refusal { clause, why: Why::OpenActions { ids } });
        }
    }
    let taken_on = complaint.kind == Kind::Complaint && complaint.state() != State::Declined;
    if terms.contact_first && taken_on && reason != ClosingReason::Withdrawn {
        contacted(complaint, contacted_on, rules)?;
    }
    panel_done(complaint, rules)?;
    let behaviour = reason == ClosingReason::Behaviour;
    let equality = equality.as_ref().filter(|_| behaviour).map(|words| match words {
        Words::Said(text) => Words::Sealed(text.clone()),
        kept => kept.clone(),
    });
    let approved_by = approved_by.clone().filter(|_| behaviour);
    Ok(vec![Event::ComplaintClosed { reason, contacted_on, agreed_on, approved_by, equality }])
}

/// The resident was contacted, and not before the last promised thing was done.
fn contacted(
    complaint: &Complaint,
    contacted_on: Option<Date>,
    rules: &Rules<'_>,
) -> Result<(), Refusal> {
    let clause = rules.terms.pack.closing.contact_clause.clone();
    let clause = clause.unwrap_or_else(|| rules.terms.closing_clause());
    let Some(contacted) = contacted_on else {
        return Err(Refusal { clause, why: Why::Missing { field: "contacted-on" } });
    };
    let done = complaint.actions.iter().filter_map(|action| action.done_on).max();
    match done {
        Some(done) if contacted < done => {
            Err(Refusal { clause, why: Why::ContactTooEarly { contacted, done } })
        }
        _ => Ok(()),
    }
}

/// A panel that is still looking at a sum keeps the case open, where the policy has one.
fn panel_done(complaint: &Complaint, rules: &Rules<'_>) -> Result<(), Refusal> {
    let Some(panel) = rules.terms.pack.offers.as_ref().and_then(|terms| terms.panel.as_ref())
    else {
        return Ok(());
    };
    match complaint.offers.iter().find_map(money::pending) {
        Some(on) if panel.holds_closing => {
            Err(Refusal { clause: panel.clause.clone(), why: Why::PanelPending { on } })
        }
        _ => Ok(()),
    }
}

/// Whether the case is where the reason says it is.
fn true_reason(
    complaint: &Complaint,
    reason: ClosingReason,
    rules: &Rules<'_>,
) -> Result<(), Refusal> {
    let clause = rules.terms.closing_clause();
    let refuse = |why: Why| Err(Refusal { clause: clause.clone(), why });
    let answered = complaint.current().responded.is_some();
    match reason {
        ClosingReason::Agreed if !answered => refuse(Why::NotAnsweredYet),
        ClosingReason::FinalResponse
            if complaint.stage_2.as_ref().is_none_or(|stage| stage.responded.is_none()) =>
        {
            refuse(Why::NotAnsweredYet)
        }
        ClosingReason::WindowPassed => window_passed(complaint, rules),
        ClosingReason::Withdrawn if complaint.withdrawn_on.is_none() => {
            refuse(Why::ClosingReasonUntrue { reason })
        }
        ClosingReason::Behaviour if !rules.terms.behaviour_may_close() => {
            let clause = rules.terms.behaviour_clause();
            Err(Refusal { clause, why: Why::BehaviourNeverCloses })
        }
        ClosingReason::Other
            if !answered
                && complaint.kind == Kind::Complaint
                && complaint.state() != State::Declined =>
        {
            refuse(Why::NotAnsweredYet)
        }
        _ => Ok(()),
    }
}

fn window_passed(complaint: &Complaint, rules: &Rules<'_>) -> Result<(), Refusal> {
    let terms = &rules.terms.pack.closing;
    let clause = terms.after.as_ref().map(|after| after.clause.clone());
    let clause = clause.unwrap_or_else(|| rules.terms.closing_clause());
    let refuse = |why: Why| Err(Refusal { clause: clause.clone(), why });
    if complaint.rethink_open
        && let Some(last_day) = escalation::last_day(complaint)
    {
        return refuse(Why::WindowOpen { last_day: last_day.max(rules.today) });
    }
    let Some(responded) = &complaint.current().responded else {
        return refuse(Why::NotAnsweredYet);
    };
    let said = complaint.stage_2.is_none() || !terms.after_stage_1_only;
    let closing = match &terms.after {
        Some(after) if said => Some(rules.reckon_for_resident(responded.on, after.length)?.due),
        _ => None,
    };
    let window = if complaint.stage_2.is_none() { escalation::last_day(complaint) } else { None };
    match closing.max(window) {
        Some(last_day) if rules.today <= last_day => refuse(Why::WindowOpen { last_day }),
        Some(_) => Ok(()),
        // A policy without any window has none that could pass.
        None => refuse(Why::ClosingReasonUntrue { reason: ClosingReason::WindowPassed }),
    }
}

/// Opens an ended case again.
pub fn reopen(complaint: &Complaint, reason: &Words, rules: &Rules<'_>) -> Outcome {
    if complaint.closed.is_none() && complaint.withdrawn_on.is_none() {
        return Err(Refusal { clause: rules.terms.closing_clause(), why: Why::NotClosed });
    }
    if reason.is_blank() {
        return rules.refuse(Duty::FullRecord, Why::Missing { field: "reason" });
    }
    Ok(vec![Event::ComplaintReopened { reason: reason.clone() }])
}

/// Keeps a survey answer: handling and outcome apart, each from 1 to 5.
pub fn answer_survey(
    handling: Option<u8>,
    outcome: Option<u8>,
    text: &Option<Words>,
    rules: &Rules<'_>,
) -> Outcome {
    let score = |given: Option<u8>, field: &'static str| match given {
        Some(score @ 1..=5) => Ok(score),
        Some(_) => rules.refuse(Duty::Learning, Why::ScoreOutOfRange { field }),
        None => rules.refuse(Duty::Learning, Why::Missing { field }),
    };
    Ok(vec![Event::SurveyAnswered {
        handling: score(handling, "handling")?,
        outcome: score(outcome, "outcome")?,
        text: text.clone(),
    }])
}

/// Records what was learned; "none" with why is an answer too (Code 9.1).
pub fn record_lesson(
    (cause, lesson): (&Words, &Words),
    (change, owner): (&Option<Words>, &Option<Words>),
    due: Option<Date>,
    rules: &Rules<'_>,
) -> Outcome {
    if cause.is_blank() {
        return rules.refuse(Duty::Learning, Why::Missing { field: "cause" });
    }
    if lesson.is_blank() {
        return rules.refuse(Duty::Learning, Why::Missing { field: "lesson" });
    }
    Ok(vec![Event::LessonRecorded {
        cause: cause.clone(),
        lesson: lesson.clone(),
        change: change.clone(),
        owner: owner.clone(),
        due,
    }])
}

/// Records what was changed because of the complaint.
pub fn record_improvement(what: &Words, done_on: Option<Date>, rules: &Rules<'_>) -> Outcome {
    if what.is_blank() {
        return rules.refuse(Duty::Learning, Why::Missing { field: "what" });
    }
    let Some(done_on) = done_on else {
        return rules.refuse(Duty::Learning, Why::Missing { field: "done-on" });
    };
    Ok(vec![Event::ImprovementRecorded { what: what.clone(), done_on }])
}
