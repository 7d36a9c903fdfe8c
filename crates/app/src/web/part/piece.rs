//! A part already drawn, so that one part can stand inside another.

use std::fmt;

use askama::filters::HtmlSafe;

/// Markup of our own parts. There is no way to make one from a person's words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece(String);

impl Piece {
    /// Nothing at all.
    pub fn nothing() -> Piece {
        Piece(String::new())
    }

    /// Draws a part.
    pub fn of(part: impl HtmlSafe) -> Piece {
        Piece(part.to_string())
    }

    /// This, and another part after it.
    pub fn and(self, part: impl HtmlSafe) -> Piece {
        Piece(format!("{self}{part}"))
    }
}

impl fmt::Display for Piece {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl HtmlSafe for Piece {}
