//! The guide to packs: a policy that nobody here has seen, written from it, works at once.

use std::collections::BTreeSet;
use std::path::Path;

use serde_json::Value;

use crate::terminal::redress;

const GUIDE: &str = include_str!("../../../../docs/packs.md");

fn fixture(name: &str) -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/packs").join(name).display().to_string()
}

#[test]
fn a_policy_of_our_own_invention_is_read_shown_and_checked() {
    let pack = fixture("marram-2026.toml");
    let said = redress(&["policy", "read", &pack]);
    assert_eq!(said.code, 0, "{}", said.err);
    assert!(redress(&["policy", "show", &pack]).out.contains("14 days from receipt"));

    let said = redress(&["policy", "check", &pack, "--json"]);
    assert_eq!(said.code, 1);
    let json: Value = serde_json::from_str(&said.out).unwrap();
    let verdict = |provision: &str| {
        let findings = json["findings"].as_array().unwrap();
        let found = findings.iter().find(|finding| finding["provision"] == provision).unwrap();
        found["verdict"].as_str().unwrap().to_owned()
    };
    for (provision, wanted) in [
        ("2.2", "conflict"),
        ("2.3", "conflict"),
        ("5.2", "conflict"),
        ("5.11", "conflict"),
        // Fourteen days may be more than ten working days, where nothing is closed.
        ("6.3", "at-risk"),
        ("6.4", "conflict"),
        ("6.5", "silent"),
        ("6.9", "conflict"),
        ("6.11", "silent"),
        ("6.15", "stricter"),
        ("1.6", "at-risk"),
        ("9.5", "silent"),
    ] {
        assert_eq!(verdict(provision), wanted, "{provision}");
    }
}

#[test]
fn a_case_is_played_under_a_policy_of_our_own_invention() {
    let said = redress(&["rehearse", "--check", &fixture("marram-story.toml")]);
    assert_eq!(said.code, 0, "{}{}", said.out, said.err);
    let said = redress(&[
        "policy",
        "what-if",
        &fixture("marram-2026.toml"),
        "--rehearsals",
        &Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("../../rehearsals/derive-2024")
            .display()
            .to_string(),
        "--json",
    ]);
    assert_eq!(said.code, 0, "{}", said.err);
    let json: Value = serde_json::from_str(&said.out).unwrap();
    assert!(json["differing"].as_u64().unwrap() > 10, "{}", said.out);
}

/// Every section of a pack that the guide shows is one that the reader of packs knows.
#[test]
fn the_examples_of_the_guide_are_those_of_the_policy_we_tried() {
    let tried: BTreeSet<&str> =
        include_str!("../packs/marram-2026.toml").lines().map(str::trim).collect();
    let mut examples = 0;
    for block in GUIDE.split("```toml\n").skip(1).map(|rest| rest.split("```").next().unwrap()) {
        for line in block.lines().filter(|line| line.starts_with("[")) {
            let section = line.split('#').next().unwrap().trim();
            assert!(tried.contains(section), "{section} is not in the policy we tried");
            examples += 1;
        }
    }
    assert!(10 < examples);
}
