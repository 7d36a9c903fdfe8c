//! Rehearsals: a case played from a file against a policy, on a pretend clock. The file obeys the
//! very rules that pages obey, because both go through the same decision.

pub mod diary;
mod end;
pub mod fault;
mod field;
mod letters;
pub mod pack;
pub mod play;
pub mod read;
pub mod script;
pub mod shown;
pub mod surprise;

pub use fault::Fault;
pub use play::play;
pub use read::read;
pub use script::Script;
