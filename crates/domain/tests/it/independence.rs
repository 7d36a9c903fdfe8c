//! Independence: whoever had a hand in stage 1 decides nothing at stage 2.

use redress_domain::refusal::{Bar, Why};
use redress_domain::vocabulary::Role;
use serde_json::{Value, json};

use crate::story::{
    Step, Story, acknowledge, acknowledged, answered, ask_for_stage_2, escalate, escalated, find,
    given, on, receive, respond, under,
};

fn asked(steps: Vec<Step>) -> Story {
    given(steps).given([on("2025-05-01", ask_for_stage_2())])
}

fn bar(story: &Story) -> Bar {
    match &story.refusal().why {
        Why::NotIndependent { because, .. } => *because,
        other => panic!("{other:?}"),
    }
}

fn mitigate(who: &str) -> Value {
    json!({
        "do": "declare-conflict", "who": who, "about": "Oversaw stage 1",
        "mitigation": "Chloe reads every page before it goes",
    })
}

// D24-7.2.2a, CODE-6.13
#[test]
fn each_hand_in_stage_1_is_barred_from_stage_2() {
    let hands: [&dyn Fn() -> Vec<Step>; 5] = [
        &|| vec![on("2025-04-07", receive()), on("2025-04-10", acknowledge()).by("ben")],
        &|| {
            let mut steps = acknowledged();
            steps.push(on("2025-04-11", json!({ "do": "assign", "officer": "ben" })));
            steps.push(on("2025-04-14", json!({ "do": "assign", "officer": "amira" })));
            steps
        },
        &|| {
            let extend = json!({ "do": "extend", "further": "1 working day", "reason": "The surveyor is ill" });
            let mut steps = acknowledged();
            steps.push(on("2025-04-22", extend).by("ben"));
            steps
        },
        &|| {
            let mut steps = acknowledged();
            steps.push(on("2025-04-22", find("p1", "upheld")).by("ben"));
            steps
        },
        &|| {
            let remedy = json!({ "do": "offer-remedy", "kind": "apology", "what": "For the wait" });
            let mut steps = acknowledged();
            steps.push(on("2025-04-22", remedy).by("ben"));
            steps
        },
    ];
    for steps in hands {
        let mut steps = steps();
        steps.extend([
            on("2025-04-24", find("p1", "upheld")).by("amira"),
            on("2025-04-24", find("p2", "upheld")).by("amira"),
            on("2025-04-25", respond()).by("amira"),
        ]);
        let story = asked(steps)
            .when(on("2025-05-02", escalate("ben")))
            .refused("not-independent", "7.2.2");
        assert_eq!(bar(&story), Bar::HandledStage1);
        let story = story.given([on("2025-05-06", mitigate("ben")).by("chloe")]);
        assert_eq!(bar(&story.when(on("2025-05-06", escalate("ben")))), Bar::HandledStage1);
    }
}

fn overseen() -> Vec<Step> {
    let mut steps = answered();
    steps
        .insert(2, on("2025-04-10", json!({ "do": "assign", "officer": "ben", "oversees": true })));
    steps
}

// D24-7.2.2a, D24-7.1.4u, D24-7.1.4l
#[test]
fn an_overseer_may_decide_once_somebody_else_recorded_how_that_is_dealt_with() {
    let story = asked(overseen())
        .when(on("2025-05-02", escalate("ben")))
        .refused("not-independent", "7.2.2");
    assert_eq!(bar(&story), Bar::OversawStage1);
    let own = asked(overseen()).given([on("2025-05-02", mitigate("ben")).by("ben")]);
    assert_eq!(bar(&own.when(on("2025-05-02", escalate("ben")))), Bar::OversawStage1);
    asked(overseen())
        .given([on("2025-05-02", mitigate("ben")).by("chloe")])
        .when(on("2025-05-02", escalate("ben")))
        .leads_to(&["complaint-escalated"]);
}

// D24-7.2.2a
#[test]
fn an_overseer_who_was_replaced_is_barred_all_the_same() {
    let mut steps = overseen();
    steps.insert(
        3,
        on("2025-04-11", json!({ "do": "assign", "officer": "dana", "oversees": true })),
    );
    for who in ["ben", "dana"] {
        let story = asked(steps.clone()).when(on("2025-05-02", escalate(who)));
        assert_eq!(bar(&story), Bar::OversawStage1, "{who}");
    }
    // The Code does not bar overseers.
    under("code-2024")
        .given(steps)
        .given([on("2025-05-01", ask_for_stage_2())])
        .when(on("2025-05-02", escalate("ben")))
        .accepted();
}

// D24-7.2.2a, CODE-6.13
#[test]
fn a_barred_person_does_nothing_that_decides_stage_2() {
    let acknowledge = json!({ "do": "acknowledge" });
    given(escalated())
        .when(on("2025-05-06", acknowledge.clone()).by("amira"))
        .refused("not-independent", "7.2.2")
        .when(on("2025-05-06", json!({ "do": "assign", "officer": "amira" })).by("chloe"))
        .refused("not-independent", "7.2.2")
        .given([on("2025-05-06", acknowledge).by("ben")])
        .when(on("2025-05-20", find("p1", "upheld")).by("amira"))
        .refused("not-independent", "7.2.2")
        .given([
            on("2025-05-20", find("p1", "upheld")).by("ben"),
            on("2025-05-20", find("p2", "upheld")).by("ben"),
        ])
        .when(on("2025-05-20", respond()).by("amira"))
        .refused("not-independent", "7.2.2")
        .when(on("2025-05-20", respond()).by("ben"))
        .accepted();
}

// D24-7.2.2b
#[test]
fn stage_2_goes_to_somebody_of_the_right_post() {
    let mut told = escalate("ben");
    told["role"] = json!("complaints-officer");
    asked(answered()).when(on("2025-05-02", told)).refused("wrong-role", "7.2.2");
    under("derive-2024")
        .staffed("dana", Role::ComplaintsOfficer)
        .staffed("ben", Role::Stage2Officer)
        .given(answered())
        .given([on("2025-05-01", ask_for_stage_2())])
        .when(on("2025-05-02", escalate("dana")))
        .refused("wrong-role", "7.2.2")
        .when(on("2025-05-02", escalate("ben")))
        .accepted();
}

// D24-7.1.4c
#[test]
fn a_conflict_of_their_own_keeps_somebody_from_stage_2() {
    let conflict = json!({ "do": "declare-conflict", "who": "ben", "about": "His neighbour" });
    asked(answered())
        .given([on("2025-05-02", conflict)])
        .when(on("2025-05-02", escalate("ben")))
        .refused("conflicted", "7.1.4");
}

// D24-7.1.4l
#[test]
fn only_a_manager_says_how_anothers_conflict_is_dealt_with() {
    let story = || {
        under("derive-2024")
            .staffed("dana", Role::ComplaintsOfficer)
            .staffed("chloe", Role::ComplaintsManager)
            .given([on("2025-04-07", receive())])
    };
    story().when(on("2025-04-08", mitigate("ben")).by("chloe")).accepted();
    story().when(on("2025-04-08", mitigate("dana")).by("dana")).accepted();
    story()
        .when(on("2025-04-08", mitigate("ben")).by("dana"))
        .refused("not-allowed", "permissions");
    let raised = json!({ "do": "declare-conflict", "who": "ben", "about": "His neighbour" });
    story().when(on("2025-04-08", raised).by("dana")).accepted();
}
