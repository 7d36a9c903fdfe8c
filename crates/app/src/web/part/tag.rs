//! Tags: a shape and words. Never colour alone, never a link.

use std::fmt;

use askama::Template;
use askama::filters::HtmlSafe;
use jiff::civil::Date;

use super::day;

/// What a clock says, or the state of something, in a few words with a shape.
#[derive(Clone, Debug, PartialEq, Eq, Template)]
#[template(path = "part/tag.html")]
pub struct Tag {
    mark: Mark,
    words: String,
}

/// The shape and ground of a tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Square with "!": the date has passed.
    Late,
    /// Full disc: it is today.
    Today,
    /// Half disc: inside the reminder.
    Soon,
    /// Ring: there is time.
    Running,
    /// Dashed ring: a forecast, never a breach.
    Forecast,
    /// Tick: met in time.
    Met,
    /// Tick with "!": met after its date.
    MetLate,
    /// Dash: void, not started, or a plain state.
    Still,
}

impl Tag {
    /// Any words with a mark.
    pub fn new(mark: Mark, words: impl fmt::Display) -> Tag {
        Tag { mark, words: words.to_string() }
    }

    /// A plain state, such as "Draft".
    pub fn plain(words: impl fmt::Display) -> Tag {
        Tag::new(Mark::Still, words)
    }

    /// "3 working days late".
    pub fn late(days: u32) -> Tag {
        Tag::new(Mark::Late, format!("{} late", working_days(days)))
    }

    /// "Due today", or "2 working days left", which warns when `days` is within `reminder`.
    pub fn left(days: u32, reminder: u32) -> Tag {
        match days {
            0 => Tag::new(Mark::Today, "Due today"),
            _ if days <= reminder => Tag::new(Mark::Soon, format!("{} left", working_days(days))),
            _ => Tag::new(Mark::Running, format!("{} left", working_days(days))),
        }
    }

    /// "Forecast".
    pub fn forecast() -> Tag {
        Tag::new(Mark::Forecast, "Forecast")
    }

    /// "Met 10 Apr".
    pub fn met(on: Date) -> Tag {
        Tag::new(Mark::Met, format!("Met {}", day_and_month(on)))
    }

    /// "Met 2 working days late".
    pub fn met_late(days: u32) -> Tag {
        Tag::new(Mark::MetLate, format!("Met {} late", working_days(days)))
    }

    /// "Void: withdrawn".
    pub fn void(why: impl fmt::Display) -> Tag {
        Tag::new(Mark::Still, format!("Void: {why}"))
    }

    /// "Not started".
    pub fn not_started() -> Tag {
        Tag::plain("Not started")
    }

    /// The words alone, for text without shapes.
    pub fn words(&self) -> &str {
        &self.words
    }

    fn class(&self) -> &'static str {
        match self.mark {
            Mark::Late => "late",
            Mark::Today | Mark::Soon => "soon",
            Mark::Running | Mark::Forecast => "running",
            Mark::Met => "met",
            Mark::MetLate => "met-late",
            Mark::Still => "still",
        }
    }
}

/// "1 working day", "2 working days".
pub fn working_days(days: u32) -> String {
    if days == 1 { "1 working day".to_owned() } else { format!("{days} working days") }
}

fn day_and_month(date: Date) -> String {
    let brief = day::brief(date);
    brief.split_once(' ').map_or_else(String::new, |(_, rest)| rest.to_owned())
}

impl HtmlSafe for Tag {}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_clock_says_how_long_is_left_in_words() {
        assert_eq!(Tag::late(3).words(), "3 working days late");
        assert_eq!(Tag::left(0, 3), Tag::new(Mark::Today, "Due today"));
        assert_eq!(Tag::left(1, 3), Tag::new(Mark::Soon, "1 working day left"));
        assert_eq!(Tag::left(9, 3), Tag::new(Mark::Running, "9 working days left"));
        assert_eq!(Tag::met(date(2025, 4, 10)).words(), "Met 10 Apr");
        assert_eq!(Tag::met_late(1).words(), "Met 1 working day late");
        assert_eq!(Tag::void("withdrawn").words(), "Void: withdrawn");
    }

    #[test]
    fn every_tag_has_a_shape_and_words() {
        for mark in [
            Mark::Late,
            Mark::Today,
            Mark::Soon,
            Mark::Running,
            Mark::Forecast,
            Mark::Met,
            Mark::MetLate,
            Mark::Still,
        ] {
            let tag = Tag::new(mark, "<words>").to_string();
            assert!(tag.contains("<svg") && tag.contains("aria-hidden=\"true\""), "{tag}");
            assert!(tag.contains("&#60;words&#62;"), "{tag}");
        }
    }
}
