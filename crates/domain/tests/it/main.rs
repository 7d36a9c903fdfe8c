//! The rules, tried from outside: one binary, a file or folder for each room.
#![cfg(test)]

mod answering;
mod behaviour;
mod calendar;
mod checker;
mod clearance;
mod clocks;
mod coming_in;
mod date_moves;
mod declining;
mod derby_homes;
mod derive_feedback;
mod ending;
mod event_names;
mod extension;
mod floor;
mod floor_properties;
mod going_on;
mod golden;
mod guide;
mod independence;
mod looking_into_it;
mod named;
mod ombudsman;
mod one_housing;
mod packs;
mod permission;
mod points;
mod post;
mod properties;
mod putting_right;
mod requests;
mod story;
mod understanding;
mod wdh;
