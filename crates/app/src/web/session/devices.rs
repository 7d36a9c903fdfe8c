//! Where somebody is signed in, and signing out there.

use askama::Template;
use axum::extract::{Query, State};

use crate::web::framed::{self, Here, day_and_time};
use crate::web::guard::Staff;
use crate::web::page::Page;
use crate::web::part::form::Form;
use crate::web::part::frame::Frame;
use crate::web::part::sent::Sent;
use crate::web::posted::Posted;
use crate::web::session::{door, sign_out};
use crate::web::state::App;

#[derive(Template)]
#[template(path = "session/devices.html")]
struct DevicesPage {
    frame: Frame,
    form: Form,
    sessions: Vec<Shown>,
}

/// One session, in words.
struct Shown {
    name: String,
    since: String,
    used: String,
    ends: String,
    device: &'static str,
    this: bool,
}

const DONE: &[(&str, &str)] = &[("one", "That session has ended.")];

/// The list.
pub async fn get(staff: Staff, State(app): State<App>, Query(sent): Query<Sent>) -> Page {
    let keys = match framed::keys(&app, &staff).await {
        Ok(keys) => keys,
        Err(page) => return page,
    };
    let all = match app.desk.own_sessions(&staff.signed).await {
        Ok(all) => all,
        Err(declined) => return Page::declined(declined),
    };
    let sessions = all.into_iter().map(|session| Shown {
        since: day_and_time(session.created_at),
        used: day_and_time(session.seen_at),
        ends: day_and_time(session.ends_at),
        device: if session.own_device { "Your own device" } else { "Shared device" },
        this: session.csrf == staff.csrf,
        name: session.name,
    });
    let sessions = sessions.collect();
    let frame = framed::frame(&app, &staff, Here::Nowhere).await.titled("Where you are signed in");
    let frame = framed::done(frame, sent.get("done"), DONE);
    Page::ok(&DevicesPage { frame, form: Form::blank(keys), sessions })
}

/// Ends one session, or all of them.
pub async fn post(staff: Staff, State(app): State<App>, posted: Posted) -> Page {
    let one = Some(posted.sent.get("session")).filter(|one| !one.is_empty());
    if let Err(declined) = app.desk.end_own_sessions(&staff.signed, one).await {
        return Page::declined(declined);
    }
    if one.is_none() {
        let page = Page::see_other("/session?done=everywhere");
        return sign_out::forgetting(door::without_cookie(&app, page));
    }
    Page::see_other("/session/devices?done=one")
}
