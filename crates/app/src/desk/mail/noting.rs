//! What is written down of a message, in the transaction of what it led to.

use jiff::{SignedDuration, Timestamp};
use redress_store::mail::{self, Receipt};
use redress_store::{Scope, Tx};

use crate::desk::declined::Meanwhile;
use crate::desk::{Declined, Signed};

/// One receipt a day to one sender.
const RECEIPTS: SignedDuration = SignedDuration::from_hours(24);

/// What is noted of a message in the transaction of what it led to.
#[derive(Clone, Debug)]
pub enum Beside {
    /// It came in just now.
    Came(Box<mail::Mail>),
    /// It was here, and somebody made something of it.
    Settled { id: String, as_what: &'static str },
}

/// Notes it.
pub(in crate::desk) async fn beside(
    tx: &mut Tx,
    signed: &Signed,
    beside: &Beside,
    (complaint, at): (&str, Timestamp),
) -> Result<(), Declined> {
    match beside {
        Beside::Came(row) => note(tx, &signed.scope, row, Some(complaint)).await,
        Beside::Settled { id, as_what } => {
            let settled =
                mail::Settled { as_what, by: &signed.staff.id, at, complaint: Some(complaint) };
            if mail::settle(tx, &signed.scope, id, &settled).await? {
                return Ok(());
            }
            let row = mail::find(&mut *tx, &signed.scope, id).await?.ok_or(Declined::Missing)?;
            Err(Declined::Stale(settled_meanwhile(&row)))
        }
    }
}

/// Somebody else dealt with it first.
pub(super) fn settled_meanwhile(row: &mail::Mail) -> Meanwhile {
    Meanwhile { by: None, at: row.settled_at.unwrap_or(row.taken_at), events: Vec::new(), seq: 0 }
}

/// Notes a message in the transaction of what it led to. A receipt is due only where this sender
/// had none in a day.
pub(super) async fn note(
    tx: &mut Tx,
    scope: &Scope,
    row: &mail::Mail,
    complaint: Option<&str>,
) -> Result<(), Declined> {
    let mut row = row.clone();
    row.complaint = complaint.map(str::to_owned);
    if row.receipt == Receipt::Due {
        let since = row.taken_at.saturating_sub(RECEIPTS).unwrap_or(row.taken_at);
        if mail::has_receipt_since(&mut *tx, scope, &row.sender_key, since).await? {
            row.receipt = Receipt::None;
        }
    }
    Ok(mail::insert(tx, scope, &row).await?)
}
