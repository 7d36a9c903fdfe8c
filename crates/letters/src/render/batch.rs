//! A day's post in one file: the cover sheet, then every piece as it was printed.

use jiff::civil::Date;
use lopdf::{Document, Object};

use super::pdf::{Print, pdf};
use crate::block::{Block, BlockId, Made, Piece};
use crate::letter::{Error, Letter, LetterId};

mod tags;

/// One piece of a batch, as the cover sheet lists it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Enclosed {
    pub number: u32,
    pub reference: String,
    /// What the letter is, in a few words that tell nothing of the matter.
    pub letter: String,
    /// Which print of the same piece this is, from 1.
    pub copy: u32,
    /// Its paper.
    pub paper: Vec<u8>,
}

/// What stands on the cover sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cover {
    pub sender: String,
    pub sender_lines: Vec<String>,
    /// The day on which the batch goes.
    pub dated: Date,
    /// The day in words.
    pub day: String,
    pub print: Print,
    /// By which class of post it goes, and until when: "First class, by 16:00".
    pub goes: String,
    /// What names the batch.
    pub name: String,
}

/// The batch as one PDF, tagged from the cover sheet to the last page of the last piece.
///
/// # Errors
/// The cover sheet cannot be set, or a piece is no PDF.
pub fn batch(cover: &Cover, pieces: &[Enclosed]) -> Result<Vec<u8>, Error> {
    let mut read = Vec::new();
    for piece in pieces {
        let document = Document::load_mem(&piece.paper).map_err(|why| broken(&why))?;
        read.push((piece, document));
    }
    let sheet = pdf(&sheet(cover, &read), Print::Standard)?;
    let mut whole = Document::load_mem(&sheet).map_err(|why| broken(&why))?;
    for (place, (_, document)) in read.into_iter().enumerate() {
        append(&mut whole, document, place + 1).map_err(|why| broken(&why))?;
    }
    whole.prune_objects();
    let mut bytes = Vec::new();
    whole.save_to(&mut bytes).map_err(|why| Error::Typesetting(why.to_string()))?;
    Ok(bytes)
}

fn broken(why: &lopdf::Error) -> Error {
    Error::Typesetting(format!("a piece cannot be read: {why}"))
}

/// Adds the pages of a document behind those of another, with their tags.
fn append(whole: &mut Document, mut piece: Document, place: usize) -> Result<(), lopdf::Error> {
    // Names are in order of the alphabet: those of the cover sheet begin with a capital.
    let first = tags::next_number(whole)?;
    piece.renumber_objects_with(whole.max_id + 1);
    whole.max_id = piece.max_id;
    let tags = tags::of(&mut piece, (first, &format!("p{place:04}-")))?;
    let root = whole.catalog()?.get(b"Pages")?.as_reference()?;
    let pages: Vec<lopdf::ObjectId> = piece.get_pages().into_values().collect();
    for id in &pages {
        let inherited = inherited(&piece, *id)?;
        let page = piece.get_object_mut(*id)?.as_dict_mut()?;
        for (key, value) in inherited {
            page.set(key, value);
        }
        page.set("Parent", Object::Reference(root));
    }
    whole.objects.extend(piece.objects);
    let tree = whole.get_object_mut(root)?.as_dict_mut()?;
    let count = tree.get(b"Count")?.as_i64()?;
    let added = i64::try_from(pages.len()).unwrap_or_default();
    tree.set("Count", Object::Integer(count + added));
    let kids = tree.get_mut(b"Kids")?.as_array_mut()?;
    kids.extend(pages.into_iter().map(Object::Reference));
    tags::join(whole, tags)
}

/// What a page takes from the nodes above it and does not say itself.
fn inherited(
    document: &Document,
    page: lopdf::ObjectId,
) -> Result<Vec<(&'static [u8], Object)>, lopdf::Error> {
    const KEYS: [&[u8]; 4] = [b"Resources", b"MediaBox", b"CropBox", b"Rotate"];
    let mut found: Vec<(&'static [u8], Object)> = Vec::new();
    let own = document.get_dictionary(page)?;
    let mut above = own.get(b"Parent").and_then(Object::as_reference).ok();
    while let Some(id) = above {
        let node = document.get_dictionary(id)?;
        for key in KEYS {
            let known = own.has(key) || found.iter().any(|(name, _)| *name == key);
            if let (false, Ok(value)) = (known, node.get(key)) {
                found.push((key, value.clone()));
            }
        }
        above = node.get(b"Parent").and_then(Object::as_reference).ok();
    }
    Ok(found)
}

fn sheet(cover: &Cover, read: &[(&Enclosed, Document)]) -> Letter {
    let large = if cover.print == Print::Large { "18 point, C4 envelopes" } else { "12 point" };
    let sheets: usize = read.iter().map(|(_, document)| document.get_pages().len()).sum();
    let title = format!("Post of {}: {}", cover.day, cover.name);
    let says = vec![
        format!("Pieces: {}", read.len()),
        format!("Sheets, this one not counted: {sheets}"),
        format!("Print: {large}, on one side, white paper"),
        cover.goes.clone(),
        format!("Every letter is dated {} and goes on that day or not at all.", cover.day),
        "A piece that stays is destroyed and printed again.".to_owned(),
    ];
    let header =
        ["Piece", "Reference", "Letter", "Sheets", "Printed", "Checked", "Posted", "Spoilt"];
    let rows = read.iter().map(|(piece, document)| {
        let copy = if 1 < piece.copy { format!(", copy {}", piece.copy) } else { String::new() };
        let mut row = vec![
            format!("{}{copy}", piece.number),
            piece.reference.clone(),
            piece.letter.clone(),
            document.get_pages().len().to_string(),
        ];
        row.extend(std::iter::repeat_n(BOX.to_owned(), 4));
        row
    });
    let table = Piece::Table {
        header: header.into_iter().map(str::to_owned).collect(),
        rows: rows.collect(),
    };
    Letter {
        id: LetterId::ProgressUpdate,
        no: 0,
        stage: None,
        dated: cover.dated,
        lang: "en-GB".to_owned(),
        reference: cover.name.clone(),
        sender: cover.sender.clone(),
        sender_lines: cover.sender_lines.clone(),
        title: title.clone(),
        blocks: vec![
            block(BlockId::Address, vec![Piece::Lines(NEVER.map(str::to_owned).to_vec())]),
            block(BlockId::Title, vec![Piece::Title(title)]),
            block(BlockId::ShortAnswer, vec![Piece::Items(says)]),
            block(BlockId::Actions, vec![table]),
        ],
    }
}

/// A box to tick by hand.
const BOX: &str = "☐";
/// What stands in the address field.
const NEVER: [&str; 3] = ["COVER SHEET", "Never goes into an envelope.", "Destroy when counted."];

fn block(id: BlockId, content: Vec<Piece>) -> Block {
    Block { id, clause: None, made: Made::Generated, point: None, content }
}
