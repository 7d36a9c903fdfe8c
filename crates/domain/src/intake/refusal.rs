//! Declining a complaint: the exception, on one of the policy's grounds, proved case by case.

use jiff::civil::Date;

use crate::calendar::Span;
use crate::command::{Decline, Receive};
use crate::complaint::{Complaint, State};
use crate::decide::Outcome;
use crate::event::Event;
use crate::intake::alive;
use crate::investigation::not_answered;
use crate::personal::Words;
use crate::policy::terms::from_code;
use crate::policy::{Duty, Fact, GroundTerms};
use crate::refusal::{Lack, Refusal, Why};
use crate::rules::Rules;
use crate::vocabulary::{Ground, Kind, Stage, Standing};

/// A reason of fewer words than this is a code, not a reason.
const WORDS_OF_A_REASON: usize = 2;

/// Declines a complaint or some of its points (Code 2.1 to 2.5). The rest goes on.
pub fn decline(complaint: &Complaint, refusal: &Decline, rules: &Rules<'_>) -> Outcome {
    alive(complaint, rules)?;
    if let Some(on) = complaint.directed_on {
        return rules.refuse(Duty::Direction, Why::DirectionCannotBeRefused { on });
    }
    if complaint.state() == State::Declined {
        return rules.refuse(Duty::OwnMerits, Why::AlreadyDeclined);
    }
    let Some(ground) = refusal.ground else {
        return rules.refuse(Duty::OwnMerits, Why::Missing { field: "ground" });
    };
    let Some(terms) = rules.terms.pack.ground(ground) else {
        return rules.refuse(Duty::OwnMerits, Why::GroundNotInPolicy { ground });
    };
    prove(complaint, refusal, terms, rules)?;
    for id in refusal.points.iter().flatten() {
        if !complaint.points.iter().any(|point| point.id == *id) {
            return rules.refuse(Duty::Definition, Why::NoSuchPoint { point: id.clone() });
        }
    }
    if !complaint.points.is_empty() {
        not_answered(complaint, rules)?;
    }
    let whole = covers_everything(complaint, refusal);
    if whole && let Some(ack) = &complaint.stage_1.acknowledged {
        return rules.refuse(Duty::OwnMerits, Why::AlreadyAcknowledged { on: ack.on });
    }
    Ok(vec![Event::ComplaintDeclined { ground, whole, refusal: Box::new(refusal.clone()) }])
}

/// Whether nothing of the complaint is left to go on with.
fn covers_everything(complaint: &Complaint, refusal: &Decline) -> bool {
    if refusal.handling_accepted.as_ref().is_some_and(|part| !part.is_blank()) {
        return false;
    }
    let Some(chosen) = &refusal.points else { return true };
    complaint.points_at(complaint.stage()).iter().all(|point| chosen.contains(&point.id))
}

fn prove(
    complaint: &Complaint,
    refusal: &Decline,
    terms: &GroundTerms,
    rules: &Rules<'_>,
) -> Result<(), Refusal> {
    let ground = terms.id;
    let lacking = |lacks: Lack| Refusal {
        clause: terms.clause.clone(),
        why: Why::GroundUnsupported { ground, lacks },
    };
    if terms.routes_only {
        let goes_to = terms.goes_to.clone().unwrap_or_default();
        return Err(lacking(Lack::Routed { goes_to }));
    }
    if refusal.reasons.count() < WORDS_OF_A_REASON {
        return Err(lacking(Lack::OwnReasons));
    }
    if refusal.circumstances.is_blank() {
        return rules.refuse(
            Duty::OwnMerits,
            Why::GroundUnsupported { ground, lacks: Lack::Circumstances },
        );
    }
    if ground == Ground::TooOld {
        return too_old(complaint, refusal, rules);
    }
    for fact in rules.terms.facts(terms) {
        if let Some(lacks) = missing(fact, complaint, refusal, rules) {
            return Err(lacking(lacks));
        }
    }
    match terms.period {
        Some(period) => within_period(complaint, (terms, period), rules),
        None => Ok(()),
    }
}

/// What a fact lacks to be known, if anything.
fn missing(
    fact: Fact,
    complaint: &Complaint,
    refusal: &Decline,
    rules: &Rules<'_>,
) -> Option<Lack> {
    let filed = |day: Option<Date>| day.is_some_and(|day| day <= rules.today);
    let said = |text: &Option<Words>| text.as_ref().is_some_and(|text| !text.is_blank());
    let (known, lacks) = match fact {
        Fact::ClaimForm => (filed(refusal.claim_form_filed_on), Lack::CourtPapers),
        Fact::Particulars => (filed(refusal.particulars_filed_on), Lack::CourtPapers),
        Fact::EarlierCase => {
            let named = refusal.earlier_case.as_ref().is_some_and(|case| !case.0.trim().is_empty());
            (named, Lack::EarlierCase)
        }
        Fact::Body => (said(&refusal.body), Lack::Body),
        Fact::Outsider => (outsider(&complaint.contact), Lack::IsACustomer),
        Fact::SurveyAnswer => (complaint.kind == Kind::SurveyAnswer, Lack::OtherKind),
        Fact::AsbReport => (complaint.kind == Kind::AsbReport, Lack::OtherKind),
        Fact::Handling => (said(&refusal.handling_accepted), Lack::Handling),
    };
    (!known).then_some(lacks)
}

/// Nobody who may complain: no customer and speaking for none, or somebody who had left before
/// it happened.
fn outsider(contact: &Receive) -> bool {
    let alone = contact.on_behalf_of.as_ref().is_none_or(Words::is_blank);
    let had_left = match (contact.tenancy_ended_on, contact.happened_on) {
        (Some(left), Some(happened)) => left < happened,
        _ => false,
    };
    match contact.standing {
        Standing::NonCustomer => alone,
        Standing::FormerOccupier => alone && had_left,
        _ => false,
    }
}

/// The matter belongs elsewhere only while a period from the handover of the home runs.
fn within_period(
    complaint: &Complaint,
    (terms, period): (&GroundTerms, Span),
    rules: &Rules<'_>,
) -> Result<(), Refusal> {
    let lacking = |lacks: Lack| Refusal {
        clause: terms.clause.clone(),
        why: Why::GroundUnsupported { ground: terms.id, lacks },
    };
    let Some(handed_over) = complaint.contact.handed_over_on else {
        return Err(lacking(Lack::HandedOver));
    };
    let last_day = rules.reckon(handed_over, period)?.due;
    let received = complaint.received_on;
    if last_day < received {
        return Err(lacking(Lack::PeriodOver { last_day, received }));
    }
    Ok(())
}

/// The age of the matter, from the later of the day it happened and the day it was noticed
/// (Code 2.3), and the discretion that must be considered.
fn too_old(complaint: &Complaint, refusal: &Decline, rules: &Rules<'_>) -> Result<(), Refusal> {
    let age = &rules.terms.pack.age;
    let mut clause = age.clause.clone();
    let ground = Ground::TooOld;
    let lacking = |clause: String, lacks: Lack| Refusal {
        clause,
        why: Why::GroundUnsupported { ground, lacks },
    };
    let contact = &complaint.contact;
    let from = if rules.terms.awareness_counts() {
        contact.happened_on.max(contact.aware_on)
    } else {
        contact.happened_on.or(contact.aware_on)
    };
    let Some(from) = from else {
        return Err(lacking(clause, Lack::Dates));
    };
    let mut last_day = rules.reckon_for_resident(from, age.limit)?.due;
    if rules.terms.floor {
        let code = &rules.terms.code.age;
        let by_the_code = rules.reckon_for_resident(from, code.limit)?.due;
        if last_day < by_the_code {
            (last_day, clause) = (by_the_code, from_code(&code.clause));
        }
    }
    let received = complaint.received_on;
    if received <= last_day {
        return Err(lacking(clause, Lack::StillInTime { last_day, received }));
    }
    let considered = refusal.discretion.as_ref().is_some_and(|text| !text.is_blank());
    let wanted = rules.terms.pack.age.discretion || rules.terms.floor;
    if wanted && !considered {
        return Err(lacking(rules.terms.pack.age.discretion_clause.clone(), Lack::Discretion));
    }
    Ok(())
}

/// The Ombudsman tells the landlord to take on what it declined (Code 2.4).
pub fn accept_by_direction(complaint: &Complaint, reference: &Words, rules: &Rules<'_>) -> Outcome {
    if reference.is_blank() {
        return rules.refuse(Duty::Direction, Why::Missing { field: "reference" });
    }
    let stage_2_declined =
        complaint.escalation.as_ref().is_some_and(|request| request.declined.is_some());
    let stage = if stage_2_declined {
        Stage::Two
    } else if complaint.declined.is_some() {
        Stage::One
    } else {
        return rules.refuse(Duty::Direction, Why::NotDeclined);
    };
    Ok(vec![Event::AcceptanceDirected { reference: reference.clone(), stage }])
}
