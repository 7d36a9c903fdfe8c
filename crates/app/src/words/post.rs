//! Letters on their way: refusals about them, and what to do where one did not arrive.

use jiff::civil::Date;
use redress_store::dispatch::{Dispatch, State};

use crate::words::{Said, day};

/// What happened to a letter that asks for somebody, and what to do.
pub fn trouble(it: &Dispatch) -> (&'static str, &'static str) {
    match it.state {
        State::Failed if it.left_on.is_some() => (
            "The e-mail came back",
            "Ask them for another address, and send the letter by post today. The clock runs again.",
        ),
        State::Failed => (
            "Could not be e-mailed",
            "Ask them for another address, and send the letter by post today. The clock runs.",
        ),
        State::Returned => (
            "Came back",
            "Find the right address and send the letter again. If the address was ours, the clock \
             runs.",
        ),
        State::Unknown => (
            "Nobody knows whether it left",
            "Look in the mail server's log. Then confirm that it left, or send it again: a repeat \
             is recognised.",
        ),
        State::Held => (
            "Held",
            "It stayed overnight, and something now stops it. Put that right, or take the letter \
             back and write it anew.",
        ),
        State::Queued | State::Printed | State::Sending => (
            "Due today and not gone",
            "Post it today, e-mail it, or take it there. The clock runs.",
        ),
        State::Sent | State::Withdrawn => ("Waits", "Nothing."),
    }
}

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
