//! The rules, tried from outside: one binary, a file or folder for each room.
#![expect(clippy::unwrap_used, reason = "a helper of a test that cannot go on may stop it")]

mod calendar;
mod packs;
