//! C16, putting right: what is offered, what was promised, what was paid.

use redress_domain::vocabulary::Role;
use redress_testkit::world::World;

use crate::web_answering_case::acknowledged;

#[tokio::test]
async fn a_remedy_says_what_and_by_when_or_it_is_none() {
    let world = World::new().await;
    let case = acknowledged(&world).await;
    case.decide(Role::ComplaintsOfficer).await;
    let amira = world.sign_in(Role::ComplaintsOfficer).await;
    let page = amira.get(&case.at("remedies")).await;
    assert!(page.words().contains("Nothing puts point 1 right yet."), "{}", page.words());
    let vague = [("kind", "action"), ("what", "Repair it"), ("owner", "Repairs team")];
    let page = case.post(Role::ComplaintsOfficer, "remedies", &vague).await;
    assert_eq!(page.code(), 422);
    assert!(page.main().contains("href=\"#due\""), "{}", page.words());
    let past = [("due", "1/4/2025"), ("kind", "action"), ("what", "x y"), ("owner", "Repairs")];
    let page = case.post(Role::ComplaintsOfficer, "remedies", &past).await;
    assert_eq!(page.code(), 422);
    assert!(page.words().contains("has passed"), "{}", page.words());
    case.put_right().await;
    let page = amira.get(&case.at("remedies")).await;
    assert_eq!(page.h1(), "Remedies: £175 offered, 1 action");
}

#[tokio::test]
async fn a_promise_is_tracked_moved_with_a_reason_and_completed_with_proof() {
    for world in World::each().await {
        let case = acknowledged(&world).await;
        let promise = [
            ("promise-what", "Paint the ceiling"),
            ("promise-owner", "Repairs team"),
            ("promise-due", "20/5/2025"),
        ];
        let done = case.post(Role::ComplaintsOfficer, "remedies/promise", &promise).await;
        assert_eq!(done.code(), 303, "{}", done.words());
        let moved = [("a1-text", "The painter is ill"), ("a1-due", "27/5/2025")];
        let done = case.post(Role::ComplaintsOfficer, "actions/a1", &moved).await;
        assert_eq!(done.code(), 303, "{}", done.words());
        let page = world.sign_in(Role::ComplaintsOfficer).await.get(&case.at("actions")).await;
        assert_eq!(page.h1(), "Promises: 1 of 1 open");
        assert!(page.words().contains("Tue 20 May 2025"), "the first day stays: {}", page.words());
        let bare = case.post(Role::ComplaintsOfficer, "actions/a1/completion", &[]).await;
        assert_eq!(bare.code(), 422);
        let proof = [("a1-proof", "Photograph of the ceiling")];
        let done = case.post(Role::ComplaintsOfficer, "actions/a1/completion", &proof).await;
        assert_eq!(done.code(), 303, "{}", done.words());
        let action = case.case().await.complaint.actions.remove(0);
        assert_eq!(action.done_on, Some(world.today()));
    }
}

#[tokio::test]
async fn an_offer_is_answered_and_paid_and_nothing_is_taken_off_unseen() {
    let world = World::new().await;
    let case = acknowledged(&world).await;
    case.decide(Role::ComplaintsOfficer).await;
    case.put_right().await;
    let page = world.sign_in(Role::ComplaintsOfficer).await.get(&case.at("offers")).await;
    assert_eq!(page.h1(), "Money offered: £175");
    let done = case.post(Role::ContactCentre, "offers/o1", &[("o1-answer", "accept")]).await;
    assert_eq!(done.code(), 303, "{}", done.words());
    let debt = [("o1-paid", "today"), ("o1-to", "resident"), ("o1-set-off", "50")];
    let page = case.post(Role::ComplaintsOfficer, "offers/o1/payment", &debt).await;
    assert_eq!(page.code(), 422);
    assert!(page.main().contains("href=\"#o1-approved-by\""), "{}", page.words());
    let paid = [("o1-paid", "today"), ("o1-to", "resident")];
    let done = case.post(Role::ComplaintsOfficer, "offers/o1/payment", &paid).await;
    assert_eq!(done.code(), 303, "{}", done.words());
    let offer = case.case().await.complaint.offers.remove(0);
    assert_eq!((offer.accepted, offer.paid_on), (Some(true), Some(world.today())));
}

// CODE-7.2, CODE-7.4, D24-10c
#[tokio::test]
async fn a_sum_is_weighed_beside_the_guidance_and_the_landlords_own_policy() {
    let world = World::new().await;
    let case = acknowledged(&world).await;
    case.decide(Role::ComplaintsOfficer).await;
    let amira = world.sign_in(Role::ComplaintsOfficer).await;
    let page = amira.get(&case.at("remedies")).await.words();
    for said in [
        "Guidance on remedies, edition of 1 April 2024",
        "Compensation Policy, as clause 10 wants",
        "What did it mean for the resident, and who else was affected?",
        "I have looked at the Ombudsman’s guidance on remedies",
    ] {
        assert!(page.contains(said), "{said}: {page}");
    }
    let offer = [
        ("kind", "money"),
        ("what", "A cold winter"),
        ("due", "20/5/2025"),
        ("amount", "175"),
        ("head", "distress and inconvenience"),
    ];
    let bare = case.post(Role::ComplaintsOfficer, "remedies", &offer).await;
    assert!(bare.location().contains("not-weighed"), "{}", bare.location());
    let mut weighed = offer.to_vec();
    weighed.extend([
        ("weighed-effect", "Two children slept in their coats"),
        ("severity", "adverse"),
        ("guidance", "yes"),
    ]);
    let done = case.post(Role::ComplaintsOfficer, "remedies", &weighed).await;
    assert_eq!(done.code(), 303, "{}", done.words());
    assert!(!done.location().contains("not-weighed"), "{}", done.location());
    let offered = case.case().await.complaint.remedies.pop().unwrap().remedy;
    assert!(offered.guidance_considered && offered.severity.is_some());
    let effect = offered.weighed.values().next().unwrap();
    assert_eq!(effect.text(), "Two children slept in their coats");
}
