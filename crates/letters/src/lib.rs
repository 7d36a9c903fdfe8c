//! The print room: facts in, bytes out. It looks nothing up and reads no clock.
//!
//! A letter is composed from plain facts ([`acknowledgement`], [`response`], …) into blocks
//! ([`letter::Letter`]), read by the checks ([`check`]) and rendered ([`render`]).

pub mod acknowledgement;
pub mod block;
mod bodies;
mod book;
pub mod check;
pub mod conduct;
pub mod course;
pub mod demands;
pub mod determination;
mod draft;
pub mod ending;
pub mod extension;
pub mod frame;
pub mod inquiry;
pub mod intake;
pub mod letter;
pub mod money;
pub mod ombudsman;
pub mod phrases;
pub mod refusal;
pub mod render;
pub mod response;
pub mod samples;
pub mod tongue;
pub mod update;
pub mod wording;
