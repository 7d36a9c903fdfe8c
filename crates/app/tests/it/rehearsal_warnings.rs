//! What a rehearsal warns of and lets through all the same.

use serde_json::Value;

use crate::terminal::{redress, write};

/// The codes of the warnings of the last step.
fn warned(text: &str) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    let path = write(folder.path(), "case.toml", &format!("pack = \"derive-2024\"\n{text}"));
    let said = redress(&["rehearse", &path, "--json"]);
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    let json: Value = serde_json::from_str(&said.out).unwrap();
    let step = json["steps"].as_array().unwrap().last().unwrap();
    assert_eq!(step["outcome"], "accepted", "{}", step["refusal"]);
    let warnings = step["warnings"].as_array().unwrap();
    for warning in warnings {
        assert!(warning["message"].as_str().unwrap().ends_with(['.', '?']), "{warning}");
    }
    warnings.iter().map(|it| it["code"].as_str().unwrap().to_owned()).collect()
}

fn received(more: &str) -> String {
    format!(
        "[[step]]\non = 2025-04-07\ndo = \"receive\"\nchannel = \"email\"\ntext = \"Damp\"\n{more}\n"
    )
}

const ACKNOWLEDGED: &str = "[[step]]\non = 2025-04-10\ndo = \"acknowledge\"\nofficer = \"amira\"\n\
    points = [{ text = \"Damp\", outcome = \"Dry walls\", responsibility = \"ours\" }]\n";

#[test]
fn noticed_before_it_happened() {
    assert_eq!(
        warned(&received("happened-on = 2025-03-03\naware-on = 2025-03-02")),
        ["happened-after-aware"]
    );
}

#[test]
fn a_year_that_is_more_often_a_slip() {
    assert_eq!(warned(&received("happened-on = 1925-03-03")), ["long-ago"]);
}

#[test]
fn an_agreement_nobody_recorded() {
    let extended = "[[step]]\non = 2025-04-22\ndo = \"extend\"\nto = 2025-05-09\nupdates = \"1 week\"\n\
        updates-by = \"phone\"\nreason = \"The damp has to be measured twice, with four days of dry weather between the two visits.\"\n";
    let text = received("") + ACKNOWLEDGED + extended;
    assert_eq!(warned(&text), ["agreement-not-recorded"]);
    assert_eq!(warned(&format!("{text}agreed = \"no-reply\"\n")), Vec::<String>::new());
}

#[test]
fn what_a_letter_check_only_asks_about_is_a_warning() {
    let text = received("")
        + "[[step]]\non = 2025-04-10\ndo = \"decline\"\nground = \"rent-review\"\n\
           reasons = \"This is about rent.\"\ncircumstances = \"Read on its own.\"\n";
    let codes = warned(&text);
    assert!(codes.contains(&"short-reasons".to_owned()), "{codes:?}");
    assert!(codes.contains(&"reason-missing".to_owned()), "{codes:?}");
}

#[test]
fn a_second_extension_within_the_limit_needs_no_exceptional_reason() {
    let extended = |on: &str, to: &str| {
        format!(
            "[[step]]\non = {on}\ndo = \"extend\"\nto = {to}\nupdates = \"1 week\"\n\
             updates-by = \"phone\"\nagreed = true\nreason = \"The damp has to be measured twice, \
             with four days of dry weather between the two visits.\"\n"
        )
    };
    let text = received("")
        + ACKNOWLEDGED
        + &extended("2025-04-22", "2025-05-06")
        + &extended("2025-05-02", "2025-05-09");
    let folder = tempfile::tempdir().unwrap();
    let path = write(folder.path(), "case.toml", &format!("pack = \"derive-2024\"\n{text}"));
    let json: Value = serde_json::from_str(&redress(&["rehearse", &path, "--json"]).out).unwrap();
    let letter = &json["steps"][3]["letters"][0];
    assert_eq!(letter["id"], "further-extension-stage-1");
    assert_eq!(letter["faults"], serde_json::json!([]));
}

#[test]
fn a_case_that_went_on_unanswered_owes_stage_1_no_more_updates() {
    let text = received("")
        + ACKNOWLEDGED
        + "[[step]]\non = 2025-04-10\ndo = \"agree-updates\"\nevery = \"10 working days\"\n\
           [[step]]\non = 2025-04-29\ndo = \"request-escalation\"\nchannel = \"phone\"\n\
           [[step]]\non = 2025-04-29\ndo = \"update-resident\"\ntext = \"We are late, and sorry.\"\n\
           [[step]]\non = 2025-04-30\ndo = \"escalate\"\nofficer = \"ben\"\n";
    let folder = tempfile::tempdir().unwrap();
    let path = write(folder.path(), "case.toml", &format!("pack = \"derive-2024\"\n{text}"));
    let said = redress(&["rehearse", &path, "--json", "--until", "2025-05-12"]);
    let json: Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!(json["final"]["breaches"][0], "response/1");
    let updates: Vec<&Value> = json["final"]["clocks"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|clock| clock["what"] == "update")
        .map(|clock| &clock["status"])
        .collect();
    assert_eq!(updates, ["missed", "void"]);
}
