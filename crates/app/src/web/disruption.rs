//! Telling everybody with an open complaint that something keeps us from our work (Code 8.5).

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use redress_domain::command::WriteLetter;
use redress_domain::personal::Words;
use redress_domain::vocabulary::Role;
use redress_store::lists::{self, Filter};

use crate::desk::disruption::Told;
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

/// The page.
pub fn routes() -> Vec<Route> {
    vec![Route::get("/disruptions", MANAGERS, get), Route::post("/disruptions", MANAGERS, post)]
}

#[derive(Template)]
#[template(path = "post/disruption.html")]
struct DisruptionPage {
    frame: Frame,
    form: Form,
    /// How many complaints are open: "43", "more than 1000".
    open: String,
}

/// What was written so far, and what is still to be.
#[derive(Template)]
#[template(path = "post/disruption_told.html")]
struct ToldPage {
    frame: Frame,
    form: Form,
    heading: String,
    /// Complaints whose letter could not be written, by reference.
    held: Vec<String>,
    /// What the next go is asked with: names and values.
    next: Vec<(&'static str, String)>,
}

/// The form.
pub async fn get(staff: Staff, State(app): State<App>) -> Page {
    show(&app, &staff, (Sent::nothing(), FormErrors::none())).await
}

/// Writes to everybody, as many as one go allows; the answer says who was told and who was not.
pub async fn post(staff: Staff, State(app): State<App>, posted: Posted) -> Page {
    let mut form = Reading::of(&posted.sent);
    let what = form.required("what", "Enter what happened");
    let effect = form.required("effect", "Enter what it means for them");
    let back = form.day("back", "Enter the day by which we are back");
    // A go that follows is asked with what the first one took.
    let run = posted.sent.get("run").to_owned();
    if run.is_empty() && back.is_some_and(|day| day < app.desk.today()) {
        form.wrong("back", "Enter today or a later day");
    }
    let (Some(what), Some(effect), Some(back), true) = (what, effect, back, form.is_right()) else {
        let errors = form.errors();
        return show(&app, &staff, (posted.sent, errors)).await;
    };
    let notice = WriteLetter::DisruptionNotice {
        what_happened: Words::said(what),
        effect: Words::said(effect),
        back_by: Some(back),
    };
    let run = if run.is_empty() { posted.once() } else { run };
    let from = (run.as_str(), posted.sent.get("after"));
    match app.desk.tell_everybody(&staff.signed, from, &notice).await {
        Ok(told) => tell(&app, &staff, (&posted.sent, run.clone()), told).await,
        Err(declined) => Page::declined(declined),
    }
}

async fn tell(app: &App, staff: &Staff, (sent, run): (&Sent, String), told: Told) -> Page {
    let before: u32 = sent.get("told").parse().unwrap_or_default();
    let all = before.saturating_add(told.told);
    let letters = if all == 1 { "1 letter".to_owned() } else { format!("{all} letters") };
    let (heading, next) = match told.next {
        Some(after) => {
            let kept = ["what", "effect", "back"].map(|name| (name, sent.get(name).to_owned()));
            let place = [("run", run), ("after", after), ("told", all.to_string())];
            (format!("{letters} written so far"), kept.into_iter().chain(place).collect())
        }
        None => (format!("{letters} written"), Vec::new()),
    };
    match framed::keys(app, staff).await {
        Ok(keys) => {
            let frame = framed::frame(app, staff, Here::Post).await.titled(&heading);
            let form = Form::kept(keys, Sent::nothing(), FormErrors::none());
            Page::ok(&ToldPage { frame, form, heading, held: told.held, next })
        }
        Err(page) => page,
    }
}

async fn show(app: &App, staff: &Staff, (sent, errors): (Sent, FormErrors)) -> Page {
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let (scope, me) = (&staff.signed.scope, &staff.signed.staff.id);
    let filter = Filter { open: Some(true), ..Filter::default() };
    let open = match lists::count(&app.desk.db, scope, me, &filter).await {
        Ok(counted) if counted.more => format!("more than {}", counted.n),
        Ok(counted) => counted.n.to_string(),
        Err(error) => return Page::declined(error.into()),
    };
    match framed::keys(app, staff).await {
        Ok(keys) => {
            let frame = framed::frame(app, staff, Here::Post).await.errors(&errors);
            let form = Form::kept(keys, sent, errors);
            let frame = frame.titled("Tell everybody");
            Page::with(status, &DisruptionPage { frame, form, open })
        }
        Err(page) => page,
    }
}
