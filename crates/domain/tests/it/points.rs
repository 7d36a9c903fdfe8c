//! Further issues: a related one joins until the answer, three triggers make it a new complaint.

use redress_domain::calendar::Calendar;
use redress_domain::complaint::LeftBecause;
use redress_domain::definition::points::opening_of;
use redress_domain::fold::fold;
use redress_domain::ids::PointId;
use redress_domain::policy::shipped;
use redress_domain::vocabulary::{Responsibility, Stage};
use serde_json::{Value, json};

use crate::story::{
    acknowledged, answered, answered_twice, ask_for_stage_2, day, escalate, escalated, find, given,
    on, respond,
};

fn add(related: bool) -> Value {
    json!({ "do": "add-point", "text": "The contractor was rude", "outcome": "A word with him", "related": related, "opens": "c2" })
}

// D24-7.1.4q, CODE-6.8, CODE-6.8.1
#[test]
fn a_related_issue_joins_and_the_clock_stays() {
    let story = given(acknowledged())
        .when(on("2025-04-15", add(true)))
        .leads_to(&["point-added"])
        .due("response/1", "2025-04-28");
    let complaint = story.complaint();
    let point = complaint.points.last().unwrap();
    assert_eq!((point.id.0.as_str(), point.raised_on), ("p3", day("2025-04-15")));
    assert_eq!(point.responsibility, Responsibility::Unclear);
    assert_eq!(complaint.definition_version, 2);
}

// D24-7.1.4q, D24-7.1.8a
#[test]
fn a_point_that_joined_must_be_answered_too() {
    given(acknowledged())
        .given([
            on("2025-04-15", add(true)),
            on("2025-04-24", find("p1", "upheld")),
            on("2025-04-24", find("p2", "not-upheld")),
        ])
        .when(on("2025-04-25", respond()))
        .refused("point-unanswered", "7.1.8");
}

// D24-7.1.11b, CODE-6.8.3
#[test]
fn an_unrelated_issue_is_a_complaint_of_its_own() {
    let story = given(acknowledged())
        .when(on("2025-04-15", add(false)))
        .leads_to(&["new-complaint-opened"]);
    assert_eq!(story.complaint().points.len(), 2);
}

// D24-7.1.4r, CODE-6.8.4
#[test]
fn an_issue_that_would_delay_the_answer_is_a_complaint_of_its_own() {
    let mut late = add(true);
    late["delays"] = json!(true);
    given(acknowledged()).when(on("2025-04-24", late)).leads_to(&["new-complaint-opened"]);
}

// D24-7.1.11a, D24-7.1.10d, CODE-6.8.2
#[test]
fn after_the_stage_1_answer_every_issue_is_a_complaint_of_its_own() {
    for before in [answered(), escalated(), answered_twice()] {
        given(before).when(on("2025-06-09", add(true))).leads_to(&["new-complaint-opened"]);
    }
}

// D24-7.1.11a, CODE-6.8.2
#[test]
fn a_complaint_split_off_counts_from_the_day_the_issue_was_raised() {
    let story = given(answered()).when(on("2025-05-01", add(true))).accepted();
    let opening = story.history().last().unwrap();
    let pack = shipped::pack("derive-2024").unwrap();
    let events = opening_of(&opening.event, &story.complaint(), pack).unwrap();
    let history: Vec<_> = events
        .into_iter()
        .map(|event| redress_domain::event::Happened { on: day("2025-05-01"), by: None, event })
        .collect();
    let opened = fold(&history).unwrap();
    assert_eq!(opened.received_on, day("2025-05-01"));
    let limit = pack.stage_1.acknowledgement.length;
    let due = Calendar::of(pack.calendar).reckon(opened.received_on, limit).unwrap().due;
    assert_eq!(due, day("2025-05-09"));
}

#[test]
fn an_added_issue_says_what_and_whether_it_is_related() {
    for field in ["text", "outcome"] {
        let mut blank = add(true);
        blank[field] = json!(" ");
        given(acknowledged())
            .when(on("2025-04-15", blank))
            .refused("definition-incomplete", "7.1.2");
    }
    let mut unsaid = add(true);
    unsaid.as_object_mut().unwrap().remove("related");
    given(acknowledged()).when(on("2025-04-15", unsaid)).refused("missing", "7.1.4");
    let mut taken = add(true);
    taken["id"] = json!("p1");
    given(acknowledged()).when(on("2025-04-15", taken)).refused("point-twice", "7.1.2");
}

fn split(point: &str, reason: &str) -> Value {
    json!({ "do": "split-point", "point": point, "reason": reason, "opens": "c2" })
}

// D24-7.1.4r, D24-7.1.11b
#[test]
fn a_point_moves_out_and_the_rest_is_answered() {
    let story = given(acknowledged())
        .when(on("2025-04-15", split("p2", "unrelated")))
        .leads_to(&["new-complaint-opened"]);
    let left = story.complaint().left;
    assert!(
        matches!(left.get(&PointId("p2".into())), Some(LeftBecause::Moved(to)) if to.0 == "c2")
    );
    story
        .given([on("2025-04-24", find("p1", "upheld")).by("amira")])
        .when(on("2025-04-24", find("p2", "upheld")).by("amira"))
        .refused("point-gone", "7.1.8")
        .when(on("2025-04-25", respond()).by("amira"))
        .leads_to(&["response-issued"]);
}

#[test]
fn a_split_needs_a_true_reason_a_point_and_something_left() {
    let try_it = |command| given(acknowledged()).when(on("2025-04-15", command));
    try_it(split("p2", "response-issued")).refused("split-reason-untrue", "7.1.11");
    try_it(split("p9", "unrelated")).refused("no-such-point", "7.1.2");
    try_it(json!({ "do": "split-point", "point": "p1" })).refused("missing", "7.1.4");
    given(acknowledged())
        .given([on("2025-04-15", split("p2", "delay"))])
        .when(on("2025-04-15", split("p2", "delay")))
        .refused("point-gone", "7.1.2")
        .when(on("2025-04-15", split("p1", "delay")))
        .refused("last-point", "7.1.8");
    given(answered())
        .when(on("2025-04-28", split("p2", "delay")))
        .refused("split-reason-untrue", "7.1.4");
}

#[test]
fn the_last_point_of_stage_2_stays_there() {
    let mut part = ask_for_stage_2();
    part["points"] = json!(["p1"]);
    let story = given(answered())
        .given([on("2025-05-01", part), on("2025-05-02", escalate("ben"))])
        .when(on("2025-05-06", split("p1", "unrelated")))
        .refused("last-point", "7.1.8");
    assert_eq!(story.complaint().points_at(Stage::Two).len(), 1);
}
