//! A changed calendar put in force: broken off half way, it goes on where it stopped.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use jiff::SignedDuration;
use jiff::civil::date;
use redress::desk::date_moves::Answer;
use redress::desk::{Declined, Desk};
use redress_domain::event::Event;
use redress_domain::vocabulary::Role;
use redress_store::date_moves::{self, Standing};
use redress_store::{Entropy, settings};
use redress_testkit::world::World;

/// Cases in the trial: more than two batches of the desk's.
const CASES: usize = 45;

/// How often each case remembers the change.
async fn entries(world: &World, references: &[String], change: &str) -> Vec<usize> {
    let signed = world.signed(Role::ComplaintsManager).await;
    let mut found = Vec::new();
    for re in references {
        let case = world.app.desk.case(&signed, re).await.unwrap();
        let of_this = |event: &Event| matches!(event, Event::CalendarChanged { change: it, .. } if it == change);
        found.push(case.history.iter().filter(|told| of_this(&told.happened.event)).count());
    }
    found
}

/// The same desk with a clock that jumps back after so many looks at it, which the record refuses:
/// the run breaks in the middle of a batch, as it does where the disk is full.
fn breaking(world: &World, after: usize) -> Desk {
    let desk = world.app.desk.clone();
    let looks = AtomicUsize::new(0);
    let now = desk.now();
    let back = now.checked_sub(SignedDuration::from_hours(1)).unwrap();
    let clock = move || if looks.fetch_add(1, Ordering::Relaxed) < after { now } else { back };
    Desk::new(desk.db.clone(), desk.files.clone(), Entropy::seeded(99), Arc::new(clock))
}

#[tokio::test]
async fn a_run_that_is_broken_off_goes_on_where_it_stopped_and_moves_every_case_once() {
    for world in World::each().await {
        let mut references = Vec::new();
        for n in 0..CASES {
            references.push(world.receive(&format!("Resident {n}"), "Nobody came").await);
        }
        let chloe = world.signed(Role::ComplaintsManager).await;
        let sunil = world.signed(Role::SeniorManager).await;
        let day = date(2025, 4, 9);
        let desk = &world.app.desk;
        let id = desk.propose(&chloe, (day, false), "Training day").await.unwrap();
        let broken = breaking(&world, 160).put_in_force(&sunil, &id).await;
        assert!(matches!(broken, Err(Declined::Fault(_))), "{broken:?}");

        let held = date_moves::find(&desk.db, &world.scope, &id).await.unwrap().unwrap();
        assert_eq!(held.standing, Standing::Underway);
        let written = entries(&world, &references, &id).await.iter().sum::<usize>();
        assert!(0 < written && written < CASES, "it broke half way: {written}");
        let closed = settings::list_closures(&desk.db, &world.scope).await.unwrap();
        assert_eq!(closed, [], "the calendar is changed last");

        assert_eq!(desk.put_in_force(&sunil, &id).await.unwrap(), Answer::Done);
        assert_eq!(entries(&world, &references, &id).await, vec![1; CASES]);
        assert_eq!(desk.put_in_force(&sunil, &id).await.unwrap(), Answer::Decided);
        assert_eq!(entries(&world, &references, &id).await, vec![1; CASES]);
        let closed = settings::list_closures(&desk.db, &world.scope).await.unwrap();
        assert_eq!(closed.len(), 1);
        let proof = desk.prove().await.unwrap();
        assert!(proof.holds(), "{:?} {:?}", proof.report.faults, proof.differences);
    }
}

#[tokio::test]
async fn who_may_propose_choose_and_put_in_force_is_asked_at_the_desk_itself() {
    for world in World::each().await {
        let desk = &world.app.desk;
        let amira = world.signed(Role::ComplaintsOfficer).await;
        let chloe = world.signed(Role::ComplaintsManager).await;
        let day = (date(2025, 4, 9), false);
        let refused = desk.propose(&amira, day, "Training day").await;
        assert!(matches!(refused, Err(Declined::NotAllowed { .. })), "{refused:?}");
        let id = desk.propose(&chloe, day, "Training day").await.unwrap();
        for answer in [
            desk.put_in_force(&amira, &id).await,
            desk.choose_moves(&amira, &id, &[]).await,
            desk.withdraw_moves(&amira, &id).await,
        ] {
            assert!(matches!(answer, Err(Declined::NotAllowed { .. })), "{answer:?}");
        }
        let ivan = world.signed(Role::Administrator).await;
        let held = date_moves::find(&desk.db, &world.scope, &id).await.unwrap().unwrap();
        let seen = desk.would_move(&ivan, &held, ("", 9)).await;
        assert!(matches!(seen, Err(Declined::NotAllowed { .. })), "no case content for them");
        assert_eq!(desk.withdraw_moves(&ivan, &id).await.unwrap(), Answer::Done);
    }
}
