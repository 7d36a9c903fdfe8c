//! Signing in, and the page about the session of somebody who is.

use askama::Template;
use axum::extract::{Query, Request, State};
use axum::http::StatusCode;
use redress_domain::vocabulary::Role;
use redress_store::Scope;
use redress_store::settings::{self, Landlord};

use crate::desk::Signed;
use crate::desk::sessions::{Entered, Knock, Opened};
use crate::web::framed::{self, Here, clock_time, day_and_time};
use crate::web::guard::{Perhaps, Staff};
use crate::web::page::Page;
use crate::web::part::cell::Cell;
use crate::web::part::errors::FormErrors;
use crate::web::part::form::{Form, Keys};
use crate::web::part::frame::Frame;
use crate::web::part::list::SummaryList;
use crate::web::part::reading::Reading;
use crate::web::part::sent::Sent;
use crate::web::session::{door, ours, password, returned};
use crate::web::state::App;
use crate::words;

/// Said for any wrong pair, whether the name exists or not.
pub(super) const WRONG_PAIR: &str = "The name and password do not go together. Check both, or ask \
     your administrator for a new password";

/// The sign-in page, with the words that wait behind it where there are any.
#[derive(Template)]
#[template(path = "session/sign_in.html")]
pub(super) struct SignInPage {
    pub frame: Frame,
    pub form: Form,
    pub landlords: Vec<(String, String)>,
    /// Hidden fields: where to go on to, and words that were sent without a session.
    pub kept: Vec<(String, String)>,
    /// Whether words wait.
    pub waiting: bool,
    /// Whether files were among them, which cannot wait.
    pub files_lost: bool,
}

/// The page of somebody's own session.
#[derive(Template)]
#[template(path = "session/own.html")]
struct OwnPage {
    frame: Frame,
    form: Form,
    facts: SummaryList,
}

const DONE: &[(&str, &str)] = &[
    ("signed-out", "You are signed out."),
    ("everywhere", "You are signed out everywhere."),
    ("password", "Your password is changed. You are signed out everywhere else."),
];

/// The sign-in form, or one's own session.
pub async fn get(
    Perhaps(staff): Perhaps,
    State(app): State<App>,
    Query(sent): Query<Sent>,
) -> Page {
    if let Some(staff) = staff {
        return own(&app, &staff, sent.get("done")).await;
    }
    let kept = match ours(sent.get("to")) {
        Some(to) => vec![("to".to_owned(), to.to_owned())],
        None => Vec::new(),
    };
    let landlords = match landlords(&app).await {
        Ok(landlords) => landlords,
        Err(page) => return page,
    };
    let frame = framed::done(framed::open(&app).await.titled("Sign in"), sent.get("done"), DONE);
    let form = Form::blank(Keys::default());
    Page::ok(&SignInPage { frame, form, landlords, kept, waiting: false, files_lost: false })
}

/// Signs somebody in.
pub async fn post(
    Perhaps(before): Perhaps,
    State(app): State<App>,
    from: door::From,
    request: Request,
) -> Page {
    let sent = match returned::read(request).await {
        Ok((sent, _)) => sent,
        Err(page) => return page,
    };
    let landlords = match landlords(&app).await {
        Ok(landlords) => landlords,
        Err(page) => return page,
    };
    let mut reading = Reading::of(&sent);
    let login = reading.required("login", "Enter your name for signing in");
    let password = reading.required("password", "Enter your password");
    let own_device = reading.choice("device", "Choose whose device this is", |value| match value {
        "own" => Some(true),
        "shared" => Some(false),
        _ => None,
    });
    let landlord = match landlords.as_slice() {
        [(only, _)] => Some(only.clone()),
        several => reading.choice("landlord", "Choose the landlord", |value| {
            several.iter().find(|(id, _)| id == value).map(|(id, _)| id.clone())
        }),
    };
    let (Some(login), Some(password), Some(own_device), Some(landlord)) =
        (login, password, own_device, landlord)
    else {
        let errors = reading.errors();
        return again(&app, landlords, sent, errors, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let scope = Scope::of(landlord);
    let address = door::address(&from);
    let knock = Knock { scope: &scope, login: &login, password: &password, address: &address };
    let staff = match app.desk.knock(knock, &app.hashing).await {
        Ok(Opened::To(staff)) => staff,
        Ok(Opened::ToNobody) => {
            let errors = FormErrors::one("login", WRONG_PAIR);
            return again(&app, landlords, sent, errors, StatusCode::UNPROCESSABLE_ENTITY).await;
        }
        Ok(Opened::ClosedAccount) => {
            let words = "This account is closed. Ask your administrator to open it again";
            let errors = FormErrors::one("login", words);
            return again(&app, landlords, sent, errors, StatusCode::UNPROCESSABLE_ENTITY).await;
        }
        Ok(Opened::Wait(until)) => {
            let errors = FormErrors::one("login", wait(until));
            return again(&app, landlords, sent, errors, StatusCode::TOO_MANY_REQUESTS).await;
        }
        Err(declined) => return Page::declined(declined),
    };
    // Whatever session the browser had before ends: a planted one is worth nothing.
    if let Some(before) = before
        && let Err(declined) = app.desk.end_session(&before.token).await
    {
        return Page::declined(declined);
    }
    let entered = match app.desk.let_in(&scope, &staff, own_device).await {
        Ok(entered) => entered,
        Err(declined) => return Page::declined(declined),
    };
    let signed = Signed::staff(scope, *staff);
    onward(&app, &signed, &entered, own_device, &sent).await
}

/// When the next try may be, to the second.
pub(super) fn wait(until: jiff::Timestamp) -> String {
    let zone = jiff::tz::TimeZone::get("Europe/London").unwrap_or(jiff::tz::TimeZone::UTC);
    // A second more than the moment itself, which is never a whole one.
    let until = until.checked_add(jiff::SignedDuration::from_secs(1)).unwrap_or(until);
    let time = until.to_zoned(zone).strftime("%H:%M:%S");
    format!("Too many tries went wrong. Wait until {time}, then try again")
}

/// Where somebody goes once they are in.
async fn onward(
    app: &App,
    signed: &Signed,
    entered: &Entered,
    own_device: bool,
    sent: &Sent,
) -> Page {
    let staff = Staff {
        signed: signed.clone(),
        csrf: entered.csrf.clone(),
        ends_at: app.desk.now(),
        own_device,
        token: String::new(),
    };
    let page = if signed.staff.must_change {
        match returned::waiting(sent) {
            Some(waiting) => password::before_sending(app, &staff, &waiting).await,
            None => Page::see_other("/session/password"),
        }
    } else if let Some(waiting) = returned::waiting(sent) {
        returned::confirm(app, &staff, waiting).await
    } else {
        Page::see_other(ours(sent.get("to")).unwrap_or(framed::home(&staff)))
    };
    door::with_cookie(app, entered, page)
}

async fn again(
    app: &App,
    landlords: Vec<(String, String)>,
    sent: Sent,
    errors: FormErrors,
    status: StatusCode,
) -> Page {
    let kept = returned::kept(&sent);
    let waiting = returned::waiting(&sent).is_some();
    let frame = framed::open(app).await.titled("Sign in").errors(&errors);
    let form = Form::kept(Keys::default(), sent, errors);
    let page = SignInPage { frame, form, landlords, kept, waiting, files_lost: false };
    Page::with(status, &page)
}

/// Id and name of each landlord.
pub(super) async fn landlords(app: &App) -> Result<Vec<(String, String)>, Page> {
    let all = settings::list_landlords(&app.desk.db).await;
    let all = all.map_err(|error| Page::declined(error.into()))?;
    Ok(all.into_iter().map(|Landlord { id, name, .. }| (id, name)).collect())
}

async fn own(app: &App, staff: &Staff, done: &str) -> Page {
    let keys = match framed::keys(app, staff).await {
        Ok(keys) => keys,
        Err(page) => return page,
    };
    let roles: Vec<String> =
        staff.signed.actor().roles.iter().map(|role: &Role| role_title(*role)).collect();
    let device = if staff.own_device { "Your own" } else { "Shared" };
    let last = staff.signed.staff.last_sign_in_at.map_or_else(|| "–".to_owned(), day_and_time);
    let facts = SummaryList::new()
        .row("Name", Cell::name(&staff.signed.staff.name))
        .row("Signs in as", Cell::text(&staff.signed.staff.login))
        .row("Roles", Cell::stack(roles.into_iter().map(Cell::text)))
        .row("Signed in", Cell::text(last))
        .changing("Device", Cell::text(device), "/session/devices")
        .changing("Password", Cell::text("Not shown"), "/session/password")
        .row(
            "This session ends",
            Cell::text(format!("at {} at the latest", clock_time(staff.ends_at))),
        );
    let frame = framed::frame(app, staff, Here::Nowhere).await.titled("Your session");
    let frame = framed::done(frame, done, DONE);
    Page::ok(&OwnPage { frame, form: Form::blank(keys), facts })
}

/// A role as it begins a line.
pub fn role_title(role: Role) -> String {
    words::sentence(words::names::role(role))
}
