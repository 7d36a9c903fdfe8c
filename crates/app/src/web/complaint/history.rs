//! C27, what happened, provably: every event with the day it happened, when it was written down,
//! by whom, and its checksum.

use askama::Template;
use redress_store::verify;

use crate::web::answer::{Sheet, Visit};
use crate::web::framed;
use crate::web::page::Page;
use crate::web::part::cell::Cell;
use crate::web::part::form::Form;
use crate::web::part::frame::Frame;
use crate::web::part::table::{Column, Table};
use crate::web::part::tag::{Mark, Tag};
use crate::web::posted::Posted;
use crate::words;

#[derive(Template)]
#[template(path = "complaint/history.html")]
struct HistoryPage {
    frame: Frame,
    sheet: Sheet,
    form: Form,
    heading: String,
    chain: Option<Tag>,
    found: Vec<String>,
    events: Table,
}

/// The page.
pub async fn get(visit: Visit) -> Page {
    visit.page(|sheet| draw(sheet, None, Vec::new())).await
}

/// Reads the whole record again and says whether its chain holds.
pub async fn post_check(visit: Visit, _posted: Posted) -> Page {
    let sheet = match visit.open().await {
        Ok(sheet) => sheet,
        Err(page) => return page,
    };
    let report = match verify::verify(&visit.app.desk.db, None, |_| {}).await {
        Ok(report) => report,
        Err(error) => return Page::declined(error.into()),
    };
    let own = visit.staff.signed.scope.landlord();
    let found: Vec<String> = report
        .faults
        .iter()
        .filter(|fault| fault.landlord == own)
        .map(|fault| match fault.position {
            Some(position) => format!("At event {position} of the record: {}", fault.what),
            None => fault.what.clone(),
        })
        .collect();
    let tag = if found.is_empty() {
        Tag::new(Mark::Met, format!("The chain holds: {} events read", report.events))
    } else {
        Tag::new(Mark::Late, "The chain is broken")
    };
    Page::ok(&draw(sheet, Some(tag), found))
}

fn draw(sheet: Sheet, chain: Option<Tag>, found: Vec<String>) -> HistoryPage {
    let case = &sheet.case;
    let in_order = case.history.iter().zip(1..).all(|(told, n)| told.seq == n);
    let count = words::counted(case.history.len(), "event");
    let heading = if in_order {
        format!("History: {count}, numbered without a gap")
    } else {
        format!("History: {count}, a number is missing")
    };
    let name = |who: &_| case.surroundings.name_of(who);
    let table = Table::new("Every event, in order")
        .column(Column::new("Event"))
        .columns(["Happened", "Recorded", "By", "Checksum"]);
    let events = case.history.iter().fold(table, |table, told| {
        let happened = &told.happened;
        let short: String = told.hash.chars().take(16).collect();
        table.row([
            Cell::text(format!("{}. {}", told.seq, words::timeline::line(&happened.event, &name))),
            Cell::day(happened.on),
            Cell::text(framed::day_and_time(told.recorded_at)),
            happened.by.as_ref().map_or_else(Cell::none, |who| Cell::name(name(who))),
            Cell::text(short),
        ])
    });
    HistoryPage {
        frame: sheet.titled("History"),
        form: sheet.form("history/check"),
        heading,
        chain,
        found,
        events,
        sheet,
    }
}
