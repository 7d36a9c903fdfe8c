//! The tidy test: what `ARCHITECTURE.md` and `STYLE.md` promise about the text of this repository.
//!
//! Each rule is a pure function from text to complaints, and is shown to complain about a bad
//! sample before it is trusted with the real files.

mod bad_input;
mod counted;
mod events;
mod imports;
mod papers;
mod shape;
mod templates;
mod text;
mod trace;

use text::File;

/// Fails with every complaint at once, so that one run shows all there is to mend.
fn assert_tidy(complaints: Vec<String>) {
    assert!(complaints.is_empty(), "\n{}\n", complaints.join("\n"));
}

/// A file that exists only in this test.
fn sample(path: &str, text: &str) -> File {
    File { path: path.into(), text: text.into() }
}
