//! Pages for anybody: help, dates worked out, and whether the program is well.

use askama::Template;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::IntoResponse;
use redress_store::Scope;

use crate::web::framed;
use crate::web::guard::Perhaps;
use crate::web::page::Page;
use crate::web::part::frame::Frame;
use crate::web::part::tag::{Mark, Tag};
use crate::web::route::{Route, Who};
use crate::web::state::App;

pub mod calculator;
mod course;

/// The pages.
pub fn routes() -> Vec<Route> {
    vec![
        Route::get("/help", Who::Anyone, help),
        Route::get("/date-calculator", Who::Anyone, calculator::get),
        Route::get("/health", Who::Anyone, health),
    ]
}

#[derive(Template)]
#[template(path = "public/help.html")]
struct HelpPage {
    frame: Frame,
    tags: Vec<(Tag, &'static str)>,
    glossary: &'static [(&'static str, &'static str)],
    telephone: Option<String>,
}

/// Words that pages use, and what they mean.
const GLOSSARY: &[(&str, &str)] = &[
    (
        "Acknowledgement",
        "The letter that says what we understood the complaint to be, who deals with it and when we answer.",
    ),
    (
        "Action",
        "Something we promised to do, with a day and somebody who does it. It stays open when the complaint is closed.",
    ),
    (
        "Clause",
        "The place in the policy, or in the Complaint Handling Code, that a rule comes from.",
    ),
    ("Clock", "A time limit that runs. Each one shows how its day was reached."),
    (
        "Definition",
        "What the complaint is about: its points, what the resident wants, and what is ours to answer.",
    ),
    (
        "Escalation",
        "A complaint going on to stage 2, because the resident asks for it. No reason is needed.",
    ),
    (
        "Extension",
        "A later day for the response, with a reason, told to the resident before the old day has passed.",
    ),
    ("Finding", "The decision on one point, with its reasons."),
    ("Floor", "Where the Code is stricter than the landlord's own policy, the Code counts."),
    ("Point", "One thing complained of. Every point is answered."),
    (
        "Policy pack",
        "A landlord's complaints policy as data. A complaint keeps the one that was in force when it was received.",
    ),
    (
        "Promise",
        "Anything due to a resident by a day: an acknowledgement, a response, an update, an action.",
    ),
    ("Remedy", "What puts things right: an apology, work, money, a change."),
    ("Response", "The letter that answers every point of a stage."),
    (
        "Stage 1, stage 2",
        "The first answer, and a second look by somebody else. After stage 2 comes the Housing Ombudsman.",
    ),
    (
        "Working day",
        "Not a Saturday, Sunday or bank holiday, and not a day on which the landlord is closed.",
    ),
];

/// Keys, words and tags.
pub async fn help(Perhaps(staff): Perhaps, State(app): State<App>) -> Page {
    let tags = vec![
        (Tag::late(3), "The day has passed and it is not done."),
        (Tag::left(0, 3), "It is due today. Done today is in time."),
        (Tag::left(2, 3), "It is due within three working days."),
        (Tag::left(9, 3), "There is time."),
        (
            Tag::forecast(),
            "Not running yet: when it would be due if the step before it happened on its last day.",
        ),
        (Tag::new(Mark::Met, "Met 10 Apr"), "Done in time."),
        (Tag::met_late(2), "Done, but after its day."),
        (
            Tag::plain("No longer counts"),
            "The complaint was taken back, or something else ended the limit.",
        ),
        (Tag::not_started(), "Nothing has started it yet."),
    ];
    let telephone = framed::only_landlord(&app).await.map(|landlord| landlord.telephone);
    let telephone = telephone.filter(|number| !number.is_empty());
    let frame = framed::open_to(&app, staff.as_ref()).await.titled("Help");
    Page::ok(&HelpPage { frame, tags, glossary: GLOSSARY, telephone })
}

/// Whether the records can be reached and the clock has not gone back.
pub async fn health(State(app): State<App>) -> Page {
    let (status, body) = match trouble(&app).await {
        None => (StatusCode::OK, "{\"ok\":true}".to_owned()),
        Some(what) => {
            let body = format!("{{\"ok\":false,\"what\":\"{what}\"}}");
            (StatusCode::SERVICE_UNAVAILABLE, body)
        }
    };
    Page::from((status, [(header::CONTENT_TYPE, "application/json")], body).into_response())
}

/// What is wrong, in a word that gives nothing away.
async fn trouble(app: &App) -> Option<&'static str> {
    if let Err(error) = app.desk.db.ping().await {
        tracing::error!(error = %error, "records out of reach");
        return Some("records");
    }
    let Ok(landlords) = redress_store::settings::list_landlords(&app.desk.db).await else {
        return Some("records");
    };
    let now = app.desk.now();
    for landlord in landlords {
        match redress_store::record::head(&app.desk.db, &Scope::of(landlord.id)).await {
            Ok(Some(head)) if now.duration_since(head.recorded_at).as_secs() < -2 => {
                return Some("clock");
            }
            Ok(_) => {}
            Err(_) => return Some("records"),
        }
    }
    None
}
