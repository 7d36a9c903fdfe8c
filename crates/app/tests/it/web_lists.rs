//! The lists: my work, the worklist with its filters and file, search, promises.

use jiff::SignedDuration;
use redress_domain::command::Command;
use redress_domain::ids::StaffId;
use redress_domain::personal::Words;
use redress_domain::vocabulary::Role;
use redress_testkit::world::{World, login_of};

/// Gives a case to somebody.
async fn assign(world: &World, reference: &str, to: Role) {
    let command = Command::Assign {
        officer: StaffId(login_of(to).to_owned()),
        role: None,
        oversees: false,
        received_on: None,
    };
    world.act(Role::ComplaintsManager, reference, vec![command]).await;
}

#[tokio::test]
async fn my_work_says_what_is_due_and_leads_to_the_page_that_meets_it() {
    for world in World::each().await {
        let amira = world.sign_in(Role::ComplaintsOfficer).await;
        let page = amira.get("/work").await;
        assert_eq!(page.h1(), "My work: 0 overdue, 0 due today");
        assert!(page.words().contains("Nothing is due today. You have no later promise either."));
        let reference = world.receive("Joyce Adeyemi", "Nobody came to mend the leak").await;
        assign(&world, &reference, Role::ComplaintsOfficer).await;
        let page = amira.get("/work").await;
        let next = format!("Nothing is due today. Your next promise is Mon 14 Apr: {reference}.");
        assert!(page.words().contains(&next), "{}", page.words());
        world.at("2025-04-14T09:30");
        let amira = world.sign_in(Role::ComplaintsOfficer).await;
        let page = amira.get("/work").await;
        assert_eq!(page.h1(), "My work: 0 overdue, 1 due today");
        assert_eq!(page.title(), "My work: 0 overdue, 1 due today – Rowan Homes");
        assert!(page.body.contains(&format!("/complaints/{reference}/clocks/acknowledgement-1")));
        assert!(page.body.contains(&format!("/complaints/{reference}/acknowledgement")));
        world.at("2025-04-16T09:30");
        let amira = world.sign_in(Role::ComplaintsOfficer).await;
        let page = amira.get("/work").await;
        assert_eq!(page.h1(), "My work: 1 overdue, 0 due today");
        assert!(page.words().contains("2 working days late"));
        let chloe = world.sign_in(Role::ComplaintsManager).await;
        let page = chloe.get("/work").await;
        assert_eq!(page.h1(), "My work: 0 overdue, 0 due today", "another's work is not mine");
        assert!(page.words().contains("1 overdue in the team"));
    }
}

#[tokio::test]
async fn every_date_of_the_lists_opens_its_working() {
    let world = World::new().await;
    let reference = world.receive("Joyce Adeyemi", "Nobody came to mend the leak").await;
    assign(&world, &reference, Role::ComplaintsOfficer).await;
    world.at("2025-04-11T09:30");
    let amira = world.sign_in(Role::ComplaintsOfficer).await;
    for list in ["/work", "/complaints"] {
        let page = amira.get(list).await;
        let mut link = page.body.split("href=\"").map(|rest| rest.split('"').next().unwrap());
        let link = link.find(|href| href.contains("/clocks/")).unwrap().to_owned();
        let working = amira.get(&link).await;
        assert_eq!(working.code(), 200, "{list}: {link}");
        assert!(working.words().contains("14 April 2025"), "{}", working.words());
    }
}

#[tokio::test]
async fn the_worklist_narrows_by_views_and_filters_and_says_which() {
    for world in World::each().await {
        let leak = world.receive("Joyce Adeyemi", "Nobody came to mend the leak").await;
        let noise = world.receive("Tom Null", "Noise at night").await;
        assign(&world, &leak, Role::ComplaintsOfficer).await;
        let amira = world.sign_in(Role::ComplaintsOfficer).await;
        let page = amira.get("/complaints").await;
        assert_eq!(page.h1(), "Complaints: open, 2");
        assert!(page.words().contains("1 to 2 of 2"));
        let page = amira.get("/complaints?view=mine").await;
        assert_eq!(page.h1(), "Complaints: mine, 1");
        assert!(page.body.contains(&leak) && !page.body.contains(&noise));
        let page = amira.get("/complaints?view=unassigned").await;
        assert!(!page.body.contains(&leak) && page.body.contains(&noise));
        let page = amira.get("/complaints?stage=2&owner=me").await;
        assert_eq!(page.h1(), "Complaints: filtered, 0");
        let says =
            "No complaints match. Remove one of the filters (Mine; Stage 2), or clear them all.";
        assert!(page.words().contains(says), "{}", page.words());
        assert!(page.body.contains("href=\"/complaints?owner=me\""), "a chip leads to the rest");
        world.at("2025-04-15T09:30");
        let amira = world.sign_in(Role::ComplaintsOfficer).await;
        assert_eq!(amira.get("/complaints?view=overdue").await.h1(), "Complaints: overdue, 2");
        let page = amira.get("/complaints?state=nonsense&owner=nobody-i-know&due=x").await;
        assert_eq!(page.h1(), "Complaints: open, 2", "what is no code narrows nothing");
        let page = amira.get("/complaints?received-from=8/4/2025").await;
        assert!(page.h1().ends_with(", 0"));
        assert_eq!(page.value("received-from"), "8/4/2025");
    }
}

#[tokio::test]
async fn the_worklist_turns_its_pages_and_a_lost_place_is_the_first() {
    let world = World::new().await;
    for n in 0..53 {
        world.receive(&format!("Resident {n}"), "Leak").await;
    }
    let amira = world.sign_in(Role::ComplaintsOfficer).await;
    let first = amira.get("/complaints").await;
    assert!(first.words().contains("1 to 50 of 53"));
    let next = link(&first.body, "after=");
    let second = amira.get(&next).await;
    assert!(second.words().contains("51 to 53 of 53"), "{next}");
    let back = amira.get(&link(&second.body, "before=")).await;
    assert!(back.words().contains("1 to 50 of 53"));
    let lost = amira.get("/complaints?after=yesterday").await;
    assert_eq!(lost.code(), 200);
    assert!(lost.words().contains("That place in the list is no longer there"));
}

/// The first link whose address holds some text.
fn link(body: &str, holds: &str) -> String {
    let mut links = body.split("href=\"").map(|rest| rest.split('"').next().unwrap());
    links.find(|href| href.contains(holds)).unwrap().replace("&#38;", "&")
}

#[tokio::test]
async fn the_file_of_the_worklist_calculates_nothing_and_is_logged() {
    for world in World::each().await {
        let reference = world.receive("=HYPERLINK(\"x\")", "+44, \"quoted\"").await;
        let amira = world.sign_in(Role::ComplaintsOfficer).await;
        let file = amira.get("/complaints.csv").await;
        assert_eq!(file.code(), 200);
        assert!(file.header("content-disposition").contains("attachment"));
        let line = file.body.lines().find(|line| line.contains(&reference)).unwrap();
        assert!(line.contains("\"'=HYPERLINK(\"\"x\"\")\""), "{line}");
        assert!(line.contains("\"'+44, \"\"quoted\"\"\""), "{line}");
        let none = amira.get("/complaints.csv?stage=2").await;
        assert_eq!(none.body.lines().count(), 1, "the same filters as the list");
        let looks =
            redress_store::access::looks_by(&world.app.desk.db, &world.scope, "amira", 10).await;
        assert!(looks.unwrap().iter().all(|look| look.page == "complaints.csv"));
    }
}

#[tokio::test]
async fn a_reference_leads_to_its_case_however_it_is_typed() {
    for world in World::each().await {
        let reference = world.receive("Joyce Adeyemi", "Nobody came to mend the leak").await;
        let amira = world.sign_in(Role::ComplaintsOfficer).await;
        let typed = format!(" {} ", reference.to_lowercase().replace('-', " - "));
        let answer = amira.post("/searches", &[("words", &typed)]).await;
        assert_eq!(
            (answer.code(), answer.location()),
            (303, format!("/complaints/{reference}").as_str())
        );
        let slip = format!("{}Q", &reference[..reference.len() - 1]);
        let answer = amira.post("/searches", &[("words", &slip)]).await;
        let page = amira.get(answer.location()).await;
        assert!(page.words().contains("Check the reference"), "{}", page.words());
    }
}

#[tokio::test]
async fn a_search_finds_people_and_words_and_is_nobody_elses() {
    for world in World::each().await {
        let reference = world.receive("Joyce Adeyemi", "Nobody came to mend the boiler").await;
        let amira = world.sign_in(Role::ComplaintsOfficer).await;
        for words in ["adeye", "boiler", "elm court"] {
            let answer = amira.post("/searches", &[("words", words)]).await;
            assert!(!answer.location().contains(words), "words never stand in an address");
            let page = amira.get(answer.location()).await;
            assert!(page.body.contains(&format!("/complaints/{reference}")), "{words}");
            assert!(!page.title().to_lowercase().contains(words));
        }
        let answer = amira.post("/searches", &[("words", "boiler")]).await;
        let ben = world.sign_in(Role::Stage2Officer).await;
        let page = ben.get(answer.location()).await;
        assert_eq!(page.code(), 404);
        assert!(page.words().contains("no longer kept"));
        for words in ["", "x", "\u{200b}\u{200b}"] {
            let page = amira.post("/searches", &[("words", words)]).await;
            assert_eq!(page.code(), 422);
            assert!(page.words().contains("at least two letters"));
        }
        let none = amira.post("/searches", &[("words", "\" OR 1=1 --")]).await;
        let page = amira.get(none.location()).await;
        assert!(page.words().contains("Nothing found"), "{}", page.words());
        world.later(SignedDuration::from_mins(61));
        let amira = world.sign_in(Role::ComplaintsOfficer).await;
        assert_eq!(amira.get(answer.location()).await.code(), 404, "kept for an hour");
    }
}

#[tokio::test]
async fn another_landlords_cases_are_in_no_list() {
    for world in World::each().await {
        let reference = world.receive("Joyce Adeyemi", "Nobody came to mend the leak").await;
        let scope = world.neighbour().await;
        let zoe = world.sign_in_as(&scope, "zoe").await;
        for list in ["/work", "/complaints", "/complaints.csv", "/actions"] {
            let page = zoe.get(list).await;
            assert_eq!(page.code(), 200, "{list}");
            assert!(!page.body.contains(&reference) && !page.body.contains("Adeyemi"), "{list}");
        }
        let answer = zoe.post("/searches", &[("words", &reference)]).await;
        let page = zoe.get(answer.location()).await;
        assert!(!page.main().contains("Adeyemi"));
        let theirs = zoe.get(&format!("/complaints/{reference}")).await;
        let nothing = zoe.get("/complaints/RH-2025-99999-X").await;
        assert_eq!((theirs.code(), nothing.code()), (404, 404));
        assert_eq!(theirs.body, nothing.body, "as if it did not exist");
    }
}

#[tokio::test]
async fn what_was_promised_stays_in_sight_until_it_is_done() {
    let world = World::new().await;
    let reference = world.receive("Joyce Adeyemi", "Nobody came to mend the leak").await;
    let amira = world.sign_in(Role::ComplaintsOfficer).await;
    let page = amira.get("/actions").await;
    assert_eq!(page.h1(), "Promises: 0 overdue");
    assert!(page.words().contains("No promise is open."));
    assign(&world, &reference, Role::ComplaintsOfficer).await;
    let promise = Command::RaiseAction {
        what: Words::said("Mend the leak"),
        owner: Words::said("Repairs"),
        due: Some("2025-04-10".parse().unwrap()),
        id: None,
    };
    world.act(Role::ComplaintsOfficer, &reference, vec![promise]).await;
    let page = amira.get("/actions").await;
    assert!(page.words().contains("Mend the leak"));
    world.at("2025-04-11T09:30");
    let amira = world.sign_in(Role::ComplaintsOfficer).await;
    let page = amira.get("/actions?whose=mine").await;
    assert_eq!(page.h1(), "Promises: 1 overdue");
    assert!(page.words().contains("1 working day late"));
    assert!(amira.get("/work").await.words().contains("Mend the leak"));
}
