//! Sentences about money that was offered: lapse, panel, payment, insurers.

use jiff::civil::Date;
use redress_domain::ids::OfferId;
use redress_domain::vocabulary::Payee;

use crate::web::part::money;
use crate::words::{Said, day};

pub(super) fn offer_open(last_day: Date) -> Said {
    Said::new(
        format!("The resident can still accept this offer until {}.", day(last_day)),
        "Note the lapse after that day, unless they answer before.",
    )
}

pub(super) fn sum_beyond_limits(amount: u64, limit: u64) -> Said {
    Said::new(
        format!(
            "Under this policy nobody may offer {}: the most is {}.",
            pounds(amount),
            pounds(limit)
        ),
        "Offer less, or have a departure from the policy approved first.",
    )
}

pub(super) fn offer_never_lapses() -> Said {
    Said::new(
        "This policy sets no time for accepting an offer, so none lapses.",
        "Leave the offer open, or record what the resident says to it.",
    )
}

pub(super) fn offer_not_accepted(id: &OfferId) -> Said {
    Said::new(
        format!("The resident has not accepted offer “{}” on its form.", id.0),
        "Record that they accept it, then the payment. If its time is over, make a new offer.",
    )
}

pub(super) fn payee_not_in_policy(to: Payee) -> Said {
    let whom = match to {
        Payee::Resident => "to the resident",
        Payee::RentAccount => "to the rent account",
    };
    Said::new(
        format!("This policy does not let us pay a sum {whom}."),
        "Pay it the other way, or have a departure from the policy approved first.",
    )
}

pub(super) fn set_off_too_large(set_off: u64, amount: u64) -> Said {
    Said::new(
        format!(
            "An offer of {} is less than the {} to be taken off.",
            pounds(amount),
            pounds(set_off)
        ),
        "Take off no more than the offer itself.",
    )
}

pub(super) fn no_panel() -> Said {
    Said::new(
        "This policy has no panel that reviews a sum.",
        "If the resident disputes the sum, take the complaint to stage 2.",
    )
}

pub(super) fn panel_pending(on: Date) -> Said {
    Said::new(
        format!("The panel has had a sum to review since {}, and has not recommended.", day(on)),
        "Record what the panel recommends and whether it is followed. No clock waits for it.",
    )
}

pub(super) fn panel_not_asked(id: &OfferId) -> Said {
    Said::new(
        format!("The panel has not been asked about offer “{}”, or has recommended already.", id.0),
        "Refer the offer to the panel first.",
    )
}

pub(super) fn below_insurers_limit(value: u64, limit: u64) -> Said {
    Said::new(
        format!(
            "The claim is for {}. Up to {} we settle claims ourselves.",
            pounds(value),
            pounds(limit)
        ),
        "Settle it directly. Only a larger sum, or an injury, goes to the insurers.",
    )
}

/// Whole pence as pounds.
pub(super) fn pounds(pence: u64) -> String {
    money::pounds(i64::try_from(pence).unwrap_or(i64::MAX))
}
