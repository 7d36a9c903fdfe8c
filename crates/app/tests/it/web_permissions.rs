//! The permission table, asked of the running program: a request for every route by everybody, and
//! the same table drawn from the answers. A route without its guard would show here.

use axum::Router;
use axum::body::Body;
use axum::http::{Method, Request};
use redress::desk::accounts::ROLES;
use redress::web::route::{self, Route, Who};
use redress::web::routes;
use redress_domain::vocabulary::Role;
use redress_testkit::world::{Visitor, World};
use tower::ServiceExt;

/// The golden table, drawn from what the routes declare.
const GOLDEN: &str = include_str!("snapshots/it__web_matrix__routes_by_role.snap");

fn code(role: Role) -> &'static str {
    match role {
        Role::ContactCentre => "cc",
        Role::ComplaintsOfficer => "co",
        Role::Stage2Officer => "s2",
        Role::InvestigatingOfficer => "io",
        Role::ComplaintsManager => "cm",
        Role::SeniorManager => "sm",
        Role::ServiceManager => "sv",
        Role::Contractor => "ct",
        Role::CompensationPanel => "cp",
        Role::ScrutinyPanel => "sp",
        Role::GoverningBodyMember => "gb",
        Role::Auditor => "au",
        Role::Administrator => "ad",
        Role::PrivacyOfficer => "po",
        Role::Resident | Role::Representative => "nobody with an account",
    }
}

/// An address of a route, where nothing is.
fn address(path: &str) -> String {
    let parts = path.split('/').map(|part| match part {
        "{nation}" => "scotland",
        "{pack}" => "derive-2024",
        part if part.starts_with('{') => "nothing-1",
        part => part,
    });
    parts.collect::<Vec<_>>().join("/")
}

/// Whether an answer lets somebody in: anything but a refusal or the way to the door.
async fn lets_in(router: &Router, world: &World, who: &Visitor<'_>, to: (&Method, &str)) -> bool {
    let (method, path) = to;
    let mut request = Request::builder().method(method.clone()).uri(address(path));
    if let Some(token) = &who.cookie {
        request = request.header("cookie", format!("{}={token}", world.app.cookie_name()));
    }
    let once = world.app.desk.token().await.unwrap();
    let body = Body::from(format!("csrf={}&once={once}", who.csrf));
    let request = request
        .header("host", "localhost")
        .header("sec-fetch-site", "same-origin")
        .header("content-type", "application/x-www-form-urlencoded")
        .body(body)
        .unwrap();
    let answer = router.clone().oneshot(request).await.unwrap();
    let to = answer.headers().get("location").and_then(|to| to.to_str().ok()).unwrap_or_default();
    let status = answer.status().as_u16();
    assert!(status < 500, "{method} {path}: {status}");
    let door = to.starts_with("/session?to=") || to == "/track?over=1";
    !matches!(status, 401 | 403) && !door
}

/// One line of the table, from the answers.
async fn line(router: &Router, world: &World, route: &Route) -> String {
    let to = (&route.method, route.path);
    let stranger = lets_in(router, world, &world.stranger(), to).await;
    let mut who = Vec::new();
    for role in ROLES {
        // Some of these requests end a session, so each has its own.
        let person = world.sign_in(*role).await;
        if lets_in(router, world, &person, to).await {
            who.push(*role);
        }
    }
    let who = match (stranger, who.len() == ROLES.len()) {
        (true, true) => "anyone".to_owned(),
        (true, false) => format!("strangers, and {} of the roles", who.len()),
        (false, true) => "signed in".to_owned(),
        // Whoever comes in by reference and code has no role of the staff.
        (false, false) if who.is_empty() => "resident".to_owned(),
        (false, false) => who.into_iter().map(code).collect::<Vec<_>>().join(" "),
    };
    format!("{:<5}{:<45}{who}", route.method.as_str(), route.path)
}

fn golden() -> Vec<&'static str> {
    let body = GOLDEN.splitn(3, "---\n").nth(2).unwrap();
    body.lines().collect()
}

#[tokio::test]
async fn the_answers_draw_the_same_table_as_the_routes_declare() {
    let world = World::new().await;
    let router = route::router(routes::table(), &world.app).with_state(world.app.clone());
    let mut table = routes::table();
    table.sort_by_key(|route| (route.path, route.method.to_string()));
    let mut lines = Vec::new();
    for route in &table {
        lines.push(line(&router, &world, route).await);
    }
    let differ: Vec<String> = lines
        .iter()
        .zip(golden())
        .filter(|(answered, declared)| answered != declared)
        .map(|(answered, declared)| format!("declared {declared}\nanswered {answered}"))
        .collect();
    assert_eq!((lines.len(), differ.join("\n").as_str()), (golden().len(), ""));
    let nobody = redress_store::record::head(&world.app.desk.db, &world.scope).await.unwrap();
    assert!(nobody.is_none(), "nothing was recorded by asking");
}

#[tokio::test]
async fn a_dropped_guard_shows_in_the_table() {
    let world = World::new().await;
    for (path, method, dropped) in [
        ("/complaints/{re}/history", Method::GET, Who::SignedIn),
        ("/complaints/{re}/response", Method::POST, Who::SignedIn),
        ("/calendars", Method::GET, Who::Anyone),
        ("/users/{id}", Method::GET, route::STAFF),
    ] {
        let mut table = routes::table();
        let at = table.iter().position(|it| it.path == path && it.method == method).unwrap();
        table[at].who = dropped;
        let route = routes::table().into_iter().nth(at).unwrap();
        // Some pages cannot be drawn for a stranger at all; that too is not the golden line.
        let router = route::router(table, &world.app).with_state(world.app.clone());
        let drawn = line(&router, &world, &route).await;
        assert!(!golden().contains(&drawn.as_str()), "{method} {path} without its guard: {drawn}");
    }
}
