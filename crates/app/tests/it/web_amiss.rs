//! Answers that say no: never a bare line, always the names and the way on.

use axum::body::Body;
use axum::http::Method;
use redress_domain::vocabulary::Role;
use redress_testkit::world::World;

#[tokio::test]
async fn every_no_is_a_page_with_the_programs_name_and_the_way_on() {
    for world in World::each().await {
        let amira = world.sign_in(Role::ComplaintsOfficer).await;
        let long = format!("/{}", "a".repeat(9_000));
        for (method, path, code) in [
            (Method::GET, "/nowhere", 404),
            (Method::GET, "/complaints/RH-2025-99999", 404),
            (Method::GET, "/users", 403),
            (Method::DELETE, "/complaints", 405),
            (Method::GET, "/complaints/%ff", 404),
            (Method::GET, "/calendars/%ff", 400),
            (Method::GET, long.as_str(), 414),
        ] {
            for (who, way, words) in [
                (&amira, "href=\"/work\"", "Go to where your work begins"),
                (&world.stranger(), "href=\"/\"", "Go to the start page"),
            ] {
                let answer = who.send(method.clone(), path, &[], Body::empty()).await;
                let own_page = answer.code() == 303 || answer.h1() == "Sign in";
                if own_page && words == "Go to the start page" {
                    continue; // A stranger is asked to sign in first.
                }
                let short: String = path.chars().take(40).collect();
                assert_eq!(answer.code(), code, "{method} {short}");
                assert!(answer.header("content-type").starts_with("text/html"), "{short}");
                assert!(answer.body.contains("Redress: complaints for Rowan Homes"), "{short}");
                assert!(answer.title().ends_with("– Rowan Homes"), "{}", answer.title());
                assert!(answer.body.contains(way) && answer.words().contains(words), "{short}");
                assert!(!answer.header("content-security-policy").is_empty(), "{short}");
            }
        }
        let work = amira.get("/nowhere").await;
        assert!(work.body.contains("href=\"/complaints\""), "the navigation stays");
    }
}
