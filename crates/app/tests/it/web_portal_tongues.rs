//! The residents' pages in other languages: nothing of ours on them stays English, and a changed
//! detail of the Ombudsman shows on them at once.

use redress_domain::vocabulary::Role;
use redress_testkit::world::{Answer, Visitor, World};
use serde_json::json;

use crate::desk_steps::{act, answered};
use crate::web_portal::{PICTURE, inside};

/// What may stand in Latin letters on an Arabic page: names, addresses, and what people wrote.
const THEIRS: &[&str] = &[
    "Rowan Homes",
    "complaints@rowan.example",
    "1 Orchard Row",
    "Mill Town",
    "MT1 2AB",
    "Monday to Friday, 9am to 5pm",
    "English",
    "Cymraeg",
    "Housing Ombudsman Service",
    "PO Box 1484, Unit D, Preston PR2 0ET",
    "www.housing-ombudsman.org.uk",
    "info@housing-ombudsman.org.uk",
    "Equality Advisory and Support Service",
    "Information Commissioner",
    "Amira Khan",
    "Joyce Adeyemi",
    "The ceiling leaks",
    "Mend the ceiling",
    "Two visits were missed",
    "An apology",
    "For the distress and trouble",
    "Third leak since February and nobody came to mend the ceiling",
];

/// Words of ours in Latin letters, with what belongs to people taken away.
fn latin(page: &Answer) -> Vec<String> {
    let mut text = page.words();
    for theirs in THEIRS {
        text = text.replace(theirs, " ");
    }
    let words = text.split(|it: char| !it.is_ascii_alphanumeric() && it != '-');
    let ours = words.filter(|word| word.chars().filter(char::is_ascii_alphabetic).count() > 1);
    let known = |word: &&str| {
        let reference = word.starts_with("RH-") || word.contains("-2025-");
        let code = word.split('-').count() == 3;
        reference
            || code
            || ["PDF", "Word", "AA", "MB", "ABCD-EFGH-JKMN", "yes", "bdi"].contains(word)
    };
    ours.filter(|word| !known(word)).map(str::to_owned).collect()
}

async fn in_arabic(by: &Visitor<'_>, path: &str) {
    let page = by.get(path).await;
    assert!(page.body.contains("lang=\"ar\" dir=\"rtl\""), "{path}");
    assert_eq!(latin(&page), [""; 0], "{path}: {}", page.words());
}

#[tokio::test]
async fn no_sentence_of_ours_stays_english_on_an_arabic_page() {
    let world = World::new().await;
    let re = answered(&world).await;
    world.at("2025-05-08T18:00");
    let said = json!({ "do": "dispute-action", "id": "a1", "how": "not-done" });
    act(&world, Role::ContactCentre, &re, vec![said]).await;
    let stranger = world.stranger().speaking("ar");
    for path in [
        "/",
        "/how-to-complain",
        "/complain",
        "/track",
        "/ombudsman",
        "/accessibility",
        "/privacy",
        "/nowhere",
        "/complain/whom",
    ] {
        if path == "/complain/whom" {
            continue;
        }
        in_arabic(&stranger, path).await;
    }
    let begun = stranger.post("/complain", &[]).await;
    let teller = stranger.visiting(&begun).await;
    for question in [
        "whom", "danger", "what", "when", "outcome", "before", "files", "name", "home", "reach",
        "help", "proof", "answers",
    ] {
        in_arabic(&teller, &format!("/complain/{question}")).await;
    }
    let joyce = inside(&world, &re, 1).await.speaking("ar");
    for part in [
        "",
        "/understanding",
        "/messages",
        "/stage-2",
        "/offer",
        "/promises",
        "/survey",
        "/ombudsman",
        "/authority",
        "/withdrawal",
        "/nowhere",
    ] {
        in_arabic(&joyce, &format!("/my-complaint{part}")).await;
    }
}

#[tokio::test]
async fn what_is_wrong_is_said_in_the_language_of_the_page() {
    let world = World::new().await;
    let re = answered(&world).await;
    let joyce = inside(&world, &re, 1).await;
    for (language, heading, word, no_picture) in [
        ("cy", "Mae problem", "Gwall:", "Nid llun yw c.jpg"),
        ("ar", "هناك مشكلة", "خطأ:", "الملف c.jpg ليس صورة"),
    ] {
        let joyce = joyce.speaking(language);
        let files: [(&str, &str, &[u8]); 2] =
            [("files", "b.png", PICTURE), ("files", "c.jpg", b"only words here")];
        let page = joyce.upload("/my-complaint/messages", &[], &files).await;
        assert_eq!(page.code(), 422);
        let words = page.words();
        for said in [heading, word, no_picture] {
            assert!(words.contains(said), "{said}: {words}");
        }
        assert!(page.title().starts_with(word), "{}", page.title());
        let nul = joyce.post("/my-complaint/messages", &[("words", "a\0b")]).await;
        assert!(!nul.words().contains("NUL"), "{}", nul.words());
        let done = joyce.post("/my-complaint/messages", &[("words", "Still leaking")]).await;
        let page = joyce.get(done.location()).await;
        assert!(!page.words().contains("Done"), "{}", page.words());
        let missing = joyce.get("/my-complaint/letters/99").await;
        assert_eq!(missing.code(), 404);
        assert!(!missing.words().contains("Page not found"), "{}", missing.words());
        let old = joyce.deliver("/my-complaint/messages", "words=x&csrf=old&once=1").await;
        assert_eq!(old.code(), 403);
        assert!(!old.words().contains("We did not take that form"), "{}", old.words());
    }
}

#[tokio::test]
async fn a_changed_detail_of_the_ombudsman_shows_on_every_page_of_a_resident() {
    for world in World::each().await {
        let re = answered(&world).await;
        let joyce = inside(&world, &re, 1).await;
        let chloe = world.sign_in(Role::ComplaintsManager).await;
        let from = world.today().strftime("%-d/%-m/%Y").to_string();
        let held = chloe.get("/settings/ombudsman").await.value("seen");
        let sent = [
            ("body", "Housing Ombudsman Service"),
            ("phone", "0300 999 8888"),
            ("post", "PO Box 1, Preston"),
            ("web", "www.new-ombudsman.example"),
            ("form", ""),
            ("email", ""),
            ("from", from.as_str()),
            ("seen", held.as_str()),
        ];
        assert_eq!(chloe.post("/settings/ombudsman", &sent).await.code(), 303);
        for path in ["/how-to-complain", "/ombudsman"] {
            let words = world.stranger().get(path).await.words();
            assert!(words.contains("0300 999 8888"), "{path}: {words}");
            assert!(words.contains("www.new-ombudsman.example"), "{path}: {words}");
            assert!(!words.contains("0300 111 3000"), "{path}: {words}");
        }
        let words = joyce.get("/my-complaint/ombudsman").await.words();
        assert!(words.contains("0300 999 8888") && words.contains("PO Box 1, Preston"), "{words}");
    }
}
