//! A contact becomes a case on file: one reference, one chain of events, once.

use redress::desk::take_in::Contact;
use redress::desk::{Attachment, Declined, reference};
use redress_domain::command::Receive;
use redress_domain::person::Person;
use redress_domain::personal::Words;
use redress_domain::vocabulary::{Channel, Role};
use redress_store::{lists, record, verify};
use redress_testkit::world::World;
use serde_json::json;

use crate::desk_steps::{WORDS, change_roles, order};

async fn call(world: &World, words: &str) -> Contact {
    Contact {
        token: world.app.desk.token().await.unwrap(),
        receive: Receive {
            channel: Some(Channel::Phone),
            text: Words::said(words),
            ..Receive::default()
        },
        person: Some(Person {
            name: Words::said("Joyce Adeyemi"),
            address: Words::said("12 Elm Court\nMill Town\nMT1 3CD"),
            ..Person::default()
        }),
        ..Contact::default()
    }
}

#[tokio::test]
async fn a_contact_gets_a_fitting_reference_and_one_chain_of_events() {
    for world in World::each().await {
        let dan = world.signed(Role::ContactCentre).await;
        let mut contact = call(&world, WORDS).await;
        contact.then = vec![order(json!({ "do": "offer-choice", "answer": "complain" }))];
        let kept = world.app.desk.files.put_bytes(b"what she wrote").await.unwrap();
        contact.attachments.push(Attachment {
            name: "note.txt".to_owned(),
            sha256: kept.sha256,
            bytes: 14,
            media_type: "text/plain; charset=utf-8".to_owned(),
        });
        let done = world.app.desk.take_in(&dan, contact).await.unwrap();
        assert!(done.reference.starts_with("RH-2025-00001-"), "{}", done.reference);
        assert!(reference::fits(&done.reference));
        let case = world.app.desk.case(&dan, &done.reference).await.unwrap();
        let told: Vec<(i64, &str)> =
            case.history.iter().map(|told| (told.seq, told.happened.event.name())).collect();
        assert_eq!(
            told,
            [
                (1, "complaint-received"),
                (2, "reference-given"),
                (3, "choice-offered"),
                (4, "file-attached"),
            ]
        );
        assert_eq!((case.seq, done.seq), (4, 4));
        assert_eq!(case.person.unwrap().name.text(), "Joyce Adeyemi");
        // The person first, then the case: positions without gaps.
        let entries = record::load_positions(&world.app.desk.db, &world.scope, 0, 100).await;
        let entries = entries.unwrap();
        let positions: Vec<i64> = entries.iter().map(|entry| entry.position).collect();
        assert_eq!(positions, [1, 2, 3, 4, 5]);
        assert!(entries.iter().all(|entry| entry.actor.as_deref() == Some("dan")));
        let proof = verify::verify(&world.app.desk.db, Some(&world.app.desk.files), |_| {}).await;
        let proof = proof.unwrap();
        assert!(proof.is_sound(), "{:?}", proof.faults);
        assert_eq!((proof.events, proof.files), (5, 1));
        let next = world.receive("Tom Null", "Noise at night").await;
        assert!(next.starts_with("RH-2025-00002-"), "{next}");
    }
}

#[tokio::test]
async fn a_contact_without_words_is_refused_and_takes_no_number() {
    for world in World::each().await {
        let dan = world.signed(Role::ContactCentre).await;
        let contact = call(&world, "  ").await;
        let refused = world.app.desk.take_in(&dan, contact).await;
        assert!(matches!(refused, Err(Declined::Refused(_))), "{refused:?}");
        let db = &world.app.desk.db;
        assert!(record::head(db, &world.scope).await.unwrap().is_none());
        let nobody = lists::find_people(db, &world.scope, "Joyce", 10).await.unwrap();
        assert!(nobody.is_empty());
        assert!(world.receive("Joyce", "Leak").await.starts_with("RH-2025-00001-"));
    }
}

#[tokio::test]
async fn a_contact_sent_twice_is_one_case_also_at_the_same_moment() {
    for world in World::each().await {
        let dan = world.signed(Role::ContactCentre).await;
        let desk = &world.app.desk;
        let contact = call(&world, WORDS).await;
        let (one, two) =
            tokio::join!(desk.take_in(&dan, contact.clone()), desk.take_in(&dan, contact.clone()));
        let done = one.unwrap();
        assert_eq!(done, two.unwrap());
        assert_eq!(done, desk.take_in(&dan, contact.clone()).await.unwrap(), "and once more later");
        let streams = record::streams_after(&desk.db, &world.scope, "", 10).await.unwrap();
        assert_eq!(streams.len(), 2, "one case, one person: {streams:?}");
        let mut other = contact;
        other.receive.text = Words::said("Something else");
        let reused = desk.take_in(&dan, other).await;
        assert!(matches!(reused, Err(Declined::KeyReused)), "{reused:?}");
    }
}

#[tokio::test]
async fn whoever_lost_the_role_a_moment_ago_takes_nothing_in() {
    for world in World::each().await {
        let dan = world.signed(Role::ContactCentre).await;
        change_roles(&world, "dan", &[Role::Auditor]).await;
        let refused = world.app.desk.take_in(&dan, call(&world, WORDS).await).await;
        assert!(matches!(refused, Err(Declined::NotAllowed { .. })), "{refused:?}");
        assert!(record::head(&world.app.desk.db, &world.scope).await.unwrap().is_none());
    }
}

#[tokio::test]
async fn what_a_machine_takes_in_is_answered_at_once_and_what_somebody_types_is_not() {
    for (automatic, mails, waits, wanted) in [
        (true, true, true, 1),
        (false, true, true, 0),
        // Where nothing leaves by e-mail a receipt on paper would be of no use to anybody.
        (true, false, true, 0),
        (true, true, false, 0),
    ] {
        let mut world = World::new().await;
        if mails {
            world.with_mail();
        }
        world.app.desk.let_letters_wait(&world.scope, waits).await.unwrap();
        let dan = world.signed(Role::ContactCentre).await;
        let mut contact = call(&world, WORDS).await;
        contact.receive.channel = Some(Channel::Email);
        contact.receive.about = redress_domain::vocabulary::Kind::Complaint;
        contact.person.as_mut().unwrap().email = Words::said("joyce@example.org");
        contact.automatic = automatic;
        let done = world.app.desk.take_in(&dan, contact).await.unwrap();
        let case = world.app.desk.case(&dan, &done.reference).await.unwrap();
        assert_eq!((done.letters.len(), case.complaint.waiting.len()), (wanted, wanted));
        if let Some(waiting) = case.complaint.waiting.first() {
            assert_eq!(waiting.queued.letter, "contact-receipt");
            assert_eq!(waiting.queued.channel, Channel::Email);
            let text = waiting.queued.text.text();
            assert!(text.contains(&done.reference), "{text}");
            assert!(text.contains("This is not our answer yet."), "{text}");
            // An e-mail is answered without its own words in it.
            assert!(!text.contains(WORDS), "{text}");
        }
    }
}
