//! The letters at the start of a stage: acknowledgement and clarification.

use redress_domain::clock::What;
use redress_domain::complaint::Point;
use redress_domain::vocabulary::{Responsibility, Stage};
use redress_letters::acknowledgement::{
    AcknowledgementFacts, DirectionFacts, Feasible, MovedPoint, NeedsFacts, OutcomeFacts,
    PointFacts, PointResponsibility, accepted_by_direction, stage1_acknowledgement,
    stage2_acknowledgement,
};
use redress_letters::check::facts::CheckFacts;
use redress_letters::frame::Updates;
use redress_letters::letter::LetterId;
use redress_letters::ombudsman::Wording;
use redress_letters::phrases::Phrase;
use redress_letters::update::{ClarificationFacts, clarification_request};

use crate::paper::{Made, Paper};
use crate::words;

/// How often we write where nothing was agreed yet: proposed, with a way to change it.
const PROPOSED: &str = "5 working days";

/// The acknowledgement of a stage; of a complaint that was refused first, the letter that says so.
pub(super) fn acknowledgement(paper: &Paper<'_>, stage: Stage, no: u32) -> Made {
    let after = paper.after;
    let directed_on = after
        .directed_on
        .filter(|_| stage == Stage::One && after.declined.as_ref().is_some_and(|it| it.whole));
    let id = match (stage, directed_on) {
        (Stage::One, Some(_)) => LetterId::AcceptedByDirection,
        (Stage::One, None) => LetterId::AcknowledgementStage1,
        (Stage::Two, _) => LetterId::AcknowledgementStage2,
    };
    let record = after.at(stage);
    let on = paper.around.on;
    let response = paper.clock(What::Response, stage);
    let answer_by = record.and_then(|it| it.response_due()).unwrap_or(on);
    let (received_on, channel) = match (stage, &after.escalation) {
        (Stage::Two, Some(request)) => (request.received_on, request.channel),
        _ => (after.received_on, after.channel),
    };
    let limit = paper.around.terms.response(stage).limit;
    let missed = paper.missed(stage);
    let in_time = response.and_then(|clock| clock.outer_limit).filter(|day| *day < answer_by);
    let facts = AcknowledgementFacts {
        frame: paper.frame(id, stage, Wording::Advice, no),
        received_on,
        received_by: paper.t.came(channel),
        points: after.points_at(stage).into_iter().map(|point| point_facts(paper, point)).collect(),
        questions: None,
        contact_by: paper.clock(What::FirstContact, stage).map(|clock| clock.due),
        answer_by,
        answer_length: paper.t.from_today(&limit.length.to_string()),
        answer_if_in_time: if missed.is_empty() { None } else { in_time },
        updates: updates(paper, stage),
        needs: needs(paper, stage),
        moved: moved(paper),
        missed,
    };
    let rules = paper.pack_rules(stage);
    let held = CheckFacts::acknowledgement(&facts, rules, stage.number());
    let letter = match (stage, directed_on) {
        (Stage::One, Some(directed_on)) => accepted_by_direction(&DirectionFacts {
            acknowledgement: facts,
            directed_on,
            refused_on: after.declined.as_ref().map(|declined| declined.on),
            direction: String::new(),
        }),
        (Stage::One, None) => stage1_acknowledgement(&facts),
        (Stage::Two, _) => stage2_acknowledgement(&facts),
    };
    (letter, paper.held_against(held, stage), stage)
}

fn point_facts(paper: &Paper<'_>, point: &Point) -> PointFacts {
    PointFacts {
        text: point.text.text().to_owned(),
        outcomes: vec![OutcomeFacts::Wanted {
            what: point.outcome.text().to_owned(),
            feasible: match &point.feasible {
                // "yes" and "no, because ..." as the form and the files write it.
                Some(said) => feasible(said.text()),
                None => Feasible::ToBeDecided,
            },
        }],
        responsibility: Some(PointResponsibility {
            whose: point.responsibility,
            other: point.whose.as_ref().map(|whose| whose.text().to_owned()),
            known_by: (point.responsibility == Responsibility::Unclear)
                .then(|| paper.clock(What::Response, paper.after.stage()).map(|clock| clock.due))
                .flatten(),
        }),
    }
}

fn feasible(said: &str) -> Feasible {
    let trimmed = said.trim();
    let lower = trimmed.to_lowercase();
    if lower == "yes" {
        Feasible::Yes
    } else if let Some(rest) = lower.strip_prefix("no") {
        let why = trimmed.get(trimmed.len() - rest.len()..).unwrap_or(trimmed);
        Feasible::No(why.trim_start_matches([',', ':', '.', ' ']).to_owned())
    } else {
        Feasible::ToBeDecided
    }
}

/// How the person hears from us meanwhile, agreed or proposed.
pub(super) fn updates(paper: &Paper<'_>, stage: Stage) -> Updates {
    let plan = paper.after.at(stage).and_then(|record| record.update_plans.last());
    let next = paper
        .around
        .clocks
        .iter()
        .rfind(|clock| clock.what == What::Update && clock.stage == Some(stage) && clock.is_open())
        .map(|clock| clock.due);
    Updates {
        way: paper.t.phrase(Phrase::WriteToYou),
        interval: plan
            .map_or_else(|| paper.t.every(PROPOSED), |plan| paper.t.every(&plan.every.to_string())),
        agreed: plan.is_some(),
        next,
    }
}

fn needs(paper: &Paper<'_>, stage: Stage) -> NeedsFacts {
    let asked = paper.after.at(stage).is_some_and(|record| record.needs_asked);
    let held = paper
        .after
        .representative
        .as_ref()
        .filter(|(_, status)| *status == redress_domain::vocabulary::Authority::Held);
    let mut adjustments: Vec<String> =
        paper.after.needs.iter().map(|need| paper.t.typed(need.text())).collect();
    if paper.around.person.is_some_and(|person| person.large_print) && adjustments.is_empty() {
        adjustments.push(paper.t.phrase(Phrase::In18Point));
    }
    NeedsFacts {
        asked_on: asked.then_some(paper.around.on),
        answered: !adjustments.is_empty(),
        adjustments,
        representative: held.map(|(who, _)| who.text().to_owned()),
    }
}

/// Points that were declined, with where they go.
fn moved(paper: &Paper<'_>) -> Vec<MovedPoint> {
    let Some(declined) = paper.after.declined.as_ref().filter(|declined| !declined.whole) else {
        return Vec::new();
    };
    let goes_to = declined
        .refusal
        .ground
        .and_then(|ground| paper.around.terms.pack.ground(ground))
        .and_then(|terms| terms.goes_to.clone());
    let to = declined.refusal.body.as_ref().map(|body| body.text().to_owned()).or(goes_to);
    let Some(to) = to else { return Vec::new() };
    paper
        .after
        .points
        .iter()
        .filter(|point| paper.after.left.contains_key(&point.id))
        .map(|point| MovedPoint {
            text: point.text.text().to_owned(),
            to: paper.t.typed(&to),
            contact: paper.t.through_us(&paper.around.sender.phone),
        })
        .collect()
}

/// A question about what is unclear; no clock waits for the reply.
pub(super) fn clarification(paper: &Paper<'_>, stage: Stage, question: &str, no: u32) -> Made {
    let open = |what: What| paper.clock(what, stage).filter(|clock| clock.is_open());
    let mut running = Vec::new();
    if let Some(clock) = open(What::Acknowledgement) {
        running.push((paper.t.phrase(Phrase::WriteAboutComplaint), clock.due));
    }
    if let Some(clock) = open(What::Response) {
        running.push((paper.t.phrase(Phrase::AnswerYou), clock.due));
    }
    let soon = running.first().map_or(paper.around.on, |(_, day)| *day);
    let points = paper.after.points_at(stage);
    let facts = ClarificationFacts {
        frame: paper.frame(LetterId::ClarificationRequest, stage, Wording::Advice, no),
        stage: stage.number(),
        points_so_far: if points.is_empty() {
            vec![words_of_contact(paper)]
        } else {
            points.iter().map(|point| point.text.text().to_owned()).collect()
        },
        questions: question.to_owned(),
        reply_by: soon,
        running,
    };
    let held = CheckFacts::clarification(&facts, paper.pack_rules(stage));
    (clarification_request(&facts), paper.held_against(held, stage), stage)
}

fn words_of_contact(paper: &Paper<'_>) -> String {
    words::sentence(paper.after.contact.text.text())
}
