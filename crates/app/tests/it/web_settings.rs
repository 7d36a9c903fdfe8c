//! What letters print of the landlord and of the Ombudsman holds from a day on.

use redress_domain::vocabulary::Role;
use redress_testkit::world::{Visitor, World};

use crate::desk_steps::acknowledged;

/// The landlord's facts as a form sends them.
fn facts<'a>(address: &'a str, from: &'a str, seen: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![
        ("name", "Rowan Homes"),
        ("address", address),
        ("telephone", "01632 960 123"),
        ("email", "complaints@rowan.example"),
        ("web", "www.rowan.example/complaints"),
        ("team", "Putting things right"),
        ("hours", ""),
        ("from", from),
        ("nation", "england-and-wales"),
        ("seen", seen),
    ]
}

fn body<'a>(phone: &'a str, from: &'a str, seen: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![
        ("body", "Housing Ombudsman Service"),
        ("phone", phone),
        ("post", "PO Box 1, Preston"),
        ("web", "www.housing-ombudsman.org.uk"),
        ("form", ""),
        ("email", ""),
        ("from", from),
        ("seen", seen),
    ]
}

async fn seen(by: &Visitor<'_>, page: &str) -> String {
    by.get(page).await.value("seen")
}

/// The text of the first letter of a case, and its paper.
async fn letter(world: &World, re: &str) -> (String, Vec<u8>) {
    let amira = world.signed(Role::ComplaintsOfficer).await;
    let case = world.app.desk.case(&amira, re).await.unwrap();
    let kept = &case.complaint.letters[0];
    let paper = world.app.desk.files.read(&kept.kept_sha256).await.unwrap();
    (kept.text.text().to_owned(), paper)
}

#[tokio::test]
async fn a_changed_address_stands_in_letters_dated_from_its_day_on_and_in_no_earlier_one() {
    for world in World::each().await {
        let chloe = world.sign_in(Role::ComplaintsManager).await;
        let day = world.today();
        let first = acknowledged(&world).await;
        let (text, paper) = letter(&world, &first).await;
        assert!(text.contains("1 Orchard Row"), "{text}");
        assert!(text.contains("0300 111 3000"));
        let later = day.checked_add(jiff::Span::new().days(7)).unwrap();
        let from = later.strftime("%-d/%-m/%Y").to_string();
        let held = seen(&chloe, "/settings").await;
        let done = chloe.post("/settings", &facts("9 New Street\nMill Town", &from, &held)).await;
        assert_eq!(done.code(), 303, "{}", done.words());
        let held = seen(&chloe, "/settings/ombudsman").await;
        let done = chloe.post("/settings/ombudsman", &body("0300 999 8888", &from, &held)).await;
        assert_eq!(done.location(), "/settings/ombudsman?done=ombudsman", "{}", done.words());
        let page = chloe.get("/settings").await;
        assert!(page.words().contains("Coming") && page.words().contains("9 New Street"));
        assert!(page.value("telephone").contains("960 123"), "the boxes hold what holds today");

        // Before the day nothing changes.
        let second = acknowledged(&world).await;
        let (text, _) = letter(&world, &second).await;
        assert!(text.contains("1 Orchard Row") && text.contains("0300 111 3000"), "{text}");
        // From the day on every letter prints it, and none that left is another.
        world.at(&format!("{later}T09:30"));
        let third = acknowledged(&world).await;
        let (text, _) = letter(&world, &third).await;
        for said in ["9 New Street", "www.rowan.example", "0300 999 8888"] {
            assert!(text.contains(said), "{said}: {text}");
        }
        assert!(!text.contains("1 Orchard Row") && !text.contains("0300 111 3000"), "{text}");
        let (still, same) = letter(&world, &first).await;
        assert!(still.contains("1 Orchard Row") && same == paper, "what left stays");
        assert!(world.app.desk.prove().await.unwrap().holds());

        // Who changed what, before and after.
        let auditor = world.sign_in(Role::Auditor).await;
        let words = auditor.get("/audit?kind=settings").await.words();
        for said in [
            "Chloe Marsh",
            "Address: 1 Orchard Row, Mill Town, MT1 2AB",
            "Address: 9 New Street, Mill Town",
            "Phone: 0300 999 8888",
        ] {
            assert!(words.contains(said), "{said}: {words}");
        }
    }
}

#[tokio::test]
async fn details_of_a_day_to_come_are_taken_back_before_it_and_never_after() {
    for world in World::each().await {
        let chloe = world.sign_in(Role::ComplaintsManager).await;
        let later = world.today().checked_add(jiff::Span::new().days(7)).unwrap();
        let from = later.strftime("%-d/%-m/%Y").to_string();
        let back = [("/settings", "9 New Street"), ("/settings/ombudsman", "0300 999 8888")];
        let held = seen(&chloe, "/settings").await;
        chloe.post("/settings", &facts("9 New Street\nMill Town", &from, &held)).await;
        let held = seen(&chloe, "/settings/ombudsman").await;
        chloe.post("/settings/ombudsman", &body("0300 999 8888", &from, &held)).await;
        let day = later.to_string();
        for (page, said) in back {
            let shown = chloe.get(page).await;
            assert!(shown.words().contains("Take back what holds from"), "{page}");
            assert!(shown.words().contains(said), "{page}");
            let stale = [("from", day.as_str()), ("seen", "something else")];
            let stale = chloe.post(&format!("{page}/withdrawal"), &stale).await;
            assert_eq!(stale.code(), 409, "{page}");
            let fields = [("from", day.as_str()), ("seen", &shown.value("seen"))];
            let done = chloe.post(&format!("{page}/withdrawal"), &fields).await;
            assert_eq!(done.location(), format!("{page}?done=withdrawn"));
            let shown = chloe.get(page).await;
            assert!(!shown.words().contains(said) && !shown.words().contains("Take back"));
        }
        let audit = chloe.get("/audit?kind=settings").await;
        assert_eq!(audit.words().matches("taken back").count(), 2, "{}", audit.words());

        // What holds already is not taken back.
        let held = seen(&chloe, "/settings").await;
        chloe.post("/settings", &facts("9 New Street\nMill Town", &from, &held)).await;
        world.at(&format!("{later}T09:30"));
        let chloe = world.sign_in(Role::ComplaintsManager).await;
        let shown = chloe.get("/settings").await;
        assert!(!shown.words().contains("Take back"));
        let fields = [("from", day.as_str()), ("seen", &shown.value("seen"))];
        assert_eq!(chloe.post("/settings/withdrawal", &fields).await.code(), 409);
        assert!(chloe.get("/settings").await.words().contains("9 New Street"));
    }
}

#[tokio::test]
async fn wrong_details_are_named_beside_their_fields_and_nothing_is_set() {
    let world = World::new().await;
    let chloe = world.sign_in(Role::ComplaintsManager).await;
    let held = seen(&chloe, "/settings").await;
    let long = world.today().strftime("%-d/%-m/%Y").to_string();
    let mut wrong = facts("", "1/1/2020", &held);
    wrong.retain(|(name, _)| !matches!(*name, "web" | "email" | "telephone" | "nation"));
    wrong.extend([("web", "java script"), ("email", "a@b"), ("telephone", "ring us")]);
    let page = chloe.post("/settings", &wrong).await;
    assert_eq!(page.code(), 422);
    for said in [
        "Enter the postal address",
        "Choose today or a later day",
        "Enter a web address",
        "Enter an e-mail address",
        "Enter a telephone number",
        "Choose whose bank holidays count",
    ] {
        assert!(page.words().contains(said), "{said}: {}", page.words());
    }
    assert_eq!(page.value("web"), "java script", "the words stay");
    let mut wrong = body("none", "", &held);
    wrong[0].1 = "The Tribunal";
    let page = chloe.post("/settings/ombudsman", &wrong).await;
    assert_eq!(page.code(), 422);
    for said in [
        "Enter a name that says Housing Ombudsman",
        "Enter a telephone number",
        "Enter the first day",
    ] {
        assert!(page.words().contains(said), "{said}: {}", page.words());
    }
    assert_eq!(seen(&chloe, "/settings").await, held, "nothing was set");
    let done = chloe.post("/settings/ombudsman", &body("0300 1", &long, &held)).await;
    assert_eq!(done.code(), 303);
    let stale = chloe.post("/settings/ombudsman", &body("0300 2", &long, &held)).await;
    assert_eq!(stale.code(), 409);
    assert_eq!(stale.value("phone"), "0300 2", "the words stay");
    let amira = world.sign_in(Role::ComplaintsOfficer).await;
    for page in ["/settings", "/settings/ombudsman"] {
        assert_eq!(amira.get(page).await.code(), 403);
        assert_eq!(amira.post(page, &[]).await.code(), 403);
    }
}

#[tokio::test]
async fn details_of_one_landlord_stand_in_no_letter_of_another() {
    for world in World::each().await {
        let scope = world.neighbour().await;
        world.employ(&scope, "max", "Max Quill", &[Role::ComplaintsManager]).await;
        let max = world.sign_in_as(&scope, "max").await;
        let today = world.today().strftime("%-d/%-m/%Y").to_string();
        let held = seen(&max, "/settings").await;
        assert_eq!(max.post("/settings", &facts("5 Quill Way", &today, &held)).await.code(), 303);
        let held = seen(&max, "/settings/ombudsman").await;
        let done = max.post("/settings/ombudsman", &body("0300 777 6666", &today, &held)).await;
        assert_eq!(done.code(), 303);
        assert!(max.get("/settings").await.body.contains("Quill Way"));
        let re = acknowledged(&world).await;
        let (text, _) = letter(&world, &re).await;
        assert!(!text.contains("Quill Way") && !text.contains("0300 777 6666"), "{text}");
        let chloe = world.sign_in(Role::ComplaintsManager).await;
        for page in ["/settings", "/settings/ombudsman", "/audit"] {
            let shown = chloe.get(page).await;
            assert!(!shown.body.contains("Quill Way") && !shown.body.contains("0300 777 6666"));
        }
    }
}
