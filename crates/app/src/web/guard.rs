//! Who is asking: the session behind the cookie, the roles behind the session, the origin behind
//! a form. It runs before every page.

use axum::extract::{FromRequestParts, Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use jiff::Timestamp;
use redress_store::accounts::{self, Session};

use crate::desk::{Declined, Signed};
use crate::web::page::Page;
use crate::web::portal::{self, guest};
use crate::web::route::Who;
use crate::web::state::App;

/// What a route asks of whoever opens it.
#[derive(Clone)]
pub struct Asked {
    pub app: App,
    pub who: Who,
}

/// Somebody signed in, and their session. Pages take it as an argument: nobody else reaches them.
#[derive(Clone, Debug)]
pub struct Staff {
    pub signed: Signed,
    pub csrf: String,
    pub ends_at: Timestamp,
    pub own_device: bool,
    /// The secret of this session, to end it.
    pub token: String,
}

/// Asks who it is and whether the route is for them.
pub async fn ask(State(asked): State<Asked>, mut request: Request, next: Next) -> Response {
    let app = &asked.app;
    if request.method() == Method::POST && !from_our_own_page(request.headers()) {
        return Page::forbidden().into_response();
    }
    let staff = match session(app, request.headers()).await {
        Ok(staff) => staff,
        Err(declined) => return Page::declined(declined).into_response(),
    };
    match (asked.who, staff) {
        (Who::Anyone | Who::Resident, staff) => {
            let visit = match guest::find(app, request.headers()).await {
                Ok(visit) => visit,
                Err(declined) => return Page::declined(declined).into_response(),
            };
            let opens = visit.as_ref().is_some_and(|visit| !visit.reference().is_empty());
            if asked.who == Who::Resident && !opens {
                return portal::over(app, request, staff.is_some()).await;
            }
            if let Some(staff) = staff {
                request.extensions_mut().insert(staff);
            }
            if let Some(visit) = visit {
                request.extensions_mut().insert(visit);
            }
            next.run(request).await
        }
        (_, None) => crate::web::session::over(app, request).await,
        (who, Some(staff)) => {
            let allowed = match who {
                Who::Roles(roles) => staff.signed.is_any(roles),
                Who::Anyone | Who::SignedIn | Who::Resident => true,
            };
            if !allowed {
                return Page::not_for_you(&staff).into_response();
            }
            if staff.signed.staff.must_change && !may_before_changing(request.uri().path()) {
                return Page::see_other("/session/password").into_response();
            }
            request.extensions_mut().insert(staff);
            next.run(request).await
        }
    }
}

/// A password given by somebody else is changed before anything else is done.
fn may_before_changing(path: &str) -> bool {
    path.starts_with("/session")
}

/// The browser says where a form came from; another site's form is refused.
fn from_our_own_page(headers: &HeaderMap) -> bool {
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    if let Some(site) = text("sec-fetch-site") {
        return matches!(site, "same-origin" | "none");
    }
    let Some(origin) = text("origin") else { return true };
    let host = text("host").unwrap_or_default();
    origin.split_once("://").is_some_and(|(_, from)| from == host)
}

/// The session behind the cookie, if it is still good.
///
/// # Errors
/// The records cannot be reached.
pub async fn session(app: &App, headers: &HeaderMap) -> Result<Option<Staff>, Declined> {
    let Some(token) = cookie(headers, app.cookie_name()) else { return Ok(None) };
    let now = app.desk.now();
    let Some((scope, session)) = accounts::find_session(&app.desk.db, &token, now).await? else {
        return Ok(None);
    };
    let Session { staff, csrf, own_device, seen_at, ends_at, .. } = session;
    // Written at most once a minute: a page view is not worth a write.
    if 60 <= now.duration_since(seen_at).as_secs() {
        let mut tx = app.desk.db.begin().await?;
        accounts::touch_session(&mut tx, &token, now).await?;
        tx.commit().await?;
    }
    Ok(Some(Staff { signed: Signed::staff(scope, staff), csrf, ends_at, own_device, token }))
}

/// A cookie's value.
pub fn cookie(headers: &HeaderMap, name: &str) -> Option<String> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(key, _)| *key == name)
        .map(|(_, value)| value.to_owned())
}

impl<S: Sync> FromRequestParts<S> for Staff {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Self::Rejection> {
        parts
            .extensions
            .get::<Staff>()
            .cloned()
            .ok_or_else(|| StatusCode::UNAUTHORIZED.into_response())
    }
}

/// The same where nobody need be signed in.
#[derive(Clone, Debug)]
pub struct Perhaps(pub Option<Staff>);

impl<S: Sync> FromRequestParts<S> for Perhaps {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Self::Rejection> {
        Ok(Self(parts.extensions.get::<Staff>().cloned()))
    }
}
