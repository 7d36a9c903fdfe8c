//! Complaints that somebody brings for another, and that several bring together, to their answers.

use jiff::civil::date;
use redress_domain::clock::{Status, What};
use redress_domain::vocabulary::{Authority, Role};
use redress_testkit::world::{Visitor, World};
use serde_json::json;

use crate::desk_steps::{act, response};
use crate::web_portal::{PICTURE, inside, reference};

/// Answers the questions from first to last; what is not named is left open.
async fn told<'a>(world: &'a World, answers: &[(&str, &[(&str, &str)])]) -> Visitor<'a> {
    let begun = world.stranger().post("/complain", &[]).await;
    let teller = world.stranger().visiting(&begun).await;
    for (question, fields) in answers {
        let done = teller.post(&format!("/complain/{question}"), fields).await;
        assert_eq!(done.code(), 303, "{question}: {}", done.words());
    }
    let sent = teller.post("/complain/answers", &[]).await;
    assert_eq!(sent.location(), "/complain/receipt");
    teller
}

/// One point, confirmed by letter, with Amira as the officer.
async fn acknowledged(world: &World, re: &str, more: Vec<serde_json::Value>) {
    let assign = json!({ "do": "assign", "officer": "amira" });
    act(world, Role::ComplaintsManager, re, vec![assign]).await;
    let mut orders = more;
    orders.extend([
        json!({ "do": "declare-conflict", "who": "amira", "about": "none" }),
        json!({ "do": "make-contact", "note": "Rang and talked it through." }),
        json!({ "do": "acknowledge", "officer": "amira", "points": [
            { "text": "The ceiling leaks", "outcome": "Mend the ceiling", "responsibility": "ours",
              "feasible": "yes" },
        ] }),
    ]);
    act(world, Role::ComplaintsOfficer, re, orders).await;
}

async fn clock(world: &World, re: &str, what: What) -> (jiff::civil::Date, Status) {
    let amira = world.signed(Role::ComplaintsOfficer).await;
    let case = world.app.desk.case(&amira, re).await.unwrap();
    let found = case.clocks.iter().find(|it| it.what == what).unwrap();
    (found.due, found.status)
}

// D24-6.5c, CODE-3.6
#[tokio::test]
async fn a_representative_promises_authority_uploads_it_and_no_clock_waited_for_it() {
    for world in World::each().await {
        world.at("2025-04-07T10:00");
        let answers: &[(&str, &[(&str, &str)])] = &[
            ("whom", &[("whom", "someone"), ("behalf", "Joyce Adeyemi")]),
            ("what", &[("what", "Her ceiling leaks and nobody comes.")]),
            ("name", &[("name", "Femi Adeyemi")]),
            ("home", &[("home", "12 Elm Court\nMill Town\nMT1 3CD")]),
            ("reach", &[("email", "femi@mail.example")]),
            ("proof", &[("proof", "later")]),
        ];
        let femi = told(&world, answers).await;
        let receipt = femi.get("/complain/receipt").await;
        let words = receipt.words();
        // Five working days from the day it came, authority or not.
        assert!(words.contains("by Monday 14 April 2025"), "{words}");
        assert!(words.contains("once we know that you may act for them"), "{words}");
        let re = reference(&receipt);
        let code = words.lines().find(|line| line.split('-').count() == 3 && line.len() == 14);
        let code = code.expect("a code").to_owned();
        assert_eq!(clock(&world, &re, What::Acknowledgement).await.0, date(2025, 4, 14));

        // What he gave of himself is not taken for hers.
        let amira = world.signed(Role::ComplaintsOfficer).await;
        let case = world.app.desk.case(&amira, &re).await.unwrap();
        let joyce = case.person.clone().unwrap();
        assert_eq!((joyce.name.text(), joyce.email.text()), ("Joyce Adeyemi", ""));

        world.at("2025-04-10T10:00");
        acknowledged(&world, &re, Vec::new()).await;
        let (due, status) = clock(&world, &re, What::Response).await;
        assert_eq!((due, status), (date(2025, 4, 28), Status::Running));

        // He comes back with his code: what was written to her is not his to read yet.
        world.at("2025-04-11T19:00");
        let typed = [("reference", re.as_str()), ("code", code.as_str())];
        let opened = world.stranger().post("/track", &typed).await;
        let femi = world.stranger().visiting(&opened).await;
        let mine = femi.get("/my-complaint").await;
        let words = mine.words();
        assert!(words.contains("We do not know yet that you may act for them"), "{words}");
        assert!(words.contains("Send us proof that you may act for them"), "{words}");
        for hers in ["Amira Khan", "The ceiling leaks", "Mend the ceiling"] {
            assert!(!words.contains(hers), "{hers}: {words}");
        }
        assert_eq!(femi.get("/my-complaint/letters/1").await.code(), 404);
        let said = [("words", "Here is her note.")];
        let files = [("files", "note.png", PICTURE)];
        let sent = femi.upload("/my-complaint/messages", &said, &files).await;
        assert_eq!(sent.location(), "/my-complaint?done=sent");
        let list = world.sign_in(Role::ContactCentre).await.get("/contacts").await.words();
        assert!(list.contains("Here is her note."), "{list}");

        world.at("2025-04-14T10:00");
        let held = json!({ "do": "authorise-representative", "who": "Femi Adeyemi",
            "status": "held", "basis": "written" });
        act(&world, Role::ComplaintsOfficer, &re, vec![held]).await;
        assert_eq!(clock(&world, &re, What::Response).await.0, date(2025, 4, 28), "no day moved");
        let opened = world.stranger().post("/track", &typed).await;
        let femi = world.stranger().visiting(&opened).await;
        let words = femi.get("/my-complaint").await.words();
        for his in ["Amira Khan", "The ceiling leaks", "Monday 28 April 2025"] {
            assert!(words.contains(his), "{his}: {words}");
        }
        let confirmed = femi.post("/my-complaint/understanding", &[("right", "yes")]).await;
        assert_eq!(confirmed.location(), "/my-complaint?done=confirmed");
        let case = world.app.desk.case(&amira, &re).await.unwrap();
        let by = case.history.last().unwrap().happened.by.clone().unwrap();
        assert_eq!(by.0, redress_domain::ids::StaffId::REPRESENTATIVE);
        let (_, authority) = case.complaint.representative.clone().unwrap();
        assert_eq!(authority, Authority::Held);

        // Taken away again, it shuts what it had opened.
        let refused = json!({ "do": "authorise-representative", "who": "Femi Adeyemi",
            "status": "refused" });
        act(&world, Role::ComplaintsOfficer, &re, vec![refused]).await;
        assert!(!femi.get("/my-complaint").await.words().contains("Amira Khan"));
    }
}

#[tokio::test]
async fn several_complain_together_and_whoever_leads_them_sees_it_to_its_answer() {
    let world = World::new().await;
    world.at("2025-04-07T10:00");
    let answers: &[(&str, &[(&str, &str)])] = &[
        ("whom", &[("whom", "group"), ("group", "Priya Shah\nTom Reed\n\nWei Chen")]),
        ("what", &[("what", "The lift has been out for a month.")]),
        ("name", &[("name", "Joyce Adeyemi")]),
        ("home", &[("home", "12 Elm Court\nMill Town\nMT1 3CD")]),
    ];
    let joyce = told(&world, answers).await;
    let re = reference(&joyce.get("/complain/receipt").await);
    let amira = world.signed(Role::ComplaintsOfficer).await;
    let case = world.app.desk.case(&amira, &re).await.unwrap();
    let names: Vec<&str> = case.complaint.contact.group.iter().map(|it| it.text()).collect();
    assert_eq!(names, ["Priya Shah", "Tom Reed", "Wei Chen"]);
    let page = world.sign_in(Role::ComplaintsOfficer).await;
    let words = page.get(&format!("/complaints/{re}")).await.words();
    assert!(words.contains("Whoever wrote leads the group: Joyce Adeyemi"), "{words}");

    world.at("2025-04-10T10:00");
    let lead = json!({ "do": "name-lead", "who": "Joyce Adeyemi" });
    acknowledged(&world, &re, vec![lead]).await;
    world.at("2025-04-16T09:30");
    let finding = crate::desk_steps::finding("p1");
    let mend = json!({ "do": "offer-remedy", "point": "p1", "kind": "action",
        "what": "Mend the lift", "owner": "Repairs team", "due": "2025-05-06" });
    let sheets = json!({ "do": "record-evidence", "what": "The engineer's notes of the lift",
        "from": "Lift contractor" });
    act(&world, Role::ComplaintsOfficer, &re, vec![sheets, finding, mend]).await;
    act(&world, Role::ComplaintsOfficer, &re, vec![response()]).await;
    let case = world.app.desk.case(&amira, &re).await.unwrap();
    let answer = case.complaint.letters.iter().rfind(|it| it.letter == "response-stage-1").unwrap();
    assert!(answer.text.text().contains("Joyce Adeyemi"), "{}", answer.text.text());
    let joyce = inside(&world, &re, i64::from(answer.number)).await;
    let words = joyce.get("/my-complaint").await.words();
    assert!(words.contains("Mend the lift"), "{words}");
    // The others' names are on no page of hers but in her own words.
    let page = joyce.get("/my-complaint").await.body;
    assert!(!page.contains("Priya Shah"));
    let asked = joyce.post("/my-complaint/stage-2", &[]).await;
    assert_eq!(asked.location(), "/my-complaint?done=stage-2");
}
