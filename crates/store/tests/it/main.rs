//! The records room on both databases.

mod accounts;
mod house;
mod lists;
mod record;
mod rooms;
