//! Answers: a page, a redirect, or one of the few ways to say no. One place maps what the desk
//! declined to what a person sees.

use askama::Template;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};

use crate::desk::Declined;
use crate::web::guard::Staff;
use crate::web::part::frame::Frame;

/// What a request is answered with.
pub struct Page(Response);

impl IntoResponse for Page {
    fn into_response(self) -> Response {
        self.0
    }
}

impl From<Response> for Page {
    fn from(response: Response) -> Self {
        Self(response)
    }
}

/// What a page says that says no, or not here. It goes with the answer, so that whoever knows who
/// asked can show it in their own frame ([`crate::web::amiss`]).
#[derive(Clone, Debug)]
pub struct Saying {
    pub title: &'static str,
    pub says: Vec<String>,
    /// Its key among the sentences of other languages, where residents meet it.
    pub key: Option<&'static str>,
    /// The number to quote, where there is one.
    pub number: Option<String>,
}

/// What the program is called, where no landlord is known.
pub const PROGRAM: &str = "Redress";

impl Saying {
    /// A sentence for a bare status.
    pub fn of(status: StatusCode) -> Self {
        let (key, title, says) = match status {
            StatusCode::BAD_REQUEST => (
                "amiss-broken",
                "We could not read that",
                "The form or the address arrived broken. Go back and try again.",
            ),
            StatusCode::UNSUPPORTED_MEDIA_TYPE => {
                ("amiss-broken", "We could not read that", "This address takes forms only.")
            }
            StatusCode::METHOD_NOT_ALLOWED => {
                ("amiss-other", "That does not work here", "This page cannot be used that way.")
            }
            StatusCode::URI_TOO_LONG => (
                "amiss-other",
                "That address is too long",
                "Follow a link, or type a shorter address.",
            ),
            StatusCode::SERVICE_UNAVAILABLE => (
                "amiss-not-saved",
                "That took too long",
                "We cannot say whether it was done. If you sent a form, go back and send it again: it \
                 is never recorded twice.",
            ),
            _ => ("amiss-other", "That did not work", "Go back and try again."),
        };
        Self { title, says: vec![says.to_owned()], key: Some(key), number: None }
    }
}

impl Page {
    /// A page.
    pub fn ok(template: &impl Template) -> Self {
        Self::with(StatusCode::OK, template)
    }

    /// The same page again with something wrong on it.
    pub fn wrong(template: &impl Template) -> Self {
        Self::with(StatusCode::UNPROCESSABLE_ENTITY, template)
    }

    /// A page with a status of its own.
    pub fn with(status: StatusCode, template: &impl Template) -> Self {
        match template.render() {
            Ok(html) => Self::html(status, html),
            Err(error) => Self::declined(Declined::Fault(anyhow::Error::new(error))),
        }
    }

    fn html(status: StatusCode, html: String) -> Self {
        let kind = HeaderValue::from_static("text/html; charset=utf-8");
        let fresh = HeaderValue::from_static("no-store");
        let headers = [(header::CONTENT_TYPE, kind), (header::CACHE_CONTROL, fresh)];
        Self((status, headers, html).into_response())
    }

    /// On to another page of ours.
    pub fn see_other(path: &str) -> Self {
        Self(Redirect::to(path).into_response())
    }

    /// A sentence for a bare status.
    pub fn plain(status: StatusCode) -> Self {
        Self::said(status, Saying::of(status))
    }

    /// A form that did not come from our own page.
    pub fn forbidden() -> Self {
        let says = "The form you sent did not come from a page we gave you, or that page was too old. \
                    Nothing was recorded. Go back, load the page again and send it once more.";
        let said = ("We did not take that form", vec![says.to_owned()]);
        Self::known(StatusCode::FORBIDDEN, "amiss-form", said)
    }

    /// Signed in, but not for this.
    pub fn not_for_you(staff: &Staff) -> Self {
        let roles: Vec<String> = staff
            .signed
            .actor()
            .roles
            .iter()
            .map(|role| crate::words::names::role(*role).to_owned())
            .collect();
        let says = vec![
            format!(
                "You are signed in as {}. Your roles are: {}.",
                staff.signed.staff.name,
                roles.join(", ")
            ),
            "None of them opens this page. An administrator can tell you who may.".to_owned(),
        ];
        Self::saying(StatusCode::FORBIDDEN, "This page is not for your role", says)
    }

    /// More than a form may hold.
    pub fn too_large() -> Self {
        let says = "That was more than one form can carry. Shorten the text, or attach it as a file \
                    of at most 25 MB. Nothing was recorded.";
        let said = ("That was too large", vec![says.to_owned()]);
        Self::known(StatusCode::PAYLOAD_TOO_LARGE, "amiss-large", said)
    }

    /// Nothing here; also the answer where somebody may not know that something is.
    pub fn missing() -> Self {
        let says = "If you typed the address, check that it is right. If you followed a link, what it \
                    led to may have moved, or may not be for you.";
        let said = ("Page not found", vec![says.to_owned()]);
        Self::known(StatusCode::NOT_FOUND, "amiss-missing", said)
    }

    /// What the desk declined, where the page itself has nothing better to show.
    pub fn declined(declined: Declined) -> Self {
        match declined {
            Declined::Missing => Self::missing(),
            Declined::NotAllowed { roles, .. } => {
                let names: Vec<&str> =
                    roles.iter().map(|role| crate::words::names::role(*role)).collect();
                let says = format!("These roles may: {}.", names.join(", "));
                Self::saying(StatusCode::FORBIDDEN, "Your role may not do that", vec![says])
            }
            Declined::Refused(refusal) => {
                let says = crate::words::refusal(&refusal, &|who| who.0.clone());
                let lines =
                    vec![format!("{} (clause {})", says.message, refusal.clause), says.next];
                Self::saying(StatusCode::UNPROCESSABLE_ENTITY, "That cannot be done", lines)
            }
            Declined::Held(faults) => {
                let lines = faults.into_iter().map(|fault| fault.sentence).collect();
                Self::saying(StatusCode::UNPROCESSABLE_ENTITY, "The letter is not ready", lines)
            }
            Declined::Stale(_) => Self::saying(
                StatusCode::CONFLICT,
                "Somebody else changed this first",
                vec![
                    "Nothing was recorded. Open the complaint again and look at what changed."
                        .to_owned(),
                ],
            ),
            Declined::KeyReused => {
                let says = "It was sent before with other words in it. Open the page again.";
                let said = ("This form was already used", vec![says.to_owned()]);
                Self::known(StatusCode::CONFLICT, "amiss-form", said)
            }
            Declined::Busy => {
                let says = "Somebody else was saving at the same moment. Nothing was recorded.";
                let said = ("Please try again", vec![says.to_owned()]);
                Self::known(StatusCode::SERVICE_UNAVAILABLE, "amiss-busy", said)
            }
            Declined::NotSaved(what) => {
                tracing::error!(what, "records out of reach");
                let says = "We cannot say whether it was recorded. Go back and send the same form \
                            again: it will not be recorded twice.";
                let said = ("Not saved, as far as we know", vec![says.to_owned()]);
                Self::known(StatusCode::SERVICE_UNAVAILABLE, "amiss-not-saved", said)
            }
            Declined::Fault(error) => Self::fault(&error),
        }
    }

    /// A fault of ours: a number to quote, and nothing else.
    pub fn fault(error: &anyhow::Error) -> Self {
        let chain = format!("{error:#}");
        let number = chain
            .bytes()
            .fold(17u32, |sum, byte| sum.wrapping_mul(31).wrapping_add(u32::from(byte)));
        let number = format!("F{:06}", number % 1_000_000);
        tracing::error!(number, error = chain, "fault");
        let says = vec![
            "Something went wrong on our side. What you sent may not be recorded: open the complaint and look."
                .to_owned(),
            format!("If it happens again, tell your administrator this number: {number}."),
        ];
        let saying = Saying {
            title: "Sorry, there is a fault",
            says,
            key: Some("amiss-fault"),
            number: Some(number),
        };
        Self::said(StatusCode::INTERNAL_SERVER_ERROR, saying)
    }

    /// A plain page of a few sentences.
    pub fn saying(status: StatusCode, title: &'static str, says: Vec<String>) -> Self {
        Self::said(status, Saying { title, says, key: None, number: None })
    }

    /// The same where residents meet it, in their own language.
    fn known(
        status: StatusCode,
        key: &'static str,
        (title, says): (&'static str, Vec<String>),
    ) -> Self {
        Self::said(status, Saying { title, says, key: Some(key), number: None })
    }

    fn said(status: StatusCode, saying: Saying) -> Self {
        let title = saying.title;
        let frame = Frame::new(PROGRAM, jiff::civil::Date::constant(2024, 4, 1));
        let mut page = match crate::web::amiss::html(&saying, frame) {
            Ok(html) => Self::html(status, html),
            Err(_) => Self((status, title).into_response()),
        };
        page.0.extensions_mut().insert(saying);
        page
    }

    /// Adds a cookie.
    pub fn cookie(mut self, cookie: &str) -> Self {
        if let Ok(value) = HeaderValue::from_str(cookie) {
            self.0.headers_mut().append(header::SET_COOKIE, value);
        }
        self
    }
}
