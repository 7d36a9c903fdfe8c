//! Derive's feedback policy, where it differs: two days to acknowledge, ten from receipt, no
//! extension, a window from the day the letter arrives, and a review that answers every part.

use redress_domain::clock::Status;
use redress_domain::vocabulary::Role;
use serde_json::{Value, json};

use crate::story::{Step, Story, ask_for_stage_2, day, find, on, receive, two_points, under};

fn story() -> Story {
    under("derive-feedback")
}

fn acknowledge() -> Value {
    json!({ "do": "acknowledge", "officer": "maya", "points": two_points() })
}

fn respond() -> Value {
    json!({
        "do": "respond", "apology": true, "thanks": true,
        "safeguards": "Visits are confirmed by text the day before.",
    })
}

fn answered() -> Vec<Step> {
    vec![
        on("2025-04-07", receive()),
        on("2025-04-09", acknowledge()).by("maya"),
        on("2025-04-15", find("p1", "upheld")).by("maya"),
        on("2025-04-15", find("p2", "not-upheld")).by("maya"),
        on("2025-04-16", respond()).by("maya"),
    ]
}

// DF-4.4a
#[test]
fn two_working_days_over_christmas() {
    story().given([on("2024-12-24", receive())]).due("acknowledgement/1", "2024-12-30");
}

// DF-4.8a
#[test]
fn ten_working_days_count_from_receipt_and_the_other_reading_stands_beside() {
    let story = story()
        .given([on("2025-04-10", receive())])
        .due("response/1", "2025-04-28")
        .given([on("2025-04-11", acknowledge())])
        .due("response/1", "2025-04-28");
    let beside = story.clock("response/1").beside.unwrap();
    assert_eq!((beside.from_event, beside.due), ("complaint-acknowledged", day("2025-04-29")));
}

#[test]
fn there_is_no_extension_but_a_recorded_departure_lets_a_real_history_stand() {
    let extend = json!({ "do": "extend", "to": "2025-05-02", "reason": "The roof must be seen" });
    let depart = json!({
        "do": "depart-from-policy", "clause": "4.8", "reason": "A flood in the whole street",
        "approved-by": "sunil",
    });
    story()
        .given(answered()[..2].to_vec())
        .when(on("2025-04-10", extend.clone()))
        .refused("extension-unknown", "4.8")
        .when(on("2025-04-10", depart))
        .when(on("2025-04-10", extend))
        .leads_to(&["response-extended"])
        .due("response/1", "2025-05-02")
        .has_no("extension-limit");
}

// DF-4.4b, DF-4.4c
#[test]
fn the_acknowledgement_names_the_investigator_and_goes_by_letter_unless_wished_otherwise() {
    let mut nobody = acknowledge();
    nobody["officer"] = Value::Null;
    let mut phone = acknowledge();
    phone["channel"] = json!("phone");
    let mut wished = phone.clone();
    wished["at-customers-wish"] = json!(true);
    story()
        .given([on("2025-04-07", receive())])
        .when(on("2025-04-08", nobody))
        .refused("missing", "4.4")
        .when(on("2025-04-08", phone))
        .refused("wrong-channel", "4.4")
        .when(on("2025-04-08", wished))
        .accepted();
}

// DF-4.8f, DF-4.8g, DF-4.8i
#[test]
fn every_answer_thanks_and_where_wrong_was_done_says_sorry_and_what_is_different_now() {
    for field in ["thanks", "apology", "safeguards"] {
        let mut lacking = respond();
        lacking[field] = if field == "safeguards" { Value::Null } else { json!(false) };
        let mut before = answered();
        before.pop();
        // Something to put it right, so that only the item is missing.
        before.push(on(
            "2025-04-15",
            json!({ "do": "offer-remedy", "kind": "apology", "what": "For the wait" }),
        ));
        story().given(before).when(on("2025-04-16", lacking)).refused("answer-lacks", "4.8");
    }
}

// DF-4.11c
#[test]
fn the_window_opens_when_the_letter_arrives() {
    // Posted on Wednesday 16 April: Good Friday and Easter Monday do not count.
    let story = story().given(answered()).due("escalation-window", "2025-05-07");
    let clock = story.clock("escalation-window");
    assert_eq!((clock.from, clock.from_event), (day("2025-04-22"), "response-arrived"));
    assert_eq!(clock.beside.unwrap().due, day("2025-05-02"));
    let mut recorded = respond();
    recorded["deemed-received-on"] = json!("2025-04-28");
    let mut emailed = respond();
    emailed["channel"] = json!("email");
    for (letter, due) in [(recorded, "2025-05-13"), (emailed, "2025-05-02")] {
        let mut steps = answered();
        steps.pop();
        steps.push(on("2025-04-16", letter));
        under("derive-feedback").given(steps).due("escalation-window", due);
    }
}

// DF-4.11b, DF-4.11d
#[test]
fn a_late_request_is_decided_by_a_person_and_never_by_the_one_reviewed() {
    let escalate = json!({ "do": "escalate", "officer": "sunil" });
    let mut late = escalate.clone();
    late["late-because"] = json!("She was in hospital.");
    let decline = json!({
        "do": "decline-escalation", "ground": "out-of-time", "reasons": "It came too late",
        "circumstances": "She was asked and gave none.",
    });
    let mut back = late.clone();
    back["officer"] = json!("maya");
    story()
        .given(answered())
        .when(on("2025-05-08", ask_for_stage_2()))
        .warned("escalation-late")
        .when(on("2025-05-09", decline).by("maya"))
        .refused("not-independent", "4.11")
        .when(on("2025-05-09", late.clone()).by("maya"))
        .refused("not-independent", "4.11")
        .when(on("2025-05-09", escalate).by("sunil"))
        .refused("late-undecided", "4.11")
        .when(on("2025-05-09", back).by("sunil"))
        .refused("not-independent", "4.12 (first)")
        .when(on("2025-05-09", late).by("sunil"))
        .accepted()
        .due("acknowledgement/2", "2025-05-12")
        .due("response/2", "2025-05-22");
}

// DF-4.12i-a, DF-4.12ii-c, DF-4.12ii-d
#[test]
fn a_review_says_of_every_part_whether_the_decision_stands() {
    let mut steps = answered();
    steps.extend([
        on("2025-04-29", ask_for_stage_2()),
        on("2025-04-30", json!({ "do": "escalate", "officer": "sunil" })).by("sunil"),
        on("2025-05-01", json!({ "do": "acknowledge" })).by("sunil"),
    ]);
    story()
        .given(steps)
        .when(on("2025-05-06", find("p1", "upheld")).by("sunil"))
        .refused("finding-wrong", "4.12 (first)")
        .when(on("2025-05-06", find("p1", "not-overturned")).by("sunil"))
        .when(on("2025-05-07", respond()).by("sunil"))
        .refused("point-unanswered", "4.12 (second)")
        .when(on("2025-05-07", find("p2", "not-overturned")).by("sunil"))
        // The first decision stands, so the fault that it found does too.
        .when(on("2025-05-07", json!({ "do": "respond", "thanks": true })).by("sunil"))
        .refused("remedy-vague", "1.1")
        .when(on("2025-05-07", respond()).by("sunil"))
        .stands("response/2", Status::Met);
}

// DF-3.12a, DF-4.1a
#[test]
fn an_attempt_to_settle_at_once_is_no_state_and_delays_nothing() {
    let attempt = json!({ "do": "attempt-settlement", "what": "A visit the same afternoon" });
    let plain = story().given([on("2025-04-07", receive())]).later("2025-04-08");
    let tried = story().given([on("2025-04-07", receive()), on("2025-04-08", attempt)]);
    assert_eq!(tried.clocks(), plain.clocks());
    assert_eq!(tried.complaint().state(), plain.complaint().state());
    story()
        .given([on("2025-04-07", receive())])
        .when(on("2025-04-07", json!({ "do": "attempt-settlement" })))
        .refused("missing", "3.12");
}

// DF-5.4a, DF-5.4b
#[test]
fn the_senior_team_approves_what_follows_misuse() {
    let propose = json!({
        "do": "propose-restriction", "measure": "One contact", "evidence": "Letters full of threats",
        "proportionality": "Nothing milder helped", "equality": "Asked; none",
    });
    story()
        .staffed("maya", Role::ServiceManager)
        .staffed("sunil", Role::SeniorManager)
        .given(answered()[..2].to_vec())
        .when(on("2025-04-10", propose).by("maya"))
        .when(on("2025-04-11", json!({ "do": "approve-restriction" })).by("maya"))
        .refused("not-allowed", "permissions")
        .when(on("2025-04-11", json!({ "do": "approve-restriction" })).by("sunil"))
        .accepted()
        .due("restriction-review", "2025-07-11");
}
