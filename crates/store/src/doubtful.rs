//! Addresses from which something came back. Kept as hashes: a corrected address is another one.

use jiff::Timestamp;

use crate::dispatch::Way;
use crate::entropy::digest;
use crate::{Error, Scope, Source, Tx};

const DOUBT: &str = "INSERT INTO doubtful_address (landlord, way, address, since) \
     VALUES ($1, $2, $3, $4) ON CONFLICT (landlord, way, address) DO NOTHING";
const TRUST: &str =
    "DELETE FROM doubtful_address WHERE landlord = $1 AND way = $2 AND address = $3";
const SINCE: &str =
    "SELECT since FROM doubtful_address WHERE landlord = $1 AND way = $2 AND address = $3";

/// Nothing goes to this address until somebody says that it is right.
pub async fn doubt(
    tx: &mut Tx,
    scope: &Scope,
    (way, address): (Way, &str),
    at: Timestamp,
) -> Result<(), Error> {
    let values = [scope.landlord().into(), way.as_str().into(), key(address).into(), at.into()];
    tx.run(DOUBT, &values).await.map(drop)
}

/// Somebody says that it is right.
pub async fn trust(tx: &mut Tx, scope: &Scope, (way, address): (Way, &str)) -> Result<(), Error> {
    let values = [scope.landlord().into(), way.as_str().into(), key(address).into()];
    tx.run(TRUST, &values).await.map(drop)
}

/// Since when an address is doubtful.
pub async fn since<'a>(
    from: impl Into<Source<'a>>,
    scope: &Scope,
    (way, address): (Way, &str),
) -> Result<Option<Timestamp>, Error> {
    let values = [scope.landlord().into(), way.as_str().into(), key(address).into()];
    let row = from.into().one(SINCE, &values).await?;
    row.map(|row| row.moment("since")).transpose()
}

/// An address however it is spaced and whichever its capitals.
fn key(address: &str) -> String {
    let words: Vec<String> = address.split_whitespace().map(str::to_lowercase).collect();
    digest(&words.join(" "))
}
