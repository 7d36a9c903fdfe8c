//! The resident's side of the records: the codes on letters and what they open, complaints half
//! told, papers that wait for the post. None of it is part of the record of a case.

pub mod codes;
pub mod intake;
pub mod links;
pub mod papers;
pub mod sessions;
pub mod tries;
