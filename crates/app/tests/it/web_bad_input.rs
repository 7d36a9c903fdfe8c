//! Bad input that concerns every form alike: broken bytes, fields that stand twice, bodies of
//! another kind or cut short, a browser without cookies, a day past the calendar.
//! Rows 5, 8, 12, 19, 21, 29 and 30 of docs/bad-input.tsv.

use axum::body::Body;
use axum::http::Method;
use redress_domain::vocabulary::Role;
use redress_store::record;
use redress_testkit::world::World;

use crate::made;

const FORM: &str = "application/x-www-form-urlencoded";

async fn head(world: &World) -> String {
    format!("{:?}", record::head(&world.app.desk.db, &world.scope).await.unwrap())
}

#[tokio::test]
async fn bytes_that_are_no_text_are_refused_and_never_replaced() {
    let world = World::new().await;
    let dan = world.sign_in(Role::ContactCentre).await;
    let before = head(&world).await;
    for broken in ["%ED%A0%80", "%FF", "caf%E9"] {
        let body = dan.form(&made::call(&[("words", "WORDS")])).await.replace("WORDS", broken);
        let answer = dan.deliver("/contacts/new", &body).await;
        assert_eq!(answer.code(), 400, "{broken}: {}", answer.words());
        assert!(answer.words().contains("arrived broken"), "{}", answer.words());
    }
    let parts = [
        b"--x\r\ncontent-disposition: form-data; name=\"words\"\r\n\r\n\xff\r\n--x--\r\n".to_vec(),
        b"--x\r\ncontent-disposition: form-data; name=\"words\"\r\n\r\ncut of".to_vec(),
    ];
    for body in parts {
        let headers = [
            ("content-type", "multipart/form-data; boundary=x"),
            ("sec-fetch-site", "same-origin"),
        ];
        let answer = dan.send(Method::POST, "/contacts/new", &headers, Body::from(body)).await;
        assert_eq!(answer.code(), 400, "{}", answer.words());
    }
    assert_eq!(head(&world).await, before, "nothing was recorded");
    let body = dan.form(&made::call(&[("words", "100%"), ("name", "Siân 😀 ŵ")])).await;
    assert_eq!(dan.deliver("/contacts/new", &body).await.code(), 303, "what is text is taken");
}

#[tokio::test]
async fn a_field_of_the_programs_own_that_stands_twice_is_refused() {
    let world = World::new().await;
    let re = made::acknowledged(&world).await;
    let amira = world.sign_in(Role::ComplaintsOfficer).await;
    let path = format!("/complaints/{re}/evidence");
    let seen = amira.get(&path).await.value("seen-version");
    let before = head(&world).await;
    let once = world.app.desk.token().await.unwrap();
    let fields = [("what", "Photos"), ("from", ""), ("once", &*once), ("seen-version", &*seen)];
    for (name, value) in [("once", &*once), ("seen-version", "1"), ("csrf", &*amira.csrf)] {
        let mut twice = fields.to_vec();
        twice.push(("csrf", &amira.csrf));
        twice.push((name, value));
        let answer = amira.post(&path, &twice).await;
        assert_eq!(answer.code(), 400, "{name}: {}", answer.words());
    }
    assert_eq!(head(&world).await, before, "nothing was recorded");
    assert_eq!(amira.post(&path, &fields).await.code(), 303, "the form itself is taken");
}

#[tokio::test]
async fn a_body_that_is_no_form_is_refused_by_its_kind() {
    let world = World::new().await;
    let dan = world.sign_in(Role::ContactCentre).await;
    for kind in ["application/json", "text/plain", ""] {
        let headers = [("content-type", kind), ("sec-fetch-site", "same-origin")];
        let body = Body::from("{\"words\":\"x\"}");
        let answer = dan.send(Method::POST, "/contacts/new", &headers, body).await;
        assert_eq!(answer.code(), 415, "{kind}");
        assert!(answer.words().contains("takes forms only"), "{}", answer.words());
    }
    let many = "a=1&".repeat(500);
    let headers = [("content-type", FORM), ("sec-fetch-site", "same-origin")];
    let answer = dan.send(Method::POST, "/contacts/new", &headers, Body::from(many)).await;
    assert_eq!(answer.code(), 400, "more fields than any form of ours has");
}

#[tokio::test]
async fn the_door_says_that_it_needs_a_cookie_and_pages_for_anybody_need_none() {
    let world = World::new().await;
    let nobody = world.stranger();
    let door = nobody.get("/session?to=/work").await;
    assert!(door.words().contains("Signing in needs one cookie"), "{}", door.words());
    for path in ["/", "/date-calculator", "/help", "/privacy", "/accessibility"] {
        let page = nobody.get(path).await;
        assert_eq!(page.code(), 200, "{path}");
        assert_eq!(page.cookie(), None, "{path} sets no cookie");
        assert!(!page.body.contains("<script"), "{path}");
    }
}

#[tokio::test]
async fn a_promise_past_the_last_calendar_year_names_the_year() {
    let world = World::new().await;
    let re = made::acknowledged(&world).await;
    let amira = world.sign_in(Role::ComplaintsOfficer).await;
    let fields = [
        ("promise-what", "Paint the ceiling"),
        ("promise-owner", "Repairs team"),
        ("promise-due", "2/1/2199"),
    ];
    let before = head(&world).await;
    let answer = made::send(&amira, &re, "remedies/promise", &fields).await;
    assert_eq!(answer.code(), 422, "{}", answer.words());
    assert!(answer.words().contains("2199"), "{}", answer.words());
    assert!(answer.body.contains("Paint the ceiling"), "the words stay");
    assert_eq!(head(&world).await, before, "nothing was recorded");
}

#[tokio::test]
async fn letters_that_look_like_figures_lead_to_the_case_all_the_same() {
    let world = World::new().await;
    let reference = world.receive("Joyce Adeyemi", "Nobody came to mend the leak").await;
    let amira = world.sign_in(Role::ComplaintsOfficer).await;
    let (house, rest) = reference.split_once('-').unwrap();
    for typed in [rest.replace('0', "O"), rest.replace('0', "o").replace('1', "l")] {
        let typed = format!("{house}-{typed}");
        let answer = amira.post("/searches", &[("words", &typed)]).await;
        assert_eq!(answer.location(), format!("/complaints/{reference}"), "{typed}");
    }
}
