//! The Ombudsman's address, as dated rows, and the three ways in which a letter speaks of it.

use jiff::ToSpan;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::tongue::Tongue;

/// How to reach an Ombudsman from one day to another. Letters print the row of their own day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    pub body: String,
    pub phone: String,
    pub web: String,
    pub post: String,
    /// Where new cases are made online, once the body asks for that.
    pub form: Option<String>,
    pub email: Option<String>,
    /// First day of the row; none if it began before this register does.
    pub valid_from: Option<Date>,
    /// Last day of the row; none while it stands.
    pub valid_to: Option<Date>,
    /// The day somebody last held it against the body's own website. Asked again each year.
    pub checked_on: Date,
}

impl Row {
    /// Whether a letter of this day may print the row.
    pub fn covers(&self, day: Date) -> bool {
        self.valid_from.is_none_or(|from| from <= day) && self.valid_to.is_none_or(|to| day <= to)
    }

    /// The lines under which people reach it, in English.
    pub fn lines(&self) -> Vec<String> {
        self.lines_in(Tongue::first())
    }

    /// The lines under which people reach it.
    pub fn lines_in(&self, t: &Tongue) -> Vec<String> {
        let line = |key: &str, way: &str| t.say(key, &[("way", way)]);
        let mut lines = vec![line("line-phone", &self.phone)];
        match &self.form {
            Some(form) => lines.push(line("line-form", form)),
            None => lines.push(line("line-website", &self.web)),
        }
        if let Some(email) = &self.email {
            lines.push(line("line-email", email));
        }
        lines.push(line("line-post", &format!("{}, {}", self.body, self.post)));
        lines
    }
}

/// The last day on which new cases went to the Housing Ombudsman by e-mail.
const LAST_EMAIL_DAY: Date = Date::constant(2026, 1, 12);
/// The first day of the web form.
const FIRST_FORM_DAY: Date = Date::constant(2026, 1, 13);

/// The Housing Ombudsman's rows, oldest first. A landlord's settings may put others in their place.
pub fn register() -> Vec<Row> {
    let row = Row {
        body: "Housing Ombudsman Service".to_owned(),
        phone: "0300 111 3000".to_owned(),
        web: "www.housing-ombudsman.org.uk".to_owned(),
        post: "PO Box 1484, Unit D, Preston PR2 0ET".to_owned(),
        form: None,
        email: Some("info@housing-ombudsman.org.uk".to_owned()),
        valid_from: None,
        valid_to: Some(LAST_EMAIL_DAY),
        checked_on: LAST_EMAIL_DAY,
    };
    let now = Row {
        form: Some("www.housing-ombudsman.org.uk".to_owned()),
        email: None,
        valid_from: Some(FIRST_FORM_DAY),
        valid_to: None,
        checked_on: FIRST_FORM_DAY,
        ..row.clone()
    };
    vec![row, now]
}

/// A register in which a landlord's own rows, each from its day on, stand in place of what held.
pub fn replaced(register: Vec<Row>, own: impl IntoIterator<Item = (Date, Row)>) -> Vec<Row> {
    own.into_iter().fold(register, |mut register, (from, row)| {
        let before = from.yesterday().unwrap_or(from);
        for earlier in &mut register {
            if earlier.valid_to.is_none_or(|to| before < to) {
                earlier.valid_to = Some(before);
            }
        }
        let begins = |row: &Row| row.valid_from.is_none_or(|first| first <= before);
        register.retain(begins);
        register.push(Row { valid_from: Some(from), valid_to: None, ..row });
        register
    })
}

/// The row that a letter of this day prints, if any covers it.
pub fn on(day: Date, register: &[Row]) -> Option<&Row> {
    register.iter().find(|row| row.covers(day))
}

/// The Ombudsman's place in one letter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OmbudsmanBlock {
    #[serde(flatten)]
    pub row: Row,
    pub wording: Wording,
}

/// What the letter says about the Ombudsman.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Wording {
    /// Help may be asked for at any time (Code 3.7).
    Advice,
    /// This decision may be challenged (Code 2.4, 5.11, 6.5, 6.16).
    Challenge,
    /// The case may go there straight away, until the last day (Code 6.19g).
    Refer { last_day: Date },
    /// The Ombudsman cannot look at it; independent advice instead (wdh-2022).
    OutsideRemit,
}

impl Wording {
    /// Referral after a final answer: twelve months from the letter's leaving, to the
    /// corresponding day, never rolled to a working day. None past the calendar's end.
    pub fn refer(leaves_on: Date) -> Option<Self> {
        leaves_on.checked_add(12.months()).ok().map(|last_day| Self::Refer { last_day })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_email_row_ends_and_the_form_row_begins_without_a_gap() {
        let register = register();
        let old = on(Date::constant(2026, 1, 12), &register).unwrap();
        let new = on(Date::constant(2026, 1, 13), &register).unwrap();
        assert!(old.email.is_some() && old.form.is_none());
        assert!(new.email.is_none() && new.form.is_some());
        assert_eq!(old.valid_to.unwrap().tomorrow().unwrap(), new.valid_from.unwrap());
    }

    #[test]
    fn a_row_of_the_landlords_own_stands_from_its_day_in_place_of_what_held() {
        let own = |phone: &str| Row { phone: phone.to_owned(), ..register().remove(1) };
        let (first, second) = (Date::constant(2026, 12, 1), Date::constant(2027, 3, 1));
        let rows = replaced(register(), [(first, own("one")), (second, own("two"))]);
        let phone = |y, m, d| on(Date::constant(y, m, d), &rows).unwrap().phone.as_str();
        assert_eq!(phone(2026, 1, 12), "0300 111 3000");
        assert_eq!(phone(2026, 11, 30), "0300 111 3000");
        assert_eq!(phone(2026, 12, 1), "one");
        assert_eq!(phone(2027, 2, 28), "one");
        assert_eq!(phone(2027, 3, 1), "two");
        let mut day = Date::constant(2025, 12, 1);
        while day < Date::constant(2027, 6, 1) {
            assert_eq!(rows.iter().filter(|row| row.covers(day)).count(), 1, "{day}");
            day = day.tomorrow().unwrap();
        }
        // One that begins before what the program knows next stands in its place as well.
        let rows = replaced(register(), [(Date::constant(2025, 5, 1), own("one"))]);
        assert_eq!(on(Date::constant(2026, 6, 1), &rows).unwrap().phone, "one");
    }

    #[test]
    fn referral_runs_to_the_corresponding_day_and_is_not_rolled() {
        let after = |y, m, d| Wording::refer(Date::constant(y, m, d)).unwrap();
        let until = |y, m, d| Wording::Refer { last_day: Date::constant(y, m, d) };
        assert_eq!(after(2025, 10, 13), until(2026, 10, 13));
        assert_eq!(after(2024, 2, 29), until(2025, 2, 28));
    }
}
