//! Signing out.

use axum::extract::State;
use axum::http::HeaderName;

use crate::web::framed;
use crate::web::guard::Perhaps;
use crate::web::page::Page;
use crate::web::posted::Posted;
use crate::web::session::door;
use crate::web::state::App;

/// Ends the session and has the browser forget what it kept. Nobody signed in is no error.
pub async fn post(Perhaps(staff): Perhaps, State(app): State<App>, _: Posted) -> Page {
    if let Some(staff) = staff
        && let Err(declined) = app.desk.end_session(&staff.token).await
    {
        return Page::declined(declined);
    }
    let page = door::without_cookie(&app, Page::see_other("/session?done=signed-out"));
    forgetting(page)
}

/// Has the browser forget everything of ours.
pub(in crate::web) fn forgetting(page: Page) -> Page {
    let name = HeaderName::from_static("clear-site-data");
    framed::with_header(page, name, "\"cache\", \"cookies\", \"storage\"")
}
