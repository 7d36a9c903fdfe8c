//! Every route and who may open it: one golden table, and the same asked of the running program.

use redress::web::route::{Route, Who};
use redress::web::routes;
use redress_domain::vocabulary::Role;
use redress_testkit::world::{STAFF, World};

/// How the table calls the roles.
const CODES: &[(Role, &str)] = &[
    (Role::ContactCentre, "cc"),
    (Role::ComplaintsOfficer, "co"),
    (Role::Stage2Officer, "s2"),
    (Role::InvestigatingOfficer, "io"),
    (Role::ComplaintsManager, "cm"),
    (Role::SeniorManager, "sm"),
    (Role::ServiceManager, "sv"),
    (Role::Contractor, "ct"),
    (Role::CompensationPanel, "cp"),
    (Role::ScrutinyPanel, "sp"),
    (Role::GoverningBodyMember, "gb"),
    (Role::Auditor, "au"),
    (Role::Administrator, "ad"),
    (Role::PrivacyOfficer, "po"),
];

fn who(route: &Route) -> String {
    match route.who {
        Who::Anyone => "anyone".to_owned(),
        Who::Resident => "resident".to_owned(),
        Who::SignedIn => "signed in".to_owned(),
        Who::Roles(roles) => {
            let codes = CODES.iter().filter(|(role, _)| roles.contains(role));
            codes.map(|(_, code)| *code).collect::<Vec<_>>().join(" ")
        }
    }
}

/// An address of a route: nothing is there, so whoever may open it finds nothing.
fn address(path: &str) -> String {
    let parts = path.split('/').map(|part| match part {
        "{nation}" => "scotland",
        "{pack}" => "derive-2024",
        part if part.starts_with('{') => "nothing-1",
        part => part,
    });
    parts.collect::<Vec<_>>().join("/")
}

#[test]
fn every_route_stands_in_the_permission_table() {
    let mut routes = routes::table();
    routes.sort_by_key(|route| (route.path, route.method.to_string()));
    let lines = routes
        .iter()
        .map(|route| format!("{:<5}{:<45}{}", route.method.as_str(), route.path, who(route)));
    let lines = lines.collect::<Vec<_>>();
    insta::assert_snapshot!("routes_by_role", lines.join("\n"));
}

#[tokio::test]
async fn whoever_may_not_open_a_route_is_turned_away() {
    let world = World::new().await;
    let stranger = world.stranger();
    let mut people = Vec::new();
    for (_, _, role) in STAFF {
        people.push((*role, world.sign_in(*role).await));
    }
    for route in routes::table() {
        let path = address(route.path);
        let is_post = route.method == axum::http::Method::POST;
        let name = format!("{} {}", route.method, route.path);
        if route.who != Who::Anyone {
            let answer =
                if is_post { stranger.post(&path, &[]).await } else { stranger.get(&path).await };
            let expected = if is_post { 401 } else { 303 };
            assert_eq!(answer.code(), expected, "a stranger at {name}");
        }
        let Who::Roles(roles) = route.who else { continue };
        for (role, person) in &people {
            let allowed = roles.contains(role);
            // What an allowed person would do by posting is for the tests of each page.
            if is_post && allowed {
                continue;
            }
            let answer =
                if is_post { person.post(&path, &[]).await } else { person.get(&path).await };
            assert_eq!(answer.code() == 403, !allowed, "{role:?} at {name}: {}", answer.code());
            assert!(answer.code() != 500, "{role:?} at {name}");
        }
    }
}

#[tokio::test]
async fn no_act_is_taken_without_its_token_or_from_another_site() {
    let world = World::new().await;
    for (_, _, role) in STAFF {
        let person = world.sign_in(*role).await;
        for route in routes::table().iter().filter(|it| it.method == axum::http::Method::POST) {
            let path = address(route.path);
            let name = format!("{role:?} at {}", route.path);
            // Signing in has no session yet to tie a token to; its origin is looked at.
            if route.path != "/session" {
                let answer = person.post(&path, &[("csrf", "")]).await;
                assert_eq!(answer.code(), 403, "without a token: {name}");
                let answer = person.post(&path, &[("csrf", "0".repeat(64).as_str())]).await;
                assert_eq!(answer.code(), 403, "with another token: {name}");
            }
            for (header, value) in
                [("sec-fetch-site", "cross-site"), ("origin", "https://evil.example")]
            {
                let headers =
                    [("content-type", "application/x-www-form-urlencoded"), (header, value)];
                let body = axum::body::Body::from(format!("csrf={}", person.csrf));
                let answer = person.send(axum::http::Method::POST, &path, &headers, body).await;
                assert_eq!(answer.code(), 403, "from another site: {name}");
            }
        }
        assert_eq!(
            person.get("/session").await.h1(),
            "Your session",
            "{role:?} is signed in still"
        );
    }
    let log = redress_store::accounts::list_sign_ins(&world.app.desk.db, &world.scope, 10).await;
    assert!(log.unwrap().is_empty());
    let head = redress_store::record::head(&world.app.desk.db, &world.scope).await.unwrap();
    assert!(head.is_none(), "nothing was recorded");
}
