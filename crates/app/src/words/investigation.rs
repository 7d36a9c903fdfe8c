//! Sentences about looking into it: more time, questions to others, conflicts of interest.

use jiff::civil::Date;
use redress_domain::ids::RequestId;
use redress_domain::refusal::ExtensionLack;

use crate::words::{Said, day};

pub(super) fn extension_unknown() -> Said {
    Said::new(
        "This policy does not allow more time for a response.",
        "Answer by the date you gave. If that cannot be done, tell the resident why, and say \
         sorry. A new date can stand once a departure from this clause is on record.",
    )
}

pub(super) fn extension_too_long(asked: Date, latest: Date) -> Said {
    Said::new(
        format!("{} is too late: an extension may go to {} at most.", day(asked), day(latest)),
        format!(
            "Choose {} or earlier. To go past it, write down the good reason that makes this \
             case exceptional.",
            day(latest)
        ),
    )
}

pub(super) fn extension_not_later(asked: Date, current: Date) -> Said {
    Said::new(
        format!("{} is no later than the response date, {}.", day(asked), day(current)),
        "Choose a later day. To answer early, send the response: no new date is needed.",
    )
}

pub(super) fn extension_incomplete(lacks: ExtensionLack) -> Said {
    match lacks {
        ExtensionLack::NewDay => Said::new(
            "The extension does not say by when we will answer.",
            "Give the new date, or how much further it goes.",
        ),
        ExtensionLack::OneDayOnly => Said::new(
            "The extension gives both a new date and a length of time.",
            "Give one of them.",
        ),
        ExtensionLack::Reason => Said::new(
            "The extension does not tell the resident why we need more time.",
            "Write in whole sentences what we do not know yet, why, and what we are doing about \
             it.",
        ),
        ExtensionLack::Updates => Said::new(
            "The extension does not say how often the resident will hear from us.",
            "Agree with the resident how often we will be in touch, and give it here.",
        ),
        ExtensionLack::Approver => Said::new(
            "Nobody has approved going past the limit.",
            "Ask somebody the policy allows to approve it, and name them.",
        ),
        ExtensionLack::Exceptional => Said::new(
            "This policy takes that much time only where the circumstances are exceptional, and \
             nobody has said what they are.",
            "Say what is exceptional in this case, or answer by the day in force.",
        ),
        ExtensionLack::Agreement => Said::new(
            "Going past the limit needs the resident's agreement.",
            "Ask the resident, and record their answer. If they do not agree, choose a date \
             within the limit.",
        ),
    }
}

pub(super) fn reply_after_response(asked: Date, latest: Date) -> Said {
    Said::new(
        format!(
            "A reply by {} would come too late: the resident has our answer due on {}.",
            day(asked),
            day(latest)
        ),
        "Ask for the reply before that day, so that there is time to use it.",
    )
}

pub(super) fn named_in_complaint(who: &str) -> Said {
    Said::new(
        format!("The complaint is about {who}, so {who} takes no part in it."),
        "Choose somebody whom it is not about.",
    )
}

pub(super) fn own_letter() -> Said {
    Said::new(
        "Whoever wrote a letter does not clear it.",
        "Ask another manager or a stage 2 officer to read it.",
    )
}

pub(super) fn conflicted(who: &str) -> Said {
    Said::new(
        format!("{who} has a conflict of interest in this case, and nothing is done about it."),
        "Give the case to somebody else, or have a manager record how the conflict is dealt \
         with.",
    )
}

pub(super) fn no_such_request(id: &RequestId) -> Said {
    Said::new(
        format!("This case has no request for information {id}."),
        "Choose one of those that were asked, or say that it answers none.",
    )
}

pub(super) fn answer_goes_out() -> Said {
    Said::new(
        "What we send out cannot answer what we asked.",
        "Say that it came in, or that it answers no request.",
    )
}

pub(super) fn told_before(told: Date, happened: Date) -> Said {
    Said::new(
        format!("Nobody could be told on {} of what happened on {}.", day(told), day(happened)),
        "Check both days. Leave the second empty where we were told on the day itself.",
    )
}
