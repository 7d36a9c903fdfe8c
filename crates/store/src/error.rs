//! What can go wrong in the records room, said without a driver's type in it.

use jiff::Timestamp;

/// Why something was not read or written.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Somebody else appended to the stream first.
    #[error("{stream} is at {found}, not at {expected}: somebody else was first")]
    Stale {
        /// The stream that moved on.
        stream: String,
        /// Where the writer thought it was.
        expected: i64,
        /// Where it is, as far as can be said.
        found: i64,
    },
    /// Something that must be unique is there already.
    #[error("{what} exists already")]
    Conflict {
        /// What was to be unique.
        what: String,
    },
    /// Something that must be there is not.
    #[error("{what} is not there")]
    Missing {
        /// What was looked for.
        what: String,
    },
    /// The moment of writing is earlier than what is already written.
    #[error("the clock says {now}, but the record was written until {head}")]
    ClockBehind {
        /// The last moment in the record.
        head: Timestamp,
        /// The moment of writing.
        now: Timestamp,
    },
    /// A stored row that cannot be read. Never replaced by a default.
    #[error("{table} holds something unreadable at {key}")]
    Inconsistent {
        /// Where.
        table: String,
        /// Which row, or which column of it.
        key: String,
    },
    /// The database was written by a newer program.
    #[error("the database has schema {found}, this program knows {known}: use a newer program")]
    NewerSchema {
        /// The schema found.
        found: i64,
        /// The newest schema this program knows.
        known: i64,
    },
    /// A database that the program does not run on.
    #[error("{what}")]
    Unsupported {
        /// What it is and what would do.
        what: String,
    },
    /// The caller asked for something that is never done.
    #[error("{what}")]
    Refused {
        /// What and why.
        what: String,
    },
    /// Another writer was in the way and nothing was saved: trying again is safe.
    #[error("another writer was in the way; nothing was saved")]
    Busy,
    /// The database or the disk cannot be used at present.
    #[error("not available: {what}")]
    Unavailable {
        /// What was said.
        what: String,
    },
    /// The commit was answered by an error, so that nobody knows whether it was saved. The token
    /// of the form tells, once the database answers again.
    #[error("it is unknown whether this was saved: {what}")]
    Unknown {
        /// What was said.
        what: String,
    },
    /// A mistake in this program, or a driver's error that nobody foresaw.
    #[error("{what}")]
    Fault {
        /// What was said.
        what: String,
    },
}

impl Error {
    pub(crate) fn missing(what: impl Into<String>) -> Self {
        Self::Missing { what: what.into() }
    }

    pub(crate) fn refused(what: impl Into<String>) -> Self {
        Self::Refused { what: what.into() }
    }

    pub(crate) fn inconsistent(table: impl Into<String>, key: impl Into<String>) -> Self {
        Self::Inconsistent { table: table.into(), key: key.into() }
    }

    /// An error of the file system; a full or absent disk is not our mistake.
    pub(crate) fn disk(doing: &str, why: &std::io::Error) -> Self {
        Self::Unavailable { what: format!("{doing}: {why}") }
    }
}

impl From<sqlx::Error> for Error {
    fn from(why: sqlx::Error) -> Self {
        match &why {
            sqlx::Error::Database(database) => from_database(database.as_ref()),
            sqlx::Error::RowNotFound => Self::missing("the row"),
            sqlx::Error::Io(_)
            | sqlx::Error::Tls(_)
            | sqlx::Error::PoolTimedOut
            | sqlx::Error::PoolClosed
            | sqlx::Error::WorkerCrashed => Self::Unavailable { what: why.to_string() },
            sqlx::Error::Configuration(_) => Self::Unsupported { what: why.to_string() },
            _ => Self::Fault { what: why.to_string() },
        }
    }
}

fn from_database(why: &dyn sqlx::error::DatabaseError) -> Error {
    let code = why.code().unwrap_or_default();
    if why.is_unique_violation() {
        return Error::Conflict { what: why.constraint().unwrap_or(why.message()).to_owned() };
    }
    if code.len() == 5 { from_sqlstate(&code, why) } else { from_sqlite(&code, why) }
}

fn from_sqlstate(code: &str, why: &dyn sqlx::error::DatabaseError) -> Error {
    let what = why.message().to_owned();
    match code {
        "40001" | "40P01" | "55P03" => Error::Busy,
        // Connection, resources, operator intervention, system error.
        _ if ["08", "53", "57", "58"].iter().any(|class| code.starts_with(class)) => {
            Error::Unavailable { what }
        }
        _ => Error::Fault { what },
    }
}

fn from_sqlite(code: &str, why: &dyn sqlx::error::DatabaseError) -> Error {
    let what = why.message().to_owned();
    // Extended result codes carry the primary one in the low byte.
    match code.parse::<i64>().map(|code| code & 0xff) {
        Ok(5 | 6) => Error::Busy,
        // Permission, read-only, input or output, corrupt, full, cannot open, not a database.
        Ok(3 | 8 | 10 | 11 | 13 | 14 | 26) => Error::Unavailable { what },
        _ => Error::Fault { what },
    }
}
