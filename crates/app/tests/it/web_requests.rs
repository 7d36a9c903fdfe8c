//! R1, requests for service, and the other registers.

use redress_domain::vocabulary::Role;
use redress_testkit::world::World;

use crate::made::{call, received, reference, send, staff_id};

async fn request(world: &World, words: &str) -> String {
    let dan = world.sign_in(Role::ContactCentre).await;
    let changes = [("dissatisfied", "no"), ("kind", "service-request"), ("words", words)];
    let done = dan.post("/contacts/new", &call(&changes)).await;
    assert_eq!(done.code(), 303, "{}", done.words());
    reference(done.location())
}

// D24-5.1c, D24-5.1d, D24-5.1e, D24-5.2a, D24-5.2b, D24-5.2e, CODE-1.4, CODE-1.4.3, CODE-1.4.4
#[tokio::test]
async fn a_request_is_listed_by_age_overseen_offered_an_outcome_reviewed_and_settled() {
    for world in World::each().await {
        let re = request(&world, "The kitchen tap drips all night.").await;
        let again = request(&world, "The bath tap drips as well.").await;
        let page = format!("/complaints/{re}/request");
        let dan = world.sign_in(Role::ContactCentre).await;
        let list = dan.get("/service-requests").await;
        assert_eq!(list.h1(), "Service requests: open, 2");
        assert!(list.words().contains("Not contacted yet"), "{}", list.words());
        assert!(list.main().contains(&format!("href=\"{page}\"")));
        assert_eq!(
            dan.get("/service-requests?view=not-contacted").await.h1(),
            "Service requests: not contacted, 2"
        );
        assert!(dan.get(&page).await.h1().contains("nobody has contacted them yet"));

        let amira = world.sign_in(Role::ComplaintsOfficer).await;
        let id = staff_id(&world, Role::ComplaintsOfficer).await;
        let done = send(&amira, &re, "request/overseer", &[("overseer", &id)]).await;
        assert_eq!(done.location(), format!("{page}?done=overseen"), "{}", done.words());
        assert!(amira.get(&page).await.words().contains("Amira Khan"));
        assert_eq!(send(&dan, &re, "request", &[("offer-due", "9/4/2025")]).await.code(), 422);
        let offer = [("offer", "A plumber comes"), ("offer-due", "9/4/2025")];
        assert_eq!(send(&dan, &re, "request", &offer).await.code(), 303);
        let no = [("answer", "no"), ("said", "Too late for me")];
        assert_eq!(send(&dan, &re, "request/answer", &no).await.code(), 303);
        let unhappy = dan.get("/service-requests?view=unhappy").await;
        assert_eq!(unhappy.h1(), "Service requests: they do not agree, 1");
        world.at("2025-04-14T09:00");
        let dan = world.sign_in(Role::ContactCentre).await;
        let amira = world.sign_in(Role::ComplaintsOfficer).await;
        let list = dan.get("/service-requests").await;
        assert!(list.words().contains("5 working days old"), "{}", list.words());
        assert!(
            list.words().contains("3 working days late"),
            "what was promised: {}",
            list.words()
        );
        let note = [("note", "The part is on order"), ("next-review", "22/4/2025")];
        assert_eq!(send(&amira, &re, "request/review", &note).await.code(), 303);
        assert_eq!(dan.post(&format!("{page}/review"), &note).await.code(), 403);
        let shown = amira.get(&page).await;
        assert!(shown.words().contains("Tue 22 Apr 2025"), "{}", shown.words());
        assert!(shown.words().contains("Request looked at again"), "{}", shown.words());
        let outcome = [("outcome", "A new washer")];
        assert_eq!(send(&dan, &re, "request/outcome", &outcome).await.code(), 303);
        assert!(dan.get(&page).await.h1().contains("settled Mon 14 Apr 2025"));
        assert_eq!(
            dan.get("/service-requests?view=done").await.h1(),
            "Service requests: settled, 1"
        );
        let open = dan.get("/service-requests?view=age").await;
        assert_eq!(open.h1(), "Service requests: by age, 1");
        assert!(open.words().contains(&again));
    }
}

#[tokio::test]
async fn a_complaint_made_of_a_request_stops_none_of_it() {
    let world = World::new().await;
    let re = request(&world, "The lift is slow.").await;
    let dan = world.sign_in(Role::ContactCentre).await;
    let done = send(&dan, &re, "triage/choice", &[("answer", "complain")]).await;
    assert_eq!(done.code(), 303, "{}", done.words());
    assert_eq!(dan.get("/service-requests").await.h1(), "Service requests: open, 1");
    let offer = [("offer", "An engineer comes")];
    assert_eq!(send(&dan, &re, "request", &offer).await.code(), 303);
    let shown = dan.get(&format!("/complaints/{re}/request")).await;
    assert!(shown.words().contains("They complain"), "{}", shown.words());
}

// DF-3.13a
#[tokio::test]
async fn the_registers_lead_to_what_each_role_may_read() {
    let world = World::new().await;
    received(&world).await;
    request(&world, "The gate squeaks.").await;
    let dan = world.sign_in(Role::ContactCentre).await;
    let all = dan.get("/registers").await;
    for register in ["Service requests", "Enquiries", "Petitions and groups", "Settled at once"] {
        assert!(all.words().contains(register), "{register}: {}", all.words());
    }
    assert!(!all.words().contains("Refusals"), "that is for managers");
    let chloe = world.sign_in(Role::ComplaintsManager).await;
    assert!(chloe.get("/registers").await.words().contains("Refusals"));
    assert_eq!(chloe.get("/refusals").await.words().matches("Nothing was refused.").count(), 1);
    let lost = dan.get("/service-requests?after=nowhere").await;
    assert!(lost.words().contains("no longer there"), "{}", lost.words());
    // Whoever sees only what they hold sees no more of it here.
    let farid = world.sign_in(Role::InvestigatingOfficer).await;
    assert_eq!(farid.get("/service-requests").await.h1(), "Service requests: open, 0");
}
