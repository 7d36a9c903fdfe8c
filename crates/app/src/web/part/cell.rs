//! What may stand in a cell of a table or a row of a list.

use std::fmt;

use askama::Template;
use askama::filters::HtmlSafe;
use jiff::civil::Date;

use super::day;
use super::money;
use super::notice::Link;
use super::piece::Piece;
use super::said;

/// The inside of a cell.
#[derive(Clone, Debug, Template)]
#[template(path = "part/cell.html")]
pub enum Cell {
    /// Words of ours, or any text.
    Text(String),
    /// A day or a few words, which stay in one piece.
    Whole(String),
    /// A number, written to the end of its column.
    Number(String),
    /// A link.
    Link(Link),
    /// Another part: a tag, a name, a quote.
    Part(Piece),
    /// Several, one under the other.
    Stack(Vec<Cell>),
}

impl Cell {
    /// Text.
    pub fn text(words: impl fmt::Display) -> Cell {
        Cell::Text(words.to_string())
    }

    /// A day in short words.
    pub fn day(day: Date) -> Cell {
        Cell::Whole(day::short(day))
    }

    /// A few words that no line breaks.
    pub fn whole(words: impl fmt::Display) -> Cell {
        Cell::Whole(words.to_string())
    }

    /// A number.
    pub fn number(number: impl fmt::Display) -> Cell {
        Cell::Number(number.to_string())
    }

    /// An amount in pounds.
    pub fn pounds(pence: i64) -> Cell {
        Cell::Number(money::pounds(pence))
    }

    /// A link.
    pub fn link(href: impl fmt::Display, words: impl fmt::Display) -> Cell {
        Cell::Link(Link::new(href, words))
    }

    /// Somebody's name, isolated.
    pub fn name(name: impl fmt::Display) -> Cell {
        Cell::part(said::name(name))
    }

    /// Another part.
    pub fn part(part: impl HtmlSafe) -> Cell {
        Cell::Part(Piece::of(part))
    }

    /// Several, one under the other.
    pub fn stack(cells: impl IntoIterator<Item = Cell>) -> Cell {
        Cell::Stack(cells.into_iter().collect())
    }

    /// Nothing to show: a dash with words for those who listen.
    pub fn none() -> Cell {
        Cell::Text("–".to_owned())
    }

    /// Whether it belongs at the end of its column.
    pub fn is_number(&self) -> bool {
        matches!(self, Cell::Number(_))
    }
}

impl HtmlSafe for Cell {}
