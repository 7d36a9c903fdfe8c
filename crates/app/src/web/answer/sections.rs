//! A page of a case made of sections: a heading each, and what stands and may be done under it.

use std::fmt;

use askama::Template;
use askama::filters::HtmlSafe;

use crate::web::answer::Sheet;
use crate::web::part::frame::Frame;
use crate::web::part::piece::Piece;

/// The page.
#[derive(Template)]
#[template(path = "desks/case.html")]
pub struct Sections {
    frame: Frame,
    heading: String,
    says: Vec<String>,
    sections: Vec<Section>,
}

/// One section.
pub struct Section {
    id: String,
    title: String,
    parts: Vec<Piece>,
}

impl Sections {
    /// A page with its heading; the title in the browser holds no names.
    pub fn new(sheet: &Sheet, title: &str, heading: impl fmt::Display) -> Self {
        Self {
            frame: sheet.titled(title),
            heading: heading.to_string(),
            says: Vec::new(),
            sections: Vec::new(),
        }
    }

    /// A paragraph under the heading.
    pub fn says(mut self, words: impl fmt::Display) -> Self {
        self.says.push(words.to_string());
        self
    }

    /// A section, where there is anything in it.
    pub fn section(mut self, section: Section) -> Self {
        if !section.parts.is_empty() {
            self.sections.push(section);
        }
        self
    }
}

impl Section {
    /// An empty one.
    pub fn new(id: &str, title: impl fmt::Display) -> Self {
        Self { id: id.to_owned(), title: title.to_string(), parts: Vec::new() }
    }

    /// One more part.
    pub fn part(mut self, part: impl HtmlSafe) -> Self {
        self.parts.push(Piece::of(part));
        self
    }

    /// One more part, where there is one.
    pub fn maybe(self, part: Option<impl HtmlSafe>) -> Self {
        match part {
            Some(part) => self.part(part),
            None => self,
        }
    }
}
