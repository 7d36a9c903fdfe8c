//! C8, what the person needs from us: asked at each stage, shown to everybody on the case, and the
//! reason behind it only to those who say why they must know it.

use askama::Template;
use axum::response::IntoResponse;
use redress_domain::command::Command;
use redress_domain::event::Event;
use redress_domain::person;
use redress_domain::personal::Words;
use redress_letters::tongue::Tongue;
use redress_store::record;

use crate::desk::{Case, Declined};
use crate::web::answer::{Asked, Sheet, Visit};
use crate::web::complaint::told::{self, shown};
use crate::web::page::Page;
use crate::web::part::choices::{Choices, Select};
use crate::web::part::errors::FormErrors;
use crate::web::part::form::Form;
use crate::web::part::frame::Frame;
use crate::web::part::list::Timeline;
use crate::web::part::reading::Reading;
use crate::web::part::said::{self, Quote};
use crate::web::posted::Posted;

/// The need that also changes how letters are printed.
pub const LARGE_PRINT: &str = "18 point print";

/// The name of the choice of a language for letters.
pub const LANGUAGE: &str = "language";

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

/// Records what the person needs; large print and the language change their letters from now on.
pub async fn post(visit: Visit, posted: Posted) -> Page {
    let large = posted.sent.all("needs").any(|need| need == LARGE_PRINT);
    let tongue = Tongue::find(posted.sent.get(LANGUAGE));
    let response = visit.act(posted, read, |sheet| draw(sheet, false)).await.into_response();
    if response.status().is_redirection()
        && let Err(declined) = change_letters(&visit, large, tongue).await
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

/// Letters to this person are printed large, or written in another language, from now on.
async fn change_letters(
    visit: &Visit,
    large: bool,
    tongue: Option<&Tongue>,
) -> Result<(), Declined> {
    let desk = &visit.app.desk;
    let signed = &visit.staff.signed;
    let case = desk.case_to_see(signed, &visit.re).await?;
    let (Some(id), Some(mut person)) = (case.complaint.contact.person.clone(), case.person) else {
        return Ok(());
    };
    let before = person.clone();
    person.large_print |= large;
    if let Some(tongue) = tongue {
        person.language = recorded(tongue);
    }
    if person == before {
        return Ok(());
    }
    let seen = record::last_seq(&desk.db, &signed.scope, &person::stream(&id)).await?;
    desk.correct_person(signed, &id, &person, seen).await
}

/// How a person's entry holds a language: English is not said.
pub fn recorded(tongue: &Tongue) -> Option<String> {
    (!tongue.is_first()).then(|| tongue.tag.to_owned())
}

/// How the record says that letters are wanted in another language.
pub fn letters_in(tongue: &Tongue) -> String {
    format!("Letters in {}", tongue.english_name)
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
    let tongue = form.words(LANGUAGE)?.and_then(|tag| Tongue::find(&tag));
    needs.extend(tongue.filter(|it| !it.is_first()).map(|it| Words::said(letters_in(it))));
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

/// The languages that letters are written in, as choices.
pub fn languages(form: &Form, now: Option<&str>) -> Select {
    let select = form
        .select(LANGUAGE, "Language of their letters")
        .hint("Words that you type stay in the language in which you type them")
        .preset(Tongue::of(now.unwrap_or_default()).tag);
    Tongue::all().iter().fold(select, |select, tongue| {
        let label = if tongue.is_first() {
            tongue.name.to_owned()
        } else {
            format!("{} ({})", tongue.english_name, tongue.name)
        };
        select.option(tongue.tag, label)
    })
}

impl NeedsPage {
    fn languages(&self) -> Select {
        let person = self.sheet.case.person.as_ref();
        languages(&self.form, person.and_then(|person| person.language.as_deref()))
    }

    fn ticks(&self) -> Choices {
        ticks(&self.form)
    }
}
