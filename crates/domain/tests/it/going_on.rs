//! Going on to stage 2: by default yes, without a reason; a late wish is a person's decision.

use redress_domain::clock::Status;
use redress_domain::complaint::State;
use redress_domain::ids::PointId;
use redress_domain::refusal::Why;
use redress_domain::vocabulary::Stage;
use serde_json::{Value, json};

use crate::story::{
    acknowledged, answered, answered_twice, ask_for_stage_2, day, escalate, escalated, given, on,
    receive, two_points, under,
};

fn decline(ground: &str) -> Value {
    json!({
        "do": "decline-escalation", "ground": ground,
        "reasons": "The wish came eleven weeks after the letter and she was well all the time.",
        "circumstances": "We rang her; nothing kept her from writing.",
    })
}

// D24-7.2.1a, D24-7.2.1b, D24-7.1.10b, CODE-6.10, CODE-6.12
#[test]
fn a_wish_is_enough_by_any_channel_and_without_a_reason() {
    for channel in ["phone", "email", "social-media", "in-person", "member"] {
        let wish = json!({ "do": "request-escalation", "channel": channel });
        let story = given(answered())
            .due("escalation-window/1", "2025-06-06")
            .when(on("2025-06-06", wish))
            .leads_to(&["escalation-requested"])
            .not_warned("escalation-late")
            .state(State::EscalationRequested)
            .stands("escalation-window/1", Status::Met);
        assert_eq!(story.complaint().escalation.unwrap().reason, None);
    }
    given(answered())
        .when(on("2025-05-01", json!({ "do": "request-escalation" })))
        .refused("missing", "6.1");
}

// D24-7.1.10b
#[test]
fn a_window_that_ends_on_easter_monday_runs_on_to_tuesday() {
    // Six weeks from Monday 10 March 2025 end on Monday 21 April, which is Easter Monday.
    let story = given([
        on("2025-02-24", receive()),
        on("2025-02-26", json!({ "do": "acknowledge", "points": two_points() })),
        on("2025-03-07", crate::story::find("p1", "not-upheld")),
        on("2025-03-07", crate::story::find("p2", "not-upheld")),
        on("2025-03-10", json!({ "do": "respond" })),
    ])
    .due("escalation-window/1", "2025-04-22");
    let why = story.clock("escalation-window/1").why;
    assert_eq!((why[0].day, why[0].because.as_str()), (day("2025-04-21"), "Easter Monday"));
    let story = story.when(on("2025-04-22", ask_for_stage_2())).accepted();
    assert!(!story.complaint().escalation.unwrap().late);
}

// D24-7.1.10b
#[test]
fn the_residents_lapsed_window_is_no_breach() {
    given(answered())
        .later("2025-06-09")
        .stands("escalation-window/1", Status::Missed)
        .breaches(&[]);
}

// D24-7.1.10c, D24-7.1.10b, CODE-5.11
#[test]
fn a_late_wish_waits_for_a_person_and_is_never_turned_away_by_itself() {
    let late = || {
        given(answered())
            .when(on("2025-06-09", ask_for_stage_2()))
            .leads_to(&["escalation-requested"])
            .warned("escalation-late")
            .state(State::EscalationRequested)
            .due("acknowledgement/2", "2025-06-16")
    };
    let story = late()
        .when(on("2025-06-10", escalate("ben")))
        .refused("late-undecided", "7.1.10")
        .state(State::EscalationRequested);
    let asked = day("2025-06-09");
    assert_eq!(story.refusal().why, Why::LateUndecided { last_day: day("2025-06-06"), asked });
    let mut decided = escalate("ben");
    decided["late-because"] = json!("She was in hospital until Friday.");
    late().when(on("2025-06-10", decided)).leads_to(&["complaint-escalated"]);
    late()
        .when(on("2025-06-10", decline("out-of-time")))
        .leads_to(&["escalation-declined"])
        .stands("acknowledgement/2", Status::Met)
        .has_no("response/2")
        .state(State::Answered);
}

// D24-7.1.10c, D24-6.7a, D24-6.7d, CODE-5.11.1
#[test]
fn a_refusal_of_stage_2_has_a_true_ground_reasons_and_circumstances() {
    let late = || given(answered()).given([on("2025-06-09", ask_for_stage_2())]);
    let without = |field: &str| {
        let mut command = decline("out-of-time");
        command.as_object_mut().unwrap().remove(field);
        command
    };
    late().when(on("2025-06-10", without("ground"))).refused("missing", "6.7");
    late().when(on("2025-06-10", without("reasons"))).refused("reason-missing", "6.7");
    late().when(on("2025-06-10", without("circumstances"))).refused("missing", "7.1.10");
    late().when(on("2025-06-10", decline("behaviour"))).refused("ground-unsupported", "6.7");
    let early = given(answered()).given([on("2025-05-01", ask_for_stage_2())]);
    early.when(on("2025-05-02", decline("out-of-time"))).refused("ground-unsupported", "6.7");
    given(answered())
        .when(on("2025-05-02", decline("out-of-time")))
        .refused("not-requested", "7.2.1");
    under("code-2024")
        .given(answered())
        .given([on("2025-08-01", ask_for_stage_2())])
        .when(on("2025-08-04", decline("out-of-time")))
        .refused("ground-unsupported", "5.11");
}

#[test]
fn a_late_refusal_of_stage_2_says_so() {
    given(answered())
        .given([on("2025-06-09", ask_for_stage_2())])
        .when(on("2025-06-17", decline("out-of-time")))
        .warned("late")
        .stands("acknowledgement/2", Status::Missed)
        .breaches(&["acknowledgement/2"]);
}

// CODE-2.4.3
#[test]
fn the_ombudsman_has_a_declined_wish_taken_on_from_that_day() {
    given(answered())
        .given([
            on("2025-06-09", ask_for_stage_2()),
            on("2025-06-10", decline("out-of-time")),
            on("2025-07-14", json!({ "do": "accept-by-direction", "reference": "202598765" })),
        ])
        .state(State::EscalationRequested)
        .due("acknowledgement/2", "2025-07-21")
        .stands("acknowledgement/2", Status::Running)
        .when(on("2025-07-15", decline("out-of-time")))
        .refused("direction-cannot-be-refused", "Code 2.4")
        .when(on("2025-07-15", escalate("ben")))
        .leads_to(&["complaint-escalated"]);
}

// CODE-6.10.1, D24-7.1.10d
#[test]
fn part_of_a_complaint_may_go_on() {
    let mut part = ask_for_stage_2();
    part["points"] = json!(["p2"]);
    let story =
        given(answered()).given([on("2025-05-01", part), on("2025-05-02", escalate("ben"))]);
    let complaint = story.complaint();
    let ids: Vec<&str> =
        complaint.points_at(Stage::Two).iter().map(|point| point.id.0.as_str()).collect();
    assert_eq!(ids, ["p2"]);
    let mut unknown = ask_for_stage_2();
    unknown["points"] = json!(["p9"]);
    given(answered()).when(on("2025-05-01", unknown)).refused("no-such-point", "7.2.1");
}

// D24-7.2.1d, D24-7.2.3a, CODE-6.11, CODE-6.11.3, CODE-6.14
#[test]
fn stage_2_has_clocks_of_its_own_from_the_day_of_the_wish() {
    let mut told = ask_for_stage_2();
    told["received-on"] = json!("2025-04-30");
    given(answered())
        .given([on("2025-05-02", told)])
        .due("acknowledgement/2", "2025-05-08")
        .due("response/2", "2025-06-06")
        .stands("response/2", Status::Forecast)
        .given([
            on("2025-05-06", escalate("ben")),
            on("2025-05-07", json!({ "do": "acknowledge" })).by("ben"),
        ])
        .due("response/2", "2025-06-05")
        .stands("response/2", Status::Running);
    given(answered())
        .when(on(
            "2025-05-02",
            json!({ "do": "request-escalation", "channel": "phone", "received-on": "2025-05-03" }),
        ))
        .refused("received-in-future", "6.3");
}

#[test]
fn stage_2_opens_when_the_stage_1_answer_is_overdue_and_not_before() {
    given(acknowledged())
        .when(on("2025-04-28", ask_for_stage_2()))
        .refused("not-answered", "7.2.1")
        .when(on("2025-04-29", ask_for_stage_2()))
        .accepted()
        .breaches(&["response/1"]);
    let story = given([on("2025-04-07", receive())])
        .when(on("2025-04-30", ask_for_stage_2()))
        .refused("not-answered", "7.2.1")
        .given([
            on("2025-05-01", ask_for_stage_2()),
            on("2025-05-02", escalate("ben")),
            on("2025-05-06", json!({ "do": "acknowledge", "points": two_points() })).by("ben"),
        ]);
    assert_eq!(story.complaint().points_at(Stage::Two).len(), 2);
}

#[test]
fn points_defined_after_an_early_wish_go_on_with_it() {
    let story = given([
        on("2025-04-07", receive()),
        on("2025-05-01", ask_for_stage_2()),
        on("2025-05-01", json!({ "do": "define", "points": two_points() })),
        on("2025-05-02", escalate("ben")),
    ])
    .when(on("2025-05-06", json!({ "do": "acknowledge" })).by("ben"))
    .leads_to(&["complaint-acknowledged"]);
    assert_eq!(story.complaint().points_at(Stage::Two)[0].id, PointId("p1".into()));
}

// CODE-5.3, CODE-6.20
#[test]
fn stage_2_is_asked_for_once_and_is_the_end() {
    given(answered())
        .given([on("2025-05-01", ask_for_stage_2())])
        .when(on("2025-05-02", ask_for_stage_2()))
        .refused("already-requested", "7.2.1");
    given(escalated())
        .when(on("2025-05-06", ask_for_stage_2()))
        .refused("already-requested", "7.2.1");
    given(escalated())
        .when(on("2025-05-06", escalate("dana")))
        .refused("already-requested", "7.2.1");
    given(answered_twice())
        .when(on("2025-06-09", ask_for_stage_2()))
        .refused("process-ended", "Code 6.20");
}

#[test]
fn nobody_escalates_what_nobody_asked_for() {
    given(answered()).when(on("2025-05-02", escalate("ben"))).refused("not-requested", "7.2.1");
    given(answered())
        .given([on("2025-05-01", ask_for_stage_2())])
        .when(on("2025-05-02", json!({ "do": "escalate" })))
        .refused("missing", "7.2.2")
        .when(on("2025-05-02", json!({ "do": "acknowledge" })))
        .refused("not-escalated", "7.2.2");
}

#[test]
fn a_rethink_after_the_letter_uses_up_no_window() {
    given(answered())
        .when(on(
            "2025-05-01",
            json!({ "do": "reconsider", "text": "We looked again at point 2." }),
        ))
        .leads_to(&["response-reconsidered"])
        .due("escalation-window/1", "2025-06-06")
        .stands("escalation-window/1", Status::Running);
    given(acknowledged())
        .when(on("2025-04-14", json!({ "do": "reconsider", "text": "We looked again." })))
        .refused("not-answered", "7.2.1");
    given(answered())
        .when(on("2025-05-01", json!({ "do": "reconsider" })))
        .refused("missing", "7.1.8");
}

// CODE-6.10
#[test]
fn the_code_sets_no_last_day_for_asking() {
    under("code-2024")
        .given(answered())
        .has_no("escalation-window")
        .when(on("2026-02-02", ask_for_stage_2()))
        .not_warned("escalation-late")
        .when(on("2026-02-03", escalate("ben")))
        .accepted();
}
