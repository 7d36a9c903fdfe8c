//! C10, asking a team or contractor: what was asked, by when, while the resident's date stays.

use askama::Template;
use jiff::civil::Date;
use redress_domain::command::Command;
use redress_domain::complaint::InformationRequest;
use redress_domain::ids::RequestId;
use redress_domain::personal::Words;
use redress_domain::refusal::Why;

use crate::desk::Case;
use crate::desk::rows::shortened;
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
use crate::web::part::tag::{Tag, working_days};
use crate::web::posted::Posted;

#[derive(Template)]
#[template(path = "complaint/information.html")]
struct InformationPage {
    frame: Frame,
    sheet: Sheet,
    form: Form,
    heading: String,
    asked: Table,
    waits: bool,
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
    let response = sheet.case.complaint.current().response_due();
    let offered = offered(&sheet, response);
    let instead = match sheet.refused.as_ref().map(|refusal| &refusal.why) {
        Some(Why::ReplyAfterResponse { .. }) => {
            offered.map(|day| (day.to_string(), format!("Ask by {} instead", day::short(day))))
        }
        _ => None,
    };
    InformationPage {
        frame: sheet.titled("Information requests"),
        form: sheet.form("information-requests"),
        heading: heading(&sheet),
        asked: table(&sheet),
        waits: !unanswered(&sheet.case).is_empty(),
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

/// How many are late, open and answered.
fn heading(sheet: &Sheet) -> String {
    let asked = &sheet.case.complaint.information;
    let open = || asked.iter().filter(|it| it.answered_on.is_none());
    let late = open().filter(|it| it.is_late(sheet.today)).count();
    let waiting = open().count() - late;
    let answered = asked.len() - open().count();
    let said: Vec<String> = [(late, "late"), (waiting, "open"), (answered, "answered")]
        .into_iter()
        .filter(|(n, _)| 0 < *n)
        .map(|(n, how)| format!("{n} {how}"))
        .collect();
    if said.is_empty() {
        return "Information requests: nobody has been asked".to_owned();
    }
    format!("Information requests: {}", said.join(", "))
}

/// The requests of a case that nobody has answered, as a form offers them.
pub fn unanswered(case: &Case) -> Vec<(String, String)> {
    let asked = case.complaint.information.iter().filter(|it| it.answered_on.is_none());
    asked
        .map(|it| {
            let what = shortened(&shown(&it.what), 60);
            (it.id.0.clone(), format!("{}, {}: {what}", shown(&it.from), day::short(it.on)))
        })
        .collect()
}

/// The request that a form says it answers: `Some(None)` where it answers none.
pub fn answers(form: &mut Reading<'_>) -> Option<Option<RequestId>> {
    Some(form.words("answers")?.map(RequestId))
}

fn table(sheet: &Sheet) -> Table {
    let table = Table::new("What was asked")
        .columns(["Asked", "What", "On", "By", "Answer"])
        .empty("Nobody has been asked. Ask early: the resident's date does not move.");
    sheet.case.complaint.information.iter().rev().fold(table, |table, it| {
        let by = it.due.map_or_else(Cell::none, Cell::day);
        table.row([
            Cell::name(shown(&it.from)),
            Cell::name(shown(&it.what)),
            Cell::day(it.on),
            by,
            Cell::part(state(sheet, it)),
        ])
    })
}

/// Late, open or answered.
fn state(sheet: &Sheet, asked: &InformationRequest) -> Tag {
    let until = asked.answered_on.unwrap_or(sheet.today);
    let calendar = &sheet.case.surroundings.calendar;
    let over = asked.due.filter(|_| asked.is_late(sheet.today));
    let days = over.map(|due| tags::between(calendar, due, until).unwrap_or(0));
    match (asked.answered_on, days) {
        (Some(on), None | Some(0)) => Tag::plain(format!("Answered {}", day::short(on))),
        (Some(_), Some(days)) => Tag::plain(format!("Answered {} late", working_days(days))),
        (None, None) => Tag::plain("Open"),
        (None, Some(0)) => Tag::plain("Day has passed"),
        (None, Some(days)) => Tag::late(days),
    }
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
