//! Answering: a finding with reasons on every point, then one response in writing.

use redress_domain::clock::Status;
use redress_domain::complaint::State;
use redress_domain::ids::PointId;
use redress_domain::refusal::Why;
use serde_json::{Value, json};

use crate::story::{
    Story, acknowledged, answered, answered_twice, day, escalated, find, given, on, receive,
    respond, two_points, under,
};

fn found() -> Story {
    given(acknowledged()).given([
        on("2025-04-24", find("p1", "upheld")).by("amira"),
        on("2025-04-24", find("p2", "not-upheld")).by("amira"),
    ])
}

fn with(mut command: Value, field: &str, value: Value) -> Value {
    command[field] = value;
    command
}

// D24-7.1.8a, D24-7.1.4p, CODE-6.7
#[test]
fn a_response_answers_every_point() {
    let story = given(acknowledged())
        .given([on("2025-04-24", find("p2", "upheld"))])
        .when(on("2025-04-25", respond()))
        .refused("point-unanswered", "7.1.8")
        .state(State::Investigating);
    assert_eq!(story.refusal().why, Why::PointUnanswered { points: vec![PointId("p1".into())] });
}

// D24-7.1.8b, CODE-6.7.1
#[test]
fn a_finding_has_reasons_and_not_a_clause_alone() {
    for reasons in ["", "Upheld", "Section 4.2.", "See policy 7.1, paragraph 3"] {
        given(acknowledged())
            .when(on("2025-04-24", with(find("p1", "upheld"), "reasons", json!(reasons))))
            .refused("reason-missing", "7.1.8");
    }
    given(acknowledged())
        .when(on("2025-04-24", with(find("p1", "upheld"), "reasons", json!("Nobody went there"))))
        .warned("short-reasons");
}

// D24-7.1.8c
#[test]
fn a_finding_cites_a_rule_or_says_that_none_applies() {
    let bare = with(find("p1", "upheld"), "cites", json!([" "]));
    given(acknowledged()).when(on("2025-04-24", bare.clone())).warned("source-missing");
    given(acknowledged())
        .when(on("2025-04-24", with(bare, "no-sources-because", json!("No rule speaks of it"))))
        .not_warned("source-missing");
}

// D24-7.1.9c, CODE-6.9c
#[test]
fn a_finding_is_one_of_the_words_of_the_policy() {
    given(acknowledged())
        .when(on("2025-04-24", find("p1", "overturned")))
        .refused("finding-wrong", "7.1.9");
    let unsaid = json!({ "do": "find", "point": "p1", "reasons": "Nobody went there at all." });
    given(acknowledged()).when(on("2025-04-24", unsaid)).refused("missing", "7.1.8");
    given(acknowledged())
        .when(on("2025-04-24", find("p9", "upheld")))
        .refused("no-such-point", "7.1.8");
    given(acknowledged())
        .when(on("2025-04-24", with(find("p1", "upheld"), "point", json!(""))))
        .refused("missing", "7.1.8");
}

#[test]
fn a_later_finding_replaces_the_earlier_until_the_answer() {
    let story = found().given([on("2025-04-25", find("p1", "not-upheld")).by("amira")]);
    assert_eq!(story.complaint().stage_1.findings.len(), 2);
    story
        .given([on("2025-04-25", json!({ "do": "respond" }))])
        .when(on("2025-04-28", find("p1", "upheld")))
        .refused("already-responded", "7.1.6");
}

// D24-7.1.8d, CODE-6.9.1
#[test]
fn a_call_is_no_answer() {
    found()
        .when(on("2025-04-25", with(respond(), "channel", json!("phone"))))
        .refused("not-in-writing", "7.1.8")
        .stands("response/1", Status::Running);
    for channel in ["letter", "email", "portal"] {
        found().when(on("2025-04-25", with(respond(), "channel", json!(channel)))).accepted();
    }
}

// D24-12.1a, D24-12.1b, CODE-7.1
#[test]
fn what_is_upheld_is_put_right_somehow() {
    found().when(on("2025-04-25", json!({ "do": "respond" }))).refused("remedy-vague", "12.1");
    let remedy =
        json!({ "do": "offer-remedy", "kind": "explanation", "what": "How it came about" });
    found()
        .given([on("2025-04-25", remedy)])
        .when(on("2025-04-25", json!({ "do": "respond" })))
        .warned("fault-not-admitted");
    let none = given(acknowledged()).given([
        on("2025-04-24", find("p1", "not-upheld")),
        on("2025-04-24", find("p2", "not-upheld")),
    ]);
    none.when(on("2025-04-25", json!({ "do": "respond" }))).accepted();
}

// D24-7.1.6a, CODE-6.3
#[test]
fn an_answer_on_the_tenth_working_day_is_in_time_and_on_the_eleventh_is_not() {
    found().when(on("2025-04-28", respond())).not_warned("late").stands("response/1", Status::Met);
    let story = found()
        .when(on("2025-04-29", respond()))
        .warned("late")
        .stands("response/1", Status::Missed)
        .breaches(&["response/1"]);
    assert_eq!(story.clock("response/1").done_on, Some(day("2025-04-29")));
}

// CODE-6.3.3
#[test]
fn an_early_acknowledgement_brings_the_answer_forward() {
    given([on("2025-04-07", receive())])
        .due("response/1", "2025-04-30")
        .stands("response/1", Status::Forecast)
        .given([on("2025-04-08", json!({ "do": "acknowledge", "points": two_points() }))])
        .due("response/1", "2025-04-24");
}

// D24-7.1.6a
#[test]
fn an_answer_without_any_acknowledgement_is_history_counted_from_the_day_that_was_due() {
    let story = given([
        on("2025-04-07", receive()),
        on("2025-04-08", json!({ "do": "define", "points": two_points() })),
        on("2025-04-24", find("p1", "upheld")),
        on("2025-04-24", find("p2", "upheld")),
        on("2025-04-30", respond()),
    ])
    .due("response/1", "2025-04-30")
    .stands("response/1", Status::Met)
    .breaches(&["acknowledgement/1"]);
    let response = story.clock("response/1");
    assert_eq!((response.from, response.from_event), (day("2025-04-14"), "acknowledgement-due"));
    assert_eq!(story.clock("acknowledgement/1").done_on, None);
}

#[test]
fn there_is_no_answer_without_points_and_no_second_one() {
    given([on("2025-04-07", receive())])
        .when(on("2025-04-25", respond()))
        .refused("definition-incomplete", "7.1.2");
    given(answered()).when(on("2025-04-28", respond())).refused("already-responded", "7.1.6");
    given(answered_twice()).when(on("2025-06-04", respond())).refused("already-responded", "7.2.3");
}

// D24-7.2.5a, D24-7.2.6a, D24-7.2.6b, CODE-6.18
#[test]
fn stage_2_is_answered_point_by_point_in_writing_too() {
    let at_2 =
        || given(escalated()).given([on("2025-05-07", json!({ "do": "acknowledge" })).by("ben")]);
    at_2()
        .given([on("2025-06-03", find("p1", "upheld")).by("ben")])
        .when(on("2025-06-04", respond()).by("ben"))
        .refused("point-unanswered", "7.2.6");
    at_2()
        .when(on("2025-06-03", with(find("p1", "upheld"), "reasons", json!("No"))).by("ben"))
        .refused("reason-missing", "7.2.6");
    at_2()
        .given([
            on("2025-06-03", find("p1", "upheld")).by("ben"),
            on("2025-06-03", find("p2", "upheld")).by("ben"),
        ])
        .when(on("2025-06-04", with(respond(), "channel", json!("in-person"))).by("ben"))
        .refused("not-in-writing", "7.2.5")
        .when(on("2025-06-05", respond()).by("ben"))
        .leads_to(&["response-issued"])
        .stands("response/2", Status::Met)
        .state(State::Answered);
}

// D24-6.3g, CODE-5.12.5
#[test]
fn the_findings_of_stage_1_stay_beside_those_of_stage_2() {
    let complaint = given(answered_twice()).complaint();
    let at = |stage: &redress_domain::complaint::StageRecord| {
        stage.findings.values().map(|found| found.finding).collect::<Vec<_>>()
    };
    use redress_domain::vocabulary::Finding::{NotUpheld, Upheld};
    assert_eq!(at(&complaint.stage_1), [Upheld, NotUpheld]);
    assert_eq!(at(&complaint.stage_2.unwrap()), [Upheld, Upheld]);
}

// D24-7.1.4j, D24-7.1.4k, D24-7.1.4c, D24-7.2.1c, CODE-5.8b, CODE-5.8d, CODE-6.12.1
#[test]
fn an_answer_says_what_was_left_out_on_the_way() {
    let mut steps = acknowledged();
    steps.push(on("2025-04-11", json!({ "do": "assign", "officer": "amira" })));
    given(steps.clone())
        .given([on("2025-04-24", find("p1", "upheld")), on("2025-04-24", find("p2", "upheld"))])
        .when(on("2025-04-25", respond()))
        .warned("no-contact-yet")
        .warned("no-evidence-yet")
        .warned("conflict-unanswered")
        .warned("same-reasons");
    given(steps)
        .given([
            on("2025-04-11", json!({ "do": "make-contact" })),
            on("2025-04-11", json!({ "do": "declare-conflict", "who": "amira", "about": "none" })),
            on("2025-04-11", json!({ "do": "record-evidence", "what": "The diary" })),
            on("2025-04-24", find("p1", "upheld")),
            on(
                "2025-04-24",
                with(
                    find("p2", "upheld"),
                    "reasons",
                    json!("Both visits stand in the diary and neither took place."),
                ),
            ),
        ])
        .when(on("2025-04-25", respond()))
        .not_warned("no-contact-yet")
        .not_warned("no-evidence-yet")
        .not_warned("conflict-unanswered")
        .not_warned("same-reasons");
}

// CODE-6.3, CODE-6.14
#[test]
fn the_code_counts_as_derive_does_under_its_own_numbers() {
    let story = under("code-2024").given(acknowledged()).due("response/1", "2025-04-28");
    assert_eq!(story.clock("response/1").clause, "6.3");
    let story = under("code-2024").given(answered_twice()).due("response/2", "2025-06-05");
    assert_eq!(story.clock("response/2").clause, "6.14");
}
