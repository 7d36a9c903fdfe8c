//! People on record: entered with their first contact, corrected later, never merged silently.

use redress_domain::ids::PersonId;
use redress_domain::person::{Person, PersonEvent, stream};
use redress_store::lists::{self, PersonRow};
use redress_store::record::{self, Append, NewEntry};
use redress_store::{Scope, Stamp, Tx};

use crate::desk::{Declined, Desk, Signed, london_day};

impl Desk {
    /// Corrects what is held about a person. `seen` is the version the form showed.
    ///
    /// # Errors
    /// `Stale` inside a fault where somebody corrected it first.
    pub async fn correct_person(
        &self,
        signed: &Signed,
        id: &PersonId,
        person: &Person,
        seen: i64,
    ) -> Result<(), Declined> {
        let at = self.now();
        let mut tx = self.db.begin().await?;
        let mut entropy = self.entropy().await;
        let mut stamp = Stamp { at, entropy: &mut entropy };
        write(
            &mut tx,
            &signed.scope,
            &Entry { id, person, by: &signed.staff.id, seen },
            &mut stamp,
        )
        .await?;
        tx.commit().await?;
        Ok(())
    }
}

/// One entry about a person.
pub(super) struct Entry<'a> {
    pub id: &'a PersonId,
    pub person: &'a Person,
    pub by: &'a str,
    /// 0 for somebody new.
    pub seen: i64,
}

/// Writes a person's entry and its row.
pub(super) async fn write(
    tx: &mut Tx,
    scope: &Scope,
    entry: &Entry<'_>,
    stamp: &mut Stamp<'_>,
) -> Result<(), Declined> {
    let event = PersonEvent::PersonRecorded(Box::new(entry.person.clone()));
    let (kind, facts) = super::act::stored(&event)?;
    let at = stamp.at;
    record::append(
        tx,
        scope,
        Append {
            stream: &stream(entry.id),
            expected: entry.seen,
            entries: vec![NewEntry {
                kind,
                happened_on: london_day(at),
                actor: Some(entry.by.to_owned()),
                pack: None,
                facts,
            }],
        },
        stamp,
    )
    .await?;
    lists::put_person(tx, scope, &row(entry.id, entry.person, at)).await?;
    Ok(())
}

/// The row of a person.
pub fn row(id: &PersonId, person: &Person, at: jiff::Timestamp) -> PersonRow {
    PersonRow {
        id: id.0.clone(),
        name: person.name.text().to_owned(),
        address: person.address.text().to_owned(),
        telephone: person.telephone.text().to_owned(),
        email: person.email.text().to_owned(),
        updated_at: at,
    }
}
