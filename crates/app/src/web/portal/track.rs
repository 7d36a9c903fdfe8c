//! M5, the resident's door: reference and code, or a link by e-mail with a code beside it. One
//! sentence for everything that does not open.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;

use crate::desk::door::{Knock, Opened};
use crate::desk::reference;
use crate::web::framed::clock_time;
use crate::web::page::Page;
use crate::web::part::errors::FormErrors;
use crate::web::part::form::Form;
use crate::web::part::sent::Sent;
use crate::web::portal::guest::{self, From, Guest, MaybeGuest, Token};
use crate::web::portal::shell::{Heard, Shell};
use crate::web::posted::Posted;
use crate::web::state::App;

#[derive(Template)]
#[template(path = "portal/track.html")]
struct TrackPage {
    p: Shell,
    form: Form,
    link: Form,
    over: bool,
    /// Whether a link by e-mail is offered.
    links: bool,
}

#[derive(Template)]
#[template(path = "portal/link.html")]
struct LinkPage {
    p: Shell,
    form: Form,
}

/// The door.
pub async fn get(
    MaybeGuest(guest): MaybeGuest,
    State(app): State<App>,
    heard: Heard,
    token: Token,
    Query(sent): Query<Sent>,
) -> Page {
    if guest.is_some_and(|guest| !guest.reference().is_empty()) {
        return Page::see_other("/my-complaint");
    }
    let p = Shell::of(&app, &heard, None, "track-title").await;
    let p = p.done(sent.get("done"), &[("link", "lost-done")]);
    let blank = || heard.tongue.asking(Form::blank(token.clone().keys()));
    let (form, link) = (blank(), blank());
    Page::ok(&TrackPage {
        p,
        form,
        link,
        over: sent.get("over") == "1",
        links: app.desk.sends_links(),
    })
}

/// Opens a case with reference and code.
pub async fn post(
    MaybeGuest(before): MaybeGuest,
    State(app): State<App>,
    heard: Heard,
    From(address): From,
    posted: Posted,
) -> Page {
    let t = heard.tongue;
    let mut form = t.reading(&posted);
    let quoted = form.required("reference", &t.say("track-reference-missing"));
    let code = form.required("code", &t.say("track-code-missing"));
    if let Some(quoted) = &quoted
        && !reference::fits(&reference::normal(quoted))
    {
        // The check letter says that it was typed wrong; whether it exists nobody asked.
        form.wrong("reference", t.say("track-reference-wrong"));
    }
    let (Some(quoted), Some(code), true) = (quoted, code, form.is_right()) else {
        let errors = form.errors();
        return again(&app, &heard, &posted, (StatusCode::UNPROCESSABLE_ENTITY, errors)).await;
    };
    let own_device = posted.sent.get("device") == "own";
    let knock = Knock { reference: &quoted, code: &code, address: &address, own_device };
    match app.desk.knock_with_code(knock, &app.comparing).await {
        Ok(Opened::To(entered)) => into(&app, before, &entered.token).await,
        Ok(Opened::ToNobody) => {
            let errors = FormErrors::one("code", t.say("track-wrong"));
            again(&app, &heard, &posted, (StatusCode::UNPROCESSABLE_ENTITY, errors)).await
        }
        Ok(Opened::Wait(until)) => {
            let errors = FormErrors::one("code", waits(&app, &heard, until).await);
            again(&app, &heard, &posted, (StatusCode::TOO_MANY_REQUESTS, errors)).await
        }
        Err(declined) => Page::declined(declined),
    }
}

/// How long to wait, and the number to ring meanwhile.
async fn waits(app: &App, heard: &Heard, until: jiff::Timestamp) -> String {
    let until = until.checked_add(jiff::SignedDuration::from_mins(1)).unwrap_or(until);
    let telephone = crate::web::framed::only_landlord(app).await.map(|it| it.telephone);
    let number = telephone.unwrap_or_default();
    heard.tongue.with_both("track-wait", &("time", &clock_time(until)), &("number", &number))
}

async fn again(
    app: &App,
    heard: &Heard,
    posted: &Posted,
    (status, errors): (StatusCode, FormErrors),
) -> Page {
    let p = Shell::of(app, heard, None, "track-title").await.wrong(errors.clone());
    let t = heard.tongue;
    let form = t.asking(Form::kept(Token::of(posted).keys(), posted.sent.clone(), errors));
    let link = t.asking(Form::blank(Token::of(posted).keys()));
    let page = TrackPage { p, form, link, over: false, links: app.desk.sends_links() };
    Page::with(status, &page)
}

/// Into the case. Whatever visit the browser was on before ends: a planted one is worth nothing.
async fn into(app: &App, before: Option<Guest>, token: &str) -> Page {
    if let Some(before) = before
        && let Err(declined) = app.desk.leave_visit(&before.at.visit).await
    {
        return Page::declined(declined);
    }
    guest::with_cookie(app, token, Page::see_other("/my-complaint"))
}

/// Asks for a link by e-mail. The answer is the same, and as quick, whether there is anything to
/// send or not.
pub async fn post_link(State(app): State<App>, From(address): From, posted: Posted) -> Page {
    let quoted = posted.sent.get("link-reference").to_owned();
    tokio::spawn(async move {
        let sent = match app.desk.link_for((&quoted, &address)).await {
            Ok(Some(to_send)) => app.desk.send_link(to_send).await,
            Ok(None) => Ok(()),
            Err(declined) => Err(declined),
        };
        match sent {
            Ok(()) => {}
            Err(declined) => tracing::error!(?declined, "a link could not be made"),
        }
    });
    Page::see_other("/track?done=link")
}

/// What a link opens: a page that asks for the code beside it, so that a scanner of mail, which
/// follows every link, opens nothing.
pub async fn get_link(State(app): State<App>, heard: Heard, token: Token) -> Page {
    let p = Shell::of(&app, &heard, None, "link-title").await;
    Page::ok(&LinkPage { p, form: heard.tongue.asking(Form::blank(token.keys())) })
}

/// Opens the case.
pub async fn open_link(
    MaybeGuest(before): MaybeGuest,
    Path(token): Path<String>,
    State(app): State<App>,
    heard: Heard,
    From(address): From,
    posted: Posted,
) -> Page {
    let own_device = posted.sent.get("device") == "own";
    let code = posted.sent.get("code");
    let (status, words) =
        match app.desk.knock_with_link((&token, code), (&address, own_device)).await {
            Ok(Opened::To(entered)) => return into(&app, before, &entered.token).await,
            Ok(Opened::ToNobody) => {
                (StatusCode::UNPROCESSABLE_ENTITY, heard.tongue.say("link-wrong"))
            }
            Ok(Opened::Wait(until)) => {
                (StatusCode::TOO_MANY_REQUESTS, waits(&app, &heard, until).await)
            }
            Err(declined) => return Page::declined(declined),
        };
    let errors = FormErrors::one("code", words);
    let p = Shell::of(&app, &heard, None, "link-title").await.wrong(errors.clone());
    let form =
        heard.tongue.asking(Form::kept(Token::of(&posted).keys(), posted.sent.clone(), errors));
    Page::with(status, &LinkPage { p, form })
}
