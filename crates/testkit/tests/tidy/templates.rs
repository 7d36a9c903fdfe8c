//! Pages: escaped, without script, short.

use crate::text::{self, File};
use crate::{assert_tidy, sample};

const LONGEST: usize = 500;

fn page(file: &File) -> Vec<String> {
    let mut complaints = Vec::new();
    for (n, line) in file.text.lines().enumerate() {
        let plain: String = line.chars().filter(|c| !c.is_whitespace()).collect();
        let mut say = |what: &str| complaints.push(format!("{}:{}: {what}", file.path, n + 1));
        if plain.contains("|safe") {
            say("raw output: people's text must be escaped");
        }
        if plain.contains("<script") || plain.contains("javascript:") {
            say("no page needs script");
        }
        if plain.contains("style=\"") || plain.contains("<style") {
            say("styles live in the style sheet, so that the content policy can forbid all others");
        }
        if ["onclick=", "onsubmit=", "onchange=", "onload="].iter().any(|on| plain.contains(on)) {
            say("no page needs script");
        }
    }
    if file.text.lines().count() > LONGEST {
        complaints.push(format!("{}: more than {LONGEST} lines", file.path));
    }
    complaints
}

fn unescaped(file: &File) -> Option<String> {
    let plain: String = file.text.chars().filter(|c| !c.is_whitespace()).collect();
    plain
        .contains("escape=\"none\"")
        .then(|| format!("{}: a template that does not escape", file.path))
}

#[test]
fn pages_are_escaped_and_without_script() {
    let pages = text::files()
        .iter()
        .filter(|file| file.path.starts_with("crates/app/") && file.path.ends_with(".html"));
    let views = text::rust().filter(|file| file.path.starts_with("crates/app/src/web"));
    assert_tidy(pages.flat_map(page).chain(views.filter_map(unescaped)).collect());
}

#[test]
fn raw_output_script_and_inline_style_are_found() {
    for bad in [
        "{{ text | safe }}",
        "{{ text|safe }}",
        "<script src=\"a.js\"></script>",
        "<a href=\"javascript:go()\">",
        "<p style=\"color: red\">",
        "<form onsubmit=\"go()\">",
    ] {
        assert_eq!(page(&sample("crates/app/templates/a.html", bad)).len(), 1, "{bad}");
    }
    assert!(
        page(&sample("crates/app/templates/a.html", "<p class=\"x\">{{ text }}</p>")).is_empty()
    );
    assert!(
        unescaped(&sample("a.rs", "#[template(path = \"a.html\", escape = \"none\")]")).is_some()
    );
}
