//! The tests of the print room.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that meets a surprise shall fail there and then"
)]

mod faulty;
mod may_leave;
mod pages;
mod paper;
mod words;
mod words_long;
