//! Letters as e-mails: two parts that say the same, a subject that tells nothing.

use redress_domain::policy::shipped;
use redress_letters::block::{BlockId, Piece};
use redress_letters::check::facts::{CheckFacts, PackRules};
use redress_letters::check::{Code, check};
use redress_letters::letter::LetterId;
use redress_letters::render::email::{email, subject};
use redress_letters::render::pdf::Print;
use redress_letters::samples::{frame, sample, sample_under};

/// The words of a page, without its marks.
fn words_of_page(html: &str) -> String {
    let body = html.split_once("<body").unwrap().1;
    let mut words = String::new();
    for part in body.split('<').skip(1) {
        words.push_str(part.split_once('>').map_or("", |(_, text)| text));
    }
    for (mark, sign) in
        [("&quot;", "\""), ("&#39;", "'"), ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")]
    {
        words = words.replace(mark, sign);
    }
    words.chars().filter(|c| c.is_alphanumeric()).collect()
}

#[test]
fn both_parts_of_every_letter_say_the_same_under_every_policy() {
    for pack in shipped::packs().unwrap() {
        for id in LetterId::ALL {
            let letter = sample_under(*id, &pack.id.0);
            let mail = email(&letter, Print::Standard);
            let page = words_of_page(&mail.html);
            let text: String = mail.text.chars().filter(|c| c.is_alphanumeric()).collect();
            for piece in letter.blocks.iter().flat_map(|block| &block.content) {
                // A table of two columns is told in the text without the heads of its columns.
                let heads = match piece {
                    Piece::Table { header, .. } => header.len(),
                    _ => 0,
                };
                for (n, words) in piece.texts().enumerate() {
                    let words: String = words.chars().filter(|c| c.is_alphanumeric()).collect();
                    assert!(page.contains(&words), "{id}: {words}");
                    assert!(n < heads || text.contains(&words), "{id}: {words}");
                }
            }
        }
    }
}

#[test]
fn nothing_in_the_page_is_fetched_or_runs() {
    for id in LetterId::ALL {
        let mail = email(&sample(*id), Print::Large);
        for sign in ["<script", "<img", "<link", "src=", "href=", "url(", "onload", "http:"] {
            assert!(!mail.html.contains(sign), "{id}: {sign}");
        }
        assert!(mail.html.starts_with("<!DOCTYPE html>\n<html lang=\"en-GB\" dir=\"ltr\">"));
    }
}

#[test]
fn every_subject_has_the_reference_and_no_name() {
    for id in LetterId::ALL {
        let letter = sample(*id);
        let subject = subject(&letter);
        assert!(subject.contains("R25-0417") && subject.chars().count() <= 78, "{subject}");
        assert!(!subject.contains('['), "{subject}");
        for line in letter.blocks_of(BlockId::Address).flat_map(|block| block.texts()) {
            assert!(!subject.contains(line), "{subject}");
        }
    }
    assert_eq!(
        subject(&sample(LetterId::ResponseStage1)),
        "Your complaint R25-0417: our answer (stage 1)"
    );
}

#[test]
fn only_what_no_person_wrote_is_marked_so_and_papers_go_with_what_meets_a_clock() {
    let mail = |id| email(&sample(id), Print::Standard);
    assert_eq!(mail(LetterId::ContactReceipt).auto_submitted, Some("auto-replied"));
    assert_eq!(mail(LetterId::PortalCode).auto_submitted, Some("auto-generated"));
    assert_eq!(mail(LetterId::ResponseStage1).auto_submitted, None);
    let name = mail(LetterId::ResponseStage1).attached.unwrap();
    assert_eq!(name, "r25-0417_response-stage-1_1_2025-06-17_en-gb_standard.pdf");
    assert_eq!(mail(LetterId::SurveyInvitation).attached, None);
}

#[test]
fn a_reference_that_tells_a_name_is_held() {
    let mut letter = sample(LetterId::ProgressUpdate);
    letter.reference = "Amira Khan".to_owned();
    let record = CheckFacts::of(
        &frame(letter.id, "code-2024", letter.dated),
        PackRules::of("code-2024", true),
        letter.stage,
    );
    let codes: Vec<Code> = check(&letter, &record).iter().map(|fault| fault.code).collect();
    assert!(codes.contains(&Code::SubjectLeaks), "{codes:?}");
}

#[test]
fn a_gap_in_the_book_never_leaves() {
    let mut letter = sample(LetterId::PaymentMade);
    letter.blocks[6].content = vec![Piece::Paragraph("[payment-made-how]".to_owned())];
    let record = CheckFacts::of(
        &frame(letter.id, "code-2024", letter.dated),
        PackRules::of("code-2024", true),
        letter.stage,
    );
    let codes: Vec<Code> = check(&letter, &record).iter().map(|fault| fault.code).collect();
    assert!(codes.contains(&Code::PlaceholderLeft), "{codes:?}");
}
