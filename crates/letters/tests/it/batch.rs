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
        goes: "First class, by 16:00".to_owned(),
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
    assert!(catalog.has(b"StructTreeRoot") && catalog.has(b"Lang"), "it is tagged");
    // Each page can be read, and stands where it belongs.
    let sheet = document.extract_text(&[1]).unwrap();
    for said in ["Post of Thursday 10 April 2025", "RH-2025-00001-X", "3, copy 2", "Pieces: 3"] {
        let close = |text: &str| text.split_whitespace().collect::<String>();
        assert!(close(&sheet).contains(&close(said)), "{said}: {sheet}");
    }
    for place in 0..3 {
        let reference = format!("RH-2025-0000{place}-X");
        assert!(sheet.lines().any(|line| line.contains(&reference)), "on one line: {sheet}");
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

/// What stands in a tree of tags: roles in the order in which they are read.
fn roles(document: &Document, element: &lopdf::Dictionary, found: &mut Vec<String>) {
    let role = element.get(b"S").unwrap().as_name().unwrap();
    found.push(String::from_utf8_lossy(role).into_owned());
    let Ok(kids) = element.get(b"K") else { return };
    let kids = kids.as_array().cloned().unwrap_or_else(|_| vec![kids.clone()]);
    for kid in kids {
        if let Ok(id) = kid.as_reference()
            && let Ok(below) = document.get_dictionary(id)
            && below.has(b"S")
        {
            roles(document, below, found);
        }
    }
}

fn tags(document: &Document) -> Vec<Vec<String>> {
    let root = document.catalog().unwrap().get(b"StructTreeRoot").unwrap();
    let root = document.get_dictionary(root.as_reference().unwrap()).unwrap();
    let tops = root.get(b"K").unwrap().as_array().unwrap();
    tops.iter()
        .map(|top| {
            let mut found = Vec::new();
            let top = document.get_dictionary(top.as_reference().unwrap()).unwrap();
            roles(document, top, &mut found);
            found
        })
        .collect()
}

#[test]
fn the_whole_batch_is_tagged_piece_after_piece_as_each_was_alone() {
    // Letters with tables, whose cells point at their headers by name.
    let pieces: Vec<Enclosed> = pieces()
        .into_iter()
        .zip(["response-stage-1", "response-stage-2", "offer-acceptance-form"])
        .map(|(piece, id)| {
            let id = redress_letters::letter::LetterId::find(id).unwrap();
            let letter = redress_letters::samples::sample(id);
            Enclosed { paper: pdf(&letter, Print::Standard).unwrap(), ..piece }
        })
        .collect();
    let whole = Document::load_mem(&batch(&cover(), &pieces).unwrap()).unwrap();
    let joined = tags(&whole);
    assert_eq!(joined.len(), pieces.len() + 1, "the cover sheet and each piece");
    for (piece, found) in pieces.iter().zip(&joined[1..]) {
        assert_eq!(&tags(&Document::load_mem(&piece.paper).unwrap())[0], found);
        assert!(found.contains(&"TH".to_owned()), "{found:?}");
    }
    // Each page has a number of its own, and the tree knows what stands on it.
    let root = whole.catalog().unwrap().get(b"StructTreeRoot").unwrap();
    let root = whole.get_dictionary(root.as_reference().unwrap()).unwrap();
    let tree = root.get(b"ParentTree").unwrap().as_dict().unwrap();
    let numbers: Vec<i64> = tree
        .get(b"Nums")
        .unwrap()
        .as_array()
        .unwrap()
        .iter()
        .step_by(2)
        .map(|it| it.as_i64().unwrap())
        .collect();
    assert!(numbers.windows(2).all(|pair| pair[0] < pair[1]), "in order and once: {numbers:?}");
    for (page, id) in whole.get_pages() {
        let number = whole.get_dictionary(id).unwrap().get(b"StructParents").unwrap();
        assert!(numbers.contains(&number.as_i64().unwrap()), "page {page}");
    }
    // No two headers of two letters have one name, and the names are in order.
    let names = root.get(b"IDTree").unwrap().as_dict().unwrap().get(b"Names").unwrap();
    let names: Vec<&[u8]> =
        names.as_array().unwrap().iter().step_by(2).map(|it| it.as_str().unwrap()).collect();
    assert!(1 < names.len() && names.windows(2).all(|pair| pair[0] < pair[1]), "{names:?}");
}
