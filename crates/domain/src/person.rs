//! A resident or other customer on record: how to reach them and how to treat them.

use serde::{Deserialize, Serialize};

use crate::ids::PersonId;
use crate::personal::Words;

/// What the landlord holds about a person. Every line of it can be erased.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
pub struct Person {
    pub name: Words,
    pub address: Words,
    pub telephone: Words,
    pub email: Words,
    /// Wants letters in large print (18 point).
    pub large_print: bool,
    /// The language they read, as its tag ("cy"); none for English. Letters to them are in it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// The one safe way to reach them, where any other could put them in danger. While it is set
    /// no code and no link goes out.
    #[serde(skip_serializing_if = "Words::is_blank")]
    pub safe_contact: Words,
}

impl Person {
    /// Whether they may be reached in one safe way only.
    pub fn has_safe_contact(&self) -> bool {
        !self.safe_contact.is_blank()
    }
}

/// What happened to a person's entry.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "facts", rename_all = "kebab-case", deny_unknown_fields)]
pub enum PersonEvent {
    /// Entered, or corrected: the newest holds.
    PersonRecorded(Box<Person>),
}

/// The stream that holds a person's events.
pub fn stream(id: &PersonId) -> String {
    format!("person-{}", id.0)
}

/// Folds a person's events; none where nothing was recorded.
pub fn fold(events: &[PersonEvent]) -> Option<Person> {
    events.last().map(|PersonEvent::PersonRecorded(person)| (**person).clone())
}
