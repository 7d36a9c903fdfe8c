//! What the program wrote to somebody by itself: counted, so that it never floods anybody and never
//! talks to a machine for long. Addresses are kept as hashes only.

use jiff::Timestamp;

use crate::entropy::digest;
use crate::{Error, Scope, Source, Tx};

/// A message that the program writes by itself.
#[derive(Clone, Copy, Debug)]
pub struct Automatic<'a> {
    /// "receipt", "link" or "alert".
    pub kind: &'a str,
    /// What it is about, once for each kind: a case, a link, a letter that came back.
    pub about: &'a str,
    /// The case, by id, where it is of one.
    pub complaint: Option<&'a str>,
    /// The address it goes to, as addresses are compared.
    pub to: &'a str,
    pub at: Timestamp,
}

const NOTE: &str = "INSERT INTO automatic_mail (landlord, kind, about, complaint, recipient, \
     sent_at) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (landlord, kind, about) DO NOTHING";

/// Notes one before it goes. False where it went before.
pub async fn note(tx: &mut Tx, scope: &Scope, it: &Automatic<'_>) -> Result<bool, Error> {
    let values = [
        scope.landlord().into(),
        it.kind.into(),
        it.about.into(),
        it.complaint.into(),
        digest(it.to).into(),
        it.at.into(),
    ];
    Ok(tx.run(NOTE, &values).await? == 1)
}

const TO: &str = "SELECT COUNT(*) AS n FROM automatic_mail WHERE landlord = $1 AND kind = $2 \
     AND recipient = $3 AND sent_at >= $4";
const OF_CASE: &str = "SELECT COUNT(*) AS n FROM automatic_mail WHERE landlord = $1 \
     AND complaint = $2 AND sent_at >= $3";
const FORGET: &str = "DELETE FROM automatic_mail WHERE sent_at < $1";

/// How many of a kind went to an address since a moment.
pub async fn to_since<'a>(
    from: impl Into<Source<'a>>,
    scope: &Scope,
    (kind, to): (&str, &str),
    since: Timestamp,
) -> Result<i64, Error> {
    let values = [scope.landlord().into(), kind.into(), digest(to).into(), since.into()];
    let row = from.into().one(TO, &values).await?;
    row.map_or(Ok(0), |row| row.int("n"))
}

/// How many went because of a case since a moment.
pub async fn of_case_since<'a>(
    from: impl Into<Source<'a>>,
    scope: &Scope,
    complaint: &str,
    since: Timestamp,
) -> Result<i64, Error> {
    let values = [scope.landlord().into(), complaint.into(), since.into()];
    let row = from.into().one(OF_CASE, &values).await?;
    row.map_or(Ok(0), |row| row.int("n"))
}

/// Forgets what nobody is held to any more.
pub async fn forget_before(tx: &mut Tx, at: Timestamp) -> Result<u64, Error> {
    tx.run(FORGET, &[at.into()]).await
}
