//! Reading a pack from TOML, with errors that point to the line and column.

use std::fmt;

use crate::policy::Pack;

/// Why a pack could not be read.
#[derive(Clone, Debug, PartialEq)]
pub struct PackError {
    /// What is wrong, in a sentence.
    pub message: String,
    /// Where in the text, counted in bytes, where that is known.
    pub span: Option<std::ops::Range<usize>>,
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
    for (place, clause) in clauses(&pack) {
        if clause.trim().is_empty() {
            let message = format!("{place} names no clause: say where the policy has it");
            return Err(at(
                text,
                &message,
                text.find("clause = \"\"").map(|start| start..start + 6),
            ));
        }
    }
    for (index, ground) in pack.grounds.iter().enumerate() {
        if pack.grounds.iter().take(index).any(|earlier| earlier.id == ground.id) {
            let message = format!("the ground {:?} stands twice", ground.id);
            return Err(at(text, &message, None));
        }
    }
    Ok(pack)
}

fn clauses(pack: &Pack) -> Vec<(String, &str)> {
    let mut found = vec![
        ("the age limit".to_owned(), pack.age.clause.as_str()),
        ("escalation".to_owned(), pack.escalation.clause.as_str()),
        ("closing".to_owned(), pack.closing.clause.as_str()),
        ("the findings".to_owned(), pack.findings.clause.as_str()),
    ];
    for (name, terms) in [("stage 1", &pack.stage_1), ("stage 2", &pack.stage_2)] {
        found.push((format!("the acknowledgement of {name}"), &terms.acknowledgement.clause));
        found.push((format!("the response of {name}"), &terms.response.clause));
        if let Some(extension) = &terms.extension {
            found.push((format!("the extension of {name}"), &extension.clause));
        }
    }
    for ground in &pack.grounds {
        found.push((format!("the ground {:?}", ground.id), &ground.clause));
    }
    for reading in &pack.readings {
        found.push((format!("a reading in chapter {:?}", reading.chapter), &reading.clause));
    }
    found
}

fn at(text: &str, message: &str, span: Option<std::ops::Range<usize>>) -> PackError {
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
