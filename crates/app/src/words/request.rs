//! Sentences about requests for service.

use jiff::civil::Date;

use crate::words::{Said, day};

pub(super) fn not_a_request() -> Said {
    Said::new(
        "This did not come as a request for service.",
        "Promise an action, or send an update, as in any complaint.",
    )
}

pub(super) fn nothing_offered() -> Said {
    Said::new(
        "Nothing was offered that the resident could answer.",
        "Say first what we would do about the request, and by when.",
    )
}

pub(super) fn settled(on: Date) -> Said {
    Said::new(
        format!("The request was settled on {}.", day(on)),
        "If they are unhappy with it, take that down and offer the choice to complain.",
    )
}

pub(super) fn choice_owed(due: Date) -> Said {
    Said::new(
        format!(
            "The request was to be settled by {}. Nobody has asked since whether the resident \
             would rather complain.",
            day(due)
        ),
        "Offer them the choice to complain and record what they say, then settle it.",
    )
}

pub(super) fn unsettled() -> Said {
    Said::new(
        "A request for service ends with what became of it, and nothing is written down.",
        "Record the outcome first, then close it.",
    )
}
