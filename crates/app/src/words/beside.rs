//! Sentences about behaviour, the Ombudsman, and what every answer holds.

use jiff::civil::Date;
use redress_domain::ids::{OrderId, RestrictionId};
use redress_domain::refusal::AnswerItem;
use redress_domain::vocabulary::{Channel, Conduct, Determination, Factor};

use crate::words::{Said, day, names};

pub(super) fn never_evidence() -> Said {
    Said::new(
        "A further issue, a request for stage 2 and a turn to the Ombudsman are rights. They are \
         no evidence against anybody.",
        "Write down what the person did to somebody, or leave their contact as it is.",
    )
}

pub(super) fn warning_first() -> Said {
    Said::new(
        "This policy wants the person warned before any restriction.",
        "Warn them first, and record it. Propose a restriction only if it happens again.",
    )
}

pub(super) fn no_conduct_since(warned: Date) -> Said {
    Said::new(
        format!(
            "The person was warned on {}, and nothing is on record since. The warning is to give \
             them room to change.",
            day(warned)
        ),
        "Go on as with anybody. If it happens again, record what happened, then propose it.",
    )
}

pub(super) fn not_determined() -> Said {
    Said::new(
        "The Ombudsman has decided nothing in this case yet.",
        "Record its decision first, head by head.",
    )
}

pub(super) fn no_route_left(route: Channel) -> Said {
    Said::new(
        format!(
            "The restriction closes the very way that is to stay open: {}.",
            names::channel(route)
        ),
        "Leave the person at least one way to complain and to be answered.",
    )
}

pub(super) fn nothing_proposed() -> Said {
    Said::new(
        "No restriction waits for a decision.",
        "Propose one first: with evidence, its proportion, and what the Equality Act means here.",
    )
}

pub(super) fn nothing_restricted() -> Said {
    Said::new(
        "No restriction is in force.",
        "There is nothing to review or lift. Deal with the person as with anybody.",
    )
}

pub(super) fn restriction_twice(id: &RestrictionId) -> Said {
    Said::new(
        format!("There is a restriction “{}” already.", id.0),
        "Give the new one another name, or leave the name out.",
    )
}

pub(super) fn nothing_asked() -> Said {
    Said::new(
        "The Ombudsman has asked for nothing that is still to be sent.",
        "Record its request first, with the day it prints.",
    )
}

pub(super) fn no_such_order(id: &OrderId) -> Said {
    Said::new(
        format!("The Ombudsman has made no order “{}” in this case.", id.0),
        "Record the order first, or choose one that is on record.",
    )
}

pub(super) fn order_twice(id: &OrderId) -> Said {
    Said::new(
        format!("There is an order “{}” already.", id.0),
        "Give the new one another name, or leave the name out.",
    )
}

pub(super) fn order_done(id: &OrderId, on: Date) -> Said {
    Said::new(
        format!("Order “{}” was done on {}.", id.0, day(on)),
        "File further proof as evidence.",
    )
}

pub(super) fn answer_lacks(item: AnswerItem) -> Said {
    let (what, next) = match item {
        AnswerItem::Thanks => ("thanks for the feedback", "Thank the person, then send it."),
        AnswerItem::Apology => (
            "an apology where something was done wrong",
            "Say sorry for what was found, then send it.",
        ),
        AnswerItem::Safeguards => (
            "what keeps a mistake from happening again",
            "Write down what is being changed so that it does not happen again.",
        ),
    };
    Said::new(format!("This policy wants every answer to hold {what}."), next)
}

/// What an incident was.
pub fn conduct(conduct: Conduct) -> &'static str {
    match conduct {
        Conduct::Abuse => "abuse or aggression",
        Conduct::Threats => "threats",
        Conduct::UnreasonableDemands => "unreasonable demands",
        Conduct::UnreasonablePersistence => "unreasonable number of contacts",
        Conduct::RefusalToAccept => "refusal to accept an explanation",
        Conduct::Vexatious => "no merit, and meant to harass",
        Conduct::Malicious => "false, and meant to harm",
        Conduct::Other => "something else",
        Conduct::FurtherPoint => "a further issue",
        Conduct::Stage2Request => "a request for stage 2",
        Conduct::TurnToOmbudsman => "a turn to the Ombudsman",
    }
}

/// What the Ombudsman found.
pub fn determination(finding: Determination) -> &'static str {
    match finding {
        Determination::SevereMaladministration => "severe maladministration",
        Determination::Maladministration => "maladministration",
        Determination::ServiceFailure => "service failure",
        Determination::ReasonableRedress => "reasonable redress",
        Determination::Mediation => "resolved through mediation",
        Determination::NoMaladministration => "no maladministration",
        Determination::OutsideJurisdiction => "outside jurisdiction",
        Determination::Withdrawn => "withdrawn",
    }
}

/// What is weighed before anybody's contact is limited.
pub fn factor(factor: Factor) -> &'static str {
    match factor {
        Factor::IntentToHarass => "whether they mean to harass or disrupt",
        Factor::PastDemands => "persistent or unreasonable demands in the past",
        Factor::AbuseOrExcess => "abuse, threats, or a great deal of correspondence",
        Factor::UnreasonableConduct => {
            "unreasonable behaviour of theirs or of whoever acts for them"
        }
    }
}
