//! E-mail that waits for a person: what could not be read, what joined a case and nobody has seen,
//! and what machines wrote.

use std::collections::HashMap;

use askama::Template;
use axum::extract::{Query, State};
use redress_store::lists;
use redress_store::mail::{self, Mail, Outcome};

use crate::desk::{Declined, Signed};
use crate::web::answer::sheet::href;
use crate::web::framed::{self, Here};
use crate::web::guard::Staff;
use crate::web::page::Page;
use crate::web::part::cell::Cell;
use crate::web::part::frame::Frame;
use crate::web::part::table::Table;
use crate::web::state::App;
use crate::words;

/// The most of each kind that are shown at once.
const MOST: i64 = 100;

const DONE: &[(&str, &str)] = &[
    ("nothing", "It is put away. The original stays."),
    ("joined", "It stands on the case now."),
    ("seen", "It is marked as seen."),
];

#[derive(Template)]
#[template(path = "mail/list.html")]
struct MailPage {
    frame: Frame,
    heading: String,
    held: Table,
    joined: Table,
    machines: Table,
}

/// The page.
pub async fn get(
    staff: Staff,
    State(app): State<App>,
    Query(after): Query<HashMap<String, String>>,
) -> Page {
    match lists(&app, &staff.signed).await {
        Ok((waiting, [held, joined, machines])) => {
            let frame = framed::frame(&app, &staff, Here::Contacts).await.titled("E-mail");
            let code = after.get("done").map(String::as_str).unwrap_or_default();
            Page::ok(&MailPage {
                frame: framed::done(frame, code, DONE),
                heading: heading(waiting),
                held,
                joined,
                machines,
            })
        }
        Err(declined) => Page::declined(declined),
    }
}

fn heading(waiting: usize) -> String {
    match waiting {
        0 => "E-mail: nothing held".to_owned(),
        n => format!("E-mail: {n} held for a person"),
    }
}

async fn lists(app: &App, signed: &Signed) -> Result<(usize, [Table; 3]), Declined> {
    let (db, scope) = (&app.desk.db, &signed.scope);
    let held = mail::list_open(db, scope, Outcome::Held, MOST).await?;
    let mut held_rows = Table::new("Held, oldest first")
        .columns(["Message", "Why", "Arrived", "Mailbox"])
        .empty("Nothing is held. What cannot be read appears here, whole, with the time it came.");
    for it in &held {
        held_rows = held_rows.row([
            message(it),
            Cell::text(words::sentence(words::mail::why(&it.why))),
            Cell::text(framed::day_and_time(it.arrived_at)),
            Cell::name(&it.mailbox),
        ]);
    }
    let mut joined =
        Table::new("Replies that joined their case and that nobody has marked as seen")
            .columns(["Message", "Case", "Arrived"])
            .empty("No reply waits to be seen.");
    for it in mail::list_open(db, scope, Outcome::Joined, MOST).await? {
        if let Some(case) = case(app, signed, &it).await? {
            let arrived = Cell::text(framed::day_and_time(it.arrived_at));
            joined = joined.row([message(&it), case, arrived]);
        }
    }
    let mut machines = Table::new("Written by machines, newest first")
        .columns(["Message", "What it is", "Case", "Arrived"])
        .empty("No machine has written.");
    for it in mail::list_newest(db, scope, Outcome::Machine, MOST).await? {
        let case = match &it.complaint {
            Some(_) => case(app, signed, &it).await?,
            None => Some(Cell::none()),
        };
        if let Some(case) = case {
            machines = machines.row([
                message(&it),
                Cell::text(words::sentence(words::mail::why(&it.why))),
                case,
                Cell::text(framed::day_and_time(it.arrived_at)),
            ]);
        }
    }
    Ok((held.len(), [held_rows, joined, machines]))
}

fn message(it: &Mail) -> Cell {
    let subject = if it.subject.is_empty() { "No subject" } else { it.subject.as_str() };
    let link = Cell::link(format!("/mail/{}", it.id), subject);
    if it.sender.is_empty() {
        return link;
    }
    Cell::stack([link, Cell::name(&it.sender)])
}

/// The case of a message; none where it is not for this person.
async fn case(app: &App, signed: &Signed, it: &Mail) -> Result<Option<Cell>, Declined> {
    let Some(id) = &it.complaint else { return Ok(None) };
    let row = lists::load_complaint(&app.desk.db, &signed.scope, id).await?;
    let seen = app.desk.case_of(signed, &row.reference).await?;
    Ok(seen.then(|| Cell::link(href(&row.reference, "contacts"), &row.reference)))
}
