//! Requests for service: no complaint, yet recorded, watched, looked at again and ended with what
//! became of them (Code 1.4). A complaint made of one stops none of it (Code 1.5).

use jiff::civil::Date;

use crate::clock::{self, What};
use crate::command::{AnswerOutcome, OfferOutcome, ReviewRequest, SettleRequest};
use crate::complaint::{Complaint, Request};
use crate::decide::Outcome;
use crate::event::{Event, OutcomeAnswered, OutcomeOffered, RequestReviewed};
use crate::intake;
use crate::refusal::{Refusal, Why};
use crate::rules::Rules;
use crate::vocabulary::Kind;

/// What we would do about it, and by when.
pub fn offer(complaint: &Complaint, given: &OfferOutcome, rules: &Rules<'_>) -> Outcome {
    open(complaint, rules)?;
    if given.what.is_blank() {
        return refuse(Why::Missing { field: "what" }, rules);
    }
    if let Some(day) = given.due.filter(|day| *day < rules.today) {
        return refuse(Why::DayPassed { given: day, today: rules.today }, rules);
    }
    Ok(vec![Event::OutcomeOffered(OutcomeOffered { what: given.what.clone(), due: given.due })])
}

/// What the resident says to that. A no is no complaint by itself: the choice is offered.
pub fn answer(complaint: &Complaint, given: &AnswerOutcome, rules: &Rules<'_>) -> Outcome {
    let request = open(complaint, rules)?;
    if request.offered.is_empty() {
        return refuse(Why::NothingOffered, rules);
    }
    let Some(answer) = given.answer else {
        return refuse(Why::Missing { field: "answer" }, rules);
    };
    let text = given.text.clone();
    Ok(vec![Event::OutcomeAnswered(OutcomeAnswered { answer, text })])
}

/// It is done, or ended otherwise: with what became of it. Past the day it was to be settled by,
/// the resident is asked first whether they would rather complain.
pub fn settle(complaint: &Complaint, given: &SettleRequest, rules: &Rules<'_>) -> Outcome {
    open(complaint, rules)?;
    if given.outcome.is_blank() {
        return refuse(Why::Missing { field: "outcome" }, rules);
    }
    if let Some(due) = overdue(complaint, rules)
        && complaint.kind == Kind::ServiceRequest
        && complaint.choice.is_none()
    {
        let own = rules.terms.pack.service_requests.as_ref();
        let clause = own.map(|terms| terms.complaint_clause.clone());
        let clause = clause.unwrap_or_else(|| self::clause(rules));
        return Err(Refusal { clause, why: Why::ChoiceOwed { due } });
    }
    Ok(vec![Event::RequestSettled { outcome: given.outcome.clone() }])
}

/// Somebody looks at it again, and writes down what follows.
pub fn review(complaint: &Complaint, given: &ReviewRequest, rules: &Rules<'_>) -> Outcome {
    open(complaint, rules)?;
    if given.note.is_blank() {
        return refuse(Why::Missing { field: "note" }, rules);
    }
    if let Some(day) = given.next_review.filter(|day| *day <= rules.today) {
        return refuse(Why::DayPassed { given: day, today: rules.today }, rules);
    }
    let (note, next_review) = (given.note.clone(), given.next_review);
    Ok(vec![Event::RequestReviewed(RequestReviewed { note, next_review })])
}

/// The clause on requests for service: the policy's own, or the Code's.
pub fn clause(rules: &Rules<'_>) -> String {
    let own = rules.terms.pack.service_requests.as_ref().map(|terms| terms.clause.clone());
    own.unwrap_or_else(|| "Code 1.4".to_owned())
}

/// The request, where there is one that is not settled.
fn open<'a>(complaint: &'a Complaint, rules: &Rules<'_>) -> Result<&'a Request, Refusal> {
    intake::alive(complaint, rules)?;
    let refused = |why| Err(Refusal { clause: self::clause(rules), why });
    let Some(request) = &complaint.request else { return refused(Why::NotARequest) };
    match request.settled_on {
        Some(on) => refused(Why::RequestSettled { on }),
        None => Ok(request),
    }
}

/// The day it was to be settled by, where that has passed.
fn overdue(complaint: &Complaint, rules: &Rules<'_>) -> Option<Date> {
    let clocks = clock::clocks(complaint, rules.terms, rules.calendar, rules.today).ok()?;
    let settle = clocks.into_iter().find(|clock| clock.what == What::ServiceRequestSettled)?;
    (settle.done_on.is_none() && settle.due < rules.today).then_some(settle.due)
}

fn refuse(why: Why, rules: &Rules<'_>) -> Outcome {
    Err(Refusal { clause: self::clause(rules), why })
}
