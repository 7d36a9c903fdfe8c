//! Counting: from the day something happened to the day on which a limit ends.
//!
//! The day of the event is day 0, also at a weekend, and an act on the last day is in time.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Calendar, CalendarEnds, Span};

/// A day that did not count, and the reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Skipped {
    pub day: Date,
    pub because: String,
}

/// A limit worked out, with each day that did not count, in order of date.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reckoning {
    pub from: Date,
    pub span: Span,
    pub due: Date,
    pub why: Vec<Skipped>,
}

impl Calendar {
    /// The last day of a landlord's limit. Weeks, months and calendar days end where they end,
    /// also on a day on which nobody works.
    pub fn reckon(&self, from: Date, span: Span) -> Result<Reckoning, CalendarEnds> {
        self.covers(from)?;
        let length = match span {
            Span::WorkingDays(n) => return self.count_working_days(from, n),
            Span::Days(n) => jiff::Span::new().try_days(n),
            Span::Weeks(n) => jiff::Span::new().try_weeks(n),
            Span::Months(n) => jiff::Span::new().try_months(n),
            Span::Years(n) => jiff::Span::new().try_years(n),
        };
        // The only way to fail is a date past the last one there is.
        let due = length.and_then(|length| from.checked_add(length)).unwrap_or(Date::MAX);
        self.covers(due)?;
        Ok(Reckoning { from, span, due, why: Vec::new() })
    }

    /// The last day of a resident's limit: one that would end on a day on which nobody works
    /// runs on to the next working day.
    pub fn reckon_for_resident(&self, from: Date, span: Span) -> Result<Reckoning, CalendarEnds> {
        let mut reckoning = self.reckon(from, span)?;
        while let Some(because) = self.closed(reckoning.due)? {
            reckoning.why.push(Skipped { day: reckoning.due, because: because.to_owned() });
            reckoning.due = self.day_after(reckoning.due)?;
        }
        Ok(reckoning)
    }

    /// Working days after `from`, up to and including `to`; negative when `to` comes first.
    pub fn working_days_between(&self, from: Date, to: Date) -> Result<i64, CalendarEnds> {
        if to < from {
            return Ok(-self.working_days_between(to, from)?);
        }
        self.covers(from)?;
        self.covers(to)?;
        let mut counted = 0;
        let mut day = from;
        while day < to {
            day = self.day_after(day)?;
            if self.closed(day)?.is_none() {
                counted += 1;
            }
        }
        Ok(counted)
    }

    fn count_working_days(&self, from: Date, n: u32) -> Result<Reckoning, CalendarEnds> {
        let mut why = Vec::new();
        let mut due = from;
        let mut left = n;
        while 0 < left {
            due = self.day_after(due)?;
            match self.closed(due)? {
                None => left -= 1,
                Some(because) => why.push(Skipped { day: due, because: because.to_owned() }),
            }
        }
        Ok(Reckoning { from, span: Span::WorkingDays(n), due, why })
    }

    fn day_after(&self, day: Date) -> Result<Date, CalendarEnds> {
        day.tomorrow().map_err(|_| self.missing(day.year().saturating_add(1)))
    }
}
