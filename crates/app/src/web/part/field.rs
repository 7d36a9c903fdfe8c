//! Boxes to type in, each with its label, hint, problem and kept words.

use std::fmt;

use askama::Template;
use askama::filters::HtmlSafe;

/// What stands above every field.
#[derive(Clone, Debug)]
pub struct Head {
    /// Name and id of the field.
    pub name: String,
    /// Label or legend.
    pub label: String,
    /// Whether the label is also the page's h1 (one question a page).
    pub heading: bool,
    /// Help above the field.
    pub hint: Option<String>,
    /// What is wrong with it.
    pub error: Option<String>,
    /// What says so to somebody who hears the page.
    pub error_word: String,
}

impl Head {
    pub(super) fn new(name: &str, label: impl fmt::Display, error: Option<&str>) -> Head {
        Head {
            name: name.to_owned(),
            label: label.to_string(),
            heading: false,
            hint: None,
            error: error.map(str::to_owned),
            error_word: "Error:".to_owned(),
        }
    }

    /// The ids of hint and problem, for `aria-describedby`.
    pub fn described_by(&self) -> Option<String> {
        let hint = self.hint.as_ref().map(|_| format!("{}-hint", self.name));
        let error = self.error.as_ref().map(|_| format!("{}-error", self.name));
        match (hint, error) {
            (Some(hint), Some(error)) => Some(format!("{hint} {error}")),
            (hint, error) => hint.or(error),
        }
    }
}

/// A box for one line.
#[derive(Clone, Debug, Template)]
#[template(path = "part/input.html")]
pub struct Input {
    head: Head,
    sent: Option<String>,
    preset: String,
    kind: &'static str,
    keyboard: Option<&'static str>,
    autocomplete: Option<&'static str>,
    width: Option<u8>,
    prefix: Option<&'static str>,
    words: bool,
}

impl Input {
    pub(super) fn new(head: Head, sent: Option<&str>) -> Input {
        Input {
            head,
            sent: sent.map(str::to_owned),
            preset: String::new(),
            kind: "text",
            keyboard: None,
            autocomplete: None,
            width: None,
            prefix: None,
            words: true,
        }
    }

    /// Help above the box.
    pub fn hint(mut self, words: impl fmt::Display) -> Input {
        self.head.hint = Some(words.to_string());
        self
    }

    /// What stands in the box until the person sends something else.
    pub fn preset(mut self, value: impl fmt::Display) -> Input {
        self.preset = value.to_string();
        self
    }

    /// Makes the label the page's h1.
    pub fn heading(mut self) -> Input {
        self.head.heading = true;
        self
    }

    /// Room for so many characters: 2, 3, 4, 5, 10, 20 or 30.
    pub fn width(mut self, characters: u8) -> Input {
        self.width = Some(characters);
        self
    }

    /// The browser's name for what belongs here: "name", "street-address", "username".
    pub fn autocomplete(mut self, what: &'static str) -> Input {
        self.autocomplete = Some(what);
        self
    }

    /// An e-mail address.
    pub fn email(self) -> Input {
        Input { kind: "email", words: false, ..self }.autocomplete("email")
    }

    /// A telephone number.
    pub fn telephone(self) -> Input {
        Input { kind: "tel", words: false, width: Some(20), ..self }.autocomplete("tel")
    }

    /// A reference, postcode or code: not spelling-checked.
    pub fn code(self) -> Input {
        Input { words: false, ..self }
    }

    /// A one-time code from an app; pasting and filling in by the browser are welcome.
    pub fn one_time_code(self) -> Input {
        Input { keyboard: Some("numeric"), words: false, width: Some(10), ..self }
            .autocomplete("one-time-code")
    }

    /// A password: never shown again. `what` is "current-password" or "new-password".
    pub fn password(self, what: &'static str) -> Input {
        Input { kind: "password", words: false, sent: None, ..self }.autocomplete(what)
    }

    /// A whole number.
    pub fn number(self) -> Input {
        Input { keyboard: Some("numeric"), words: false, width: Some(5), ..self }
    }

    pub(super) fn money(self) -> Input {
        Input {
            keyboard: Some("decimal"),
            words: false,
            width: Some(10),
            prefix: Some("£"),
            ..self
        }
    }

    fn value(&self) -> &str {
        self.sent.as_deref().unwrap_or(&self.preset)
    }
}

/// A box for many lines.
#[derive(Clone, Debug, Template)]
#[template(path = "part/area.html")]
pub struct Area {
    head: Head,
    sent: Option<String>,
    preset: String,
    rows: u8,
    form: Option<String>,
}

impl Area {
    pub(super) fn new(head: Head, sent: Option<&str>) -> Area {
        let sent = sent.map(str::to_owned);
        Area { head, sent, preset: String::new(), rows: 5, form: None }
    }

    /// The form it belongs to, where it stands outside.
    pub fn of_form(mut self, form: &str) -> Area {
        self.form = Some(form.to_owned());
        self
    }

    /// Help above the box.
    pub fn hint(mut self, words: impl fmt::Display) -> Area {
        self.head.hint = Some(words.to_string());
        self
    }

    /// What stands in the box until the person sends something else.
    pub fn preset(mut self, value: impl fmt::Display) -> Area {
        self.preset = value.to_string();
        self
    }

    /// Makes the label the page's h1.
    pub fn heading(mut self) -> Area {
        self.head.heading = true;
        self
    }

    /// How many lines are seen at once.
    pub fn rows(mut self, rows: u8) -> Area {
        self.rows = rows;
        self
    }

    fn value(&self) -> &str {
        self.sent.as_deref().unwrap_or(&self.preset)
    }
}

/// A field that takes files.
#[derive(Clone, Debug, Template)]
#[template(path = "part/upload.html")]
pub struct Upload {
    head: Head,
    many: bool,
    accept: Option<String>,
}

impl Upload {
    pub(super) fn new(head: Head) -> Upload {
        Upload { head, many: false, accept: None }
    }

    /// Help above the field.
    pub fn hint(mut self, words: impl fmt::Display) -> Upload {
        self.head.hint = Some(words.to_string());
        self
    }

    /// Several files at once.
    pub fn many(mut self) -> Upload {
        self.many = true;
        self
    }

    /// The kinds offered first by the device, such as "image/*" for its camera.
    pub fn accept(mut self, kinds: impl fmt::Display) -> Upload {
        self.accept = Some(kinds.to_string());
        self
    }
}

impl HtmlSafe for Input {}
impl HtmlSafe for Area {}
impl HtmlSafe for Upload {}
