//! Unacceptable behaviour: a restriction is evidenced, in proportion, mindful of disability,
//! approved by somebody else, reviewed, and never closes the way to complain (Code 5.14, 5.15).

use jiff::civil::Date;

use crate::command::{
    ApproveRestriction, ChallengeRestriction, LiftRestriction, ProposeRestriction, RecordIncident,
    RefuseRestriction, ReviewRestriction, WarnPerson,
};
use crate::complaint::{Complaint, Restriction};
use crate::decide::Outcome;
use crate::event::{Ended, Event, Incident, Proposal, Restricted};
use crate::ids::{RestrictionId, StaffId};
use crate::personal::Words;
use crate::policy::{Duty, Post};
use crate::refusal::{Bar, Refusal, Why};
use crate::rules::Rules;
use crate::vocabulary::{Channel, Conduct, Role};

/// Words in which people speak of what everybody is entitled to do.
const RIGHTS: [&str; 13] = [
    "stage 2",
    "stage two",
    "escalat",
    "ombudsman",
    "added a point",
    "another point",
    "further point",
    "new point",
    "added an issue",
    "further issue",
    "new issue",
    "more issues",
    "asked for a review",
];

/// Writes down an incident. It limits nothing.
pub fn record_incident(given: &RecordIncident, rules: &Rules<'_>) -> Outcome {
    if given.what.is_blank() {
        return rules.refuse(Duty::Behaviour, Why::Missing { field: "what" });
    }
    only_conduct(given.conduct, &given.what, rules)?;
    Ok(vec![Event::IncidentRecorded(Incident {
        what: given.what.clone(),
        conduct: given.conduct,
        against: given.against.clone(),
        consulted: None,
        advice: None,
    })])
}

/// Tells the person what may follow.
pub fn warn(given: &WarnPerson, rules: &Rules<'_>) -> Outcome {
    if given.incident.is_blank() {
        return rules.refuse(Duty::Behaviour, Why::Missing { field: "incident" });
    }
    only_conduct(given.conduct, &given.incident, rules)?;
    consulted((given.consulted.is_some(), &given.advice), rules)?;
    Ok(vec![Event::PersonWarned(Incident {
        what: given.incident.clone(),
        conduct: given.conduct,
        against: given.against.clone(),
        consulted: given.consulted.clone(),
        advice: given.advice.clone(),
    })])
}

/// Proposes a restriction. Nothing is limited until somebody else approves it.
pub fn propose(complaint: &Complaint, given: &ProposeRestriction, rules: &Rules<'_>) -> Outcome {
    let lacking = |duty, field| rules.refuse(duty, Why::Missing { field });
    if given.measure.is_blank() {
        return lacking(Duty::Behaviour, "measure");
    }
    if given.evidence.is_blank() {
        return lacking(Duty::Behaviour, "evidence");
    }
    if given.proportionality.is_blank() {
        return lacking(Duty::Proportion, "proportionality");
    }
    if given.equality.is_blank() {
        return lacking(Duty::Proportion, "equality");
    }
    only_conduct(None, &given.evidence, rules)?;
    grounded(given, rules)?;
    warned(complaint, rules)?;
    let before = complaint.behaviour.warnings.iter().find(|(_, it)| it.consulted.is_some());
    match before {
        Some(_) if given.consulted.is_none() => {}
        _ => consulted((given.consulted.is_some(), &given.advice), rules)?,
    }
    if let Some(day) = given.until.filter(|day| *day <= rules.today) {
        let why = Why::DayPassed { given: day, today: rules.today };
        return rules.refuse(Duty::Proportion, why);
    }
    let route = given.route.unwrap_or(Channel::Letter);
    if given.closes.contains(&route) {
        return rules.refuse(Duty::Proportion, Why::NoRouteLeft { route });
    }
    let number = complaint.behaviour.proposed + 1;
    let id = given.id.clone().unwrap_or_else(|| RestrictionId(format!("r{number}")));
    if complaint.behaviour.restrictions.iter().any(|known| known.id == id) {
        return rules.refuse(Duty::Behaviour, Why::RestrictionTwice { id });
    }
    // What it rests on is of the most guarded class until it is in force, and after a refusal.
    let mut given = given.clone();
    for words in given.factors.values_mut() {
        *words = sealed(words);
    }
    for words in
        [&mut given.measure, &mut given.evidence, &mut given.proportionality, &mut given.equality]
    {
        *words = sealed(words);
    }
    Ok(vec![Event::RestrictionProposed(Box::new(Proposal { id, route, given }))])
}

/// Puts a proposal in force: somebody who neither made it nor was the target of the behaviour.
pub fn approve(complaint: &Complaint, given: &ApproveRestriction, rules: &Rules<'_>) -> Outcome {
    let proposal = proposal(complaint, &given.id, rules)?;
    may_decide(complaint, proposal, rules)?;
    // A restriction that ends by itself is looked at by then at the latest.
    let review_on = next_review(given.review_on, rules)?;
    let review_on = proposal.until.map_or(review_on, |until| until.min(review_on));
    Ok(vec![Event::RestrictionApproved(Restricted {
        id: proposal.id.clone(),
        review_on,
        outcome: None,
    })])
}

/// Turns a proposal down. No view of the case shows it from then on.
pub fn refuse(complaint: &Complaint, given: &RefuseRestriction, rules: &Rules<'_>) -> Outcome {
    let proposal = proposal(complaint, &given.id, rules)?;
    may_decide(complaint, proposal, rules)?;
    if given.reason.is_blank() {
        return rules.refuse(Duty::Behaviour, Why::Missing { field: "reason" });
    }
    let reason = sealed(&given.reason);
    Ok(vec![Event::RestrictionRefused(Ended { id: proposal.id.clone(), reason })])
}

/// Looks at a restriction again, and says when the next time is.
pub fn review(complaint: &Complaint, given: &ReviewRestriction, rules: &Rules<'_>) -> Outcome {
    let restriction = in_force(complaint, &given.id, rules)?;
    if given.outcome.is_blank() {
        return rules.refuse(Duty::Behaviour, Why::Missing { field: "outcome" });
    }
    let review_on = next_review(given.next_review, rules)?;
    Ok(vec![Event::RestrictionReviewed(Restricted {
        id: restriction.id.clone(),
        review_on,
        outcome: Some(given.outcome.clone()),
    })])
}

/// Ends a restriction.
pub fn lift(complaint: &Complaint, given: &LiftRestriction, rules: &Rules<'_>) -> Outcome {
    let restriction = in_force(complaint, &given.id, rules)?;
    if given.reason.is_blank() {
        return rules.refuse(Duty::Behaviour, Why::Missing { field: "reason" });
    }
    let (id, reason) = (restriction.id.clone(), given.reason.clone());
    Ok(vec![Event::RestrictionLifted(Ended { id, reason })])
}

/// What the person says against a restriction. Whoever reviews it next reads it.
pub fn challenge(
    complaint: &Complaint,
    given: &ChallengeRestriction,
    rules: &Rules<'_>,
) -> Outcome {
    let restriction = in_force(complaint, &given.id, rules)?;
    if given.reason.is_blank() {
        return rules.refuse(Duty::Behaviour, Why::Missing { field: "reason" });
    }
    let (id, reason) = (restriction.id.clone(), given.reason.clone());
    Ok(vec![Event::RestrictionChallenged(Ended { id, reason })])
}

/// Whether behaviour may end this case: a warning came first where the policy wants one, it
/// happened again, somebody else approved it, and the Equality Act was thought of.
///
/// # Errors
/// What is still missing.
pub fn may_close(
    complaint: &Complaint,
    (approved_by, equality): (&Option<StaffId>, &Option<Words>),
    rules: &Rules<'_>,
) -> Result<(), Refusal> {
    let clause = rules.terms.behaviour_clause();
    let refuse = |why| Err(Refusal { clause: clause.clone(), why });
    warned(complaint, rules)?;
    if equality.as_ref().is_none_or(Words::is_blank) {
        return refuse(Why::Missing { field: "equality" });
    }
    let Some(approver) = approved_by else {
        return refuse(Why::Missing { field: "approved-by" });
    };
    if rules.actor.id.as_ref() == Some(approver) {
        return refuse(Why::ApproverIsAsker);
    }
    if complaint.behaviour.targets().contains(approver) {
        return refuse(Why::NotIndependent { who: approver.clone(), because: Bar::Target });
    }
    let post = self::approver(rules);
    if rules.lacks_role(approver, None, &post.roles) {
        return refuse(Why::WrongRole { who: approver.clone(), wanted: post.roles });
    }
    Ok(())
}

/// The ground is one of the policy's, and everything it wants weighed was.
fn grounded(given: &ProposeRestriction, rules: &Rules<'_>) -> Result<(), Refusal> {
    let Some(terms) = &rules.terms.pack.behaviour else { return Ok(()) };
    let known = given.ground.is_some_and(|ground| terms.grounds.contains(&ground));
    if !terms.grounds.is_empty() && !known {
        let clause = terms.clause.clone();
        return Err(Refusal { clause, why: Why::Missing { field: "ground" } });
    }
    if let Some(weighing) = &terms.factors {
        let said = |factor| given.factors.get(factor).is_some_and(|words| !words.is_blank());
        if !weighing.of.iter().all(said) {
            let clause = weighing.clause.clone();
            return Err(Refusal { clause, why: Why::Missing { field: "factors" } });
        }
    }
    Ok(())
}

/// The warning that a policy wants first, and something that happened after it.
fn warned(complaint: &Complaint, rules: &Rules<'_>) -> Result<(), Refusal> {
    let Some(clause) = rules.terms.behaviour(|terms| terms.warning_clause.clone()) else {
        return Ok(());
    };
    match complaint.behaviour.since_warning() {
        None => Err(Refusal { clause, why: Why::WarningFirst }),
        Some((warned, false)) => {
            Err(Refusal { clause, why: Why::NoConductSinceWarning { warned } })
        }
        Some((_, true)) => Ok(()),
    }
}

/// A further point, a first request for stage 2 and a turn to the Ombudsman are rights. They bear
/// no restriction, whoever finds them tiresome.
fn only_conduct(conduct: Option<Conduct>, said: &Words, rules: &Rules<'_>) -> Result<(), Refusal> {
    if conduct.is_some_and(Conduct::is_a_right) || nothing_but_rights(said.text()) {
        return rules.refuse(Duty::Proportion, Why::NeverEvidence);
    }
    Ok(())
}

/// Whether every sentence speaks of something that everybody may do.
fn nothing_but_rights(text: &str) -> bool {
    let text = text.to_lowercase();
    let mut sentences = text.split(['.', ';', '\n', '!']).filter(|part| !part.trim().is_empty());
    sentences.clone().next().is_some()
        && sentences.all(|part| RIGHTS.iter().any(|right| part.contains(right)))
}

/// Whoever the policy wants consulted was, and what they advised is written down.
fn consulted((done, advice): (bool, &Option<Words>), rules: &Rules<'_>) -> Result<(), Refusal> {
    let Some(clause) = rules.terms.behaviour(|terms| terms.consult_clause.clone()) else {
        return Ok(());
    };
    let lacking = |field| Err(Refusal { clause: clause.clone(), why: Why::Missing { field } });
    match advice {
        _ if !done => lacking("consulted"),
        Some(advice) if !advice.is_blank() => Ok(()),
        _ => lacking("advice"),
    }
}

fn may_decide(
    complaint: &Complaint,
    proposal: &Restriction,
    rules: &Rules<'_>,
) -> Result<(), Refusal> {
    let post = approver(rules);
    let refuse = |why| Err(Refusal { clause: post.clause.clone(), why });
    let Some(actor) = &rules.actor.id else { return Ok(()) };
    if proposal.proposed_by.as_ref() == Some(actor) {
        return refuse(Why::ApproverIsAsker);
    }
    if complaint.behaviour.targets().contains(actor) || proposal.against.as_ref() == Some(actor) {
        return refuse(Why::NotIndependent { who: actor.clone(), because: Bar::Target });
    }
    if rules.lacks_role(actor, None, &post.roles) {
        return refuse(Why::WrongRole { who: actor.clone(), wanted: post.roles.clone() });
    }
    Ok(())
}

/// Who approves: as the policy says, or a senior manager.
fn approver(rules: &Rules<'_>) -> Post {
    let own = rules.terms.behaviour(|terms| terms.approver.clone());
    own.unwrap_or_else(|| Post {
        roles: vec![Role::SeniorManager],
        clause: rules.terms.clause(Duty::Behaviour),
    })
}

fn next_review(given: Option<Date>, rules: &Rules<'_>) -> Result<Date, Refusal> {
    match given {
        Some(day) if day <= rules.today => {
            let why = Why::DayPassed { given: day, today: rules.today };
            Err(Refusal { clause: rules.terms.review_clause(), why })
        }
        Some(day) => Ok(day),
        None => match rules.terms.review_every() {
            Some(every) => Ok(rules.reckon(rules.today, every)?.due),
            None => Err(Refusal {
                clause: rules.terms.review_clause(),
                why: Why::Missing { field: "review-on" },
            }),
        },
    }
}

fn proposal<'a>(
    complaint: &'a Complaint,
    id: &Option<RestrictionId>,
    rules: &Rules<'_>,
) -> Result<&'a Restriction, Refusal> {
    let mut waiting = complaint.behaviour.restrictions.iter().filter(|it| it.approved_on.is_none());
    let found = waiting.rfind(|it| id.as_ref().is_none_or(|id| it.id == *id));
    found.ok_or_else(|| rules.refusal(Duty::Behaviour, Why::NothingProposed))
}

fn in_force<'a>(
    complaint: &'a Complaint,
    id: &Option<RestrictionId>,
    rules: &Rules<'_>,
) -> Result<&'a Restriction, Refusal> {
    let found = complaint.behaviour.in_force();
    let found = found.filter(|it| id.as_ref().is_none_or(|id| it.id == *id)).last();
    found.ok_or_else(|| rules.refusal(Duty::Behaviour, Why::NothingRestricted))
}

fn sealed(words: &Words) -> Words {
    match words {
        Words::Said(text) => Words::Sealed(text.clone()),
        kept => kept.clone(),
    }
}
