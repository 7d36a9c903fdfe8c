//! The guide to rehearsals names every command there is, with every one of its fields.

use redress_domain::command::Command;
use serde_json::json;

const GUIDE: &str = include_str!("../../../../docs/rehearsals.md");

/// The rows of the table of commands: what stands in the first cell, and the rest.
fn rows() -> Vec<(&'static str, &'static str)> {
    let table = GUIDE.split_once("## The commands").unwrap().1;
    table.lines().filter_map(|line| line.strip_prefix("| ")?.split_once(" | ")).collect()
}

/// What stands in backquotes.
fn quoted(text: &str) -> Vec<&str> {
    text.split('`').skip(1).step_by(2).collect()
}

/// The names that an error says it expected.
fn expected(error: &str) -> Vec<String> {
    error.split('`').skip(3).step_by(2).map(str::to_owned).collect()
}

fn fields(verb: &str) -> Vec<String> {
    let odd = json!({ "do": verb, "no-such-field": 1 });
    expected(&serde_json::from_value::<Command>(odd).unwrap_err().to_string())
}

#[test]
fn every_command_stands_in_the_guide_with_its_fields() {
    let unknown = serde_json::from_value::<Command>(json!({ "do": "?" })).unwrap_err().to_string();
    let verbs = expected(&unknown);
    assert!(40 < verbs.len());
    for verb in &verbs {
        let row = rows().into_iter().find(|(first, _)| quoted(first).contains(&verb.as_str()));
        let (_, rest) = row.unwrap_or_else(|| panic!("{verb} is not in the guide"));
        for field in fields(verb) {
            assert!(quoted(rest).contains(&field.as_str()), "{verb}: {field} is not in the guide");
        }
    }
    for (first, _) in rows() {
        for verb in quoted(first) {
            assert!(verbs.iter().any(|known| known == verb), "{verb} is no command");
        }
    }
}
