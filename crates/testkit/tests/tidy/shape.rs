//! Sizes, names and first lines of the Rust files.

use crate::text::{self, File};
use crate::{assert_tidy, sample};

/// Names that say nothing about what lives there.
const NAMELESS: &[&str] = &[
    "util", "utils", "common", "helper", "helpers", "manager", "managers", "types", "misc", "mod",
];

/// A file longer than this has two subjects.
const LONGEST: usize = 500;

fn name(file: &File) -> Option<String> {
    let parts = file.path.split('/').map(|part| part.split('.').next().unwrap_or(part));
    let nameless = parts.into_iter().find(|part| NAMELESS.contains(part))?;
    Some(format!("{}: \"{nameless}\" says nothing about what lives there", file.path))
}

/// Tests do not count: neither their files nor the module of tests that ends a file.
fn length(file: &File) -> Option<String> {
    let mut lines = 0;
    let mut above = "";
    for line in file.text.lines() {
        if above == "#[cfg(test)]" && line.starts_with("mod ") && line.ends_with('{') {
            break;
        }
        lines += 1;
        above = line;
    }
    (lines > LONGEST && !file.is_test())
        .then(|| format!("{}: {lines} lines, {LONGEST} at most", file.path))
}

fn first_line(file: &File) -> Option<String> {
    let first = file.text.lines().next().unwrap_or_default();
    let said = first.strip_prefix("//! ").is_some_and(|words| words.len() > 10);
    (!said).then(|| format!("{}: the first line says in `//! ` what lives here", file.path))
}

/// Public things at the left edge that nobody said a word about.
fn undocumented(file: &File) -> Vec<String> {
    let mut told = false;
    let mut complaints = Vec::new();
    for (n, line) in file.text.lines().enumerate() {
        let item = line.strip_prefix("pub ").map(|rest| rest.trim_start_matches("async "));
        let kinds = ["fn ", "struct ", "enum ", "trait ", "type ", "const ", "static "];
        if !told && item.is_some_and(|item| kinds.iter().any(|kind| item.starts_with(kind))) {
            complaints.push(format!("{}:{}: say in `/// ` what it is", file.path, n + 1));
        }
        // An attribute, on one line or several, stands between the words and the thing.
        told = line.starts_with("///")
            || told && (line.starts_with("#[") || line.starts_with([' ', ')', ']']));
    }
    complaints
}

fn attributes(file: &File) -> Vec<String> {
    let mut complaints = Vec::new();
    for (n, line) in file.code().lines().enumerate() {
        let line = line.trim_start();
        let mut say = |what: &str| complaints.push(format!("{}:{}: {what}", file.path, n + 1));
        if line.starts_with("#[allow(") || line.starts_with("#![allow(") {
            say("write #[expect(..., reason = \"...\")], which goes when it is no longer needed");
        }
        if line.starts_with("#[ignore") {
            say("a test that does not run shows nothing");
        }
    }
    complaints
}

fn unfinished(file: &File) -> Vec<String> {
    let marks = ["TODO", "XXX", "coming soon", "Coming soon", "not implemented", "unimplemented!"];
    let lines = file.text.lines().enumerate();
    lines
        .filter_map(|(n, line)| marks.iter().find(|mark| line.contains(**mark)).map(|m| (n, m)))
        .map(|(n, mark)| format!("{}:{}: \"{mark}\": finish it or leave it out", file.path, n + 1))
        .collect()
}

fn is_this_test(file: &File) -> bool {
    file.path.starts_with("crates/testkit/tests/tidy/")
}

#[test]
fn names_say_what_lives_there() {
    assert_tidy(text::files().iter().filter_map(name).collect());
}

#[test]
fn no_file_is_too_long() {
    assert_tidy(text::rust().filter_map(length).collect());
}

#[test]
fn every_file_says_what_lives_there() {
    assert_tidy(text::rust().filter_map(first_line).collect());
}

#[test]
fn every_public_thing_says_what_it_is() {
    assert_tidy(text::rust().filter(|file| !file.is_test()).flat_map(undocumented).collect());
}

#[test]
fn exceptions_are_expected_and_every_test_runs() {
    assert_tidy(text::rust().flat_map(attributes).collect());
}

#[test]
fn nothing_is_left_unfinished() {
    let ours = text::rust().filter(|file| !is_this_test(file));
    let pages = text::files().iter().filter(|file| file.path.ends_with(".html"));
    assert_tidy(ours.chain(pages).flat_map(unfinished).collect());
}

#[test]
fn a_nameless_folder_or_file_is_found() {
    for path in ["crates/app/src/utils/money.rs", "crates/app/src/web/mod.rs", "e2e/helpers.mjs"] {
        assert!(name(&sample(path, "")).is_some(), "{path}");
    }
    assert_eq!(name(&sample("crates/domain/src/common_land.rs", "")), None);
}

#[test]
fn a_file_that_is_too_long_is_found_and_its_tests_do_not_count() {
    let long = "//! Long.\n".repeat(LONGEST + 1);
    assert!(length(&sample("crates/app/src/long.rs", &long)).is_some());
    assert_eq!(length(&sample("crates/app/tests/it/long.rs", &long)), None);
    let tested = format!("fn short() {{}}\n#[cfg(test)]\nmod tests {{\n{long}}}\n");
    assert_eq!(length(&sample("crates/app/src/tested.rs", &tested)), None);
}

#[test]
fn a_missing_first_line_is_found() {
    assert!(first_line(&sample("a.rs", "use std::fmt;\n")).is_some());
    assert!(first_line(&sample("a.rs", "//! \n")).is_some());
    assert_eq!(first_line(&sample("a.rs", "//! How days are counted.\n")), None);
}

#[test]
fn a_public_thing_without_a_word_is_found() {
    let bad = "/// Said.\n#[derive(\n    Debug,\n)]\npub struct A;\n\npub async fn b() {}\n";
    assert_eq!(undocumented(&sample("a.rs", bad)).len(), 1);
    assert!(undocumented(&sample("a.rs", "pub(crate) fn a() {}\npub mod b;\n")).is_empty());
}

#[test]
fn allow_and_ignore_are_found() {
    let bad = "#[allow(dead_code, reason = \"x\")]\nfn f() {}\n#[ignore]\nfn g() {}\n";
    assert_eq!(attributes(&sample("a.rs", bad)).len(), 2);
    assert!(attributes(&sample("a.rs", "#[expect(dead_code, reason = \"x\")]")).is_empty());
}

#[test]
fn an_unfinished_line_is_found() {
    assert_eq!(unfinished(&sample("a.rs", "// TODO\n<p>Coming soon</p>\n")).len(), 2);
}
