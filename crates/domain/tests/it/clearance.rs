//! A second person's look at a letter.

use redress_domain::ids::StaffId;
use redress_domain::vocabulary::Role;
use serde_json::{Value, json};

use crate::story::{acknowledged, given, on};

fn clear(author: &str) -> Value {
    json!({ "do": "clear-letter", "letter": "response-stage-1", "author": author,
        "sha256": bytes(), "asks": ["too-hard"] })
}

fn bytes() -> String {
    "0a".repeat(32)
}

#[test]
fn nobody_clears_a_letter_of_their_own_whatever_their_role() {
    for role in [Role::Stage2Officer, Role::ComplaintsManager, Role::SeniorManager] {
        given(acknowledged())
            .staffed("chloe", role)
            .when(on("2025-04-24", clear("chloe")).by("chloe"))
            .refused("own-letter", "7.1.4");
        given(acknowledged())
            .staffed("chloe", role)
            .when(on("2025-04-24", clear("amira")).by("chloe"))
            .accepted();
    }
    given(acknowledged())
        .staffed("otto", Role::ComplaintsOfficer)
        .when(on("2025-04-24", clear("amira")).by("otto"))
        .refused("not-allowed", "permissions");
}

#[test]
fn nor_does_somebody_whom_it_is_about_or_who_has_a_conflict() {
    let named = json!({ "do": "name-staff", "who": "chloe" });
    let conflict = json!({ "do": "declare-conflict", "who": "chloe", "about": "Her brother" });
    for (before, code) in [(named, "named-in-complaint"), (conflict, "conflicted")] {
        given(acknowledged())
            .staffed("chloe", Role::ComplaintsManager)
            .given([on("2025-04-11", before)])
            .when(on("2025-04-24", clear("amira")).by("chloe"))
            .refused(code, "7.1.4");
    }
}

#[test]
fn what_is_cleared_is_named_by_kind_author_and_bytes() {
    for field in ["letter", "author", "sha256"] {
        let mut command = clear("amira");
        command[field] = json!("");
        given(acknowledged()).when(on("2025-04-24", command)).refused("missing", "7.1.4");
    }
}

#[test]
fn a_clearance_counts_for_its_bytes_its_questions_and_another_sender() {
    let story = given(acknowledged()).staffed("chloe", Role::ComplaintsManager).given([on(
        "2025-04-24",
        clear("amira"),
    )
    .by("chloe")]);
    let complaint = story.complaint();
    let cleared = |sha: &str, sender: &str, asks: &[&str]| {
        let asks: Vec<String> = asks.iter().map(|ask| (*ask).to_owned()).collect();
        complaint.clearance(sha, &StaffId(sender.to_owned()), &asks).is_some()
    };
    assert!(cleared(&bytes(), "amira", &["too-hard"]));
    assert!(!cleared(&bytes(), "chloe", &["too-hard"]), "who cleared it does not send it");
    assert!(!cleared(&bytes(), "amira", &["too-hard", "tone"]), "a question nobody cleared");
    assert!(!cleared(&"0b".repeat(32), "amira", &[]), "other bytes");
}
