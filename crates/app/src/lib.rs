//! The program: the counter, the pages, the clockwork and the command line.

pub mod cli;
pub mod comparison;
pub mod config;
pub mod content;
pub mod demo;
pub mod desk;
pub mod mail;
pub mod paper;
pub mod rehearsal;
pub mod web;
pub mod what_if;
pub mod words;
pub mod worker;
