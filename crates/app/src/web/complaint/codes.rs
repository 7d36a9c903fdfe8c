//! The codes with which a resident follows a complaint online: which still open it, which died and
//! why, and a new one by letter.

use askama::Template;
use redress_domain::command::Command;
use redress_store::Scope;
use redress_store::portal::codes::{self, LetterCode};

use crate::desk::{Case, Declined};
use crate::web::answer::{Asked, Sheet, Visit};
use crate::web::framed::day_and_time;
use crate::web::page::Page;
use crate::web::part::cell::Cell;
use crate::web::part::form::Form;
use crate::web::part::frame::Frame;
use crate::web::part::reading::Reading;
use crate::web::part::table::Table;
use crate::web::posted::Posted;
use crate::web::state::App;

#[derive(Template)]
#[template(path = "complaint/codes.html")]
struct CodesPage {
    frame: Frame,
    heading: String,
    sheet: Sheet,
    table: Table,
    guessed: bool,
    /// Where a letter with a new one may be sent.
    form: Option<Form>,
    /// Whether the person may be reached in one safe way only.
    safe: bool,
}

/// The page.
pub async fn get(visit: Visit) -> Page {
    match of_case(&visit).await {
        Ok(codes) => {
            let now = visit.app.desk.now();
            visit.page(|sheet| draw(sheet, (&codes, now))).await
        }
        Err(page) => page,
    }
}

/// Sends a letter with a new code.
pub async fn post(visit: Visit, posted: Posted) -> Page {
    let codes = match of_case(&visit).await {
        Ok(codes) => codes,
        Err(page) => return page,
    };
    let now = visit.app.desk.now();
    visit.act(posted, read, |sheet| draw(sheet, (&codes, now))).await
}

fn read(_: &mut Reading<'_>, _: &Case) -> Option<Asked> {
    Some(Asked::of(vec![Command::IssueCode {}], "code").then("codes"))
}

async fn of_case(visit: &Visit) -> Result<Vec<LetterCode>, Page> {
    let case = visit.case().await?;
    let found = codes::of_case(&visit.app.desk.db, &visit.staff.signed.scope, &case.id).await;
    found.map_err(|error| Page::declined(Declined::from(error)))
}

fn draw(sheet: Sheet, (codes, now): (&[LetterCode], jiff::Timestamp)) -> CodesPage {
    let alive = codes.iter().filter(|it| it.ended.is_none() && now < it.expires_at).count();
    let heading = match alive {
        0 => "Codes: none opens this complaint".to_owned(),
        1 => "Codes: 1 opens this complaint".to_owned(),
        n => format!("Codes: {n} open this complaint"),
    };
    let table = Table::new("Codes for following it online")
        .caption_hidden()
        .columns(["On", "Given out", "Good until", "How it stands"])
        .empty("No code was given out yet. Every letter to the person carries one.");
    let table = codes.iter().rev().fold(table, |table, code| {
        let on = match code.letter {
            0 => "The receipt".to_owned(),
            number => format!("Letter {number}"),
        };
        table.row([
            Cell::text(on),
            Cell::text(day_and_time(code.issued_at)),
            Cell::text(day_and_time(code.expires_at)),
            Cell::text(stands(code, now)),
        ])
    });
    let guessed = is_guessed(codes);
    let safe = sheet.case.person.as_ref().is_some_and(|person| person.has_safe_contact());
    let may = sheet.barred_from(&Command::IssueCode {}).is_none() && !safe;
    CodesPage {
        frame: sheet.titled(&heading),
        heading,
        table,
        guessed,
        form: may.then(|| sheet.form("codes")),
        safe,
        sheet,
    }
}

/// Whether the person stands before a shut door: their code was guessed at, and they have no newer one.
pub async fn is_dead(app: &App, scope: &Scope, case: &str) -> bool {
    codes::of_case(&app.desk.db, scope, case).await.is_ok_and(|codes| is_guessed(&codes))
}

/// Whether one died from guesses and none was given out since.
fn is_guessed(codes: &[LetterCode]) -> bool {
    let dead = codes.iter().filter_map(|it| it.ended.as_ref().filter(|(_, why)| why == "guessed"));
    let Some(last) = dead.map(|(at, _)| *at).max() else { return false };
    codes.iter().all(|it| it.issued_at <= last)
}

fn stands(code: &LetterCode, now: jiff::Timestamp) -> String {
    match &code.ended {
        Some((at, why)) if why == "guessed" => {
            format!("Dead: guessed at, {} wrong tries, {}", code.wrong - 1, day_and_time(*at))
        }
        Some((at, _)) => {
            format!("Dead: they may be reached in one safe way only, {}", day_and_time(*at))
        }
        None if code.expires_at <= now => "Ran out".to_owned(),
        None => "Opens this complaint".to_owned(),
    }
}
