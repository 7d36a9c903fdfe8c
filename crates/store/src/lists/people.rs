//! Residents and other customers on record, found by any word of their name.

use jiff::Timestamp;
use serde::Serialize;

use super::ComplaintRow;
use crate::row::Row;
use crate::{Error, Scope, Source, Tx, search};

/// A person on record.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PersonRow {
    /// A random id.
    pub id: String,
    /// The name as the person writes it.
    pub name: String,
    /// Where letters go.
    pub address: String,
    /// The telephone number.
    pub telephone: String,
    /// The e-mail address.
    pub email: String,
    /// When anything of this last changed.
    pub updated_at: Timestamp,
}

const PUT: &str = "INSERT INTO person (landlord, id, name, name_key, address, telephone, email, \
     updated_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (landlord, id) DO UPDATE SET \
     name = excluded.name, name_key = excluded.name_key, address = excluded.address, \
     telephone = excluded.telephone, email = excluded.email, updated_at = excluded.updated_at";
const FORGET_WORDS: &str = "DELETE FROM person_word WHERE landlord = $1 AND person = $2";
const PUT_WORD: &str = "INSERT INTO person_word (landlord, word, person) VALUES ($1, $2, $3) \
     ON CONFLICT (landlord, word, person) DO NOTHING";

/// Adds a person or changes what is known of them.
pub async fn put_person(tx: &mut Tx, scope: &Scope, person: &PersonRow) -> Result<(), Error> {
    let values = [
        scope.landlord().into(),
        (&person.id).into(),
        (&person.name).into(),
        fold_name(&person.name).into(),
        (&person.address).into(),
        (&person.telephone).into(),
        (&person.email).into(),
        person.updated_at.into(),
    ];
    tx.run(PUT, &values).await?;
    tx.run(FORGET_WORDS, &[scope.landlord().into(), (&person.id).into()]).await?;
    for word in search::words(&person.name) {
        let values = [scope.landlord().into(), word.into(), (&person.id).into()];
        tx.run(PUT_WORD, &values).await?;
    }
    Ok(())
}

const REMOVE: &str = "DELETE FROM person WHERE landlord = $1 AND id = $2";

/// Removes a person, as erasing asks for.
pub async fn remove_person(tx: &mut Tx, scope: &Scope, id: &str) -> Result<(), Error> {
    tx.run(FORGET_WORDS, &[scope.landlord().into(), id.into()]).await?;
    tx.run(REMOVE, &[scope.landlord().into(), id.into()]).await.map(drop)
}

const LOAD: &str = "SELECT id, name, address, telephone, email, updated_at FROM person \
     WHERE landlord = $1 AND id = $2";

/// The person with an id, who must be on record.
pub async fn load_person<'a>(
    from: impl Into<Source<'a>>,
    scope: &Scope,
    id: &str,
) -> Result<PersonRow, Error> {
    let row = from.into().one(LOAD, &[scope.landlord().into(), id.into()]).await?;
    PersonRow::read(&row.ok_or_else(|| Error::missing(format!("the person {id}")))?)
}

const FIND: &str = "SELECT id, name, address, telephone, email, updated_at FROM person p \
     WHERE landlord = $1 AND id IN (SELECT w.person FROM person_word w \
     WHERE w.landlord = $1 AND w.word >= $2 AND w.word < $3) \
     ORDER BY name_key, id LIMIT $4";

/// People whose name has words beginning with each of the words given.
pub async fn find_people<'a>(
    from: impl Into<Source<'a>>,
    scope: &Scope,
    name: &str,
    limit: i64,
) -> Result<Vec<PersonRow>, Error> {
    let words = search::words(name);
    // The longest word narrows most; the others are compared here.
    let Some(longest) = words.iter().max_by_key(|word| word.len()) else { return Ok(Vec::new()) };
    let past = format!("{longest}\u{10ffff}");
    let values = [scope.landlord().into(), longest.into(), past.into(), WIDE.into()];
    let mut found = Vec::new();
    for row in from.into().all(FIND, &values).await? {
        let person = PersonRow::read(&row)?;
        let theirs = search::words(&person.name);
        if words.iter().all(|word| theirs.iter().any(|their| their.starts_with(word))) {
            found.push(person);
        }
    }
    found.truncate(usize::try_from(limit).unwrap_or_default());
    Ok(found)
}

/// How many people with one word in their names are compared by the others.
const WIDE: i64 = 2_000;

const BY_EMAIL: &str = "SELECT id, name, address, telephone, email, updated_at FROM person \
     WHERE landlord = $1 AND LOWER(email) = $2 ORDER BY name_key, id LIMIT $3";

/// People with an e-mail address, given in small letters.
pub async fn people_by_email<'a>(
    from: impl Into<Source<'a>>,
    scope: &Scope,
    email: &str,
    limit: i64,
) -> Result<Vec<PersonRow>, Error> {
    let values = [scope.landlord().into(), email.into(), limit.into()];
    let rows = from.into().all(BY_EMAIL, &values).await?;
    rows.iter().map(PersonRow::read).collect()
}

const CASES: &str = "SELECT id, reference, person, name, home, subject, kind, state, stage, \
     owner, received_on, next_due, next_clock, pack, channel, category, extended, risk, needs, \
     closed_on, updated_at, seq FROM complaint c WHERE landlord = $1 AND person = $2 \
     AND NOT EXISTS (SELECT 1 FROM case_barred b WHERE b.landlord = c.landlord \
     AND b.complaint = c.id AND b.staff = $3) ORDER BY received_on DESC, id LIMIT $4";

/// A person's complaints, the latest first, without those kept from the viewer.
pub async fn complaints_of<'a>(
    from: impl Into<Source<'a>>,
    scope: &Scope,
    viewer: &str,
    person: &str,
    limit: i64,
) -> Result<Vec<ComplaintRow>, Error> {
    let values = [scope.landlord().into(), person.into(), viewer.into(), limit.into()];
    from.into().all(CASES, &values).await?.iter().map(ComplaintRow::read).collect()
}

/// A name with case and accents folded, for sorting and comparing: the two databases fold apart.
pub fn fold_name(name: &str) -> String {
    search::words(name).join(" ")
}

impl PersonRow {
    fn read(row: &Row) -> Result<Self, Error> {
        Ok(Self {
            id: row.text("id")?,
            name: row.text("name")?,
            address: row.text("address")?,
            telephone: row.text("telephone")?,
            email: row.text("email")?,
            updated_at: row.moment("updated_at")?,
        })
    }
}
