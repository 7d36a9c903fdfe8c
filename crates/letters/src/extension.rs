//! Moving the day of an answer: the four letters that say so (Code 6.4, 6.15).

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::block::{BlockId, Piece};
use crate::draft::{Draft, under};
use crate::frame::{Frame, Step, Updates};
use crate::letter::{Letter, LetterId};
use crate::wording::{day, phrase};

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
    let title = if facts.further {
        "We need more time again to answer your complaint"
    } else {
        "We need more time to answer your complaint"
    };
    let mut draft = Draft::new(&facts.frame, facts.letter_id(), Some(facts.stage), title);
    draft.short_answer(&[
        format!("We will answer your complaint by {}.", day(facts.new_due)),
        "That is later than we told you, and we are sorry.".to_owned(),
    ]);
    new_date(&mut draft, facts);
    draft.written(BlockId::Reason, under("Why we need more time", &facts.reason));
    good_reason(&mut draft, facts);
    agreement(&mut draft, facts);
    draft.done_so_far(&facts.done_so_far);
    let sorry = "We are sorry that you have to wait longer for our answer.";
    draft.generated(BlockId::Apology, vec![Piece::Paragraph(sorry.to_owned())]);
    if let Some(updates) = &facts.updates {
        draft.updates(updates);
    }
    draft.finish()
}

fn new_date(draft: &mut Draft<'_>, facts: &ExtensionFacts) {
    let (old, new) = (day(facts.old_due), day(facts.new_due));
    let text = if facts.is_late() {
        format!(
            "We told you that we would answer by {old}. We missed that day, and we are sorry. We \
             should have told you before it passed. We will now answer you by {new}."
        )
    } else {
        format!(
            "We told you that we would answer by {old}. We are not able to do that. We will now \
             answer you by {new}."
        )
    };
    let heading = Piece::Heading("The new date of our answer".to_owned());
    draft.generated(BlockId::NewDate, vec![heading, Piece::Paragraph(text)]);
}

fn good_reason(draft: &mut Draft<'_>, facts: &ExtensionFacts) {
    let Some(good) = &facts.good_reason else { return };
    let mut content = under("Why we need longer than our policy sets", &good.reason);
    if !content.is_empty() {
        content
            .push(Piece::Paragraph(format!("{} has agreed to this.", phrase(&good.approved_by))));
    }
    draft.written(BlockId::GoodReason, content);
}

fn agreement(draft: &mut Draft<'_>, facts: &ExtensionFacts) {
    let text = match facts.agreement {
        Agreement::Yes { asked_on } => {
            format!("We asked you about the new date on {}. You agreed to it.", day(asked_on))
        }
        Agreement::No { asked_on } => format!(
            "We asked you about the new date on {}. You did not agree to it. You can challenge it, \
             and the end of this letter tells you how.",
            day(asked_on)
        ),
        Agreement::NotReached { tried_on } => format!(
            "We tried to ask you about the new date on {}. We could not reach you. Please tell us \
             what you think of it.",
            day(tried_on)
        ),
        Agreement::NotAsked => return,
    };
    let heading = Piece::Heading("What you told us about the new date".to_owned());
    draft.picked(BlockId::Agreement, vec![heading, Piece::Paragraph(text)]);
}
