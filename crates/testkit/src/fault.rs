//! Fault trials: the real program is killed at its writes, and a disk loses what was not yet synced.
//!
//! strace writes down what the program asks of the kernel ([`trace`]), and a model of a disk plays
//! that back up to a moment at which the power fails ([`disk`]). No kernel module and no unsafe code
//! is needed, and a run can be repeated from its seed.

pub mod chance;
pub mod disk;
pub mod program;
pub mod trace;
pub mod visitor;
