//! How letters say that the Ombudsman is reached, from a day on. What the program knows holds until
//! the landlord sets something else.

use askama::Template;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use jiff::civil::Date;
use redress_letters::ombudsman::{self, Row};
use redress_store::details::Ombudsman;

use super::withdrawal::Coming;
use super::{STALE, WITHDRAWN, first_day, is_address, is_telephone, is_web};
use crate::desk::Declined;
use crate::web::framed::{self, Here};
use crate::web::guard::Staff;
use crate::web::page::Page;
use crate::web::part::cell::Cell;
use crate::web::part::day;
use crate::web::part::errors::FormErrors;
use crate::web::part::form::Form;
use crate::web::part::frame::Frame;
use crate::web::part::reading::Reading;
use crate::web::part::sent::Sent;
use crate::web::part::table::Table;
use crate::web::posted::Posted;
use crate::web::state::App;

#[derive(Template)]
#[template(path = "settings/ombudsman.html")]
struct OmbudsmanPage {
    frame: Frame,
    form: Form,
    held: Held,
    today: String,
    rows: Table,
    seen: String,
    coming: Vec<Coming>,
}

/// What holds today, for the boxes.
#[derive(Default)]
struct Held {
    body: String,
    phone: String,
    post: String,
    web: String,
    form: String,
    email: String,
}

const DONE: &[(&str, &str)] = &[
    (
        "ombudsman",
        "The Ombudsman’s details are set. Letters dated from that day on print them; letters that \
         left stay as they are.",
    ),
    ("withdrawn", WITHDRAWN),
];

/// The form.
pub async fn get(staff: Staff, State(app): State<App>, Query(sent): Query<Sent>) -> Page {
    let frame = framed::frame(&app, &staff, Here::Administration).await;
    let frame = framed::done(frame, sent.get("done"), DONE);
    show(&app, &staff, frame, (Sent::nothing(), FormErrors::none()), StatusCode::OK).await
}

/// Sets the details from a day on.
pub async fn post(staff: Staff, State(app): State<App>, posted: Posted) -> Page {
    let mut form = Reading::of(&posted.sent);
    let Some(read) = read(&mut form, app.desk.today()).filter(|_| form.is_right()) else {
        let errors = form.errors();
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        return again(&app, &staff, (posted.sent, errors), status).await;
    };
    let set =
        Ombudsman { set_by: Some(staff.signed.staff.id.clone()), set_at: app.desk.now(), ..read };
    match app.desk.set_ombudsman(&staff.signed, &set, posted.sent.get("seen")).await {
        Ok(true) => Page::see_other("/settings/ombudsman?done=ombudsman"),
        Ok(false) => {
            let errors = FormErrors::top(STALE);
            again(&app, &staff, (posted.sent, errors), StatusCode::CONFLICT).await
        }
        Err(declined) => Page::declined(declined),
    }
}

fn read(form: &mut Reading<'_>, today: Date) -> Option<Ombudsman> {
    let body = form.required("body", "Enter the Ombudsman's name");
    let phone = form.required("phone", "Enter the Ombudsman's telephone number");
    let post = form.required("post", "Enter the Ombudsman's postal address");
    let web = form.required("web", "Enter the Ombudsman's web address");
    let online = form.words("form");
    let email = form.words("email");
    let from = first_day(form, today);
    let plain = |text: Option<String>| text.unwrap_or_default().trim().to_owned();
    let (online, email) = (online.map(plain), email.map(plain));
    // Letters print each on one line.
    let line = |text: String| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let (body, phone, post, web) = (body.map(line), phone.map(line), post.map(line), web.map(line));
    if body.as_ref().is_some_and(|body| !body.to_lowercase().contains("housing ombudsman")) {
        form.wrong("body", "Enter a name that says Housing Ombudsman: no letter leaves without it");
    }
    if phone.as_ref().is_some_and(|phone| !is_telephone(phone)) {
        form.wrong("phone", "Enter a telephone number, for example 0300 111 3000");
    }
    for (field, value) in [("web", &web), ("form", &online)] {
        if value.as_ref().is_some_and(|value| !value.is_empty() && !is_web(value)) {
            form.wrong(field, "Enter a web address, for example www.housing-ombudsman.org.uk");
        }
    }
    if email.as_ref().is_some_and(|email| !email.is_empty() && !is_address(email)) {
        form.wrong("email", "Enter an e-mail address, for example info@housing-ombudsman.org.uk");
    }
    Some(Ombudsman {
        from: from?,
        body: body?,
        phone: phone?,
        web: web?,
        post: post?,
        form: online?,
        email: email?,
        set_by: None,
        set_at: jiff::Timestamp::default(),
    })
}

pub(super) async fn again(
    app: &App,
    staff: &Staff,
    form: (Sent, FormErrors),
    status: StatusCode,
) -> Page {
    let frame = framed::frame(app, staff, Here::Administration).await.errors(&form.1);
    show(app, staff, frame, form, status).await
}

async fn show(
    app: &App,
    staff: &Staff,
    frame: Frame,
    form: (Sent, FormErrors),
    status: StatusCode,
) -> Page {
    match draw(app, staff, frame, form).await {
        Ok(page) => Page::with(status, &page),
        Err(declined) => Page::declined(declined),
    }
}

async fn draw(
    app: &App,
    staff: &Staff,
    frame: Frame,
    (sent, errors): (Sent, FormErrors),
) -> Result<OmbudsmanPage, Declined> {
    let keys = framed::keys(app, staff).await;
    let keys = keys.map_err(|_| Declined::Fault(anyhow::anyhow!("no randomness")))?;
    let house = app.desk.house(&staff.signed.scope).await?;
    let today = app.desk.today();
    let register = house.register();
    let held = ombudsman::on(today, &register).cloned().map(|row| Held {
        body: row.body,
        phone: row.phone,
        post: row.post,
        web: row.web,
        form: row.form.unwrap_or_default(),
        email: row.email.unwrap_or_default(),
    });
    Ok(OmbudsmanPage {
        frame: frame.titled("The Ombudsman’s details"),
        form: Form::kept(keys, sent, errors),
        held: held.unwrap_or_default(),
        today: day::short(today),
        rows: rows(&register, today),
        seen: house.version(),
        coming: Coming::of(house.ombudsman.iter().map(|it| it.from), today),
    })
}

fn rows(register: &[Row], today: Date) -> Table {
    let table =
        Table::new("What letters print, and from when").columns(["From", "To", "State", "Lines"]);
    register.iter().rev().fold(table, |table, row| {
        let state = if row.covers(today) {
            "Holds today"
        } else if row.valid_from.is_some_and(|from| today < from) {
            "Coming"
        } else {
            "Past"
        };
        table.row([
            row.valid_from.map_or_else(|| Cell::text("The beginning"), Cell::day),
            row.valid_to.map_or_else(Cell::none, Cell::day),
            Cell::text(state),
            Cell::stack(row.lines().iter().map(Cell::text).collect::<Vec<_>>()),
        ])
    })
}
