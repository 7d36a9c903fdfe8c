//! A form on a page: hands out its fields with their kept words, hints and problems.

use std::fmt;

use askama::Template;
use askama::filters::HtmlSafe;
use jiff::civil::Date;

use super::choices::Choices;
use super::choices::Select;
use super::day;
use super::errors::FormErrors;
use super::field::Area;
use super::field::Head;
use super::field::Input;
use super::field::Upload;
use super::sent::Sent;

/// Name of the hidden field that ties a post to the session.
pub const CSRF: &str = "csrf";
/// Name of the hidden field that makes sending twice change nothing.
pub const ONCE: &str = "once";
/// Name of the hidden field that says which version of the case the person saw.
pub const SEEN_VERSION: &str = "seen-version";

/// Name of the hidden field that says which version of a draft the person saw.
pub const DRAFT_VERSION: &str = "draft-version";

/// The hidden fields of every form. Renders as those inputs.
#[derive(Clone, Debug, Default, Template)]
#[template(path = "part/keys.html")]
pub struct Keys {
    /// Session-bound token against posts from elsewhere.
    pub csrf: String,
    /// One-time token of this drawing of the form; empty where nothing is recorded.
    pub once: String,
    /// Version of the case that the page was drawn from.
    pub seen_version: Option<u64>,
    /// Version of the draft that stands in it, where its words can be saved; 0 where none does.
    pub draft_version: Option<i64>,
}

/// A form as a page shows it: what was sent, and what was wrong with it.
#[derive(Clone, Debug, Default)]
pub struct Form {
    keys: Keys,
    sent: Sent,
    errors: FormErrors,
    roomy: bool,
    error_word: Option<String>,
}

impl Form {
    /// A form shown for the first time.
    pub fn blank(keys: Keys) -> Form {
        Form { keys, ..Form::default() }
    }

    /// A form shown again: the person's words stay, and what is wrong stands beside them.
    pub fn kept(keys: Keys, sent: Sent, errors: FormErrors) -> Form {
        Form { keys, sent, errors, ..Form::default() }
    }

    /// Large radios and boxes: for residents.
    pub fn roomy(self) -> Form {
        Form { roomy: true, ..self }
    }

    /// What stands before each problem, where that is not English.
    pub fn error_word(self, words: impl Into<String>) -> Form {
        Form { error_word: Some(words.into()), ..self }
    }

    /// The hidden fields. Every form on every page holds them once.
    pub fn hidden(&self) -> &Keys {
        &self.keys
    }

    /// What is wrong, for the summary on top and the page's title.
    pub fn errors(&self) -> &FormErrors {
        &self.errors
    }

    /// A box for one line of words.
    pub fn text(&self, name: &str, label: impl fmt::Display) -> Input {
        Input::new(self.head(name, label), self.sent.has(name).then(|| self.sent.get(name)))
    }

    /// A box for an amount in pounds.
    pub fn money(&self, name: &str, label: impl fmt::Display) -> Input {
        self.text(name, label).money()
    }

    /// The one box for a day.
    pub fn day(&self, name: &str, label: impl fmt::Display) -> Input {
        self.text(name, label).hint("For example 28/4/2025 or 28 apr 2025").width(10)
    }

    /// Today, yesterday or another day; the box for the other day is called `{name}-day`.
    pub fn near_day(&self, name: &str, legend: impl fmt::Display, today: Date) -> Choices {
        let other = self.day(&format!("{name}-day"), "Which day?");
        let yesterday = today.yesterday().unwrap_or(today);
        self.radios(name, legend)
            .option("today", format!("Today, {}", day::short(today)))
            .option("yesterday", format!("Yesterday, {}", day::short(yesterday)))
            .revealing("another", "Another day", other)
    }

    /// A box for many lines of words.
    pub fn area(&self, name: &str, label: impl fmt::Display) -> Area {
        Area::new(self.head(name, label), self.sent.has(name).then(|| self.sent.get(name)))
    }

    /// One of several.
    pub fn radios(&self, name: &str, legend: impl fmt::Display) -> Choices {
        Choices::radios(self.head(name, legend), &self.sent, self.roomy)
    }

    /// Any of several.
    pub fn ticks(&self, name: &str, legend: impl fmt::Display) -> Choices {
        Choices::ticks(self.head(name, legend), &self.sent, self.roomy)
    }

    /// A single box to tick, whose value is "yes".
    pub fn tick(&self, name: &str, label: impl fmt::Display) -> Choices {
        Choices::ticks(self.head(name, ""), &self.sent, self.roomy).option("yes", label)
    }

    /// One of a long list.
    pub fn select(&self, name: &str, label: impl fmt::Display) -> Select {
        Select::new(self.head(name, label), &self.sent)
    }

    /// Files to send. The form needs `enctype="multipart/form-data"`.
    pub fn files(&self, name: &str, label: impl fmt::Display) -> Upload {
        Upload::new(self.head(name, label))
    }

    fn head(&self, name: &str, label: impl fmt::Display) -> Head {
        let head = Head::new(name, label, self.errors.beside(name));
        match &self.error_word {
            Some(words) => Head { error_word: words.clone(), ..head },
            None => head,
        }
    }
}

impl HtmlSafe for Keys {}
