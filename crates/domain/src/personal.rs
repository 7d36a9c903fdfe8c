//! People's own words and everything else that must be erasable: kept apart from the facts.

use std::fmt;

use jiff::civil::Date;
use serde::de::{self, MapAccess, Visitor};
use serde::ser::SerializeMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Text about or by a person. The record stores it as a part that can be erased while the facts
/// and the chain stay; deciding and folding never look inside. Printing it for a log shows only
/// its length.
#[derive(Clone, PartialEq, Eq)]
pub enum Words {
    /// Ordinary personal text (class C2).
    Said(String),
    /// Special or dangerous text, such as health or a safe address (class C3): never searched.
    Sealed(String),
    /// The text is gone; the day and the keeping rule that took it remain.
    Erased {
        /// The day it was erased.
        on: Date,
        /// The keeping rule or request that asked for it.
        rule: String,
    },
}

impl Words {
    /// Ordinary words.
    pub fn said(text: impl Into<String>) -> Self {
        Self::Said(text.into())
    }

    /// What can be shown: the text, or nothing where it was erased.
    pub fn text(&self) -> &str {
        match self {
            Self::Said(text) | Self::Sealed(text) => text,
            Self::Erased { .. } => "",
        }
    }

    /// Whether nobody wrote anything: only spaces, or characters that take no room.
    pub fn is_blank(&self) -> bool {
        match self {
            Self::Said(text) | Self::Sealed(text) => text.chars().all(takes_no_room),
            Self::Erased { .. } => false,
        }
    }

    /// How many words were written, for the rules that want more than a code or a single word.
    pub fn count(&self) -> usize {
        self.text().split_whitespace().filter(|word| word.chars().any(char::is_alphabetic)).count()
    }
}

fn takes_no_room(letter: char) -> bool {
    letter.is_whitespace()
        || letter.is_control()
        || matches!(letter, '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2064}' | '\u{feff}' | '\u{ad}' | '\u{180e}')
}

impl Default for Words {
    fn default() -> Self {
        Self::Said(String::new())
    }
}

impl From<&str> for Words {
    fn from(text: &str) -> Self {
        Self::said(text)
    }
}

impl fmt::Debug for Words {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Said(text) | Self::Sealed(text) => write!(out, "Words({})", text.chars().count()),
            Self::Erased { on, .. } => write!(out, "Words(erased {on})"),
        }
    }
}

impl Serialize for Words {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        match self {
            Self::Said(text) => map.serialize_entry("$words", text)?,
            Self::Sealed(text) => {
                map.serialize_entry("$words", text)?;
                map.serialize_entry("class", "C3")?;
            }
            Self::Erased { on, rule } => {
                map.serialize_entry("$erased", &Erasure { on: *on, rule: rule.clone() })?;
            }
        }
        map.end()
    }
}

#[derive(Serialize, Deserialize)]
struct Erasure {
    on: Date,
    rule: String,
}

impl<'de> Deserialize<'de> for Words {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(WordsVisitor)
    }
}

struct WordsVisitor;

impl<'de> Visitor<'de> for WordsVisitor {
    type Value = Words;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("text")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Words, E> {
        Ok(Words::said(text))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Words, A::Error> {
        let (mut text, mut class, mut erased) = (None::<String>, None::<String>, None::<Erasure>);
        while let Some(key) = map.next_key::<String>()? {
            match key.as_str() {
                "$words" => text = Some(map.next_value()?),
                "class" => class = Some(map.next_value()?),
                "$erased" => erased = Some(map.next_value()?),
                other => return Err(de::Error::unknown_field(other, &["$words", "$erased"])),
            }
        }
        match (text, erased) {
            (Some(text), None) if class.as_deref() == Some("C3") => Ok(Words::Sealed(text)),
            (Some(text), None) => Ok(Words::Said(text)),
            (None, Some(gone)) => Ok(Words::Erased { on: gone.on, rule: gone.rule }),
            _ => Err(de::Error::custom("expected either words or the trace of an erasure")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Words;

    #[test]
    fn a_log_line_never_shows_the_words() {
        assert_eq!(format!("{:?}", Words::said("Mould on the wall")), "Words(17)");
    }

    #[test]
    fn characters_that_take_no_room_are_blank() {
        assert!(Words::said(" \u{200b}\n\u{feff}").is_blank());
        assert!(!Words::said("x").is_blank());
    }

    #[test]
    fn words_come_back_from_json_as_they_went() {
        for words in [
            Words::said("Damp"),
            Words::Sealed("Asthma".into()),
            Words::Erased { on: jiff::civil::date(2026, 1, 2), rule: "kept 6 years".into() },
        ] {
            let json = serde_json::to_string(&words).unwrap();
            assert_eq!(serde_json::from_str::<Words>(&json).unwrap(), words);
        }
    }
}
