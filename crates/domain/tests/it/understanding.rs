//! Understanding: the definition with its points, and the acknowledgement that carries it.

use redress_domain::clock::Status;
use redress_domain::complaint::State;
use redress_domain::ids::StaffId;
use redress_domain::refusal::{PointLack, Why};
use redress_domain::vocabulary::{Course, Responsibility, Risk, Stage};
use serde_json::{Value, json};

use crate::story::{
    acknowledge, acknowledged, answered, day, escalated, given, on, receive, two_points, under,
};

fn received() -> crate::story::Story {
    given([on("2025-04-07", receive())])
}

fn define(points: Value) -> Value {
    json!({ "do": "define", "points": points })
}

// D24-7.1.2a, D24-7.1.2b, D24-7.1.2d, CODE-5.6, CODE-5.6.2, CODE-5.7
#[test]
fn a_point_has_words_an_outcome_and_a_responsibility() {
    let whole = json!({ "text": "The roof leaks", "outcome": "Mend it", "responsibility": "ours" });
    for (field, lacks) in [
        ("text", PointLack::Text),
        ("outcome", PointLack::Outcome),
        ("responsibility", PointLack::Responsibility),
    ] {
        let mut point = whole.clone();
        point.as_object_mut().unwrap().remove(field);
        let story = received()
            .when(on("2025-04-08", define(json!([whole, point]))))
            .refused("definition-incomplete", "7.1.2");
        match &story.refusal().why {
            Why::PointIncomplete { point, lacks: found } => {
                assert_eq!((point.0.as_str(), *found), ("p2", lacks));
            }
            other => panic!("{other:?}"),
        }
    }
}

// D24-7.1.2a, CODE-5.6
#[test]
fn a_definition_without_points_is_none() {
    received().when(on("2025-04-08", define(json!([])))).refused("definition-incomplete", "7.1.2");
    received()
        .when(on("2025-04-08", json!({ "do": "acknowledge" })))
        .refused("definition-incomplete", "7.1.2")
        .state(State::Received)
        .stands("acknowledgement/1", Status::Running);
    received()
        .when(on("2025-04-08", json!({ "do": "amend-definition", "points": two_points() })))
        .refused("definition-incomplete", "7.1.2");
    received()
        .when(on("2025-04-08", json!({ "do": "confirm-definition" })))
        .refused("definition-incomplete", "7.1.2");
}

#[test]
fn points_without_an_id_are_numbered_around_those_with_one() {
    let points = json!([
        { "text": "A", "outcome": "B", "responsibility": "ours" },
        { "id": "p1", "text": "C", "outcome": "D", "responsibility": "not-ours" },
        { "text": "E", "outcome": "F", "responsibility": "unclear" },
    ]);
    let story = received().when(on("2025-04-08", define(points))).leads_to(&["complaint-defined"]);
    let ids: Vec<String> = story.complaint().points.iter().map(|it| it.id.0.clone()).collect();
    assert_eq!(ids, ["p2", "p1", "p3"]);
    let twice = json!([
        { "id": "roof", "text": "A", "outcome": "B", "responsibility": "ours" },
        { "id": "roof", "text": "C", "outcome": "D", "responsibility": "ours" },
    ]);
    received().when(on("2025-04-08", define(twice))).refused("point-twice", "7.1.2");
}

#[test]
fn a_new_definition_never_takes_the_number_of_a_point_that_left() {
    let decline = json!({
        "do": "decline", "ground": "rent-review", "points": ["p1"],
        "reasons": "The rent follows what the government lays down.", "circumstances": "None known.",
    });
    let story = given([
        on("2025-04-07", receive()),
        on("2025-04-08", define(two_points())),
        on("2025-04-09", decline),
    ])
    .when(on("2025-04-10", acknowledge()))
    .accepted();
    assert_eq!(story.complaint().points_at(Stage::One).len(), 2);
    let again = json!([{ "id": "p1", "text": "A", "outcome": "B", "responsibility": "ours" }]);
    story
        .when(on("2025-04-11", json!({ "do": "amend-definition", "points": again })))
        .refused("point-gone", "7.1.2");
}

// D24-7.1.2c
#[test]
fn each_change_of_the_definition_is_a_version() {
    let story = given(acknowledged())
        .when(on("2025-04-11", json!({ "do": "amend-definition", "points": two_points() })))
        .leads_to(&["complaint-defined"])
        .when(on(
            "2025-04-14",
            json!({ "do": "confirm-definition", "changes": "Three visits, not two" }),
        ))
        .leads_to(&["definition-confirmed"]);
    assert_eq!(story.complaint().definition_version, 2);
    given(answered())
        .when(on("2025-04-28", json!({ "do": "amend-definition", "points": two_points() })))
        .refused("already-responded", "7.1.11");
}

// D24-7.1.2e, CODE-5.6.4
#[test]
fn a_question_to_the_resident_stops_no_clock() {
    received()
        .given([on("2025-04-08", json!({ "do": "ask-clarification", "question": "Which door?" }))])
        .due("acknowledgement/1", "2025-04-14")
        .later("2025-04-15")
        .stands("acknowledgement/1", Status::Missed);
    received()
        .when(on("2025-04-08", json!({ "do": "ask-clarification", "question": " " })))
        .refused("missing", "7.1.2");
}

// D24-7.1.3a, D24-7.1.3b, D24-7.1.3c, CODE-6.2, CODE-6.2.1, CODE-6.2.2
#[test]
fn an_acknowledgement_defines_and_promises_the_day_of_the_answer() {
    received()
        .when(on("2025-04-14", acknowledge()))
        .leads_to(&["complaint-defined", "complaint-acknowledged"])
        .state(State::Investigating)
        .stands("acknowledgement/1", Status::Met)
        .due("response/1", "2025-04-30")
        .stands("response/1", Status::Running);
}

// D24-7.1.3a, CODE-6.2.1, CODE-6.3.1
#[test]
fn a_late_acknowledgement_stays_a_breach_and_the_outer_limit_stands_beside_it() {
    let story = received()
        .when(on("2025-04-16", acknowledge()))
        .warned("late")
        .stands("acknowledgement/1", Status::Missed)
        .due("response/1", "2025-05-02")
        .breaches(&["acknowledgement/1"]);
    assert_eq!(story.clock("response/1").outer_limit, Some(crate::story::day("2025-04-30")));
}

// D24-7.1.2a
#[test]
fn a_call_alone_is_no_acknowledgement() {
    let by = |channel: &str, wish: bool| json!({ "do": "acknowledge", "points": two_points(), "channel": channel, "at-customers-wish": wish });
    for wish in [false, true] {
        received().when(on("2025-04-08", by("phone", wish))).refused("not-in-writing", "7.1.3");
    }
    for channel in ["letter", "email", "portal"] {
        received().when(on("2025-04-08", by(channel, false))).accepted();
    }
    under("code-2024")
        .given([on("2025-04-07", receive())])
        .when(on("2025-04-08", by("phone", true)))
        .refused("not-in-writing", "6.2");
}

#[test]
fn a_stage_is_acknowledged_once() {
    given(acknowledged())
        .when(on("2025-04-11", acknowledge()))
        .refused("already-acknowledged", "7.1.3");
}

// D24-7.1.1a
#[test]
fn an_officer_named_in_the_acknowledgement_holds_the_case() {
    let mut named = acknowledge();
    named["officer"] = json!("amira");
    let story = received()
        .when(on("2025-04-08", named))
        .leads_to(&["complaint-defined", "officer-assigned", "complaint-acknowledged"])
        .not_warned("handler-unnamed");
    assert_eq!(story.complaint().officer_at(Stage::One), Some(&StaffId("amira".into())));
}

// D24-2.6a, D24-7.1.4d, D24-7.1.4f, D24-7.1.1a, D24-7.1.4h
#[test]
fn an_acknowledgement_says_what_nobody_has_seen_to() {
    let mut bare = acknowledge();
    bare["needs-asked"] = json!(false);
    received()
        .when(on("2025-04-08", bare))
        .warned("needs-not-asked")
        .warned("handler-unnamed")
        .warned("no-contact-yet")
        .warned("updates-not-agreed")
        .warned("outcome-unanswered");
    let points = json!([{ "text": "A lamp", "outcome": "Light", "responsibility": "not-ours", "feasible": "The council can" }]);
    received()
        .given([
            on("2025-04-08", json!({ "do": "make-contact" })),
            on(
                "2025-04-08",
                json!({ "do": "agree-updates", "every": "5 working days", "method": "phone" }),
            ),
            on("2025-04-08", json!({ "do": "assign", "officer": "amira" })),
        ])
        .when(on("2025-04-09", json!({ "do": "acknowledge", "points": points })))
        .not_warned("no-contact-yet")
        .not_warned("updates-not-agreed")
        .not_warned("outcome-unanswered")
        .warned("not-ours-without-whose");
}

// D24-7.2.1d, D24-7.2.1e, CODE-5.6.3, CODE-6.11, CODE-6.11.1, CODE-6.11.2
#[test]
fn stage_2_is_acknowledged_with_the_points_that_stand_or_new_ones() {
    given(escalated())
        .due("acknowledgement/2", "2025-05-09")
        .when(on("2025-05-07", json!({ "do": "acknowledge" })).by("ben"))
        .leads_to(&["complaint-acknowledged"])
        .due("response/2", "2025-06-05");
    let points = json!([{ "id": "p1", "text": "The roof still leaks", "outcome": "Mend it", "responsibility": "shared" }]);
    let story = given(escalated())
        .when(on("2025-05-07", json!({ "do": "acknowledge", "points": points })).by("ben"))
        .leads_to(&["complaint-defined", "complaint-acknowledged"]);
    let complaint = story.complaint();
    let at_2 = complaint.points_at(Stage::Two);
    assert_eq!((at_2.len(), at_2[0].responsibility), (1, Responsibility::Shared));
}

// D24-7.2.1e, CODE-5.6.3
#[test]
fn part_of_a_complaint_keeps_its_numbers_when_stage_2_defines_it_anew() {
    let part = json!({ "do": "request-escalation", "channel": "phone", "points": ["p2"] });
    let anew = json!([{ "text": "A third visit was missed", "outcome": "Say sorry", "responsibility": "ours" }]);
    let story = given(answered())
        .given([
            on("2025-05-01", part),
            on("2025-05-02", json!({ "do": "escalate", "officer": "ben" })),
        ])
        .when(on("2025-05-06", json!({ "do": "acknowledge", "points": anew })).by("ben"))
        .accepted();
    let complaint = story.complaint();
    let at_2 = complaint.points_at(Stage::Two);
    assert_eq!((at_2.len(), at_2[0].id.0.as_str()), (1, "p2"));
    assert_eq!(complaint.points[0].text.text(), "The roof leaks");
}

// CODE-6.1, CODE-6.1.1, D24-7.1.5a, D24-7.1.5b
#[test]
fn triage_weighs_complexity_care_and_risk_before_the_acknowledgement_and_leaves_none_out() {
    let whole = || json!({ "do": "triage", "complexity": "simple", "vulnerable": true, "risk": "raised", "course": "early-answer" });
    for field in ["complexity", "vulnerable", "risk", "course"] {
        let mut step = whole();
        step.as_object_mut().unwrap().remove(field);
        let taken = || given([on("2025-04-07", receive())]);
        taken().when(on("2025-04-08", step.clone())).refused("missing", "7.1.5");
        let code = under("code-2024").given([on("2025-04-07", receive())]);
        code.when(on("2025-04-08", step)).refused("missing", "6.1");
    }
    let story = given([on("2025-04-07", receive())]).when(on("2025-04-08", whole()));
    let story = story.accepted().leads_to(&["complaint-triaged"]);
    let complaint = story.complaint();
    let (triaged_on, triaged) = complaint.triage.as_ref().unwrap();
    assert_eq!(*triaged_on, day("2025-04-08"));
    assert_eq!((triaged.vulnerable, triaged.risk), (true, Risk::Raised));
    assert_eq!(triaged.course, Course::EarlyAnswer);
    // It may be weighed again, and no clock waits for it.
    let again = json!({ "do": "triage", "complexity": "complex", "vulnerable": true, "risk": "immediate", "course": "investigate" });
    let story = story.when(on("2025-04-09", again)).due("acknowledgement/1", "2025-04-14");
    assert_eq!(story.complaint().triage.unwrap().1.risk, Risk::Immediate);
    story.when(on("2025-04-10", acknowledge())).not_warned("not-triaged");
    given([on("2025-04-07", receive())])
        .when(on("2025-04-10", acknowledge()))
        .warned("not-triaged");
    given(answered()).when(on("2025-04-30", whole())).refused("already-responded", "7.1.6");
    let request = json!({ "do": "classify", "kind": "service-request" });
    given([on("2025-04-07", receive()), on("2025-04-07", request)])
        .when(on("2025-04-08", whole()))
        .refused("not-a-complaint", "4 (printed 2.2)");
}
