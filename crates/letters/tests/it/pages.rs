//! The preview: what people wrote is shown, and never obeyed.

use redress_letters::acknowledgement::stage1_acknowledgement;
use redress_letters::block::Piece;
use redress_letters::letter::{Letter, LetterId};
use redress_letters::render::html::html;
use redress_letters::render::text::text;
use redress_letters::response::stage1_response;
use redress_letters::samples::{acknowledgement_facts, answers, sample, samples};

/// Texts that mean something to one machine or another.
pub const HOSTILE: [&str; 9] = [
    "#read(\"/etc/passwd\")",
    "<script>alert(1)</script>",
    "{{7*7}}",
    "$x^2$",
    "@ref and <label>",
    "*bold* _slanted_ `raw`",
    "// not a comment /* nor this */",
    "\\u{41} \\ \\n",
    "\" onload='x' & &amp; =1+1",
];

/// An acknowledgement whose points, name and role are hostile.
pub fn hostile_letter() -> Letter {
    let mut facts = acknowledgement_facts(LetterId::AcknowledgementStage1);
    for (point, hostile) in facts.points.iter_mut().zip(HOSTILE) {
        point.text = hostile.to_owned();
    }
    let template = facts.points[0].clone();
    for hostile in &HOSTILE[facts.points.len()..] {
        let mut point = template.clone();
        point.text = (*hostile).to_owned();
        facts.points.push(point);
    }
    facts.frame.addressee.name = "<b>Amira</b> #set".to_owned();
    facts.frame.landlord.name = "#panic() & Sons".to_owned();
    stage1_acknowledgement(&facts)
}

#[test]
fn hostile_words_are_shown_as_they_were_typed() {
    let letter = hostile_letter();
    let page = html(&letter);
    assert!(!page.contains("<script"), "{page}");
    assert!(!page.contains("<b>"), "{page}");
    assert!(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
    assert!(page.contains("<li>&quot; onload=&#39;x&#39; &amp; &amp;amp; =1+1</li>"));
    let plain = text(&letter);
    for hostile in HOSTILE {
        assert!(plain.contains(hostile), "{hostile}");
    }
}

#[test]
fn a_page_has_one_title_real_headings_and_headed_tables() {
    let page = html(&stage1_response(&answers::stage1_facts()));
    assert_eq!(page.matches("<h2>").count(), 1);
    assert!(page.contains("<h3>Point 1: we agree</h3>"));
    assert!(page.contains("<th scope=\"col\">What it is for</th>"));
    assert!(page.contains("data-block=\"definition\" data-clause=\"7.1.9\""));
    assert!(page.starts_with("<article class=\"letter\" lang=\"en-GB\" dir=\"ltr\">"));
}

#[test]
fn a_right_to_left_language_sets_the_direction() {
    let mut letter = sample(LetterId::ProgressUpdate);
    letter.lang = "ur-PK".to_owned();
    assert!(html(&letter).contains("lang=\"ur-PK\" dir=\"rtl\""));
}

#[test]
fn every_block_of_every_letter_reaches_the_page_and_the_text() {
    for letter in samples() {
        let (page, plain) = (html(&letter), text(&letter));
        for block in &letter.blocks {
            assert!(page.contains(&format!("data-block=\"{}\"", block.id)), "{}", block.id);
            for piece in &block.content {
                // A table is told row by row; its heads need not all be repeated.
                let words = match piece {
                    Piece::Table { rows, .. } => rows.concat(),
                    other => other.texts().map(str::to_owned).collect(),
                };
                for words in words {
                    assert!(plain.contains(words.trim_end_matches('.')), "{}: {words}", letter.id);
                }
            }
        }
    }
}

#[test]
fn the_kept_copy_holds_no_code_and_is_otherwise_the_same() {
    let letter = sample(LetterId::ResponseStage1);
    let (sent, kept) = (text(&letter), text(&letter.masked()));
    assert!(sent.contains("K7QM-4TXW-92HD"));
    assert!(!kept.contains("K7QM"));
    assert_eq!(sent.replace("K7QM-4TXW-92HD", "code not kept"), kept);
}

#[test]
fn a_file_name_tells_nothing_of_the_person() {
    let letter = sample(LetterId::ResponseStage1);
    let name = letter.file_name("large");
    assert_eq!(name, "r25-0417_response-stage-1_1_2025-06-17_en-gb_large.pdf");
}
