//! Letters at the counter: an act that tells somebody something leaves exactly one letter, kept as
//! it left; a letter that must not leave takes its act with it.

use redress::desk::Declined;
use redress_domain::ids::PersonId;
use redress_domain::vocabulary::Role;
use redress_store::{lists, outcome, search};
use redress_testkit::world::World;

use crate::desk_steps::{acknowledged, acknowledgement, act, in_hand, ready, version};

#[tokio::test]
async fn an_acknowledgement_leaves_one_letter_that_is_kept_and_can_be_found() {
    for world in World::each().await {
        let re = acknowledged(&world).await;
        let desk = &world.app.desk;
        let row = lists::find_complaint(&desk.db, &world.scope, &re).await.unwrap().unwrap();
        let rows = lists::rows_for(&desk.db, &world.scope, &row.id).await.unwrap().unwrap();
        let [letter] = rows.letters.as_slice() else { panic!("{:?}", rows.letters) };
        assert_eq!((letter.state.as_str(), letter.number), ("sent", 1));
        let paper = desk.files.read(letter.file.as_deref().unwrap()).await.unwrap();
        assert!(paper.starts_with(b"%PDF-"), "the kept file is the paper");
        let amira = world.sign_in(Role::ComplaintsOfficer).await;
        let handed = amira.get(&format!("/complaints/{re}/letters/1/paper")).await;
        assert_eq!((handed.code(), handed.header("content-type")), (200, "application/pdf"));
        // Words that only the letter holds.
        let case = desk.case(&world.signed(Role::ComplaintsOfficer).await, &re).await.unwrap();
        let [kept] = case.complaint.letters.as_slice() else { panic!("one letter") };
        assert!(kept.text.text().contains("Mend the ceiling"), "{}", kept.text.text());
        assert!(kept.text.text().contains(&re));
        let found = search::search(&desk.db, &world.scope, "amira", "0300 111 3000", 10).await;
        assert_eq!(found.unwrap().len(), 1, "the letter names the Ombudsman");
    }
}

#[tokio::test]
async fn a_letter_that_is_stopped_leaves_nothing_behind() {
    for world in World::each().await {
        let re = in_hand(&world).await;
        let desk = &world.app.desk;
        let amira = world.signed(Role::ComplaintsOfficer).await;
        let case = desk.case(&amira, &re).await.unwrap();
        let id = case.complaint.contact.person.clone().unwrap();
        let whole = case.person.clone().unwrap();
        // Nobody can post a letter without an address.
        let mut nowhere = whole.clone();
        nowhere.address = redress_domain::personal::Words::said("");
        desk.correct_person(&amira, &id, &nowhere, 1).await.unwrap();
        let act = ready(&world, &amira, &re, vec![acknowledgement()]).await;
        let before = version(&world, &re).await;
        let held = desk.act(&amira, &re, act.clone()).await;
        let Err(Declined::Held(faults)) = held else { panic!("{held:?}") };
        assert!(redress::desk::checking::stopped(&faults), "{faults:?}");
        assert_eq!(version(&world, &re).await, before);
        let rows = lists::rows_for(&desk.db, &world.scope, &case.id).await.unwrap().unwrap();
        assert!(rows.letters.is_empty() && rows.files.is_empty());
        let papers = std::fs::read_dir(desk.files.path());
        let papers = papers.map(|found| found.count()).unwrap_or_default();
        assert_eq!(papers, 0, "no paper was printed");
        assert!(outcome::recall(&desk.db, &world.scope, &act.token).await.unwrap().is_none());
        desk.correct_person(&amira, &id, &whole, 2).await.unwrap();
        assert_eq!(desk.act(&amira, &re, act).await.unwrap().letters, [1], "the same token");
    }
}

#[tokio::test]
async fn who_needs_large_print_gets_large_print() {
    let world = World::new().await;
    let usual = acknowledged(&world).await;
    let re = in_hand(&world).await;
    let desk = &world.app.desk;
    let amira = world.signed(Role::ComplaintsOfficer).await;
    let case = desk.case(&amira, &re).await.unwrap();
    let PersonId(id) = case.complaint.contact.person.clone().unwrap();
    let mut person = case.person.unwrap();
    person.large_print = true;
    desk.correct_person(&amira, &PersonId(id), &person, 1).await.unwrap();
    act(&world, Role::ComplaintsOfficer, &re, vec![acknowledgement()]).await;
    let amira = world.sign_in(Role::ComplaintsOfficer).await;
    let mut pages = Vec::new();
    for re in [&usual, &re] {
        let paper = amira.get(&format!("/complaints/{re}/letters/1/paper")).await.body;
        // The page tree says how many pages there are.
        let count = paper.split("/Count ").nth(1).expect("a page tree");
        let digits: String = count.chars().take_while(char::is_ascii_digit).collect();
        pages.push(digits.parse::<u32>().unwrap());
    }
    assert!(pages[0] < pages[1], "the same words need more room in large print: {pages:?}");
}

async fn speaks(world: &World, re: &str, language: &str) {
    let desk = &world.app.desk;
    let amira = world.signed(Role::ComplaintsOfficer).await;
    let case = desk.case(&amira, re).await.unwrap();
    let id = case.complaint.contact.person.clone().unwrap();
    let mut person = case.person.unwrap();
    person.language = Some(language.to_owned());
    desk.correct_person(&amira, &id, &person, 1).await.unwrap();
}

#[tokio::test]
async fn who_reads_welsh_or_arabic_gets_the_letter_in_it_and_what_was_typed_as_it_was_typed() {
    for (language, says, day) in [
        ("cy", "Mae eich cwyn gennym a dyma fydd yn digwydd nesaf", "diwrnod gwaith"),
        ("ar", "وصلتنا شكواك وهذا ما سيحدث بعد ذلك", "أيام عمل"),
    ] {
        let world = World::new().await;
        let re = in_hand(&world).await;
        speaks(&world, &re, language).await;
        act(&world, Role::ComplaintsOfficer, &re, vec![acknowledgement()]).await;
        let desk = &world.app.desk;
        let case = desk.case(&world.signed(Role::ComplaintsOfficer).await, &re).await.unwrap();
        let [kept] = case.complaint.letters.as_slice() else { panic!("one letter") };
        let text = kept.text.text();
        assert!(text.contains(says) && text.contains(day), "{text}");
        assert!(text.contains("Mend the ceiling"), "typed words stay: {text}");
        assert!(!text.contains("We will answer you"), "{text}");
        let amira = world.sign_in(Role::ComplaintsOfficer).await;
        let kept = amira.get(&format!("/complaints/{re}/letters/1")).await.body;
        assert!(kept.contains(&format!("<article lang=\"{language}\" dir=")), "{kept}");
    }
}

#[tokio::test]
async fn a_letter_in_a_language_that_the_person_does_not_read_stays_here() {
    let world = World::new().await;
    let re = in_hand(&world).await;
    speaks(&world, &re, "pl").await;
    let desk = &world.app.desk;
    let amira = world.signed(Role::ComplaintsOfficer).await;
    let act = ready(&world, &amira, &re, vec![acknowledgement()]).await;
    let held = desk.act(&amira, &re, act).await;
    let Err(Declined::Held(faults)) = held else { panic!("{held:?}") };
    let codes: Vec<&str> = faults.iter().map(|fault| fault.code.as_str()).collect();
    assert_eq!(codes, ["translation-missing"]);
}

#[tokio::test]
async fn a_correction_of_a_name_shows_in_the_lists_of_their_cases() {
    for world in World::each().await {
        let re = world.receive("Joyce Adyemi", "Leak").await;
        let desk = &world.app.desk;
        let amira = world.signed(Role::ComplaintsOfficer).await;
        let case = desk.case(&amira, &re).await.unwrap();
        let id = case.complaint.contact.person.clone().unwrap();
        let mut person = case.person.unwrap();
        person.name = redress_domain::personal::Words::said("Joyce Adeyemi");
        desk.correct_person(&amira, &id, &person, 1).await.unwrap();
        let row = lists::find_complaint(&desk.db, &world.scope, &re).await.unwrap().unwrap();
        assert_eq!(row.name, "Joyce Adeyemi");
        let found = search::search(&desk.db, &world.scope, "amira", "adeyemi", 10).await.unwrap();
        assert_eq!(found.len(), 1);
        let proof = desk.prove().await.unwrap();
        assert!(proof.holds(), "{:?}", proof.differences);
        let stale = desk.correct_person(&amira, &id, &person, 1).await;
        assert!(matches!(stale, Err(Declined::Stale(_))), "{stale:?}");
    }
}
