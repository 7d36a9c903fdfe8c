//! The frame of every page: the landlord's name, the way around by role, and when the session ends.

use axum::http::header;
use axum::response::{IntoResponse, Response};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use redress_domain::vocabulary::Role;
use redress_store::Scope;
use redress_store::settings::{self, Landlord};

use crate::desk::house::House;
use crate::desk::{Declined, sessions};
use crate::web::guard::Staff;
use crate::web::page::Page;
use crate::web::part::form::Keys;
use crate::web::part::frame::Frame;
use crate::web::part::notice::{Banner, Notice};
use crate::web::post::POST_ROOM;
use crate::web::route::{AUDIT, POLICY_READERS, READERS, STAFF, Who};
use crate::web::state::App;

/// In which part of the site a page stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Here {
    Work,
    Contacts,
    Complaints,
    Promises,
    Registers,
    Post,
    Policies,
    Administration,
    /// In none that the navigation names.
    Nowhere,
}

/// The navigation: where each entry leads, its words, and who is shown it.
const ENTRIES: &[(Here, &str, &str, Who)] = &[
    (Here::Work, "/work", "My work", READERS),
    (Here::Contacts, "/contacts", "Contacts", STAFF),
    (Here::Complaints, "/complaints", "Complaints", READERS),
    (Here::Promises, "/actions", "Promises", PROMISES),
    (Here::Registers, "/registers", "Registers", READERS),
    (Here::Post, "/post", "Post", POST_ROOM),
    (Here::Policies, "/policies", "Policies", POLICY_READERS),
    (Here::Administration, "/administration", "Administration", AUDIT),
];

/// Who sees to what was promised, and auditors, who read along.
pub const PROMISES: Who = Who::Roles(&[
    Role::ComplaintsOfficer,
    Role::Stage2Officer,
    Role::InvestigatingOfficer,
    Role::ComplaintsManager,
    Role::SeniorManager,
    Role::ServiceManager,
    Role::Auditor,
]);

/// The frame of a page for somebody signed in.
pub async fn frame(app: &App, staff: &Staff, here: Here) -> Frame {
    let surroundings = app.desk.surroundings(&staff.signed.scope).await;
    around(app, staff, here, surroundings.ok().map(|it| it.landlord.clone()))
}

/// The same where the landlord is loaded already.
pub fn around(app: &App, staff: &Staff, here: Here, landlord: Option<Landlord>) -> Frame {
    let mut frame = named(app, landlord)
        .signed_in(&staff.signed.staff.name, &staff.csrf)
        .until(clock_time(session_end(app, staff)));
    if is_for(READERS, staff) {
        frame = frame.finding();
    }
    for (part, href, words, who) in ENTRIES {
        if is_for(*who, staff) {
            frame = frame.entry(href, words, *part == here);
        }
    }
    frame
}

/// The frame of a page that anybody may see.
pub async fn open(app: &App) -> Frame {
    named(app, only_landlord(app).await)
}

/// The same for somebody who may be signed in: the way back to their work stands on top.
pub async fn open_to(app: &App, staff: Option<&Staff>) -> Frame {
    let frame = open(app).await;
    match staff {
        Some(staff) => frame.signed_in(&staff.signed.staff.name, &staff.csrf),
        None => frame,
    }
}

/// What the landlord of this installation has set, where there is one and no other.
pub async fn only_house(app: &App) -> Option<House> {
    let mut all = settings::list_landlords(&app.desk.db).await.ok()?;
    let only = all.pop().filter(|_| all.is_empty())?;
    app.desk.house(&Scope::of(only.id)).await.ok()
}

/// The landlord of this installation, where there is one and no other.
pub async fn only_landlord(app: &App) -> Option<Landlord> {
    let mut all = settings::list_landlords(&app.desk.db).await.ok()?;
    let only = all.pop().filter(|_| all.is_empty())?;
    let scope = Scope::of(only.id);
    Some(app.desk.surroundings(&scope).await.ok()?.landlord.clone())
}

fn named(app: &App, landlord: Option<Landlord>) -> Frame {
    match landlord {
        Some(landlord) if !landlord.telephone.is_empty() => {
            Frame::new(landlord.name, app.desk.today()).telephone(landlord.telephone)
        }
        Some(landlord) => Frame::new(landlord.name, app.desk.today()),
        None => Frame::new("Redress", app.desk.today()),
    }
}

/// Whether somebody's roles open a route.
pub fn is_for(who: Who, staff: &Staff) -> bool {
    match who {
        Who::Anyone | Who::SignedIn => true,
        Who::Resident => false,
        Who::Roles(roles) => staff.signed.is_any(roles),
    }
}

/// Where somebody begins: the first page that their roles open.
pub fn home(staff: &Staff) -> &'static str {
    let first = ENTRIES.iter().find(|(_, _, _, who)| is_for(*who, staff));
    first.map_or("/session", |(_, href, _, _)| href)
}

/// The hidden fields of a form that is not about a case.
///
/// # Errors
/// The machine has no randomness to give.
pub async fn keys(app: &App, staff: &Staff) -> Result<Keys, Page> {
    let once = app.desk.token().await.map_err(Page::declined)?;
    Ok(Keys { csrf: staff.csrf.clone(), once, ..Keys::default() })
}

/// The same, for pages that answer with what the desk declined.
///
/// # Errors
/// The machine has no randomness to give.
pub async fn keys_of(app: &App, staff: &Staff) -> Result<Keys, Declined> {
    let once = app.desk.token().await?;
    Ok(Keys { csrf: staff.csrf.clone(), once, ..Keys::default() })
}

/// The green banner for a code in the address, where a page knows the code.
pub fn done(frame: Frame, code: &str, known: &[(&str, &str)]) -> Frame {
    match known.iter().find(|(known, _)| *known == code) {
        Some((_, words)) => frame.notice(Notice::Done(Banner::done(words))),
        None => frame,
    }
}

/// When a session ends if nobody opens another page. A minute is taken off: that a session was
/// used is written down at most once a minute.
fn session_end(app: &App, staff: &Staff) -> Timestamp {
    let rest = sessions::idle(staff.own_device) - SignedDuration::from_mins(1);
    let rested = app.desk.now().checked_add(rest).unwrap_or(staff.ends_at);
    rested.min(staff.ends_at)
}

/// "11:12", in London.
pub fn clock_time(at: Timestamp) -> String {
    at.to_zoned(london()).strftime("%H:%M").to_string()
}

/// "Mon 28 Apr 2025, 11:12", in London.
pub fn day_and_time(at: Timestamp) -> String {
    at.to_zoned(london()).strftime("%a %-d %b %Y, %H:%M").to_string()
}

fn london() -> TimeZone {
    TimeZone::get("Europe/London").unwrap_or(TimeZone::UTC)
}

/// A page with one more header.
pub fn with_header(page: Page, name: header::HeaderName, value: &'static str) -> Page {
    let mut response: Response = page.into_response();
    response.headers_mut().insert(name, header::HeaderValue::from_static(value));
    Page::from(response)
}
