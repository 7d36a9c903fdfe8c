//! Packs with a slip in them: each is refused with the line and column of the slip.

use jiff::civil::date;
use redress_domain::policy::read::{PackError, place, read};

/// A short pack in order. Each test below spoils one line of it.
const SOUND: &str = r#"id = "sample"
title = "A policy"
landlord = "Somebody"
version = "1"
in-force-from = 2025-01-01
calendar = "england-and-wales"
floor = true

[stage-1]
acknowledgement = { length = "5 working days", from = "receipt", clause = "a1" }
response = { length = "10 working days", from = "acknowledgement", clause = "a2" }
decider = { roles = ["complaints-officer"], clause = "a3" }

[stage-2]
acknowledgement = { length = "5 working days", from = "receipt", clause = "b1" }
response = { length = "20 working days", from = "acknowledgement", clause = "b2" }
decider = { roles = ["stage-2-officer"], clause = "b3" }

[age]
limit = "12 months"
clause = "c"
discretion = true
discretion-clause = "c"

[escalation]
clause = "d"
decline = ["exclusion"]
decline-clause = "d"
early-clause = "d"
independence = { clause = "d", bars-overseer = false }

[closing]
clause = "e"
open-actions-block = false
behaviour = false

[findings]
stage-1 = ["upheld", "not-upheld"]
stage-2 = ["upheld", "not-upheld"]
clause = "f"

[clauses]
learning = "g"

[letters.response-stage-1]
decision = "h"

[[ground]]
id = "too-old"
clause = "i"
says = "It is too long ago."

[[ground]]
id = "court-started"
clause = "j"
says = "A court has it."
"#;

fn spoilt(sound: &str, slip: &str) -> PackError {
    assert_eq!(SOUND.matches(sound).count(), 1, "{sound:?} must stand once");
    read(&SOUND.replace(sound, slip)).unwrap_err()
}

#[test]
fn the_sample_is_in_order_and_needs_no_optional_part() {
    let pack = read(SOUND).unwrap();
    assert_eq!(pack.in_force_from, date(2025, 1, 1));
    assert!(pack.in_force_to.is_none() && pack.review_due.is_none() && pack.readings.is_empty());
}

#[test]
fn a_slip_is_named_with_its_line_and_column() {
    for (sound, slip, line, column, named) in [
        ("floor = true", "floors = true", 7, 1, "`floors`"),
        ("bars-overseer = false", "bars-overseers = false", 30, 32, "`bars-overseers`"),
        ("\"10 working days\"", "\"10 dyas\"", 11, 23, "\"dyas\" in \"10 dyas\" is not a unit"),
        ("\"10 working days\"", "\"-10 working days\"", 11, 23, "\"-10\" is not a whole number"),
        ("\"12 months\"", "-12", 20, 9, "integer `-12`"),
        ("\"12 months\"", "\"0 months\"", 20, 9, "no time at all"),
        ("[\"stage-2-officer\"]", "[\"stage-3-officer\"]", 17, 22, "`stage-3-officer`"),
        ("[\"exclusion\"]", "[\"boredom\"]", 27, 12, "`boredom`"),
        ("learning = \"g\"", "earning = \"g\"", 43, 1, "`earning`"),
        ("id = \"too-old\"", "id = \"too-dull\"", 49, 6, "`too-dull`"),
        ("2025-01-01", "\"1 January\"", 5, 17, "\"1 January\" is not a date"),
        ("2025-01-01", "2025", 5, 17, "expected a date such as"),
        ("title = \"A policy\"", "title = A policy", 2, 9, "string values must be quoted"),
    ] {
        let error = spoilt(sound, slip);
        assert!(error.message.contains(named), "{slip}: {}", error.message);
        assert_eq!((error.line, error.column), (line, column), "{slip}: {error}");
    }
}

// CODE-3.4.2
#[test]
fn a_key_that_is_wanted_is_missed_by_name() {
    for (sound, named) in [
        (", clause = \"a1\"", "`clause`"),
        ("limit = \"12 months\"\n", "`limit`"),
        ("discretion-clause = \"c\"\n", "`discretion-clause`"),
        ("floor = true\n", "`floor`"),
        ("says = \"A court has it.\"\n", "`says`"),
    ] {
        let error = spoilt(sound, "");
        assert!(error.message.contains(named), "{named}: {error}");
    }
    let error = spoilt(", clause = \"a1\"", "");
    assert_eq!(error.line, 10, "{error}");
}

#[test]
fn a_blank_clause_is_no_clause_wherever_it_stands() {
    for (sound, slip, line, column, named) in [
        ("clause = \"a2\"", "clause = \"\"", 11, 77, "stage-1.response.clause"),
        ("clause = \"b3\"", "clause = \" \"", 17, 51, "stage-2.decider.clause"),
        ("discretion-clause = \"c\"", "discretion-clause = \"\"", 23, 21, "age.discretion-clause"),
        ("learning = \"g\"", "learning = \"\"", 43, 12, "clauses.learning"),
        ("decision = \"h\"", "decision = \"\"", 46, 12, "letters.response-stage-1.decision"),
        ("clause = \"j\"", "clause = \"\"", 55, 10, "ground.clause"),
    ] {
        let error = spoilt(sound, slip);
        assert!(error.message.starts_with(&format!("{named} is blank")), "{error}");
        assert_eq!((error.line, error.column), (line, column), "{slip}: {error}");
    }
}

#[test]
fn the_first_of_two_slips_is_named() {
    let text = SOUND.replace("\"j\"", "\"\"").replace("\"b1\"", "\"\"");
    assert_eq!(read(&text).unwrap_err().line, 15);
}

#[test]
fn a_ground_may_stand_once() {
    let error = spoilt("\"court-started\"", "\"too-old\"");
    assert_eq!(error.to_string(), "line 54, column 6: the ground \"too-old\" stands twice");
}

#[test]
fn a_day_may_be_written_with_or_without_quotation_marks() {
    let quoted = read(&SOUND.replace("2025-01-01", "\"2025-01-01\"")).unwrap();
    assert_eq!(quoted, read(SOUND).unwrap());
    let replaced = "2025-01-01\nin-force-to = 2025-06-30";
    let replaced = read(&SOUND.replace("2025-01-01", replaced)).unwrap();
    assert!(replaced.in_force_on(date(2025, 6, 30)) && !replaced.in_force_on(date(2025, 7, 1)));
}

#[test]
fn columns_are_counted_in_letters_and_lines_from_one() {
    assert_eq!(place("", 0), (1, 1));
    assert_eq!(place("é = 1\nb", 4), (1, 4));
    assert_eq!(place("one\ntwo", 4), (2, 1));
    assert_eq!(place("one", 99), (1, 4));
}
