//! What letters print of the landlord and of the Ombudsman, each from a day on.

use jiff::Timestamp;
use jiff::civil::Date;

use crate::row::Row;
use crate::settings::{self, Landlord};
use crate::{Error, Scope, Source, Tx};

/// The landlord's own facts from a day on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Details {
    /// The first day of letters that print these.
    pub from: Date,
    /// The landlord's name.
    pub name: String,
    /// Its postal address, a line each.
    pub address: String,
    /// Its telephone number for complaints.
    pub telephone: String,
    /// Its e-mail address for complaints.
    pub email: String,
    /// Its address on the web.
    pub web: String,
    /// The team that signs under somebody's name.
    pub team: String,
    /// When somebody answers.
    pub hours: String,
    /// Who set them, by staff id.
    pub set_by: Option<String>,
    /// When.
    pub set_at: Timestamp,
}

const PUT: &str = "INSERT INTO landlord_details (landlord, in_force_from, name, address, \
     telephone, email, web, team, hours, set_by, set_at) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) \
     ON CONFLICT (landlord, in_force_from) DO UPDATE SET name = excluded.name, \
     address = excluded.address, telephone = excluded.telephone, email = excluded.email, \
     web = excluded.web, team = excluded.team, hours = excluded.hours, \
     set_by = excluded.set_by, set_at = excluded.set_at";

/// Sets the landlord's facts from a day on.
pub async fn put(tx: &mut Tx, scope: &Scope, it: &Details) -> Result<(), Error> {
    let values = [
        scope.landlord().into(),
        it.from.into(),
        (&it.name).into(),
        (&it.address).into(),
        (&it.telephone).into(),
        (&it.email).into(),
        (&it.web).into(),
        (&it.team).into(),
        (&it.hours).into(),
        (&it.set_by).into(),
        it.set_at.into(),
    ];
    tx.run(PUT, &values).await?;
    settings::revised(tx, scope).await
}

const WITHDRAW: &str = "DELETE FROM landlord_details WHERE landlord = $1 \
     AND in_force_from = $2 AND in_force_from > $3";

/// Takes back the landlord's facts of a day to come. False where there are none, or their day has
/// come.
pub async fn withdraw(
    tx: &mut Tx,
    scope: &Scope,
    (from, today): (Date, Date),
) -> Result<bool, Error> {
    let values = [scope.landlord().into(), from.into(), today.into()];
    let taken_back = tx.run(WITHDRAW, &values).await? == 1;
    settings::revised(tx, scope).await?;
    Ok(taken_back)
}

const LIST: &str = "SELECT in_force_from, name, address, telephone, email, web, team, hours, \
     set_by, set_at FROM landlord_details WHERE landlord = $1 ORDER BY in_force_from";

/// The landlord's facts through the years, beside its entry.
pub async fn list<'a>(from: impl Into<Source<'a>>, scope: &Scope) -> Result<Vec<Details>, Error> {
    from.into().all(LIST, &[scope.landlord().into()]).await?.iter().map(Details::read).collect()
}

/// A landlord's entry with the facts that hold on a day in place of its own.
pub fn as_on(entry: Landlord, all: &[Details], day: Date) -> Landlord {
    let Some(held) = all.iter().rfind(|it| it.from <= day) else { return entry };
    let held = held.clone();
    Landlord {
        name: held.name,
        address: held.address,
        telephone: held.telephone,
        email: held.email,
        hours: held.hours,
        ..entry
    }
}

impl Details {
    fn read(row: &Row) -> Result<Self, Error> {
        Ok(Self {
            from: row.day("in_force_from")?,
            name: row.text("name")?,
            address: row.text("address")?,
            telephone: row.text("telephone")?,
            email: row.text("email")?,
            web: row.text("web")?,
            team: row.text("team")?,
            hours: row.text("hours")?,
            set_by: row.opt_text("set_by")?,
            set_at: row.moment("set_at")?,
        })
    }
}

/// How letters say that the Ombudsman is reached, from a day on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ombudsman {
    /// The first day of letters that print these.
    pub from: Date,
    /// The body's name.
    pub body: String,
    /// Its telephone number.
    pub phone: String,
    /// Its address on the web.
    pub web: String,
    /// Its postal address.
    pub post: String,
    /// Where new cases are made online; nothing where there is no such form.
    pub form: String,
    /// Its e-mail address; nothing where new cases do not go by e-mail.
    pub email: String,
    /// Who set them, by staff id.
    pub set_by: Option<String>,
    /// When.
    pub set_at: Timestamp,
}

const PUT_OMBUDSMAN: &str = "INSERT INTO ombudsman (landlord, in_force_from, body, phone, web, \
     post, form, email, set_by, set_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) \
     ON CONFLICT (landlord, in_force_from) DO UPDATE SET body = excluded.body, \
     phone = excluded.phone, web = excluded.web, post = excluded.post, form = excluded.form, \
     email = excluded.email, set_by = excluded.set_by, set_at = excluded.set_at";

/// Sets the Ombudsman's details from a day on.
pub async fn put_ombudsman(tx: &mut Tx, scope: &Scope, it: &Ombudsman) -> Result<(), Error> {
    let values = [
        scope.landlord().into(),
        it.from.into(),
        (&it.body).into(),
        (&it.phone).into(),
        (&it.web).into(),
        (&it.post).into(),
        (&it.form).into(),
        (&it.email).into(),
        (&it.set_by).into(),
        it.set_at.into(),
    ];
    tx.run(PUT_OMBUDSMAN, &values).await?;
    settings::revised(tx, scope).await
}

const WITHDRAW_OMBUDSMAN: &str =
    "DELETE FROM ombudsman WHERE landlord = $1 AND in_force_from = $2 AND in_force_from > $3";

/// Takes back the Ombudsman's details of a day to come. False where there are none, or their day has
/// come.
pub async fn withdraw_ombudsman(
    tx: &mut Tx,
    scope: &Scope,
    (from, today): (Date, Date),
) -> Result<bool, Error> {
    let values = [scope.landlord().into(), from.into(), today.into()];
    let taken_back = tx.run(WITHDRAW_OMBUDSMAN, &values).await? == 1;
    settings::revised(tx, scope).await?;
    Ok(taken_back)
}

const OMBUDSMAN: &str = "SELECT in_force_from, body, phone, web, post, form, email, set_by, \
     set_at FROM ombudsman WHERE landlord = $1 ORDER BY in_force_from";

/// What the landlord has set of the Ombudsman through the years.
pub async fn list_ombudsman<'a>(
    from: impl Into<Source<'a>>,
    scope: &Scope,
) -> Result<Vec<Ombudsman>, Error> {
    let rows = from.into().all(OMBUDSMAN, &[scope.landlord().into()]).await?;
    rows.iter()
        .map(|row| {
            Ok(Ombudsman {
                from: row.day("in_force_from")?,
                body: row.text("body")?,
                phone: row.text("phone")?,
                web: row.text("web")?,
                post: row.text("post")?,
                form: row.text("form")?,
                email: row.text("email")?,
                set_by: row.opt_text("set_by")?,
                set_at: row.moment("set_at")?,
            })
        })
        .collect()
}
