//! One question: its page, and what was answered, kept before the next is shown.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use redress_store::portal::intake::IntakeFile;

use crate::desk::intake::Answers;
use crate::web::page::Page;
use crate::web::part::errors::FormErrors;
use crate::web::part::form::{Form, Keys};
use crate::web::part::piece::Piece;
use crate::web::part::sent::Sent;
use crate::web::portal::complain::files;
use crate::web::portal::complain::question::Question;
use crate::web::portal::guest::{Guest, MaybeGuest};
use crate::web::portal::shell::{Heard, Shell};
use crate::web::posted::Posted;
use crate::web::state::App;

#[derive(Template)]
#[template(path = "portal/question.html")]
struct QuestionPage {
    p: Shell,
    form: Form,
    slug: &'static str,
    heading: String,
    why: String,
    /// Whether the field itself is the heading of the page.
    alone: bool,
    /// Whether the field's own hint says why we ask.
    why_shown: bool,
    fields: Vec<Piece>,
    files: Vec<IntakeFile>,
    takes_files: bool,
    back: String,
    then: String,
    step: String,
}

#[derive(Template)]
#[template(path = "portal/later.html")]
struct LaterPage {
    p: Shell,
    code: String,
}

/// The page of a question.
pub async fn get(
    MaybeGuest(guest): MaybeGuest,
    Path(slug): Path<String>,
    State(app): State<App>,
    heard: Heard,
    Query(sent): Query<Sent>,
) -> Page {
    let Some(question) = Question::named(&slug) else { return Page::missing() };
    let (guest, answers) = match telling(&app, guest).await {
        Ok(found) => found,
        Err(page) => return page,
    };
    let then = if sent.get("then") == "answers" { "answers" } else { "" };
    let form = (Sent::from_pairs(answers.of(question.slug())), FormErrors::none());
    show((&app, &heard, &guest), question, (StatusCode::OK, form), (&answers, then)).await
}

/// Keeps an answer and goes on.
pub async fn post(
    MaybeGuest(guest): MaybeGuest,
    Path(slug): Path<String>,
    State(app): State<App>,
    heard: Heard,
    posted: Posted,
) -> Page {
    let Some(question) = Question::named(&slug) else { return Page::missing() };
    let (guest, mut answers) = match telling(&app, guest).await {
        Ok(found) => found,
        Err(page) => return page,
    };
    let t = heard.tongue;
    let mut form = t.reading(&posted);
    question.check(&mut form, &posted.sent, t);
    t.note_files(&mut form, &posted);
    let then = if posted.sent.get("then") == "answers" { "answers" } else { "" };
    let removed = posted.sent.get("remove").to_owned();
    if !removed.is_empty() {
        if let Err(declined) = files::remove(&app.desk, &guest, &removed).await {
            return Page::declined(declined);
        }
        return Page::see_other(&here(question, then));
    }
    let mut errors = form.errors();
    if !posted.files.is_empty() {
        let what = if question == Question::Proof { "authority" } else { "evidence" };
        match files::keep(&app.desk, &guest, (&posted.files, what)).await {
            Ok(true) => {}
            Ok(false) => errors.add("files", t.say("files-too-many")),
            Err(declined) => return Page::declined(declined),
        }
    }
    // What was answered is kept also where something else is wrong: nothing is typed twice.
    let mut pairs = Vec::new();
    for (name, value) in posted.sent.pairs() {
        if question.names().contains(&name.as_str()) {
            pairs.push((name.clone(), value.clone()));
        }
    }
    let readable = errors.is_empty() || !posted.sent.pairs().iter().any(|it| it.1.contains('\0'));
    if readable {
        answers.keep(question.slug(), pairs);
        if let Err(declined) = app.desk.save_intake(&guest.at, &answers).await {
            return Page::declined(declined);
        }
    }
    if !errors.is_empty() {
        let form = (posted.sent.clone(), errors);
        let shown = (StatusCode::UNPROCESSABLE_ENTITY, form);
        return show((&app, &heard, &guest), question, shown, (&answers, then)).await;
    }
    if posted.sent.get("do") == "add" {
        return Page::see_other(&here(question, then));
    }
    if posted.sent.get("do") == "later" {
        return said_later((&app, &heard, &guest)).await;
    }
    let whom = answers.one("whom", "whom");
    match question.next(&whom).filter(|_| then.is_empty()) {
        Some(next) => Page::see_other(&here(next, "")),
        None => Page::see_other("/complain/answers"),
    }
}

/// Leaves it for another day: the code that leads back.
pub async fn later(
    MaybeGuest(guest): MaybeGuest,
    State(app): State<App>,
    heard: Heard,
    _posted: Posted,
) -> Page {
    match telling(&app, guest).await {
        Ok((guest, _)) => said_later((&app, &heard, &guest)).await,
        Err(page) => page,
    }
}

async fn said_later((app, heard, guest): (&App, &Heard, &Guest)) -> Page {
    match app.desk.way_back(&guest.at).await {
        Ok(code) => {
            let p = Shell::of(app, heard, Some(guest), "later-title").await;
            Page::ok(&LaterPage { p, code })
        }
        Err(declined) => Page::declined(declined),
    }
}

/// The complaint that is being told in this browser, or the page where one begins.
///
/// # Errors
/// The page to show instead.
pub async fn telling(app: &App, guest: Option<Guest>) -> Result<(Guest, Answers), Page> {
    let Some(guest) = guest.filter(|guest| guest.at.visit.draft.is_some()) else {
        return Err(Page::see_other("/complain?over=1"));
    };
    match app.desk.intake(&guest.at).await {
        Ok(Some(answers)) if answers.reference.is_some() => {
            Err(Page::see_other("/complain/receipt"))
        }
        Ok(Some(answers)) => Ok((guest, answers)),
        Ok(None) => Err(Page::see_other("/complain?over=1")),
        Err(declined) => Err(Page::declined(declined)),
    }
}

fn here(question: Question, then: &str) -> String {
    let then = if then.is_empty() { "" } else { "?then=answers" };
    format!("/complain/{}{then}", question.slug())
}

async fn show(
    (app, heard, guest): (&App, &Heard, &Guest),
    question: Question,
    (status, (sent, errors)): (StatusCode, (Sent, FormErrors)),
    (answers, then): (&Answers, &str),
) -> Page {
    let p = Shell::of(app, heard, Some(guest), question.heading()).await.wrong(errors.clone());
    let files = match files::of(&app.desk, guest).await {
        Ok(files) => files,
        Err(declined) => return Page::declined(declined),
    };
    let t = heard.tongue;
    let whom = answers.one("whom", "whom");
    let keys = Keys { csrf: guest.at.visit.csrf.clone(), ..Keys::default() };
    let form = t.asking(Form::kept(keys, sent, errors));
    let asked: Vec<Question> =
        Question::ALL.into_iter().filter(|question| question.is_asked(&whom)).collect();
    let step = asked.iter().position(|it| *it == question).map_or(1, |place| place + 1);
    let back = match question.before(&whom).filter(|_| then.is_empty()) {
        Some(before) => here(before, ""),
        None if then.is_empty() => "/complain".to_owned(),
        None => "/complain/answers".to_owned(),
    };
    let what = if question == Question::Proof { "authority" } else { "evidence" };
    let alone = !matches!(question, Question::Files | Question::Reach);
    let page = QuestionPage {
        fields: question.fields(&form, t),
        slug: question.slug(),
        heading: t.say(question.heading()),
        why: t.say(question.why()),
        alone,
        why_shown: matches!(question, Question::What | Question::Outcome | Question::Home),
        files: files.into_iter().filter(|file| file.what == what).collect(),
        takes_files: question.takes_files(),
        back,
        then: then.to_owned(),
        step: t.with_both("step", &("n", &step.to_string()), &("of", &asked.len().to_string())),
        form,
        p,
    };
    Page::with(status, &page)
}
