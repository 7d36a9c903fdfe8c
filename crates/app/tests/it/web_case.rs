//! The case itself: what stands on it, how each date was reached, what may be done, and who never
//! sees it. Journey 1 with its worked-out dates. Bad input rows 23, 26 and 32.

use redress_domain::vocabulary::Role;
use redress_testkit::world::World;

use crate::made::{self, send};

#[tokio::test]
async fn a_call_becomes_an_acknowledged_complaint_and_every_date_opens_its_working() {
    for world in World::each().await {
        let re = made::defined(&world).await;
        world.at("2025-04-10T15:00");
        let amira = world.sign_in(Role::ComplaintsOfficer).await;
        let page = amira.get(&format!("/complaints/{re}/acknowledgement")).await;
        assert_eq!(page.h1(), "Acknowledge: due Monday 14 April 2025, 2 working days left");
        assert!(page.words().contains("3 of 5 working days"), "{}", page.words());
        let id = made::staff_id(&world, Role::ComplaintsOfficer).await;
        let done = send(&amira, &re, "acknowledgement", &made::acknowledgement(&id)).await;
        assert_eq!(done.code(), 303, "{}", done.words());
        let case = amira.get(&format!("/complaints/{re}")).await;
        assert!(case.words().contains("Mon 28 Apr 2025"), "{}", case.words());
        assert!(case.words().contains("Met 10 Apr"), "{}", case.words());
        assert!(case.words().contains("Acknowledgement, stage 1"), "{}", case.words());
        let clock = amira.get(&format!("/complaints/{re}/clocks/response-1")).await;
        let words = clock.words();
        assert!(clock.h1().contains("due Monday 28 April 2025"), "{}", clock.h1());
        assert!(words.contains("Good Friday (Fri 18 Apr 2025)"), "{words}");
        assert!(words.contains("Easter Monday (Mon 21 Apr 2025)"), "{words}");
        assert!(words.contains("10 working days after the acknowledgement"), "{words}");
        assert!(words.contains("The last day, until midnight"), "{words}");
        let acknowledgement =
            amira.get(&format!("/complaints/{re}/clocks/acknowledgement-1")).await;
        let words = acknowledgement.words();
        assert!(words.contains("not counting 2 weekend days"), "{words}");
        assert!(words.contains("clause 7.1.3 of the policy"), "{words}");
    }
}

#[tokio::test]
async fn a_clock_that_has_not_begun_says_what_starts_it_and_no_other_name_is_a_clock() {
    let world = World::new().await;
    let re = made::received(&world).await;
    let amira = world.sign_in(Role::ComplaintsOfficer).await;
    let page = amira.get(&format!("/complaints/{re}/clocks/response-2")).await;
    assert_eq!((page.code(), page.h1()), (200, "Response, stage 2: not started".to_owned()));
    let page = amira.get(&format!("/complaints/{re}/clocks/response-1")).await;
    assert!(page.words().contains("This is a forecast until the acknowledgement is sent"));
    assert_eq!(amira.get(&format!("/complaints/{re}/clocks/lunch-1")).await.code(), 404);
}

#[tokio::test]
async fn the_case_shows_the_next_step_and_the_needs_and_hides_nothing_that_cannot_be_done() {
    let world = World::new().await;
    let re = made::received(&world).await;
    let chloe = world.sign_in(Role::ComplaintsManager).await;
    let case = chloe.get(&format!("/complaints/{re}")).await;
    let words = case.words();
    assert!(words.contains("18 point print"), "{words}");
    assert!(words.contains("Say what this contact is") && words.contains("Assign it"), "{words}");
    assert!(words.contains("No points yet."), "{words}");
    assert!(case.body.contains("<section class=\"rd-promise\""), "the promise bar");
    let choices = chloe.get(&format!("/complaints/{re}/choices")).await;
    let words = choices.words();
    assert!(words.contains("Extend the response"), "{words}");
    assert!(words.contains("Not possible"), "{words}");
    assert!(choices.body.contains(&format!("href=\"/complaints/{re}/definition\"")));
    assert!(!choices.body.contains(&format!("href=\"/complaints/{re}/extension\"")), "not yet");
}

#[tokio::test]
async fn an_auditor_reads_everything_and_is_offered_no_form() {
    let world = World::new().await;
    let re = made::acknowledged(&world).await;
    let olive = world.sign_in(Role::Auditor).await;
    for page in [
        "",
        "/choices",
        "/history",
        "/definition",
        "/points",
        "/acknowledgement",
        "/assignment",
        "/conflicts",
        "/contacts",
        "/needs",
        "/evidence",
        "/information-requests",
        "/comments",
        "/extension",
        "/received-date",
        "/people",
        "/links",
        "/departures",
        "/withdrawal",
        "/triage",
        "/clocks/response-1",
    ] {
        let answer = olive.get(&format!("/complaints/{re}{page}")).await;
        assert_eq!(answer.code(), 200, "{page}");
        let buttons: Vec<&str> = answer
            .main()
            .split("<form")
            .skip(1)
            .filter(|form| !form.contains("history/check"))
            .collect();
        assert!(buttons.is_empty(), "{page} offers a form: {}", buttons[0]);
        assert_eq!(answer.body.matches("<h1").count(), 1, "{page} has one h1");
        assert!(!answer.body.contains("<script") && !answer.body.contains(" style=\""), "{page}");
        assert!(!answer.title().contains("Joyce"), "{page}: {}", answer.title());
    }
}

#[tokio::test]
async fn another_landlords_case_does_not_exist() {
    for world in World::each().await {
        let re = made::acknowledged(&world).await;
        let neighbour = world.neighbour().await;
        let zoe = world.sign_in_as(&neighbour, "zoe").await;
        for page in ["", "/history", "/extension", "/clocks/response-1", "/files/nothing-1"] {
            let theirs = zoe.get(&format!("/complaints/{re}{page}")).await;
            let nobodys = zoe.get(&format!("/complaints/RH-2025-99999-X{page}")).await;
            assert_eq!((theirs.code(), nobodys.code()), (404, 404), "{page}");
            assert_eq!(theirs.words(), nobodys.words(), "{page}: the two look the same");
        }
        let fields = [("what", "Photos"), ("from", ""), ("seen-version", "5")];
        assert_eq!(zoe.post(&format!("/complaints/{re}/evidence"), &fields).await.code(), 404);
    }
}

#[tokio::test]
async fn odd_addresses_find_nothing_and_break_nothing() {
    let world = World::new().await;
    let amira = world.sign_in(Role::ComplaintsOfficer).await;
    for path in ["/complaints/..%2f..%2fetc", "/complaints/%00", "/complaints/a%0d%0ab/history"] {
        let answer = amira.get(path).await;
        assert!(matches!(answer.code(), 400 | 404), "{path}: {}", answer.code());
    }
    let long = format!("/complaints/{}", "a".repeat(9 * 1024));
    assert_eq!(amira.get(&long).await.code(), 414);
    let re = made::received(&world).await;
    let typed = re.to_lowercase();
    assert_eq!(amira.get(&format!("/complaints/{typed}")).await.code(), 200, "small letters do");
}

#[tokio::test]
async fn every_look_at_a_case_is_on_record_before_the_page() {
    let world = World::new().await;
    let re = made::received(&world).await;
    let amira = world.signed(Role::ComplaintsOfficer).await;
    let case = world.app.desk.case(&amira, &re).await.unwrap();
    let visitor = world.sign_in(Role::ComplaintsOfficer).await;
    visitor.get(&format!("/complaints/{re}/contacts")).await;
    let looks =
        redress_store::access::looks_at_case(&world.app.desk.db, &world.scope, &case.id, 50);
    let looks = looks.await.unwrap();
    assert_eq!(looks[0].page, "contacts");
    assert_eq!(looks[0].staff, amira.staff.id);
}

#[tokio::test]
async fn the_history_holds_every_event_and_the_chain_can_be_read_again() {
    for world in World::each().await {
        let re = made::acknowledged(&world).await;
        let amira = world.sign_in(Role::ComplaintsOfficer).await;
        let page = amira.get(&format!("/complaints/{re}/history")).await;
        assert!(page.h1().ends_with("numbered without a gap"), "{}", page.h1());
        assert!(page.words().contains("Amira Khan") && page.words().contains("Dan Price"));
        let checked = amira.post(&format!("/complaints/{re}/history/check"), &[]).await;
        assert!(checked.words().contains("The chain holds"), "{}", checked.words());
    }
}

#[tokio::test]
async fn somebody_who_was_first_is_told_of_and_nothing_written_is_lost() {
    for world in World::each().await {
        let re = made::acknowledged(&world).await;
        let amira = world.sign_in(Role::ComplaintsOfficer).await;
        let chloe = world.sign_in(Role::ComplaintsManager).await;
        let path = format!("/complaints/{re}/evidence");
        let seen = amira.get(&path).await.value("seen-version");
        let first = send(&chloe, &re, "evidence", &[("what", "Job sheet"), ("from", "")]).await;
        assert_eq!(first.code(), 303, "{}", first.words());
        let mine = [("what", "Photos of the ceiling"), ("from", "Joyce"), ("seen-version", &*seen)];
        let stale = amira.post(&path, &mine).await;
        assert_eq!(stale.code(), 409);
        let words = stale.words();
        assert!(words.contains("Chloe Marsh changed this at"), "{words}");
        assert!(words.contains("Evidence filed"), "{words}");
        assert!(stale.body.contains("Photos of the ceiling"), "my words stay");
        assert!(stale.title().starts_with("Error: "), "{}", stale.title());
        let newer = stale.value("seen-version");
        assert_ne!(newer, seen);
        let again = [mine[0], mine[1], ("seen-version", &*newer)];
        assert_eq!(amira.post(&path, &again).await.code(), 303, "and it goes on from there");
    }
}
