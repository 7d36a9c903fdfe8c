//! Letters by e-mail against a real conversation: never lost, never twice, and always known.

use std::time::Duration;

use jiff::SignedDuration;
use redress::desk::Act;
use redress::desk::take_in::Contact;
use redress::worker::post::{MailRoom, Round, round};
use redress::worker::smtp::{Secrecy, Server};
use redress_domain::clock::Status;
use redress_domain::command::Receive;
use redress_domain::person::Person;
use redress_domain::personal::Words;
use redress_domain::vocabulary::{Channel, Kind, Role};
use redress_store::dispatch::{State, Way};
use redress_testkit::sink::{Instead, Sink, Step};
use redress_testkit::world::World;
use serde_json::json;

use crate::desk_post::{dispatches, status};
use crate::desk_steps::act;

pub fn room(sink: &Sink) -> MailRoom {
    MailRoom {
        server: Server {
            host: "127.0.0.1".to_owned(),
            port: sink.port,
            secrecy: Secrecy::None,
            credentials: None,
            authority: None,
            patience: Duration::from_millis(400),
        },
        answers_to: None,
        answer_within: SignedDuration::from_mins(10),
    }
}

/// A world with a mail server, and a complaint whose acknowledgement waits to leave by e-mail.
pub async fn by_email(world: &mut World) -> String {
    world.with_mail();
    world.letters_wait().await;
    let dan = world.signed(Role::ContactCentre).await;
    let contact = Contact {
        token: world.app.desk.token().await.unwrap(),
        receive: Receive {
            channel: Some(Channel::Email),
            text: Words::said("The lift has been out for three weeks"),
            from: Some(Words::said("Joyce Adeyemi")),
            about: Kind::Complaint,
            ..Receive::default()
        },
        person: Some(Person {
            name: Words::said("Joyce Adeyemi"),
            address: Words::said("12 Elm Court\nMill Town\nMT1 3CD"),
            email: Words::said("joyce@example.org"),
            ..Person::default()
        }),
        ..Contact::default()
    };
    let re = world.app.desk.take_in(&dan, contact).await.unwrap().reference;
    let assign = json!({ "do": "assign", "officer": "amira" });
    act(world, Role::ComplaintsManager, &re, vec![assign]).await;
    let free = json!({ "do": "declare-conflict", "who": "amira", "about": "none" });
    let contact = json!({ "do": "make-contact", "note": "Rang." });
    let acknowledge = json!({ "do": "acknowledge", "channel": "email", "officer": "amira",
        "points": [{ "text": "The lift is out", "outcome": "Mend the lift",
            "responsibility": "ours", "feasible": "yes" }] });
    act(world, Role::ComplaintsOfficer, &re, vec![free, contact, acknowledge]).await;
    re
}

/// What the sink took, by the number of times each message id was seen.
fn counted(sink: &Sink) -> Vec<usize> {
    let mut ids: Vec<String> =
        sink.taken().iter().map(|it| it.header("Message-ID").unwrap()).collect();
    ids.sort();
    let mut counts = Vec::new();
    for id in &ids {
        counts.push(ids.iter().filter(|it| *it == id).count());
    }
    counts
}

/// The first letter as it goes; word of its coming back is another one.
pub async fn only(world: &World, re: &str) -> redress_store::dispatch::Dispatch {
    dispatches(world, re).await.remove(0)
}

#[tokio::test]
async fn an_e_mail_counts_when_the_mail_server_took_it_and_says_who_and_what_it_is() {
    for mut world in World::each().await {
        let sink = Sink::open().await;
        let re = by_email(&mut world).await;
        assert_eq!(status(&world, &re, "acknowledgement/1").await.0, Status::Running);
        let done = round(&world.app.desk, &room(&sink)).await.unwrap();
        assert_eq!(done, Round { left: 1, ..Round::default() });
        assert_eq!(round(&world.app.desk, &room(&sink)).await.unwrap(), Round::default());
        let sent = only(&world, &re).await;
        assert_eq!((sent.way, sent.state), (Way::Email, State::Sent));
        assert_eq!(sent.left_on, Some(world.today()));
        assert_eq!(sent.address, "joyce@example.org");
        assert_eq!(status(&world, &re, "acknowledgement/1").await.0, Status::Met);
        let [message] = sink.taken().try_into().unwrap();
        assert_eq!(message.to, "joyce@example.org");
        assert_eq!(message.from, format!("complaints+b-{}@rowan.example", sent.token));
        let header = |name| message.header(name);
        assert_eq!(header("Message-ID"), Some(format!("<{}>", sent.message_id)));
        let reply_to = header("Reply-To").unwrap();
        assert!(reply_to.contains(&format!("complaints+{}@rowan.example", sent.token)));
        assert!(header("From").unwrap().contains("<complaints@rowan.example>"));
        assert_eq!(header("Content-Language").as_deref(), Some("en-GB"));
        assert_eq!(
            header("Subject").unwrap(),
            format!("Your complaint {re}: we have it (stage 1)")
        );
        assert_eq!(header("Auto-Submitted"), None, "a person wrote it");
        assert!(message.message.contains("Content-Type: application/pdf"), "the paper is there");
        for traced in ["http://", "https://", "<img", "<script"] {
            assert!(!message.message.contains(traced), "{traced}");
        }
        let secret = world.app.desk.post_house(&world.scope).await.unwrap().secret;
        let ours = redress::desk::post::signed::dispatch_of(&secret, &sent.message_id);
        assert_eq!(ours, Some(sent.id.as_str()));
    }
}

/// Figure 5: the worker is killed at each step; the letter is never lost and never sent twice.
#[tokio::test]
async fn killed_at_each_step_a_letter_is_never_lost_and_never_sent_twice() {
    for step in Step::ALL {
        for mut world in World::each().await {
            let sink = Sink::open().await;
            let re = by_email(&mut world).await;
            sink.plan(step, Instead::IsSilent);
            let (desk, mut patient) = (world.app.desk.clone(), room(&sink));
            patient.server.patience = Duration::from_secs(60);
            let sending = tokio::spawn(async move { round(&desk, &patient).await });
            sink.reaches(step).await;
            sending.abort();
            assert!(sending.await.unwrap_err().is_cancelled(), "{step:?}");
            // The program starts again: what was claimed is in doubt, and nothing resends itself.
            assert_eq!(only(&world, &re).await.state, State::Sending, "{step:?}");
            for _ in 0..3 {
                round(&world.app.desk, &room(&sink)).await.unwrap();
            }
            assert_eq!(only(&world, &re).await.state, State::Sending, "{step:?}: too soon to tell");
            world.later(SignedDuration::from_mins(11));
            let done = round(&world.app.desk, &room(&sink)).await.unwrap();
            assert_eq!(done, Round { unknown: 1, ..Round::default() }, "{step:?}");
            for _ in 0..3 {
                assert_eq!(round(&world.app.desk, &room(&sink)).await.unwrap(), Round::default());
            }
            assert_eq!(status(&world, &re, "acknowledgement/1").await.0, Status::Running);
            let taken = sink.taken().len();
            assert_eq!(taken, usize::from(step == Step::Taken), "{step:?}");
            // A person looks, and confirms it or sends it again under the same message id.
            if taken == 1 {
                let posted = json!({ "do": "record-posting", "number": 1 });
                act(&world, Role::ContactCentre, &re, vec![posted]).await;
            } else {
                let again = json!({ "do": "resend-letter", "number": 1, "channel": "email" });
                act(&world, Role::ContactCentre, &re, vec![again]).await;
                let done = round(&world.app.desk, &room(&sink)).await.unwrap();
                assert_eq!(done.left, 1, "{step:?}");
            }
            assert_eq!(counted(&sink), [1], "{step:?}");
            assert_eq!(status(&world, &re, "acknowledgement/1").await.0, Status::Met, "{step:?}");
        }
    }
}

/// The control of figure 5: a worker that marks first, or that resends what is unknown, is found.
#[tokio::test]
async fn marking_first_loses_a_letter_and_resending_the_unknown_sends_it_twice() {
    let mut world = World::new().await;
    let sink = Sink::open().await;
    let re = by_email(&mut world).await;
    let it = only(&world, &re).await;
    // Marked before it is sent, and then the power goes.
    world.app.desk.mail_taken(&world.scope, &it, "marked first").await.unwrap();
    round(&world.app.desk, &room(&sink)).await.unwrap();
    assert_eq!(status(&world, &re, "acknowledgement/1").await.0, Status::Met);
    assert_eq!(counted(&sink), [0usize; 0], "the letter is lost, and the count sees it");

    let mut world = World::new().await;
    let sink = Sink::open().await;
    let re = by_email(&mut world).await;
    sink.plan(Step::Taken, Instead::HangsUp);
    let done = round(&world.app.desk, &room(&sink)).await.unwrap();
    assert_eq!(done.unknown, 1, "taken, and nobody heard of it");
    let again = json!({ "do": "resend-letter", "number": 1, "channel": "email" });
    act(&world, Role::ContactCentre, &re, vec![again]).await;
    round(&world.app.desk, &room(&sink)).await.unwrap();
    assert_eq!(counted(&sink), [2, 2], "twice, under one message id, and the count sees it");
}

#[tokio::test]
async fn a_server_that_says_later_is_asked_again_after_longer_and_longer_waits() {
    let mut world = World::new().await;
    let sink = Sink::open().await;
    let re = by_email(&mut world).await;
    let mut waits = Vec::new();
    for _ in 0..6 {
        sink.plan(Step::To, Instead::Says("451 try later"));
        let done = round(&world.app.desk, &room(&sink)).await.unwrap();
        assert_eq!(done, Round { later: 1, ..Round::default() });
        let it = only(&world, &re).await;
        assert_eq!(it.state, State::Queued);
        assert!(it.answer.contains("try later"), "{}", it.answer);
        let next = it.try_at.unwrap();
        waits.push(next.duration_since(world.app.desk.now()).as_mins());
        // Not before its time.
        assert_eq!(round(&world.app.desk, &room(&sink)).await.unwrap(), Round::default());
        world.later(next.duration_since(world.app.desk.now()));
    }
    assert_eq!(waits, [1, 5, 15, 30, 60, 60]);
    assert_eq!(round(&world.app.desk, &room(&sink)).await.unwrap().left, 1);
    assert_eq!(counted(&sink), [1]);
}

#[tokio::test]
async fn after_a_day_or_at_six_on_the_due_day_a_person_is_told_and_nothing_was_sent() {
    for (begins, ends) in [
        ("2025-04-07T09:30", "2025-04-08T09:40"),
        // Due on Monday 14 April.
        ("2025-04-14T16:30", "2025-04-14T18:00"),
    ] {
        let mut world = World::new().await;
        let sink = Sink::open().await;
        let re = by_email(&mut world).await;
        world.at(begins);
        let mut failed = false;
        for _ in 0..60 {
            sink.plan(Step::Greeting, Instead::Says("421 not now"));
            let done = round(&world.app.desk, &room(&sink)).await.unwrap();
            let it = only(&world, &re).await;
            if done.failed == 1 {
                assert_eq!(it.state, State::Failed);
                failed = true;
                break;
            }
            world.later(it.try_at.unwrap().duration_since(world.app.desk.now()));
        }
        assert!(failed, "{begins}");
        let end: jiff::civil::DateTime = ends.parse().unwrap();
        let zone = jiff::tz::TimeZone::get("Europe/London").unwrap();
        let end = end.to_zoned(zone).unwrap().timestamp();
        assert!(world.app.desk.now() <= end, "{begins}: given up at {}", world.app.desk.now());
        assert_eq!(sink.taken().len(), 0);
        assert_eq!(status(&world, &re, "acknowledgement/1").await.0, Status::Running);
        // What to do: by post, on the same day.
        let post = json!({ "do": "resend-letter", "number": 1, "channel": "letter" });
        act(&world, Role::ContactCentre, &re, vec![post]).await;
        let states: Vec<_> =
            dispatches(&world, &re).await.iter().map(|it| (it.way, it.state)).collect();
        assert_eq!(states, [(Way::Email, State::Withdrawn), (Way::Post, State::Queued)]);
    }
}

#[tokio::test]
async fn an_address_that_is_refused_for_good_fails_at_once_and_a_bounce_opens_the_clock_again() {
    let mut world = World::new().await;
    let sink = Sink::open().await;
    let re = by_email(&mut world).await;
    sink.plan(Step::To, Instead::Says("550 5.1.1 no such mailbox"));
    let done = round(&world.app.desk, &room(&sink)).await.unwrap();
    assert_eq!(done, Round { failed: 1, ..Round::default() });
    assert!(only(&world, &re).await.answer.contains("no such mailbox"));

    let mut world = World::new().await;
    let sink = Sink::open().await;
    let re = by_email(&mut world).await;
    round(&world.app.desk, &room(&sink)).await.unwrap();
    let sent = only(&world, &re).await;
    let desk = &world.app.desk;
    desk.bounced(&world.scope, &sent.id, "5.2.2 mailbox full").await.unwrap();
    assert_eq!(only(&world, &re).await.state, State::Failed);
    assert_eq!(status(&world, &re, "acknowledgement/1").await.0, Status::Running);
    let twice = desk.bounced(&world.scope, &sent.id, "5.2.2 mailbox full").await;
    assert!(twice.is_err(), "a bounce is recorded once");
}

#[tokio::test]
async fn without_a_mail_server_every_letter_is_printed() {
    let mut world = World::new().await;
    let re = by_email(&mut world).await;
    assert_eq!(only(&world, &re).await.way, Way::Email);
    let world = World::new().await;
    world.letters_wait().await;
    let re = crate::desk_steps::in_hand(&world).await;
    let amira = world.signed(Role::ComplaintsOfficer).await;
    let desk = &world.app.desk;
    let mut acknowledgement = crate::desk_steps::acknowledgement();
    acknowledgement["channel"] = json!("email");
    let act = Act {
        token: desk.token().await.unwrap(),
        seen: desk.case(&amira, &re).await.unwrap().seq,
        commands: vec![crate::desk_steps::order(acknowledgement)],
        passed: crate::desk_steps::passed(),
        ..Act::default()
    };
    desk.act(&amira, &re, act).await.unwrap();
    assert_eq!(only(&world, &re).await.way, Way::Post);
}
