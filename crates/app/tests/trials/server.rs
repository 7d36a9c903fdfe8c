//! The record on PostgreSQL: our process killed at a message to the server, and the server's own
//! processes for us ended while the clerk works. Whatever was confirmed is there afterwards.
//!
//! The server's processes are ended with `pg_terminate_backend`, one or all: killed with signal 9,
//! they would take every other test's connections with them.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use redress_testkit::fault::program::{Program, Watch};
use redress_testkit::fault::visitor::Visitor;

use crate::clerk::{Clerk, Noting, filled, found};
use crate::{evidence, program, setting, strace_is_here, tries};

/// Calls that the clerk takes in each run, if the program lives.
const CALLS: usize = 6;

/// A database of the trial's own, with a landlord in it and the clerk signed in.
struct Office {
    server: String,
    name: String,
    url: String,
    folder: tempfile::TempDir,
    visitor: Visitor,
}

impl Office {
    /// None where no server is named.
    fn new(name: &str) -> Option<Office> {
        let server = setting("TEST_POSTGRES_URL")?;
        let name = format!("{name}_{}", std::process::id());
        psql(&server, &format!("CREATE DATABASE {name} TEMPLATE template0"));
        let plain = server.split('?').next().unwrap_or(&server);
        let (place, _) = plain.rsplit_once('/').expect("an address that names a database");
        let url = format!("{place}/{name}");
        let folder = tempfile::tempdir().expect("a folder");
        let visitor = found(&folder.path().join("data"), &url);
        Some(Office { server, name, url, folder, visitor })
    }

    fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    fn start(&self, watch: &Watch) -> Option<Program> {
        Program::start(program(), "serve", &self.data(), &["--database", &self.url], watch)
    }

    /// What is wrong with the record, and what of `noted` is not there.
    fn faults(&self, noted: &[String]) -> Vec<String> {
        evidence::faults(&self.url, &self.data().join("files"), noted)
    }

    /// Ends the server's processes for this database.
    fn end_backends(&self) {
        let all = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname";
        psql(&self.server, &format!("{all} = '{}'", self.name));
    }

    /// Runs the program, killed at the `when`th message that its busiest thread sends. True where it died.
    fn killed(&self, when: usize, noting: Noting, noted: &mut Vec<String>) -> bool {
        let watch = Watch::KillAt { call: "sendto", when };
        let Some(program) = self.start(&watch) else { return true };
        let mut clerk = Clerk::known_as(&self.visitor, &program);
        let from = noted.len();
        let lived =
            (0..CALLS).all(|n| clerk.take_call(&format!("died-{when}-{from}-{n}"), noting, noted));
        program.stop();
        !lived
    }
}

impl Drop for Office {
    fn drop(&mut self) {
        psql(&self.server, &format!("DROP DATABASE IF EXISTS {} WITH (FORCE)", self.name));
    }
}

fn psql(server: &str, sql: &str) {
    let done = Command::new("psql")
        .args(["--quiet", "--no-psqlrc", "--set", "ON_ERROR_STOP=1", "--command", sql, server])
        .output()
        .expect("psql runs");
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
}

#[test]
fn on_postgresql_a_confirmed_command_outlives_a_kill_at_any_message() {
    if !strace_is_here() {
        return;
    }
    let Some(office) = Office::new("killed") else { return };
    let (before, after) = messages(&office);
    let tries = tries(6, 100);
    let (mut noted, mut died) = (Vec::new(), 0);
    for n in 0..tries {
        let when = before + 1 + n * (after - before) / tries;
        died += usize::from(office.killed(when, Noting::WhenConfirmed, &mut noted));
        if n % 10 == 9 {
            assert_eq!(office.faults(&noted), [""; 0], "after message {when}");
        }
    }
    assert_eq!(office.faults(&noted), [""; 0]);
    // Requests move between threads, so a run may end before its thread has sent so many.
    assert!(tries / 4 < died, "only {died} of {tries} runs were killed: the trial shows little");
    assert!(!noted.is_empty(), "nothing was confirmed before a kill: the trial shows nothing");
}

#[test]
fn on_postgresql_a_command_noted_before_it_is_confirmed_is_found_missing() {
    if !strace_is_here() {
        return;
    }
    let Some(office) = Office::new("early") else { return };
    let (before, after) = messages(&office);
    let mut noted = Vec::new();
    for n in 0..12 {
        let when = before + 1 + n * (after - before) / 24;
        office.killed(when, Noting::WhenSent, &mut noted);
    }
    assert!(!office.faults(&noted).is_empty(), "the trial cannot see a loss");
}

#[test]
fn on_postgresql_a_confirmed_command_outlives_the_end_of_the_servers_processes() {
    let Some(office) = Office::new("ended") else { return };
    let mut noted = Vec::new();
    let mut declined = 0;
    let rounds = tries(20, 100);
    let program = office.start(&Watch::Nobody).expect("it starts");
    let over = AtomicBool::new(false);
    thread::scope(|scope| {
        scope.spawn(|| {
            let mut pause = 0;
            while !over.load(Ordering::Relaxed) {
                pause = (pause + 37) % 101;
                thread::sleep(Duration::from_millis(20 + pause));
                office.end_backends();
            }
        });
        let mut clerk = Clerk::known_as(&office.visitor, &program);
        for n in 0..rounds {
            let marker = format!("ended-{n}-of");
            match confirmed(&mut clerk, &marker) {
                true => noted.push(marker),
                false => declined += 1,
            }
        }
        over.store(true, Ordering::Relaxed);
    });
    assert!(!noted.is_empty(), "nothing was confirmed: the trial shows nothing");
    assert!(0 < declined, "nothing was ever cut off: the trial shows nothing");
    let mut clerk = Clerk::known_as(&office.visitor, &program);
    // What stood in the pool when the last of them ended is let go at the first tries.
    let back = (0..20).any(|n| confirmed(&mut clerk, &format!("afterwards-{n}")));
    assert!(back, "the program takes calls again");
    program.stop();
    assert_eq!(office.faults(&noted), [""; 0]);
}

/// Whether a call was confirmed. Whatever else is answered, it is never a wrong success.
fn confirmed(clerk: &mut Clerk, marker: &str) -> bool {
    let Ok(form) = clerk.blank() else { return false };
    if form.status != 200 {
        return false;
    }
    match clerk.send(&filled(&form, marker)) {
        Ok(answer) => {
            let to = answer.location.unwrap_or_default();
            answer.status == 303 && to.starts_with("/complaints/")
        }
        Err(_) => false,
    }
}

/// How many messages the busiest thread sends until the program has started, and with all its calls.
fn messages(office: &Office) -> (usize, usize) {
    let log = office.folder.path().join("log");
    let program = office.start(&Watch::Count(log.clone())).expect("it starts");
    let started = busiest(&log);
    let mut clerk = Clerk::known_as(&office.visitor, &program);
    for n in 0..CALLS {
        let marker = format!("counted-{n}");
        assert!(
            clerk.take_call(&marker, Noting::WhenConfirmed, &mut Vec::new()),
            "a call is taken"
        );
    }
    program.stop();
    let worked = busiest(&log);
    assert!(started < worked, "no message seen while the clerk worked");
    (started, worked)
}

fn busiest(log: &Path) -> usize {
    let log = fs::read_to_string(log).expect("what strace counted");
    let mut threads = HashMap::<&str, usize>::new();
    for line in log.lines().filter(|line| line.contains(" sendto(")) {
        *threads.entry(line.split(' ').next().unwrap_or_default()).or_default() += 1;
    }
    threads.into_values().max().unwrap_or_default()
}
