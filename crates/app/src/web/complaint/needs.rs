//! C8, what the person needs from us: asked at each stage, shown to everybody on the case, and the
//! reason behind it only to those who say why they must know it.

use askama::Template;
use axum::response::IntoResponse;
use redress_domain::command::Command;
use redress_domain::event::Event;
use redress_domain::person;
use redress_domain::personal::Words;
use redress_store::record;

use crate::desk::{Case, Declined};
use crate::web::answer::{Asked, Sheet, Visit};
use crate::web::complaint::told::{self, shown};
use crate::web::page::Page;
use crate::web::part::choices::Choices;
use crate::web::part::errors::FormErrors;
use crate::web::part::form::Form;
use crate::web::part::frame::Frame;
use crate::web::part::list::Timeline;
use crate::web::part::reading::Reading;
use crate::web::part::said::{self, Quote};
use crate::web::posted::Posted;

/// The need that also changes how letters are printed.
pub const LARGE_PRINT: &str = "18 point print";

/// What is often asked for.
pub const OFTEN: &[&str] = &[
    LARGE_PRINT,
    "Easy read",
    "Braille",
    "Audio",
    "British Sign Language",
    "An interpreter",
    "A call before each letter",
    "Somebody with them when we talk",
    "Only in writing",
    "More time to answer us",
];

#[derive(Template)]
#[template(path = "complaint/needs.html")]
struct NeedsPage {
    frame: Frame,
    sheet: Sheet,
    form: Form,
    why: Form,
    asked: String,
    needs: Vec<Quote>,
    /// Whether a reason is kept under lock.
    locked: bool,
    reason: Option<Quote>,
    past: Timeline,
    barred: Option<String>,
}

/// The page.
pub async fn get(visit: Visit) -> Page {
    visit.page(|sheet| draw(sheet, false)).await
}

/// Records what the person needs; large print also changes how their letters are printed.
pub async fn post(visit: Visit, posted: Posted) -> Page {
    let large = posted.sent.all("needs").any(|need| need == LARGE_PRINT);
    let response = visit.act(posted, read, |sheet| draw(sheet, false)).await.into_response();
    if large
        && response.status().is_redirection()
        && let Err(declined) = print_large(&visit).await
    {
        return Page::declined(declined);
    }
    Page::from(response)
}

/// Opens the reason behind the needs for somebody who says why.
pub async fn post_why(visit: Visit, posted: Posted) -> Page {
    let mut form = Reading::of(&posted.sent);
    let why = form.required("why", "Enter why you need to know it");
    let case = match visit.case().await {
        Ok(case) => case,
        Err(page) => return page,
    };
    let (Some(why), true) = (why, form.is_right()) else {
        let errors: FormErrors = form.errors();
        let kept = crate::web::answer::Kept {
            form: "needs/why".to_owned(),
            sent: posted.sent.clone(),
            errors: errors.clone(),
            seen: None,
            once: None,
        };
        return match visit.sheet(case, Some(kept)).await {
            Ok(mut sheet) => {
                sheet.frame = sheet.frame.errors(&errors);
                Page::wrong(&draw(sheet, false))
            }
            Err(page) => page,
        };
    };
    match visit.open_because(&why).await {
        Ok(sheet) => Page::ok(&draw(sheet, true)),
        Err(page) => page,
    }
}

/// Letters to this person are printed large from now on.
async fn print_large(visit: &Visit) -> Result<(), Declined> {
    let desk = &visit.app.desk;
    let signed = &visit.staff.signed;
    let case = desk.case_to_see(signed, &visit.re).await?;
    let (Some(id), Some(mut person)) = (case.complaint.contact.person.clone(), case.person) else {
        return Ok(());
    };
    if person.large_print {
        return Ok(());
    }
    person.large_print = true;
    let seen = record::last_seq(&desk.db, &signed.scope, &person::stream(&id)).await?;
    desk.correct_person(signed, &id, &person, seen).await
}

fn draw(sheet: Sheet, opened: bool) -> NeedsPage {
    let complaint = &sheet.case.complaint;
    let stage = complaint.stage().number();
    let asked = if complaint.current().needs_asked {
        format!("Asked at stage {stage}.")
    } else {
        format!("Not asked yet at stage {stage}.")
    };
    NeedsPage {
        frame: sheet.titled("Needs and adjustments"),
        form: sheet.form("needs"),
        why: sheet.form("needs/why"),
        asked,
        needs: complaint.needs.iter().map(|need| said::quote(shown(need), "")).collect(),
        locked: complaint.disability.is_some() && !opened,
        reason: complaint
            .disability
            .as_ref()
            .filter(|_| opened)
            .map(|words| said::quote(shown(words), "You opened this, and why is on record")),
        past: told::timeline(&sheet.case, |event| matches!(event, Event::NeedsRecorded { .. })),
        barred: sheet.barred_from(&Command::RecordNeeds {
            needs: Vec::new(),
            disability: None,
            review_on: None,
        }),
        sheet,
    }
}

/// What was ticked and written, as a command.
pub fn command(form: &mut Reading<'_>) -> Option<Command> {
    let mut needs: Vec<Words> = form.ticked("needs", |sent| {
        let known = OFTEN.iter().find(|need| **need == sent);
        known.map(|need| Words::said(*need))
    });
    let others = form.words("other-needs")?;
    let lines = others.as_deref().unwrap_or_default().lines();
    needs.extend(lines.map(str::trim).filter(|line| !line.is_empty()).map(Words::said));
    let disability = form.words("disability")?.map(Words::Sealed);
    let review_on = form.optional_day("review-on")?;
    Some(Command::RecordNeeds { needs, disability, review_on })
}

fn read(form: &mut Reading<'_>, _: &Case) -> Option<Asked> {
    let command = command(form)?;
    let empty = matches!(&command, Command::RecordNeeds { needs, disability, .. } if needs.is_empty() && disability.is_none());
    if empty && !form.is_ticked("nothing") {
        form.wrong("needs", "Choose what they need, or say that they need nothing special");
        return None;
    }
    Some(Asked::of(vec![command], "needs").then("needs"))
}

/// The usual needs as boxes to tick.
pub fn ticks(form: &Form) -> Choices {
    let ticks = form.ticks("needs", "What do they need from us?");
    OFTEN.iter().fold(ticks, |ticks, need| ticks.option(need, need)).inline()
}

impl NeedsPage {
    fn ticks(&self) -> Choices {
        ticks(&self.form)
    }
}
