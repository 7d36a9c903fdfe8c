//! Two at the same case: one is recorded, the other is told who was first and what they did.

use std::sync::Arc;

use redress::desk::{Declined, Done};
use redress_domain::vocabulary::Role;
use redress_testkit::world::World;
use tokio::sync::Barrier;

use crate::desk_steps::{note, ready, version};

/// How many times two people meet, on each database.
const PAIRS: i64 = 100;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_two_writers_one_is_recorded_and_the_other_is_told_by_whom_and_how() {
    for world in World::each().await {
        let re = world.receive("Joyce Adeyemi", "Leak").await;
        let amira = world.signed(Role::ComplaintsOfficer).await;
        let chloe = world.signed(Role::ComplaintsManager).await;
        let before = version(&world, &re).await;
        for pair in 0..PAIRS {
            let together = Arc::new(Barrier::new(2));
            let mut both = Vec::new();
            for signed in [&amira, &chloe] {
                let act = ready(&world, signed, &re, vec![note("She rang")]).await;
                let (desk, signed, re) = (world.app.desk.clone(), signed.clone(), re.clone());
                let together = Arc::clone(&together);
                both.push(tokio::spawn(async move {
                    together.wait().await;
                    (signed.staff.name.clone(), desk.act(&signed, &re, act).await)
                }));
            }
            let second = both.pop().unwrap().await.unwrap();
            let first = both.pop().unwrap().await.unwrap();
            let ((winner, done), (_, told)) =
                if first.1.is_ok() { (first, second) } else { (second, first) };
            let done: Done = done.unwrap();
            assert_eq!(done.seq, before + pair + 1);
            let Err(Declined::Stale(meanwhile)) = told else { panic!("pair {pair}: {told:?}") };
            assert_eq!(meanwhile.by.as_deref(), Some(winner.as_str()), "pair {pair}");
            assert_eq!(meanwhile.events, ["correspondence-recorded"]);
            assert_eq!((meanwhile.seq, meanwhile.at), (done.seq, world.app.desk.now()));
        }
        assert_eq!(version(&world, &re).await, before + PAIRS);
        assert!(world.app.desk.prove().await.unwrap().holds());
    }
}

#[tokio::test]
async fn an_old_form_is_told_everything_that_happened_since() {
    let world = World::new().await;
    let re = world.receive("Joyce Adeyemi", "Leak").await;
    let amira = world.signed(Role::ComplaintsOfficer).await;
    let old = ready(&world, &amira, &re, vec![note("Late")]).await;
    let chloe = world.signed(Role::ComplaintsManager).await;
    for text in ["One", "Two"] {
        let act = ready(&world, &chloe, &re, vec![note(text)]).await;
        world.app.desk.act(&chloe, &re, act).await.unwrap();
    }
    let told = world.app.desk.act(&amira, &re, old.clone()).await;
    let Err(Declined::Stale(meanwhile)) = told else { panic!("{told:?}") };
    assert_eq!(meanwhile.by.as_deref(), Some("Chloe Marsh"));
    assert_eq!(meanwhile.events.len(), 2);
    // With the version that was named, and the same token, it goes through.
    let again = redress::desk::Act { seen: meanwhile.seq, ..old };
    assert!(world.app.desk.act(&amira, &re, again).await.is_ok());
}
