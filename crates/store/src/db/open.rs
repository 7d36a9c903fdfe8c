//! Opening a database by its address, and refusing those the program would not be safe on.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use sqlx::Connection;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use tempfile::TempDir;

use super::{Db, Pools, Statements};
use crate::{Error, dialect, migrations};

/// How long a writer waits for those before it, and a reader for a free connection.
const PATIENCE: Duration = Duration::from_secs(10);
/// How often, and after what pause, opening is tried again while another copy is at it.
const TRIES: u32 = 100;
const PAUSE: Duration = Duration::from_millis(100);
const READERS: u32 = 8;
const POSTGRES_CONNECTIONS: u32 = 16;

impl Db {
    /// Opens the database at `url` and brings its schema up to date.
    ///
    /// `sqlite:PATH` is a file, made if it is not there. `sqlite::memory:` lives as long as the
    /// program does (a file in a folder of its own that vanishes, so that it behaves like any
    /// other). `postgres://...` is a server, whose database must sort as C does.
    pub async fn open(url: &str) -> Result<Self, Error> {
        let mut tries = 0;
        let db = loop {
            match Self::ready(url).await {
                // Another copy makes the same new file ready, where SQLite does not wait by itself.
                Err(Error::Busy) if tries < TRIES => {
                    tries += 1;
                    tokio::time::sleep(PAUSE).await;
                }
                ready => break ready?,
            }
        };
        // It only makes lists quicker; a full disk must not keep anybody from reading.
        let _ = dialect::take_stock(&db).await;
        Ok(db)
    }

    async fn ready(url: &str) -> Result<Self, Error> {
        let db = Self::connect(url).await?;
        migrations::migrate(&db).await?;
        Ok(db)
    }

    /// The same with the schema as it is found, if there is one.
    pub(crate) async fn connect(url: &str) -> Result<Self, Error> {
        let db = if url == "sqlite::memory:" {
            let folder = tempfile::Builder::new()
                .prefix("redress-")
                .tempdir()
                .map_err(|why| Error::disk("making a folder", &why))?;
            let path = folder.path().join("redress.db");
            // Nothing of it outlives the program, so nothing need be waited for.
            sqlite(&path, SqliteSynchronous::Off, Some(folder)).await?
        } else if let Some(path) = url.strip_prefix("sqlite:") {
            sqlite(Path::new(path.trim_start_matches("//")), SqliteSynchronous::Full, None).await?
        } else if url.starts_with("postgres:") || url.starts_with("postgresql:") {
            postgres(url).await?
        } else {
            let what = "the database address must begin with sqlite: or postgres:".to_owned();
            return Err(Error::Unsupported { what });
        };
        dialect::check_server(&db).await?;
        let found = dialect::schema(&db).await?;
        if migrations::newest() < found {
            return Err(Error::NewerSchema { found, known: migrations::newest() });
        }
        Ok(db)
    }
}

async fn sqlite(
    path: &Path,
    synchronous: SqliteSynchronous,
    vanishing: Option<TempDir>,
) -> Result<Db, Error> {
    let options = SqliteConnectOptions::new()
        .filename(path)
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(synchronous)
        .foreign_keys(true)
        .busy_timeout(PATIENCE)
        .pragma("secure_delete", "ON")
        .pragma("temp_store", "MEMORY")
        .pragma("cell_size_check", "ON");
    let writer = SqlitePoolOptions::new()
        .max_connections(1)
        .acquire_timeout(PATIENCE)
        .idle_timeout(None)
        .max_lifetime(None)
        // A full disk ends a transaction on SQLite's side only, and the driver goes on believing
        // in it: such a connection would never write again, so it is replaced.
        .before_acquire(|connection, _| {
            Box::pin(async move { Ok(!connection.is_in_transaction()) })
        })
        .connect_with(options.clone())
        .await?;
    let readers = SqlitePoolOptions::new()
        .max_connections(READERS)
        .acquire_timeout(PATIENCE)
        .connect_lazy_with(options.pragma("query_only", "ON"));
    let _vanishing = vanishing.map(Arc::new);
    Ok(Db {
        pools: Pools::Sqlite { writer, readers },
        _vanishing,
        statements: Statements::default(),
    })
}

async fn postgres(url: &str) -> Result<Db, Error> {
    let options: PgConnectOptions = url.parse()?;
    let pool = PgPoolOptions::new()
        .max_connections(POSTGRES_CONNECTIONS)
        .acquire_timeout(PATIENCE)
        .connect_with(options.application_name("redress"))
        .await?;
    Ok(Db { pools: Pools::Postgres(pool), _vanishing: None, statements: Statements::default() })
}
