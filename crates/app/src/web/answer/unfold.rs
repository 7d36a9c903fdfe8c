//! One act of a page with several: a form that unfolds, with its questions.

use std::fmt;

use askama::Template;
use askama::filters::HtmlSafe;

use crate::web::answer::Sheet;
use crate::web::part::form::Keys;
use crate::web::part::piece::Piece;

/// A form under a heading that opens it.
#[derive(Clone, Debug, Template)]
#[template(path = "part/unfold.html")]
pub struct Unfold {
    id: String,
    action: String,
    keys: Keys,
    title: String,
    before: Vec<String>,
    questions: Vec<Piece>,
    button: String,
    /// What the act would change and send, once somebody asked to see it or a check held a letter.
    preview: Option<Piece>,
    /// Whether a letter goes with it, which may be looked at first.
    letter: bool,
    open: bool,
}

impl Unfold {
    /// The form of a page within the case: its heading, and the words of its button.
    pub fn of(sheet: &Sheet, page: &str, title: impl fmt::Display, button: &str) -> Self {
        let kept = sheet.kept.as_ref().is_some_and(|kept| kept.form == page);
        Self {
            id: format!("form-{}", page.replace('/', "-")),
            action: sheet.href(page),
            keys: sheet.form(page).hidden().clone(),
            title: title.to_string(),
            before: Vec::new(),
            questions: Vec::new(),
            button: button.to_owned(),
            preview: kept.then(|| Piece::of(sheet.preview.clone())),
            letter: false,
            open: kept,
        }
    }

    /// A paragraph before the questions.
    pub fn says(mut self, words: impl fmt::Display) -> Self {
        self.before.push(words.to_string());
        self
    }

    /// A question, or another part.
    pub fn ask(mut self, question: impl HtmlSafe) -> Self {
        self.questions.push(Piece::of(question));
        self
    }

    /// A letter goes with it, which may be looked at before it does.
    pub fn with_letter(self) -> Self {
        Self { letter: true, ..self }
    }

    /// Open from the first: the one thing to do here.
    pub fn opened(self) -> Self {
        Self { open: true, ..self }
    }
}

impl HtmlSafe for Unfold {}
