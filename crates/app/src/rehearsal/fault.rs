//! Why a file cannot be played, and where in it.

use std::ops::Range;

use redress_domain::policy::read::place;

/// Something wrong with a file: a sentence, a place, and perhaps what to write instead.
#[derive(Clone, Debug, PartialEq)]
pub struct Fault {
    pub message: String,
    /// What to write instead.
    pub hint: Option<String>,
    /// Where in the text, in bytes.
    pub span: Range<usize>,
}

impl Fault {
    /// A fault at a place.
    pub fn at(span: Range<usize>, message: impl Into<String>) -> Self {
        Self { message: message.into(), hint: None, span }
    }

    /// The same with what to write instead.
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// Line and column, both counted from 1.
    pub fn place(&self, text: &str) -> (usize, usize) {
        place(text, self.span.start)
    }
}
