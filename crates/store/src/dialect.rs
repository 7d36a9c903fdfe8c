//! Where SQLite and PostgreSQL truly differ. Nothing outside this file and `db` knows which it is.

use crate::Error;
use crate::db::{Db, Inner, Pools, Tx};
use crate::row::Value;

/// The SQLite before which the write-ahead log could be damaged.
const OLDEST_SQLITE: (i64, i64, i64) = (3, 51, 3);
/// The oldest PostgreSQL the program was tried on.
const OLDEST_POSTGRES: i64 = 150_000;

/// Refuses a server that the program would not be safe on.
pub(crate) async fn check_server(db: &Db) -> Result<(), Error> {
    match &db.pools {
        Pools::Sqlite { .. } => {
            let rows = db.all("SELECT sqlite_version() AS version", &[]).await?;
            let version = rows.first().map(|row| row.text("version")).transpose()?;
            check_sqlite(&version.unwrap_or_default())
        }
        Pools::Postgres(_) => {
            let question = "SELECT datcollate AS collation, pg_encoding_to_char(encoding) AS encoding, \
                 CAST(current_setting('server_version_num') AS BIGINT) AS version \
                 FROM pg_database WHERE datname = current_database()";
            let rows = db.all(question, &[]).await?;
            let row = rows.first().ok_or_else(|| Error::missing("the database's own row"))?;
            check_postgres(&row.text("collation")?, &row.text("encoding")?, row.int("version")?)
        }
    }
}

fn check_sqlite(version: &str) -> Result<(), Error> {
    let mut numbers = version.split('.').map(|number| number.parse().unwrap_or(0));
    let mut next = || numbers.next().unwrap_or(0);
    let found = (next(), next(), next());
    if found < OLDEST_SQLITE {
        let what = format!("SQLite {version} can damage its log; 3.51.3 or newer is needed");
        return Err(Error::Unsupported { what });
    }
    Ok(())
}

fn check_postgres(collation: &str, encoding: &str, version: i64) -> Result<(), Error> {
    if version < OLDEST_POSTGRES {
        let what = format!("PostgreSQL {} is too old; 15 or newer is needed", version / 10_000);
        return Err(Error::Unsupported { what });
    }
    let sorts_by_code = matches!(collation, "C" | "POSIX" | "C.UTF-8" | "C.utf8");
    if !sorts_by_code || encoding != "UTF8" {
        let what = format!(
            "the PostgreSQL database sorts as {collation} in {encoding}; it must be made with \
             TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C'"
        );
        return Err(Error::Unsupported { what });
    }
    Ok(())
}

/// The schema's version, 0 where there is none yet.
pub(crate) async fn schema(db: &Db) -> Result<i64, Error> {
    let question = match &db.pools {
        Pools::Sqlite { .. } => SQLITE_HAS_SCHEMA,
        Pools::Postgres(_) => POSTGRES_HAS_SCHEMA,
    };
    if db.all(question, &[]).await?.is_empty() {
        return Ok(0);
    }
    let rows = db.all(SCHEMA, &[]).await?;
    rows.first().map_or(Ok(0), |row| row.int("version"))
}

/// The same inside a transaction that is about to change it; makes the table where there is none.
pub(crate) async fn schema_in(tx: &mut Tx) -> Result<i64, Error> {
    tx.script("CREATE TABLE IF NOT EXISTS schema_version (version BIGINT NOT NULL PRIMARY KEY)")
        .await?;
    let row = tx.one(SCHEMA, &[]).await?;
    row.map_or(Ok(0), |row| row.int("version"))
}

const SCHEMA: &str = "SELECT COALESCE(MAX(version), 0) AS version FROM schema_version";
const SQLITE_HAS_SCHEMA: &str =
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name = 'schema_version'";
const POSTGRES_HAS_SCHEMA: &str = "SELECT table_name AS name FROM information_schema.tables \
     WHERE table_schema = current_schema() AND table_name = 'schema_version'";

/// Waits until no other copy of the program changes the schema. SQLite has one writer anyway.
pub(crate) async fn alone(tx: &mut Tx) -> Result<(), Error> {
    match &tx.inner {
        Inner::Sqlite(_) => Ok(()),
        Inner::Postgres(_) => tx
            .all("SELECT CAST(pg_advisory_xact_lock(7237) AS TEXT) AS locked", &[])
            .await
            .map(drop),
    }
}

/// Lets SQLite look at its longest lists, so that it chooses their indexes by what is in them
/// (PostgreSQL does so by itself). What it notes are samples of indexed columns, so no table whose
/// indexes hold words of people may be looked at: an erasure would not reach the samples.
pub(crate) async fn take_stock(db: &Db) -> Result<(), Error> {
    if let Pools::Sqlite { writer, .. } = &db.pools {
        sqlx::raw_sql("PRAGMA analysis_limit = 400; ANALYZE complaint; ANALYZE diary")
            .execute(writer)
            .await?;
    }
    Ok(())
}

/// The statement that finds texts by words, and the value of its `$2`. The words are folded
/// letters and digits only, so nothing in them is an operator of either database.
pub(crate) fn search(from: Kind, landlord: &str, words: &[String]) -> (&'static str, Value) {
    match from {
        Kind::Sqlite => {
            let mut query = format!("landlord : \"{}\"", landlord.replace('"', "\"\""));
            for word in words {
                query.push_str(&format!(" AND words : \"{word}\" *"));
            }
            (SQLITE_SEARCH, query.into())
        }
        Kind::Postgres => {
            let all: Vec<String> = words.iter().map(|word| format!("{word}:*")).collect();
            (POSTGRES_SEARCH, all.join(" & ").into())
        }
    }
}

/// Which database a question goes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Sqlite,
    Postgres,
}

const SQLITE_SEARCH: &str = "SELECT t.complaint, t.kind, t.item FROM search_index \
     JOIN search_text t ON t.id = search_index.rowid \
     WHERE search_index MATCH $2 AND t.landlord = $1 AND NOT EXISTS (SELECT 1 FROM case_barred b \
       WHERE b.landlord = t.landlord AND b.complaint = t.complaint AND b.staff = $3) \
     ORDER BY search_index.rowid DESC LIMIT $4";
const POSTGRES_SEARCH: &str = "SELECT t.complaint, t.kind, t.item FROM search_text t \
     WHERE t.tokens @@ CAST($2 AS tsquery) AND t.landlord = $1 AND NOT EXISTS \
       (SELECT 1 FROM case_barred b \
       WHERE b.landlord = t.landlord AND b.complaint = t.complaint AND b.staff = $3) \
     ORDER BY t.id DESC LIMIT $4";

/// After an erasure was committed: rewrites what could still hold the bytes.
pub(crate) async fn scrub(db: &Db) -> Result<(), Error> {
    match &db.pools {
        Pools::Sqlite { writer, .. } => {
            sqlx::raw_sql("INSERT INTO search_index (search_index) VALUES ('optimize')")
                .execute(writer)
                .await?;
            // The log is emptied only when no reader still needs it; then it is not yet done.
            let busy: i64 =
                sqlx::query_scalar("PRAGMA wal_checkpoint(TRUNCATE)").fetch_one(writer).await?;
            if busy == 0 { Ok(()) } else { Err(Error::Busy) }
        }
        Pools::Postgres(pool) => {
            for table in POSTGRES_ERASED {
                sqlx::raw_sql(*table).execute(pool).await?;
            }
            Ok(())
        }
    }
}

const POSTGRES_ERASED: &[&str] = &[
    "VACUUM part",
    "VACUUM search_text",
    "VACUUM complaint",
    "VACUUM action",
    "VACUUM contact",
    "VACUUM person",
    "VACUUM person_word",
    "VACUUM file",
];

#[cfg(test)]
mod tests {
    use super::{check_postgres, check_sqlite};

    #[test]
    fn an_sqlite_that_can_damage_its_log_is_refused() {
        assert!(check_sqlite("3.51.2").is_err());
        assert!(check_sqlite("3.40.1").is_err());
        assert!(check_sqlite("3.51.3").is_ok());
        assert!(check_sqlite("3.52.0").is_ok());
    }

    #[test]
    fn a_postgresql_that_sorts_by_a_language_is_refused() {
        let why = check_postgres("en_GB.UTF-8", "UTF8", 150_000).unwrap_err();
        assert!(why.to_string().contains("LOCALE 'C'"), "{why}");
        assert!(check_postgres("C", "SQL_ASCII", 150_000).is_err());
        assert!(check_postgres("C", "UTF8", 130_000).is_err());
        assert!(check_postgres("C", "UTF8", 150_018).is_ok());
    }
}
