//! The list of the morning: in working hours, once, to whoever must act or covers, naming nobody.

use std::time::Duration;

use jiff::SignedDuration;
use jiff::civil::date;
use redress::desk::absences::{Away, Unfit};
use redress::desk::reminders::{Because, Nearness};
use redress::worker::alerts;
use redress::worker::digest::morning;
use redress::worker::post::MailRoom;
use redress::worker::slips;
use redress::worker::smtp::{Secrecy, Server};
use redress_domain::vocabulary::Role;
use redress_store::post_house::PostHouse;
use redress_testkit::sink::{Instead, Sink, Step};
use redress_testkit::world::World;

use crate::desk_steps::{acknowledged, in_hand};

const PAGES: &str = "https://complaints.rowan.example";

fn room(sink: &Sink) -> MailRoom {
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

async fn gets_lists(world: &World, who: &[&str]) {
    let chloe = world.signed(Role::ComplaintsManager).await;
    let addresses: Vec<(String, String)> =
        who.iter().map(|id| ((*id).to_owned(), format!("{id}@rowan.example"))).collect();
    world.app.desk.change_post(&chloe, &PostHouse::default(), &addresses).await.unwrap();
}

#[tokio::test]
async fn the_list_goes_once_each_working_morning_and_names_nobody() {
    for world in World::each().await {
        let sink = Sink::open().await;
        // Received on Monday 7 April: the acknowledgement is due on Monday 14 April.
        let re = in_hand(&world).await;
        gets_lists(&world, &["amira", "chloe"]).await;
        let desk = &world.app.desk;
        assert_eq!(morning(desk, &room(&sink), PAGES).await.unwrap(), 0, "nothing is near");
        world.at("2025-04-09T07:59");
        assert_eq!(morning(desk, &room(&sink), PAGES).await.unwrap(), 0, "too early");
        world.at("2025-04-09T08:05");
        assert_eq!(morning(desk, &room(&sink), PAGES).await.unwrap(), 1);
        assert_eq!(morning(desk, &room(&sink), PAGES).await.unwrap(), 0, "once a morning");
        let [list] = sink.taken().try_into().unwrap();
        assert_eq!((list.to.as_str(), list.from.as_str()), ("amira@rowan.example", ""));
        assert_eq!(list.header("Auto-Submitted").as_deref(), Some("auto-generated"));
        assert_eq!(
            list.header("Subject").as_deref(),
            Some("Complaints: 0 late, 0 due today, 1 soon")
        );
        for said in [
            format!("{re}: Acknowledgement, stage 1, due in 3 working days"),
            "by Monday 14 April 2025 (clause 7.1.3)".to_owned(),
            "5 working days after the day we were told, Monday 7 April 2025".to_owned(),
            format!("{PAGES}/complaints/{re}"),
        ] {
            assert!(list.message.replace("=\r\n", "").contains(&said), "{said}: {}", list.message);
        }
        for personal in ["Joyce", "Adeyemi", "Elm Court", "leak", "ceiling"] {
            assert!(!list.message.contains(personal), "{personal}");
        }
        // In two working days nobody is reminded, on a Saturday nobody works.
        world.at("2025-04-10T09:00");
        assert_eq!(morning(desk, &room(&sink), PAGES).await.unwrap(), 0);
        world.at("2025-04-12T09:00");
        assert_eq!(morning(desk, &room(&sink), PAGES).await.unwrap(), 0);
        world.at("2025-04-14T18:00");
        assert_eq!(morning(desk, &room(&sink), PAGES).await.unwrap(), 0, "the day is over");
    }
}

#[tokio::test]
async fn what_stays_late_climbs_to_the_manager_and_then_to_the_senior_manager() {
    let world = World::new().await;
    in_hand(&world).await;
    let to = async |day: &str| {
        world.at(&format!("{day}T09:00"));
        let all = world.app.desk.reminders(&world.scope).await.unwrap();
        let of = all.iter().filter(|it| it.what.starts_with("Acknowledgement"));
        of.map(|it| (it.to.0.clone(), it.because.clone(), it.near)).collect::<Vec<_>>()
    };
    let amira = |near| ("amira".to_owned(), Because::Own, near);
    let climbed = |who: &str, near| (who.to_owned(), Because::Climbed, near);
    assert_eq!(to("2025-04-14").await, [amira(Nearness::Today)]);
    let late = Nearness::Late(1);
    assert_eq!(to("2025-04-15").await, [amira(late), climbed("chloe", late)]);
    // Five working days, with Good Friday and Easter Monday between.
    let late = Nearness::Late(5);
    let all = [amira(late), climbed("chloe", late), climbed("sunil", late)];
    assert_eq!(to("2025-04-23").await, all);
}

#[tokio::test]
async fn whoever_is_away_is_covered_and_my_work_shows_it_without_any_mail() {
    for world in World::each().await {
        let re = acknowledged(&world).await;
        let desk = &world.app.desk;
        let amira = world.signed(Role::ComplaintsOfficer).await;
        let away = |from: i8, until: i8, deputy: &str| Away {
            staff: "amira".to_owned(),
            deputy: deputy.to_owned(),
            from: date(2025, 4, from),
            until: date(2025, 4, until),
        };
        let set = async |it: Away| desk.set_absence(&amira, &it).await.unwrap();
        assert_eq!(set(away(7, 30, "amira")).await, Err(Unfit::OwnDeputy));
        assert_eq!(set(away(7, 30, "olive")).await, Err(Unfit::DeputyUnknown), "an auditor");
        assert_eq!(set(away(7, 30, "nobody")).await, Err(Unfit::DeputyUnknown));
        assert_eq!(set(away(9, 8, "ben")).await, Err(Unfit::Backwards));
        assert_eq!(set(away(1, 2, "ben")).await, Err(Unfit::Past));
        let id = set(away(22, 30, "ben")).await.unwrap();
        assert_eq!(set(away(30, 30, "ben")).await, Err(Unfit::Twice));

        world.at("2025-04-23T09:00");
        let reminders = desk.reminders(&world.scope).await.unwrap();
        let response = reminders.iter().find(|it| it.what.starts_with("Response")).unwrap();
        assert_eq!((response.to.0.as_str(), response.near), ("ben", Nearness::Today));
        assert!(matches!(&response.because, Because::Covers(who) if who.0 == "amira"));
        let ben = world.sign_in(Role::Stage2Officer).await;
        let work = ben.get("/work").await;
        assert!(work.words().contains("Colleagues I cover") && work.words().contains(&re));
        let page = ben.get("/absences").await;
        assert!(page.words().contains("Amira Khan is away"), "{}", page.words());
        assert!(page.words().contains("Ben Okafor covers"), "{}", page.words());
        assert!(page.words().contains(&re), "what falls due in that time");

        // Somebody else's absence is a manager's to end.
        assert_eq!(ben.post(&format!("/absences/{id}/end"), &[]).await.code(), 403);
        let chloe = world.sign_in(Role::ComplaintsManager).await;
        let ended = chloe.post(&format!("/absences/{id}/end"), &[]).await;
        assert_eq!((ended.code(), ended.location()), (303, "/absences?done=ended"));
        assert!(!ben.get("/work").await.words().contains("Colleagues I cover"));
        assert_eq!(chloe.post("/absences/none/end", &[]).await.code(), 404);
    }
}

#[tokio::test]
async fn an_absence_is_set_on_its_page_and_what_is_wrong_stands_beside_the_field() {
    let world = World::new().await;
    let amira = world.sign_in(Role::ComplaintsOfficer).await;
    let page = amira.get("/absences").await;
    assert_eq!(page.h1(), "Absence and cover");
    assert!(page.words().contains("No absence planned."));
    let sent = async |fields: &[(&str, &str)]| amira.post("/absences", fields).await;
    let wrong = sent(&[]).await;
    assert_eq!(wrong.code(), 422);
    for words in ["Choose who covers", "Enter the first day away", "Enter the last day away"] {
        assert!(wrong.words().contains(words), "{words}");
    }
    let wrong = sent(&[("deputy", "ben"), ("from", "30/2/2025"), ("until", "x")]).await;
    assert_eq!(wrong.code(), 422);
    let theirs = [("who", "ben"), ("deputy", "dan"), ("from", "8/4/2025"), ("until", "9/4/2025")];
    let wrong = sent(&theirs).await;
    assert!(wrong.words().contains("Only a manager sets an absence for somebody else."));
    let done = sent(&[("deputy", "ben"), ("from", "8/4/2025"), ("until", "9/4/2025")]).await;
    assert_eq!((done.code(), done.location()), (303, "/absences?done=set"));
}

#[tokio::test]
async fn how_letters_leave_is_the_administrators_and_the_managers_to_change() {
    let world = World::new().await;
    let ivan = world.sign_in(Role::Administrator).await;
    let page = ivan.get("/settings/post").await;
    assert_eq!(page.h1(), "How letters leave");
    assert!(page.words().contains("No mail server is set"));
    let paper = [("cut-off", "15.30"), ("class", "second")];
    let with = |more: &[(&'static str, &'static str)]| [&paper[..], more].concat();
    let fields =
        with(&[("letters", "wait"), ("email-amira", "amira@rowan.example\r\nBcc: x@y.zz")]);
    let wrong = ivan.post("/settings/post", &fields).await;
    assert_eq!(wrong.code(), 422);
    assert!(wrong.words().contains("Enter an e-mail address, or nothing"));
    let fields = with(&[("letters", "wait"), ("email-amira", "amira@rowan.example")]);
    assert_eq!(ivan.post("/settings/post", &fields).await.location(), "/settings/post?done=post");
    let house = world.app.desk.post_house(&world.scope).await.unwrap();
    assert!(house.waits && 32 <= house.secret.len());
    assert_eq!((house.cut_off.as_str(), house.class.as_str()), ("15:30", "second"));
    assert!(ivan.get("/settings/post").await.body.contains("value=\"15:30\""));
    let late = [("letters", "wait"), ("class", "first"), ("cut-off", "half past four")];
    let wrong = ivan.post("/settings/post", &late).await;
    assert!(wrong.words().contains("Enter a time of the day"), "{}", wrong.words());
    let fields = with(&[("letters", "at-once")]);
    ivan.post("/settings/post", &fields).await;
    let after = world.app.desk.post_house(&world.scope).await.unwrap();
    assert_eq!((after.waits, after.secret), (false, house.secret), "the first secret stays");
    assert_eq!(ivan.post("/settings/post", &[("letters", "soon")]).await.code(), 422);
}

#[tokio::test]
async fn a_list_that_the_server_refuses_is_not_sent_again_that_morning() {
    let world = World::new().await;
    let sink = Sink::open().await;
    in_hand(&world).await;
    gets_lists(&world, &["amira"]).await;
    world.at("2025-04-14T09:00");
    sink.plan(Step::From, Instead::Says("550 no"));
    let desk = &world.app.desk;
    assert_eq!(morning(desk, &room(&sink), PAGES).await.unwrap(), 0);
    assert_eq!(morning(desk, &room(&sink), PAGES).await.unwrap(), 0);
    assert_eq!(sink.taken().len(), 0);
}

#[tokio::test]
async fn a_letter_that_must_go_today_stands_on_top_of_the_list_and_at_cut_off_its_handler_hears() {
    for world in World::each().await {
        let sink = Sink::open().await;
        let re = crate::desk_post::waiting(&world).await;
        let chloe = world.signed(Role::ComplaintsManager).await;
        let addresses = [("amira".to_owned(), "amira@rowan.example".to_owned())];
        let house = PostHouse { waits: true, cut_off: "15:30".to_owned(), ..PostHouse::default() };
        world.app.desk.change_post(&chloe, &house, &addresses).await.unwrap();
        let desk = &world.app.desk;
        assert_eq!(alerts::round(desk, PAGES).await.unwrap(), 0, "it is not due yet");
        // The acknowledgement is due on Monday 14 April and still lies here.
        world.at("2025-04-14T08:30");
        assert_eq!(morning(desk, &room(&sink), PAGES).await.unwrap(), 1);
        let list = sink.taken().remove(0);
        assert_eq!(
            list.header("Subject").as_deref(),
            Some("Complaints: 1 letter not gone, 0 late, 2 due today, 0 soon")
        );
        let text = list.message.replace("=\r\n", "");
        let on_top = text.find("Letters that have not reached anybody").unwrap();
        assert!(on_top < text.find("Dates").unwrap(), "{text}");
        assert!(text.contains(&format!("{PAGES}/complaints/{re}/post")), "{text}");
        world.at("2025-04-14T15:29");
        assert_eq!(alerts::round(desk, PAGES).await.unwrap(), 0, "there is time");
        world.at("2025-04-14T15:31");
        assert_eq!(alerts::round(desk, PAGES).await.unwrap(), 1);
        assert_eq!(alerts::round(desk, PAGES).await.unwrap(), 0, "once");
        assert_eq!(slips::round(desk, &room(&sink)).await, 1);
        let word = sink.taken().pop().unwrap();
        assert_eq!((word.to.as_str(), word.from.as_str()), ("amira@rowan.example", ""));
        let subject = word.header("Subject").unwrap();
        assert_eq!(subject, format!("{re}: due today and not gone"));
        for personal in ["Joyce", "Adeyemi", "Elm Court"] {
            assert!(!word.message.contains(personal), "{personal}");
        }
    }
}

#[tokio::test]
async fn whoever_holds_the_case_hears_of_a_letter_that_came_back_once_and_of_the_next_one_too() {
    let mut world = World::new().await;
    let sink = Sink::open().await;
    let (re, sent) = crate::mail_bounces::left_by_email(&mut world).await;
    let chloe = world.signed(Role::ComplaintsManager).await;
    let addresses = [("amira".to_owned(), "amira@rowan.example".to_owned())];
    let house = PostHouse { waits: true, ..PostHouse::default() };
    let desk = &world.app.desk;
    desk.change_post(&chloe, &house, &addresses).await.unwrap();
    assert_eq!(alerts::round(desk, PAGES).await.unwrap(), 0);
    crate::mail_corpus::take(&world, crate::mail_bounces::bounced(&sent).as_bytes()).await;
    assert_eq!(alerts::round(desk, PAGES).await.unwrap(), 1);
    assert_eq!(alerts::round(desk, PAGES).await.unwrap(), 0, "once");
    slips::round(desk, &room(&sink)).await;
    let word = sink.taken().pop().unwrap();
    assert_eq!(word.header("Subject").unwrap(), format!("{re}: the e-mail came back"));
    assert!(word.message.contains("send the letter by post today"), "{}", word.message);
}
