//! What the browser shows at the door, and what it is given: an address and a cookie.

use std::net::SocketAddr;

use axum::Extension;
use axum::extract::ConnectInfo;

use crate::desk::sessions::Entered;
use crate::web::page::Page;
use crate::web::state::App;

/// Where a request came from; unknown where nothing says.
pub(super) type From = Option<Extension<ConnectInfo<SocketAddr>>>;

/// The address alone: a port changes with every connection.
pub(super) fn address(from: &From) -> String {
    from.as_ref().map_or_else(|| "unknown".to_owned(), |from| from.0.0.ip().to_string())
}

/// Puts a session's cookie on a page.
pub(super) fn with_cookie(app: &App, entered: &Entered, page: Page) -> Page {
    cookie(app, page, &entered.token, "")
}

/// Takes the cookie away.
pub(super) fn without_cookie(app: &App, page: Page) -> Page {
    cookie(app, page, "", "; Max-Age=0")
}

fn cookie(app: &App, page: Page, token: &str, ends: &str) -> Page {
    let secure = if app.https { "; Secure" } else { "" };
    let name = app.cookie_name();
    page.cookie(&format!("{name}={token}; HttpOnly; SameSite=Lax; Path=/{ends}{secure}"))
}
