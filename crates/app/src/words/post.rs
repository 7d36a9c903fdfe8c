//! Refusals about letters on their way.

use jiff::civil::Date;

use crate::words::{Said, day};

pub(super) fn letter_not_waiting(number: u32) -> Said {
    Said::new(
        format!("No letter {number} waits to leave."),
        "Open the letters of the case: it has left, was taken back, or never was.",
    )
}

pub(super) fn letter_dated(dated: Date, given: Date) -> Said {
    Said::new(
        format!("The letter is dated {}, so it cannot leave on {}.", day(dated), day(given)),
        "Give the day on which it left. If it has not left, destroy the paper and print it again \
         with the day on which it leaves.",
    )
}

pub(super) fn letter_not_sent(number: u32) -> Said {
    Said::new(
        format!("Letter {number} is not on its way."),
        "Only a letter that left, and that nothing says came back, can arrive or come back.",
    )
}

pub(super) fn arrived_before_it_left(left_on: Date, given: Date) -> Said {
    Said::new(
        format!("It left on {}, so it cannot have come on {}.", day(left_on), day(given)),
        "Enter the day on which it came.",
    )
}
