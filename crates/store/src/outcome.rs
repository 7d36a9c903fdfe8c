//! What came of a form or a call, kept under its one-time token, so that sending it twice acts once.

use jiff::Timestamp;
use serde_json::Value as Json;

use crate::entropy::digest;
use crate::{Error, Scope, Source, Tx};

/// What a token is good for.
#[derive(Clone, Debug, PartialEq)]
pub enum Claim {
    /// It was never used: go on.
    Fresh,
    /// It was used for the same: this is what came of it.
    Done {
        /// The outcome then.
        outcome: Json,
    },
    /// It was used for something else.
    OtherBody,
}

/// What came of a token.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// What was asked for, in short.
    pub fingerprint: String,
    /// The outcome: ids and references only, never words of people.
    pub outcome: Json,
}

const CLAIM: &str = "INSERT INTO outcome (landlord, token, fingerprint, made_at) \
     VALUES ($1, $2, $3, $4) ON CONFLICT (landlord, token) DO NOTHING";

/// Takes a token for this transaction. A second sender waits here until the first has finished.
pub async fn claim(
    tx: &mut Tx,
    scope: &Scope,
    token: &str,
    fingerprint: &str,
    at: Timestamp,
) -> Result<Claim, Error> {
    let values = [scope.landlord().into(), digest(token).into(), fingerprint.into(), at.into()];
    if tx.run(CLAIM, &values).await? == 1 {
        return Ok(Claim::Fresh);
    }
    match recall(tx, scope, token).await? {
        Some(found) if found.fingerprint == fingerprint => {
            Ok(Claim::Done { outcome: found.outcome })
        }
        Some(_) => Ok(Claim::OtherBody),
        None => Err(Error::Busy),
    }
}

const REMEMBER: &str = "UPDATE outcome SET outcome = $3 WHERE landlord = $1 AND token = $2";

/// Keeps what came of a claimed token; the last act before the commit.
pub async fn remember(
    tx: &mut Tx,
    scope: &Scope,
    token: &str,
    outcome: &Json,
) -> Result<(), Error> {
    let values = [scope.landlord().into(), digest(token).into(), outcome.to_string().into()];
    match tx.run(REMEMBER, &values).await? {
        1 => Ok(()),
        _ => Err(Error::missing("the claim of the token")),
    }
}

const RECALL: &str = "SELECT fingerprint, outcome FROM outcome \
     WHERE landlord = $1 AND token = $2 AND outcome IS NOT NULL";

/// What came of a token, where it is known.
pub async fn recall<'a>(
    from: impl Into<Source<'a>>,
    scope: &Scope,
    token: &str,
) -> Result<Option<Outcome>, Error> {
    let key = digest(token);
    let row = from.into().one(RECALL, &[scope.landlord().into(), (&key).into()]).await?;
    let Some(row) = row else { return Ok(None) };
    let outcome = serde_json::from_str(&row.text("outcome")?)
        .map_err(|_| Error::inconsistent("outcome", key))?;
    Ok(Some(Outcome { fingerprint: row.text("fingerprint")?, outcome }))
}

const FORGET: &str = "DELETE FROM outcome WHERE made_at < $1";

/// Forgets outcomes that nobody will ask for again, and says how many.
pub async fn forget_before(tx: &mut Tx, at: Timestamp) -> Result<u64, Error> {
    tx.run(FORGET, &[at.into()]).await
}
