//! W8, the post: did it leave? What failed first, then what is due today and has not gone.

use askama::Template;
use axum::extract::{Query, State};
use jiff::civil::Date;
use redress_domain::calendar::Calendar;
use redress_store::dispatch::{self, Line, State as Stands, Way};

use crate::desk::Declined;
use crate::web::disruption::MANAGERS;
use crate::web::due;
use crate::web::framed::{self, Here};
use crate::web::guard::Staff;
use crate::web::page::Page;
use crate::web::part::cell::Cell;
use crate::web::part::form::Form;
use crate::web::part::frame::Frame;
use crate::web::part::notice::Link;
use crate::web::part::sent::Sent;
use crate::web::part::table::Table;
use crate::web::part::tag::{Mark, Tag};
use crate::web::state::App;
use crate::words::{self, names};

/// The most letters that one table shows.
const MOST: i64 = 300;

/// What the page says after something was done here.
const DONE: &[(&str, &str)] = &[
    ("printed", "The batch is ready. Print it, then record what was posted."),
    ("nothing", "Nothing waited to be printed in that print."),
    ("posted", "Recorded. What was posted has left on the day printed on it."),
];

#[derive(Template)]
#[template(path = "post/list.html")]
struct PostPage {
    frame: Frame,
    heading: String,
    form: Form,
    counts: Vec<Link>,
    trouble: Table,
    urgent: Table,
    prints: Vec<Print>,
    batches: Vec<Batch>,
    mails: Table,
    left: Table,
    /// Whether letters count on the day of their act, so that nothing waits here.
    at_once: bool,
    no_mail: bool,
    all_gone: bool,
    /// Whether this person may write to everybody.
    tells_all: bool,
}

/// What waits in one print.
struct Print {
    name: &'static str,
    words: &'static str,
    pieces: usize,
    table: Table,
}

/// A batch that is printed and not posted.
struct Batch {
    href: String,
    words: String,
    stale: bool,
}

/// The page.
pub async fn get(staff: Staff, State(app): State<App>, Query(sent): Query<Sent>) -> Page {
    match show(&app, &staff, sent.get("done")).await {
        Ok(page) => Page::ok(&page),
        Err(declined) => Page::declined(declined),
    }
}

async fn show(app: &App, staff: &Staff, done: &str) -> Result<PostPage, Declined> {
    let (scope, me) = (&staff.signed.scope, staff.signed.staff.id.as_str());
    let surroundings = app.desk.surroundings(scope).await?;
    let (calendar, today) = (&surroundings.calendar, app.desk.today());
    let states = [
        Stands::Failed,
        Stands::Returned,
        Stands::Unknown,
        Stands::Held,
        Stands::Queued,
        Stands::Sending,
        Stands::Printed,
    ];
    let all = dispatch::lines(&app.desk.db, scope, me, &states, MOST).await?;
    let left = dispatch::lines_left(&app.desk.db, scope, me, today, MOST).await?;
    let of = |wanted: &[Stands]| -> Vec<&Line> {
        all.iter().filter(|it| wanted.contains(&it.dispatch.state)).collect()
    };
    let trouble = of(&[Stands::Failed, Stands::Returned, Stands::Unknown, Stands::Held]);
    let queued = of(&[Stands::Queued, Stands::Sending]);
    let printed = of(&[Stands::Printed]);
    let is_urgent = |it: &&&Line| it.dispatch.due_on.is_some_and(|due| due <= today);
    let urgent: Vec<&Line> = queued.iter().chain(&printed).filter(is_urgent).copied().collect();
    let mails: Vec<&Line> =
        queued.iter().filter(|it| it.dispatch.way == Way::Email).copied().collect();
    let prints: Vec<Print> = [("standard", "Standard print"), ("large", "Large print, 18 point")]
        .into_iter()
        .map(|(name, words)| {
            let of_print = |it: &&&Line| it.dispatch.way != Way::Email && it.dispatch.print == name;
            let pieces: Vec<&Line> = queued.iter().filter(of_print).copied().collect();
            Print {
                name,
                words,
                pieces: pieces.len(),
                table: waiting(words, &pieces, calendar, today),
            }
        })
        .collect();
    let to_print: usize = prints.iter().map(|print| print.pieces).sum();
    let heading = heading(trouble.len(), to_print);
    let house = app.desk.post_house(scope).await?;
    let frame = framed::frame(app, staff, Here::Post).await.titled(&heading);
    Ok(PostPage {
        frame: framed::done(frame, done, DONE),
        form: Form::blank(framed::keys_of(app, staff).await?),
        counts: counts(&[
            ("trouble", trouble.len(), "failed, came back or unknown"),
            ("urgent", urgent.len(), "due today and not gone"),
            ("print", to_print, "to print"),
            ("printed", printed.len(), "printed, not posted"),
            (
                "mails",
                mails.len(),
                if mails.len() == 1 { "e-mail waiting" } else { "e-mails waiting" },
            ),
            ("left", left.len(), "left today"),
        ]),
        trouble: troubles(&trouble, calendar, today),
        urgent: waiting("Due today and not gone", &urgent, calendar, today),
        batches: batches(&printed, today),
        mails: emails(&mails, calendar, today),
        left: gone(&left),
        at_once: !house.waits,
        tells_all: framed::is_for(MANAGERS, staff),
        no_mail: !app.desk.sends_mail(),
        all_gone: trouble.is_empty() && queued.is_empty() && printed.is_empty(),
        heading,
        prints,
    })
}

fn heading(trouble: usize, to_print: usize) -> String {
    match (trouble, to_print) {
        (0, 0) => "Post".to_owned(),
        (0, print) => format!("Post: {print} to print"),
        (failed, 0) => format!("Post: {failed} failed"),
        (failed, print) => format!("Post: {failed} failed, {print} to print"),
    }
}

fn counts(all: &[(&str, usize, &str)]) -> Vec<Link> {
    all.iter().map(|(id, n, what)| Link::new(format!("#{id}"), format!("{n} {what}"))).collect()
}

fn link(line: &Line) -> Cell {
    Cell::link(format!("/complaints/{}/post", line.reference), &line.reference)
}

fn letter(line: &Line) -> Cell {
    let it = &line.dispatch;
    Cell::text(format!("{}. {}", it.number, names::letter(&it.letter)))
}

fn due_cell(line: &Line, calendar: &Calendar, today: Date) -> Cell {
    match line.dispatch.due_on {
        Some(due) => Cell::stack([Cell::day(due), Cell::part(due::tag(calendar, today, due))]),
        None => Cell::text("No clock"),
    }
}

/// What went wrong, and what to do about it.
fn troubles(lines: &[&Line], calendar: &Calendar, today: Date) -> Table {
    let table = Table::new("Failed, came back, unknown or held")
        .caption_hidden()
        .columns(["Complaint", "To", "Letter", "What happened", "What to do", "Due"])
        .empty("Nothing failed and nothing came back.");
    lines.iter().fold(table, |table, line| {
        let (what, instead) = words::post::trouble(&line.dispatch);
        table.row([
            link(line),
            Cell::name(&line.name),
            letter(line),
            Cell::stack([
                Cell::part(Tag::new(Mark::Late, what)),
                Cell::name(&line.dispatch.answer),
            ]),
            Cell::text(instead),
            due_cell(line, calendar, today),
        ])
    })
}

fn waiting(caption: &str, lines: &[&Line], calendar: &Calendar, today: Date) -> Table {
    let table = Table::new(caption)
        .caption_hidden()
        .columns(["Complaint", "To", "Letter", "Dated", "Due"])
        .empty("Nothing waits.");
    lines.iter().fold(table, |table, line| {
        table.row([
            link(line),
            Cell::name(&line.name),
            letter(line),
            Cell::day(line.dispatch.dated),
            due_cell(line, calendar, today),
        ])
    })
}

fn emails(lines: &[&Line], calendar: &Calendar, today: Date) -> Table {
    let table = Table::new("E-mails waiting")
        .caption_hidden()
        .columns(["Complaint", "To", "Letter", "Tried", "Next try", "Due"])
        .empty("No e-mail waits.");
    lines.iter().fold(table, |table, line| {
        let it = &line.dispatch;
        let tried = match it.attempts {
            0 => "Not yet".to_owned(),
            1 => "Once".to_owned(),
            n => format!("{n} times"),
        };
        let next = match (it.state, it.try_at) {
            (Stands::Sending, _) => "Going now".to_owned(),
            (_, Some(at)) => framed::clock_time(at),
            (_, None) => "At once".to_owned(),
        };
        table.row([
            link(line),
            Cell::name(&line.name),
            letter(line),
            Cell::stack([Cell::text(tried), Cell::name(&it.answer)]),
            Cell::text(next),
            due_cell(line, calendar, today),
        ])
    })
}

fn gone(lines: &[Line]) -> Table {
    let table = Table::new("Left today")
        .caption_hidden()
        .columns(["Complaint", "To", "Letter", "How", "When"])
        .empty("Nothing has left today.");
    lines.iter().fold(table, |table, line| {
        table.row([
            link(line),
            Cell::name(&line.name),
            letter(line),
            Cell::text(way(line.dispatch.way)),
            Cell::text(framed::clock_time(line.dispatch.changed_at)),
        ])
    })
}

/// A way in words.
pub fn way(way: Way) -> &'static str {
    match way {
        Way::Email => "By e-mail",
        Way::Post => "By post",
        Way::Hand => "By hand",
    }
}

/// The batches that wait to be posted, the oldest first.
fn batches(lines: &[&Line], today: Date) -> Vec<Batch> {
    let mut found: Vec<(&str, Date, &str, usize)> = Vec::new();
    for line in lines {
        let it = &line.dispatch;
        let Some(id) = it.batch.as_deref() else { continue };
        match found.iter_mut().find(|(known, ..)| *known == id) {
            Some((.., pieces)) => *pieces += 1,
            None => found.push((id, it.dated, &it.print, 1)),
        }
    }
    found
        .into_iter()
        .map(|(id, dated, print, pieces)| Batch {
            href: format!("/post/batches/{id}"),
            words: format!(
                "{}: {pieces} {}, {print} print",
                words::day(dated),
                if pieces == 1 { "piece" } else { "pieces" }
            ),
            stale: dated < today,
        })
        .collect()
}
