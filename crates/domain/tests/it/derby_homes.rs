//! Derby Homes, where it differs from the Code: who appoints for stage 2, and agreement asked for.

use redress_domain::vocabulary::Role;
use serde_json::json;

use crate::story::{Story, acknowledged, answered, ask_for_stage_2, escalate, on, receive, under};

fn story() -> Story {
    under("derby-homes-2024")
}

// DERBY-7.3, DERBY-7.20, DERBY-7.21.1
#[test]
fn the_codes_days_with_agreement_asked_for() {
    let extend = json!({
        "do": "extend", "to": "2025-05-13", "reason": "The roof must be seen",
        "updates": "5 working days",
    });
    let story = story()
        .given([on("2025-04-07", receive())])
        .due("acknowledgement/1", "2025-04-14")
        .due("response/1", "2025-04-30")
        .given(acknowledged().into_iter().skip(1))
        .due("response/1", "2025-04-28")
        .due("extension-limit/1", "2025-05-13");
    assert!(story.clock("extension-limit/1").beside.is_some(), "7.20 prints bare days");
    story.when(on("2025-04-25", extend)).accepted().warned("agreement-not-recorded");
}

// DERBY-7.14, DERBY-7.14.1
#[test]
fn only_a_head_of_service_appoints_for_stage_2_and_never_the_person_of_stage_1() {
    story()
        .staffed("head", Role::SeniorManager)
        .staffed("cora", Role::ComplaintsManager)
        .given(answered())
        .given([on("2025-05-01", ask_for_stage_2())])
        .when(on("2025-05-02", escalate("ben")).by("cora"))
        .refused("wrong-role", "Policy 7.14")
        .when(on("2025-05-02", escalate("amira")).by("head"))
        .refused("not-independent", "Policy 7.14")
        .when(on("2025-05-02", escalate("ben")).by("head"))
        .accepted()
        .due("acknowledgement/2", "2025-05-09");
}
