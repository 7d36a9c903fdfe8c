//! Further issues: a related one joins until the answer; otherwise it is a complaint of its own.
//! Three triggers make it one: answered already, unrelated, or it would delay the answer
//! unreasonably (Code 6.8).

use crate::command::{AddPoint, Receive};
use crate::complaint::{Complaint, Point};
use crate::decide::Outcome;
use crate::event::Event;
use crate::ids::{CaseId, PointId};
use crate::intake::taken_on;
use crate::policy::{Duty, Pack};
use crate::refusal::{PointLack, Refusal, Why};
use crate::rules::Rules;
use crate::vocabulary::{Kind, Responsibility, SplitReason, Stage};

/// Adds an issue: it joins the case, or opens a new one dated the day it was raised.
pub fn add(complaint: &Complaint, given: &AddPoint, rules: &Rules<'_>) -> Outcome {
    taken_on(complaint, rules)?;
    let id = given.id.clone().unwrap_or_else(|| next_id(complaint));
    let lacking = |duty: Duty, lacks: PointLack| {
        rules.refusal(duty, Why::PointIncomplete { point: id.clone(), lacks })
    };
    if given.text.is_blank() {
        return Err(lacking(Duty::Definition, PointLack::Text));
    }
    if given.outcome.is_blank() {
        return Err(lacking(Duty::Definition, PointLack::Outcome));
    }
    let Some(related) = given.related else {
        return rules.refuse(Duty::PointsJoin, Why::Missing { field: "related" });
    };
    if let Some(because) = must_stand_alone(complaint, related, given.delays, rules) {
        return Ok(vec![Event::NewComplaintOpened {
            opens: opens(&given.opens, rules)?,
            because,
            point: None,
            raised_on: rules.today,
            text: given.text.clone(),
            outcome: given.outcome.clone(),
        }]);
    }
    if complaint.points.iter().any(|point| point.id == id) {
        return rules.refuse(Duty::Definition, Why::PointTwice { point: id });
    }
    Ok(vec![Event::PointAdded {
        stage: complaint.stage(),
        version: complaint.definition_version + 1,
        point: Point {
            id,
            text: given.text.clone(),
            outcome: given.outcome.clone(),
            // Not yet said: it is being worked out, and the letter says so (Code 5.7).
            responsibility: given.responsibility.unwrap_or(Responsibility::Unclear),
            whose: given.whose.clone().filter(|text| !text.is_blank()),
            feasible: given.feasible.clone().filter(|text| !text.is_blank()),
            raised_on: rules.today,
        },
    }])
}

/// Why a new issue cannot join: the stage 1 answer has gone, it is unrelated, or it would delay.
/// Some policies take it into the review of stage 2 as well.
fn must_stand_alone(
    complaint: &Complaint,
    related: bool,
    delays: bool,
    rules: &Rules<'_>,
) -> Option<SplitReason> {
    let reviewed = complaint.stage_2.as_ref().is_some_and(|stage| stage.responded.is_none());
    let joins_review = reviewed && rules.terms.pack.escalation.points_join_clause.is_some();
    let answered = complaint.stage_1.responded.is_some() || complaint.stage() == Stage::Two;
    if answered && !joins_review {
        Some(SplitReason::ResponseIssued)
    } else if !related {
        Some(SplitReason::Unrelated)
    } else if delays {
        Some(SplitReason::Delay)
    } else {
        None
    }
}

/// Moves a point out into a new complaint.
pub fn split(
    complaint: &Complaint,
    id: &PointId,
    reason: Option<SplitReason>,
    given: &Option<CaseId>,
    rules: &Rules<'_>,
) -> Outcome {
    taken_on(complaint, rules)?;
    let Some(reason) = reason else {
        return rules.refuse(Duty::PointsJoin, Why::Missing { field: "reason" });
    };
    let Some(point) = complaint.points.iter().find(|point| point.id == *id) else {
        return rules.refuse(Duty::Definition, Why::NoSuchPoint { point: id.clone() });
    };
    if complaint.left.contains_key(id) {
        return rules.refuse(Duty::Definition, Why::PointGone { point: id.clone() });
    }
    let here = complaint.points_at(complaint.stage());
    if here.len() < 2 && here.iter().any(|point| point.id == *id) {
        return rules.refuse(Duty::AnswerEveryPoint, Why::LastPoint);
    }
    let answered = complaint.current().responded.is_some();
    let duty = match reason {
        SplitReason::ResponseIssued => Duty::PointsAfterResponse,
        SplitReason::Unrelated => Duty::PointsUnrelated,
        SplitReason::Delay => Duty::PointsDelay,
    };
    if (reason == SplitReason::ResponseIssued) != answered {
        return rules.refuse(duty, Why::SplitReasonUntrue);
    }
    if complaint.current().findings.contains_key(id) && answered {
        return rules.refuse(Duty::PointsAfterResponse, Why::SplitReasonUntrue);
    }
    Ok(vec![Event::NewComplaintOpened {
        opens: opens(given, rules)?,
        because: reason,
        point: Some(id.clone()),
        raised_on: point.raised_on,
        text: point.text.clone(),
        outcome: point.outcome.clone(),
    }])
}

fn opens(given: &Option<CaseId>, rules: &Rules<'_>) -> Result<CaseId, Refusal> {
    match given {
        Some(case) if !case.0.trim().is_empty() => Ok(case.clone()),
        _ => rules.refuse(Duty::PointsAfterResponse, Why::Missing { field: "opens" }),
    }
}

/// How the new complaint begins that an event opened: as received on the day the issue was first
/// raised, from the same person by the same channel, under the pack that governs that day. The
/// Code's floor stays as it was where the pack is the same. None for every other event.
pub fn opening_of(event: &Event, origin: &Complaint, pack: &Pack) -> Option<Vec<Event>> {
    let Event::NewComplaintOpened { raised_on, text, .. } = event else { return None };
    let floor = if pack.id == origin.pack { origin.floor } else { pack.floor };
    let contact = Receive {
        channel: Some(origin.channel),
        text: text.clone(),
        received_on: Some(*raised_on),
        // What happened and when was said of the first matter, not of this one.
        happened_on: None,
        aware_on: None,
        about: Kind::Complaint,
        // Whom the one is about is barred from what comes out of it as well.
        names_staff: origin.about_staff.iter().cloned().collect(),
        answers: None,
        same_matter_as: None,
        contractor: None,
        forwarded_on: None,
        ..origin.contact.clone()
    };
    let mut events = vec![Event::ComplaintReceived {
        pack: pack.id.clone(),
        floor,
        received_on: *raised_on,
        channel: origin.channel,
        contact: Box::new(contact),
    }];
    events.extend(origin.about_staff.iter().map(|who| Event::StaffNamed { who: who.clone() }));
    Some(events)
}

/// The next `pN` of a case.
pub fn next_id(complaint: &Complaint) -> PointId {
    let mut n = complaint.points.len() + 1;
    while complaint.points.iter().any(|point| point.id.0 == format!("p{n}")) {
        n += 1;
    }
    PointId(format!("p{n}"))
}
