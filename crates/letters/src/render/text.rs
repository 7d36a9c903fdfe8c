//! A letter as plain text: for e-mail, for braille and sound, for comparing and for snapshots.

use crate::block::Piece;
use crate::letter::Letter;
use crate::render::pdf::Print;
use crate::tongue::{Tongue, plain};

/// The letter as plain text; headings stand alone, lists carry dashes or numbers, table cells are
/// told with the head of their column.
pub fn text(letter: &Letter) -> String {
    let mut parts: Vec<String> = Vec::new();
    for piece in letter.blocks.iter().flat_map(|block| &block.content) {
        parts.push(piece_text(piece));
    }
    parts.retain(|part| !part.is_empty());
    let mut out = parts.join("\n\n");
    out.push('\n');
    told(letter, out)
}

/// The marks around passages keep names and numbers in their order where a text runs from right to
/// left, and are of no use elsewhere.
fn told(letter: &Letter, text: String) -> String {
    if letter.runs_right_to_left() || Tongue::of(&letter.lang).is_first() {
        text
    } else {
        plain(&text)
    }
}

/// The letter as its paper in a size tells it: in standard print a table stands row by row, in
/// large print it is told as a list.
pub fn paper_text(letter: &Letter, print: Print) -> String {
    let pieces = letter.blocks.iter().flat_map(|block| &block.content);
    let parts = pieces.map(|piece| match piece {
        Piece::Table { header, rows } if print == Print::Standard => {
            let rows = std::iter::once(header).chain(rows);
            rows.map(|row| format!("| {} |", row.join(" | "))).collect::<Vec<_>>().join("\n")
        }
        other => piece_text(other),
    });
    let mut out = parts.collect::<Vec<_>>().join("\n\n");
    out.push('\n');
    told(letter, out)
}

/// One piece as plain text.
pub fn piece_text(piece: &Piece) -> String {
    match piece {
        Piece::Title(text) => format!("# {text}"),
        Piece::Heading(text) => format!("## {text}"),
        Piece::Paragraph(text) | Piece::Code(text) => text.clone(),
        Piece::Items(items) => {
            items.iter().map(|item| format!("- {item}")).collect::<Vec<_>>().join("\n")
        }
        Piece::Numbered(items) => (1..)
            .zip(items)
            .map(|(number, item)| format!("{number}. {item}"))
            .collect::<Vec<_>>()
            .join("\n"),
        Piece::Lines(lines) => lines.join("\n"),
        Piece::Table { header, rows } => table_lines(header, rows)
            .into_iter()
            .map(|line| format!("- {line}"))
            .collect::<Vec<_>>()
            .join("\n"),
    }
}

/// A table told row by row: "What: mend the roof. By when: Friday 4 July 2025."
pub(crate) fn table_lines(header: &[String], rows: &[Vec<String>]) -> Vec<String> {
    rows.iter()
        .map(|row| {
            // Two columns read as what they are: "Your time and trouble: £75."
            if let [what, amount] = row.as_slice() {
                return format!("{what}: {amount}.");
            }
            header
                .iter()
                .zip(row)
                .filter(|(_, cell)| !cell.is_empty())
                .map(|(head, cell)| format!("{head}: {cell}."))
                .collect::<Vec<_>>()
                .join(" ")
        })
        .collect()
}
