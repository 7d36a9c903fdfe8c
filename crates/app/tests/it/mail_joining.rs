//! Replies find their case by what cannot be guessed, and by nothing else.

use redress::desk::Signed;
use redress_domain::event::Event;
use redress_domain::vocabulary::Role;
use redress_store::dispatch::{self, Dispatch, State, Way};
use redress_store::mail::{self, Outcome};
use redress_store::{Scope, lists};
use redress_testkit::world::World;

use crate::mail_corpus::take;

const SECRET: &str = "00112233445566778899aabbccddeeff";
const ID: &str = "letter-1.4f2a@rowan.example";

async fn letter_left(world: &World, scope: &Scope, reference: &str) {
    let db = &world.app.desk.db;
    let row = lists::find_complaint(db, scope, reference).await.unwrap().unwrap();
    let now = world.app.desk.now();
    let letter = Dispatch {
        id: "d1".to_owned(),
        complaint: row.id,
        letter: "acknowledgement".to_owned(),
        number: 1,
        addressee: "person".to_owned(),
        way: Way::Email,
        state: State::Sent,
        token: SECRET.to_owned(),
        message_id: ID.to_owned(),
        dated: world.today(),
        due_on: None,
        paper: String::new(),
        print: "standard".to_owned(),
        address: "joyce@people.example".to_owned(),
        attempts: 1,
        first_tried_at: Some(now),
        try_at: None,
        claimed_at: None,
        answer: String::new(),
        batch: None,
        piece: None,
        copies: 0,
        left_on: Some(world.today()),
        made_at: now,
        changed_at: now,
    };
    let mut tx = db.begin().await.unwrap();
    assert!(dispatch::add(&mut tx, scope, &letter).await.unwrap());
    // As it stands once it left.
    dispatch::change(&mut tx, scope, &letter, State::Sent).await.unwrap();
    tx.commit().await.unwrap();
}

async fn correspondence(world: &World, reference: &str) -> Vec<String> {
    let signed = Signed::mailbox(world.scope.clone());
    let case = world.app.desk.case(&signed, reference).await.unwrap();
    let said = case.history.iter().filter_map(|told| match &told.happened.event {
        Event::CorrespondenceRecorded { text, .. } => Some(text.text().to_owned()),
        _ => None,
    });
    said.collect()
}

fn reply(to: &str, headers: &str, from: &str) -> String {
    format!(
        "From: Joyce <{from}>\nTo: {to}\nSubject: Re: About your complaint\n{headers}\nThe damp is back.\n"
    )
}

#[tokio::test]
async fn a_reply_lands_on_its_case_by_address_subject_or_the_id_it_answers() {
    for world in World::each().await {
        let reference = world.receive("Joyce Adeyemi", "Damp in the nursery").await;
        letter_left(&world, &world.scope, &reference).await;
        let own = "joyce@people.example";
        let by_subject = reply("complaints@rowan.example", "X-A: 1\n", own)
            .replace("Re: About", &format!("Re: [{SECRET}] About"));
        let ways = [
            reply(&format!("complaints+{SECRET}@rowan.example"), "", own),
            reply(
                "complaints@rowan.example",
                &format!("Delivered-To: complaints+{SECRET}@rowan.example\n"),
                own,
            ),
            by_subject,
            reply("complaints@rowan.example", &format!("In-Reply-To: <{ID}>\n"), own),
            reply("complaints@rowan.example", &format!("References: <x@y.example> <{ID}>\n"), own),
        ];
        for (n, raw) in ways.iter().enumerate() {
            let taken = take(&world, raw.as_bytes()).await;
            assert_eq!(taken.outcome, Outcome::Joined, "way {n}: {}", taken.why);
            assert_eq!(taken.reference.as_deref(), Some(reference.as_str()));
        }
        let said = correspondence(&world, &reference).await;
        assert_eq!(said.len(), ways.len(), "{said:?}");
        assert!(said.iter().all(|it| it.contains("The damp is back.")), "{said:?}");
        let again = take(&world, ways[0].as_bytes()).await;
        assert!(again.again);
        assert_eq!(correspondence(&world, &reference).await.len(), ways.len(), "counted once");
    }
}

#[tokio::test]
async fn a_forged_token_id_subject_or_sender_joins_nothing() {
    let world = World::new().await;
    let reference = world.receive("Joyce Adeyemi", "Damp in the nursery").await;
    letter_left(&world, &world.scope, &reference).await;
    let guess = SECRET.replace("ff", "fe");
    let own = "joyce@people.example";
    let forged = [
        reply(&format!("complaints+{guess}@rowan.example"), "", own),
        reply(&format!("complaints+{}@rowan.example", &SECRET[..31]), "", own),
        reply(&format!("complaints+{SECRET}0@rowan.example"), "", own),
        reply("complaints@rowan.example", "In-Reply-To: <letter-1.4f2b@rowan.example>\n", own),
        reply("complaints@rowan.example", &format!("X-Reference: {reference}\n"), own)
            .replace("Re: About your complaint", &format!("Re: {reference}")),
    ];
    for (n, raw) in forged.iter().enumerate() {
        let taken = take(&world, raw.as_bytes()).await;
        assert_eq!(taken.outcome, Outcome::Contact, "forgery {n}");
        assert_ne!(taken.reference.as_deref(), Some(reference.as_str()), "forgery {n}");
    }
    assert_eq!(correspondence(&world, &reference).await, Vec::<String>::new());
}

#[tokio::test]
async fn another_landlords_token_opens_nothing_here() {
    let world = World::new().await;
    let neighbour = world.neighbour().await;
    let reference = world.receive("Joyce Adeyemi", "Damp in the nursery").await;
    letter_left(&world, &world.scope, &reference).await;
    let raw = reply(&format!("complaints+{SECRET}@rowan.example"), "", "joyce@people.example");
    let desk = &world.app.desk;
    let arrived = desk.keep_whole_mail(raw.into_bytes(), ("there", desk.now())).await.unwrap();
    let taken = desk.take_mail(&neighbour, arrived).await.unwrap();
    assert_eq!(taken.outcome, Outcome::Contact);
    assert_eq!(correspondence(&world, &reference).await, Vec::<String>::new());
}

#[tokio::test]
async fn a_reply_from_another_address_says_so_and_a_machine_only_ties_itself_to_its_letter() {
    let world = World::new().await;
    let reference = world.receive("Joyce Adeyemi", "Damp in the nursery").await;
    letter_left(&world, &world.scope, &reference).await;
    let to = format!("complaints+{SECRET}@rowan.example");
    let taken = take(&world, reply(&to, "", "someone@else.example").as_bytes()).await;
    assert_eq!(taken.outcome, Outcome::Joined);
    let said = correspondence(&world, &reference).await;
    assert!(said.iter().any(|it| it.contains("another address")), "{said:?}");
    let away = reply(&to, "Auto-Submitted: auto-replied\n", "joyce@people.example");
    let bounce = format!(
        "Return-Path: <>\nFrom: MAILER-DAEMON@mx.example\nTo: complaints+b-{SECRET}@rowan.example\n\
         Subject: failure notice\n\nNo such mailbox.\n"
    );
    for raw in [away, bounce] {
        let taken = take(&world, raw.as_bytes()).await;
        assert_eq!(taken.outcome, Outcome::Machine);
        assert_eq!(taken.reference.as_deref(), Some(reference.as_str()), "tied to its letter");
    }
    assert_eq!(correspondence(&world, &reference).await.len(), said.len());
    let own = format!(
        "Message-ID: <{ID}>\nFrom: x@relay.example\nTo: complaints@rowan.example\n\nHello.\n"
    );
    assert_eq!(take(&world, own.as_bytes()).await.why, "loop");
}

#[tokio::test]
async fn a_receipt_is_due_once_a_day_to_one_sender_and_never_to_a_machine() {
    let world = World::new().await;
    let db = &world.app.desk.db;
    let due = async || mail::list_receipts_due(db, &world.scope, 100).await.unwrap().len();
    let plain =
        |n: usize| format!("From: Joyce <Joyce+{n}@people.example>\nTo: c@x.example\n\nNo {n}.\n");
    take(&world, plain(1).as_bytes()).await;
    take(&world, plain(2).as_bytes()).await;
    assert_eq!(due().await, 1, "one a day, whatever stands behind the plus sign");
    for header in [
        "Auto-Submitted: auto-replied",
        "Precedence: bulk",
        "Return-Path: <>",
        "X-Auto-Response-Suppress: All",
    ] {
        let raw = format!("From: a@other.example\nTo: c@x.example\n{header}\n\nHello.\n");
        take(&world, raw.as_bytes()).await;
    }
    take(&world, b"From: noreply@other.example\nTo: c@x.example\n\nHello.\n").await;
    take(&world, b"To: c@x.example\nSubject: nobody\n\nHello.\n").await;
    assert_eq!(due().await, 1, "none to machines or to nobody");
    world.later(jiff::SignedDuration::from_hours(25));
    take(&world, plain(3).as_bytes()).await;
    assert_eq!(due().await, 2);
    let first = mail::list_receipts_due(db, &world.scope, 1).await.unwrap().remove(0);
    let mut tx = db.begin().await.unwrap();
    assert!(mail::receipt_sent(&mut tx, &world.scope, &first.id).await.unwrap());
    assert!(!mail::receipt_sent(&mut tx, &world.scope, &first.id).await.unwrap());
    tx.commit().await.unwrap();
    assert_eq!(due().await, 1);
}

#[tokio::test]
async fn a_contact_by_mail_waits_for_triage_with_the_sender_to_answer() {
    let world = World::new().await;
    let raw = "From: Joyce Adeyemi <joyce@people.example>\nTo: complaints@rowan.example\n\
               Subject: No heating\n\nStill twelve degrees.\n";
    let taken = take(&world, raw.as_bytes()).await;
    let reference = taken.reference.unwrap();
    let amira = world.sign_in(Role::ComplaintsOfficer).await;
    let list = amira.get("/contacts").await;
    assert!(list.words().contains("No heating"), "{}", list.words());
    let case = amira.get(&format!("/complaints/{reference}")).await;
    assert!(case.words().contains("Joyce Adeyemi"), "{}", case.words());
    assert!(case.words().contains("Still twelve degrees."), "{}", case.words());
}
