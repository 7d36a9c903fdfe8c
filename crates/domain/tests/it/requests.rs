//! Requests for service: recorded, watched, looked at again, ended with an outcome, and never in
//! the way of a complaint.

use redress_domain::clock::Status;
use redress_domain::complaint::State;
use redress_domain::policy::{Pack, shipped};
use redress_domain::vocabulary::Role;
use serde_json::{Value, json};

use crate::story::{Story, acknowledge, day, on, under, under_this};

fn request() -> Value {
    json!({ "do": "receive", "channel": "phone", "text": "A tap drips", "about": "service-request" })
}

fn offer() -> Value {
    json!({ "do": "offer-outcome", "what": "A plumber comes", "due": "2025-04-14" })
}

fn settle() -> Value {
    json!({ "do": "settle-request", "outcome": "The tap is new" })
}

fn asked() -> Story {
    under("derive-2024").given([on("2025-04-07", request())])
}

/// Derive's policy with the limit and the rhythm that its text leaves to the landlord.
fn with_limits() -> &'static Pack {
    let mut written = serde_json::to_value(shipped::pack("derive-2024").unwrap()).unwrap();
    written["service-requests"]["settle"] =
        json!({ "length": "10 working days", "from": "receipt", "clause": "5.2" });
    written["service-requests"]["review"] = json!({ "every": "1 month", "clause": "5.1" });
    Box::leak(Box::new(serde_json::from_value(written).unwrap()))
}

// D24-5.2b, CODE-1.4.2
#[test]
fn an_outcome_is_offered_answered_and_recorded_before_the_request_ends() {
    let answer = |answer: Value| json!({ "do": "answer-outcome", "answer": answer });
    let close = || json!({ "do": "close", "reason": "other" });
    asked()
        .when(on("2025-04-08", answer(json!(true))))
        .refused("nothing-offered", "5.1")
        .when(on("2025-04-08", json!({ "do": "offer-outcome" })))
        .refused("missing", "5.1")
        .when(on("2025-04-08", offer()))
        .leads_to(&["outcome-offered"])
        .when(on("2025-04-09", answer(Value::Null)))
        .refused("missing", "5.1")
        .when(on("2025-04-09", answer(json!("no-reply"))))
        .leads_to(&["outcome-answered"])
        .when(on("2025-04-14", close()))
        .refused("request-unsettled", "5.1")
        .when(on("2025-04-14", json!({ "do": "settle-request" })))
        .refused("missing", "5.1")
        .when(on("2025-04-14", settle()))
        .state(State::Answered)
        .when(on("2025-04-15", settle()))
        .refused("request-settled", "5.1")
        .when(on("2025-04-15", close()))
        .state(State::Closed);
    under("derive-2024")
        .given(crate::story::acknowledged())
        .when(on("2025-04-14", settle()))
        .refused("not-a-request", "5.1");
}

// D24-5.1d, CODE-1.4.4
#[test]
fn an_open_request_is_looked_at_again_and_the_one_who_looks_says_what_follows() {
    let review = |next: Value| json!({ "do": "review-request", "note": "The part is on order", "next-review": next });
    asked()
        // The policy gives no interval: three months stand in, as beside the Code.
        .due("service-request-review", "2025-07-07")
        .when(on("2025-07-07", json!({ "do": "review-request" })))
        .refused("missing", "5.1")
        .when(on("2025-07-07", review(json!("2025-07-07"))))
        .refused("day-passed", "5.1")
        .when(on("2025-07-07", review(Value::Null)))
        .stands("service-request-review/q1", Status::Met)
        .due("service-request-review/q2", "2025-10-07")
        .when(on("2025-07-08", review(json!("2025-08-01"))))
        .due("service-request-review/q3", "2025-08-01")
        .later("2025-08-02")
        .stands("service-request-review/q3", Status::Missed)
        .when(on("2025-08-04", settle()))
        .stands("service-request-review/q3", Status::Void);
}

// D24-5.1c, D24-5.2c
#[test]
fn a_request_that_was_not_settled_in_time_ends_only_once_a_complaint_was_offered() {
    let story = || under_this(with_limits()).given([on("2025-04-07", request())]);
    story()
        .due("service-request-settled", "2025-04-23")
        .due("service-request-review", "2025-05-07")
        .when(on("2025-04-23", settle()))
        .stands("service-request-settled", Status::Met);
    let late = || story().when(on("2025-04-24", settle())).refused("choice-owed", "5.2");
    late()
        .when(on("2025-04-24", json!({ "do": "offer-choice", "answer": "not-now" })))
        .when(on("2025-04-24", settle()))
        .stands("service-request-settled", Status::Missed);
    // A complaint made of it: the request goes on beside it (Code 1.5).
    let both = late()
        .when(on("2025-04-24", json!({ "do": "offer-choice", "answer": "complain" })))
        .due("acknowledgement", "2025-05-01")
        .stands("service-request-settled", Status::Missed)
        .when(on("2025-04-25", acknowledge()))
        .when(on("2025-04-28", settle()))
        .stands("response", Status::Running);
    assert_eq!(both.complaint().received_on, day("2025-04-24"));
}

// D24-5.2a, D24-5.2e
#[test]
fn somebody_of_the_right_role_oversees_a_request_and_had_better_not_answer_the_complaint() {
    let oversee = |who: &str| json!({ "do": "assign", "officer": who, "oversees": true });
    let overseen = asked()
        .staffed("amira", Role::ComplaintsOfficer)
        .staffed("sven", Role::ServiceManager)
        .when(on("2025-04-08", json!({ "do": "make-contact" })))
        .warned("nobody-oversees")
        .when(on("2025-04-08", oversee("sven")))
        .refused("wrong-role", "5.2")
        .when(on("2025-04-08", oversee("amira")))
        .when(on("2025-04-08", offer()))
        .not_warned("nobody-oversees");
    let request = overseen.complaint().request.unwrap();
    assert_eq!(request.contacted_on, Some(day("2025-04-08")));
    assert_eq!(request.overseer.unwrap().0, "amira");
    overseen
        .when(on("2025-04-10", json!({ "do": "offer-choice", "answer": "complain" })))
        .when(on("2025-04-10", json!({ "do": "assign", "officer": "amira" })))
        .warned("oversaw-request");
}

#[test]
fn a_contact_sorted_as_a_request_is_one_from_that_day() {
    let mut contact = request();
    contact["about"] = json!("comment");
    under("derive-2024")
        .given([on("2025-04-07", contact)])
        .has_no("service-request-review")
        .when(on("2025-04-09", json!({ "do": "classify", "kind": "service-request" })))
        .due("service-request-review", "2025-07-09");
}
