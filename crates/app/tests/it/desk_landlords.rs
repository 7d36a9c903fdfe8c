//! Two landlords in the same records: no byte of one in any answer to the other.

use redress::desk::accounts::ROLES;
use redress::desk::take_in::Contact;
use redress::desk::{Declined, Signed};
use redress::web::routes;
use redress_domain::command::Receive;
use redress_domain::ids::{CaseId, PersonId};
use redress_domain::person::Person;
use redress_domain::personal::Words;
use redress_domain::vocabulary::{Channel, Role};
use redress_store::{Scope, accounts, record};
use redress_testkit::world::{Visitor, World};
use serde_json::json;

use crate::desk_steps::{acknowledged, acknowledgement, note, order, ready};

/// Stands in everything the other landlord holds, and nowhere else.
const MARK: &str = "quillmark";

/// What the other landlord has on file.
struct Theirs {
    scope: Scope,
    re: String,
    case: String,
    person: PersonId,
    file: String,
    search: String,
    proposal: String,
    mail: String,
}

async fn signed(world: &World, scope: &Scope, login: &str) -> Signed {
    let found = accounts::find_login(&world.app.desk.db, scope, login).await.unwrap().unwrap();
    Signed::staff(scope.clone(), found.0)
}

async fn theirs(world: &World) -> Theirs {
    let scope = world.neighbour().await;
    let roles = [Role::ContactCentre, Role::ComplaintsOfficer, Role::ComplaintsManager];
    world.employ(&scope, "quillmark-max", "Max Quillmark", &roles).await;
    let max = signed(world, &scope, "quillmark-max").await;
    let desk = &world.app.desk;
    let kept = desk.files.put_bytes(b"what quillmark wrote").await.unwrap();
    let contact = Contact {
        token: desk.token().await.unwrap(),
        receive: Receive {
            channel: Some(Channel::Phone),
            text: Words::said("The Quillmark ceiling leaks"),
            from: Some(Words::said("Ada Quillmark")),
            ..Receive::default()
        },
        person: Some(Person {
            name: Words::said("Ada Quillmark"),
            address: Words::said("9 Quillmark Way\nMill Town\nMT1 3CD"),
            email: Words::said("ada@quillmark.example"),
            ..Person::default()
        }),
        then: vec![order(json!({ "do": "offer-choice", "answer": "complain" }))],
        attachments: vec![redress::desk::Attachment {
            name: "quillmark.txt".to_owned(),
            sha256: kept.sha256,
            bytes: 20,
            media_type: "text/plain; charset=utf-8".to_owned(),
        }],
        ..Contact::default()
    };
    let re = desk.take_in(&max, contact).await.unwrap().reference;
    let me = "quillmark-max";
    let mut confirmed = acknowledgement();
    confirmed["officer"] = json!(me);
    for orders in [
        vec![json!({ "do": "assign", "officer": me })],
        vec![
            json!({ "do": "declare-conflict", "who": me, "about": "none" }),
            json!({ "do": "make-contact", "note": "Rang Quillmark" }),
        ],
        vec![confirmed],
        vec![json!({ "do": "raise-action", "what": "Quillmark visit", "owner": "Max Quillmark",
            "due": "2025-05-06" })],
    ] {
        let act = ready(world, &max, &re, orders).await;
        desk.act(&max, &re, act).await.unwrap();
    }
    let case = desk.case(&max, &re).await.unwrap();
    let file = case.history.iter().find_map(|told| match &told.happened.event {
        redress_domain::event::Event::FileAttached { file, .. } => Some(file.clone()),
        _ => None,
    });
    let visitor = world.sign_in_as(&scope, me).await;
    let search = visitor.post("/searches", &[("words", "leaks")]).await;
    let search = search.location().rsplit('/').next().unwrap().to_owned();
    let own = visitor.get(&format!("/searches/{search}")).await;
    assert!(own.body.to_lowercase().contains(MARK), "they find their own");
    let person = case.complaint.contact.person.clone().unwrap();
    let day = jiff::civil::date(2025, 5, 27);
    let proposal = desk.propose(&max, (day, false), "Quillmark day").await.unwrap();
    let raw = b"a quillmark nobody can read".to_vec();
    let arrived = desk.keep_whole_mail(raw, ("quillmark", desk.now())).await.unwrap();
    desk.take_mail(&scope, arrived).await.unwrap();
    let held = redress_store::mail::Outcome::Held;
    let mail = redress_store::mail::list_open(&desk.db, &scope, held, 1).await.unwrap();
    let mail = mail[0].id.clone();
    Theirs { scope, re, case: case.id, person, file: file.unwrap(), search, proposal, mail }
}

/// A route's address with the other landlord's ids in it.
fn address(path: &str, theirs: &Theirs) -> String {
    let mut before = "";
    let parts = path.split('/').map(|part| {
        let filled = match (part, before) {
            ("{re}", _) => theirs.re.clone(),
            ("{token}", "link") => "a".repeat(64),
            ("{tag}", "language") => "en-GB".to_owned(),
            ("{question}", "complain") => "what".to_owned(),
            ("{nation}", _) => "england-and-wales".to_owned(),
            ("{pack}", _) => "derive-2024".to_owned(),
            ("{id}", "users") => "quillmark-max".to_owned(),
            ("{id}", "searches") => theirs.search.clone(),
            ("{id}", "date-moves") => theirs.proposal.clone(),
            ("{id}", "mail") => theirs.mail.clone(),
            ("{id}", "post") => "a".repeat(32),
            ("{id}", "files") => theirs.file.clone(),
            ("{id}", "clocks") => "acknowledgement-1".to_owned(),
            ("{id}", "letters") => "1".to_owned(),
            ("{id}", "actions") => "a1".to_owned(),
            ("{id}", "batches") => "b1".to_owned(),
            ("{id}", "writing") => "meeting-invitation".to_owned(),
            ("{id}", "findings") => "p1".to_owned(),
            ("{id}", "offers" | "orders") => "o1".to_owned(),
            ("{id}", "restrictions") => "r1".to_owned(),
            ("{event}", _) => "e1".to_owned(),
            (part, _) => part.to_owned(),
        };
        before = part;
        filled
    });
    let filled = parts.collect::<Vec<_>>().join("/");
    assert!(!filled.contains('{'), "{path} has an id that nobody filled in");
    filled
}

fn pages() -> impl Iterator<Item = redress::web::route::Route> {
    routes::table().into_iter().filter(|it| it.method == axum::http::Method::GET)
}

/// The addresses, with the other landlord's ids, whose pages show anything of that landlord.
async fn marked(person: &Visitor<'_>, theirs: &Theirs) -> Vec<String> {
    let mut found = Vec::new();
    for route in pages() {
        let path = address(route.path, theirs);
        // What was asked for may stand in the answer as it was sent.
        let body = person.get(&path).await.body.replace(&path, "").to_lowercase();
        // Whoever begins to complain says to which landlord: its name, and nothing else, stands there.
        let named = path != "/complain" && body.contains("heath housing");
        if body.contains(MARK) || named {
            found.push(path);
        }
    }
    found
}

#[tokio::test]
async fn no_page_shows_a_byte_of_another_landlord() {
    for world in World::each().await {
        let theirs = theirs(&world).await;
        let ours = acknowledged(&world).await;
        let max = world.sign_in_as(&theirs.scope, "quillmark-max").await;
        let own = max.get(&format!("/complaints/{}", theirs.re)).await;
        assert!(own.body.to_lowercase().contains(MARK), "the mark can be found");
        let paper = max.get(&format!("/complaints/{}/letters/1/paper", theirs.re)).await;
        assert_eq!(paper.code(), 200);
        for role in ROLES {
            let person = world.sign_in(*role).await;
            assert_eq!(marked(&person, &theirs).await, [""; 0], "{role:?}");
            for route in pages().filter(|it| it.path.contains("{re}")) {
                let path = address(route.path, &theirs);
                let answer = person.get(&path).await;
                assert!(matches!(answer.code(), 403 | 404), "{role:?} {path}: {}", answer.code());
                if answer.code() == 404 {
                    let nothing = path.replace(&theirs.re, "RH-2025-99999-X");
                    let nothing = person.get(&nothing).await;
                    assert_eq!(nothing.body, answer.body, "{role:?} at {path}: as if it were not");
                }
            }
        }
        // The control: the same look with a session of their scope finds the mark on their pages.
        let found = marked(&max, &theirs).await;
        assert!(found.contains(&format!("/date-moves/{}", theirs.proposal)), "{found:?}");
        for page in ["", "/history", "/letters/1", "/people", "/actions"] {
            let path = format!("/complaints/{}{page}", theirs.re);
            assert!(found.contains(&path), "{path} is not among {found:?}");
        }
        let amira = world.sign_in(Role::ComplaintsOfficer).await;
        let found = amira.post("/searches", &[("words", "leaks")]).await;
        let found = amira.get(found.location()).await;
        assert!(found.body.contains(&ours) && !found.body.to_lowercase().contains(MARK));
        let jump = amira.post("/searches", &[("words", &theirs.re)]).await;
        assert!(!jump.location().starts_with("/complaints/"), "{}", jump.location());
    }
}

#[tokio::test]
async fn no_act_reaches_another_landlords_case_or_person() {
    for world in World::each().await {
        let theirs = theirs(&world).await;
        let ours = acknowledged(&world).await;
        let desk = &world.app.desk;
        let heads = async || {
            let (one, two) = (&theirs.scope, &world.scope);
            let one = record::head(&desk.db, one).await.unwrap();
            (one, record::head(&desk.db, two).await.unwrap(), accounts_of(&world, &theirs).await)
        };
        let before = heads().await;
        for role in ROLES {
            for route in routes::table().iter().filter(|it| {
                it.method == axum::http::Method::POST
                    && (it.path.contains("{re}") || it.path.starts_with("/users/"))
            }) {
                let person = world.sign_in(*role).await;
                let path = address(route.path, &theirs);
                let answer = person.post(&path, &[("seen-version", "8")]).await;
                let refused = matches!(answer.code(), 403 | 404 | 422);
                assert!(refused, "{role:?} at {path}: {}", answer.code());
                let body = answer.body.replace(&path, "").to_lowercase();
                assert!(!body.contains(MARK), "{role:?} at {path} shows the mark");
            }
        }
        let amira = world.signed(Role::ComplaintsOfficer).await;
        let mut act = ready(&world, &amira, &ours, vec![note("She rang")]).await;
        let missing = desk.act(&amira, &theirs.re, act.clone()).await;
        assert!(matches!(missing, Err(Declined::Missing)), "{missing:?}");
        assert!(desk.person(&amira, &theirs.person).await.unwrap().is_none());
        assert_eq!(heads().await, before, "nothing was recorded");
        // A case of ours that names theirs shows nothing of it.
        act.commands = vec![order(json!({ "do": "link", "to": theirs.case }))];
        desk.act(&amira, &ours, act).await.unwrap();
        assert_eq!(heads().await.0, before.0);
        let linked = CaseId(theirs.case.clone());
        let case = desk.case(&amira, &ours).await.unwrap();
        assert!(case.complaint.links.contains(&linked));
        let amira = world.sign_in(Role::ComplaintsOfficer).await;
        for page in ["", "/links", "/history"] {
            let shown = amira.get(&format!("/complaints/{ours}{page}")).await;
            assert_eq!(shown.code(), 200);
            assert!(!shown.body.to_lowercase().contains(MARK), "{page}");
        }
    }
}

async fn accounts_of(world: &World, theirs: &Theirs) -> String {
    format!("{:?}", accounts::list_staff(&world.app.desk.db, &theirs.scope).await.unwrap())
}
