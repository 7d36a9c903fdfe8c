//! The records room: everything the program keeps, and the only SQL in the house.
//!
//! The facts of a case are an append-only, hash-chained record ([`record`]); lists, diary and
//! search ([`lists`], [`search`]) can be rebuilt from it and are written in the same transaction.
//! SQLite and PostgreSQL run the same statements ([`db`]); what truly differs lives in one file.

pub mod absences;
pub mod access;
pub mod accounts;
pub mod automatic;
pub mod backup;
pub mod changes;
pub mod date_moves;
pub mod db;
pub mod details;
mod dialect;
pub mod dispatch;
pub mod doubtful;
pub mod drafts;
pub mod entropy;
mod error;
pub mod exceptional;
pub mod files;
pub mod lists;
pub mod mail;
pub mod mailboxes;
mod migrations;
pub mod outcome;
pub mod packs;
pub mod portal;
pub mod post_house;
pub mod record;
mod row;
mod scope;
pub mod search;
pub mod settings;
pub mod verify;

pub use db::{Db, Source, Tx};
pub use entropy::{Entropy, Stamp};
pub use error::Error;
pub use scope::Scope;
