//! One way to speak to either database: the same statement, the same binding, the same row.

mod open;

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use sqlx::{PgPool, Postgres, SqlSafeStr, Sqlite, SqlitePool, Transaction};
use tempfile::TempDir;

use crate::Error;
use crate::dialect::{self, Kind};
use crate::row::{Cells, Row, Value, bind_postgres, bind_sqlite, table_of};

/// The database. Cheap to clone; all clones share the same connections.
#[derive(Clone)]
pub struct Db {
    pub(crate) pools: Pools,
    /// The folder of a database that is to vanish with the program.
    _vanishing: Option<Arc<TempDir>>,
    statements: Statements,
}

/// How many statements were sent to a database since it was opened.
#[derive(Clone, Default)]
pub(crate) struct Statements(Arc<AtomicU64>);

impl Statements {
    fn one_more(&self) {
        self.0.fetch_add(1, Ordering::Relaxed);
    }
}

#[derive(Clone)]
pub(crate) enum Pools {
    /// One connection writes, the others read: writers queue here and never see "locked".
    Sqlite {
        writer: SqlitePool,
        readers: SqlitePool,
    },
    Postgres(PgPool),
}

/// A transaction. Dropping it without [`Tx::commit`] leaves nothing behind.
pub struct Tx {
    pub(crate) inner: Inner,
    statements: Statements,
}

pub(crate) enum Inner {
    Sqlite(Transaction<'static, Sqlite>),
    Postgres(Transaction<'static, Postgres>),
}

/// Where a question is asked: among what is committed, or inside a transaction.
pub enum Source<'a> {
    /// Committed rows.
    Db(&'a Db),
    /// Rows as a transaction sees them.
    Tx(&'a mut Tx),
}

impl<'a> From<&'a Db> for Source<'a> {
    fn from(db: &'a Db) -> Self {
        Self::Db(db)
    }
}

impl<'a> From<&'a mut Tx> for Source<'a> {
    fn from(tx: &'a mut Tx) -> Self {
        Self::Tx(tx)
    }
}

impl Db {
    /// Begins to write. On SQLite this waits for the writer before; on PostgreSQL, rows wait.
    pub async fn begin(&self) -> Result<Tx, Error> {
        let inner = match &self.pools {
            Pools::Sqlite { writer, .. } => {
                Inner::Sqlite(writer.begin_with("BEGIN IMMEDIATE").await?)
            }
            Pools::Postgres(pool) => Inner::Postgres(pool.begin().await?),
        };
        Ok(Tx { inner, statements: self.statements.clone() })
    }

    /// Begins to read: all questions see the database as it is at this moment.
    pub async fn snapshot(&self) -> Result<Tx, Error> {
        let inner = match &self.pools {
            Pools::Sqlite { readers, .. } => Inner::Sqlite(readers.begin().await?),
            Pools::Postgres(pool) => Inner::Postgres(
                pool.begin_with("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY").await?,
            ),
        };
        Ok(Tx { inner, statements: self.statements.clone() })
    }

    /// Whether the database answers.
    pub async fn ping(&self) -> Result<(), Error> {
        self.all("SELECT version FROM schema_version LIMIT 1", &[]).await.map(drop)
    }

    /// How many statements were sent since it was opened: what two ways of asking cost is held
    /// against each other by it, where a clock would say something else each time.
    pub fn statements(&self) -> u64 {
        self.statements.0.load(Ordering::Relaxed)
    }

    /// Looks at what is in the tables, so that lists stay quick while they grow; once an hour will
    /// do. Opening a database does it too.
    pub async fn take_stock(&self) -> Result<(), Error> {
        dialect::take_stock(self).await
    }

    /// The database's name, for the health page.
    pub fn kind(&self) -> &'static str {
        match &self.pools {
            Pools::Sqlite { .. } => "SQLite",
            Pools::Postgres(_) => "PostgreSQL",
        }
    }

    /// Closes all connections after what is running on them.
    pub async fn close(&self) {
        match &self.pools {
            Pools::Sqlite { writer, readers } => {
                readers.close().await;
                writer.close().await;
            }
            Pools::Postgres(pool) => pool.close().await,
        }
    }

    pub(crate) async fn all(
        &self,
        sql: impl SqlSafeStr,
        values: &[Value],
    ) -> Result<Vec<Row>, Error> {
        check(values)?;
        self.statements.one_more();
        let sql = sql.into_sql_str();
        let table = table_of(sql.as_str());
        match &self.pools {
            Pools::Sqlite { readers, .. } => bind_sqlite(sqlx::query(sql), values)
                .fetch_all(readers)
                .await
                .map(|rows| lite(rows, &table)),
            Pools::Postgres(pool) => bind_postgres(sqlx::query(sql), values)
                .fetch_all(pool)
                .await
                .map(|rows| post(rows, &table)),
        }
        .map_err(Error::from)
    }
}

impl Tx {
    /// Makes it so. An error here means that nobody knows whether it was saved.
    pub async fn commit(self) -> Result<(), Error> {
        match self.inner {
            Inner::Sqlite(tx) => tx.commit().await,
            Inner::Postgres(tx) => tx.commit().await,
        }
        .map_err(|why| match Error::from(why) {
            Error::Busy => Error::Busy,
            other => Error::Unknown { what: other.to_string() },
        })
    }

    /// Leaves everything as it was, and waits until that is done.
    pub async fn roll_back(self) -> Result<(), Error> {
        match self.inner {
            Inner::Sqlite(tx) => tx.rollback().await,
            Inner::Postgres(tx) => tx.rollback().await,
        }
        .map_err(Error::from)
    }

    pub(crate) async fn all(
        &mut self,
        sql: impl SqlSafeStr,
        values: &[Value],
    ) -> Result<Vec<Row>, Error> {
        check(values)?;
        self.statements.one_more();
        let sql = sql.into_sql_str();
        let table = table_of(sql.as_str());
        match &mut self.inner {
            Inner::Sqlite(tx) => bind_sqlite(sqlx::query(sql), values)
                .fetch_all(&mut **tx)
                .await
                .map(|rows| lite(rows, &table)),
            Inner::Postgres(tx) => bind_postgres(sqlx::query(sql), values)
                .fetch_all(&mut **tx)
                .await
                .map(|rows| post(rows, &table)),
        }
        .map_err(Error::from)
    }

    pub(crate) async fn one(
        &mut self,
        sql: impl SqlSafeStr,
        values: &[Value],
    ) -> Result<Option<Row>, Error> {
        Ok(self.all(sql, values).await?.into_iter().next())
    }

    /// Runs a statement that changes rows, and says how many.
    pub(crate) async fn run(
        &mut self,
        sql: impl SqlSafeStr,
        values: &[Value],
    ) -> Result<u64, Error> {
        check(values)?;
        self.statements.one_more();
        let sql = sql.into_sql_str();
        match &mut self.inner {
            Inner::Sqlite(tx) => bind_sqlite(sqlx::query(sql), values)
                .execute(&mut **tx)
                .await
                .map(|done| done.rows_affected()),
            Inner::Postgres(tx) => bind_postgres(sqlx::query(sql), values)
                .execute(&mut **tx)
                .await
                .map(|done| done.rows_affected()),
        }
        .map_err(Error::from)
    }
}

impl Source<'_> {
    pub(crate) fn kind(&self) -> Kind {
        match self {
            Self::Db(db) => match &db.pools {
                Pools::Sqlite { .. } => Kind::Sqlite,
                Pools::Postgres(_) => Kind::Postgres,
            },
            Self::Tx(tx) => match &tx.inner {
                Inner::Sqlite(_) => Kind::Sqlite,
                Inner::Postgres(_) => Kind::Postgres,
            },
        }
    }

    pub(crate) async fn all(
        &mut self,
        sql: impl SqlSafeStr,
        values: &[Value],
    ) -> Result<Vec<Row>, Error> {
        match self {
            Self::Db(db) => db.all(sql, values).await,
            Self::Tx(tx) => tx.all(sql, values).await,
        }
    }

    pub(crate) async fn one(
        &mut self,
        sql: impl SqlSafeStr,
        values: &[Value],
    ) -> Result<Option<Row>, Error> {
        Ok(self.all(sql, values).await?.into_iter().next())
    }
}

impl Tx {
    /// Runs the statements of a schema step.
    pub(crate) async fn script(&mut self, text: &'static str) -> Result<(), Error> {
        match &mut self.inner {
            Inner::Sqlite(tx) => sqlx::raw_sql(text).execute(&mut **tx).await.map(drop),
            Inner::Postgres(tx) => sqlx::raw_sql(text).execute(&mut **tx).await.map(drop),
        }
        .map_err(Error::from)
    }
}

fn check(values: &[Value]) -> Result<(), Error> {
    values.iter().try_for_each(Value::check)
}

fn lite(rows: Vec<sqlx::sqlite::SqliteRow>, table: &Arc<str>) -> Vec<Row> {
    rows.into_iter()
        .map(|row| Row { cells: Cells::Sqlite(row), table: Arc::clone(table) })
        .collect()
}

fn post(rows: Vec<sqlx::postgres::PgRow>, table: &Arc<str>) -> Vec<Row> {
    rows.into_iter()
        .map(|row| Row { cells: Cells::Postgres(row), table: Arc::clone(table) })
        .collect()
}

impl fmt::Debug for Db {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Db({})", self.kind())
    }
}

impl fmt::Debug for Tx {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Tx")
    }
}
