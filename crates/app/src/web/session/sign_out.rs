//! Signing out.

use axum::extract::State;
use axum::http::HeaderName;
use redress_store::accounts;

use crate::web::framed;
use crate::web::guard::Perhaps;
use crate::web::page::Page;
use crate::web::posted::Posted;
use crate::web::session::door;
use crate::web::state::App;

/// Ends the session and has the browser forget what it kept. Nobody signed in is no error.
pub async fn post(Perhaps(staff): Perhaps, State(app): State<App>, _: Posted) -> Page {
    if let Some(staff) = staff {
        let done = async {
            let mut tx = app.desk.db.begin().await?;
            accounts::end_session(&mut tx, &staff.token).await?;
            tx.commit().await
        };
        if let Err(error) = done.await {
            return Page::declined(error.into());
        }
    }
    let page = door::without_cookie(&app, Page::see_other("/session?done=signed-out"));
    forgetting(page)
}

/// Has the browser forget everything of ours.
pub(super) fn forgetting(page: Page) -> Page {
    let name = HeaderName::from_static("clear-site-data");
    framed::with_header(page, name, "\"cache\", \"cookies\", \"storage\"")
}
