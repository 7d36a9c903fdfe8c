//! The tests of the print room.
#![cfg(test)]

mod batch;
mod emails;
mod every_policy;
mod faulty;
mod frozen;
mod may_leave;
mod pages;
mod paper;
mod policies;
mod tongues;
mod words;
mod words_long;
