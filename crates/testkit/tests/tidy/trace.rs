//! `docs/trace.tsv`: every requirement, and what shows that it holds.

use std::collections::BTreeSet;

use crate::text::{self, File};
use crate::{assert_tidy, sample};

const HEAD: &str = "id\tstate\tshown by\tnote";

/// Complaints about the table. `load` gives the text of all files at or under a path.
fn complaints(table: &File, load: impl Fn(&str) -> Vec<String>) -> Vec<String> {
    let mut found = Vec::new();
    let mut ids = BTreeSet::new();
    if table.text.lines().next() != Some(HEAD) {
        found.push(format!("{}: the first line is {HEAD:?}", table.path));
    }
    for (n, line) in table.text.lines().enumerate().skip(1) {
        let mut say = |what: String| found.push(format!("{}:{}: {what}", table.path, n + 1));
        let [id, state, shown_by, note] = line.split('\t').collect::<Vec<_>>()[..] else {
            say("a row has four columns".into());
            continue;
        };
        if !ids.insert(id) {
            say(format!("{id} is listed twice"));
        }
        match state {
            "shown" if shown_by.trim().is_empty() => say(format!("{id} is shown by nothing")),
            "not-yet" | "organisational" if note.trim().is_empty() => {
                say(format!("{id} is {state} and the note does not say more"));
            }
            "not-yet" if !shown_by.trim().is_empty() => {
                say(format!("{id} is not yet shown and says by what"));
            }
            "shown" | "not-yet" | "organisational" => {}
            other => say(format!("{id}: {other:?} is no state")),
        }
        for witness in shown_by.split_whitespace() {
            if let Some(what) = doubt(id, witness, &load) {
                say(what);
            }
        }
    }
    found
}

/// What is wrong with one witness for `id`, if anything.
fn doubt(id: &str, witness: &str, load: impl Fn(&str) -> Vec<String>) -> Option<String> {
    let (path, test) = match witness.rsplit_once("::") {
        Some((path, test)) => (path, Some(test)),
        None => (witness, None),
    };
    let texts = load(path);
    if texts.is_empty() {
        return Some(format!("{id}: {path} does not exist"));
    }
    let needle = test.map(|test| format!("fn {test}("));
    let mut holders = texts.iter().filter(|t| needle.as_ref().is_none_or(|n| t.contains(n)));
    let Some(first) = holders.next() else {
        return Some(format!("{id}: no test {} in {path}", test.unwrap_or_default()));
    };
    let named =
        |text: &String| text.split(|c: char| !is_id(c)).any(|word| word.trim_matches('.') == id);
    (!named(first) && !holders.any(named)).then(|| format!("{id}: {witness} does not name it"))
}

fn is_id(c: char) -> bool {
    c.is_alphanumeric() || "-._".contains(c)
}

fn load(path: &str) -> Vec<String> {
    let under = format!("{}/", path.trim_end_matches('/'));
    let at = text::files().iter().filter(|f| f.path == path || f.path.starts_with(&under));
    at.map(|file| file.text.clone()).collect()
}

#[test]
fn the_trace_names_only_tests_and_rehearsals_that_exist() {
    let Some(table) = text::file("docs/trace.tsv") else { return };
    assert_tidy(complaints(table, load));
}

#[test]
fn a_wrong_row_of_the_trace_is_found() {
    let load = |path: &str| match path {
        "rehearsals/a.toml" => vec!["# D24-1a\ntitle = \"A\"".into()],
        "crates/domain/tests/it/a.rs" => vec!["// D24-1b, D24-1c.\n#[test]\nfn a_b_c() {}".into()],
        _ => Vec::new(),
    };
    let check =
        |rows: &str| complaints(&sample("docs/trace.tsv", &format!("{HEAD}\n{rows}\n")), load);
    for good in [
        "D24-1a\tshown\trehearsals/a.toml\t",
        "D24-1b\tshown\tcrates/domain/tests/it/a.rs::a_b_c\t",
        "D24-1c\tshown\tcrates/domain/tests/it/a.rs::a_b_c\t",
        "D24-1d\tnot-yet\t\twith the portal",
        "D24-1e\torganisational\t\tthe board page shows it",
    ] {
        assert_eq!(check(good), [""; 0], "{good}");
    }
    for bad in [
        "D24-1a\tshown\t\t",
        "D24-1a\tshown\trehearsals/gone.toml\t",
        "D24-1\tshown\trehearsals/a.toml\t",
        "D24-1b\tshown\tcrates/domain/tests/it/a.rs::gone\t",
        "D24-1a\tmaybe\trehearsals/a.toml\t",
        "D24-1a\tnot-yet\t\t",
        "D24-1a\tnot-yet\trehearsals/a.toml\tlater",
        "D24-1a\tshown",
        "D24-1d\tnot-yet\t\tx\nD24-1d\tnot-yet\t\tx",
    ] {
        assert_eq!(check(bad).len(), 1, "{bad}: {:?}", check(bad));
    }
    assert_eq!(complaints(&sample("docs/trace.tsv", "id\tstate\n"), load).len(), 1);
}
