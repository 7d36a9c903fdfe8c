//! Which cases a contact may belong to: suggested to whoever judges it, never decided.

use std::collections::BTreeMap;

use redress_domain::personal::Words;
use redress_store::lists::{self, ComplaintRow};

use crate::desk::{Case, Declined, Desk, Signed, reference};
use crate::mail::sender;

/// How many cases of one person or home are looked at.
const MOST: i64 = 20;
/// How many references in one text are looked up.
const QUOTED: usize = 20;

/// Why a case is suggested, the surest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Likely {
    /// Its reference stands in the words.
    Quoted,
    /// It is of the person who wrote, by the address on record.
    SameAddress,
    /// It is of the same person.
    SamePerson,
    /// It is of somebody of the same name in the same home.
    SameHome,
}

impl Desk {
    /// Cases that a contact may belong to or repeat, the surest first.
    ///
    /// # Errors
    /// The records cannot be reached.
    pub async fn likely_cases(
        &self,
        signed: &Signed,
        contact: &Case,
    ) -> Result<Vec<(Likely, ComplaintRow)>, Declined> {
        let said = &contact.complaint.contact;
        let mut found: BTreeMap<String, (Likely, ComplaintRow)> = BTreeMap::new();
        let mut take = |why: Likely, row: ComplaintRow| {
            if row.id != contact.id {
                found.entry(row.id.clone()).or_insert((why, row));
            }
        };
        for quoted in quoted(said.text.text()) {
            let row = lists::find_complaint(&self.db, &signed.scope, &quoted).await?;
            row.into_iter().for_each(|row| take(Likely::Quoted, row));
        }
        let me = signed.staff.id.as_str();
        let email = contact.person.as_ref().map(|person| person.email.text().to_owned());
        if let Some(email) = email.filter(|it| it.contains('@')) {
            let key = sender::key(&email);
            let people = lists::people_by_email(&self.db, &signed.scope, &key, MOST).await?;
            for person in people {
                let rows =
                    lists::complaints_of(&self.db, &signed.scope, me, &person.id, MOST).await?;
                rows.into_iter().for_each(|row| take(Likely::SameAddress, row));
            }
        }
        if let Some(person) = &said.person {
            let rows = lists::complaints_of(&self.db, &signed.scope, me, &person.0, MOST).await?;
            rows.into_iter().for_each(|row| take(Likely::SamePerson, row));
        }
        if let Some(person) = &contact.person {
            let home = first_line(&person.address);
            let namesakes =
                lists::find_people(&self.db, &signed.scope, person.name.text(), MOST).await?;
            for other in namesakes.iter().filter(|it| lists::fold_name(&it.name) == folded(person))
            {
                let same = !home.is_empty()
                    && lists::fold_name(other.address.lines().next().unwrap_or_default()) == home;
                if !same {
                    continue;
                }
                let rows =
                    lists::complaints_of(&self.db, &signed.scope, me, &other.id, MOST).await?;
                rows.into_iter().for_each(|row| take(Likely::SameHome, row));
            }
        }
        let mut all = Vec::new();
        for (why, row) in found.into_values() {
            let held = !signed.sees_only_held()
                || row.owner.as_ref().is_none_or(|owner| *owner == signed.staff.id);
            if held && !lists::is_barred(&self.db, &signed.scope, &row.id, me).await? {
                all.push((why, row));
            }
        }
        all.sort_by(|(a, left), (b, right)| {
            (a, right.received_on, &left.reference).cmp(&(b, left.received_on, &right.reference))
        });
        Ok(all)
    }
}

fn first_line(address: &Words) -> String {
    lists::fold_name(address.text().lines().next().unwrap_or_default().trim())
}

fn folded(person: &redress_domain::person::Person) -> String {
    lists::fold_name(person.name.text())
}

/// Everything in a text that is a reference of ours.
fn quoted(text: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let words = text.split(|it: char| !it.is_ascii_alphanumeric() && it != '-');
    for word in words.filter(|word| (10..=24).contains(&word.len()) && word.contains('-')) {
        let normal = reference::normal(word);
        if reference::fits(&normal) && !found.contains(&normal) {
            found.push(normal);
        }
        if found.len() == QUOTED {
            break;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::quoted;
    use crate::desk::reference::make;

    #[test]
    fn a_reference_in_a_sentence_is_seen() {
        let made = make("Rowan Homes", 2026, 7);
        let text = format!("Re: my complaint ({}), and 0161-555-0100-9.", made.to_lowercase());
        assert_eq!(quoted(&text), vec![made]);
    }
}
