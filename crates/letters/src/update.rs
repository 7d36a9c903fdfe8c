//! Letters on the way: how things stand, what we need to ask, what changed.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::block::{BlockId, Made, Piece};
use crate::book::Fill;
use crate::draft::Draft;
use crate::frame::{Frame, Handler, Missed, Step};
use crate::letter::{Letter, LetterId};

/// What an update needs to know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UpdateFacts {
    pub frame: Frame,
    pub stage: u8,
    pub done_so_far: Vec<Step>,
    /// What happens next, in the handler's words.
    pub next_step: String,
    pub answer_by: Date,
    pub missed: Vec<Missed>,
}

/// How things stand. Never an answer, however long.
pub fn progress_update(facts: &UpdateFacts) -> Letter {
    let id = LetterId::ProgressUpdate;
    let mut draft = Draft::titled(&facts.frame, id, Some(facts.stage), "progress-update");
    let t = draft.t;
    let late = facts.missed.iter().any(|missed| missed.done.is_none());
    let by = t.day(facts.answer_by);
    draft.short_answer(&[
        t.say("progress-update-opening", &[]),
        if late {
            t.say("progress-update-late", &[("day", &by)])
        } else {
            t.say("progress-update-by", &[("day", &by)])
        },
    ]);
    draft.done_so_far(&facts.done_so_far);
    draft.quote(BlockId::NextStep, "what-happens-next", &facts.next_step);
    draft.late_admission(&facts.missed);
    response_date(&mut draft, facts.answer_by);
    draft.finish()
}

fn response_date(draft: &mut Draft<'_>, answer_by: Date) {
    let by = draft.t.day(answer_by);
    draft.tell(BlockId::ResponseDate, "answer-by", &[("day", &by)]);
}

/// What a request for clarification needs to know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClarificationFacts {
    pub frame: Frame,
    pub stage: u8,
    pub points_so_far: Vec<String>,
    pub questions: String,
    pub reply_by: Date,
    /// What still has to happen by when: "write to you about your complaint".
    pub running: Vec<(String, Date)>,
}

/// Asks what the complaint means; no clock waits for the reply (Code 5.6).
pub fn clarification_request(facts: &ClarificationFacts) -> Letter {
    let by = facts.frame.tongue().day(facts.reply_by);
    let fill: Fill<'_> = &[("day", &by)];
    let id = LetterId::ClarificationRequest;
    let mut draft = Draft::of(&facts.frame, id, Some(facts.stage), fill);
    points(&mut draft, BlockId::PointsSoFar, "clarification-points", &facts.points_so_far);
    draft.tell_of(
        (BlockId::Questions, Made::Written),
        "questions",
        &[],
        draft.t.written(&facts.questions),
    );
    let ways = draft.channels();
    draft.tell(BlockId::ReplyBy, "clarification-reply", &[("day", &by), ("ways", &ways)]);
    clock_runs_on(&mut draft, BlockId::ClockRunsOn, &facts.running);
    draft.finish()
}

fn points(draft: &mut Draft<'_>, id: BlockId, key: &str, points: &[String]) {
    let points = points.iter().map(|point| draft.t.typed(point)).collect();
    draft.tell_of((id, Made::Generated), key, &[], vec![Piece::Numbered(points)]);
}

pub(crate) fn clock_runs_on(draft: &mut Draft<'_>, id: BlockId, running: &[(String, Date)]) {
    let t = draft.t;
    let mut content = t.pieces("clock-runs-on", &[]);
    if let Some(Piece::Paragraph(text)) = content.last_mut() {
        for (what, by) in running {
            text.push(' ');
            let fill: Fill<'_> = &[("what", what), ("day", &t.day(*by))];
            text.push_str(&t.say("clock-runs-on-due", fill));
        }
    }
    draft.generated(id, content);
}

/// What a changed definition needs to know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DefinitionChangedFacts {
    pub frame: Frame,
    pub stage: u8,
    pub points_now: Vec<String>,
    /// What was added, reworded or made a complaint of its own, and why.
    pub what_changed: String,
    pub answer_by: Date,
}

/// The points of the complaint have changed (Code 6.8).
pub fn definition_changed(facts: &DefinitionChangedFacts) -> Letter {
    let by = facts.frame.tongue().day(facts.answer_by);
    let id = LetterId::DefinitionChanged;
    let mut draft = Draft::of(&facts.frame, id, Some(facts.stage), &[("day", &by)]);
    points(&mut draft, BlockId::PointsNow, "definition-changed-points", &facts.points_now);
    let mut changed = draft.t.ready(&facts.what_changed);
    if !changed.is_empty() {
        let ways = draft.channels();
        let check = draft.t.say("definition-changed-check", &[("ways", &ways)]);
        changed.push(Piece::Paragraph(check));
    }
    let block = (BlockId::WhatChanged, Made::Written);
    draft.tell_of(block, "definition-changed-what", &[], changed);
    response_date(&mut draft, facts.answer_by);
    draft.finish()
}

/// What a note of a talk needs to know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContactNoteFacts {
    pub frame: Frame,
    pub stage: u8,
    pub talked_on: Date,
    pub talked_about: String,
    /// What was agreed, a line each.
    pub agreed: Vec<String>,
    pub needs: Vec<String>,
    pub answer_by: Option<Date>,
}

/// What we talked about, in writing.
pub fn contact_note(facts: &ContactNoteFacts) -> Letter {
    let on = facts.frame.tongue().day(facts.talked_on);
    let id = LetterId::ContactNote;
    let mut draft = Draft::of(&facts.frame, id, Some(facts.stage), &[("day", &on)]);
    let told = draft.t.ready(&facts.talked_about);
    draft.tell_of((BlockId::TalkedAbout, Made::Written), "contact-note-told", &[], told);
    let (agreed, needs) = (facts.agreed.clone(), facts.needs.clone());
    draft.list((BlockId::Agreed, Made::Picked), "contact-note-agreed", agreed);
    draft.list((BlockId::Needs, Made::Picked), "needs", needs);
    if let Some(answer_by) = facts.answer_by {
        response_date(&mut draft, answer_by);
    }
    draft.finish()
}

/// What a change of handler needs to know; the new handler stands in the frame.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HandlerChangeFacts {
    pub frame: Frame,
    pub stage: u8,
    pub handler: Handler,
    pub running: Vec<(String, Date)>,
}

/// Somebody else deals with the complaint from now on.
pub fn handler_change(facts: &HandlerChangeFacts) -> Letter {
    let fill: Fill<'_> = &[("name", &facts.handler.name)];
    let mut draft = Draft::of(&facts.frame, LetterId::HandlerChange, Some(facts.stage), fill);
    draft.handler(BlockId::Handler, "handler-change-who", &facts.handler);
    clock_runs_on(&mut draft, BlockId::NothingElseMoves, &facts.running);
    draft.finish()
}
