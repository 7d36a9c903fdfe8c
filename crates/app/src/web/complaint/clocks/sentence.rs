//! How a date was reached, in one sentence that can be copied into a letter.

use redress_domain::clock::{Clock, Status};

use super::extended;
use crate::desk::Case;
use crate::web::complaint::tags;
use crate::web::part::day;
use crate::web::part::tag::working_days;
use crate::words;

/// "Due Monday 28 April 2025: 10 working days after the acknowledgement, Thursday 10 April 2025,
/// not counting ..."
pub fn of(case: &Case, clock: &Clock) -> String {
    let start = words::clocks::start(clock.from_event);
    let due = day::long(clock.due);
    let counted = match &clock.length {
        Some(length) => format!("{length} after {start}, {}", day::long(clock.from)),
        None => format!("promised on {}", day::long(clock.from)),
    };
    let without = without(clock);
    let Some(first) = extended(case, clock).first() else {
        let forecast = if clock.status == Status::Forecast {
            " This is a forecast until the acknowledgement is sent, and cannot be missed."
        } else {
            ""
        };
        return format!("Due {due}: {counted}{without}.{forecast}");
    };
    let moves: Vec<String> = extended(case, clock)
        .iter()
        .map(|it| format!("to {} on {}", day::long(it.to), day::long(it.on)))
        .collect();
    let counts = tags::between(&case.surroundings.calendar, clock.from, clock.due);
    let in_all = counts
        .map(|days| format!(" That is {} in all{without}.", working_days(days)))
        .unwrap_or_default();
    format!(
        "Due {due}: {counted}, gave {}, and the response was extended {}.{in_all}",
        day::long(first.from),
        words::all_of(&moves)
    )
}

/// The days that were skipped: weekends by their number, others by name.
fn without(clock: &Clock) -> String {
    let weekends = clock.why.iter().filter(|it| is_weekend(&it.because)).count();
    let mut skipped: Vec<String> = Vec::new();
    if 0 < weekends {
        skipped.push(words::counted(weekends, "weekend day"));
    }
    let others = clock.why.iter().filter(|it| !is_weekend(&it.because));
    skipped.extend(others.map(|it| format!("{} ({})", it.because, day::short(it.day))));
    if skipped.is_empty() {
        String::new()
    } else {
        format!(", not counting {}", words::all_of(&skipped))
    }
}

fn is_weekend(because: &str) -> bool {
    matches!(because, "Saturday" | "Sunday")
}
