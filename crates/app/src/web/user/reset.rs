//! A one-time password, shown once.

use askama::Template;
use axum::extract::{Path, State};

use crate::web::framed::{self, Here};
use crate::web::guard::Staff;
use crate::web::page::Page;
use crate::web::part::frame::Frame;
use crate::web::posted::Posted;
use crate::web::state::App;
use crate::web::user::{Told, find, told};

/// The page that shows a one-time password.
pub(super) struct Given {
    heading: &'static str,
    login: String,
    password: String,
}

#[derive(Template)]
#[template(path = "user/given.html")]
struct GivenPage {
    frame: Frame,
    heading: &'static str,
    login: String,
    password: String,
}

impl Given {
    pub fn new(heading: &'static str, login: &str, password: &str) -> Given {
        Given { heading, login: login.to_owned(), password: password.to_owned() }
    }

    /// Shown as the answer to the form itself, so that no address leads to it again.
    pub async fn page(self, app: &App, staff: &Staff) -> Page {
        let frame = framed::frame(app, staff, Here::Administration).await.titled(self.heading);
        let Given { heading, login, password } = self;
        Page::ok(&GivenPage { frame, heading, login, password })
    }
}

/// Gives somebody a new password and signs them out.
pub async fn post(staff: Staff, State(app): State<App>, id: Path<String>, _: Posted) -> Page {
    let account = match find(&app, &staff, id).await {
        Ok(account) => account,
        Err(page) => return page,
    };
    match app.desk.reset_password(&staff.signed.scope, Some(&staff.signed), &account.id).await {
        Ok(given) => {
            let given = Given::new("The password is reset", &account.login, &given.password);
            given.page(&app, &staff).await
        }
        Err(why) => match told(why) {
            Told::Field(..) => Page::missing(),
            Told::Declined(declined) => Page::declined(declined),
        },
    }
}
