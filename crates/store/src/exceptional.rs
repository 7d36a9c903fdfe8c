//! Events that kept a landlord from its complaints for a time, such as an attack on its computers:
//! what happened, and each thing that was done about it.

use jiff::Timestamp;
use jiff::civil::Date;

use crate::row::Row;
use crate::{Error, Scope, Source, Tx};

/// One line about an event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The event's random id.
    pub event: String,
    /// Its place among the event's lines, from 1.
    pub n: i64,
    /// Which step it is, by its code.
    pub step: String,
    /// The day it was done, or the day it names.
    pub on: Date,
    /// What happened, how it was done, or why the day is another.
    pub detail: String,
    /// Who wrote it down, by staff id.
    pub set_by: String,
    /// When.
    pub set_at: Timestamp,
}

const ADD: &str = "INSERT INTO exceptional_event (landlord, id, n, step, on_day, detail, set_by, \
     set_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";

/// Writes a line down.
pub async fn add(tx: &mut Tx, scope: &Scope, line: &Line) -> Result<(), Error> {
    let values = [
        scope.landlord().into(),
        (&line.event).into(),
        line.n.into(),
        (&line.step).into(),
        line.on.into(),
        (&line.detail).into(),
        (&line.set_by).into(),
        line.set_at.into(),
    ];
    tx.run(ADD, &values).await.map(drop)
}

const LIST: &str = "SELECT id, n, step, on_day, detail, set_by, set_at FROM exceptional_event \
     WHERE landlord = $1 ORDER BY id, n";

/// Every line, an event's together and in order.
pub async fn list<'a>(from: impl Into<Source<'a>>, scope: &Scope) -> Result<Vec<Line>, Error> {
    from.into().all(LIST, &[scope.landlord().into()]).await?.iter().map(Line::read).collect()
}

impl Line {
    fn read(row: &Row) -> Result<Self, Error> {
        Ok(Self {
            event: row.text("id")?,
            n: row.int("n")?,
            step: row.text("step")?,
            on: row.day("on_day")?,
            detail: row.text("detail")?,
            set_by: row.text("set_by")?,
            set_at: row.moment("set_at")?,
        })
    }
}
