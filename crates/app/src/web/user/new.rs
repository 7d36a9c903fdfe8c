//! A new account, with a password that is shown once.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;

use crate::desk::accounts::NewAccount;
use crate::web::framed::{self, Here};
use crate::web::guard::Staff;
use crate::web::page::Page;
use crate::web::part::errors::FormErrors;
use crate::web::part::form::Form;
use crate::web::part::frame::Frame;
use crate::web::part::reading::Reading;
use crate::web::part::sent::Sent;
use crate::web::posted::Posted;
use crate::web::state::App;
use crate::web::user::reset::Given;
use crate::web::user::{Told, role_choices, ticked, told};

#[derive(Template)]
#[template(path = "user/new.html")]
struct NewPage {
    frame: Frame,
    form: Form,
    roles: Vec<(String, String)>,
}

/// The form.
pub async fn get(staff: Staff, State(app): State<App>) -> Page {
    show(&app, &staff, Sent::nothing(), FormErrors::none()).await
}

/// Makes the account.
pub async fn post(staff: Staff, State(app): State<App>, posted: Posted) -> Page {
    let mut form = Reading::of(&posted.sent);
    let name = form.required("name", "Enter the person's name");
    let login = login(&mut form);
    let roles = ticked(&mut form);
    let (Some(name), Some(login), Some(roles), true) = (name, login, roles, form.is_right()) else {
        let errors = form.errors();
        return show(&app, &staff, posted.sent, errors).await;
    };
    let account = NewAccount { login: login.clone(), name, roles };
    match app.desk.add_account(&staff.signed.scope, Some(&staff.signed), &account).await {
        Ok(given) => {
            Given::new("The account is made", &login, &given.password).page(&app, &staff).await
        }
        Err(why) => match told(why) {
            Told::Field(field, words) => {
                show(&app, &staff, posted.sent, FormErrors::one(field, words)).await
            }
            Told::Declined(declined) => Page::declined(declined),
        },
    }
}

/// A name for signing in: letters, figures and what e-mail addresses hold.
fn login(form: &mut Reading<'_>) -> Option<String> {
    let login = form.required("login", "Enter a name for signing in, for example amira.khan")?;
    let login = login.trim().to_owned();
    let plain = login.chars().all(|letter| {
        letter.is_alphanumeric() || matches!(letter, '.' | '-' | '_' | '@' | '+' | '\'')
    });
    if !plain || 80 < login.chars().count() {
        form.wrong("login", "Use letters, figures, dots and dashes without spaces, at most 80");
        return None;
    }
    Some(login)
}

async fn show(app: &App, staff: &Staff, sent: Sent, errors: FormErrors) -> Page {
    let keys = match framed::keys(app, staff).await {
        Ok(keys) => keys,
        Err(page) => return page,
    };
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let frame = framed::frame(app, staff, Here::Administration).await.titled("New account");
    let frame = frame.errors(&errors);
    let page = NewPage { frame, form: Form::kept(keys, sent, errors), roles: role_choices() };
    Page::with(status, &page)
}
