//! People's own names and words on a page: the same characters, inert and kept apart.

use std::fmt;

use askama::Template;
use askama::filters::HtmlSafe;

/// A name or other short text somebody else wrote, isolated so that its direction cannot
/// reorder the page around it, and shown without override characters (they stay stored).
pub fn name(text: impl fmt::Display) -> Name {
    Name { text: text.to_string().replace(is_override, "") }
}

/// Words quoted exactly, line by line, with who said them and how.
pub fn quote(text: impl fmt::Display, by: impl fmt::Display) -> Quote {
    Quote { text: text.to_string().replace(is_override, ""), by: by.to_string() }
}

/// See [`name`].
#[derive(Clone, Debug, Template)]
#[template(source = "<bdi>{{ text }}</bdi>", ext = "html")]
pub struct Name {
    text: String,
}

/// See [`quote`].
#[derive(Clone, Debug, Template)]
#[template(path = "part/quote.html")]
pub struct Quote {
    text: String,
    by: String,
}

impl HtmlSafe for Name {}
impl HtmlSafe for Quote {}

fn is_override(character: char) -> bool {
    matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_isolated_escaped_and_without_overrides() {
        assert_eq!(name("O'Neill \u{202e}gpj.exe").to_string(), "<bdi>O&#39;Neill gpj.exe</bdi>");
        assert_eq!(name("<script>").to_string(), "<bdi>&#60;script&#62;</bdi>");
    }
}
