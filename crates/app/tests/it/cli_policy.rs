//! `redress policy`: listing, showing and reading policies.

use insta::assert_snapshot;

use crate::terminal::{redress, write};

#[test]
fn the_shipped_policies_are_listed() {
    let said = redress(&["policy", "list"]);
    assert_eq!(said.code, 0);
    let ids: Vec<&str> =
        said.out.lines().map(|line| line.split_whitespace().next().unwrap()).collect();
    assert!(ids.contains(&"code-2024") && ids.contains(&"derive-2024"), "{}", said.out);
    let json: serde_json::Value =
        serde_json::from_str(&redress(&["policy", "list", "--json"]).out).unwrap();
    assert_eq!(json.as_array().unwrap().len(), ids.len());
}

#[test]
fn a_policy_shows_its_limits_with_their_clauses() {
    let said = redress(&["policy", "show", "derive-2024"]);
    assert_eq!(said.code, 0);
    let limits: Vec<&str> = said
        .out
        .lines()
        .skip_while(|line| *line != "Limits")
        .take_while(|line| !line.is_empty())
        .map(str::trim_end)
        .collect();
    assert_snapshot!(limits.join("\n"), @r"
    Limits
      stage 1: acknowledgement     5 working days from receipt                      7.1.3
      stage 1: response            10 working days from acknowledgement             7.1.6
      stage 1: extension           10 working days more at most                     7.1.6
      stage 1: decided by          complaints officer or complaints manager         7.1.1
      stage 2: acknowledgement     5 working days from receipt                      7.2.1
      stage 2: response            20 working days from acknowledgement             7.2.3
      stage 2: extension           20 working days more at most                     7.2.3
      stage 2: decided by          stage 2 officer                                  7.2.2
      age of a matter              12 months                                        2.7.9
      asking for stage 2           6 weeks                                          7.1.10
      barred from stage 2          whoever handled or oversaw stage 1               7.2.2
      stage 2 may be declined as   out of time or excluded by the policy            6.7
      decisions at stage 1         upheld, partly upheld, not upheld or no finding  7.1.9
      decisions at stage 2         upheld, partly upheld, not upheld or no finding  7.1.9
    ");
    assert!(said.out.contains("\nGrounds for declining a complaint\n"));
    assert!(said.out.lines().all(|line| line.chars().count() <= 100), "{}", said.out);
    assert!(said.out.contains("\nHow gaps and contradictions were resolved\n"));
}

#[test]
fn a_policy_as_json_is_the_whole_policy() {
    let said = redress(&["policy", "show", "code-2024", "--json"]);
    let json: serde_json::Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!(json["id"], "code-2024");
    assert_eq!(json["stage-1"]["response"]["length"], "10 working days");
    assert!(!json["reading"].as_array().unwrap().is_empty());
}

#[test]
fn an_unknown_policy_is_asked_wrongly() {
    let said = redress(&["policy", "show", "derive-2042"]);
    assert_eq!((said.code, said.out.as_str()), (2, ""));
    assert!(said.err.starts_with("error: there is no policy \"derive-2042\"\nhint: there are "));
}

#[test]
fn a_slip_in_a_policy_file_is_shown_where_it_stands() {
    let folder = tempfile::tempdir().unwrap();
    let whole = include_str!("../../../../packs/code-2024.toml");
    let good = write(folder.path(), "good.toml", whole);
    assert_eq!(redress(&["policy", "read", &good]).code, 0);
    let broken = whole.replacen("[stage-1]", "[stage-1]\nlenght = 1", 1);
    let bad = write(folder.path(), "bad.toml", &broken);
    let said = redress(&["policy", "read", &bad]);
    assert_eq!((said.code, said.out.as_str()), (2, ""));
    let line = broken.lines().position(|line| line == "lenght = 1").unwrap() + 1;
    assert!(said.err.contains(&format!("bad.toml:{line}:1")), "{}", said.err);
    assert!(said.err.contains("lenght"), "{}", said.err);
}

// CODE-6.5
#[test]
fn a_policy_with_a_conflict_is_declined_and_says_why_and_what_mends_it() {
    let said = redress(&["policy", "check", "derive-2024", "--json"]);
    assert_eq!(said.code, 1);
    let json: serde_json::Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!(json["pack"], "derive-2024");
    let keys: Vec<&String> = json.as_object().unwrap().keys().collect();
    assert_eq!(keys, ["findings", "pack"]);
    let findings = json["findings"].as_array().unwrap();
    assert_eq!(findings.len(), 72);
    let found = findings.iter().find(|finding| finding["provision"] == "6.5").unwrap();
    assert_eq!((&found["verdict"], &found["clauses"][0]), (&"conflict".into(), &"7.1.7".into()));
    assert_eq!(found.as_object().unwrap().len(), 5);
    let spoken = redress(&["policy", "check", "derive-2024"]);
    assert!(spoken.out.contains("conflict  6.5   7.1.7\n"), "{}", spoken.out);
    assert!(spoken.out.contains("To mend: "), "{}", spoken.out);
}

#[test]
fn the_code_checked_against_itself_is_done() {
    let said = redress(&["policy", "check", "code-2024"]);
    assert_eq!(said.code, 0);
    assert!(said.out.contains("0 conflict, 0 silent, 0 at risk, 0 stricter, 72 meets"));
}

#[test]
fn a_policy_that_cannot_be_read_is_no_verdict() {
    let folder = tempfile::tempdir().unwrap();
    let bad = write(folder.path(), "bad.toml", "id = \"x\"\nlenght = 1\n");
    let said = redress(&["policy", "check", &bad]);
    assert_eq!((said.code, said.out.as_str()), (2, ""));
    assert!(said.err.contains("bad.toml:2:1"), "{}", said.err);
    assert_eq!(redress(&["policy", "check", "nobodys-2024"]).code, 2);
}

#[test]
fn two_policies_stand_side_by_side_with_the_differences_first() {
    let said = redress(&["policy", "diff", "derive-2024", "wdh-2022"]);
    assert_eq!(said.code, 0);
    assert!(said.out.contains("6 fewer months to bring a complaint"), "{}", said.out);
    assert!(said.out.contains("10 fewer working days by which to extend"), "{}", said.out);
    let same = redress(&["policy", "diff", "derive-2024", "derive-2024"]);
    assert!(same.out.starts_with("derive-2024 and derive-2024: 0 differences\n"), "{}", same.out);
    let json: serde_json::Value = serde_json::from_str(
        &redress(&["policy", "diff", "code-2024", "derive-2024", "--json"]).out,
    )
    .unwrap();
    assert_eq!(json["left"], "code-2024");
    assert!(json["lines"].as_array().unwrap().len() > 20);
}

#[test]
fn a_policy_of_our_own_is_loaded_in_somebodys_name_as_a_draft() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data").display().to_string();
    let asked = |more: &[&str]| redress(&[more, &["--data", &data]].concat());
    assert_eq!(redress(&["init", "--landlord", "Rowan Homes", "--data", &data]).code, 0);
    let roles = ["--role", "complaints-officer"];
    assert_eq!(asked(&[&["user", "add", "amira", "--name", "Amira"], &roles[..]].concat()).code, 0);
    let text = crate::web_policies::ours();
    let file = write(folder.path(), "ours.toml", &text);
    let said = asked(&["policy", "load", &file, "--by", "admin"]);
    assert_eq!(said.code, 0, "{}", said.err);
    assert!(said.out.starts_with("Loaded as a draft. Somebody else approves it at /policies/"));
    for (by, reason) in [("amira", "may not load"), ("nobody", "nobody signs in as")] {
        let said = asked(&["policy", "load", &file, "--by", by]);
        assert_eq!(said.code, 1);
        assert!(said.err.contains(reason), "{}", said.err);
    }
    let wrong = write(folder.path(), "wrong.toml", &text.replacen("14 days", "14 dyas", 1));
    let said = asked(&["policy", "load", &wrong, "--by", "admin"]);
    assert_eq!(said.code, 2);
    assert!(said.err.contains("wrong.toml:") && said.err.contains("14 dyas"), "{}", said.err);
    let taken = write(folder.path(), "taken.toml", &text.replace("rowan-own-2025", "wdh-2022"));
    let said = asked(&["policy", "load", &taken, "--by", "admin"]);
    assert_eq!(said.code, 2);
    assert!(said.err.contains("comes with the program"), "{}", said.err);
}
