//! A form as it arrived: fields and files, its token checked against the session.

use axum::Form;
use axum::RequestExt;
use axum::extract::multipart::MultipartError;
use axum::extract::{FromRequest, Multipart, Request};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};

use crate::content::Untaken;
use crate::web::files::{self, Arrived};
use crate::web::guard::Staff;
use crate::web::page::Page;
use crate::web::part::form;
use crate::web::part::sent::Sent;
use crate::web::portal::guest::Guest;
use crate::web::state::App;

/// The most fields a form may have.
const FIELDS: usize = 400;
/// The most bytes of fields, files apart.
const BYTES: usize = 2 * 1024 * 1024;

/// A posted form whose token is right.
#[derive(Debug)]
pub struct Posted {
    pub sent: Sent,
    /// Files that came along, already kept; what was wrong with others stands in `trouble`.
    pub files: Vec<Arrived>,
    /// Field name and the file that was not taken with it.
    pub trouble: Vec<(String, Untaken)>,
}

impl Posted {
    /// The one-time token of the form.
    pub fn once(&self) -> String {
        self.sent.get(form::ONCE).to_owned()
    }

    /// The version the form showed; 0 where it showed none.
    pub fn seen(&self) -> i64 {
        self.sent.get(form::SEEN_VERSION).parse().unwrap_or(0)
    }
}

impl FromRequest<App> for Posted {
    type Rejection = Response;

    async fn from_request(request: Request, app: &App) -> Result<Self, Self::Rejection> {
        let staff = request.extensions().get::<Staff>().map(|staff| staff.csrf.clone());
        let visit = request.extensions().get::<Guest>().map(|it| it.at.visit.csrf.clone());
        let kind = request
            .headers()
            .get(header::CONTENT_TYPE)
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default()
            .to_owned();
        let posted = if kind.starts_with("multipart/form-data") {
            from_parts(request, app).await?
        } else if kind.starts_with("application/x-www-form-urlencoded") {
            from_fields(request).await?
        } else {
            return Err(Page::plain(StatusCode::UNSUPPORTED_MEDIA_TYPE).into_response());
        };
        // Somebody of the staff may be on a visit too, in the same browser: either's form counts.
        let mut tokens = [staff, visit].into_iter().flatten().peekable();
        let given = posted.sent.get(form::CSRF);
        let right = tokens.peek().is_none() || tokens.any(|token| same(given, &token));
        if right { Ok(posted) } else { Err(Page::forbidden().into_response()) }
    }
}

async fn from_fields(request: Request) -> Result<Posted, Response> {
    let (head, body) = request.into_parts();
    let bytes =
        axum::body::to_bytes(body, BYTES).await.map_err(|_| Page::too_large().into_response())?;
    // What is no text would be read as something that nobody typed.
    if !is_text(&bytes) {
        return Err(Page::plain(StatusCode::BAD_REQUEST).into_response());
    }
    let whole = Request::from_parts(head, axum::body::Body::from(bytes));
    let Form(sent) = Form::<Sent>::from_request(whole, &())
        .await
        .map_err(|_| Page::plain(StatusCode::BAD_REQUEST).into_response())?;
    checked(sent, Vec::new(), Vec::new())
        .ok_or_else(|| Page::plain(StatusCode::BAD_REQUEST).into_response())
}

async fn from_parts(request: Request, app: &App) -> Result<Posted, Response> {
    let bad = || Page::plain(StatusCode::BAD_REQUEST).into_response();
    let mut parts: Multipart = request.extract().await.map_err(|_| bad())?;
    let (mut pairs, mut kept, mut trouble) = (Vec::new(), Vec::new(), Vec::new());
    let mut room = BYTES;
    while let Some(part) = parts.next_field().await.map_err(unread)? {
        let name = part.name().unwrap_or_default().to_owned();
        match part.file_name().map(str::to_owned) {
            Some(shown) if !shown.is_empty() => match files::take(app, &shown, part).await {
                Ok(arrived) => kept.push(Arrived { field: name, ..arrived }),
                Err(files::Refused::Untaken(untaken)) => trouble.push((name, untaken)),
                Err(files::Refused::Declined(declined)) => {
                    return Err(Page::declined(declined).into_response());
                }
            },
            Some(_) => {}
            None => {
                let bytes = part.bytes().await.map_err(unread)?;
                let text = String::from_utf8(bytes.to_vec()).map_err(|_| bad())?;
                room = room
                    .checked_sub(text.len())
                    .ok_or_else(|| Page::too_large().into_response())?;
                pairs.push((name, text));
            }
        }
        if FIELDS < pairs.len() + kept.len() {
            return Err(bad());
        }
    }
    checked(Sent::from_pairs(pairs), kept, trouble).ok_or_else(bad)
}

/// The form, unless it has more fields than any of ours, or two answers where the program itself
/// asked for one.
fn checked(sent: Sent, files: Vec<Arrived>, trouble: Vec<(String, Untaken)>) -> Option<Posted> {
    let own = [form::CSRF, form::ONCE, form::SEEN_VERSION];
    let twice = own.into_iter().any(|name| 1 < sent.all(name).count());
    (sent.pairs().len() <= FIELDS && !twice).then_some(Posted { sent, files, trouble })
}

/// Parts that could not be read: too many bytes, or an end that never came.
fn unread(why: MultipartError) -> Response {
    match why.status() {
        StatusCode::PAYLOAD_TOO_LARGE => Page::too_large().into_response(),
        _ => Page::plain(StatusCode::BAD_REQUEST).into_response(),
    }
}

/// Whether the fields of a form, with their percent signs undone, are UTF-8.
fn is_text(fields: &[u8]) -> bool {
    let digit = |byte: &u8| char::from(*byte).to_digit(16).and_then(|it| u8::try_from(it).ok());
    let mut plain = Vec::with_capacity(fields.len());
    let mut rest = fields;
    loop {
        rest = match rest {
            [] => break,
            [b'%', high, low, tail @ ..] => {
                match (digit(high), digit(low)) {
                    (Some(high), Some(low)) => plain.push(high * 16 + low),
                    _ => plain.extend([b'%', *high, *low]),
                }
                tail
            }
            [byte, tail @ ..] => {
                plain.push(*byte);
                tail
            }
        };
    }
    std::str::from_utf8(&plain).is_ok()
}

/// Compares two secrets in the same time whatever they are.
fn same(left: &str, right: &str) -> bool {
    left.len() == right.len()
        && !right.is_empty()
        && left.bytes().zip(right.bytes()).fold(0, |sum, (a, b)| sum | (a ^ b)) == 0
}
