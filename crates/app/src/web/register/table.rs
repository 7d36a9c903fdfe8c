//! The page of one register: its views, its lines, and the way to the rest.

use std::collections::HashMap;

use askama::Template;
use jiff::civil::Date;
use redress_domain::ids::StaffId;
use redress_store::lists::{
    self, Counted, Entered, Order, Place, RegisterAsk, RegisterPage as Lines, RegisterTurn,
};

use super::{Register, View};
use crate::desk::Declined;
use crate::desk::rows::registers::REQUEST;
use crate::desk::surroundings::Surroundings;
use crate::web::answer::sheet::href;
use crate::web::complaint::tags;
use crate::web::due;
use crate::web::framed::{self, Here};
use crate::web::guard::Staff;
use crate::web::part::cell::Cell;
use crate::web::part::frame::Frame;
use crate::web::part::notice::Link;
use crate::web::part::pages::Pages;
use crate::web::part::sent::Sent;
use crate::web::part::table::Table;
use crate::web::part::tag::{Mark, Tag, working_days};
use crate::web::state::App;
use crate::words;

/// How many lines a page has.
const ROWS: i64 = 50;

/// The page.
#[derive(Template)]
#[template(path = "register/register.html")]
pub struct RegisterPage {
    frame: Frame,
    heading: String,
    says: &'static str,
    views: Vec<(Link, bool)>,
    table: Table,
    /// Said where an address leads to a place that is no place.
    lost: bool,
}

/// What a view asks of the register for somebody.
pub fn ask<'a>(staff: &'a Staff, view: &View) -> RegisterAsk<'a> {
    let me = staff.signed.staff.id.as_str();
    RegisterAsk {
        viewer: me,
        register: view.register,
        done: view.done,
        state: view.state,
        owner: staff.signed.sees_only_held().then_some(me),
        order: view.order,
        turn: RegisterTurn::First,
        limit: ROWS,
    }
}

/// The page of a register as an address asks for it.
pub async fn show(
    app: &App,
    staff: &Staff,
    (register, sent): (&'static Register, &Sent),
) -> Result<RegisterPage, Declined> {
    let scope = &staff.signed.scope;
    let views: Vec<&View> = register.views_for(staff).collect();
    let wanted = sent.get("view");
    let view = views.iter().find(|view| view.code == wanted).or(views.first());
    let Some(view) = view.copied() else { return Err(Declined::Missing) };
    let (turn, lost) = turn(sent);
    let first = match turn {
        RegisterTurn::First => 1,
        _ => sent.get("row").parse().unwrap_or(1).max(1),
    };
    let ask = RegisterAsk { turn, ..ask(staff, view) };
    let lines = lists::register(&app.desk.db, scope, &ask).await?;
    let counted = lists::register_count(&app.desk.db, scope, &ask).await?;
    let surroundings = app.desk.surroundings(scope).await?;
    let repeats = if view.register == REQUEST {
        let people: Vec<&str> = lines.rows.iter().filter_map(|row| row.person.as_deref()).collect();
        lists::register_repeats(&app.desk.db, scope, (ask.viewer, REQUEST), &people).await?
    } else {
        HashMap::new()
    };
    let today = app.desk.today();
    let table = lines.rows.iter().fold(blank(register, view), |table, row| {
        let again = row.person.as_ref().and_then(|person| repeats.get(person)).copied();
        let line = Line { register, view, row, again, surroundings: &surroundings, today };
        table.row(line.cells())
    });
    let heading = heading(register, view, counted);
    Ok(RegisterPage {
        frame: framed::frame(app, staff, Here::Registers).await.titled(&heading),
        heading,
        says: register.says,
        views: views
            .iter()
            .map(|it| {
                let address = format!("{}?view={}", register.path, it.code);
                (Link::new(address, it.title), it.code == view.code)
            })
            .collect(),
        table: table.pages(pages(&lines, (register, view), counted, first)),
        lost,
    })
}

/// "Service requests: open, 18".
fn heading(register: &Register, view: &View, counted: Counted) -> String {
    let more = if counted.more { "more than " } else { "" };
    let n = crate::web::part::money::grouped(u64::try_from(counted.n).unwrap_or_default());
    format!("{}: {}, {more}{n}", register.title, view.title.to_lowercase())
}

fn blank(register: &Register, view: &View) -> Table {
    let table = Table::new(register.title)
        .caption_hidden()
        .columns(["Reference", "Who", "What", "How it stands", "With", "Since"])
        .empty(view.empty);
    if view.order == Order::Due { table.columns(["Due"]) } else { table }
}

/// One line and what it is drawn with.
struct Line<'a> {
    register: &'a Register,
    view: &'a View,
    row: &'a Entered,
    /// How many entries the same person has in this register.
    again: Option<i64>,
    surroundings: &'a Surroundings,
    today: Date,
}

impl Line<'_> {
    fn cells(&self) -> Vec<Cell> {
        let (row, entry) = (self.row, &self.row.entry);
        let what = match words::register::what(&entry.register, &entry.what) {
            empty if empty.is_empty() => row.subject.clone(),
            what => what,
        };
        let with = row.owner.as_ref().map_or_else(
            || Cell::text("Nobody yet"),
            |owner| Cell::name(self.surroundings.name_of(&StaffId(owner.clone()))),
        );
        let mut since = vec![Cell::day(entry.since_on)];
        if !entry.done && entry.register == REQUEST {
            let calendar = &self.surroundings.calendar;
            let age = tags::between(calendar, entry.since_on, self.today).unwrap_or(0);
            since.push(Cell::text(format!("{} old", working_days(age))));
        }
        let mut state = vec![Cell::text(words::register::state(&entry.register, &entry.state))];
        if let Some(n) = self.again.filter(|n| 1 < *n) {
            let tag = Tag::new(Mark::Still, format!("{n} requests of theirs"));
            state.push(Cell::part(tag));
        }
        let mut cells = vec![
            Cell::link(href(&row.reference, self.register.page), &row.reference),
            Cell::name(&row.name),
            Cell::name(what),
            Cell::stack(state),
            with,
            Cell::stack(since),
        ];
        if self.view.order == Order::Due {
            cells.push(match entry.due_on {
                None => Cell::text("No day"),
                Some(due) => {
                    let tag = due::tag(&self.surroundings.calendar, self.today, due);
                    Cell::stack([Cell::day(due), Cell::part(tag)])
                }
            });
        }
        cells
    }
}

/// Which page an address asks for, and whether it could be read.
fn turn(sent: &Sent) -> (RegisterTurn, bool) {
    let place = |name: &str| sent.has(name).then(|| sent.get(name).parse::<Place>());
    match (place("after"), place("before")) {
        (Some(Ok(place)), _) => (RegisterTurn::After(place), false),
        (_, Some(Ok(place))) => (RegisterTurn::Before(place), false),
        (None, None) => (RegisterTurn::First, false),
        _ => (RegisterTurn::First, true),
    }
}

fn pages(
    lines: &Lines,
    (register, view): (&Register, &View),
    counted: Counted,
    first: u64,
) -> Pages {
    let rows = u64::try_from(lines.rows.len()).unwrap_or_default();
    let step = u64::try_from(ROWS).unwrap_or_default();
    let total = u64::try_from(counted.n).unwrap_or_default() + u64::from(counted.more);
    let to = |name: &str, place: &Place, row: u64| {
        format!("{}?view={}&{name}={place}&row={row}", register.path, view.code)
    };
    let last = (first + rows).saturating_sub(1);
    // Beyond what was counted the numbers would contradict the count.
    let total = total.max(last);
    Pages::new(if rows == 0 { 0 } else { first }, last, total)
        .previous(
            lines.before.as_ref().map(|it| to("before", it, first.saturating_sub(step).max(1))),
        )
        .next(lines.after.as_ref().map(|it| to("after", it, first + rows)))
}
