//! Words that were sent after a session had ended: they wait through signing in and go only when
//! the person says so.

use askama::Template;
use axum::RequestExt;
use axum::extract::{FromRequest, Multipart, Request};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};

use crate::web::framed::{self, Here};
use crate::web::guard::Staff;
use crate::web::page::Page;
use crate::web::part::form::{self, Form, Keys};
use crate::web::part::frame::Frame;
use crate::web::part::sent::Sent;
use crate::web::session::sign_in::{self, SignInPage};
use crate::web::session::{ours, own_path};
use crate::web::state::App;

/// The most bytes of words that are kept through signing in.
const BYTES: usize = 3 * 1024 * 1024;
/// The most fields, each a name and a value while they wait.
const FIELDS: usize = 900;

/// The fields of the sign-in form that carry words: names and values in the same order.
const NAME: &str = "kept-name";
const VALUE: &str = "kept-value";
/// Where the words go.
const BACK_TO: &str = "kept-for";

/// The field of the password form that carries all of it.
pub(crate) const PACKED: &str = "kept-words";

/// Words that wait, and the page they were meant for.
pub(super) struct Waiting {
    path: String,
    pairs: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "session/returned.html")]
struct ReturnedPage {
    frame: Frame,
    path: String,
    csrf: String,
    pairs: Vec<(String, String)>,
    shown: Vec<(String, String)>,
}

/// The sign-in page with the words of a form that came without a session.
pub(super) async fn ask_to_sign_in(app: &App, request: Request) -> Response {
    let path = own_path(request.uri());
    let (sent, files_lost) = match read(request).await {
        Ok(read) => read,
        Err(page) => return page.into_response(),
    };
    let landlords = match sign_in::landlords(app).await {
        Ok(landlords) => landlords,
        Err(page) => return page.into_response(),
    };
    let mut kept = vec![(BACK_TO.to_owned(), path)];
    for (name, value) in sent.pairs() {
        if name != form::CSRF {
            kept.push((NAME.to_owned(), name.clone()));
            kept.push((VALUE.to_owned(), value.clone()));
        }
    }
    let waiting = 1 < kept.len();
    let frame = framed::open(app).await.titled("Sign in");
    let form = Form::blank(Keys::default());
    let page = SignInPage { frame, form, landlords, kept, waiting, files_lost };
    Page::with(StatusCode::UNAUTHORIZED, &page).into_response()
}

/// The fields of a form and whether files came along, which are let go.
///
/// # Errors
/// The page that says what is wrong with it.
pub(super) async fn read(request: Request) -> Result<(Sent, bool), Page> {
    let kind = request.headers().get(header::CONTENT_TYPE);
    let kind = kind.and_then(|value| value.to_str().ok()).unwrap_or_default().to_owned();
    let (sent, files) = if kind.starts_with("multipart/form-data") {
        parts(request).await?
    } else if kind.starts_with("application/x-www-form-urlencoded") {
        (fields(request).await?, false)
    } else {
        return Err(Page::plain(StatusCode::UNSUPPORTED_MEDIA_TYPE));
    };
    if FIELDS < sent.pairs().len() {
        return Err(Page::plain(StatusCode::BAD_REQUEST));
    }
    Ok((sent, files))
}

async fn fields(request: Request) -> Result<Sent, Page> {
    let (head, body) = request.into_parts();
    let bytes = axum::body::to_bytes(body, BYTES).await.map_err(|_| Page::too_large())?;
    let whole = Request::from_parts(head, axum::body::Body::from(bytes));
    let read = axum::Form::<Sent>::from_request(whole, &()).await;
    read.map(|axum::Form(sent)| sent).map_err(|_| Page::plain(StatusCode::BAD_REQUEST))
}

async fn parts(request: Request) -> Result<(Sent, bool), Page> {
    let bad = || Page::plain(StatusCode::BAD_REQUEST);
    let mut parts: Multipart = request.extract().await.map_err(|_| bad())?;
    let (mut pairs, mut files, mut room) = (Vec::new(), false, BYTES);
    while let Some(part) = parts.next_field().await.map_err(|_| Page::too_large())? {
        if let Some(file) = part.file_name() {
            files |= !file.is_empty();
            continue;
        }
        let name = part.name().unwrap_or_default().to_owned();
        let text = part.text().await.map_err(|_| Page::too_large())?;
        room = room.checked_sub(text.len()).ok_or_else(Page::too_large)?;
        pairs.push((name, text));
        if FIELDS < pairs.len() {
            return Err(bad());
        }
    }
    Ok((Sent::from_pairs(pairs), files))
}

/// What a sign-in form carries along when it is shown again.
pub(super) fn kept(sent: &Sent) -> Vec<(String, String)> {
    let carried = |name: &str| matches!(name, "to" | BACK_TO | NAME | VALUE);
    sent.pairs().iter().filter(|(name, _)| carried(name)).cloned().collect()
}

/// The words that a sign-in form carries, where they belong to a page of ours.
pub(super) fn waiting(sent: &Sent) -> Option<Waiting> {
    let path = ours(sent.get(BACK_TO))?.to_owned();
    let names = sent.all(NAME).map(str::to_owned);
    let pairs: Vec<(String, String)> = names.zip(sent.all(VALUE).map(str::to_owned)).collect();
    (!pairs.is_empty()).then_some(Waiting { path, pairs })
}

/// Words that wait, as one field of the form for changing a password.
pub(super) fn packed(waiting: &Waiting) -> String {
    serde_json::to_string(&(&waiting.path, &waiting.pairs)).unwrap_or_default()
}

/// The words that the form for changing a password carries, where they belong to a page of ours.
pub(super) fn unpacked(sent: &Sent) -> Option<Waiting> {
    let (path, pairs): (String, Vec<(String, String)>) =
        serde_json::from_str(sent.get(PACKED)).ok()?;
    let path = ours(&path)?.to_owned();
    (!pairs.is_empty()).then_some(Waiting { path, pairs })
}

/// The page that gives the words back and asks whether they shall go.
pub(super) async fn confirm(app: &App, staff: &Staff, waiting: Waiting) -> Page {
    let frame = framed::frame(app, staff, Here::Nowhere).await.titled("Your words are back");
    let hidden = [form::CSRF, form::ONCE, form::SEEN_VERSION];
    let shown = waiting
        .pairs
        .iter()
        .filter(|(name, value)| !hidden.contains(&name.as_str()) && !value.trim().is_empty());
    let shown = shown.map(|(name, value)| (name.replace('-', " "), value.clone())).collect();
    let pairs: Vec<(String, String)> =
        waiting.pairs.into_iter().filter(|(name, _)| name != form::CSRF).collect();
    let csrf = staff.csrf.clone();
    Page::ok(&ReturnedPage { frame, path: waiting.path, csrf, pairs, shown })
}
