//! How the last looks into each mailbox went: when it was read, when it could not be, and why.

use jiff::Timestamp;

use crate::row::Row;
use crate::{Error, Scope, Source, Tx};

/// A mailbox as it was last seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mailbox {
    pub address: String,
    pub read_at: Option<Timestamp>,
    pub failed_at: Option<Timestamp>,
    /// Why it could not be read, the last time it could not.
    pub trouble: String,
}

const READ: &str = "INSERT INTO mailbox (landlord, address, read_at, failed_at, trouble) \
     VALUES ($1, $2, $3, NULL, '') \
     ON CONFLICT (landlord, address) DO UPDATE SET read_at = excluded.read_at";
const FAILED: &str = "INSERT INTO mailbox (landlord, address, read_at, failed_at, trouble) \
     VALUES ($1, $2, NULL, $3, $4) ON CONFLICT (landlord, address) \
     DO UPDATE SET failed_at = excluded.failed_at, trouble = excluded.trouble";
const LIST: &str = "SELECT * FROM mailbox WHERE landlord = $1 ORDER BY address";

/// A mailbox was read to its end.
pub async fn was_read(
    tx: &mut Tx,
    scope: &Scope,
    address: &str,
    at: Timestamp,
) -> Result<(), Error> {
    tx.run(READ, &[scope.landlord().into(), address.into(), at.into()]).await.map(drop)
}

/// A mailbox could not be read.
pub async fn failed(
    tx: &mut Tx,
    scope: &Scope,
    (address, trouble): (&str, &str),
    at: Timestamp,
) -> Result<(), Error> {
    let values = [scope.landlord().into(), address.into(), at.into(), trouble.into()];
    tx.run(FAILED, &values).await.map(drop)
}

/// Every mailbox that somebody ever looked into.
pub async fn list<'a>(from: impl Into<Source<'a>>, scope: &Scope) -> Result<Vec<Mailbox>, Error> {
    let rows = from.into().all(LIST, &[scope.landlord().into()]).await?;
    rows.iter().map(Mailbox::read).collect()
}

impl Mailbox {
    fn read(row: &Row) -> Result<Self, Error> {
        Ok(Self {
            address: row.text("address")?,
            read_at: row.opt_moment("read_at")?,
            failed_at: row.opt_moment("failed_at")?,
            trouble: row.text("trouble")?,
        })
    }
}
