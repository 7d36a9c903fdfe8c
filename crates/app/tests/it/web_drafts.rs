//! Letters half written: kept for another visit, told apart, gone with their letter.

use jiff::SignedDuration;
use redress::worker;
use redress_domain::vocabulary::Role;
use redress_store::drafts;
use redress_testkit::world::World;

use crate::web_answering_case::{Played, SENT, acknowledged};

const WORDS: &str = "We are sorry that <nobody> came & \"rang\".\n\nŴyn";

async fn save(case: &Played<'_>, role: Role, version: &str, words: &str) -> (u16, String) {
    let fields = [("apology-words", words), ("draft-version", version), ("look", "save")];
    let answer = case.post(role, "response", &fields).await;
    (answer.code(), answer.location().to_owned())
}

async fn kept(world: &World, case: &Played<'_>) -> usize {
    let id = case.case().await.id;
    drafts::of_case(&world.app.desk.db, &world.scope, &id).await.unwrap().len()
}

#[tokio::test]
async fn a_saved_draft_is_there_the_next_day_and_was_never_sent() {
    for world in World::each().await {
        let case = acknowledged(&world).await;
        let before = case.case().await.seq;
        let (code, to) = save(&case, Role::ComplaintsOfficer, "0", WORDS).await;
        assert_eq!((code, to), (303, format!("{}?done=draft", case.at("response"))));
        assert_eq!(case.case().await.seq, before, "a draft is no part of the record");
        let history = world.sign_in(Role::Auditor).await.get(&case.at("history")).await;
        assert!(!history.body.contains("nobody&gt;"), "nor of the history");

        world.at("2025-04-24T09:00");
        let amira = world.sign_in(Role::ComplaintsOfficer).await;
        let page = amira.get(&case.at("response")).await;
        assert!(page.words().contains("Your draft of Wed 23 Apr 2025"), "{}", page.words());
        assert!(page.body.contains("that &#60;nobody&#62; came"), "{}", page.body);
        assert_eq!(page.value("draft-version"), "1");
        let work = amira.get("/work").await;
        assert!(work.words().contains("1 draft I left"), "{}", work.words());
        assert!(work.main().contains(&format!("href=\"{}\"", case.at("response"))));
        assert!(!work.body.contains("that &#60;nobody"), "a list shows no word of it");
    }
}

#[tokio::test]
async fn the_second_writer_is_told_and_nothing_is_overwritten() {
    let world = World::new().await;
    let case = acknowledged(&world).await;
    save(&case, Role::ComplaintsOfficer, "0", WORDS).await;
    assert_eq!(save(&case, Role::ComplaintsOfficer, "0", WORDS).await.0, 303, "sent twice");
    let fields = [("apology-words", "Chloe’s own"), ("draft-version", "0"), ("look", "save")];
    let told = case.post(Role::ComplaintsManager, "response", &fields).await;
    assert_eq!(told.code(), 409, "{}", told.words());
    assert!(told.words().contains("saved another one on Wed 23 Apr 2025"), "{}", told.words());
    assert!(told.body.contains("Chloe’s own"), "her words stay in the form");
    assert_eq!(told.value("draft-version"), "1");
    let page = world.sign_in(Role::ComplaintsOfficer).await.get(&case.at("response")).await;
    assert!(page.body.contains("that &#60;nobody&#62; came"), "his stand as they were");
    assert_eq!(save(&case, Role::ComplaintsManager, "1", "Chloe’s own").await.0, 303);
}

#[tokio::test]
async fn drafts_are_seen_by_those_who_handle_complaints_and_nobody_else() {
    let world = World::new().await;
    let case = acknowledged(&world).await;
    save(&case, Role::ComplaintsOfficer, "0", WORDS).await;
    for role in [Role::Auditor, Role::ContactCentre] {
        for page in ["response", "response/preview"] {
            let page = world.sign_in(role).await.get(&case.at(page)).await;
            assert!(!page.body.contains("nobody&#62; came"), "{role:?}");
        }
    }
    let saved = save(&case, Role::ContactCentre, "1", "Mine").await;
    assert_eq!(saved.0, 403);
}

#[tokio::test]
async fn a_draft_goes_with_its_letter() {
    for world in World::each().await {
        let case = acknowledged(&world).await;
        case.decide(Role::ComplaintsOfficer).await;
        case.put_right().await;
        save(&case, Role::ComplaintsOfficer, "0", WORDS).await;
        assert_eq!(kept(&world, &case).await, 1);
        let done = case.post(Role::ComplaintsOfficer, "response", SENT).await;
        assert_eq!(done.code(), 303, "{}", done.words());
        assert_eq!(kept(&world, &case).await, 0);
    }
}

#[tokio::test]
async fn a_draft_that_nobody_touches_goes_after_fourteen_days() {
    let world = World::new().await;
    let case = acknowledged(&world).await;
    save(&case, Role::ComplaintsOfficer, "0", WORDS).await;
    world.later(SignedDuration::from_hours(14 * 24));
    worker::sweep(&world.app.desk).await.unwrap();
    assert_eq!(kept(&world, &case).await, 1);
    world.later(SignedDuration::from_mins(1));
    worker::sweep(&world.app.desk).await.unwrap();
    assert_eq!(kept(&world, &case).await, 0);
}

#[tokio::test]
async fn every_page_that_writes_a_letter_keeps_its_words() {
    let world = World::new().await;
    let case = acknowledged(&world).await;
    let fields = [("reason", "The roofer is ill"), ("draft-version", "0"), ("look", "save")];
    let done = case.post(Role::ComplaintsOfficer, "extension", &fields).await;
    assert_eq!(done.code(), 303, "{}", done.words());
    let page = world.sign_in(Role::ComplaintsOfficer).await.get(&case.at("extension")).await;
    assert!(page.body.contains("The roofer is ill"), "{}", page.words());
    let (seen, fields) = (case.seen().await, [("reasons", "x"), ("look", "save")]);
    for page in ["acknowledgement", "refusal"] {
        let done = case.post(Role::ComplaintsManager, page, &fields).await;
        assert_eq!(done.location(), format!("{}?done=draft", case.at(page)));
    }
    assert_eq!(case.seen().await, seen);
}

#[tokio::test]
async fn the_check_leads_to_the_very_point() {
    let world = World::new().await;
    let case = acknowledged(&world).await;
    let amira = world.sign_in(Role::ComplaintsOfficer).await;
    let page = amira.get(&case.at("response")).await;
    for point in ["p1", "p2"] {
        let way = format!("{}#point-{point}", case.at("findings"));
        assert!(page.main().contains(&format!("href=\"{way}\"")), "{}", page.main());
        let there = amira.get(&case.at("findings")).await;
        assert!(there.main().contains(&format!("id=\"point-{point}\" tabindex=\"-1\"")));
    }
}
