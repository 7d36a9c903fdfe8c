//! The tests of the print room.

mod faulty;
mod may_leave;
mod pages;
mod paper;
mod words;
