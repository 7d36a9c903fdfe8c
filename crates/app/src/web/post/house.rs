//! How a landlord's letters leave, and where staff get the list of the morning.

use askama::Template;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use jiff::civil::Time;
use redress_store::post_house::PostHouse;
use redress_store::{accounts, post_house};

use crate::desk::post::signed::is_address;
use crate::desk::reminders::letters::cut_off;
use crate::desk::{Declined, Signed};
use crate::web::framed::{self, Here};
use crate::web::guard::Staff;
use crate::web::page::Page;
use crate::web::part::errors::FormErrors;
use crate::web::part::field::Input;
use crate::web::part::form::Form;
use crate::web::part::frame::Frame;
use crate::web::part::reading::Reading;
use crate::web::part::sent::Sent;
use crate::web::posted::Posted;
use crate::web::state::App;

const DONE: &[(&str, &str)] = &[("post", "How letters leave is changed.")];

#[derive(Template)]
#[template(path = "post/house.html")]
struct HousePage {
    frame: Frame,
    form: Form,
    waits: &'static str,
    cut_off: String,
    class: &'static str,
    no_mail: bool,
    addresses: Vec<Input>,
}

/// The form.
pub async fn get(staff: Staff, State(app): State<App>, Query(sent): Query<Sent>) -> Page {
    let frame = framed::frame(&app, &staff, Here::Administration).await;
    let frame = framed::done(frame, sent.get("done"), DONE);
    show(&app, &staff, frame, (Sent::nothing(), FormErrors::none())).await
}

/// Changes how letters leave and where lists go.
pub async fn post(staff: Staff, State(app): State<App>, posted: Posted) -> Page {
    let mut form = Reading::of(&posted.sent);
    let known = |value: &str| match value {
        "wait" => Some(true),
        "at-once" => Some(false),
        _ => None,
    };
    let waits = form.choice("letters", "Choose when a letter counts as sent", known);
    let cut_off = form.required("cut-off", "Enter the time until which paper goes, such as 16:00");
    let cut_off = cut_off.map(|it| it.trim().replace('.', ":"));
    if cut_off.as_deref().is_some_and(|it| Time::strptime("%H:%M", it).is_err()) {
        form.wrong("cut-off", "Enter a time of the day, such as 16:00");
    }
    let classes = |value: &str| ["first", "second"].into_iter().find(|known| *known == value);
    let class = form.choice("class", "Choose by which class of post letters go", classes);
    let people = match accounts::list_staff(&app.desk.db, &staff.signed.scope).await {
        Ok(people) => people,
        Err(error) => return Page::declined(error.into()),
    };
    let mut addresses = Vec::new();
    for person in people.iter().filter(|it| it.active && Signed::handles(it)) {
        let field = format!("email-{}", person.id);
        if !posted.sent.has(&field) {
            continue;
        }
        let email = form.words(&field).flatten().unwrap_or_default().trim().to_owned();
        if !email.is_empty() && !is_address(&email) {
            form.wrong(&field, "Enter an e-mail address, or nothing");
        }
        addresses.push((person.id.clone(), email));
    }
    let (Some(waits), Some(cut_off), Some(class), true) = (waits, cut_off, class, form.is_right())
    else {
        let errors = form.errors();
        let frame = framed::frame(&app, &staff, Here::Administration).await.errors(&errors);
        return show(&app, &staff, frame, (posted.sent, errors)).await;
    };
    let house = PostHouse { waits, cut_off, class: class.to_owned(), secret: String::new() };
    match app.desk.change_post(&staff.signed, &house, &addresses).await {
        Ok(()) => Page::see_other("/settings/post?done=post"),
        Err(declined) => Page::declined(declined),
    }
}

async fn show(app: &App, staff: &Staff, frame: Frame, (sent, errors): (Sent, FormErrors)) -> Page {
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    match page(app, staff, frame, (sent, errors)).await {
        Ok(page) => Page::with(status, &page),
        Err(declined) => Page::declined(declined),
    }
}

async fn page(
    app: &App,
    staff: &Staff,
    frame: Frame,
    (sent, errors): (Sent, FormErrors),
) -> Result<HousePage, Declined> {
    let scope = &staff.signed.scope;
    let house = app.desk.post_house(scope).await?;
    let held = post_house::addresses(&app.desk.db, scope).await?;
    let people = accounts::list_staff(&app.desk.db, scope).await?;
    let form = Form::kept(framed::keys_of(app, staff).await?, sent, errors);
    let people = people.iter().filter(|it| it.active && Signed::handles(it));
    let addresses = people.map(|person| {
        let email = held.iter().find(|(id, _)| *id == person.id).map(|(_, email)| email.as_str());
        form.text(&format!("email-{}", person.id), &person.name)
            .email()
            .width(30)
            .preset(email.unwrap_or_default())
    });
    Ok(HousePage {
        frame: frame.titled("How letters leave"),
        cut_off: cut_off(&house).strftime("%H:%M").to_string(),
        class: if house.class == "second" { "second" } else { "first" },
        waits: if house.waits { "wait" } else { "at-once" },
        no_mail: !app.desk.sends_mail(),
        addresses: addresses.collect(),
        form,
    })
}
