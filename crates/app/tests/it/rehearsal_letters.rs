//! The letters of the full journeys under One Housing's policy and WDH's procedure: each holds what
//! its policy wants in it.

use std::collections::BTreeSet;

use redress_letters::letter::LetterId;
use serde_json::Value;

use crate::terminal::{redress, write};

fn journey(pack: &str) -> Value {
    let path = format!("{}/../../rehearsals/{pack}/full-journey.toml", env!("CARGO_MANIFEST_DIR"));
    let said = redress(&["rehearse", &path, "--json"]);
    assert_eq!(said.code, 0, "{}", said.err);
    serde_json::from_str(&said.out).unwrap()
}

/// The blocks of the first letter of a kind.
fn blocks(played: &Value, letter: &str) -> BTreeSet<String> {
    let steps = played["steps"].as_array().unwrap();
    let mut letters = steps.iter().flat_map(|step| step["letters"].as_array().unwrap());
    let found = letters.find(|it| it["id"] == letter).unwrap_or_else(|| panic!("no {letter}"));
    let blocks = found["blocks"].as_array().unwrap();
    blocks.iter().map(|block| block.as_str().unwrap().to_owned()).collect()
}

fn holds(played: &Value, letter: &str, wanted: &[&str]) {
    let blocks = blocks(played, letter);
    for block in wanted {
        assert!(blocks.contains(*block), "{letter} lacks {block}: {blocks:?}");
    }
}

const UNDERSTOOD: &[&str] = &[
    "received",
    "definition",
    "outcomes",
    "responsibility",
    "check-this",
    "handler",
    "contact-date",
    "response-date",
    "needs",
    "ombudsman",
];
const ANSWERED: &[&str] = &[
    "stage",
    "definition",
    "found",
    "decision",
    "reasons",
    "fault",
    "apology",
    "remedy",
    "actions",
    "discuss-with",
    "ombudsman",
    "contact",
];

// OH-6.3.2a OH-6.4.1b OH-6.4.1c OH-6.4.1e OH-6.4.1f OH-6.4.1i OH-6.5.1h OH-6.5.1k OH-6.5.1n OH-6.5.1o
// OH-6.5.1p OH-6.5.1q OH-6.5.2r OH-6.5.2u OH-6.5.2v OH-6.6a OH-6.6b OH-1.3d OH-6.4.1v
#[test]
fn the_letters_of_one_housing_hold_what_its_policy_wants() {
    let played = journey("one-housing-2024");
    holds(&played, "acknowledgement-stage-1", UNDERSTOOD);
    holds(
        &played,
        "extension-stage-1",
        &["new-date", "reason", "agreement", "updates", "ombudsman"],
    );
    holds(&played, "response-stage-1", ANSWERED);
    holds(&played, "response-stage-1", &["escalation", "offer"]);
    holds(&played, "response-stage-2", ANSWERED);
    holds(&played, "response-stage-2", &["why-unhappy", "process-ended"]);
}

// WDH-team-3a WDH-team-3b WDH-team-3c WDH-team-3d WDH-team-3e WDH-team-10a WDH-team-10b
// WDH-escalation-4b WDH-escalation-7b WDH-letters-2a WDH-letters-2b WDH-letters-2c WDH-letters-2d
// WDH-letters-2e WDH-letters-2f WDH-letters-2g WDH-letters-2h WDH-letters-2i WDH-remedies-1c
#[test]
fn the_letters_of_wdh_hold_what_its_procedure_wants() {
    let played = journey("wdh-2022");
    holds(&played, "acknowledgement-stage-1", UNDERSTOOD);
    holds(&played, "acknowledgement-stage-2", &["received", "definition", "response-date"]);
    holds(&played, "extension-stage-1", &["new-date", "reason", "ombudsman"]);
    holds(&played, "response-stage-1", ANSWERED);
    holds(&played, "response-stage-1", &["escalation"]);
    holds(&played, "response-stage-2", ANSWERED);
    holds(&played, "response-stage-2", &["offer", "process-ended"]);
}

/// Every rehearsal that ships, played.
fn all_played() -> Vec<(String, Value)> {
    let root = format!("{}/../../rehearsals", env!("CARGO_MANIFEST_DIR"));
    let mut played = Vec::new();
    for pack in std::fs::read_dir(root).unwrap() {
        for file in std::fs::read_dir(pack.unwrap().path()).unwrap() {
            let path = file.unwrap().path().display().to_string();
            let said = redress(&["rehearse", &path, "--json"]);
            assert_eq!(said.code, 0, "{path}: {}", said.err);
            played.push((path, serde_json::from_str(&said.out).unwrap()));
        }
    }
    played
}

/// Which letters an accepted command sends, as `(command, letter, to)`.
fn leaving(played: &Value) -> Vec<(String, String, String)> {
    let mut found = Vec::new();
    for step in played["steps"].as_array().unwrap() {
        for letter in step["letters"].as_array().unwrap() {
            let said = |value: &Value| value.as_str().unwrap().to_owned();
            found.push((said(&step["do"]), said(&letter["id"]), said(&letter["to"])));
        }
    }
    found
}

#[test]
fn each_command_sends_its_letter_to_whom_it_is_for() {
    let all: BTreeSet<_> = all_played().iter().flat_map(|(_, played)| leaving(played)).collect();
    let wanted = [
        ("receive", "service-request-receipt", "person"),
        ("receive", "compliment-thanks", "person"),
        ("classify", "compliment-thanks", "person"),
        ("receive", "authority-request", "person"),
        ("receive", "authority-request-representative", "representative"),
        ("receive", "petition-lead-request", "person"),
        ("assign", "handler-change", "person"),
        ("amend-definition", "definition-changed", "person"),
        ("add-point", "definition-changed", "person"),
        ("make-contact", "contact-note", "person"),
        ("record-needs", "adjustment-confirmed", "person"),
        ("request-information", "information-request", "contractor"),
        ("invite-comment", "comment-invitation", "staff"),
        ("refer-back", "refer-back", "person"),
        ("reconsider", "reconsideration-result", "person"),
        ("respond", "offer-acceptance-form", "person"),
        ("lapse-offer", "offer-lapsed", "person"),
        ("pay-offer", "payment-made", "person"),
        ("refer-to-panel", "panel-receipt", "person"),
        ("panel-recommends", "panel-result", "person"),
        ("refer-to-insurer", "insurer-referral", "person"),
        ("refer-to-insurer", "insurer-pack", "insurer"),
        ("update-action", "action-update", "person"),
        ("complete-action", "action-update", "person"),
        ("depart-from-policy", "departure-notice", "person"),
        ("reopen", "reopened", "person"),
        ("survey", "survey-invitation", "person"),
        ("warn-person", "behaviour-warning", "person"),
        ("approve-restriction", "restriction-notice", "person"),
        ("review-restriction", "restriction-review", "person"),
        ("lift-restriction", "restriction-review", "person"),
        ("send-evidence", "ombudsman-evidence-reply", "ombudsman"),
        ("ask-more-time", "ombudsman-time-request", "ombudsman"),
        ("comply-with-order", "order-compliance", "ombudsman"),
        ("comply-with-order", "order-to-person", "person"),
    ];
    let missing: Vec<_> = wanted
        .into_iter()
        .filter(|(command, letter, to)| {
            !all.contains(&((*command).to_owned(), (*letter).to_owned(), (*to).to_owned()))
        })
        .collect();
    assert!(missing.is_empty(), "never sent: {missing:?}\nsent: {all:?}");
}

#[test]
fn the_letters_beside_the_stages_are_never_wrong_in_themselves() {
    let wrong = [
        "date-wrong",
        "ombudsman-missing",
        "ombudsman-stale",
        "pack-block-missing",
        "paper-broken",
        "placeholder-left",
        "stage-wrong",
        "subject-leaks",
        "wrong-sender",
    ];
    for (path, played) in all_played() {
        let letters = played["steps"].as_array().unwrap().iter();
        for letter in letters.flat_map(|step| step["letters"].as_array().unwrap()) {
            let id = LetterId::find(letter["id"].as_str().unwrap()).unwrap();
            for fault in letter["faults"].as_array().unwrap() {
                let stops = fault["level"] == "stop" && id.has_no_table();
                let code = fault["code"].as_str().unwrap();
                assert!(!(stops && wrong.contains(&code)), "{path}: {id}: {fault}");
            }
        }
    }
}

const UNHAPPY: &str = r#"
[[step]]
on = 2025-04-07
do = "receive"
channel = "phone"
from = "Joyce Adeyemi"
text = "The tap in my kitchen drips."
about = "KIND"

[[step]]
on = 2025-04-08
do = "DO"
"#;

fn letters_of(pack: &str, kind: &str, act: &str) -> Vec<String> {
    let text = UNHAPPY.replace("KIND", kind).replace("do = \"DO\"", act);
    let folder = tempfile::tempdir().unwrap();
    let path = write(folder.path(), "case.toml", &format!("pack = \"{pack}\"\n{text}"));
    let said = redress(&["rehearse", &path, "--json"]);
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    let played: Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!(played["steps"][1]["outcome"], "accepted", "{played}");
    leaving(&played).into_iter().map(|(_, letter, _)| letter).collect()
}

// Shows OH-6.1.2a.
#[test]
fn what_is_settled_on_the_spot_gets_no_letter_where_the_policy_says_so() {
    let act = "do = \"classify\"\nkind = \"service-request\"";
    assert_eq!(letters_of("one-housing-2024", "complaint", act), [""; 0]);
    assert_eq!(letters_of("one-housing-2024", "service-request", act), [""; 0]);
    assert_eq!(letters_of("derive-2024", "complaint", act), ["service-request-receipt"]);
}

// Shows CODE-1.6.2.
#[test]
fn somebody_unhappy_in_a_survey_is_offered_the_choice_to_complain() {
    let act = "do = \"offer-choice\"\nanswer = \"no-answer\"";
    assert_eq!(letters_of("code-2024", "survey-answer", act), ["choice-offer"]);
    let act = "do = \"offer-choice\"\nanswer = \"not-now\"";
    assert_eq!(letters_of("code-2024", "survey-answer", act), [""; 0]);
}
