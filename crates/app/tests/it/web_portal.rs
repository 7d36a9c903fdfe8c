//! The resident's side in the running program: telling a complaint, the door, and what a resident
//! sees and may do of their own.

use jiff::SignedDuration;
use redress_domain::vocabulary::Role;
use redress_testkit::world::{Answer, Visitor, World};
use serde_json::json;

use crate::desk_codes::code_on_paper;
use crate::desk_steps::{acknowledged, act};

/// A picture by its first bytes.
pub const PICTURE: &[u8] =
    b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x02\0\0\0\x90wS\xde";

/// Somebody who came in by the reference and the code of a letter.
pub async fn inside<'a>(world: &'a World, re: &str, number: i64) -> Visitor<'a> {
    let code = code_on_paper(world, re, number).await;
    let stranger = world.stranger();
    let opened = stranger.post("/track", &[("reference", re), ("code", &code)]).await;
    assert_eq!((opened.code(), opened.location()), (303, "/my-complaint"));
    stranger.visiting(&opened).await
}

/// Answers the questions as Joyce would, and stops before the button.
async fn tell<'a>(world: &'a World) -> Visitor<'a> {
    let stranger = world.stranger();
    let begun = stranger.post("/complain", &[]).await;
    assert_eq!(begun.location(), "/complain/whom");
    let joyce = stranger.visiting(&begun).await;
    for (question, fields, next) in [
        ("whom", vec![("whom", "me")], "danger"),
        ("danger", vec![("danger", "no")], "what"),
        ("what", vec![("what", "The ceiling leaks\nand nobody comes.")], "when"),
        ("when", vec![("happened", "since February"), ("aware", "3 2 2025")], "outcome"),
        ("outcome", vec![("outcome", "Mend it")], "before"),
        ("before", vec![("before", "yes"), ("before-whom", "the plumber")], "files"),
    ] {
        let page = joyce.get(&format!("/complain/{question}")).await;
        assert_eq!(page.code(), 200);
        let done = joyce.post(&format!("/complain/{question}"), &fields).await;
        assert_eq!(done.location(), format!("/complain/{next}"), "{question}");
    }
    let file = [("files", "leak.png", PICTURE)];
    let done = joyce.upload("/complain/files", &[], &file).await;
    assert_eq!(done.location(), "/complain/name");
    for (question, fields, next) in [
        ("name", vec![("name", "Joyce Adeyemi")], "home"),
        ("home", vec![("home", "12 Elm Court\nMill Town\nMT1 3CD")], "reach"),
        ("reach", vec![("email", "joyce@mail.example"), ("avoid", "not before 10")], "help"),
        ("help", vec![("needs", "large-print"), ("needs", "call")], "answers"),
    ] {
        let done = joyce.post(&format!("/complain/{question}"), &fields).await;
        assert_eq!(done.location(), format!("/complain/{next}"), "{question}");
    }
    joyce
}

pub fn reference(page: &Answer) -> String {
    let words = page.words();
    let found = words.split_whitespace().find(|word| word.starts_with("RH-"));
    found.expect("a reference").to_owned()
}

#[tokio::test]
async fn a_resident_tells_a_complaint_and_gets_a_receipt_whose_code_opens_it() {
    for world in World::each().await {
        world.at("2025-08-23T21:40");
        let joyce = tell(&world).await;
        let look = joyce.get("/complain/answers").await.words();
        for said in ["The ceiling leaks", "since February", "leak.png", "Large print", "Not given"]
        {
            // Everything was answered, so nothing says "Not given".
            assert_eq!(look.contains(said), said != "Not given", "{said}: {look}");
        }
        let sent = joyce.post("/complain/answers", &[]).await;
        assert_eq!(sent.location(), "/complain/receipt");
        let receipt = joyce.get("/complain/receipt").await;
        assert_eq!(receipt.h1(), "We have your complaint");
        let words = receipt.words();
        assert!(words.contains("Saturday 23 August 2025"), "{words}");
        // The bank holiday does not count.
        assert!(words.contains("by Monday 1 September 2025"), "{words}");
        assert!(words.contains("Monday 25 August 2025"), "{words}");
        assert_eq!(joyce.get("/complain/receipt").await.words(), words, "the same receipt");
        let twice = joyce.post("/complain/answers", &[]).await;
        assert_eq!(twice.location(), "/complain/receipt");
        let re = reference(&receipt);
        let code = words.lines().find(|line| line.split('-').count() == 3 && line.len() == 14);
        let code = code.expect("a code").to_owned();
        let typed = [("reference", re.as_str()), ("code", code.as_str())];
        let opened = world.stranger().post("/track", &typed).await;
        assert_eq!(opened.location(), "/my-complaint");
        let again = world.stranger().visiting(&opened).await;
        let mine = again.get("/my-complaint").await;
        // What they print is as large as they need it.
        assert!(mine.body.contains("rd-large-print"));
        assert!(mine.h1().contains("Monday 1 September 2025"), "{}", mine.h1());
        // One case, with everything in its place.
        let dan = world.signed(Role::ContactCentre).await;
        let case = world.app.desk.case(&dan, &re).await.unwrap();
        assert_eq!(case.complaint.contact.text.text(), "The ceiling leaks\nand nobody comes.");
        assert_eq!(case.complaint.contact.aware_on, Some(jiff::civil::date(2025, 2, 3)));
        assert!(case.person.as_ref().is_some_and(|person| person.large_print));
        assert_eq!(case.complaint.needs.len(), 3);
        let waiting = world.sign_in(Role::ContactCentre).await.get("/contacts").await.words();
        assert_eq!(waiting.matches(&re).count(), 1, "{waiting}");
    }
}

#[tokio::test]
async fn whoever_is_still_telling_it_may_take_their_time_and_once_it_is_sent_the_visit_is_short() {
    let world = World::new().await;
    let joyce = tell(&world).await;
    world.later(SignedDuration::from_mins(100));
    assert_eq!(joyce.post("/complain/answers", &[]).await.location(), "/complain/receipt");
    assert_eq!(joyce.get("/my-complaint").await.code(), 200);
    world.later(SignedDuration::from_mins(16));
    assert_eq!(joyce.get("/my-complaint").await.location(), "/track?over=1");
    assert_eq!(joyce.get("/complain/receipt").await.location(), "/track");
}

#[tokio::test]
async fn what_was_answered_stays_and_is_found_again_by_its_code() {
    let world = World::new().await;
    let joyce = tell(&world).await;
    let back = joyce.get("/complain/what").await;
    assert!(back.body.contains("and nobody comes."));
    let bad = joyce.post("/complain/what", &[("what", " ")]).await;
    assert_eq!(bad.code(), 422);
    let changed =
        joyce.post("/complain/outcome", &[("outcome", "A new ceiling"), ("then", "answers")]).await;
    assert_eq!(changed.location(), "/complain/answers");
    let later = joyce.post("/complain/later", &[]).await.words();
    let code = later.lines().find(|line| line.split('-').count() == 3 && line.len() == 14).unwrap();
    let wrong = world.stranger().post("/complain/return", &[("come-back", "ABCD")]).await;
    assert_eq!(wrong.code(), 422);
    world.later(SignedDuration::from_hours(48));
    assert_eq!(joyce.get("/complain/what").await.location(), "/complain?over=1");
    let typed = code.to_lowercase();
    let back = world.stranger().post("/complain/return", &[("come-back", typed.as_str())]).await;
    assert_eq!(back.location(), "/complain/answers");
    let joyce = world.stranger().visiting(&back).await;
    let words = joyce.get("/complain/answers").await.words();
    assert!(words.contains("A new ceiling") && words.contains("leak.png"), "{words}");
}

#[tokio::test]
async fn whoever_writes_for_somebody_sees_only_what_they_sent_until_authority_is_held() {
    let world = World::new().await;
    let begun = world.stranger().post("/complain", &[]).await;
    let friend = world.stranger().visiting(&begun).await;
    let whom = [("whom", "someone"), ("behalf", "Joyce Adeyemi")];
    friend.post("/complain/whom", &whom).await;
    friend.post("/complain/what", &[("what", "Her ceiling leaks")]).await;
    friend.post("/complain/name", &[("name", "Femi Adeyemi")]).await;
    friend.post("/complain/proof", &[("proof", "later")]).await;
    friend.post("/complain/answers", &[]).await;
    let receipt = friend.get("/complain/receipt").await;
    let re = reference(&receipt);
    let amira = world.signed(Role::ComplaintsOfficer).await;
    let case = world.app.desk.case(&amira, &re).await.unwrap();
    let (who, authority) = case.complaint.representative.clone().unwrap();
    assert_eq!(who.text(), "Femi Adeyemi");
    assert_eq!(authority, redress_domain::vocabulary::Authority::Pending);
    assert_eq!(case.person.as_ref().map(|it| it.name.text()), Some("Joyce Adeyemi"));
    let choice = json!({ "do": "offer-choice", "answer": "complain" });
    act(&world, Role::ContactCentre, &re, vec![choice]).await;
    let assign = json!({ "do": "assign", "officer": "amira" });
    act(&world, Role::ComplaintsManager, &re, vec![assign]).await;
    let mine = friend.get("/my-complaint").await.words();
    assert!(mine.contains("We do not know yet that you may act"), "{mine}");
    assert!(!mine.contains("Amira Khan"), "{mine}");
    let held = json!({
        "do": "authorise-representative", "who": "Femi Adeyemi", "status": "held", "basis": "written"
    });
    act(&world, Role::ComplaintsOfficer, &re, vec![held]).await;
    assert!(!friend.get("/my-complaint").await.words().contains("We do not know yet"));
}

#[tokio::test]
async fn a_resident_sees_what_was_sent_to_them_and_nothing_that_is_still_being_worked_on() {
    let world = World::new().await;
    let re = acknowledged(&world).await;
    let note = json!({ "do": "record-correspondence", "with": "Plumber", "direction": "out",
        "text": "Internal: the plumber forgot the visit" });
    let finding = json!({ "do": "find", "point": "p1", "finding": "upheld",
        "reasons": "A draft that nobody has sent to anybody yet at all, and that may still change." });
    act(&world, Role::ComplaintsOfficer, &re, vec![note, finding]).await;
    let joyce = inside(&world, &re, 1).await;
    let page = joyce.get("/my-complaint").await;
    let words = page.words();
    for shown in ["Amira Khan", "The ceiling leaks", "Mend the ceiling", "What we understood"] {
        assert!(words.contains(shown), "{shown}: {words}");
    }
    for hidden in ["Internal", "forgot", "draft that nobody", "upheld", "Plumber"] {
        assert!(!page.body.contains(hidden), "{hidden}");
    }
    assert!(!page.title().contains("Joyce"), "{}", page.title());
    assert_eq!(page.header("cache-control"), "no-store");
    let letter = joyce.get("/my-complaint/letters/1").await;
    assert!(letter.words().contains("code not kept"));
    assert_eq!(
        joyce.get("/my-complaint/letters/1/paper").await.header("content-type"),
        "application/pdf"
    );
    assert_eq!(joyce.get("/my-complaint/letters/2").await.code(), 404);
}

#[tokio::test]
async fn a_visit_opens_one_case_and_no_page_of_the_staff() {
    let world = World::new().await;
    let re = acknowledged(&world).await;
    let joyce = inside(&world, &re, 1).await;
    for path in ["/work", "/complaints", "/contacts"] {
        assert_eq!(joyce.get(path).await.code(), 303, "{path}");
    }
    assert_eq!(joyce.get(&format!("/complaints/{re}")).await.code(), 303);
    // Nor does an account of the staff open a resident's page.
    let amira = world.sign_in(Role::ComplaintsOfficer).await;
    assert_eq!(amira.get("/my-complaint").await.code(), 403);
    assert_eq!(world.stranger().get("/my-complaint").await.location(), "/track?over=1");
    let left = joyce.post("/leave", &[]).await;
    assert_eq!(left.code(), 303);
    assert_eq!(joyce.get("/my-complaint").await.location(), "/track?over=1");
}

#[tokio::test]
async fn a_visit_that_rested_is_over_and_the_words_come_back() {
    let world = World::new().await;
    let re = acknowledged(&world).await;
    let joyce = inside(&world, &re, 1).await;
    world.later(SignedDuration::from_mins(16));
    let over = joyce.post("/my-complaint/messages", &[("words", "The leak is worse now")]).await;
    assert_eq!(over.code(), 401);
    assert!(over.words().contains("The leak is worse now"));
}

// bad input 30, 31
#[tokio::test]
async fn a_made_reference_is_answered_like_one_that_exists() {
    let world = World::new().await;
    let re = acknowledged(&world).await;
    let made = redress::desk::reference::make("Rowan Homes", 2025, 99_999);
    let known = |page: Answer| page.body.replace(&re, "X").replace(&made, "X");
    let try_one = async |reference: &str| {
        let fields = [("reference", reference), ("code", "ABCD-EFGH-JKMN")];
        world.stranger().deliver("/track", &world.stranger().form(&fields).await).await
    };
    for n in 0..7 {
        let (there, nowhere) = (try_one(&re).await, try_one(&made).await);
        assert_eq!(there.code(), nowhere.code(), "try {n}");
        assert_eq!(there.code(), if n < 5 { 422 } else { 429 }, "try {n}");
        assert_eq!(known(there), known(nowhere), "try {n}");
    }
    let slip = try_one("RH-2025-00001-2").await;
    assert!(slip.words().contains("Check the reference"), "{}", slip.words());
    let wait = try_one(&made).await.words();
    assert!(wait.contains("01632 960 123"), "{wait}");
}

#[tokio::test]
async fn a_resident_confirms_corrects_adds_and_asks_for_what_staff_confirm() {
    let world = World::new().await;
    let re = acknowledged(&world).await;
    let joyce = inside(&world, &re, 1).await;
    let done = joyce.post("/my-complaint/understanding", &[("right", "yes")]).await;
    assert_eq!(done.location(), "/my-complaint?done=confirmed");
    let fields = [("right", "no"), ("changes", "It is the kitchen, too")];
    let done = joyce.post("/my-complaint/understanding", &fields).await;
    assert_eq!(done.location(), "/my-complaint?done=corrected");
    assert_eq!(joyce.post("/my-complaint/understanding", &[]).await.code(), 422);
    let words = [("words", "The plumber came and went.")];
    let done = joyce.upload("/my-complaint/messages", &words, &[("files", "a.png", PICTURE)]).await;
    assert_eq!(done.location(), "/my-complaint?done=sent");
    // A text called a picture is refused in words, and the picture beside it is kept.
    let files: [(&str, &str, &[u8]); 2] =
        [("files", "b.png", PICTURE), ("files", "c.jpg", b"only words here")];
    let mixed = joyce.upload("/my-complaint/messages", &[], &files).await;
    assert_eq!(mixed.code(), 422);
    assert!(mixed.words().contains("c.jpg"), "{}", mixed.words());
    assert!(mixed.words().contains("b.png"), "{}", mixed.words());
    let done = joyce.post("/my-complaint/withdrawal", &[("why", "It is mended")]).await;
    assert_eq!(done.location(), "/my-complaint?done=withdrawal");
    let done = joyce.post("/my-complaint/authority", &[("who", "Femi Adeyemi")]).await;
    assert_eq!(done.location(), "/my-complaint?done=authority");
    let amira = world.signed(Role::ComplaintsOfficer).await;
    let case = world.app.desk.case(&amira, &re).await.unwrap();
    // What needs their word on a known contact took no effect.
    assert!(case.complaint.withdrawn_on.is_none() && case.complaint.representative.is_none());
    assert!(case.complaint.current().confirmed_on.is_some());
    let attached = case.history.iter().filter(|told| told.happened.event.name() == "file-attached");
    assert_eq!(attached.count(), 2);
    let by = case.history.last().unwrap().happened.by.clone().unwrap();
    assert_eq!(case.surroundings.name_of(&by), "The resident");
    // And somebody sees that there is something new, until somebody does something about it.
    let dan = world.sign_in(Role::ContactCentre).await;
    assert!(dan.get("/contacts").await.words().contains(&re));
    let contact = json!({ "do": "make-contact", "note": "Rang her about all of it." });
    act(&world, Role::ComplaintsOfficer, &re, vec![contact]).await;
    assert!(!dan.get("/contacts").await.words().contains(&re));
}

#[tokio::test]
async fn stage_2_is_one_button_and_nobody_asks_why() {
    let world = World::new().await;
    let re = acknowledged(&world).await;
    let joyce = inside(&world, &re, 1).await;
    let early = joyce.get("/my-complaint/stage-2").await.words();
    assert!(early.contains("once we have answered"), "{early}");
    assert_eq!(joyce.post("/my-complaint/stage-2", &[]).await.code(), 422);
    // The answer is late: she may ask at once.
    world.at("2025-05-20T10:00");
    let joyce = inside(&world, &re, 1).await;
    assert!(joyce.get("/my-complaint").await.words().contains("We are late with this"));
    let done = joyce.post("/my-complaint/stage-2", &[]).await;
    assert_eq!(done.location(), "/my-complaint?done=stage-2");
    let ben = world.signed(Role::Stage2Officer).await;
    let case = world.app.desk.case(&ben, &re).await.unwrap();
    let asked = case.complaint.escalation.clone().unwrap();
    assert_eq!(asked.channel, redress_domain::vocabulary::Channel::Portal);
    assert!(asked.reason.is_none());
}

// CODE-3.4
#[tokio::test]
async fn anybody_reads_how_to_complain_and_the_policy_in_force() {
    let world = World::new().await;
    let stranger = world.stranger();
    for path in ["/", "/how-to-complain"] {
        let page = stranger.get(path).await;
        assert_eq!((page.code(), page.h1().as_str()), (200, "Complain to Rowan Homes"), "{path}");
        let words = page.words();
        for said in ["01632 960 123", "5 working days", "Tell us here", "Ombudsman"] {
            assert!(words.contains(said), "{said}: {words}");
        }
    }
    let policy = stranger.get("/policy").await;
    assert_eq!((policy.code(), policy.h1().as_str()), (200, "Our complaints policy"));
    assert!(policy.body.len() > 5_000);
    assert!(stranger.get("/ombudsman").await.words().contains("0300 111 3000"));
}

#[tokio::test]
async fn the_pages_know_their_language_and_an_unknown_one_is_english() {
    let world = World::new().await;
    let page = world.stranger().get("/track").await;
    assert!(page.body.contains("<html lang=\"en-GB\" dir=\"ltr\""));
    let chosen = world.stranger().get("/language/tlh?to=/track").await;
    assert_eq!((chosen.code(), chosen.location()), (303, "/track"));
    let away = world.stranger().get("/language/en-GB?to=https://evil.example").await;
    assert_eq!(away.location(), "/");
}

#[tokio::test]
async fn whoever_is_on_a_visit_or_at_work_can_begin_another_complaint_and_open_one() {
    let world = World::new().await;
    let re = acknowledged(&world).await;
    let code = code_on_paper(&world, &re, 1).await;
    // From her own complaint to a new one, and back to the first with its code.
    let joyce = inside(&world, &re, 1).await;
    let page = joyce.get("/complain").await;
    let begun = joyce.post("/complain", &[("csrf", &page.value("csrf"))]).await;
    assert_eq!(begun.location(), "/complain/whom", "{}", begun.words());
    let teller = joyce.visiting(&begun).await;
    let page = teller.get("/track").await;
    let typed = [("csrf", page.value("csrf")), ("reference", re.clone()), ("code", code.clone())];
    let typed: Vec<(&str, &str)> = typed.iter().map(|(n, v)| (*n, v.as_str())).collect();
    let opened = teller.post("/track", &typed).await;
    assert_eq!(opened.location(), "/my-complaint", "{}", opened.words());
    // Somebody at work, in the same browser.
    let dan = world.sign_in(Role::ContactCentre).await;
    let page = dan.get("/complain").await;
    let begun = dan.post("/complain", &[("csrf", &page.value("csrf"))]).await;
    assert_eq!(begun.location(), "/complain/whom", "{}", begun.words());
    // What a page of somebody else's sends is taken from neither.
    let joyce = inside(&world, &re, 1).await;
    for visitor in [&joyce, &dan] {
        let other = visitor.deliver("/complain", "csrf=&once=1").await;
        assert_eq!(other.code(), 403);
    }
}
