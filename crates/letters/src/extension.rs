//! Moving the day of an answer: the four letters that say so (Code 6.4, 6.15).

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::block::{BlockId, Made, Piece};
use crate::draft::Draft;
use crate::frame::{Frame, Step, Updates};
use crate::letter::{Letter, LetterId};
use crate::wording::phrase;

/// What an extension letter needs to know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExtensionFacts {
    pub frame: Frame,
    pub stage: u8,
    /// Extended before at this stage, or past the cap.
    pub further: bool,
    /// The new day lies past the cap, so that a good reason is due.
    pub past_cap: bool,
    pub old_due: Date,
    pub new_due: Date,
    /// What is not known yet, why, and what we do about it.
    pub reason: String,
    /// Wanted past the cap.
    pub good_reason: Option<GoodReason>,
    pub agreement: Agreement,
    pub done_so_far: Vec<Step>,
    pub updates: Option<Updates>,
}

/// Why more time than the cap allows is right, and who agreed to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GoodReason {
    pub reason: String,
    /// "Priya Nair (Complaints Manager)": a named person.
    pub approved_by: String,
}

/// What the person said when asked about the new date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Agreement {
    Yes { asked_on: Date },
    No { asked_on: Date },
    NotReached { tried_on: Date },
    NotAsked,
}

impl ExtensionFacts {
    /// Which of the four letters it is.
    pub fn letter_id(&self) -> LetterId {
        match (self.stage, self.further) {
            (2, true) => LetterId::FurtherExtensionStage2,
            (2, false) => LetterId::ExtensionStage2,
            (_, true) => LetterId::FurtherExtensionStage1,
            (_, false) => LetterId::ExtensionStage1,
        }
    }

    /// Whether the old day passed before this letter leaves.
    pub fn is_late(&self) -> bool {
        self.old_due < self.frame.dated
    }
}

/// The letter that moves the day of the answer.
pub fn extension(facts: &ExtensionFacts) -> Letter {
    let title = if facts.further { "extension-further" } else { "extension" };
    let mut draft = Draft::titled(&facts.frame, facts.letter_id(), Some(facts.stage), title);
    let t = draft.t;
    let (old, new) = (t.day(facts.old_due), t.day(facts.new_due));
    draft.short_answer(&[t.say("extension-short", &[("day", &new)])]);
    let date = if facts.is_late() { "extension-date-late" } else { "extension-date" };
    draft.tell(BlockId::NewDate, date, &[("old", &old), ("new", &new)]);
    draft.quote(BlockId::Reason, "extension-reason", &facts.reason);
    good_reason(&mut draft, facts);
    agreement(&mut draft, facts);
    draft.done_so_far(&facts.done_so_far);
    draft.tell(BlockId::Apology, "extension-sorry", &[]);
    if let Some(updates) = &facts.updates {
        draft.updates(updates);
    }
    draft.finish()
}

fn good_reason(draft: &mut Draft<'_>, facts: &ExtensionFacts) {
    let Some(good) = &facts.good_reason else { return };
    let mut content = draft.t.written(&good.reason);
    if !content.is_empty() {
        let by = phrase(&good.approved_by);
        content.push(Piece::Paragraph(draft.t.say("extension-approved", &[("name", &by)])));
    }
    draft.tell_of((BlockId::GoodReason, Made::Written), "extension-good-reason", &[], content);
}

fn agreement(draft: &mut Draft<'_>, facts: &ExtensionFacts) {
    let (key, on) = match facts.agreement {
        Agreement::Yes { asked_on } => ("extension-agreed", asked_on),
        Agreement::No { asked_on } => ("extension-not-agreed", asked_on),
        Agreement::NotReached { tried_on } => ("extension-not-reached", tried_on),
        Agreement::NotAsked => return,
    };
    draft.tell_picked(BlockId::Agreement, key, &[("day", &draft.t.day(on))]);
}
