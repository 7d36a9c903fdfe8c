//! Proving that the record is whole: every link, column, word and file, and saying where one is not.
//!
//! A chain alone cannot show that its tail was cut or that all of it was computed anew; for that,
//! [`against`] compares it with heads that were kept elsewhere.

mod chain;
mod kept_files;
mod policies;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use self::chain::Chain;
use crate::files::Folder;
use crate::record::{self, Head};
use crate::row::Row;
use crate::{Db, Error, Scope, Source};

/// What was looked at, and what is wrong.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// How many events were read.
    pub events: i64,
    /// How many parts with people's words.
    pub parts: i64,
    /// How many files.
    pub files: i64,
    /// Where each landlord's chain ends.
    pub heads: Vec<KnownHead>,
    /// What is wrong: the first thousand faults.
    pub faults: Vec<Fault>,
    /// How many faults there are beyond those.
    pub further_faults: i64,
}

/// Something that is not as it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Whose record.
    pub landlord: String,
    /// At which position, where it has one.
    pub position: Option<i64>,
    /// What is wrong.
    pub what: String,
}

/// The end of a landlord's chain at some time, as noted in a report or elsewhere.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KnownHead {
    /// Whose chain.
    pub landlord: String,
    /// How many events it had.
    pub position: i64,
    /// The hash of the last.
    pub hash: String,
    /// When that was written.
    pub recorded_at: Timestamp,
}

/// How far the reading has got.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress<'a> {
    /// Whose record.
    pub landlord: &'a str,
    /// The last position read.
    pub position: i64,
    /// The last position there is.
    pub of: i64,
}

const FAULTS: usize = 1_000;

impl Report {
    fn fault(&mut self, landlord: &str, position: Option<i64>, what: impl Into<String>) {
        if FAULTS <= self.faults.len() {
            self.further_faults = self.further_faults.saturating_add(1);
            return;
        }
        self.faults.push(Fault { landlord: landlord.to_owned(), position, what: what.into() });
    }

    /// Whether nothing is wrong.
    pub fn is_sound(&self) -> bool {
        self.faults.is_empty()
    }
}

/// Reads the whole record, as it is at one moment and a page at a time, and the files with it
/// where a folder is given. The rows of lists are the desk's to compare.
pub async fn verify(
    db: &Db,
    files: Option<&Folder>,
    mut each: impl FnMut(Progress<'_>),
) -> Result<Report, Error> {
    let mut report = Report::default();
    let mut snapshot = db.snapshot().await?;
    for landlord in everybody(&mut Source::from(&mut snapshot)).await? {
        let scope = Scope::of(&landlord);
        Chain::new(&scope).read(&mut snapshot, &mut report, &mut each).await?;
        if let Some(head) = record::head(&mut snapshot, &scope).await? {
            report.heads.push(KnownHead {
                landlord,
                position: head.position,
                hash: head.hash,
                recorded_at: head.recorded_at,
            });
        }
    }
    policies::check(&mut snapshot, &mut report).await?;
    if let Some(folder) = files {
        kept_files::check(&mut snapshot, folder, &mut report).await?;
    }
    // Ended here and not by being dropped: PostgreSQL holds its locks until then.
    snapshot.commit().await?;
    Ok(report)
}

const EVERYBODY: &str = "SELECT landlord FROM head UNION SELECT DISTINCT landlord FROM event \
     UNION SELECT DISTINCT landlord FROM part ORDER BY landlord";

async fn everybody(from: &mut Source<'_>) -> Result<Vec<String>, Error> {
    from.all(EVERYBODY, &[]).await?.iter().map(|row| row.text("landlord")).collect()
}

const AT: &str = "SELECT hash FROM event WHERE landlord = $1 AND position = $2";

/// Compares the record with heads that were noted elsewhere: finds a tail that was cut off, a
/// chain that was computed anew, a landlord who is gone.
pub async fn against<'a>(
    from: impl Into<Source<'a>>,
    known: &[KnownHead],
) -> Result<Vec<Fault>, Error> {
    let mut from = from.into();
    let mut faults = Vec::new();
    for head in known {
        let row = from.one(AT, &[(&head.landlord).into(), head.position.into()]).await?;
        let hash = row.as_ref().map(|row| row.text("hash")).transpose()?;
        let what = match hash {
            Some(hash) if hash == head.hash => continue,
            Some(_) => "the event here is not the one that was noted elsewhere",
            None => "the record was noted to reach this position, and it does not",
        };
        faults.push(Fault {
            landlord: head.landlord.clone(),
            position: Some(head.position),
            what: what.to_owned(),
        });
    }
    Ok(faults)
}

/// A column as text, or that it cannot be read.
fn readable(row: &Row, column: &str) -> Option<String> {
    row.text(column).ok()
}

fn same(head: &Head, position: i64, hash: &str) -> bool {
    head.position == position && head.hash == hash
}
