//! The place in a file at which something is wrong, drawn for the terminal.

use std::ops::Range;
use std::path::Path;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};
use redress_domain::policy::read::place;

use crate::cli::Failure;

/// Reads a text file that was asked for.
///
/// # Errors
/// It cannot be opened, or is no text: exit status 2, with the place where it stops being text.
pub fn read_text(path: &Path) -> Result<String, Failure> {
    let bytes = std::fs::read(path)
        .map_err(|why| Failure::usage(format!("{} cannot be opened: {why}", path.display())))?;
    String::from_utf8(bytes).map_err(|error| {
        let good = error.utf8_error().valid_up_to();
        let text = String::from_utf8_lossy(error.as_bytes());
        let hint = "save the file as UTF-8";
        wrong_file(path, &text, (good..good + 1, "this is not text", Some(hint)))
    })
}

/// Something wrong with a file that was asked for: exit status 2, with line and column.
pub fn wrong_file(
    path: &Path,
    text: &str,
    (span, message, hint): (Range<usize>, &str, Option<&str>),
) -> Failure {
    let (line, column) = place(text, span.start);
    let reason = format!("{}:{line}:{column}: {message}", path.display());
    let failure = Failure::usage(reason).picture(draw(path, text, (span, message, hint)));
    match hint {
        Some(hint) => failure.hint(hint),
        None => failure,
    }
}

fn draw(
    path: &Path,
    text: &str,
    (span, message, hint): (Range<usize>, &str, Option<&str>),
) -> String {
    let shown = path.display().to_string();
    let annotation = AnnotationKind::Primary.span(within(text, &span));
    let mut group = Level::ERROR
        .primary_title(message)
        .element(Snippet::source(text).path(shown).annotation(annotation));
    if let Some(hint) = hint {
        group = group.element(Level::HELP.message(hint));
    }
    Renderer::plain().decor_style(DecorStyle::Ascii).render(&[group])
}

/// A span on letter boundaries inside the text, of its first line only.
fn within(text: &str, span: &Range<usize>) -> Range<usize> {
    let start = floor(text, span.start.min(text.len()));
    let end = floor(text, span.end.clamp(start, text.len()));
    let line = text.get(start..end).unwrap_or("").find('\n').map_or(end, |at| start + at);
    start..line
}

fn floor(text: &str, at: usize) -> usize {
    (0..=at).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}
