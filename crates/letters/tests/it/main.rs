//! The tests of the print room.
#![cfg(test)]

mod batch;
mod faulty;
mod may_leave;
mod pages;
mod paper;
mod words;
mod words_long;
