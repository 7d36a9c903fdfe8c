//! The text that is hashed: everything about an event, always spelt the same way.

use jiff::Timestamp;
use jiff::civil::Date;
use serde_json::{Value as Json, json};
use sha2::{Digest, Sha256};

use crate::Error;
use crate::entropy::{from_hex, to_hex};
use crate::row::moment_text;

/// The hash before the first event.
pub(crate) const GENESIS: &str = "0000000000000000000000000000000000000000000000000000000000000000";

/// Everything about an event but its facts. The body repeats each column, so that a column that
/// was changed by hand is found.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Written {
    pub(crate) landlord: String,
    pub(crate) position: i64,
    pub(crate) stream: String,
    pub(crate) seq: i64,
    pub(crate) kind: String,
    pub(crate) happened_on: Date,
    pub(crate) recorded_at: Timestamp,
    pub(crate) actor: Option<String>,
    pub(crate) pack: Option<String>,
}

impl Written {
    /// The canonical text of the event: keys in order, no spaces.
    pub(crate) fn body(&self, facts: &Json) -> String {
        let whole = json!({
            "landlord": self.landlord,
            "position": self.position,
            "stream": self.stream,
            "seq": self.seq,
            "kind": self.kind,
            "happened_on": self.happened_on.to_string(),
            "recorded_at": moment_text(self.recorded_at),
            "actor": self.actor,
            "pack": self.pack,
            "facts": facts,
        });
        canonical(&whole)
    }
}

/// The facts in a body, where it can be read.
pub(crate) fn facts_of(body: &str) -> Option<Json> {
    let mut whole: Json = serde_json::from_str(body).ok()?;
    whole.get_mut("facts").map(Json::take)
}

/// The chain's next link.
pub(crate) fn hash(prev: &str, body: &str) -> Result<String, Error> {
    let before = from_hex(prev).ok_or_else(|| Error::inconsistent("head", "hash"))?;
    let digest = Sha256::new()
        .chain_update("redress-event-v1")
        .chain_update(before)
        .chain_update(body)
        .finalize();
    Ok(to_hex(&digest))
}

/// JSON with sorted keys and no spaces. Written out here and not left to a map's own order, which
/// another crate's choice of features could change.
pub(crate) fn canonical(value: &Json) -> String {
    let mut text = String::new();
    write(value, &mut text);
    text
}

fn write(value: &Json, text: &mut String) {
    match value {
        Json::Object(map) => {
            let mut keys: Vec<_> = map.iter().collect();
            keys.sort_by_key(|(key, _)| key.as_str());
            text.push('{');
            for (at, (key, value)) in keys.into_iter().enumerate() {
                if 0 < at {
                    text.push(',');
                }
                write(&Json::from(key.as_str()), text);
                text.push(':');
                write(value, text);
            }
            text.push('}');
        }
        Json::Array(values) => {
            text.push('[');
            for (at, value) in values.iter().enumerate() {
                if 0 < at {
                    text.push(',');
                }
                write(value, text);
            }
            text.push(']');
        }
        Json::Null | Json::Bool(_) | Json::Number(_) | Json::String(_) => {
            text.push_str(&value.to_string());
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{GENESIS, canonical, hash};

    #[test]
    fn keys_are_sorted_at_every_depth_and_nothing_is_padded() {
        let value = json!({"b": [1, {"z": null, "a": "ü\n"}], "a": {"y": true, "x": false}});
        assert_eq!(canonical(&value), r#"{"a":{"x":false,"y":true},"b":[1,{"a":"ü\n","z":null}]}"#);
    }

    #[test]
    fn a_link_depends_on_the_link_before_and_on_every_byte() {
        let first = hash(GENESIS, "{}").unwrap();
        assert_ne!(first, hash(GENESIS, "{ }").unwrap());
        assert_ne!(first, hash(&first, "{}").unwrap());
        assert_eq!(first.len(), 64);
    }
}
