//! Who is away, and who sees to their work meanwhile.

use jiff::Timestamp;
use jiff::civil::Date;

use crate::row::Row;
use crate::{Error, Scope, Source, Tx};

/// An absence: both days count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Absence {
    /// Its random id.
    pub id: String,
    /// Who is away, by staff id.
    pub staff: String,
    /// Who covers, by staff id.
    pub deputy: String,
    pub from: Date,
    pub until: Date,
    /// The first day back, where that came early.
    pub ended_on: Option<Date>,
    pub set_by: String,
    pub set_at: Timestamp,
}

impl Absence {
    /// Whether somebody is away on a day.
    pub fn covers(&self, day: Date) -> bool {
        self.from <= day && day <= self.until && self.ended_on.is_none_or(|back| day < back)
    }
}

const ADD: &str = "INSERT INTO absence (landlord, id, staff, deputy, from_on, until_on, ended_on, \
     set_by, set_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (landlord, id) \
     DO NOTHING";
const END: &str = "UPDATE absence SET ended_on = $3 WHERE landlord = $1 AND id = $2 \
     AND ended_on IS NULL AND until_on >= $3";
const RUNNING: &str = "SELECT id, staff, deputy, from_on, until_on, ended_on, set_by, set_at \
     FROM absence WHERE landlord = $1 AND until_on >= $2 \
     AND (ended_on IS NULL OR ended_on > $2) ORDER BY from_on, staff, id";
const FIND: &str = "SELECT id, staff, deputy, from_on, until_on, ended_on, set_by, set_at \
     FROM absence WHERE landlord = $1 AND id = $2";

/// Sets an absence.
pub async fn add(tx: &mut Tx, scope: &Scope, it: &Absence) -> Result<(), Error> {
    let values = [
        scope.landlord().into(),
        (&it.id).into(),
        (&it.staff).into(),
        (&it.deputy).into(),
        it.from.into(),
        it.until.into(),
        it.ended_on.into(),
        (&it.set_by).into(),
        it.set_at.into(),
    ];
    tx.run(ADD, &values).await.map(drop)
}

/// Ends an absence: from that day the person is back. False where it was over.
pub async fn end(tx: &mut Tx, scope: &Scope, id: &str, back_on: Date) -> Result<bool, Error> {
    Ok(tx.run(END, &[scope.landlord().into(), id.into(), back_on.into()]).await? == 1)
}

/// One absence.
pub async fn find<'a>(
    from: impl Into<Source<'a>>,
    scope: &Scope,
    id: &str,
) -> Result<Option<Absence>, Error> {
    let row = from.into().one(FIND, &[scope.landlord().into(), id.into()]).await?;
    row.as_ref().map(Absence::read).transpose()
}

/// The absences that are not over on a day, planned ones with them.
pub async fn not_over<'a>(
    from: impl Into<Source<'a>>,
    scope: &Scope,
    day: Date,
) -> Result<Vec<Absence>, Error> {
    let rows = from.into().all(RUNNING, &[scope.landlord().into(), day.into()]).await?;
    rows.iter().map(Absence::read).collect()
}

impl Absence {
    fn read(row: &Row) -> Result<Self, Error> {
        Ok(Self {
            id: row.text("id")?,
            staff: row.text("staff")?,
            deputy: row.text("deputy")?,
            from: row.day("from_on")?,
            until: row.day("until_on")?,
            ended_on: row.opt_day("ended_on")?,
            set_by: row.text("set_by")?,
            set_at: row.moment("set_at")?,
        })
    }
}
