//! R0, the registers: a line on each, and how much is open there.

use askama::Template;
use axum::extract::State;
use redress_store::lists;

use super::{REGISTERS, table};
use crate::desk::Declined;
use crate::web::framed::{self, Here, is_for};
use crate::web::guard::Staff;
use crate::web::page::Page;
use crate::web::part::cell::Cell;
use crate::web::part::frame::Frame;
use crate::web::part::table::{Column, Table};
use crate::web::state::App;

#[derive(Template)]
#[template(path = "register/all.html")]
struct RegistersPage {
    frame: Frame,
    table: Table,
}

/// The page.
pub async fn get(staff: Staff, State(app): State<App>) -> Page {
    match show(&app, &staff).await {
        Ok(page) => Page::ok(&page),
        Err(declined) => Page::declined(declined),
    }
}

async fn show(app: &App, staff: &Staff) -> Result<RegistersPage, Declined> {
    let mut table = Table::new("Registers")
        .caption_hidden()
        .columns(["Register", "What it holds"])
        .column(Column::number("There now"))
        .empty("Nothing here for your role.");
    for register in REGISTERS.iter().filter(|register| is_for(register.who, staff)) {
        let Some(first) = register.views.first() else { continue };
        let ask = table::ask(staff, first);
        let counted = lists::register_count(&app.desk.db, &staff.signed.scope, &ask).await?;
        let more = if counted.more { "more than " } else { "" };
        table = table.row([
            Cell::link(register.path, register.title),
            Cell::text(register.says),
            Cell::number(format!("{more}{}", counted.n)),
        ]);
    }
    let frame = framed::frame(app, staff, Here::Registers).await.titled("Registers");
    Ok(RegistersPage { frame, table })
}
