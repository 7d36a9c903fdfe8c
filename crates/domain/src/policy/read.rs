//! Reading a pack from TOML, with errors that point to the line and column.

use std::collections::BTreeSet;
use std::fmt;
use std::ops::Range;

use jiff::civil::Date;
use serde::de::Error;
use serde::{Deserialize, Deserializer};
use toml::de::{DeTable, DeValue};

use crate::policy::Pack;

/// Tables in which every text is a clause.
const CLAUSES_ALONE: [&str; 2] = ["clauses", "letters"];

/// Where something stands in a text, counted in bytes.
type Place = Range<usize>;

/// Why a pack could not be read.
#[derive(Clone, Debug, PartialEq)]
pub struct PackError {
    /// What is wrong, in a sentence.
    pub message: String,
    /// Where in the text, counted in bytes, where that is known.
    pub span: Option<Range<usize>>,
    /// Line and column, counted from 1; 1 and 1 where the place is not known.
    pub line: usize,
    pub column: usize,
}

impl fmt::Display for PackError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "line {}, column {}: {}", self.line, self.column, self.message)
    }
}

impl std::error::Error for PackError {}

/// Reads a pack.
///
/// # Errors
/// Broken TOML, an unknown or missing key, a length such as "10 dyas", a clause left empty, or two
/// entries for one ground.
pub fn read(text: &str) -> Result<Pack, PackError> {
    let pack: Pack =
        toml::from_str(text).map_err(|error| at(text, error.message(), error.span()))?;
    let table =
        DeTable::parse(text).map_err(|error| at(text, error.message(), error.span()))?.into_inner();
    let mut blanks = Vec::new();
    blank_clauses(&table, "", false, &mut blanks);
    // A table keeps its keys by the alphabet; the reader goes from top to bottom.
    if let Some((key, span)) = blanks.into_iter().min_by_key(|(_, span)| span.start) {
        let message = format!("{key} is blank: write the clause that says so");
        return Err(at(text, &message, Some(span)));
    }
    if let Some((ground, span)) = ground_twice(&table) {
        return Err(at(text, &format!("the ground {ground:?} stands twice"), Some(span)));
    }
    Ok(pack)
}

/// Every clause left blank, by its dotted key. `all` says that each text of a table is a clause.
fn blank_clauses(table: &DeTable<'_>, path: &str, all: bool, found: &mut Vec<(String, Place)>) {
    for (key, value) in table {
        let name = key.get_ref().as_ref();
        let path = if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") };
        let clause = all || name == "beyond" || name == "clause" || name.ends_with("-clause");
        match value.get_ref() {
            DeValue::String(text) if clause && text.trim().is_empty() => {
                found.push((path, value.span()));
            }
            DeValue::Table(inner) => {
                blank_clauses(inner, &path, all || CLAUSES_ALONE.contains(&name), found);
            }
            DeValue::Array(list) => {
                for inner in list.iter().filter_map(|entry| entry.get_ref().as_table()) {
                    blank_clauses(inner, &path, all, found);
                }
            }
            _ => {}
        }
    }
}

/// The first ground that has an entry before it, and where it stands.
fn ground_twice(table: &DeTable<'_>) -> Option<(String, Place)> {
    let entries = table.get("ground")?.get_ref().as_array()?;
    let mut seen = BTreeSet::new();
    for entry in entries.iter() {
        let id = entry.get_ref().get("id")?;
        let name = id.get_ref().as_str()?;
        if !seen.insert(name.to_owned()) {
            return Some((name.to_owned(), id.span()));
        }
    }
    None
}

/// A day, as text or as a date of TOML's own.
#[derive(Deserialize)]
#[serde(untagged, expecting = "expected a date such as 2024-12-01")]
enum Day {
    Text(String),
    Own(toml::value::Datetime),
}

impl Day {
    fn date<E: Error>(self) -> Result<Date, E> {
        let text = match self {
            Self::Text(text) => text,
            Self::Own(date) => date.to_string(),
        };
        text.parse().map_err(|_| E::custom(format!("{text:?} is not a date such as 2024-12-01")))
    }
}

/// Reads a day of a pack.
///
/// # Errors
/// Anything that is no date of the calendar.
pub fn day<'de, D: Deserializer<'de>>(given: D) -> Result<Date, D::Error> {
    Day::deserialize(given)?.date()
}

/// The same, for a day that may be left out.
///
/// # Errors
/// Anything that is no date of the calendar.
pub fn maybe_day<'de, D: Deserializer<'de>>(given: D) -> Result<Option<Date>, D::Error> {
    Option::<Day>::deserialize(given)?.map(Day::date).transpose()
}

fn at(text: &str, message: &str, span: Option<Place>) -> PackError {
    let (line, column) = span.as_ref().map_or((1, 1), |span| place(text, span.start));
    PackError { message: message.to_owned(), span, line, column }
}

/// Line and column of a byte in a text, both counted from 1.
pub fn place(text: &str, byte: usize) -> (usize, usize) {
    let before = text.get(..byte).unwrap_or(text);
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or("").chars().count() + 1;
    (line, column)
}
