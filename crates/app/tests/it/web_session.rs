//! Signing in and out, the wait of whoever guesses, and words that outlive a session.

use jiff::SignedDuration;
use redress_domain::vocabulary::Role;
use redress_store::accounts;
use redress_testkit::world::{Answer, PASSWORD, Visitor, World};

const WRONG: &str = "The name and password do not go together. Check both, or ask your \
                     administrator for a new password";

async fn knock(visitor: &Visitor<'_>, login: &str, password: &str) -> Answer {
    let fields = [("login", login), ("password", password), ("device", "shared")];
    visitor.post("/session", &fields).await
}

/// The visitor with the session that an answer opened.
async fn with_session<'a>(world: &'a World, answer: &Answer) -> Visitor<'a> {
    let cookie = answer.cookie().unwrap();
    let mut visitor = world.stranger();
    visitor.cookie = Some(cookie.split_once('=').unwrap().1.to_owned());
    visitor.csrf = visitor.get("/session").await.value("csrf");
    visitor
}

#[tokio::test]
async fn signing_in_leads_to_the_work_and_signing_out_away() {
    for world in World::each().await {
        let answer = knock(&world.stranger(), "Amira", PASSWORD).await;
        assert_eq!((answer.code(), answer.location()), (303, "/work"));
        let cookie = answer.header("set-cookie");
        for part in ["redress=", "HttpOnly", "SameSite=Lax", "Path=/"] {
            assert!(cookie.contains(part), "{cookie}");
        }
        let amira = with_session(&world, &answer).await;
        assert_eq!(amira.get("/work").await.code(), 200);
        let out = amira.post("/session/end", &[]).await;
        assert_eq!((out.code(), out.location()), (303, "/session?done=signed-out"));
        assert!(out.header("clear-site-data").contains("cookies"));
        assert_eq!(amira.get("/work").await.location(), "/session?to=/work");
        let log = accounts::list_sign_ins(&world.app.desk.db, &world.scope, 10).await.unwrap();
        assert_eq!(log.len(), 1);
        assert!(log[0].worked && log[0].login == "amira");
    }
}

#[tokio::test]
async fn over_https_the_browser_guards_the_cookie() {
    let mut world = World::new().await;
    world.over_https();
    let answer = knock(&world.stranger(), "amira", PASSWORD).await;
    let cookie = answer.header("set-cookie");
    assert!(cookie.starts_with("__Host-redress=") && cookie.contains("; Secure"), "{cookie}");
}

#[tokio::test]
async fn a_wrong_password_and_an_unknown_name_are_answered_with_the_same_page() {
    let world = World::new().await;
    let wrong = knock(&world.stranger(), "amira", "not the password at all").await;
    let unknown = knock(&world.stranger(), "nobody", "not the password at all").await;
    assert_eq!((wrong.code(), unknown.code()), (422, 422));
    assert!(wrong.words().contains(WRONG), "{}", wrong.words());
    assert_eq!(wrong.body.replace("amira", "nobody"), unknown.body);
    assert!(wrong.title().starts_with("Error: Sign in"));
    assert!(!wrong.body.contains("not the password"), "a password is never sent back");
    assert_eq!(wrong.value("login"), "amira", "the name stays");
}

#[tokio::test]
async fn whoever_guesses_waits_and_is_told_until_when() {
    for world in World::each().await {
        let stranger = world.stranger();
        for _ in 0..3 {
            world.later(SignedDuration::from_mins(1));
            assert_eq!(knock(&stranger, "amira", "wrong wrong wrong").await.code(), 422);
        }
        // 9:33, and three failures: four seconds.
        let wait = knock(&stranger, "amira", PASSWORD).await;
        assert_eq!(wait.code(), 429);
        assert!(wait.words().contains("Wait until 09:33:05"), "{}", wait.words());
        let unknown = knock(&stranger, "nobody-at-all", "wrong wrong wrong").await;
        assert_eq!(unknown.code(), 422, "another name waits for itself only");
        let unknown = knock(&stranger, "nobody-at-all", "wrong wrong wrong").await;
        assert_eq!(unknown.code(), 429, "and an unknown name waits like a known one");
        world.later(SignedDuration::from_secs(5));
        assert_eq!(knock(&stranger, "amira", PASSWORD).await.code(), 303);
    }
}

#[tokio::test]
async fn a_closed_account_says_whom_to_ask_and_only_to_its_owner() {
    let world = World::new().await;
    world.app.desk.set_account_open(&world.scope, None, "amira", false).await.unwrap();
    let page = knock(&world.stranger(), "amira", PASSWORD).await;
    assert!(page.words().contains("This account is closed. Ask your administrator"));
    world.later(SignedDuration::from_mins(1));
    let page = knock(&world.stranger(), "amira", "not the password at all").await;
    assert!(page.words().contains(WRONG));
}

#[tokio::test]
async fn a_session_ends_when_nobody_uses_it_and_at_the_latest_after_twelve_hours() {
    let world = World::new().await;
    let answer = knock(&world.stranger(), "amira", PASSWORD).await;
    let amira = with_session(&world, &answer).await;
    world.later(SignedDuration::from_mins(29));
    assert_eq!(amira.get("/work").await.code(), 200);
    world.later(SignedDuration::from_mins(31));
    assert_eq!(amira.get("/work").await.code(), 303, "rested for longer than half an hour");

    let fields = [("login", "amira"), ("password", PASSWORD), ("device", "own")];
    let answer = world.stranger().post("/session", &fields).await;
    let amira = with_session(&world, &answer).await;
    world.later(SignedDuration::from_mins(299));
    assert_eq!(amira.get("/work").await.code(), 200, "ten times as long on one's own device");
    world.later(SignedDuration::from_mins(299));
    assert_eq!(amira.get("/work").await.code(), 200);
    world.later(SignedDuration::from_mins(123));
    assert_eq!(amira.get("/work").await.code(), 303, "twelve hours and a minute");
}

#[tokio::test]
async fn a_planted_cookie_dies_at_signing_in() {
    let world = World::new().await;
    let planted = world.sign_in(Role::ContactCentre).await;
    let answer = knock(&planted, "amira", PASSWORD).await;
    assert_eq!(answer.code(), 303);
    assert!(
        answer.cookie().is_some_and(|cookie| !cookie.contains(&planted.cookie.clone().unwrap()))
    );
    assert_eq!(planted.get("/work").await.code(), 303, "the old token opens nothing");
}

#[tokio::test]
async fn nobody_is_led_to_another_site() {
    let world = World::new().await;
    for to in ["//evil.example", "https://evil.example", "/\\evil.example", "javascript:1"] {
        let page = world.stranger().get(&format!("/session?to={}", to.replace('/', "%2F"))).await;
        assert!(!page.body.contains("evil.example") && !page.body.contains("javascript"), "{to}");
        let fields = [("login", "amira"), ("password", PASSWORD), ("device", "shared"), ("to", to)];
        let answer = world.stranger().post("/session", &fields).await;
        assert_eq!(answer.location(), "/work", "{to}");
    }
    let to = world.stranger().get("/complaints?view=overdue&row=51").await;
    assert_eq!(to.location(), "/session?to=/complaints%3Fview%3Doverdue%26row%3D51");
    let page = world.stranger().get(to.location()).await;
    assert_eq!(page.value("to"), "/complaints?view=overdue&row=51");
}

#[tokio::test]
async fn words_sent_after_the_session_ended_come_back_and_go_only_when_confirmed() {
    for world in World::each().await {
        let ivan = world.sign_in(Role::Administrator).await;
        world.later(SignedDuration::from_hours(2));
        let words = "Nova Ŵyn\nand <b>more</b>";
        let fields = [("name", words), ("login", "nova"), ("roles", "contact-centre")];
        let door = ivan.post("/users", &fields).await;
        assert_eq!((door.code(), door.h1().as_str()), (401, "Sign in"));
        assert!(door.words().contains("Your words are kept on this page"));
        assert!(!door.body.contains(&ivan.csrf), "the old token is not carried along");
        let names = ["name", "login", "roles", "once"];
        let values = [words, "nova", "contact-centre", "0123"];
        let mut sent = vec![("login", "ivan"), ("device", "shared"), ("kept-for", "/users")];
        for (name, value) in names.iter().zip(values) {
            sent.extend([("kept-name", *name), ("kept-value", value)]);
        }
        let wrong: Vec<_> =
            sent.iter().copied().chain([("password", "wrong wrong wrong")]).collect();
        let again = world.stranger().post("/session", &wrong).await;
        assert_eq!(again.code(), 422);
        assert_eq!(again.value("kept-for"), "/users", "a slip at the door loses nothing");
        world.later(SignedDuration::from_mins(1));
        sent.push(("password", PASSWORD));
        let back = world.stranger().post("/session", &sent).await;
        assert_eq!((back.code(), back.h1().as_str()), (200, "Your words are back: send them now?"));
        assert!(back.words().contains("and <b>more</b>"));
        let found = accounts::find_login(&world.app.desk.db, &world.scope, "nova").await.unwrap();
        assert!(found.is_none(), "nothing is recorded before it is confirmed");
        let ivan = with_session(&world, &back).await;
        assert_eq!(back.value("csrf"), ivan.csrf);
        assert_eq!(back.value("once"), "0123", "the same form, so the same one-time token");
        let fields = [("name", "Nova Wyn"), ("login", "nova"), ("roles", "contact-centre")];
        assert_eq!(ivan.post("/users", &fields).await.code(), 200);
        let found = accounts::find_login(&world.app.desk.db, &world.scope, "nova").await.unwrap();
        assert!(found.is_some());
    }
}

#[tokio::test]
async fn waiting_words_outlive_a_password_that_must_be_changed_first() {
    for world in World::each().await {
        let given = world.app.desk.reset_password(&world.scope, None, "amira").await.unwrap();
        let words = "She rang & said <it> \"again\"";
        let sent = [
            ("login", "amira"),
            ("password", given.password.as_str()),
            ("device", "shared"),
            ("kept-for", "/searches"),
            ("kept-name", "words"),
            ("kept-value", words),
        ];
        let first = world.stranger().post("/session", &sent).await;
        assert_eq!((first.code(), first.h1().as_str()), (200, "Change your password"));
        assert!(first.words().contains("They are kept"), "{}", first.words());
        let amira = with_session(&world, &first).await;
        assert_eq!(first.value("csrf"), amira.csrf);
        let kept = first.value("kept-words");
        let short =
            [("present", given.password.as_str()), ("chosen", "short"), ("kept-words", &kept)];
        let again = amira.post("/session/password", &short).await;
        assert_eq!((again.code(), again.value("kept-words")), (422, kept.clone()));
        world.later(SignedDuration::from_mins(1));
        let good = [
            ("present", given.password.as_str()),
            ("chosen", "seven green otters sleep"),
            ("kept-words", &kept),
        ];
        let back = amira.post("/session/password", &good).await;
        assert_eq!((back.code(), back.h1().as_str()), (200, "Your words are back: send them now?"));
        assert!(back.words().contains(words), "{}", back.words());
        assert!(back.body.contains("action=\"/searches\""));
        let amira = with_session(&world, &back).await;
        assert_eq!(back.value("csrf"), amira.csrf, "they go with the new session");
    }
}

#[tokio::test]
async fn words_kept_behind_a_password_never_lead_to_another_site() {
    let world = World::new().await;
    let given = world.app.desk.reset_password(&world.scope, None, "amira").await.unwrap();
    let answer = knock(&world.stranger(), "amira", &given.password).await;
    let amira = with_session(&world, &answer).await;
    world.later(SignedDuration::from_mins(1));
    let fields = [
        ("present", given.password.as_str()),
        ("chosen", "seven green otters sleep"),
        ("kept-words", "[\"//evil.example\",[[\"a\",\"b\"]]]"),
    ];
    let done = amira.post("/session/password", &fields).await;
    assert_eq!(done.location(), "/session?done=password");
}

#[tokio::test]
async fn a_form_with_files_keeps_its_words_without_a_session_and_says_the_files_are_lost() {
    let world = World::new().await;
    let files: [(&str, &str, &[u8]); 1] = [("files", "photo.jpg", b"\xff\xd8\xff")];
    let door = world.stranger().upload("/session/password", &[("present", "x")], &files).await;
    assert_eq!(door.code(), 401);
    assert!(door.words().contains("Files could not be kept"));
}

#[tokio::test]
async fn a_given_password_is_changed_before_anything_else() {
    for world in World::each().await {
        let given = world.app.desk.reset_password(&world.scope, None, "amira").await.unwrap();
        let answer = knock(&world.stranger(), "amira", &given.password).await;
        assert_eq!(answer.location(), "/session/password");
        let amira = with_session(&world, &answer).await;
        assert_eq!(amira.get("/work").await.location(), "/session/password");
        assert_eq!(
            amira.post("/searches", &[("words", "x")]).await.location(),
            "/session/password"
        );
        let page = amira.get("/session/password").await;
        assert!(page.words().contains("Choose your own before you go on"));
        for (chosen, said) in [
            ("short", "at least 12 characters"),
            ("password1234", "among the first that a stranger tries"),
            (given.password.as_str(), "other than the one you have now"),
        ] {
            let fields = [("present", given.password.as_str()), ("chosen", chosen)];
            let page = amira.post("/session/password", &fields).await;
            assert_eq!(page.code(), 422);
            assert!(page.words().contains(said), "{said}");
        }
        let chosen = "seven green otters sleep";
        let wrong = [("present", "something else here"), ("chosen", chosen)];
        let page = amira.post("/session/password", &wrong).await;
        assert!(page.words().contains("This is not the password you have now"));
        assert!(!page.body.contains(chosen), "a password is never sent back");
        world.later(SignedDuration::from_mins(1));
        let fields = [("present", given.password.as_str()), ("chosen", chosen)];
        let done = amira.post("/session/password", &fields).await;
        assert_eq!(done.location(), "/session?done=password");
        assert_eq!(amira.get("/work").await.code(), 303, "the old session is gone");
        let amira = with_session(&world, &done).await;
        assert_eq!(amira.get("/work").await.code(), 200);
        assert_eq!(knock(&world.stranger(), "amira", chosen).await.code(), 303);
    }
}

#[tokio::test]
async fn signing_out_everywhere_ends_every_session_and_one_ends_alone() {
    for world in World::each().await {
        let here = world.sign_in(Role::ComplaintsOfficer).await;
        world.later(SignedDuration::from_mins(2));
        let there = world.sign_in(Role::ComplaintsOfficer).await;
        let other = world.sign_in(Role::Stage2Officer).await;
        let page = here.get("/session/devices").await;
        assert!(page.words().contains("Shared device, this one"), "{}", page.words());
        let name = page.value("session");
        let done = here.post("/session/devices", &[("session", &name)]).await;
        assert_eq!(done.location(), "/session/devices?done=one");
        assert_eq!(there.get("/work").await.code(), 303);
        assert_eq!(here.get("/work").await.code(), 200);
        let there = world.sign_in(Role::ComplaintsOfficer).await;
        let done = here.post("/session/devices", &[]).await;
        assert_eq!(done.location(), "/session?done=everywhere");
        for visitor in [&here, &there] {
            assert_eq!(visitor.get("/work").await.code(), 303);
        }
        assert_eq!(other.get("/work").await.code(), 200, "nobody else is signed out");
    }
}

#[tokio::test]
async fn with_several_landlords_the_door_asks_which() {
    let world = World::new().await;
    let scope = world.neighbour().await;
    let page = world.stranger().get("/session").await;
    assert!(page.words().contains("Heath Housing"));
    let fields = [("login", "zoe"), ("password", PASSWORD), ("device", "shared")];
    let page = world.stranger().post("/session", &fields).await;
    assert!(page.words().contains("Choose the landlord"));
    let mut fields = fields.to_vec();
    fields.push(("landlord", "rowan-homes"));
    assert!(world.stranger().post("/session", &fields).await.words().contains(WRONG));
    fields[3] = ("landlord", scope.landlord());
    assert_eq!(world.stranger().post("/session", &fields).await.location(), "/work");
}
