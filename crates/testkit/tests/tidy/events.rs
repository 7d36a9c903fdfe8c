//! Stored event names are frozen: `event-names.txt` grows and never changes.

use crate::text;

const FROZEN: &str = include_str!("event-names.txt");

/// The names that `Event::name` gives, as they stand in its source.
fn names(source: &str) -> Vec<&str> {
    let body = source.split_once("fn name(&self)").map_or("", |(_, rest)| rest);
    let body = body.split_once("\n    }\n").map_or(body, |(body, _)| body);
    body.lines().filter_map(|line| line.split('"').nth(1)).collect()
}

/// What differs between the frozen names and those in the source.
fn changed(frozen: &str, names: &[&str]) -> Vec<String> {
    let known: Vec<&str> = frozen.lines().collect();
    let gone = known.iter().filter(|name| !names.contains(name));
    let gone =
        gone.map(|name| format!("{name}: stored events have this name, so it stays readable"));
    let new = names.iter().filter(|name| !known.contains(name));
    gone.chain(new.map(|name| format!("{name}: add it at the end of event-names.txt"))).collect()
}

#[test]
fn stored_event_names_never_change() {
    let source = text::file("crates/domain/src/event/name.rs").expect("the events of a complaint");
    let names = names(&source.text);
    assert!(!names.is_empty(), "no event name found: the test would check nothing");
    crate::assert_tidy(changed(FROZEN, &names));
}

#[test]
fn a_renamed_event_is_found() {
    let source = "fn name(&self) -> &'static str {\n A => \"a-done\",\n B { .. } => \"b-done\",\n    }\n \"other\"";
    assert_eq!(names(source), ["a-done", "b-done"]);
    assert_eq!(changed("a-done\nb-done\n", &names(source)), [""; 0]);
    assert_eq!(changed("a-done\nb-did\n", &names(source)).len(), 2);
}
