//! Understanding: the complaint definition and the acknowledgement that carries it.

use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::clock::counted::{self, Starts};
use crate::command::{Acknowledge, PointGiven};
use crate::complaint::{Complaint, Point};
use crate::decide::Outcome;
use crate::escalation;
use crate::event::Event;
use crate::ids::PointId;
use crate::intake::live_complaint;
use crate::personal::Words;
use crate::policy::{Duty, Start};
use crate::refusal::{PointLack, Refusal, Why};
use crate::rules::{Rules, ends};
use crate::vocabulary::Stage;

pub mod points;

/// Writes down what the complaint is about (Code 5.6, 5.7).
pub fn define(complaint: &Complaint, given: &[PointGiven], rules: &Rules<'_>) -> Outcome {
    live_complaint(complaint, rules)?;
    not_answered(complaint, rules)?;
    let points = check(complaint, given, rules)?;
    Ok(vec![defined(complaint, points)])
}

/// Writes a new version of the definition; once the stage is answered it stands.
pub fn amend(complaint: &Complaint, given: &[PointGiven], rules: &Rules<'_>) -> Outcome {
    if complaint.points.is_empty() {
        return rules.refuse(Duty::Definition, Why::NoPoints);
    }
    define(complaint, given, rules)
}

/// Asks the resident what is unclear. No clock waits for the reply (Code 5.6).
pub fn ask_clarification(complaint: &Complaint, question: &Words, rules: &Rules<'_>) -> Outcome {
    live_complaint(complaint, rules)?;
    if question.is_blank() {
        return rules.refuse(Duty::Clarification, Why::Missing { field: "question" });
    }
    Ok(vec![Event::ClarificationAsked { stage: complaint.stage(), question: question.clone() }])
}

/// The resident says that the definition is right, or what is not.
pub fn confirm(complaint: &Complaint, changes: &Option<Words>, rules: &Rules<'_>) -> Outcome {
    live_complaint(complaint, rules)?;
    if complaint.points.is_empty() {
        return rules.refuse(Duty::Definition, Why::NoPoints);
    }
    Ok(vec![Event::DefinitionConfirmed {
        stage: complaint.stage(),
        version: complaint.definition_version,
        changes: changes.clone(),
    }])
}

/// Acknowledges the stage: confirmed to the resident, defined and logged (Code 6.2, 6.11). The
/// response day it promises is a fact from then on.
pub fn acknowledge(complaint: &Complaint, given: &Acknowledge, rules: &Rules<'_>) -> Outcome {
    live_complaint(complaint, rules)?;
    let stage = complaint.stage();
    if stage == Stage::One && complaint.awaits_escalation_decision() {
        return rules.refuse(Duty::Independence, Why::NotEscalated);
    }
    if let Some(ack) = &complaint.current().acknowledged {
        let clause = rules.terms.acknowledgement(stage).limit.clause;
        return Err(Refusal { clause, why: Why::AlreadyAcknowledged { on: ack.on } });
    }
    not_answered(complaint, rules)?;
    by_an_allowed_way(given, stage, rules)?;
    let mut events = Vec::new();
    match &given.points {
        Some(points) => events.push(defined(complaint, check(complaint, points, rules)?)),
        None if complaint.points_at(stage).is_empty() => {
            return rules.refuse(Duty::Definition, Why::NoPoints);
        }
        None => {}
    }
    if let Some(officer) = &given.officer
        && complaint.current().officer.as_ref() != Some(officer)
    {
        escalation::may_hold(complaint, stage, officer, None, rules)?;
        events.push(Event::OfficerAssigned {
            stage,
            officer: officer.clone(),
            role: None,
            received_on: None,
        });
    }
    if let Some(clause) = &rules.terms.pack.stage(stage).names_clause
        && given.officer.is_none()
        && complaint.current().officer.is_none()
    {
        let why = Why::Missing { field: "officer" };
        return Err(Refusal { clause: clause.clone(), why });
    }
    escalation::may_act(complaint, stage, rules)?;
    let (response_due, logs) = promise(complaint, stage, rules)?;
    if logs {
        events.push(Event::ComplaintLogged { stage });
    }
    events.push(Event::ComplaintAcknowledged {
        stage,
        channel: given.channel,
        needs_asked: given.needs_asked,
        response_due,
    });
    Ok(events)
}

/// The response day an acknowledgement of today promises, and whether it logs the complaint too:
/// where a policy counts from logging, that day is never after the acknowledgement.
fn promise(
    complaint: &Complaint,
    stage: Stage,
    rules: &Rules<'_>,
) -> Result<(Date, bool), Refusal> {
    let own = &rules.terms.pack.stage(stage).response;
    let counts_logging = [Some(own.from), own.or_from].contains(&Some(Start::Logging));
    let Some(mut starts) = Starts::of(complaint, stage) else {
        return Ok((rules.reckon(rules.today, own.length)?.due, false));
    };
    let logs = counts_logging && starts.logged.is_none();
    starts.acknowledged = Some(rules.today);
    if logs {
        starts.logged = Some(rules.today);
    }
    let counted = counted::response(&starts, stage, (rules.terms, rules.calendar)).map_err(ends)?;
    Ok((counted.due, logs))
}

fn by_an_allowed_way(given: &Acknowledge, stage: Stage, rules: &Rules<'_>) -> Result<(), Refusal> {
    let terms = rules.terms.pack.stage(stage);
    let Some(ways) = &terms.acknowledged_by else {
        if given.channel.is_writing() {
            return Ok(());
        }
        let clause = rules.terms.acknowledgement(stage).limit.clause;
        return Err(Refusal { clause, why: Why::NotInWriting });
    };
    let wished = given.at_customers_wish && ways.at_customers_wish.contains(&given.channel);
    if wished || ways.channels.contains(&given.channel) {
        return Ok(());
    }
    Err(Refusal { clause: ways.clause.clone(), why: Why::WrongChannel })
}

/// Checks points as given and numbers those without an id.
///
/// # Errors
/// `definition-incomplete` or `point-twice`, naming the point.
fn check(
    complaint: &Complaint,
    given: &[PointGiven],
    rules: &Rules<'_>,
) -> Result<Vec<Point>, Refusal> {
    if given.is_empty() {
        return rules.refuse(Duty::Definition, Why::NoPoints);
    }
    let mut taken: BTreeSet<PointId> = given.iter().filter_map(|point| point.id.clone()).collect();
    if let Some(gone) = taken.iter().find(|id| complaint.left.contains_key(id)) {
        return rules.refuse(Duty::Definition, Why::PointGone { point: gone.clone() });
    }
    // A point that was declined or moved away keeps its number for itself.
    taken.extend(complaint.left.keys().cloned());
    let mut seen = BTreeSet::new();
    let mut points = Vec::new();
    let known = complaint.points_at(complaint.stage());
    for (index, point) in given.iter().enumerate() {
        let same = known.get(index).map(|known| &known.id).filter(|id| !taken.contains(id));
        let id = match point.id.as_ref().or(same) {
            Some(id) => id.clone(),
            None => free_id(index + 1, &taken),
        };
        taken.insert(id.clone());
        if !seen.insert(id.clone()) {
            return rules.refuse(Duty::Definition, Why::PointTwice { point: id });
        }
        points.push(complete(complaint, id, point, rules)?);
    }
    Ok(points)
}

fn complete(
    complaint: &Complaint,
    id: PointId,
    given: &PointGiven,
    rules: &Rules<'_>,
) -> Result<Point, Refusal> {
    let lacking = |duty: Duty, lacks: PointLack| {
        rules.refusal(duty, Why::PointIncomplete { point: id.clone(), lacks })
    };
    if given.text.is_blank() {
        return Err(lacking(Duty::Definition, PointLack::Text));
    }
    if given.outcome.is_blank() {
        return Err(lacking(Duty::Definition, PointLack::Outcome));
    }
    let Some(responsibility) = given.responsibility else {
        return Err(lacking(Duty::Responsibility, PointLack::Responsibility));
    };
    let raised_on = complaint
        .points
        .iter()
        .find(|known| known.id == id)
        .map_or(complaint.received_on, |known| known.raised_on);
    Ok(Point {
        id,
        text: given.text.clone(),
        outcome: given.outcome.clone(),
        responsibility,
        whose: given.whose.clone().filter(|text| !text.is_blank()),
        feasible: given.feasible.clone().filter(|text| !text.is_blank()),
        raised_on,
    })
}

fn defined(complaint: &Complaint, points: Vec<Point>) -> Event {
    Event::ComplaintDefined {
        stage: complaint.stage(),
        version: complaint.definition_version + 1,
        points,
    }
}

/// The first `pN` from `n` on that nobody uses.
fn free_id(n: usize, taken: &BTreeSet<PointId>) -> PointId {
    let mut n = n;
    loop {
        let id = PointId(format!("p{n}"));
        if !taken.contains(&id) {
            return id;
        }
        n += 1;
    }
}

fn not_answered(complaint: &Complaint, rules: &Rules<'_>) -> Result<(), Refusal> {
    match &complaint.current().responded {
        Some(responded) => rules.refuse(
            Duty::PointsAfterResponse,
            Why::AlreadyResponded { stage: complaint.stage(), on: responded.on },
        ),
        None => Ok(()),
    }
}
