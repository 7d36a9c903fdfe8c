//! A second person's look at a letter before it leaves: for exactly these bytes, and never by
//! whoever wrote it.

use crate::complaint::{Cleared, Complaint};
use crate::decide::Outcome;
use crate::escalation::conflicted;
use crate::event::Event;
use crate::ids::StaffId;
use crate::policy::Duty;
use crate::refusal::Why;
use crate::rules::Rules;

/// What a letter is cleared as.
#[derive(Clone, Copy, Debug)]
pub struct Clearing<'a> {
    /// Its kind.
    pub letter: &'a str,
    /// Who wrote it.
    pub author: &'a StaffId,
    /// SHA-256 of its paper, in hex.
    pub sha256: &'a str,
    /// The questions of the letter check that it may leave over.
    pub asks: &'a [String],
}

/// Clears a letter that somebody else wrote.
///
/// # Errors
/// `missing` where it is not said which letter, whose or which bytes; `own-letter` and `conflicted`
/// where the person who clears is not free to.
pub fn clear(complaint: &Complaint, given: Clearing<'_>, rules: &Rules<'_>) -> Outcome {
    let refuse = |why| rules.refuse(Duty::FairHandling, why);
    if given.letter.trim().is_empty() {
        return refuse(Why::Missing { field: "letter" });
    }
    if given.author.0.trim().is_empty() {
        return refuse(Why::Missing { field: "author" });
    }
    let hex = |it: char| it.is_ascii_digit() || ('a'..='f').contains(&it);
    if given.sha256.len() != 64 || !given.sha256.chars().all(hex) {
        return refuse(Why::Missing { field: "sha256" });
    }
    if let Some(actor) = &rules.actor.id {
        if actor == given.author {
            return refuse(Why::OwnLetter);
        }
        if conflicted(complaint, actor) {
            return refuse(Why::Conflicted { who: actor.clone() });
        }
    }
    Ok(vec![Event::LetterCleared {
        letter: given.letter.to_owned(),
        author: given.author.clone(),
        sha256: given.sha256.to_owned(),
        asks: given.asks.to_vec(),
    }])
}

impl Complaint {
    /// Who cleared the letter with these bytes for its sender, over all of these questions.
    pub fn clearance(&self, sha256: &str, sender: &StaffId, asks: &[String]) -> Option<&Cleared> {
        self.cleared.iter().find(|cleared| {
            cleared.sha256 == sha256
                && cleared.by.as_ref().is_some_and(|by| by != sender && *by != cleared.author)
                && asks.iter().all(|ask| cleared.asks.contains(ask))
        })
    }
}
