//! Codes on letters: each letter its own, the kept copy masked, and nothing gained by guessing.

use std::sync::Arc;

use jiff::SignedDuration;
use redress::desk::door::{Knock, Opened};
use redress_domain::person::Person;
use redress_domain::personal::Words;
use redress_domain::vocabulary::Role;
use redress_store::portal::{codes, papers};
use redress_testkit::world::World;
use tokio::sync::Semaphore;

use crate::desk_steps::acknowledged;

/// The code that stands on the paper of a letter, as whoever opens the envelope reads it.
pub async fn code_on_paper(world: &World, re: &str, number: i64) -> String {
    let desk = &world.app.desk;
    let case = desk.case(&world.signed(Role::ComplaintsManager).await, re).await.unwrap();
    let paper = papers::find(&desk.db, &world.scope, (&case.id, number)).await.unwrap().unwrap();
    let text = printed_text(&desk.files.read(&paper).await.unwrap());
    let is_code = |word: &&str| {
        let groups: Vec<&str> = word.split('-').collect();
        groups.len() == 3 && groups.iter().all(|group| group.len() == 4)
    };
    text.split_whitespace().find(is_code).expect("a code on the paper").to_owned()
}

fn printed_text(pdf: &[u8]) -> String {
    let paper = lopdf::Document::load_mem(pdf).unwrap();
    let pages: Vec<u32> = paper.get_pages().keys().copied().collect();
    paper.extract_text(&pages).unwrap()
}

async fn knock(world: &World, reference: &str, code: &str, address: &str) -> Opened {
    let knock = Knock { reference, code, address, own_device: false };
    world.app.desk.knock_with_code(knock, &Arc::new(Semaphore::new(2))).await.unwrap()
}

#[tokio::test]
async fn every_letter_carries_a_code_of_its_own_that_the_kept_copy_does_not_show() {
    for world in World::each().await {
        let re = acknowledged(&world).await;
        let desk = &world.app.desk;
        let case = desk.case(&world.signed(Role::ComplaintsManager).await, &re).await.unwrap();
        let letter = case.complaint.letters.first().unwrap();
        assert_ne!(letter.sha256, letter.kept_sha256);
        let code = code_on_paper(&world, &re, 1).await;
        let kept = printed_text(&desk.files.read(&letter.kept_sha256).await.unwrap());
        assert!(kept.contains("code not kept") && !kept.contains(&code));
        assert!(!letter.text.text().contains(&code));
        let known = codes::of_case(&desk.db, &world.scope, &case.id).await.unwrap();
        assert_eq!(known.len(), 1);
        assert!(code.starts_with(&known[0].pick) && known[0].hash.starts_with("$argon2id$"));
        assert!(matches!(knock(&world, &re, &code, "home").await, Opened::To(_)));
        // More than once: somebody without e-mail comes back with the same letter.
        let typed = code.to_lowercase().replace('-', " ");
        let quoted = format!(" {} ", re.to_lowercase());
        assert!(matches!(knock(&world, &quoted, &typed, "home").await, Opened::To(_)));
        world.later(SignedDuration::from_hours(90 * 24));
        assert!(matches!(knock(&world, &re, &code, "home").await, Opened::ToNobody));
    }
}

#[tokio::test]
async fn ten_thousand_guesses_open_nothing_and_cost_twenty_hashes_a_code() {
    let world = World::new().await;
    let re = acknowledged(&world).await;
    let other = acknowledged(&world).await;
    let desk = &world.app.desk;
    let code = code_on_paper(&world, &re, 1).await;
    let theirs = code_on_paper(&world, &other, 1).await;
    let pick = code.split('-').next().unwrap().to_owned();
    let (mut opened, mut compared) = (0, 0);
    for n in 0..10_000 {
        // Somebody who knows the first symbols, with a thousand addresses and all the time.
        let guess = format!("{pick}-{n:04}-2222").replace(['0', '1'], "Z");
        match knock(&world, &re, &guess, &format!("bot {}", n % 1_000)).await {
            Opened::To(_) => opened += 1,
            Opened::ToNobody => compared += 1,
            Opened::Wait(_) => {}
        }
        world.later(SignedDuration::from_secs(1));
    }
    assert_eq!(opened, 0);
    let case = desk.case(&world.signed(Role::ComplaintsManager).await, &re).await.unwrap();
    let known = codes::of_case(&desk.db, &world.scope, &case.id).await.unwrap();
    assert_eq!(known[0].ended.as_ref().map(|(_, why)| why.as_str()), Some("guessed"));
    // One more count than hashes: the one that found the code dead.
    assert!(known[0].wrong <= 21, "{}", known[0].wrong);
    assert!(compared < 300, "{compared}");
    // The right code elsewhere still opens, and the one guessed at is dead.
    assert!(matches!(knock(&world, &other, &theirs, "home").await, Opened::To(_)));
    world.later(SignedDuration::from_hours(1));
    assert!(matches!(knock(&world, &re, &code, "home").await, Opened::ToNobody));
}

#[tokio::test]
async fn a_wrong_guess_costs_as_much_whether_there_is_anything_to_guess_or_not() {
    for world in World::each().await {
        let re = acknowledged(&world).await;
        let pick = code_on_paper(&world, &re, 1).await.split('-').next().unwrap().to_owned();
        let made = redress::desk::reference::make("Rowan Homes", 2025, 99_999);
        let known = format!("{pick}-2222-2222");
        let mut costs = Vec::new();
        for (reference, code) in [
            (re.as_str(), "ABCD-EFGH-JKMN"),
            (re.as_str(), known.as_str()),
            (made.as_str(), "ABCD-EFGH-JKMN"),
            (made.as_str(), known.as_str()),
            (made.as_str(), ""),
        ] {
            let before = world.app.desk.db.statements();
            let opened = knock(&world, reference, code, &format!("home {}", costs.len())).await;
            assert!(matches!(opened, Opened::ToNobody));
            costs.push(world.app.desk.db.statements() - before);
        }
        assert!(costs.iter().all(|cost| *cost == costs[0]), "{costs:?}");
        // The slow hash is waited for in each case: where no seat is left, nobody is answered.
        let shut = Arc::new(Semaphore::new(1));
        shut.close();
        for (reference, code) in [(re.as_str(), known.as_str()), (made.as_str(), "ABCD")] {
            let knock = Knock { reference, code, address: "elsewhere", own_device: false };
            assert!(world.app.desk.knock_with_code(knock, &shut).await.is_err(), "{reference}");
        }
    }
}

#[tokio::test]
async fn whoever_has_the_case_hears_that_its_code_was_guessed_at_and_sends_another() {
    for world in World::each().await {
        let re = acknowledged(&world).await;
        let pick = code_on_paper(&world, &re, 1).await.split('-').next().unwrap().to_owned();
        let amira = world.sign_in(Role::ComplaintsOfficer).await;
        assert!(!amira.get("/work").await.words().contains("guessed"));
        for n in 0..40 {
            let guess = format!("{pick}-2222-{n:04}").replace(['0', '1'], "Z");
            knock(&world, &re, &guess, &format!("bot {n}")).await;
            world.later(SignedDuration::from_mins(20));
        }
        let amira = world.sign_in(Role::ComplaintsOfficer).await;
        let work = amira.get("/work").await.words();
        assert!(work.contains("Codes that were guessed at") && work.contains(&re), "{work}");
        let ben = world.sign_in(Role::Stage2Officer).await;
        assert!(!ben.get("/work").await.words().contains("Codes that were guessed at"));
        let case = amira.get(&format!("/complaints/{re}")).await.words();
        assert!(case.contains("was guessed at"), "{case}");
        let page = amira.get(&format!("/complaints/{re}/codes")).await.words();
        assert!(page.contains("Dead: guessed at"), "{page}");
        let seen = crate::desk_steps::version(&world, &re).await.to_string();
        let path = format!("/complaints/{re}/codes");
        let sent = amira.post(&path, &[("seen-version", &seen)]).await;
        assert!(sent.location().contains("codes?done="), "{} {}", sent.code(), sent.words());
        let fresh = code_on_paper(&world, &re, 2).await;
        assert!(matches!(knock(&world, &re, &fresh, "home").await, Opened::To(_)));
        assert!(!amira.get("/work").await.words().contains("Codes that were guessed at"));
        // The letter holds one code, and nothing of the case.
        let desk = &world.app.desk;
        let case = desk.case(&world.signed(Role::ComplaintsManager).await, &re).await.unwrap();
        let letter = case.complaint.letters.iter().find(|it| it.number == 2).unwrap();
        assert_eq!(letter.letter, "portal-code");
        assert_eq!(letter.text.text().matches("code not kept").count(), 1);
        assert!(!letter.text.text().contains("ceiling"), "{}", letter.text.text());
    }
}

#[tokio::test]
async fn verify_looks_at_the_codes() {
    for world in World::each().await {
        let re = acknowledged(&world).await;
        let desk = &world.app.desk;
        assert!(desk.prove().await.unwrap().holds());
        let case = desk.case(&world.signed(Role::ComplaintsManager).await, &re).await.unwrap();
        let good = codes::of_case(&desk.db, &world.scope, &case.id).await.unwrap().remove(0);
        let odd = |id: &str| codes::LetterCode { id: id.to_owned(), ..good.clone() };
        for (code, says) in [
            (codes::LetterCode { complaint: "nowhere".to_owned(), ..odd("k1") }, "not there"),
            (codes::LetterCode { letter: 9, ..odd("k2") }, "stands on no letter"),
            (codes::LetterCode { hash: "in clear".to_owned(), ..odd("k3") }, "is no code"),
        ] {
            let mut tx = desk.db.begin().await.unwrap();
            codes::issue(&mut tx, &world.scope, &code).await.unwrap();
            tx.commit().await.unwrap();
            let found = desk.prove().await.unwrap().differences;
            assert!(found.iter().any(|it| it.what.contains(says)), "{says}: {found:?}");
        }
    }
}

#[tokio::test]
async fn a_code_opens_no_other_reference_and_no_other_landlord() {
    let world = World::new().await;
    let (mine, other) = (acknowledged(&world).await, acknowledged(&world).await);
    let code = code_on_paper(&world, &mine, 1).await;
    for reference in [other.as_str(), "HH-2025-00001-X", "nonsense", ""] {
        assert!(matches!(knock(&world, reference, &code, "home").await, Opened::ToNobody));
    }
    assert!(matches!(knock(&world, &mine, "", "away").await, Opened::ToNobody));
    assert!(matches!(knock(&world, &mine, "ABC", "away").await, Opened::ToNobody));
}

// R18
#[tokio::test]
async fn a_safe_contact_kills_codes_and_visits_and_later_letters_carry_none() {
    let world = World::new().await;
    let re = acknowledged(&world).await;
    let desk = &world.app.desk;
    let code = code_on_paper(&world, &re, 1).await;
    let Opened::To(entered) = knock(&world, &re, &code, "home").await else { panic!("not opened") };
    assert!(desk.guest(&entered.token).await.unwrap().is_some());
    let amira = world.signed(Role::ComplaintsOfficer).await;
    let case = desk.case(&amira, &re).await.unwrap();
    let id = case.complaint.contact.person.clone().unwrap();
    let safe = Person {
        safe_contact: Words::Sealed("Through her sister only".to_owned()),
        email: Words::said("joyce@mail.example"),
        ..case.person.clone().unwrap()
    };
    desk.correct_person(&amira, &id, &safe, 1).await.unwrap();
    assert!(matches!(knock(&world, &re, &code, "home").await, Opened::ToNobody));
    assert!(desk.guest(&entered.token).await.unwrap().is_none());
    assert!(desk.link_for((&re, "home")).await.unwrap().is_none());
    let case = desk.case(&amira, &re).await.unwrap();
    let text = Words::said("The plumber comes on Thursday and will ring before he leaves.");
    let update = redress_domain::command::Command::UpdateResident { text };
    let act = redress::desk::Act { seen: case.seq, commands: vec![update], ..Default::default() };
    let decided = desk.decide_act(&amira, &case, &act).unwrap();
    let drafts = redress::desk::checking::drafts(&case, &decided).unwrap();
    assert!(!drafts.is_empty() && drafts.iter().all(|draft| !draft.letter.carries_code()));
}

#[tokio::test]
async fn a_link_is_made_only_for_the_address_on_record_and_opens_with_the_code_beside_it() {
    let world = World::new().await;
    let re = acknowledged(&world).await;
    let desk = &world.app.desk;
    assert!(desk.link_for((&re, "home")).await.unwrap().is_none(), "no e-mail on record");
    let amira = world.signed(Role::ComplaintsOfficer).await;
    let case = desk.case(&amira, &re).await.unwrap();
    let id = case.complaint.contact.person.clone().unwrap();
    let email = Words::said("joyce@mail.example");
    let known = Person { email, ..case.person.clone().unwrap() };
    desk.correct_person(&amira, &id, &known, 1).await.unwrap();
    let sent = desk.link_for((&re, "home")).await.unwrap().unwrap();
    assert_eq!((sent.email.as_str(), &sent.complaint), ("joyce@mail.example", &case.id));
    let link = sent.link;
    let open = async |code: &str| {
        desk.knock_with_link((&link.token, code), ("home", false)).await.unwrap()
    };
    assert!(matches!(open("AAAA-BBBB-CCCC").await, Opened::ToNobody));
    assert!(matches!(open(&link.code).await, Opened::To(_)));
    assert!(matches!(open(&link.code).await, Opened::ToNobody), "a second time");
}
