//! Several cases in one file, people and their roles, and files that are tests.

use serde_json::{Value, json};

use crate::terminal::{redress, write};

const OPENING: &str = r#"
pack = "derive-2024"

[staff]
amira = "complaints-officer"
ben = ["stage-2-officer"]

[[step]]
on = 2025-04-07
do = "receive"
channel = "phone"
text = "The lift has been out for weeks."

[[step]]
on = 2025-04-08
by = "amira"
do = "acknowledge"
officer = "amira"
points = [ { text = "Lift out", outcome = "Mend it", responsibility = "ours" },
           { text = "Bins not emptied", outcome = "Empty them", responsibility = "ours" } ]
"#;

fn played(text: &str) -> Value {
    let folder = tempfile::tempdir().unwrap();
    let path = write(folder.path(), "case.toml", text);
    let said = redress(&["rehearse", &path, "--json"]);
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    serde_json::from_str(&said.out).unwrap()
}

fn with(step: &str) -> Value {
    played(&format!("{OPENING}\n[[step]]\n{step}\n"))
}

#[test]
fn a_related_point_joins_and_the_step_says_which() {
    let json = with(
        "on = 2025-04-09\ndo = \"add-point\"\ntext = \"Nobody rang\"\noutcome = \"Sorry\"\nrelated = true",
    );
    let step = &json["steps"][2];
    assert_eq!((&step["point"], &step["opened"]), (&json!("p3"), &Value::Null));
    assert_eq!(step["events"], json!(["point-added"]));
}

#[test]
fn an_unrelated_point_opens_a_complaint_dated_the_day_it_was_raised() {
    let json = with(
        "on = 2025-04-10\ndo = \"add-point\"\ntext = \"Noise\"\noutcome = \"Quiet\"\nrelated = false",
    );
    let step = &json["steps"][2];
    assert_eq!(step["opened"], "c2");
    assert_eq!(
        step["events"],
        json!(["new-complaint-opened", "complaint-received", "case-linked"])
    );
    let new = step["clocks"].as_array().unwrap().iter().find(|it| it["case"] == "c2").unwrap();
    assert_eq!((&new["what"], &new["due"]), (&json!("acknowledgement"), &json!("2025-04-17")));
    assert_eq!(json["final"]["cases"]["c2"]["state"], "received");
    assert_eq!(json["final"]["stage"], 1);
}

#[test]
fn the_next_free_label_is_taken_and_a_given_one_is_kept() {
    let noise = "do = \"add-point\"\ntext = \"Noise\"\noutcome = \"Quiet\"\nrelated = false";
    let json = with(&format!(
        "on = 2025-04-09\n{noise}\n[[step]]\non = 2025-04-10\n{noise}\nopens = \"noise\"\n\
         [[step]]\non = 2025-04-11\n{noise}"
    ));
    let opened: Vec<&Value> =
        json["steps"].as_array().unwrap().iter().skip(2).map(|step| &step["opened"]).collect();
    assert_eq!(opened, [&json!("c2"), &json!("noise"), &json!("c3")]);
}

#[test]
fn breaches_of_other_cases_carry_their_label() {
    let json = with(
        "on = 2025-04-10\ncase = \"c2\"\ndo = \"receive\"\nchannel = \"email\"\ntext = \"No heating\"\n\
         [[step]]\non = 2025-05-06\ndo = \"note-time\"",
    );
    assert_eq!(json["steps"][2]["case"], "c2");
    assert_eq!(json["final"]["breaches"], json!(["response/1", "c2:acknowledgement/1"]));
    assert_eq!(json["final"]["cases"]["c2"]["breaches"], json!(["acknowledgement/1"]));
}

#[test]
fn people_are_barred_by_name_and_by_the_role_they_were_given() {
    // amira is a complaints officer: stage 2 and closing somebody else's duties are not hers.
    let json = with(
        "on = 2025-04-09\nby = \"ben\"\ndo = \"acknowledge\"\n\
         [[step]]\non = 2025-04-09\nby = \"grace\"\nrole = \"governing-body-member\"\ndo = \"update-resident\"\ntext = \"Hello\"\n\
         [[step]]\non = 2025-04-09\nby = \"grace\"\ndo = \"update-resident\"\ntext = \"Hello\"\n\
         [[step]]\non = 2025-04-09\nby = \"somebody\"\ndo = \"update-resident\"\ntext = \"Hello\"\n\
         [[step]]\non = 2025-04-09\ndo = \"update-resident\"\ntext = \"Hello\"",
    );
    let codes: Vec<&Value> =
        json["steps"].as_array().unwrap().iter().skip(2).map(|it| &it["refusal"]["code"]).collect();
    assert_eq!(
        codes,
        [
            &json!("not-allowed"),
            &json!("not-allowed"),
            &json!("not-allowed"),
            &Value::Null,
            &Value::Null
        ]
    );
}

#[test]
fn the_role_of_an_assignment_is_the_officer_s_not_the_asker_s() {
    let json = with(
        "on = 2025-04-09\nby = \"chloe\"\ndo = \"assign\"\nofficer = \"dan\"\nrole = \"contact-centre\"\n\
         [[step]]\non = 2025-04-09\nby = \"chloe\"\ndo = \"assign\"\nofficer = \"owen\"\nrole = \"complaints-officer\"",
    );
    assert_eq!(json["steps"][2]["refusal"]["code"], "wrong-role");
    assert_eq!(json["steps"][3]["outcome"], "accepted");
}

#[test]
fn a_file_that_expects_what_happens_passes() {
    let text = format!(
        "{OPENING}expect = {{ due = {{ response = 2025-04-24, acknowledgement = 2025-04-14 }}, \
         status = {{ acknowledgement = \"met\" }}, warns = \"no-contact-yet\", state = \"investigating\" }}\n\
         [[step]]\non = 2025-04-09\ndo = \"close\"\nreason = \"agreed\"\n\
         expect = {{ refused = \"not-answered\", clause = \"8\" }}\n\
         [[step]]\non = 2025-04-09\ndo = \"add-point\"\ntext = \"Noise\"\noutcome = \"Quiet\"\nrelated = false\n\
         expect = {{ opened = \"c2\", due = {{ \"c2:acknowledgement/1\" = 2025-04-16 }} }}\n\
         [expect]\nstage = 1\nbreaches = []\nopen-actions = []\nstate = \"investigating\"\n"
    );
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "deep/down/case.toml", &text);
    let said = redress(&["rehearse", "--check", &folder.path().display().to_string()]);
    assert_eq!((said.code, said.out.as_str()), (0, "1 passed, 0 failed\n"), "{}", said.err);
}

#[test]
fn each_kind_of_surprise_fails_the_file_and_is_told() {
    let surprises = [
        ("expect = \"refused\"", "step 2: expected a refusal, found acceptance"),
        (
            "expect = { due = { response = 2025-04-25 } }",
            "expected response due 2025-04-25, found due 2025-04-24",
        ),
        ("expect = { status = { response = \"met\" } }", "expected response met, found it running"),
        ("expect = { warns = \"late\" }", "expected the warning late, found"),
        ("expect = { clause = \"7.1.3\" }", "found acceptance"),
        ("expect = { point = \"p9\" }", "expected point p9, found none"),
        ("[expect]\nbreaches = [\"response/1\"]", "at the end: expected breaches [response/1]"),
        ("[expect]\nstage = 2", "at the end: expected stage 2, found stage 1"),
    ];
    for (expect, told) in surprises {
        let folder = tempfile::tempdir().unwrap();
        let path = write(folder.path(), "case.toml", &format!("{OPENING}{expect}\n"));
        let said = redress(&["rehearse", "--check", &path]);
        assert_eq!(said.code, 1, "{expect}: {}", said.out);
        assert!(said.out.contains(told), "{expect}: {}", said.out);
        assert!(said.out.ends_with("0 passed, 1 failed\n"), "{}", said.out);
    }
}

#[test]
fn in_a_file_that_is_a_test_a_refusal_nobody_expected_is_a_surprise() {
    let refused = "\n[[step]]\non = 2025-04-09\ndo = \"respond\"\n";
    let folder = tempfile::tempdir().unwrap();
    let story = write(folder.path(), "story.toml", &format!("{OPENING}{refused}"));
    assert_eq!(redress(&["rehearse", "--check", &story]).code, 0);
    let test =
        write(folder.path(), "test.toml", &format!("{OPENING}expect = \"accepted\"\n{refused}"));
    let said = redress(&["rehearse", "--check", &test]);
    assert_eq!(said.code, 1);
    assert!(
        said.out.contains("step 3: expected acceptance, found point-unanswered"),
        "{}",
        said.out
    );
}

#[test]
fn a_file_that_cannot_be_played_fails_and_the_others_are_played() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "a.toml", OPENING);
    write(folder.path(), "b.toml", "pack = [");
    write(folder.path(), "c.toml", OPENING);
    write(folder.path(), "notes.md", "not a rehearsal");
    let said = redress(&["rehearse", "--check", &folder.path().display().to_string()]);
    assert_eq!(said.code, 2);
    assert!(said.out.ends_with("2 passed, 1 failed\n"), "{}", said.out);
    assert!(said.err.contains("b.toml:1:9"), "{}", said.err);
}

#[test]
fn the_diary_reads_day_by_day() {
    let folder = tempfile::tempdir().unwrap();
    let path = write(folder.path(), "case.toml", OPENING);
    let said = redress(&["rehearse", &path]);
    assert_eq!(said.code, 0);
    insta::assert_snapshot!(said.out, @r"
    A rehearsal
    Policy derive-2024, Code floor off

      1. Monday 7 April 2025: receive
         Complaint received on Monday 7 April 2025 by phone
         > Acknowledgement, stage 1: due Monday 14 April 2025, running (5 working days from the day we were told, 7.1.3)
         > Response, stage 1: due Wednesday 30 April 2025, forecast (10 working days from the day the acknowledgement is due, 7.1.6)

      2. Tuesday 8 April 2025: acknowledge
         Complaint defined, version 1: 2 points
         Given to Amira at stage 1
         Stage 1 acknowledged by letter. Response promised by Thursday 24 April 2025
         ! Nobody has weighed how complex it is, whether the resident needs more care and whether anybody is at risk. Triage it: a simple complaint can be answered early.
         ! No contact with the resident is on record at this stage. They must have a fair chance to put their side.
         ! Nobody has agreed with the resident how often they will hear from us.
         ! Nobody has said whether the outcome wanted in point 1 can be had.
         ! Nobody has said whether the outcome wanted in point 2 can be had.
         > Acknowledgement, stage 1: due Monday 14 April 2025, met on Tuesday 8 April 2025 (5 working days from the day we were told, 7.1.3)
         > Response, stage 1: due Thursday 24 April 2025, running (10 working days from the acknowledgement, 7.1.6)
         > Latest date an extension may give, stage 1: due Friday 9 May 2025, running (20 working days from the acknowledgement, 7.1.6)
         @ letter 1 acknowledgement-stage-1, to person

    At the end, c1: stage 1, investigating.
         > Response, stage 1: due Thursday 24 April 2025, running (10 working days from the acknowledgement, 7.1.6)
         > Latest date an extension may give, stage 1: due Friday 9 May 2025, running (20 working days from the acknowledgement, 7.1.6)
    ");
}

#[test]
fn the_same_file_plays_the_same_every_time() {
    let folder = tempfile::tempdir().unwrap();
    let path = write(folder.path(), "case.toml", OPENING);
    let once = redress(&["rehearse", &path, "--json"]).out;
    assert_eq!(once, redress(&["rehearse", &path, "--json"]).out);
}
