//! C21, letters that left: their text, how and when they went, and the paper as it was sent.

use askama::Template;
use redress_domain::complaint::LetterKept;
use redress_domain::event::{AskPassed, Event};
use redress_letters::letter::{LetterId, To};
use redress_store::portal::papers;

use crate::desk::{Case, Declined};
use crate::web::answer::sheet::href;
use crate::web::answer::{Sheet, Visit};
use crate::web::answering::paper as printed;
use crate::web::page::Page;
use crate::web::part::cell::Cell;
use crate::web::part::check;
use crate::web::part::day;
use crate::web::part::form::Form;
use crate::web::part::frame::Frame;
use crate::web::part::letter::KeptSheet;
use crate::web::part::list::SummaryList;
use crate::web::part::table::Table;
use crate::web::posted::Posted;
use crate::words;
use crate::words::letters::name;

#[derive(Template)]
#[template(path = "answering/letters.html")]
struct LettersPage {
    frame: Frame,
    heading: String,
    letters: Table,
}

#[derive(Template)]
#[template(path = "answering/letter.html")]
struct LetterPage {
    frame: Frame,
    heading: String,
    paper: String,
    back: String,
    /// The form that says it was posted, while its paper waits.
    waits: Option<Form>,
    post: String,
    facts: SummaryList,
    text: KeptSheet,
}

/// All letters of the case.
pub async fn list(visit: Visit) -> Page {
    visit.page(draw).await
}

/// One letter.
pub async fn one(visit: Visit) -> Page {
    let sheet = match visit.open().await {
        Ok(sheet) => sheet,
        Err(page) => return page,
    };
    let Some(letter) = find(&sheet.case, &visit.item) else { return Page::missing() };
    match waiting(&visit, &sheet.case, letter).await {
        Ok(waits) => Page::ok(&draw_one(&sheet, letter, waits.is_some())),
        Err(declined) => Page::declined(declined),
    }
}

/// The paper that goes into the envelope, with the resident's own code on it, while it waits.
pub async fn post_paper(visit: Visit) -> Page {
    let sheet = match visit.open().await {
        Ok(sheet) => sheet,
        Err(page) => return page,
    };
    let Some(letter) = find(&sheet.case, &visit.item) else { return Page::missing() };
    let sha256 = match waiting(&visit, &sheet.case, letter).await {
        Ok(Some(sha256)) => sha256,
        Ok(None) => return Page::missing(),
        Err(declined) => return Page::declined(declined),
    };
    match visit.app.desk.files.read(&sha256).await {
        Ok(bytes) => {
            let reference = sheet.case.reference.to_lowercase();
            printed::page(bytes, &format!("{reference}_{}_to-post.pdf", letter.number))
        }
        Err(error) => Page::declined(Declined::from(error)),
    }
}

/// Notes that somebody put it into the post: its paper with the code goes.
pub async fn posted(visit: Visit, _posted: Posted) -> Page {
    let case = match visit.case().await {
        Ok(case) => case,
        Err(page) => return page,
    };
    let Some(letter) = find(&case, &visit.item) else { return Page::missing() };
    let (desk, signed) = (&visit.app.desk, &visit.staff.signed);
    match desk.paper_posted(signed, &case.reference, letter.number).await {
        Ok(()) => Page::see_other(&href(&case.reference, &format!("letters/{}", letter.number))),
        Err(declined) => Page::declined(declined),
    }
}

/// The hash of a letter's paper with its code, while it waits for the post.
async fn waiting(
    visit: &Visit,
    case: &Case,
    letter: &LetterKept,
) -> Result<Option<String>, Declined> {
    let (desk, scope) = (&visit.app.desk, &visit.staff.signed.scope);
    let number = i64::from(letter.number);
    Ok(papers::find(&desk.db, scope, (&case.id, number)).await?)
}

/// The paper of one letter, as it was sent.
pub async fn paper(visit: Visit) -> Page {
    let sheet = match visit.open().await {
        Ok(sheet) => sheet,
        Err(page) => return page,
    };
    let Some(letter) = find(&sheet.case, &visit.item) else { return Page::missing() };
    match visit.app.desk.files.read(&letter.kept_sha256).await {
        Ok(bytes) => {
            let reference = sheet.case.reference.to_lowercase();
            printed::page(bytes, &format!("{reference}_{}_{}.pdf", letter.letter, letter.number))
        }
        Err(error) => Page::declined(Declined::from(error)),
    }
}

fn find<'a>(case: &'a Case, number: &str) -> Option<&'a LetterKept> {
    let number: u32 = number.parse().ok()?;
    case.complaint.letters.iter().rfind(|letter| letter.number == number)
}

fn draw(sheet: Sheet) -> LettersPage {
    let letters = &sheet.case.complaint.letters;
    let table = Table::new("Letters of this complaint")
        .columns(["Letter", "Left", "By", "Stage"])
        .empty("No letter has left yet. The first is the acknowledgement.");
    let table = letters.iter().fold(table, |table, letter| {
        let href = sheet.href(&format!("letters/{}", letter.number));
        table.row([
            Cell::link(
                href,
                format!("{}. {}", letter.number, words::sentence(name(&letter.letter))),
            ),
            Cell::day(letter.sent_on),
            Cell::text(words::sentence(words::names::channel(letter.channel))),
            Cell::number(letter.stage.number()),
        ])
    });
    let heading = format!("Letters: {}", letters.len());
    LettersPage { frame: sheet.titled(&heading), heading, letters: table }
}

fn draw_one(sheet: &Sheet, letter: &LetterKept, waits: bool) -> LetterPage {
    let heading = format!("Letter of {}: {}", day::short(letter.sent_on), name(&letter.letter));
    LetterPage {
        frame: sheet.titled(&heading),
        heading,
        paper: sheet.href(&format!("letters/{}/paper", letter.number)),
        back: sheet.href("letters"),
        waits: waits.then(|| sheet.form("posted")),
        post: sheet.href(&format!("letters/{}/post", letter.number)),
        facts: facts(&sheet.case, letter),
        text: KeptSheet::of(letter.text.text()),
    }
}

fn facts(case: &Case, letter: &LetterKept) -> SummaryList {
    let person = case.person.as_ref().map(|person| person.name.text());
    let from = case.complaint.contact.from.as_ref().map(|from| from.text());
    let to = match LetterId::find(&letter.letter).map(LetterId::to) {
        // A letter to somebody else begins with whom it goes to.
        Some(To::Person) | None => person.or(from),
        Some(_) => letter.text.text().lines().next(),
    };
    let to = to.unwrap_or("–");
    let mut facts = SummaryList::new()
        .row("To", Cell::name(to))
        .row("Left on", Cell::day(letter.sent_on))
        .row("By", Cell::text(words::sentence(words::names::channel(letter.channel))))
        .row("Stage", Cell::text(letter.stage.number()))
        .row("Number in this case", Cell::text(letter.number));
    for pass in passed(case, letter.number) {
        let about = check::what(&pass.code).unwrap_or("a check");
        let name = format!("Let go although a check asked: {about}");
        facts = facts.row(name, Cell::name(pass.reason.text()));
    }
    facts.row("Checksum (SHA-256)", Cell::name(&letter.sha256))
}

/// The reasons that were given for letting the letter go.
fn passed(case: &Case, wanted: u32) -> Vec<AskPassed> {
    let sent = case.history.iter().find_map(|told| match &told.happened.event {
        Event::LetterSent { number, passed, .. } if *number == wanted => Some(passed.clone()),
        _ => None,
    });
    sent.unwrap_or_default()
}
