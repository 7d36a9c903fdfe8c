//! Sentences about answering: decisions, reasons, remedies and the response itself.

use jiff::civil::Date;
use redress_domain::ids::PointId;
use redress_domain::vocabulary::{Finding, Stage};

use crate::words::{Said, day, names, one_of, point, points, sentence};

pub(super) fn already_responded(stage: Stage, on: Date) -> Said {
    let next = match stage {
        Stage::One => {
            "What is new becomes a complaint of its own. If the resident is still unhappy with \
             this one, take it to stage 2."
        }
        Stage::Two => {
            "What is new becomes a complaint of its own. If the resident is still unhappy with \
             this one, they can go to the Ombudsman."
        }
    };
    Said::new(format!("Stage {} was answered on {}.", stage.number(), day(on)), next)
}

pub(super) fn reason_missing(id: Option<&PointId>) -> Said {
    match id {
        Some(id) => Said::new(
            format!("The decision on {} has no reasons.", point(id)),
            "Write in whole sentences what you found and why you decided as you did. The number \
             of a clause alone is not a reason.",
        ),
        None => Said::new(
            "There are no reasons for this decision.",
            "Write in whole sentences why. The resident will read it.",
        ),
    }
}

pub(super) fn finding_wrong(finding: Finding, allowed: &[Finding]) -> Said {
    let allowed: Vec<String> =
        allowed.iter().map(|it| format!("“{}”", names::finding(*it))).collect();
    Said::new(
        format!(
            "This policy does not decide a point as “{}” at this stage.",
            names::finding(finding)
        ),
        format!("Use {}.", one_of(&allowed)),
    )
}

pub(super) fn point_unanswered(ids: &[PointId]) -> Said {
    let verb = if ids.len() == 1 { "has" } else { "have" };
    Said::new(
        format!("The response cannot go: {} {verb} no decision.", points(ids)),
        "Decide each point, with reasons, and send the response then.",
    )
}

pub(super) fn nothing_put_right(ids: &[PointId]) -> Said {
    Said::new(
        format!("We found ourselves at fault on {}, and nothing puts it right.", points(ids)),
        "Say sorry, and offer a remedy or promise an action with a date.",
    )
}

pub(super) fn remedy_vague(lacks: &str) -> Said {
    match lacks {
        "what" => Said::new(
            "This does not say what will be done.",
            "Write down what will happen, so that anybody can tell when it is done.",
        ),
        "due" => Said::new(
            "This does not say by when it will be done.",
            "Give a date. “As soon as possible” is not one.",
        ),
        "amount" => Said::new("This offer has no amount.", "Give the amount in pounds and pence."),
        "owner" => Said::new(
            "Nobody is named to see that this is done.",
            "Name the person or team who will do it.",
        ),
        other => Said::new(
            format!("This does not say enough: “{}” is missing.", other.replace('-', " ")),
            "Say what will be done, by whom and by when.",
        ),
    }
}

pub(super) fn day_passed(given: Date, today: Date) -> Said {
    Said::new(
        format!("{} has passed: today is {}.", sentence(&day(given)), day(today)),
        "Choose today or a later day.",
    )
}

pub(super) fn lead_missing() -> Said {
    Said::new(
        "Several people complain together, and nobody is named as their lead.",
        "Ask them who leads, and record it. The clock runs on meanwhile.",
    )
}
