//! One account: its roles, its name, and whether it is open.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use redress_store::accounts::Staff as Account;
use redress_store::lists::{self, Filter};

use crate::web::framed::{self, Here, day_and_time};
use crate::web::guard::Staff;
use crate::web::page::Page;
use crate::web::part::cell::Cell;
use crate::web::part::choices::Choices;
use crate::web::part::errors::FormErrors;
use crate::web::part::form::Form;
use crate::web::part::frame::Frame;
use crate::web::part::list::SummaryList;
use crate::web::part::reading::Reading;
use crate::web::part::sent::Sent;
use crate::web::posted::Posted;
use crate::web::state::App;
use crate::web::user::{Told, find, role_choices, ticked, titles, told};

#[derive(Template)]
#[template(path = "user/one.html")]
struct OnePage {
    frame: Frame,
    form: Form,
    account: Account,
    facts: SummaryList,
    roles: Vec<(String, String)>,
    own: bool,
}

impl OnePage {
    /// The boxes, those of the account's own roles ticked.
    fn role_ticks(&self) -> Choices {
        let ticks =
            self.form.ticks("roles", "What this person does here").options(self.roles.as_slice());
        self.account.roles.iter().fold(ticks, Choices::preset)
    }
}

const DONE: &[(&str, &str)] = &[
    (
        "roles",
        "The roles are changed. The person was signed out and has them from the next sign-in.",
    ),
    ("name", "The name is changed."),
    ("closed", "The account is closed. The person was signed out everywhere."),
    ("opened", "The account is open again."),
];

/// The page.
pub async fn get(
    staff: Staff,
    State(app): State<App>,
    id: Path<String>,
    Query(sent): Query<Sent>,
) -> Page {
    match find(&app, &staff, id).await {
        Ok(account) => {
            show(&app, &staff, account, (Sent::nothing(), FormErrors::none()), sent.get("done"))
                .await
        }
        Err(page) => page,
    }
}

/// Changes the roles.
pub async fn roles(staff: Staff, State(app): State<App>, id: Path<String>, posted: Posted) -> Page {
    let account = match find(&app, &staff, id).await {
        Ok(account) => account,
        Err(page) => return page,
    };
    let mut form = Reading::of(&posted.sent);
    let Some(roles) = ticked(&mut form) else {
        let errors = form.errors();
        return show(&app, &staff, account, (posted.sent, errors), "").await;
    };
    let by = Some(&staff.signed);
    match app.desk.change_roles(&staff.signed.scope, by, &account.id, &roles).await {
        Ok(()) => Page::see_other(&format!("/users/{}?done=roles", account.id)),
        Err(why) => refused(&app, &staff, account, posted.sent, told(why)).await,
    }
}

/// Changes the name shown.
pub async fn name(staff: Staff, State(app): State<App>, id: Path<String>, posted: Posted) -> Page {
    let account = match find(&app, &staff, id).await {
        Ok(account) => account,
        Err(page) => return page,
    };
    let mut form = Reading::of(&posted.sent);
    let Some(name) = form.required("name", "Enter the person's name") else {
        let errors = form.errors();
        return show(&app, &staff, account, (posted.sent, errors), "").await;
    };
    match app
        .desk
        .rename_account(&staff.signed.scope, Some(&staff.signed), &account.id, &name)
        .await
    {
        Ok(()) => Page::see_other(&format!("/users/{}?done=name", account.id)),
        Err(why) => refused(&app, &staff, account, posted.sent, told(why)).await,
    }
}

/// Closes the account, or opens it again.
pub async fn closure(
    staff: Staff,
    State(app): State<App>,
    id: Path<String>,
    posted: Posted,
) -> Page {
    let account = match find(&app, &staff, id).await {
        Ok(account) => account,
        Err(page) => return page,
    };
    let open = match posted.sent.get("account") {
        "open" => true,
        "closed" => false,
        _ => return Page::plain(StatusCode::BAD_REQUEST),
    };
    if !open && account.id == staff.signed.staff.id {
        let errors =
            FormErrors::top("You cannot close your own account. Ask another administrator");
        return show(&app, &staff, account, (posted.sent, errors), "").await;
    }
    match app
        .desk
        .set_account_open(&staff.signed.scope, Some(&staff.signed), &account.id, open)
        .await
    {
        Ok(()) => {
            let done = if open { "opened" } else { "closed" };
            Page::see_other(&format!("/users/{}?done={done}", account.id))
        }
        Err(why) => refused(&app, &staff, account, posted.sent, told(why)).await,
    }
}

async fn refused(app: &App, staff: &Staff, account: Account, sent: Sent, said: Told) -> Page {
    match said {
        Told::Field(field, words) => {
            show(app, staff, account, (sent, FormErrors::one(field, words)), "").await
        }
        Told::Declined(declined) => Page::declined(declined),
    }
}

async fn show(
    app: &App,
    staff: &Staff,
    account: Account,
    (sent, errors): (Sent, FormErrors),
    done: &str,
) -> Page {
    let keys = match framed::keys(app, staff).await {
        Ok(keys) => keys,
        Err(page) => return page,
    };
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let last = account.last_sign_in_at.map_or_else(|| "Never".to_owned(), day_and_time);
    let held = Filter { owner: Some(account.id.clone()), open: Some(true), ..Filter::default() };
    let held = lists::count(&app.desk.db, &staff.signed.scope, "", &held).await;
    let held = held.map_or_else(|_| "–".to_owned(), |counted| counted.n.to_string());
    let facts = SummaryList::new()
        .row("Signs in as", Cell::text(&account.login))
        .row("Roles", Cell::stack(titles(&account).into_iter().map(Cell::text)))
        .row("Account made", Cell::text(day_and_time(account.created_at)))
        .row("Last signed in", Cell::text(last))
        .row("Open complaints held", Cell::text(held))
        .row("Account", Cell::text(if account.active { "Open" } else { "Closed" }));
    let frame = framed::frame(app, staff, Here::Administration).await.titled("User");
    let frame = framed::done(frame, done, DONE).errors(&errors);
    let page = OnePage {
        frame,
        form: Form::kept(keys, sent, errors),
        facts,
        roles: role_choices(),
        own: account.id == staff.signed.staff.id,
        account,
    };
    Page::with(status, &page)
}
