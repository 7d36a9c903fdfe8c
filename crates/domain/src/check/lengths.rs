//! Which of two lengths is longer, in the worst case, whatever units they are written in.

use std::cmp::Ordering;
use std::ops::Add;

use crate::calendar::Span;

/// How long something takes: exactly in working days where it is written so, and between two
/// numbers of calendar days in any case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Reach {
    working: Option<u32>,
    least: u32,
    most: u32,
}

/// How one length compares with another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Likeness {
    Shorter,
    Same,
    /// Shorter at some times of the year, longer at others.
    Unsure,
    Longer,
}

impl Reach {
    pub(super) fn of(span: Span) -> Self {
        match span {
            Span::WorkingDays(n) => {
                // At best five in a week beginning at once; at worst a weekend more, and the four
                // holidays around Christmas or Easter.
                let weekends = n.saturating_sub(1) / 5;
                Self { working: Some(n), least: n + 2 * weekends, most: n + 2 * (n / 5 + 1) + 4 }
            }
            Span::Days(n) => Self::exact(n),
            Span::Weeks(n) => Self::exact(n.saturating_mul(7)),
            Span::Months(n) => Self::between(n.saturating_mul(28), n.saturating_mul(31)),
            Span::Years(n) => Self::between(n.saturating_mul(365), n.saturating_mul(366)),
        }
    }

    fn exact(days: u32) -> Self {
        Self::between(days, days)
    }

    fn between(least: u32, most: u32) -> Self {
        Self { working: None, least, most }
    }

    pub(super) fn against(self, other: Self) -> Likeness {
        if let (Some(own), Some(its)) = (self.working, other.working) {
            return match own.cmp(&its) {
                Ordering::Less => Likeness::Shorter,
                Ordering::Equal => Likeness::Same,
                Ordering::Greater => Likeness::Longer,
            };
        }
        if self == other {
            return Likeness::Same;
        }
        if self.most <= other.least {
            Likeness::Shorter
        } else if other.most < self.least {
            Likeness::Longer
        } else {
            Likeness::Unsure
        }
    }
}

impl Add for Reach {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            working: self.working.zip(other.working).map(|(left, right)| left + right),
            least: self.least + other.least,
            most: self.most + other.most,
        }
    }
}

/// Whether a length is longer than another, compared alone. Months against months, years against
/// months and the like are exact.
pub(super) fn compare(own: Span, code: Span) -> Likeness {
    match (months(own), months(code)) {
        (Some(own), Some(code)) if own == code => Likeness::Same,
        (Some(own), Some(code)) if own < code => Likeness::Shorter,
        (Some(_), Some(_)) => Likeness::Longer,
        _ => Reach::of(own).against(Reach::of(code)),
    }
}

fn months(span: Span) -> Option<u32> {
    match span {
        Span::Months(n) => Some(n),
        Span::Years(n) => Some(n.saturating_mul(12)),
        Span::WorkingDays(_) | Span::Days(_) | Span::Weeks(_) => None,
    }
}
