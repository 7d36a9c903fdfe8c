//! C22 and C24, stage 2: without a reason, before somebody new, and never a third.

use redress_domain::vocabulary::{Role, Stage};
use redress_testkit::world::World;

use crate::web_answering_case::acknowledged;

const ASKED: &[(&str, &str)] = &[("channel", "phone"), ("received", "today")];

#[tokio::test]
async fn stage_2_is_asked_for_without_a_reason_and_given_to_somebody_new() {
    for world in World::each().await {
        let case = acknowledged(&world).await;
        case.answer().await;
        world.at("2025-05-23T10:00");
        let page = world.sign_in(Role::ContactCentre).await.get(&case.at("escalation")).await;
        assert!(page.words().contains("until Wednesday 4 June 2025"), "{}", page.words());
        let done = case.post(Role::ContactCentre, "escalation", ASKED).await;
        assert_eq!(done.code(), 303, "{}", done.words());

        let page = world.sign_in(Role::ComplaintsManager).await.get(&case.at("escalation")).await;
        assert_eq!(page.h1(), "Request for stage 2: acknowledge by Monday 2 June 2025");
        assert!(page.words().contains("Amira Khan had a hand in stage 1"), "{}", page.words());
        assert!(page.main().contains("value=\"ben\""), "Ben can be chosen");
        assert!(!page.main().contains("value=\"amira\""), "Amira cannot");

        let barred = [("officer", "amira")];
        let page = case.post(Role::ComplaintsManager, "escalation/acceptance", &barred).await;
        assert_eq!(page.code(), 422);
        assert!(page.words().contains("cannot decide stage 2"), "{}", page.words());
        assert!(
            page.words().contains("clause 7.2.2") || page.words().contains("clause"),
            "{}",
            page.words()
        );
        assert!(page.words().contains("Choose somebody who had nothing to do with stage 1"));

        let done = case
            .post(Role::ComplaintsManager, "escalation/acceptance", &[("officer", "ben")])
            .await;
        assert_eq!(done.code(), 303, "{}", done.words());
        assert_eq!(case.case().await.complaint.stage(), Stage::Two);
    }
}

#[tokio::test]
async fn before_the_answer_the_page_says_when_it_can_be_asked_for() {
    let world = World::new().await;
    let case = acknowledged(&world).await;
    let page = world.sign_in(Role::ContactCentre).await.get(&case.at("escalation")).await;
    assert!(page.words().contains("due by Monday 28 April 2025"), "{}", page.words());
    let page = case.post(Role::ContactCentre, "escalation", ASKED).await;
    assert_eq!(page.code(), 422, "{}", page.words());
}

#[tokio::test]
async fn a_late_request_waits_for_a_person_who_says_why() {
    let world = World::new().await;
    let case = acknowledged(&world).await;
    case.answer().await;
    world.at("2025-06-20T10:00");
    let done = case.post(Role::ContactCentre, "escalation", ASKED).await;
    assert_eq!(done.code(), 303, "{}", done.words());
    let page =
        case.post(Role::ComplaintsManager, "escalation/acceptance", &[("officer", "ben")]).await;
    assert_eq!(page.code(), 422);
    assert!(page.words().contains("why it came late"), "{}", page.words());
    let taken = [
        ("officer", "ben"),
        ("late-because", "You were in hospital in May, so we look at it all the same."),
        ("pass-too-hard", "Short and plain"),
        ("pass-third-party-data", "Nothing of others"),
    ];
    let done = case.post(Role::ComplaintsManager, "escalation/acceptance", &taken).await;
    assert_eq!(done.code(), 303, "{}", done.words());
    let letters = case.case().await.complaint.letters;
    assert_eq!(letters.last().unwrap().letter, "late-escalation-decision");
}

#[tokio::test]
async fn stage_2_shows_what_stage_1_decided_and_bars_whoever_decided_it() {
    let world = World::new().await;
    let case = acknowledged(&world).await;
    case.answer().await;
    world.at("2025-05-23T10:00");
    case.post(Role::ContactCentre, "escalation", ASKED).await;
    case.post(Role::ComplaintsManager, "escalation/acceptance", &[("officer", "ben")]).await;
    let page = world.sign_in(Role::Stage2Officer).await.get(&case.at("findings")).await;
    assert_eq!(page.h1(), "Findings at stage 2: 0 of 2 decided");
    assert!(page.words().contains("Stage 1 decided"), "{}", page.words());
    assert!(page.main().contains("<form"), "Ben decides");
    let page = world.sign_in(Role::ComplaintsOfficer).await.get(&case.at("findings")).await;
    assert!(!page.main().contains("<form"), "Amira reads only");
}
