//! The acknowledgement of each stage: what we understood, whose it is, when we answer.

mod understanding;

pub(crate) use understanding::of_point;

use jiff::civil::Date;
use redress_domain::policy::Place;
use redress_domain::vocabulary::Responsibility;
use serde::{Deserialize, Serialize};

use crate::block::{BlockId, Made, Piece};
use crate::bodies;
use crate::book::Fill;
use crate::draft::Draft;
use crate::frame::{Frame, Missed, Updates};
use crate::letter::{Letter, LetterId};
use crate::wording::{phrase, sentence};

/// What the acknowledgement of either stage needs to know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AcknowledgementFacts {
    pub frame: Frame,
    /// The day it was first said to anyone here, also where that was a Sunday.
    pub received_on: Date,
    /// How it came, as in "by phone", "in a letter".
    pub received_by: String,
    pub missed: Vec<Missed>,
    pub points: Vec<PointFacts>,
    /// What is unclear, put as questions to the person; none where nothing is.
    pub questions: Option<String>,
    /// The day by which somebody will talk to them, where the pack has such a clock.
    pub contact_by: Option<Date>,
    pub answer_by: Date,
    /// "10 working days from today", as the pack counts.
    pub answer_length: String,
    /// The day of the answer had this letter not been late.
    pub answer_if_in_time: Option<Date>,
    pub updates: Updates,
    pub needs: NeedsFacts,
    pub moved: Vec<MovedPoint>,
}

/// One point of the complaint definition (Code 5.6, 5.7).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PointFacts {
    /// The agreed words, printed exactly so.
    pub text: String,
    pub outcomes: Vec<OutcomeFacts>,
    /// None only in a draft that the check will stop.
    pub responsibility: Option<PointResponsibility>,
}

/// What the person wants, and whether it can be had (derive-2024 7.1.4).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum OutcomeFacts {
    Wanted {
        what: String,
        feasible: Feasible,
    },
    /// Nothing was named although we asked.
    NotNamed {
        asked_on: Date,
    },
}

/// Whether an outcome can be had.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Feasible {
    Yes,
    /// With why not, as a sentence.
    No(String),
    ToBeDecided,
}

/// Whose a point is to answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PointResponsibility {
    pub whose: Responsibility,
    /// The other body, where it is shared or not ours.
    pub other: Option<String>,
    /// When we will know, where it is unclear.
    pub known_by: Option<Date>,
}

/// What we asked about help the person may need, and what they said (Code 5.10, 3.6).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NeedsFacts {
    pub asked_on: Option<Date>,
    /// Each as a thing we do: "We print our letters to you in 18 point".
    pub adjustments: Vec<String>,
    /// Whether they answered at all.
    pub answered: bool,
    /// Who acts for them, with authority held.
    pub representative: Option<String>,
}

/// A point that another team or body deals with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MovedPoint {
    pub text: String,
    pub to: String,
    pub contact: String,
}

/// The acknowledgement at stage 1.
pub fn stage1_acknowledgement(facts: &AcknowledgementFacts) -> Letter {
    let id = LetterId::AcknowledgementStage1;
    let mut draft = Draft::titled(&facts.frame, id, Some(1), "acknowledgement-stage-1");
    short_answer(&mut draft, facts, "acknowledgement-have-complaint");
    received(&mut draft, facts, "acknowledgement-told");
    body(draft, facts)
}

/// The acknowledgement of a request for stage 2.
pub fn stage2_acknowledgement(facts: &AcknowledgementFacts) -> Letter {
    let id = LetterId::AcknowledgementStage2;
    let mut draft = Draft::titled(&facts.frame, id, Some(2), "acknowledgement-stage-2");
    short_answer(&mut draft, facts, "acknowledgement-have-request");
    received(&mut draft, facts, "acknowledgement-asked");
    body(draft, facts)
}

/// A complaint taken on because the Ombudsman told us to (Code 2.4).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DirectionFacts {
    pub acknowledgement: AcknowledgementFacts,
    pub directed_on: Date,
    pub refused_on: Option<Date>,
    /// What the Ombudsman told us, in the approver's words.
    pub direction: String,
}

/// The acknowledgement of a complaint that the Ombudsman told us to take on.
pub fn accepted_by_direction(facts: &DirectionFacts) -> Letter {
    let inner = &facts.acknowledgement;
    let id = LetterId::AcceptedByDirection;
    let mut draft = Draft::titled(&inner.frame, id, Some(1), "accepted-by-direction");
    let t = draft.t;
    short_answer(&mut draft, inner, "acknowledgement-taking-on");
    let mut direction = t.pieces("direction", &[("day", &t.day(facts.directed_on))]);
    direction.extend(t.written(&facts.direction));
    draft.written(BlockId::Direction, direction);
    match facts.refused_on {
        Some(refused) => {
            draft.tell(BlockId::Apology, "direction-sorry", &[("day", &t.day(refused))]);
        }
        None => draft.tell(BlockId::Apology, "direction-sorry-no-day", &[]),
    }
    received(&mut draft, inner, "acknowledgement-told");
    body(draft, inner)
}

fn short_answer(draft: &mut Draft<'_>, facts: &AcknowledgementFacts, opening: &str) {
    let t = draft.t;
    let mut sentences = vec![t.say(opening, &[])];
    if let Some(handler) = &facts.frame.handler {
        sentences.push(t.say("acknowledgement-dealing", &[("name", &handler.name)]));
    }
    sentences.push(t.say("answer-by", &[("day", &t.day(facts.answer_by))]));
    draft.short_answer(&sentences);
}

fn received(draft: &mut Draft<'_>, facts: &AcknowledgementFacts, key: &str) {
    let (channel, on) = (phrase(&facts.received_by), draft.t.day(facts.received_on));
    draft.tell(BlockId::Received, key, &[("channel", &channel), ("day", &on)]);
}

fn body(mut draft: Draft<'_>, facts: &AcknowledgementFacts) -> Letter {
    draft.tell_if_wanted(BlockId::Thanks, "thanks-for-telling");
    draft.late_admission(&facts.missed);
    understanding::lay(&mut draft, facts);
    if let Some(questions) = &facts.questions {
        let t = draft.t;
        let mut content = t.written(questions);
        if !content.is_empty() {
            content.push(Piece::Paragraph(t.say("questions-meanwhile", &[])));
        }
        draft.tell_of((BlockId::Questions, Made::Written), "questions", &[], content);
    }
    understanding::check_this(&mut draft);
    handler(&mut draft, facts);
    dates(&mut draft, facts);
    draft.updates(&facts.updates);
    needs(&mut draft, &facts.needs);
    moved(&mut draft, &facts.moved);
    draft.tell_if_wanted(BlockId::RightsDuties, "rights-duties");
    draft.tell_if_wanted(BlockId::Path, "path");
    bodies::lay(&mut draft, &[Place::FromTheStart], &[]);
    draft.finish()
}

fn handler(draft: &mut Draft<'_>, facts: &AcknowledgementFacts) {
    if let Some(handler) = &facts.frame.handler {
        draft.handler(BlockId::Handler, "acknowledgement-handler", handler);
    }
}

fn dates(draft: &mut Draft<'_>, facts: &AcknowledgementFacts) {
    let t = draft.t;
    if let Some(contact_by) = facts.contact_by {
        let fill: Fill<'_> = &[("day", &t.day(contact_by))];
        draft.tell(BlockId::ContactDate, "acknowledgement-contact", fill);
    }
    let (by, length) = (t.day(facts.answer_by), phrase(&facts.answer_length));
    let fill: Fill<'_> = &[("day", &by), ("length", &length)];
    let mut content = t.pieces("acknowledgement-answer", fill);
    if let (Some(earlier), Some(Piece::Paragraph(text))) =
        (facts.answer_if_in_time, content.last_mut())
    {
        text.push(' ');
        let fill: Fill<'_> = &[("day", &t.day(earlier))];
        text.push_str(&t.say("acknowledgement-answer-earlier", fill));
    }
    draft.generated(BlockId::ResponseDate, content);
}

fn needs(draft: &mut Draft<'_>, needs: &NeedsFacts) {
    let t = draft.t;
    let asked = needs.asked_on.map(|on| t.day(on)).unwrap_or_default();
    let key = match (needs.asked_on, needs.adjustments.is_empty(), needs.answered) {
        (Some(_), false, _) => "needs-agreed",
        (None, false, _) => "needs-known",
        (Some(_), true, true) => "needs-nothing",
        (Some(_), true, false) => "needs-no-answer",
        (None, true, _) => "needs-ask",
    };
    let mut content = vec![Piece::Paragraph(t.say(key, &[("day", &asked)]))];
    if !needs.adjustments.is_empty() {
        content.push(Piece::Items(needs.adjustments.iter().map(|it| sentence(it)).collect()));
    }
    if let Some(name) = &needs.representative {
        content.push(Piece::Paragraph(t.say("needs-representative", &[("name", name)])));
    }
    content.push(Piece::Paragraph(t.say("needs-somebody", &[])));
    draft.tell_of((BlockId::Needs, Made::Picked), "needs", &[], content);
}

pub(crate) fn moved(draft: &mut Draft<'_>, moved: &[MovedPoint]) {
    let t = draft.t;
    let item = |point: &MovedPoint| {
        let text = t.typed(&sentence(&point.text));
        let (to, contact) = (phrase(&point.to), sentence(&point.contact));
        t.say("points-moved-item", &[("text", &text), ("to", &to), ("contact", &contact)])
    };
    let items = moved.iter().map(item).collect();
    draft.list((BlockId::PointsMoved, Made::Generated), "points-moved", items);
}
