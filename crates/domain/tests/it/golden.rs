//! Dates that were worked out by hand and again by another way, each as a case of its policy meets
//! it: working days over Easter, Christmas and a substitute day, weeks, and months that end short.

use jiff::civil::Date;
use redress_domain::policy::shipped;
use serde_json::{Value, json};

use crate::story::{
    Story, acknowledge, ask_for_stage_2, day, escalate, find, on, receive, respond, under,
};

fn received(pack: &str, on_day: &str) -> Story {
    under(pack).given([on(on_day, receive())])
}

/// Received and acknowledged on one day.
fn acknowledged(pack: &str, on_day: &str) -> Story {
    let mut named = acknowledge();
    named["officer"] = json!("amira");
    received(pack, on_day).given([on(on_day, named).by("amira")])
}

fn answered(pack: &str, on_day: &str) -> Story {
    acknowledged(pack, on_day).given([
        on(on_day, find("p1", "not-upheld")).by("amira"),
        on(on_day, find("p2", "not-upheld")).by("amira"),
        on(on_day, json!({ "do": "respond", "apology": true, "thanks": true })).by("amira"),
    ])
}

/// Stage 2 asked for, given out and acknowledged on one day.
fn at_stage_2(pack: &str, on_day: &str) -> Story {
    answered(pack, on_day).given([
        on(on_day, ask_for_stage_2()),
        on(on_day, escalate("ben")).by("chloe"),
        on(on_day, json!({ "do": "acknowledge", "officer": "ben" })).by("ben"),
    ])
}

/// A limit of a policy: how the case gets there, its clock, the first day, the last, what it is.
type Golden = (fn(&str, &str) -> Story, &'static str, &'static str, &'static str, &'static str);

// D24-7.1.3a D24-7.1.6a D24-7.1.6c D24-7.1.10a D24-7.2.3a D24-7.2.3b
#[test]
fn derives_limits_end_on_the_days_worked_out_by_hand() {
    let golden: [Golden; 11] = [
        (received, "acknowledgement", "2025-12-18", "2025-12-29", "5 working days over Christmas"),
        (received, "acknowledgement", "2025-04-17", "2025-04-28", "5 over Easter"),
        (received, "acknowledgement", "2025-08-23", "2025-09-01", "5 from a Saturday"),
        (received, "acknowledgement", "2026-12-22", "2026-12-31", "5 over a substitute day"),
        (acknowledged, "response", "2025-04-10", "2025-04-28", "10 over Easter"),
        (acknowledged, "extension-limit", "2025-04-10", "2025-05-13", "20 with the extension"),
        (at_stage_2, "response/2", "2025-04-10", "2025-05-13", "20 at stage 2"),
        (at_stage_2, "response/2", "2025-12-30", "2026-01-28", "20 over the New Year"),
        (at_stage_2, "extension-limit/2", "2025-12-30", "2026-02-25", "40 with the extension"),
        (answered, "escalation-window", "2025-03-10", "2025-04-22", "6 weeks to Easter Monday"),
        (answered, "escalation-window", "2025-04-25", "2025-06-06", "6 weeks to a Friday"),
    ];
    for (told, clock, first, last, what) in golden {
        assert_eq!(told("derive-2024", first).clock(clock).due, day(last), "{what}, from {first}");
    }
}

// DF-4.4a DF-4.8a DF-4.13a
#[test]
fn the_feedback_policys_limits_end_on_the_days_worked_out_by_hand() {
    let golden: [Golden; 4] = [
        (received, "acknowledgement", "2024-12-24", "2024-12-30", "2 working days over Christmas"),
        (received, "acknowledgement", "2025-04-17", "2025-04-23", "2 over Easter"),
        (received, "response", "2025-04-10", "2025-04-28", "10 over Easter, from receipt"),
        (at_stage_2, "response/2", "2025-04-10", "2025-04-28", "10 at the review"),
    ];
    for (told, clock, first, last, what) in golden {
        let due = told("derive-feedback", first).clock(clock).due;
        assert_eq!(due, day(last), "{what}, from {first}");
    }
}

/// Declining for age something known of on one day and brought on another.
fn too_old(pack: &str, known_on: &str, brought_on: &str) -> Story {
    let contact = json!({
        "do": "receive", "channel": "phone", "text": "The roof leaks.",
        "happened-on": known_on, "aware-on": known_on,
    });
    let decline = json!({
        "do": "decline", "ground": "too-old", "discretion": "Looked at, and nothing stood in the way.",
        "reasons": "It was known of for longer than the policy allows, and nothing kept you from telling us.",
        "circumstances": "Nobody was ill, away or at risk in all that time.",
    });
    under(pack).given([on(brought_on, contact)]).when(on(brought_on, decline))
}

// D24-2.7.9a DF-3.8a
#[test]
fn months_that_end_short_end_on_the_last_day_which_is_still_in_time() {
    // 29 February 2024 and twelve months; 31 August 2024 and six.
    for (pack, known_on) in [("derive-2024", "2024-02-29"), ("derive-feedback", "2024-08-31")] {
        assert_eq!(too_old(pack, known_on, "2025-02-28").refusal().code(), "ground-unsupported");
        too_old(pack, known_on, "2025-03-03").accepted();
    }
}

// OH-6.5.1a OH-6.5.1y OH-6.5.2q
#[test]
fn one_housings_chain_of_dates() {
    let log: fn(&str) -> Value = |officer| json!({ "do": "assign", "officer": officer });
    under("one-housing-2024")
        .given([on("2025-04-14", receive())])
        .due("acknowledgement", "2025-04-23")
        .given([on("2025-04-15", log("amira")), on("2025-04-17", acknowledge()).by("amira")])
        .due("response", "2025-05-06")
        .due("extension-limit", "2025-05-20")
        .given([
            on("2025-05-06", find("p1", "not-upheld")).by("amira"),
            on("2025-05-06", find("p2", "not-upheld")).by("amira"),
            on("2025-05-06", respond()).by("amira"),
        ])
        .due("closure", "2025-06-03")
        .given([on("2025-06-02", ask_for_stage_2())])
        .due("acknowledgement/2", "2025-06-09")
        .due("response/2", "2025-06-30")
        .given([
            on("2025-06-03", escalate("harriet")).by("chloe"),
            on("2025-06-04", json!({ "do": "acknowledge" })).by("harriet"),
        ])
        .due("response/2", "2025-06-30")
        .due("extension-limit/2", "2025-07-28");
}

#[test]
fn policies_are_looked_at_again_on_the_days_worked_out() {
    let due = |pack: &str| -> Option<Date> {
        shipped::pack(pack).unwrap().review_due.as_ref().map(|review| review.on)
    };
    assert_eq!(due("derive-2024"), Some(day("2025-12-31")));
    assert_eq!(due("one-housing-2024"), Some(day("2025-04-01")));
    assert_eq!(due("wdh-2022"), Some(day("2024-09-06")));
}
