//! What a person sent with a form, kept as they typed it.

use serde::Deserialize;

/// The names and values of a posted form, in order. Read it with axum's `Form<Sent>`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(transparent)]
pub struct Sent {
    pairs: Vec<(String, String)>,
}

impl Sent {
    /// Nothing sent yet: a form shown for the first time.
    pub fn nothing() -> Sent {
        Sent::default()
    }

    /// From name and value pairs, as a multipart body gives them.
    pub fn from_pairs(pairs: Vec<(String, String)>) -> Sent {
        Sent { pairs }
    }

    /// One more field.
    pub fn and(mut self, name: &str, value: impl Into<String>) -> Sent {
        self.pairs.push((name.to_owned(), value.into()));
        self
    }

    /// Whether nothing was sent.
    pub fn is_nothing(&self) -> bool {
        self.pairs.is_empty()
    }

    /// Whether a box of this name came with the form, empty or not.
    pub fn has(&self, name: &str) -> bool {
        self.pairs.iter().any(|(sent, _)| sent == name)
    }

    /// The first value under a name, or nothing at all.
    pub fn get(&self, name: &str) -> &str {
        self.all(name).next().unwrap_or_default()
    }

    /// Every value under a name: ticked boxes.
    pub fn all<'a>(&'a self, name: &str) -> impl Iterator<Item = &'a str> {
        let name = name.to_owned();
        self.pairs.iter().filter(move |(sent, _)| *sent == name).map(|(_, value)| value.as_str())
    }

    /// Every name and value, in the order in which they came.
    pub fn pairs(&self) -> &[(String, String)] {
        &self.pairs
    }
}
