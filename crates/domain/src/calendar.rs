//! The calendar: which days are working days in a nation, and why the others are not.

mod bank_holidays;
mod nation;
mod reckoning;
mod span;

use std::{collections::BTreeMap, error, fmt, sync::Arc};

use jiff::civil::{Date, Weekday};

pub use self::{
    nation::{Nation, UnknownNation},
    reckoning::{Reckoning, Skipped},
    span::{BadSpan, Span},
};

/// The bank holidays of a nation, with a landlord's own closure days. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Calendar {
    nation: Nation,
    bank_holidays: &'static [(Date, &'static str)],
    closures: Arc<BTreeMap<Date, String>>,
}

impl Calendar {
    /// The calendar shipped with the program.
    pub fn of(nation: Nation) -> Calendar {
        Calendar {
            nation,
            bank_holidays: bank_holidays::days(nation),
            closures: Arc::new(BTreeMap::new()),
        }
    }

    /// Adds the landlord's own closure days, each with the reason to show for it. A day given
    /// twice keeps the later reason.
    pub fn closed_on(mut self, closures: impl IntoIterator<Item = (Date, String)>) -> Calendar {
        Arc::make_mut(&mut self.closures).extend(closures);
        self
    }

    pub fn nation(&self) -> Nation {
        self.nation
    }

    /// Which edition of the published list this is; recorded with dates that were promised.
    pub fn version(&self) -> &str {
        bank_holidays::VERSION
    }

    /// The first year whose bank holidays are known.
    pub fn first_year(&self) -> i16 {
        bank_holidays::FIRST_YEAR
    }

    /// The last year whose bank holidays are known.
    pub fn last_year(&self) -> i16 {
        bank_holidays::LAST_YEAR
    }

    /// Every bank holiday with its published name, in order of date.
    pub fn bank_holidays(&self) -> impl Iterator<Item = (Date, &str)> {
        self.bank_holidays.iter().map(|(day, name)| (*day, *name))
    }

    /// The landlord's own closure days with their reasons, in order of date.
    pub fn closures(&self) -> impl Iterator<Item = (Date, &str)> {
        self.closures.iter().map(|(day, reason)| (*day, reason.as_str()))
    }

    /// Why nobody works on `day`, or `None` for a working day.
    pub fn day(&self, day: Date) -> Result<Option<String>, CalendarEnds> {
        Ok(self.closed(day)?.map(str::to_owned))
    }

    /// Weekend first, then bank holiday, then closure: the reason that holds for most people.
    fn closed(&self, day: Date) -> Result<Option<&str>, CalendarEnds> {
        self.covers(day)?;
        if day.weekday() == Weekday::Saturday {
            return Ok(Some("Saturday"));
        }
        if day.weekday() == Weekday::Sunday {
            return Ok(Some("Sunday"));
        }
        let found = self.bank_holidays.binary_search_by_key(&day, |(day, _)| *day);
        if let Some((_, name)) = found.ok().and_then(|at| self.bank_holidays.get(at)) {
            return Ok(Some(name));
        }
        Ok(self.closures.get(&day).map(String::as_str))
    }

    /// A day whose bank holidays are not known may be neither counted nor promised.
    fn covers(&self, day: Date) -> Result<(), CalendarEnds> {
        if (self.first_year()..=self.last_year()).contains(&day.year()) {
            return Ok(());
        }
        Err(self.missing(day.year()))
    }

    fn missing(&self, year: i16) -> CalendarEnds {
        CalendarEnds { year, nation: self.nation }
    }
}

/// A count that needs a year whose bank holidays are not loaded: never a silent guess.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CalendarEnds {
    pub year: i16,
    pub nation: Nation,
}

impl fmt::Display for CalendarEnds {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "the bank holidays of {} are not loaded for {}, so days in that year cannot be \
             counted: an administrator or a complaints manager can load a newer calendar",
            self.nation.title(),
            self.year
        )
    }
}

impl error::Error for CalendarEnds {}
