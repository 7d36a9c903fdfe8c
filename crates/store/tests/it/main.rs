//! The records room on both databases.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking, its helpers too"
)]

mod accounts;
mod backups;
mod dispatch;
mod drafts;
mod erasing;
mod house;
mod lists;
mod mail_out;
mod portal;
mod record;
mod rooms;
mod trouble;
mod verifying;
mod writers;
