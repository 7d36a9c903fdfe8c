//! Everybody with an account.

use askama::Template;
use axum::extract::{Query, State};
use redress_store::accounts;

use crate::web::framed::{self, Here, day_and_time};
use crate::web::guard::Staff;
use crate::web::page::Page;
use crate::web::part::cell::Cell;
use crate::web::part::frame::Frame;
use crate::web::part::sent::Sent;
use crate::web::part::table::Table;
use crate::web::part::tag::{Mark, Tag};
use crate::web::state::App;
use crate::web::user::titles;

#[derive(Template)]
#[template(path = "user/list.html")]
struct ListPage {
    frame: Frame,
    heading: String,
    table: Table,
}

/// What other pages of accounts say when they come back here.
const DONE: &[(&str, &str)] = &[("done", "Done.")];

/// The list.
pub async fn get(staff: Staff, State(app): State<App>, Query(sent): Query<Sent>) -> Page {
    let all = match accounts::list_staff(&app.desk.db, &staff.signed.scope).await {
        Ok(all) => all,
        Err(error) => return Page::declined(error.into()),
    };
    let heading = format!("Users: {}", all.len());
    let table = Table::new("Everybody with an account")
        .caption_hidden()
        .columns(["Name", "Signs in as", "Roles", "Last signed in", "Account"])
        .empty("Nobody but you.");
    let table = all.iter().fold(table, |table, account| {
        let state = match (account.active, account.must_change) {
            (false, _) => Tag::plain("Closed"),
            (true, true) => Tag::new(Mark::Soon, "Has a one-time password"),
            (true, false) => Tag::new(Mark::Met, "Open"),
        };
        let last = account.last_sign_in_at.map_or_else(|| "Never".to_owned(), day_and_time);
        table.row([
            Cell::link(format!("/users/{}", account.id), &account.name),
            Cell::text(&account.login),
            Cell::stack(titles(account).into_iter().map(Cell::text)),
            Cell::text(last),
            Cell::part(state),
        ])
    });
    let frame = framed::frame(&app, &staff, Here::Administration).await.titled("Users");
    let frame = framed::done(frame, sent.get("done"), DONE);
    Page::ok(&ListPage { frame, heading, table })
}
