//! E-mail as it arrived: bytes in, what it is out. Nothing here asks a clock, a network or the
//! records, so that whatever somebody sends can be tried against it.

pub mod files;
pub mod kind;
pub mod limits;
pub mod read;
pub mod sender;
pub mod text;
