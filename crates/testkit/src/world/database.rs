//! A schema of a test's own on a PostgreSQL server, and the hash of the password everybody has.

use std::process::{Command, Output};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU64, Ordering};

use redress::desk::accounts;

static NEXT: AtomicU64 = AtomicU64::new(1);

/// An empty schema that goes when the test ends.
pub(super) struct Schema {
    server: String,
    name: String,
    /// Where the program finds it.
    pub url: String,
}

impl Schema {
    /// None where no server is named.
    #[expect(clippy::disallowed_methods, reason = "the test run says whether a server is there")]
    pub fn new() -> Option<Schema> {
        let server = std::env::var("TEST_POSTGRES_URL").ok()?;
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let name = format!("w{}_{number}", std::process::id());
        psql(&server, &format!("DROP SCHEMA IF EXISTS {name} CASCADE"));
        psql(&server, &format!("CREATE SCHEMA {name}"));
        let mark = if server.contains('?') { '&' } else { '?' };
        let url = format!("{server}{mark}options=-c%20search_path%3D{name}");
        Some(Schema { server, name, url })
    }
}

impl Drop for Schema {
    fn drop(&mut self) {
        // A transaction that a test dropped a moment ago may still hold its locks, and whoever would
        // roll it back is this very thread. The cluster goes after the run, so what stays is no harm.
        let sql = format!("SET lock_timeout = '1s'; DROP SCHEMA IF EXISTS {} CASCADE", self.name);
        let _ = run(&self.server, &sql);
    }
}

fn psql(server: &str, sql: &str) {
    let done = run(server, sql);
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
}

fn run(server: &str, sql: &str) -> Output {
    Command::new("psql")
        .args(["--quiet", "--no-psqlrc", "--set", "ON_ERROR_STOP=1", "--command", sql, server])
        .output()
        .expect("psql comes with the PostgreSQL server that TEST_POSTGRES_URL names")
}

/// The hash of [`super::PASSWORD`], made once for all tests of a run.
pub(super) fn hash_of_password() -> String {
    static HASH: OnceLock<String> = OnceLock::new();
    HASH.get_or_init(|| accounts::hash(super::PASSWORD, b"sixteen bytes ok").unwrap()).clone()
}
