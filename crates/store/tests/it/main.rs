//! The records room on both databases.

mod accounts;
mod backups;
mod erasing;
mod house;
mod lists;
mod record;
mod rooms;
mod verifying;
mod writers;
