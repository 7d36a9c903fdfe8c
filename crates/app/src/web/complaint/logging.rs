//! C12, the internal form and the log, where a policy counts its days from them.

use askama::Template;
use redress_domain::command::Command;
use redress_domain::vocabulary::Stage;

use crate::desk::Case;
use crate::web::answer::{Asked, Sheet, Visit};
use crate::web::answering::would;
use crate::web::page::Page;
use crate::web::part::cell::Cell;
use crate::web::part::form::Form;
use crate::web::part::frame::Frame;
use crate::web::part::list::SummaryList;
use crate::web::part::reading::Reading;
use crate::web::posted::Posted;

#[derive(Template)]
#[template(path = "complaint/logging.html")]
struct LoggingPage {
    frame: Frame,
    sheet: Sheet,
    facts: SummaryList,
    form_came: Option<Form>,
    log: Option<Form>,
    not_now: Option<String>,
}

/// The page.
pub async fn get(visit: Visit) -> Page {
    visit.page(draw).await
}

/// Records that the internal form reached the complaints team.
pub async fn post_form(visit: Visit, posted: Posted) -> Page {
    visit.act(posted, |_, _: &Case| one(Command::LogForm {}, "form-logged"), draw).await
}

/// Logs the complaint, or the request for stage 2.
pub async fn post(visit: Visit, posted: Posted) -> Page {
    visit.act(posted, |_: &mut Reading<'_>, _: &Case| one(Command::Log {}, "logged"), draw).await
}

fn one(command: Command, done: &'static str) -> Option<Asked> {
    Some(Asked::of(vec![command], done).then("logging"))
}

fn draw(sheet: Sheet) -> LoggingPage {
    let complaint = &sheet.case.complaint;
    let mut facts = SummaryList::new().row("Received", Cell::day(complaint.received_on));
    let asked = complaint.escalation.as_ref().and_then(|request| request.logged_on);
    for stage in [Stage::One, Stage::Two] {
        let Some(record) = complaint.at(stage) else { continue };
        let n = stage.number();
        if let Some(on) = record.form_logged_on {
            facts = facts.row(format!("Internal form, stage {n}"), Cell::day(on));
        }
        if let Some(on) = record.logged_on {
            facts = facts.row(format!("Logged, stage {n}"), Cell::day(on));
        }
    }
    if let Some(on) = asked.filter(|_| complaint.stage_2.is_none()) {
        facts = facts.row("Request for stage 2 logged", Cell::day(on));
    }
    let may = sheet.barred_from(&Command::Log {}).is_none();
    let refusal = would::refuse(&sheet, &Command::Log {});
    LoggingPage {
        frame: sheet.titled("The form and the log"),
        form_came: (may && complaint.stage_1.form_logged_on.is_none())
            .then(|| sheet.form("logging/form")),
        log: (may && refusal.is_none()).then(|| sheet.form("logging")),
        not_now: refusal.map(|refusal| would::sentences(&sheet, &refusal)),
        facts,
        sheet,
    }
}
