//! The JSON of a rehearsal: the shape, the order and the dates that other programs read.

use insta::assert_snapshot;
use serde_json::Value;

use crate::terminal::{redress, write};

/// The example of the format: receipt by e-mail, acknowledgement three days later.
const EXAMPLE: &str = r#"
title = "Leak: extended, escalated at once"
pack = "derive-2024"
floor = false
closures = [2025-12-29]

[[step]]
on = 2025-04-07
do = "receive"
channel = "email"
text = "Third leak since February and nobody came."
happened-on = 2025-02-03
aware-on = 2025-02-03

[[step]]
on = 2025-04-10
by = "amira"
do = "acknowledge"
points = [ { text = "Leak unrepaired", outcome = "Repair it", responsibility = "ours" },
           { text = "Missed visits", outcome = "Apology", responsibility = "ours" } ]
"#;

fn played(text: &str, more: &[&str]) -> Value {
    let folder = tempfile::tempdir().unwrap();
    let path = write(folder.path(), "case.toml", text);
    let said = redress(&[&["rehearse", &path, "--json"], more].concat());
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    serde_json::from_str(&said.out).unwrap()
}

fn clock<'a>(clocks: &'a Value, what: &str) -> &'a Value {
    clocks.as_array().unwrap().iter().find(|it| it["what"] == what).unwrap()
}

#[test]
fn the_first_step_of_the_example_comes_out_field_by_field_in_order() {
    let folder = tempfile::tempdir().unwrap();
    let path = write(folder.path(), "case.toml", EXAMPLE);
    let out = redress(&["rehearse", &path, "--json"]).out;
    let wanted = r#"{
  "pack": "derive-2024",
  "floor": false,
  "steps": [
    {
      "n": 1,
      "on": "2025-04-07",
      "do": "receive",
      "outcome": "accepted",
      "events": [
        "complaint-received"
      ],
      "warnings": [],
      "clocks": [
        {
          "case": "c1",
          "what": "acknowledgement",
          "stage": 1,
          "due": "2025-04-14",
          "from": "2025-04-07",
          "from_event": "complaint-received",
          "length": "5 working days",
          "clause": "7.1.3",
          "status": "running",
          "done_on": null,
          "why": [
            {
              "day": "2025-04-12",
              "because": "Saturday"
            },
            {
              "day": "2025-04-13",
              "because": "Sunday"
            }
          ]
        },"#;
    assert!(out.starts_with(wanted), "{out}");
}

#[test]
fn the_second_step_promises_a_response_with_its_outer_limit() {
    let json = played(EXAMPLE, &[]);
    let step = &json["steps"][1];
    assert_eq!(step["events"], serde_json::json!(["complaint-defined", "complaint-acknowledged"]));
    assert_eq!(step["outcome"], "accepted");
    let response = clock(&step["clocks"], "response");
    assert_eq!(response["due"], "2025-04-28");
    assert_eq!(response["status"], "running");
    assert_eq!(response["outer_limit"], "2025-04-30");
    let days: Vec<&str> = response["why"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| it["because"].as_str().unwrap())
        .collect();
    assert_eq!(
        days,
        [
            "Saturday",
            "Sunday",
            "Good Friday",
            "Saturday",
            "Sunday",
            "Easter Monday",
            "Saturday",
            "Sunday"
        ]
    );
    assert_eq!(clock(&step["clocks"], "acknowledgement")["status"], "met");
    assert_eq!(clock(&step["clocks"], "acknowledgement")["done_on"], "2025-04-10");
    assert_eq!(clock(&step["clocks"], "extension-limit")["due"], "2025-05-13");
}

#[test]
fn an_acknowledgement_sends_a_letter_and_lists_its_blocks() {
    let json = played(EXAMPLE, &[]);
    assert_eq!(json["steps"][0]["letters"], serde_json::json!([]));
    let letters = json["steps"][1]["letters"].as_array().unwrap();
    assert_eq!(letters.len(), 1);
    let letter = &letters[0];
    assert_eq!(letter["id"], "acknowledgement-stage-1");
    assert_eq!((&letter["no"], &letter["dated"]), (&Value::from(1), &Value::from("2025-04-10")));
    let blocks: Vec<&str> =
        letter["blocks"].as_array().unwrap().iter().map(|it| it.as_str().unwrap()).collect();
    for block in ["definition", "response-date", "ombudsman"] {
        assert!(blocks.contains(&block), "{blocks:?}");
    }
    assert!(letter["faults"].is_array());
}

#[test]
fn the_end_describes_the_first_case_and_holds_each_by_its_label() {
    let json = played(EXAMPLE, &[]);
    let end = &json["final"];
    assert_eq!((&end["stage"], &end["state"]), (&Value::from(1), &Value::from("investigating")));
    assert_eq!(end["breaches"], serde_json::json!([]));
    assert_eq!(end["cases"]["c1"]["state"], "investigating");
    assert_eq!(end["clocks"], end["cases"]["c1"]["clocks"]);
    let keys: Vec<&str> = end.as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(keys.len(), 6);
}

#[test]
fn time_plays_on_so_that_what_falls_due_is_missed() {
    let json = played(EXAMPLE, &["--until", "2025-04-29"]);
    assert_eq!(json["final"]["breaches"], serde_json::json!(["response/1"]));
    assert_eq!(json["steps"][1]["clocks"].as_array().unwrap().len(), 3);
    let before = played(EXAMPLE, &["--until", "2025-04-28"]);
    assert_eq!(before["final"]["breaches"], serde_json::json!([]));
}

#[test]
fn a_refused_step_changes_nothing_and_says_what_to_do_instead() {
    let text = format!(
        "{EXAMPLE}\n[[step]]\non = 2025-04-22\nby = \"amira\"\ndo = \"extend\"\nto = 2025-05-30\n\
         reason = \"The surveyor can only come at the end of May.\"\n\
         [[step]]\non = 2025-04-23\ndo = \"note-time\"\n"
    );
    let json = played(&text, &[]);
    let step = &json["steps"][2];
    assert_eq!(step["outcome"], "refused");
    assert_eq!(step["events"], serde_json::json!([]));
    assert_snapshot!(serde_json::to_string_pretty(&step["refusal"]).unwrap(), @r#"
    {
      "clause": "7.1.6",
      "code": "extension-too-long",
      "message": "Friday 30 May 2025 is too late: an extension may go to Tuesday 13 May 2025 at most.",
      "next": "Choose Tuesday 13 May 2025 or earlier. To go past it, write down the good reason that makes this case exceptional."
    }
    "#);
    assert_eq!(clock(&step["clocks"], "response")["due"], "2025-04-28");
    assert_eq!(json["steps"][3]["outcome"], "accepted");
}

#[test]
fn a_missing_duty_is_a_refusal_that_names_it() {
    let text = EXAMPLE.replacen(", responsibility = \"ours\" },\n", " },\n", 1);
    let json = played(&text, &[]);
    let refusal = &json["steps"][1]["refusal"];
    assert_eq!(refusal["code"], "definition-incomplete");
    assert!(refusal["message"].as_str().unwrap().contains("responsibility"), "{refusal}");
    let blank = EXAMPLE.replacen("Third leak since February and nobody came.", " \u{200b} ", 1);
    let json = played(&blank, &[]);
    assert_eq!(json["steps"][0]["refusal"]["code"], "missing");
    assert_eq!(json["steps"][0]["refusal"]["field"], "text");
    assert_eq!(json["steps"][1]["refusal"]["code"], "nothing-received");
    assert_eq!(json["final"]["state"], Value::Null);
}

#[test]
fn a_policy_that_was_not_in_force_plays_with_a_warning() {
    let text = EXAMPLE.replace("2025-04", "2024-04").replace("2025-02", "2024-02");
    let json = played(&text, &[]);
    assert_eq!(json["steps"][0]["warnings"][0]["code"], "pack-not-in-force");
    assert_eq!(json["steps"][0]["outcome"], "accepted");
}

#[test]
fn pack_and_floor_of_the_command_line_go_before_the_file_s() {
    let json = played(EXAMPLE, &["--pack", "code-2024", "--floor", "on"]);
    assert_eq!((&json["pack"], &json["floor"]), (&Value::from("code-2024"), &Value::from(true)));
    assert_eq!(clock(&json["steps"][0]["clocks"], "acknowledgement")["clause"], "6.2");
}

#[test]
fn a_day_past_the_calendar_is_a_refusal_of_that_step() {
    let text = EXAMPLE.replace("2025-04-07", "2028-12-28").replace("2025-04-10", "2028-12-29");
    let json = played(&text, &[]);
    assert_eq!(json["steps"][0]["refusal"]["code"], "calendar-ends");
    assert!(json["steps"][0]["refusal"]["message"].as_str().unwrap().contains("2029"));
}

#[test]
fn a_moment_with_an_offset_is_the_day_in_london() {
    let text = EXAMPLE
        .replace("on = 2025-04-07 ", "on = 2025-04-07")
        .replace("\non = 2025-04-07\n", "\non = 2025-04-06T23:30:00Z\n")
        .replace("\non = 2025-04-10\n", "\non = 2025-04-10T00:30:00+02:00\n");
    let json = played(&text, &[]);
    assert_eq!(json["steps"][0]["on"], "2025-04-07");
    assert_eq!(json["steps"][1]["on"], "2025-04-09");
}
