//! Letters about adjustments and behaviour.

use redress_domain::complaint::Restriction;
use redress_domain::event::{Ended, Incident, Restricted};
use redress_domain::ids::RestrictionId;
use redress_domain::vocabulary::Stage;
use redress_letters::block::BlockId;
use redress_letters::conduct::{
    AdjustmentFacts, RestrictionFacts, RestrictionReviewFacts, WarningFacts, adjustment_confirmed,
    behaviour_warning, restriction_notice, restriction_review,
};
use redress_letters::letter::LetterId;
use redress_letters::ombudsman::Wording;

use crate::paper::{Made, Paper};
use crate::words;

/// What we do differently for somebody. Before the acknowledgement that letter tells it.
pub(super) fn adjustments(paper: &Paper<'_>, stage: Stage, no: u32) -> Option<Made> {
    if !paper.acknowledged(stage) {
        return None;
    }
    let set = paper.after.adjustment_reviews.last();
    let review_on = set.filter(|it| it.from == paper.around.on && it.done_on.is_none());
    let facts = AdjustmentFacts {
        frame: paper.frame_as_it_stands(LetterId::AdjustmentConfirmed, stage, no),
        stage: stage.number(),
        adjustments: paper.after.needs.iter().map(|need| paper.t.typed(need.text())).collect(),
        review_on: review_on.map(|it| it.due),
    };
    let limits = [(BlockId::ReviewDate, facts.review_on)];
    Some(paper.of_frame((adjustment_confirmed(&facts), &facts.frame), stage, &limits))
}

/// A warning; the complaint goes on.
pub(super) fn warning(paper: &Paper<'_>, incident: &Incident, no: u32) -> Made {
    let stage = paper.after.stage();
    let facts = WarningFacts {
        frame: paper.frame_as_it_stands(LetterId::BehaviourWarning, stage, no),
        stage: stage.number(),
        what_happened: incident.what.text().to_owned(),
    };
    paper.of_frame((behaviour_warning(&facts), &facts.frame), stage, &[])
}

fn found<'a>(paper: &Paper<'a>, id: &RestrictionId) -> Option<&'a Restriction> {
    paper.after.behaviour.restrictions.iter().find(|known| known.id == *id)
}

fn approver(paper: &Paper<'_>, known: &Restriction) -> String {
    let by = known.approved_by.as_ref().or(known.proposed_by.as_ref());
    by.map_or_else(|| paper.around.sender.name.clone(), |by| paper.name_of(by))
}

/// A limit on how somebody may reach us.
pub(super) fn restriction(paper: &Paper<'_>, given: &Restricted, no: u32) -> Option<Made> {
    let known = found(paper, &given.id)?;
    let stage = paper.after.stage();
    let facts = RestrictionFacts {
        frame: paper.frame(LetterId::RestrictionNotice, stage, Wording::Challenge, no),
        stage: stage.number(),
        measure: words::sentence(known.measure.text()),
        evidence: words::sentence(known.evidence.text()),
        considered: [&known.equality, &known.proportionality]
            .into_iter()
            .map(|text| words::sentence(text.text()))
            .collect::<Vec<_>>()
            .join("\n\n"),
        still_open: paper.t.route(known.route),
        review_on: given.review_on,
        approved_by: approver(paper, known),
    };
    let limits = [(BlockId::ReviewDate, Some(given.review_on))];
    Some(paper.of_frame((restriction_notice(&facts), &facts.frame), stage, &limits))
}

/// A limit was looked at again and stays.
pub(super) fn review(paper: &Paper<'_>, given: &Restricted, no: u32) -> Option<Made> {
    let outcome = given.outcome.as_ref().map_or("", |outcome| outcome.text());
    let next = Some(given.review_on);
    let facts = review_facts(paper, (&given.id, outcome), next, no)?;
    let stage = paper.after.stage();
    let limits = [(BlockId::ReviewDate, next)];
    Some(paper.of_frame((restriction_review(&facts), &facts.frame), stage, &limits))
}

/// A limit has ended.
pub(super) fn lifted(paper: &Paper<'_>, given: &Ended, no: u32) -> Option<Made> {
    let facts = review_facts(paper, (&given.id, given.reason.text()), None, no)?;
    let stage = paper.after.stage();
    Some(paper.of_frame((restriction_review(&facts), &facts.frame), stage, &[]))
}

fn review_facts(
    paper: &Paper<'_>,
    (id, outcome): (&RestrictionId, &str),
    next_review: Option<jiff::civil::Date>,
    no: u32,
) -> Option<RestrictionReviewFacts> {
    let known = found(paper, id)?;
    let stage = paper.after.stage();
    Some(RestrictionReviewFacts {
        frame: paper.frame(LetterId::RestrictionReview, stage, Wording::Challenge, no),
        stage: stage.number(),
        measure: words::sentence(known.measure.text()),
        outcome: words::sentence(outcome),
        still_open: paper.t.route(known.route),
        next_review,
        decided_by: approver(paper, known),
    })
}
