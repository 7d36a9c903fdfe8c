//! The records room on both databases.

mod lists;
mod record;
mod rooms;
