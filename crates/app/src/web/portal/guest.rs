//! Who is on a visit: the session behind the resident's cookie. A visit opens one case, or one
//! complaint that is being told, and no page of the staff.

use std::net::SocketAddr;

use axum::Extension;
use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::request::Parts;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};

use crate::desk::{Declined, door};
use crate::web::guard::{self, Staff};
use crate::web::page::Page;
use crate::web::part::form::{CSRF, Keys};
use crate::web::posted::Posted;
use crate::web::state::App;

/// A resident on a visit, or whoever acts for them.
#[derive(Clone, Debug)]
pub struct Guest {
    pub at: door::Guest,
    /// The secret of the visit, which only the browser keeps.
    pub token: String,
}

impl Guest {
    /// The reference of the case that the visit opens; empty where it opens none.
    pub fn reference(&self) -> &str {
        self.at.signed.visit.as_ref().map_or("", |visit| &visit.reference)
    }

    /// The hidden fields of a form.
    ///
    /// # Errors
    /// The machine has no randomness to give.
    pub async fn keys(&self, app: &App) -> Result<Keys, Page> {
        let once = app.desk.token().await.map_err(Page::declined)?;
        Ok(Keys { csrf: self.at.visit.csrf.clone(), once, ..Keys::default() })
    }
}

/// The visit behind the cookie, if it is still good.
///
/// # Errors
/// The records cannot be reached.
pub async fn find(app: &App, headers: &HeaderMap) -> Result<Option<Guest>, Declined> {
    let Some(token) = guard::cookie(headers, app.portal_cookie()) else { return Ok(None) };
    Ok(app.desk.guest(&token).await?.map(|at| Guest { at, token }))
}

impl<S: Sync> FromRequestParts<S> for Guest {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Self::Rejection> {
        let guest = parts.extensions.get::<Guest>().cloned();
        guest.ok_or_else(|| StatusCode::UNAUTHORIZED.into_response())
    }
}

/// The same where nobody need be on a visit.
#[derive(Clone, Debug)]
pub struct MaybeGuest(pub Option<Guest>);

impl<S: Sync> FromRequestParts<S> for MaybeGuest {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Self::Rejection> {
        Ok(Self(parts.extensions.get::<Guest>().cloned()))
    }
}

/// What the forms of a page for anybody carry: the token of whatever session the browser has, that of
/// a visit before that of staff; empty where it has none.
#[derive(Clone, Debug)]
pub struct Token(pub String);

impl Token {
    /// The hidden fields of such a form.
    pub fn keys(self) -> Keys {
        Keys { csrf: self.0, ..Keys::default() }
    }

    /// The same where the form was sent and is shown again.
    pub fn of(posted: &Posted) -> Token {
        Token(posted.sent.get(CSRF).to_owned())
    }
}

impl<S: Sync> FromRequestParts<S> for Token {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Self::Rejection> {
        let visit = parts.extensions.get::<Guest>().map(|guest| guest.at.visit.csrf.clone());
        let staff = || parts.extensions.get::<Staff>().map(|staff| staff.csrf.clone());
        Ok(Self(visit.or_else(staff).unwrap_or_default()))
    }
}

/// Where a request came from. Behind a proxy it is what the proxy itself saw: the last of the
/// addresses it passes on, for whatever stands before that anybody may have written.
#[derive(Clone, Debug)]
pub struct From(pub String);

impl FromRequestParts<App> for From {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Self::Rejection> {
        let passed_on = || {
            let all = parts.headers.get_all("x-forwarded-for").iter().next_back()?;
            let last = all.to_str().ok()?.rsplit(',').next()?.trim();
            (!last.is_empty() && last.len() < 64).then(|| last.to_owned())
        };
        if let Some(seen) = app.https.then(passed_on).flatten() {
            return Ok(Self(seen));
        }
        let found = Extension::<ConnectInfo<SocketAddr>>::from_request_parts(parts, app).await;
        Ok(Self(found.map_or_else(|_| "unknown".to_owned(), |from| from.0.0.ip().to_string())))
    }
}

/// Puts a visit's cookie on a page.
pub fn with_cookie(app: &App, token: &str, page: Page) -> Page {
    cookie(app, page, token, "")
}

/// Takes the cookie away.
pub fn without_cookie(app: &App, page: Page) -> Page {
    cookie(app, page, "", "; Max-Age=0")
}

fn cookie(app: &App, page: Page, token: &str, ends: &str) -> Page {
    let secure = if app.https { "; Secure" } else { "" };
    let name = app.portal_cookie();
    page.cookie(&format!("{name}={token}; HttpOnly; SameSite=Lax; Path=/{ends}{secure}"))
}
