//! The rules of complaint handling. Pure: no clock, database, network, environment or randomness.
//!
//! Rooms are named for the chapters of a complaint's life. [`decide::decide`] answers what may
//! happen next, [`fold::fold`] rebuilds a complaint from what happened, and [`clock::clocks`] says
//! which promises run. Everything else serves those three.

pub mod behaviour;
pub mod calendar;
pub mod check;
pub mod clearance;
pub mod clock;
pub mod closing;
pub mod command;
pub mod complaint;
pub mod decide;
pub mod definition;
pub mod escalation;
pub mod event;
pub mod fold;
pub mod ids;
pub mod intake;
pub mod investigation;
pub mod named;
pub mod ombudsman;
pub mod permission;
pub mod person;
pub mod personal;
pub mod policy;
pub mod post;
pub mod refusal;
pub mod remedy;
pub mod request;
pub mod response;
pub mod rules;
pub mod vocabulary;
pub mod warning;
pub mod writing;
