//! Who may do what: every act by role, from the table that the rules themselves ask.

use askama::Template;
use axum::extract::State;
use redress_domain::command::Command;
use redress_domain::permission::{Reach, Row, row};
use redress_domain::vocabulary::{Role, Stage};

use crate::desk::accounts::CASEWORK;
use crate::web::framed::{self, Here};
use crate::web::guard::Staff;
use crate::web::page::Page;
use crate::web::part::cell::Cell;
use crate::web::part::frame::Frame;
use crate::web::part::table::{Column, Table};
use crate::web::session::role_title;
use crate::web::state::App;
use crate::words;

#[derive(Template)]
#[template(path = "user/matrix.html")]
struct MatrixPage {
    frame: Frame,
    table: Table,
    titles: Vec<(String, String)>,
}

/// The page.
pub async fn get(staff: Staff, State(app): State<App>) -> Page {
    let pack = match app.desk.pack_on(&staff.signed.scope, app.desk.today()).await {
        Ok(pack) => pack,
        Err(declined) => return Page::declined(declined),
    };
    let columns = std::iter::once(Column::new("Act"))
        .chain(CASEWORK.iter().map(|role| Column::new(role_title(*role))));
    let table = Table::new("Acts by role").scrolls().caption_hidden().columns(columns);
    let table = acts().into_iter().fold(table, |table, (act, row)| {
        let reach = CASEWORK.iter().map(|role| Cell::text(reach(row, *role)));
        table.row(std::iter::once(Cell::text(words::sentence(&act))).chain(reach))
    });
    let titles = pack.titles.iter().map(|(role, title)| (title.clone(), role_title(*role)));
    let frame = framed::frame(&app, &staff, Here::Administration).await.titled("Roles");
    Page::ok(&MatrixPage { frame, table, titles: titles.collect() })
}

/// Every act there is, in the order of a complaint's life.
const VERBS: &[&str] = &[
    "receive",
    "classify",
    "offer-choice",
    "authorise-representative",
    "accept",
    "decline",
    "accept-by-direction",
    "name-lead",
    "link",
    "withdraw",
    "correct-received-date",
    "define",
    "amend-definition",
    "ask-clarification",
    "confirm-definition",
    "acknowledge",
    "assign",
    "declare-conflict",
    "make-contact",
    "agree-updates",
    "record-needs",
    "record-correspondence",
    "record-evidence",
    "request-information",
    "invite-comment",
    "add-point",
    "split-point",
    "update-resident",
    "extend",
    "find",
    "offer-remedy",
    "raise-action",
    "respond",
    "request-escalation",
    "escalate",
    "decline-escalation",
    "reconsider",
    "accept-offer",
    "reject-offer",
    "pay-offer",
    "update-action",
    "complete-action",
    "dispute-action",
    "depart-from-policy",
    "close",
    "reopen",
    "survey",
    "answer-survey",
    "record-lesson",
    "record-improvement",
];

/// Every act with its row, at stage 1, and at stage 2 where that differs.
fn acts() -> Vec<(String, Row)> {
    let mut acts: Vec<(String, Row)> = Vec::new();
    for verb in VERBS {
        let Some(command) = command(verb) else { continue };
        let (one, two) = (row(&command, Stage::One), row(&command, Stage::Two));
        let deed = words::names::deed(verb);
        if one == two {
            acts.push((deed, one));
        } else {
            acts.push((format!("{deed}, stage 1"), one));
            acts.push((format!("{deed}, stage 2"), two));
        }
    }
    let mut known = std::collections::BTreeSet::new();
    acts.retain(|(deed, _)| known.insert(deed.clone()));
    acts
}

/// A command of a name, with nothing else in it: enough to ask who may send it.
fn command(verb: &str) -> Option<Command> {
    serde_json::from_value(serde_json::json!({ "do": verb })).ok()
}

/// How far a role reaches, in a word.
fn reach(row: Row, role: Role) -> &'static str {
    match row.iter().find(|(held, _)| *held == role).map(|(_, reach)| reach) {
        Some(Reach::Any) => "Any case",
        Some(Reach::Held) => "Own cases",
        Some(Reach::Own) => "Own",
        None => "–",
    }
}

#[cfg(test)]
mod tests {
    use super::{VERBS, command};

    #[test]
    fn every_act_of_the_page_is_a_command() {
        for verb in VERBS {
            let command = command(verb);
            assert_eq!(command.as_ref().map(redress_domain::command::Command::verb), Some(*verb));
        }
    }
}
