//! A2, what was changed about accounts, settings, policies and the calendar: who, when, what it was
//! and what it became. Nobody edits it.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::{Query, State};
use redress_domain::ids::StaffId;
use redress_domain::vocabulary::Role;
use redress_store::changes::{self, Change, Filter, Key};

use crate::desk::Declined;
use crate::desk::changes::{Group, Kind};
use crate::web::address::query;
use crate::web::framed::{self, Here, day_and_time};
use crate::web::guard::Staff;
use crate::web::page::Page;
use crate::web::part::cell::Cell;
use crate::web::part::errors::FormErrors;
use crate::web::part::form::{Form, Keys};
use crate::web::part::frame::Frame;
use crate::web::part::sent::Sent;
use crate::web::part::table::Table;
use crate::web::route::{AUDIT, Route};
use crate::web::state::App;
use crate::words;

/// Changes on one page.
const PAGE: i64 = 50;

/// The page.
pub fn routes() -> Vec<Route> {
    vec![Route::get("/audit", AUDIT, get)]
}

#[derive(Template)]
#[template(path = "audit/audit.html")]
struct AuditPage {
    frame: Frame,
    form: Form,
    people: Vec<(String, String)>,
    kinds: Vec<(String, String)>,
    table: Table,
    older: Option<String>,
    newest: Option<String>,
}

/// The list, narrowed by `?person=` and `?kind=`, a page at a time by `?after=`.
pub async fn get(staff: Staff, State(app): State<App>, Query(sent): Query<Sent>) -> Page {
    match draw(&app, &staff, sent).await {
        Ok(page) => Page::ok(&page),
        Err(declined) => Page::declined(declined),
    }
}

async fn draw(app: &App, staff: &Staff, sent: Sent) -> Result<AuditPage, Declined> {
    let scope = &staff.signed.scope;
    let around = app.desk.surroundings(scope).await?;
    let mut people: Vec<(String, String)> =
        around.names.iter().map(|(id, name)| (id.0.clone(), name.clone())).collect();
    people.sort_by_key(|(_, name)| name.to_lowercase());
    // Whoever keeps accounts and nothing else sees no more than accounts and settings.
    let casework = [Role::ComplaintsManager, Role::Auditor, Role::PrivacyOfficer];
    let groups: &[Group] =
        if staff.signed.is_any(&casework) { &Group::ALL } else { &Group::OF_ACCOUNTS };
    let group = Group::named(sent.get("kind")).filter(|group| groups.contains(group));
    // A person or kind that nobody knows narrows nothing.
    let person = people.iter().find(|(id, _)| id == sent.get("person")).map(|(id, _)| id.clone());
    let filter = Filter {
        person: person.clone(),
        kinds: Kind::ALL
            .into_iter()
            .filter(|kind| match group {
                Some(group) => kind.group() == group,
                // No kinds at all are all of them.
                None => groups.len() < Group::ALL.len() && groups.contains(&kind.group()),
            })
            .map(|kind| kind.name().to_owned())
            .collect(),
    };
    let key = sent.get("after").parse::<Key>().ok();
    let page = changes::list(&app.desk.db, scope, &filter, (key.as_ref(), PAGE)).await?;
    let address = |after: Option<&str>| {
        let narrowed = [("person", person.as_deref()), ("kind", group.map(Group::name))];
        let pairs = narrowed.into_iter().chain([("after", after)]);
        format!("/audit{}", query(pairs.filter_map(|(name, value)| Some((name, value?)))))
    };
    let frame = framed::frame(app, staff, Here::Administration).await;
    Ok(AuditPage {
        frame: frame.titled("Changes of accounts, settings and policies"),
        form: Form::kept(Keys::default(), sent, FormErrors::none()),
        people,
        kinds: groups
            .iter()
            .copied()
            .map(|group| (group.name().to_owned(), words::changes::group(group).to_owned()))
            .collect(),
        table: table(&page.changes, &around.names),
        older: page.after.map(|after| address(Some(&after.to_string()))),
        newest: key.map(|_| address(None)),
    })
}

fn table(changes: &[Change], names: &BTreeMap<StaffId, String>) -> Table {
    let table = Table::new("Changes, the newest first")
        .caption_hidden()
        .columns(["When", "Who", "What", "About", "Before", "After"])
        .empty("No change is on record here.");
    let name = |id: &str| names.get(&StaffId(id.to_owned()));
    changes.iter().fold(table, |table, change| {
        let who = match &change.by {
            Some(by) => Cell::name(name(by).cloned().unwrap_or_else(|| by.clone())),
            None => Cell::text("On the machine itself"),
        };
        let about = match name(&change.about) {
            Some(name) => Cell::name(name),
            None => Cell::text(&change.about),
        };
        let what = Kind::named(&change.kind);
        let what =
            what.map_or_else(|| change.kind.clone(), |it| words::changes::kind(it).to_owned());
        table.row([
            Cell::text(day_and_time(change.at)),
            who,
            Cell::text(what),
            about,
            lines(&change.was),
            lines(&change.became),
        ])
    })
}

fn lines(text: &str) -> Cell {
    let lines: Vec<Cell> = text.lines().filter(|line| !line.is_empty()).map(Cell::text).collect();
    if lines.is_empty() { Cell::none() } else { Cell::stack(lines) }
}
