//! C6, conflicts of interest: the question must be answered, by none or by what and how it is
//! dealt with.

use askama::Template;
use redress_domain::command::Command;
use redress_domain::event::Event;
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
#[template(path = "complaint/conflicts.html")]
struct ConflictsPage {
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

/// Records a declaration.
pub async fn post(visit: Visit, posted: Posted) -> Page {
    visit.act(posted, read, draw).await
}

fn draw(sheet: Sheet) -> ConflictsPage {
    ConflictsPage {
        frame: sheet.titled("Conflicts of interest"),
        form: sheet.form("conflicts"),
        past: told::timeline(&sheet.case, |event| matches!(event, Event::ConflictDeclared { .. })),
        people: options::people(&sheet.case),
        barred: sheet.barred_from(&Command::DeclareConflict {
            who: StaffId::default(),
            about: Words::default(),
            mitigation: None,
        }),
        sheet,
    }
}

fn read(form: &mut Reading<'_>, _: &Case) -> Option<Asked> {
    let who = form.required("who", "Choose who it is about");
    let conflict = form.choice("conflict", "Choose whether there is a conflict", |sent| {
        matches!(sent, "none" | "some").then(|| sent == "some")
    });
    let about = if conflict? {
        form.required("about", "Enter what the conflict is")
    } else {
        Some("none".to_owned())
    };
    let mitigation = form.words("mitigation");
    let command = Command::DeclareConflict {
        who: StaffId(who?),
        about: Words::said(about?),
        mitigation: mitigation?.map(Words::said),
    };
    Some(Asked::of(vec![command], "conflict").then("conflicts"))
}
