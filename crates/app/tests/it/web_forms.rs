//! Each form of a case goes round: sent, recorded, shown; wrong, and kept with its words.
//! Bad input rows 2, 6, 16 and 24.

use redress_domain::vocabulary::Role;
use redress_testkit::world::World;

use crate::made::{self, send};

/// Page, fields, and words that stand on the page that follows.
pub type Sent = (&'static str, Vec<(&'static str, &'static str)>, &'static str);

/// The forms that record something on a complaint under investigation, sent by its officer.
pub fn forms() -> Vec<Sent> {
    vec![
        (
            "definition/clarification",
            vec![("question", "Which window is it that leaks?")],
            "Which window is it that leaks?",
        ),
        (
            "definition/confirmation",
            vec![("right", "no"), ("changes", "It is the kitchen, too.")],
            "It is the kitchen, too.",
        ),
        (
            "contacts",
            vec![
                ("what", "contact"),
                ("on", "today"),
                ("text", "Rang her at three o'clock."),
                ("with", ""),
            ],
            "Rang her at three o'clock.",
        ),
        (
            "contacts",
            vec![
                ("what", "message"),
                ("direction", "in"),
                ("on", "yesterday"),
                ("with", "Joyce Adeyemi"),
                ("text", "Still wet."),
            ],
            "Still wet.",
        ),
        (
            "contacts/update",
            vec![("text", "The surveyor comes on Tuesday and we write to you after that.")],
            "The surveyor comes on Tuesday",
        ),
        ("contacts/rhythm", vec![("every", "1 week"), ("method", "email")], "every 1 week"),
        (
            "needs",
            vec![
                ("needs", "Easy read"),
                ("other-needs", "Ring after 2pm\nLetters in Urdu"),
                ("disability", ""),
            ],
            "Letters in Urdu",
        ),
        (
            "evidence",
            vec![("what", "Photos of the ceiling"), ("from", "Joyce")],
            "Photos of the ceiling",
        ),
        ("ombudsman", vec![("reference", "202512345")], "202512345"),
        (
            "ombudsman/evidence",
            vec![("items", "Notes of calls"), ("evidence-due", "2/5/2025")],
            "Notes of calls",
        ),
        (
            "ombudsman/orders",
            vec![
                ("sort", "order"),
                ("order-what", "Say sorry in writing"),
                ("order-due", "9/5/2025"),
            ],
            "Say sorry in writing",
        ),
        (
            "restrictions/incident",
            vec![("what", "Threw a chair at the desk"), ("conduct", "abuse")],
            "Threw a chair at the desk",
        ),
        (
            "information-requests",
            vec![
                ("from", "Roofing contractor"),
                ("what", "When did you come?"),
                ("due", "11/4/2025"),
            ],
            "When did you come?",
        ),
        (
            "comments",
            vec![("who", "Roofing contractor"), ("about", "Two visits were missed.")],
            "Two visits were missed.",
        ),
        (
            "points/addition",
            vec![
                ("text", "Mould behind the wardrobe"),
                ("outcome", "Treat it"),
                ("related", "yes"),
                ("responsibility", "ours"),
                ("whose", ""),
            ],
            "Mould behind the wardrobe",
        ),
        (
            "people/representative",
            vec![("who", "Tunde Adeyemi"), ("status", "held"), ("basis", "written")],
            "Tunde Adeyemi",
        ),
        ("people/lead", vec![("lead", "Mrs Baker of number 14")], "Mrs Baker of number 14"),
        (
            "received-date",
            vec![("to", "4/4/2025"), ("reason", "The contractor was told on Friday")],
            "Fri 4 Apr 2025",
        ),
    ]
}

#[tokio::test]
async fn each_form_is_recorded_and_what_was_sent_stands_on_the_page_that_follows() {
    for world in World::each().await {
        let re = made::acknowledged(&world).await;
        let amira = world.sign_in(Role::ComplaintsOfficer).await;
        for (page, fields, words) in forms() {
            let done = send(&amira, &re, page, &fields).await;
            assert_eq!(done.code(), 303, "{page}: {}", done.words());
            let after = amira.get(done.location()).await;
            assert_eq!(after.code(), 200, "{page}");
            assert!(after.body.contains("govuk-notification-banner"), "{page} says it is done");
            assert!(after.words().contains(words), "{page}: {}", after.words());
        }
    }
}

#[tokio::test]
async fn each_form_left_empty_says_what_is_missing_beside_the_field() {
    let world = World::new().await;
    let re = made::acknowledged(&world).await;
    let amira = world.sign_in(Role::ComplaintsOfficer).await;
    let before = amira.get(&format!("/complaints/{re}/history")).await.h1();
    let pages = [
        ("definition", "points-1-text"),
        ("definition/clarification", "question"),
        ("definition/confirmation", "right"),
        ("contacts", "what"),
        ("contacts/update", "text"),
        ("contacts/rhythm", "every"),
        ("needs", "needs"),
        ("evidence", "what"),
        ("information-requests", "from"),
        ("comments", "who"),
        ("points/addition", "text"),
        ("points/split", "point"),
        ("people/representative", "who"),
        ("people/lead", "lead"),
        ("received-date", "to"),
        ("withdrawal", "reason"),
        ("links", "to"),
        ("extension", "to"),
        ("triage", "kind"),
    ];
    for (page, field) in pages {
        for blank in ["", " \u{200b}"] {
            let kept = [(field, blank), ("somebody", "else")];
            let answer = send(&amira, &re, page, &kept).await;
            assert_eq!(answer.code(), 422, "{page}: {}", answer.words());
            assert!(answer.title().starts_with("Error: "), "{page}: {}", answer.title());
            let mark = format!("id=\"{field}-error\"");
            assert!(answer.body.contains(&mark), "{page}: no message beside {field}");
            assert!(answer.body.contains(&format!("href=\"#{field}\"")), "{page}: no summary");
            assert!(answer.body.contains("autofocus"), "{page}: the summary takes the focus");
        }
    }
    let after = amira.get(&format!("/complaints/{re}/history")).await.h1();
    assert_eq!(before, after, "nothing was recorded");
}

#[tokio::test]
async fn a_manager_departs_and_declares_and_links_and_takes_the_withdrawal() {
    let world = World::new().await;
    let re = made::acknowledged(&world).await;
    let other = made::received(&world).await;
    let chloe = world.sign_in(Role::ComplaintsManager).await;
    let sunil = made::staff_id(&world, Role::SeniorManager).await;
    let amira = made::staff_id(&world, Role::ComplaintsOfficer).await;
    let fields =
        [("clause", "7.1.6"), ("reason", "Flood in the whole street"), ("approved-by", &*sunil)];
    // The letter that tells the resident is held above the form until a reason is given for what
    // the check asks.
    let held = send(&chloe, &re, "departures", &fields).await;
    assert_eq!(held.code(), 422);
    assert!(held.words().contains("We are doing something differently from our policy"));
    assert!(held.body.contains("name=\"pass-reason-missing\""), "{}", held.body);
    assert!(held.body.contains("form=\"form-departures\""));
    let mut with_reason = fields.to_vec();
    with_reason.push(("pass-reason-missing", "They know of the flood"));
    let done = send(&chloe, &re, "departures", &with_reason).await;
    assert_eq!(done.code(), 303, "{}", done.words());
    let words = chloe.get(done.location()).await.words();
    assert!(words.contains("Flood in the whole street"));
    assert!(
        !done.location().contains("tell-resident"),
        "the notice goes along: {}",
        done.location()
    );
    // The decision and the notice of it are one act.
    assert_eq!(words.matches("the resident was told on").count(), 1, "{words}");
    let letters = made::letters(&world, &re).await;
    assert!(letters.last().unwrap().contains("Flood in the whole street"), "{letters:?}");
    let page = chloe.get(&format!("/complaints/{re}/letters")).await;
    assert!(page.words().contains("Departure from the policy"), "{}", page.words());
    let own = made::staff_id(&world, Role::ComplaintsManager).await;
    let fields =
        [("clause", "7.1.6"), ("reason", "Flood in the whole street"), ("approved-by", &*own)];
    let refused = send(&chloe, &re, "departures", &fields).await;
    assert_eq!(refused.code(), 422);
    assert!(refused.words().contains("This cannot be done"), "{}", refused.words());
    assert!(refused.body.contains("Flood in the whole street"), "the words stay");
    let fields = [
        ("who", &*amira),
        ("conflict", "some"),
        ("about", "Knows her"),
        ("mitigation", "Chloe reads along"),
    ];
    let done = send(&chloe, &re, "conflicts", &fields).await;
    assert_eq!(done.code(), 303, "{}", done.words());
    let done = send(&chloe, &re, "links", &[("to", &other.to_lowercase())]).await;
    assert_eq!(done.code(), 303, "{}", done.words());
    assert!(chloe.get(done.location()).await.words().contains(&other));
    let wrong = send(&chloe, &re, "links", &[("to", "RH-2025-99999-X")]).await;
    assert_eq!(wrong.code(), 422);
    let fields = [("reason", "They came and it is fine now, thank you."), ("theirs", "yes")];
    let done = send(&chloe, &re, "withdrawal", &fields).await;
    assert_eq!(done.code(), 303, "{}", done.words());
    assert!(chloe.get(done.location()).await.words().contains("They came and it is fine now"));
}

#[tokio::test]
async fn a_point_without_whose_it_is_is_refused_beside_it_and_in_the_summary() {
    let world = World::new().await;
    let re = made::received(&world).await;
    let amira = world.sign_in(Role::ComplaintsOfficer).await;
    let fields: Vec<_> = made::POINTS
        .iter()
        .filter(|(name, _)| *name != "points-2-responsibility")
        .copied()
        .collect();
    let answer = send(&amira, &re, "definition", &fields).await;
    assert_eq!(answer.code(), 422);
    assert!(answer.body.contains("href=\"#points-2-responsibility\""), "{}", answer.words());
    assert!(answer.words().contains("Choose whose it is to put point 2 right"));
    assert!(answer.body.contains("Missed visits"), "the words stay");
    assert_eq!(send(&amira, &re, "definition", made::POINTS).await.code(), 303);
    let page = amira.get(&format!("/complaints/{re}/definition")).await;
    assert_eq!(page.h1(), "What the complaint is: version 1, 2 points");
    assert!(page.body.contains("Third leak since February"), "their words stand beside it");
}

#[tokio::test]
async fn two_points_of_one_id_are_refused_by_name() {
    let world = World::new().await;
    let re = made::defined(&world).await;
    let amira = world.sign_in(Role::ComplaintsOfficer).await;
    let mut fields = made::POINTS.to_vec();
    fields.extend([("points-1-id", "p1"), ("points-2-id", "p1")]);
    let answer = send(&amira, &re, "definition", &fields).await;
    assert_eq!(answer.code(), 422);
    assert!(answer.words().contains("Point 1 stands twice"), "{}", answer.words());
}

#[tokio::test]
async fn a_form_sent_twice_acts_once() {
    for world in World::each().await {
        let re = made::acknowledged(&world).await;
        let amira = world.sign_in(Role::ComplaintsOfficer).await;
        let path = format!("/complaints/{re}/evidence");
        let page = amira.get(&path).await;
        let (once, seen) = (page.value("once"), page.value("seen-version"));
        let fields = [("what", "Photos"), ("from", ""), ("once", &*once), ("seen-version", &*seen)];
        let first = amira.post(&path, &fields).await;
        let second = amira.post(&path, &fields).await;
        assert_eq!((first.code(), second.code()), (303, 303));
        assert_eq!(first.location(), second.location());
        assert_eq!(amira.get(&path).await.h1(), "Evidence: 1 item");
        let other =
            [("what", "A letter"), ("from", ""), ("once", &*once), ("seen-version", &*seen)];
        let reused = amira.post(&path, &other).await;
        assert_eq!(reused.code(), 409);
        assert!(reused.body.contains("A letter"), "the words stay");
    }
}

#[tokio::test]
async fn an_extension_goes_to_its_limit_and_the_limit_is_offered_where_more_was_asked() {
    for world in World::each().await {
        let re = made::defined(&world).await;
        world.at("2025-04-10T15:00");
        let amira = world.sign_in(Role::ComplaintsOfficer).await;
        let id = made::staff_id(&world, Role::ComplaintsOfficer).await;
        let done = send(&amira, &re, "acknowledgement", &made::acknowledgement(&id)).await;
        assert_eq!(done.code(), 303, "{}", done.words());
        world.at("2025-04-24T10:00");
        let amira = world.sign_in(Role::ComplaintsOfficer).await;
        let page = amira.get(&format!("/complaints/{re}/extension")).await;
        assert_eq!(page.h1(), "Extend the response: due Mon 28 Apr 2025, latest Tue 13 May 2025");
        let fields = [
            ("to", "14/5/2025"),
            ("reason", "The surveyor is ill and comes next week"),
            ("agreed", "yes"),
            ("updates", "5 working days"),
            ("updates-by", "phone"),
            ("good-reason", ""),
            ("approved-by", ""),
        ];
        let refused = send(&amira, &re, "extension", &fields).await;
        assert_eq!(refused.code(), 422);
        let words = refused.words();
        assert!(words.contains("clause 7.1.6 of the policy"), "{words}");
        assert!(words.contains("Extend to Tue 13 May 2025 instead"), "{words}");
        assert!(refused.body.contains("The surveyor is ill"), "the words stay");
        let mut offered = fields.to_vec();
        offered.push(("offered", "2025-05-13"));
        offered.push(("look", "letter"));
        let looked = send(&amira, &re, "extension", &offered).await;
        assert_eq!(looked.code(), 200, "{}", looked.words());
        assert!(looked.words().contains("Nothing is recorded yet"), "{}", looked.words());
        assert!(looked.words().contains("Dates that change"), "{}", looked.words());
        assert!(looked.words().contains("Housing Ombudsman"), "{}", looked.words());
        offered.pop();
        let held = send(&amira, &re, "extension", &offered).await;
        assert_eq!(held.code(), 422, "{}", held.words());
        assert!(held.words().contains("The reason is very short."), "{}", held.words());
        let field = held.body.split("name=\"pass-").nth(1).expect("a box for the reason");
        let field = format!("pass-{}", field.split('"').next().unwrap());
        offered.push((&field, "She knows all of it from our call this morning"));
        let done = send(&amira, &re, "extension", &offered).await;
        assert_eq!(done.code(), 303, "{}", done.words());
        let case = amira.get(done.location()).await;
        assert!(case.words().contains("The response is extended."), "{}", case.words());
        assert!(case.body.contains("Tue 13 May 2025"));
    }
}

#[tokio::test]
async fn past_the_last_calendar_year_is_refused_by_its_name() {
    let world = World::new().await;
    let re = made::acknowledged(&world).await;
    let amira = world.sign_in(Role::ComplaintsOfficer).await;
    let fields = [
        ("to", "2/1/2199"),
        ("reason", "The surveyor is ill and comes later"),
        ("agreed", "yes"),
        ("updates", "none"),
        ("updates-by", ""),
        ("good-reason", "A long illness"),
        ("approved-by", ""),
    ];
    let refused = send(&amira, &re, "extension", &fields).await;
    assert_eq!(refused.code(), 422);
    assert!(refused.words().contains("2199"), "{}", refused.words());
}

#[tokio::test]
async fn asking_a_contractor_after_the_residents_day_is_refused_and_an_earlier_day_offered() {
    let world = World::new().await;
    let re = made::acknowledged(&world).await;
    let amira = world.sign_in(Role::ComplaintsOfficer).await;
    let fields = [("from", "Farid"), ("what", "When did you come?"), ("due", "2/5/2025")];
    let refused = send(&amira, &re, "information-requests", &fields).await;
    assert_eq!(refused.code(), 422);
    assert!(refused.words().contains("Ask by Mon 14 Apr 2025 instead"), "{}", refused.words());
}

#[tokio::test]
async fn a_request_is_open_then_late_then_answered_by_what_names_it() {
    for world in World::each().await {
        let re = made::acknowledged(&world).await;
        let amira = world.sign_in(Role::ComplaintsOfficer).await;
        let (page, case) =
            (format!("/complaints/{re}/information-requests"), format!("/complaints/{re}"));
        for (from, due) in [("Mears", "10/4/2025"), ("Farid", "14/4/2025")] {
            let fields = [("from", from), ("what", "When did you come?"), ("due", due)];
            let done = send(&amira, &re, "information-requests", &fields).await;
            assert_eq!(done.code(), 303, "{}", done.words());
        }
        assert_eq!(amira.get(&page).await.h1(), "Information requests: 2 open");
        world.at("2025-04-11T10:00");
        let amira = world.sign_in(Role::ComplaintsOfficer).await;
        assert_eq!(amira.get(&page).await.h1(), "Information requests: 1 late, 1 open");
        let unknown = [("what", "The job sheet"), ("from", "Mears"), ("answers", "r9")];
        let refused = send(&amira, &re, "evidence", &unknown).await;
        assert_eq!(refused.code(), 422);
        assert!(refused.words().contains("no request for information r9"), "{}", refused.words());
        let sheet = [("what", "The job sheet"), ("from", "Mears"), ("answers", "r1")];
        assert_eq!(send(&amira, &re, "evidence", &sheet).await.code(), 303);
        let shown = amira.get(&page).await;
        assert_eq!(shown.h1(), "Information requests: 1 open, 1 answered");
        assert!(shown.words().contains("Answered 1 working day late"), "{}", shown.words());
        let waiting = amira.get(&case).await.words();
        assert!(!waiting.contains("Mears, asked on"), "nobody waits for Mears any more");
        assert!(waiting.contains("Farid, asked on"), "{waiting}");
        let message = [
            ("what", "message"),
            ("direction", "in"),
            ("on", "today"),
            ("with", "Farid"),
            ("text", "Twice in March."),
            ("answers", "r2"),
        ];
        assert_eq!(send(&amira, &re, "contacts", &message).await.code(), 303);
        assert_eq!(amira.get(&page).await.h1(), "Information requests: 2 answered");
        let page = amira.get(&format!("/complaints/{re}/evidence")).await;
        assert!(!page.body.contains("name=\"answers\""), "nothing is left to answer");
    }
}

#[tokio::test]
async fn why_somebody_needs_something_opens_only_with_a_reason_that_is_kept() {
    let world = World::new().await;
    let re = made::acknowledged(&world).await;
    let amira = world.sign_in(Role::ComplaintsOfficer).await;
    let fields =
        [("needs", "Easy read"), ("other-needs", ""), ("disability", "Dyslexia since a stroke")];
    assert_eq!(send(&amira, &re, "needs", &fields).await.code(), 303);
    for page in ["", "/needs", "/history", "/contacts"] {
        let shown = amira.get(&format!("/complaints/{re}{page}")).await;
        assert!(!shown.body.contains("Dyslexia"), "{page} shows what is locked");
    }
    let path = format!("/complaints/{re}/needs/why");
    let empty = amira.post(&path, &[("why", "")]).await;
    assert_eq!(empty.code(), 422);
    assert!(!empty.body.contains("Dyslexia"));
    let opened = amira.post(&path, &[("why", "To word the letter")]).await;
    assert_eq!(opened.code(), 200);
    assert!(opened.words().contains("Dyslexia since a stroke"), "{}", opened.words());
    let signed = world.signed(Role::ComplaintsOfficer).await;
    let case = world.app.desk.case(&signed, &re).await.unwrap();
    let looks =
        redress_store::access::looks_at_case(&world.app.desk.db, &world.scope, &case.id, 9).await;
    assert!(looks.unwrap().iter().any(|it| it.why.as_deref() == Some("To word the letter")));
}

#[tokio::test]
async fn a_person_who_needs_large_print_gets_large_letters_from_then_on() {
    let world = World::new().await;
    let dan = world.sign_in(Role::ContactCentre).await;
    let done = dan.post("/contacts/new", &made::call(&[])).await;
    let re = made::reference(done.location());
    let fields = [("needs", "18 point print"), ("other-needs", ""), ("disability", "")];
    assert_eq!(send(&dan, &re, "needs", &fields).await.code(), 303);
    let signed = world.signed(Role::ContactCentre).await;
    let case = world.app.desk.case(&signed, &re).await.unwrap();
    assert!(case.person.unwrap().large_print);
}

#[tokio::test]
async fn a_person_who_reads_welsh_is_previewed_in_welsh_with_the_english_beside_it() {
    let world = World::new().await;
    let re = made::acknowledged(&world).await;
    let amira = world.sign_in(Role::ComplaintsOfficer).await;
    let needs = amira.get(&format!("/complaints/{re}/needs")).await;
    assert!(needs.body.contains("<option value=\"cy\">Welsh (Cymraeg)</option>"), "{}", needs.body);
    let fields = [("language", "cy"), ("other-needs", ""), ("disability", "")];
    assert_eq!(send(&amira, &re, "needs", &fields).await.code(), 303);
    let signed = world.signed(Role::ComplaintsOfficer).await;
    let case = world.app.desk.case(&signed, &re).await.unwrap();
    assert_eq!(case.person.unwrap().language.as_deref(), Some("cy"));
    let preview = amira.get(&format!("/complaints/{re}/response/preview")).await;
    assert_eq!(preview.code(), 200);
    let page = &preview.body;
    assert!(page.contains("<article class=\"letter\" lang=\"cy\" dir=\"ltr\">"), "{page}");
    assert!(page.contains("Ein hateb i&#39;ch cwyn (cam 1)"), "{page}");
    assert!(page.contains("Show the letter in English"), "{page}");
    assert!(page.contains("Our answer to your complaint (stage 1)"), "{page}");
}

#[tokio::test]
async fn a_split_point_opens_a_complaint_of_its_own_with_its_first_day() {
    let world = World::new().await;
    let re = made::acknowledged(&world).await;
    let amira = world.sign_in(Role::ComplaintsOfficer).await;
    let done = send(&amira, &re, "points/split", &[("point", "p2"), ("reason", "unrelated")]).await;
    assert_eq!(done.code(), 303, "{}", done.words());
    let case = amira.get(done.location()).await;
    assert!(case.words().contains("Now a complaint of its own"), "{}", case.words());
    let opened = case.words();
    assert!(opened.contains("Open RH-2025-00002"), "{opened}");
}

#[tokio::test]
async fn the_officer_and_whoever_is_barred_are_told_apart() {
    let world = World::new().await;
    let re = made::received(&world).await;
    let chloe = world.sign_in(Role::ComplaintsManager).await;
    let page = chloe.get(&format!("/complaints/{re}/assignment")).await;
    let words = page.words();
    assert!(words.contains("Amira Khan") && words.contains("0 open"), "{words}");
    assert!(words.contains("Who may not have it") && words.contains("Ben Okafor"), "{words}");
    let ben = made::staff_id(&world, Role::Stage2Officer).await;
    let refused = send(&chloe, &re, "assignment", &[("officer", &ben), ("conflict", "none")]).await;
    assert_eq!(refused.code(), 422);
    assert!(refused.words().contains("This cannot be done"), "{}", refused.words());
}

#[tokio::test]
async fn whoever_may_not_is_told_who_may_and_keeps_the_words() {
    let world = World::new().await;
    let re = made::acknowledged(&world).await;
    let dan = world.sign_in(Role::ContactCentre).await;
    let page = dan.get(&format!("/complaints/{re}/evidence")).await;
    assert!(!page.main().contains("<form"), "no form is offered");
    assert!(page.words().contains("Your role does not let you file evidence"), "{}", page.words());
    let amira = world.sign_in(Role::ComplaintsOfficer).await;
    let path = format!("/complaints/{re}/evidence");
    let seen = amira.get(&path).await.value("seen-version");
    let fields = [("what", "Photos of the ceiling"), ("from", ""), ("seen-version", &*seen)];
    let refused = dan.post(&path, &fields).await;
    assert_eq!(refused.code(), 403);
    assert!(refused.words().contains("a complaints officer"), "{}", refused.words());
    assert!(refused.body.contains("Photos of the ceiling"), "the words stay");
    let amira = world.sign_in(Role::ComplaintsOfficer).await;
    assert_eq!(
        amira.get(&format!("/complaints/{re}/evidence")).await.h1(),
        "Evidence: nothing yet"
    );
}

#[tokio::test]
async fn a_wrong_address_is_corrected_where_the_check_leads_and_nobody_overwrites_a_newer_one() {
    for world in World::each().await {
        let dan = world.sign_in(Role::ContactCentre).await;
        let call = made::call(&[("address", "12 Elm Court"), ("email", "joyce@mail.example")]);
        let done = dan.post("/contacts/new", &call).await;
        let re = made::reference(done.location());
        let page = dan.get(&format!("/complaints/{re}/people")).await;
        let held = page.value("held");
        let reach = |address: &'static str| {
            vec![
                ("name", "Joyce Adeyemi"),
                ("address", address),
                ("telephone", "01332 000 111"),
                ("email", ""),
                ("held", held.as_str()),
            ]
        };
        let post = format!("/complaints/{re}/people/resident");
        let done = dan.post(&post, &reach("12 Elm Court, Lower Road, Derby DE1 3AF")).await;
        assert_eq!(done.code(), 303, "{}", done.words());
        let words = dan.get(&format!("/complaints/{re}/people")).await.words();
        assert!(words.contains("12 Elm Court, Lower Road, Derby DE1 3AF"), "{words}");
        assert!(words.contains("01332 000 111") && !words.contains("joyce@mail"), "{words}");
        let late = dan.post(&post, &reach("99 Old Road")).await;
        assert_eq!(late.code(), 409, "{}", late.words());
        assert!(late.words().contains("Somebody corrected this meanwhile"), "{}", late.words());
        assert!(late.body.contains("99 Old Road"), "the words are kept");
        let none = dan.post(&post, &[("name", " "), ("address", "Kept Street")]).await;
        assert_eq!(none.code(), 422);
        assert!(none.words().contains("Enter their name"), "{}", none.words());
        assert!(none.body.contains("Kept Street"), "{}", none.words());
        let olive = world.sign_in(Role::Auditor).await;
        assert_eq!(olive.post(&post, &reach("1 No Road")).await.code(), 403);
        let read = olive.get(&format!("/complaints/{re}/people")).await;
        assert!(!read.body.contains("form-people-resident"), "an auditor is offered no form");
    }
}

#[tokio::test]
async fn the_working_of_an_extended_date_says_what_the_limit_gave_and_when_it_moved() {
    let world = World::new().await;
    let re = made::acknowledged(&world).await;
    let amira = world.sign_in(Role::ComplaintsOfficer).await;
    let extend = [
        ("to", "6/5/2025"),
        (
            "reason",
            "The roof cannot be opened while it rains, and the roofer can come after the holiday.",
        ),
        ("agreed", "yes"),
        ("updates", "5 working days"),
        ("updates-by", "phone"),
    ];
    let done = send(&amira, &re, "extension", &extend).await;
    assert_eq!(done.code(), 303, "{}", done.words());
    let words = amira.get(&format!("/complaints/{re}/clocks/response-1")).await.words();
    assert!(
        words.contains(
            "Due Tuesday 6 May 2025: 10 working days after the acknowledgement, Monday 7 April \
             2025, gave Wednesday 23 April 2025, and the response was extended to Tuesday 6 May \
             2025 on Monday 7 April 2025. That is 18 working days in all"
        ),
        "{words}"
    );
    let log = amira.get(&format!("/complaints/{re}/contacts")).await.words();
    assert!(log.contains("The resident last heard from us today"), "{log}");
    let file = amira.get(&format!("/complaints/{re}/evidence")).await.words();
    assert!(file.contains("Any evidence: repair history, messages, photos"), "{file}");
}

// CODE-6.1, D24-7.1.5a, D24-7.1.5b
#[tokio::test]
async fn triage_weighs_all_or_nothing_and_marks_whoever_is_at_risk_on_every_list() {
    for world in World::each().await {
        let re = made::received(&world).await;
        let amira = world.sign_in(Role::ComplaintsOfficer).await;
        let id = made::staff_id(&world, Role::ComplaintsOfficer).await;
        let half = [("kind", "complaint"), ("officer", id.as_str()), ("complexity", "simple")];
        let wrong = send(&amira, &re, "triage", &half).await;
        assert_eq!(wrong.code(), 422);
        for said in ["Choose whether anybody is at risk", "Choose whether it can be answered early"]
        {
            assert!(wrong.words().contains(said), "{}", wrong.words());
        }
        let whole = [
            ("kind", "complaint"),
            ("officer", id.as_str()),
            ("complexity", "simple"),
            ("care", "yes"),
            ("risk", "immediate"),
            ("course", "early-answer"),
        ];
        let done = send(&amira, &re, "triage", &whole).await;
        assert_eq!(done.code(), 303, "{}", done.words());
        let case = amira.get(&format!("/complaints/{re}")).await.words();
        for said in ["Somebody is in danger now", "They need more care", "Can be answered early"] {
            assert!(case.contains(said), "{said}: {case}");
        }
        assert!(amira.get("/complaints?risk=yes").await.words().contains(&re));
        assert!(amira.get("/complaints").await.words().contains("Risk"));
        world.at("2025-04-10T10:00");
        let amira = world.sign_in(Role::ComplaintsOfficer).await;
        assert!(amira.get("/work").await.words().contains("Risk"));
        assert!(world.app.desk.prove().await.unwrap().holds());
    }
}

#[tokio::test]
async fn a_contact_of_an_earlier_day_keeps_when_it_happened_when_we_were_told_and_when_it_was_recorded()
 {
    let world = World::new().await;
    let re = made::acknowledged(&world).await;
    world.at("2025-04-16T10:00");
    let amira = world.sign_in(Role::ComplaintsOfficer).await;
    let message = |told: &'static str| {
        vec![
            ("what", "message"),
            ("direction", "in"),
            ("on", "another"),
            ("on-day", "10/4/2025"),
            ("told", told),
            ("with", "Mears"),
            ("text", "Nobody was in."),
        ]
    };
    for (told, said) in [
        ("17/4/2025", "The day cannot be after today"),
        ("9/4/2025", "Nobody could be told on Wednesday 9 April 2025"),
    ] {
        let wrong = send(&amira, &re, "contacts", &message(told)).await;
        assert_eq!(wrong.code(), 422);
        assert!(wrong.words().contains(said), "{}", wrong.words());
    }
    assert_eq!(send(&amira, &re, "contacts", &message("14/4/2025")).await.code(), 303);
    let log = amira.get(&format!("/complaints/{re}/contacts")).await.words();
    assert!(log.contains("we were told on Monday 14 April 2025"), "{log}");
    assert!(log.contains("Thu 10 Apr 2025 (recorded Wed 16 Apr 2025, 10:00)"), "{log}");
}

// CODE-3.6.1, D24-6.5a, D24-6.5b
#[tokio::test]
async fn a_meeting_asks_whether_somebody_might_come_along_and_names_who_did() {
    let world = World::new().await;
    let re = made::acknowledged(&world).await;
    let amira = world.sign_in(Role::ComplaintsOfficer).await;
    let mut met = vec![("what", "meeting"), ("on", "today"), ("text", "At her flat.")];
    let wrong = send(&amira, &re, "contacts", &met).await;
    assert_eq!(wrong.code(), 422);
    assert!(wrong.words().contains("Choose whether they were told"), "{}", wrong.words());
    met.extend([("offered", "no"), ("companions", "Her son Tobi")]);
    let done = send(&amira, &re, "contacts", &met).await;
    assert_eq!(
        done.location(),
        format!("/complaints/{re}/contacts?done=contact&see=companion-not-offered")
    );
    let log = amira.get(done.location()).await.words();
    assert!(log.contains("Tell them that somebody may come along"), "{log}");
    assert!(
        log.contains("somebody came with them or for them") && log.contains("Her son Tobi"),
        "{log}"
    );
}
