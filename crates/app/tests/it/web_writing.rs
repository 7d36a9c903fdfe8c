//! Letters that go with no other act: each is asked for on its page, leaves, and says why not where
//! it may not.

use redress::desk::disruption::Told;
use redress::desk::take_in::Contact;
use redress::worker::digest::nudges;
use redress_domain::command::{Receive, WriteLetter};
use redress_domain::person::Person;
use redress_domain::personal::Words;
use redress_domain::vocabulary::{Channel, Kind, Role};
use redress_testkit::world::World;
use serde_json::json;

use crate::desk_steps::{acknowledged, act, answered};

/// The letters of a case, by name, with their words.
async fn letters(world: &World, re: &str) -> Vec<(String, String)> {
    let chloe = world.signed(Role::ComplaintsManager).await;
    let case = world.app.desk.case(&chloe, re).await.unwrap();
    let kept = case.complaint.letters.iter();
    kept.map(|it| (it.letter.clone(), it.text.text().to_owned())).collect()
}

async fn written(
    world: &World,
    role: Role,
    re: &str,
    letter: &str,
    fields: &[(&str, &str)],
) -> String {
    let visitor = world.sign_in(role).await;
    let page = visitor.get(&format!("/complaints/{re}/writing")).await;
    let seen = page.value("seen-version");
    let fields = [&[("seen-version", seen.as_str())], fields].concat();
    let done = visitor.post(&format!("/complaints/{re}/writing/{letter}"), &fields).await;
    assert_eq!(done.code(), 303, "{letter}: {}", done.words());
    letters(world, re).await.pop().unwrap().1
}

#[tokio::test]
async fn proof_a_meeting_and_a_reminder_are_asked_for_and_no_clock_stops() {
    for world in World::each().await {
        let re = acknowledged(&world).await;
        let before = crate::desk_post::status(&world, &re, "response/1").await;
        let proof =
            [("proof-what", "Photos of the sofa, and its receipt"), ("proof-by", "11/4/2025")];
        let text = written(&world, Role::ComplaintsOfficer, &re, "proof", &proof).await;
        assert!(text.contains("Photos of the sofa"), "{text}");
        assert!(text.contains("Friday 11 April 2025"), "{text}");
        let meeting = [
            ("meeting-on", "9/4/2025"),
            ("meeting-at", "2.30pm"),
            ("meeting-place", "your home"),
            ("meeting-people", "Amira Khan, complaints officer\nthe roofer"),
        ];
        let text = written(&world, Role::ComplaintsOfficer, &re, "meeting", &meeting).await;
        assert!(text.contains("2.30pm") && text.contains("your home"), "{text}");
        assert!(text.contains("the roofer"), "{text}");
        let ask = json!({ "do": "request-information", "from": "Mill Roofing",
            "what": "When were you there?", "due": "2025-04-10" });
        act(&world, Role::ComplaintsOfficer, &re, vec![ask]).await;
        world.at("2025-04-11T09:30");
        let text =
            written(&world, Role::ComplaintsOfficer, &re, "chaser", &[("chaser-request", "r1")])
                .await;
        assert!(text.contains("When were you there?"), "{text}");
        let names: Vec<String> = letters(&world, &re).await.into_iter().map(|it| it.0).collect();
        for letter in ["evidence-request", "meeting-invitation", "information-request-chaser"] {
            assert!(names.iter().any(|name| name == letter), "{letter}: {names:?}");
        }
        assert_eq!(crate::desk_post::status(&world, &re, "response/1").await, before);
        let amira = world.sign_in(Role::ComplaintsOfficer).await;
        let page = amira.get(&format!("/complaints/{re}/writing")).await;
        assert!(page.words().contains("Written before"), "{}", page.words());
        let case = amira.get(&format!("/complaints/{re}")).await;
        assert!(case.words().contains("Letter written: invitation to meet"), "{}", case.words());
    }
}

#[tokio::test]
async fn what_is_left_out_or_too_late_is_said_at_its_field_and_nothing_is_sent() {
    let world = World::new().await;
    let re = acknowledged(&world).await;
    let amira = world.sign_in(Role::ComplaintsOfficer).await;
    let sent = letters(&world, &re).await.len();
    let at = |letter: &str| format!("/complaints/{re}/writing/{letter}");
    let page = amira.get(&format!("/complaints/{re}/writing")).await;
    let seen = page.value("seen-version");
    let seen = ("seen-version", seen.as_str());
    for (letter, field) in
        [("proof", "proof-what"), ("meeting", "meeting-on"), ("chaser", "chaser-request")]
    {
        let page = amira.post(&at(letter), &[]).await;
        assert_eq!(page.code(), 422, "{letter}");
        assert!(page.main().contains(&format!("href=\"#{field}\"")), "{letter}: {}", page.words());
    }
    // After the day of the answer, or in the past.
    let late = [seen, ("proof-what", "A receipt"), ("proof-by", "30/6/2025")];
    let page = amira.post(&at("proof"), &late).await;
    assert_eq!(page.code(), 422, "{}", page.words());
    let past = [seen, ("proof-what", "A receipt"), ("proof-by", "1/4/2025")];
    assert_eq!(amira.post(&at("proof"), &past).await.code(), 422);
    // Nothing was asked, nothing is offered, nothing is answered.
    let page = amira.post(&at("chaser"), &[seen, ("chaser-request", "r9")]).await;
    assert_eq!(page.code(), 422, "{}", page.words());
    assert_eq!(amira.post(&at("offer"), &[seen, ("offer-offer", "o1")]).await.code(), 422);
    assert_eq!(amira.post(&at("closing"), &[seen]).await.code(), 422);
    assert_eq!(amira.post(&at("nothing"), &[]).await.code(), 404);
    let praise = amira.post(&at("praise"), &[seen, ("praise-who", "Somebody")]).await;
    assert!(praise.words().contains("no praise to pass on"), "{}", praise.words());
    assert_eq!(letters(&world, &re).await.len(), sent);
    // Somebody who does not hold it asks for nothing.
    let dan = world.sign_in(Role::ContactCentre).await;
    let fields = [seen, ("proof-what", "A receipt"), ("proof-by", "11/4/2025")];
    assert_eq!(dan.post(&at("proof"), &fields).await.code(), 403);
}

#[tokio::test]
async fn before_a_case_is_closed_they_are_asked_what_is_left() {
    let world = World::new().await;
    let re = answered(&world).await;
    let text = written(&world, Role::ComplaintsOfficer, &re, "closing", &[]).await;
    assert!(text.contains("Mend the ceiling"), "{text}");
}

// DF-1.1d DF-6.1a
#[tokio::test]
async fn praise_reaches_those_praised_and_names_its_giver_only_where_they_agree() {
    for (agrees, named) in [("yes", true), ("", false)] {
        let world = World::new().await;
        let dan = world.signed(Role::ContactCentre).await;
        let contact = Contact {
            token: world.app.desk.token().await.unwrap(),
            receive: Receive {
                channel: Some(Channel::Phone),
                text: Words::said("The plumber was kind and quick"),
                from: Some(Words::said("Joyce Adeyemi")),
                about: Kind::Compliment,
                ..Receive::default()
            },
            person: Some(Person {
                name: Words::said("Joyce Adeyemi"),
                address: Words::said("12 Elm Court\nMill Town\nMT1 3CD"),
                ..Person::default()
            }),
            ..Contact::default()
        };
        let re = world.app.desk.take_in(&dan, contact).await.unwrap().reference;
        let fields = [("praise-who", "The plumbers of the north team"), ("praise-named", agrees)];
        let text = written(&world, Role::ContactCentre, &re, "praise", &fields).await;
        assert!(text.contains("The plumber was kind and quick"), "{text}");
        assert_eq!(text.contains("Joyce"), named, "{text}");
    }
}

// CODE-8.5.2 CODE-8.5.4
#[tokio::test]
async fn everybody_with_an_open_complaint_hears_of_a_disruption_once() {
    let world = World::new().await;
    world.letters_wait().await;
    let (one, other) = (acknowledged(&world).await, world.receive("Ben Okoro", "No heating").await);
    let notice = WriteLetter::DisruptionNotice {
        what_happened: Words::said("A fire in our office on Sunday put our telephones out"),
        effect: Words::said("We answer e-mails and letters. Calls reach us again on Thursday"),
        back_by: Some(jiff::civil::date(2025, 4, 10)),
    };
    let desk = &world.app.desk;
    let amira = world.signed(Role::ComplaintsOfficer).await;
    let nobody = desk.tell_everybody(&amira, ("a", ""), &notice).await.unwrap();
    assert_eq!((nobody.told, nobody.held.len()), (0, 2), "it is for whoever runs the house");
    let chloe = world.signed(Role::ComplaintsManager).await;
    for _ in 0..2 {
        let told = desk.tell_everybody(&chloe, ("b", ""), &notice).await.unwrap();
        assert_eq!(told, Told { told: 2, ..Told::default() });
    }
    for re in [&one, &other] {
        let case = desk.case(&chloe, re).await.unwrap();
        let notices = case.complaint.waiting.iter();
        let notices = notices.filter(|it| it.queued.letter == "disruption-notice");
        let texts: Vec<&str> = notices.map(|it| it.queued.text.text()).collect();
        assert_eq!(texts.len(), 1, "{re}");
        assert!(texts[0].contains("Thursday 10 April 2025"), "{}", texts[0]);
    }
    let officer = world.sign_in(Role::ComplaintsOfficer).await;
    assert_eq!(officer.get("/disruptions").await.code(), 403);
    let manager = world.sign_in(Role::ComplaintsManager).await;
    assert!(manager.get("/post").await.body.contains("href=\"/disruptions\""));
    let asked = manager.get("/disruptions").await;
    assert!(asked.words().contains("Open complaints: 2."), "{}", asked.words());
    // A go that stopped after the first of them goes on with the others.
    let mut ids = Vec::new();
    for re in [&one, &other] {
        ids.push((desk.case(&chloe, re).await.unwrap().id, re.clone()));
    }
    ids.sort();
    let go_on = [
        ("what", "The lift company went out of business"),
        ("effect", "Repairs to lifts wait a week"),
        ("back", "11/4/2025"),
        ("run", "c"),
        ("after", ids[0].0.as_str()),
        ("told", "1"),
    ];
    let told = manager.post("/disruptions", &go_on).await;
    assert_eq!((told.code(), told.h1().as_str()), (200, "2 letters written"), "{}", told.words());
    for ((_, re), notices) in ids.iter().zip([1, 2]) {
        let waiting = desk.case(&chloe, re).await.unwrap().complaint.waiting;
        let of_it = waiting.iter().filter(|it| it.queued.letter == "disruption-notice");
        assert_eq!(of_it.count(), notices, "{re}");
    }
    let empty = manager.post("/disruptions", &[("back", "1/4/2025")]).await;
    assert_eq!(empty.code(), 422);
    for field in ["what", "effect", "back"] {
        assert!(empty.main().contains(&format!("href=\"#{field}\"")), "{}", empty.words());
    }
}

#[tokio::test]
async fn what_a_contractor_owes_is_chased_by_itself_once_and_in_working_hours_only() {
    for world in World::each().await {
        world.letters_wait().await;
        let re = acknowledged(&world).await;
        let ask = json!({ "do": "request-information", "from": "Mill Roofing",
            "what": "When were you there?", "due": "2025-04-10" });
        act(&world, Role::ComplaintsOfficer, &re, vec![ask]).await;
        let desk = &world.app.desk;
        for (at, wanted) in [
            ("2025-04-10T09:30", 0),
            ("2025-04-11T07:30", 0),
            ("2025-04-11T09:30", 1),
            ("2025-04-11T10:30", 0),
            ("2025-04-14T09:30", 0),
        ] {
            world.at(at);
            assert_eq!(nudges(desk).await.unwrap(), wanted, "{at}");
        }
        let amira = world.signed(Role::ComplaintsOfficer).await;
        let case = desk.case(&amira, &re).await.unwrap();
        let chasers = case.complaint.written_on("information-request-chaser");
        assert_eq!(chasers, [jiff::civil::date(2025, 4, 11)]);
    }
}
