//! Asking for more time, and whether the resident agreed.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::calendar::Span;
use crate::ids::StaffId;
use crate::personal::Words;
use crate::vocabulary::Channel;

/// More time for the response.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
pub struct Extend {
    pub to: Option<Date>,
    pub further: Option<Span>,
    pub reason: Words,
    pub updates: Option<Span>,
    pub updates_by: Option<Channel>,
    pub good_reason: Option<Words>,
    pub agreed: Option<Agreed>,
    pub approved_by: Option<StaffId>,
    pub exceptional: Option<Words>,
}

/// Whether the resident agreed: true, false or "no-reply".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Agreed {
    Yes,
    No,
    NoReply,
}

impl Serialize for Agreed {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Yes => serializer.serialize_bool(true),
            Self::No => serializer.serialize_bool(false),
            Self::NoReply => serializer.serialize_str("no-reply"),
        }
    }
}

impl<'de> Deserialize<'de> for Agreed {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Given {
            Said(bool),
            Silent(String),
        }
        match Given::deserialize(deserializer)? {
            Given::Said(true) => Ok(Self::Yes),
            Given::Said(false) => Ok(Self::No),
            Given::Silent(word) if word == "no-reply" => Ok(Self::NoReply),
            Given::Silent(word) => Err(serde::de::Error::custom(format!(
                "agreed is true, false or \"no-reply\", not {word:?}"
            ))),
        }
    }
}
