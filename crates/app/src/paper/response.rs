//! The written answer of a stage, point by point, as the findings and remedies on record make it.

use redress_domain::command::Respond;
use redress_domain::complaint::{Complaint, Found, Point};
use redress_domain::personal::Words;
use redress_domain::vocabulary::{Met as Reached, RemedyKind, Stage};
use redress_letters::check::facts::CheckFacts;
use redress_letters::letter::LetterId;
use redress_letters::ombudsman::Wording;
use redress_letters::phrases::Phrase;
use redress_letters::response::facts::{
    ActionFacts, CommentFacts, LegalDuties, Met, OfferFacts, OfferHead, OutcomeAnswer, PointAnswer,
    RemedyFacts, ResponseFacts, Source, Sources, WhyUnhappy,
};
use redress_letters::response::{stage1_response, stage2_response};

use crate::paper::{Made, Paper};

/// The response of a stage.
pub(super) fn answer(paper: &Paper<'_>, stage: Stage, given: &Respond, no: u32) -> Made {
    let id = match stage {
        Stage::One => LetterId::ResponseStage1,
        Stage::Two => LetterId::ResponseStage2,
    };
    let wording = match stage {
        Stage::One => Wording::Advice,
        Stage::Two => Wording::refer(paper.around.on).unwrap_or(Wording::Advice),
    };
    let after = paper.after;
    let points = after.points_at(stage);
    let record = after.at(stage);
    let facts = ResponseFacts {
        frame: paper.frame(id, stage, wording, no),
        missed: paper.missed(stage),
        agreed_on: record.and_then(|it| it.confirmed_on.or(it.defined_on)),
        points: points.iter().map(|point| point_answer(paper, stage, point)).collect(),
        legal_duties: duties(given),
        outcomes: points
            .iter()
            .filter_map(|point| outcome(point, record?.findings.get(&point.id)?))
            .collect(),
        apology: apology(paper, given),
        remedies: remedies(after, stage),
        no_remedy_because: said(given.no_remedy_because.as_ref()),
        offer: offer(paper, stage),
        actions: actions(after),
        lessons: said(given.lessons.as_ref()),
        safeguards: said(given.safeguards.as_ref()),
        escalate_by: record.and_then(|it| it.responded.as_ref()).and_then(|it| it.escalate_by),
        other_bodies: Vec::new(),
        why_unhappy: why_unhappy(after),
    };
    let held = CheckFacts::response(&facts, paper.pack_rules(stage), stage.number());
    let letter = match stage {
        Stage::One => stage1_response(&facts),
        Stage::Two => stage2_response(&facts),
    };
    (letter, paper.held_against(held, stage), stage)
}

fn said(words: Option<&Words>) -> Option<String> {
    words.filter(|words| !words.is_blank()).map(|words| words.text().to_owned())
}

fn point_answer(paper: &Paper<'_>, stage: Stage, point: &Point) -> PointAnswer {
    let after = paper.after;
    let found = after.at(stage).and_then(|record| record.findings.get(&point.id));
    let given = found.map(|found| &found.given);
    let weighed = given.and_then(|given| said(given.weighed.as_ref()));
    PointAnswer {
        text: point.text.text().to_owned(),
        found: weighed.unwrap_or_default(),
        finding: found.map(|found| found.finding),
        stage1_finding: (stage == Stage::Two)
            .then(|| after.stage_1.findings.get(&point.id).map(|found| found.finding))
            .flatten(),
        reasons: given.map(|given| given.reasons.text().to_owned()).unwrap_or_default(),
        sources: given.map_or_else(|| Sources::Cited(Vec::new()), sources),
        happened_on: after.contact.happened_on,
        evidence: after.evidence.iter().map(|it| it.what.text().to_owned()).collect(),
        fault: given.and_then(|given| said(given.fault.as_ref())),
        comments: after
            .invited_to_comment
            .iter()
            .map(|(_, on)| CommentFacts { invited_on: Some(*on), reply_by: None, answered: true })
            .collect(),
    }
}

/// Rules cited as people write them: "Repairs policy, section 4.2".
fn sources(given: &redress_domain::command::Find) -> Sources {
    if given.cites.is_empty()
        && let Some(why) = said(given.no_sources_because.as_ref())
    {
        return Sources::NoneApplies(why);
    }
    let cited = given.cites.iter().map(|cite| {
        let (document, clause) = cite.text().split_once(',').unwrap_or((cite.text(), ""));
        Source {
            document: document.trim().to_owned(),
            clause: clause.trim().to_owned(),
            in_force_from: None,
            in_force_to: None,
        }
    });
    Sources::Cited(cited.collect())
}

fn outcome(point: &Point, found: &Found) -> Option<OutcomeAnswer> {
    Some(OutcomeAnswer {
        wanted: point.outcome.text().to_owned(),
        met: found.given.outcome_met.map(|met| match met {
            Reached::Fully => Met::Fully,
            Reached::Partly => Met::Partly,
            Reached::Not => Met::Not,
        }),
        why: said(found.given.outcome_why.as_ref()).unwrap_or_default(),
    })
    .filter(|answer| answer.met.is_some())
}

fn duties(given: &Respond) -> Option<LegalDuties> {
    let (ours, yours) = (said(given.our_duties.as_ref()), said(given.your_duties.as_ref()));
    if ours.is_none() && yours.is_none() {
        return None;
    }
    Some(LegalDuties { ours: ours.unwrap_or_default(), yours: yours.unwrap_or_default() })
}

/// The apology in words: written for this letter, or offered as a remedy.
fn apology(paper: &Paper<'_>, given: &Respond) -> Option<String> {
    let offered = paper
        .after
        .remedies
        .iter()
        .find(|remedy| remedy.remedy.kind == Some(RemedyKind::Apology))
        .map(|remedy| remedy.remedy.what.text().to_owned());
    said(given.apology_words.as_ref())
        .or(offered)
        .or_else(|| given.apology.then(|| paper.t.phrase(Phrase::SorryWentWrong)))
}

fn remedies(after: &Complaint, stage: Stage) -> Vec<RemedyFacts> {
    after
        .remedies
        .iter()
        .filter(|it| it.stage == stage && it.offer.is_none() && it.action.is_none())
        .filter_map(|it| {
            Some(RemedyFacts {
                kind: it.remedy.kind.filter(|kind| *kind != RemedyKind::Apology)?,
                what: it.remedy.what.text().to_owned(),
                by: it.remedy.due,
            })
        })
        .collect()
}

fn offer(paper: &Paper<'_>, stage: Stage) -> Option<OfferFacts> {
    let after = paper.after;
    let money: Vec<_> =
        after.remedies.iter().filter(|it| it.stage == stage && it.offer.is_some()).collect();
    let heads: Vec<OfferHead> = money
        .iter()
        .map(|it| OfferHead {
            what: it.remedy.head.as_ref().unwrap_or(&it.remedy.what).text().to_owned(),
            pence: it.remedy.amount.unwrap_or(0),
        })
        .collect();
    if heads.is_empty() {
        return None;
    }
    Some(OfferFacts {
        total_pence: heads.iter().map(|head| head.pence).sum(),
        heads,
        earlier: Vec::new(),
        set_off: None,
        pay_by: money.iter().filter_map(|it| it.remedy.due).max(),
        paid: paper.t.phrase(Phrase::ToBankAccount),
    })
}

/// Every promise, done or open; those of stage 1 are carried over.
pub(super) fn actions(after: &Complaint) -> Vec<ActionFacts> {
    after
        .actions
        .iter()
        .map(|action| ActionFacts {
            what: action.what.text().to_owned(),
            owner: Some(action.owner.text().to_owned()).filter(|owner| !owner.trim().is_empty()),
            by: Some(action.due),
            done_on: action.done_on,
        })
        .collect()
}

fn why_unhappy(after: &Complaint) -> WhyUnhappy {
    let told = after.escalation.as_ref().and_then(|request| request.reason.as_ref());
    WhyUnhappy {
        told_us: told.map(|reason| reason.text().to_owned()).unwrap_or_default(),
        tries: after.stage_2.as_ref().map(|record| record.contacts.clone()).unwrap_or_default(),
    }
}
