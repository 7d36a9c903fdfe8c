//! After an answer and after the closing: lessons and improvements, the survey, and opening again.

use redress_domain::command::Command;
use redress_domain::personal::Words;

use crate::desk::Case;
use crate::web::answer::{Asked, Sheet, Visit};
use crate::web::answering::closure::{self, draw};
use crate::web::page::Page;
use crate::web::part::choices::Choices;
use crate::web::part::day;
use crate::web::part::form::Form;
use crate::web::part::reading::Reading;
use crate::web::posted::Posted;

/// The forms that may be used now.
pub struct Forms {
    pub lesson: Option<Form>,
    pub improvement: Option<Form>,
    pub reopening: Option<Form>,
    pub survey: Option<Form>,
    pub survey_answer: Option<(Form, Choices, Choices)>,
    /// The path of the form that came back.
    pub open: String,
}

/// The forms over a case.
pub fn of(sheet: &Sheet) -> Forms {
    let complaint = &sheet.case.complaint;
    let ended = complaint.closed.is_some() || complaint.withdrawn_on.is_some();
    let learn = Command::RecordImprovement { what: Words::said("x"), done_on: None };
    let may_learn = sheet.barred_from(&learn).is_none();
    let reopen = Command::Reopen { reason: Words::said("x") };
    let may_reopen = ended && sheet.barred_from(&reopen).is_none();
    let answered = complaint.current().responded.is_some();
    let may_ask = answered
        && complaint.surveyed_on.is_none()
        && sheet.barred_from(&Command::Survey {}).is_none();
    let answer = Command::AnswerSurvey { handling: None, outcome: None, text: None };
    let may_answer = complaint.surveyed_on.is_some() && sheet.barred_from(&answer).is_none();
    let form = |path: &str| sheet.form(path);
    Forms {
        // While the case is open and nothing is learned yet, closing asks for the lesson itself.
        lesson: (may_learn && (0 < complaint.lessons || complaint.closed.is_some()))
            .then(|| form("closure/lesson")),
        improvement: (may_learn && 0 < complaint.lessons).then(|| form("closure/improvement")),
        reopening: may_reopen.then(|| form("closure/reopening")),
        survey: may_ask.then(|| form("closure/survey")),
        survey_answer: may_answer.then(|| {
            let form = form("closure/survey-answer");
            let handling = scores(form.radios("handling", "How the complaint was handled"));
            let outcome = scores(form.radios("outcome", "What came of it"));
            (form, handling, outcome)
        }),
        open: sheet.kept.as_ref().map(|kept| kept.form.clone()).unwrap_or_default(),
    }
}

fn scores(radios: Choices) -> Choices {
    radios
        .option("1", "1, very unhappy")
        .option("2", "2")
        .option("3", "3")
        .option("4", "4")
        .option("5", "5, very happy")
        .inline()
}

/// Records what was learned.
pub async fn lesson(visit: Visit, posted: Posted) -> Page {
    let read = |form: &mut Reading<'_>, _: &Case| {
        let command = closure::lesson(form)?;
        Some(Asked::of(vec![command], "lesson").then("closure"))
    };
    visit.act(posted, read, draw).await
}

/// Records what was changed because of the complaint.
pub async fn improvement(visit: Visit, posted: Posted) -> Page {
    let today = visit.app.desk.today();
    let read = move |form: &mut Reading<'_>, _: &Case| {
        let what = form.required("improvement", "Enter what was changed");
        let done_on = form.day("improved-on", "Enter the day it was changed");
        if done_on.is_some_and(|on| today < on) {
            form.wrong("improved-on", format!("Enter a day up to today, {}", day::short(today)));
        }
        let command =
            Command::RecordImprovement { what: Words::said(what?), done_on: Some(done_on?) };
        Some(Asked::of(vec![command], "improved").then("closure"))
    };
    visit.act(posted, read, draw).await
}

/// Opens an ended case again.
pub async fn reopen(visit: Visit, posted: Posted) -> Page {
    let read = |form: &mut Reading<'_>, _: &Case| {
        let reason = form.required("reopen-reason", "Enter why it is opened again")?;
        let command = Command::Reopen { reason: Words::said(reason) };
        Some(Asked::of(vec![command], "reopened").then("closure"))
    };
    visit.act(posted, read, draw).await
}

/// Records that the resident was asked how it went.
pub async fn survey(visit: Visit, posted: Posted) -> Page {
    let read = |_: &mut Reading<'_>, _: &Case| {
        Some(Asked::of(vec![Command::Survey {}], "surveyed").then("closure"))
    };
    visit.act(posted, read, draw).await
}

/// Keeps what the resident answered.
pub async fn survey_answer(visit: Visit, posted: Posted) -> Page {
    let read = |form: &mut Reading<'_>, _: &Case| {
        let score = |sent: &str| sent.parse::<u8>().ok().filter(|score| (1..=5).contains(score));
        let handling = form.choice("handling", "Choose a number for the handling", score);
        let outcome = form.choice("outcome", "Choose a number for what came of it", score);
        let text = form.words("survey-text");
        let command = Command::AnswerSurvey {
            handling: Some(handling?),
            outcome: Some(outcome?),
            text: text?.map(Words::said),
        };
        Some(Asked::of(vec![command], "surveyed").then("closure"))
    };
    visit.act(posted, read, draw).await
}
