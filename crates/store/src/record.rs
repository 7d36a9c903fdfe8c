//! The record: what happened, appended once and never changed, one hash chain a landlord.

mod body;
mod erasure;
mod load;
mod parts;

use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use serde_json::Value as Json;

pub(crate) use self::body::{GENESIS, Written, facts_of, hash};
pub(crate) use self::erasure::{ERASURES, PARTS_ERASED};
pub use self::erasure::{ErasureOrder, erase_parts, scrub};
pub use self::load::{
    head, landlords, last_seq, load, load_positions, load_since, load_tails, streams_after,
};
pub(crate) use self::parts::{Reference, commitment, references};
use crate::row::{Row, kept_moment};
use crate::{Error, Scope, Stamp, Tx};

/// A fact to be written down. Words of people stand in `facts` as `{"$words": "..."}`.
#[derive(Clone, Debug, PartialEq)]
pub struct NewEntry {
    /// The event's frozen name.
    pub kind: String,
    /// The day it happened.
    pub happened_on: Date,
    /// Who did it; nobody where time or the program did.
    pub actor: Option<String>,
    /// The policy pack, with its version, under which it was decided.
    pub pack: Option<String>,
    /// The facts.
    pub facts: Json,
}

/// A fact as the record has it.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Its place among all facts of the landlord, from 1, without gaps.
    pub position: i64,
    /// What it is about.
    pub stream: String,
    /// Its place in the stream, from 1.
    pub seq: i64,
    /// The event's frozen name.
    pub kind: String,
    /// The day it happened.
    pub happened_on: Date,
    /// The moment it was written down.
    pub recorded_at: Timestamp,
    /// Who did it.
    pub actor: Option<String>,
    /// The policy pack under which it was decided.
    pub pack: Option<String>,
    /// The facts, people's words put back where they still are.
    pub facts: Json,
    /// The ids of the words in it, for an order to erase them.
    pub parts: Vec<String>,
    /// The chain's hash up to and with this fact.
    pub hash: String,
}

/// What to append, and after which entry of the stream.
#[derive(Debug)]
pub struct Append<'a> {
    /// The stream.
    pub stream: &'a str,
    /// The last place in it that the writer has seen; 0 begins a stream.
    pub expected: i64,
    /// The facts, in order.
    pub entries: Vec<NewEntry>,
}

/// Where the last of the appended entries stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Appended {
    /// In its stream.
    pub seq: i64,
    /// Among all facts of the landlord.
    pub position: i64,
    /// The chain's hash.
    pub hash: String,
}

/// The end of a landlord's chain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// How many facts there are.
    pub position: i64,
    /// The chain's hash.
    pub hash: String,
    /// When the last was written.
    pub recorded_at: Timestamp,
}

/// How far a clock may lag behind the record: several copies of the program never agree exactly.
const GRACE: SignedDuration = SignedDuration::from_secs(2);

/// Appends facts to a stream, or says that somebody else was first.
///
/// The landlord's head row is held until the transaction ends, so positions have no gaps.
pub async fn append(
    tx: &mut Tx,
    scope: &Scope,
    append: Append<'_>,
    stamp: &mut Stamp<'_>,
) -> Result<Appended, Error> {
    let held = hold_head(tx, scope, stamp.at).await?;
    if stamp.at < held.recorded_at.checked_sub(GRACE).unwrap_or(held.recorded_at) {
        return Err(Error::ClockBehind { head: held.recorded_at, now: stamp.at });
    }
    let found = last_seq(&mut *tx, scope, append.stream).await?;
    let stale =
        |found| Error::Stale { stream: append.stream.to_owned(), expected: append.expected, found };
    if found != append.expected {
        return Err(stale(found));
    }
    if append.entries.is_empty() {
        return Err(Error::refused("nothing to append"));
    }
    let recorded_at = kept_moment(stamp.at).max(held.recorded_at);
    let mut at = Appended { seq: found, position: held.position, hash: held.hash.clone() };
    for entry in append.entries {
        let mut facts = entry.facts;
        let parts = parts::take_out(&mut facts, stamp.entropy)?;
        let written = Written {
            landlord: scope.landlord().to_owned(),
            position: at.position.saturating_add(1),
            stream: append.stream.to_owned(),
            seq: at.seq.saturating_add(1),
            kind: entry.kind,
            happened_on: entry.happened_on,
            recorded_at,
            actor: entry.actor,
            pack: entry.pack,
        };
        let body = written.body(&facts);
        let hash = hash(&at.hash, &body)?;
        insert(tx, &written, &body, [&at.hash, &hash]).await.map_err(|why| match why {
            Error::Conflict { .. } => stale(written.seq),
            other => other,
        })?;
        for part in &parts {
            part.insert(tx, scope, written.position).await?;
        }
        at = Appended { seq: written.seq, position: written.position, hash };
    }
    move_head(
        tx,
        scope,
        &held,
        &Head { position: at.position, hash: at.hash.clone(), recorded_at },
    )
    .await?;
    Ok(at)
}

const INSERT: &str = "INSERT INTO event (landlord, position, stream, seq, kind, happened_on, \
     recorded_at, actor, pack, body, prev, hash) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";

async fn insert(
    tx: &mut Tx,
    written: &Written,
    body: &str,
    [prev, hash]: [&str; 2],
) -> Result<(), Error> {
    let values = [
        (&written.landlord).into(),
        written.position.into(),
        (&written.stream).into(),
        written.seq.into(),
        (&written.kind).into(),
        written.happened_on.into(),
        written.recorded_at.into(),
        (&written.actor).into(),
        (&written.pack).into(),
        body.into(),
        prev.into(),
        hash.into(),
    ];
    tx.run(INSERT, &values).await.map(drop)
}

const BEGIN_CHAIN: &str = "INSERT INTO head (landlord, position, hash, recorded_at) \
     VALUES ($1, 0, $2, $3) ON CONFLICT (landlord) DO NOTHING";
// Changes nothing, but from here on other writers to this landlord wait.
const HOLD_HEAD: &str = "UPDATE head SET position = position WHERE landlord = $1 \
     RETURNING position, hash, recorded_at";
const MOVE_HEAD: &str = "UPDATE head SET position = $2, hash = $3, recorded_at = $4 \
     WHERE landlord = $1 AND position = $5 AND hash = $6";

async fn hold_head(tx: &mut Tx, scope: &Scope, at: Timestamp) -> Result<Head, Error> {
    let landlord = scope.landlord();
    if let Some(row) = tx.one(HOLD_HEAD, &[landlord.into()]).await? {
        return Head::read(&row);
    }
    tx.run(BEGIN_CHAIN, &[landlord.into(), GENESIS.into(), at.into()]).await?;
    let row = tx.one(HOLD_HEAD, &[landlord.into()]).await?;
    Head::read(&row.ok_or_else(|| Error::inconsistent("head", landlord))?)
}

/// Compare and set. It cannot fail while the head is held; if it does, somebody broke the rules.
async fn move_head(tx: &mut Tx, scope: &Scope, from: &Head, to: &Head) -> Result<(), Error> {
    let values = [
        scope.landlord().into(),
        to.position.into(),
        (&to.hash).into(),
        to.recorded_at.into(),
        from.position.into(),
        (&from.hash).into(),
    ];
    if tx.run(MOVE_HEAD, &values).await? == 1 { Ok(()) } else { Err(Error::Busy) }
}

impl Head {
    fn read(row: &Row) -> Result<Self, Error> {
        Ok(Self {
            position: row.int("position")?,
            hash: row.text("hash")?,
            recorded_at: row.moment("recorded_at")?,
        })
    }
}
