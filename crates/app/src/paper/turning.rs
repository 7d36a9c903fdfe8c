//! Letters on the way: more time, how things stand, a changed definition, and endings.

use jiff::civil::Date;
use redress_domain::clock::What;
use redress_domain::command::Agreed;
use redress_domain::escalation;
use redress_domain::event::Event;
use redress_domain::ids::StaffId;
use redress_domain::vocabulary::{ClosingReason, Role, Stage};
use redress_letters::check::facts::CheckFacts;
use redress_letters::ending::{
    ClosureFacts, LateEscalationFacts, WithdrawalFacts, closure, late_escalation_decision,
    withdrawal_confirmed,
};
use redress_letters::extension::{Agreement, ExtensionFacts, GoodReason, extension as letter_of};
use redress_letters::frame::Step;
use redress_letters::letter::LetterId;
use redress_letters::ombudsman::Wording;
use redress_letters::phrases::Phrase;
use redress_letters::update::{
    DefinitionChangedFacts, HandlerChangeFacts, UpdateFacts, definition_changed as changed_letter,
    handler_change, progress_update,
};

use crate::paper::response::actions;
use crate::paper::{Made, Paper, opening};
use crate::words;

/// More time for the answer.
pub(super) fn extension(paper: &Paper<'_>, event: &Event, no: u32) -> Option<Made> {
    let Event::ResponseExtended { stage, from, to, past_cap, agreed, notice, .. } = event else {
        return None;
    };
    let earlier = paper.after.at(*stage).map_or(0, |record| record.extensions.len());
    let on = paper.around.on;
    let mut facts = ExtensionFacts {
        frame: paper.frame(LetterId::ExtensionStage1, *stage, Wording::Challenge, no),
        stage: stage.number(),
        further: *past_cap || 1 < earlier,
        past_cap: *past_cap,
        old_due: *from,
        new_due: *to,
        reason: notice.reason.text().to_owned(),
        good_reason: notice.good_reason.as_ref().or(notice.exceptional.as_ref()).map(|reason| {
            GoodReason {
                reason: reason.text().to_owned(),
                approved_by: paper.signed_by(
                    notice.approved_by.as_ref().or(paper.after.officer_at(*stage)),
                    Role::ComplaintsManager,
                ),
            }
        }),
        agreement: match agreed {
            Some(Agreed::Yes) => Agreement::Yes { asked_on: on },
            Some(Agreed::No) => Agreement::No { asked_on: on },
            Some(Agreed::NoReply) => Agreement::NotReached { tried_on: on },
            None => Agreement::NotAsked,
        },
        done_so_far: steps(paper, *stage),
        updates: notice.updates.map(|_| opening::updates(paper, *stage)),
    };
    facts.frame = paper.frame(facts.letter_id(), *stage, Wording::Challenge, no);
    let held = CheckFacts::extension(&facts, paper.pack_rules(*stage));
    Some((letter_of(&facts), paper.held_against(held, *stage), *stage))
}

/// What was done at a stage so far, as the record has it.
fn steps(paper: &Paper<'_>, stage: Stage) -> Vec<Step> {
    let Some(record) = paper.after.at(stage) else { return Vec::new() };
    let mut steps = Vec::new();
    if let Some(ack) = &record.acknowledged {
        steps.push(Step { on: ack.on, what: paper.t.phrase(Phrase::StepConfirmed) });
    }
    for day in &record.contacts {
        steps.push(Step { on: *day, what: paper.t.phrase(Phrase::StepTalked) });
    }
    for evidence in &paper.after.evidence {
        let what = paper.t.step_looked(evidence.what.text());
        steps.push(Step { on: evidence.on, what });
    }
    steps.sort_by_key(|step| step.on);
    steps
}

/// How things stand. It is never an answer.
pub(super) fn update(paper: &Paper<'_>, stage: Stage, text: &str, no: u32) -> Made {
    let answer_by = paper.clock(What::Response, stage).map_or(paper.around.on, |clock| clock.due);
    let facts = UpdateFacts {
        frame: paper.frame(LetterId::ProgressUpdate, stage, Wording::Advice, no),
        stage: stage.number(),
        done_so_far: steps(paper, stage),
        next_step: text.to_owned(),
        answer_by,
        missed: paper.missed(stage),
    };
    let held = CheckFacts::update(&facts, paper.pack_rules(stage));
    (progress_update(&facts), paper.held_against(held, stage), stage)
}

/// The points of the complaint have changed after the resident was told them.
pub(super) fn definition_changed(
    paper: &Paper<'_>,
    stage: Stage,
    what_changed: String,
    no: u32,
) -> Option<Made> {
    let answer_by = paper.clock(What::Response, stage)?.due;
    let points = paper.after.points_at(stage);
    let facts = DefinitionChangedFacts {
        frame: paper.frame(LetterId::DefinitionChanged, stage, Wording::Advice, no),
        stage: stage.number(),
        points_now: points.iter().map(|point| point.text.text().to_owned()).collect(),
        what_changed,
        answer_by,
    };
    let held = CheckFacts::definition_changed(&facts, paper.pack_rules(stage));
    Some((changed_letter(&facts), paper.held_against(held, stage), stage))
}

/// A point leaves for a complaint of its own before the stage is answered.
pub(super) fn split(paper: &Paper<'_>, text: &str, raised_on: Date, no: u32) -> Option<Made> {
    let stage = paper.after.stage();
    let answered = paper.after.at(stage).is_some_and(|record| record.responded.is_some());
    if answered || !paper.acknowledged(stage) || paper.after.points_at(stage).is_empty() {
        return None;
    }
    let changed = paper.t.point_split(&words::sentence(text), raised_on);
    definition_changed(paper, stage, changed, no)
}

/// Somebody else holds the stage, after the resident was told who does.
pub(super) fn new_handler(
    paper: &Paper<'_>,
    stage: Stage,
    officer: &StaffId,
    no: u32,
) -> Option<Made> {
    let same = paper.before.and_then(|before| before.officer_at(stage)) == Some(officer);
    let answered = paper.after.at(stage).is_some_and(|record| record.responded.is_some());
    if same || answered || !paper.acknowledged(stage) {
        return None;
    }
    let facts = HandlerChangeFacts {
        frame: paper.frame_as_it_stands(LetterId::HandlerChange, stage, no),
        stage: stage.number(),
        handler: paper.handler(stage)?,
        running: paper.running(stage),
    };
    Some(paper.of_frame((handler_change(&facts), &facts.frame), stage, &[]))
}

/// A late request for stage 2 is taken on.
pub(super) fn late_decision(paper: &Paper<'_>, why: &str, no: u32) -> Option<Made> {
    let request = paper.after.escalation.as_ref().filter(|request| request.late)?;
    let facts = LateEscalationFacts {
        frame: paper.frame(LetterId::LateEscalationDecision, Stage::Two, Wording::Advice, no),
        asked_on: request.received_on,
        window_ended_on: escalation::last_day(paper.after)?,
        why: why.to_owned(),
        acknowledge_by: paper.clock(What::Acknowledgement, Stage::Two)?.due,
    };
    let held = CheckFacts::of(&facts.frame, paper.pack_rules(Stage::Two), Some(2));
    Some((late_escalation_decision(&facts), held, Stage::Two))
}

/// The resident took the complaint back.
pub(super) fn withdrawn(paper: &Paper<'_>, no: u32) -> Made {
    let stage = paper.after.stage();
    let facts = WithdrawalFacts {
        frame: paper.frame(LetterId::WithdrawalConfirmed, stage, Wording::Advice, no),
        stage: Some(stage.number()),
        asked_on: paper.around.on,
        asked_by: paper.t.phrase(Phrase::Yourself),
    };
    let held = CheckFacts::of(&facts.frame, paper.pack_rules(stage), Some(stage.number()));
    (withdrawal_confirmed(&facts), held, stage)
}

/// The case is closed; promises and rights go on. A withdrawn case was told already.
pub(super) fn closed(
    paper: &Paper<'_>,
    reason: ClosingReason,
    agreed_on: Option<Date>,
    no: u32,
) -> Option<Made> {
    if reason == ClosingReason::Withdrawn {
        return None;
    }
    let after = paper.after;
    let stage = after.stage();
    let answered_on = after.current().responded.as_ref().map(|it| it.on)?;
    let wording = match stage {
        Stage::One => Wording::Advice,
        Stage::Two => Wording::refer(answered_on).unwrap_or(Wording::Advice),
    };
    let facts = ClosureFacts {
        frame: paper.frame(LetterId::Closure, stage, wording, no),
        stage: stage.number(),
        answered_on: Some(answered_on),
        reason,
        agreed_on,
        actions: actions(after),
        window_open_until: escalation::last_day(after)
            .filter(|last| stage == Stage::One && paper.around.on <= *last),
    };
    let held = CheckFacts::closure(&facts, paper.pack_rules(stage));
    Some((closure(&facts), paper.held_against(held, stage), stage))
}
