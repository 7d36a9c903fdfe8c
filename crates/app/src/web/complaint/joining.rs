//! A contact that belongs to a case we have: which one, and its words go there. Cases it may repeat
//! are suggested, the surest first; nothing is joined by itself and nothing is merged.

use askama::Template;
use redress_domain::command::Command;
use redress_domain::ids::CaseId;
use redress_domain::personal::Words;
use redress_domain::vocabulary::Kind;
use redress_store::lists::ComplaintRow;

use crate::desk::mail::related::Likely;
use crate::desk::{Act, Case, Declined, reference};
use crate::web::answer::sheet::href;
use crate::web::answer::{Asked, Sheet, Visit};
use crate::web::complaint::told;
use crate::web::page::Page;
use crate::web::part::cell::Cell;
use crate::web::part::form::Form;
use crate::web::part::frame::Frame;
use crate::web::part::reading::Reading;
use crate::web::part::said::Quote;
use crate::web::part::table::Table;
use crate::web::posted::Posted;

#[derive(Template)]
#[template(path = "complaint/joining.html")]
struct JoiningPage {
    frame: Frame,
    sheet: Sheet,
    form: Form,
    quote: Quote,
    likely: Table,
    preset: String,
    barred: Option<String>,
}

/// The page.
pub async fn get(visit: Visit) -> Page {
    let sheet = match visit.open().await {
        Ok(sheet) => sheet,
        Err(page) => return page,
    };
    match suggested(&visit, &sheet.case).await {
        Ok(likely) => Page::ok(&draw(sheet, &likely)),
        Err(declined) => Page::declined(declined),
    }
}

/// Puts the words on the other case and judges the contact.
pub async fn post(visit: Visit, posted: Posted) -> Page {
    let case = match visit.case().await {
        Ok(case) => case,
        Err(page) => return page,
    };
    let likely = match suggested(&visit, &case).await {
        Ok(likely) => likely,
        Err(declined) => return Page::declined(declined),
    };
    let target = find(&visit, posted.sent.get("to")).await;
    let other = target.as_ref().filter(|it| it.id != case.id);
    if let Some(other) = other
        && case.seq == posted.seen()
    {
        let (desk, signed) = (&visit.app.desk, &visit.staff.signed);
        let act = Act { seen: case.seq, commands: judged(other), ..Act::default() };
        // What the rules would refuse of the contact is refused before anything is written.
        if desk.decide_act(signed, &case, &act).is_ok()
            && let Err(declined) = desk.words_to_case(signed, (&case, other), &posted.once()).await
        {
            return Page::declined(declined);
        }
    }
    let read = |form: &mut Reading<'_>, case: &Case| {
        form.required("to", "Enter the reference of the case it belongs to")?;
        match &target {
            Some(other) if other.id == case.id => {
                form.wrong(
                    "to",
                    "That is this contact itself. Enter the reference of the other one",
                );
                None
            }
            Some(other) => Some(Asked::of(judged(other), "belongs").then("links")),
            None => {
                form.wrong("to", "No case has that reference, or it is not for you. Check it");
                None
            }
        }
    };
    visit.act(posted, read, |sheet| draw(sheet, &likely)).await
}

/// What becomes of the contact: it waits no longer, and leads to the case.
fn judged(other: &Case) -> Vec<Command> {
    let reason = Some(Words::said(format!("It belongs to {}", other.reference)));
    vec![
        Command::Classify { kind: Some(Kind::Comment), reason },
        Command::Link { to: CaseId(other.id.clone()) },
    ]
}

/// A case that this person may see.
async fn find(visit: &Visit, typed: &str) -> Option<Case> {
    let typed = reference::normal(typed);
    if typed.is_empty() || typed.contains('\0') || 60 < typed.len() {
        return None;
    }
    visit.app.desk.case_to_see(&visit.staff.signed, &typed).await.ok()
}

type Suggested = Vec<(Likely, ComplaintRow)>;

/// Cases that a contact may belong to or repeat.
pub async fn suggested(visit: &Visit, case: &Case) -> Result<Suggested, Declined> {
    visit.app.desk.likely_cases(&visit.staff.signed, case).await
}

/// The suggestions as a table.
pub fn table(likely: &Suggested) -> Table {
    let table = Table::new("Cases it may belong to or repeat")
        .columns(["Case", "About", "Why", "Received"])
        .empty("No case of ours looks like it.");
    likely.iter().fold(table, |table, (why, row)| {
        table.row([
            Cell::link(href(&row.reference, ""), &row.reference),
            Cell::name(&row.subject),
            Cell::text(because(*why)),
            Cell::day(row.received_on),
        ])
    })
}

fn because(why: Likely) -> &'static str {
    match why {
        Likely::Quoted => "Its reference is quoted",
        Likely::SameAddress => "Same e-mail address on record. Anybody can write under it",
        Likely::SamePerson => "Same person",
        Likely::SameHome => "Same name, same home",
    }
}

fn draw(sheet: Sheet, likely: &Suggested) -> JoiningPage {
    JoiningPage {
        frame: sheet.titled("Does it belong to a case we have?"),
        form: sheet.form("belongs"),
        quote: told::first_words(&sheet.case),
        likely: table(likely),
        preset: likely.first().map(|(_, row)| row.reference.clone()).unwrap_or_default(),
        barred: sheet.barred_from(&Command::Link { to: CaseId::default() }),
        sheet,
    }
}
