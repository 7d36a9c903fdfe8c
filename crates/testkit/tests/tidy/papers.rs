//! The papers beside the code: what they name exists.

use crate::text::{self, File};
use crate::{assert_tidy, sample};

/// `ARCHITECTURE.md` is read in one sitting or not at all.
const LONGEST: usize = 150;

/// Paths in backquotes: anything with a slash inside that could be a path of ours.
fn paths(text: &str) -> Vec<&str> {
    let quoted = text.split('`').skip(1).step_by(2);
    quoted
        .filter(|span| {
            let plain = |c: char| c.is_ascii_alphanumeric() || "._-/".contains(c);
            span.contains('/') && !span.starts_with('/') && span.chars().all(plain)
        })
        .map(|span| span.trim_end_matches('/'))
        .collect()
}

/// Targets of links that stay in the repository.
fn links(text: &str) -> Vec<&str> {
    let targets = text.split("](").skip(1).filter_map(|rest| rest.split(')').next());
    targets
        .filter(|target| !target.contains("://") && !target.starts_with(['#', '<']))
        .map(|target| target.split(['#', ' ']).next().unwrap_or(target))
        .filter(|target| !target.is_empty() && !target.starts_with("mailto:"))
        .collect()
}

fn architecture(paper: &File, exists: impl Fn(&str) -> bool) -> Vec<String> {
    let lines = paper.text.lines().count();
    let long =
        (lines > LONGEST).then(|| format!("{}: {lines} lines, {LONGEST} at most", paper.path));
    let lost = paths(&paper.text).into_iter().filter(|path| !exists(path));
    let lost = lost.map(|path| format!("{}: {path} does not exist", paper.path));
    long.into_iter().chain(lost).collect()
}

fn broken_links(paper: &File, exists: impl Fn(&str) -> bool) -> Vec<String> {
    let folder = paper.path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let lost = links(&paper.text).into_iter().filter(|target| {
        let from_here =
            if folder.is_empty() { (*target).into() } else { format!("{folder}/{target}") };
        !exists(&from_here)
    });
    lost.map(|target| format!("{}: the link to {target} leads nowhere", paper.path)).collect()
}

fn on_disk(path: &str) -> bool {
    text::root().join(path).exists()
}

#[test]
fn architecture_is_short_and_names_only_what_exists() {
    let Some(paper) = text::file("ARCHITECTURE.md") else { return };
    let mut complaints = architecture(paper, on_disk);
    for room in ["domain", "letters", "store", "app", "testkit"] {
        if !paper.text.contains(room) {
            complaints.push(format!("ARCHITECTURE.md: says nothing of {room}"));
        }
    }
    assert_tidy(complaints);
}

#[test]
fn links_between_papers_lead_somewhere() {
    let papers = text::files().iter().filter(|file| file.path.ends_with(".md"));
    assert_tidy(papers.flat_map(|paper| broken_links(paper, on_disk)).collect());
}

#[test]
fn a_path_that_does_not_exist_and_a_long_paper_are_found() {
    let paper =
        sample("ARCHITECTURE.md", "`crates/gone/` and `crates/here`, `/complaints/{ref}`, `a`.");
    let complaints = architecture(&paper, |path| path == "crates/here");
    assert_eq!(complaints, ["ARCHITECTURE.md: crates/gone does not exist"]);
    let long = sample("ARCHITECTURE.md", &"line\n".repeat(LONGEST + 1));
    assert_eq!(architecture(&long, |_| true).len(), 1);
}

#[test]
fn a_link_that_leads_nowhere_is_found() {
    let paper = sample("docs/guide.md", "[a](gone.md) [b](here.md#part) [c](https://example.org)");
    let complaints = broken_links(&paper, |path| path == "docs/here.md");
    assert_eq!(complaints, ["docs/guide.md: the link to gone.md leads nowhere"]);
}
