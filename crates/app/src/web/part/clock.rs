//! The promise bar and the clock strip: what is due next, and every clock of a case.

use std::fmt;

use askama::Template;
use askama::filters::HtmlSafe;
use jiff::civil::Date;

use super::day;
use super::tag::Tag;

/// Reference, stage, who, and the next promise: stands on every page about a case.
#[derive(Clone, Debug, Template)]
#[template(path = "part/promise_bar.html")]
pub struct PromiseBar {
    /// "RH-2025-00417".
    pub reference: String,
    /// "Stage 1", or what else the case is at.
    pub stage: String,
    /// Who has it; "Nobody yet" where nobody does.
    pub who: String,
    /// What is due next, where anything is.
    pub next: Option<Promise>,
    /// What is said where nothing is due.
    pub nothing_due: String,
}

/// One thing promised by a day.
#[derive(Clone, Debug)]
pub struct Promise {
    /// "response", "acknowledgement".
    pub what: String,
    /// The day it is due.
    pub due: Date,
    /// Page that shows how the date was reached.
    pub working: String,
    /// How long is left, or how late it is.
    pub tag: Tag,
}

impl Promise {
    fn due_in_words(&self) -> String {
        day::short(self.due)
    }
}

impl PromiseBar {
    /// The same as one line of plain text, without links: stands above the button.
    pub fn again(&self) -> PromiseAgain<'_> {
        PromiseAgain { bar: self }
    }
}

/// See [`PromiseBar::again`].
#[derive(Clone, Debug, Template)]
#[template(path = "part/promise_again.html")]
pub struct PromiseAgain<'a> {
    bar: &'a PromiseBar,
}

/// Every clock of a case, a cell each, met ones last (the caller sorts them).
#[derive(Clone, Debug, Default, Template)]
#[template(path = "part/clock_strip.html")]
pub struct ClockStrip {
    /// The cells.
    pub cells: Vec<ClockCell>,
}

/// One clock: what, due, how long, by which limit.
#[derive(Clone, Debug)]
pub struct ClockCell {
    /// "Response".
    pub what: String,
    /// The day it is due; none for a clock that has not started.
    pub due: Option<Date>,
    /// Page that shows how the date was reached, or what would start it.
    pub working: String,
    /// What the clock says.
    pub tag: Tag,
    /// "10 working days".
    pub length: String,
    /// Smaller words under it: the outer limit, the clause.
    pub note: Option<String>,
}

impl ClockCell {
    /// A clock with its date, tag and length.
    pub fn new(
        what: impl fmt::Display,
        due: Date,
        working: impl fmt::Display,
        tag: Tag,
    ) -> ClockCell {
        ClockCell {
            what: what.to_string(),
            due: Some(due),
            working: working.to_string(),
            tag,
            length: String::new(),
            note: None,
        }
    }

    fn due_in_words(&self) -> String {
        self.due.map_or_else(|| "No date yet".to_owned(), day::short)
    }

    /// "10 working days".
    pub fn length(mut self, words: impl fmt::Display) -> ClockCell {
        self.length = words.to_string();
        self
    }

    /// Smaller words under it.
    pub fn note(mut self, words: impl fmt::Display) -> ClockCell {
        self.note = Some(words.to_string());
        self
    }
}

impl HtmlSafe for PromiseBar {}
impl HtmlSafe for PromiseAgain<'_> {}
impl HtmlSafe for ClockStrip {}
