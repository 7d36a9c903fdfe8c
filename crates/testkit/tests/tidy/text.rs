//! The files that git keeps, and Rust text without its comments and strings.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

/// One file of the repository, by its path from the root.
pub struct File {
    pub path: String,
    pub text: String,
}

impl File {
    pub fn is_rust(&self) -> bool {
        self.path.ends_with(".rs")
    }

    /// Rust that runs in tests alone.
    pub fn is_test(&self) -> bool {
        self.path.contains("/tests/") || self.path.ends_with("/tests.rs")
    }

    /// The text without comments and strings: what the compiler sees. Lines stay where they are.
    pub fn code(&self) -> String {
        code(&self.text)
    }
}

/// The root of the clone.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Every text file that git keeps or would keep: new files count before they are added.
pub fn files() -> &'static [File] {
    static FILES: OnceLock<Vec<File>> = OnceLock::new();
    FILES.get_or_init(|| {
        let listed = Command::new("git")
            .args(["ls-files", "--cached", "--others", "--exclude-standard"])
            .current_dir(root())
            .output()
            .expect("git lists the files");
        let paths = String::from_utf8(listed.stdout).expect("paths are UTF-8");
        let mut files: Vec<File> = paths.lines().filter_map(read).collect();
        files.sort_by(|a, b| a.path.cmp(&b.path));
        files.dedup_by(|a, b| a.path == b.path);
        assert!(
            files.iter().any(File::is_rust),
            "no Rust file found: the test would check nothing"
        );
        files
    })
}

/// A file that is listed and was deleted, or is no text, is none.
fn read(path: &str) -> Option<File> {
    let text = std::fs::read_to_string(root().join(path)).ok()?;
    Some(File { path: path.into(), text })
}

/// The Rust files, tests and all.
pub fn rust() -> impl Iterator<Item = &'static File> {
    files().iter().filter(|file| file.is_rust())
}

/// One file, if it is there.
pub fn file(path: &str) -> Option<&'static File> {
    files().iter().find(|file| file.path == path)
}

fn code(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    let mut before = ' ';
    while let Some(first) = rest.chars().next() {
        let word = before.is_alphanumeric() || before == '_';
        let length = match first {
            '/' if rest.starts_with("//") => rest.find('\n').unwrap_or(rest.len()),
            '/' if rest.starts_with("/*") => block_comment(rest),
            '"' => quoted(rest),
            '\'' => character(rest),
            'r' | 'b' if !word => raw_string(rest),
            _ => 0,
        };
        if length == 0 {
            out.push(first);
            rest = &rest[first.len_utf8()..];
        } else {
            out.extend(rest[..length].chars().filter(|c| *c == '\n'));
            out.push(' ');
            rest = &rest[length..];
        }
        before = first;
    }
    out
}

fn block_comment(text: &str) -> usize {
    let mut depth = 0;
    let mut at = 0;
    while at < text.len() {
        match &text.as_bytes()[at..] {
            [b'/', b'*', ..] => (depth, at) = (depth + 1, at + 2),
            [b'*', b'/', ..] => (depth, at) = (depth - 1, at + 2),
            _ => at += 1,
        }
        if depth == 0 {
            break;
        }
    }
    at
}

fn quoted(text: &str) -> usize {
    let mut escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return at + 1,
            _ => {}
        }
    }
    text.len()
}

/// The length of a character literal, or 0 for a lifetime.
fn character(text: &str) -> usize {
    let mut chars = text.char_indices().skip(1);
    match (chars.next(), chars.next()) {
        (Some((_, '\\')), Some(_)) => text[3..].find('\'').map_or(0, |end| end + 4),
        (Some(_), Some((at, '\''))) => at + 1,
        _ => 0,
    }
}

/// The length of `r"..."`, `r#"..."#`, `b"..."` or `br#"..."#`, or 0 for anything else.
fn raw_string(text: &str) -> usize {
    let after = text.trim_start_matches(['r', 'b']);
    let prefix = text.len() - after.len();
    let hashes = after.len() - after.trim_start_matches('#').len();
    if prefix > 2 || !after[hashes..].starts_with('"') {
        return 0;
    }
    if !text[..prefix].contains('r') {
        return prefix + quoted(after);
    }
    let end = format!("\"{}", "#".repeat(hashes));
    let body = prefix + hashes + 1;
    text[body..].find(&end).map_or(text.len(), |at| body + at + end.len())
}

#[test]
fn comments_and_strings_are_left_out_and_lines_stay() {
    let text = "let a = \"sqlx \\\" axum\"; // sqlx\n/* sqlx\n /* x */ */ let b = 'x';\nr#\"sqlx \"\n\"#; fn f<'a>(x: &'a str) { '\\'' }";
    let seen = code(text);
    assert!(!seen.contains("sqlx"), "{seen}");
    assert!(!seen.contains("axum"), "{seen}");
    assert!(seen.contains("let b =") && seen.contains("fn f<'a>(x: &'a str)"), "{seen}");
    assert_eq!(seen.lines().count(), text.lines().count());
}
