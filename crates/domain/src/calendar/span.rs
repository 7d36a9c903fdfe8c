//! Lengths of time as policies write them: "10 working days", "6 weeks", "12 months".

use std::{error, fmt, str};

use serde::{Deserialize, Serialize};

/// A length of time with its unit. Written and read as words: "1 week", "10 working days".
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Span {
    WorkingDays(u32),
    /// Calendar days.
    Days(u32),
    /// Seven days each.
    Weeks(u32),
    /// To the corresponding date, or the last day of a shorter month.
    Months(u32),
    /// Twelve months each.
    Years(u32),
}

impl Span {
    /// Nobody promises anything for longer; a longer one is a slip of the pen.
    const MOST_YEARS: u32 = 100;

    /// How many there are, and of what.
    const fn parts(self) -> (u32, &'static str) {
        match self {
            Span::WorkingDays(n) => (n, "working day"),
            Span::Days(n) => (n, "day"),
            Span::Weeks(n) => (n, "week"),
            Span::Months(n) => (n, "month"),
            Span::Years(n) => (n, "year"),
        }
    }

    const fn is_too_long(self) -> bool {
        let a_year_has = match self {
            Span::WorkingDays(_) => 260,
            Span::Days(_) => 365,
            Span::Weeks(_) => 52,
            Span::Months(_) => 12,
            Span::Years(_) => 1,
        };
        Span::MOST_YEARS * a_year_has < self.parts().0
    }
}

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (n, unit) = self.parts();
        let plural = if n == 1 { "" } else { "s" };
        write!(f, "{n} {unit}{plural}")
    }
}

impl From<Span> for String {
    fn from(span: Span) -> String {
        span.to_string()
    }
}

impl TryFrom<String> for Span {
    type Error = BadSpan;

    fn try_from(given: String) -> Result<Span, BadSpan> {
        given.parse()
    }
}

impl str::FromStr for Span {
    type Err = BadSpan;

    fn from_str(given: &str) -> Result<Span, BadSpan> {
        let mut words = given.split_whitespace();
        let number = words.next().ok_or(BadSpan::Blank)?;
        if !number.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(BadSpan::NotANumber { given: number.to_owned() });
        }
        // Digits that do not fit are the only other way to fail, and are far past any limit.
        let n = number.parse().unwrap_or(u32::MAX);
        let unit = words.collect::<Vec<_>>().join(" ").to_lowercase();
        let span = match unit.as_str() {
            "working day" | "working days" => Span::WorkingDays(n),
            "day" | "days" => Span::Days(n),
            "week" | "weeks" => Span::Weeks(n),
            "month" | "months" => Span::Months(n),
            "year" | "years" => Span::Years(n),
            "" => return Err(BadSpan::NoUnit { number: number.to_owned() }),
            _ => return Err(BadSpan::UnknownUnit { unit, given: given.trim().to_owned() }),
        };
        if n == 0 {
            return Err(BadSpan::Zero { given: given.trim().to_owned() });
        }
        if span.is_too_long() {
            return Err(BadSpan::TooLong { given: given.trim().to_owned() });
        }
        Ok(span)
    }
}

/// What is wrong with a length of time somebody wrote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BadSpan {
    Blank,
    NotANumber { given: String },
    NoUnit { number: String },
    UnknownUnit { unit: String, given: String },
    Zero { given: String },
    TooLong { given: String },
}

impl fmt::Display for BadSpan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const UNITS: &str = "working days, days, weeks, months or years";
        match self {
            BadSpan::Blank => {
                f.write_str("a length is missing: write one such as \"10 working days\"")
            }
            BadSpan::NotANumber { given } => {
                write!(
                    f,
                    "{given:?} is not a whole number: write \"10 working days\" or \"6 weeks\""
                )
            }
            BadSpan::NoUnit { number } => write!(f, "{number:?} has no unit: add {UNITS}"),
            BadSpan::UnknownUnit { unit, given } => {
                write!(f, "{unit:?} in {given:?} is not a unit: use {UNITS}")
            }
            BadSpan::Zero { given } => write!(f, "{given:?} is no time at all: use at least 1"),
            BadSpan::TooLong { given } => {
                write!(f, "{given:?} is longer than {} years", Span::MOST_YEARS)
            }
        }
    }
}

impl error::Error for BadSpan {}
