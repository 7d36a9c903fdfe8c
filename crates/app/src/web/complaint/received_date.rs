//! C12, correcting the day of receipt: the old day stays on file, and every date that moves is
//! shown before it does.

use askama::Template;
use jiff::civil::Date;
use redress_domain::command::Command;
use redress_domain::event::Event;
use redress_domain::personal::Words;

use crate::desk::Case;
use crate::web::answer::{Asked, Sheet, Visit};
use crate::web::page::Page;
use crate::web::part::cell::Cell;
use crate::web::part::day;
use crate::web::part::form::Form;
use crate::web::part::frame::Frame;
use crate::web::part::list::SummaryList;
use crate::web::part::reading::Reading;
use crate::web::posted::Posted;

#[derive(Template)]
#[template(path = "complaint/received_date.html")]
struct ReceivedDatePage {
    frame: Frame,
    sheet: Sheet,
    form: Form,
    facts: SummaryList,
    barred: Option<String>,
}

/// The page.
pub async fn get(visit: Visit) -> Page {
    visit.page(draw).await
}

/// Corrects the day.
pub async fn post(visit: Visit, posted: Posted) -> Page {
    let today = visit.app.desk.today();
    visit.act(posted, |form, case| read(form, case, today), draw).await
}

fn draw(sheet: Sheet) -> ReceivedDatePage {
    let complaint = &sheet.case.complaint;
    let mut facts = SummaryList::new()
        .row("Received", Cell::day(complaint.received_on))
        .row("Recorded", Cell::day(complaint.recorded_on));
    for told in &sheet.case.history {
        let Event::ReceivedDateCorrected { from, to, reason } = &told.happened.event else {
            continue;
        };
        let by = told.happened.by.as_ref().map(|by| sheet.case.surroundings.name_of(by));
        let days = format!("from {} to {}", day::short(*from), day::short(*to));
        let who = format!("on {} by", day::short(told.happened.on));
        let lines = [
            Cell::text(days),
            Cell::text(who),
            Cell::name(by.unwrap_or_default()),
            Cell::name(reason.text()),
        ];
        facts = facts.row("Corrected", Cell::stack(lines));
    }
    ReceivedDatePage {
        frame: sheet.titled("Correct the received date"),
        form: sheet.form("received-date"),
        facts,
        barred: sheet
            .barred_from(&Command::CorrectReceivedDate { to: None, reason: Words::default() }),
        sheet,
    }
}

fn read(form: &mut Reading<'_>, _: &Case, today: Date) -> Option<Asked> {
    let to = form.day("to", "Enter the day on which anybody here was first told");
    let reason = form.required("reason", "Enter how you know");
    if let Some(to) = to
        && today < to
    {
        form.wrong("to", format!("The day cannot be after today, {}", day::long(today)));
        return None;
    }
    let command = Command::CorrectReceivedDate { to: Some(to?), reason: Words::said(reason?) };
    Some(Asked::of(vec![command], "date-corrected"))
}
