//! C14, more time: what is due now, how far it may go, and the letter that tells the resident.

use askama::Template;
use jiff::civil::Date;
use redress_domain::command::{Agreed, Command, Extend};
use redress_domain::ids::StaffId;
use redress_domain::personal::Words;
use redress_domain::policy::terms::from_code;
use redress_domain::refusal::Why;
use redress_domain::vocabulary::Channel;

use crate::desk::{Case, surroundings};
use crate::web::answer::sheet::clause_link;
use crate::web::answer::{Asked, Sheet, Visit};
use crate::web::complaint::options::{self, WAYS_OF_UPDATES, known, listed};
use crate::web::page::Page;
use crate::web::part::cell::Cell;
use crate::web::part::day;
use crate::web::part::form::Form;
use crate::web::part::frame::Frame;
use crate::web::part::list::SummaryList;
use crate::web::part::reading::Reading;
use crate::web::posted::Posted;
use crate::words;

#[derive(Template)]
#[template(path = "complaint/extension.html")]
struct ExtensionPage {
    frame: Frame,
    sheet: Sheet,
    form: Form,
    heading: String,
    facts: SummaryList,
    barred: Option<String>,
    /// The last day that is allowed, where a later one was refused.
    offered: Option<(String, String)>,
    ways: Vec<(String, String)>,
    people: Vec<(String, String)>,
    /// "none" where a rhythm runs already.
    rhythm: &'static str,
}

/// The page.
pub async fn get(visit: Visit) -> Page {
    visit.page(draw).await
}

/// Extends the response.
pub async fn post(visit: Visit, posted: Posted) -> Page {
    visit.act(posted, read, draw).await
}

fn draw(sheet: Sheet) -> ExtensionPage {
    let due = sheet.case.complaint.current().response_due();
    let latest = latest(&sheet.case).map(|(latest, _)| latest);
    let heading = match (due, latest) {
        (Some(due), Some(latest)) => {
            format!("Extend the response: due {}, latest {}", day::short(due), day::short(latest))
        }
        (Some(due), None) => format!("Extend the response: due {}", day::short(due)),
        _ => "Extend the response".to_owned(),
    };
    let offered = match sheet.refused.as_ref().map(|refusal| &refusal.why) {
        Some(Why::ExtensionTooLong { latest, .. }) => {
            Some((latest.to_string(), format!("Extend to {} instead", day::short(*latest))))
        }
        _ => None,
    };
    ExtensionPage {
        frame: sheet.titled("Extend the response"),
        form: sheet.form("extension"),
        heading,
        facts: facts(&sheet.case),
        barred: sheet.barred_from(&Command::Extend(Box::default())),
        offered,
        ways: listed(WAYS_OF_UPDATES, words::names::channel),
        people: options::people(&sheet.case),
        rhythm: if sheet.case.complaint.current().update_plans.is_empty() { "" } else { "none" },
        sheet,
    }
}

/// The last day an extension may give, with its clause.
fn latest(case: &Case) -> Option<(Date, String)> {
    let terms = surroundings::terms(&case.pack, case.complaint.floor).ok()?;
    let limit = terms.extension(case.complaint.stage())?;
    let promised = case.complaint.current().acknowledged.as_ref()?.response_due;
    let due = case.surroundings.calendar.reckon(promised, limit.length).ok()?.due;
    Some((due, limit.clause))
}

fn facts(case: &Case) -> SummaryList {
    let record = case.complaint.current();
    let due = record.response_due().map_or_else(
        || Cell::text("Not promised yet: the complaint is not acknowledged"),
        Cell::day,
    );
    let mut facts = SummaryList::new().row("Due now", due);
    if let Some((latest, clause)) = latest(case) {
        facts = facts.row("Latest by the policy", dated(case, latest, &clause));
    }
    if let Some((latest, clause)) = latest_by_code(case) {
        facts = facts.row("Latest by the Code", dated(case, latest, &from_code(&clause)));
    }
    for (n, extension) in record.extensions.iter().enumerate() {
        let words = format!(
            "On {} from {} to {}",
            day::short(extension.on),
            day::short(extension.from),
            day::short(extension.to)
        );
        let cell = Cell::stack([Cell::text(words), Cell::name(extension.reason.text())]);
        facts = facts.row(format!("Extension {}", n + 1), cell);
    }
    if record.extensions.is_empty() {
        facts = facts.row("Extensions so far", Cell::text("Not extended"));
    }
    facts
}

fn dated(case: &Case, date: Date, clause: &str) -> Cell {
    match clause_link(case, clause) {
        Some(link) => Cell::stack([Cell::day(date), Cell::Link(link)]),
        None => Cell::day(date),
    }
}

fn latest_by_code(case: &Case) -> Option<(Date, String)> {
    let code = redress_domain::policy::shipped::code().ok()?;
    let limit = code.stage(case.complaint.stage()).extension.as_ref()?;
    let promised = case.complaint.current().acknowledged.as_ref()?.response_due;
    let due = case.surroundings.calendar.reckon(promised, limit.length).ok()?.due;
    Some((due, limit.clause.clone()))
}

fn read(form: &mut Reading<'_>, _: &Case) -> Option<Asked> {
    let to = match form.optional_day("offered") {
        Some(Some(offered)) => Some(offered),
        _ => form.day("to", "Enter the new date"),
    };
    let reason = form.required("reason", "Enter why more time is needed");
    let updates = options::rhythm(form, "updates");
    let agreed = form.choice("agreed", "Choose whether the resident agrees", |sent| match sent {
        "yes" => Some(Agreed::Yes),
        "no" => Some(Agreed::No),
        "no-reply" => Some(Agreed::NoReply),
        _ => None,
    });
    let good_reason = form.words("good-reason");
    let approver = form.words("approved-by");
    let exceptional = form.words("exceptional");
    let updates_by = form.words("updates-by");
    let notice = Extend {
        to: Some(to?),
        further: None,
        reason: Words::said(reason?),
        updates: updates?,
        updates_by: updates_by?.and_then(|sent| known::<Channel>(&sent)),
        good_reason: good_reason?.map(Words::said),
        agreed: Some(agreed?),
        approved_by: approver?.map(StaffId),
        exceptional: exceptional?.map(Words::said),
    };
    Some(Asked::of(vec![Command::Extend(Box::new(notice))], "extended"))
}
