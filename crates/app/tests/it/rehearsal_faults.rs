//! Files that cannot be played: exit 2, nothing on standard output, and the place of the slip.

use crate::terminal::{redress, write};

const START: &str = "pack = \"derive-2024\"\n\n[[step]]\non = 2025-04-07\ndo = \"receive\"\nchannel = \"email\"\ntext = \"The lift has been out for weeks.\"\n";

/// What is said of a file, with the path taken out.
fn fault(text: &str, more: &[&str]) -> String {
    let folder = tempfile::tempdir().unwrap();
    let path = write(folder.path(), "case.toml", text);
    let said = redress(&[&["rehearse", &path, "--json"], more].concat());
    assert_eq!((said.code, said.out.as_str()), (2, ""), "{}", said.err);
    said.err.replace(&path, "case.toml")
}

fn points_at(text: &str, place: &str, words: &str) {
    let said = fault(text, &[]);
    assert!(said.contains(&format!("case.toml:{place}\n")), "{said}");
    assert!(said.contains(words), "{said}");
}

#[test]
fn an_unknown_command_is_shown_with_the_nearest() {
    insta::assert_snapshot!(fault(&START.replace("receive", "recieve"), &[]), @r#"
    error: there is no command "recieve"
     --> case.toml:5:6
      |
    5 | do = "recieve"
      |      ^^^^^^^^^
      |
      = help: did you mean "receive"?
    "#);
}

#[test]
fn an_unknown_field_is_shown_at_its_name() {
    let text = START.replace("channel =", "chanel =");
    points_at(&text, "6:1", "there is no field \"chanel\" here");
    points_at(&format!("{START}foo = 1\n"), "8:1", "there is no field \"foo\" here");
    let nothing_more = "[[step]]\non = 2025-04-08\ndo = \"accept\"\nreason = \"x\"\n";
    points_at(&format!("{START}{nothing_more}"), "11:1", "there is no field \"reason\" here");
}

#[test]
fn a_field_inside_a_point_is_shown_at_its_name() {
    let step = "[[step]]\non = 2025-04-08\ndo = \"define\"\npoints = [ { text = \"Lift\", outcome = \"Mend it\" },\n  { text = \"Stairs\", responsible = \"ours\" } ]\n";
    points_at(&format!("{START}{step}"), "12:22", "there is no field \"responsible\" here");
    let word = step.replace("responsible = \"ours\"", "responsibility = \"theirs\"");
    points_at(&format!("{START}{word}"), "12:39", "\"theirs\" is not one of the words");
}

#[test]
fn a_word_outside_its_closed_list_is_shown_with_the_list() {
    let text = START.replace("\"email\"", "\"fax\"");
    points_at(&text, "6:11", "one of: phone, email, letter");
}

#[test]
fn a_value_of_the_wrong_kind_is_shown_at_the_value() {
    points_at(&START.replace("\"email\"", "7"), "6:11", "");
    points_at(&format!("{START}happened-on = \"soon\"\n"), "8:15", "");
    points_at(&format!("{START}happened-on = 09:30:00\n"), "8:15", "this is not a day");
    points_at(&START.replace("on = 2025-04-07", "on = true"), "4:6", "this is not a day");
    points_at(&format!("floor = \"yes\"\n{START}"), "1:9", "");
}

#[test]
fn a_step_out_of_order_is_shown_at_its_day() {
    let text = format!("{START}\n[[step]]\non = 2025-04-06\ndo = \"accept\"\n");
    points_at(&text, "10:6", "step 2 is on Sunday 6 April 2025, before the step in front of it");
    let same_day = START.replace("2025-04-07", "2025-04-07T10:00:00+01:00")
        + "\n[[step]]\non = 2025-04-07T09:59:00+01:00\ndo = \"accept\"\n";
    points_at(&same_day, "10:6", "step 2 is on");
}

#[test]
fn a_step_without_a_day_or_a_command_is_shown() {
    points_at(&START.replace("on = 2025-04-07\n", ""), "3:1", "step 1 has no \"on\"");
    points_at(&START.replace("do = \"receive\"\n", ""), "3:1", "step 1 has no \"do\"");
}

#[test]
fn what_is_no_toml_is_shown_where_it_stops_being_it() {
    points_at("pack = [", "1:9", "unclosed array");
    points_at("pack = \"derive-2024\"\npack = \"code-2024\"\n", "2:1", "duplicate key");
    let said = fault("\u{0}", &[]);
    assert!(said.contains("case.toml:1:2"), "{said}");
}

#[test]
fn what_is_no_text_is_shown_where_it_stops_being_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("case.toml");
    std::fs::write(&path, b"pack = \"derive-2024\"\ntitle = \"Caf\xe9\"\n").unwrap();
    let said = redress(&["rehearse", &path.display().to_string()]);
    assert_eq!((said.code, said.out.as_str()), (2, ""));
    assert!(said.err.contains("case.toml:2:13"), "{}", said.err);
}

#[test]
fn an_unknown_policy_or_none_is_shown() {
    points_at(&START.replace("derive-2024", "derive-1999"), "1:8", "there is no policy");
    let none = START.replace("pack = \"derive-2024\"\n", "");
    points_at(&none, "1:1", "does not say which policy");
    let said = fault(START, &["--pack", "nobody-2024"]);
    assert!(said.starts_with("error: there is no policy \"nobody-2024\"\n"), "{said}");
    points_at(
        &START.replace("derive-2024", "nowhere.toml"),
        "1:8",
        "nowhere.toml cannot be opened",
    );
}

#[test]
fn an_unknown_key_of_the_file_is_shown() {
    points_at(&format!("author = \"me\"\n{START}"), "1:1", "a rehearsal has no \"author\"");
}

#[test]
fn a_label_that_is_taken_is_shown_at_the_step() {
    let text = format!(
        "{START}\n[[step]]\non = 2025-04-08\ndo = \"add-point\"\ntext = \"Noise\"\n\
         outcome = \"Quiet\"\nrelated = false\nopens = \"c1\"\n"
    );
    points_at(&text, "9:1", "the case \"c1\" is open already");
}

#[test]
fn an_expectation_nobody_can_meet_is_shown() {
    points_at(&format!("{START}expect = \"maybe\"\n"), "8:10", "nothing a step can end in");
    points_at(&format!("{START}expect = {{ due = {{ responce = 2025-04-28 }} }}\n"), "8:18", "");
    points_at(
        &format!("{START}expect = {{ refusd = \"x\" }}\n"),
        "8:12",
        "did you mean \"refused\"?",
    );
}

#[test]
fn a_file_that_is_not_there_is_asked_wrongly() {
    let said = redress(&["rehearse", "/nowhere/at/all.toml"]);
    assert_eq!(said.code, 2);
    assert!(said.err.starts_with("error: /nowhere/at/all.toml cannot be opened"), "{}", said.err);
    assert_eq!(redress(&["rehearse", "/nowhere/at/all.toml", "--until", "soon"]).code, 2);
}

#[test]
fn until_before_the_last_step_is_asked_wrongly() {
    let said = fault(START, &["--until", "2025-04-06"]);
    assert!(said.contains("--until 2025-04-06 lies before the last step"), "{said}");
}

#[test]
fn a_policy_beside_the_file_is_found_from_the_file() {
    let folder = tempfile::tempdir().unwrap();
    let pack = include_str!("../../../../packs/derive-2024.toml").replacen(
        "id = \"derive-2024\"",
        "id = \"ours-2025\"",
        1,
    );
    write(folder.path(), "policies/ours.toml", &pack);
    let text = START.replace("\"derive-2024\"", "\"../policies/ours.toml\"");
    let path = write(folder.path(), "cases/case.toml", &text);
    let said = redress(&["rehearse", &path, "--json"]);
    assert_eq!(said.code, 0, "{}", said.err);
    assert!(said.out.contains("\"pack\": \"ours-2025\""));
}
