//! A landlord's own policy: loaded by one person, approved by another, put in force by two.

use redress::desk::Case;
use redress::desk::accounts::ROLES;
use redress_domain::vocabulary::Role;
use redress_store::backup;
use redress_store::files::Folder;
use redress_testkit::world::{Visitor, World};

const MARRAM: &str = include_str!("../packs/marram-2026.toml");

/// The invented policy as one of Rowan's own, in force early enough for the day of the tests.
pub fn ours() -> String {
    let text = MARRAM
        .replace("id = \"marram-2026\"", "id = \"rowan-own-2025\"")
        .replace("landlord = \"Marram Homes\"", "landlord = \"Rowan Homes\"")
        .replace("in-force-from = 2026-04-01", "in-force-from = 2025-04-01")
        .replace("calendar = \"scotland\"", "calendar = \"england-and-wales\"");
    assert_ne!(text, MARRAM);
    text
}

/// Loads the text of a policy; gives the page's address.
async fn load(by: &Visitor<'_>, text: &str) -> String {
    let file = [("file", "ours.toml", text.as_bytes())];
    let done = by.upload("/policies/new", &[("text", "")], &file).await;
    assert_eq!(done.code(), 303, "{}", done.words());
    let place = done.location().strip_suffix("?done=loaded").unwrap();
    place.to_owned()
}

/// The first place in a page where a form is sent to that ends in `what`.
fn form_to(body: &str, what: &str) -> String {
    let found = body.split("action=\"").skip(1).map(|rest| rest.split('"').next().unwrap());
    found.into_iter().find(|place| place.ends_with(what)).unwrap_or_default().to_owned()
}

#[tokio::test]
async fn a_policy_that_cannot_be_read_says_line_and_column_and_keeps_the_text() {
    let world = World::new().await;
    let chloe = world.sign_in(Role::ComplaintsManager).await;
    assert_eq!(chloe.get("/policies/new").await.h1(), "Load a policy of your own");
    let wrong = ours().replacen("\"14 days\"", "\"14 dyas\"", 1);
    let line = wrong.lines().position(|line| line.contains("14 dyas")).unwrap() + 1;
    let at = format!("line {line}, column");
    for page in [
        chloe.post("/policies/new", &[("text", &wrong)]).await,
        chloe.upload("/policies/new", &[], &[("file", "ours.toml", wrong.as_bytes())]).await,
    ] {
        assert_eq!(page.code(), 422);
        assert!(page.words().contains(&at), "{}", page.words());
        assert!(page.title().starts_with("Error: "));
        assert!(page.body.contains("When Things Go Wrong"), "the text stands in the box");
        assert!(page.body.contains(&format!("{line} | ")), "the line is shown");
    }
    for (text, said) in [
        ("", "Choose the policy’s file, or paste its text below".replace('’', "'")),
        (&*ours().replace("rowan-own-2025", "derive-2024"), "comes with the program".to_owned()),
        (&*ours().replace("rowan-own-2025", "Rowan 2025"), "small letters".to_owned()),
        (&*ours().replace("floor = true", "flor = true"), "flor".to_owned()),
    ] {
        let page = chloe.post("/policies/new", &[("text", text)]).await;
        assert_eq!(page.code(), 422, "{said}");
        assert!(page.words().contains(&said), "{said}: {}", page.words());
    }
    let files: [(&str, &str, &[u8]); 1] = [("file", "ours.toml", b"x = 1")];
    let both = chloe.upload("/policies/new", &[("text", "y = 2")], &files).await;
    assert!(both.words().contains("not both"));
    let words = chloe.get("/policies").await.words();
    assert!(words.contains("No policy of your own has been loaded"), "nothing half done");
    let begun = chloe.get("/policies/new?from=derive-2024").await;
    assert!(begun.body.contains("derive-2024"), "begins with the text of a known one");
    assert_eq!(chloe.get("/policies/new?from=nobodys").await.code(), 404);
    for role in [Role::ComplaintsOfficer, Role::Auditor, Role::GoverningBodyMember] {
        assert_eq!(world.sign_in(role).await.get("/policies/new").await.code(), 403, "{role:?}");
    }
}

#[tokio::test]
async fn a_policy_of_our_own_is_approved_by_somebody_else_and_put_in_force_by_two() {
    for world in World::each().await {
        let chloe = world.sign_in(Role::ComplaintsManager).await;
        let sunil = world.sign_in(Role::SeniorManager).await;
        let amira = world.sign_in(Role::ComplaintsOfficer).await;
        let before = world.receive("Joyce Adeyemi", "Leak").await;
        let place = load(&chloe, &ours()).await;
        // A draft is read, checked, compared and played like any other.
        for (page, said) in [
            ("", "When Things Go Wrong, Rowan Homes"),
            ("/parameters", "14 days from receipt"),
            ("/code-check", "Check against the Code"),
            ("/what-if", "Nothing here is real"),
        ] {
            let page = chloe.get(&format!("{place}{page}")).await;
            assert_eq!(page.code(), 200);
            assert!(page.words().contains(said), "{said}: {}", page.words());
        }
        let id = place.rsplit('/').next().unwrap();
        let diff = format!("/policies/comparison?left=derive-2024&right={id}");
        assert!(chloe.get(&diff).await.h1().starts_with("derive-2024 and rowan-own-2025: "));

        // Nobody runs cases under a draft, and whoever loaded it does not approve it.
        let fields = [("pack", "rowan-own-2025"), ("from", "1/5/2025")];
        assert_eq!(chloe.post("/policies", &fields).await.code(), 422);
        let approval = format!("{place}/approval");
        let own = chloe.post(&approval, &[]).await;
        assert_eq!(own.code(), 422);
        assert!(own.words().contains("who did not load"), "{}", own.words());
        assert_eq!(amira.post(&approval, &[]).await.code(), 403);
        assert!(form_to(&chloe.get(&place).await.body, "/approval").is_empty());
        assert_eq!(form_to(&sunil.get(&place).await.body, "/approval"), approval);
        assert_eq!(sunil.post(&approval, &[]).await.code(), 303);
        assert_eq!(sunil.post(&approval, &[]).await.code(), 409);
        let again = chloe.post("/policies/new", &[("text", &ours())]).await;
        assert!(again.words().contains("is approved and stays as it is"), "{}", again.words());

        // Proposed by one, agreed by another.
        let done = sunil.post("/policies", &fields).await;
        assert_eq!(done.location(), "/policies?done=proposed", "{}", done.words());
        assert_eq!(sunil.post("/policies", &fields).await.location(), "/policies?done=proposed");
        let page = sunil.get("/policies").await;
        assert_eq!(page.body.matches("/withdrawal\"").count(), 1, "sent twice, proposed once");
        assert!(form_to(&page.body, "/approval").is_empty(), "nobody agrees to their own");
        let agree = form_to(&chloe.get("/policies").await.body, "/approval");
        let own = sunil.post(&agree, &[]).await;
        assert_eq!(own.code(), 422);
        assert!(own.words().contains("did not load or propose"), "{}", own.words());
        assert_eq!(amira.post(&agree, &[]).await.code(), 403);
        assert_eq!(chloe.post(&agree, &[]).await.location(), "/policies?done=adopted");
        assert_eq!(chloe.post(&agree, &[]).await.code(), 409);
        let words = chloe.get("/policies").await.words();
        assert!(words.contains("Coming") && words.contains("Sunil Rao"), "{words}");
        assert_eq!(chloe.post(&format!("{place}/withdrawal"), &[]).await.code(), 422);

        // A case keeps the policy of its day, and runs under the own one from its first day.
        world.at("2025-05-01T09:30");
        let after = world.receive("Joyce Adeyemi", "Damp").await;
        let signed = world.signed(Role::ComplaintsOfficer).await;
        let pack = |case: Case| case.pack.id.0.clone();
        assert_eq!(pack(world.app.desk.case(&signed, &before).await.unwrap()), "derive-2024");
        assert_eq!(pack(world.app.desk.case(&signed, &after).await.unwrap()), "rowan-own-2025");
        let amira = world.sign_in(Role::ComplaintsOfficer).await;
        let clock = format!("/complaints/{after}/clocks/acknowledgement-1");
        let words = amira.get(&clock).await.words();
        assert!(words.contains("A2") && words.contains("3 working days"), "{words}");
        let list = amira.get("/complaints?pack=rowan-own-2025&open=any").await.words();
        assert!(list.contains(&after) && !list.contains(&before), "{list}");
        let calculator = world.stranger().get("/date-calculator").await;
        assert!(calculator.body.contains("rowan-own-2025"));
        assert!(world.app.desk.prove().await.unwrap().holds());
    }
}

#[tokio::test]
async fn what_was_proposed_or_loaded_can_be_given_up_and_a_day_is_taken_once() {
    let world = World::new().await;
    let chloe = world.sign_in(Role::ComplaintsManager).await;
    let sunil = world.sign_in(Role::SeniorManager).await;
    for pack in ["code-2024", "wdh-2022"] {
        let done = chloe.post("/policies", &[("pack", pack), ("from", "1/5/2025")]).await;
        assert_eq!(done.code(), 303, "{}", done.words());
    }
    let page = sunil.get("/policies").await;
    let first = form_to(&page.body, "/approval");
    assert_eq!(sunil.post(&first, &[]).await.code(), 303);
    let second = form_to(&sunil.get("/policies").await.body, "/approval");
    let taken = sunil.post(&second, &[]).await;
    assert!(taken.words().contains("Another policy begins on that day already"));
    let gone = second.replace("/approval", "/withdrawal");
    assert_eq!(chloe.post(&gone, &[]).await.location(), "/policies?done=withdrawn");
    assert_eq!(sunil.post(&second, &[]).await.code(), 409);
    let late = chloe.post("/policies", &[("pack", "wdh-2022"), ("from", "2/5/2025")]).await;
    assert_eq!(late.code(), 303);
    let late = form_to(&sunil.get("/policies").await.body, "/approval");
    world.at("2025-05-03T09:30");
    let sunil = world.sign_in(Role::SeniorManager).await;
    assert!(sunil.post(&late, &[]).await.words().contains("Its first day has passed"));

    let ivan = world.sign_in(Role::Administrator).await;
    let place = load(&ivan, &ours()).await;
    assert!(ivan.get(&place).await.words().contains("somebody else"));
    assert_eq!(ivan.post(&format!("{place}/approval"), &[]).await.code(), 403, "loads only");
    assert_eq!(ivan.post(&format!("{place}/withdrawal"), &[]).await.code(), 303);
    let page = sunil.get(&place).await;
    assert!(page.words().contains("Given up"), "{}", page.words());
    assert_eq!(sunil.post(&format!("{place}/approval"), &[]).await.code(), 409);
    assert_eq!(sunil.post("/policies/proposals/nothing/approval", &[]).await.code(), 404);
    assert_eq!(sunil.post("/policies/nothing/approval", &[]).await.code(), 404);
}

#[tokio::test]
async fn an_own_policy_is_nobodys_business_next_door() {
    for world in World::each().await {
        let scope = world.neighbour().await;
        world.employ(&scope, "max", "Max Quill", &[Role::ComplaintsManager]).await;
        let max = world.sign_in_as(&scope, "max").await;
        let secret = ours().replace("When Things Go Wrong", "Quillmark policy");
        let place = load(&max, &secret).await;
        assert_eq!(max.get(&place).await.code(), 200);
        for role in ROLES {
            let person = world.sign_in(*role).await;
            for page in ["", "/parameters", "/code-check", "/what-if"] {
                let answer = person.get(&format!("{place}{page}")).await;
                assert!(matches!(answer.code(), 403 | 404), "{role:?}{page}: {}", answer.code());
            }
            for act in ["/approval", "/withdrawal"] {
                let answer = person.post(&format!("{place}{act}"), &[]).await;
                assert!(matches!(answer.code(), 403 | 404), "{role:?}{act}: {}", answer.code());
            }
            for page in ["/policies", "/policies/comparison", "/complaints"] {
                let answer = person.get(page).await;
                assert!(!answer.body.contains("Quillmark"), "{role:?} {page}");
            }
            let id = place.rsplit('/').next().unwrap();
            let from = person.get(&format!("/policies/new?from={id}")).await;
            assert!(matches!(from.code(), 403 | 404));
        }
    }
}

#[tokio::test]
async fn an_own_policy_comes_back_from_a_backup_as_it_was() {
    let world = World::new().await;
    let chloe = world.sign_in(Role::ComplaintsManager).await;
    let place = load(&chloe, &ours()).await;
    let id = place.rsplit('/').next().unwrap();
    let desk = &world.app.desk;
    let folder = tempfile::tempdir().unwrap();
    let target = folder.path().join("backup");
    backup::backup(&desk.db, &desk.files, &target, desk.now()).await.unwrap();
    let url = format!("sqlite:{}", folder.path().join("back.db").display());
    let files = Folder::at(folder.path().join("files"));
    backup::restore(&target, &url, &files).await.unwrap();
    let db = redress_store::Db::open(&url).await.unwrap();
    let text = redress_store::packs::text(&db, &world.scope, id).await.unwrap();
    assert_eq!(text.as_deref(), Some(ours().as_str()), "byte for byte");
}
