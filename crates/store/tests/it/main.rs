//! The records room on both databases.

mod record;
mod rooms;
