//! A complaint's line in the worklist.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::Serialize;

use crate::row::{Row, kept_moment};
use crate::{Error, Scope, Source, Tx};

/// Stored where nothing is due, so that those lines come last.
pub(crate) const NEVER: &str = "9999-12-31";

/// One complaint as lists show it. Whether it is overdue is never stored: days pass by themselves.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ComplaintRow {
    /// The random id, which is also its stream in the record.
    pub id: String,
    /// What people quote.
    pub reference: String,
    /// The resident, by id.
    pub person: Option<String>,
    /// The resident's name as shown.
    pub name: String,
    /// The home it is about.
    pub home: String,
    /// What it is about, in a line.
    pub subject: String,
    /// Complaint, service request, enquiry and so on.
    pub kind: String,
    /// Where it stands.
    pub state: String,
    /// Its stage.
    pub stage: String,
    /// The officer who has it, by id.
    pub owner: Option<String>,
    /// The day it was received.
    pub received_on: Date,
    /// The day of the next promise.
    pub next_due: Option<Date>,
    /// What is promised for then.
    pub next_clock: Option<String>,
    /// The policy pack it runs under.
    pub pack: String,
    /// How it came in.
    pub channel: String,
    /// What sort of thing it is about, where that was said.
    pub category: Option<String>,
    /// Whether its response was extended.
    pub extended: bool,
    /// Whether somebody marked a risk.
    pub risk: bool,
    /// Whether the resident has needs on record.
    pub needs: bool,
    /// The day it was closed; open until then.
    pub closed_on: Option<Date>,
    /// When anything last happened to it.
    pub updated_at: Timestamp,
    /// The place in its stream that these rows show: the version a form must have seen.
    pub seq: i64,
}

pub(crate) const COLUMNS: &str = "id, reference, person, name, home, subject, kind, state, \
     stage, owner, received_on, next_due, next_clock, pack, channel, category, extended, risk, \
     needs, closed_on, updated_at, seq";

impl ComplaintRow {
    pub(crate) fn read(row: &Row) -> Result<Self, Error> {
        let next_due = row.text("next_due")?;
        Ok(Self {
            id: row.text("id")?,
            reference: row.text("reference")?,
            person: row.opt_text("person")?,
            name: row.text("name")?,
            home: row.text("home")?,
            subject: row.text("subject")?,
            kind: row.text("kind")?,
            state: row.text("state")?,
            stage: row.text("stage")?,
            owner: row.opt_text("owner")?,
            received_on: row.day("received_on")?,
            next_due: if next_due == NEVER { None } else { Some(row.day("next_due")?) },
            next_clock: row.opt_text("next_clock")?,
            pack: row.text("pack")?,
            channel: row.text("channel")?,
            category: row.opt_text("category")?,
            extended: row.flag("extended")?,
            risk: row.flag("risk")?,
            needs: row.flag("needs")?,
            closed_on: row.opt_day("closed_on")?,
            updated_at: row.moment("updated_at")?,
            seq: row.int("seq")?,
        })
    }

    pub(super) fn kept(mut self) -> Self {
        self.updated_at = kept_moment(self.updated_at);
        self
    }

    pub(super) async fn put(&self, tx: &mut Tx, scope: &Scope) -> Result<(), Error> {
        let values = [
            scope.landlord().into(),
            (&self.id).into(),
            (&self.reference).into(),
            (&self.person).into(),
            (&self.name).into(),
            (&self.home).into(),
            (&self.subject).into(),
            (&self.kind).into(),
            (&self.state).into(),
            (&self.stage).into(),
            (&self.owner).into(),
            self.received_on.into(),
            self.next_due.map_or_else(|| NEVER.to_owned(), |day| day.to_string()).into(),
            (&self.next_clock).into(),
            (&self.pack).into(),
            (&self.channel).into(),
            (&self.category).into(),
            self.extended.into(),
            self.risk.into(),
            self.needs.into(),
            self.closed_on.is_none().into(),
            self.closed_on.into(),
            self.updated_at.into(),
            self.seq.into(),
        ];
        tx.run(PUT, &values).await.map_err(|why| match why {
            Error::Conflict { .. } => {
                Error::Conflict { what: format!("the reference {}", self.reference) }
            }
            other => other,
        })?;
        Ok(())
    }
}

const PUT: &str = "INSERT INTO complaint (landlord, id, reference, person, name, home, subject, \
     kind, state, stage, owner, received_on, next_due, next_clock, pack, channel, category, \
     extended, risk, needs, is_open, closed_on, updated_at, seq) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, \
     $19, $20, $21, $22, $23, $24) ON CONFLICT (landlord, id) DO UPDATE SET \
     reference = excluded.reference, person = excluded.person, name = excluded.name, \
     home = excluded.home, subject = excluded.subject, kind = excluded.kind, \
     state = excluded.state, stage = excluded.stage, owner = excluded.owner, \
     received_on = excluded.received_on, next_due = excluded.next_due, \
     next_clock = excluded.next_clock, pack = excluded.pack, channel = excluded.channel, \
     category = excluded.category, extended = excluded.extended, risk = excluded.risk, \
     needs = excluded.needs, is_open = excluded.is_open, closed_on = excluded.closed_on, \
     updated_at = excluded.updated_at, seq = excluded.seq";

const BY_ID: &str = "SELECT id, reference, person, name, home, subject, kind, state, stage, \
     owner, received_on, next_due, next_clock, pack, channel, category, extended, risk, needs, \
     closed_on, updated_at, seq FROM complaint WHERE landlord = $1 AND id = $2";
const BY_REFERENCE: &str = "SELECT id, reference, person, name, home, subject, kind, state, \
     stage, owner, received_on, next_due, next_clock, pack, channel, category, extended, risk, \
     needs, closed_on, updated_at, seq FROM complaint WHERE landlord = $1 AND reference = $2";

pub(super) async fn find(
    from: &mut Source<'_>,
    scope: &Scope,
    id: &str,
) -> Result<Option<ComplaintRow>, Error> {
    let row = from.one(BY_ID, &[scope.landlord().into(), id.into()]).await?;
    row.as_ref().map(ComplaintRow::read).transpose()
}

/// The complaint with an id, which must exist.
pub async fn load_complaint<'a>(
    from: impl Into<Source<'a>>,
    scope: &Scope,
    id: &str,
) -> Result<ComplaintRow, Error> {
    let found = find(&mut from.into(), scope, id).await?;
    found.ok_or_else(|| Error::missing(format!("the complaint {id}")))
}

/// The complaint that people quote by a reference.
pub async fn find_complaint<'a>(
    from: impl Into<Source<'a>>,
    scope: &Scope,
    reference: &str,
) -> Result<Option<ComplaintRow>, Error> {
    let row = from.into().one(BY_REFERENCE, &[scope.landlord().into(), reference.into()]).await?;
    row.as_ref().map(ComplaintRow::read).transpose()
}

const AFTER: &str = "SELECT id FROM complaint WHERE landlord = $1 AND id > $2 \
     ORDER BY id LIMIT $3";

/// The ids of complaints after an id, for going through all of them.
pub async fn complaints_after<'a>(
    from: impl Into<Source<'a>>,
    scope: &Scope,
    after: &str,
    limit: i64,
) -> Result<Vec<String>, Error> {
    let values = [scope.landlord().into(), after.into(), limit.into()];
    from.into().all(AFTER, &values).await?.iter().map(|row| row.text("id")).collect()
}

const OPEN_AFTER: &str = "SELECT id FROM complaint WHERE landlord = $1 AND is_open AND id > $2 \
     ORDER BY id LIMIT $3";

/// The ids of open complaints after an id, for going through all of them.
pub async fn open_complaints_after<'a>(
    from: impl Into<Source<'a>>,
    scope: &Scope,
    after: &str,
    limit: i64,
) -> Result<Vec<String>, Error> {
    let values = [scope.landlord().into(), after.into(), limit.into()];
    from.into().all(OPEN_AFTER, &values).await?.iter().map(|row| row.text("id")).collect()
}

const REMOVE: &str = "DELETE FROM complaint WHERE landlord = $1 AND id = $2";

pub(super) async fn remove(tx: &mut Tx, scope: &Scope, id: &str) -> Result<(), Error> {
    tx.run(REMOVE, &[scope.landlord().into(), id.into()]).await.map(drop)
}

const BARRED: &str = "SELECT staff FROM case_barred \
     WHERE landlord = $1 AND complaint = $2 AND staff = $3";

/// Whether a complaint is kept from a member of staff.
pub async fn is_barred<'a>(
    from: impl Into<Source<'a>>,
    scope: &Scope,
    complaint: &str,
    staff: &str,
) -> Result<bool, Error> {
    let values = [scope.landlord().into(), complaint.into(), staff.into()];
    Ok(from.into().one(BARRED, &values).await?.is_some())
}
