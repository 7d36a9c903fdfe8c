//! What stands on top of a page: done, refused, stale, and the three pages that interrupt.

use std::fmt;

use askama::Template;
use askama::filters::HtmlSafe;

use super::errors::FormErrors;
use super::form::Keys;

/// The one thing said on top of a page. It takes the focus.
#[derive(Clone, Debug)]
pub enum Notice {
    /// Something was done (green).
    Done(Banner),
    /// Fields to put right (422).
    Wrong(FormErrors),
    /// What cannot be done and what to do instead (422).
    Refused(RefusalPanel),
    /// Somebody else changed it meanwhile (409).
    Stale(StalePanel),
}

impl Notice {
    /// Whether the page's title starts with "Error: ".
    pub fn is_error(&self) -> bool {
        match self {
            Notice::Done(_) => false,
            Notice::Wrong(_) | Notice::Refused(_) | Notice::Stale(_) => true,
        }
    }
}

impl fmt::Display for Notice {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Notice::Done(banner) => banner.fmt(out),
            Notice::Wrong(errors) => errors.fmt(out),
            Notice::Refused(panel) => panel.fmt(out),
            Notice::Stale(panel) => panel.fmt(out),
        }
    }
}

/// Words that lead somewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// Where to.
    pub href: String,
    /// What stands there.
    pub words: String,
}

impl Link {
    /// Words and where they lead.
    pub fn new(href: impl fmt::Display, words: impl fmt::Display) -> Link {
        Link { href: href.to_string(), words: words.to_string() }
    }
}

/// The green banner after something was done.
#[derive(Clone, Debug, Template)]
#[template(path = "part/banner.html")]
pub struct Banner {
    heading: String,
    words: String,
    next: Option<Link>,
}

impl Banner {
    /// "The response is extended to Tue 13 May 2025."
    pub fn done(words: impl fmt::Display) -> Banner {
        Banner { heading: "Done".to_owned(), words: words.to_string(), next: None }
    }

    /// What stands above it, where that is not English.
    pub fn headed(mut self, words: impl fmt::Display) -> Banner {
        self.heading = words.to_string();
        self
    }

    /// The next step, as a link.
    pub fn next(mut self, link: Link) -> Banner {
        self.next = Some(link);
        self
    }
}

/// A refusal: what cannot be done, which clause says so, the facts, and what to do instead.
#[derive(Clone, Debug, Template)]
#[template(path = "part/refusal.html")]
pub struct RefusalPanel {
    cannot: String,
    clause: Option<Link>,
    facts: Vec<String>,
    instead: String,
    ways: Vec<Link>,
}

impl RefusalPanel {
    /// What cannot be done, in one sentence.
    pub fn new(cannot: impl fmt::Display) -> RefusalPanel {
        RefusalPanel {
            cannot: cannot.to_string(),
            clause: None,
            facts: vec![],
            instead: String::new(),
            ways: vec![],
        }
    }

    /// The clause that says so; `href` leads to its text.
    pub fn clause(mut self, href: impl fmt::Display, words: impl fmt::Display) -> RefusalPanel {
        self.clause = Some(Link::new(href, words));
        self
    }

    /// One fact it rests on.
    pub fn fact(mut self, words: impl fmt::Display) -> RefusalPanel {
        self.facts.push(words.to_string());
        self
    }

    /// What to do instead, in words.
    pub fn instead(mut self, words: impl fmt::Display) -> RefusalPanel {
        self.instead = words.to_string();
        self
    }

    /// A link to what can be done instead.
    pub fn way(mut self, link: Link) -> RefusalPanel {
        self.ways.push(link);
        self
    }
}

/// Somebody saved first. The person's own words stand in the form below.
#[derive(Clone, Debug, Template)]
#[template(path = "part/stale.html")]
pub struct StalePanel {
    who: String,
    at: String,
    changes: Vec<String>,
    form: String,
    button: String,
}

impl StalePanel {
    /// `who` changed this at `at` ("10:42"). The button sends the form whose id is `form`
    /// again, which must carry the newer version.
    pub fn new(
        who: impl fmt::Display,
        at: impl fmt::Display,
        form: impl fmt::Display,
        button: impl fmt::Display,
    ) -> StalePanel {
        StalePanel {
            who: who.to_string(),
            at: at.to_string(),
            changes: vec![],
            form: form.to_string(),
            button: button.to_string(),
        }
    }

    /// One thing they changed.
    pub fn change(mut self, words: impl fmt::Display) -> StalePanel {
        self.changes.push(words.to_string());
        self
    }
}

/// A blue page with one button and one way back: refusing, clearing over an ask, closing
/// over an objection, and nothing else.
#[derive(Clone, Debug, Template)]
#[template(path = "part/interruption.html")]
pub struct Interruption {
    title: String,
    paragraphs: Vec<String>,
    action: String,
    keys: Keys,
    kept: Vec<(String, String)>,
    button: String,
    back: Link,
}

impl Interruption {
    /// Heading, where the button posts to, its words, and the way back.
    pub fn new(
        title: impl fmt::Display,
        action: impl fmt::Display,
        button: impl fmt::Display,
        keys: Keys,
        back: Link,
    ) -> Interruption {
        Interruption {
            title: title.to_string(),
            paragraphs: vec![],
            action: action.to_string(),
            keys,
            kept: vec![],
            button: button.to_string(),
            back,
        }
    }

    /// One more paragraph.
    pub fn says(mut self, words: impl fmt::Display) -> Interruption {
        self.paragraphs.push(words.to_string());
        self
    }

    /// A value the button sends along.
    pub fn keeps(mut self, name: impl fmt::Display, value: impl fmt::Display) -> Interruption {
        self.kept.push((name.to_string(), value.to_string()));
        self
    }
}

impl HtmlSafe for Notice {}
impl HtmlSafe for Banner {}
impl HtmlSafe for RefusalPanel {}
impl HtmlSafe for StalePanel {}
impl HtmlSafe for Interruption {}
