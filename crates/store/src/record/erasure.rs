//! Erasing people's words for good, while every fact and the chain stay as they were.

use jiff::civil::Date;
use serde_json::json;

use super::{Append, Appended, NewEntry, append, hold_head, last_seq};
use crate::{Db, Error, Scope, Stamp, Tx, dialect};

/// The stream of a landlord's erasures.
pub(crate) const ERASURES: &str = "erasures";
/// The event's frozen name.
pub(crate) const PARTS_ERASED: &str = "parts-erased";

/// What to erase, and why that is right.
#[derive(Clone, Debug)]
pub struct ErasureOrder {
    /// The words, by the ids that [`super::Entry::parts`] gives.
    pub parts: Vec<String>,
    /// The day of the erasure.
    pub on: Date,
    /// The keeping rule that asks for it.
    pub rule: String,
    /// The person's request, by its id, where there was one.
    pub request: Option<String>,
    /// Who approved it.
    pub actor: Option<String>,
}

const FIND: &str = "SELECT position FROM part WHERE landlord = $1 AND id = $2";
const DELETE: &str = "DELETE FROM part WHERE landlord = $1 AND id = $2";
/// What somebody is still writing about the same case may quote what is erased.
const DRAFTS: &str = "DELETE FROM draft WHERE landlord = $1 AND complaint = \
     (SELECT stream FROM event WHERE landlord = $1 AND position = $2)";
/// Nor is the address kept to which its letters went.
const ADDRESSES: &str = "UPDATE dispatch SET address = '', answer = '' WHERE landlord = $1 \
     AND complaint = (SELECT stream FROM event WHERE landlord = $1 AND position = $2)";
/// The original of a message says the same words; with it go who sent it and what it was about.
const MAIL: &str = "UPDATE mail SET sha256 = 'erased ' || id, bytes = 0, sender = '', \
     sender_key = '', subject = '', notes = '' WHERE landlord = $1 AND complaint = \
     (SELECT stream FROM event WHERE landlord = $1 AND position = $2)";
const NOTE: &str = "INSERT INTO erased_part (landlord, id, erased_on, rule, position, erasure) \
     VALUES ($1, $2, $3, $4, $5, $6)";

/// Deletes words and records that they were. The caller writes the lists of the cases concerned
/// anew in the same transaction, and calls [`scrub`] after its commit.
pub async fn erase_parts(
    tx: &mut Tx,
    scope: &Scope,
    order: ErasureOrder,
    stamp: &mut Stamp<'_>,
) -> Result<Appended, Error> {
    hold_head(tx, scope, stamp.at).await?;
    let mut gone = Vec::new();
    for id in &order.parts {
        let values = [scope.landlord().into(), id.into()];
        let row = tx.one(FIND, &values).await?;
        let row = row.ok_or_else(|| Error::missing(format!("the words {id}")))?;
        let position = row.int("position")?;
        gone.push((id, position));
        tx.run(DELETE, &values).await?;
        tx.run(DRAFTS, &[scope.landlord().into(), position.into()]).await?;
        tx.run(ADDRESSES, &[scope.landlord().into(), position.into()]).await?;
        tx.run(MAIL, &[scope.landlord().into(), position.into()]).await?;
    }
    let facts = json!({
        "parts": gone.iter().map(|(id, at)| json!({"id": id, "position": at})).collect::<Vec<_>>(),
        "rule": order.rule,
        "request": order.request,
    });
    let expected = last_seq(&mut *tx, scope, ERASURES).await?;
    let entry = NewEntry {
        kind: PARTS_ERASED.to_owned(),
        happened_on: order.on,
        actor: order.actor.clone(),
        pack: None,
        facts,
    };
    let appended =
        append(tx, scope, Append { stream: ERASURES, expected, entries: vec![entry] }, stamp)
            .await?;
    for (id, position) in gone {
        let values = [
            scope.landlord().into(),
            id.into(),
            order.on.into(),
            (&order.rule).into(),
            position.into(),
            appended.position.into(),
        ];
        tx.run(NOTE, &values).await?;
    }
    Ok(appended)
}

/// Removes what an erasure leaves in indexes, logs and free pages. `Busy` means that a reader
/// still holds the log: try again.
pub async fn scrub(db: &Db) -> Result<(), Error> {
    dialect::scrub(db).await
}
