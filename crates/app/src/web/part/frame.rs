//! What surrounds every page: titles, navigation, the reference box, and what stands on top.

use std::fmt;

use jiff::civil::Date;

use super::clock::PromiseBar;
use super::day;
use super::errors::FormErrors;
use super::notice::Link;
use super::notice::Notice;
use super::piece::Piece;
use crate::web::answer::Preview;

/// The frame of one page for one person. The session gives it; the page adds its title.
#[derive(Clone, Debug)]
pub struct Frame {
    pub(in crate::web) landlord: String,
    pub(in crate::web) lang: String,
    pub(in crate::web) today: Date,
    pub(in crate::web) user: Option<String>,
    pub(in crate::web) entries: Vec<Entry>,
    pub(in crate::web) csrf: String,
    pub(in crate::web) finds: bool,
    pub(in crate::web) telephone: Option<String>,
    pub(in crate::web) until: Option<String>,
    pub(in crate::web) roomy: bool,
    pub(in crate::web) title: String,
    pub(in crate::web) reference: Option<String>,
    pub(in crate::web) bar: Option<PromiseBar>,
    pub(in crate::web) contents: Vec<Link>,
    pub(in crate::web) here: Option<String>,
    pub(in crate::web) notice: Option<Notice>,
    pub(in crate::web) held: Option<Preview>,
    pub(in crate::web) warning: Option<String>,
}

/// One entry of the main navigation.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Words and where they lead.
    pub link: Link,
    /// Whether the page shown is in this part of the site.
    pub here: bool,
}

/// Which way a language is written, by its tag.
pub fn direction_of(language: &str) -> &'static str {
    match language.split('-').next() {
        Some("ar" | "ckb" | "fa" | "he" | "ps" | "ur" | "yi") => "rtl",
        _ => "ltr",
    }
}

impl Frame {
    /// A frame for somebody who is not signed in.
    pub fn new(landlord: impl fmt::Display, today: Date) -> Frame {
        Frame {
            landlord: landlord.to_string(),
            lang: "en-GB".to_owned(),
            today,
            user: None,
            entries: vec![],
            csrf: String::new(),
            finds: false,
            telephone: None,
            until: None,
            roomy: false,
            title: String::new(),
            reference: None,
            bar: None,
            contents: vec![],
            here: None,
            notice: None,
            held: None,
            warning: None,
        }
    }

    /// Who is signed in, and the token that ties their posts to the session.
    pub fn signed_in(mut self, user: impl fmt::Display, csrf: impl fmt::Display) -> Frame {
        self.user = Some(user.to_string());
        self.csrf = csrf.to_string();
        self
    }

    /// The box that finds a reference, for people who may look for cases.
    pub fn finding(mut self) -> Frame {
        self.finds = true;
        self
    }

    /// One entry of the main navigation.
    pub fn entry(mut self, href: &str, words: impl fmt::Display, here: bool) -> Frame {
        self.entries.push(Entry { link: Link::new(href, words), here });
        self
    }

    /// The landlord's telephone number, for residents and for faults.
    pub fn telephone(mut self, number: impl fmt::Display) -> Frame {
        self.telephone = Some(number.to_string());
        self
    }

    /// When the session ends, such as "11:12": no script can warn of it.
    pub fn until(mut self, time: impl fmt::Display) -> Frame {
        self.until = Some(time.to_string());
        self
    }

    /// The language of the page, as browsers name it: "en-GB", "cy", "ar".
    pub fn language(mut self, tag: impl fmt::Display) -> Frame {
        self.lang = tag.to_string();
        self
    }

    /// Which way the page's language is written.
    pub fn direction(&self) -> &'static str {
        direction_of(&self.lang)
    }

    /// Table rows with more room: a person's own preference.
    pub fn roomy(mut self) -> Frame {
        self.roomy = true;
        self
    }

    /// The page's h1 without anybody's name in it: it stands in the window's title.
    pub fn titled(mut self, title: impl fmt::Display) -> Frame {
        self.title = title.to_string();
        self
    }

    /// The reference of the case the page is about.
    pub fn about(mut self, reference: impl fmt::Display) -> Frame {
        self.reference = Some(reference.to_string());
        self
    }

    /// The promise bar, which also says what the page is about.
    pub fn bar(mut self, bar: PromiseBar) -> Frame {
        self.reference = Some(bar.reference.clone());
        self.bar = Some(bar);
        self
    }

    /// One entry of the list of contents that follows the promise bar.
    pub fn content(mut self, href: impl fmt::Display, words: impl fmt::Display) -> Frame {
        self.contents.push(Link::new(href, words));
        self
    }

    /// The entry of the contents that leads to the page itself.
    pub fn here(mut self, href: impl fmt::Display) -> Frame {
        self.here = Some(href.to_string());
        self
    }

    /// Whether a link of the contents leads to the page that is shown.
    pub fn is_here(&self, link: &Link) -> bool {
        self.here.as_ref() == Some(&link.href)
    }

    /// What is said on top of the page and takes the focus.
    pub fn notice(mut self, notice: Notice) -> Frame {
        self.notice = Some(notice);
        self
    }

    /// A letter that a check holds, above the form that would send it.
    pub fn held(mut self, held: Preview) -> Frame {
        self.held = Some(held);
        self
    }

    /// The error summary, where anything is wrong with the page's form.
    pub fn errors(mut self, errors: &FormErrors) -> Frame {
        if !errors.is_empty() {
            self.notice = Some(Notice::Wrong(errors.clone()));
        }
        self
    }

    /// A warning above every page, such as "You opened this case by breaking glass".
    pub fn warning(mut self, words: impl fmt::Display) -> Frame {
        self.warning = Some(words.to_string());
        self
    }

    /// "Error: {h1 without names} – {ref} – {landlord}".
    pub fn page_title(&self) -> String {
        let error = self.notice.as_ref().is_some_and(Notice::is_error);
        let error = if error { "Error: " } else { "" };
        match &self.reference {
            Some(reference) => format!("{error}{} – {reference} – {}", self.title, self.landlord),
            None => format!("{error}{} – {}", self.title, self.landlord),
        }
    }

    /// The promise bar once more, as plain text above the button.
    pub fn bar_again(&self) -> Piece {
        self.bar.as_ref().map_or_else(Piece::nothing, |bar| Piece::of(bar.again()))
    }

    /// Today, for the line "printed by, on".
    pub fn today_in_words(&self) -> String {
        day::short(self.today)
    }
}
