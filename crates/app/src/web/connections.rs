//! A6, everything outside that the program speaks to: mailboxes and the mail server, with the last
//! time each worked and the last time it did not.

use askama::Template;
use axum::extract::State;
use jiff::Timestamp;
use redress_store::dispatch::{self, State as Stands};
use redress_store::mailboxes::{self, Mailbox};

use crate::desk::Declined;
use crate::web::framed::{self, Here};
use crate::web::guard::Staff;
use crate::web::page::Page;
use crate::web::part::cell::Cell;
use crate::web::part::frame::Frame;
use crate::web::part::list::SummaryList;
use crate::web::part::table::Table;
use crate::web::part::tag::{Mark, Tag};
use crate::web::route::{ADMINISTRATOR, Route};
use crate::web::state::App;
use crate::words;

/// The page.
pub fn routes() -> Vec<Route> {
    vec![Route::get("/connections", ADMINISTRATOR, get)]
}

#[derive(Template)]
#[template(path = "administration/connections.html")]
struct ConnectionsPage {
    frame: Frame,
    heading: String,
    mailboxes: Table,
    out: SummaryList,
}

/// The page.
pub async fn get(staff: Staff, State(app): State<App>) -> Page {
    match show(&app, &staff).await {
        Ok(page) => Page::ok(&page),
        Err(declined) => Page::declined(declined),
    }
}

async fn show(app: &App, staff: &Staff) -> Result<ConnectionsPage, Declined> {
    let (db, scope) = (&app.desk.db, &staff.signed.scope);
    let found = mailboxes::list(db, scope).await?;
    let left = dispatch::last_mail(db, scope, Stands::Sent).await?;
    let failed = dispatch::last_mail(db, scope, Stands::Failed).await?;
    let broken = found.iter().filter(|it| fails(it)).count();
    let heading = match broken {
        0 => "Connections".to_owned(),
        1 => "Connections: 1 mailbox cannot be read".to_owned(),
        n => format!("Connections: {n} mailboxes cannot be read"),
    };
    let server = if app.desk.sends_mail() {
        "Set in the settings file"
    } else {
        "None is set: every letter is printed, and no link is mailed"
    };
    Ok(ConnectionsPage {
        frame: framed::frame(app, staff, Here::Administration).await.titled(&heading),
        mailboxes: table(&found),
        out: SummaryList::new()
            .row("Mail server", Cell::text(server))
            .row("Last letter that left by e-mail", moment(left))
            .row("Last that failed or came back", moment(failed)),
        heading,
    })
}

fn table(found: &[Mailbox]) -> Table {
    let table = Table::new("Mailboxes")
        .columns(["Mailbox", "State", "Last read", "Last failure"])
        .empty("No mailbox was ever read here. Mailboxes are named in the settings file.");
    found.iter().fold(table, |table, it| {
        let state =
            if fails(it) { Tag::new(Mark::Late, "Cannot be read") } else { Tag::plain("Is read") };
        let failure = match it.failed_at {
            Some(at) => Cell::stack([
                Cell::text(framed::day_and_time(at)),
                Cell::text(words::sentence(&it.trouble)),
            ]),
            None => Cell::text("Never"),
        };
        table.row([Cell::name(&it.address), Cell::part(state), moment(it.read_at), failure])
    })
}

/// Whether the last look into it failed.
fn fails(it: &Mailbox) -> bool {
    it.failed_at.is_some_and(|failed| it.read_at.is_none_or(|read| read < failed))
}

fn moment(at: Option<Timestamp>) -> Cell {
    at.map_or_else(|| Cell::text("Never"), |at| Cell::text(framed::day_and_time(at)))
}
