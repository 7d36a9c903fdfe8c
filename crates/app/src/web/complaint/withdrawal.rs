//! Taking a complaint back: only the resident does, and in their own words.

use askama::Template;
use redress_domain::command::Command;
use redress_domain::personal::Words;

use crate::desk::Case;
use crate::web::answer::{Asked, Sheet, Visit};
use crate::web::page::Page;
use crate::web::part::form::Form;
use crate::web::part::frame::Frame;
use crate::web::part::reading::Reading;
use crate::web::posted::Posted;

#[derive(Template)]
#[template(path = "complaint/withdrawal.html")]
struct WithdrawalPage {
    frame: Frame,
    sheet: Sheet,
    form: Form,
    barred: Option<String>,
}

/// The page.
pub async fn get(visit: Visit) -> Page {
    visit.page(draw).await
}

/// Records that the resident takes the complaint back.
pub async fn post(visit: Visit, posted: Posted) -> Page {
    visit.act(posted, read, draw).await
}

fn draw(sheet: Sheet) -> WithdrawalPage {
    WithdrawalPage {
        frame: sheet.titled("The resident takes it back"),
        form: sheet.form("withdrawal"),
        barred: sheet.barred_from(&Command::Withdraw { reason: None }),
        sheet,
    }
}

fn read(form: &mut Reading<'_>, _: &Case) -> Option<Asked> {
    let reason = form.required("reason", "Enter what they said, in their words");
    if !form.is_ticked("theirs") {
        form.wrong("theirs", "Confirm that the resident asked for this themselves");
    }
    let command = Command::Withdraw { reason: Some(Words::said(reason?)) };
    Some(Asked::of(vec![command], "withdrawn"))
}
