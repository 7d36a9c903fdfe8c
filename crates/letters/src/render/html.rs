//! A letter as an HTML fragment, for the preview page and the e-mail.

use std::fmt::Write;

use crate::block::{Block, Piece};
use crate::letter::Letter;

/// The letter as `<article>`, its title an `h2` and its headings `h3`, to stand under the page's
/// own heading. Every text is escaped; there is no script, style or link in it.
pub fn html(letter: &Letter) -> String {
    let direction = if letter.runs_right_to_left() { "rtl" } else { "ltr" };
    let mut out = String::new();
    let lang = escaped(&letter.lang);
    // Writing to a String cannot fail.
    let _ = writeln!(out, "<article class=\"letter\" lang=\"{lang}\" dir=\"{direction}\">");
    for block in &letter.blocks {
        section(&mut out, block);
    }
    out.push_str("</article>\n");
    out
}

fn section(out: &mut String, block: &Block) {
    let _ = write!(out, "<div class=\"letter-block\" data-block=\"{}\"", block.id);
    if let Some(clause) = &block.clause {
        let _ = write!(out, " data-clause=\"{}\"", escaped(clause));
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
            let lines: Vec<String> = lines.iter().map(|line| escaped(line)).collect();
            let _ = writeln!(out, "<p class=\"letter-lines\">{}</p>", lines.join("<br>\n"));
        }
        Piece::Table { header, rows } => table(out, header, rows),
    }
}

fn element(out: &mut String, name: &str, text: &str) {
    let _ = writeln!(out, "<{name}>{}</{name}>", escaped(text));
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
        let _ = write!(out, "<th scope=\"col\">{}</th>", escaped(cell));
    }
    out.push_str("</tr></thead>\n<tbody>\n");
    for row in rows {
        out.push_str("<tr>");
        for cell in row {
            let _ = write!(out, "<td>{}</td>", escaped(cell));
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
