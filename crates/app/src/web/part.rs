//! The pieces that pages are made of: fields, tags, tables, panels, and the frame around them.
//!
//! Each part is a small struct with a template of its own. It renders by itself, so a page's
//! template only names it: `{{ form.text("reason", "Why more time is needed") }}`.

pub mod cell;
pub mod check;
pub mod choices;
pub mod clock;
pub mod day;
pub mod errors;
pub mod field;
pub mod form;
pub mod frame;
pub mod letter;
pub mod list;
pub mod money;
pub mod notice;
pub mod pages;
pub mod piece;
pub mod reading;
pub mod said;
pub mod sent;
pub mod table;
pub mod tag;
pub mod text;

#[cfg(test)]
mod samples;
