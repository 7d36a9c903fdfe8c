//! People's words: taken out of the facts into parts that can go, and put back when read.
//!
//! The event keeps a commitment to each part. Its salt goes with the part, so what is left says
//! nothing about the words, and the chain still verifies.

use std::collections::HashMap;

use serde_json::{Map, Value as Json, json};
use sha2::{Digest, Sha256};

use crate::entropy::{from_hex, to_hex};
use crate::row::Row;
use crate::{Entropy, Error, Scope, Tx};

/// Words that are about to be kept.
pub(crate) struct NewPart {
    id: String,
    class: String,
    salt: String,
    words: String,
}

/// What an event says about words that are kept elsewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Reference {
    pub(crate) id: String,
    pub(crate) class: String,
    pub(crate) commitment: String,
}

/// `SHA-256("redress-part-v1", salt, length, bytes)`; none where the salt is unreadable.
pub(crate) fn commitment(salt: &str, words: &str) -> Option<String> {
    let length = u64::try_from(words.len()).ok()?;
    let digest = Sha256::new()
        .chain_update("redress-part-v1")
        .chain_update(from_hex(salt)?)
        .chain_update(length.to_be_bytes())
        .chain_update(words)
        .finalize();
    Some(to_hex(&digest))
}

/// Takes all words out of the facts and leaves references in their place.
pub(super) fn take_out(facts: &mut Json, entropy: &mut Entropy) -> Result<Vec<NewPart>, Error> {
    let mut parts = Vec::new();
    walk(facts, &mut |map| {
        if map.contains_key("$part") {
            return Err(Error::refused("facts cannot refer to words that are kept already"));
        }
        let Some(words) = map.get("$words") else { return Ok(None) };
        let (Some(words), Some(class)) = (words.as_str(), class_of(map)) else {
            return Err(Error::refused("words must be {\"$words\": text} with a class at most"));
        };
        let part = NewPart {
            id: entropy.id()?,
            class: class.to_owned(),
            salt: entropy.token()?,
            words: words.to_owned(),
        };
        let commitment = commitment(&part.salt, &part.words);
        let left = json!({"$part": part.id, "class": part.class, "commitment": commitment});
        parts.push(part);
        Ok(Some(left))
    })?;
    Ok(parts)
}

fn class_of(map: &Map<String, Json>) -> Option<&str> {
    match map.get("class") {
        None if map.len() == 1 => Some("C2"),
        Some(class) if map.len() == 2 => {
            class.as_str().filter(|class| matches!(*class, "C2" | "C3" | "C4"))
        }
        _ => None,
    }
}

/// Puts words, or the traces of their erasure, back into the facts. False where some are missing.
pub(super) fn put_back(facts: &mut Json, words: &HashMap<String, Json>) -> bool {
    let mut whole = true;
    let walked = walk(facts, &mut |map| {
        let Some(id) = map.get("$part").and_then(Json::as_str) else { return Ok(None) };
        let found = words.get(id).cloned();
        whole &= found.is_some();
        Ok(found)
    });
    whole && walked.is_ok()
}

type Change<'c> = dyn FnMut(&Map<String, Json>) -> Result<Option<Json>, Error> + 'c;

/// Calls `change` on every object, from the outside in; what it answers takes the object's place.
fn walk(value: &mut Json, change: &mut Change<'_>) -> Result<(), Error> {
    match value {
        Json::Object(map) => {
            if let Some(changed) = change(map)? {
                *value = changed;
                return Ok(());
            }
            map.values_mut().try_for_each(|inner| walk(inner, change))
        }
        Json::Array(values) => values.iter_mut().try_for_each(|inner| walk(inner, change)),
        Json::Null | Json::Bool(_) | Json::Number(_) | Json::String(_) => Ok(()),
    }
}

/// All references in the facts of an event.
pub(crate) fn references(facts: &Json) -> Vec<Reference> {
    let mut found = Vec::new();
    collect(facts, &mut found);
    found
}

fn collect(value: &Json, found: &mut Vec<Reference>) {
    match value {
        Json::Object(map) => {
            let text =
                |key: &str| map.get(key).and_then(Json::as_str).unwrap_or_default().to_owned();
            if map.contains_key("$part") {
                found.push(Reference {
                    id: text("$part"),
                    class: text("class"),
                    commitment: text("commitment"),
                });
                return;
            }
            map.values().for_each(|inner| collect(inner, found));
        }
        Json::Array(values) => values.iter().for_each(|inner| collect(inner, found)),
        Json::Null | Json::Bool(_) | Json::Number(_) | Json::String(_) => {}
    }
}

/// Whether a body refers to words that are not among these.
pub(super) fn lacks(body: &str, words: &HashMap<String, Json>) -> bool {
    body.contains("\"$part\"")
        && super::facts_of(body).is_some_and(|facts| {
            references(&facts).iter().any(|part| !words.contains_key(&part.id))
        })
}

/// The words of a part's row, as they went in.
pub(super) fn said(row: &Row) -> Result<Json, Error> {
    let (class, words) = (row.text("class")?, row.text("words")?);
    if class == "C2" {
        return Ok(json!({"$words": words}));
    }
    Ok(json!({"$words": words, "class": class}))
}

/// What is left of erased words.
pub(super) fn erased(row: &Row) -> Result<Json, Error> {
    Ok(json!({"$erased": {"on": row.day("erased_on")?, "rule": row.text("rule")?}}))
}

const INSERT: &str = "INSERT INTO part (landlord, id, position, class, salt, words) \
     VALUES ($1, $2, $3, $4, $5, $6)";

impl NewPart {
    pub(super) async fn insert(
        &self,
        tx: &mut Tx,
        scope: &Scope,
        position: i64,
    ) -> Result<(), Error> {
        let values = [
            scope.landlord().into(),
            (&self.id).into(),
            position.into(),
            (&self.class).into(),
            (&self.salt).into(),
            (&self.words).into(),
        ];
        tx.run(INSERT, &values).await.map(drop)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{commitment, references, take_out};
    use crate::Entropy;

    #[test]
    fn words_leave_the_facts_and_commitments_stay() {
        let mut facts =
            json!({"a": [{"$words": "Damp"}], "b": {"$words": "Asthma", "class": "C3"}});
        let parts = take_out(&mut facts, &mut Entropy::seeded(1)).unwrap();
        assert_eq!(parts.len(), 2);
        assert!(!facts.to_string().contains("Damp"));
        let kept = references(&facts);
        assert_eq!(kept.len(), 2);
        for part in &parts {
            let reference = kept.iter().find(|reference| reference.id == part.id).unwrap();
            assert_eq!(Some(&reference.commitment), commitment(&part.salt, &part.words).as_ref());
        }
        assert_eq!(kept.iter().filter(|part| part.class == "C3").count(), 1);
    }

    #[test]
    fn equal_words_do_not_show_in_their_commitments() {
        let mut facts = json!([{"$words": "Damp"}, {"$words": "Damp"}]);
        take_out(&mut facts, &mut Entropy::seeded(1)).unwrap();
        let kept = references(&facts);
        assert_ne!(kept[0].commitment, kept[1].commitment);
    }

    #[test]
    fn facts_cannot_forge_a_reference_or_misspell_words() {
        for mut facts in [
            json!({"$part": "x", "class": "C2", "commitment": "y"}),
            json!({"$words": 1}),
            json!({"$words": "x", "klass": "C3"}),
            json!({"$words": "x", "class": "C9"}),
        ] {
            assert!(take_out(&mut facts, &mut Entropy::seeded(1)).is_err(), "{facts}");
        }
    }
}
