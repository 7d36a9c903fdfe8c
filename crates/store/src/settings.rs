//! What a landlord sets: its own entry, closed days, policies, reference numbers.

use jiff::Timestamp;
use jiff::civil::Date;

use crate::row::Row;
use crate::{Error, Scope, Source, Tx};

/// A landlord, as letters and pages name it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Landlord {
    /// Its id, which is also its [`Scope`].
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its postal address.
    pub address: String,
    /// Its telephone number for complaints.
    pub telephone: String,
    /// Its e-mail address for complaints.
    pub email: String,
    /// When somebody answers.
    pub hours: String,
    /// The colour of its frame.
    pub accent: String,
    /// Whose bank holidays it keeps.
    pub nation: String,
}

const PUT_LANDLORD: &str = "INSERT INTO landlord (id, name, address, telephone, email, hours, \
     accent, nation) VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (id) DO UPDATE SET \
     name = excluded.name, address = excluded.address, telephone = excluded.telephone, \
     email = excluded.email, hours = excluded.hours, accent = excluded.accent, \
     nation = excluded.nation, revision = landlord.revision + 1";

/// Adds a landlord or changes its details.
pub async fn put_landlord(tx: &mut Tx, landlord: &Landlord) -> Result<(), Error> {
    let values = [
        (&landlord.id).into(),
        (&landlord.name).into(),
        (&landlord.address).into(),
        (&landlord.telephone).into(),
        (&landlord.email).into(),
        (&landlord.hours).into(),
        (&landlord.accent).into(),
        (&landlord.nation).into(),
    ];
    tx.run(PUT_LANDLORD, &values).await.map(drop)
}

const LANDLORD: &str = "SELECT id, name, address, telephone, email, hours, accent, nation \
     FROM landlord WHERE id = $1";
const LANDLORDS: &str = "SELECT id, name, address, telephone, email, hours, accent, nation \
     FROM landlord ORDER BY id";

/// The landlord's details, once they were given.
pub async fn find_landlord<'a>(
    from: impl Into<Source<'a>>,
    scope: &Scope,
) -> Result<Option<Landlord>, Error> {
    let row = from.into().one(LANDLORD, &[scope.landlord().into()]).await?;
    row.as_ref().map(Landlord::read).transpose()
}

/// All landlords of this installation.
pub async fn list_landlords<'a>(from: impl Into<Source<'a>>) -> Result<Vec<Landlord>, Error> {
    from.into().all(LANDLORDS, &[]).await?.iter().map(Landlord::read).collect()
}

impl Landlord {
    fn read(row: &Row) -> Result<Self, Error> {
        Ok(Self {
            id: row.text("id")?,
            name: row.text("name")?,
            address: row.text("address")?,
            telephone: row.text("telephone")?,
            email: row.text("email")?,
            hours: row.text("hours")?,
            accent: row.text("accent")?,
            nation: row.text("nation")?,
        })
    }
}

const REVISION: &str = "SELECT revision FROM landlord WHERE id = $1";
const REVISED: &str = "UPDATE landlord SET revision = revision + 1 WHERE id = $1";

/// How often what surrounds a landlord's cases was changed: its entry and details, the
/// Ombudsman's, closed days, names and roles of staff, approved policies. Whoever keeps these in
/// memory may keep them while this number stands. None before the landlord's entry.
pub async fn revision<'a>(
    from: impl Into<Source<'a>>,
    scope: &Scope,
) -> Result<Option<i64>, Error> {
    let row = from.into().one(REVISION, &[scope.landlord().into()]).await?;
    row.map(|row| row.int("revision")).transpose()
}

/// Counts a change of what [`revision`] names, in the transaction that makes it.
pub(crate) async fn revised(tx: &mut Tx, scope: &Scope) -> Result<(), Error> {
    tx.run(REVISED, &[scope.landlord().into()]).await.map(drop)
}

/// A day on which the landlord is closed, beside weekends and bank holidays.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Closure {
    /// The day.
    pub on: Date,
    /// Why.
    pub what: String,
}

const PUT_CLOSURE: &str = "INSERT INTO closure (landlord, closed_on, what) VALUES ($1, $2, $3) \
     ON CONFLICT (landlord, closed_on) DO UPDATE SET what = excluded.what";
const REMOVE_CLOSURE: &str = "DELETE FROM closure WHERE landlord = $1 AND closed_on = $2";
const CLOSURES: &str = "SELECT closed_on, what FROM closure WHERE landlord = $1 \
     ORDER BY closed_on";

/// Closes a day.
pub async fn put_closure(tx: &mut Tx, scope: &Scope, closure: &Closure) -> Result<(), Error> {
    let values = [scope.landlord().into(), closure.on.into(), (&closure.what).into()];
    tx.run(PUT_CLOSURE, &values).await?;
    revised(tx, scope).await
}

/// Opens a day again.
pub async fn remove_closure(tx: &mut Tx, scope: &Scope, on: Date) -> Result<(), Error> {
    tx.run(REMOVE_CLOSURE, &[scope.landlord().into(), on.into()]).await?;
    revised(tx, scope).await
}

/// The days on which the landlord is closed.
pub async fn list_closures<'a>(
    from: impl Into<Source<'a>>,
    scope: &Scope,
) -> Result<Vec<Closure>, Error> {
    let rows = from.into().all(CLOSURES, &[scope.landlord().into()]).await?;
    rows.iter()
        .map(|row| Ok(Closure { on: row.day("closed_on")?, what: row.text("what")? }))
        .collect()
}

/// A policy pack taken up by the landlord.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Adoption {
    /// The pack's name.
    pub pack: String,
    /// Its version.
    pub version: String,
    /// Its text, kept as it was.
    pub text: String,
    /// Complaints received from this day on run under it.
    pub from: Date,
    /// Who asked for it, by staff id.
    pub proposed_by: Option<String>,
    /// Who took it up, by staff id.
    pub adopted_by: Option<String>,
    /// When.
    pub adopted_at: Timestamp,
}

const ADOPT: &str = "INSERT INTO adoption (landlord, in_force_from, pack, version, pack_text, \
     proposed_by, adopted_by, adopted_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";

/// Takes up a pack from a day on. What was taken up is not changed afterwards; two for the same
/// day conflict.
pub async fn adopt(tx: &mut Tx, scope: &Scope, adoption: &Adoption) -> Result<(), Error> {
    let values = [
        scope.landlord().into(),
        adoption.from.into(),
        (&adoption.pack).into(),
        (&adoption.version).into(),
        (&adoption.text).into(),
        (&adoption.proposed_by).into(),
        (&adoption.adopted_by).into(),
        adoption.adopted_at.into(),
    ];
    tx.run(ADOPT, &values).await.map_err(|why| match why {
        Error::Conflict { .. } => {
            Error::Conflict { what: format!("a policy in force from {}", adoption.from) }
        }
        other => other,
    })?;
    Ok(())
}

const ADOPTIONS: &str = "SELECT pack, version, pack_text, in_force_from, proposed_by, \
     adopted_by, adopted_at FROM adoption WHERE landlord = $1 ORDER BY in_force_from";

/// The packs taken up, by the day they came into force.
pub async fn list_adoptions<'a>(
    from: impl Into<Source<'a>>,
    scope: &Scope,
) -> Result<Vec<Adoption>, Error> {
    let rows = from.into().all(ADOPTIONS, &[scope.landlord().into()]).await?;
    rows.iter()
        .map(|row| {
            Ok(Adoption {
                pack: row.text("pack")?,
                version: row.text("version")?,
                text: row.text("pack_text")?,
                from: row.day("in_force_from")?,
                proposed_by: row.opt_text("proposed_by")?,
                adopted_by: row.opt_text("adopted_by")?,
                adopted_at: row.moment("adopted_at")?,
            })
        })
        .collect()
}

/// The pack in force on a day.
pub async fn adoption_on<'a>(
    from: impl Into<Source<'a>>,
    scope: &Scope,
    day: Date,
) -> Result<Option<Adoption>, Error> {
    let all = list_adoptions(from, scope).await?;
    Ok(all.into_iter().rfind(|adoption| adoption.from <= day))
}

const NEXT: &str = "INSERT INTO counter (landlord, series, last) VALUES ($1, $2, 1) \
     ON CONFLICT (landlord, series) DO UPDATE SET last = counter.last + 1 RETURNING last";

/// The next number of a series, such as the references of a year: 1, 2, 3 without gaps, since a
/// transaction that is given up gives its number back. Others wait until this one has finished.
pub async fn next_number(tx: &mut Tx, scope: &Scope, series: &str) -> Result<i64, Error> {
    let row = tx.one(NEXT, &[scope.landlord().into(), series.into()]).await?;
    row.ok_or_else(|| Error::inconsistent("counter", series))?.int("last")
}
