//! C20: a letter handed over, read by a second person exactly as it would leave, cleared or
//! returned with notes.

use redress_domain::vocabulary::Role;
use redress_testkit::world::{Answer, World};

use crate::web_answering_case::{Played, SENT, acknowledged, received};
use crate::web_answering_refusal::REFUSED;

async fn ready(world: &World) -> Played<'_> {
    let case = acknowledged(world).await;
    case.decide(Role::ComplaintsOfficer).await;
    case.put_right().await;
    case
}

/// A letter about whose tone the check asks.
fn asking() -> Vec<(&'static str, &'static str)> {
    let words = "We are sorry. You failed to tell us, and water came through your ceiling.";
    with_apology(words)
}

fn with_apology(words: &'static str) -> Vec<(&'static str, &'static str)> {
    let fields = SENT.iter().filter(|(name, _)| *name != "apology-words");
    fields.copied().chain([("apology-words", words)]).collect()
}

async fn hand_over(case: &Played<'_>, version: &str) -> Answer {
    let over = [&asking()[..], &[("look", "clearance"), ("draft-version", version)]].concat();
    case.post(Role::ComplaintsOfficer, "response", &over).await
}

/// The form of the page as somebody sees it, sent with one of its buttons.
async fn answer(case: &Played<'_>, role: Role, shown: &Answer, does: &[(&str, &str)]) -> Answer {
    let mut fields = vec![("form", "response".to_owned())];
    for name in ["seen-version", "draft-version", "sha256"] {
        fields.push((name, shown.value(name)));
    }
    let mut sent: Vec<(&str, &str)> =
        fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    sent.extend_from_slice(does);
    case.world.sign_in(role).await.post(&case.at("clearance"), &sent).await
}

#[tokio::test]
async fn a_second_person_reads_returns_and_at_last_clears_what_the_author_then_sends() {
    for world in World::each().await {
        let case = ready(&world).await;
        let held = case.post(Role::ComplaintsOfficer, "response", &asking()).await;
        assert_eq!(held.code(), 422);
        assert!(held.words().contains("somebody other than you must clear it"), "{}", held.words());
        assert!(held.main().contains("value=\"clearance\""), "the way there is on the page");
        let over = hand_over(&case, "0").await;
        assert_eq!(over.location(), format!("{}?done=handed-over", case.at("response")));

        let amira = world.sign_in(Role::ComplaintsOfficer).await;
        let own = amira.get(&case.at("clearance")).await;
        assert!(own.words().contains("somebody else must clear it"), "{}", own.words());
        assert!(!own.main().contains("value=\"clear\""), "no button for its author");
        let chloe = world.sign_in(Role::ComplaintsManager).await;
        let work = chloe.get("/work").await;
        assert!(work.words().contains("1 waiting for my clearance"), "{}", work.words());
        assert!(work.main().contains(&format!("href=\"{}\"", case.at("clearance"))));
        assert!(!amira.get("/work").await.words().contains("waiting for my clearance"));

        let shown = chloe.get(&case.at("clearance")).await;
        assert_eq!(shown.h1(), "Clear a letter: response, stage 1");
        assert!(shown.words().contains("Read by a second person"), "{}", shown.words());
        assert!(shown.main().contains("id=\"letter\""), "the letter as it will look");
        let blank = answer(&case, Role::ComplaintsManager, &shown, &[("does", "return")]).await;
        assert_eq!(blank.code(), 422);
        let notes = [("does", "return"), ("notes", "Say <which> visit you mean")];
        let back = answer(&case, Role::ComplaintsManager, &shown, &notes).await;
        assert_eq!(back.location(), format!("{}?done=returned", case.at("clearance")));
        let page = amira.get(&case.at("response")).await;
        assert!(page.body.contains("notes: Say &#60;which&#62; visit"), "{}", page.words());
        let late = answer(&case, Role::ComplaintsManager, &shown, &[("does", "clear")]).await;
        assert_eq!(late.code(), 409, "it waits no longer");

        let over = hand_over(&case, &page.value("draft-version")).await;
        assert_eq!(over.code(), 303, "{}", over.words());
        let shown = chloe.get(&case.at("clearance")).await;
        let done = answer(&case, Role::ComplaintsManager, &shown, &[("does", "clear")]).await;
        let target = format!("/complaints/{}?done=letter-cleared", case.re);
        assert_eq!(done.location(), target, "{}", done.words());
        let twice = answer(&case, Role::ComplaintsManager, &shown, &[("does", "clear")]).await;
        assert_eq!(twice.location(), target, "sent twice, done once");
        assert_eq!(case.case().await.complaint.cleared.len(), 1);
        let page = amira.get(&case.at("response")).await;
        assert!(page.words().contains("send it unchanged"), "{}", page.words());
        assert!(amira.get("/work").await.words().contains("Cleared: send it"));
        let history = chloe.get(&case.at("history")).await;
        assert!(history.words().contains("Read by a second person and cleared"));
        let done = case.post(Role::ComplaintsOfficer, "response", &asking()).await;
        assert_eq!(done.code(), 303, "{}", done.words());
    }
}

#[tokio::test]
async fn nobody_clears_what_they_did_not_read_or_may_not() {
    let world = World::new().await;
    let case = ready(&world).await;
    hand_over(&case, "0").await;
    let chloe = world.sign_in(Role::ComplaintsManager).await;
    let shown = chloe.get(&case.at("clearance")).await;
    for role in [Role::ComplaintsOfficer, Role::ServiceManager] {
        let mine = answer(&case, role, &shown, &[("does", "clear")]).await;
        assert!([403, 404, 422].contains(&mine.code()), "{role:?} {}", mine.code());
        let notes = [("does", "return"), ("notes", "Mine")];
        let mine = answer(&case, role, &shown, &notes).await;
        assert!([403, 404, 422].contains(&mine.code()), "{role:?} {}", mine.code());
    }
    assert_eq!(world.sign_in(Role::Auditor).await.get(&case.at("clearance")).await.code(), 403);
    let mut changed = with_apology("We are sorry. You failed to tell us, and the roof leaked.");
    changed.extend([("look", "clearance"), ("draft-version", "1")]);
    let over = case.post(Role::ComplaintsOfficer, "response", &changed).await;
    assert_eq!(over.code(), 303, "{}", over.words());
    let moved = answer(&case, Role::ComplaintsManager, &shown, &[("does", "clear")]).await;
    assert_eq!(moved.code(), 409, "{}", moved.words());
    assert!(moved.words().contains("not the letter you read"), "{}", moved.words());
    assert!(case.case().await.complaint.cleared.is_empty());
}

#[tokio::test]
async fn a_refusal_interrupts_only_when_it_is_cleared_and_keeps_its_reasons_until_then() {
    let world = World::new().await;
    let case = received(&world, false).await;
    world.at("2025-04-09T10:00");
    let reasons = "You failed to ask the tribunal. The tribunal decides how the charge is made up.";
    let mut fields: Vec<(&str, &str)> = vec![("reasons", reasons)];
    fields.extend(REFUSED.iter().filter(|(name, _)| *name != "reasons"));
    let looked = [&fields[..], &[("look", "letter")]].concat();
    let page = case.post(Role::ComplaintsOfficer, "refusal", &looked).await;
    assert!(!page.main().contains("rd-interruption"), "{}", page.words());
    assert!(page.main().contains("value=\"clearance\""), "{}", page.words());
    case.clear(Role::ComplaintsOfficer, "refusal", &fields).await;
    let again = world.sign_in(Role::ComplaintsOfficer).await.get(&case.at("refusal")).await;
    assert_eq!(again.value("pass-tone"), "Read by a second person");
    let page = case.post(Role::ComplaintsOfficer, "refusal", &looked).await;
    assert_eq!(page.h1(), "Refuse this complaint?", "{}", page.words());
    let done = case.post(Role::ComplaintsOfficer, "refusal", &fields).await;
    assert_eq!(done.code(), 303, "{}", done.words());
}
