//! `docs/bad-input.tsv`: sixty bad inputs that must be answered well, and the test that shows each.

use crate::text::{self, File};
use crate::{assert_tidy, sample};

const HEAD: &str = "row\tinput\tshown by\tlater";
/// How many rows the catalogue has.
const ROWS: usize = 60;

/// Complaints about the table. `load` gives the text of a file.
fn complaints(table: &File, rows: usize, load: impl Fn(&str) -> Option<String>) -> Vec<String> {
    let mut found = Vec::new();
    let mut lines = table.text.lines();
    if lines.next() != Some(HEAD) {
        found.push(format!("{}: the first line is {HEAD:?}", table.path));
    }
    let mut count = 0;
    for (n, line) in (1..).zip(lines) {
        count = n;
        let mut say = |what: String| found.push(format!("{}: row {n}: {what}", table.path));
        let [row, input, shown_by, later] = line.split('\t').collect::<Vec<_>>()[..] else {
            say("it has four columns".into());
            continue;
        };
        if row.parse() != Ok(n) {
            say(format!("it is numbered {row}"));
        }
        if input.trim().is_empty() {
            say("it does not say what is sent".into());
        }
        if shown_by.trim().is_empty() && later.trim().is_empty() {
            say("it is shown by nothing and with nothing to come".into());
        }
        for witness in shown_by.split_whitespace() {
            let Some((path, test)) = witness.rsplit_once("::") else {
                say(format!("{witness} names no test"));
                continue;
            };
            let needle = format!("fn {test}(");
            if !load(path).is_some_and(|text| is_test(&text, &needle)) {
                say(format!("there is no test {test} in {path}"));
            }
        }
    }
    if count != rows {
        found.push(format!("{}: {count} rows of {rows}", table.path));
    }
    found
}

/// Whether a function stands right under the mark of a test.
fn is_test(text: &str, needle: &str) -> bool {
    let Some(at) = text.find(needle) else { return false };
    let before = text.get(..at).unwrap_or_default();
    before.lines().rev().take(4).any(|line| line.contains("test]") || line.contains("test("))
}

#[test]
fn every_bad_input_is_shown_by_a_test_that_exists_or_named_for_later() {
    let table = text::file("docs/bad-input.tsv").expect("the table of bad input");
    let load = |path: &str| {
        text::files().iter().find(|file| file.path == path).map(|file| file.text.clone())
    };
    assert_tidy(complaints(table, ROWS, load));
}

#[test]
fn a_wrong_row_of_bad_input_is_found() {
    let load =
        |path: &str| (path == "a.rs").then(|| "#[test]\nfn a_b() {}\n\n\n\n\nfn c() {}".to_owned());
    let check = |rows: &str| {
        complaints(&sample("docs/bad-input.tsv", &format!("{HEAD}\n{rows}\n")), 1, load)
    };
    for good in ["1\tNUL\ta.rs::a_b\t", "1\tmail\t\tmail"] {
        assert_eq!(check(good), [""; 0], "{good}");
    }
    for bad in [
        "2\tNUL\ta.rs::a_b\t",
        "1\t\ta.rs::a_b\t",
        "1\tNUL\t\t",
        "1\tNUL\ta.rs::gone\t",
        "1\tNUL\tb.rs::a_b\t",
        "1\tNUL\ta.rs::c\t",
        "1\tNUL\ta.rs\t",
        "1\tNUL\ta.rs::a_b",
        "1\tNUL\ta.rs::a_b\t\n2\tx\ta.rs::a_b\t",
    ] {
        assert_eq!(check(bad).len(), 1, "{bad}: {:?}", check(bad));
    }
}
