//! Sentences about putting right and ending: actions, offers, closing, surveys.

use jiff::civil::Date;
use redress_domain::ids::{ActionId, OfferId};
use redress_domain::vocabulary::ClosingReason;

use crate::words::{Said, action, all_of, day, names, sentence};

pub(super) fn case_closed(on: Date) -> Said {
    Said::new(
        format!("This case was closed on {}.", day(on)),
        "Reopen it first, and say why. Promised actions can be completed without that.",
    )
}

pub(super) fn no_such_action(id: &ActionId) -> Said {
    Said::new(
        format!("This case has no {}.", action(id)),
        "Choose one of its actions, or promise a new one.",
    )
}

pub(super) fn action_twice(id: &ActionId) -> Said {
    Said::new(
        format!("{} stands in this case already.", sentence(&action(id))),
        "Give the new action a number of its own.",
    )
}

pub(super) fn action_done(id: &ActionId, on: Date) -> Said {
    Said::new(
        format!("{} was done on {}.", sentence(&action(id)), day(on)),
        "If more is needed, promise a new action.",
    )
}

pub(super) fn no_such_offer(id: Option<&OfferId>) -> Said {
    let message = match id {
        Some(id) => format!("This case has no offer “{}”.", id.0),
        None => "No money has been offered in this case.".to_owned(),
    };
    Said::new(message, "Offer the money first, with the day by which it is paid.")
}

pub(super) fn offer_settled(id: &OfferId) -> Said {
    Said::new(
        format!("Offer “{}” has been settled already.", id.0),
        "If the sum changed, make a new offer.",
    )
}

pub(super) fn not_answered_yet() -> Said {
    Said::new(
        "The complaint has not been answered, so this cannot be done yet.",
        "Send the response first.",
    )
}

pub(super) fn request_not_late() -> Said {
    Said::new(
        "Their answer is not late: its day has not passed, or they were given none.",
        "Ring them, or wait until their day has passed.",
    )
}

pub(super) fn no_praise() -> Said {
    Said::new(
        "This is no compliment and no comment, so there is no praise to pass on.",
        "Say what the contact is first, where it is one.",
    )
}

pub(super) fn window_open(last_day: Date) -> Said {
    Said::new(
        format!("The resident can still come back to us until {}.", day(last_day)),
        "Close the case after that day. If the resident agrees to close it now, record that \
         they do.",
    )
}

pub(super) fn closing_reason_untrue(reason: ClosingReason) -> Said {
    Said::new(
        format!(
            "This case cannot be closed as “{}”: that is not so.",
            names::closing_reason(reason)
        ),
        "Choose the reason that is true of this case.",
    )
}

pub(super) fn behaviour_never_closes() -> Said {
    Said::new(
        "A complaint is never closed because of how somebody behaves.",
        "Answer the complaint. If contact has to be limited, propose a restriction: it has its \
         own rules.",
    )
}

pub(super) fn open_actions(ids: &[ActionId]) -> Said {
    let named: Vec<String> = ids.iter().map(action).collect();
    let verb = if ids.len() == 1 { "is" } else { "are" };
    Said::new(
        format!("This policy keeps a case open until all is done: {} {verb} not.", all_of(&named)),
        "Complete what was promised, then close the case.",
    )
}

pub(super) fn contact_too_early(contacted: Date, done: Date) -> Said {
    Said::new(
        format!(
            "The resident was contacted on {}, and the last promised action was done on {}.",
            day(contacted),
            day(done)
        ),
        "Ask the resident whether everything has been done, then close the case.",
    )
}

pub(super) fn not_closed() -> Said {
    Said::new("This case is open.", "Carry on with it.")
}

pub(super) fn score_out_of_range(field: &str) -> Said {
    Said::new(
        format!("The score for {field} must be a whole number from 1 to 5."),
        "Give a number from 1 to 5.",
    )
}
