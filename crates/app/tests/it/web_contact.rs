//! Contacts: taken down in the order of a call, with nothing lost whatever is typed.
//! Bad input of the issue: rows 1 to 4, 6 to 9, 11, 12, 24, 42 to 44, 49 and 50.

use redress_domain::vocabulary::Role;
use redress_testkit::world::{Answer, World};

use crate::made::{self, WORDS, call, reference};

const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0";

async fn taken(world: &World, changes: &[(&str, &str)]) -> Answer {
    let dan = world.sign_in(Role::ContactCentre).await;
    dan.post("/contacts/new", &call(changes)).await
}

/// Refused beside the field, with everything else kept.
#[track_caller]
fn refused(answer: &Answer, field: &str, words: &str) {
    assert_eq!(answer.code(), 422, "{}", answer.words());
    assert!(answer.title().starts_with("Error: New contact"), "{}", answer.title());
    assert!(answer.body.contains(&format!("href=\"#{field}\"")), "{}", answer.words());
    assert!(answer.body.contains(&format!("id=\"{field}-error\"")), "no message beside {field}");
    assert!(answer.words().contains(words), "{}", answer.words());
    assert!(answer.body.contains("value=\"Joyce Adeyemi\"") || field == "name");
}

#[tokio::test]
async fn a_danger_and_who_was_told_first_are_seen_at_once() {
    let world = World::new().await;
    let changes = [
        ("dangers", "Damp or mould"),
        ("risk", "A baby sleeps there"),
        ("told", "The caretaker"),
        ("received", "yesterday"),
    ];
    let done = taken(&world, &changes).await;
    assert_eq!(done.code(), 303, "{}", done.words());
    let dan = world.sign_in(Role::ContactCentre).await;
    let case = dan.get(done.location()).await;
    let words = case.words();
    assert!(words.contains("Damp or mould") && words.contains("A baby sleeps there"), "{words}");
    assert!(words.contains("First told: The caretaker"), "{words}");
    assert!(case.body.contains("Fri 11 Apr 2025"), "counted from Sunday");
}

#[tokio::test]
async fn a_call_becomes_a_case_whose_clock_runs() {
    for world in World::each().await {
        let dan = world.sign_in(Role::ContactCentre).await;
        assert_eq!(dan.get("/contacts/new").await.h1(), "New contact");
        let done = dan.post("/contacts/new", &call(&[("needs", "18 point print")])).await;
        assert_eq!(done.code(), 303, "{}", done.words());
        assert!(done.location().contains("?done=received"), "{}", done.location());
        let case = dan.get(done.location()).await;
        assert_eq!(case.code(), 200);
        let words = case.words();
        assert!(words.contains("The contact is recorded and the clock runs."), "{words}");
        assert!(words.contains("18 point print"), "{words}");
        assert!(words.contains("Joyce Adeyemi") && words.contains("12 Elm Court"), "{words}");
        assert!(case.body.contains("Mon 14 Apr 2025"), "five working days from Monday");
        assert!(!case.title().contains("Joyce") && !case.title().contains("leak"));
        assert!(case.body.contains("&#60;b&#62;wet&#60;/b&#62;"), "their words, inert");
    }
}

#[tokio::test]
async fn a_contact_saved_for_others_waits_in_the_list_until_it_is_judged() {
    let world = World::new().await;
    let done = taken(&world, &[("then", "others")]).await;
    assert_eq!(done.location(), "/contacts?done=received");
    let amira = world.sign_in(Role::ComplaintsOfficer).await;
    let list = amira.get("/contacts").await;
    assert_eq!(list.h1(), "Contacts to triage: 1, oldest 0 working days");
    assert!(list.words().contains("Third leak since February"), "{}", list.words());
    let re = list.body.split("/complaints/").nth(1).unwrap().split('/').next().unwrap().to_owned();
    let page = amira.get(&format!("/complaints/{re}/triage")).await;
    assert!(page.words().contains("Third leak since February"));
    let id = made::staff_id(&world, Role::ComplaintsOfficer).await;
    let fields = [("kind", "complaint"), ("officer", id.as_str()), ("note", "Damp near a cot")];
    let done = made::send(&amira, &re, "triage", &fields).await;
    assert_eq!(done.code(), 303, "{}", done.words());
    let case = amira.get(done.location()).await;
    assert!(case.words().contains("Damp near a cot") && case.words().contains("Amira Khan"));
    let list = amira.get("/contacts").await;
    assert_eq!(list.h1(), "Contacts to triage: none");
    assert!(list.words().contains("Every contact has been judged"), "{}", list.words());
}

#[tokio::test]
async fn somebody_on_record_is_found_and_not_entered_twice() {
    let world = World::new().await;
    made::received(&world).await;
    let dan = world.sign_in(Role::ContactCentre).await;
    let looked = dan.post("/contacts/new", &call(&[("look", "people")])).await;
    assert_eq!(looked.code(), 200);
    assert!(looked.words().contains("Is it one of these?"), "{}", looked.words());
    assert!(looked.body.contains("Third leak since February"), "their words stay");
    let id = looked.value("person");
    let done = dan.post("/contacts/new", &call(&[("person", &id)])).await;
    assert_eq!(done.code(), 303, "{}", done.words());
    let case = dan.get(done.location()).await;
    assert!(case.words().contains("Joyce Adeyemi"));
    let triage = dan.get(&format!("/complaints/{}/triage", reference(done.location()))).await;
    assert!(triage.words().contains("RH-2025-00001"), "the earlier case: {}", triage.words());
    let people = redress_store::lists::find_people(&world.app.desk.db, &world.scope, "Joyce", 10);
    assert_eq!(people.await.unwrap().len(), 1);
}

#[tokio::test]
async fn whoever_is_not_unhappy_is_not_made_to_complain() {
    let world = World::new().await;
    let done = taken(&world, &[("dissatisfied", "no"), ("kind", "compliment")]).await;
    let dan = world.sign_in(Role::ContactCentre).await;
    let case = dan.get(done.location()).await;
    assert!(case.h1().starts_with("Compliment: "), "{}", case.h1());
    assert!(case.words().contains("no clock of a complaint runs"), "{}", case.words());
    let missing = taken(&world, &[("dissatisfied", "no")]).await;
    refused(&missing, "kind", "Choose what it is");
}

#[tokio::test]
async fn somebody_may_speak_for_them_and_the_clock_does_not_wait() {
    let world = World::new().await;
    let changes =
        [("behalf", "yes"), ("representative", "Her son Tunde"), ("authority", "pending")];
    let done = taken(&world, &changes).await;
    assert_eq!(done.code(), 303, "{}", done.words());
    let dan = world.sign_in(Role::ContactCentre).await;
    let case = dan.get(done.location()).await;
    assert!(case.words().contains("Do not discuss the case with them"), "{}", case.words());
    assert!(case.words().contains("Her son Tunde"));
    assert!(case.body.contains("Mon 14 Apr 2025"));
    let missing = [("behalf", "yes"), ("representative", " "), ("authority", "held")];
    let answer = taken(&world, &missing).await;
    refused(&answer, "representative", "Enter who is speaking for them");
    refused(&answer, "basis", "Choose what their authority rests on");
}

#[tokio::test]
async fn a_day_after_today_is_refused_with_todays_date() {
    let world = World::new().await;
    let answer = taken(&world, &[("received", "another"), ("received-day", "8/4/2025")]).await;
    refused(&answer, "received-day", "cannot be after today, Monday 7 April 2025");
}

#[tokio::test]
async fn what_is_no_date_is_never_guessed() {
    let world = World::new().await;
    for typed in ["31 2 2026", "yesterday", "2026-13-01", "7/4/25", "7 4 1026", "7 4 20206"] {
        let answer = taken(&world, &[("received", "another"), ("received-day", typed)]).await;
        refused(&answer, "received-day", "Enter a real date, for example 27 3 2026");
        assert!(answer.body.contains(&format!("value=\"{typed}\"")), "{typed} stays in its box");
    }
}

#[tokio::test]
async fn odd_days_want_to_be_confirmed_and_are_taken_then() {
    let world = World::new().await;
    for days in [("1/3/2025", "1/2/2025"), ("1/1/1985", "1/2/2025")] {
        let odd = [("happened", days.0), ("aware", days.1)];
        refused(&taken(&world, &odd).await, "days-are-right", "confirm");
        let sure = [odd[0], odd[1], ("days-are-right", "yes")];
        assert_eq!(taken(&world, &sure).await.code(), 303);
    }
}

#[tokio::test]
async fn words_that_show_nothing_are_no_words() {
    let world = World::new().await;
    for typed in ["", " \n", "\u{200b}\u{feff}"] {
        refused(&taken(&world, &[("words", typed)]).await, "words", "Enter what they said");
    }
}

#[tokio::test]
async fn a_text_too_long_or_with_nul_is_refused_in_words() {
    let world = World::new().await;
    let long = "ŵ".repeat(200_001);
    let answer = taken(&world, &[("words", &long)]).await;
    refused(&answer, "words", "200,001");
    assert!(answer.words().contains("200,000"));
    refused(&taken(&world, &[("words", "Nobody\0 came")]).await, "words", "NUL");
    let far_too_long = "x".repeat(5 * 1024 * 1024);
    let answer = taken(&world, &[("words", &far_too_long)]).await;
    assert_eq!(answer.code(), 413);
    assert!(answer.words().contains("attach it as a file"), "{}", answer.words());
}

#[tokio::test]
async fn names_and_hostile_words_stay_the_same_characters_and_do_nothing() {
    let world = World::new().await;
    let dan = world.sign_in(Role::ContactCentre).await;
    for name in ["O'Neill-D'Arcy", "Null", "X", "Joyce", "<script>alert(1)</script>", "a\u{202e}b"]
    {
        let hostile = "<script>alert(2)</script> {{7*7}} #read(\"x\") =1+1";
        let done = taken(&world, &[("name", name), ("words", hostile)]).await;
        assert_eq!(done.code(), 303, "{name}: {}", done.words());
        let case = dan.get(done.location()).await;
        assert!(!case.body.contains("<script"), "{name}");
        assert!(!case.body.contains('\u{202e}'), "{name}");
        let shown: String = name.chars().filter(|it| *it != '\u{202e}').collect();
        assert!(case.words().contains(&shown), "{name}: {}", case.words());
        assert!(case.words().contains("{{7*7}} #read(\"x\") =1+1"), "{}", case.words());
    }
}

#[tokio::test]
async fn a_form_sent_twice_takes_one_contact_in() {
    let world = World::new().await;
    let dan = world.sign_in(Role::ContactCentre).await;
    let once = dan.get("/contacts/new").await.value("once");
    let first = dan.post("/contacts/new", &call(&[("once", &once)])).await;
    let second = dan.post("/contacts/new", &call(&[("once", &once)])).await;
    assert_eq!((first.code(), second.code()), (303, 303));
    assert_eq!(first.location(), second.location());
    let changed = call(&[("once", &once), ("words", "Something else altogether")]);
    assert_eq!(dan.post("/contacts/new", &changed).await.code(), 409);
}

#[tokio::test]
async fn files_are_known_by_what_is_in_them() {
    let world = World::new().await;
    let dan = world.sign_in(Role::ContactCentre).await;
    let refusals: &[(&str, &[u8], &str)] = &[
        ("empty.png", b"", "is empty"),
        ("photo.jpg", b"<html><script>1</script>", "not a kind of file"),
        ("photo.jpg", b"MZ\x90\0\x03\0\0\0", "not a"),
        ("drawing.jpg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "not a"),
        ("papers.zip", b"PK\x03\x04\x14\0\0\0\0\0", "Unpack archives"),
        ("note.jpg", b"only words", "is not a picture"),
    ];
    for (name, bytes, words) in refusals {
        let answer = dan.upload("/contacts/new", &call(&[]), &[("files", name, bytes)]).await;
        refused(&answer, "files", words);
        assert!(answer.body.contains("Third leak since February"), "their words stay");
    }
}

#[tokio::test]
async fn a_file_of_more_than_25_mb_is_refused_and_the_words_stay() {
    let world = World::new().await;
    let dan = world.sign_in(Role::ContactCentre).await;
    let mut big = PNG.to_vec();
    big.resize(26 * 1024 * 1024, 0);
    let answer = dan.upload("/contacts/new", &call(&[]), &[("files", "photo.png", &big)]).await;
    refused(&answer, "files", "larger than 25 MB");
    assert!(answer.body.contains("Third leak since February"));
}

#[tokio::test]
async fn a_file_is_handed_out_under_a_clean_name_and_never_as_a_page() {
    for world in World::each().await {
        let dan = world.sign_in(Role::ContactCentre).await;
        let name = "../../con\u{202e}gpj.png";
        let done = dan.upload("/contacts/new", &call(&[]), &[("files", name, PNG)]).await;
        assert_eq!(done.code(), 303, "{}", done.words());
        let case = dan.get(done.location()).await;
        let re = reference(done.location());
        let mark = format!("/complaints/{re}/files/");
        let id =
            case.body.split(&mark).nth(1).expect("a link to the file").split('"').next().unwrap();
        let file = dan.get(&format!("{mark}{id}")).await;
        assert_eq!(file.code(), 200);
        assert_eq!(file.header("content-type"), "image/png");
        assert!(file.header("content-disposition").starts_with("attachment; filename=\""));
        assert!(!file.header("content-disposition").contains(".."));
        assert!(file.header("content-security-policy").contains("sandbox"));
        assert_eq!(file.header("x-content-type-options"), "nosniff");
        assert_eq!(dan.get(&format!("{mark}nothing-1")).await.code(), 404);
    }
}

#[tokio::test]
async fn their_words_are_quoted_with_their_line_ends() {
    let world = World::new().await;
    let re = made::received(&world).await;
    let dan = world.sign_in(Role::ContactCentre).await;
    let page = dan.get(&format!("/complaints/{re}/definition")).await;
    let first = WORDS.lines().next().unwrap().replace('&', "&#38;");
    assert!(page.body.contains(&format!("{first}\n")), "{}", page.main());
}
