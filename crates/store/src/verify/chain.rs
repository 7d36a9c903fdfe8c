//! One landlord's chain, link by link, with the words that its events refer to.

use std::collections::HashMap;

use serde_json::Value as Json;

use super::{Progress, Report, readable, same};
use crate::record::{
    ERASURES, GENESIS, PARTS_ERASED, Reference, commitment, facts_of, hash, head, references,
};
use crate::row::{Row, moment_text};
use crate::{Error, Scope, Tx};

/// How far the reading of a chain has got.
pub(super) struct Chain<'a> {
    scope: &'a Scope,
    position: i64,
    hash: String,
    recorded_at: String,
    /// Every part that was erased, and the position of the event that says so.
    erased: HashMap<String, i64>,
}

const PAGE: i64 = 500;

const LAST: &str = "SELECT COALESCE(MAX(position), 0) AS position FROM event WHERE landlord = $1";
const EVENTS: &str = "SELECT position, stream, seq, kind, happened_on, recorded_at, actor, pack, \
     body, prev, hash FROM event WHERE landlord = $1 AND position > $2 \
     ORDER BY position LIMIT $3";
const PARTS: &str = "SELECT id, position, class, salt, words FROM part \
     WHERE landlord = $1 AND position > $2 AND position <= $3";
const ERASED: &str = "SELECT id, position, erasure FROM erased_part \
     WHERE landlord = $1 AND position > $2 AND position <= $3";
const BEYOND: &str = "SELECT id FROM part WHERE landlord = $1 AND (position > $2 OR position < 1)";
const BEYOND_ERASED: &str =
    "SELECT id FROM erased_part WHERE landlord = $1 AND (position > $2 OR position < 1)";
const ERASURE_EVENTS: &str = "SELECT position, body FROM event \
     WHERE landlord = $1 AND stream = $2 AND kind = $3 ORDER BY position";
const GAPS: &str = "SELECT stream FROM event WHERE landlord = $1 \
     GROUP BY stream HAVING COUNT(*) <> MAX(seq) ORDER BY stream LIMIT 100";

/// The words of a page of events.
#[derive(Default)]
struct Words {
    kept: HashMap<String, Row>,
    erased: HashMap<String, i64>,
}

impl<'a> Chain<'a> {
    pub(super) fn new(scope: &'a Scope) -> Self {
        Self {
            scope,
            position: 0,
            hash: GENESIS.to_owned(),
            recorded_at: String::new(),
            erased: HashMap::new(),
        }
    }

    pub(super) async fn read(
        mut self,
        tx: &mut Tx,
        report: &mut Report,
        each: &mut impl FnMut(Progress<'_>),
    ) -> Result<(), Error> {
        let landlord = self.scope.landlord();
        let last = tx.one(LAST, &[landlord.into()]).await?;
        let last = last.map_or(Ok(0), |row| row.int("position"))?;
        self.find_erasures(tx, report).await?;
        loop {
            let values = [landlord.into(), self.position.into(), PAGE.into()];
            let rows = tx.all(EVENTS, &values).await?;
            let Some(end) = rows.last() else { break };
            let mut words = self.words(tx, end.int("position")?, report).await?;
            for row in &rows {
                self.link(row, &mut words, report)?;
            }
            for id in words.kept.keys() {
                report.fault(landlord, None, format!("no event refers to the words {id}"));
            }
            for id in words.erased.keys() {
                report.fault(landlord, None, format!("no event refers to the erased words {id}"));
            }
            each(Progress { landlord, position: self.position, of: last });
        }
        for statement in [BEYOND, BEYOND_ERASED] {
            for row in tx.all(statement, &[landlord.into(), self.position.into()]).await? {
                let id = readable(&row, "id").unwrap_or_default();
                report.fault(landlord, None, format!("no event refers to the words {id}"));
            }
        }
        for row in tx.all(GAPS, &[landlord.into()]).await? {
            let stream = readable(&row, "stream").unwrap_or_default();
            report.fault(
                landlord,
                None,
                format!("the events of {stream} are not numbered 1, 2, 3"),
            );
        }
        self.check_head(tx, report).await
    }

    async fn find_erasures(&mut self, tx: &mut Tx, report: &mut Report) -> Result<(), Error> {
        let landlord = self.scope.landlord();
        let values = [landlord.into(), ERASURES.into(), PARTS_ERASED.into()];
        for row in tx.all(ERASURE_EVENTS, &values).await? {
            let position = row.int("position")?;
            let facts = readable(&row, "body").as_deref().and_then(facts_of);
            let Some(parts) = facts.as_ref().and_then(|facts| facts.get("parts")?.as_array())
            else {
                report.fault(landlord, Some(position), "what was erased cannot be read");
                continue;
            };
            for part in parts {
                if let Some(id) = part.get("id").and_then(Json::as_str) {
                    self.erased.insert(id.to_owned(), position);
                }
            }
        }
        Ok(())
    }

    async fn words(&self, tx: &mut Tx, to: i64, report: &mut Report) -> Result<Words, Error> {
        let values = [self.scope.landlord().into(), self.position.into(), to.into()];
        let mut words = Words::default();
        for row in tx.all(PARTS, &values).await? {
            report.parts = report.parts.saturating_add(1);
            words.kept.insert(row.text("id")?, row);
        }
        for row in tx.all(ERASED, &values).await? {
            words.erased.insert(row.text("id")?, row.int("erasure")?);
        }
        Ok(words)
    }

    fn link(&mut self, row: &Row, words: &mut Words, report: &mut Report) -> Result<(), Error> {
        let landlord = self.scope.landlord();
        let position = row.int("position")?;
        report.events = report.events.saturating_add(1);
        let due = self.position.saturating_add(1);
        if position != due {
            let what = format!("the events from here up to {} are missing", position - 1);
            report.fault(landlord, Some(due), what);
        }
        self.position = position;
        let mut fault = |what: &str| report.fault(landlord, Some(position), what);
        let columns = ["body", "prev", "hash"].map(|column| readable(row, column));
        let [Some(body), Some(prev), Some(stored)] = columns else {
            fault("the event cannot be read");
            return Ok(());
        };
        if prev != self.hash {
            fault("the event does not follow from the one before it");
        }
        if hash(&prev, &body).ok().as_ref() != Some(&stored) {
            fault("the event's hash does not fit what it says");
        }
        self.hash = stored;
        let Ok(said) = serde_json::from_str::<Json>(&body) else {
            fault("what the event says cannot be read");
            return Ok(());
        };
        for column in differing(row, &said, landlord) {
            fault(&format!("the column {column} does not say what the event says"));
        }
        let recorded_at = readable(row, "recorded_at").unwrap_or_default();
        if recorded_at < self.recorded_at {
            fault("the event was written before the one before it");
        }
        self.recorded_at = recorded_at;
        for reference in said.get("facts").map(references).unwrap_or_default() {
            if let Some(what) = self.check_part(&reference, position, words) {
                fault(&format!("{what} {}", reference.id));
            }
        }
        Ok(())
    }

    fn check_part(
        &self,
        reference: &Reference,
        position: i64,
        words: &mut Words,
    ) -> Option<&'static str> {
        let noted = words.erased.remove(&reference.id);
        let gone = self.erased.get(&reference.id).copied();
        if noted != gone {
            return Some("two accounts differ of whether these words were erased:");
        }
        match (words.kept.remove(&reference.id), gone) {
            (None, Some(_)) => None,
            (None, None) => Some("words are missing that were never erased:"),
            (Some(_), Some(_)) => Some("words are there that were erased:"),
            (Some(row), None) => {
                let columns = ["class", "salt", "words"].map(|column| readable(&row, column));
                let [Some(class), Some(salt), Some(text)] = columns else {
                    return Some("words cannot be read:");
                };
                let fits = commitment(&salt, &text).as_ref() == Some(&reference.commitment)
                    && class == reference.class
                    && row.int("position").ok() == Some(position);
                if fits { None } else { Some("words are not what was written:") }
            }
        }
    }

    async fn check_head(&self, tx: &mut Tx, report: &mut Report) -> Result<(), Error> {
        let landlord = self.scope.landlord();
        let what = match head(&mut *tx, self.scope).await {
            Ok(Some(head)) if same(&head, self.position, &self.hash) => {
                if moment_text(head.recorded_at) == self.recorded_at {
                    return Ok(());
                }
                "the head of the chain has another moment than its last event".to_owned()
            }
            Ok(Some(head)) if self.position < head.position => {
                format!("the events from here up to {} are missing", head.position)
            }
            Ok(Some(_)) => "the chain does not end where its head says".to_owned(),
            Ok(None) => "the head of the chain is missing".to_owned(),
            Err(Error::Inconsistent { .. }) => "the head of the chain cannot be read".to_owned(),
            Err(other) => return Err(other),
        };
        report.fault(landlord, Some(self.position.saturating_add(1)), what);
        Ok(())
    }
}

/// The columns that say something else than the body.
fn differing(row: &Row, said: &Json, landlord: &str) -> Vec<&'static str> {
    let text = |column: &str| said.get(column).and_then(Json::as_str).map(str::to_owned);
    let number = |column: &str| said.get(column).and_then(Json::as_i64);
    let mut differing = Vec::new();
    if text("landlord").as_deref() != Some(landlord) {
        differing.push("landlord");
    }
    for column in ["position", "seq"] {
        if row.int(column).ok() != number(column) {
            differing.push(column);
        }
    }
    for column in ["stream", "kind", "happened_on", "recorded_at", "actor", "pack"] {
        let stored = row.opt_text(column);
        if stored.is_err() || stored.ok().flatten() != text(column) {
            differing.push(column);
        }
    }
    differing
}
