//! Staff whom a complaint is about.

use proptest::prelude::*;
use redress_domain::ids::StaffId;
use redress_domain::vocabulary::Role;
use serde_json::json;

use crate::story::{
    acknowledged, answered, ask_for_stage_2, escalate, find, given, on, receive, two_points,
};

fn name(who: &str) -> serde_json::Value {
    json!({ "do": "name-staff", "who": who })
}

fn cleared(reason: Option<&str>) -> serde_json::Value {
    json!({ "do": "name-staff", "who": "amira", "no-longer": true, "reason": reason })
}

// D24-1a, DF-4.4d, CODE-5.8a, OH-2.5b
#[test]
fn whoever_a_complaint_is_about_takes_no_part_in_it_whatever_their_role() {
    for role in [Role::ComplaintsOfficer, Role::ComplaintsManager, Role::SeniorManager] {
        given(acknowledged())
            .staffed("amira", role)
            .given([on("2025-04-11", name("amira"))])
            .when(on("2025-04-24", find("p1", "upheld")).by("amira"))
            .refused("named-in-complaint", "7.1.4");
    }
}

#[test]
fn naming_takes_the_case_away_and_keeps_it_away() {
    let story = given(acknowledged()).given([on("2025-04-11", name("amira"))]);
    assert_eq!(story.complaint().current().officer, None);
    let story = story
        .when(on("2025-04-11", json!({ "do": "assign", "officer": "amira" })))
        .refused("named-in-complaint", "7.1.4");
    story
        .when(on("2025-04-11", json!({ "do": "assign", "officer": "amira", "oversees": true })))
        .refused("named-in-complaint", "7.1.4");
    given(answered())
        .given([on("2025-05-12", ask_for_stage_2()), on("2025-05-12", name("ben"))])
        .when(on("2025-05-13", escalate("ben")))
        .refused("named-in-complaint", "7.1.4");
}

#[test]
fn the_first_contact_can_say_whom_it_is_about() {
    let mut told = receive();
    told["names-staff"] = json!(["amira"]);
    given([on("2025-04-07", told)])
        .when(on("2025-04-08", json!({ "do": "define", "points": two_points() })).by("amira"))
        .refused("named-in-complaint", "7.1.4");
}

#[test]
fn a_colleague_who_is_invited_to_comment_has_no_further_part() {
    let invited = json!({ "do": "invite-comment", "who": "Amira Khan", "about": "She never rang.", "staff": "amira" });
    given(acknowledged())
        .given([on("2025-04-11", invited)])
        .when(on("2025-04-24", find("p1", "upheld")).by("amira"))
        .refused("named-in-complaint", "7.1.4");
}

#[test]
fn a_manager_may_take_a_name_back_with_a_reason() {
    let named = || given(acknowledged()).given([on("2025-04-11", name("amira"))]);
    named().when(on("2025-04-14", cleared(None))).refused("missing", "7.1.4");
    named()
        .staffed("otto", Role::ComplaintsOfficer)
        .when(on("2025-04-14", cleared(Some("It was her namesake."))).by("otto"))
        .refused("not-allowed", "permissions");
    named()
        .given([on("2025-04-14", cleared(Some("It was her namesake.")))])
        .when(on("2025-04-14", json!({ "do": "assign", "officer": "amira" })))
        .accepted();
}

// CODE-6.10: nobody's bar stands between a resident and stage 2.
#[test]
fn a_wish_for_stage_2_counts_whoever_took_the_call() {
    given(answered())
        .given([on("2025-05-12", name("dan"))])
        .when(on("2025-05-12", ask_for_stage_2()).by("dan"))
        .accepted();
}

#[test]
fn whoever_it_is_about_approves_nothing_in_it() {
    let departure = json!({ "do": "depart-from-policy", "clause": "7.1.7", "reason": "Flood", "approved-by": "chloe" });
    given(acknowledged())
        .given([on("2025-04-11", name("chloe"))])
        .when(on("2025-04-14", departure))
        .refused("named-in-complaint", "7.1.4");
}

#[test]
fn whoever_answered_stage_1_and_is_named_then_holds_nothing_of_it_any_more() {
    let story = given(answered()).given([on("2025-05-12", name("amira"))]);
    assert_eq!(story.complaint().stage_1.officer, None);
}

fn step() -> impl Strategy<Value = (serde_json::Value, &'static str)> {
    let who = || prop::sample::select(vec!["amira", "ben", "otto"]);
    let order = prop_oneof![
        who().prop_map(name),
        who().prop_map(|who| json!({ "do": "name-staff", "who": who, "no-longer": true, "reason": "A namesake" })),
        who().prop_map(|who| json!({ "do": "assign", "officer": who })),
        who().prop_map(|who| json!({ "do": "assign", "officer": who, "oversees": true })),
        Just(json!({ "do": "make-contact" })),
        Just(json!({ "do": "invite-comment", "who": "Otto", "about": "The call", "staff": "otto" })),
    ];
    (order, who())
}

proptest! {
    // R2: after any history nobody whom the case is about holds or oversees it, or has acted in it.
    #[test]
    fn no_history_leaves_the_case_with_somebody_it_is_about(
        steps in prop::collection::vec(step(), 0..20),
    ) {
        let mut story = given(acknowledged());
        for (order, by) in steps {
            let barred = story.complaint().about_staff.contains(&StaffId(by.to_owned()));
            let before = story.history().len();
            story = story.when(on("2025-04-11", order).by(by));
            let acted = before < story.history().len();
            prop_assert!(!(barred && acted), "{by} acted though barred");
            let after = story.complaint();
            for who in &after.about_staff {
                prop_assert_ne!(after.stage_1.officer.as_ref(), Some(who));
                prop_assert_ne!(after.stage_1.overseer.as_ref(), Some(who));
            }
        }
    }
}
