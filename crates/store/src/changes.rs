//! What was changed about accounts, settings and policies, by whom and when. Lines are only ever
//! added; no secret is among them.

use std::fmt;
use std::str::FromStr;

use jiff::Timestamp;

use crate::row::Row;
use crate::{Error, Scope, Source, Tx};

/// One change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Its random id.
    pub id: String,
    /// When.
    pub at: Timestamp,
    /// Who, by staff id; nobody where it was done on the machine itself.
    pub by: Option<String>,
    /// What kind of change, by its short name.
    pub kind: String,
    /// What it is about: a staff id, a policy's name, a day.
    pub about: String,
    /// What it was.
    pub was: String,
    /// What it became.
    pub became: String,
}

const NOTE: &str = "INSERT INTO change_log (landlord, id, at, staff, kind, about, was, became) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";

/// Writes a change down, in the transaction that makes it.
pub async fn note(tx: &mut Tx, scope: &Scope, it: &Change) -> Result<(), Error> {
    let values = [
        scope.landlord().into(),
        (&it.id).into(),
        it.at.into(),
        (&it.by).into(),
        (&it.kind).into(),
        (&it.about).into(),
        (&it.was).into(),
        (&it.became).into(),
    ];
    tx.run(NOTE, &values).await.map(drop)
}

/// Which changes to list; nothing set means all of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Done by this person, or about them.
    pub person: Option<String>,
    /// Of these kinds; all where there are none.
    pub kinds: Vec<String>,
}

/// Where a page of the list ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    at: Timestamp,
    id: String,
}

impl fmt::Display for Key {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}~{}", self.at, self.id)
    }
}

impl FromStr for Key {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let (at, id) = text.split_once('~').ok_or(())?;
        Ok(Self { at: at.parse().map_err(|_| ())?, id: id.to_owned() })
    }
}

/// A page of the list, the newest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// The changes.
    pub changes: Vec<Change>,
    /// Where the next page goes on, where there is one.
    pub after: Option<Key>,
}

/// The last moment there is, before which every page begins.
const END: Timestamp = Timestamp::MAX;

const LIST: &str = "SELECT id, at, staff, kind, about, was, became FROM change_log \
     WHERE landlord = $1 AND (at < $2 OR (at = $2 AND id < $3)) \
     AND (CAST($4 AS TEXT) IS NULL OR staff = $4 OR about = $4) \
     AND (CAST($5 AS TEXT) IS NULL OR kind = $5 OR kind = $6 OR kind = $7 OR kind = $8 \
     OR kind = $9 OR kind = $10 OR kind = $11 OR kind = $12 OR kind = $13 OR kind = $14 \
     OR kind = $15 OR kind = $16) \
     ORDER BY at DESC, id DESC LIMIT $17";
/// How many kinds one question may name.
const KINDS: usize = 12;

/// A page of the changes after a key.
pub async fn list<'a>(
    from: impl Into<Source<'a>>,
    scope: &Scope,
    filter: &Filter,
    (after, limit): (Option<&Key>, i64),
) -> Result<Page, Error> {
    let (at, id) = after.map_or((END, ""), |key| (key.at, key.id.as_str()));
    let mut values = vec![scope.landlord().into(), at.into(), id.into(), (&filter.person).into()];
    for place in 0..KINDS {
        let kind: Option<String> = filter.kinds.get(place).cloned();
        values.push((&kind).into());
    }
    values.push((limit + 1).into());
    let rows = from.into().all(LIST, &values).await?;
    let mut changes = rows.iter().map(Change::read).collect::<Result<Vec<_>, Error>>()?;
    let more = usize::try_from(limit).is_ok_and(|limit| limit < changes.len());
    if more {
        changes.pop();
    }
    let last = changes.last().filter(|_| more);
    let after = last.map(|last| Key { at: last.at, id: last.id.clone() });
    Ok(Page { changes, after })
}

impl Change {
    fn read(row: &Row) -> Result<Self, Error> {
        Ok(Self {
            id: row.text("id")?,
            at: row.moment("at")?,
            by: row.opt_text("staff")?,
            kind: row.text("kind")?,
            about: row.text("about")?,
            was: row.text("was")?,
            became: row.text("became")?,
        })
    }
}
