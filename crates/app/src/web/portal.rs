//! The resident's side: telling a complaint, following it, adding to it, and taking it further, on
//! a phone and without an account.

use askama::Template;
use axum::extract::{FromRequest, FromRequestParts, Query, Request, State};
use axum::http::{Method, StatusCode};
use axum::response::{IntoResponse, Response};

use crate::web::page::Page;
use crate::web::part::form::{CSRF, ONCE};
use crate::web::part::notice::Link;
use crate::web::part::sent::Sent;
use crate::web::portal::guest::Guest;
use crate::web::portal::shell::{Heard, Shell};
use crate::web::portal::tongue::Tongue;
use crate::web::posted::Posted;
use crate::web::route::{Route, Who};
use crate::web::state::App;

mod complain;
pub mod guest;
pub mod mine;
mod public;
pub mod shell;
pub mod tongue;
mod track;

/// The routes, a line a page.
pub fn routes() -> Vec<Route> {
    [door(), complain::routes(), mine::routes()].into_iter().flatten().collect()
}

/// The door, the way out, and what stands beside both.
fn door() -> Vec<Route> {
    vec![
        Route::get("/", Who::Anyone, public::start),
        Route::get("/how-to-complain", Who::Anyone, public::how),
        Route::get("/policy", Who::Anyone, public::policy),
        Route::get("/ombudsman", Who::Anyone, ombudsman),
        Route::get("/accessibility", Who::Anyone, public::accessibility),
        Route::get("/privacy", Who::Anyone, public::privacy),
        Route::get("/track", Who::Anyone, track::get),
        Route::post("/track", Who::Anyone, track::post),
        Route::post("/track/link", Who::Anyone, track::post_link),
        Route::get("/link/{token}", Who::Anyone, track::get_link),
        Route::post("/link/{token}", Who::Anyone, track::open_link),
        Route::post("/leave", Who::Anyone, leave),
        Route::get("/language/{tag}", Who::Anyone, language),
    ]
}

/// A page of a few sentences.
#[derive(Template)]
#[template(path = "portal/plain.html")]
struct PlainPage {
    p: Shell,
    says: Vec<String>,
    kept: Vec<String>,
    way: Option<Link>,
}

/// A page of one sentence, titled and said by their keys.
async fn saying(app: &App, heard: &Heard, (status, title, says): (StatusCode, &str, &str)) -> Page {
    let p = Shell::of(app, heard, None, title).await;
    let says = vec![p.t.say(says)];
    Page::with(status, &PlainPage { p, says, kept: Vec::new(), way: None })
}

/// An answer that says no, in the language of whoever asked.
///
/// # Errors
/// It cannot be drawn.
pub async fn amiss(
    app: &App,
    heard: &Heard,
    (key, number): (&'static str, Option<&str>),
) -> Result<String, askama::Error> {
    let t = heard.tongue;
    let p = Shell::of(app, heard, None, &format!("{key}-title")).await;
    let mut says = vec![t.say(key)];
    says.extend(number.map(|number| t.with("amiss-number", "number", number)));
    let way = Some(Link::new("/", t.say("amiss-way")));
    PlainPage { p, says, kept: Vec::new(), way }.render()
}

/// What is answered where a visit is over, or never began: the door, or the words that were sent.
pub async fn over(app: &App, request: Request, staff: bool) -> Response {
    let (mut parts, body) = request.into_parts();
    let heard = match Heard::from_request_parts(&mut parts, app).await {
        Ok(heard) => heard,
        Err(never) => match never {},
    };
    if staff {
        let said = (StatusCode::FORBIDDEN, "theirs-title", "theirs");
        return saying(app, &heard, said).await.into_response();
    }
    if parts.method != Method::POST {
        return Page::see_other("/track?over=1").into_response();
    }
    let posted = Posted::from_request(Request::from_parts(parts, body), app).await;
    let p = Shell::of(app, &heard, None, "over-title").await;
    let kept = match &posted {
        Ok(posted) => words(&posted.sent),
        Err(_) => Vec::new(),
    };
    let says = vec![p.t.say("over-lead")];
    let way = Some(Link::new("/track", p.t.say("over-back")));
    Page::with(StatusCode::UNAUTHORIZED, &PlainPage { p, says, kept, way }).into_response()
}

/// What somebody wrote, without what the program put beside it.
fn words(sent: &Sent) -> Vec<String> {
    let own = |name: &str| name == CSRF || name == ONCE;
    let written = sent.pairs().iter().filter(|(name, _)| !own(name)).map(|(_, value)| value);
    written.filter(|value| value.contains(' ')).cloned().collect()
}

/// How the Ombudsman is reached, for anybody.
async fn ombudsman(State(app): State<App>, heard: Heard) -> Page {
    let p = Shell::of(&app, &heard, None, "ombudsman-title").await;
    Page::ok(&mine::OmbudsmanPage { p, own: false })
}

/// Ends the visit, has the browser forget it, and goes where nothing tells of it.
async fn leave(
    guest::MaybeGuest(guest): guest::MaybeGuest,
    State(app): State<App>,
    _posted: Posted,
) -> Page {
    if let Some(Guest { at, .. }) = guest
        && let Err(declined) = app.desk.leave_visit(&at.visit).await
    {
        return Page::declined(declined);
    }
    let page = guest::without_cookie(&app, Page::see_other("/accessibility"));
    crate::web::session::forgetting(page)
}

/// Chooses the language of these pages, and goes back to the page it was chosen on.
async fn language(
    axum::extract::Path(tag): axum::extract::Path<String>,
    State(app): State<App>,
    Query(sent): Query<Sent>,
) -> Page {
    let tongue = Tongue::of(&tag);
    let to = crate::web::session::ours(sent.get("to")).unwrap_or("/");
    let secure = if app.https { "; Secure" } else { "" };
    let (name, tag) = (shell::LANGUAGE, tongue.tag);
    let cookie = format!("{name}={tag}; SameSite=Lax; Path=/; Max-Age=31536000{secure}");
    Page::see_other(to).cookie(&cookie)
}
