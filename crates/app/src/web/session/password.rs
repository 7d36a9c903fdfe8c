//! Changing one's own password, as somebody given a one-time password must.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;

use crate::desk::Declined;
use crate::desk::accounts::{AccountTrouble, objection};
use crate::desk::sessions::{Knock, Opened};
use crate::web::framed::{self, Here};
use crate::web::guard::Staff;
use crate::web::page::Page;
use crate::web::part::errors::FormErrors;
use crate::web::part::form::Form;
use crate::web::part::frame::Frame;
use crate::web::part::reading::Reading;
use crate::web::part::sent::Sent;
use crate::web::posted::Posted;
use crate::web::session::returned::{self, Waiting};
use crate::web::session::{door, sign_in};
use crate::web::state::App;

#[derive(Template)]
#[template(path = "session/password.html")]
struct PasswordPage {
    frame: Frame,
    form: Form,
    must: bool,
    /// Words that were sent without a session and go on waiting; empty where none do.
    waiting: String,
}

/// The form.
pub async fn get(staff: Staff, State(app): State<App>) -> Page {
    show(&app, &staff, None, FormErrors::none(), StatusCode::OK).await
}

/// The form for somebody who must change it, and whose words wait behind it.
pub(super) async fn before_sending(app: &App, staff: &Staff, waiting: &Waiting) -> Page {
    show(app, staff, Some(waiting), FormErrors::none(), StatusCode::OK).await
}

/// Changes it, after the present one was given.
pub async fn post(staff: Staff, State(app): State<App>, from: door::From, posted: Posted) -> Page {
    let login = staff.signed.staff.login.clone();
    let waiting = returned::unpacked(&posted.sent);
    let mut reading = Reading::of(&posted.sent);
    let present = reading.required("present", "Enter the password you have now");
    let chosen = reading.required("chosen", "Enter the new password");
    if let Some(chosen) = &chosen {
        if let Some(against) = objection(chosen, &login) {
            reading.wrong("chosen", against);
        } else if present.as_ref() == Some(chosen) {
            reading.wrong("chosen", "Choose a password other than the one you have now");
        }
    }
    let (Some(present), Some(chosen), true) = (present, chosen, reading.is_right()) else {
        return show(
            &app,
            &staff,
            waiting.as_ref(),
            reading.errors(),
            StatusCode::UNPROCESSABLE_ENTITY,
        )
        .await;
    };
    let scope = &staff.signed.scope;
    let address = door::address(&from);
    let knock = Knock { scope, login: &login, password: &present, address: &address };
    let wrong = match app.desk.knock(knock, &app.hashing).await {
        Ok(Opened::To(_)) => None,
        Ok(Opened::Wait(until)) => Some((sign_in::wait(until), StatusCode::TOO_MANY_REQUESTS)),
        Ok(Opened::ToNobody | Opened::ClosedAccount) => {
            let words = "This is not the password you have now".to_owned();
            Some((words, StatusCode::UNPROCESSABLE_ENTITY))
        }
        Err(declined) => return Page::declined(declined),
    };
    if let Some((words, status)) = wrong {
        let errors = FormErrors::one("present", words);
        return show(&app, &staff, waiting.as_ref(), errors, status).await;
    }
    match app.desk.choose_password(scope, &staff.signed.staff.id, &chosen).await {
        Ok(()) => {}
        Err(AccountTrouble::Declined(declined)) => return Page::declined(declined),
        Err(_) => return Page::declined(Declined::Missing),
    }
    // Changing it ended every session, this one too: a new one takes its place.
    match app.desk.let_in(scope, &staff.signed.staff, staff.own_device).await {
        Ok(entered) => {
            let page = match waiting {
                Some(waiting) => {
                    let staff = Staff { csrf: entered.csrf.clone(), ..staff };
                    returned::confirm(&app, &staff, waiting).await
                }
                None => Page::see_other("/session?done=password"),
            };
            door::with_cookie(&app, &entered, page)
        }
        Err(declined) => Page::declined(declined),
    }
}

async fn show(
    app: &App,
    staff: &Staff,
    waiting: Option<&Waiting>,
    errors: FormErrors,
    status: StatusCode,
) -> Page {
    let keys = match framed::keys(app, staff).await {
        Ok(keys) => keys,
        Err(page) => return page,
    };
    let must = staff.signed.staff.must_change;
    let frame = framed::frame(app, staff, Here::Nowhere).await.titled("Change your password");
    let frame = frame.errors(&errors);
    let waiting = waiting.map(returned::packed).unwrap_or_default();
    // Passwords are never sent back.
    let form = Form::kept(keys, Sent::nothing(), errors);
    Page::with(status, &PasswordPage { frame, form, must, waiting })
}
