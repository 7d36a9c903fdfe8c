//! Where the pages of administration are, a line on each.

use askama::Template;
use axum::extract::State;
use redress_domain::vocabulary::Role;

use crate::web::framed::{self, Here, is_for};
use crate::web::guard::Staff;
use crate::web::page::Page;
use crate::web::part::frame::Frame;
use crate::web::policy::LOADERS;
use crate::web::route::{ADMINISTRATOR, AUDIT, Route, SETTINGS, Who};
use crate::web::state::App;

/// The page.
pub fn routes() -> Vec<Route> {
    vec![Route::get("/administration", AUDIT, get)]
}

#[derive(Template)]
#[template(path = "administration/administration.html")]
struct AdministrationPage {
    frame: Frame,
    pages: Vec<(&'static str, &'static str, &'static str)>,
}

const PAGES: &[(&str, &str, &str, Who)] = &[
    ("/users", "Users", "Who may sign in, in which roles; new passwords", ADMINISTRATOR),
    ("/roles", "Roles", "What each role may do", ADMINISTRATOR),
    (
        "/settings",
        "Settings",
        "The landlord's name, address and telephone on pages and letters",
        SETTINGS,
    ),
    ("/policies", "Policies", "Which rules hold when; loading one of your own", LOADERS),
    ("/audit", "Changes", "Who changed which account, setting or policy", AUDIT),
    (
        "/settings/post",
        "How letters leave",
        "When a letter counts as sent, and who gets a list each morning",
        SETTINGS,
    ),
    (
        "/connections",
        "Connections",
        "Mailboxes and the mail server: when each last worked, and when it did not",
        ADMINISTRATOR,
    ),
    (
        "/exceptional-events",
        "Exceptional events",
        "What kept you from complaints for a time, and what was done about it",
        Who::Roles(&[Role::ComplaintsManager, Role::Auditor]),
    ),
    ("/calendars", "Calendar", "Bank holidays, and days on which you are closed", SETTINGS),
    (
        "/health",
        "Health",
        "Whether the records can be reached, for machines that watch",
        ADMINISTRATOR,
    ),
];

/// The list, as far as somebody's roles open its pages.
pub async fn get(staff: Staff, State(app): State<App>) -> Page {
    let pages = PAGES.iter().filter(|(_, _, _, who)| is_for(*who, &staff));
    let pages = pages.map(|(href, title, says, _)| (*href, *title, *says)).collect();
    let frame = framed::frame(&app, &staff, Here::Administration).await.titled("Administration");
    Page::ok(&AdministrationPage { frame, pages })
}
