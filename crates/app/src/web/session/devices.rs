//! Where somebody is signed in, and signing out there.

use askama::Template;
use axum::extract::{Query, State};
use redress_store::accounts;

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
    let (scope, id) = (&staff.signed.scope, &staff.signed.staff.id);
    let all = match accounts::list_sessions(&app.desk.db, scope, id, app.desk.now()).await {
        Ok(all) => all,
        Err(error) => return Page::declined(error.into()),
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
    let (scope, id) = (&staff.signed.scope, &staff.signed.staff.id);
    let one = posted.sent.get("session");
    let done = async {
        let mut tx = app.desk.db.begin().await?;
        if one.is_empty() {
            accounts::end_sessions(&mut tx, scope, id).await?;
        } else {
            accounts::end_named_session(&mut tx, scope, id, one).await?;
        }
        tx.commit().await
    };
    if let Err(error) = done.await {
        return Page::declined(error.into());
    }
    if one.is_empty() {
        let page = Page::see_other("/session?done=everywhere");
        return sign_out::forgetting(door::without_cookie(&app, page));
    }
    Page::see_other("/session/devices?done=one")
}
