//! Sentences about going on to stage 2.

use jiff::civil::Date;
use redress_domain::refusal::Bar;
use redress_domain::vocabulary::EscalationGround;

use crate::words::{Said, day, names};

pub(super) fn not_answered(due: Option<Date>) -> Said {
    let message = match due {
        Some(due) => format!(
            "Stage 1 has not been answered, and its answer is not overdue: it is due by {}.",
            day(due)
        ),
        None => "Stage 1 has not been answered yet.".to_owned(),
    };
    Said::new(
        message,
        "Answer stage 1 first. If the answer is late, the complaint can go to stage 2 without it.",
    )
}

pub(super) fn process_ended(on: Date) -> Said {
    Said::new(
        format!("Stage 2 was answered on {}. There is no third stage.", day(on)),
        "Tell the resident that they can go to the Housing Ombudsman now.",
    )
}

pub(super) fn not_escalated() -> Said {
    Said::new(
        "The resident asked for stage 2, and nobody has decided on that yet.",
        "Take the complaint to stage 2 and give it to an officer, or decline the request with \
         reasons.",
    )
}

pub(super) fn not_independent(who: &str, because: Bar) -> Said {
    const SOMEBODY_ELSE: &str = "Choose somebody who had nothing to do with stage 1.";
    match because {
        Bar::HandledStage1 => {
            Said::new(barred(who, "had a hand in stage 1", "decide stage 2"), SOMEBODY_ELSE)
        }
        Bar::TookPart => {
            Said::new(barred(who, "took part in stage 1", "decide stage 2"), SOMEBODY_ELSE)
        }
        Bar::OversawStage1 => Said::new(
            barred(who, "oversaw stage 1", "decide stage 2"),
            "Choose somebody who had nothing to do with stage 1. If there is nobody, a manager \
             must record how the conflict is dealt with.",
        ),
        Bar::Reviewed => Said::new(
            barred(who, "gave the answer that is asked about", "decide on the request"),
            "Pass the request on to somebody who had nothing to do with stage 1.",
        ),
        Bar::Target => Said::new(
            barred(who, "was the target of the behaviour", "approve a restriction"),
            "Ask somebody else to decide: neither its target nor whoever proposed it.",
        ),
        Bar::HandledCase => Said::new(
            barred(who, "handled the case", "speak for the panel"),
            "Have somebody of the panel do it who had nothing to do with the case.",
        ),
    }
}

fn barred(who: &str, hand: &str, from: &str) -> String {
    format!("{who} {hand}, so {who} cannot {from}.")
}

pub(super) fn no_referring_back() -> Said {
    Said::new(
        "This policy does not send a complaint back to stage 1.",
        "Take the complaint to stage 2, or decline the request with reasons.",
    )
}

pub(super) fn already_referred_back(on: Date) -> Said {
    Said::new(
        format!("The complaint went back to stage 1 on {}. It does so once and no more.", day(on)),
        "Answer at stage 2: its clock has run on all the time.",
    )
}

pub(super) fn not_agreed() -> Said {
    Said::new(
        "The resident has not agreed to this.",
        "Carry on with stage 2. They need give no reason for wanting it.",
    )
}

pub(super) fn already_requested(on: Date) -> Said {
    Said::new(
        format!("Stage 2 was asked for on {}.", day(on)),
        "Carry on with that request. Record what the resident adds as correspondence.",
    )
}

pub(super) fn not_requested() -> Said {
    Said::new(
        "Nobody has asked for stage 2, or the request has been decided.",
        "Record the resident's request first. They need give no reason.",
    )
}

pub(super) fn late_undecided(last_day: Date, asked: Date) -> Said {
    Said::new(
        format!(
            "The request came on {}. The last day to ask was {}, and nobody has decided whether \
             to take it all the same.",
            day(asked),
            day(last_day)
        ),
        "Look at why it came late. Then write down why it is taken on, or decline it with \
         reasons.",
    )
}

pub(super) fn ground_not_in_policy(ground: EscalationGround) -> Said {
    Said::new(
        format!("This policy does not let us decline stage 2 because {}.", reason(ground)),
        "Take the complaint to stage 2.",
    )
}

pub(super) fn ground_untrue(ground: EscalationGround, last_day: Option<Date>) -> Said {
    let message = match last_day {
        Some(last) => {
            format!("The request came in time: the resident could ask until {}.", day(last))
        }
        None => format!("It is not so that {}: there is no limit that has passed.", reason(ground)),
    };
    Said::new(message, "Take the complaint to stage 2.")
}

fn reason(ground: EscalationGround) -> &'static str {
    names::escalation_ground_reason(ground)
}
