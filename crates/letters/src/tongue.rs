//! A language that letters are written in: its sentences, and how it writes days, sums and lists.
//!
//! Words that somebody typed stay as they were typed. In a letter of another language they stand
//! between two marks that no reader sees ([`ENGLISH`], [`END`]), and every rendering makes a
//! passage in its own language of them. What a language lacks stands in English the same way.

use std::sync::LazyLock;

use fluent_bundle::{FluentArgs, FluentValue};
use jiff::civil::Date;

use crate::block::Piece;
use crate::book::{self, Book, Fill};
use crate::letter::right_to_left;
use crate::wording;

/// Begins words in English inside a letter of another language: a left-to-right isolate.
pub const ENGLISH: char = '\u{2066}';
/// Begins words whose direction their first letter gives: a first-strong isolate.
pub const APART: char = '\u{2068}';
/// Ends either.
pub const END: char = '\u{2069}';

/// The tag of the language in which every sentence is there.
pub const FIRST: &str = "en-GB";

const WELSH: &str = "cy";

/// A language that letters are written in.
pub struct Tongue {
    /// As browsers name it: "en-GB".
    pub tag: &'static str,
    /// What its speakers call it.
    pub name: &'static str,
    /// What English calls it.
    pub english_name: &'static str,
    book: Book,
}

static TONGUES: LazyLock<Vec<Tongue>> = LazyLock::new(|| {
    let of = |(tag, name, english_name): (&'static str, &'static str, &'static str), files| {
        Tongue { tag, name, english_name, book: Book::open(tag, files) }
    };
    vec![
        of((FIRST, "English", "English"), book::ENGLISH),
        of((WELSH, "Cymraeg", "Welsh"), book::WELSH),
        of(("ar", "العربية", "Arabic"), book::ARABIC),
    ]
});

static LAST_RESORT: LazyLock<Tongue> = LazyLock::new(|| Tongue {
    tag: FIRST,
    name: "English",
    english_name: "English",
    book: Book::open(FIRST, &[]),
});

fn primary(tag: &str) -> &str {
    tag.split(['-', '_']).next().unwrap_or_default()
}

impl Tongue {
    /// Every language there is, English first.
    pub fn all() -> &'static [Tongue] {
        &TONGUES
    }

    /// The language of a tag, if letters are written in it.
    pub fn find(tag: &str) -> Option<&'static Tongue> {
        let all: &'static [Tongue] = &TONGUES;
        all.iter().find(|tongue| primary(tongue.tag).eq_ignore_ascii_case(primary(tag.trim())))
    }

    /// English.
    pub fn first() -> &'static Tongue {
        TONGUES.first().unwrap_or_else(|| LazyLock::force(&LAST_RESORT))
    }

    /// The language of a tag, or English where letters are not written in it.
    pub fn of(tag: &str) -> &'static Tongue {
        Self::find(tag).unwrap_or_else(Self::first)
    }

    /// The language of a letter that was kept as plain text: it is told by how the letter ends.
    pub fn of_kept(text: &str) -> &'static Tongue {
        let ends = |tongue: &&Tongue| {
            let signed = tongue.say("signed", &[]);
            text.lines().any(|line| plain(line).trim() == signed)
        };
        Self::all().iter().find(ends).unwrap_or_else(Self::first)
    }

    /// Whether it is written from right to left.
    pub fn runs_right_to_left(&self) -> bool {
        right_to_left(self.tag)
    }

    /// Where the code stands when it may not stand in the body of an e-mail.
    pub fn code_attached(&self) -> String {
        plain(&self.say("code-attached", &[]))
    }

    /// Whether it is the language in which every sentence is there.
    pub fn is_first(&self) -> bool {
        self.tag == FIRST
    }

    /// A message, filled in. One that this language lacks stands in English and is marked so; one
    /// that nobody has, or that lacks something to fill it with, comes back as its name in
    /// brackets: the letter check stops a letter that holds such a gap.
    pub(crate) fn say(&self, key: &str, fill: Fill<'_>) -> String {
        self.found(key, None, &self.args(fill)).unwrap_or_else(|| format!("[{key}]"))
    }

    /// An attribute of a message, where the book has it.
    pub(crate) fn attribute(&self, key: &str, name: &str, fill: Fill<'_>) -> Option<String> {
        self.found(key, Some(name), &self.args(fill))
    }

    /// The heading and the paragraph of a message, those of them that it has.
    pub(crate) fn pieces(&self, key: &str, fill: Fill<'_>) -> Vec<Piece> {
        let heading = self.attribute(key, "heading", fill).map(Piece::Heading);
        let paragraph = self.found(key, None, &self.args(fill)).map(Piece::Paragraph);
        let pieces: Vec<Piece> = heading.into_iter().chain(paragraph).collect();
        if pieces.is_empty() { vec![Piece::Paragraph(format!("[{key}]"))] } else { pieces }
    }

    fn args<'a>(&self, fill: Fill<'a>) -> FluentArgs<'a> {
        let value = |value: &'a str| {
            if self.runs_right_to_left() && strays(value) {
                FluentValue::from(format!("{APART}{value}{END}"))
            } else {
                FluentValue::from(value)
            }
        };
        fill.iter().map(|(name, filled)| (*name, value(filled))).collect()
    }

    /// A message that counts.
    pub(crate) fn counting(&self, key: &str, n: u32) -> String {
        let args = FluentArgs::from_iter([("n", FluentValue::from(n))]);
        self.found(key, None, &args).unwrap_or_else(|| format!("[{key}]"))
    }

    fn found(&self, key: &str, attribute: Option<&str>, args: &FluentArgs<'_>) -> Option<String> {
        if let Some(own) = self.book.found(key, attribute, args) {
            return Some(own);
        }
        if self.is_first() {
            return None;
        }
        let english = Self::first().book.found(key, attribute, args)?;
        Some(format!("{ENGLISH}{english}{END}"))
    }

    /// "Friday 4 July 2025", the way every limit is printed.
    pub fn day(&self, date: Date) -> String {
        let place = usize::try_from(date.weekday().to_monday_zero_offset()).unwrap_or_default();
        let weekday = self.of_list(&WEEKDAYS, place);
        let rest = self.short_day(date);
        self.say("day", &[("weekday", &weekday), ("date", &rest)])
    }

    /// "4 July 2025", for a run of past days.
    pub fn short_day(&self, date: Date) -> String {
        let place = usize::try_from(date.month() - 1).unwrap_or_default();
        let month = self.of_list(&MONTHS, place);
        let (n, year) = (date.day().to_string(), date.year().to_string());
        self.say("short-day", &[("n", &n), ("month", &month), ("year", &year)])
    }

    fn of_list(&self, keys: &[&str], place: usize) -> String {
        keys.get(place).map(|key| self.say(key, &[])).unwrap_or_default()
    }

    /// "£75" or "£1,250.50", from pence.
    pub fn money(&self, pence: u64) -> String {
        self.say("sum", &[("pounds", &wording::money(pence))])
    }

    /// "1 working day", "2 working days".
    pub fn working_days(&self, n: u32) -> String {
        self.counting("length-working-days", n)
    }

    /// A length as policies write it, "10 working days", counted as the language counts.
    pub fn length(&self, length: &str) -> String {
        let (n, unit) = length.trim().split_once(' ').unwrap_or_default();
        let key = match unit {
            "working day" | "working days" => "length-working-days",
            "day" | "days" => "length-days",
            "week" | "weeks" => "length-weeks",
            "month" | "months" => "length-months",
            "year" | "years" => "length-years",
            _ => return self.typed(length),
        };
        n.parse().map_or_else(|_| self.typed(length), |n| self.counting(key, n))
    }

    /// "a, b or c".
    pub fn either(&self, items: &[String]) -> String {
        self.joined(items, "list-or")
    }

    /// "a, b and c".
    pub fn all_of(&self, items: &[String]) -> String {
        self.joined(items, "list-and")
    }

    fn joined(&self, items: &[String], key: &str) -> String {
        let Some((last, most)) = items.split_last() else { return String::new() };
        let some = most
            .iter()
            .cloned()
            .reduce(|some, next| self.say("list-more", &[("some", &some), ("next", &next)]));
        match some {
            Some(some) => self.say(key, &[("some", &some), ("last", last)]),
            None => last.clone(),
        }
    }

    /// Words that one of the landlord's people typed, in English unless their script or their small
    /// words say otherwise.
    pub fn typed(&self, text: &str) -> String {
        if self.tag == WELSH && !text.contains(END) && reads_welsh(text) {
            return plain(text);
        }
        self.between(if begins_right_to_left(text) { APART } else { ENGLISH }, text)
    }

    /// Somebody's own words, in whatever language they chose.
    pub fn quoted(&self, text: &str) -> String {
        self.between(APART, text)
    }

    fn between(&self, begin: char, text: &str) -> String {
        // What holds such a passage already was put together in this language.
        if self.is_first() || text.trim().is_empty() || text.contains(END) {
            return text.to_owned();
        }
        let text: String = text.chars().filter(|sign| !is_mark(*sign)).collect();
        format!("{begin}{text}{END}")
    }
}

/// Whether a value would change places with what stands around it, in a text that runs from right
/// to left: a name or a number of several parts. What holds words of the language stands by itself.
fn strays(value: &str) -> bool {
    let one_number = value.chars().all(|sign| sign.is_ascii_digit());
    let one_passage = value.starts_with([ENGLISH, APART]) && value.ends_with(END);
    !one_number && !one_passage && !value.chars().any(is_right_to_left)
}

/// Whether a sign is one of the marks around a passage, or steers direction in another way.
pub(crate) fn is_mark(sign: char) -> bool {
    matches!(sign, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// The text without the marks around passages.
pub fn plain(text: &str) -> String {
    text.chars().filter(|sign| !is_mark(*sign)).collect()
}

/// Whether the first letter of a text is written from right to left.
pub fn begins_right_to_left(text: &str) -> bool {
    text.chars().find(|sign| sign.is_alphabetic()).is_some_and(is_right_to_left)
}

/// Small words that Welsh cannot do without and English does not have.
const SMALL: [&str; 24] = [
    "yn", "yr", "mae", "eich", "ein", "wedi", "gan", "nid", "nad", "ni", "ond", "gyda", "hyn",
    "fod", "bod", "bydd", "rydym", "roedd", "oedd", "ac", "dydd", "chi", "ar", "y",
];

/// Whether somebody typed Welsh: every seventh word at least is one of the small ones.
fn reads_welsh(text: &str) -> bool {
    let lower = text.to_lowercase();
    let words = lower.split(|sign: char| !sign.is_alphabetic()).filter(|word| !word.is_empty());
    let (small, all) = words
        .fold((0, 0), |(small, all), word| (small + usize::from(SMALL.contains(&word)), all + 1));
    0 < small && all <= small * 7
}

fn is_right_to_left(sign: char) -> bool {
    let letter =
        matches!(sign, '\u{0590}'..='\u{08ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}');
    letter && sign.is_alphabetic()
}

/// The keys of the weekdays, Monday first.
const WEEKDAYS: [&str; 7] =
    ["weekday-1", "weekday-2", "weekday-3", "weekday-4", "weekday-5", "weekday-6", "weekday-7"];

/// The keys of the months, January first.
const MONTHS: [&str; 12] = [
    "month-1", "month-2", "month-3", "month-4", "month-5", "month-6", "month-7", "month-8",
    "month-9", "month-10", "month-11", "month-12",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn english_writes_days_sums_and_lists_as_the_checks_read_them() {
        let english = Tongue::first();
        let date = Date::constant(2025, 7, 4);
        assert_eq!(english.day(date), wording::day(date));
        assert_eq!(english.short_day(date), wording::short_day(date));
        assert_eq!(english.money(125_050), "£1,250.50");
        assert_eq!(english.working_days(1), "1 working day");
        assert_eq!(english.length("2 weeks"), "2 weeks");
        let ways = ["ring us".to_owned(), "write to us".to_owned(), "come in".to_owned()];
        assert_eq!(english.either(&ways), "ring us, write to us or come in");
        assert_eq!(english.all_of(&ways[..2]), "ring us and write to us");
        assert_eq!(english.either(&ways[..1]), "ring us");
        assert_eq!(english.typed("as typed"), "as typed");
    }

    #[test]
    fn days_and_lengths_are_said_as_each_language_says_them() {
        let (welsh, arabic) = (Tongue::of("cy"), Tongue::of("ar"));
        let date = Date::constant(2025, 9, 1);
        assert_eq!(welsh.day(date), "dydd Llun 1 Medi 2025");
        assert_eq!(
            welsh.say("asked-on", &[("day", &welsh.day(date))]),
            "Gofynasoch i ni ar ddydd Llun 1 Medi 2025."
        );
        assert_eq!(welsh.length("2 working days"), "2 ddiwrnod gwaith");
        assert_eq!(welsh.length("10 working days"), "10 diwrnod gwaith");
        assert_eq!(arabic.day(date), "الاثنين 1 سبتمبر 2025");
        assert_eq!(arabic.ring_us("01632 960100"), "الاتصال بنا على \u{2068}01632 960100\u{2069}");
        assert_eq!(plain(&arabic.working_days(3)), "3 أيام عمل");
    }

    #[test]
    fn a_tag_finds_its_language_whatever_its_region_and_any_other_is_english() {
        assert_eq!(Tongue::of("cy-GB").tag, "cy");
        assert_eq!(Tongue::of("AR").tag, "ar");
        assert_eq!(Tongue::of("en").tag, "en-GB");
        assert_eq!(Tongue::of("pl").tag, "en-GB");
        assert!(Tongue::find("pl").is_none());
    }

    #[test]
    fn typed_words_are_marked_once_and_keep_no_marks_of_their_own() {
        let welsh = Tongue::of("cy");
        let marked = welsh.typed("The roof\u{202e} leaks");
        assert_eq!(marked, "\u{2066}The roof leaks\u{2069}");
        assert_eq!(welsh.typed(&marked), marked);
        assert_eq!(welsh.typed("سقف"), "\u{2068}سقف\u{2069}");
        assert_eq!(welsh.typed(" "), " ");
    }

    #[test]
    fn welsh_that_somebody_typed_is_not_marked_as_english() {
        let welsh = Tongue::of("cy");
        for typed in ["Mae'r to yn gollwng eto.", "Rydym wedi trwsio'r nenfwd ar ddydd Llun"] {
            assert_eq!(welsh.typed(typed), typed);
        }
        for typed in ["Mend the leak for good", "We rang you about the roof and the ceiling"] {
            assert!(welsh.typed(typed).starts_with(ENGLISH), "{typed}");
        }
        assert!(Tongue::of("ar").typed("Mae'r to yn gollwng").starts_with(ENGLISH));
    }

    #[test]
    fn what_a_language_lacks_stands_in_english_and_is_marked() {
        let bare = Tongue {
            tag: "xx",
            name: "None",
            english_name: "None",
            book: Book::open("xx", &[("own", "weekday-1 = !")]),
        };
        assert_eq!(bare.say("weekday-1", &[]), "!");
        assert_eq!(bare.say("weekday-2", &[]), "\u{2066}Tuesday\u{2069}");
        assert_eq!(bare.say("no-such-message", &[]), "[no-such-message]");
    }
}
