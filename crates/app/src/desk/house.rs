//! The landlord's own entry and its policies: changed as a whole, and never over somebody else's
//! change.

use jiff::civil::Date;
use redress_domain::policy::{Pack, shipped};
use redress_store::settings::{self, Adoption, Landlord};

use crate::desk::{Declined, Desk, Signed};

impl Desk {
    /// Changes the landlord's details, unless they are no longer what the person saw. False where
    /// somebody else changed them first; nothing is written then.
    ///
    /// # Errors
    /// The records cannot be reached.
    pub async fn change_landlord(
        &self,
        signed: &Signed,
        landlord: &Landlord,
        is_what_was_seen: impl Fn(&Landlord) -> bool + Send,
    ) -> Result<bool, Declined> {
        let mut tx = self.db.begin().await?;
        let held = settings::find_landlord(&mut tx, &signed.scope).await?;
        if !held.as_ref().is_some_and(is_what_was_seen) {
            return Ok(false);
        }
        settings::put_landlord(&mut tx, landlord).await?;
        tx.commit().await?;
        Ok(true)
    }

    /// Puts a policy in force for what is received from a day on. False where another begins on
    /// that day already.
    ///
    /// # Errors
    /// The records cannot be reached.
    pub async fn adopt(&self, signed: &Signed, pack: &Pack, from: Date) -> Result<bool, Declined> {
        let text = shipped::TEXTS.iter().find(|(id, _)| *id == pack.id.0);
        let (_, text) = text.ok_or(Declined::Missing)?;
        let adoption = Adoption {
            pack: pack.id.0.clone(),
            version: pack.version.clone(),
            text: (*text).to_owned(),
            from,
            adopted_by: Some(signed.staff.id.clone()),
            adopted_at: self.now(),
        };
        let mut tx = self.db.begin().await?;
        match settings::adopt(&mut tx, &signed.scope, &adoption).await {
            Ok(()) => tx.commit().await?,
            // The same form sent twice is done, not refused.
            Err(redress_store::Error::Conflict { .. }) => {
                drop(tx);
                let held = settings::adoption_on(&self.db, &signed.scope, from).await?;
                return Ok(held.is_some_and(|held| held.from == from && held.pack == pack.id.0));
            }
            Err(error) => return Err(error.into()),
        }
        Ok(true)
    }
}
