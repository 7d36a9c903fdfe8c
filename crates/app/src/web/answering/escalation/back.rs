//! Sending a request for stage 2 back to stage 1, where the policy has it.

use redress_domain::command::{Agreed, Command};

use crate::desk::Case;
use crate::web::answer::{Asked, Sheet, Visit};
use crate::web::answering::escalation::draw;
use crate::web::answering::would;
use crate::web::page::Page;
use crate::web::part::choices::Choices;
use crate::web::part::form::Form;
use crate::web::part::reading::Reading;
use crate::web::posted::Posted;

/// The question whether the resident agrees.
pub struct Back {
    pub form: Form,
    pub agreed: Choices,
}

/// The question over a case, where it may go back.
pub fn of(sheet: &Sheet) -> Option<Back> {
    let refer = Command::ReferBack { agreed: Some(Agreed::Yes), due: None };
    if sheet.barred_from(&refer).is_some() || would::refuse(sheet, &refer).is_some() {
        return None;
    }
    let form = sheet.form("escalation/back");
    let agreed = form
        .radios("agreed", "Does the resident agree?")
        .option("yes", "Yes")
        .option("no", "No")
        .option("no-reply", "Could not be reached");
    Some(Back { form, agreed })
}

/// Sends it back.
pub async fn post(visit: Visit, posted: Posted) -> Page {
    visit.act(posted, read, draw).await
}

fn read(form: &mut Reading<'_>, _: &Case) -> Option<Asked> {
    let agreed = form.choice("agreed", "Choose whether the resident agrees", |sent| match sent {
        "yes" => Some(Agreed::Yes),
        "no" => Some(Agreed::No),
        "no-reply" => Some(Agreed::NoReply),
        _ => None,
    });
    let due = form.optional_day("due");
    let command = Command::ReferBack { agreed: Some(agreed?), due: due? };
    Some(Asked::of(vec![command], "referred-back").then("escalation"))
}
