//! M6 to M14, a resident's own complaint: what happens next and how that day was reached, what we
//! understood, what was sent, and everything they may ask of us.

use askama::Template;
use axum::extract::{FromRequestParts, Path, Query};
use axum::http::StatusCode;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};
use redress_domain::command::Command;
use redress_domain::vocabulary::Channel;

use crate::desk::{Act, Case, Declined};
use crate::web::answering::paper;
use crate::web::page::Page;
use crate::web::part::errors::FormErrors;
use crate::web::part::form::Form;
use crate::web::part::letter::KeptSheet;
use crate::web::part::sent::Sent;
use crate::web::portal::guest::Guest;
use crate::web::portal::mine::view::View;
use crate::web::portal::shell::{Heard, Shell};
use crate::web::route::{Route, Who};
use crate::web::state::App;

pub mod act;
mod add;
mod offer;
mod others;
mod promises;
mod stage_2;
mod survey;
mod understanding;
pub mod view;

pub(super) use others::OmbudsmanPage;

/// The routes of a resident's own complaint.
pub fn routes() -> Vec<Route> {
    const OWN: Who = Who::Resident;
    vec![
        Route::get("/my-complaint", OWN, get),
        Route::get("/my-complaint/letters/{id}", OWN, letter),
        Route::get("/my-complaint/letters/{id}/paper", OWN, letter_paper),
        Route::get("/my-complaint/understanding", OWN, understanding::get),
        Route::post("/my-complaint/understanding", OWN, understanding::post),
        Route::get("/my-complaint/messages", OWN, add::get),
        Route::post("/my-complaint/messages", OWN, add::post),
        Route::get("/my-complaint/stage-2", OWN, stage_2::get),
        Route::post("/my-complaint/stage-2", OWN, stage_2::post),
        Route::get("/my-complaint/offer", OWN, offer::get),
        Route::post("/my-complaint/offer", OWN, offer::post),
        Route::get("/my-complaint/promises", OWN, promises::get),
        Route::post("/my-complaint/promises", OWN, promises::post),
        Route::get("/my-complaint/survey", OWN, survey::get),
        Route::post("/my-complaint/survey", OWN, survey::post),
        Route::get("/my-complaint/ombudsman", OWN, others::ombudsman),
        Route::get("/my-complaint/authority", OWN, others::get_authority),
        Route::post("/my-complaint/authority", OWN, others::post_authority),
        Route::get("/my-complaint/withdrawal", OWN, others::get_withdrawal),
        Route::post("/my-complaint/withdrawal", OWN, others::post_withdrawal),
    ]
}

/// A resident at a page of their own complaint, with the complaint: the first argument of every such
/// page.
pub(super) struct Mine {
    pub app: App,
    pub guest: Guest,
    pub heard: Heard,
    pub case: Case,
}

impl FromRequestParts<App> for Mine {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Self::Rejection> {
        let guest = Guest::from_request_parts(parts, app).await?;
        let heard = match Heard::from_request_parts(parts, app).await {
            Ok(heard) => heard,
            Err(never) => match never {},
        };
        Mine::of(app.clone(), guest, heard).await.map_err(IntoResponse::into_response)
    }
}

impl Mine {
    /// Loads the one case that the visit opens.
    ///
    /// # Errors
    /// It is not there any more, or the records cannot be reached.
    pub async fn of(app: App, guest: Guest, heard: Heard) -> Result<Mine, Page> {
        if guest.reference().is_empty() {
            // They are still telling it, or have just sent it.
            return Err(Page::see_other("/complain/answers"));
        }
        let case = app.desk.case(&guest.at.signed, guest.reference()).await;
        let case = case.map_err(Page::declined)?;
        Ok(Mine { app, guest, heard, case })
    }

    /// The surroundings of a page, with the reference in the window's title.
    pub async fn shell(&self, title: &str) -> Shell {
        let mut shell = Shell::of(&self.app, &self.heard, Some(&self.guest), title).await;
        shell.large = self.case.person.as_ref().is_some_and(|person| person.large_print);
        shell
    }

    /// A page with a form: empty, or with what was sent and what is wrong with it.
    pub async fn ask<T: Template>(
        &self,
        title: &str,
        kept: Option<(Sent, FormErrors)>,
        page: impl FnOnce(Shell, Form) -> T,
    ) -> Page {
        let keys = match self.guest.keys(&self.app).await {
            Ok(keys) => keys,
            Err(page) => return page,
        };
        let (status, (sent, errors)) = match kept {
            Some(kept) => (StatusCode::UNPROCESSABLE_ENTITY, kept),
            None => (StatusCode::OK, (Sent::nothing(), FormErrors::none())),
        };
        let p = self.shell(title).await.wrong(errors.clone());
        let form = self.heard.tongue.asking(Form::kept(keys, sent, errors));
        Page::with(status, &page(p, form))
    }

    /// What may be shown.
    pub fn view(&self) -> View {
        View::of(&self.case, self.heard.tongue, self.app.desk.today(), self.acts_for_them())
    }

    /// Whether it is somebody who acts for the person.
    pub fn acts_for_them(&self) -> bool {
        self.guest.at.visit.representative
    }

    /// Whether a command would be taken now.
    pub fn would_take(&self, command: Command) -> Result<(), Declined> {
        let act = Act { commands: vec![command], ..Act::default() };
        self.app.desk.decide_act(&self.guest.at.signed, &self.case, &act).map(drop)
    }

    /// Whether stage 2 can be asked for now.
    pub fn may_ask_for_stage_2(&self) -> bool {
        self.would_take(Command::RequestEscalation {
            channel: Some(Channel::Portal),
            reason: None,
            points: None,
            received_on: None,
        })
        .is_ok()
    }
}

#[derive(Template)]
#[template(path = "portal/mine.html")]
struct MinePage {
    p: Shell,
    v: View,
    may_escalate: bool,
}

/// What is said after something was done.
const DONE: &[(&str, &str)] = &[
    ("sent", "done-sent"),
    ("confirmed", "done-confirmed"),
    ("corrected", "done-corrected"),
    ("stage-2", "done-stage-2"),
    ("accepted", "done-accepted"),
    ("rejected", "done-rejected"),
    ("promise", "done-promise"),
    ("promise-right", "done-promise-right"),
    ("survey", "done-survey"),
    ("authority", "done-authority"),
    ("withdrawal", "done-withdrawal"),
];

/// Where it stands.
async fn get(mine: Mine, Query(sent): Query<Sent>) -> Page {
    let mut p = mine.shell("mine-title").await.done(sent.get("done"), DONE);
    p.frame = p.frame.about(&mine.case.reference);
    let may_escalate = mine.may_ask_for_stage_2();
    Page::ok(&MinePage { p, v: mine.view(), may_escalate })
}

#[derive(Template)]
#[template(path = "portal/letter.html")]
struct LetterPage {
    p: Shell,
    heading: String,
    paper: String,
    text: KeptSheet,
}

/// A letter as it was sent.
async fn letter(mine: Mine, Path(number): Path<String>) -> Page {
    let v = mine.view();
    let Some(shown) = v.letters.iter().find(|it| it.number.to_string() == number) else {
        return Page::missing();
    };
    let p = mine.shell("letter-title").await;
    let paper = format!("/my-complaint/letters/{}/paper", shown.number);
    Page::ok(&LetterPage {
        p,
        heading: shown.title.clone(),
        paper,
        text: KeptSheet::of(&shown.text),
    })
}

/// Its paper, with the code masked.
async fn letter_paper(mine: Mine, Path(number): Path<String>) -> Page {
    let v = mine.view();
    let Some(shown) = v.letters.iter().find(|it| it.number.to_string() == number) else {
        return Page::missing();
    };
    match mine.app.desk.files.read(&shown.paper).await {
        Ok(bytes) => paper::page(bytes, &format!("letter-{}.pdf", shown.number)),
        Err(error) => Page::declined(Declined::from(error)),
    }
}
