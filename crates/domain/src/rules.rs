//! Everything a decision may lean on besides the case itself: pack, calendar, actor and day.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::calendar::{Calendar, CalendarEnds, Reckoning, Span};
use crate::ids::StaffId;
use crate::policy::Duty;
use crate::policy::terms::Terms;
use crate::refusal::{Refusal, Why};
use crate::vocabulary::Role;

/// Who acts. Somebody unnamed is somebody who may: only people who are named can be barred.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Actor {
    pub id: Option<StaffId>,
    /// Roles held; empty where nobody said.
    pub roles: Vec<Role>,
    /// What is quoted of the one case that is a resident's own; empty while theirs has none yet.
    pub own: Option<String>,
}

/// The borrowed surroundings of one decision.
#[derive(Clone, Copy, Debug)]
pub struct Rules<'a> {
    pub terms: Terms<'a>,
    pub calendar: &'a Calendar,
    pub actor: &'a Actor,
    /// The Europe/London day on which the act happens.
    pub today: Date,
    /// The roles of the landlord's people, as far as they are known.
    pub staff: &'a BTreeMap<StaffId, Vec<Role>>,
}

impl Rules<'_> {
    /// A refusal under a duty's clause.
    pub fn refuse<T>(&self, duty: Duty, why: Why) -> Result<T, Refusal> {
        Err(self.refusal(duty, why))
    }

    /// The same, as a value.
    pub fn refusal(&self, duty: Duty, why: Why) -> Refusal {
        Refusal { clause: self.terms.clause(duty), why }
    }

    /// Counts a limit on the landlord.
    ///
    /// # Errors
    /// The refusal `calendar-ends` where the count runs past the last loaded year.
    pub fn reckon(&self, from: Date, span: Span) -> Result<Reckoning, Refusal> {
        self.calendar.reckon(from, span).map_err(ends)
    }

    /// Counts a limit on the resident, which runs on to a working day.
    ///
    /// # Errors
    /// The refusal `calendar-ends` where the count runs past the last loaded year.
    pub fn reckon_for_resident(&self, from: Date, span: Span) -> Result<Reckoning, Refusal> {
        self.calendar.reckon_for_resident(from, span).map_err(ends)
    }

    /// Whether somebody is known to hold none of `roles`. Nothing known is no objection.
    pub fn lacks_role(&self, who: &StaffId, given: Option<Role>, roles: &[Role]) -> bool {
        let mut known: Vec<Role> = self.staff.get(who).cloned().unwrap_or_default();
        known.extend(given);
        !known.is_empty() && !known.iter().any(|role| roles.contains(role))
    }
}

/// The refusal of a count that runs past the last loaded year.
pub fn ends(error: CalendarEnds) -> Refusal {
    Refusal { clause: "calendar".to_owned(), why: Why::CalendarEnds { year: error.year } }
}
