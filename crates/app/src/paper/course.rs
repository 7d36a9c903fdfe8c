//! Letters about the course of a case: departures, turning back, thinking again, promises, talks.

use jiff::civil::Date;
use redress_domain::clock::What;
use redress_domain::event::CameBack;
use redress_domain::ids::{ActionId, StaffId};
use redress_domain::vocabulary::{Channel, Stage};
use redress_letters::block::BlockId;
use redress_letters::course::{
    ActionUpdateFacts, DeliveryFacts, DepartureFacts, ReconsiderationFacts, ReferBackFacts,
    ReopenedFacts, action_update, delivery_problem, departure_notice, reconsideration_result,
    refer_back, reopened as opened_letter,
};
use redress_letters::letter::{LetterId, To};
use redress_letters::phrases::Phrase;
use redress_letters::update::{ContactNoteFacts, contact_note as note_letter};

use crate::paper::{Made, Paper, opening};
use crate::words;

/// Something is done differently from the policy.
pub(super) fn departure(
    paper: &Paper<'_>,
    (clause, why): (&str, &str),
    approved_by: &StaffId,
    no: u32,
) -> Made {
    let stage = paper.after.stage();
    let clause = clause.trim();
    let numbered = clause.starts_with(|c: char| c.is_ascii_digit());
    let facts = DepartureFacts {
        frame: paper.frame_as_it_stands(LetterId::DepartureNotice, stage, no),
        stage: stage.number(),
        clause: if numbered { paper.t.clause(clause) } else { paper.t.typed(clause) },
        why: why.to_owned(),
        approved_by: paper.name_of(approved_by),
        approved_on: paper.around.on,
        running: paper.running(stage),
    };
    paper.of_frame((departure_notice(&facts), &facts.frame), stage, &[])
}

/// A request for stage 2 goes back once, as the person agreed.
pub(super) fn referred_back(paper: &Paper<'_>, due: Option<Date>, no: u32) -> Option<Made> {
    let request = paper.after.escalation.as_ref()?;
    let facts = ReferBackFacts {
        frame: paper.frame_as_it_stands(LetterId::ReferBack, Stage::Two, no),
        asked_on: request.received_on,
        agreed_on: paper.around.on,
        result_by: due,
        stage_2_by: paper.answer_by(Stage::Two),
    };
    let limits = [(BlockId::NextStep, due), (BlockId::ResponseDate, facts.stage_2_by)];
    Some(paper.of_frame((refer_back(&facts), &facts.frame), Stage::Two, &limits))
}

/// The result of a rethink after the answer of stage 1.
pub(super) fn reconsidered(
    paper: &Paper<'_>,
    text: &str,
    escalate_by: Option<Date>,
    no: u32,
) -> Made {
    let facts = ReconsiderationFacts {
        frame: paper.frame_as_it_stands(LetterId::ReconsiderationResult, Stage::One, no),
        what_changed: text.to_owned(),
        escalate_by,
    };
    let limits = [(BlockId::Escalation, escalate_by)];
    paper.of_frame((reconsideration_result(&facts), &facts.frame), Stage::One, &limits)
}

/// News of a promise.
pub(super) fn action(paper: &Paper<'_>, id: &ActionId, news: &str, no: u32) -> Option<Made> {
    let known = paper.after.actions.iter().find(|action| action.id == *id)?;
    let before = paper.before.and_then(|it| it.actions.iter().find(|action| action.id == *id));
    // A promise of an answer that is still being written is told by that answer.
    paper.after.at(known.stage)?.responded.as_ref()?;
    let facts = ActionUpdateFacts {
        frame: paper.frame_as_it_stands(LetterId::ActionUpdate, known.stage, no),
        stage: known.stage.number(),
        what: known.what.text().to_owned(),
        news: news.to_owned(),
        done_on: known.done_on,
        old_due: before.unwrap_or(known).due,
        due: known.due,
    };
    Some(paper.of_frame((action_update(&facts), &facts.frame), known.stage, &[]))
}

/// A case is open again.
pub(super) fn reopened(paper: &Paper<'_>, why: &str, no: u32) -> Made {
    let stage = paper.after.stage();
    let facts = ReopenedFacts {
        frame: paper.frame_as_it_stands(LetterId::Reopened, stage, no),
        stage: stage.number(),
        why: why.to_owned(),
        answer_by: paper.answer_by(stage),
    };
    let limits = [(BlockId::ResponseDate, facts.answer_by)];
    paper.of_frame((opened_letter(&facts), &facts.frame), stage, &limits)
}

/// A letter came back: told by another way, where there is one. What a machine sent, and word of a
/// letter that came back, is let lie.
pub(super) fn not_delivered(paper: &Paper<'_>, back: &CameBack, no: u32) -> Option<Made> {
    let person = paper.around.person.filter(|person| !person.has_safe_contact())?;
    let other = if back.bounced { &person.address } else { &person.email };
    let sent = paper.after.letters.iter().rfind(|it| it.number == back.number)?;
    let id = LetterId::find(&sent.letter)?;
    let let_lie =
        matches!(id, LetterId::ContactReceipt | LetterId::PortalCode | LetterId::DeliveryProblem);
    if other.is_blank() || let_lie || id.to() != To::Person {
        return None;
    }
    let stage = sent.stage;
    let facts = DeliveryFacts {
        frame: paper.frame_as_it_stands(LetterId::DeliveryProblem, stage, no),
        title: if paper.t.is_first() {
            words::sentence(words::letters::name(&sent.letter))
        } else {
            paper.t.kind_of(id)
        },
        sent_on: sent.sent_on,
        way: if back.bounced {
            paper.t.route(Channel::Email)
        } else {
            paper.t.phrase(Phrase::ByPost)
        },
    };
    Some(paper.of_frame((delivery_problem(&facts), &facts.frame), stage, &[]))
}

/// What was talked about after the acknowledgement, where the policy has it confirmed in writing.
pub(super) fn contact_note(paper: &Paper<'_>, stage: Stage, note: &str, no: u32) -> Option<Made> {
    let id = LetterId::ContactNote;
    let letters = &paper.around.terms.pack.letters;
    letters.get(id.as_str())?.get(BlockId::TalkedAbout.as_str())?;
    if note.trim().is_empty() || !paper.acknowledged(stage) {
        return None;
    }
    note_of(paper, stage, &paper.t.typed(note), no)
}

/// How often the person hears from us, agreed after the acknowledgement.
pub(super) fn updates_agreed(paper: &Paper<'_>, stage: Stage, no: u32) -> Option<Made> {
    if !paper.acknowledged(stage) {
        return None;
    }
    note_of(paper, stage, &paper.t.phrase(Phrase::TalkedAboutUpdates), no)
}

fn note_of(paper: &Paper<'_>, stage: Stage, note: &str, no: u32) -> Option<Made> {
    let plan = paper.after.at(stage)?.update_plans.last();
    let facts = ContactNoteFacts {
        frame: paper.frame_as_it_stands(LetterId::ContactNote, stage, no),
        stage: stage.number(),
        talked_on: paper.around.on,
        talked_about: note.to_owned(),
        agreed: plan
            .map(|_| {
                let updates = opening::updates(paper, stage);
                paper.t.agreed_updates(&updates.way, &updates.interval)
            })
            .into_iter()
            .collect(),
        needs: paper.after.needs.iter().map(|need| paper.t.typed(need.text())).collect(),
        answer_by: paper
            .clock(What::Response, stage)
            .filter(|clock| clock.is_open() && paper.around.on <= clock.due)
            .map(|clock| clock.due),
    };
    let limits = [(BlockId::ResponseDate, facts.answer_by)];
    Some(paper.of_frame((note_letter(&facts), &facts.frame), stage, &limits))
}
