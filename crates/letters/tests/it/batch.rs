//! A day's post as one file: the cover sheet first and tagged, every piece behind it, the same
//! bytes for the same pieces.

use jiff::civil::date;
use lopdf::Document;
use redress_letters::render::batch::{Cover, Enclosed, batch};
use redress_letters::render::pdf::{Print, pdf};
use redress_letters::samples::samples;

fn cover() -> Cover {
    Cover {
        sender: "Rowan Homes".to_owned(),
        sender_lines: vec!["1 Orchard Row".to_owned(), "MT1 2AB".to_owned()],
        dated: date(2025, 4, 10),
        day: "Thursday 10 April 2025".to_owned(),
        print: Print::Standard,
        name: "batch 0A1B2C".to_owned(),
    }
}

fn pieces() -> Vec<Enclosed> {
    let letters = samples().into_iter().take(3);
    letters
        .enumerate()
        .map(|(place, letter)| Enclosed {
            number: u32::try_from(place).unwrap() + 1,
            reference: format!("RH-2025-0000{place}-X"),
            letter: "Stage 1 acknowledgement".to_owned(),
            copy: if place == 2 { 2 } else { 1 },
            paper: pdf(&letter, Print::Standard).unwrap(),
        })
        .collect()
}

fn pages(bytes: &[u8]) -> usize {
    Document::load_mem(bytes).unwrap().get_pages().len()
}

#[test]
fn the_batch_is_its_cover_sheet_and_every_page_of_every_piece() {
    let pieces = pieces();
    let whole = batch(&cover(), &pieces).unwrap();
    let of_pieces: usize = pieces.iter().map(|piece| pages(&piece.paper)).sum();
    assert_eq!(pages(&whole), of_pieces + 1);
    let document = Document::load_mem(&whole).unwrap();
    let catalog = document.catalog().unwrap();
    assert!(catalog.has(b"StructTreeRoot") && catalog.has(b"Lang"), "the cover sheet is tagged");
    assert!(!catalog.has(b"Metadata"), "nothing is claimed of the whole");
    // Each page can be read, and stands where it belongs.
    let sheet = document.extract_text(&[1]).unwrap();
    for said in ["Post of Thursday 10 April 2025", "RH-2025-00001-X", "3, copy 2", "Pieces: 3"] {
        let close = |text: &str| text.split_whitespace().collect::<String>();
        assert!(close(&sheet).contains(&close(said)), "{said}: {sheet}");
    }
    let first = Document::load_mem(&pieces[0].paper).unwrap().extract_text(&[1]).unwrap();
    assert_eq!(document.extract_text(&[2]).unwrap(), first);
    assert_eq!(whole, batch(&cover(), &pieces).unwrap(), "the same bytes for the same pieces");
}

#[test]
fn what_is_no_paper_makes_no_batch() {
    let mut pieces = pieces();
    pieces[1].paper = b"not a paper".to_vec();
    assert!(batch(&cover(), &pieces).is_err());
}
