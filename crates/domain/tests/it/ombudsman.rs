//! The Ombudsman: papers, time, decision and orders by the days it prints.

use redress_domain::clock::Status;
use redress_domain::complaint::State;
use serde_json::{Value, json};

use crate::story::{acknowledged, answered_twice, given, on};

fn asks(due: &str) -> Value {
    json!({ "do": "ombudsman-requests-evidence", "due": due, "items": ["The file", "Call notes"] })
}

fn orders(due: &str) -> Value {
    json!({ "do": "ombudsman-orders", "what": "Pay £250", "due": due, "amount": 25_000 })
}

// CODE-4.1.1, D24-7.2.8a, WDH-hos-1b
#[test]
fn papers_go_by_the_day_the_ombudsman_printed() {
    given(answered_twice())
        .when(on("2025-06-05", json!({ "do": "ombudsman-contacts", "reference": "202512345" })))
        .when(on("2025-06-06", json!({ "do": "send-evidence" })))
        .refused("nothing-asked-by-ombudsman", "Code 4.1")
        .when(on("2025-06-06", json!({ "do": "ombudsman-requests-evidence", "items": ["All"] })))
        .refused("missing", "Code 4.1")
        // A Saturday, as printed: nothing is worked out.
        .when(on("2025-06-06", asks("2025-06-21")))
        .due("ombudsman-evidence", "2025-06-21")
        .when(on("2025-06-10", json!({ "do": "ask-more-time", "to": "2025-06-30" })))
        .refused("missing", "Code 4.1")
        .when(on(
            "2025-06-10",
            json!({ "do": "ask-more-time", "to": "2025-06-30", "reason": "The roofer is away" }),
        ))
        .due("ombudsman-evidence", "2025-06-21")
        .when(on(
            "2025-06-12",
            json!({
                "do": "ask-more-time", "to": "2025-06-27", "reason": "The roofer is away",
                "granted": true,
            }),
        ))
        .due("ombudsman-evidence", "2025-06-27")
        .when(on("2025-06-30", json!({ "do": "send-evidence" })))
        .stands("ombudsman-evidence", Status::Missed)
        .breaches(&["ombudsman-evidence"]);
}

// CODE-9.7c
#[test]
fn orders_are_followed_one_by_one_to_their_own_days() {
    let heads = |point: &str| {
        json!({ "do": "ombudsman-determines", "heads": [
            { "point": point, "finding": "maladministration" },
            { "about": "How the complaint was handled", "finding": "service-failure" },
        ] })
    };
    given(answered_twice())
        .when(on("2025-09-01", heads("p9")))
        .refused("no-such-point", "Code 4.1")
        .when(on("2025-09-01", json!({ "do": "ombudsman-determines" })))
        .refused("missing", "Code 4.1")
        .when(on("2025-09-01", heads("p1")))
        .leads_to(&["ombudsman-determined"])
        .when(on("2025-09-01", json!({ "do": "ombudsman-orders", "what": "Apologise" })))
        .refused("missing", "Code 9.7c")
        .when(on("2025-09-01", orders("2025-09-29")))
        .when(on(
            "2025-09-01",
            json!({ "do": "ombudsman-orders", "what": "Look at the diary", "recommendation": true }),
        ))
        .due("ombudsman-order/o1", "2025-09-29")
        .has_no("ombudsman-order/o2")
        .when(on("2025-09-10", json!({ "do": "comply-with-order", "id": "o9", "proof": "Slip" })))
        .refused("no-such-order", "Code 9.7c")
        .when(on("2025-09-10", json!({ "do": "comply-with-order", "id": "o1" })))
        .refused("missing", "Code 9.7c")
        .when(on("2025-10-01", json!({ "do": "comply-with-order", "id": "o1", "proof": "Slip" })))
        .stands("ombudsman-order/o1", Status::Missed)
        .when(on("2025-10-02", json!({ "do": "comply-with-order", "id": "o1", "proof": "Slip" })))
        .refused("order-done", "Code 9.7c");
}

#[test]
fn the_ombudsman_may_be_in_touch_at_any_time_and_no_ending_ends_its_days() {
    let contact = json!({ "do": "ombudsman-contacts", "reference": "202512345" });
    given(acknowledged())
        .when(on("2025-04-14", contact))
        .when(on("2025-04-14", asks("2025-05-02")))
        .when(on("2025-04-15", json!({ "do": "withdraw" })))
        .state(State::Withdrawn)
        .stands("ombudsman-evidence", Status::Running);
}

// WDH-hos-2a, CODE-8.1c
#[test]
fn a_decision_is_talked_through_once_there_is_one() {
    let discuss = json!({
        "do": "discuss-determination", "with": "The directors of repairs and of homes",
        "learning": "Nobody owned the second visit",
    });
    let decided = json!({ "do": "ombudsman-determines", "heads": [
        { "about": "How the complaint was handled", "finding": "maladministration", "code": "6.3" },
    ] });
    let mut without = discuss.clone();
    without["learning"] = json!(" ");
    let story = given(answered_twice())
        .when(on("2025-09-01", discuss.clone()))
        .refused("not-determined", "Code 9.7c")
        .when(on("2025-09-01", decided))
        .when(on("2025-09-08", without))
        .refused("missing", "Code 9.7c")
        .when(on("2025-09-08", discuss))
        .leads_to(&["determination-discussed"]);
    let (_, heads) = story.complaint().ombudsman.determined.unwrap();
    assert_eq!(heads[0].code.as_deref(), Some("6.3"));
}
