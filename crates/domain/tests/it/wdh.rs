//! WDH's procedure of September 2022 at work: the chain of dates worked out by hand, and the rules
//! that no other policy has.

use redress_domain::clock::Status;
use redress_domain::complaint::State;
use redress_domain::policy::{Pack, shipped};
use redress_domain::vocabulary::Role;
use serde_json::{Value, json};

use crate::story::{
    Step, Story, acknowledge, ask_for_stage_2, day, escalate, find, on, receive, respond, under,
    under_this,
};

fn wdh() -> Story {
    under("wdh-2022")
}

fn log() -> Value {
    json!({ "do": "log" })
}

/// The form on the Monday before Easter, logged on the Wednesday, acknowledged the day after.
fn acknowledged() -> Vec<Step> {
    vec![
        on("2025-04-14", receive()),
        on("2025-04-14", json!({ "do": "log-form" })),
        on("2025-04-16", log()),
        on("2025-04-17", acknowledge()).by("amira"),
    ]
}

fn answered() -> Vec<Step> {
    let mut steps = acknowledged();
    steps.extend([
        on("2025-05-02", find("p1", "upheld")).by("amira"),
        on("2025-05-02", find("p2", "upheld")).by("amira"),
        on("2025-05-02", respond()).by("amira"),
    ]);
    steps
}

fn escalated() -> Vec<Step> {
    let mut steps = answered();
    steps.extend([
        on("2025-05-19", ask_for_stage_2()),
        on("2025-05-19", log()),
        on("2025-05-20", escalate("chloe")),
    ]);
    steps
}

// WDH-team-2a WDH-team-2b WDH-team-8a WDH-team-8b
#[test]
fn the_stage_1_dates_of_the_worked_chain() {
    wdh().given(acknowledged()).due("response", "2025-05-02").due("extension-limit", "2025-05-19");
}

// WDH-escalation-1a WDH-escalation-4a WDH-escalation-9a WDH-escalation-9b WDH-remedies-5b
#[test]
fn the_stage_2_dates_of_the_worked_chain() {
    let offer = json!({
        "do": "offer-remedy", "kind": "money", "what": "The carpet", "amount": 25000,
        "due": "2025-09-30",
    });
    wdh()
        .given(answered())
        .due("escalation-window", "2025-05-19")
        .given(escalated().split_off(7))
        .due("acknowledgement/2", "2025-05-27")
        .due("response/2", "2025-06-17")
        .given([on("2025-05-21", json!({ "do": "acknowledge" })).by("chloe")])
        .due("response/2", "2025-06-17")
        .due("extension-limit/2", "2025-07-01")
        .given([
            on("2025-06-17", find("p1", "upheld")).by("chloe"),
            on("2025-06-17", find("p2", "upheld")).by("chloe"),
            on("2025-06-17", offer).by("chloe"),
            on("2025-06-17", respond()).by("chloe"),
        ])
        .due("offer-acceptance", "2025-08-12");
}

// WDH-team-2a
#[test]
fn the_acknowledgement_counts_from_the_earlier_of_what_was_said_and_the_form() {
    let story = wdh().given([on("2025-04-07", receive())]).due("acknowledgement", "2025-04-14");
    assert!(story.clock("acknowledgement").provisional);
    let story = story
        .given([on("2025-04-10", json!({ "do": "log-form" }))])
        .due("acknowledgement", "2025-04-14");
    let clock = story.clock("acknowledgement");
    assert!(!clock.provisional);
    let form = clock.beside.unwrap();
    assert_eq!((form.from, form.due), (day("2025-04-10"), day("2025-04-17")));
    story
        .given([on("2025-04-11", json!({ "do": "log-form" }))])
        .due("acknowledgement", "2025-04-14");
}

// WDH-team-8a
#[test]
fn logging_is_never_after_the_acknowledgement() {
    wdh()
        .given([on("2025-04-07", receive())])
        .due("response", "2025-04-23")
        .when(on("2025-04-10", acknowledge()))
        .leads_to(&["complaint-defined", "complaint-logged", "complaint-acknowledged"])
        .due("response", "2025-04-28")
        .when(on("2025-04-11", log()))
        .refused("already-logged", "Record keeping para 1");
}

// WDH-team-4a
#[test]
fn the_first_contact_counts_from_the_officer_having_the_case_and_begins_anew_with_another() {
    let assign = |officer: &str| json!({ "do": "assign", "officer": officer });
    let mut earlier = assign("bo");
    earlier["received-on"] = json!("2025-04-22");
    wdh()
        .given(acknowledged())
        .given([on("2025-04-17", assign("amira"))])
        .due("first-contact", "2025-04-24")
        .given([on("2025-04-25", earlier)])
        .due("first-contact", "2025-04-25")
        .breaches(&["first-contact/1"])
        .given([on("2025-04-25", json!({ "do": "make-contact" }))])
        .stands("first-contact", Status::Met)
        .breaches(&["first-contact/1"]);
}

// WDH-team-9a WDH-team-9b WDH-escalation-10a WDH-escalation-10b
#[test]
fn going_further_is_exceptional_and_agreed() {
    let extend = |agreed: Value, exceptional: Value| {
        json!({
            "do": "extend", "to": "2025-05-20", "reason": "The court has the papers.",
            "good-reason": "They come back on 19 May", "agreed": agreed, "exceptional": exceptional,
        })
    };
    let further = "Customer Relations team para 9";
    let ill = json!("The only surveyor is ill");
    wdh()
        .given(acknowledged())
        .when(on("2025-05-01", extend(json!(true), Value::Null)))
        .refused("extension-incomplete", further)
        .when(on("2025-05-01", extend(json!(false), ill.clone())))
        .refused("extension-incomplete", further)
        .due("response", "2025-05-02")
        .when(on("2025-05-01", extend(json!(true), ill)))
        .accepted()
        .due("response", "2025-05-20");
}

// WDH-escalation-1b
#[test]
fn a_late_request_waits_for_a_persons_decision() {
    let mut decided = escalate("chloe");
    decided["late-because"] = json!("She was in hospital until 19 May.");
    wdh()
        .given(answered())
        .given([on("2025-05-20", ask_for_stage_2())])
        .when(on("2025-05-21", escalate("chloe")))
        .refused("late-undecided", "Requests to escalate to Stage 2 para 1")
        .when(on("2025-05-21", decided))
        .accepted();
}

// WDH-team-10c
#[test]
fn an_open_rethink_uses_up_no_window() {
    let rethink =
        |open: bool| json!({ "do": "reconsider", "text": "We look again.", "open": open });
    wdh()
        .given(answered())
        .given([on("2025-05-16", rethink(true)), on("2025-05-21", ask_for_stage_2())])
        .not_warned("escalation-late")
        .stands("escalation-window", Status::Missed)
        .when(on("2025-05-21", escalate("chloe")))
        .accepted();
    wdh()
        .given(answered())
        .given([on("2025-05-16", rethink(true)), on("2025-05-22", rethink(false))])
        .due("escalation-window", "2025-06-06")
        .stands("escalation-window", Status::Running);
}

// WDH-escalation-3a WDH-escalation-3b WDH-escalation-3d
#[test]
fn a_request_goes_back_to_stage_1_once_and_only_as_agreed() {
    let back = |agreed: Value| json!({ "do": "refer-back", "agreed": agreed, "due": "2025-06-02" });
    let clause = "Requests to escalate to Stage 2 para 3";
    wdh()
        .given(escalated())
        .when(on("2025-05-21", back(json!(false))))
        .refused("not-agreed", clause)
        .when(on("2025-05-21", back(json!(true))))
        .leads_to(&["case-referred-back"])
        .warned("stage-2-runs-on")
        .due("response/2", "2025-06-17")
        .when(on("2025-05-22", back(json!(true))))
        .refused("already-referred-back", clause);
    crate::story::given(crate::story::escalated())
        .when(on("2025-05-21", back(json!(true))))
        .refused("no-referring-back", "7.2.1");
}

fn decline(ground: &str) -> Value {
    json!({
        "do": "decline-escalation", "ground": ground, "reasons": "All was upheld and offered.",
        "circumstances": "We spoke to her twice.",
    })
}

// WDH-escalation-5a WDH-escalation-5b WDH-escalation-5c WDH-escalation-5d
#[test]
fn stage_2_may_be_declined_on_four_grounds_as_written_and_on_fewer_over_the_code() {
    let asked = || wdh().given(answered()).given([on("2025-05-19", ask_for_stage_2())]);
    asked()
        .when(on("2025-05-20", decline("upheld-and-offered")))
        .refused("ground-unsupported", "Requests to escalate to Stage 2 para 5 bullet 2");
    let offer = json!({ "do": "offer-remedy", "kind": "apology", "what": "We are sorry" });
    let mut steps = answered();
    steps.insert(5, on("2025-05-02", offer).by("amira"));
    let offered = |floor: bool| {
        let story = if floor { wdh().with_the_code_as_floor() } else { wdh() };
        story.given(steps.clone()).given([on("2025-05-19", ask_for_stage_2())])
    };
    offered(false).when(on("2025-05-20", decline("upheld-and-offered"))).accepted();
    for (ground, bullet) in [("upheld-and-offered", 2), ("out-of-our-power", 3), ("behaviour", 4)] {
        let clause = format!("Code 6.10, Requests to escalate to Stage 2 para 5 bullet {bullet}");
        offered(true)
            .when(on("2025-05-20", decline(ground)))
            .refused("ground-unsupported", &clause);
    }
    offered(true).when(on("2025-05-20", decline("exclusion"))).accepted();
}

// WDH-behaviour-3d
#[test]
fn behaviour_may_close_as_written_and_never_over_the_code() {
    let close = json!({
        "do": "close", "reason": "behaviour", "approved-by": "sunil",
        "equality": "She was asked about a disability and has none that plays a part.",
    });
    let without = |field: &str| {
        let mut close = close.clone();
        close.as_object_mut().unwrap().remove(field);
        close
    };
    let warn = json!({
        "do": "warn-person", "incident": "She threw a chair", "against": "tess",
        "consulted": "cora", "advice": "Warn her in writing",
    });
    let again = json!({ "do": "record-incident", "what": "She threw another", "conduct": "abuse" });
    let clause = "Unacceptable behaviour para 3";
    let warned = || {
        wdh()
            .staffed("sunil", Role::SeniorManager)
            .staffed("tess", Role::SeniorManager)
            .staffed("amira", Role::ComplaintsOfficer)
            .given(acknowledged())
            .when(on("2025-04-23", close.clone()).by("amira"))
            .refused("warning-first", clause)
            .when(on("2025-04-23", warn.clone()).by("amira"))
            .when(on("2025-04-23", close.clone()).by("amira"))
            .refused("no-conduct-since-warning", clause)
            .when(on("2025-04-25", again.clone()).by("amira"))
    };
    warned().when(on("2025-04-25", without("equality"))).refused("missing", clause);
    warned().when(on("2025-04-25", without("approved-by"))).refused("missing", clause);
    for (who, code) in [("amira", "approver-is-asker"), ("tess", "not-independent")] {
        let mut by = close.clone();
        by["approved-by"] = json!(who);
        warned().when(on("2025-04-25", by).by("amira")).refused(code, clause);
    }
    warned()
        .when(on("2025-04-25", close.clone()).by("amira"))
        .leads_to(&["complaint-closed"])
        .state(State::Closed);
    wdh()
        .with_the_code_as_floor()
        .given(acknowledged())
        .when(on("2025-04-23", close))
        .refused("behaviour-never-closes", "Code 5.15, Unacceptable behaviour para 3");
}

// WDH-remedies-4 WDH-remedies-5a WDH-remedies-5b WDH-remedies-5c WDH-remedies-6
#[test]
fn an_offer_is_accepted_on_its_form_lapses_unrefused_and_is_set_off_only_as_decided() {
    let offer = json!({
        "do": "offer-remedy", "kind": "money", "what": "The carpet", "amount": 25000,
        "due": "2025-07-31",
    });
    let offered = || {
        let mut steps = answered();
        steps.insert(5, on("2025-05-02", offer.clone()).by("amira"));
        wdh().given(steps).due("offer-acceptance", "2025-06-27")
    };
    let pay = |set_off: u64, approved: Value| {
        json!({
            "do": "pay-offer", "paid-on": "2025-06-20", "to": "rent-account", "set-off": set_off,
            "approved-by": approved,
        })
    };
    let form = "Putting things right para 5";
    offered()
        .when(on("2025-06-27", json!({ "do": "lapse-offer" })))
        .refused("offer-open", form)
        .when(on("2025-06-30", json!({ "do": "lapse-offer" })))
        .leads_to(&["offer-lapsed"])
        .breaches(&[])
        .when(on("2025-07-01", json!({ "do": "accept-offer" })))
        .refused("offer-settled", "record");
    let set_off = "Putting things right para 4";
    offered()
        .when(on("2025-06-20", pay(0, Value::Null)).by("vera"))
        .refused("offer-not-accepted", form)
        .given([on("2025-06-20", json!({ "do": "accept-offer" }))])
        .stands("offer-acceptance", Status::Met)
        .when(on("2025-06-20", pay(5000, Value::Null)).by("vera"))
        .refused("missing", set_off)
        .when(on("2025-06-20", pay(5000, json!("vera"))).by("vera"))
        .refused("approver-is-asker", set_off)
        .when(on("2025-06-20", pay(26000, json!("chloe"))).by("vera"))
        .refused("set-off-too-large", set_off)
        .when(on("2025-06-20", pay(5000, json!("chloe"))).by("vera"))
        .accepted()
        .when(on("2025-06-21", ask_for_stage_2()))
        .accepted();
}

/// The shipped procedure with the sum that its text leaves out.
fn with_a_limit() -> &'static Pack {
    let mut pack = shipped::pack("wdh-2022").unwrap().clone();
    pack.offers.as_mut().unwrap().insurers.as_mut().unwrap().limit = Some(50_000);
    Box::leak(Box::new(pack))
}

// WDH-remedies-7 WDH-remedies-8
#[test]
fn a_claim_equal_to_the_insurers_limit_is_settled_directly() {
    let claim =
        |value: Value| json!({ "do": "refer-to-insurer", "what": "A sofa", "value": value });
    let direct = "Putting things right para 8";
    under_this(with_a_limit())
        .given([on("2025-04-14", receive())])
        .when(on("2025-04-15", claim(json!(50_000))))
        .refused("below-insurers-limit", direct)
        .when(on("2025-04-15", claim(json!(50_001))))
        .leads_to(&["claim-referred-to-insurer"])
        .when(on("2025-04-15", claim(Value::Null)))
        .accepted();
    wdh()
        .given([on("2025-04-14", receive())])
        .when(on("2025-04-15", claim(json!(90_000))))
        .accepted()
        .warned("insurers-limit-unknown");
}

// WDH-recovery-3c WDH-recovery-5a WDH-recovery-5c
#[test]
fn service_recovery_has_a_clock_of_its_own_that_delays_no_complaint() {
    let mut request = receive();
    request["about"] = json!("service-request");
    wdh()
        .given([on("2025-04-14", request)])
        .due("service-request-contact", "2025-04-17")
        .has_no("acknowledgement")
        .given([on("2025-04-16", json!({ "do": "make-contact" }))])
        .stands("service-request-contact", Status::Met)
        .given([on("2025-04-23", json!({ "do": "offer-choice", "answer": "complain" }))])
        .due("acknowledgement", "2025-04-30");
}

// WDH-who-4
#[test]
fn what_nobody_puts_a_name_to_is_passed_on_as_information() {
    let mut unnamed = receive();
    unnamed["as"] = json!("anonymous");
    wdh()
        .when(on("2025-04-14", unnamed.clone()))
        .leads_to(&["complaint-received", "contact-classified"])
        .warned("passed-on-as-information")
        .has_no("acknowledgement");
    wdh()
        .with_the_code_as_floor()
        .when(on("2025-04-14", unnamed))
        .leads_to(&["complaint-received"])
        .due("acknowledgement", "2025-04-23");
}

// WDH-receipt-2
#[test]
fn an_enquiry_has_no_limit_here() {
    let enquiry = json!({
        "do": "receive", "channel": "member", "text": "What of the lift?", "about": "enquiry",
    });
    wdh()
        .given([on("2025-04-14", enquiry)])
        .has_no("enquiry-reply")
        .when(on("2025-04-20", json!({ "do": "respond" })))
        .warned("choice-not-offered")
        .state(State::Answered);
}

// WDH-exclusions-1 WDH-exclusions-7a WDH-exclusions-10a WDH-exclusions-10b
#[test]
fn exclusions_need_their_facts_and_the_code_asks_for_more() {
    let refuse = |ground: &str, more: Value| {
        let mut decline = json!({
            "do": "decline", "ground": ground, "reasons": "The procedure leaves it out.",
            "circumstances": "We looked at it alone.",
        });
        for (key, value) in more.as_object().unwrap() {
            decline[key] = value.clone();
        }
        decline
    };
    let received = |more: Value| {
        let mut contact = receive();
        for (key, value) in more.as_object().unwrap() {
            contact[key] = value.clone();
        }
        contact
    };
    let old = received(json!({ "happened-on": "2024-10-01", "aware-on": "2024-10-14" }));
    wdh()
        .given([on("2025-04-14", old.clone())])
        .when(on("2025-04-15", refuse("too-old", json!({}))))
        .refused("ground-unsupported", "Exclusions bullet 1");
    wdh()
        .given([on("2025-04-15", old.clone())])
        .when(on("2025-04-15", refuse("too-old", json!({}))))
        .accepted()
        .state(State::Declined);
    wdh()
        .with_the_code_as_floor()
        .given([on("2025-04-15", old)])
        .when(on("2025-04-15", refuse("too-old", json!({ "discretion": "None" }))))
        .refused("ground-unsupported", "Code 2.3");
    let new_home = |handed_over: &str| received(json!({ "handed-over-on": handed_over }));
    wdh()
        .given([on("2025-04-14", new_home("2024-04-14"))])
        .when(on("2025-04-15", refuse("new-build-defect", json!({}))))
        .accepted();
    wdh()
        .given([on("2025-04-14", new_home("2024-04-13"))])
        .when(on("2025-04-15", refuse("new-build-defect", json!({}))))
        .refused("ground-unsupported", "Exclusions bullet 7");
    let conduct = json!({ "handling-accepted": "How the visit was handled" });
    wdh()
        .given([on("2025-04-14", receive())])
        .when(on("2025-04-15", refuse("employee-conduct", json!({}))))
        .refused("ground-unsupported", "Exclusions bullet 10")
        .when(on("2025-04-15", refuse("employee-conduct", conduct)))
        .accepted()
        .state(State::Received);
    let court = json!({ "claim-form-filed-on": "2025-03-03" });
    wdh()
        .given([on("2025-04-14", receive())])
        .when(on("2025-04-15", refuse("court-started", json!({}))))
        .refused("ground-unsupported", "Exclusions bullet 2")
        .when(on("2025-04-15", refuse("court-started", court.clone())))
        .accepted();
    wdh()
        .with_the_code_as_floor()
        .given([on("2025-04-14", receive())])
        .when(on("2025-04-15", refuse("court-started", court)))
        .refused("ground-unsupported", "Exclusions bullet 2");
}
