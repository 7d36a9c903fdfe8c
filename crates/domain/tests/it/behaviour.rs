//! Behaviour: evidence, proportion and equality before a restriction; somebody else approves it; it
//! is reviewed; it closes nothing; and a proposal that is turned down leaves no mark.

use redress_domain::clock::Status;
use redress_domain::vocabulary::Role;
use serde_json::{Value, json};

use crate::story::{Step, acknowledged, answered, ask_for_stage_2, given, on, under};

fn propose() -> Value {
    json!({
        "do": "propose-restriction", "measure": "One person to write to",
        "evidence": "He shouted at Jo on three days and called her names.",
        "proportionality": "A talk and a warning changed nothing; letters suit him well.",
        "equality": "He was asked about a disability and has none that plays a part.",
    })
}

fn without(field: &str) -> Value {
    let mut command = propose();
    command[field] = json!(" ");
    command
}

fn in_force() -> Vec<Step> {
    let mut steps = acknowledged();
    steps.push(on("2025-04-14", propose()).by("amira"));
    steps.push(
        on("2025-04-15", json!({ "do": "approve-restriction", "review-on": "2025-07-15" }))
            .by("sunil"),
    );
    steps
}

// CODE-5.14, CODE-5.14.1, CODE-5.15, CODE-5.15.1, D24-9.1b, D24-9.1c, D24-9.2b
#[test]
fn a_restriction_needs_evidence_proportion_and_a_thought_of_equality() {
    let fields =
        [("measure", "9.2"), ("evidence", "9.2"), ("proportionality", "9.1"), ("equality", "9.1")];
    for (field, clause) in fields {
        given(acknowledged()).when(on("2025-04-14", without(field))).refused("missing", clause);
    }
    given(acknowledged()).when(on("2025-04-14", propose())).leads_to(&["restriction-proposed"]);
}

#[test]
fn what_everybody_may_do_is_never_evidence() {
    for evidence in ["She asked for stage 2.", "He added a point; he went to the Ombudsman"] {
        let mut command = propose();
        command["evidence"] = json!(evidence);
        given(acknowledged()).when(on("2025-04-14", command)).refused("never-evidence", "9.1");
    }
    for conduct in ["further-point", "stage-2-request", "turn-to-ombudsman"] {
        let incident = json!({ "do": "record-incident", "what": "Again", "conduct": conduct });
        given(acknowledged()).when(on("2025-04-14", incident)).refused("never-evidence", "9.1");
    }
    let mut mixed = propose();
    mixed["evidence"] = json!("She asked for stage 2. She threatened Jo with a knife.");
    given(acknowledged()).when(on("2025-04-14", mixed)).accepted();
}

#[test]
fn neither_the_proposer_nor_the_target_approves_and_it_takes_a_senior_manager() {
    let incident = json!({ "do": "record-incident", "what": "He shouted", "against": "tess" });
    let story = || {
        under("derive-2024")
            .staffed("sunil", Role::SeniorManager)
            .staffed("tess", Role::SeniorManager)
            .staffed("amira", Role::ComplaintsManager)
            .given(acknowledged())
            .when(on("2025-04-14", incident.clone()))
            .when(on("2025-04-14", propose()).by("sunil"))
    };
    let approve = || on("2025-04-15", json!({ "do": "approve-restriction" }));
    story().when(approve().by("sunil")).refused("approver-is-asker", "9.2");
    story().when(approve().by("tess")).refused("not-independent", "9.2");
    story().when(approve().by("amira")).refused("not-allowed", "permissions");
    // No interval in the policy: three months stand in.
    story().when(approve()).accepted().due("restriction-review", "2025-07-15");
}

// CODE-5.14.2, D24-9.2c
#[test]
fn a_restriction_is_reviewed_until_it_is_lifted() {
    given(in_force())
        .due("restriction-review/r1", "2025-07-15")
        .later("2025-07-16")
        .stands("restriction-review/r1", Status::Missed)
        .breaches(&["response/1", "extension-limit/1", "restriction-review"])
        .when(on("2025-07-17", json!({ "do": "review-restriction" })))
        .refused("missing", "9.2")
        .when(on("2025-07-17", json!({ "do": "review-restriction", "outcome": "It helps" })))
        .due("restriction-review/r1.2", "2025-10-17")
        .when(on("2025-08-01", json!({ "do": "lift-restriction", "reason": "All is calm" })))
        .stands("restriction-review/r1.2", Status::Met)
        .when(on("2025-08-02", json!({ "do": "lift-restriction", "reason": "Again" })))
        .refused("nothing-restricted", "9.2");
}

#[test]
fn a_way_to_complain_stays_open() {
    let mut closed = propose();
    closed["closes"] = json!(["letter", "phone"]);
    given(acknowledged()).when(on("2025-04-14", closed)).refused("no-route-left", "9.1");
    let mut steps = answered();
    steps.push(on("2025-04-28", propose()));
    steps.push(on("2025-04-29", json!({ "do": "approve-restriction" })));
    given(steps).when(on("2025-05-01", ask_for_stage_2())).accepted();
}

// DF-5.4b
#[test]
fn a_proposal_that_is_turned_down_leaves_no_mark() {
    let refused = given(acknowledged())
        .when(on("2025-04-14", propose()).by("amira"))
        .when(on("2025-04-15", json!({ "do": "refuse-restriction", "reason": "Too soon" })))
        .leads_to(&["restriction-refused"]);
    let plain = given(acknowledged()).later("2025-04-15");
    assert_eq!(refused.clocks(), plain.clocks());
    let (mut left, right) = (refused.complaint(), plain.complaint());
    assert!(left.behaviour.restrictions.is_empty());
    // Only that a number was given out, and the day of the last act, are not as they were.
    left.behaviour.proposed = 0;
    left.last_on = right.last_on;
    assert_eq!(left, right);
}

// WDH-behaviour-1, WDH-behaviour-3c, WDH-behaviour-3e, WDH-behaviour-4
#[test]
fn a_policy_may_want_a_ground_a_warning_what_came_after_it_and_somebody_consulted_first() {
    let warn = json!({ "do": "warn-person", "incident": "He shouted at Jo" });
    let mut consulted = warn.clone();
    consulted["consulted"] = json!("cora");
    let mut advised = consulted.clone();
    advised["advice"] = json!("Warn him in writing, and offer a meeting");
    let mut grounded = propose();
    grounded["ground"] = json!("abuse");
    let mut not_its_own = propose();
    not_its_own["ground"] = json!("malicious");
    let incident = json!({ "do": "record-incident", "what": "He shouted again" });
    let first = "Unacceptable behaviour para 1";
    let (warning, consulting) = ("Unacceptable behaviour para 3", "Unacceptable behaviour para 4");
    under("wdh-2022")
        .given(acknowledged())
        .when(on("2025-04-14", propose()))
        .refused("missing", first)
        .when(on("2025-04-14", not_its_own))
        .refused("missing", first)
        .when(on("2025-04-14", grounded.clone()))
        .refused("warning-first", warning)
        .when(on("2025-04-14", warn))
        .refused("missing", consulting)
        .when(on("2025-04-14", consulted))
        .refused("missing", consulting)
        .when(on("2025-04-14", advised))
        .leads_to(&["person-warned"])
        .when(on("2025-04-14", grounded.clone()))
        .refused("no-conduct-since-warning", warning)
        .when(on("2025-04-16", incident))
        .when(on("2025-04-16", grounded))
        .leads_to(&["restriction-proposed"]);
}

// OH-6.8.1c
#[test]
fn a_policy_may_say_what_is_weighed_before_anything_is_limited() {
    let mut some = propose();
    some["factors"] = json!({ "intent-to-harass": "None seen", "past-demands": "Two, in March" });
    let mut all = some.clone();
    all["factors"]["abuse-or-excess"] = json!("Nine letters in a week");
    all["factors"]["unreasonable-conduct"] = json!("He shouted at Jo on three days");
    let story = || under("one-housing-2024").given(acknowledged());
    story().when(on("2025-04-14", propose())).refused("missing", "6.8.1");
    story().when(on("2025-04-14", some)).refused("missing", "6.8.1");
    story().when(on("2025-04-14", all)).leads_to(&["restriction-proposed"]);
}

#[test]
fn a_restriction_that_ends_by_itself_is_looked_at_by_then_and_may_be_challenged() {
    let mut ends = propose();
    ends["until"] = json!("2025-04-14");
    given(acknowledged()).when(on("2025-04-14", ends.clone())).refused("day-passed", "9.1");
    ends["until"] = json!("2025-05-14");
    let challenge = json!({ "do": "challenge-restriction", "reason": "I cannot write" });
    let story = given(acknowledged())
        .when(on("2025-04-14", ends))
        .when(on("2025-04-14", challenge.clone()))
        .refused("nothing-restricted", "9.2")
        .when(on("2025-04-15", json!({ "do": "approve-restriction", "review-on": "2025-07-15" })))
        .due("restriction-review/r1", "2025-05-14")
        .when(on("2025-04-20", json!({ "do": "challenge-restriction" })))
        .refused("missing", "9.2")
        .when(on("2025-04-20", challenge))
        .leads_to(&["restriction-challenged"]);
    assert_eq!(story.complaint().behaviour.restrictions[0].challenges.len(), 1);
}

// CODE-5.10.4, D24-2.6b
#[test]
fn what_was_agreed_is_looked_at_again_by_its_day() {
    let needs = |review: &str| json!({ "do": "record-needs", "needs": ["Letters in 18 point"], "review-on": review });
    given(acknowledged())
        .when(on("2025-04-14", needs("2025-04-14")))
        .refused("day-passed", "2.6")
        .when(on("2025-04-14", needs("2025-05-14")))
        .due("adjustment-review", "2025-05-14")
        .when(on("2025-05-12", needs("2025-08-12")))
        .due("adjustment-review/n2", "2025-08-12")
        .stands("adjustment-review/n1", Status::Met);
}
