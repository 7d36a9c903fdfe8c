//! The paper: tagged, titled, the same bytes for the same facts, every sign drawn.

use lopdf::{Document, Object};
use redress_letters::block::Piece;
use redress_letters::letter::{Error, Letter, LetterId};
use redress_letters::render::pdf::{Print, pdf};
use redress_letters::samples::{sample, samples};

use crate::pages::{HOSTILE, hostile_letter};

fn printed(letter: &Letter, print: Print) -> Vec<u8> {
    pdf(letter, print).unwrap()
}

fn opened(bytes: &[u8]) -> Document {
    Document::load_mem(bytes).unwrap()
}

/// The text of all pages, without any space: where a line breaks is the typesetter's matter.
fn squeezed_text(document: &Document) -> String {
    let pages: Vec<u32> = document.get_pages().keys().copied().collect();
    squeezed(&document.extract_text(&pages).unwrap())
}

fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

fn n_pages(bytes: &[u8]) -> usize {
    opened(bytes).get_pages().len()
}

// Shows D24-6.2b.
// Shows D24-7.1.8e, D24-7.2.5b.
#[test]
fn every_letter_prints_in_both_sizes_as_tagged_pdf_ua() {
    for letter in samples() {
        for print in [Print::Standard, Print::Large] {
            let bytes = printed(&letter, print);
            let document = opened(&bytes);
            let catalog = document.catalog().unwrap();
            assert_eq!(catalog.get(b"Lang").unwrap().as_str().unwrap(), b"en-GB");
            let marked = catalog.get_deref(b"MarkInfo", &document).unwrap().as_dict().unwrap();
            assert_eq!(marked.get(b"Marked").unwrap(), &Object::Boolean(true));
            assert!(catalog.get(b"StructTreeRoot").is_ok());
            let metadata = catalog.get_deref(b"Metadata", &document).unwrap().as_stream().unwrap();
            let about = String::from_utf8(metadata.get_plain_content().unwrap()).unwrap();
            assert!(about.contains("pdfuaid:part"), "{about}");
            assert!(about.contains(&letter.title), "{about}");
            let limit = if print == Print::Large { 20 } else { 10 };
            assert!(document.get_pages().len() <= limit);
        }
    }
}

#[test]
fn the_same_facts_give_the_same_bytes() {
    let once = printed(&sample(LetterId::ResponseStage1), Print::Standard);
    let again = printed(&sample(LetterId::ResponseStage1), Print::Standard);
    assert_eq!(once, again);
    let mut other = sample(LetterId::ResponseStage1);
    other.dated = other.dated.tomorrow().unwrap();
    assert_ne!(once, printed(&other, Print::Standard));
}

#[test]
fn the_paper_says_what_the_blocks_say() {
    for id in [LetterId::AcknowledgementStage1, LetterId::ResponseStage2] {
        let letter = sample(id);
        let paper = squeezed_text(&opened(&printed(&letter, Print::Standard)));
        for words in letter.blocks.iter().flat_map(|block| block.texts()) {
            assert!(paper.contains(&squeezed(words)), "{words}\n{paper}");
        }
        assert!(paper.contains("page1of"), "{paper}");
    }
}

#[test]
fn large_print_takes_more_pages_and_tells_tables_as_lists() {
    let letter = sample(LetterId::ResponseStage1);
    let (standard, large) = (printed(&letter, Print::Standard), printed(&letter, Print::Large));
    assert!(n_pages(&standard) < n_pages(&large));
    let text = squeezed_text(&opened(&large));
    assert!(text.contains("Yourtimeandtrouble:£75."), "{text}");
    assert!(squeezed_text(&opened(&standard)).contains("Amount"));
}

#[test]
fn hostile_words_are_printed_as_they_were_typed() {
    let paper = squeezed_text(&opened(&printed(&hostile_letter(), Print::Standard)));
    for hostile in HOSTILE {
        assert!(paper.contains(&squeezed(hostile)), "{hostile}\n{paper}");
    }
}

#[test]
fn names_in_many_scripts_print() {
    let mut letter = sample(LetterId::ProgressUpdate);
    for name in ["Siân Llŷr", "Zofia Żółć", "Ιωάννα", "Олена", "أميرة خان", "Nguyễn Thị", "😀"]
    {
        letter.blocks[0].content = vec![Piece::Lines(vec![name.to_owned()])];
        printed(&letter, Print::Standard);
    }
}

#[test]
fn a_letter_says_its_language_in_the_file() {
    for (lang, expected) in [("cy", "cy"), ("ar", "ar"), ("ur-PK", "ur-PK"), ("en-GB", "en-GB")] {
        let mut letter = sample(LetterId::ProgressUpdate);
        letter.lang = lang.to_owned();
        let document = opened(&printed(&letter, Print::Standard));
        let tag = document.catalog().unwrap().get(b"Lang").unwrap().as_str().unwrap();
        assert_eq!(tag, expected.as_bytes());
    }
}

#[test]
fn a_sign_that_no_typeface_has_is_named_and_never_printed_as_a_box() {
    let mut letter = sample(LetterId::ProgressUpdate);
    letter.blocks[0].content = vec![Piece::Lines(vec!["田中さん".to_owned()])];
    let why = pdf(&letter, Print::Standard).unwrap_err();
    assert!(matches!(why, Error::MissingGlyph { character: '田', .. }), "{why}");
    assert!(why.to_string().contains("U+7530"), "{why}");
}

#[test]
fn a_table_without_a_header_row_is_declined() {
    let mut letter = sample(LetterId::ProgressUpdate);
    let table = Piece::Table { header: Vec::new(), rows: vec![vec!["a".to_owned()]] };
    letter.blocks[7].content = vec![table];
    let why = pdf(&letter, Print::Standard).unwrap_err();
    assert!(matches!(why, Error::BrokenTable { .. }), "{why}");
}

/// A transformation as PDF writes it: six numbers.
type Matrix = [f32; 6];

/// First `inner`, then `outer`.
fn chained(inner: Matrix, outer: Matrix) -> Matrix {
    let [a, b, c, d, e, f] = inner;
    let [p, q, r, s, t, u] = outer;
    [
        a * p + b * r,
        a * q + b * s,
        c * p + d * r,
        c * q + d * s,
        e * p + f * r + t,
        e * q + f * s + u,
    ]
}

/// Where the text runs of the first page begin, in millimetres from the left and from the top.
fn starts_of_text(document: &Document) -> Vec<(f32, f32)> {
    let page = *document.get_pages().get(&1).unwrap();
    let content = document.get_and_decode_page_content(page).unwrap();
    let mut now: Matrix = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0];
    let (mut saved, mut text, mut starts) = (Vec::new(), now, Vec::new());
    for operation in &content.operations {
        let numbers: Vec<f32> =
            operation.operands.iter().filter_map(|number| number.as_float().ok()).collect();
        match operation.operator.as_str() {
            "q" => saved.push(now),
            "Q" => now = saved.pop().unwrap(),
            "cm" => now = chained(numbers.try_into().unwrap(), now),
            "Tm" => text = numbers.try_into().unwrap(),
            "Tj" | "TJ" => {
                let [.., x, y] = chained(text, now);
                starts.push((x * 25.4 / 72.0, 297.0 - y * 25.4 / 72.0));
            }
            _ => {}
        }
    }
    starts
}

#[test]
fn the_window_of_the_envelope_shows_the_address_and_nothing_else() {
    for print in [Print::Standard, Print::Large] {
        let mut letter = sample(LetterId::ResponseStage1);
        for n_lines in [3, 4, 7] {
            let lines = (1..=n_lines).map(|line| format!("Line {line}")).collect();
            letter.blocks[0].content = vec![Piece::Lines(lines)];
            let document = opened(&printed(&letter, print));
            let starts = starts_of_text(&document);
            let window = |(left, down): &&(f32, f32)| {
                24.6 <= *left && *left <= 120.0 && 39.5 <= *down && *down <= 66.3
            };
            assert_eq!(starts.iter().filter(window).count(), n_lines, "{starts:?}");
            // Nothing in the margin around it either, nor where a bulk printer sets its mark.
            let near =
                |(left, down): &&(f32, f32)| *left <= 120.0 && 34.5 <= *down && *down <= 71.3;
            assert_eq!(starts.iter().filter(near).count(), n_lines, "{starts:?}");
            assert!(starts.iter().all(|(left, down)| 15.0 < *left || 6.0 < *down));
        }
    }
}
