//! Taking a request for stage 2 on, and giving it to somebody new.

use redress_domain::command::Command;
use redress_domain::ids::StaffId;
use redress_domain::personal::Words;

use crate::desk::Case;
use crate::web::answer::{Asked, Sheet, Visit};
use crate::web::answering::escalation::draw;
use crate::web::answering::escalation::officers::{self, Officers};
use crate::web::page::Page;
use crate::web::part::choices::Choices;
use crate::web::part::form::Form;
use crate::web::part::reading::Reading;
use crate::web::posted::Posted;

/// The questions when it is taken on.
pub struct Acceptance {
    pub form: Form,
    pub officer: Choices,
    pub officers: Officers,
    pub late: bool,
    pub barred: Option<String>,
}

/// The questions over a case.
pub fn of(sheet: &Sheet) -> Acceptance {
    let form = sheet.form("escalation/acceptance");
    let officers = officers::of(sheet);
    let asked = Command::Escalate { officer: StaffId::default(), role: None, late_because: None };
    Acceptance {
        officer: form.radios("officer", "Who decides stage 2?").options(&officers.able),
        late: sheet
            .case
            .complaint
            .escalation
            .as_ref()
            .is_some_and(|request| request.late && request.directed_on.is_none()),
        barred: sheet.barred_from(&asked),
        officers,
        form,
    }
}

/// Takes it on.
pub async fn post(visit: Visit, posted: Posted) -> Page {
    visit.act(posted, read, draw).await
}

fn read(form: &mut Reading<'_>, _: &Case) -> Option<Asked> {
    let officer = form.choice("officer", "Choose who decides stage 2", |sent| {
        (!sent.is_empty()).then(|| StaffId(sent.to_owned()))
    });
    let late_because = form.words("late-because");
    let command = Command::Escalate {
        officer: officer?,
        role: None,
        late_because: late_because?.map(Words::said),
    };
    Some(Asked::of(vec![command], "escalated"))
}
