//! The list of changes: who changed which account, setting, policy or day, before and after.

use jiff::SignedDuration;
use redress::desk::accounts::ROLES;
use redress_domain::vocabulary::Role;
use redress_store::accounts;
use redress_testkit::world::{Visitor, World};

/// A one-time password as a page shows it.
fn given(body: &str) -> String {
    let shown = body.split_once("id=\"one-time-password\">").unwrap().1;
    shown.split_once("</code>").unwrap().0.to_owned()
}

async fn lines(by: &Visitor<'_>, narrowed: &str) -> String {
    let page = by.get(&format!("/audit{narrowed}")).await;
    assert_eq!(page.code(), 200);
    page.words()
}

#[tokio::test]
async fn every_change_of_an_account_leaves_a_line_and_no_secret() {
    for world in World::each().await {
        let ivan = world.sign_in(Role::Administrator).await;
        let auditor = world.sign_in(Role::Auditor).await;
        assert!(lines(&auditor, "").await.contains("No change is on record here"));
        let made = ivan
            .post("/users", &[("name", "Nia Price"), ("login", "nia"), ("roles", "auditor")])
            .await;
        let first = given(&made.body);
        let desk = &world.app.desk;
        let found = accounts::find_login(&desk.db, &world.scope, "nia").await.unwrap().unwrap();
        let id = found.0.id;
        let at = |what: &str| format!("/users/{id}/{what}");
        let roles = [("roles", "auditor"), ("roles", "privacy-officer")];
        for (what, fields) in [
            ("roles", &roles[..]),
            ("name", &[("name", "Nia Rees")]),
            ("closure", &[("account", "closed")]),
            ("closure", &[("account", "open")]),
        ] {
            world.later(SignedDuration::from_secs(1));
            assert_eq!(ivan.post(&at(what), fields).await.code(), 303, "{what}");
        }
        world.later(SignedDuration::from_secs(1));
        let second = given(&ivan.post(&at("password"), &[]).await.body);
        let words = lines(&auditor, "").await;
        for said in [
            "Account made",
            "Nia Price, nia Auditor",
            "Roles changed",
            "Auditor Privacy officer",
            "Name changed",
            "Nia Rees",
            "Account closed",
            "Account opened again",
            "One-time password given",
            "Ivan",
        ] {
            assert!(words.contains(said), "{said}: {words}");
        }
        let newest = words.find("One-time password given").unwrap();
        assert!(newest < words.find("Account made").unwrap(), "the newest first");
        for secret in [first, second] {
            assert!(!words.contains(&secret), "no password is among the words");
        }
        // The same name again, or the same roles, is no change.
        ivan.post(&at("name"), &[("name", "Nia Rees")]).await;
        assert_eq!(lines(&auditor, "").await.matches("Name changed").count(), 1);
    }
}

#[tokio::test]
async fn changes_are_narrowed_by_person_and_kind_and_paged() {
    let world = World::new().await;
    let ivan = world.sign_in(Role::Administrator).await;
    let chloe = world.sign_in(Role::ComplaintsManager).await;
    let sunil = world.sign_in(Role::SeniorManager).await;
    let closed = [("closed-on", "9/4/2025"), ("what", "Training day")];
    let place = chloe.post("/calendars/england-and-wales/closures", &closed).await;
    let place = place.location().split('?').next().unwrap().to_owned();
    assert_eq!(sunil.post(&format!("{place}/force"), &[]).await.code(), 303);
    chloe.post("/policies", &[("pack", "wdh-2022"), ("from", "1/5/2025")]).await;
    for n in 0..60 {
        world.later(SignedDuration::from_secs(1));
        let name = format!("Amira {n}");
        assert_eq!(ivan.post("/users/amira/name", &[("name", &name)]).await.code(), 303);
    }
    let first = chloe.get("/audit?kind=accounts").await;
    assert_eq!(first.words().matches("Name changed").count(), 50);
    assert!(!first.words().contains("Training day"));
    let older = first.body.split("href=\"").map(|rest| rest.split('"').next().unwrap());
    let older = older.into_iter().find(|href| href.contains("after=")).unwrap().to_owned();
    let older = older.replace("&amp;", "&").replace("&#38;", "&");
    let second = chloe.get(&older).await;
    assert_eq!(second.words().matches("Name changed").count(), 10, "{older}");
    assert!(second.words().contains("Amira 0") && !second.words().contains("Amira 58"));
    assert!(!second.body.contains("Older changes"));
    let calendar = lines(&chloe, "?kind=calendar").await;
    assert!(calendar.contains("Calendar changed") && calendar.contains("closed: Training day"));
    let policies = lines(&chloe, "?kind=policies&person=chloe").await;
    assert!(policies.contains("Policy proposed") && policies.contains("wdh-2022"));
    assert!(!lines(&chloe, "?kind=policies&person=amira").await.contains("Policy proposed"));
    // Whoever keeps the accounts sees those and the settings, and nothing that concerns cases.
    let theirs = lines(&ivan, "").await;
    assert!(theirs.contains("Name changed") && !theirs.contains("Training day"), "{theirs}");
    for kind in ["calendar", "policies"] {
        let asked = lines(&ivan, &format!("?kind={kind}")).await;
        assert!(asked.contains("Name changed") && !asked.contains("wdh-2022"), "{kind}");
    }
    let about = lines(&chloe, "?person=amira").await;
    assert!(about.contains("Name changed"), "what was done about somebody is found by them");
    assert!(lines(&chloe, "?person=nobody&kind=nothing&after=x").await.contains("Name changed"));
}

#[tokio::test]
async fn changes_are_read_by_few_and_never_next_door() {
    for world in World::each().await {
        let scope = world.neighbour().await;
        world.employ(&scope, "max", "Max Quill", &[Role::Administrator]).await;
        let max = world.sign_in_as(&scope, "max").await;
        let fields = [("name", "Quillmark Person"), ("login", "qp"), ("roles", "auditor")];
        assert_eq!(max.post("/users", &fields).await.code(), 200);
        assert!(lines(&max, "").await.contains("Quillmark Person"));
        for role in ROLES {
            let person = world.sign_in(*role).await;
            let page = person.get("/audit").await;
            let may = matches!(
                role,
                Role::Administrator
                    | Role::Auditor
                    | Role::ComplaintsManager
                    | Role::PrivacyOfficer
            );
            assert_eq!(page.code(), if may { 200 } else { 403 }, "{role:?}");
            assert!(!page.body.contains("Quill"), "{role:?}");
        }
    }
}
