//! The landlord's own house: accounts, roles, settings, calendars, policies.

use redress_domain::vocabulary::Role;
use redress_store::accounts;
use redress_testkit::world::{PASSWORD, World};

#[tokio::test]
async fn an_account_is_made_with_a_password_that_is_shown_once() {
    for world in World::each().await {
        let ivan = world.sign_in(Role::Administrator).await;
        let page = ivan.get("/users").await;
        assert_eq!(page.h1(), "Users: 14");
        let page = ivan.post("/users", &[("name", ""), ("login", "two words")]).await;
        assert_eq!(page.code(), 422);
        for said in ["Enter the person's name", "without spaces", "Choose at least one role"] {
            assert!(page.words().contains(said), "{said}: {}", page.words());
        }
        assert_eq!(page.value("login"), "two words");
        let taken = [("name", "Amira Two"), ("login", "AMIRA"), ("roles", "contact-centre")];
        let page = ivan.post("/users", &taken).await;
        assert_eq!(page.code(), 422);
        assert!(page.words().contains("Somebody has this name"));
        let fields = [
            ("name", "Nova Wyn"),
            ("login", "nova"),
            ("roles", "contact-centre"),
            ("roles", "complaints-officer"),
        ];
        let page = ivan.post("/users", &fields).await;
        assert_eq!(page.code(), 200);
        let password = between(&page.body, "id=\"one-time-password\">", "</code>");
        assert_eq!(password.len(), 19, "{password}");
        let fields = [("login", "nova"), ("password", password), ("device", "shared")];
        let answer = world.stranger().post("/session", &fields).await;
        assert_eq!(answer.location(), "/session/password");
        let (nova, _) =
            accounts::find_login(&world.app.desk.db, &world.scope, "nova").await.unwrap().unwrap();
        assert_eq!(nova.roles, ["complaints-officer", "contact-centre"]);
        let page = ivan.get(&format!("/users/{}", nova.id)).await;
        assert!(!page.body.contains(password), "no page shows it again");
    }
}

fn between<'a>(text: &'a str, from: &str, to: &str) -> &'a str {
    text.split_once(from).unwrap().1.split_once(to).unwrap().0
}

#[tokio::test]
async fn roles_change_at_once_and_within_their_limits() {
    for world in World::each().await {
        let both = [Role::Administrator, Role::PrivacyOfficer];
        world.app.desk.change_roles(&world.scope, None, "ivan", &both).await.unwrap();
        let ivan = world.sign_in(Role::Administrator).await;
        let amira = world.sign_in(Role::ComplaintsOfficer).await;
        let done = ivan.post("/users/amira/roles", &[("roles", "auditor")]).await;
        assert_eq!(done.location(), "/users/amira?done=roles");
        assert_eq!(amira.get("/work").await.code(), 303, "her sessions end with her old roles");
        let page = ivan.get("/users/amira?done=roles").await;
        assert!(page.words().contains("The roles are changed"));
        for (who, roles, said) in [
            ("ivan", vec!["privacy-officer"], "Somebody must remain who is an administrator"),
            ("ivan", vec!["administrator", "scrutiny-panel"], "cannot give yourself a role"),
            ("amira", vec!["administrator", "auditor"], "An administrator sees no complaints"),
            ("amira", vec![], "Choose at least one role"),
            ("amira", vec!["resident"], "Choose at least one role"),
        ] {
            let fields: Vec<_> = roles.iter().map(|role| ("roles", *role)).collect();
            let page = ivan.post(&format!("/users/{who}/roles"), &fields).await;
            assert_eq!(page.code(), 422, "{who} {roles:?}");
            assert!(page.words().contains(said), "{said}: {}", page.words());
        }
        assert_eq!(ivan.get("/users").await.code(), 200, "ivan is an administrator still");
        let scope = world.neighbour().await;
        let _ = world.sign_in_as(&scope, "zoe").await;
        assert_eq!(ivan.get("/users/zoe").await.code(), 404, "another landlord's account");
        assert_eq!(ivan.post("/users/zoe/password", &[]).await.code(), 404);
        let (_, hash) =
            accounts::find_login(&world.app.desk.db, &scope, "zoe").await.unwrap().unwrap();
        assert!(redress::desk::accounts::fits(PASSWORD, Some(&hash)), "and nothing changed there");
    }
}

#[tokio::test]
async fn closing_an_account_signs_its_owner_out() {
    let world = World::new().await;
    let ivan = world.sign_in(Role::Administrator).await;
    let ben = world.sign_in(Role::Stage2Officer).await;
    let done = ivan.post("/users/ben/closure", &[("account", "closed")]).await;
    assert_eq!(done.location(), "/users/ben?done=closed");
    assert_eq!(ben.get("/work").await.code(), 303);
    let page = ivan.post("/users/ivan/closure", &[("account", "closed")]).await;
    assert!(page.words().contains("You cannot close your own account"));
    let done = ivan.post("/users/ben/closure", &[("account", "open")]).await;
    assert_eq!(done.location(), "/users/ben?done=opened");
    assert_eq!(ivan.post("/users/ben/closure", &[("account", "x")]).await.code(), 400);
}

#[tokio::test]
async fn the_roles_page_shows_the_table_that_the_rules_ask() {
    let world = World::new().await;
    let ivan = world.sign_in(Role::Administrator).await;
    let page = ivan.get("/roles").await;
    let words = page.words();
    for said in [
        "Take a complaint on",
        "Decide a point, stage 1",
        "Own cases",
        "Customer Experience Manager",
    ] {
        assert!(words.contains(said), "{said}: {words}");
    }
}

#[tokio::test]
async fn settings_are_changed_and_nobodys_change_is_lost() {
    for world in World::each().await {
        let chloe = world.sign_in(Role::ComplaintsManager).await;
        let page = chloe.get("/settings").await;
        assert_eq!(page.value("name"), "Rowan Homes");
        let seen = page.value("seen");
        let fields = |telephone: &'static str, email: &'static str| {
            vec![
                ("name", "Rowan & Oak Homes"),
                ("address", "1 Orchard Row"),
                ("telephone", telephone),
                ("email", email),
                ("hours", ""),
                ("from", "7/4/2025"),
                ("nation", "scotland"),
            ]
        };
        let with = |mut fields: Vec<(&'static str, &'static str)>, seen: &'static str| {
            fields.push(("seen", seen));
            fields
        };
        let seen: &'static str = Box::leak(seen.into_boxed_str());
        let page = chloe.post("/settings", &with(fields("none", "not an address"), seen)).await;
        assert_eq!(page.code(), 422);
        assert!(page.words().contains("Enter a telephone number"));
        assert!(page.words().contains("Enter an e-mail address"));
        let done = chloe.post("/settings", &with(fields("01632 960 999", ""), seen)).await;
        assert_eq!(done.location(), "/settings?done=settings");
        let page = chloe.get("/settings?done=settings").await;
        assert_eq!(page.h1(), "Settings of Rowan & Oak Homes");
        assert!(page.words().contains("letters that left stay as they are"));
        let ivan = world.sign_in(Role::Administrator).await;
        let stale = ivan.post("/settings", &with(fields("01632 960 000", ""), seen)).await;
        assert_eq!(stale.code(), 409);
        assert!(stale.words().contains("Somebody else changed the settings meanwhile"));
        assert_eq!(stale.value("telephone"), "01632 960 000", "the words stay");
        let around = world.app.desk.surroundings(&world.scope).await.unwrap();
        assert_eq!(around.landlord.telephone, "01632 960 999");
        let again: &'static str = Box::leak(stale.value("seen").into_boxed_str());
        let done = ivan.post("/settings", &with(fields("01632 960 000", ""), again)).await;
        assert_eq!(done.code(), 303, "and go when they are sent again");
    }
}

#[tokio::test]
async fn a_closed_day_is_proposed_and_counts_once_another_puts_it_in_force() {
    for world in World::each().await {
        let reference = world.receive("Joyce Adeyemi", "Nobody came to mend the leak").await;
        let amira = world.sign_in(Role::ComplaintsOfficer).await;
        assert!(amira.get("/complaints").await.words().contains("Mon 14 Apr 2025"));
        let chloe = world.sign_in(Role::ComplaintsManager).await;
        assert_eq!(chloe.get("/calendars").await.location(), "/calendars/england-and-wales");
        let path = "/calendars/england-and-wales/closures";
        for (day, said) in [
            ("18/4/2025", "does not count anyway: Good Friday"),
            ("4/4/2025", "Choose today or a later day"),
            ("4/4/2029", "2029"),
            ("31/2/2025", "Enter a real date"),
        ] {
            let page = chloe.post(path, &[("closed-on", day), ("what", "Training")]).await;
            assert_eq!(page.code(), 422, "{day}");
            assert!(page.words().contains(said), "{said}: {}", page.words());
        }
        let done = chloe.post(path, &[("closed-on", "9/4/2025"), ("what", "Training day")]).await;
        let place = done.location();
        let place = place.split('?').next().unwrap();
        let forced = format!("{place}/force");
        let page = chloe.get(place).await;
        assert!(page.words().contains("Mon 14 Apr 2025 would be Tue 15 Apr 2025"));
        assert_eq!(chloe.post(&forced, &[]).await.code(), 422, "never by who proposed it");
        assert!(
            amira.get("/complaints").await.words().contains("Mon 14 Apr 2025"),
            "nothing moved"
        );
        let marcus = world.sign_in(Role::SeniorManager).await;
        assert_eq!(marcus.post(&forced, &[]).await.code(), 303);
        assert_eq!(marcus.post(&forced, &[]).await.code(), 422, "once is enough");
        let page = amira.get("/calendars/england-and-wales").await;
        assert!(page.words().contains("Training day"));
        assert!(!page.body.contains("Close on that day"), "an officer reads and does not change");
        let list = amira.get("/complaints").await;
        assert!(list.words().contains("Tue 15 Apr 2025"), "the list moves with it");
        let case = amira.get(&format!("/complaints/{reference}")).await;
        assert!(case.words().contains("Tue 15 Apr 2025"), "and so does the case");
        let why = amira.get(&format!("/complaints/{reference}/clocks/acknowledgement-1")).await;
        assert!(why.words().contains("since nobody was told the day"), "{}", why.words());
        assert!(world.app.desk.prove().await.unwrap().holds(), "lists and record agree");
        let opened = "/calendars/england-and-wales/openings";
        let done = chloe.post(opened, &[("closed-on", "2025-04-09")]).await;
        assert_eq!(done.code(), 303);
        let place = done.location();
        let place = place.split('?').next().unwrap();
        assert_eq!(marcus.post(&format!("{place}/force"), &[]).await.code(), 303);
        assert!(amira.get("/complaints").await.words().contains("Mon 14 Apr 2025"));
        assert_eq!(chloe.post(opened, &[("closed-on", "soon")]).await.code(), 400);
        assert_eq!(chloe.get("/calendars/atlantis").await.code(), 404);
    }
}

#[tokio::test]
async fn a_policy_reads_clause_by_clause_with_the_numbers_beside_the_codes() {
    let world = World::new().await;
    let grace = world.sign_in(Role::GoverningBodyMember).await;
    assert_eq!(grace.get("/").await.location(), "/policies");
    let page = grace.get("/policies").await;
    assert_eq!(page.h1(), "Policies: Complaints Policy, Derive in force");
    assert!(!page.body.contains("Put it in force"), "a member of the governing body reads");
    let page = grace.get("/policies/derive-2024").await;
    assert_eq!(page.code(), 200);
    assert_eq!(page.body.matches("id=\"c-7.1.3\"").count(), 1, "a clause has one place");
    let ids: Vec<&str> =
        page.body.split(" id=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
    let mut once = ids.clone();
    once.sort_unstable();
    once.dedup();
    assert_eq!(once.len(), ids.len(), "no id stands twice");
    let page = grace.get("/policies/derive-2024/parameters").await;
    assert!(page.words().contains("5 working days from receipt"), "{}", page.words());
    for link in page.main().split("href=\"").skip(1).map(|rest| rest.split('"').next().unwrap()) {
        let Some((path, place)) = link.split_once('#') else { continue };
        let policy = grace.get(path).await;
        assert!(policy.body.contains(&format!("id=\"{place}\"")), "{link}");
    }
    assert_eq!(grace.get("/policies/no-such-policy").await.code(), 404);
    assert_eq!(grace.get("/complaints").await.code(), 403);
}

// CODE-6.5
#[tokio::test]
async fn a_policy_is_checked_against_the_code_and_compared_with_another() {
    let world = World::new().await;
    let grace = world.sign_in(Role::GoverningBodyMember).await;
    let page = grace.get("/policies/derive-2024/code-check").await;
    assert_eq!(page.h1(), "Check against the Code: 4 conflicts");
    let words = page.words();
    assert!(words.find("6.5 A notice").unwrap() < words.find("1.2 A complaint").unwrap());
    assert!(words.contains("The way to the Ombudsman is promised only past the first"), "{words}");
    let page = grace.get("/policies/code-2024/code-check").await;
    assert_eq!(page.h1(), "Check against the Code: nothing conflicts with it");
    assert_eq!(grace.get("/policies/nobodys/code-check").await.code(), 404);

    assert_eq!(grace.get("/policies/comparison").await.h1(), "Compare two policies");
    let page = grace.get("/policies/comparison?left=derive-2024&right=wdh-2022").await;
    assert!(page.h1().starts_with("derive-2024 and wdh-2022: "), "{}", page.h1());
    assert!(page.words().contains("6 fewer months to bring a complaint"), "{}", page.words());
    assert!(
        page.body.contains("/policies/comparison?left=wdh-2022&amp;right=derive-2024")
            || page.body.contains("/policies/comparison?left=wdh-2022&#38;right=derive-2024")
    );
    let page = grace.get("/policies/comparison?left=derive-2024&right=derive-2024").await;
    assert_eq!(page.code(), 422);
    assert!(page.words().contains("Choose two different policies"));
}

#[tokio::test]
async fn the_landlords_cases_are_played_under_another_policy_and_nothing_is_saved() {
    for world in World::each().await {
        let reference = world.receive("Joyce Adeyemi", "The roof leaks").await;
        let chloe = world.sign_in(Role::ComplaintsManager).await;
        let before = chloe.get(&format!("/complaints/{reference}")).await.main().to_owned();
        let address = "/policies/wdh-2022/what-if";
        assert!(chloe.get(address).await.words().contains("nothing is saved"));
        assert_eq!(chloe.post(address, &[]).await.code(), 422);
        let begun = chloe.post(address, &[("floor", "off")]).await;
        assert_eq!((begun.code(), begun.location()), (303, address));
        let mut page = chloe.get(address).await;
        for _ in 0..400 {
            if !page.words().contains("Look again") {
                break;
            }
            tokio::time::sleep(std::time::Duration::from_millis(20)).await;
            page = chloe.get(address).await;
        }
        assert!(
            page.words().contains("With the Code floor off: 1 of 1 cases would differ"),
            "{}",
            page.words()
        );
        assert!(page.words().contains(&reference), "{}", page.words());
        let after = chloe.get(&format!("/complaints/{reference}")).await;
        assert_eq!(after.main().len(), before.len(), "the case is as it was");
        let amira = world.sign_in(Role::ComplaintsOfficer).await;
        assert_eq!(amira.get(address).await.code(), 403);
    }
}

#[tokio::test]
async fn another_policy_is_put_in_force_from_a_day_to_come() {
    for world in World::each().await {
        let chloe = world.sign_in(Role::ComplaintsManager).await;
        let sunil = world.sign_in(Role::SeniorManager).await;
        for (from, said) in
            [("4/4/2025", "Choose today or a later day"), ("", "Enter the first day")]
        {
            let page = chloe.post("/policies", &[("pack", "code-2024"), ("from", from)]).await;
            assert_eq!(page.code(), 422);
            assert!(page.words().contains(said), "{}", page.words());
        }
        let fields = [("pack", "code-2024"), ("from", "1/5/2025")];
        assert_eq!(chloe.post("/policies", &fields).await.location(), "/policies?done=proposed");
        let page = sunil.get("/policies").await;
        let agree = page.body.split("/policies/proposals/").nth(1).unwrap();
        let agree = format!("/policies/proposals/{}", agree.split('"').next().unwrap());
        assert_eq!(sunil.post(&agree, &[]).await.location(), "/policies?done=adopted");
        let other = [("pack", "derive-2024"), ("from", "1/5/2025")];
        let page = chloe.post("/policies", &other).await;
        assert!(page.words().contains("Another policy begins on that day already"));
        let words = chloe.get("/policies").await.words();
        assert!(words.contains("Coming") && words.contains("In force"), "{words}");
        assert!(words.contains("Chloe Marsh") && words.contains("Sunil Rao"));
        let before = world.receive("Joyce Adeyemi", "Leak").await;
        world.at("2025-05-01T09:30");
        let after = world.receive("Joyce Adeyemi", "Damp").await;
        let amira = world.signed(Role::ComplaintsOfficer).await;
        let pack = |case: redress::desk::Case| case.pack.id.0.clone();
        assert_eq!(pack(world.app.desk.case(&amira, &before).await.unwrap()), "derive-2024");
        assert_eq!(pack(world.app.desk.case(&amira, &after).await.unwrap()), "code-2024");
    }
}

#[tokio::test]
async fn administration_leads_only_where_a_role_may_go() {
    let world = World::new().await;
    let ivan = world.sign_in(Role::Administrator).await;
    assert_eq!(ivan.get("/").await.location(), "/administration");
    let chloe = world.sign_in(Role::ComplaintsManager).await;
    for person in [&ivan, &chloe] {
        let page = person.get("/administration").await;
        for link in page.main().split("href=\"").skip(1).map(|rest| rest.split('"').next().unwrap())
        {
            let code = person.get(link).await.code();
            assert!(code == 200 || code == 303, "{link}: {code}");
        }
    }
}

#[tokio::test]
async fn navigation_leads_only_where_a_role_may_go() {
    let world = World::new().await;
    for (_, _, role) in redress_testkit::world::STAFF {
        let person = world.sign_in(*role).await;
        let page = person.get("/session").await;
        assert_eq!(page.code(), 200, "{role:?}");
        let nav = between(&page.body, "<nav", "</nav>");
        for link in nav.split("href=\"").skip(1).map(|rest| rest.split('"').next().unwrap()) {
            assert_eq!(person.get(link).await.code(), 200, "{role:?} at {link}");
        }
    }
}
