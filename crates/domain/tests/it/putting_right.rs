//! Putting right: remedies, promised actions and money, at any stage and after the end.

use redress_domain::clock::Status;
use redress_domain::complaint::State;
use redress_domain::policy::{Authority, Pack, shipped};
use redress_domain::vocabulary::Role;
use serde_json::{Value, json};

use crate::story::{
    Step, Story, acknowledged, answered, answered_twice, escalated, given, on, respond, under,
    under_this,
};

fn mend() -> Value {
    json!({
        "do": "offer-remedy", "point": "p1", "kind": "action", "what": "Mend the roof",
        "due": "2025-05-30", "owner": "Repairs",
    })
}

fn money() -> Value {
    json!({
        "do": "offer-remedy", "kind": "money", "what": "For your time", "due": "2025-05-09",
        "amount": 7500, "head": "time and trouble",
    })
}

fn without(mut command: Value, field: &str) -> Value {
    command.as_object_mut().unwrap().remove(field);
    command
}

fn with(mut command: Value, field: &str, value: Value) -> Value {
    command[field] = value;
    command
}

fn try_it(command: Value) -> Story {
    given(acknowledged()).when(on("2025-04-22", command))
}

// D24-8b, D24-12.1c, CODE-7.3, CODE-7.1.1
#[test]
fn a_remedy_says_what_and_by_when() {
    for kind in ["decision-changed", "record-amended", "policy-changed", "other"] {
        let remedy = with(mend(), "kind", json!(kind));
        try_it(remedy.clone()).leads_to(&["remedy-offered"]);
        try_it(without(remedy.clone(), "due")).refused("remedy-vague", "8");
        try_it(with(remedy, "what", json!(" "))).refused("remedy-vague", "8");
    }
    for kind in ["apology", "explanation"] {
        try_it(json!({ "do": "offer-remedy", "kind": kind, "what": "For the missed visits" }))
            .accepted();
    }
    try_it(without(mend(), "kind")).refused("missing", "12.1");
    try_it(without(mend(), "owner")).refused("remedy-vague", "8");
    try_it(with(mend(), "due", json!("2025-04-21"))).refused("day-passed", "8");
    try_it(with(mend(), "point", json!("p9"))).refused("no-such-point", "12.1");
    try_it(with(money(), "amount", json!(0))).refused("remedy-vague", "8");
}

// CODE-5.13, CODE-5.13.1
#[test]
fn things_are_put_right_at_any_stage() {
    for before in [acknowledged(), escalated(), answered_twice()] {
        let day = "2025-06-09";
        let later = with(mend(), "due", json!("2025-07-01"));
        given(before)
            .when(on(day, later))
            .leads_to(&["remedy-offered"])
            .due("action/a1", "2025-07-01");
    }
}

// D24-8c, D24-7.1.9f, CODE-6.6, CODE-6.6.2
#[test]
fn a_promised_action_runs_on_its_own_clock_past_answer_and_closure() {
    given(acknowledged())
        .given([on("2025-04-22", mend())])
        .due("action/a1", "2025-05-30")
        .given([
            on("2025-04-24", crate::story::find("p1", "upheld")),
            on("2025-04-24", crate::story::find("p2", "upheld")),
            on("2025-04-25", respond()),
            on("2025-05-02", json!({ "do": "close", "reason": "agreed" })),
        ])
        .state(State::Closed)
        .stands("action/a1", Status::Running)
        .when(on(
            "2025-05-30",
            json!({ "do": "complete-action", "id": "a1", "proof": "Photograph" }),
        ))
        .leads_to(&["action-completed"])
        .state(State::Closed)
        .stands("action/a1", Status::Met);
}

// D24-8c, CODE-6.6.2, CODE-7.3.2
#[test]
fn an_action_that_is_not_done_is_a_breach_of_its_own() {
    given(answered())
        .given([on("2025-04-28", json!({ "do": "raise-action", "what": "Ring her", "owner": "Amira", "due": "2025-05-06" }))])
        .later("2025-05-07")
        .breaches(&["action/1"])
        .when(on("2025-05-08", json!({ "do": "complete-action", "id": "a1" })))
        .warned("late")
        .stands("action/a1", Status::Missed);
}

// D24-8b, CODE-6.6.2
#[test]
fn an_action_has_an_owner_and_a_day() {
    let whole = json!({ "do": "raise-action", "what": "Ring her", "owner": "Amira", "due": "2025-05-06", "id": "ring" });
    try_it(whole.clone()).leads_to(&["action-raised"]);
    for field in ["what", "owner", "due"] {
        try_it(without(whole.clone(), field)).refused("remedy-vague", "8");
    }
    given(acknowledged())
        .given([on("2025-04-22", whole.clone())])
        .when(on("2025-04-23", whole))
        .refused("action-twice", "8");
}

// D24-8d
#[test]
fn a_moved_action_keeps_its_first_day_and_says_why() {
    let raised = || {
        given(answered()).given([on(
            "2025-04-28",
            json!({ "do": "raise-action", "what": "Ring her", "owner": "Amira", "due": "2025-05-06" }),
        )])
    };
    let story = raised()
        .when(on("2025-05-06", json!({ "do": "update-action", "id": "a1", "text": "She is away", "due": "2025-05-13" })))
        .leads_to(&["action-updated"])
        .due("action/a1", "2025-05-13");
    assert_eq!(story.complaint().actions[0].first_due, crate::story::day("2025-05-06"));
    raised()
        .when(on("2025-05-06", json!({ "do": "update-action", "id": "a1", "due": "2025-05-13" })))
        .refused("missing", "8");
    raised()
        .when(on("2025-05-06", json!({ "do": "update-action", "id": "a7", "text": "Where?" })))
        .refused("no-such-action", "8");
    raised()
        .given([on("2025-05-06", json!({ "do": "complete-action", "id": "a1" }))])
        .when(on("2025-05-07", json!({ "do": "complete-action", "id": "a1" })))
        .refused("action-done", "8");
}

// CODE-7.1.2, CODE-7.3.1
#[test]
fn an_offer_is_answered_once_and_paid_once() {
    let offered = || given(acknowledged()).given([on("2025-04-22", money())]);
    let pay =
        json!({ "do": "pay-offer", "offer": "o1", "paid-on": "2025-05-02", "to": "resident" });
    let story = offered()
        .when(on("2025-04-24", json!({ "do": "accept-offer" })))
        .leads_to(&["offer-accepted"])
        .when(on("2025-04-25", json!({ "do": "reject-offer", "offer": "o1" })))
        .refused("offer-settled", "record")
        .when(on("2025-05-02", pay.clone()))
        .leads_to(&["offer-paid"]);
    assert_eq!(story.complaint().offers[0].paid_on, Some(crate::story::day("2025-05-02")));
    story.when(on("2025-05-02", pay.clone())).refused("offer-settled", "record");
    for field in ["paid-on", "to"] {
        offered().when(on("2025-05-02", without(pay.clone(), field))).refused("missing", "8");
    }
    let set_off = with(pay, "set-off", json!(2000));
    offered().when(on("2025-05-02", set_off.clone())).refused("missing", "8");
    offered().when(on("2025-05-02", with(set_off, "approved-by", json!("chloe")))).accepted();
    given(acknowledged())
        .when(on("2025-04-24", json!({ "do": "accept-offer" })))
        .refused("no-such-offer", "record");
    offered().when(on("2025-04-24", json!({ "do": "reject-offer" }))).leads_to(&["offer-rejected"]);
}

// CODE-6.6, CODE-6.6.2, CODE-6.17
#[test]
fn a_promise_that_the_person_says_was_not_kept_is_open_again_also_after_the_end() {
    let told = |how: &str| json!({ "do": "dispute-action", "id": "a1", "how": how, "text": "Nobody came" });
    let raised =
        json!({ "do": "raise-action", "what": "Ring her", "owner": "Amira", "due": "2025-05-06" });
    let kept = || {
        given(answered()).given([
            on("2025-04-28", raised.clone()),
            on("2025-05-02", json!({ "do": "complete-action", "id": "a1" })),
            on("2025-05-02", json!({ "do": "close", "reason": "agreed" })),
        ])
    };
    kept().stands("action/a1", Status::Met);
    let story = kept()
        .when(on("2025-05-07", told("not-done")))
        .leads_to(&["action-disputed"])
        .state(State::Closed)
        .stands("action/a1", Status::Missed);
    let action = &story.complaint().actions[0];
    assert_eq!(action.done_on, None);
    assert_eq!(action.disputes[0].said_done_on, Some(crate::story::day("2025-05-02")));
    // Done again, it is done on that day.
    kept()
        .given([on("2025-05-07", told("done-badly"))])
        .when(on("2025-05-08", json!({ "do": "complete-action", "id": "a1", "proof": "Rang her" })))
        .leads_to(&["action-completed"])
        .stands("action/a1", Status::Missed);
}

#[test]
fn saying_twice_that_a_promise_was_not_kept_changes_nothing_until_it_is_done_or_more_is_said() {
    let bare = json!({ "do": "dispute-action", "id": "a1", "how": "not-done" });
    let worded = with(bare.clone(), "text", json!("Nobody came"));
    let once = || {
        given(answered()).given([
            on("2025-04-28", json!({ "do": "raise-action", "what": "Ring her", "owner": "Amira", "due": "2025-05-06" })),
            on("2025-05-07", worded.clone()),
        ])
    };
    once().when(on("2025-05-07", worded.clone())).leads_to(&[]);
    once().when(on("2025-05-07", bare.clone())).leads_to(&[]);
    let more = with(bare.clone(), "text", json!("And still nobody"));
    once().when(on("2025-05-08", more)).leads_to(&["action-disputed"]);
    once()
        .given([on("2025-05-08", json!({ "do": "complete-action", "id": "a1" }))])
        .when(on("2025-05-09", bare.clone()))
        .leads_to(&["action-disputed"]);
    once().when(on("2025-05-07", without(bare.clone(), "how"))).refused("missing", "8");
    once().when(on("2025-05-07", with(bare, "id", json!("a7")))).refused("no-such-action", "8");
}

// CODE-7.2: how much each role offers alone is the landlord's to say.
#[test]
fn a_sum_beyond_what_somebody_may_offer_alone_needs_the_word_of_whoever_may() {
    let mut pack = shipped::pack("derive-2024").unwrap().clone();
    let terms = pack.compensation.as_mut().unwrap();
    terms.limits_clause = Some("10.2".to_owned());
    terms.limits = [(Role::ComplaintsOfficer, 25_000), (Role::ComplaintsManager, 100_000)]
        .map(|(role, up_to)| Authority { role, up_to })
        .to_vec();
    let pack: &'static Pack = Box::leak(Box::new(pack));
    let offer = |amount: u64, approver: Option<&str>| {
        json!({
            "do": "offer-remedy", "kind": "money", "what": "A cold winter", "due": "2025-06-30",
            "amount": amount, "approved-by": approver,
            "weighed": { "effect": "Two children slept in their coats." },
        })
    };
    let story = || {
        under_this(pack)
            .staffed("amira", Role::ComplaintsOfficer)
            .staffed("chloe", Role::ComplaintsManager)
            .staffed("ben", Role::Stage2Officer)
            .given(acknowledged())
    };
    let asked =
        |amount, approver| story().when(on("2025-04-22", offer(amount, approver)).by("amira"));
    asked(25_000, None).accepted().not_warned("not-weighed");
    asked(25_001, None).refused("missing", "10.2");
    asked(25_001, Some("amira")).refused("approver-is-asker", "10.2");
    asked(25_001, Some("ben")).refused("wrong-role", "10.2");
    asked(25_001, Some("chloe")).accepted();
    asked(100_001, Some("chloe")).refused("sum-beyond-limits", "10.2");
}

// CODE-6.6.3, D24-8e
#[test]
fn news_of_a_promise_is_due_in_a_rhythm_until_it_is_kept_whatever_became_of_the_case() {
    let promise = json!({
        "do": "raise-action", "what": "Paint the hall", "owner": "Repairs", "due": "2025-07-01",
    });
    let told = |on_day| on(on_day, json!({ "do": "update-action", "id": "a1", "text": "Ordered" }));
    let answered =
        || under("code-2024").given(answered()).given([on("2025-04-25", promise.clone())]);
    answered()
        .due("action-update/a1-1", "2025-05-12")
        .later("2025-05-13")
        .stands("action-update/a1-1", Status::Missed);
    let kept = answered()
        .given([told("2025-05-12").by("amira")])
        .stands("action-update/a1-1", Status::Met)
        .due("action-update/a1-2", "2025-05-27")
        .given([on("2025-05-20", json!({ "do": "complete-action", "id": "a1" })).by("amira")]);
    kept.later("2025-06-30").has_no("action-update/a1-2").breaches(&[]);
    // Before the answer the case has its own rhythm.
    under("code-2024")
        .given(acknowledged())
        .given([on("2025-04-11", promise)])
        .has_no("action-update");
    // A policy that gives no interval has none, unless the Code is its floor.
    let promised = || under("derive-2024");
    promised().given(answered_with(mend())).has_no("action-update");
    promised()
        .with_the_code_as_floor()
        .given(answered_with(mend()))
        .due("action-update", "2025-05-12");
}

/// Answered on Friday 25 April, with a promise made on that day.
fn answered_with(promise: Value) -> Vec<Step> {
    let mut steps = answered();
    steps.push(on("2025-04-25", promise).by("amira"));
    steps
}
