//! C12, further issues: a related one joins the case until it is answered, any other becomes a
//! complaint of its own with its first date kept.

use askama::Template;
use redress_domain::command::{AddPoint, Command};
use redress_domain::complaint::LeftBecause;
use redress_domain::ids::PointId;
use redress_domain::personal::Words;
use redress_domain::vocabulary::{Responsibility, SplitReason};

use crate::desk::Case;
use crate::web::answer::{Asked, Sheet, Visit};
use crate::web::complaint::options::{RESPONSIBILITIES, SPLIT_REASONS, known, listed};
use crate::web::complaint::told::shown;
use crate::web::page::Page;
use crate::web::part::cell::Cell;
use crate::web::part::form::Form;
use crate::web::part::frame::Frame;
use crate::web::part::reading::Reading;
use crate::web::part::table::Table;
use crate::web::part::tag::Tag;
use crate::web::posted::Posted;
use crate::words;

#[derive(Template)]
#[template(path = "complaint/points.html")]
struct PointsPage {
    frame: Frame,
    sheet: Sheet,
    addition: Form,
    split: Form,
    points: Table,
    barred: Option<String>,
    responsibilities: Vec<(String, String)>,
    reasons: Vec<(String, String)>,
    movable: Vec<(String, String)>,
    /// Whether the answer has gone, so that anything further is a new complaint.
    answered: bool,
    splits: bool,
}

/// The page.
pub async fn get(visit: Visit) -> Page {
    visit.page(draw).await
}

/// Adds an issue to the case, or opens a new complaint for it.
pub async fn post_addition(visit: Visit, posted: Posted) -> Page {
    visit.act(posted, read_addition, draw).await
}

/// Moves a point to a complaint of its own.
pub async fn post_split(visit: Visit, posted: Posted) -> Page {
    visit.act(posted, read_split, draw).await
}

fn draw(sheet: Sheet) -> PointsPage {
    let complaint = &sheet.case.complaint;
    let movable: Vec<(String, String)> = complaint
        .points
        .iter()
        .filter(|point| !complaint.left.contains_key(&point.id))
        .map(|point| {
            let text = crate::desk::rows::shortened(&shown(&point.text), 70);
            (point.id.0.clone(), format!("{}: {text}", words::sentence(&words::point(&point.id))))
        })
        .collect();
    PointsPage {
        frame: sheet.titled("Add or split a point"),
        addition: sheet.form("points/addition"),
        split: sheet.form("points/split"),
        points: table(&sheet.case),
        barred: sheet.barred_from(&Command::AddPoint(AddPoint::default())),
        responsibilities: listed(RESPONSIBILITIES, words::names::responsibility),
        reasons: listed(SPLIT_REASONS, words::names::split_reason),
        splits: sheet.kept.as_ref().is_some_and(|kept| kept.form == "points/split"),
        movable,
        answered: complaint.stage_1.responded.is_some(),
        sheet,
    }
}

fn read_addition(form: &mut Reading<'_>, _: &Case) -> Option<Asked> {
    let text = form.required("text", "Enter what went wrong");
    let outcome = form.required("outcome", "Enter what they want to happen");
    let related = form.choice("related", "Choose whether it belongs to this complaint", yes_or_no);
    let delays = form.is_ticked("delays");
    let responsibility = form.ticked("responsibility", known::<Responsibility>).into_iter().next();
    let whose = form.words("whose");
    let point = AddPoint {
        text: Words::said(text?),
        outcome: Words::said(outcome?),
        responsibility,
        whose: whose?.map(Words::said),
        feasible: None,
        related: Some(related?),
        delays,
        id: None,
        opens: None,
    };
    Some(Asked::of(vec![Command::AddPoint(point)], "point-added"))
}

fn read_split(form: &mut Reading<'_>, case: &Case) -> Option<Asked> {
    let point = form.choice("point", "Choose the point that leaves", |sent| {
        let known = case.complaint.points.iter().find(|point| point.id.0 == sent);
        known.map(|point| point.id.clone())
    });
    let reason = form.choice("reason", "Choose why it leaves", known::<SplitReason>);
    let command = Command::SplitPoint { point: point?, reason: Some(reason?), opens: None };
    Some(Asked::of(vec![command], "point-split"))
}

/// "yes" or "no" as sent by radios.
pub fn yes_or_no(sent: &str) -> Option<bool> {
    match sent {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    }
}

/// The points of a case: what went wrong, what is wanted, whose it is, and what became of it.
pub fn table(case: &Case) -> Table {
    let complaint = &case.complaint;
    let table = Table::new("Points of the complaint")
        .columns(["Point", "What they want", "Whose", "Finding", "Put right by"])
        .empty("No points yet. Write down what the complaint is about, from their own words.");
    complaint.points.iter().fold(table, |table, point| {
        let page = crate::web::answer::sheet::href(&case.reference, "definition");
        let title = format!("{}. {}", number(&point.id), shown(&point.text));
        let whose = match &point.whose {
            Some(whose) => Cell::stack([
                Cell::text(words::sentence(words::names::responsibility(point.responsibility))),
                Cell::name(shown(whose)),
            ]),
            None => Cell::text(words::sentence(words::names::responsibility(point.responsibility))),
        };
        let wanted = match &point.feasible {
            Some(feasible) => Cell::stack([
                Cell::name(shown(&point.outcome)),
                Cell::text(format!("Can they have it? {}", shown(feasible))),
            ]),
            None => Cell::name(shown(&point.outcome)),
        };
        table.row([
            Cell::link(page, title),
            wanted,
            whose,
            finding(case, &point.id),
            remedies(case, &point.id),
        ])
    })
}

/// "1" for `p1`; any other name as it is.
fn number(id: &PointId) -> &str {
    id.0.strip_prefix('p').unwrap_or(&id.0)
}

fn finding(case: &Case, id: &PointId) -> Cell {
    let complaint = &case.complaint;
    match complaint.left.get(id) {
        Some(LeftBecause::Declined) => return Cell::part(Tag::plain("Not taken on")),
        Some(LeftBecause::Moved(_)) => return Cell::part(Tag::plain("Now a complaint of its own")),
        None => {}
    }
    let at = |record: &redress_domain::complaint::StageRecord| {
        record.findings.get(id).map(|found| words::sentence(words::names::finding(found.finding)))
    };
    let first = at(&complaint.stage_1);
    let second = complaint.stage_2.as_ref().and_then(at);
    match (first, second) {
        (None, None) => Cell::part(Tag::plain("Not decided")),
        (Some(first), None) => Cell::text(first),
        (first, Some(second)) => {
            let first = first.map_or_else(Cell::none, |it| Cell::text(format!("Stage 1: {it}")));
            Cell::stack([first, Cell::text(format!("Stage 2: {second}"))])
        }
    }
}

fn remedies(case: &Case, id: &PointId) -> Cell {
    let mine = case.complaint.remedies.iter().filter(|it| it.remedy.point.as_ref() == Some(id));
    let cells: Vec<Cell> = mine
        .map(|remedy| {
            let kind = remedy.remedy.kind.map_or("remedy", words::names::remedy_kind);
            let money = remedy.remedy.amount.and_then(|pence| i64::try_from(pence).ok());
            match money {
                Some(pence) => Cell::text(crate::web::part::money::pounds(pence)),
                None => Cell::text(words::sentence(kind)),
            }
        })
        .collect();
    if cells.is_empty() { Cell::none() } else { Cell::stack(cells) }
}
