//! The rehearsal room: what tests on either database share, and the fault trials.

pub mod fault;
pub mod sink;
pub mod world;
