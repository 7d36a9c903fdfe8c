//! Letters that wait: the clock runs until they have left, they bear the day on which they leave,
//! and the table of the post follows the record.

use redress::desk::{Act, Declined};
use redress_domain::clock::Status;
use redress_domain::vocabulary::Role;
use redress_store::dispatch::{self, Dispatch, State, Way};
use redress_store::{lists, verify};
use redress_testkit::world::World;
use serde_json::json;

use crate::desk_steps::{acknowledged, act, order};

/// A complaint received on 7 April whose acknowledgement waits.
pub async fn waiting(world: &World) -> String {
    world.letters_wait().await;
    acknowledged(world).await
}

pub async fn dispatches(world: &World, re: &str) -> Vec<Dispatch> {
    let desk = &world.app.desk;
    let row = lists::find_complaint(&desk.db, &world.scope, re).await.unwrap().unwrap();
    dispatch::of_case(&desk.db, &world.scope, &row.id).await.unwrap()
}

pub async fn status(world: &World, re: &str, clock: &str) -> (Status, String) {
    let amira = world.signed(Role::ComplaintsOfficer).await;
    let case = world.app.desk.case(&amira, re).await.unwrap();
    let found = case.clocks.iter().find(|it| it.label() == clock).unwrap();
    (found.status, found.due.to_string())
}

#[tokio::test]
async fn a_letter_waits_from_its_act_until_somebody_records_that_it_was_posted() {
    for world in World::each().await {
        let re = waiting(&world).await;
        let [queued] = dispatches(&world, &re).await.try_into().unwrap();
        assert_eq!((queued.way, queued.state), (Way::Post, State::Queued));
        assert_eq!(queued.due_on.map(|due| due.to_string()).as_deref(), Some("2025-04-14"));
        assert_eq!(queued.token.len(), 32);
        assert_eq!(status(&world, &re, "acknowledgement/1").await.0, Status::Running);
        assert_eq!(status(&world, &re, "response/1").await.0, Status::Forecast);
        let row = lists::find_complaint(&world.app.desk.db, &world.scope, &re).await.unwrap();
        assert_eq!(row.unwrap().next_clock.as_deref(), Some("acknowledgement"));

        let posted = json!({ "do": "record-posting", "number": 1 });
        act(&world, Role::ContactCentre, &re, vec![posted]).await;
        let [sent] = dispatches(&world, &re).await.try_into().unwrap();
        assert_eq!((sent.state, sent.left_on), (State::Sent, Some(world.today())));
        assert!(sent.address.starts_with("12 Elm Court"), "the address as used");
        assert_eq!(status(&world, &re, "acknowledgement/1").await.0, Status::Met);
        assert_eq!(status(&world, &re, "response/1").await.0, Status::Running);
        let desk = &world.app.desk;
        let report = verify::verify(&desk.db, Some(&desk.files), |_| {}).await.unwrap();
        assert!(report.is_sound(), "{:?}", report.faults);
    }
}

#[tokio::test]
async fn what_is_recorded_for_a_day_gone_by_left_on_that_day() {
    let world = World::new().await;
    world.letters_wait().await;
    let re = crate::desk_steps::in_hand(&world).await;
    world.at("2025-04-09T10:00");
    let amira = world.signed(Role::ComplaintsOfficer).await;
    let desk = &world.app.desk;
    let seen = desk.case(&amira, &re).await.unwrap().seq;
    let yesterday = world.today().yesterday().unwrap();
    let act = Act {
        token: desk.token().await.unwrap(),
        seen,
        on: Some(yesterday),
        commands: vec![order(crate::desk_steps::acknowledgement())],
        passed: crate::desk_steps::passed(),
        ..Act::default()
    };
    desk.act(&amira, &re, act).await.unwrap();
    assert_eq!(dispatches(&world, &re).await, []);
    assert_eq!(status(&world, &re, "acknowledgement/1").await.0, Status::Met);
}

#[tokio::test]
async fn a_letter_that_stays_overnight_bears_the_day_it_leaves_and_counts_from_then() {
    for world in World::each().await {
        let re = waiting(&world).await;
        let [before] = dispatches(&world, &re).await.try_into().unwrap();
        world.at("2025-04-08T09:00");
        assert_eq!(world.app.desk.make_batch(&chloe(&world).await, "large").await.unwrap(), None);
        let batch = world.app.desk.make_batch(&chloe(&world).await, "standard").await.unwrap();
        let batch = batch.expect("a batch of one");
        let [printed] = dispatches(&world, &re).await.try_into().unwrap();
        assert_eq!((printed.state, printed.piece), (State::Printed, Some(1)));
        assert_eq!(printed.dated.to_string(), "2025-04-08");
        assert_ne!(printed.paper, before.paper, "another day, another paper");
        let went = [printed.id.clone()];
        let counted = world.app.desk.post_batch(&chloe(&world).await, &batch, (&went, &[])).await;
        assert_eq!(counted.unwrap().posted, 1);
        // Acknowledged on the 8th: ten working days, with Good Friday and Easter Monday between.
        assert_eq!(status(&world, &re, "acknowledgement/1").await.0, Status::Met);
        let (running, due) = status(&world, &re, "response/1").await;
        assert_eq!((running, due.as_str()), (Status::Running, "2025-04-24"));
        let amira = world.signed(Role::ComplaintsOfficer).await;
        let case = world.app.desk.case(&amira, &re).await.unwrap();
        let [kept] = case.complaint.letters.as_slice() else { panic!("one letter") };
        assert!(kept.text.text().contains("Tuesday 8 April 2025"), "{}", kept.text.text());
        assert!(kept.text.text().contains("Thursday 24 April 2025"), "{}", kept.text.text());
        assert!(!kept.text.text().contains("Wednesday 23 April 2025"), "the old limit is gone");
    }
}

async fn chloe(world: &World) -> redress::desk::Signed {
    world.signed(Role::ComplaintsManager).await
}

#[tokio::test]
async fn a_spoilt_piece_waits_again_and_is_printed_as_copy_two_of_the_same_number() {
    let world = World::new().await;
    let re = waiting(&world).await;
    let desk = &world.app.desk;
    let manager = chloe(&world).await;
    let batch = desk.make_batch(&manager, "standard").await.unwrap().unwrap();
    let [first] = dispatches(&world, &re).await.try_into().unwrap();
    let counted =
        desk.post_batch(&manager, &batch, (&[], std::slice::from_ref(&first.id))).await.unwrap();
    assert_eq!((counted.posted, counted.spoilt), (0, 1));
    let again = desk.make_batch(&manager, "standard").await.unwrap().unwrap();
    let [second] = dispatches(&world, &re).await.try_into().unwrap();
    assert_eq!((second.copies, second.number, second.state), (2, 1, State::Printed));
    let pdf = desk.batch_paper(&manager, &again).await.unwrap();
    assert!(pdf.starts_with(b"%PDF-"));
    // Nothing of it left.
    assert_eq!(status(&world, &re, "acknowledgement/1").await.0, Status::Running);
}

#[tokio::test]
async fn a_letter_leaves_once_whatever_is_clicked() {
    let world = World::new().await;
    let re = waiting(&world).await;
    let posted = || json!({ "do": "record-posting", "number": 1 });
    act(&world, Role::ContactCentre, &re, vec![posted()]).await;
    let dan = world.signed(Role::ContactCentre).await;
    let again = crate::desk_steps::ready(&world, &dan, &re, vec![posted()]).await;
    let refused = world.app.desk.act(&dan, &re, again).await;
    assert!(matches!(refused, Err(Declined::Refused(_))), "{refused:?}");
    let case = world.app.desk.case(&dan, &re).await.unwrap();
    assert_eq!(case.complaint.letters.len(), 1);
    assert_eq!(dispatches(&world, &re).await.len(), 1);
}

#[tokio::test]
async fn a_letter_taken_back_goes_no_more_and_its_act_is_undone() {
    let world = World::new().await;
    let re = waiting(&world).await;
    let back = json!({ "do": "withdraw-letter", "number": 1, "reason": "The wrong point" });
    act(&world, Role::ComplaintsOfficer, &re, vec![back]).await;
    let [gone] = dispatches(&world, &re).await.try_into().unwrap();
    assert_eq!(gone.state, State::Withdrawn);
    let manager = chloe(&world).await;
    assert_eq!(world.app.desk.make_batch(&manager, "standard").await.unwrap(), None);
    act(&world, Role::ComplaintsOfficer, &re, vec![json!({ "do": "acknowledge" })]).await;
    let [_, second] = dispatches(&world, &re).await.try_into().unwrap();
    assert_eq!((second.number, second.state), (2, State::Queued));
}

#[tokio::test]
async fn post_that_came_back_goes_again_by_another_way_and_both_tries_stand() {
    for world in World::each().await {
        let re = waiting(&world).await;
        let posted = || json!({ "do": "record-posting", "number": 1 });
        act(&world, Role::ContactCentre, &re, vec![posted()]).await;
        world.at("2025-04-10T10:00");
        let back = json!({ "do": "record-return", "number": 1, "why": "Gone away" });
        act(&world, Role::ContactCentre, &re, vec![back]).await;
        assert_eq!(status(&world, &re, "acknowledgement/1").await.0, Status::Running);
        let hand = json!({ "do": "resend-letter", "number": 1, "channel": "in-person" });
        act(&world, Role::ContactCentre, &re, vec![hand]).await;
        let all = dispatches(&world, &re).await;
        let states: Vec<_> = all.iter().map(|it| (it.way, it.state)).collect();
        assert_eq!(states, [(Way::Post, State::Withdrawn), (Way::Hand, State::Queued)]);
        let handed = all.last().unwrap();
        assert_eq!(handed.paper, "", "its paper went with the first try");
        assert!(world.app.desk.is_ready(&world.scope, handed).await.unwrap());
        act(&world, Role::ContactCentre, &re, vec![posted()]).await;
        assert_eq!(status(&world, &re, "acknowledgement/1").await.0, Status::Met);
        let dan = world.signed(Role::ContactCentre).await;
        let case = world.app.desk.case(&dan, &re).await.unwrap();
        let days: Vec<String> =
            case.complaint.letters.iter().map(|it| it.sent_on.to_string()).collect();
        assert_eq!(days, ["2025-04-07", "2025-04-10"]);
        let desk = &world.app.desk;
        let report = verify::verify(&desk.db, Some(&desk.files), |_| {}).await.unwrap();
        assert!(report.is_sound(), "{:?}", report.faults);
    }
}
