//! Lists: facts with their names, tasks with their state, and what happened in order.

use std::fmt;

use askama::Template;
use askama::filters::HtmlSafe;

use super::cell::Cell;
use super::notice::Link;
use super::piece::Piece;
use super::tag::Tag;

/// Facts, each with its name, and a link to change it where it can be.
#[derive(Clone, Debug, Default, Template)]
#[template(path = "part/summary_list.html")]
pub struct SummaryList {
    rows: Vec<SummaryRow>,
}

#[derive(Clone, Debug)]
struct SummaryRow {
    name: String,
    value: Cell,
    change: Option<Link>,
}

impl SummaryList {
    /// An empty list.
    pub fn new() -> SummaryList {
        SummaryList::default()
    }

    /// A fact.
    pub fn row(mut self, name: impl fmt::Display, value: Cell) -> SummaryList {
        self.rows.push(SummaryRow { name: name.to_string(), value, change: None });
        self
    }

    /// A fact that can be changed: "Change" leads to `href`.
    pub fn changing(
        self,
        name: impl fmt::Display,
        value: Cell,
        href: impl fmt::Display,
    ) -> SummaryList {
        let mut list = self.row(name, value);
        if let Some(row) = list.rows.last_mut() {
            row.change = Some(Link::new(href, "Change"));
        }
        list
    }

    /// Whether nothing is in it.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }
}

/// Things that may be done, each with its state.
#[derive(Clone, Debug, Default, Template)]
#[template(path = "part/task_list.html")]
pub struct TaskList {
    tasks: Vec<Task>,
}

#[derive(Clone, Debug)]
struct Task {
    name: String,
    href: Option<String>,
    hint: Option<String>,
    state: Option<Tag>,
}

impl TaskList {
    /// An empty list.
    pub fn new() -> TaskList {
        TaskList::default()
    }

    /// Something that may be done now.
    pub fn task(mut self, href: impl fmt::Display, name: impl fmt::Display) -> TaskList {
        let href = Some(href.to_string());
        self.tasks.push(Task { name: name.to_string(), href, hint: None, state: None });
        self
    }

    /// Something that cannot be done now, with the words its refusal would use.
    pub fn not_yet(mut self, name: impl fmt::Display, why: impl fmt::Display) -> TaskList {
        self.tasks.push(Task {
            name: name.to_string(),
            href: None,
            hint: Some(why.to_string()),
            state: Some(Tag::plain("Not possible")),
        });
        self
    }

    /// Words under the last task.
    pub fn hint(mut self, words: impl fmt::Display) -> TaskList {
        if let Some(task) = self.tasks.last_mut() {
            task.hint = Some(words.to_string());
        }
        self
    }

    /// The state of the last task.
    pub fn state(mut self, tag: Tag) -> TaskList {
        if let Some(task) = self.tasks.last_mut() {
            task.state = Some(tag);
        }
        self
    }
}

/// What happened, in the order given (newest first).
#[derive(Clone, Debug, Default, Template)]
#[template(path = "part/timeline.html")]
pub struct Timeline {
    entries: Vec<Happening>,
}

#[derive(Clone, Debug)]
struct Happening {
    title: String,
    by: String,
    when: String,
    body: Vec<Piece>,
    words: Vec<String>,
}

impl Timeline {
    /// An empty timeline.
    pub fn new() -> Timeline {
        Timeline::default()
    }

    /// What happened, by whom (may be empty), and when ("Mon 28 Apr 2025, 10:42").
    pub fn entry(
        mut self,
        title: impl fmt::Display,
        by: impl fmt::Display,
        when: impl fmt::Display,
    ) -> Timeline {
        self.entries.push(Happening {
            title: title.to_string(),
            by: by.to_string(),
            when: when.to_string(),
            body: vec![],
            words: vec![],
        });
        self
    }

    /// A paragraph under the last entry.
    pub fn says(mut self, words: impl fmt::Display) -> Timeline {
        if let Some(last) = self.entries.last_mut() {
            last.words.push(words.to_string());
        }
        self
    }

    /// Another part under the last entry: a quote, a list.
    pub fn part(mut self, part: impl HtmlSafe) -> Timeline {
        if let Some(last) = self.entries.last_mut() {
            last.body.push(Piece::of(part));
        }
        self
    }

    /// Whether nothing has happened.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }
}

impl HtmlSafe for SummaryList {}
impl HtmlSafe for TaskList {}
impl HtmlSafe for Timeline {}
