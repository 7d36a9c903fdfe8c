//! Reads a posted form field by field and collects everything that is wrong at once.

use jiff::civil::Date;

use super::day;
use super::errors::FormErrors;
use super::money;
use super::sent::Sent;
use super::text::{self, NotText};

/// A form being read. Each method notes what is wrong and gives `None` for it, so that the
/// person hears of every problem in one go.
pub struct Reading<'a> {
    sent: &'a Sent,
    errors: FormErrors,
    /// How it is said, in a language, that a text cannot be kept.
    not_text: Said,
    language: &'static str,
}

/// Says in the language of a tag why a text cannot be kept.
type Said = fn(&'static str, NotText) -> String;

impl<'a> Reading<'a> {
    /// Starts reading what was sent.
    pub fn of(sent: &'a Sent) -> Reading<'a> {
        let not_text: Said = |_, why| why.to_string();
        Reading { sent, errors: FormErrors::none(), not_text, language: "en-GB" }
    }

    /// Says in another language why a text cannot be kept.
    pub fn saying(self, language: &'static str, not_text: Said) -> Reading<'a> {
        Reading { not_text, language, ..self }
    }

    /// Words that must be there; `missing` is said when there is nothing to see in them.
    pub fn required(&mut self, name: &str, missing: &str) -> Option<String> {
        let words = self.words(name)?;
        if words.is_none() {
            self.errors.add(name, missing);
        }
        words
    }

    /// Words that may be left out: `Some(None)` when they are, `None` when they are wrong.
    pub fn words(&mut self, name: &str) -> Option<Option<String>> {
        match text::read(self.sent.get(name)) {
            Ok(words) => Some(words),
            Err(why) => {
                let words = (self.not_text)(self.language, why);
                self.errors.add(name, words);
                None
            }
        }
    }

    /// A day that must be there, from the one box.
    pub fn day(&mut self, name: &str, missing: &str) -> Option<Date> {
        let day = self.optional_day(name)?;
        if day.is_none() {
            self.errors.add(name, missing);
        }
        day
    }

    /// A day that may be left out: `Some(None)` when it is, `None` when it is wrong.
    pub fn optional_day(&mut self, name: &str) -> Option<Option<Date>> {
        let typed = self.words(name)?;
        let Some(typed) = typed else { return Some(None) };
        match day::parse(&typed) {
            Ok(day) => Some(Some(day)),
            Err(why) => {
                self.errors.add(name, why.to_string());
                None
            }
        }
    }

    /// Today, yesterday or another day, from the radios of `Form::near_day`.
    pub fn near_day(&mut self, name: &str, today: Date, missing: &str) -> Option<Date> {
        match self.sent.get(name) {
            "today" => Some(today),
            "yesterday" => today.yesterday().ok(),
            "another" => self.day(&format!("{name}-day"), missing),
            _ => {
                self.errors.add(name, missing);
                None
            }
        }
    }

    /// An amount that must be there, in pence.
    pub fn pence(&mut self, name: &str, missing: &str) -> Option<i64> {
        let pence = self.optional_pence(name)?;
        if pence.is_none() {
            self.errors.add(name, missing);
        }
        pence
    }

    /// An amount that may be left out: `Some(None)` when it is, `None` when it is wrong.
    pub fn optional_pence(&mut self, name: &str) -> Option<Option<i64>> {
        let typed = self.words(name)?;
        let Some(typed) = typed else { return Some(None) };
        match money::parse(&typed) {
            Ok(pence) => Some(Some(pence)),
            Err(why) => {
                self.errors.add(name, why.to_string());
                None
            }
        }
    }

    /// One of a list of choices: `known` turns the sent value into it.
    pub fn choice<T>(
        &mut self,
        name: &str,
        missing: &str,
        known: impl FnOnce(&str) -> Option<T>,
    ) -> Option<T> {
        let choice = known(self.sent.get(name));
        if choice.is_none() {
            self.errors.add(name, missing);
        }
        choice
    }

    /// Every ticked box whose value is known; others are left out.
    pub fn ticked<T>(&self, name: &str, known: impl FnMut(&str) -> Option<T>) -> Vec<T> {
        self.sent.all(name).filter_map(known).collect()
    }

    /// Whether a single box is ticked (its value is "yes").
    pub fn is_ticked(&self, name: &str) -> bool {
        self.sent.get(name) == "yes"
    }

    /// The version of the case that the person saw when the form was drawn.
    pub fn seen_version(&self) -> Option<u64> {
        self.sent.get(super::form::SEEN_VERSION).parse().ok()
    }

    /// Notes a problem found by looking at several fields together.
    pub fn wrong(&mut self, name: &str, words: impl Into<String>) {
        self.errors.add(name, words);
    }

    /// Whether nothing is wrong so far.
    pub fn is_right(&self) -> bool {
        self.errors.is_empty()
    }

    /// What was found wrong.
    pub fn errors(self) -> FormErrors {
        self.errors
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn sent(pairs: &[(&str, &str)]) -> Sent {
        Sent::from_pairs(pairs.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())).collect())
    }

    #[test]
    fn everything_wrong_is_said_at_once_and_in_order() {
        let sent = sent(&[("reason", " \u{200b}"), ("to", "31 2 2026"), ("amount", "-5")]);
        let mut form = Reading::of(&sent);
        assert_eq!(form.required("reason", "Enter why more time is needed"), None);
        assert_eq!(form.day("to", "Enter the new date"), None);
        assert_eq!(form.pence("amount", "Enter the amount"), None);
        assert_eq!(form.choice("channel", "Choose how they got in touch", |_| None::<()>), None);
        let errors = form.errors();
        let said: Vec<&str> = errors.list().iter().map(|error| error.words.as_str()).collect();
        assert_eq!(
            said,
            [
                "Enter why more time is needed",
                day::REAL_DATE,
                money::REAL_AMOUNT,
                "Choose how they got in touch"
            ]
        );
        assert_eq!(errors.beside("to"), Some(day::REAL_DATE));
    }

    #[test]
    fn what_is_right_is_read() {
        let sent = sent(&[
            ("reason", "Surveyor is away"),
            ("to", "13 may 2025"),
            ("heard", "yesterday"),
            ("told", "another"),
            ("told-day", "2/4/2025"),
            ("amount", "£175"),
            ("needs", "large-print"),
            ("needs", "call-first"),
            ("sure", "yes"),
            ("seen-version", "41"),
        ]);
        let today = date(2025, 4, 8);
        let mut form = Reading::of(&sent);
        assert_eq!(form.required("reason", "-").as_deref(), Some("Surveyor is away"));
        assert_eq!(form.day("to", "-"), Some(date(2025, 5, 13)));
        assert_eq!(form.near_day("heard", today, "-"), Some(date(2025, 4, 7)));
        assert_eq!(form.near_day("told", today, "-"), Some(date(2025, 4, 2)));
        assert_eq!(form.pence("amount", "-"), Some(17_500));
        assert_eq!(form.optional_day("left-out"), Some(None));
        assert_eq!(form.words("left-out"), Some(None));
        assert_eq!(form.ticked("needs", |v| Some(v.to_owned())), ["large-print", "call-first"]);
        assert!(form.is_ticked("sure") && !form.is_ticked("needs"));
        assert_eq!(form.seen_version(), Some(41));
        assert!(form.is_right());
    }

    #[test]
    fn a_wrong_other_day_is_said_beside_its_own_box() {
        let sent = sent(&[("heard", "another"), ("heard-day", "soon")]);
        let mut form = Reading::of(&sent);
        assert_eq!(form.near_day("heard", date(2025, 4, 8), "Choose the day"), None);
        assert_eq!(form.errors().beside("heard-day"), Some(day::REAL_DATE));
    }
}
