//! The receipt of a contact that came through a machine: to whoever wrote, at once, and to one
//! address once a day, so that two machines never talk to each other for long.

use jiff::{SignedDuration, Timestamp};
use redress_store::automatic::{self, Automatic};
use redress_store::dispatch::Way;
use redress_store::mail::Receipt;
use redress_store::{Scope, Tx, doubtful, post_house};

use crate::desk::mail::noting::Beside;
use crate::desk::post::signed;
use crate::desk::{Case, Declined, Desk};
use crate::mail::sender;

/// One receipt a day to one address.
const DAY: SignedDuration = SignedDuration::from_hours(24);

impl Desk {
    /// Where the receipt of a contact goes; none where letters do not leave by e-mail, or where
    /// there is no address that reads it, or one that had a receipt today.
    pub(super) async fn receipt_to(
        &self,
        tx: &mut Tx,
        scope: &Scope,
        case: &Case,
    ) -> Result<Option<String>, Declined> {
        let Some(person) = case.person.as_ref().filter(|it| !it.has_safe_contact()) else {
            return Ok(None);
        };
        let to = person.email.text().trim();
        if !self.mails || !signed::is_address(to) || sender::reads_nothing(to) {
            return Ok(None);
        }
        let waits = post_house::find(&mut *tx, scope).await?.is_some_and(|house| house.waits);
        if !waits || doubtful::since(&mut *tx, scope, (Way::Email, to)).await?.is_some() {
            return Ok(None);
        }
        let key = sender::key(to);
        let since = self.now().saturating_sub(DAY).unwrap_or(Timestamp::MIN);
        let had = automatic::to_since(&mut *tx, scope, ("receipt", &key), since).await?;
        Ok((had == 0).then_some(key))
    }

    /// Notes that a receipt goes, in the transaction that queues it.
    pub(super) async fn receipt_goes(
        &self,
        tx: &mut Tx,
        scope: &Scope,
        (complaint, to): (&str, &str),
    ) -> Result<(), Declined> {
        let sent = Automatic {
            kind: "receipt",
            about: complaint,
            complaint: Some(complaint),
            to,
            at: self.now(),
        };
        automatic::note(tx, scope, &sent).await?;
        Ok(())
    }

    /// What is noted of the message whose receipt goes, or does not. Where nothing leaves by e-mail
    /// it stays due.
    pub(super) fn with_receipt(&self, beside: Option<Beside>, goes: bool) -> Option<Beside> {
        let Some(Beside::Came(mut row)) = beside else { return beside };
        if row.receipt == Receipt::Due && (goes || self.mails) {
            row.receipt = if goes { Receipt::Sent } else { Receipt::None };
        }
        Some(Beside::Came(row))
    }
}
