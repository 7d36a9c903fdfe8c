//! `redress due`: last days, the days that do not count, and questions by the line.

use insta::assert_snapshot;

use crate::terminal::{redress, redress_reading};

#[test]
fn the_last_day_is_said_in_words_with_every_day_that_does_not_count() {
    let said = redress(&["due", "--from", "2024-12-20", "--length", "10 working days"]);
    assert_eq!(said.code, 0);
    assert_snapshot!(said.out, @r"
    Wednesday 8 January 2025
    10 working days from Friday 20 December 2024
      not counted: Saturday 21 December 2024
      not counted: Sunday 22 December 2024
      not counted: Wednesday 25 December 2024, Christmas Day
      not counted: Thursday 26 December 2024, Boxing Day
      not counted: Saturday 28 December 2024
      not counted: Sunday 29 December 2024
      not counted: Wednesday 1 January 2025, New Year’s Day
      not counted: Saturday 4 January 2025
      not counted: Sunday 5 January 2025
    ");
}

#[test]
fn as_json_it_is_one_object_with_due_and_why() {
    let said = redress(&[
        "due",
        "--from",
        "2025-01-02",
        "--length",
        "2 working days",
        "--closure",
        "2025-01-03",
        "--json",
    ]);
    assert_snapshot!(said.out, @r#"{"due":"2025-01-07","why":[{"day":"2025-01-03","because":"closed"},{"day":"2025-01-04","because":"Saturday"},{"day":"2025-01-05","because":"Sunday"}]}"#);
}

#[test]
fn a_nation_counts_its_own_bank_holidays() {
    let due = |nation: &str| {
        let ask =
            ["due", "--from", "2024-12-31", "--length", "1 working day", "--calendar", nation];
        let said = redress(&ask);
        said.out.lines().next().unwrap().to_owned()
    };
    assert_eq!(due("england-and-wales"), "Thursday 2 January 2025");
    assert_eq!(due("scotland"), "Friday 3 January 2025");
}

#[test]
fn a_resident_s_limit_runs_on_to_a_working_day() {
    let ask = ["due", "--from", "2025-03-10", "--length", "6 weeks"];
    assert!(redress(&ask).out.starts_with("Monday 21 April 2025\n"));
    let resident = redress(&[&ask[..], &["--for-resident"]].concat());
    assert!(resident.out.starts_with("Tuesday 22 April 2025\n"), "{}", resident.out);
    assert!(resident.out.contains("not counted: Monday 21 April 2025, Easter Monday"));
}

#[test]
fn past_the_last_loaded_year_the_answer_is_no() {
    let said = redress(&["due", "--from", "2028-12-20", "--length", "10 working days"]);
    assert_eq!((said.code, said.out.as_str()), (1, ""));
    assert!(said.err.starts_with("declined: "), "{}", said.err);
    assert!(said.err.contains("2029"), "{}", said.err);
}

#[test]
fn lines_are_answered_one_by_one_and_a_bad_one_ends_nothing() {
    let asked = concat!(
        r#"{"from":"2024-12-20","length":"10 working days","calendar":"england-and-wales","closures":["2024-12-27"]}"#,
        "\n",
        "no json at all\n",
        "\n",
        r#"{"from":"2025-02-30","length":"1 week","calendar":"scotland","closures":[]}"#,
        "\n",
        r#"{"from":"2025-01-02","length":"10 dyas","calendar":"scotland"}"#,
        "\n",
        r#"{"from":"2025-01-02","length":"1 week","calendar":"wales"}"#,
        "\n",
        r#"{"from":"2028-12-29","length":"5 working days"}"#,
        "\n",
        r#"{"from":"2025-08-31","length":"6 months","calendar":"northern-ireland","closures":[]}"#,
    );
    let said = redress_reading(&["due", "--jsonl"], asked);
    assert_eq!(said.code, 0);
    let lines: Vec<serde_json::Value> =
        said.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines.len(), 7);
    assert_eq!(lines[0]["due"], "2025-01-09");
    assert_eq!(lines[0]["why"][4]["because"], "closed");
    for bad in &lines[1..6] {
        assert!(bad["error"].is_string(), "{bad}");
        assert!(bad.get("due").is_none(), "{bad}");
    }
    assert_eq!(lines[6], serde_json::json!({ "due": "2026-02-28", "why": [] }));
}

#[test]
fn a_thousand_lines_are_answered_in_order() {
    let asked: String = (0..1000)
        .map(|n| format!("{{\"from\":\"2025-01-02\",\"length\":\"{} days\"}}\n", n % 300 + 1))
        .collect();
    let said = redress_reading(&["due", "--jsonl"], &asked);
    let lines: Vec<&str> = said.out.lines().collect();
    assert_eq!(lines.len(), 1000);
    assert_eq!(lines[301], r#"{"due":"2025-01-04","why":[]}"#);
}

#[test]
fn a_day_or_length_nobody_can_read_is_asked_wrongly() {
    for ask in [
        ["due", "--from", "2025-02-30", "--length", "1 week"],
        ["due", "--from", "28/4/2025", "--length", "1 week"],
        ["due", "--from", "2025-04-28", "--length", "ten days"],
    ] {
        let said = redress(&ask);
        assert_eq!((said.code, said.out.as_str()), (2, ""), "{ask:?}");
        assert!(said.err.contains("invalid value"), "{}", said.err);
    }
    assert_eq!(redress(&["due", "--length", "1 week"]).code, 2);
    assert_eq!(redress(&["due"]).code, 2);
}
