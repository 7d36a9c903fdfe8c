//! M3, looking it over: all answers with a way to change each; nothing is sent before the button.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;

use crate::desk::intake::Answers;
use crate::web::page::Page;
use crate::web::part::errors::FormErrors;
use crate::web::part::form::{Form, Keys};
use crate::web::portal::complain::page::telling;
use crate::web::portal::complain::question::{LETTERS_IN, NEEDS, Question};
use crate::web::portal::complain::{contact, files};
use crate::web::portal::guest::{Guest, MaybeGuest};
use crate::web::portal::shell::{Heard, Shell};
use crate::web::portal::tongue::Tongue;
use crate::web::posted::Posted;
use crate::web::state::App;

#[derive(Template)]
#[template(path = "portal/answers.html")]
struct AnswersPage {
    p: Shell,
    form: Form,
    rows: Vec<Row>,
}

/// One answer.
struct Row {
    question: String,
    /// What was answered, a line each.
    said: Vec<String>,
    change: String,
}

/// All answers.
pub async fn get(MaybeGuest(guest): MaybeGuest, State(app): State<App>, heard: Heard) -> Page {
    match telling(&app, guest).await {
        Ok((guest, answers)) => {
            show((&app, &heard, &guest), &answers, (StatusCode::OK, FormErrors::none())).await
        }
        Err(page) => page,
    }
}

/// Sends it: from here on it is a complaint with a reference.
pub async fn post(
    MaybeGuest(guest): MaybeGuest,
    State(app): State<App>,
    heard: Heard,
    _posted: Posted,
) -> Page {
    let (guest, answers) = match telling(&app, guest).await {
        Ok(found) => found,
        Err(page) => return page,
    };
    if answers.one("what", "what").is_empty() {
        let wrong = FormErrors::one("row-what", heard.tongue.say("what-missing"));
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        return show((&app, &heard, &guest), &answers, (status, wrong)).await;
    }
    let kept = match files::of(&app.desk, &guest).await {
        Ok(kept) => kept,
        Err(declined) => return Page::declined(declined),
    };
    let token = app.desk.intake_token(&guest.at);
    let contact = contact::of(&answers, &kept, token, app.desk.today());
    match app.desk.send_intake((&guest.at, &guest.token), contact).await {
        Ok(()) => Page::see_other("/complain/receipt"),
        Err(declined) => {
            tracing::warn!(?declined, "a complaint from the portal was not taken in");
            let wrong = FormErrors::top(heard.tongue.say("not-saved"));
            let status = StatusCode::SERVICE_UNAVAILABLE;
            show((&app, &heard, &guest), &answers, (status, wrong)).await
        }
    }
}

async fn show(
    (app, heard, guest): (&App, &Heard, &Guest),
    answers: &Answers,
    (status, wrong): (StatusCode, FormErrors),
) -> Page {
    let t = heard.tongue;
    let p = Shell::of(app, heard, Some(guest), "answers-title").await.wrong(wrong);
    let kept = match files::of(&app.desk, guest).await {
        Ok(kept) => kept,
        Err(declined) => return Page::declined(declined),
    };
    let whom = answers.one("whom", "whom");
    let asked = Question::ALL.into_iter().filter(|question| question.is_asked(&whom));
    let rows = asked.map(|question| {
        let mut said = said(question, answers, t);
        let what = if question == Question::Proof { "authority" } else { "evidence" };
        if question.takes_files() {
            said.extend(kept.iter().filter(|it| it.what == what).map(|it| it.name.clone()));
        }
        Row { question: t.say(question.heading()), said, change: question.slug().to_owned() }
    });
    let rows = rows.collect();
    let keys = Keys { csrf: guest.at.visit.csrf.clone(), ..Keys::default() };
    Page::with(status, &AnswersPage { p, form: Form::blank(keys), rows })
}

/// What was answered to a question, as the person reads it.
fn said(question: Question, answers: &Answers, t: &Tongue) -> Vec<String> {
    let mut lines = Vec::new();
    for (name, value) in answers.of(question.slug()) {
        let key = match (name.as_str(), value.as_str()) {
            (_, "") => continue,
            ("whom", "me") => "whom-me",
            ("whom", "someone") => "whom-someone",
            ("whom", "group") => "whom-group",
            ("danger" | "before", "no") => "no",
            ("danger" | "before", "yes") => "yes",
            ("danger" | "before", "unsure") => "not-sure",
            ("proof", "now") => "proof-now",
            ("proof", "later") => "proof-later",
            ("proof", "ask") => "proof-ask",
            ("standing", "tenant") => "standing-tenant",
            ("standing", "leaseholder") => "standing-leaseholder",
            ("standing", "shared-owner") => "standing-shared-owner",
            ("standing", "former-occupier") => "standing-former",
            ("standing", "applicant") => "standing-applicant",
            ("standing", "non-customer") => "standing-other",
            ("needs", need) => {
                let known = NEEDS.iter().find(|(id, ..)| *id == need);
                let letters = if need.starts_with(LETTERS_IN) { "need-letters-in" } else { "" };
                known.map_or(letters, |(_, key, _)| key)
            }
            _ => "",
        };
        lines.push(if key.is_empty() { value } else { t.say(key) });
    }
    lines
}
