//! C10, asking a team or contractor: what was asked, by when, while the resident's date stays.

use askama::Template;
use jiff::civil::Date;
use redress_domain::command::Command;
use redress_domain::event::Event;
use redress_domain::personal::Words;
use redress_domain::refusal::Why;

use crate::desk::Case;
use crate::web::answer::{Asked, Sheet, Visit};
use crate::web::complaint::tags;
use crate::web::complaint::told::shown;
use crate::web::page::Page;
use crate::web::part::cell::Cell;
use crate::web::part::day;
use crate::web::part::form::Form;
use crate::web::part::frame::Frame;
use crate::web::part::reading::Reading;
use crate::web::part::table::Table;
use crate::web::part::tag::Tag;
use crate::web::posted::Posted;

#[derive(Template)]
#[template(path = "complaint/information.html")]
struct InformationPage {
    frame: Frame,
    sheet: Sheet,
    form: Form,
    heading: String,
    asked: Table,
    stays: String,
    barred: Option<String>,
    /// A day ahead of the response, offered for the answer.
    offered: String,
    /// The same as a button, where a later one was refused.
    instead: Option<(String, String)>,
}

/// The page.
pub async fn get(visit: Visit) -> Page {
    visit.page(draw).await
}

/// Records what was asked of whom.
pub async fn post(visit: Visit, posted: Posted) -> Page {
    visit.act(posted, read, draw).await
}

fn draw(sheet: Sheet) -> InformationPage {
    let case = &sheet.case;
    let response = case.complaint.current().response_due();
    let offered = offered(&sheet, response);
    let late =
        requests(case).filter(|(_, _, due, _)| due.is_some_and(|due| due < sheet.today)).count();
    let count = requests(case).count();
    let heading = match (count, late) {
        (0, _) => "Information requests: nobody has been asked".to_owned(),
        (n, 0) => format!("Information requests: {n}"),
        (_, late) => format!("Information requests: {late} past the day asked for"),
    };
    let instead = match sheet.refused.as_ref().map(|refusal| &refusal.why) {
        Some(Why::ReplyAfterResponse { .. }) => {
            offered.map(|day| (day.to_string(), format!("Ask by {} instead", day::short(day))))
        }
        _ => None,
    };
    InformationPage {
        frame: sheet.titled("Information requests"),
        form: sheet.form("information-requests"),
        heading,
        asked: table(&sheet),
        stays: response.map_or_else(
            || "No answer is promised to the resident yet.".to_owned(),
            |due| format!("The answer to the resident stays due on {}.", day::long(due)),
        ),
        barred: sheet.barred_from(&Command::RequestInformation {
            from: Words::default(),
            what: Words::default(),
            due: None,
        }),
        offered: offered.map(day::short).unwrap_or_default(),
        instead,
        sheet,
    }
}

/// Who was asked, what, by when, and on which day.
fn requests(case: &Case) -> impl Iterator<Item = (String, String, Option<Date>, Date)> {
    case.history.iter().rev().filter_map(|told| match &told.happened.event {
        Event::InformationRequested { from, what, due } => {
            Some((shown(from), shown(what), *due, told.happened.on))
        }
        _ => None,
    })
}

fn table(sheet: &Sheet) -> Table {
    let table = Table::new("What was asked")
        .columns(["Asked", "What", "On", "By"])
        .empty("Nobody has been asked. Ask early: the resident's date does not move.");
    requests(&sheet.case).fold(table, |table, (from, what, due, on)| {
        let by = match due {
            None => Cell::none(),
            Some(due) if due < sheet.today => {
                let calendar = &sheet.case.surroundings.calendar;
                let days = tags::between(calendar, due, sheet.today).unwrap_or(0);
                let tag = if days == 0 { Tag::plain("Day has passed") } else { Tag::late(days) };
                Cell::stack([Cell::day(due), Cell::part(tag)])
            }
            Some(due) => Cell::day(due),
        };
        table.row([Cell::name(from), Cell::name(what), Cell::day(on), by])
    })
}

/// Five working days from now, or earlier where the resident's answer is due before that.
fn offered(sheet: &Sheet, response: Option<Date>) -> Option<Date> {
    let calendar = &sheet.case.surroundings.calendar;
    let five = redress_domain::calendar::Span::WorkingDays(5);
    let due = calendar.reckon(sheet.today, five).ok()?.due;
    Some(response.map_or(due, |response| due.min(response)))
}

fn read(form: &mut Reading<'_>, _: &Case) -> Option<Asked> {
    let from = form.required("from", "Enter who is asked");
    let what = form.required("what", "Enter what you ask them");
    let due = match form.optional_day("offered") {
        Some(Some(day)) => Some(Some(day)),
        _ => form.optional_day("due"),
    };
    let command = Command::RequestInformation {
        from: Words::said(from?),
        what: Words::said(what?),
        due: due?,
    };
    Some(Asked::of(vec![command], "asked").then("information-requests"))
}
