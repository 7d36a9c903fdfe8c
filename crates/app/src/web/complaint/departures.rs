//! C18, departures from policy: the honest exception, with its clause, reason and approver.

use askama::Template;
use redress_domain::command::Command;
use redress_domain::ids::StaffId;
use redress_domain::personal::Words;

use crate::desk::Case;
use crate::web::answer::{Asked, Sheet, Visit};
use crate::web::complaint::{options, told};
use crate::web::page::Page;
use crate::web::part::form::Form;
use crate::web::part::frame::Frame;
use crate::web::part::list::Timeline;
use crate::web::part::reading::Reading;
use crate::web::posted::Posted;

#[derive(Template)]
#[template(path = "complaint/departures.html")]
struct DeparturesPage {
    frame: Frame,
    sheet: Sheet,
    form: Form,
    past: Timeline,
    people: Vec<(String, String)>,
    barred: Option<String>,
}

/// The page.
pub async fn get(visit: Visit) -> Page {
    visit.page(draw).await
}

/// Records a departure.
pub async fn post(visit: Visit, posted: Posted) -> Page {
    visit.act(posted, read, draw).await
}

fn draw(sheet: Sheet) -> DeparturesPage {
    DeparturesPage {
        frame: sheet.titled("Departures from policy"),
        form: sheet.form("departures"),
        past: told::timeline(&sheet.case, |event| {
            matches!(event, redress_domain::event::Event::PolicyDepartedFrom { .. })
        }),
        people: options::people(&sheet.case),
        barred: sheet.barred_from(&Command::DepartFromPolicy {
            clause: String::new(),
            reason: Words::default(),
            approved_by: StaffId::default(),
        }),
        sheet,
    }
}

fn read(form: &mut Reading<'_>, _: &Case) -> Option<Asked> {
    let clause = form.required("clause", "Enter the clause you depart from");
    let reason = form.required("reason", "Enter why this case is an exception");
    let approved_by = form.required("approved-by", "Choose who approved it");
    let command = Command::DepartFromPolicy {
        clause: clause?.trim().to_owned(),
        reason: Words::said(reason?),
        approved_by: StaffId(approved_by?),
    };
    Some(Asked::of(vec![command], "departed").then("departures"))
}
