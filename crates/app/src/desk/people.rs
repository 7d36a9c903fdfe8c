//! People on record: entered with their first contact, corrected later, never merged silently.

use redress_domain::ids::{PersonId, StaffId};
use redress_domain::person::{Person, PersonEvent, stream};
use redress_store::lists::{self, PersonRow};
use redress_store::record::{self, Append, NewEntry};
use redress_store::{Scope, Stamp, Tx};

use crate::desk::case::history;
use crate::desk::declined::Meanwhile;
use crate::desk::{Declined, Desk, Signed, london_day};

/// How many cases of one person are looked up.
const CASES: i64 = 1_000;

impl Desk {
    /// Corrects what is held about a person, and their name and home in the lists of their cases.
    /// `seen` is the version the form showed.
    ///
    /// # Errors
    /// `Stale` where somebody corrected it first; records out of reach.
    pub async fn correct_person(
        &self,
        signed: &Signed,
        id: &PersonId,
        person: &Person,
        seen: i64,
    ) -> Result<(), Declined> {
        let at = self.now();
        let surroundings = self.surroundings(&signed.scope).await?;
        let mut tx = self.db.begin().await?;
        let mut entropy = self.entropy().await;
        let mut stamp = Stamp { at, entropy: &mut entropy };
        let entry = Entry { id, person, by: &signed.staff.id, seen };
        let written = write(&mut tx, &signed.scope, &entry, &mut stamp).await;
        drop(entropy);
        if let Err(Declined::Fault(error)) = &written
            && super::act::is_stale(error)
        {
            drop(tx);
            return Err(Declined::Stale(self.corrected_meanwhile(signed, id, seen).await?));
        }
        written?;
        let cases = lists::complaints_of(&mut tx, &signed.scope, "", &id.0, CASES).await?;
        for case in cases {
            if person.has_safe_contact() {
                Self::shut_out(&mut tx, &signed.scope, &case.id, at).await?;
            }
            let history = history(&mut tx, &signed.scope, &case.id).await?;
            let rows = self.rows_of(&case.id, &history, Some(person), &surroundings)?;
            lists::replace_for(&mut tx, &signed.scope, &rows).await?;
        }
        tx.commit().await?;
        Ok(())
    }

    /// Who corrected a person's entry after a version.
    async fn corrected_meanwhile(
        &self,
        signed: &Signed,
        id: &PersonId,
        seen: i64,
    ) -> Result<Meanwhile, Declined> {
        let newer = record::load_since(&self.db, &signed.scope, &stream(id), seen).await?;
        let names = self.surroundings(&signed.scope).await?;
        let last = newer.last();
        let by = last.and_then(|entry| entry.actor.clone());
        Ok(Meanwhile {
            by: by.map(|by| names.name_of(&StaffId(by))),
            at: last.map(|entry| entry.recorded_at).unwrap_or_default(),
            events: newer.iter().map(|entry| entry.kind.clone()).collect(),
            seq: last.map_or(seen, |entry| entry.seq),
        })
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
