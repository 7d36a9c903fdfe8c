//! What a clock says on a page: its tag, and the page that shows how its date was reached.

use jiff::civil::Date;
use redress_domain::calendar::Calendar;
use redress_domain::clock::{Clock, Status, What};

use crate::web::part::tag::{Mark, Tag, working_days};
use crate::words;

/// Inside so many working days a clock asks for attention.
pub const REMINDER: u32 = 3;

/// The page of a clock within its case: `clocks/response-1`, `clocks/action-1-a2`.
pub fn page_of(clock: &Clock) -> String {
    format!("clocks/{}", id_of(clock))
}

/// What a clock is called in an address.
pub fn id_of(clock: &Clock) -> String {
    let stage = clock.stage.map(|stage| format!("-{}", stage.number())).unwrap_or_default();
    let of = clock.of.as_ref().map(|of| format!("-{of}")).unwrap_or_default();
    format!("{}{stage}{of}", clock.what.name())
}

/// A clock by name, with what tells it from its like where people would know it by that.
pub fn name_of(clock: &Clock) -> String {
    match (clock.what, clock.stage) {
        (What::Update, Some(stage)) => {
            format!("{}, {}", words::clocks::what(clock.what), words::clocks::stage(stage))
        }
        _ => words::clocks::full(clock),
    }
}

/// What the clock says today, in a few words with a shape.
pub fn tag_of(clock: &Clock, today: Date, calendar: &Calendar) -> Tag {
    match clock.status {
        Status::Forecast => Tag::forecast(),
        Status::Void => Tag::plain("No longer counts"),
        Status::Met => clock.done_on.map_or_else(|| Tag::plain("Met"), Tag::met),
        Status::Running if clock.what == What::ExtensionLimit => Tag::plain("Outer limit"),
        Status::Running => match between(calendar, today, clock.due) {
            Some(left) if clock.what.binds_resident() && 0 < left => {
                Tag::new(Mark::Running, format!("{} left", working_days(left)))
            }
            // A resident's limit and ours may end on a day on which nobody works.
            Some(0) if clock.due != today => Tag::new(Mark::Soon, "Ends on a day off"),
            Some(left) => Tag::left(left, REMINDER),
            None => Tag::plain("Running"),
        },
        Status::Missed if clock.what.binds_resident() => Tag::plain("Passed"),
        Status::Missed => {
            let until = clock.done_on.unwrap_or(today);
            let days = between(calendar, clock.due, until).unwrap_or(0);
            match clock.done_on {
                Some(_) if days == 0 => Tag::new(Mark::MetLate, "Met late"),
                Some(_) => Tag::met_late(days),
                None if days == 0 => Tag::new(Mark::Late, "Late"),
                None => Tag::late(days),
            }
        }
    }
}

/// Working days from one day to a later one.
pub fn between(calendar: &Calendar, from: Date, to: Date) -> Option<u32> {
    calendar.working_days_between(from, to).ok().and_then(|days| u32::try_from(days).ok())
}
