//! Going on to stage 2: by default yes, without a reason, before somebody else (Code 6.10 to 6.13).

use jiff::civil::Date;

use crate::clock::counted::{self, Starts};
use crate::complaint::Complaint;
use crate::decide::Outcome;
use crate::event::Event;
use crate::ids::{PointId, StaffId};
use crate::intake::{alive, taken_on};
use crate::named;
use crate::personal::Words;
use crate::policy::Duty;
use crate::refusal::{Bar, Refusal, Why};
use crate::rules::{Rules, ends};
use crate::vocabulary::{Channel, EscalationGround, Role, Stage};

pub mod back;

/// A reason of fewer words than this is a code, not a reason.
const WORDS_OF_A_REASON: usize = 2;

/// The resident wants stage 2. No reason may be demanded (Code 6.12); a late request waits for a
/// person's decision and is never turned away by itself.
pub fn request(
    complaint: &Complaint,
    channel: Option<Channel>,
    reason: &Option<Words>,
    (points, received_on): (&Option<Vec<PointId>>, Option<Date>),
    rules: &Rules<'_>,
) -> Outcome {
    taken_on(complaint, rules)?;
    let Some(channel) = channel else {
        return rules.refuse(Duty::AnyChannel, Why::Missing { field: "channel" });
    };
    let received_on = received_on.unwrap_or(rules.today);
    if rules.today < received_on {
        let why = Why::ReceivedInFuture { given: received_on, today: rules.today };
        return rules.refuse(Duty::FullRecord, why);
    }
    if let Some(stage_2) = &complaint.stage_2 {
        if let Some(responded) = &stage_2.responded {
            return rules.refuse(Duty::FinalStage, Why::ProcessEnded { on: responded.on });
        }
        let on = complaint.escalation.as_ref().map_or(received_on, |request| request.received_on);
        return own_clause(rules, Why::AlreadyRequested { on });
    }
    if complaint.awaits_escalation_decision()
        && let Some(request) = &complaint.escalation
    {
        return own_clause(rules, Why::AlreadyRequested { on: request.received_on });
    }
    answered_or_overdue(complaint, received_on, rules)?;
    let all = complaint.points_at(Stage::One);
    let points = match points {
        None => all.iter().map(|point| point.id.clone()).collect(),
        Some(chosen) => {
            for id in chosen {
                if !all.iter().any(|point| point.id == *id) {
                    return own_clause(rules, Why::NoSuchPoint { point: id.clone() });
                }
            }
            if chosen.is_empty() {
                all.iter().map(|point| point.id.clone()).collect()
            } else {
                chosen.clone()
            }
        }
    };
    // A rethink that is still open uses up no window.
    let late =
        !complaint.rethink_open && last_day(complaint).is_some_and(|last| last < received_on);
    rules.reckon(received_on, rules.terms.acknowledgement(Stage::Two).limit.length)?;
    Ok(vec![Event::EscalationRequested {
        channel,
        reason: reason.clone().filter(|text| !text.is_blank()),
        points,
        received_on,
        late,
    }])
}

/// Stage 2 follows an answer, or an answer that is overdue.
fn answered_or_overdue(
    complaint: &Complaint,
    received_on: Date,
    rules: &Rules<'_>,
) -> Result<(), Refusal> {
    if complaint.stage_1.responded.is_some() {
        return Ok(());
    }
    let due = early_from(complaint, rules)?;
    if due.is_some_and(|due| due < received_on) {
        return Ok(());
    }
    Err(Refusal { clause: rules.terms.early_clause(), why: Why::NotAnswered { due } })
}

/// The day after which stage 2 may be asked for without an answer. Where the policy says so an
/// extension that the resident did not agree to moves it not.
fn early_from(complaint: &Complaint, rules: &Rules<'_>) -> Result<Option<Date>, Refusal> {
    let record = &complaint.stage_1;
    if let Some(ack) = &record.acknowledged {
        let agreed_only = rules.terms.pack.escalation.early_unless_agreed;
        let moved = record.extensions.iter().rfind(|it| it.agreed || !agreed_only);
        return Ok(Some(moved.map_or(ack.response_due, |it| it.to)));
    }
    let counting = (rules.terms, rules.calendar);
    let Some(mut starts) = Starts::of(complaint, Stage::One) else { return Ok(None) };
    let ack = counted::acknowledgement(&starts, Stage::One, counting).map_err(ends)?;
    starts.ack_due = Some(ack.due);
    Ok(Some(counted::response(&starts, Stage::One, counting).map_err(ends)?.due))
}

/// The last day to ask, as the stage 1 letter said it or as a rethink moved it.
pub fn last_day(complaint: &Complaint) -> Option<Date> {
    complaint.escalate_by()
}

/// Takes the case to stage 2 and gives it to somebody who had no hand in stage 1.
pub fn escalate(
    complaint: &Complaint,
    officer: &StaffId,
    role: Option<Role>,
    late_because: &Option<Words>,
    rules: &Rules<'_>,
) -> Outcome {
    alive(complaint, rules)?;
    if complaint.stage_2.is_some() {
        let on = complaint.escalation.as_ref().map_or(rules.today, |request| request.received_on);
        return own_clause(rules, Why::AlreadyRequested { on });
    }
    let Some(request) =
        complaint.escalation.as_ref().filter(|_| complaint.awaits_escalation_decision())
    else {
        return own_clause(rules, Why::NotRequested);
    };
    if officer.0.trim().is_empty() {
        return rules.refuse(Duty::Independence, Why::Missing { field: "officer" });
    }
    reviewed_keeps_out(complaint, rules)?;
    if let (Some(post), Some(actor)) = (&rules.terms.pack.stage_2.appointer, &rules.actor.id)
        && rules.lacks_role(actor, None, &post.roles)
    {
        let why = Why::WrongRole { who: actor.clone(), wanted: post.roles.clone() };
        return Err(Refusal { clause: post.clause.clone(), why });
    }
    let decided = late_because.as_ref().is_some_and(|text| !text.is_blank());
    if request.late
        && !decided
        && request.directed_on.is_none()
        && let (Some(window), Some(last)) = (rules.terms.window(), last_day(complaint))
    {
        return Err(Refusal {
            clause: window.late_clause.clone(),
            why: Why::LateUndecided { last_day: last, asked: request.received_on },
        });
    }
    may_hold(complaint, Stage::Two, officer, role, rules)?;
    Ok(vec![Event::ComplaintEscalated {
        officer: officer.clone(),
        role,
        late_because: late_because.clone().filter(|text| !text.is_blank()),
    }])
}

/// Declines a request for stage 2: on a ground of the policy that is true, with reasons
/// (Code 5.11).
pub fn decline(
    complaint: &Complaint,
    ground: Option<EscalationGround>,
    (reasons, circumstances): (&Words, &Option<Words>),
    rules: &Rules<'_>,
) -> Outcome {
    alive(complaint, rules)?;
    let Some(request) =
        complaint.escalation.as_ref().filter(|_| complaint.awaits_escalation_decision())
    else {
        return own_clause(rules, Why::NotRequested);
    };
    if let Some(on) = request.directed_on {
        return rules.refuse(Duty::Direction, Why::DirectionCannotBeRefused { on });
    }
    reviewed_keeps_out(complaint, rules)?;
    let refuse = |why: Why| Err(Refusal { clause: rules.terms.declining_clause(ground), why });
    let Some(ground) = ground else { return refuse(Why::Missing { field: "ground" }) };
    if !rules.terms.may_decline(ground) {
        return refuse(Why::EscalationGroundNotInPolicy { ground });
    }
    let untrue = match ground {
        EscalationGround::OutOfTime => !request.late,
        EscalationGround::UpheldAndOffered => !upheld_and_offered(complaint),
        _ => false,
    };
    if untrue {
        let last_day = last_day(complaint).filter(|_| ground == EscalationGround::OutOfTime);
        return refuse(Why::EscalationGroundUntrue { ground, last_day });
    }
    if reasons.count() < WORDS_OF_A_REASON {
        return refuse(Why::ReasonMissing { point: None });
    }
    // A late request is weighed on its own circumstances before it may be declined.
    let weighed = circumstances.as_ref().is_some_and(|text| !text.is_blank());
    if !weighed {
        let clause = match rules.terms.window() {
            Some(window) if request.late => window.late_clause.clone(),
            _ => rules.terms.clause(Duty::OwnMerits),
        };
        return Err(Refusal { clause, why: Why::Missing { field: "circumstances" } });
    }
    Ok(vec![Event::EscalationDeclined {
        ground,
        reasons: reasons.clone(),
        circumstances: circumstances.clone(),
    }])
}

/// Where requests reach the very person whose answer they are about, that person passes them on.
fn reviewed_keeps_out(complaint: &Complaint, rules: &Rules<'_>) -> Result<(), Refusal> {
    if let (Some(clause), Some(actor)) =
        (&rules.terms.pack.escalation.reviewed_clause, &rules.actor.id)
        && complaint.stage_1.hands.contains(actor)
    {
        let why = Why::NotIndependent { who: actor.clone(), because: Bar::Reviewed };
        return Err(Refusal { clause: clause.clone(), why });
    }
    Ok(())
}

/// Whether every point of the request was upheld at stage 1 and something was offered for it.
fn upheld_and_offered(complaint: &Complaint) -> bool {
    let findings = &complaint.stage_1.findings;
    let points = complaint.points_at(Stage::One);
    let upheld = |id: &PointId| findings.get(id).is_some_and(|it| it.finding.admits_fault());
    !points.is_empty()
        && points.iter().all(|point| upheld(&point.id))
        && complaint.remedies.iter().any(|remedy| remedy.stage == Stage::One)
}

/// Refuses an officer who may not hold the stage: wrong role, an open conflict, or at stage 2 a
/// hand in stage 1 (Code 5.8, 6.13).
///
/// # Errors
/// `wrong-role`, `conflicted` or `not-independent`.
pub fn may_hold(
    complaint: &Complaint,
    stage: Stage,
    officer: &StaffId,
    role: Option<Role>,
    rules: &Rules<'_>,
) -> Result<(), Refusal> {
    named::not_about(complaint, officer, rules)?;
    if stage == Stage::Two {
        independent(complaint, officer, rules)?;
        took_no_part(complaint, officer, rules)?;
    }
    let post = &rules.terms.pack.stage(stage).decider;
    if rules.lacks_role(officer, role, &post.roles) {
        let why = Why::WrongRole { who: officer.clone(), wanted: post.roles.clone() };
        return Err(Refusal { clause: post.clause.clone(), why });
    }
    if conflicted(complaint, officer) {
        return rules.refuse(Duty::FairHandling, Why::Conflicted { who: officer.clone() });
    }
    Ok(())
}

/// Refuses whoever acts now, where they are named and barred from the stage.
///
/// # Errors
/// `not-independent` or `conflicted`.
pub fn may_act(complaint: &Complaint, stage: Stage, rules: &Rules<'_>) -> Result<(), Refusal> {
    let Some(actor) = &rules.actor.id else { return Ok(()) };
    if stage == Stage::Two {
        independent(complaint, actor, rules)?;
    }
    if conflicted(complaint, actor) {
        return rules.refuse(Duty::FairHandling, Why::Conflicted { who: actor.clone() });
    }
    Ok(())
}

fn independent(complaint: &Complaint, who: &StaffId, rules: &Rules<'_>) -> Result<(), Refusal> {
    let terms = rules.terms.independence();
    let barred = |because: Bar| {
        let why = Why::NotIndependent { who: who.clone(), because };
        Err(Refusal { clause: terms.clause.clone(), why })
    };
    if complaint.stage_1.hands.contains(who) {
        return barred(Bar::HandledStage1);
    }
    let oversaw = complaint.stage_1.oversaw.contains(who);
    if terms.bars_overseer && oversaw && !mitigated(complaint, who) {
        return barred(Bar::OversawStage1);
    }
    Ok(())
}

/// Where the policy wants nobody at stage 2 who took any part in stage 1. That bars from holding
/// and deciding the stage, not from supporting whoever does.
fn took_no_part(complaint: &Complaint, who: &StaffId, rules: &Rules<'_>) -> Result<(), Refusal> {
    let terms = rules.terms.independence();
    if terms.bars_everybody && complaint.stage_1.involved.contains(who) {
        let why = Why::NotIndependent { who: who.clone(), because: Bar::TookPart };
        return Err(Refusal { clause: terms.clause, why });
    }
    Ok(())
}

/// Refuses whoever decides now, where they are named and barred from deciding the stage.
///
/// # Errors
/// `not-independent` or `conflicted`.
pub fn may_decide(complaint: &Complaint, stage: Stage, rules: &Rules<'_>) -> Result<(), Refusal> {
    may_act(complaint, stage, rules)?;
    match &rules.actor.id {
        Some(actor) if stage == Stage::Two => took_no_part(complaint, actor, rules),
        _ => Ok(()),
    }
}

/// Whether somebody other than the person recorded how the conflict is dealt with.
fn mitigated(complaint: &Complaint, who: &StaffId) -> bool {
    complaint.conflicts.iter().any(|conflict| {
        conflict.who == *who && conflict.mitigated && conflict.mitigated_by.as_ref() != Some(who)
    })
}

/// Whether the person's last word on conflicts was an unmitigated one.
pub fn conflicted(complaint: &Complaint, who: &StaffId) -> bool {
    complaint
        .conflicts
        .iter()
        .rfind(|conflict| conflict.who == *who)
        .is_some_and(|conflict| !conflict.none && !conflict.mitigated)
}

fn own_clause<T>(rules: &Rules<'_>, why: Why) -> Result<T, Refusal> {
    Err(Refusal { clause: rules.terms.pack.escalation.clause.clone(), why })
}
