//! The program: the counter, the pages, the clockwork and the command line.

pub mod web;
