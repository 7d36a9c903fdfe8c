//! Reading the record: a stream, everything in order, and where the chain ends.

use std::collections::HashMap;

use serde_json::Value as Json;
use sqlx::{AssertSqlSafe, SqlSafeStr};

use super::{Entry, Head, facts_of, parts, references};
use crate::row::{Row, Value};
use crate::{Error, Scope, Source};

const HEAD: &str = "SELECT position, hash, recorded_at FROM head WHERE landlord = $1";

/// The end of the landlord's chain; none before the first fact.
pub async fn head<'a>(from: impl Into<Source<'a>>, scope: &Scope) -> Result<Option<Head>, Error> {
    let row = from.into().one(HEAD, &[scope.landlord().into()]).await?;
    row.as_ref().map(Head::read).transpose()
}

const LANDLORDS: &str = "SELECT landlord FROM head ORDER BY landlord";

/// Every landlord with anything in the record.
pub async fn landlords<'a>(from: impl Into<Source<'a>>) -> Result<Vec<String>, Error> {
    from.into().all(LANDLORDS, &[]).await?.iter().map(|row| row.text("landlord")).collect()
}

const LAST_SEQ: &str = "SELECT COALESCE(MAX(seq), 0) AS seq FROM event \
     WHERE landlord = $1 AND stream = $2";

/// The last place in a stream, 0 where there is none.
pub async fn last_seq<'a>(
    from: impl Into<Source<'a>>,
    scope: &Scope,
    stream: &str,
) -> Result<i64, Error> {
    let row = from.into().one(LAST_SEQ, &[scope.landlord().into(), stream.into()]).await?;
    row.map_or(Ok(0), |row| row.int("seq"))
}

const STREAMS: &str = "SELECT DISTINCT stream FROM event WHERE landlord = $1 AND stream > $2 \
     ORDER BY stream LIMIT $3";

/// The names of streams after a name, for going through all of them.
pub async fn streams_after<'a>(
    from: impl Into<Source<'a>>,
    scope: &Scope,
    after: &str,
    limit: i64,
) -> Result<Vec<String>, Error> {
    let values = [scope.landlord().into(), after.into(), limit.into()];
    from.into().all(STREAMS, &values).await?.iter().map(|row| row.text("stream")).collect()
}

/// A stream from its beginning; empty where there is none.
pub async fn load<'a>(
    from: impl Into<Source<'a>>,
    scope: &Scope,
    stream: &str,
) -> Result<Vec<Entry>, Error> {
    load_since(from, scope, stream, 0).await
}

const LOAD: &str = "SELECT position, stream, seq, kind, happened_on, recorded_at, actor, pack, \
     body, hash FROM event WHERE landlord = $1 AND stream = $2 AND seq > $3 ORDER BY seq";
const LOAD_PARTS: &str = "SELECT p.id, p.class, p.words FROM part p JOIN event e \
     ON e.landlord = p.landlord AND e.position = p.position \
     WHERE e.landlord = $1 AND e.stream = $2 AND e.seq > $3";
const LOAD_ERASED: &str = "SELECT x.id, x.erased_on, x.rule FROM erased_part x JOIN event e \
     ON e.landlord = x.landlord AND e.position = x.position \
     WHERE e.landlord = $1 AND e.stream = $2 AND e.seq > $3";

/// What was appended to a stream after a place in it.
pub async fn load_since<'a>(
    from: impl Into<Source<'a>>,
    scope: &Scope,
    stream: &str,
    after_seq: i64,
) -> Result<Vec<Entry>, Error> {
    let values = [scope.landlord().into(), stream.into(), after_seq.into()];
    assemble(from.into(), [LOAD, LOAD_PARTS, LOAD_ERASED], &values).await
}

/// What was appended to some streams, each after a place in it, stream by stream in order.
pub async fn load_tails<'a>(
    from: impl Into<Source<'a>>,
    scope: &Scope,
    tails: &[(&str, i64)],
) -> Result<Vec<Entry>, Error> {
    if tails.is_empty() {
        return Ok(Vec::new());
    }
    let mut values: Vec<Value> = vec![scope.landlord().into()];
    let mut each = Vec::new();
    for (stream, after_seq) in tails {
        values.push((*stream).into());
        values.push((*after_seq).into());
        let n = values.len();
        each.push(format!("(e.landlord = $1 AND e.stream = ${} AND e.seq > ${n})", n - 1));
    }
    let tails = each.join(" OR ");
    let events = format!(
        "SELECT e.position, e.stream, e.seq, e.kind, e.happened_on, e.recorded_at, e.actor, \
         e.pack, e.body, e.hash FROM event e WHERE {tails} ORDER BY e.stream, e.seq"
    );
    let joined = "ON e.landlord = p.landlord AND e.position = p.position";
    let parts =
        format!("SELECT p.id, p.class, p.words FROM part p JOIN event e {joined} WHERE {tails}");
    let erased = format!(
        "SELECT p.id, p.erased_on, p.rule FROM erased_part p JOIN event e {joined} WHERE {tails}"
    );
    assemble(from.into(), [events, parts, erased].map(AssertSqlSafe), &values).await
}

const POSITIONS: &str = "SELECT position, stream, seq, kind, happened_on, recorded_at, actor, \
     pack, body, hash FROM event WHERE landlord = $1 AND position > $2 AND position <= $3 \
     ORDER BY position";
const POSITION_PARTS: &str = "SELECT id, class, words FROM part \
     WHERE landlord = $1 AND position > $2 AND position <= $3";
const POSITION_ERASED: &str = "SELECT id, erased_on, rule FROM erased_part \
     WHERE landlord = $1 AND position > $2 AND position <= $3";

/// The landlord's facts in the order of writing, after a position.
pub async fn load_positions<'a>(
    from: impl Into<Source<'a>>,
    scope: &Scope,
    after: i64,
    limit: i64,
) -> Result<Vec<Entry>, Error> {
    let values = [scope.landlord().into(), after.into(), after.saturating_add(limit).into()];
    assemble(from.into(), [POSITIONS, POSITION_PARTS, POSITION_ERASED], &values).await
}

async fn assemble(
    mut from: Source<'_>,
    [events, parts, erased]: [impl SqlSafeStr; 3],
    values: &[Value],
) -> Result<Vec<Entry>, Error> {
    let rows = from.all(events, values).await?;
    let mut words = HashMap::new();
    for row in from.all(parts, values).await? {
        words.insert(row.text("id")?, parts::said(&row)?);
    }
    // Erasures are few; they are looked up only where words are missing.
    let bodies = rows.iter().map(|row| row.text("body")).collect::<Result<Vec<_>, _>>()?;
    if bodies.iter().any(|body| parts::lacks(body, &words)) {
        for row in from.all(erased, values).await? {
            words.insert(row.text("id")?, parts::erased(&row)?);
        }
    }
    rows.iter().zip(&bodies).map(|(row, body)| read(row, body, &words)).collect()
}

fn read(row: &Row, body: &str, words: &HashMap<String, Json>) -> Result<Entry, Error> {
    let (stream, seq) = (row.text("stream")?, row.int("seq")?);
    let unreadable = || Error::inconsistent("event", format!("{stream} {seq}"));
    let mut facts = facts_of(body).ok_or_else(unreadable)?;
    let parts = references(&facts).into_iter().map(|part| part.id).collect();
    if !parts::put_back(&mut facts, words) {
        return Err(Error::inconsistent("part", format!("{stream} {seq}")));
    }
    Ok(Entry {
        position: row.int("position")?,
        kind: row.text("kind")?,
        happened_on: row.day("happened_on")?,
        recorded_at: row.moment("recorded_at")?,
        actor: row.opt_text("actor")?,
        pack: row.opt_text("pack")?,
        facts,
        parts,
        hash: row.text("hash")?,
        stream,
        seq,
    })
}
