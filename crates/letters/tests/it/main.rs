//! The tests of the print room.

mod paper;
