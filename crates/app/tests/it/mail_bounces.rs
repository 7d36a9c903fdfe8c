//! Letters that come back by e-mail: the clock runs again, and whoever sees to the post hears of it.

use std::process::Command;

use redress_domain::clock::Status;
use redress_domain::event::Event;
use redress_domain::vocabulary::Role;
use redress_store::dispatch::{Dispatch, State};
use redress_store::mail::Outcome;
use redress_testkit::sink::{Instead, Sink, Step};
use redress_testkit::world::World;

use crate::desk_post::status;
use crate::mail_corpus::take;
use crate::mail_out::{by_email, only, room};

/// A complaint whose acknowledgement left by e-mail.
pub async fn left_by_email(world: &mut World) -> (String, Dispatch) {
    let sink = Sink::open().await;
    let re = by_email(world).await;
    redress::worker::post::round(&world.app.desk, &room(&sink)).await.unwrap();
    let sent = only(world, &re).await;
    (re, sent)
}

/// A bounce as a mail server writes it, to the return path of a letter.
pub fn bounced(sent: &Dispatch) -> String {
    report(sent, "failed", "5.1.1")
}

fn report(sent: &Dispatch, action: &str, code: &str) -> String {
    format!(
        "Return-Path: <>\n\
         From: Mail Delivery System <MAILER-DAEMON@mx.example.org>\n\
         To: complaints+b-{}@rowan.example\n\
         Subject: Undelivered Mail Returned to Sender\n\
         Auto-Submitted: auto-replied\n\
         MIME-Version: 1.0\n\
         Content-Type: multipart/report; report-type=delivery-status; boundary=dsn\n\n\
         --dsn\nContent-Type: text/plain\n\nYour message is on its way back.\n\
         --dsn\nContent-Type: message/delivery-status\n\n\
         Reporting-MTA: dns; mx.example.org\n\n\
         Final-Recipient: rfc822; joyce@example.org\nAction: {action}\nStatus: {code}\n\
         --dsn--\n",
        sent.token
    )
}

/// A bounce of an old server, which names no code and sends only the head back.
fn head_only(sent: &Dispatch) -> String {
    format!(
        "Return-Path: <>\nFrom: postmaster@mx.example.org\nTo: complaints@rowan.example\n\
         Subject: failure notice\nMIME-Version: 1.0\n\
         Content-Type: multipart/mixed; boundary=b\n\n\
         --b\nContent-Type: text/plain\n\nNo such user.\n\
         --b\nContent-Type: text/rfc822-headers\n\n\
         Message-ID: <{}>\nTo: joyce@example.org\n--b--\n",
        sent.message_id
    )
}

async fn times_recorded(world: &World, re: &str) -> usize {
    let amira = world.signed(Role::ComplaintsOfficer).await;
    let case = world.app.desk.case(&amira, re).await.unwrap();
    let bounced =
        |told: &&redress::desk::case::Told| matches!(told.happened.event, Event::LetterBounced(_));
    case.history.iter().filter(bounced).count()
}

#[tokio::test]
async fn a_bounce_opens_the_clock_again_and_says_what_to_do() {
    for mut world in World::each().await {
        let (re, sent) = left_by_email(&mut world).await;
        assert_eq!(status(&world, &re, "acknowledgement/1").await.0, Status::Met);
        let raw = bounced(&sent);
        let taken = take(&world, raw.as_bytes()).await;
        assert_eq!((taken.outcome, taken.why.as_str()), (Outcome::Machine, "bounce"));
        assert_eq!(taken.reference.as_deref(), Some(re.as_str()));
        assert_eq!(status(&world, &re, "acknowledgement/1").await.0, Status::Running);
        let failed = only(&world, &re).await;
        assert_eq!(failed.state, State::Failed);
        assert_eq!(failed.answer, "The e-mail came back: there is no such address (5.1.1).");
        // The same bounce again, and another of the same letter, are one bounce.
        assert!(take(&world, raw.as_bytes()).await.again);
        take(&world, head_only(&sent).as_bytes()).await;
        assert_eq!(times_recorded(&world, &re).await, 1);

        let amira = world.sign_in(Role::ComplaintsOfficer).await;
        let post = amira.get("/post").await;
        // Word of it, on paper, waits to be printed.
        assert_eq!(post.h1(), "Post: 1 failed, 1 to print");
        assert!(post.words().contains("The e-mail came back"), "{}", post.words());
        assert!(post.words().contains("send the letter by post today"), "{}", post.words());
        let case = amira.get(&format!("/complaints/{re}")).await;
        assert!(case.words().contains("Send a letter another way"), "{}", case.words());
        assert!(case.words().contains("The clock runs again."), "{}", case.words());
        let list = amira.get("/mail").await;
        assert!(list.words().contains(&re), "{}", list.words());
        // Sent by post, it counts on the day of the posting.
        let seen = amira.get(&format!("/complaints/{re}/post")).await.value("seen-version");
        let target = format!("/complaints/{re}/post/1");
        let again = amira.post(&target, &[("seen-version", &seen), ("1-what", "by-post")]).await;
        assert_eq!(again.code(), 303, "{}", again.words());
        let dispatches = crate::desk_post::dispatches(&world, &re).await;
        assert!(dispatches.iter().any(|it| it.state == State::Queued), "{dispatches:?}");
    }
}

#[tokio::test]
async fn a_bounce_is_known_by_the_id_of_the_letter_that_comes_back_with_it() {
    let mut world = World::new().await;
    let (re, sent) = left_by_email(&mut world).await;
    take(&world, head_only(&sent).as_bytes()).await;
    assert_eq!(only(&world, &re).await.state, State::Failed);
    assert_eq!(only(&world, &re).await.answer, "The e-mail came back: it could not be delivered.");
}

#[tokio::test]
async fn a_server_that_is_still_trying_opens_nothing_and_one_that_gave_up_does() {
    let mut world = World::new().await;
    let (re, sent) = left_by_email(&mut world).await;
    for (action, code) in [("delayed", "4.4.1"), ("delivered", "2.0.0"), ("relayed", "2.0.0")] {
        take(&world, report(&sent, action, code).as_bytes()).await;
        assert_eq!(only(&world, &re).await.state, State::Sent, "{action}");
    }
    let warning = "Return-Path: <>\nFrom: MAILER-DAEMON@mx.example.org\n\
                   Subject: Warning: could not send message for past 4 hours\n";
    let warning =
        format!("{warning}To: complaints+b-{}@rowan.example\n\nStill trying.\n", sent.token);
    take(&world, warning.as_bytes()).await;
    assert_eq!(only(&world, &re).await.state, State::Sent, "a warning");
    assert_eq!(status(&world, &re, "acknowledgement/1").await.0, Status::Met);
    take(&world, report(&sent, "failed", "4.4.7").as_bytes()).await;
    assert_eq!(only(&world, &re).await.state, State::Failed, "given up after days");
}

#[tokio::test]
async fn a_bounce_of_a_letter_nobody_knew_had_left_says_that_it_did_not_arrive() {
    let mut world = World::new().await;
    let sink = Sink::open().await;
    let re = by_email(&mut world).await;
    sink.plan(Step::Taken, Instead::HangsUp);
    redress::worker::post::round(&world.app.desk, &room(&sink)).await.unwrap();
    let unknown = only(&world, &re).await;
    assert_eq!(unknown.state, State::Unknown);
    take(&world, bounced(&unknown).as_bytes()).await;
    assert_eq!(only(&world, &re).await.state, State::Failed);
    assert_eq!(status(&world, &re, "acknowledgement/1").await.0, Status::Running);
}

#[tokio::test]
async fn a_forged_bounce_and_one_to_another_landlord_open_nothing() {
    let mut world = World::new().await;
    let neighbour = world.neighbour().await;
    let (re, sent) = left_by_email(&mut world).await;
    let forged = Dispatch { token: sent.token.replace(|c: char| c.is_ascii_digit(), "0"), ..sent };
    take(&world, bounced(&forged).as_bytes()).await;
    let desk = &world.app.desk;
    let raw = bounced(&only(&world, &re).await).into_bytes();
    let arrived = desk.keep_whole_mail(raw, ("there", desk.now())).await.unwrap();
    desk.take_mail(&neighbour, arrived).await.unwrap();
    assert_eq!(only(&world, &re).await.state, State::Sent);
    assert_eq!(status(&world, &re, "acknowledgement/1").await.0, Status::Met);
}

#[tokio::test]
async fn the_command_line_takes_a_bounce_in_as_the_mailbox_does() {
    let home = tempfile::tempdir().unwrap();
    let data = home.path().join("data");
    let mut world = World::kept_in(&data).await;
    let (re, sent) = left_by_email(&mut world).await;
    let file = home.path().join("bounce.eml");
    std::fs::write(&file, bounced(&sent)).unwrap();
    world.app.desk.db.close().await;
    let said = Command::new(env!("CARGO_BIN_EXE_redress"))
        .env_clear()
        .args(["mail", "take", "--data"])
        .arg(&data)
        .arg(&file)
        .output()
        .unwrap();
    assert!(said.status.success(), "{}", String::from_utf8_lossy(&said.stderr));
    let line: serde_json::Value = serde_json::from_slice(&said.stdout).unwrap();
    assert_eq!(line["outcome"], "machine");
    assert_eq!(line["reference"], re.as_str());
    let world = World::again_in(&data).await;
    assert_eq!(only(&world, &re).await.state, State::Failed);
}

#[tokio::test]
async fn word_of_paper_that_came_back_never_goes_on_paper_to_the_same_door() {
    let world = World::new().await;
    let re = crate::desk_post::waiting(&world).await;
    let posted = serde_json::json!({ "do": "record-posting", "number": 1 });
    let back = serde_json::json!({ "do": "record-return", "number": 1, "why": "Gone away" });
    crate::desk_steps::act(&world, Role::ContactCentre, &re, vec![posted]).await;
    crate::desk_steps::act(&world, Role::ContactCentre, &re, vec![back]).await;
    let [returned] = crate::desk_post::dispatches(&world, &re).await.try_into().unwrap();
    assert_eq!(returned.state, State::Returned);
    let dan = world.sign_in(Role::ContactCentre).await;
    let page = dan.get(&format!("/complaints/{re}/post")).await;
    assert!(page.words().contains("Gone away"), "{}", page.words());
    assert!(page.words().contains("Ask them where they live"), "{}", page.words());
}
