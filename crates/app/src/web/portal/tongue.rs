//! The languages of the resident's pages: every sentence has a key, every language a file of them,
//! and what one lacks stands in English.

use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use jiff::civil::{Date, Weekday};
use unic_langid::LanguageIdentifier;

use crate::content::{NotTaken, Untaken};
use crate::web::part::form::Form;
use crate::web::part::frame;
use crate::web::part::money;
use crate::web::part::reading::Reading;
use crate::web::part::text::NotText;
use crate::web::posted::Posted;

/// A language that pages are written in.
pub struct Tongue {
    /// As browsers name it: "en-GB".
    pub tag: &'static str,
    /// What its speakers call it.
    pub name: &'static str,
    bundle: FluentBundle<FluentResource>,
}

/// Tag, own name and sentences of each language. The first is the one that has every sentence.
const TEXTS: &[(&str, &str, &str)] = &[
    (
        "en-GB",
        "English",
        concat!(
            include_str!("../../../locales/en/portal.ftl"),
            include_str!("../../../locales/en/pages.ftl")
        ),
    ),
    (
        "cy",
        "Cymraeg",
        concat!(
            include_str!("../../../locales/cy/portal.ftl"),
            include_str!("../../../locales/cy/pages.ftl")
        ),
    ),
    (
        "ar",
        "العربية",
        concat!(
            include_str!("../../../locales/ar/portal.ftl"),
            include_str!("../../../locales/ar/pages.ftl")
        ),
    ),
];

static TONGUES: LazyLock<Vec<Tongue>> = LazyLock::new(|| {
    TEXTS.iter().map(|(tag, name, text)| Tongue { tag, name, bundle: bundle(tag, text) }).collect()
});

fn bundle(tag: &str, text: &str) -> FluentBundle<FluentResource> {
    let known: LanguageIdentifier = tag.parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![known]);
    // Names are kept apart by the page itself, and marks that nobody sees would break a search.
    bundle.set_use_isolating(false);
    // A file with a mistake in it still gives everything that is right; a test finds the mistake.
    let resource = match FluentResource::try_new(text.to_owned()) {
        Ok(resource) | Err((resource, _)) => resource,
    };
    bundle.add_resource_overriding(resource);
    bundle
}

impl Tongue {
    /// Every language there is.
    pub fn all() -> &'static [Tongue] {
        &TONGUES
    }

    /// A language by its tag, or the first.
    pub fn of(tag: &str) -> &'static Tongue {
        let all: &'static [Tongue] = &TONGUES;
        let found = all.iter().find(|tongue| tongue.tag == tag);
        found.or_else(|| all.first()).unwrap_or_else(|| LazyLock::force(&FALLBACK))
    }

    /// Whether it is the language that every sentence is written in first.
    pub fn is_first(&self) -> bool {
        TONGUES.first().is_some_and(|first| first.tag == self.tag)
    }

    /// A form being read, whose troubles are said in this language.
    pub fn reading<'a>(&self, posted: &'a Posted) -> Reading<'a> {
        Reading::of(&posted.sent).saying(self.tag, |tag, why| Tongue::of(tag).not_text(why))
    }

    /// A form for residents, with this language's word before each problem.
    pub fn asking(&self, form: Form) -> Form {
        form.roomy().error_word(self.say("title-error"))
    }

    /// Notes the files that were not taken.
    pub fn note_files(&self, form: &mut Reading<'_>, posted: &Posted) {
        for (field, untaken) in &posted.trouble {
            form.wrong(field, self.untaken(untaken));
        }
    }

    /// Why a text cannot be kept.
    fn not_text(&self, why: NotText) -> String {
        match why {
            NotText::Nul => self.say("text-nul"),
            NotText::TooLong { .. } => self.say("text-too-long"),
        }
    }

    /// Why a file was not taken.
    fn untaken(&self, Untaken { name, why }: &Untaken) -> String {
        match why {
            NotTaken::Broken => self.with("file-broken", "name", name),
            NotTaken::TooLarge => self.with("file-too-large", "name", name),
            NotTaken::Empty => self.with("file-empty", "name", name),
            NotTaken::OtherKind => self.with("file-other-kind", "name", name),
            NotTaken::NoPicture => self.with("file-no-picture", "name", name),
        }
    }

    /// Why a day did not count, as the calendar says it in English.
    pub fn because(&self, because: &str) -> String {
        let substitute = " (substitute day)";
        let (holiday, stands_in) = match because.strip_suffix(substitute) {
            Some(holiday) => (holiday, true),
            None => (because, false),
        };
        let Some((_, key)) = HOLIDAYS.iter().find(|(known, _)| *known == holiday) else {
            return because.to_owned();
        };
        let said = self.say(key);
        if stands_in { self.with("holiday-instead", "holiday", said) } else { said }
    }

    /// A sentence.
    pub fn say(&self, key: &str) -> String {
        self.form(key, None)
    }

    /// A sentence with something in it.
    pub fn with(&self, key: &str, name: &'static str, value: impl std::fmt::Display) -> String {
        let value = self.apart(value.to_string());
        self.form(key, Some(&FluentArgs::from_iter([(name, value)])))
    }

    /// Numbers, addresses and references keep their order in a language that runs the other way.
    fn apart(&self, value: String) -> String {
        let theirs =
            value.is_ascii() && value.contains(|it: char| it.is_ascii_digit() || it == '@');
        if frame::direction_of(self.tag) == "rtl" && theirs {
            format!("\u{2066}{value}\u{2069}")
        } else {
            value
        }
    }

    /// A sentence with two things in it.
    pub fn with_both(
        &self,
        key: &str,
        (first, one): &(&'static str, &str),
        (second, other): &(&'static str, &str),
    ) -> String {
        let [one, other] = [*one, *other].map(|value| self.apart(value.to_owned()));
        let args = [(*first, one), (*second, other)];
        self.form(key, Some(&FluentArgs::from_iter(args)))
    }

    /// A sentence that counts.
    pub fn counting(&self, key: &str, n: &usize) -> String {
        let n = FluentValue::from(i64::try_from(*n).unwrap_or(i64::MAX));
        self.form(key, Some(&FluentArgs::from_iter([("n", n)])))
    }

    /// A day in full: "Monday 1 September 2025".
    pub fn day(&self, day: Date) -> String {
        let args = [
            ("weekday", self.say(weekday(day.weekday()))),
            ("day", day.day().to_string()),
            ("month", self.say(&format!("month-{}", day.month()))),
            ("year", day.year().to_string()),
        ];
        self.form("day-in-full", Some(&FluentArgs::from_iter(args)))
    }

    /// A length as packs write it, "10 working days", counted as the language counts.
    pub fn length(&self, length: &str) -> String {
        let (n, unit) = length.split_once(' ').unwrap_or_default();
        let key = match unit {
            "working day" | "working days" => "length-working-days",
            "day" | "days" => "length-days",
            "week" | "weeks" => "length-weeks",
            "month" | "months" => "length-months",
            "year" | "years" => "length-years",
            _ => return length.to_owned(),
        };
        n.parse().map_or_else(|_| length.to_owned(), |n: usize| self.counting(key, &n))
    }

    /// An amount.
    pub fn pounds(&self, pence: u64) -> String {
        self.with("amount", "pounds", money::pounds(i64::try_from(pence).unwrap_or(i64::MAX)))
    }

    fn form(&self, key: &str, args: Option<&FluentArgs<'_>>) -> String {
        let own = self.own(key, args);
        let first = || TONGUES.first().and_then(|first| first.own(key, args));
        own.or_else(first).unwrap_or_else(|| key.to_owned())
    }

    fn own(&self, key: &str, args: Option<&FluentArgs<'_>>) -> Option<String> {
        let pattern = self.bundle.get_message(key)?.value()?;
        let mut wrong = Vec::new();
        let said = self.bundle.format_pattern(pattern, args, &mut wrong);
        wrong.is_empty().then(|| said.into_owned())
    }
}

/// The days that never count, by what the calendars call them, and their keys.
const HOLIDAYS: &[(&str, &str)] = &[
    ("Saturday", "weekday-saturday"),
    ("Sunday", "weekday-sunday"),
    ("New Year’s Day", "holiday-new-year"),
    ("2nd January", "holiday-2-january"),
    ("Good Friday", "holiday-good-friday"),
    ("Easter Monday", "holiday-easter-monday"),
    ("Early May bank holiday", "holiday-early-may"),
    ("Spring bank holiday", "holiday-spring"),
    ("Summer bank holiday", "holiday-summer"),
    ("Christmas Day", "holiday-christmas"),
    ("Boxing Day", "holiday-boxing-day"),
];

static FALLBACK: LazyLock<Tongue> =
    LazyLock::new(|| Tongue { tag: "en-GB", name: "English", bundle: bundle("en-GB", "") });

fn weekday(day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => "weekday-monday",
        Weekday::Tuesday => "weekday-tuesday",
        Weekday::Wednesday => "weekday-wednesday",
        Weekday::Thursday => "weekday-thursday",
        Weekday::Friday => "weekday-friday",
        Weekday::Saturday => "weekday-saturday",
        Weekday::Sunday => "weekday-sunday",
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::path::Path;

    use fluent_bundle::FluentResource;
    use jiff::civil::date;

    use super::{TEXTS, Tongue};

    /// The keys a file gives sentences for.
    fn keys(text: &str) -> BTreeSet<String> {
        let begins = |line: &&str| line.starts_with(|it: char| it.is_ascii_lowercase());
        let key = |line: &str| line.split_once(" =").map(|(key, _)| key.to_owned());
        text.lines().filter(begins).filter_map(key).collect()
    }

    fn read(folder: &Path, all: &mut String) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                read(&path, all);
            } else if path.file_name().is_none_or(|name| name != "tongue.rs") {
                all.push_str(&std::fs::read_to_string(&path).unwrap());
            }
        }
    }

    #[test]
    fn every_file_of_sentences_can_be_read() {
        for (tag, _, text) in TEXTS {
            let errors =
                FluentResource::try_new((*text).to_owned()).err().map(|(_, errors)| errors);
            assert!(errors.is_none(), "{tag}: {errors:?}");
        }
    }

    #[test]
    fn every_key_that_a_page_uses_has_a_sentence_and_every_sentence_is_used() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let own = |file: &str| std::fs::read_to_string(root.join("src/web").join(file)).unwrap();
        let mut pages = own("portal.rs") + &own("page.rs");
        pages.push_str(own("portal/tongue.rs").split("#[cfg(test)]").next().unwrap());
        for folder in ["src/web/portal", "templates/portal", "templates/layout"] {
            read(&root.join(folder), &mut pages);
        }
        let english = keys(TEXTS[0].2);
        // Whatever stands in quotes and looks like a key of ours.
        let quoted: BTreeSet<&str> = pages.split('"').collect();
        let made = |key: &str| {
            ["month-", "weekday-", "length-"].iter().any(|begun| key.starts_with(begun))
        };
        // An answer that says no has a title of its own.
        let titled = |key: &str| {
            let answer = key.strip_suffix("-title").filter(|it| it.starts_with("amiss-"));
            answer.is_some_and(|answer| quoted.contains(answer))
        };
        let known = |key: &String| quoted.contains(key.as_str()) || made(key) || titled(key);
        let unused: Vec<&String> = english
            .iter()
            .filter(|key| !known(key) && *key != "day-in-full" && *key != "amount")
            .collect();
        assert!(unused.is_empty(), "no page says {unused:?}");
        for call in ["say(\"", "with(\"", "with_both(\"", "counting(\""] {
            for key in pages.split(call).skip(1).filter_map(|rest| rest.split('"').next()) {
                assert!(english.contains(key), "no sentence for {key:?}");
            }
        }
        for month in 1..=12 {
            assert!(english.contains(&format!("month-{month}")), "month {month}");
        }
    }

    #[test]
    fn no_other_language_has_a_sentence_that_english_lacks() {
        let english = keys(TEXTS[0].2);
        for (tag, _, text) in TEXTS {
            let own = keys(text);
            let more: Vec<_> = own.difference(&english).collect();
            assert!(more.is_empty(), "{tag}: {more:?}");
        }
    }

    #[test]
    fn every_language_has_every_sentence_with_the_same_things_in_it() {
        let sentences = |text: &str| -> BTreeSet<(String, BTreeSet<String>)> {
            let resource = FluentResource::try_new(text.to_owned()).unwrap();
            let bundle = |key: &str| {
                let lines = text.lines().skip_while(|line| !line.starts_with(&format!("{key} =")));
                let rest = lines.enumerate();
                let own = rest.take_while(|(n, line)| *n == 0 || line.starts_with([' ', '}']));
                let own: Vec<&str> = own.map(|(_, line)| line).collect();
                let own = own.join("\n");
                let after = own.split('$').skip(1);
                let name = |rest: &str| {
                    rest.chars().take_while(char::is_ascii_alphanumeric).collect::<String>()
                };
                after.map(name).collect()
            };
            assert!(resource.entries().count() > 300);
            keys(text).into_iter().map(|key| (key.clone(), bundle(&key))).collect()
        };
        let english = sentences(TEXTS[0].2);
        for (tag, _, text) in &TEXTS[1..] {
            let own = sentences(text);
            let lacking: Vec<_> = english.difference(&own).collect();
            assert!(lacking.is_empty(), "{tag} lacks, or fills otherwise: {lacking:?}");
        }
    }

    #[test]
    fn days_and_lengths_are_said_as_each_language_says_them() {
        let welsh = Tongue::of("cy");
        assert_eq!(welsh.day(date(2025, 9, 1)), "dydd Llun 1 Medi 2025");
        assert_eq!(welsh.length("10 working days"), "10 diwrnod gwaith");
        assert_eq!(welsh.length("2 working days"), "2 ddiwrnod gwaith");
        let arabic = Tongue::of("ar");
        assert_eq!(arabic.day(date(2025, 9, 1)), "الاثنين 1 سبتمبر 2025");
        assert_eq!(arabic.length("10 working days"), "10 أيام عمل");
        assert_eq!(arabic.length("20 working days"), "20 يوم عمل");
    }

    #[test]
    fn a_number_keeps_its_order_in_a_language_that_runs_the_other_way() {
        let ring = |tag: &str| Tongue::of(tag).with("ring-us", "number", "01632 960 123");
        assert!(ring("ar").contains("\u{2066}01632 960 123\u{2069}"), "{}", ring("ar"));
        assert_eq!(ring("en-GB"), "Telephone 01632 960 123");
    }

    #[test]
    fn what_a_language_lacks_stands_in_english_and_an_unknown_language_is_english() {
        let tongue = Tongue::of("tlh");
        assert_eq!(tongue.tag, "en-GB");
        assert_eq!(tongue.length("10 working days"), "10 working days");
        assert_eq!(tongue.length("until spring"), "until spring");
        assert_eq!(tongue.day(date(2025, 9, 1)), "Monday 1 September 2025");
        let bare = Tongue { tag: "xx", name: "None", bundle: super::bundle("xx", "continue = !") };
        assert_eq!(bare.say("continue"), "!");
        assert_eq!(bare.say("weekday-monday"), "Monday");
        assert_eq!(bare.say("no-such-key"), "no-such-key");
    }
}
