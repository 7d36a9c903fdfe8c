//! C26, closing: nothing is left behind, and promises outlive it.

use redress_domain::complaint::State;
use redress_domain::vocabulary::Role;
use redress_testkit::world::World;

use crate::web_answering_case::acknowledged;

const CLOSED: &[(&str, &str)] = &[
    ("reason", "agreed"),
    ("contacted-on", "29/4/2025"),
    ("agreed-on", "29/4/2025"),
    ("cause", "We patched the ceiling and not the roof"),
    ("lesson", "Look at the roof when a leak comes back"),
    ("pass-too-hard", "Short and plain"),
    ("pass-promise-unowned", "On record"),
    ("pass-third-party-data", "Nothing of others"),
];

#[tokio::test]
async fn no_case_closes_without_a_lesson_and_promises_go_on_after_it() {
    for world in World::each().await {
        let case = acknowledged(&world).await;
        case.answer().await;
        world.at("2025-04-30T10:00");
        let amira = world.sign_in(Role::ComplaintsOfficer).await;
        let page = amira.get(&case.at("closure")).await;
        assert_eq!(page.h1(), "Close: 1 thing first");
        assert!(page.words().contains("No lesson is recorded"), "{}", page.words());
        assert!(page.words().contains("It outlives the closing"), "{}", page.words());

        let bare: Vec<_> =
            CLOSED.iter().copied().filter(|it| !["cause", "lesson"].contains(&it.0)).collect();
        let page = case.post(Role::ComplaintsOfficer, "closure", &bare).await;
        assert_eq!(page.code(), 422);
        assert!(page.main().contains("href=\"#lesson\""), "{}", page.words());

        let done = case.post(Role::ComplaintsOfficer, "closure", CLOSED).await;
        assert_eq!(done.code(), 303, "{}", done.words());
        let complaint = case.case().await.complaint;
        assert_eq!((complaint.state(), complaint.lessons), (State::Closed, 1));

        let proof = [("a1-proof", "Photographs of the new lead")];
        let done = case.post(Role::ComplaintsOfficer, "actions/a1/completion", &proof).await;
        assert_eq!(done.code(), 303, "a promise is kept after the closing: {}", done.words());

        let done = case.post(Role::ComplaintsOfficer, "closure/survey", &[]).await;
        assert_eq!(done.code(), 303, "{}", done.words());
        let answered = [("handling", "4"), ("outcome", "2")];
        let done = case.post(Role::ContactCentre, "closure/survey-answer", &answered).await;
        assert_eq!(done.code(), 303, "{}", done.words());
        let again = [("reopen-reason", "The leak is back")];
        let done = case.post(Role::ComplaintsOfficer, "closure/reopening", &again).await;
        assert_eq!(done.code(), 303, "{}", done.words());
        assert_eq!(case.case().await.complaint.state(), State::Answered);
    }
}

#[tokio::test]
async fn a_window_that_is_open_and_behaviour_close_nothing() {
    let world = World::new().await;
    let case = acknowledged(&world).await;
    case.answer().await;
    let page = world.sign_in(Role::ComplaintsOfficer).await.get(&case.at("closure")).await;
    assert!(!page.main().contains("value=\"window-passed\""), "{}", page.words());
    assert!(!page.main().contains("value=\"behaviour\""), "{}", page.words());
    assert!(page.words().contains("can still come back to us until"), "{}", page.words());
    assert!(page.words().contains("never closed because of how somebody behaves"));
    let mut fields: Vec<(&str, &str)> = vec![("reason", "behaviour")];
    fields.extend(CLOSED.iter().filter(|(name, _)| *name != "reason"));
    let page = case.post(Role::ComplaintsOfficer, "closure", &fields).await;
    assert_eq!(page.code(), 422);
    assert!(page.words().contains("never closed because of how somebody behaves"));
    assert!(page.body.contains("Look at the roof when a leak comes back"), "the words are kept");
}
