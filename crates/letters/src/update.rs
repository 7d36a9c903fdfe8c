//! Letters on the way: how things stand, what we need to ask, what changed.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::block::{BlockId, Piece};
use crate::draft::{Draft, under};
use crate::frame::{Frame, Handler, Missed, Step};
use crate::letter::{Letter, LetterId};
use crate::wording::day;

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
    let title = "How things stand with your complaint";
    let mut draft = Draft::new(&facts.frame, LetterId::ProgressUpdate, Some(facts.stage), title);
    let late = facts.missed.iter().any(|missed| missed.done.is_none());
    draft.short_answer(&[
        "This letter tells you what we have done and what comes next.".to_owned(),
        if late {
            format!("Our answer is late, and you will have it by {}.", day(facts.answer_by))
        } else {
            format!("You will have our answer by {}.", day(facts.answer_by))
        },
    ]);
    draft.done_so_far(&facts.done_so_far);
    draft.written(BlockId::NextStep, under("What happens next", &facts.next_step));
    draft.late_admission(&facts.missed);
    response_date(&mut draft, facts.answer_by);
    draft.finish()
}

fn response_date(draft: &mut Draft<'_>, answer_by: Date) {
    let heading = Piece::Heading("When we will answer you".to_owned());
    let text = format!("We will answer you by {}.", day(answer_by));
    draft.generated(BlockId::ResponseDate, vec![heading, Piece::Paragraph(text)]);
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
    let title = "We need to ask you about your complaint";
    let mut draft =
        Draft::new(&facts.frame, LetterId::ClarificationRequest, Some(facts.stage), title);
    draft.short_answer(&[
        "We want to be sure that we understand you.".to_owned(),
        format!("Please answer by {} if you can.", day(facts.reply_by)),
        "We go on with our work in the meantime.".to_owned(),
    ]);
    let content = vec![
        Piece::Heading("What we have understood so far".to_owned()),
        Piece::Numbered(facts.points_so_far.clone()),
    ];
    draft.generated(BlockId::PointsSoFar, content);
    draft.written(BlockId::Questions, under("What we need to ask you", &facts.questions));
    let text = format!(
        "Please let us know by {}. You can {}. If you cannot, we will look into what we have.",
        day(facts.reply_by),
        draft.channels()
    );
    let heading = Piece::Heading("How to answer".to_owned());
    draft.generated(BlockId::ReplyBy, vec![heading, Piece::Paragraph(text)]);
    clock_runs_on(&mut draft, BlockId::ClockRunsOn, &facts.running);
    draft.finish()
}

pub(crate) fn clock_runs_on(draft: &mut Draft<'_>, id: BlockId, running: &[(String, Date)]) {
    let mut text = "Our own dates stay as they are.".to_owned();
    for (what, by) in running {
        text.push_str(&format!(" We still have to {what} by {}.", day(*by)));
    }
    let heading = Piece::Heading("Our dates do not move".to_owned());
    draft.generated(id, vec![heading, Piece::Paragraph(text)]);
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
    let title = "What your complaint is about has changed";
    let mut draft = Draft::new(&facts.frame, LetterId::DefinitionChanged, Some(facts.stage), title);
    draft.short_answer(&[
        "We have changed our note of what your complaint is about.".to_owned(),
        format!("We will still answer you by {}.", day(facts.answer_by)),
    ]);
    let content = vec![
        Piece::Heading("What your complaint is about now: the complaint definition".to_owned()),
        Piece::Numbered(facts.points_now.clone()),
    ];
    draft.generated(BlockId::PointsNow, content);
    let mut changed = under("What has changed", &facts.what_changed);
    if !changed.is_empty() {
        changed.push(Piece::Paragraph(format!(
            "Please tell us if this is not right. You can {}.",
            draft.channels()
        )));
    }
    draft.written(BlockId::WhatChanged, changed);
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
    let title = "What we talked about";
    let mut draft = Draft::new(&facts.frame, LetterId::ContactNote, Some(facts.stage), title);
    draft.short_answer(&[
        format!("Thank you for talking to us on {}.", day(facts.talked_on)),
        "This is our note of it.".to_owned(),
    ]);
    draft.written(BlockId::TalkedAbout, under("What you told us", &facts.talked_about));
    listed(&mut draft, BlockId::Agreed, "What we agreed", &facts.agreed);
    listed(&mut draft, BlockId::Needs, "What would help you", &facts.needs);
    if let Some(answer_by) = facts.answer_by {
        response_date(&mut draft, answer_by);
    }
    draft.finish()
}

fn listed(draft: &mut Draft<'_>, id: BlockId, heading: &str, lines: &[String]) {
    if !lines.is_empty() {
        let heading = Piece::Heading(heading.to_owned());
        draft.picked(id, vec![heading, Piece::Items(lines.to_vec())]);
    }
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
    let title = "Somebody new is dealing with your complaint";
    let mut draft = Draft::new(&facts.frame, LetterId::HandlerChange, Some(facts.stage), title);
    let handler = &facts.handler;
    draft.short_answer(&[format!("{} is now dealing with your complaint.", handler.name)]);
    let text = format!(
        "From today {} ({}) is the person to ask about your complaint.",
        handler.name, handler.role
    );
    draft.handler(BlockId::Handler, "Who is dealing with it now", handler, &text);
    clock_runs_on(&mut draft, BlockId::NothingElseMoves, &facts.running);
    draft.finish()
}
