//! One value to bind and one row to read, whichever database answers.

use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::Date;
use sqlx::Row as _;
use sqlx::postgres::{PgArguments, PgRow};
use sqlx::query::Query;
use sqlx::sqlite::{SqliteArguments, SqliteRow};
use sqlx::{Postgres, Sqlite};

use crate::Error;

/// A value for a placeholder. Columns are TEXT, BIGINT and BOOLEAN only.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Value {
    Text(Option<String>),
    Int(Option<i64>),
    Flag(bool),
}

impl Value {
    /// PostgreSQL cannot keep NUL in a text; neither database is asked to.
    pub(crate) fn check(&self) -> Result<(), Error> {
        match self {
            Self::Text(Some(text)) if text.contains('\0') => {
                Err(Error::refused("a text with the character NUL cannot be kept"))
            }
            Self::Text(_) | Self::Int(_) | Self::Flag(_) => Ok(()),
        }
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(Some(text.to_owned()))
    }
}

impl From<&String> for Value {
    fn from(text: &String) -> Self {
        Self::Text(Some(text.clone()))
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(Some(text))
    }
}

impl From<&Option<String>> for Value {
    fn from(text: &Option<String>) -> Self {
        Self::Text(text.clone())
    }
}

impl From<Option<&str>> for Value {
    fn from(text: Option<&str>) -> Self {
        Self::Text(text.map(str::to_owned))
    }
}

impl From<i64> for Value {
    fn from(number: i64) -> Self {
        Self::Int(Some(number))
    }
}

impl From<bool> for Value {
    fn from(flag: bool) -> Self {
        Self::Flag(flag)
    }
}

impl From<Date> for Value {
    fn from(day: Date) -> Self {
        Self::Text(Some(day.to_string()))
    }
}

impl From<Option<Date>> for Value {
    fn from(day: Option<Date>) -> Self {
        Self::Text(day.map(|day| day.to_string()))
    }
}

impl From<Timestamp> for Value {
    fn from(moment: Timestamp) -> Self {
        Self::Text(Some(moment_text(moment)))
    }
}

impl From<Option<Timestamp>> for Value {
    fn from(moment: Option<Timestamp>) -> Self {
        Self::Text(moment.map(moment_text))
    }
}

/// A moment as it is stored: of one width, so that text sorts as time does.
pub(crate) fn moment_text(moment: Timestamp) -> String {
    format!("{moment:.6}")
}

/// A moment as it comes back from the store: whole microseconds.
pub(crate) fn kept_moment(moment: Timestamp) -> Timestamp {
    Timestamp::from_microsecond(moment.as_microsecond()).unwrap_or(moment)
}

pub(crate) type SqliteQuery<'q> = Query<'q, Sqlite, SqliteArguments>;
pub(crate) type PostgresQuery<'q> = Query<'q, Postgres, PgArguments>;

pub(crate) fn bind_sqlite<'q>(query: SqliteQuery<'q>, values: &[Value]) -> SqliteQuery<'q> {
    values.iter().cloned().fold(query, |query, value| match value {
        Value::Text(text) => query.bind(text),
        Value::Int(number) => query.bind(number),
        Value::Flag(flag) => query.bind(flag),
    })
}

pub(crate) fn bind_postgres<'q>(query: PostgresQuery<'q>, values: &[Value]) -> PostgresQuery<'q> {
    values.iter().cloned().fold(query, |query, value| match value {
        Value::Text(text) => query.bind(text),
        Value::Int(number) => query.bind(number),
        Value::Flag(flag) => query.bind(flag),
    })
}

/// A row that was read, and the table it is said to come from when it cannot be understood.
#[derive(Debug)]
pub(crate) struct Row {
    pub(crate) cells: Cells,
    pub(crate) table: Arc<str>,
}

#[derive(Debug)]
pub(crate) enum Cells {
    Sqlite(SqliteRow),
    Postgres(PgRow),
}

impl Row {
    pub(crate) fn text(&self, column: &str) -> Result<String, Error> {
        match &self.cells {
            Cells::Sqlite(row) => row.try_get(column),
            Cells::Postgres(row) => row.try_get(column),
        }
        .map_err(|_| self.unreadable(column))
    }

    pub(crate) fn opt_text(&self, column: &str) -> Result<Option<String>, Error> {
        match &self.cells {
            Cells::Sqlite(row) => row.try_get(column),
            Cells::Postgres(row) => row.try_get(column),
        }
        .map_err(|_| self.unreadable(column))
    }

    pub(crate) fn int(&self, column: &str) -> Result<i64, Error> {
        match &self.cells {
            Cells::Sqlite(row) => row.try_get(column),
            Cells::Postgres(row) => row.try_get(column),
        }
        .map_err(|_| self.unreadable(column))
    }

    pub(crate) fn opt_int(&self, column: &str) -> Result<Option<i64>, Error> {
        match &self.cells {
            Cells::Sqlite(row) => row.try_get(column),
            Cells::Postgres(row) => row.try_get(column),
        }
        .map_err(|_| self.unreadable(column))
    }

    pub(crate) fn flag(&self, column: &str) -> Result<bool, Error> {
        match &self.cells {
            Cells::Sqlite(row) => row.try_get(column),
            Cells::Postgres(row) => row.try_get(column),
        }
        .map_err(|_| self.unreadable(column))
    }

    pub(crate) fn day(&self, column: &str) -> Result<Date, Error> {
        self.text(column)?.parse().map_err(|_| self.unreadable(column))
    }

    pub(crate) fn opt_day(&self, column: &str) -> Result<Option<Date>, Error> {
        let Some(text) = self.opt_text(column)? else { return Ok(None) };
        text.parse().map(Some).map_err(|_| self.unreadable(column))
    }

    pub(crate) fn moment(&self, column: &str) -> Result<Timestamp, Error> {
        self.text(column)?.parse().map_err(|_| self.unreadable(column))
    }

    pub(crate) fn opt_moment(&self, column: &str) -> Result<Option<Timestamp>, Error> {
        let Some(text) = self.opt_text(column)? else { return Ok(None) };
        text.parse().map(Some).map_err(|_| self.unreadable(column))
    }

    fn unreadable(&self, column: &str) -> Error {
        Error::inconsistent(&*self.table, column)
    }
}

/// The table a statement reads or writes: the word after its first FROM, INTO or UPDATE.
pub(crate) fn table_of(statement: &str) -> Arc<str> {
    let mut words = statement.split_whitespace();
    let found = words.find(|word| matches!(*word, "FROM" | "INTO" | "UPDATE"));
    found.and_then(|_| words.next()).unwrap_or("the database").into()
}
