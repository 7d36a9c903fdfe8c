//! Sentences about coming in: receiving, accepting, declining.

use jiff::civil::Date;
use redress_domain::refusal::Lack;
use redress_domain::vocabulary::Ground;

use crate::words::{Said, day, names};

pub(super) fn nothing_received() -> Said {
    Said::new(
        "Nothing has been received in this case yet, so there is nothing to act on.",
        "Record what the person told us first.",
    )
}

pub(super) fn already_received() -> Said {
    Said::new(
        "This case has been received already.",
        "Record the new contact as a case of its own, and link the two.",
    )
}

pub(super) fn received_in_future(given: Date, today: Date) -> Said {
    Said::new(
        format!("{} has not come yet: today is {}.", day(given), day(today)),
        "Give today or the earlier day on which it happened.",
    )
}

pub(super) fn not_a_complaint() -> Said {
    Said::new(
        "This contact is not recorded as a complaint.",
        "If the person is unhappy with what we did or did not do, record it as a complaint. Its \
         time limits count from that day.",
    )
}

pub(super) fn already_declined() -> Said {
    Said::new(
        "This complaint was not taken on.",
        "If the Ombudsman tells us to take it on, record that with their reference. If something \
         new has happened, record it as a new complaint.",
    )
}

pub(super) fn already_accepted() -> Said {
    Said::new("This complaint has been taken on already.", "Carry on with the complaint.")
}

pub(super) fn not_declined() -> Said {
    Said::new(
        "Nothing was declined here, so there is nothing for the Ombudsman to overturn.",
        "Carry on with the complaint. Record what the Ombudsman wrote as correspondence.",
    )
}

pub(super) fn withdrawn(on: Date) -> Said {
    Said::new(
        format!("The resident took this complaint back on {}.", day(on)),
        "If they have changed their mind, reopen the case and say why.",
    )
}

pub(super) fn direction_cannot_be_refused(on: Date) -> Said {
    Said::new(
        format!("The Ombudsman told us on {} to take this on.", day(on)),
        "Acknowledge it and answer it. It cannot be declined again.",
    )
}

pub(super) fn ground_not_in_policy(ground: Ground) -> Said {
    Said::new(
        format!("This policy does not let us decline a complaint because {}.", because(ground)),
        "Choose a ground that the policy has, or take the complaint on.",
    )
}

pub(super) fn ground_unsupported(ground: Ground, lacks: &Lack) -> Said {
    match lacks {
        Lack::Dates => Said::new(
            "We cannot call this too old: we hold neither the day it happened nor the day the \
             resident noticed it.",
            "Ask the resident for both days and record them. If nobody can say, take the \
             complaint on.",
        ),
        Lack::StillInTime { last_day, received } => Said::new(
            format!(
                "This is not too old. It came on {}, and it could have come until {}.",
                day(*received),
                day(*last_day)
            ),
            "Take the complaint on.",
        ),
        Lack::Discretion => Said::new(
            "Nobody has written down whether there is good reason to look at it although it is \
             old.",
            "Think about safety, safeguarding, ill health and whether it still goes on. Then \
             write down why we will not look at it, or take the complaint on.",
        ),
        Lack::CourtPapers => Said::new(
            "Court proceedings have begun only when the claim form and the particulars of claim \
             are both filed at court.",
            "Give the day on which each was filed. A letter before action or a threat to sue is \
             not enough: then take the complaint on.",
        ),
        Lack::EarlierCase => Said::new(
            "We cannot say that this was dealt with before without naming the earlier case.",
            "Name the earlier case, or take the complaint on.",
        ),
        Lack::Body => Said::new(
            "The letter must tell the resident who does deal with this.",
            "Name the organisation and how to reach it, or take the complaint on.",
        ),
        Lack::IsACustomer => Said::new(
            "This person is a customer, or acts for one.",
            "Take the complaint on. If their authority to act is not settled, ask for it while \
             the clock runs.",
        ),
        Lack::OtherKind => Said::new(
            format!(
                "This contact was recorded as something else, so we cannot decline it because {}.",
                because(ground)
            ),
            "If it was recorded wrongly, say first what it really is. Otherwise take the \
             complaint on.",
        ),
        Lack::HandedOver => Said::new(
            "We cannot call this a defect of a new home: nobody has said when the home was handed over.",
            "Record the day of the handover with the complaint, or take it on.",
        ),
        Lack::PeriodOver { last_day, received } => Said::new(
            format!(
                "The developer's defect period ended on {}, and this was received on {}.",
                day(*last_day),
                day(*received)
            ),
            "Take the complaint on: the developer's period is over.",
        ),
        Lack::Handling => Said::new(
            "The part about our own service must be taken as a complaint, and nothing says which it is.",
            "Say which part that is, in \"the part about how we handled it\". It goes on.",
        ),
        Lack::Routed { goes_to } => Said::new(
            format!("This is a complaint. The policy only says who deals with it: {goes_to}."),
            "Take it on, and give it to them.",
        ),
        Lack::OwnReasons => Said::new(
            "A complaint cannot be declined with a code or a single word.",
            "Write in whole sentences why this ground fits this complaint.",
        ),
        Lack::Circumstances => Said::new(
            "Nobody has written down how this case was looked at on its own.",
            "Write down what is particular to this resident and this complaint, and how it was \
             weighed.",
        ),
    }
}

fn because(ground: Ground) -> &'static str {
    names::ground_reason(ground)
}

pub(super) fn already_logged(on: Date) -> Said {
    Said::new(
        format!("This was logged on {}. The days count from then.", day(on)),
        "Carry on: nothing is logged twice.",
    )
}
