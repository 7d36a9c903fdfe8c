//! A letter as an HTML fragment, for the preview page and the e-mail.

use std::fmt::Write;

use super::marked::{Part, parts};
use crate::block::{Block, BlockId, Piece};
use crate::letter::Letter;
use crate::tongue::{FIRST, Tongue};

/// The letter as `<article>`, its title an `h2` and its headings `h3`, to stand under the page's
/// own heading. Every text is escaped; there is no script, style or link in it. Words that stand in
/// another language than the letter carry their own `lang` and `dir`.
pub fn html(letter: &Letter) -> String {
    let direction = if letter.runs_right_to_left() { "rtl" } else { "ltr" };
    let mut out = String::new();
    let lang = escaped(&letter.lang);
    // Writing to a String cannot fail.
    let _ = writeln!(out, "<article class=\"letter\" lang=\"{lang}\" dir=\"{direction}\">");
    for block in &letter.blocks {
        section(&mut out, block, Tongue::of(&letter.lang).is_first());
    }
    out.push_str("</article>\n");
    out
}

fn section(out: &mut String, block: &Block, english: bool) {
    let _ = write!(out, "<div class=\"letter-block\" data-block=\"{}\"", block.id);
    if let Some(clause) = &block.clause {
        let _ = write!(out, " data-clause=\"{}\"", escaped(clause));
    }
    // An address stands as it does on the envelope.
    if block.id == BlockId::Address && !english {
        out.push_str(" dir=\"ltr\"");
    }
    out.push_str(">\n");
    for piece in &block.content {
        piece_html(out, piece);
    }
    out.push_str("</div>\n");
}

fn piece_html(out: &mut String, piece: &Piece) {
    match piece {
        Piece::Title(text) => element(out, "h2", text),
        Piece::Heading(text) => element(out, "h3", text),
        Piece::Paragraph(text) => element(out, "p", text),
        Piece::Items(items) => list(out, "ul", items),
        Piece::Numbered(items) => list(out, "ol", items),
        Piece::Code(code) => {
            let _ =
                writeln!(out, "<p class=\"letter-code\"><strong>{}</strong></p>", escaped(code));
        }
        Piece::Lines(lines) => {
            let lines: Vec<String> = lines.iter().map(|line| passages(&parts(line))).collect();
            let _ = writeln!(out, "<p class=\"letter-lines\">{}</p>", lines.join("<br>\n"));
        }
        Piece::Table { header, rows } => table(out, header, rows),
    }
}

/// Text with its passages; a text that is one passage gives its language to the element.
fn element(out: &mut String, name: &str, text: &str) {
    let (attributes, inside) = told(text);
    let _ = writeln!(out, "<{name}{attributes}>{inside}</{name}>");
}

fn told(text: &str) -> (String, String) {
    let found = parts(text);
    match found.as_slice() {
        [Part::English(inside)] => (english(), passages(inside)),
        [Part::Apart(inside)] => (" dir=\"auto\"".to_owned(), passages(inside)),
        _ => (String::new(), passages(&found)),
    }
}

fn english() -> String {
    format!(" lang=\"{FIRST}\" dir=\"ltr\"")
}

fn passages(found: &[Part]) -> String {
    let one = |part: &Part| match part {
        Part::Words(words) => escaped(words),
        Part::English(inside) => format!("<span{}>{}</span>", english(), passages(inside)),
        Part::Apart(inside) => format!("<bdi>{}</bdi>", passages(inside)),
    };
    found.iter().map(one).collect()
}

fn list(out: &mut String, name: &str, items: &[String]) {
    let _ = writeln!(out, "<{name}>");
    for item in items {
        element(out, "li", item);
    }
    let _ = writeln!(out, "</{name}>");
}

fn table(out: &mut String, header: &[String], rows: &[Vec<String>]) {
    out.push_str("<table>\n<thead><tr>");
    for cell in header {
        let (attributes, inside) = told(cell);
        let _ = write!(out, "<th scope=\"col\"{attributes}>{inside}</th>");
    }
    out.push_str("</tr></thead>\n<tbody>\n");
    for row in rows {
        out.push_str("<tr>");
        for cell in row {
            let (attributes, inside) = told(cell);
            let _ = write!(out, "<td{attributes}>{inside}</td>");
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</tbody>\n</table>\n");
}

/// The text with every sign that means something to HTML made harmless.
pub(crate) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            other => out.push(other),
        }
    }
    out
}
