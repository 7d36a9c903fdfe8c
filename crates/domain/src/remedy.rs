//! Putting right: remedies, promised actions and money, at any stage (Code 5.13, 7.1 to 7.3).

use jiff::civil::Date;

use crate::command::OfferRemedy;
use crate::complaint::{Action, Complaint};
use crate::decide::Outcome;
use crate::event::Event;
use crate::ids::{ActionId, OfferId};
use crate::intake::alive;
use crate::personal::Words;
use crate::policy::Duty;
use crate::refusal::{Refusal, Why};
use crate::rules::Rules;
use crate::vocabulary::{RemedyKind, Role};

pub mod keeping;
pub mod money;

/// Offers a remedy: what will happen, and by when unless the letter itself does it (Code 7.3).
pub fn offer(complaint: &Complaint, given: &OfferRemedy, rules: &Rules<'_>) -> Outcome {
    alive(complaint, rules)?;
    let Some(kind) = given.kind else {
        return rules.refuse(Duty::PutRight, Why::Missing { field: "kind" });
    };
    if given.what.is_blank() {
        return vague("what", rules);
    }
    if let Some(point) = &given.point
        && !complaint.points.iter().any(|known| known.id == *point)
    {
        return rules.refuse(Duty::PutRight, Why::NoSuchPoint { point: point.clone() });
    }
    match given.due {
        None if !kind.given_in_the_letter() => return vague("due", rules),
        Some(due) => not_past(due, rules)?,
        None => {}
    }
    if kind == RemedyKind::Money && given.amount.unwrap_or(0) == 0 {
        return vague("amount", rules);
    }
    if kind == RemedyKind::Money {
        allowed(given, rules)?;
    }
    if kind == RemedyKind::Action && given.owner.as_ref().is_none_or(Words::is_blank) {
        return vague("owner", rules);
    }
    let offer =
        (kind == RemedyKind::Money).then(|| OfferId(format!("o{}", complaint.offers.len() + 1)));
    let action = (kind == RemedyKind::Action).then(|| next_action(complaint));
    Ok(vec![Event::RemedyOffered {
        stage: complaint.stage(),
        offer,
        action,
        remedy: Box::new(given.clone()),
    }])
}

/// A sum beyond what whoever offers it may decide alone has somebody's word who may.
fn allowed(given: &OfferRemedy, rules: &Rules<'_>) -> Result<(), Refusal> {
    let Some(terms) = &rules.terms.pack.compensation else { return Ok(()) };
    let amount = given.amount.unwrap_or(0);
    let suffices =
        |role: &Role| terms.limits.iter().any(|limit| limit.role == *role && amount <= limit.up_to);
    let theirs = &rules.actor.roles;
    if terms.limits.is_empty() || theirs.is_empty() || theirs.iter().any(suffices) {
        return Ok(());
    }
    let wanted: Vec<Role> =
        terms.limits.iter().map(|limit| limit.role).filter(|role| suffices(role)).collect();
    let clause = terms.limits_clause.as_ref().unwrap_or(&terms.clause);
    if wanted.is_empty() {
        let limit = terms.limits.iter().map(|limit| limit.up_to).max().unwrap_or(0);
        let why = Why::SumBeyondLimits { amount, limit };
        return Err(Refusal { clause: clause.clone(), why });
    }
    money::approved(given.approved_by.as_ref(), &wanted, clause, rules)
}

/// Promises a thing with an owner and a day; it is tracked after the response and the closure
/// (Code 6.6, 6.17).
pub fn raise_action(
    complaint: &Complaint,
    (what, owner): (&Words, &Words),
    due: Option<Date>,
    id: &Option<ActionId>,
    rules: &Rules<'_>,
) -> Outcome {
    alive(complaint, rules)?;
    if what.is_blank() {
        return vague("what", rules);
    }
    if owner.is_blank() {
        return vague("owner", rules);
    }
    let Some(due) = due else { return vague("due", rules) };
    not_past(due, rules)?;
    let id = id.clone().unwrap_or_else(|| next_action(complaint));
    if complaint.actions.iter().any(|action| action.id == id) {
        return rules.refuse(Duty::ActionsOutlive, Why::ActionTwice { id });
    }
    Ok(vec![Event::ActionRaised {
        stage: complaint.stage(),
        id,
        what: what.clone(),
        owner: owner.clone(),
        due,
    }])
}

/// Says how a promised action stands; a new day needs the reason in the text.
pub fn update_action(
    complaint: &Complaint,
    id: &ActionId,
    text: &Words,
    due: Option<Date>,
    rules: &Rules<'_>,
) -> Outcome {
    open_action(complaint, id, rules)?;
    if text.is_blank() {
        return rules.refuse(Duty::ActionsOutlive, Why::Missing { field: "text" });
    }
    if let Some(due) = due {
        not_past(due, rules)?;
    }
    Ok(vec![Event::ActionUpdated { id: id.clone(), text: text.clone(), due }])
}

/// Marks a promised action done, in any state of the case.
pub fn complete_action(
    complaint: &Complaint,
    id: &ActionId,
    proof: &Option<Words>,
    rules: &Rules<'_>,
) -> Outcome {
    open_action(complaint, id, rules)?;
    let proof = proof.clone().filter(|text| !text.is_blank());
    Ok(vec![Event::ActionCompleted { id: id.clone(), proof }])
}

fn open_action<'a>(
    complaint: &'a Complaint,
    id: &ActionId,
    rules: &Rules<'_>,
) -> Result<&'a Action, Refusal> {
    let action = known_action(complaint, id, rules)?;
    match action.done_on {
        Some(on) => rules.refuse(Duty::ActionsOutlive, Why::ActionDone { id: id.clone(), on }),
        None => Ok(action),
    }
}

fn known_action<'a>(
    complaint: &'a Complaint,
    id: &ActionId,
    rules: &Rules<'_>,
) -> Result<&'a Action, Refusal> {
    match complaint.actions.iter().find(|action| action.id == *id) {
        Some(action) => Ok(action),
        None => rules.refuse(Duty::ActionsOutlive, Why::NoSuchAction { id: id.clone() }),
    }
}

fn next_action(complaint: &Complaint) -> ActionId {
    let mut n = complaint.actions.len() + 1;
    while complaint.actions.iter().any(|action| action.id.0 == format!("a{n}")) {
        n += 1;
    }
    ActionId(format!("a{n}"))
}

fn vague<T>(lacks: &'static str, rules: &Rules<'_>) -> Result<T, Refusal> {
    rules.refuse(Duty::RemedyWhatAndWhen, Why::RemedyVague { lacks })
}

/// A promise is for today or later.
fn not_past(due: Date, rules: &Rules<'_>) -> Result<(), Refusal> {
    if due < rules.today {
        let why = Why::DayPassed { given: due, today: rules.today };
        return rules.refuse(Duty::RemedyWhatAndWhen, why);
    }
    rules.calendar.day(due).map_err(|ends| Refusal {
        clause: "calendar".to_owned(),
        why: Why::CalendarEnds { year: ends.year },
    })?;
    Ok(())
}
