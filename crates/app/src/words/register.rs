//! How an entry of a register stands, by its stored name.

use redress_domain::vocabulary::{Determination, EscalationGround, Ground};
use serde::de::DeserializeOwned;

use crate::desk::rows::registers::{CODE_FINDING, REFUSAL};
use crate::words::{beside, names, sentence};

/// How it stands.
pub fn state(register: &str, state: &str) -> String {
    if register == CODE_FINDING {
        let found = stored::<Determination>(state).map(beside::determination);
        return sentence(found.unwrap_or_default());
    }
    let known = match state {
        "evidence" => "Evidence asked for",
        "order" => "Order",
        "recommendation" => "Recommendation",
        "waiting" => "With the Ombudsman",
        "orders" => "Decided, orders open",
        "decided" => "Decided, nothing open",
        "in-force" => "In force",
        "challenged" => "In force, challenged",
        "lifted" => "Lifted",
        "proposed" => "Waits for a decision",
        "not-contacted" => "Not contacted yet",
        "contacted" => "Contacted",
        "offered" => "Offered, not answered",
        "agreed" => "Agreed",
        "unhappy" => "They do not agree",
        "no-reply" => "No answer",
        "settled" => "Settled",
        "not-settled" => "Not settled",
        "ended" => "Ended",
        "open" => "Not answered",
        "answered" => "Answered",
        "compliment" => "Compliment",
        "comment" => "Comment",
        "whole" => "Not taken on",
        "part" => "Part not taken on",
        "stage-2" => "Stage 2 declined",
        "led" => "Lead named",
        "no-lead" => "No lead named",
        other => return sentence(&other.replace('-', " ")),
    };
    known.to_owned()
}

/// What an entry is about: a code in words, or the text it holds.
pub fn what(register: &str, what: &str) -> String {
    match register {
        REFUSAL => {
            let ground = stored::<Ground>(what).map(names::ground);
            let ground = ground.or(stored::<EscalationGround>(what).map(names::escalation_ground));
            sentence(ground.unwrap_or_default())
        }
        CODE_FINDING => format!("Paragraph {what} of the Code"),
        _ => what.to_owned(),
    }
}

fn stored<T: DeserializeOwned>(id: &str) -> Option<T> {
    serde_json::from_value(serde_json::Value::String(id.to_owned())).ok()
}
