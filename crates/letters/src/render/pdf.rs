//! A letter on paper: tagged PDF/UA-1, in standard and in large print.

use serde_json::{Value, json};

use super::marked::{Part, parts};
use super::text::table_lines;
use super::typeset;
pub use super::typeset::TYPEFACE_LICENCES;
use crate::block::{Block, BlockId, Piece};
use crate::letter::{Error, Letter};
use crate::tongue::{Tongue, plain};

/// The size of the print.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Print {
    /// 12 point.
    #[default]
    Standard,
    /// 18 point, headings 22, tables told as lists.
    Large,
}

impl Print {
    /// The word in file names.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Standard => "standard",
            Self::Large => "large",
        }
    }

    /// The size of its running text, in points.
    pub fn points(self) -> u8 {
        match self {
            Self::Standard => 12,
            Self::Large => 18,
        }
    }
}

/// The letter as a tagged PDF. The same letter gives the same bytes, whenever it is made.
pub fn pdf(letter: &Letter, print: Print) -> Result<Vec<u8>, Error> {
    for block in &letter.blocks {
        readable(block)?;
    }
    let data = page_data(letter, print);
    let bytes = serde_json::to_vec(&data).map_err(|why| Error::Typesetting(why.to_string()))?;
    let identity = format!("{}/{}/{}", letter.reference, letter.no, print.as_str());
    typeset::set(bytes, identity)
}

/// Every sign has a shape, every table a header row.
pub(crate) fn readable(block: &Block) -> Result<(), Error> {
    for text in block.texts() {
        if let Some(character) = typeset::first_missing(text)? {
            return Err(Error::MissingGlyph { character, block: block.id.to_string() });
        }
    }
    for piece in &block.content {
        if let Piece::Table { header, rows } = piece {
            let headed = !header.is_empty() && header.iter().all(|cell| !cell.trim().is_empty());
            if !headed || rows.iter().any(|row| row.len() != header.len()) {
                return Err(Error::BrokenTable { block: block.id.to_string() });
            }
        }
    }
    Ok(())
}

fn page_data(letter: &Letter, print: Print) -> Value {
    let mut tags = letter.lang.split('-');
    let lang = tags.next().unwrap_or("en").to_lowercase();
    let region = tags.find(|tag| tag.len() == 2).map(str::to_uppercase);
    let t = Tongue::of(&letter.lang);
    let address: Vec<String> = lines_of(letter, BlockId::Address).into_iter().map(plain).collect();
    let reference = t.say("our-reference", &[("reference", &letter.reference)]);
    let pieces: Vec<Value> = letter
        .blocks
        .iter()
        .filter(|block| block.id != BlockId::Address)
        .flat_map(|block| block_data(block, print))
        .collect();
    json!({
        "large": print == Print::Large,
        "title": letter.title,
        "sender": letter.sender,
        "sender-lines": letter.sender_lines,
        "dated": [letter.dated.year(), letter.dated.month(), letter.dated.day()],
        "lang": lang,
        "region": region,
        "rtl": letter.runs_right_to_left(),
        "reference": rich(&reference),
        "footer": {
            "reference": rich(&reference),
            "page": t.say("footer-page", &[]),
            "of": t.say("footer-of", &[]),
        },
        "address": address,
        "address-size": address_points(address.len()),
        "pieces": pieces,
    })
}

fn lines_of(letter: &Letter, id: BlockId) -> Vec<&str> {
    letter.blocks_of(id).flat_map(Block::texts).collect()
}

/// The address field is 26.8 mm high: 11 point down to 8.5 for 3 to 7 lines.
fn address_points(lines: usize) -> f64 {
    match lines {
        0..=5 => 11.0,
        6 => 10.0,
        _ => 8.5,
    }
}

fn block_data(block: &Block, print: Print) -> Vec<Value> {
    let nexts = block.content.iter().skip(1).map(Some).chain(std::iter::once(None));
    block
        .content
        .iter()
        .zip(nexts)
        .map(|(piece, next)| {
            let mut data = piece_data(block.id, piece, print);
            let leads = matches!(piece, Piece::Paragraph(_))
                && matches!(
                    next,
                    Some(
                        Piece::Items(_)
                            | Piece::Numbered(_)
                            | Piece::Lines(_)
                            | Piece::Table { .. }
                            | Piece::Code(_)
                    )
                );
            if leads && let Some(fields) = data.as_object_mut() {
                fields.insert("leads".to_owned(), json!(true));
            }
            data
        })
        .collect()
}

/// The first column says what, and wants room; the last holds a day on one line. A list with many
/// columns is counted, and names in the next two what is counted.
fn widths(columns: usize) -> Vec<f64> {
    (1..=columns)
        .map(|column| match column {
            1 if 6 < columns => 1.3,
            2 | 3 if 6 < columns => 2.3,
            _ if 6 < columns => 1.0,
            1 => 2.0,
            _ if column == columns && 2 < columns => 1.3,
            _ => 1.0,
        })
        .collect()
}

fn piece_data(block: BlockId, piece: &Piece, print: Print) -> Value {
    let all = |texts: &[String]| texts.iter().map(|text| rich(text)).collect::<Vec<_>>();
    let mut data = match piece {
        Piece::Title(text) => json!({"kind": "title", "text": rich(text)}),
        Piece::Heading(text) => json!({"kind": "heading", "text": rich(text)}),
        Piece::Paragraph(text) => json!({"kind": "paragraph", "text": rich(text)}),
        Piece::Code(text) => json!({"kind": "code", "text": rich(text)}),
        Piece::Items(items) => json!({"kind": "items", "items": all(items)}),
        Piece::Numbered(items) => json!({"kind": "numbered", "items": all(items)}),
        Piece::Lines(items) => json!({"kind": "lines", "items": all(items)}),
        Piece::Table { header, rows } if print == Print::Large => {
            json!({"kind": "items", "items": all(&table_lines(header, rows))})
        }
        Piece::Table { header, rows } => json!({
            "kind": "table",
            "header": all(header),
            "rows": rows.iter().map(|row| all(row)).collect::<Vec<_>>(),
            "widths": widths(header.len()),
        }),
    };
    // How to get another format is never printed small.
    if block == BlockId::Formats
        && print == Print::Standard
        && !matches!(piece, Piece::Heading(_))
        && let Some(fields) = data.as_object_mut()
    {
        fields.insert("size".to_owned(), json!(14));
    }
    data
}

/// A text as the page reads it: words, and passages with their direction and language.
fn rich(text: &str) -> Value {
    told(&parts(text))
}

fn told(found: &[Part]) -> Value {
    let one = |part: &Part| match part {
        Part::Words(words) => json!(words),
        // A number that broke over two lines would be read in the wrong order.
        Part::Apart(_) if !part.words().contains(char::is_alphabetic) => {
            json!({"rtl": false, "english": false, "parts": [part.words().replace(' ', "\u{a0}")]})
        }
        Part::English(inside) => json!({"rtl": false, "english": true, "parts": told(inside)}),
        Part::Apart(inside) => json!({
            "rtl": part.runs_right_to_left(),
            "english": false,
            "parts": told(inside),
        }),
    };
    found.iter().map(one).collect()
}
