//! One Housing's policy of April 2024 at work: the chain of dates worked out by hand, and the rules
//! that no other policy has.

use redress_domain::clock::Status;
use redress_domain::complaint::State;
use redress_domain::vocabulary::Role;
use serde_json::{Value, json};

use crate::story::{
    Step, Story, acknowledge, ask_for_stage_2, day, escalate, find, on, receive, respond, under,
};

fn one_housing() -> Story {
    under("one-housing-2024")
}

/// Received on the Monday before Easter, acknowledged on the Thursday.
fn acknowledged() -> Vec<Step> {
    vec![
        on("2025-04-14", receive()),
        on("2025-04-15", json!({ "do": "assign", "officer": "amira" })),
        on("2025-04-17", acknowledge()).by("amira"),
    ]
}

/// The same, answered on the last day.
fn answered() -> Vec<Step> {
    let mut steps = acknowledged();
    steps.extend([
        on("2025-05-06", find("p1", "upheld")).by("amira"),
        on("2025-05-06", find("p2", "not-upheld")).by("amira"),
        on("2025-05-06", respond()).by("amira"),
    ]);
    steps
}

fn extend(to: &str) -> Value {
    json!({
        "do": "extend", "to": to, "reason": "The surveyor's report is not in.",
        "updates": "5 working days", "exceptional": "The only surveyor is ill", "agreed": true,
    })
}

fn offer() -> Value {
    json!({
        "do": "offer-remedy", "kind": "money", "what": "Your time and trouble",
        "amount": 10000, "due": "2025-06-30",
    })
}

// OH-6.4.1a OH-6.5.1a OH-6.5.1f OH-6.5.1j
#[test]
fn the_stage_1_dates_of_the_worked_chain() {
    let story = one_housing()
        .given([on("2025-04-14", receive())])
        .due("acknowledgement", "2025-04-23")
        .due("response", "2025-05-08")
        .stands("response", Status::Forecast)
        .given(acknowledged().split_off(1))
        .due("first-contact", "2025-04-22")
        .due("response", "2025-05-06")
        .due("extension-limit", "2025-05-20");
    let strict = story.clock("extension-limit").beside.unwrap();
    assert_eq!((strict.due, strict.length.as_str()), (day("2025-05-16"), "10 days"));
}

// OH-6.5.1y OH-6.5.1z OH-6.5.2h OH-6.5.2q OH-6.5.2s
#[test]
fn the_dates_from_the_stage_1_answer_on() {
    let story = one_housing().given(answered()).due("closure", "2025-06-03");
    let close = |on_day| {
        on(on_day, json!({ "do": "close", "reason": "window-passed", "contacted-on": on_day }))
    };
    let story = story.when(close("2025-06-03")).refused("window-open", "6.5.1 para 9");
    story.when(close("2025-06-04")).accepted().state(State::Closed);
    let story = one_housing()
        .given(answered())
        .given([on("2025-06-02", ask_for_stage_2())])
        .due("acknowledgement/2", "2025-06-09")
        .due("response/2", "2025-06-30")
        .stands("response/2", Status::Forecast)
        .given([
            on("2025-06-03", json!({ "do": "escalate", "officer": "sunil" })),
            on("2025-06-05", json!({ "do": "acknowledge" })).by("sunil"),
        ])
        .due("first-contact/2", "2025-06-06")
        .due("response/2", "2025-06-30")
        .due("extension-limit/2", "2025-07-28");
    assert_eq!(story.clock("extension-limit/2").beside.unwrap().due, day("2025-07-20"));
}

// OH-6.5.1g OH-6.5.1i OH-6.5.1j
#[test]
fn an_extension_agrees_on_news_and_past_the_limit_needs_good_reason() {
    let no_updates = json!({ "do": "extend", "to": "2025-05-20", "reason": "The survey is late." });
    one_housing()
        .given(acknowledged())
        .when(on("2025-05-02", no_updates))
        .refused("extension-incomplete", "6.5.1 para 2")
        .when(on("2025-05-02", extend("2025-05-21")))
        .accepted();
    let mut too_long = extend("2025-05-21");
    too_long["exceptional"] = Value::Null;
    one_housing()
        .given(acknowledged())
        .when(on("2025-05-02", too_long))
        .refused("extension-too-long", "6.5.1 para 2");
    let mut plain = extend("2025-05-20");
    plain["exceptional"] = Value::Null;
    one_housing()
        .given(acknowledged())
        .when(on("2025-05-02", plain))
        .accepted()
        .warned("exceptional-not-said")
        .due("response", "2025-05-20");
}

// OH-6.5.2a OH-6.5.2c
#[test]
fn only_an_agreed_extension_moves_the_day_from_which_stage_2_may_be_asked_for_early() {
    one_housing()
        .given(acknowledged())
        .when(on("2025-05-06", ask_for_stage_2()))
        .refused("not-answered", "6.5.2 para 1");
    one_housing()
        .given(acknowledged())
        .given([on("2025-05-02", extend("2025-05-20"))])
        .when(on("2025-05-07", ask_for_stage_2()))
        .refused("not-answered", "6.5.2 para 1")
        .when(on("2025-05-21", ask_for_stage_2()))
        .accepted();
    let mut against = extend("2025-05-20");
    against["agreed"] = json!(false);
    one_housing()
        .given(acknowledged())
        .given([on("2025-05-02", against)])
        .when(on("2025-05-07", ask_for_stage_2()))
        .accepted();
}

// OH-6.5.2i
#[test]
fn stage_2_is_a_senior_managers_who_took_no_part() {
    let note = json!({
        "do": "record-correspondence", "with": "The surveyor", "direction": "in", "text": "Wet.",
    });
    let asked = || {
        one_housing()
            .staffed("sunil", Role::SeniorManager)
            .staffed("sara", Role::SeniorManager)
            .staffed("ben", Role::Stage2Officer)
            .given(acknowledged())
            .given([
                on("2025-05-01", note.clone()).by("sara"),
                on("2025-05-06", find("p1", "upheld")).by("amira"),
                on("2025-05-06", find("p2", "not-upheld")).by("amira"),
                on("2025-05-06", respond()).by("amira"),
                on("2025-06-02", ask_for_stage_2()),
            ])
    };
    asked().when(on("2025-06-03", escalate("amira"))).refused("not-independent", "6.5.2 para 4");
    asked().when(on("2025-06-03", escalate("sara"))).refused("not-independent", "6.5.2 para 4");
    asked().when(on("2025-06-03", escalate("ben"))).refused("wrong-role", "6.5.2 para 4");
    asked().when(on("2025-06-03", escalate("sunil"))).accepted();
}

// OH-6.5.1t OH-6.5.1u OH-6.5.1v OH-6.5.1w OH-6.5.2w OH-6.5.2x
#[test]
fn the_panel_looks_at_a_sum_and_holds_nothing_but_the_closing() {
    let offered = || {
        let mut steps = answered();
        steps.insert(5, on("2025-05-06", offer()).by("amira"));
        one_housing().given(steps).given([on("2025-05-12", json!({ "do": "refer-to-panel" }))])
    };
    let said = |amount: u64, followed: bool| {
        json!({
            "do": "panel-recommends", "amount": amount, "reasons": "Three missed visits.",
            "followed": followed,
        })
    };
    offered()
        .when(on("2025-05-13", json!({ "do": "refer-to-panel" })))
        .refused("panel-pending", "6.5.1 para 6");
    let close = json!({ "do": "close", "reason": "window-passed", "contacted-on": "2025-06-04" });
    offered().when(on("2025-06-04", close)).refused("panel-pending", "6.5.1 para 6");
    offered()
        .when(on("2025-05-20", said(15000, true)).by("amira"))
        .refused("not-independent", "6.5.1 para 6");
    offered()
        .when(on("2025-05-20", said(15000, false)).by("petra"))
        .refused("missing", "6.5.1 para 6");
    let story = offered().when(on("2025-05-20", said(15000, true)).by("petra")).accepted();
    assert_eq!(story.complaint().offers[0].amount, 15000);
    assert_eq!(story.complaint().offers[0].first_amount, 10000);
    let mut refused = said(2000, false);
    refused["why-not"] = json!("Less than the guidance allows; the panel has been told.");
    let story = offered().when(on("2025-05-20", refused).by("petra")).accepted();
    assert_eq!(story.complaint().offers[0].amount, 10000);
    story
        .when(on("2025-05-21", json!({ "do": "panel-recommends" })))
        .refused("panel-not-asked", "6.5.1 para 6");
    crate::story::given(crate::story::answered())
        .when(on("2025-05-12", json!({ "do": "refer-to-panel" })))
        .refused("no-such-offer", "record");
}

// OH-6.4.1u OH-6.5.1l OH-6.5.2z
#[test]
fn closing_waits_for_promises_and_for_a_contact_after_the_last() {
    let mut steps = answered();
    let promise =
        json!({ "do": "raise-action", "what": "Mend it", "owner": "Repairs", "due": "2025-05-30" });
    steps.push(on("2025-05-06", promise));
    let close = |contacted: Option<&str>| {
        let mut close = json!({ "do": "close", "reason": "agreed" });
        if let Some(day) = contacted {
            close["contacted-on"] = json!(day);
        }
        close
    };
    one_housing()
        .given(steps)
        .when(on("2025-05-20", close(Some("2025-05-20"))))
        .refused("open-actions", "6.5.1 para 8")
        .given([on("2025-05-28", json!({ "do": "complete-action", "id": "a1" }))])
        .when(on("2025-05-29", close(None)))
        .refused("missing", "6.4.1")
        .when(on("2025-05-29", close(Some("2025-05-20"))))
        .refused("contact-too-early", "6.4.1")
        .when(on("2025-05-29", close(Some("2025-05-29"))))
        .accepted();
}

// OH-6.8.1b OH-6.8.2
#[test]
fn behaviour_never_ends_a_complaint_here() {
    one_housing()
        .given(acknowledged())
        .when(on("2025-04-22", json!({ "do": "close", "reason": "behaviour" })))
        .refused("behaviour-never-closes", "6.8.2");
}

// OH-1.2a OH-10.1
#[test]
fn a_departure_is_a_senior_managers_to_allow() {
    let depart = |who: &str| {
        json!({
            "do": "depart-from-policy", "clause": "6.5.1 para 1",
            "reason": "She asked for no contact until she is home.", "approved-by": who,
        })
    };
    let story = || {
        one_housing()
            .staffed("chloe", Role::ComplaintsManager)
            .staffed("sunil", Role::SeniorManager)
            .given(acknowledged())
    };
    story().when(on("2025-04-22", depart("chloe")).by("amira")).refused("wrong-role", "10.1");
    story()
        .when(on("2025-04-22", depart("amira")).by("amira"))
        .refused("approver-is-asker", "10.1");
    story().when(on("2025-04-22", depart("sunil")).by("amira")).accepted().warned("tell-resident");
}

// OH-6.7.4a OH-6.7.4b
#[test]
fn an_enquiry_is_answered_within_ten_working_days_and_may_be_a_complaint_besides() {
    let enquiry = json!({
        "do": "receive", "channel": "member", "text": "What became of Mrs Shah's roof?",
        "about": "enquiry",
    });
    one_housing()
        .given([on("2025-04-14", enquiry.clone())])
        .due("enquiry-reply", "2025-04-30")
        .has_no("acknowledgement")
        .when(on("2025-04-30", json!({ "do": "respond", "channel": "email" })))
        .leads_to(&["enquiry-answered"])
        .warned("choice-not-offered")
        .stands("enquiry-reply", Status::Met)
        .state(State::Answered)
        .when(on("2025-05-01", json!({ "do": "respond" })))
        .refused("already-responded", "8.5.1");
    one_housing()
        .given([
            on("2025-04-14", enquiry),
            on("2025-04-15", json!({ "do": "offer-choice", "answer": "complain" })),
        ])
        .due("enquiry-reply", "2025-04-30")
        .due("acknowledgement", "2025-04-23");
}

// OH-6.7.1a OH-6.7.1b OH-6.7.1c
#[test]
fn a_petition_has_a_lead_before_it_is_answered() {
    let mut petition = receive();
    petition["group"] = json!(["Bo", "Cleo", "Dev"]);
    let mut steps = answered();
    let answer = steps.pop().unwrap();
    steps[0] = on("2025-04-14", petition);
    one_housing()
        .given(steps)
        .due("response", "2025-05-06")
        .when(answer.clone())
        .refused("lead-missing", "6.7.1")
        .given([on("2025-05-06", json!({ "do": "name-lead", "who": "Cleo" })), answer]);
}

// OH-2.5a OH-2.5b OH-2.5c
#[test]
fn building_safety_is_a_complaint_for_a_specialist_team() {
    let decline = json!({
        "do": "decline", "ground": "building-safety", "reasons": "It is about the cladding.",
        "circumstances": "None are known.",
    });
    one_housing()
        .given([on("2025-04-14", receive())])
        .when(on("2025-04-15", decline))
        .refused("ground-unsupported", "2.5 bullet 1");
}
