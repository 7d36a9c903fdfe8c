//! Exceptional events: the Ombudsman and residents told, published, and a day of return, with every
//! change of it kept. CODE-8.5 CODE-8.5.1 CODE-8.5.2 CODE-8.5.3 CODE-8.5.4

use redress_domain::vocabulary::Role;
use redress_testkit::world::World;

use crate::desk_steps::in_hand;

#[tokio::test]
async fn an_event_is_written_down_told_published_and_ended_and_no_due_day_moves() {
    for world in World::each().await {
        let re = in_hand(&world).await;
        let chloe = world.sign_in(Role::ComplaintsManager).await;
        let signed = world.signed(Role::ComplaintsManager).await;
        let due = async || {
            let case = world.app.desk.case(&signed, &re).await.unwrap();
            case.clocks.iter().map(|clock| (clock.id(), clock.due)).collect::<Vec<_>>()
        };
        let before = due().await;
        let nobody = chloe.get("/exceptional-events").await;
        assert!(nobody.words().contains("None."), "{}", nobody.words());

        // Without a day of return nothing is written down (8.5.4).
        let fields = [("what", "Our computers were attacked"), ("began", "4/4/2025")];
        let wrong = chloe.post("/exceptional-events", &fields).await;
        assert_eq!(wrong.code(), 422);
        assert!(wrong.words().contains("Enter the day from which complaints"));
        let back = [fields[0], fields[1], ("returns", "3/4/2025")];
        assert_eq!(chloe.post("/exceptional-events", &back).await.code(), 422);
        let begun = [fields[0], fields[1], ("returns", "11/4/2025")];
        let done = chloe.post("/exceptional-events", &begun).await;
        assert_eq!(done.code(), 303, "{}", done.words());
        let page = done.location().split('?').next().unwrap().to_owned();

        let shown = chloe.get(&page).await.words();
        for said in [
            "Our computers were attacked",
            "Tell the Ombudsman",
            "Tell the residents who may be affected",
            "Publish it on the website",
            "It may touch 1 complaint still open today",
        ] {
            assert!(shown.contains(said), "{said}: {shown}");
        }
        let work = chloe.get("/work").await.words();
        assert!(work.contains("3 still to do about an exceptional event"), "{work}");

        let steps = format!("{page}/steps");
        let step = async |step: &str, on: &str, detail: &str| {
            chloe.post(&steps, &[("step", step), ("on", on), ("detail", detail)]).await
        };
        assert_eq!(step("ombudsman", "3/4/2025", "By telephone").await.code(), 422);
        assert_eq!(step("ombudsman", "8/4/2025", "By telephone").await.code(), 422);
        assert_eq!(step("ombudsman", "7/4/2025", "By telephone, and by e-mail").await.code(), 303);
        assert_eq!(step("residents", "7/4/2025", "A text to everybody").await.code(), 303);
        assert_eq!(step("published", "7/4/2025", "www.rowan.example/news").await.code(), 303);
        // The day is another, and the one before is kept.
        assert_eq!(step("returns", "16/4/2025", "The backups are slow").await.code(), 303);
        let shown = chloe.get(&page).await.words();
        for said in ["Fri 11 Apr 2025", "Wed 16 Apr 2025", "The backups are slow"] {
            assert!(shown.contains(said), "{said}: {shown}");
        }
        assert!(!shown.contains("Still to do"));
        assert!(!chloe.get("/work").await.words().contains("exceptional event"));

        // The day of return passes: somebody is reminded.
        world.at("2025-04-17T09:30");
        let chloe = world.sign_in(Role::ComplaintsManager).await;
        assert!(chloe.get("/exceptional-events").await.words().contains("Should have been over"));
        assert!(chloe.get("/work").await.words().contains("1 still to do"));
        let over = [("step", "over"), ("on", "17/4/2025"), ("detail", "All letters go again")];
        assert_eq!(chloe.post(&steps, &over).await.code(), 303);
        assert_eq!(chloe.post(&steps, &over).await.code(), 422, "nothing follows the end");
        assert!(chloe.get(&page).await.words().contains("Over since Thursday 17 April 2025"));

        // What was due stays due.
        assert_eq!(due().await, before);
        assert!(world.app.desk.prove().await.unwrap().holds());
    }
}

#[tokio::test]
async fn events_are_read_by_staff_written_by_managers_and_unseen_next_door() {
    let world = World::new().await;
    let chloe = world.sign_in(Role::ComplaintsManager).await;
    let begun = [("what", "The mains burst"), ("began", "7/4/2025"), ("returns", "9/4/2025")];
    let done = chloe.post("/exceptional-events", &begun).await;
    let page = done.location().split('?').next().unwrap().to_owned();
    let amira = world.sign_in(Role::ComplaintsOfficer).await;
    let shown = amira.get(&page).await;
    assert!(shown.words().contains("The mains burst"));
    assert!(!shown.body.contains("<form id=\"form-exceptional-step\""));
    assert_eq!(amira.post("/exceptional-events", &begun).await.code(), 403);
    let scope = world.neighbour().await;
    let zoe = world.sign_in_as(&scope, "zoe").await;
    assert_eq!(zoe.get(&page).await.code(), 404);
    assert!(!zoe.get("/exceptional-events").await.words().contains("mains burst"));
}
