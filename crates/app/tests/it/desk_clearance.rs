//! At the counter: a letter that refuses or moves money leaves over an ask only when a second
//! person has cleared it exactly as it is.

use redress::desk::{Act, Declined, Signed, checking};
use redress_domain::vocabulary::Role;
use redress_letters::check::{Code, Fault};
use redress_testkit::world::World;
use serde_json::{Value, json};

use crate::desk_steps::{act, note, order, passed, ready, version};
use crate::web_answering_case::acknowledged;

/// A response that offers money, ready to go but for its clearance.
async fn offered(world: &World) -> String {
    let case = acknowledged(world).await;
    case.decide(Role::ComplaintsOfficer).await;
    case.put_right().await;
    case.re.clone()
}

fn response(sorry: &str) -> Value {
    json!({ "do": "respond", "channel": "letter", "apology": true, "apology-words": sorry })
}

const SORRY: &str = "We are sorry. You failed to tell us, and water came through your ceiling.";

fn held(outcome: Result<redress::desk::Done, Declined>) -> Vec<Code> {
    match outcome {
        Err(Declined::Held(faults)) => faults.iter().map(|fault: &Fault| fault.code).collect(),
        other => panic!("{other:?}"),
    }
}

async fn send(world: &World, who: &Signed, re: &str) -> Result<redress::desk::Done, Declined> {
    let sending = ready(world, who, re, vec![response(SORRY)]).await;
    world.app.desk.act(who, re, sending).await
}

#[tokio::test]
async fn no_author_passes_an_ask_alone_where_the_letter_moves_money() {
    for world in World::each().await {
        let re = offered(&world).await;
        let desk = &world.app.desk;
        let amira = world.signed(Role::ComplaintsOfficer).await;
        let chloe = world.signed(Role::ComplaintsManager).await;
        let before = version(&world, &re).await;
        assert_eq!(held(send(&world, &amira, &re).await), [Code::NotCleared]);
        assert_eq!(held(send(&world, &chloe, &re).await), [Code::NotCleared], "nor a manager");
        assert_eq!(version(&world, &re).await, before, "nothing was recorded");

        let sending = ready(&world, &amira, &re, vec![response(SORRY)]).await;
        let own = desk.clear_letters((&chloe, &chloe), &re, &sending).await;
        let Err(Declined::Refused(refusal)) = own else { panic!("{own:?}") };
        assert_eq!(refusal.code(), "own-letter");

        desk.clear_letters((&chloe, &amira), &re, &sending).await.unwrap();
        assert_eq!(held(send(&world, &chloe, &re).await), [Code::FactsMoved], "not hers to send");
        send(&world, &amira, &re).await.unwrap();
        assert!(desk.prove().await.unwrap().holds());
    }
}

#[tokio::test]
async fn what_changes_a_word_or_the_day_of_a_cleared_letter_undoes_its_clearance() {
    let world = World::new().await;
    let re = offered(&world).await;
    let desk = &world.app.desk;
    let amira = world.signed(Role::ComplaintsOfficer).await;
    let chloe = world.signed(Role::ComplaintsManager).await;
    let sending = ready(&world, &amira, &re, vec![response(SORRY)]).await;
    desk.clear_letters((&chloe, &amira), &re, &sending).await.unwrap();

    let other = ready(
        &world,
        &amira,
        &re,
        vec![response("We are sorry. You failed to tell us, and the roof leaked.")],
    )
    .await;
    assert_eq!(held(desk.act(&amira, &re, other).await), [Code::FactsMoved], "other words");
    let more = json!({ "do": "offer-remedy", "point": "p1", "kind": "money",
        "what": "For the damp bedding", "amount": 4000, "due": "2025-05-12" });
    act(&world, Role::ComplaintsOfficer, &re, vec![more]).await;
    assert_eq!(held(send(&world, &amira, &re).await), [Code::FactsMoved], "another sum");

    let sending = ready(&world, &amira, &re, vec![response(SORRY)]).await;
    desk.clear_letters((&chloe, &amira), &re, &sending).await.unwrap();
    // What is no part of the letter does not undo it.
    act(&world, Role::ContactCentre, &re, vec![note("Rang to ask how long it takes.")]).await;
    world.at("2025-04-24T10:00");
    assert_eq!(held(send(&world, &amira, &re).await), [Code::FactsMoved], "another day");
    let dated = Act {
        on: Some("2025-04-23".parse().unwrap()),
        ..ready(&world, &amira, &re, vec![response(SORRY)]).await
    };
    desk.act(&amira, &re, dated).await.unwrap();
}

#[tokio::test]
async fn a_letter_that_neither_refuses_nor_moves_money_leaves_with_its_authors_reasons() {
    let world = World::new().await;
    let case = acknowledged(&world).await;
    let letters = case.case().await.complaint.letters;
    assert_eq!(letters.last().unwrap().letter, "acknowledgement-stage-1");
    case.decide(Role::ComplaintsOfficer).await;
    let amira = world.signed(Role::ComplaintsOfficer).await;
    let now = case.case().await;
    let sending = Act {
        seen: now.seq,
        commands: vec![order(response(SORRY))],
        passed: passed(),
        ..Act::default()
    };
    if let Ok(decided) = world.app.desk.decide_act(&amira, &now, &sending) {
        let letters = checking::drafts(&now, &decided).unwrap();
        assert!(letters.iter().all(|it| !checking::wants_second_person(&now, it)), "no money yet");
    }
}
