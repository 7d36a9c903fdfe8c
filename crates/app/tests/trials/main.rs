//! Fault trials around the real program: killed at its writes, a power cut, the same form sent twice.
//!
//! Plain `cargo test` tries a few moments of each kind; `cargo xtask test` sets `REDRESS_TRIALS` to the
//! number that the project promises. Each trial has a control: the same trial with the protection taken
//! away must find the loss, otherwise it proves nothing.
#![cfg(test)]

mod clerk;
mod drafts;
mod evidence;
mod killed;
mod poison;
mod post;
mod power;
mod server;
mod twice;

use std::path::{Path, PathBuf};

/// The program as it is built for these tests.
fn program() -> &'static Path {
    Path::new(env!("CARGO_BIN_EXE_redress"))
}

/// How many moments a trial tries: `share` of what is set, or `few`.
fn tries(few: usize, share: usize) -> usize {
    setting("REDRESS_TRIALS").and_then(|n| n.parse::<usize>().ok()).map_or(few, |n| n * share / 100)
}

#[expect(clippy::disallowed_methods, reason = "the size of a trial is set from outside")]
fn setting(name: &str) -> Option<String> {
    std::env::var(name).ok()
}

/// True where strace is here. `cargo xtask test` installs it, or reports that these trials were not made.
fn strace_is_here() -> bool {
    let path = setting("PATH").unwrap_or_default();
    path.split(':').any(|folder| PathBuf::from(folder).join("strace").is_file())
}
