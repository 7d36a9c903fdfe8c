//! A promise that the resident says was not kept: open again, and on the list of whoever sees to it.

use redress_domain::vocabulary::Role;
use redress_testkit::world::World;
use serde_json::json;

use crate::desk_steps::{act, answered};
use crate::web_portal::{PICTURE, inside};

// CODE-6.6, CODE-6.17
#[tokio::test]
async fn a_promise_that_was_not_kept_is_open_again_and_on_the_officers_list() {
    for world in World::each().await {
        let re = answered(&world).await;
        world.at("2025-05-06T09:30");
        let done =
            json!({ "do": "complete-action", "id": "a1", "proof": "The contractor says so" });
        act(&world, Role::ComplaintsOfficer, &re, vec![done]).await;
        let amira = world.sign_in(Role::ComplaintsOfficer).await;
        amira.get(&format!("/complaints/{re}")).await;
        world.at("2025-05-08T18:00");
        let joyce = inside(&world, &re, 1).await;
        let page = joyce.get("/my-complaint/promises").await.words();
        assert!(page.contains("done on Tuesday 6 May 2025"), "{page}");
        // Sent once more by the visitor itself: it is recorded once.
        let fields = [("promise", "a1"), ("answer", "not"), ("more", "Nobody came")];
        let said = joyce.post("/my-complaint/promises", &fields).await;
        assert_eq!(said.location(), "/my-complaint?done=promise");
        let mine = joyce.get("/my-complaint").await.words();
        assert!(mine.contains("You told us on Thursday 8 May 2025 that it was not done"), "{mine}");
        assert!(mine.contains("You told us that a promise was not kept"), "{mine}");
        // The same again in another form, with nothing new in it, changes nothing.
        let before = seq(&world, &re).await;
        let again = joyce.post("/my-complaint/promises", &fields).await;
        assert_eq!(again.location(), "/my-complaint?done=promise");
        assert_eq!(seq(&world, &re).await, before);

        let amira = world.sign_in(Role::ComplaintsOfficer).await;
        let work = amira.get("/work").await.words();
        assert!(work.contains("the person says it was not done"), "{work}");
        assert!(work.contains("Mend the ceiling"), "a promise of hers, late: {work}");
        let case = amira.get(&format!("/complaints/{re}")).await.words();
        assert!(case.contains("Action 1: the person says it was not done"), "{case}");
        let waiting = world.sign_in(Role::ContactCentre).await.get("/contacts").await.words();
        assert!(waiting.contains("Says that a promise was not done. Nobody came"), "{waiting}");
        let page = amira.get(&format!("/complaints/{re}/actions")).await.words();
        for said in ["Promises: 1 of 1 open", "Nobody came", "We had recorded it as done on"] {
            assert!(page.contains(said), "{said}: {page}");
        }
        // Done in earnest, it is done.
        let proof = [("a1-proof", "Seen by Joyce on 9 May")];
        let path = format!("/complaints/{re}/actions/a1/completion");
        let done = with_seen(&amira, &world, &re, &path, &proof).await;
        assert!(done.contains("actions"), "{done}");
        let mine = joyce.get("/my-complaint").await.words();
        assert!(mine.contains("done on Thursday 8 May 2025"), "{mine}");
    }
}

async fn seq(world: &World, re: &str) -> i64 {
    crate::desk_steps::version(world, re).await
}

async fn with_seen(
    by: &redress_testkit::world::Visitor<'_>,
    world: &World,
    re: &str,
    path: &str,
    fields: &[(&str, &str)],
) -> String {
    let seen = seq(world, re).await.to_string();
    let mut all = vec![("seen-version", seen.as_str())];
    all.extend(fields);
    by.post(path, &all).await.location().to_owned()
}

#[tokio::test]
async fn what_was_done_badly_comes_with_a_picture_and_staff_take_it_down_on_the_telephone() {
    let world = World::new().await;
    let re = answered(&world).await;
    world.at("2025-05-08T18:00");
    let joyce = inside(&world, &re, 1).await;
    let bare = joyce.post("/my-complaint/promises", &[("promise", "a1")]).await;
    assert_eq!(bare.code(), 422);
    let gone = joyce.post("/my-complaint/promises", &[("promise", "a9"), ("answer", "not")]).await;
    assert!(gone.words().contains("Choose which promise it is about"));
    let fields = [("promise", "a1"), ("answer", "badly")];
    let files = [("files", "ceiling.png", PICTURE)];
    let said = joyce.upload("/my-complaint/promises", &fields, &files).await;
    assert_eq!(said.location(), "/my-complaint?done=promise");
    let right = [("promise", "a1"), ("answer", "right")];
    let said = joyce.post("/my-complaint/promises", &right).await;
    assert_eq!(said.location(), "/my-complaint?done=promise-right");

    let amira = world.sign_in(Role::ComplaintsOfficer).await;
    let path = format!("/complaints/{re}/actions/a1/dispute");
    let fields = [("a1-how", "not-done"), ("a1-said", "Rang: still nobody")];
    let to = with_seen(&amira, &world, &re, &path, &fields).await;
    assert!(to.contains("actions?done="), "{to}");
    let case = world.signed(Role::ComplaintsOfficer).await;
    let case = world.app.desk.case(&case, &re).await.unwrap();
    let how: Vec<_> = case.complaint.actions[0].disputes.iter().map(|it| it.how).collect();
    use redress_domain::vocabulary::Shortfall::{DoneBadly, NotDone};
    assert_eq!(how, [DoneBadly, NotDone]);
}
