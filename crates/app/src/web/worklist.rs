//! The worklist: the right complaints in the right order, a page at a time, and the same as CSV.

use askama::Template;
use axum::extract::{Query, State};
use redress_domain::calendar::Span;
use redress_store::lists::{self, Ask, ComplaintRow, Counted, Key, Turn};

use crate::desk::Declined;
use crate::desk::surroundings::Surroundings;
use crate::web::due;
use crate::web::framed::{self, Here};
use crate::web::guard::Staff;
use crate::web::page::Page;
use crate::web::part::cell::Cell;
use crate::web::part::errors::FormErrors;
use crate::web::part::form::{Form, Keys};
use crate::web::part::frame::Frame;
use crate::web::part::notice::Link;
use crate::web::part::pages::Pages;
use crate::web::part::sent::Sent;
use crate::web::part::table::Table;
use crate::web::part::tag::{Mark, Tag};
use crate::web::route::{READERS, Route};
use crate::web::state::App;
use crate::web::worklist::narrowing::{Narrowing, VIEWS};

mod choices;
mod csv;
pub mod narrowing;

/// How many rows a page has.
const ROWS: i64 = 50;

/// The worklist and its CSV.
pub fn routes() -> Vec<Route> {
    vec![Route::get("/complaints", READERS, get), Route::get("/complaints.csv", READERS, csv::get)]
}

#[derive(Template)]
#[template(path = "worklist/worklist.html")]
struct WorklistPage {
    frame: Frame,
    heading: String,
    views: Vec<(Link, bool)>,
    form: Form,
    choices: choices::Choices,
    narrowing: Narrowing,
    table: Table,
    /// The same list as a file, where there is anything in it.
    csv: Option<String>,
    /// Said where an address leads to a place that is no place.
    lost: bool,
}

/// The page.
pub async fn get(staff: Staff, State(app): State<App>, Query(sent): Query<Sent>) -> Page {
    match show(&app, &staff, &sent).await {
        Ok(page) => Page::ok(&page),
        Err(declined) => Page::declined(declined),
    }
}

async fn show(app: &App, staff: &Staff, sent: &Sent) -> Result<WorklistPage, Declined> {
    let (scope, me) = (&staff.signed.scope, staff.signed.staff.id.as_str());
    let surroundings = app.desk.surroundings(scope).await?;
    let today = app.desk.today();
    let soon = surroundings.calendar.reckon(today, Span::WorkingDays(3))?.due;
    let mut narrowing = Narrowing::read(sent, &surroundings, (me, today, soon));
    if staff.signed.sees_only_held() {
        narrowing.only_held_by(me);
    }
    let (turn, lost) = turn(sent);
    let ask = Ask { viewer: me, filter: &narrowing.filter, turn: turn.clone(), limit: ROWS };
    let page = lists::worklist(&app.desk.db, scope, &ask).await?;
    let counted = lists::count(&app.desk.db, scope, me, &narrowing.filter).await?;
    let first = first_row(sent, &turn);
    let heading = heading(&narrowing, counted);
    let table = page
        .rows
        .iter()
        .fold(blank(&narrowing), |table, row| table.row(cells(row, &surroundings, today)));
    let table = table.pages(pages(&page, &narrowing, counted, first));
    let views = VIEWS.iter().map(|view| {
        let here = narrowing.view == Some(view.code);
        (Link::new(format!("/complaints?view={}", view.code), view.title), here)
    });
    Ok(WorklistPage {
        frame: framed::frame(app, staff, Here::Complaints).await.titled(&heading),
        heading,
        views: views.collect(),
        form: Form::kept(Keys::default(), narrowing.as_sent(), FormErrors::none()),
        choices: choices::Choices::of(&surroundings),
        csv: (0 < counted.n).then(|| format!("/complaints.csv{}", narrowing.query(&[]))),
        narrowing,
        table,
        lost,
    })
}

/// "Complaints: overdue, 12".
fn heading(narrowing: &Narrowing, counted: Counted) -> String {
    let more = if counted.more { "more than " } else { "" };
    let n = crate::web::part::money::grouped(u64::try_from(counted.n).unwrap_or_default());
    let which = VIEWS.iter().find(|view| Some(view.code) == narrowing.view);
    let which = which.map_or_else(
        || if narrowing.chips.is_empty() { "open" } else { "filtered" }.to_owned(),
        |view| view.title.to_lowercase(),
    );
    format!("Complaints: {which}, {more}{n}")
}

fn blank(narrowing: &Narrowing) -> Table {
    let names: Vec<&str> = narrowing.chips.iter().map(|chip| chip.words.as_str()).collect();
    let empty = if names.is_empty() {
        "No complaint is open.".to_owned()
    } else {
        format!(
            "No complaints match. Remove one of the filters ({}), or clear them all.",
            names.join("; ")
        )
    };
    Table::new("Complaints by what is due next")
        .caption_hidden()
        .sticky()
        .columns([
            "Reference",
            "Who and where",
            "About",
            "Stage and state",
            "With",
            "Next promise",
            "Due",
            "Marks",
        ])
        .empty(empty)
}

/// One line.
pub fn cells(
    row: &ComplaintRow,
    surroundings: &Surroundings,
    today: jiff::civil::Date,
) -> Vec<Cell> {
    let mut who = vec![Cell::name(&row.name)];
    if !row.home.is_empty() {
        who.push(Cell::name(&row.home));
    }
    let with = match &row.owner {
        Some(owner) => {
            Cell::name(surroundings.name_of(&redress_domain::ids::StaffId(owner.clone())))
        }
        None => Cell::text("Nobody yet"),
    };
    let (what, day) = match (row.next_due, &row.next_clock) {
        (Some(due), Some(kind)) => {
            let tag = due::tag(&surroundings.calendar, today, due);
            (Cell::text(due::what(kind)), due::cell(due, &due::working_of(row), tag))
        }
        _ => (Cell::text("Nothing is due"), Cell::none()),
    };
    let marks = [(row.risk, "Risk"), (row.needs, "Needs"), (row.extended, "Extended")];
    let marks: Vec<Cell> = marks
        .iter()
        .filter(|(has, _)| *has)
        .map(|(_, words)| Cell::part(Tag::new(Mark::Still, words)))
        .collect();
    vec![
        Cell::link(format!("/complaints/{}", row.reference), &row.reference),
        Cell::stack(who),
        Cell::text(&row.subject),
        Cell::text(due::stage_and_state(row)),
        with,
        what,
        day,
        if marks.is_empty() { Cell::none() } else { Cell::stack(marks) },
    ]
}

/// Which page an address asks for, and whether it could be read.
fn turn(sent: &Sent) -> (Turn, bool) {
    let key = |name: &str| sent.has(name).then(|| sent.get(name).parse::<Key>());
    match (key("after"), key("before")) {
        (Some(Ok(key)), _) => (Turn::After(key), false),
        (_, Some(Ok(key))) => (Turn::Before(key), false),
        (None, None) => (Turn::First, false),
        _ => (Turn::First, true),
    }
}

/// The number of the first row shown, as the address carries it along.
fn first_row(sent: &Sent, turn: &Turn) -> u64 {
    match turn {
        Turn::First => 1,
        Turn::After(_) | Turn::Before(_) => sent.get("row").parse().unwrap_or(1).max(1),
    }
}

fn pages(page: &lists::Page, narrowing: &Narrowing, counted: Counted, first: u64) -> Pages {
    let rows = u64::try_from(page.rows.len()).unwrap_or_default();
    let step = u64::try_from(ROWS).unwrap_or_default();
    let total = u64::try_from(counted.n).unwrap_or_default() + u64::from(counted.more);
    let to = |name: &str, key: &Key, row: u64| {
        format!(
            "/complaints{}",
            narrowing.query(&[(name, &key.to_string()), ("row", &row.to_string())])
        )
    };
    let last = (first + rows).saturating_sub(1);
    // Beyond what was counted the numbers would contradict the count.
    let total = total.max(last);
    Pages::new(if rows == 0 { 0 } else { first }, last, total)
        .previous(
            page.before.as_ref().map(|key| to("before", key, first.saturating_sub(step).max(1))),
        )
        .next(page.after.as_ref().map(|key| to("after", key, first + rows)))
}
