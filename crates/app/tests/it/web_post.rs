//! W8 and the post of one complaint: what waits, what is printed, what was posted, and who may.

use redress_domain::vocabulary::Role;
use redress_testkit::world::World;
use serde_json::json;

use crate::desk_post::{dispatches, waiting};
use crate::desk_steps::act;

#[tokio::test]
async fn the_post_of_the_day_is_printed_counted_and_recorded() {
    for world in World::each().await {
        let re = waiting(&world).await;
        let dan = world.sign_in(Role::ContactCentre).await;
        let page = dan.get("/post").await;
        assert_eq!((page.code(), page.h1().as_str()), (200, "Post: 1 to print"));
        assert!(page.words().contains("Until a letter has left, its clock runs."));
        assert!(page.words().contains(&re) && page.words().contains("Acknowledgement, stage 1"));
        let made = dan.post("/post/batches", &[("print", "standard")]).await;
        assert_eq!(made.code(), 303);
        let batch = made.location().to_owned();
        let page = dan.get(&batch).await;
        assert_eq!(page.h1(), "Batch: 1 piece to post");
        let pdf = dan.get(&format!("{batch}/paper")).await;
        assert_eq!((pdf.code(), pdf.header("content-type")), (200, "application/pdf"));
        let piece = dispatches(&world, &re).await.remove(0).id;
        let posting = format!("{batch}/posting");
        // Counts that do not agree stay.
        let wrong = dan.post(&posting, &[("posted", &piece), ("count", "2")]).await;
        assert_eq!(wrong.code(), 422);
        assert!(wrong.words().contains("You ticked 1 and counted 2"), "{}", wrong.words());
        let wrong = dan.post(&posting, &[("count", "0")]).await;
        assert!(wrong.words().contains("Tick what was posted, or what was spoilt"));
        let both = [("posted", piece.as_str()), ("spoilt", &piece), ("count", "1")];
        let wrong = dan.post(&posting, &both).await;
        assert!(wrong.words().contains("cannot be both posted and spoilt"));
        let done = dan.post(&posting, &[("posted", &piece), ("count", "1")]).await;
        assert_eq!((done.code(), done.location()), (303, "/post?done=posted"));
        let page = dan.get("/post").await;
        assert_eq!(page.h1(), "Post");
        assert!(page.words().contains("Everything has left."), "{}", page.words());
        // The same form once more does nothing more.
        let again = dan.post(&posting, &[("posted", &piece), ("count", "1")]).await;
        assert_eq!(again.code(), 303);
        let letters = dan.get(&format!("/complaints/{re}/letters")).await;
        assert_eq!(letters.h1(), "Letters: 1");
    }
}

#[tokio::test]
async fn a_case_says_that_its_letter_waits_and_the_post_of_the_case_takes_it_back() {
    let world = World::new().await;
    let re = waiting(&world).await;
    let amira = world.sign_in(Role::ComplaintsOfficer).await;
    let case = amira.get(&format!("/complaints/{re}")).await;
    assert!(case.words().contains("Letter queued: acknowledgement, stage 1"), "{}", case.words());
    let page = amira.get(&format!("/complaints/{re}/post")).await;
    assert_eq!(page.h1(), "Post: 1 letter waits");
    assert!(page.words().contains("Letter queued: the clock runs until it has left."));
    let target = format!("/complaints/{re}/post/1");
    let seen = page.value("seen-version");
    let wrong = amira.post(&target, &[("seen-version", &seen)]).await;
    assert_eq!(wrong.code(), 422);
    assert!(wrong.words().contains("Choose what happened to the letter"));
    let fields = [("seen-version", seen.as_str()), ("1-what", "taken-back"), ("1-reason", "")];
    let wrong = amira.post(&target, &fields).await;
    assert!(wrong.words().contains("Enter why it is taken back"), "{}", wrong.words());
    let fields =
        [("seen-version", seen.as_str()), ("1-what", "taken-back"), ("1-reason", "Wrong point")];
    let done = amira.post(&target, &fields).await;
    assert_eq!(
        (done.code(), done.location()),
        (303, &*format!("/complaints/{re}/post?done=letter-back"))
    );
    let fields = [("seen-version", "99"), ("7-what", "posted"), ("7-on", "today")];
    let missing = amira.post(&format!("/complaints/{re}/post/7"), &fields).await;
    assert_eq!(missing.code(), 422);
    assert!(missing.words().contains("There is no such letter"), "{}", missing.words());
    assert_eq!(amira.post(&format!("/complaints/{re}/post/x"), &fields).await.code(), 404);
}

#[tokio::test]
async fn the_post_of_another_landlord_and_of_a_case_that_is_kept_from_somebody_is_not_there() {
    let world = World::new().await;
    let re = waiting(&world).await;
    let neighbour = world.neighbour().await;
    let zoe = world.sign_in_as(&neighbour, "zoe").await;
    let page = zoe.get("/post").await;
    assert!(page.code() == 200 && !page.words().contains(&re));
    let dan = world.sign_in(Role::ContactCentre).await;
    let batch = dan.post("/post/batches", &[("print", "standard")]).await.location().to_owned();
    assert_eq!(zoe.get(&batch).await.code(), 404);
    assert_eq!(zoe.get(&format!("{batch}/paper")).await.code(), 404);
    let piece = dispatches(&world, &re).await.remove(0).id;
    let posting = [("posted", piece.as_str()), ("count", "1")];
    assert_eq!(zoe.post(&format!("{batch}/posting"), &posting).await.code(), 404);
    // Chloe is who it is about, as it turns out: she sees none of its post.
    let named = json!({ "do": "name-staff", "who": "chloe" });
    act(&world, Role::ComplaintsOfficer, &re, vec![named]).await;
    let chloe = world.sign_in(Role::ComplaintsManager).await;
    assert!(!chloe.get("/post").await.words().contains(&re));
    assert_eq!(chloe.get(&batch).await.code(), 404);
    assert_eq!(chloe.get(&format!("/complaints/{re}/post")).await.code(), 404);
}

#[tokio::test]
async fn odd_forms_of_the_post_change_nothing() {
    let world = World::new().await;
    let re = waiting(&world).await;
    let dan = world.sign_in(Role::ContactCentre).await;
    for print in ["", "huge", "standard; DROP TABLE dispatch", "../standard"] {
        assert_eq!(dan.post("/post/batches", &[("print", print)]).await.code(), 400, "{print}");
    }
    assert_eq!(dan.get("/post/batches/none").await.code(), 404);
    assert_eq!(dan.get("/post/batches/none/paper").await.code(), 404);
    let batch = dan.post("/post/batches", &[("print", "standard")]).await.location().to_owned();
    let none = dan.post("/post/batches", &[("print", "standard")]).await;
    assert_eq!(none.location(), "/post?done=nothing");
    for count in ["", "one", "-1", "1.0", "99999999999999999999999"] {
        let wrong = dan.post(&format!("{batch}/posting"), &[("count", count)]).await;
        assert_eq!(wrong.code(), 422, "{count}");
    }
    let other = [("posted", "not-a-piece"), ("count", "1")];
    assert_eq!(dan.post(&format!("{batch}/posting"), &other).await.code(), 303);
    let [still] = dispatches(&world, &re).await.try_into().unwrap();
    assert_eq!(still.state, redress_store::dispatch::State::Printed);
}
