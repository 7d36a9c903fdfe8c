//! How many there are, and the links to the rest.

use std::fmt;

use askama::Template;
use askama::filters::HtmlSafe;

use super::money::grouped;

/// Counting stops here: beyond it a list says "more than".
pub const MOST_COUNTED: u64 = 1_000;

/// "1 to 50 of 312", with previous and next by key.
#[derive(Clone, Debug, Template)]
#[template(path = "part/pages.html")]
pub struct Pages {
    first: u64,
    last: u64,
    total: u64,
    previous: Option<String>,
    next: Option<String>,
}

impl Pages {
    /// Which rows are shown, counted from 1, and how many there are in all (a total over
    /// [`MOST_COUNTED`] is written "more than 1,000").
    pub fn new(first: u64, last: u64, total: u64) -> Pages {
        Pages { first, last, total, previous: None, next: None }
    }

    /// Where the earlier rows are.
    pub fn previous(mut self, href: Option<impl fmt::Display>) -> Pages {
        self.previous = href.map(|href| href.to_string());
        self
    }

    /// Where the later rows are.
    pub fn next(mut self, href: Option<impl fmt::Display>) -> Pages {
        self.next = href.map(|href| href.to_string());
        self
    }

    /// The count in words.
    pub fn count(&self) -> String {
        let total = if MOST_COUNTED < self.total {
            format!("more than {}", grouped(MOST_COUNTED))
        } else {
            grouped(self.total)
        };
        if self.total == 0 {
            "None".to_owned()
        } else {
            format!("{} to {} of {total}", grouped(self.first), grouped(self.last))
        }
    }
}

impl HtmlSafe for Pages {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_says_how_many_there_are_up_to_a_thousand() {
        assert_eq!(Pages::new(1, 50, 312).count(), "1 to 50 of 312");
        assert_eq!(Pages::new(951, 1_000, 1_001).count(), "951 to 1,000 of more than 1,000");
        assert_eq!(Pages::new(0, 0, 0).count(), "None");
    }
}
