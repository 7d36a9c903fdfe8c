//! Killed with signal 9 at a write or a sync: whatever was confirmed is there afterwards.

use std::collections::HashMap;
use std::fs;
use std::path::Path;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use redress_testkit::fault::program::{Program, Watch, copy};

use crate::clerk::{Clerk, Noting, office};
use crate::{evidence, program, strace_is_here, tries};

/// Calls that the clerk takes in each run, if the program lives.
const CALLS: usize = 6;

#[test]
fn a_confirmed_command_outlives_a_kill_at_any_write() {
    if !strace_is_here() {
        return;
    }
    let tries = tries(12, 100);
    let (killed, losses) = trial(tries, Noting::WhenConfirmed);
    assert_eq!(losses, [""; 0]);
    assert!(
        tries / 2 < killed,
        "only {killed} of {tries} runs were killed: the trial shows little"
    );
}

#[test]
fn a_command_noted_before_it_is_confirmed_is_found_missing() {
    if !strace_is_here() {
        return;
    }
    let (_, losses) = trial(24, Noting::WhenSent);
    assert!(!losses.is_empty(), "the trial cannot see a loss");
}

/// Runs the program `tries` times, killed each time at another boundary. Gives how often it was killed, and what
/// was lost.
fn trial(tries: usize, noting: Noting) -> (usize, Vec<String>) {
    let boundaries = boundaries();
    let (killed, losses) = (AtomicUsize::new(0), Mutex::new(Vec::new()));
    let next = AtomicUsize::new(0);
    let run = || {
        loop {
            let n = next.fetch_add(1, Ordering::Relaxed);
            if tries <= n {
                break;
            }
            let (call, when) = boundaries[n * boundaries.len() / tries];
            let (died, lost) = one(call, when, noting, n.is_multiple_of(10));
            killed.fetch_add(usize::from(died), Ordering::Relaxed);
            let at = lost.into_iter().map(|what| format!("{call} {when}: {what}"));
            losses.lock().expect("no panic").extend(at);
        }
    };
    thread::scope(|scope| {
        scope.spawn(run);
        scope.spawn(run);
    });
    (killed.into_inner(), losses.into_inner().expect("no panic"))
}

/// One run: killed at the `when`th `call`, unless it ends before. Then the record is read; where `again`, by the
/// program started once more as well.
fn one(call: &'static str, when: usize, noting: Noting, again: bool) -> (bool, Vec<String>) {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().join("data");
    copy(office(), &data);
    let mut noted = Vec::new();
    let watch = Watch::KillAt { call, when };
    let mut died = true;
    if let Some(program) = Program::start(program(), "serve", &data, &[], &watch) {
        let mut clerk = Clerk::at_work(&program);
        died = !(0..CALLS)
            .all(|n| clerk.take_call(&format!("call-{call}-{when}-{n}"), noting, &mut noted));
        program.stop();
    }
    let mut lost = evidence::faults_in(&data, &noted);
    if again && lost.is_empty() {
        let program = Program::start(program(), "serve", &data, &[], &Watch::Nobody)
            .expect("it starts again");
        let mut clerk = Clerk::at_work(&program);
        let mut more = Vec::new();
        if !clerk.take_call("call-afterwards", Noting::WhenConfirmed, &mut more) {
            lost.push("the program started again takes no call".into());
        }
        program.stop();
    }
    (died, lost)
}

/// Every write and every sync that a run with all its calls makes, after the program has started.
fn boundaries() -> Vec<(&'static str, usize)> {
    let folder = tempfile::tempdir().expect("a folder");
    let (data, log) = (folder.path().join("data"), folder.path().join("log"));
    copy(office(), &data);
    let watch = Watch::Count(log.clone());
    let program = Program::start(program(), "serve", &data, &[], &watch).expect("it starts");
    let started = counts(&log);
    let mut clerk = Clerk::at_work(&program);
    for n in 0..CALLS {
        assert!(
            clerk.take_call(&format!("call-{n}"), Noting::WhenConfirmed, &mut Vec::new()),
            "a call is taken"
        );
    }
    let worked = counts(&log);
    program.stop();
    let seen = started.into_iter().zip(worked);
    let all: Vec<_> = seen
        .flat_map(|((call, before), (_, after))| (before + 1..=after).map(move |when| (call, when)))
        .collect();
    assert!(
        all.iter().any(|(call, _)| *call == "pwrite64"),
        "no write seen while the clerk worked"
    );
    assert!(all.iter().any(|(call, _)| *call != "pwrite64"), "no sync seen while the clerk worked");
    all
}

/// How often the busiest thread wrote and synced so far: the one that writes the record. SQLite may be built with
/// either way to sync.
fn counts(log: &Path) -> [(&'static str, usize); 3] {
    let log = fs::read_to_string(log).expect("what strace counted");
    ["pwrite64", "fsync", "fdatasync"].map(|call| {
        let mut threads = HashMap::<&str, usize>::new();
        let begun = format!(" {call}(");
        for line in log.lines().filter(|line| line.contains(&begun)) {
            *threads.entry(line.split(' ').next().unwrap_or_default()).or_default() += 1;
        }
        (call, threads.into_values().max().unwrap_or_default())
    })
}
