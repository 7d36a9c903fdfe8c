//! Clocks: golden days counted by hand, and that each clock explains itself.

use redress_domain::clock::Status;
use serde_json::json;

use crate::story::{
    Story, acknowledge, acknowledged, answered_twice, ask_for_stage_2, day, escalate, find, given,
    on, receive, respond, two_points, under,
};

fn received(on_day: &str) -> Story {
    given([on(on_day, receive())])
}

// D24-7.1.3a, CODE-6.2, CODE-6.2.4
#[test]
fn five_working_days_for_the_acknowledgement() {
    for (from, due) in [
        ("2025-12-18", "2025-12-29"),
        ("2025-04-17", "2025-04-28"),
        ("2025-08-23", "2025-09-01"),
        ("2026-12-22", "2026-12-31"),
    ] {
        received(from).due("acknowledgement/1", due);
    }
}

// D24-7.1.6a, CODE-6.3
#[test]
fn ten_working_days_for_the_stage_1_answer() {
    given(acknowledged()).due("response/1", "2025-04-28").due("extension-limit/1", "2025-05-13");
}

fn acknowledged_at_stage_2_on_30_december() -> Story {
    given([
        on("2025-11-24", receive()),
        on("2025-11-26", acknowledge()).by("amira"),
        on("2025-12-09", find("p1", "upheld")).by("amira"),
        on("2025-12-09", find("p2", "upheld")).by("amira"),
        on("2025-12-10", respond()).by("amira"),
        on("2025-12-22", ask_for_stage_2()),
        on("2025-12-23", escalate("ben")),
        on("2025-12-30", json!({ "do": "acknowledge" })).by("ben"),
    ])
}

// D24-7.2.3a, D24-7.2.3c, D24-7.2.4a, CODE-6.14
#[test]
fn twenty_working_days_for_the_stage_2_answer_and_forty_at_most() {
    acknowledged_at_stage_2_on_30_december()
        .due("acknowledgement/2", "2025-12-31")
        .due("response/2", "2026-01-28")
        .due("extension-limit/2", "2026-02-25");
}

#[test]
fn a_landlords_closure_day_does_not_count() {
    under("derive-2024")
        .closed_on(&["2024-12-27"])
        .given([on("2024-12-20", receive())])
        .due("acknowledgement/1", "2025-01-02");
    given([on("2024-12-20", receive())]).due("acknowledgement/1", "2024-12-31");
}

// D24-7.1.6a, CODE-6.3.1, CODE-6.14.1
#[test]
fn the_outer_limit_is_receipt_and_both_limits_together() {
    let story = received("2025-04-07");
    assert_eq!(story.clock("response/1").outer_limit, Some(day("2025-04-30")));
    let story = acknowledged_at_stage_2_on_30_december();
    assert_eq!(story.clock("response/2").outer_limit, Some(day("2026-01-29")));
}

// D24-7.1.6a
#[test]
fn a_forecast_is_never_a_breach() {
    received("2025-04-07")
        .later("2025-06-30")
        .stands("response/1", Status::Forecast)
        .breaches(&["acknowledgement/1"]);
}

#[test]
fn an_act_on_the_last_day_is_in_time_and_the_next_day_is_not() {
    received("2025-04-07").later("2025-04-14").stands("acknowledgement/1", Status::Running);
    received("2025-04-07").later("2025-04-15").stands("acknowledgement/1", Status::Missed);
    received("2025-04-07")
        .given([on("2025-04-14", acknowledge())])
        .stands("acknowledgement/1", Status::Met);
}

#[test]
fn a_clock_names_the_days_that_did_not_count_and_its_clause() {
    let ack = received("2025-04-17").clock("acknowledgement/1");
    let skipped: Vec<(String, &str)> =
        ack.why.iter().map(|it| (it.day.to_string(), it.because.as_str())).collect();
    let expected = [
        ("2025-04-18", "Good Friday"),
        ("2025-04-19", "Saturday"),
        ("2025-04-20", "Sunday"),
        ("2025-04-21", "Easter Monday"),
        ("2025-04-26", "Saturday"),
        ("2025-04-27", "Sunday"),
    ]
    .map(|(day, because)| (day.to_owned(), because));
    assert_eq!(skipped, expected);
    assert_eq!((ack.clause.as_str(), ack.length.as_deref()), ("7.1.3", Some("5 working days")));
}

// D24-7.1.6c, D24-7.2.3c
#[test]
fn the_limit_of_extensions_explains_itself_from_the_acknowledgement() {
    let limit = given(acknowledged()).clock("extension-limit/1");
    assert_eq!((limit.from, limit.from_event), (day("2025-04-10"), "complaint-acknowledged"));
    assert_eq!(
        (limit.length.as_deref(), limit.clause.as_str()),
        (Some("20 working days"), "7.1.6")
    );
    assert_eq!((limit.why.len(), limit.why[0].day), (13, day("2025-04-12")));
}

#[test]
fn breaches_are_written_with_their_stage() {
    given(answered_twice()).breaches(&[]);
    given([
        on("2025-04-07", receive()),
        on("2025-04-16", json!({ "do": "acknowledge", "points": two_points() })),
    ])
    .later("2025-05-30")
    .breaches(&["acknowledgement/1", "response/1", "extension-limit/1"]);
}
