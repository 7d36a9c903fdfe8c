//! What stands against or about the same person in another of their cases, for whoever rings or
//! visits: a limit on their contact, and abuse or threats on record.

use redress_store::lists;

use crate::desk::rows::registers::{RESTRICTION, SAFETY};
use crate::desk::{Case, Signed};
use crate::web::state::App;

/// The most that are said.
const MOST: i64 = 10;

/// One line for each; none where nobody knows who they are, or the lists cannot be read.
pub async fn lines(app: &App, signed: &Signed, case: &Case) -> Vec<String> {
    let Some(person) = &case.complaint.contact.person else { return Vec::new() };
    let of = (person.0.as_str(), [RESTRICTION, SAFETY]);
    let me = signed.staff.id.as_str();
    let found = lists::register_of_person(&app.desk.db, &signed.scope, me, of, MOST).await;
    let elsewhere = found.unwrap_or_default().into_iter().filter(|row| row.complaint != case.id);
    elsewhere
        .map(|row| match row.entry.register.as_str() {
            RESTRICTION => format!("Restriction in {}: {}", row.reference, row.entry.what),
            _ => format!("Abuse or threats are on record in {}", row.reference),
        })
        .collect()
}
