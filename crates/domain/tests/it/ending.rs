//! Ending: a true reason closes a case; promises and the resident's rights outlive it.

use redress_domain::clock::Status;
use redress_domain::complaint::State;
use redress_domain::refusal::Why;
use serde_json::{Value, json};

use crate::story::{
    acknowledged, answered, answered_twice, ask_for_stage_2, day, escalated, given, on, receive,
    under,
};

fn close(reason: &str) -> Value {
    json!({ "do": "close", "reason": reason })
}

// D24-8a
#[test]
fn a_case_closes_by_agreement_once_it_is_answered() {
    given(acknowledged()).when(on("2025-04-14", close("agreed"))).refused("not-answered", "8");
    given(answered())
        .when(on("2025-05-01", close("agreed")))
        .leads_to(&["complaint-closed"])
        .warned("no-lesson")
        .state(State::Closed);
    given(answered()).when(on("2025-05-01", json!({ "do": "close" }))).refused("missing", "8");
    given(answered())
        .given([on("2025-05-01", close("agreed"))])
        .when(on("2025-05-02", close("agreed")))
        .refused("case-closed", "8");
}

// D24-8a, D24-7.1.10b
#[test]
fn closing_shortens_no_window() {
    given(answered())
        .given([on("2025-05-01", close("agreed"))])
        .due("escalation-window/1", "2025-06-06")
        .stands("escalation-window/1", Status::Running)
        .when(on("2025-06-06", ask_for_stage_2()))
        .accepted()
        .state(State::EscalationRequested);
}

// D24-8a
#[test]
fn a_passed_window_is_passed_only_the_day_after() {
    let story = given(answered())
        .when(on("2025-06-06", close("window-passed")))
        .refused("window-open", "8");
    assert_eq!(story.refusal().why, Why::WindowOpen { last_day: day("2025-06-06") });
    story.when(on("2025-06-07", close("window-passed"))).accepted();
    given(acknowledged())
        .when(on("2025-08-01", close("window-passed")))
        .refused("not-answered", "8");
    under("code-2024")
        .given(answered())
        .when(on("2026-08-03", close("window-passed")))
        .refused("closing-reason-untrue", "6.6, 6.17");
}

// CODE-6.20
#[test]
fn the_final_response_closes_only_after_stage_2() {
    given(answered()).when(on("2025-05-01", close("final-response"))).refused("not-answered", "8");
    given(escalated()).when(on("2025-05-06", close("final-response"))).refused("not-answered", "8");
    given(answered_twice()).when(on("2025-06-04", close("final-response"))).accepted();
}

#[test]
fn a_wish_for_stage_2_is_answered_before_anything_ends() {
    given(answered())
        .given([on("2025-05-01", ask_for_stage_2())])
        .when(on("2025-05-02", close("agreed")))
        .refused("not-escalated", "8");
}

#[test]
fn behaviour_never_closes_a_complaint_and_other_reasons_need_an_answer() {
    given(answered())
        .when(on("2025-05-01", close("behaviour")))
        .refused("behaviour-never-closes", "8");
    given(acknowledged()).when(on("2025-05-01", close("other"))).refused("not-answered", "8");
    given(answered()).when(on("2025-05-01", close("other"))).accepted();
    given(answered())
        .when(on("2025-05-01", close("withdrawn")))
        .refused("closing-reason-untrue", "8");
    given(acknowledged())
        .given([on("2025-04-14", json!({ "do": "withdraw" }))])
        .when(on("2025-04-15", close("withdrawn")))
        .accepted();
}

// D24-8c, CODE-6.17.1, CODE-6.17
#[test]
fn open_actions_are_tracked_on_after_the_end() {
    given(answered_twice())
        .given([on("2025-06-03", json!({ "do": "raise-action", "what": "Paint the hall", "owner": "Repairs", "due": "2025-07-01" }))])
        .when(on("2025-06-04", close("final-response")))
        .warned("actions-still-open")
        .state(State::Closed)
        .later("2025-07-02")
        .stands("action/a1", Status::Missed)
        .breaches(&["action/2"]);
}

#[test]
fn a_case_is_opened_again_with_a_reason() {
    given(answered())
        .given([on("2025-05-01", close("agreed"))])
        .when(on("2025-05-02", json!({ "do": "reopen" })))
        .refused("missing", "6.3")
        .when(on("2025-05-02", json!({ "do": "reopen", "reason": "Closed by mistake" })))
        .leads_to(&["complaint-reopened"])
        .state(State::Answered)
        .when(on("2025-05-02", json!({ "do": "reopen", "reason": "Again" })))
        .refused("not-closed", "8");
}

#[test]
fn a_closed_case_is_worked_on_no_more() {
    for command in [
        json!({ "do": "assign", "officer": "dana" }),
        json!({ "do": "make-contact" }),
        json!({ "do": "withdraw" }),
        json!({ "do": "ask-clarification", "question": "Which?" }),
    ] {
        given(answered())
            .given([on("2025-05-01", close("agreed"))])
            .when(on("2025-05-02", command))
            .refused("case-closed", "6.3");
    }
}

// D24-12.6b
#[test]
fn a_survey_asks_about_handling_and_outcome_apart() {
    let answer = |handling: Value, outcome: Value| {
        given(answered()).given([on("2025-05-01", json!({ "do": "survey" }))]).when(on(
            "2025-05-06",
            json!({ "do": "answer-survey", "handling": handling, "outcome": outcome }),
        ))
    };
    answer(json!(1), json!(5)).leads_to(&["survey-answered"]);
    answer(json!(4), json!(null)).refused("missing", "12.2");
    answer(json!(0), json!(3)).refused("score-out-of-range", "12.2");
    answer(json!(3), json!(6)).refused("score-out-of-range", "12.2");
}

// D24-2.1b, D24-12.2b, CODE-9.1
#[test]
fn what_was_learned_and_changed_is_written_down() {
    let lesson = json!({ "do": "record-lesson", "cause": "No second visit booked", "lesson": "Book both at once" });
    given(answered())
        .when(on("2025-05-01", lesson.clone()))
        .leads_to(&["lesson-recorded"])
        .when(on("2025-05-01", close("agreed")))
        .not_warned("no-lesson");
    for field in ["cause", "lesson"] {
        let mut lacking = lesson.clone();
        lacking.as_object_mut().unwrap().remove(field);
        given(answered()).when(on("2025-05-01", lacking)).refused("missing", "12.2");
    }
    given(answered())
        .when(on("2025-05-01", json!({ "do": "record-improvement", "what": "Two visits a booking", "done-on": "2025-04-30" })))
        .leads_to(&["improvement-recorded"])
        .when(on("2025-05-01", json!({ "do": "record-improvement", "what": "More" })))
        .refused("missing", "12.2");
}

#[test]
fn a_contact_that_is_no_complaint_closes_without_an_answer() {
    let comment =
        json!({ "do": "receive", "channel": "phone", "text": "A tap", "about": "comment" });
    given([on("2025-04-07", comment)]).when(on("2025-04-08", close("other"))).accepted();
    given([on("2025-04-07", receive())])
        .when(on("2025-04-08", close("other")))
        .refused("not-answered", "8");
}
