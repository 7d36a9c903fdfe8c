//! Letters in Welsh and in Arabic: every letter under every policy in words, and what a reading
//! machine is told of their language and direction.

use lopdf::{Document, Object};
use redress_domain::policy::shipped;
use redress_letters::letter::{Letter, LetterId, To};
use redress_letters::render::email::{email, subject};
use redress_letters::render::html::html;
use redress_letters::render::marked::{Part, parts};
use redress_letters::render::pdf::{Print, pdf};
use redress_letters::render::text::text;
use redress_letters::samples::sample_in;
use redress_letters::tongue::{Tongue, plain};

const CODE: &str = "code-2024";

fn of(id: LetterId, tag: &str) -> Letter {
    sample_in(id, CODE, Tongue::of(tag))
}

fn others() -> impl Iterator<Item = &'static Tongue> {
    Tongue::all().iter().filter(|tongue| !tongue.is_first())
}

/// The letter in words, without the marks that nobody sees. Under a policy whose letter is the same
/// as an earlier one's, that one is named.
fn under_every_policy(id: LetterId, tongue: &Tongue) -> String {
    let mut told: Vec<(String, String)> = Vec::new();
    let mut out = String::new();
    for pack in shipped::packs().unwrap() {
        let words = plain(&text(&sample_in(id, &pack.id.0, tongue)));
        match told.iter().find(|(_, known)| *known == words) {
            Some((name, _)) => out.push_str(&format!("==== {}: as {name}\n", pack.id.0)),
            None => out.push_str(&format!("==== {}\n\n{words}\n", pack.id.0)),
        }
        told.push((pack.id.0.clone(), words));
    }
    out
}

// Shows nothing by itself: the words are read in review, by people who speak the language.
#[test]
fn every_letter_in_every_language_under_every_policy() {
    for tongue in others() {
        let mut settings = insta::Settings::clone_current();
        settings.set_snapshot_path(format!("letters-{}", tongue.tag));
        settings.set_prepend_module_to_snapshot(false);
        settings.set_omit_expression(true);
        settings.bind(|| {
            for id in LetterId::ALL.iter().filter(|id| id.to() == To::Person) {
                insta::assert_snapshot!(id.as_str(), under_every_policy(*id, tongue));
            }
        });
    }
}

/// What of a text is the letter's own: neither typed by somebody nor filled in.
fn ours(text: &str) -> String {
    let found = parts(text).into_iter();
    let own = found.filter(|part| matches!(part, Part::Words(_)) || part.runs_right_to_left());
    own.map(|part| part.words()).collect()
}

#[test]
fn no_letter_in_another_language_has_a_gap_or_a_sentence_of_ours_in_english() {
    for tongue in others() {
        for id in LetterId::ALL {
            let letter = sample_in(*id, CODE, tongue);
            assert_eq!(letter.lang, tongue.tag);
            let words: Vec<String> =
                letter.blocks.iter().flat_map(|block| block.texts()).map(ours).collect();
            let words = words.join("\n");
            assert!(!words.contains('['), "{id} in {}: {words}", tongue.tag);
            for ours in ["You can ", "We will", "Please ", "Yours sincerely", "Dear ", "How to"] {
                assert!(!words.contains(ours), "{id} in {}: {ours}\n{words}", tongue.tag);
            }
            let subject = subject(&letter);
            assert!(subject.contains("R25-0417") && subject.chars().count() <= 78, "{subject}");
        }
    }
}

#[test]
fn the_page_says_its_language_and_direction_and_marks_what_was_typed_in_english() {
    let welsh = html(&of(LetterId::ExtensionStage1, "cy"));
    assert!(welsh.starts_with("<article class=\"letter\" lang=\"cy\" dir=\"ltr\">"), "{welsh}");
    assert!(welsh.contains("<h3>Pam y mae arnom angen mwy o amser</h3>"), "{welsh}");
    assert!(
        welsh.contains("<p lang=\"en-GB\" dir=\"ltr\">A surveyor has to look at the roof"),
        "{welsh}"
    );
    let arabic = html(&of(LetterId::AcknowledgementStage1, "ar"));
    assert!(arabic.starts_with("<article class=\"letter\" lang=\"ar\" dir=\"rtl\">"), "{arabic}");
    assert!(
        arabic.contains("<li lang=\"en-GB\" dir=\"ltr\">Water has come through the bathroom"),
        "{arabic}"
    );
    assert!(arabic.contains("<bdi>01632 960117</bdi>"), "{arabic}");
    assert!(arabic.contains("data-block=\"address\" dir=\"ltr\""), "{arabic}");
}

#[test]
fn an_email_carries_language_and_direction_to_its_subject() {
    let mail = email(&of(LetterId::ResponseStage1, "ar"), Print::Standard);
    assert_eq!(mail.lang, "ar");
    assert!(mail.html.contains("<html lang=\"ar\" dir=\"rtl\">"), "{}", mail.html);
    assert_eq!(mail.subject, "شكواك R25-0417: ردنا (المرحلة 1)");
    let mail = email(&of(LetterId::ResponseStage1, "cy"), Print::Standard);
    assert_eq!(mail.subject, "Eich cwyn R25-0417: ein hateb (cam 1)");
    assert!(mail.html.contains("<html lang=\"cy\" dir=\"ltr\">"), "{}", mail.html);
}

fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

fn page_text(document: &Document) -> String {
    let pages: Vec<u32> = document.get_pages().keys().copied().collect();
    squeezed(&document.extract_text(&pages).unwrap())
}

/// Every language that a tag inside the document names, beside the document's own.
fn marked_languages(document: &Document) -> Vec<String> {
    let dictionaries = document.objects.values().filter_map(|object| object.as_dict().ok());
    let of_tags = dictionaries.filter(|it| it.get(b"S").is_ok());
    let mut found: Vec<String> = of_tags
        .filter_map(|it| it.get(b"Lang").and_then(Object::as_str).ok())
        .map(|tag| String::from_utf8_lossy(tag).into_owned())
        .collect();
    found.sort();
    found.dedup();
    found
}

#[test]
fn the_paper_is_tagged_in_its_language_and_marks_passages_in_english() {
    for tongue in others() {
        for print in [Print::Standard, Print::Large] {
            let letter = of(LetterId::AcknowledgementStage1, tongue.tag);
            let document = Document::load_mem(&pdf(&letter, print).unwrap()).unwrap();
            let catalog = document.catalog().unwrap();
            let lang = catalog.get(b"Lang").unwrap().as_str().unwrap();
            assert_eq!(lang, tongue.tag.as_bytes());
            let marked = catalog.get_deref(b"MarkInfo", &document).unwrap().as_dict().unwrap();
            assert_eq!(marked.get(b"Marked").unwrap(), &Object::Boolean(true));
            assert!(catalog.get(b"StructTreeRoot").is_ok());
            assert_eq!(marked_languages(&document), ["en-GB"], "{}", tongue.tag);
        }
    }
}

// Text pulled from a page comes in the order in which it is drawn, and shapes come back as the
// letters they were made from.
#[test]
fn the_arabic_paper_says_its_sentences_from_the_right() {
    let letter = of(LetterId::AcknowledgementStage1, "ar");
    let document = Document::load_mem(&pdf(&letter, Print::Standard).unwrap()).unwrap();
    let text = page_text(&document);
    let said = "وصلتنا شكواك";
    let drawn: String = squeezed(said).chars().rev().collect();
    assert!(text.contains(&squeezed(said)) || text.contains(&drawn), "{text}");
    assert!(text.contains("Waterhascomethroughthebathroomceiling"), "{text}");
}

#[test]
fn every_letter_to_a_resident_prints_from_right_to_left() {
    for id in LetterId::ALL.iter().filter(|id| id.to() == To::Person) {
        pdf(&of(*id, "ar"), Print::Standard).unwrap();
    }
}
