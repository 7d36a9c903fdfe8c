//! The lists of open cases, brought in line after the calendar changed.

use redress_domain::ids::PersonId;
use redress_store::lists::{self, Ask, Filter, Turn};

use crate::desk::case::history;
use crate::desk::{Declined, Desk, Signed};

/// How many cases are looked up at once.
const STEP: i64 = 500;
/// How many days after its closing a case may still have a day that moves.
const STILL_COUNTS: i64 = 120;

impl Desk {
    /// Brings the lists in line with the calendar as it now is.
    pub(super) async fn list_anew(&self, signed: &Signed) -> Result<u64, Declined> {
        let back = jiff::Span::new().try_days(STILL_COUNTS).ok();
        let since = back.and_then(|back| self.today().checked_sub(back).ok());
        let open = Filter { open: Some(true), ..Filter::default() };
        let closed = Filter { open: Some(false), closed_from: since, ..Filter::default() };
        let mut ids = Vec::new();
        for filter in [open, closed] {
            let mut turn = Turn::First;
            loop {
                let ask = Ask { viewer: "", filter: &filter, turn, limit: STEP };
                let page = lists::worklist(&self.db, &signed.scope, &ask).await?;
                ids.extend(page.rows.into_iter().map(|row| row.id));
                match page.after {
                    Some(key) => turn = Turn::After(key),
                    None => break,
                }
            }
        }
        let surroundings = self.surroundings(&signed.scope).await?;
        let mut listed = 0;
        for id in ids {
            // Read where it is written, so that nobody's newer rows are replaced by older ones.
            let mut tx = self.db.begin().await?;
            let history = history(&mut tx, &signed.scope, &id).await?;
            let complaint = crate::desk::case::folded(&history)?;
            let person = match &complaint.contact.person {
                Some(PersonId(person)) => self.person(signed, &PersonId(person.clone())).await?,
                None => None,
            };
            let rows = self.rows_of(&id, &history, person.as_ref(), &surroundings)?;
            lists::replace_for(&mut tx, &signed.scope, &rows).await?;
            tx.commit().await?;
            listed += 1;
        }
        Ok(listed)
    }
}
