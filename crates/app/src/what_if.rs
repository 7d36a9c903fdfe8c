//! What if: cases played again under another policy. Which dates, refusals and letters would differ.
//!
//! Nothing is saved. What happened, happened: an act that the other policy would have refused is
//! noted, and the story goes on as it was.

use jiff::civil::Date;
use serde::Serialize;

pub mod recorded;
pub mod rehearsed;

/// How many cases are listed one by one; the figures count all of them.
const LISTED: usize = 500;

/// What came of playing cases under another policy.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct WhatIf {
    pub pack: String,
    pub floor: bool,
    pub cases: usize,
    pub differing: usize,
    pub dates: usize,
    /// Promises kept that would have been missed.
    pub newly_late: usize,
    /// Promises missed that would have been kept.
    pub no_longer_late: usize,
    pub refusals: usize,
    pub letters: usize,
    /// Cases that could not be played, for example because a calendar ends.
    pub not_played: usize,
    /// The differing cases, the first 500 of them.
    pub rows: Vec<CaseChange>,
}

/// What would differ in one case.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct CaseChange {
    pub case: String,
    pub dates: Vec<DateChange>,
    pub refusals: Vec<RefusalChange>,
    pub letters: Vec<LetterChange>,
}

/// One promise that would fall on another day, or be kept or missed otherwise.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct DateChange {
    pub clock: String,
    /// None where only one of the two policies makes this promise.
    pub was: Option<Date>,
    pub would_be: Option<Date>,
    pub was_missed: bool,
    pub would_be_missed: bool,
}

/// An act that only one of the two policies refuses.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct RefusalChange {
    pub on: Date,
    pub act: String,
    /// Whether the other policy refuses it; otherwise the case's own does.
    pub refused: bool,
    pub code: String,
    pub clause: String,
}

/// A letter that would have to say other things.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct LetterChange {
    pub letter: String,
    pub more: Vec<String>,
    pub fewer: Vec<String>,
}

impl CaseChange {
    /// Whether anything would differ.
    pub fn differs(&self) -> bool {
        !(self.dates.is_empty() && self.refusals.is_empty() && self.letters.is_empty())
    }
}

impl WhatIf {
    /// Adds a case.
    pub fn add(&mut self, change: Option<CaseChange>) {
        self.cases += 1;
        let Some(change) = change else {
            self.not_played += 1;
            return;
        };
        if !change.differs() {
            return;
        }
        self.differing += 1;
        self.dates += change.dates.len();
        self.refusals += change.refusals.len();
        self.letters += change.letters.len();
        let dates = || change.dates.iter();
        self.newly_late += dates().filter(|it| !it.was_missed && it.would_be_missed).count();
        self.no_longer_late += dates().filter(|it| it.was_missed && !it.would_be_missed).count();
        if self.rows.len() < LISTED {
            self.rows.push(change);
        }
    }

    /// Adds what another landlord's cases came to.
    pub fn join(&mut self, other: Self) {
        self.cases += other.cases;
        self.differing += other.differing;
        self.dates += other.dates;
        self.newly_late += other.newly_late;
        self.no_longer_late += other.no_longer_late;
        self.refusals += other.refusals;
        self.letters += other.letters;
        self.not_played += other.not_played;
        self.rows.extend(other.rows);
    }

    /// The figures in a sentence.
    pub fn sentence(&self) -> String {
        format!(
            "{} of {} cases would differ: {} dates, {} promises newly missed, {} no longer \
             missed, {} refusals, {} letters.",
            self.differing,
            self.cases,
            self.dates,
            self.newly_late,
            self.no_longer_late,
            self.refusals,
            self.letters
        )
    }
}
