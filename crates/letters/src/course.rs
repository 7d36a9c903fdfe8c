//! Letters about the course of a case: a departure from the policy, turning back, thinking again,
//! promised actions, opening it again.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::block::{BlockId, Made, Piece};
use crate::draft::Draft;
use crate::frame::Frame;
use crate::letter::{Letter, LetterId};
use crate::response::facts::ActionFacts;
use crate::wording::{phrase, sentence};

/// What a departure from the policy needs to know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DepartureFacts {
    pub frame: Frame,
    pub stage: u8,
    /// The clause that is not followed: "our complaints policy, clause 6.5.1".
    pub clause: String,
    pub why: String,
    /// "Priya Nair (Senior Manager)": a named person.
    pub approved_by: String,
    pub approved_on: Date,
    /// What still has to happen by when.
    pub running: Vec<(String, Date)>,
}

/// Something is done differently from the policy, and the person is told at once.
pub fn departure_notice(facts: &DepartureFacts) -> Letter {
    let t = facts.frame.tongue();
    let mut draft = Draft::of(&facts.frame, LetterId::DepartureNotice, Some(facts.stage), &[]);
    let (clause, approver) = (phrase(&facts.clause), phrase(&facts.approved_by));
    let on = t.day(facts.approved_on);
    let fill: &[(&str, &str)] = &[("clause", &clause), ("approver", &approver), ("day", &on)];
    draft.tell(BlockId::Departure, "departure-notice-what", fill);
    draft.quote(BlockId::Why, "departure-notice-why", &facts.why);
    let ways = draft.channels();
    let mut more: Vec<Piece> = Vec::new();
    for (what, by) in &facts.running {
        let by = t.day(*by);
        let fill: &[(&str, &str)] = &[("what", what), ("day", &by)];
        more.push(Piece::Paragraph(t.say("departure-notice-due", fill)));
    }
    let mut effect = t.pieces("departure-notice-effect", &[("ways", &ways)]);
    effect.extend(more);
    draft.generated(BlockId::EffectOnYou, effect);
    draft.finish()
}

/// What the notice of an exceptional event needs to know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DisruptionFacts {
    pub frame: Frame,
    pub stage: Option<u8>,
    pub what_happened: String,
    pub effect_on_you: String,
    pub back_by: Date,
}

/// An exceptional event keeps us from our work (Code 8.5).
pub fn disruption_notice(facts: &DisruptionFacts) -> Letter {
    let t = facts.frame.tongue();
    let mut draft = Draft::of(&facts.frame, LetterId::DisruptionNotice, facts.stage, &[]);
    draft.quote(BlockId::WhatHappened, "disruption-notice-happened", &facts.what_happened);
    draft.quote(BlockId::EffectOnYou, "disruption-notice-effect", &facts.effect_on_you);
    let kept = vec![Piece::Paragraph(t.say("disruption-notice-kept", &[]))];
    let by = t.day(facts.back_by);
    let back = (BlockId::BackBy, Made::Generated);
    draft.tell_of(back, "disruption-notice-back", &[("day", &by)], kept);
    draft.finish()
}

/// What sending a request for stage 2 back to stage 1 needs to know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReferBackFacts {
    pub frame: Frame,
    pub asked_on: Date,
    pub agreed_on: Date,
    /// By when the person hears the result.
    pub result_by: Option<Date>,
    /// By when stage 2 is due all the same.
    pub stage_2_by: Option<Date>,
}

/// A request for stage 2 goes back once, with the person's agreement, and stage 2 runs on.
pub fn refer_back(facts: &ReferBackFacts) -> Letter {
    let t = facts.frame.tongue();
    let mut draft = Draft::of(&facts.frame, LetterId::ReferBack, Some(2), &[]);
    let (asked, agreed) = (t.day(facts.asked_on), t.day(facts.agreed_on));
    let fill: &[(&str, &str)] = &[("asked", &asked), ("agreed", &agreed)];
    draft.tell(BlockId::Proposal, "refer-back-proposal", fill);
    draft.tell(BlockId::YourChoice, "refer-back-choice", &[]);
    draft.tell_ways(BlockId::AgreeInWriting, "refer-back-writing");
    if let Some(by) = facts.result_by {
        draft.tell(BlockId::NextStep, "refer-back-result", &[("day", &t.day(by))]);
    }
    if let Some(by) = facts.stage_2_by {
        draft.tell(BlockId::ResponseDate, "refer-back-stage-2", &[("day", &t.day(by))]);
    }
    draft.finish()
}

/// What the result of a rethink needs to know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReconsiderationFacts {
    pub frame: Frame,
    pub what_changed: String,
    /// The last day for stage 2, counted afresh.
    pub escalate_by: Option<Date>,
}

/// Stage 1 thought again after its answer; the time for asking for stage 2 starts again.
pub fn reconsideration_result(facts: &ReconsiderationFacts) -> Letter {
    let t = facts.frame.tongue();
    let mut draft = Draft::of(&facts.frame, LetterId::ReconsiderationResult, Some(1), &[]);
    draft.quote(BlockId::WhatChanged, "reconsideration-result-changed", &facts.what_changed);
    draft.tell(BlockId::Remedy, "reconsideration-result-remedy", &[]);
    let ways = draft.channels();
    let until = match facts.escalate_by {
        Some(last) => t.say("reconsideration-result-until", &[("day", &t.day(last))]),
        None => t.say("reconsideration-result-no-end", &[]),
    };
    draft.tell_of(
        (BlockId::Escalation, Made::Generated),
        "reconsideration-result-escalation",
        &[("ways", &ways)],
        vec![Piece::Paragraph(until)],
    );
    draft.finish()
}

/// What news of a promised action needs to know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActionUpdateFacts {
    pub frame: Frame,
    pub stage: u8,
    pub what: String,
    /// What was noted, in the writer's words.
    pub news: String,
    pub done_on: Option<Date>,
    /// The day it was due before; the same as `due` where it did not move.
    pub old_due: Date,
    pub due: Date,
}

/// News of a promise: done, moved, or on its way (Code 6.6, 6.17).
pub fn action_update(facts: &ActionUpdateFacts) -> Letter {
    let t = facts.frame.tongue();
    let mut draft = Draft::of(&facts.frame, LetterId::ActionUpdate, Some(facts.stage), &[]);
    let what = vec![Piece::Items(vec![t.typed(&sentence(&facts.what))])];
    draft.tell_of((BlockId::Action, Made::Picked), "action-update-action", &[], what);
    draft.quote(BlockId::DoneSoFar, "action-update-so-far", &facts.news);
    let new = (BlockId::NewDateAndWhy, Made::Generated);
    match facts.done_on {
        Some(done) => {
            let ways = draft.channels();
            let ask = t.say("action-update-not-done", &[("ways", &ways)]);
            let more = vec![Piece::Paragraph(ask)];
            draft.tell_of(new, "action-update-done", &[("day", &t.day(done))], more);
        }
        None if facts.old_due < facts.due => {
            let (old, new) = (t.day(facts.old_due), t.day(facts.due));
            let fill: &[(&str, &str)] = &[("old", &old), ("new", &new)];
            draft.tell(BlockId::NewDateAndWhy, "action-update-moved", fill);
        }
        None => {
            let by = t.day(facts.due);
            draft.tell(BlockId::NewDateAndWhy, "action-update-by", &[("day", &by)]);
        }
    }
    draft.finish()
}

/// What the contact before a closure needs to know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PreClosureFacts {
    pub frame: Frame,
    pub stage: u8,
    pub actions: Vec<ActionFacts>,
    pub window_open_until: Option<Date>,
}

/// Asks whether anything is left before the case is closed.
pub fn pre_closure_contact(facts: &PreClosureFacts) -> Letter {
    let t = facts.frame.tongue();
    let mut draft = Draft::of(&facts.frame, LetterId::PreClosureContact, Some(facts.stage), &[]);
    let items: Vec<String> = facts
        .actions
        .iter()
        .map(|action| {
            let state = match action.done_on {
                Some(on) => t.say("pre-closure-contact-done", &[("day", &t.day(on))]),
                None => t.say("pre-closure-contact-open", &[]),
            };
            format!("{}: {state}", t.typed(&phrase(&action.what)))
        })
        .collect();
    let list = if items.is_empty() { Vec::new() } else { vec![Piece::Items(items)] };
    let actions = (BlockId::Actions, Made::Picked);
    draft.tell_of(actions, "pre-closure-contact-actions", &[], list);
    draft.tell_ways(BlockId::AnythingLeft, "pre-closure-contact-left");
    let window = BlockId::WindowOpenUntil;
    match (facts.stage, facts.window_open_until) {
        (1, Some(last)) => {
            draft.tell(window, "pre-closure-contact-window", &[("day", &t.day(last))]);
        }
        (1, None) => draft.tell(window, "pre-closure-contact-open-ended", &[]),
        _ => draft.tell(window, "pre-closure-contact-last", &[]),
    }
    draft.finish()
}

/// What opening a case again needs to know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReopenedFacts {
    pub frame: Frame,
    pub stage: u8,
    pub why: String,
    /// By when we answer, where an answer is still due.
    pub answer_by: Option<Date>,
}

/// A case that was closed or taken back is open again.
pub fn reopened(facts: &ReopenedFacts) -> Letter {
    let t = facts.frame.tongue();
    let mut draft = Draft::of(&facts.frame, LetterId::Reopened, Some(facts.stage), &[]);
    draft.quote(BlockId::Why, "reopened-why", &facts.why);
    let stage = facts.stage.to_string();
    match &facts.frame.handler {
        Some(handler) => {
            let fill: &[(&str, &str)] = &[("stage", &stage), ("handler", &handler.name)];
            draft.tell(BlockId::StateOfCase, "reopened-state", fill);
        }
        None => draft.tell(BlockId::StateOfCase, "reopened-state-nobody", &[("stage", &stage)]),
    }
    match facts.answer_by {
        Some(by) => draft.tell(BlockId::ResponseDate, "reopened-answer", &[("day", &t.day(by))]),
        None => draft.tell(BlockId::Actions, "reopened-actions", &[]),
    }
    draft.finish()
}

/// What word of a letter that did not arrive needs to know. It tells its title and no more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeliveryFacts {
    pub frame: Frame,
    pub title: String,
    pub sent_on: Date,
    /// "by e-mail", "by post".
    pub way: String,
}

/// A letter came back, told by another way.
pub fn delivery_problem(facts: &DeliveryFacts) -> Letter {
    let t = facts.frame.tongue();
    let sent = t.day(facts.sent_on);
    let fill: &[(&str, &str)] = &[("day", &sent), ("title", &facts.title), ("way", &facts.way)];
    let mut draft = Draft::of(&facts.frame, LetterId::DeliveryProblem, None, fill);
    draft.tell(BlockId::CouldNotReach, "delivery-problem-letter", fill);
    draft.tell_ways(BlockId::HowToGetIt, "delivery-problem-get");
    draft.tell(BlockId::CheckDetails, "delivery-problem-check", &[]);
    draft.finish()
}

/// What a fresh code or link needs to know: nothing of the case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PortalCodeFacts {
    pub frame: Frame,
    /// The code.
    pub secret: String,
    /// Whether `at` is a link that works once and asks for the code.
    pub is_link: bool,
    /// Where the code is typed in.
    pub at: String,
}

/// A fresh code by post, or a link by e-mail that works once.
pub fn portal_code(facts: &PortalCodeFacts) -> Letter {
    let mut draft = Draft::of(&facts.frame, LetterId::PortalCode, None, &[]);
    let code = Piece::Code(facts.secret.clone());
    let block = (BlockId::LetterCode, Made::Generated);
    if facts.is_link {
        let link = Piece::Lines(vec![facts.at.clone()]);
        let asks = Piece::Paragraph(draft.t.say("portal-code-link-code", &[]));
        draft.tell_of(block, "portal-code-link", &[], vec![link, asks, code]);
    } else {
        draft.tell_of(block, "portal-code-code", &[("at", &facts.at)], vec![code]);
    }
    draft.tell_ways(BlockId::NotYou, "portal-code-not-you");
    draft.finish()
}
