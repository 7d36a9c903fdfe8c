//! Answers that say no, as a person meets them: in the frame of whoever asked, with the landlord's
//! and the program's name and the way on. Whatever else went wrong on the way to a page is told the
//! same way, never as a bare line.

use askama::Template;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{HeaderValue, header};
use axum::middleware::Next;
use axum::response::Response;

use crate::web::framed::{self, Here};
use crate::web::guard::{self, Staff};
use crate::web::page::{PROGRAM, Saying};
use crate::web::part::frame::Frame;
use crate::web::portal;
use crate::web::portal::shell::Heard;
use crate::web::state::App;

/// For somebody who is not signed in, or not known to be.
#[derive(Template)]
#[template(path = "answer/plain.html")]
struct Plain<'a> {
    frame: Frame,
    saying: &'a Saying,
}

impl Plain<'_> {
    fn knows_landlord(&self) -> bool {
        self.frame.landlord != PROGRAM
    }
}

/// For somebody at work: their navigation stays.
#[derive(Template)]
#[template(path = "answer/plain_staff.html")]
struct PlainStaff<'a> {
    frame: Frame,
    saying: &'a Saying,
    home: &'static str,
}

/// The page, in a frame that knows nobody.
///
/// # Errors
/// It cannot be drawn.
pub fn html(saying: &Saying, frame: Frame) -> Result<String, askama::Error> {
    Plain { frame: frame.titled(saying.title), saying }.render()
}

/// Shows every answer that says no in the frame of whoever asked.
pub async fn framed(State(app): State<App>, request: Request, next: Next) -> Response {
    // Machines ask these, and read the status.
    let path = request.uri().path().to_owned();
    let for_people = path != "/health" && !path.starts_with("/assets/");
    let headers = request.headers().clone();
    let response = next.run(request).await;
    let status = response.status();
    if !for_people || !(status.is_client_error() || status.is_server_error()) {
        return response;
    }
    let saying = match response.extensions().get::<Saying>() {
        Some(saying) => saying.clone(),
        None if is_page(&response) => return response,
        None => Saying::of(status),
    };
    let staff = guard::session(&app, &headers).await.ok().flatten();
    let heard = Heard::of(&headers, &path);
    let Ok(html) = drawn(&app, (staff.as_ref(), &heard), &saying).await else { return response };
    let (mut parts, _) = response.into_parts();
    parts.headers.remove(header::CONTENT_LENGTH);
    parts.headers.remove(header::CONTENT_ENCODING);
    let kind = HeaderValue::from_static("text/html; charset=utf-8");
    parts.headers.insert(header::CONTENT_TYPE, kind);
    Response::from_parts(parts, Body::from(html))
}

async fn drawn(
    app: &App,
    (staff, heard): (Option<&Staff>, &Heard),
    saying: &Saying,
) -> Result<String, askama::Error> {
    match (staff, saying.key) {
        (Some(staff), _) => {
            let frame = framed::frame(app, staff, Here::Nowhere).await.titled(saying.title);
            PlainStaff { frame, saying, home: framed::home(staff) }.render()
        }
        // Whoever chose another language reads it in that.
        (None, Some(key)) if !heard.tongue.is_first() => {
            portal::amiss(app, heard, (key, saying.number.as_deref())).await
        }
        (None, _) => html(saying, framed::open(app).await),
    }
}

/// Whether somebody has drawn a page for it already: a form shown again with what is wrong in it.
fn is_page(response: &Response) -> bool {
    let kind = response.headers().get(header::CONTENT_TYPE);
    let kind = kind.and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    !kind.is_empty() && !kind.starts_with("text/plain")
}
