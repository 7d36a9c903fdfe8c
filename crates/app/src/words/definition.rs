//! Sentences about understanding: the definition, its points and the acknowledgement.

use jiff::civil::Date;
use redress_domain::ids::PointId;
use redress_domain::refusal::PointLack;

use crate::words::{Said, day, point, sentence};

pub(super) fn no_points() -> Said {
    Said::new(
        "This complaint has not been defined: it has no points yet.",
        "Write down each point, what the resident wants done, and whose responsibility it is.",
    )
}

pub(super) fn point_twice(id: &PointId) -> Said {
    Said::new(
        format!("{} stands twice.", sentence(&point(id))),
        "Give each point a number of its own.",
    )
}

pub(super) fn point_incomplete(id: &PointId, lacks: PointLack) -> Said {
    let point = sentence(&point(id));
    match lacks {
        PointLack::Text => Said::new(
            format!("{point} does not say what went wrong."),
            "Write in a sentence what the resident complains of.",
        ),
        PointLack::Outcome => Said::new(
            format!("{point} does not say what the resident wants done."),
            "Write down the outcome the resident wants. If they have not said, ask them, and \
             write that we asked.",
        ),
        PointLack::Responsibility => Said::new(
            format!("{point} does not say whose responsibility it is."),
            "Choose ours, shared, not ours or not yet clear.",
        ),
    }
}

pub(super) fn no_such_point(id: &PointId) -> Said {
    Said::new(
        format!("This complaint has no {} at this stage.", point(id)),
        "Choose one of its points.",
    )
}

pub(super) fn point_gone(id: &PointId) -> Said {
    Said::new(
        format!("{} is no longer part of this complaint.", sentence(&point(id))),
        "Answer it in the case it moved to. If we declined it, the letter about that was its \
         answer.",
    )
}

pub(super) fn last_point() -> Said {
    Said::new(
        "This is the only point left, and a complaint must keep at least one.",
        "Answer it here, or record that the resident took the complaint back.",
    )
}

pub(super) fn definition_settled(on: Date) -> Said {
    Said::new(
        format!("The definition was settled on {}.", day(on)),
        "Add what is new as a further issue.",
    )
}

pub(super) fn split_reason_untrue() -> Said {
    Said::new(
        "The reason given for moving this point does not fit the case as it stands.",
        "Before the response, a point moves only because it is unrelated or would delay the \
         answer. After the response, only a point we have not answered moves.",
    )
}

pub(super) fn already_acknowledged(on: Date) -> Said {
    Said::new(
        format!("This was acknowledged on {}.", day(on)),
        "Carry on with the complaint. Send a progress update if there is more to tell the \
         resident.",
    )
}

pub(super) fn not_acknowledged() -> Said {
    Said::new(
        "This has not been acknowledged yet, so no response date has been promised.",
        "Acknowledge it first. The response date counts from that day.",
    )
}

pub(super) fn not_in_writing() -> Said {
    Said::new(
        "This must be in writing. A phone call or a visit alone does not count.",
        "Send it by letter, e-mail or the portal. Ring the resident as well if that helps them.",
    )
}

pub(super) fn wrong_channel() -> Said {
    Said::new(
        "The policy does not let us acknowledge in this way.",
        "Use a way that the policy names. If the customer asked for this one, say so.",
    )
}
