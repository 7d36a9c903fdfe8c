//! Papers that wait for the post: a letter as it leaves, with the code that the kept copy masks.
//! They go once somebody posted them.

use jiff::Timestamp;

use crate::{Error, Scope, Source, Tx};

const PUT: &str = "INSERT INTO paper_to_post (landlord, complaint, number, sha256, left_at) \
     VALUES ($1, $2, $3, $4, $5)";

/// Notes that a paper waits.
pub async fn put(
    tx: &mut Tx,
    scope: &Scope,
    (complaint, number): (&str, i64),
    (sha256, at): (&str, Timestamp),
) -> Result<(), Error> {
    let values =
        [scope.landlord().into(), complaint.into(), number.into(), sha256.into(), at.into()];
    tx.run(PUT, &values).await.map(drop)
}

const FIND: &str = "SELECT sha256 FROM paper_to_post \
     WHERE landlord = $1 AND complaint = $2 AND number = $3";

/// The hash of the paper of a letter, while it waits.
pub async fn find<'a>(
    from: impl Into<Source<'a>>,
    scope: &Scope,
    (complaint, number): (&str, i64),
) -> Result<Option<String>, Error> {
    let values = [scope.landlord().into(), complaint.into(), number.into()];
    from.into().one(FIND, &values).await?.map(|row| row.text("sha256")).transpose()
}

const POSTED: &str = "DELETE FROM paper_to_post \
     WHERE landlord = $1 AND complaint = $2 AND number = $3";
const FORGET: &str = "DELETE FROM paper_to_post WHERE left_at < $1";

/// Notes that a paper is on its way: it is kept no longer, and the next sweep takes its file.
pub async fn posted(
    tx: &mut Tx,
    scope: &Scope,
    (complaint, number): (&str, i64),
) -> Result<(), Error> {
    tx.run(POSTED, &[scope.landlord().into(), complaint.into(), number.into()]).await.map(drop)
}

/// Forgets papers that left before a moment, whatever became of them.
pub async fn forget_before(tx: &mut Tx, at: Timestamp) -> Result<u64, Error> {
    tx.run(FORGET, &[at.into()]).await
}
