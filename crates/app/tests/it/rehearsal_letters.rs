//! The letters of the full journeys under One Housing's policy and WDH's procedure: each holds what
//! its policy wants in it.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::terminal::redress;

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
