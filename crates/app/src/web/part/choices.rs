//! Radios, boxes to tick and long lists, with follow-up questions that open by themselves.

use std::fmt;

use askama::Template;
use askama::filters::HtmlSafe;

use super::field::Head;
use super::piece::Piece;
use super::sent::Sent;

/// One of several (radios) or any of several (boxes to tick).
#[derive(Clone, Debug, Template)]
#[template(path = "part/choices.html")]
pub struct Choices {
    head: Head,
    kind: Kind,
    roomy: bool,
    inline: bool,
    sent: Option<Vec<String>>,
    preset: Vec<String>,
    options: Vec<Choice>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Radios,
    Ticks,
}

#[derive(Clone, Debug)]
struct Choice {
    value: String,
    label: String,
    hint: Option<String>,
    reveal: Option<Piece>,
    after_or: bool,
}

impl Choices {
    pub(super) fn radios(head: Head, sent: &Sent, roomy: bool) -> Choices {
        Choices::new(head, Kind::Radios, sent, roomy)
    }

    pub(super) fn ticks(head: Head, sent: &Sent, roomy: bool) -> Choices {
        Choices::new(head, Kind::Ticks, sent, roomy)
    }

    fn new(head: Head, kind: Kind, sent: &Sent, roomy: bool) -> Choices {
        let kept = sent.all(&head.name).map(str::to_owned).collect();
        let sent = (!sent.is_nothing()).then_some(kept);
        Choices { head, kind, roomy, inline: false, sent, preset: vec![], options: vec![] }
    }

    /// Help under the legend.
    pub fn hint(mut self, words: impl fmt::Display) -> Choices {
        self.head.hint = Some(words.to_string());
        self
    }

    /// Makes the legend the page's h1.
    pub fn heading(mut self) -> Choices {
        self.head.heading = true;
        self
    }

    /// Side by side: for two short answers.
    pub fn inline(mut self) -> Choices {
        self.inline = true;
        self
    }

    /// The choice made until the person sends another.
    pub fn preset(mut self, value: impl fmt::Display) -> Choices {
        self.preset.push(value.to_string());
        self
    }

    /// One more choice.
    pub fn option(mut self, value: impl fmt::Display, label: impl fmt::Display) -> Choices {
        self.options.push(Choice {
            value: value.to_string(),
            label: label.to_string(),
            hint: None,
            reveal: None,
            after_or: false,
        });
        self
    }

    /// One more choice, with a line of help.
    pub fn option_with_hint(
        self,
        value: impl fmt::Display,
        label: impl fmt::Display,
        hint: impl fmt::Display,
    ) -> Choices {
        self.option(value, label).edit(|choice| choice.hint = Some(hint.to_string()))
    }

    /// One more choice, which opens a follow-up question.
    pub fn revealing(
        self,
        value: impl fmt::Display,
        label: impl fmt::Display,
        question: impl HtmlSafe,
    ) -> Choices {
        self.option(value, label).edit(|choice| choice.reveal = Some(Piece::of(question)))
    }

    /// One more follow-up question of the last choice.
    pub fn also(self, question: impl HtmlSafe) -> Choices {
        self.edit(|choice| {
            let before = choice.reveal.take().unwrap_or_else(Piece::nothing);
            choice.reveal = Some(before.and(question));
        })
    }

    /// Every choice of a list of values and labels.
    pub fn options<V: fmt::Display, L: fmt::Display>(self, list: &[(V, L)]) -> Choices {
        list.iter().fold(self, |choices, (value, label)| choices.option(value, label))
    }

    /// The last choice, parted from the others by "or".
    pub fn or(self, value: impl fmt::Display, label: impl fmt::Display) -> Choices {
        self.option(value, label).edit(|choice| choice.after_or = true)
    }

    fn edit(mut self, change: impl FnOnce(&mut Choice)) -> Choices {
        if let Some(last) = self.options.last_mut() {
            change(last);
        }
        self
    }

    fn is_chosen(&self, choice: &Choice) -> bool {
        self.sent.as_ref().unwrap_or(&self.preset).contains(&choice.value)
    }

    fn word(&self) -> &'static str {
        match self.kind {
            Kind::Radios => "radios",
            Kind::Ticks => "checkboxes",
        }
    }

    fn input_kind(&self) -> &'static str {
        match self.kind {
            Kind::Radios => "radio",
            Kind::Ticks => "checkbox",
        }
    }

    /// A single box has no legend: its own label says it all.
    fn is_alone(&self) -> bool {
        self.head.label.is_empty()
    }

    fn described_by(&self, choice: &Choice, id: &str) -> Option<String> {
        let own = choice.hint.as_ref().map(|_| format!("{id}-hint-of"));
        if self.is_alone() { own.or_else(|| self.head.described_by()) } else { own }
    }

    /// The first choice has the field's own id, so that the error summary leads to it.
    fn id(&self, place: &usize) -> String {
        match place {
            0 => self.head.name.clone(),
            after => format!("{}-{}", self.head.name, after + 1),
        }
    }
}

/// One of a long list.
#[derive(Clone, Debug, Template)]
#[template(path = "part/select.html")]
pub struct Select {
    head: Head,
    sent: Option<String>,
    preset: String,
    options: Vec<(String, String)>,
}

impl Select {
    pub(super) fn new(head: Head, sent: &Sent) -> Select {
        let sent = sent.has(&head.name).then(|| sent.get(&head.name).to_owned());
        Select { head, sent, preset: String::new(), options: vec![] }
    }

    /// Help above the list.
    pub fn hint(mut self, words: impl fmt::Display) -> Select {
        self.head.hint = Some(words.to_string());
        self
    }

    /// The choice made until the person sends another.
    pub fn preset(mut self, value: impl fmt::Display) -> Select {
        self.preset = value.to_string();
        self
    }

    /// One more choice.
    pub fn option(mut self, value: impl fmt::Display, label: impl fmt::Display) -> Select {
        self.options.push((value.to_string(), label.to_string()));
        self
    }

    /// Every choice of a list of values and labels.
    pub fn options<V: fmt::Display, L: fmt::Display>(self, list: &[(V, L)]) -> Select {
        list.iter().fold(self, |select, (value, label)| select.option(value, label))
    }

    fn is_chosen(&self, value: &str) -> bool {
        self.sent.as_deref().unwrap_or(&self.preset) == value
    }
}

impl HtmlSafe for Choices {}
impl HtmlSafe for Select {}
