//! Telling everybody with an open complaint that something keeps us from our work (Code 8.5).

use askama::Template;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use redress_domain::command::WriteLetter;
use redress_domain::personal::Words;
use redress_domain::vocabulary::Role;

use crate::web::framed::{self, Here};
use crate::web::guard::Staff;
use crate::web::page::Page;
use crate::web::part::errors::FormErrors;
use crate::web::part::form::Form;
use crate::web::part::frame::Frame;
use crate::web::part::reading::Reading;
use crate::web::part::sent::Sent;
use crate::web::posted::Posted;
use crate::web::route::{Route, Who};
use crate::web::state::App;

/// Who runs the house.
pub const MANAGERS: Who = Who::Roles(&[Role::ComplaintsManager, Role::SeniorManager]);

const DONE: &[(&str, &str)] =
    &[("told", "The letters are being written. Each stands on its complaint and under Post.")];

/// The page.
pub fn routes() -> Vec<Route> {
    vec![Route::get("/disruptions", MANAGERS, get), Route::post("/disruptions", MANAGERS, post)]
}

#[derive(Template)]
#[template(path = "post/disruption.html")]
struct DisruptionPage {
    frame: Frame,
    form: Form,
}

/// The form.
pub async fn get(staff: Staff, State(app): State<App>, Query(sent): Query<Sent>) -> Page {
    let frame = framed::frame(&app, &staff, Here::Post).await;
    let frame = framed::done(frame, sent.get("done"), DONE);
    show(&app, &staff, frame, (Sent::nothing(), FormErrors::none())).await
}

/// Writes to everybody. It goes on after the answer: a thousand letters take their time.
pub async fn post(staff: Staff, State(app): State<App>, posted: Posted) -> Page {
    let mut form = Reading::of(&posted.sent);
    let what = form.required("what", "Enter what happened");
    let effect = form.required("effect", "Enter what it means for them");
    let back = form.day("back", "Enter the day by which we are back");
    if back.is_some_and(|day| day < app.desk.today()) {
        form.wrong("back", "Enter today or a later day");
    }
    let (Some(what), Some(effect), Some(back), true) = (what, effect, back, form.is_right()) else {
        let errors = form.errors();
        let frame = framed::frame(&app, &staff, Here::Post).await.errors(&errors);
        return show(&app, &staff, frame, (posted.sent, errors)).await;
    };
    let notice = WriteLetter::DisruptionNotice {
        what_happened: Words::said(what),
        effect: Words::said(effect),
        back_by: Some(back),
    };
    let (desk, signed, token) = (app.desk.clone(), staff.signed.clone(), posted.once());
    tokio::spawn(async move {
        match desk.tell_everybody(&signed, &token, &notice).await {
            Ok(told) => tracing::info!(told.told, told.held, "a disruption was told"),
            Err(declined) => tracing::error!(?declined, "not everybody was told of a disruption"),
        }
    });
    Page::see_other("/disruptions?done=told")
}

async fn show(app: &App, staff: &Staff, frame: Frame, (sent, errors): (Sent, FormErrors)) -> Page {
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    match framed::keys(app, staff).await {
        Ok(keys) => {
            let form = Form::kept(keys, sent, errors);
            Page::with(status, &DisruptionPage { frame: frame.titled("Tell everybody"), form })
        }
        Err(page) => page,
    }
}
