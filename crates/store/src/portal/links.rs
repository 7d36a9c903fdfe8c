//! Links by e-mail: good once, for an hour, and only together with the code that is typed.

use jiff::Timestamp;

use crate::entropy::digest;
use crate::{Error, Scope, Tx};

/// A link to be sent.
#[derive(Clone, Debug)]
pub struct NewLink<'a> {
    /// The token in the link.
    pub token: &'a str,
    /// The code beside it.
    pub code: &'a str,
    /// The case it opens, by id.
    pub complaint: &'a str,
    /// When it dies.
    pub expires_at: Timestamp,
}

/// Wrong codes after which a link is dead.
const WRONG: i64 = 5;

const ISSUE: &str = "INSERT INTO portal_link (token, landlord, complaint, code, expires_at, \
     used_at, wrong) VALUES ($1, $2, $3, $4, $5, NULL, 0)";

/// Keeps a link, by its hash.
pub async fn issue(tx: &mut Tx, scope: &Scope, link: &NewLink<'_>) -> Result<(), Error> {
    let values = [
        digest(link.token).into(),
        scope.landlord().into(),
        link.complaint.into(),
        digest(link.code).into(),
        link.expires_at.into(),
    ];
    tx.run(ISSUE, &values).await.map(drop)
}

const HOLD: &str = "UPDATE portal_link SET wrong = wrong + 1 WHERE token = $1 \
     AND used_at IS NULL AND expires_at > $2 AND wrong < $3 RETURNING landlord, complaint, code";
const USE: &str = "UPDATE portal_link SET used_at = $2, wrong = wrong - 1 WHERE token = $1";

/// Uses a link with the code that was typed: the case it opens. A wrong code is counted, and the
/// link then works no more often than a few times.
pub async fn redeem(
    tx: &mut Tx,
    (token, code): (&str, &str),
    at: Timestamp,
) -> Result<Option<(Scope, String)>, Error> {
    let key = digest(token);
    let row = tx.one(HOLD, &[(&key).into(), at.into(), WRONG.into()]).await?;
    let Some(row) = row else { return Ok(None) };
    if row.text("code")? != digest(code) {
        return Ok(None);
    }
    tx.run(USE, &[key.into(), at.into()]).await?;
    Ok(Some((Scope::of(row.text("landlord")?), row.text("complaint")?)))
}

const END_OF_CASE: &str = "DELETE FROM portal_link WHERE landlord = $1 AND complaint = $2";
const FORGET: &str = "DELETE FROM portal_link WHERE expires_at < $1";

/// Ends every link to a case.
pub async fn end_of_case(tx: &mut Tx, scope: &Scope, complaint: &str) -> Result<(), Error> {
    tx.run(END_OF_CASE, &[scope.landlord().into(), complaint.into()]).await.map(drop)
}

/// Forgets links that are over.
pub async fn forget_before(tx: &mut Tx, at: Timestamp) -> Result<u64, Error> {
    tx.run(FORGET, &[at.into()]).await
}
