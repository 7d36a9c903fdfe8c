//! Tables that say what they hold, and become cards on a phone.

use std::fmt;

use askama::Template;
use askama::filters::HtmlSafe;

use super::cell::Cell;
use super::pages::Pages;

/// A table with its caption, count and pages; a sentence when it is empty.
#[derive(Clone, Debug, Template)]
#[template(path = "part/table.html")]
pub struct Table {
    caption: String,
    caption_hidden: bool,
    shape: Shape,
    sticky: bool,
    columns: Vec<Column>,
    rows: Vec<Vec<Cell>>,
    empty: Option<Cell>,
    pages: Option<Pages>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shape {
    /// Each row a card on a phone.
    Cards,
    /// The same table on a phone: for two or three narrow columns.
    Kept,
    /// A focusable region that moves sideways: for comparisons only.
    Scroll,
}

/// One column: its name, and how to sort by it.
#[derive(Clone, Debug)]
pub struct Column {
    label: String,
    number: bool,
    sort: Option<Sort>,
}

/// Where sorting by a column leads, and how it is sorted now.
#[derive(Clone, Debug)]
struct Sort {
    href: String,
    now: Order,
}

/// How a column is sorted now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// By another column.
    None,
    /// Smallest or earliest first.
    Ascending,
    /// Largest or latest first.
    Descending,
}

impl Column {
    /// A column of words.
    pub fn new(label: impl fmt::Display) -> Column {
        Column { label: label.to_string(), number: false, sort: None }
    }

    /// A column of numbers, whose heading stands over them.
    pub fn number(label: impl fmt::Display) -> Column {
        Column { number: true, ..Column::new(label) }
    }

    /// A heading that sorts; `href` leads to the list sorted the other way.
    pub fn sorts(mut self, href: impl fmt::Display, now: Order) -> Column {
        self.sort = Some(Sort { href: href.to_string(), now });
        self
    }

    fn aria_sort(&self) -> Option<&'static str> {
        self.sort.as_ref().map(|sort| match sort.now {
            Order::None => "none",
            Order::Ascending => "ascending",
            Order::Descending => "descending",
        })
    }
}

impl From<&str> for Column {
    fn from(label: &str) -> Column {
        Column::new(label)
    }
}

impl Table {
    /// A table; the first cell of each row is its header and holds the link.
    pub fn new(caption: impl fmt::Display) -> Table {
        Table {
            caption: caption.to_string(),
            caption_hidden: false,
            shape: Shape::Cards,
            sticky: false,
            columns: vec![],
            rows: vec![],
            empty: None,
            pages: None,
        }
    }

    /// Where a heading right above says the same.
    pub fn caption_hidden(mut self) -> Table {
        self.caption_hidden = true;
        self
    }

    /// Keeps its rows on a phone too.
    pub fn keeps_rows(mut self) -> Table {
        self.shape = Shape::Kept;
        self
    }

    /// Moves sideways in a region of its own.
    pub fn scrolls(mut self) -> Table {
        self.shape = Shape::Scroll;
        self
    }

    /// Headings stay in sight: the worklist only.
    pub fn sticky(mut self) -> Table {
        self.sticky = true;
        self
    }

    /// The columns, as names or with more about them.
    pub fn columns<C: Into<Column>>(mut self, columns: impl IntoIterator<Item = C>) -> Table {
        self.columns.extend(columns.into_iter().map(Into::into));
        self
    }

    /// One more column.
    pub fn column(mut self, column: impl Into<Column>) -> Table {
        self.columns.push(column.into());
        self
    }

    /// One more row, a cell for each column.
    pub fn row(mut self, cells: impl IntoIterator<Item = Cell>) -> Table {
        self.rows.push(cells.into_iter().collect());
        self
    }

    /// The sentence with the next step that stands there when no row does.
    pub fn empty(mut self, words: impl fmt::Display) -> Table {
        self.empty = Some(Cell::text(words));
        self
    }

    /// The same with a link or other part in it.
    pub fn empty_part(mut self, part: impl HtmlSafe) -> Table {
        self.empty = Some(Cell::part(part));
        self
    }

    /// How many there are and how to go on.
    pub fn pages(mut self, pages: Pages) -> Table {
        self.pages = Some(pages);
        self
    }

    fn label(&self, place: &usize) -> &str {
        self.columns.get(*place).map_or("", |column| column.label.as_str())
    }

    fn is_number(&self, place: &usize) -> bool {
        self.columns.get(*place).is_some_and(|column| column.number)
    }

    /// An id for the caption, so that a region that scrolls has a name.
    fn id(&self) -> String {
        let kept = self.caption.chars().filter(char::is_ascii_alphanumeric).take(24);
        format!("table-{}", kept.collect::<String>().to_ascii_lowercase())
    }
}

impl HtmlSafe for Table {}
