//! What the program writes by itself: a receipt to whoever wrote, a link for whoever lost their code.
//! Each is marked as a machine's, none goes to a machine, and nobody is flooded.

use jiff::SignedDuration;
use redress::worker::post::round;
use redress::worker::slips;
use redress_domain::person::Person;
use redress_domain::personal::Words;
use redress_domain::vocabulary::Role;
use redress_store::dispatch::State;
use redress_store::mail::{self, Outcome};
use redress_testkit::sink::{Instead, Sink, Step, Taken};
use redress_testkit::world::World;

use crate::desk_post::dispatches;
use crate::mail_corpus::take;
use crate::mail_out::{by_email, room};

const MAIL: &str = "From: Joyce Adeyemi <joyce@people.example>\nTo: complaints@rowan.example\n\
                    Subject: No heating\n\nStill twelve degrees in the nursery.\n";

/// A world whose letters leave by e-mail.
async fn mailing() -> World {
    let mut world = World::new().await;
    world.with_mail();
    world.letters_wait().await;
    world
}

/// The words of a message as somebody reads them: its text part, put together again.
fn words(taken: &Taken) -> String {
    let mail =
        redress::mail::read::read(taken.message.as_bytes(), &redress::mail::kind::Ours::default());
    mail.unwrap().text
}

/// The link and the code in a message.
fn link_and_code(taken: &Taken) -> (String, String) {
    let text = words(taken);
    let link = text.lines().find(|line| line.contains("/link/")).unwrap().trim().to_owned();
    let is_code = |line: &&str| line.len() == 14 && line.split('-').count() == 3;
    let code = text.lines().map(str::trim).find(is_code).unwrap().to_owned();
    (link, code)
}

#[tokio::test]
async fn whoever_writes_gets_one_receipt_by_e_mail_that_quotes_nothing() {
    let mut worlds = World::each().await;
    for world in &mut worlds {
        world.with_mail();
        world.letters_wait().await;
        let sink = Sink::open().await;
        let taken = take(world, MAIL.as_bytes()).await;
        assert_eq!(taken.outcome, Outcome::Contact);
        let re = taken.reference.unwrap();
        assert_eq!(round(&world.app.desk, &room(&sink)).await.unwrap().left, 1);
        let [receipt] = sink.taken().try_into().unwrap();
        assert_eq!((receipt.to.as_str(), receipt.from.as_str()), ("joyce@people.example", ""));
        assert_eq!(receipt.header("Auto-Submitted").as_deref(), Some("auto-replied"));
        assert_eq!(receipt.header("X-Redress").as_deref(), Some("rowan-homes"));
        assert!(receipt.header("Subject").unwrap().contains(&re), "{}", receipt.message);
        let text = words(&receipt);
        assert!(text.contains(&re), "{text}");
        assert!(!text.contains("twelve degrees"), "{text}");
        // Monday 7 April: the acknowledgement is due on Monday 14 April.
        assert!(text.contains("Monday 14 April 2025"), "{text}");
        let [sent] = dispatches(world, &re).await.try_into().unwrap();
        assert_eq!(sent.state, State::Sent);
        // An answer to it joins its case.
        let reply_to = receipt.header("Reply-To").unwrap();
        let to = reply_to.rsplit('<').next().unwrap().trim_end_matches('>');
        let answer = MAIL.replace("complaints@rowan.example", to).replace("twelve", "eleven");
        assert_eq!(take(world, answer.as_bytes()).await.outcome, Outcome::Joined);
        // A second message on the same day is no second receipt, nor from a tagged address.
        for (n, sender) in ["joyce@people.example", "Joyce+2@people.example"].iter().enumerate() {
            let more =
                MAIL.replace("joyce@people.example", sender).replace("twelve", &n.to_string());
            assert_eq!(take(world, more.as_bytes()).await.outcome, Outcome::Contact);
        }
        round(&world.app.desk, &room(&sink)).await.unwrap();
        assert_eq!(sink.taken().len(), 1);
        let due = mail::list_receipts_due(&world.app.desk.db, &world.scope, 10).await.unwrap();
        assert!(due.is_empty(), "{due:?}");
        world.later(SignedDuration::from_hours(25));
        take(world, MAIL.replace("twelve", "ten").as_bytes()).await;
        round(&world.app.desk, &room(&sink)).await.unwrap();
        assert_eq!(sink.taken().len(), 2, "on another day");
    }
}

#[tokio::test]
async fn no_machine_gets_a_receipt_and_neither_does_an_address_nobody_reads() {
    let world = mailing().await;
    let sink = Sink::open().await;
    for header in [
        "Auto-Submitted: auto-replied",
        "Precedence: bulk",
        "Return-Path: <>",
        "X-Auto-Response-Suppress: All",
        "X-Redress: heath-housing",
        "List-Id: <news.example>",
    ] {
        let raw = format!("From: a@other.example\nTo: c@rowan.example\n{header}\n\nHello.\n");
        take(&world, raw.as_bytes()).await;
    }
    for sender in
        ["noreply@other.example", "mailer-daemon@other.example", "complaints@rowan.example"]
    {
        let raw = format!("From: {sender}\nTo: c@rowan.example\n\nHello from {sender}.\n");
        take(&world, raw.as_bytes()).await;
    }
    round(&world.app.desk, &room(&sink)).await.unwrap();
    assert_eq!(sink.taken().len(), 0);
}

#[tokio::test]
async fn a_receipt_that_stays_overnight_is_dated_anew_and_leaves() {
    let world = mailing().await;
    let sink = Sink::open().await;
    let re = take(&world, MAIL.as_bytes()).await.reference.unwrap();
    world.later(SignedDuration::from_hours(20));
    let done = round(&world.app.desk, &room(&sink)).await.unwrap();
    assert_eq!((done.left, done.held), (1, 0));
    let [sent] = dispatches(&world, &re).await.try_into().unwrap();
    assert_eq!((sent.dated, sent.left_on), (world.today(), Some(world.today())));
    assert!(words(&sink.taken()[0]).contains("Tuesday 8 April 2025"));
}

#[tokio::test]
async fn whoever_lost_their_code_asks_for_a_link_which_opens_once_with_the_code_beside_it() {
    let mut worlds = World::each().await;
    for world in &mut worlds {
        let sink = Sink::open().await;
        let re = by_email(world).await;
        let stranger = world.stranger();
        let door = stranger.get("/track").await;
        assert!(door.body.contains("action=\"/track/link\""), "{}", door.body);
        let asked = stranger.post("/track/link", &[("link-reference", &re)]).await;
        assert_eq!((asked.code(), asked.location()), (303, "/track?done=link"));
        let unknown = stranger.post("/track/link", &[("link-reference", "RH-2025-99999")]).await;
        assert_eq!((unknown.code(), unknown.location()), (303, "/track?done=link"));
        assert_eq!(asked.body, unknown.body, "nothing tells whether there is such a case");
        waits_for_slip(world).await;
        assert_eq!(slips::round(&world.app.desk, &room(&sink)).await, 1);
        let [mail] = sink.taken().try_into().unwrap();
        assert_eq!((mail.to.as_str(), mail.from.as_str()), ("joyce@example.org", ""));
        assert_eq!(mail.header("Auto-Submitted").as_deref(), Some("auto-generated"));
        assert_eq!(mail.header("Content-Language").as_deref(), Some("en-GB"));
        assert!(mail.message.contains("Content-Type: text/html"), "{}", mail.message);
        let text = words(&mail);
        assert!(!text.contains("lift"), "nothing of the case: {text}");
        let (link, code) = link_and_code(&mail);
        let path = link.strip_prefix("https://complaints.rowan.example").unwrap().to_owned();
        // A scanner of mail that follows the link opens nothing.
        let page = world.stranger().get(&path).await;
        assert_eq!(page.code(), 200);
        assert!(page.cookie().is_none_or(|it| it.is_empty()), "{:?}", page.cookie());
        let wrong = world.stranger().post(&path, &[("code", "AAAA-BBBB-CCCC")]).await;
        assert_eq!(wrong.code(), 422);
        let opened = world.stranger().post(&path, &[("code", &code)]).await;
        assert_eq!((opened.code(), opened.location()), (303, "/my-complaint"));
        let again = world.stranger().post(&path, &[("code", &code)]).await;
        assert_eq!(again.code(), 422, "a second time");
        assert_eq!(again.words().contains("expired"), wrong.words().contains("expired"));
    }
}

/// Waits for what the form left for the mail server; it is made beside the answer.
async fn waits_for_slip(world: &World) {
    let waits = world.app.desk.slips().rings();
    tokio::time::timeout(std::time::Duration::from_secs(20), waits).await.unwrap();
}

#[tokio::test]
async fn a_link_dies_after_an_hour() {
    let mut world = World::new().await;
    let sink = Sink::open().await;
    let re = by_email(&mut world).await;
    let to_send = world.app.desk.link_for((&re, "home")).await.unwrap().unwrap();
    world.app.desk.send_link(to_send).await.unwrap();
    slips::round(&world.app.desk, &room(&sink)).await;
    let (link, code) = link_and_code(&sink.taken()[0]);
    let path = link.strip_prefix("https://complaints.rowan.example").unwrap();
    world.later(SignedDuration::from_mins(61));
    let late = world.stranger().post(path, &[("code", &code)]).await;
    assert_eq!(late.code(), 422);
}

#[tokio::test]
async fn nobody_is_flooded_with_links_and_no_landlord_without_mail_offers_them() {
    let mut world = World::new().await;
    let sink = Sink::open().await;
    let re = by_email(&mut world).await;
    let mut made = 0;
    for n in 0..200 {
        // From a new address each time, over a day.
        world.later(SignedDuration::from_mins(6));
        let asked = world.app.desk.link_for((&re, &format!("home {n}"))).await.unwrap();
        if let Some(to_send) = asked {
            world.app.desk.send_link(to_send).await.unwrap();
            made += 1;
        }
        slips::round(&world.app.desk, &room(&sink)).await;
    }
    assert_eq!((made, sink.taken().len()), (10, 10));
    world.later(SignedDuration::from_hours(25));
    assert!(world.app.desk.link_for((&re, "home")).await.unwrap().is_some(), "on another day");
    let quiet = World::new().await;
    let door = quiet.stranger().get("/track").await;
    assert!(!door.body.contains("/track/link"), "no mail server, no form");
}

#[tokio::test]
async fn a_safe_contact_or_an_address_that_came_back_gets_no_link() {
    let mut world = World::new().await;
    let re = by_email(&mut world).await;
    let sink = Sink::open().await;
    round(&world.app.desk, &room(&sink)).await.unwrap();
    let sent = dispatches(&world, &re).await.pop().unwrap();
    take(&world, crate::mail_bounces::bounced(&sent).as_bytes()).await;
    let desk = &world.app.desk;
    assert!(desk.link_for((&re, "home")).await.unwrap().is_none(), "it came back from there");
    let amira = world.signed(Role::ComplaintsOfficer).await;
    let case = desk.case(&amira, &re).await.unwrap();
    let id = case.complaint.contact.person.clone().unwrap();
    let known = case.person.clone().unwrap();
    let moved = Person { email: Words::said("joyce@new.example"), ..known };
    desk.correct_person(&amira, &id, &moved, 1).await.unwrap();
    assert!(desk.link_for((&re, "home")).await.unwrap().is_some(), "another address");
    let safe = Person { safe_contact: Words::Sealed("By her sister".to_owned()), ..moved };
    desk.correct_person(&amira, &id, &safe, 2).await.unwrap();
    assert!(desk.link_for((&re, "home")).await.unwrap().is_none(), "a safe contact");
}

#[tokio::test]
async fn a_link_is_tried_again_where_the_server_says_later_and_never_where_it_may_have_arrived() {
    let mut world = World::new().await;
    let sink = Sink::open().await;
    let re = by_email(&mut world).await;
    let ask = async || {
        let to_send = world.app.desk.link_for((&re, "home")).await.unwrap().unwrap();
        world.app.desk.send_link(to_send).await.unwrap();
    };
    ask().await;
    sink.plan(Step::To, Instead::Says("451 later"));
    assert_eq!(slips::round(&world.app.desk, &room(&sink)).await, 0);
    assert_eq!(slips::round(&world.app.desk, &room(&sink)).await, 0, "not at once");
    world.later(SignedDuration::from_mins(3));
    assert_eq!(slips::round(&world.app.desk, &room(&sink)).await, 1);
    ask().await;
    sink.plan(Step::Taken, Instead::HangsUp);
    assert_eq!(slips::round(&world.app.desk, &room(&sink)).await, 0);
    world.later(SignedDuration::from_mins(10));
    assert_eq!(slips::round(&world.app.desk, &room(&sink)).await, 0);
    assert_eq!(sink.taken().len(), 2, "taken once each");
}
