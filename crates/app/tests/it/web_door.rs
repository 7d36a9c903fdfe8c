//! The outside of the program: wrong methods, wrong addresses, headers that always stand there,
//! and pages for anybody.

use axum::body::Body;
use axum::http::Method;
use redress_domain::vocabulary::Role;
use redress_testkit::world::World;

#[tokio::test]
async fn another_method_is_told_which_ones_work() {
    let world = World::new().await;
    let amira = world.sign_in(Role::ComplaintsOfficer).await;
    for (method, path, allow) in [
        (Method::PUT, "/complaints", "GET,HEAD"),
        (Method::TRACE, "/work", "GET,HEAD"),
        (Method::DELETE, "/searches", "POST"),
        (Method::PATCH, "/session", "GET,HEAD,POST"),
    ] {
        let answer = amira.send(method, path, &[], Body::empty()).await;
        assert_eq!(answer.code(), 405, "{path}");
        assert_eq!(answer.header("allow"), allow, "{path}");
    }
}

#[tokio::test]
async fn an_address_that_is_none_is_answered_and_not_repeated() {
    let world = World::new().await;
    let amira = world.sign_in(Role::ComplaintsOfficer).await;
    for path in ["/nothing", "/complaints/..%2f..%2fetc", "/users/%00", "/assets/nothing.css"] {
        let answer = amira.get(path).await;
        assert!([400, 403, 404].contains(&answer.code()), "{path}: {}", answer.code());
        assert!(!answer.body.contains("etc"), "{path}");
    }
    let long = format!("/{}", "x".repeat(9 * 1024));
    assert_eq!(amira.get(&long).await.code(), 414);
}

#[tokio::test]
async fn every_answer_forbids_scripts_frames_and_caches() {
    let world = World::new().await;
    let amira = world.sign_in(Role::ComplaintsOfficer).await;
    for path in ["/", "/work", "/nothing", "/session", "/complaints.csv", "/health"] {
        let answer = amira.get(path).await;
        let policy = answer.header("content-security-policy");
        assert!(policy.contains("script-src 'none'"), "{path}: {policy}");
        assert!(policy.contains("frame-ancestors 'none'"), "{path}: {policy}");
        assert_eq!(answer.header("x-content-type-options"), "nosniff", "{path}");
        assert_eq!(answer.header("cache-control"), "no-store", "{path}");
        assert_eq!(answer.header("referrer-policy"), "no-referrer", "{path}");
    }
}

#[tokio::test]
async fn anybody_learns_how_to_complain_and_when_an_answer_is_due() {
    for world in World::each().await {
        let page = world.stranger().get("/").await;
        assert_eq!(page.code(), 200);
        assert_eq!(page.h1(), "Complain to Rowan Homes");
        let words = page.words();
        for said in
            ["01632 960 123", "Within 5 working days we will write", "Within 10 working days"]
        {
            assert!(words.contains(said), "{said}: {words}");
        }
        for (path, h1) in
            [("/help", "Help"), ("/accessibility", "Accessibility"), ("/privacy", "Privacy")]
        {
            let page = world.stranger().get(path).await;
            assert_eq!((page.code(), page.h1().as_str()), (200, h1));
            assert_eq!(page.title(), format!("{h1} – Rowan Homes"));
        }
    }
}

#[tokio::test]
async fn the_health_page_says_so_when_the_clock_went_back() {
    let world = World::new().await;
    let health = world.stranger().get("/health").await;
    assert_eq!((health.code(), health.body.as_str()), (200, "{\"ok\":true}"));
    world.receive("Leak", "Water through the ceiling").await;
    world.at("2025-04-06T09:30");
    let health = world.stranger().get("/health").await;
    assert_eq!((health.code(), health.body.as_str()), (503, "{\"ok\":false,\"what\":\"clock\"}"));
}

#[tokio::test]
async fn a_date_is_worked_out_for_anybody_day_by_day() {
    let world = World::new().await;
    let stranger = world.stranger();
    let blank = stranger.get("/date-calculator").await;
    assert_eq!(blank.h1(), "Work out a complaint date");
    assert_eq!(blank.value("on"), "Mon 7 Apr 2025");
    let query = "?pack=derive-2024&what=received&on=14/4/2025&closed=22/4/2025";
    let page = stranger.get(&format!("/date-calculator{query}")).await;
    assert_eq!(page.code(), 200);
    let words = page.words();
    for said in [
        "5 working days after Monday 14 April 2025 (clause 7.1.3): Thursday 24 April 2025.",
        "Not counted: Good Friday",
        "Not counted: Easter Monday",
        "Not counted: Closed, as you said",
        "Counted with the bank holidays of England and Wales",
    ] {
        assert!(words.contains(said), "{said}: {words}");
    }
    let late = "?pack=derive-2024&what=received&on=29/12/2028";
    let page = stranger.get(&format!("/date-calculator{late}")).await;
    assert_eq!(page.code(), 422);
    assert!(page.title().starts_with("Error: "));
    assert!(page.words().contains("2029"), "the missing year is named");
    let wrong = "?pack=derive-2024&what=plain&on=31/2/2025&length=10+dyas";
    let page = stranger.get(&format!("/date-calculator{wrong}")).await;
    assert_eq!(page.code(), 422);
    assert!(page.words().contains("Enter a real date"));
    assert!(page.words().contains("is not a unit"));
    assert_eq!(page.value("length"), "10 dyas", "the words stay");
    let length = "?pack=derive-2024&what=plain&on=17/3/2025&length=6+weeks";
    let page = stranger.get(&format!("/date-calculator{length}")).await;
    assert!(page.words().contains("6 weeks after Monday 17 March 2025: Monday 28 April 2025."));
}

// D24-7.1.6, D24-7.1.10
#[tokio::test]
async fn a_whole_complaint_is_worked_out_for_anybody_from_its_days() {
    let world = World::new().await;
    let stranger = world.stranger();
    let told = "?pack=derive-2024&what=received&on=7/4/2025&acknowledged=10/4/2025\
                &extended=28/4/2025&extended-to=13/5/2025&answered=13/5/2025&asked=19/5/2025";
    let page = stranger.get(&format!("/date-calculator{told}")).await;
    assert_eq!(page.code(), 200);
    let words = page.words();
    for said in [
        "Response, stage 1",
        "Kept on Tuesday 13 May 2025.",
        "6 weeks from",
        "(clause 7.2.1): Tuesday 27 May 2025.",
    ] {
        assert!(words.contains(said), "{said}: {words}");
    }
}
