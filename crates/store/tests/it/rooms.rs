//! A records room for a test, on each database there is: SQLite always, PostgreSQL where
//! `TEST_POSTGRES_URL` names a server that may be written to.

use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};

use jiff::Timestamp;
use jiff::civil::{Date, date};
use redress_store::record::{self, Append, Appended, NewEntry};
use redress_store::{Db, Entropy, Error, Scope, Stamp};
use serde_json::{Value as Json, json};
use sqlx::{AssertSqlSafe, Connection, PgConnection, SqliteConnection};

/// A database of the test's own, and a folder beside it.
pub struct Room {
    pub db: Db,
    pub url: String,
    folder: tempfile::TempDir,
    by_hand: tokio::sync::Mutex<Option<Hand>>,
}

/// A connection past the program.
enum Hand {
    Sqlite(SqliteConnection),
    Postgres(PgConnection),
}

static NEXT: AtomicU64 = AtomicU64::new(1);

impl Room {
    async fn new(url: String, folder: tempfile::TempDir) -> Self {
        let by_hand = tokio::sync::Mutex::new(None);
        Self { db: Db::open(&url).await.unwrap(), url, folder, by_hand }
    }

    /// A folder that vanishes after the test.
    pub fn folder(&self) -> PathBuf {
        self.folder.path().to_owned()
    }

    pub fn is_sqlite(&self) -> bool {
        self.url.starts_with("sqlite:")
    }

    /// Runs a statement behind the program's back, as whoever owns the database could.
    pub async fn tamper(&self, sql: &str) -> u64 {
        self.try_tamper(sql).await.unwrap()
    }

    pub async fn try_tamper(&self, sql: &str) -> Result<u64, sqlx::Error> {
        let mut hand = self.by_hand.lock().await;
        if hand.is_none() {
            *hand = Some(Hand::of(&self.url).await);
        }
        hand.as_mut().unwrap().run(sql).await
    }

    /// Takes away what stops the program's own hand.
    pub async fn drop_guards(&self) {
        let on = if self.is_sqlite() { "" } else { " ON event" };
        self.tamper(&format!("DROP TRIGGER event_is_never_changed{on}")).await;
        if self.is_sqlite() {
            self.tamper("DROP TRIGGER event_is_never_deleted").await;
        }
    }

    /// One text out of the database, by a question of the test's own.
    pub async fn text(&self, sql: &str) -> String {
        self.texts(sql).await.remove(0)
    }

    pub async fn texts(&self, sql: &str) -> Vec<String> {
        let mut hand = self.by_hand.lock().await;
        if hand.is_none() {
            *hand = Some(Hand::of(&self.url).await);
        }
        hand.as_mut().unwrap().texts(sql).await
    }

    /// Every column of every table, as `table.column`.
    pub async fn columns(&self) -> Vec<String> {
        self.texts(if self.is_sqlite() {
            "SELECT t.name || '.' || c.name FROM sqlite_schema t, pragma_table_info(t.name) c \
             WHERE t.type = 'table'"
        } else {
            "SELECT CAST(table_name || '.' || column_name AS TEXT) \
             FROM information_schema.columns WHERE table_schema = current_schema()"
        })
        .await
    }

    /// Everything in every table of a PostgreSQL room.
    pub async fn dump(&self) -> String {
        let mut all = String::new();
        let tables = "SELECT CAST(table_name AS TEXT) FROM information_schema.tables \
             WHERE table_schema = current_schema()";
        for table in self.texts(tables).await {
            let rows = self.texts(&format!("SELECT CAST(t AS TEXT) FROM {table} t")).await;
            all.push_str(&rows.join("\n"));
        }
        let samples = "SELECT CAST(s AS TEXT) FROM pg_stats s WHERE schemaname = current_schema()";
        all.push_str(&self.texts(samples).await.join("\n"));
        all
    }

    pub async fn append(
        &self,
        stream: &str,
        expected: i64,
        facts: Json,
    ) -> Result<Appended, Error> {
        self.append_for(&rowan(), stream, expected, facts).await
    }

    pub async fn append_for(
        &self,
        scope: &Scope,
        stream: &str,
        expected: i64,
        facts: Json,
    ) -> Result<Appended, Error> {
        let mut entropy = fresh_entropy();
        let mut tx = self.db.begin().await?;
        let entries = vec![fact(facts)];
        let stamp = &mut Stamp { at: moment(), entropy: &mut entropy };
        let done =
            record::append(&mut tx, scope, Append { stream, expected, entries }, stamp).await?;
        tx.commit().await?;
        Ok(done)
    }
}

impl Hand {
    async fn of(url: &str) -> Self {
        match url.strip_prefix("sqlite:") {
            Some(path) => {
                let options = sqlx::sqlite::SqliteConnectOptions::new().filename(path);
                let options = options.pragma("secure_delete", "ON");
                Self::Sqlite(SqliteConnection::connect_with(&options).await.unwrap())
            }
            None => Self::Postgres(PgConnection::connect(url).await.unwrap()),
        }
    }

    async fn run(&mut self, sql: &str) -> Result<u64, sqlx::Error> {
        let query = sqlx::raw_sql(AssertSqlSafe(sql.to_owned()));
        match self {
            Self::Sqlite(hand) => query.execute(hand).await.map(|done| done.rows_affected()),
            Self::Postgres(hand) => query.execute(hand).await.map(|done| done.rows_affected()),
        }
    }

    async fn texts(&mut self, sql: &str) -> Vec<String> {
        let sql = AssertSqlSafe(sql.to_owned());
        match self {
            Self::Sqlite(hand) => sqlx::query_scalar(sql).fetch_all(hand).await,
            Self::Postgres(hand) => sqlx::query_scalar(sql).fetch_all(hand).await,
        }
        .unwrap()
    }
}

/// Plays the test in a fresh room of each kind.
pub fn on_each(test: impl AsyncFn(Room)) {
    let runtime =
        tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    runtime.block_on(async {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite:{}", folder.path().join("redress.db").display());
        test(Room::new(url, folder).await).await;
        if let Some(server) = postgres_server() {
            let (url, schema) = new_schema(&server).await;
            let folder = tempfile::tempdir().unwrap();
            test(Room::new(url, folder).await).await;
            Hand::of(&server).await.run(&format!("DROP SCHEMA {schema} CASCADE")).await.unwrap();
        }
    });
}

/// Another empty database beside the room's, of each kind.
pub async fn empty_urls(room: &Room) -> Vec<String> {
    let mut urls = vec![format!("sqlite:{}", room.folder().join("second.db").display())];
    if let Some(server) = postgres_server() {
        urls.push(new_schema(&server).await.0);
    }
    urls
}

#[expect(clippy::disallowed_methods, reason = "the test run says whether a server is there")]
pub fn postgres_server() -> Option<String> {
    std::env::var("TEST_POSTGRES_URL").ok()
}

async fn new_schema(server: &str) -> (String, String) {
    let schema = format!("t{}_{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
    let fresh = format!("DROP SCHEMA IF EXISTS {schema} CASCADE; CREATE SCHEMA {schema}");
    Hand::of(server).await.run(&fresh).await.unwrap();
    let mark = if server.contains('?') { '&' } else { '?' };
    (format!("{server}{mark}options=-c%20search_path%3D{schema}"), schema)
}

/// Entropy that no other call in this run draws from.
pub fn fresh_entropy() -> Entropy {
    Entropy::seeded(NEXT.fetch_add(1, Ordering::Relaxed))
}

pub fn rowan() -> Scope {
    Scope::of("rowan-homes")
}

pub fn heath() -> Scope {
    Scope::of("heath-housing")
}

pub fn moment() -> Timestamp {
    "2026-11-25T09:30:00.123456Z".parse().unwrap()
}

pub fn today() -> Date {
    date(2026, 11, 25)
}

/// A fact of no particular kind.
pub fn fact(facts: Json) -> NewEntry {
    NewEntry {
        kind: "resident-updated".to_owned(),
        happened_on: today(),
        actor: Some("anna".to_owned()),
        pack: Some("derive-2024@1".to_owned()),
        facts,
    }
}

pub fn said(words: &str) -> Json {
    json!({"text": {"$words": words}})
}
