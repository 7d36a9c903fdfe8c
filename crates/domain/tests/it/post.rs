//! Until a letter has left, nothing it says has been said: the clock it is to meet runs on.

use redress_domain::clock::Status;
use redress_domain::event::{Event, Queued};
use redress_domain::vocabulary::{Channel, Stage};
use serde_json::{Value, json};

use crate::story::{Story, acknowledged, answered, day, find, given, on, receive, respond, under};

fn letter(kind: &str, number: u32, dated: &str) -> Event {
    Event::LetterQueued(Box::new(Queued {
        letter: kind.to_owned(),
        number,
        stage: Stage::One,
        channel: Channel::Letter,
        dated: day(dated),
        text: redress_domain::personal::Words::said("Dear Mrs Shah"),
        sha256: "ab".to_owned(),
        kept_sha256: "cd".to_owned(),
        passed: Vec::new(),
        follows: 0,
        response_due: None,
        escalate_by: None,
    }))
}

fn order(verb: &str, more: Value) -> Value {
    let mut whole = json!({ "do": verb, "number": 1 });
    for (name, value) in more.as_object().unwrap() {
        whole[name] = value.clone();
    }
    whole
}

fn posted() -> Value {
    order("record-posting", json!({}))
}

/// Acknowledged on Thursday 10 April by a letter that waits; due on Monday 14 April.
fn waiting() -> Story {
    given(acknowledged()).noted("2025-04-10", letter("acknowledgement-stage-1", 1, "2025-04-10"))
}

#[test]
fn an_acknowledgement_that_waits_meets_nothing_and_promises_nothing() {
    waiting()
        .later("2025-04-10")
        .stands("acknowledgement/1", Status::Running)
        .stands("response/1", Status::Forecast)
        .later("2025-04-15")
        .stands("acknowledgement/1", Status::Missed)
        .breaches(&["acknowledgement/1"]);
}

#[test]
fn it_is_met_on_the_day_the_letter_leaves_and_the_response_counts_from_then() {
    waiting()
        .when(on("2025-04-10", posted()))
        .leads_to(&["letter-sent"])
        .stands("acknowledgement/1", Status::Met)
        .due("response/1", "2025-04-28")
        .stands("response/1", Status::Running);
    // Over the weekend: dated anew on Monday, the last day, and every limit with it.
    let anew = Event::LetterQueued(Box::new(Queued {
        response_due: Some(day("2025-04-30")),
        ..match letter("acknowledgement-stage-1", 1, "2025-04-14") {
            Event::LetterQueued(queued) => *queued,
            other => panic!("{other:?}"),
        }
    }));
    waiting()
        .noted("2025-04-14", anew)
        .when(on("2025-04-14", posted()))
        .leads_to(&["letter-sent"])
        .stands("acknowledgement/1", Status::Met)
        .due("response/1", "2025-04-30");
}

#[test]
fn a_letter_leaves_on_the_day_printed_on_it_and_on_no_other() {
    waiting().when(on("2025-04-11", posted())).refused("letter-dated", "record");
    given(acknowledged()).when(on("2025-04-10", posted())).refused("letter-not-waiting", "record");
    waiting()
        .given([on("2025-04-10", posted())])
        .when(on("2025-04-10", posted()))
        .refused("letter-not-waiting", "record");
}

#[test]
fn an_answer_that_waits_past_its_day_is_late() {
    given(answered())
        .noted("2025-04-25", letter("response-stage-1", 1, "2025-04-25"))
        .later("2025-04-29")
        .stands("response/1", Status::Missed)
        .has_no("escalation-window/1");
    given(answered())
        .noted("2025-04-25", letter("response-stage-1", 1, "2025-04-25"))
        .given([on("2025-04-25", posted())])
        .stands("response/1", Status::Met);
}

#[test]
fn an_extension_has_no_effect_before_its_letter_has_left() {
    let extended = || {
        given(acknowledged())
            .given([on(
                "2025-04-24",
                json!({ "do": "extend", "to": "2025-05-13", "updates": "5 working days",
                    "reason": "The surveyor must see the roof before anybody can say more" }),
            )
            .by("amira")])
            .noted("2025-04-24", letter("extension-stage-1", 1, "2025-04-24"))
    };
    extended().due("response/1", "2025-04-28").has_no("update/1");
    extended()
        .given([on("2025-04-24", posted())])
        .due("response/1", "2025-05-13")
        .stands("response/1", Status::Running);
    // Taken back, it was never said; another may be written.
    extended()
        .when(on("2025-04-24", order("withdraw-letter", json!({ "reason": "Wrong day" }))))
        .leads_to(&["letter-withdrawn"])
        .due("response/1", "2025-04-28");
}

#[test]
fn an_acknowledgement_taken_back_can_be_written_again_under_the_next_number() {
    let back = waiting()
        .given([on("2025-04-10", order("withdraw-letter", json!({ "reason": "Wrong name" })))])
        .stands("acknowledgement/1", Status::Running);
    assert_eq!(back.complaint().next_letter(), 2);
    back.when(on("2025-04-11", json!({ "do": "acknowledge" })).by("amira"))
        .leads_to(&["complaint-acknowledged"]);
    waiting()
        .when(on("2025-04-10", order("withdraw-letter", json!({}))))
        .refused("missing", "record");
}

#[test]
fn a_letter_that_came_back_opens_its_clock_again_unless_the_address_was_theirs() {
    let sent = || waiting().given([on("2025-04-10", posted())]);
    let back = |theirs: bool| {
        order("record-return", json!({ "why": "Gone away", "address-was-theirs": theirs }))
    };
    sent()
        .given([on("2025-04-14", back(false))])
        .stands("acknowledgement/1", Status::Running)
        .stands("response/1", Status::Forecast);
    sent().given([on("2025-04-14", back(true))]).stands("acknowledgement/1", Status::Met);
    sent()
        .when(on("2025-04-14", order("record-bounce", json!({ "why": "No mailbox" }))))
        .refused("letter-not-sent", "record");
    // The same letter by another way meets the clock on the day it leaves; the first try stands.
    let again = sent()
        .given([on("2025-04-14", back(false))])
        .given([on("2025-04-14", order("resend-letter", json!({ "channel": "in-person" })))])
        .noted("2025-04-14", letter("acknowledgement-stage-1", 1, "2025-04-14"))
        .given([on("2025-04-14", posted())])
        .stands("acknowledgement/1", Status::Met);
    let letters = again.complaint().letters;
    assert_eq!(letters.iter().map(|it| it.number).collect::<Vec<_>>(), [1, 1]);
    assert!(letters[0].failed.is_some() && letters[1].failed.is_none());
}

#[test]
fn a_day_of_receipt_that_somebody_shows_moves_the_residents_limit_where_it_counts_from_receipt() {
    // Derive's feedback policy: ten working days from receipt, by post the second working day.
    let answered = || {
        under("derive-feedback")
            .without_the_floor()
            .given([
                on("2025-04-07", receive()),
                on("2025-04-08", json!({ "do": "acknowledge", "officer": "amira", "points": [
                    { "id": "p1", "text": "The lift", "outcome": "Mend it", "responsibility": "ours" },
                ] })),
                on("2025-04-15", find("p1", "not-upheld")).by("amira"),
                on("2025-04-16", {
                    let mut respond = respond();
                    respond["thanks"] = json!(true);
                    respond
                })
                .by("amira"),
            ])
            .noted("2025-04-16", letter("response-stage-1", 1, "2025-04-16"))
            .given([on("2025-04-16", posted())])
    };
    answered().due("escalation-window/1", "2025-05-07");
    let came = |on: &str| order("record-receipt", json!({ "received-on": on }));
    answered()
        .given([on("2025-04-28", came("2025-04-28"))])
        .due("escalation-window/1", "2025-05-13");
    answered()
        .given([on("2025-04-28", came("2025-04-17"))])
        .due("escalation-window/1", "2025-05-07");
    answered()
        .when(on("2025-04-28", came("2025-04-15")))
        .refused("arrived-before-it-left", "record");
    answered().when(on("2025-04-28", came("2025-04-29"))).refused("received-in-future", "record");
    // Where limits count from the letter, receipt moves nothing.
    waiting()
        .given([on("2025-04-10", posted()), on("2025-04-28", came("2025-04-14"))])
        .due("response/1", "2025-04-28");
}
