//! The landlord's own entry: changed as a whole, and never over somebody else's change.

use redress_store::settings::{self, Landlord};

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
}
