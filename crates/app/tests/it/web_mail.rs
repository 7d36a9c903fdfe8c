//! The pages of e-mail: what is held is seen whole and dealt with, what machines wrote is listed, and
//! a contact finds the case it belongs to.

use redress_domain::vocabulary::Role;
use redress_store::mail::{self, Outcome};
use redress_testkit::world::World;

use crate::made;
use crate::mail_corpus::take;

async fn only(world: &World, outcome: Outcome) -> mail::Mail {
    let all = mail::list_open(&world.app.desk.db, &world.scope, outcome, 10).await.unwrap();
    assert_eq!(all.len(), 1);
    all.into_iter().next().unwrap()
}

#[tokio::test]
async fn what_could_not_be_read_is_listed_whole_with_its_time_and_becomes_a_contact_of_that_day() {
    for world in World::each().await {
        take(&world, b"no mail, <b>just</b> words of Mrs Shah\n").await;
        world.at("2025-04-09T10:00");
        let amira = world.sign_in(Role::ComplaintsOfficer).await;
        let contacts = amira.get("/contacts").await;
        assert!(
            contacts.words().contains("E-mail that could not be read: 1"),
            "{}",
            contacts.words()
        );
        let list = amira.get("/mail").await;
        assert_eq!(list.h1(), "E-mail: 1 held for a person");
        assert!(list.words().contains("Mon 7 Apr 2025, 09:30"), "{}", list.words());
        let held = only(&world, Outcome::Held).await;
        let at = format!("/mail/{}", held.id);
        let page = amira.get(&at).await;
        assert!(page.words().contains("just"), "{}", page.words());
        assert!(page.body.contains("&#60;b&#62;just"), "as it came, and inert");
        assert_eq!(amira.get(&format!("{at}/original")).await.code(), 404, "not handed out");
        let wrong = amira.post(&format!("{at}/contact"), &[("words", " "), ("from", "")]).await;
        assert_eq!(wrong.code(), 422);
        let once = page.value("once");
        let fields = [("words", "The roof leaks"), ("from", "Mrs Shah"), ("once", once.as_str())];
        let done = amira.post(&format!("{at}/contact"), &fields).await;
        assert_eq!(done.code(), 303, "{}", done.words());
        let again = amira.post(&format!("{at}/contact"), &fields).await;
        assert_eq!(again.location(), done.location(), "sent twice, taken once");
        let triage = amira.get(done.location()).await;
        assert!(triage.words().contains("The roof leaks"), "{}", triage.words());
        assert!(triage.words().contains("7 Apr 2025"), "received when it arrived");
        assert_eq!(amira.get("/mail").await.h1(), "E-mail: nothing held");
        let late = amira.post(&format!("{at}/nothing"), &[]).await;
        assert_eq!(late.code(), 409, "{}", late.words());
        let proof = world.app.desk.prove().await.unwrap();
        assert!(proof.holds(), "{:?} {:?}", proof.report.faults, proof.differences);
    }
}

#[tokio::test]
async fn a_machines_message_can_be_made_a_contact_or_put_on_a_case_or_away() {
    let world = World::new().await;
    let form = "From: forms@council.example\nTo: complaints@rowan.example\nSubject: Form 7\n\
                Auto-Submitted: auto-generated\n\nA tenant writes: the lift is out.\n";
    assert_eq!(take(&world, form.as_bytes()).await.outcome, Outcome::Machine);
    let amira = world.sign_in(Role::ComplaintsOfficer).await;
    let machine = only(&world, Outcome::Machine).await;
    let at = format!("/mail/{}", machine.id);
    let page = amira.get(&at).await;
    assert!(page.words().contains("the lift is out"), "{}", page.words());
    assert_eq!(amira.get(&format!("{at}/original")).await.header("content-type"), "message/rfc822");
    let reference = world.receive("Joyce Adeyemi", "The lift").await;
    let wrong = amira.post(&format!("{at}/case"), &[("reference", "RH-2025-99999-X")]).await;
    assert_eq!(wrong.code(), 422);
    let done = amira.post(&format!("{at}/case"), &[("reference", reference.as_str())]).await;
    assert_eq!(done.code(), 303, "{}", done.words());
    let log = amira.get(&format!("/complaints/{reference}/contacts")).await;
    assert!(log.words().contains("the lift is out"), "{}", log.words());
    let olive = world.sign_in(Role::Auditor).await;
    assert_eq!(olive.get(&at).await.code(), 200);
    assert_eq!(olive.post(&format!("{at}/nothing"), &[]).await.code(), 403);
    let ivan = world.sign_in(Role::Administrator).await;
    assert_eq!(ivan.get("/mail").await.code(), 403);
}

#[tokio::test]
async fn a_contact_is_shown_the_cases_it_may_belong_to_and_joins_one_only_when_told() {
    for world in World::each().await {
        let first = made::received(&world).await;
        let raw = format!(
            "From: Joyce A <joyce@people.example>\nTo: complaints@rowan.example\n\
             Subject: About {}\n\nThe leak is back.\n",
            first.to_lowercase()
        );
        let taken = take(&world, raw.as_bytes()).await;
        assert_eq!(taken.outcome, Outcome::Contact, "a reference proves nothing");
        let re = taken.reference.unwrap();
        let amira = world.sign_in(Role::ComplaintsOfficer).await;
        let page = amira.get(&format!("/complaints/{re}/belongs")).await;
        assert!(page.words().contains("Its reference is quoted"), "{}", page.words());
        assert!(page.words().contains(&first), "{}", page.words());
        let wrong = made::send(&amira, &re, "belongs", &[("to", re.as_str())]).await;
        assert_eq!(wrong.code(), 422);
        let done = made::send(&amira, &re, "belongs", &[("to", first.as_str())]).await;
        assert_eq!(done.code(), 303, "{}", done.words());
        let log = amira.get(&format!("/complaints/{first}/contacts")).await;
        assert!(log.words().contains("The leak is back."), "{}", log.words());
        let links = amira.get(&format!("/complaints/{first}/links")).await;
        assert!(links.words().contains(&re), "{}", links.words());
        let list = amira.get("/contacts").await;
        assert!(
            !list.words().contains("The leak is back."),
            "it waits no longer: {}",
            list.words()
        );
        assert_eq!(amira.get(&format!("/complaints/{re}")).await.code(), 200, "nothing is merged");
    }
}

#[tokio::test]
async fn unhappy_people_without_an_answer_are_listed_and_late_after_five_working_days() {
    let world = World::new().await;
    let dan = world.sign_in(Role::ContactCentre).await;
    // Unhappy, and nobody asked.
    let done = dan.post("/contacts/new", &made::call(&[("choice", "")])).await;
    let asked = dan.post("/contacts/new", &made::call(&[])).await;
    assert_eq!((done.code(), asked.code()), (303, 303));
    let list = dan.get("/contacts").await;
    // No heading where nobody waits.
    let unhappy =
        |body: &str| body.split("Unhappy, and no answer yet").nth(1).unwrap_or_default().to_owned();
    let re = made::reference(done.location());
    let answered = made::reference(asked.location());
    assert!(unhappy(&list.words()).contains(&re), "{}", list.words());
    assert!(!unhappy(&list.words()).contains(&answered), "{}", list.words());
    world.at("2025-04-15T10:00");
    let dan = world.sign_in(Role::ContactCentre).await;
    assert!(unhappy(&dan.get("/contacts").await.words()).contains("1 working day late"));
    let chosen = made::send(&dan, &re, "triage/choice", &[("answer", "not-now")]).await;
    assert_eq!(chosen.code(), 303, "{}", chosen.words());
    assert!(!unhappy(&dan.get("/contacts").await.words()).contains(&re));
}

#[tokio::test]
async fn what_nobody_put_a_name_to_is_passed_to_the_service_and_the_way_in_is_noted() {
    let world = World::new().await;
    let dan = world.sign_in(Role::ContactCentre).await;
    let anonymous = [("standing", "anonymous"), ("name", ""), ("channel", "social-media")];
    let missing = dan.post("/contacts/new", &made::call(&anonymous)).await;
    assert_eq!(missing.code(), 422);
    assert!(missing.words().contains("Enter the service that is told"), "{}", missing.words());
    let more = [("pass-to", "Estates"), ("platform", "Elm Court group, as Kate")];
    let told = made::call(&[&anonymous[..], &more[..]].concat());
    let done = dan.post("/contacts/new", &told).await;
    assert_eq!(done.code(), 303, "{}", done.words());
    let re = made::reference(done.location());
    let log = dan.get(&format!("/complaints/{re}/contacts")).await;
    assert!(log.words().contains("Estates"), "{}", log.words());
    assert!(log.words().contains("Elm Court group, as Kate"), "{}", log.words());
}

#[tokio::test]
async fn a_corrected_day_of_receipt_keeps_both_and_says_who_and_why() {
    let world = World::new().await;
    let re = made::received(&world).await;
    let chloe = world.sign_in(Role::ComplaintsManager).await;
    let fields = [("to", "4/4/2025"), ("reason", "The caretaker was told on Friday")];
    let done = made::send(&chloe, &re, "received-date", &fields).await;
    assert_eq!(done.code(), 303, "{}", done.words());
    let page = chloe.get(&format!("/complaints/{re}/received-date")).await;
    let words = page.words();
    assert!(words.contains("from Mon 7 Apr 2025 to Fri 4 Apr 2025"), "{words}");
    assert!(words.contains("Chloe Marsh"), "{words}");
    assert!(words.contains("The caretaker was told on Friday"), "{words}");
    let case = chloe.get(&format!("/complaints/{re}")).await;
    assert!(case.body.contains("Fri 11 Apr 2025"), "counted from the day anybody was told");
}
