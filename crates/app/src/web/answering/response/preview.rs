//! The response as it would lie before the person: on the page, and as tagged PDF.

use std::collections::HashMap;

use askama::Template;
use axum::extract::Query;
use redress_letters::render::pdf::Print;

use crate::paper::Prepared;
use crate::web::answer::{Sheet, Visit};
use crate::web::answering::paper;
use crate::web::answering::response::draft;
use crate::web::page::Page;
use crate::web::part::check::{self, CheckPanel};
use crate::web::part::frame::Frame;
use crate::web::part::letter;
use crate::web::part::sent::Sent;
use crate::web::posted::Posted;

#[derive(Template)]
#[template(path = "answering/preview.html")]
struct PreviewPage {
    frame: Frame,
    heading: String,
    sheet: Sheet,
    panel: CheckPanel,
    paper: letter::Sheet,
}

/// The letter as the record makes it, with the words of the draft where one is kept.
pub async fn get(visit: Visit) -> Page {
    let (sheet, prepared) = match drafted(&visit, &Sent::nothing()).await {
        Ok(drafted) => drafted,
        Err(page) => return page,
    };
    let large = sheet.case.person.as_ref().is_some_and(|person| person.large_print);
    let panel = CheckPanel::of(prepared.letter.id, &prepared.faults, |it| draft::way(&sheet, it));
    Page::ok(&PreviewPage {
        frame: sheet.titled("Preview of the response"),
        heading: format!("Preview of the response: {}", check::headline(&prepared.faults)),
        panel,
        paper: letter::Sheet::prepared(&prepared).large(large),
        sheet,
    })
}

/// The same as PDF: `?print=large` for 18 point.
pub async fn pdf(visit: Visit, Query(asked): Query<HashMap<String, String>>) -> Page {
    let print = asked.get("print").map_or("", String::as_str);
    printed(&visit, &Sent::nothing(), print).await
}

/// The PDF of exactly the words in the form. Nothing is recorded.
pub async fn pdf_of(visit: Visit, posted: Posted) -> Page {
    printed(&visit, &posted.sent, posted.sent.get("print")).await
}

async fn printed(visit: &Visit, sent: &Sent, print: &str) -> Page {
    let (_, prepared) = match drafted(visit, sent).await {
        Ok(drafted) => drafted,
        Err(page) => return page,
    };
    let (print, name) = match print {
        "large" => (Print::Large, "large"),
        _ => (Print::Standard, "standard"),
    };
    let name = prepared.letter.file_name(name);
    match paper::set(&visit.app, prepared.letter, print).await {
        Ok(bytes) => paper::page(bytes, &name),
        Err(declined) => Page::declined(declined),
    }
}

async fn drafted(visit: &Visit, sent: &Sent) -> Result<(Sheet, Prepared), Page> {
    let sheet = visit.open().await?;
    if sheet.case.complaint.current().responded.is_some() {
        return Err(Page::see_other(&sheet.href("response")));
    }
    let left = sheet.sent("response");
    let sent = if sent.is_nothing() { &left } else { sent };
    let (respond, on) = draft::worded(sent, sheet.today);
    let letters = draft::letters(&sheet, &respond, on).map_err(Page::declined)?;
    match letters.into_iter().next() {
        Some(prepared) => Ok((sheet, prepared)),
        None => Err(Page::missing()),
    }
}
