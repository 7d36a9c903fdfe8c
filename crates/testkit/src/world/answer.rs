//! What a visitor gets back, and how a test reads it.

use axum::http::{HeaderMap, StatusCode};

/// An answer, whole.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The status.
    pub status: StatusCode,
    /// The headers.
    pub headers: HeaderMap,
    /// The body as text.
    pub body: String,
}

impl Answer {
    /// The status as a number.
    pub fn code(&self) -> u16 {
        self.status.as_u16()
    }

    /// A header's value, or nothing.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    /// Where a redirect leads.
    pub fn location(&self) -> &str {
        self.header("location")
    }

    /// The window's title.
    pub fn title(&self) -> String {
        plain(between(&self.body, "<title>", "</title>"))
    }

    /// The first heading, in plain words.
    pub fn h1(&self) -> String {
        let from = self.body.find("<h1").map_or("", |at| &self.body[at..]);
        plain(between(from, ">", "</h1>"))
    }

    /// The markup of `<main>`.
    pub fn main(&self) -> &str {
        let from = self.body.find("<main").map_or("", |at| &self.body[at..]);
        between(from, ">", "</main>")
    }

    /// The words of `<main>`, without markup, a line for each line of markup that holds any.
    pub fn words(&self) -> String {
        let lines = self.main().lines().map(plain);
        lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
    }

    /// The value of the first input of a name, hidden or not.
    pub fn value(&self, name: &str) -> String {
        let mark = format!("name=\"{name}\"");
        let tag = self
            .body
            .split("<input")
            .skip(1)
            .map(|rest| rest.split('>').next().unwrap_or_default())
            .find(|tag| tag.contains(&mark));
        tag.map(|tag| plain(between(tag, "value=\"", "\""))).unwrap_or_default()
    }

    /// The cookie that was set: its name and value, without its attributes.
    pub fn cookie(&self) -> Option<String> {
        let set = self.headers.get("set-cookie")?.to_str().ok()?;
        set.split(';').next().map(str::to_owned)
    }
}

fn between<'a>(text: &'a str, from: &str, to: &str) -> &'a str {
    let rest = text.split_once(from).map_or("", |(_, rest)| rest);
    rest.split_once(to).map_or(rest, |(within, _)| within)
}

/// Words without tags, with the escapes our templates write undone.
fn plain(markup: &str) -> String {
    let mut words = String::new();
    let mut inside = false;
    for letter in markup.chars() {
        match letter {
            '<' => {
                inside = true;
                words.push(' ');
            }
            '>' => inside = false,
            letter if !inside => words.push(letter),
            _ => {}
        }
    }
    let words = words
        .replace("&#60;", "<")
        .replace("&#62;", ">")
        .replace("&#34;", "\"")
        .replace("&#39;", "'")
        .replace("&nbsp;", " ")
        .replace("&#38;", "&")
        .replace("&amp;", "&");
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
