//! C12, linked cases: duplicates, background, groups. Cases are linked, never merged.

use askama::Template;
use redress_domain::command::Command;
use redress_domain::ids::CaseId;
use redress_store::lists;

use crate::desk::{Case, Signed, reference};
use crate::web::answer::sheet::href;
use crate::web::answer::{Asked, Sheet, Visit};
use crate::web::page::Page;
use crate::web::part::cell::Cell;
use crate::web::part::day;
use crate::web::part::form::Form;
use crate::web::part::frame::Frame;
use crate::web::part::reading::Reading;
use crate::web::part::table::Table;
use crate::web::posted::Posted;
use crate::web::state::App;
use crate::words;

#[derive(Template)]
#[template(path = "complaint/links.html")]
struct LinksPage {
    frame: Frame,
    sheet: Sheet,
    form: Form,
    linked: Table,
    barred: Option<String>,
}

/// The page.
pub async fn get(visit: Visit) -> Page {
    match visit.open().await {
        Ok(sheet) => {
            let linked = table(&visit.app, &visit.staff.signed, &sheet.case).await;
            Page::ok(&draw(sheet, linked))
        }
        Err(page) => page,
    }
}

/// Links another case by its reference.
pub async fn post(visit: Visit, posted: Posted) -> Page {
    let case = match visit.case().await {
        Ok(case) => case,
        Err(page) => return page,
    };
    let linked = table(&visit.app, &visit.staff.signed, &case).await;
    let other = find(&visit, posted.sent.get("to")).await;
    let read = |form: &mut Reading<'_>, case: &Case| {
        form.required("to", "Enter the reference of the other case")?;
        match &other {
            Some(id) if *id == case.id => {
                form.wrong("to", "That is this case. Enter the reference of the other one");
                None
            }
            Some(id) => {
                let command = Command::Link { to: CaseId(id.clone()) };
                Some(Asked::of(vec![command], "linked").then("links"))
            }
            None => {
                form.wrong("to", "No case has that reference, or it is not for you. Check it");
                None
            }
        }
    };
    visit.act(posted, read, |sheet| draw(sheet, linked.clone())).await
}

/// The id of a case that this person may see.
async fn find(visit: &Visit, typed: &str) -> Option<String> {
    let typed = reference::normal(typed);
    if typed.is_empty() || typed.contains('\0') || 60 < typed.len() {
        return None;
    }
    visit.app.desk.case_to_see(&visit.staff.signed, &typed).await.ok().map(|case| case.id)
}

fn draw(sheet: Sheet, linked: Table) -> LinksPage {
    LinksPage {
        frame: sheet.titled("Linked cases"),
        form: sheet.form("links"),
        linked,
        barred: sheet.barred_from(&Command::Link { to: CaseId::default() }),
        sheet,
    }
}

/// The cases a case is linked to, as far as this person may see them.
pub async fn table(app: &App, signed: &Signed, case: &Case) -> Table {
    let mut table = Table::new("Linked cases")
        .columns(["Case", "About", "State", "Received"])
        .empty("No linked cases.");
    let mut seen = std::collections::BTreeSet::new();
    for CaseId(id) in &case.complaint.links {
        if !seen.insert(id) {
            continue;
        }
        let barred = lists::is_barred(&app.desk.db, &signed.scope, id, &signed.staff.id).await;
        let row = lists::load_complaint(&app.desk.db, &signed.scope, id).await;
        let (Ok(false), Ok(row)) = (barred, row) else { continue };
        let state = state_in_words(&row.state);
        table = table.row([
            Cell::link(href(&row.reference, ""), &row.reference),
            Cell::name(&row.subject),
            Cell::text(state),
            Cell::text(day::short(row.received_on)),
        ]);
    }
    table
}

fn state_in_words(id: &str) -> String {
    let known: Option<redress_domain::complaint::State> = crate::web::complaint::options::known(id);
    known.map_or_else(|| id.to_owned(), |state| words::sentence(words::names::state(state)))
}
