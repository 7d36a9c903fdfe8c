//! W3, contacts to triage: everything said to us that nobody has judged, oldest first.

use std::collections::HashMap;

use askama::Template;
use axum::extract::{Query, State};
use jiff::civil::Date;
use redress_domain::calendar::Calendar;
use redress_store::lists::{self, ContactRow, WaitingContact};
use redress_store::mail::{self, Outcome};

use crate::desk::rows::MESSAGE;
use crate::desk::{Declined, Signed};
use crate::web::answer::sheet::href;
use crate::web::complaint::options::known;
use crate::web::complaint::tags;
use crate::web::framed::{self, Here};
use crate::web::guard::Staff;
use crate::web::page::Page;
use crate::web::part::cell::Cell;
use crate::web::part::frame::Frame;
use crate::web::part::table::{Column, Table};
use crate::web::part::tag::Tag;
use crate::web::state::App;
use crate::words;

/// The most that are shown at once.
const MOST: i64 = 200;
/// Working days after which an answer is late that nobody has got.
const ANSWER_WITHIN: u32 = 5;

const DONE: &[(&str, &str)] = &[("received", "The contact is recorded and the clock runs.")];

#[derive(Template)]
#[template(path = "contact/list.html")]
struct ContactsPage {
    frame: Frame,
    heading: String,
    table: Table,
    more: bool,
    unanswered: Table,
    /// E-mail that could not be read, and replies that nobody has marked as seen.
    held: usize,
    joined: usize,
}

/// The page.
pub async fn get(
    staff: Staff,
    State(app): State<App>,
    Query(after): Query<HashMap<String, String>>,
) -> Page {
    let signed = &staff.signed;
    let waiting =
        lists::contacts_waiting(&app.desk.db, &signed.scope, &signed.staff.id, MOST).await;
    let waiting = match waiting {
        Ok(waiting) => waiting,
        Err(error) => return Page::declined(error.into()),
    };
    let (unanswered, held, joined) = match beside(&app, signed).await {
        Ok(beside) => beside,
        Err(declined) => return Page::declined(declined),
    };
    let surroundings = match app.desk.surroundings(&signed.scope).await {
        Ok(surroundings) => surroundings,
        Err(declined) => return Page::declined(declined),
    };
    let today = app.desk.today();
    let frame = framed::frame(&app, &staff, Here::Contacts).await.titled("Contacts to triage");
    let code = after.get("done").map(String::as_str).unwrap_or_default();
    Page::ok(&ContactsPage {
        frame: framed::done(frame, code, DONE),
        heading: heading(&waiting, today, &surroundings.calendar),
        more: waiting.len() == usize::try_from(MOST).unwrap_or(usize::MAX),
        table: table(&waiting, today, &surroundings.calendar),
        unanswered: unanswered_table(&unanswered, today, &surroundings.calendar),
        held,
        joined,
    })
}

/// What else waits for somebody beside the contacts: unhappy people without an answer, e-mail.
async fn beside(
    app: &App,
    signed: &Signed,
) -> Result<(Vec<WaitingContact>, usize, usize), Declined> {
    let (db, scope) = (&app.desk.db, &signed.scope);
    let unanswered = lists::contacts_unanswered(db, scope, &signed.staff.id, MOST).await?;
    let held = mail::list_open(db, scope, Outcome::Held, MOST).await?.len();
    let joined = mail::list_open(db, scope, Outcome::Joined, MOST).await?.len();
    Ok((unanswered, held, joined))
}

/// People who are unhappy and have not said whether they want to complain.
fn unanswered_table(waiting: &[WaitingContact], today: Date, calendar: &Calendar) -> Table {
    let table = Table::new("Unhappy, and no answer yet whether they want to complain")
        .columns(["Contact", "From", "Received", "How long"])
        .empty("Everybody who is unhappy has been asked, and has answered.");
    waiting.iter().fold(table, |table, it| {
        let contact = &it.contact;
        let channel = known(&contact.channel)
            .map_or_else(|| contact.channel.clone(), |it| words::names::channel(it).to_owned());
        let days = tags::between(calendar, contact.received_on, today).unwrap_or(0);
        let tag = match days.checked_sub(ANSWER_WITHIN) {
            Some(late) if 0 < late => Tag::late(late),
            _ => Tag::plain(words::counted(usize::try_from(days).unwrap_or(0), "working day")),
        };
        table.row([
            Cell::link(format!("{}#choice", href(&it.reference, "triage")), &it.reference),
            from(it, &channel),
            Cell::day(contact.received_on),
            Cell::part(tag),
        ])
    })
}

fn heading(waiting: &[WaitingContact], today: Date, calendar: &Calendar) -> String {
    let oldest = waiting.iter().map(|it| it.contact.received_on).min();
    match oldest {
        None => "Contacts to triage: none".to_owned(),
        Some(oldest) => {
            let days = tags::between(calendar, oldest, today).unwrap_or(0);
            let days = words::counted(usize::try_from(days).unwrap_or(0), "working day");
            format!("Contacts to triage: {}, oldest {days}", waiting.len())
        }
    }
}

fn table(waiting: &[WaitingContact], today: Date, calendar: &Calendar) -> Table {
    let table = Table::new("Waiting, oldest first")
        .caption_hidden()
        .columns(["Contact", "From", "Their words", "Received"])
        .column(Column::number("Working days used"))
        .empty("Every contact has been judged. New ones appear here as they come in.");
    waiting.iter().fold(table, |table, it| {
        let contact = &it.contact;
        let channel = known(&contact.channel)
            .map_or_else(|| contact.channel.clone(), |it| words::names::channel(it).to_owned());
        let used = tags::between(calendar, contact.received_on, today).unwrap_or(0);
        table.row([
            Cell::link(href(&it.reference, page_of(contact)), &it.reference),
            from(it, &channel),
            Cell::name(&contact.text),
            Cell::day(contact.received_on),
            Cell::number(used),
        ])
    })
}

/// Where somebody goes on with it: a contact is judged, a message in a case is read.
fn page_of(contact: &ContactRow) -> &'static str {
    if contact.about == MESSAGE { "history" } else { "triage" }
}

/// Who it came from, how, and whether they need anything.
fn from(it: &WaitingContact, channel: &str) -> Cell {
    let who = if it.name.is_empty() { &it.contact.from } else { &it.name };
    let mut lines = Vec::new();
    if !who.is_empty() {
        lines.push(Cell::name(who));
    }
    lines.push(Cell::whole(words::sentence(channel)));
    if it.needs {
        lines.push(Cell::part(Tag::plain("Has needs on record")));
    }
    Cell::stack(lines)
}
