//! C16, what puts it right: remedies of eight kinds, promised actions, and the money that is offered.

use askama::Template;
use redress_domain::command::{Command, OfferRemedy};
use redress_domain::complaint::{Point, Remedy};
use redress_domain::ids::PointId;
use redress_domain::personal::Words;
use redress_domain::vocabulary::RemedyKind;

use crate::desk::Case;
use crate::web::answer::{Asked, Sheet, Visit};
use crate::web::answering::would;
use crate::web::complaint::options::known;
use crate::web::page::Page;
use crate::web::part::cell::Cell;
use crate::web::part::choices::Choices;
use crate::web::part::form::Form;
use crate::web::part::frame::Frame;
use crate::web::part::money;
use crate::web::part::reading::Reading;
use crate::web::part::table::{Column, Table};
use crate::web::posted::Posted;
use crate::words;

pub mod weighing;

#[derive(Template)]
#[template(path = "answering/remedies.html")]
struct RemediesPage {
    frame: Frame,
    heading: String,
    sheet: Sheet,
    remedies: Table,
    /// Points at fault that nothing puts right yet.
    bare: Vec<String>,
    form: Form,
    promise: Form,
    barred: Option<String>,
    kind: Choices,
    points: Vec<(String, String)>,
    promise_open: bool,
    guidance: weighing::Guided,
}

/// The kinds of remedy, in the order in which a person thinks of them.
const KINDS: &[RemedyKind] = &[
    RemedyKind::Apology,
    RemedyKind::Explanation,
    RemedyKind::Action,
    RemedyKind::DecisionChanged,
    RemedyKind::RecordAmended,
    RemedyKind::PolicyChanged,
    RemedyKind::Money,
    RemedyKind::Other,
];

/// The page.
pub async fn get(visit: Visit) -> Page {
    visit.page(draw).await
}

/// Offers a remedy.
pub async fn post(visit: Visit, posted: Posted) -> Page {
    visit.act(posted, read, draw).await
}

/// Promises an action.
pub async fn promise(visit: Visit, posted: Posted) -> Page {
    visit.act(posted, read_promise, draw).await
}

fn draw(sheet: Sheet) -> RemediesPage {
    let complaint = &sheet.case.complaint;
    let stage = complaint.stage();
    let offered: u64 = complaint.offers.iter().map(|offer| offer.amount).sum();
    let actions = words::counted(complaint.actions.len(), "action");
    let heading = match offered {
        0 => format!("Remedies: {} offered, {actions}", complaint.remedies.len()),
        pence => format!("Remedies: {} offered, {actions}", pounds(pence)),
    };
    let points = complaint.points_at(stage);
    let findings = &complaint.current().findings;
    let helped = |point: &Point| {
        complaint
            .remedies
            .iter()
            .any(|it| it.remedy.point.as_ref().is_none_or(|id| *id == point.id))
    };
    let bare = points
        .iter()
        .filter(|point| findings.get(&point.id).is_some_and(|it| it.finding.admits_fault()))
        .filter(|point| !helped(point))
        .map(|point| words::point(&point.id))
        .collect();
    RemediesPage {
        frame: sheet.titled("Remedies"),
        heading,
        remedies: table(&sheet),
        bare,
        form: sheet.form("remedies"),
        promise: sheet.form("remedies/promise"),
        barred: would::why_not(&sheet, &probe()),
        kind: kinds(&sheet.form("remedies"), &sheet),
        guidance: weighing::Guided::of(&sheet),
        points: points
            .iter()
            .enumerate()
            .map(|(place, it)| (it.id.to_string(), labelled(place, it)))
            .collect(),
        promise_open: sheet.kept.as_ref().is_some_and(|kept| kept.form == "remedies/promise"),
        sheet,
    }
}

/// The kinds, with what money needs beside money.
fn kinds(form: &Form, sheet: &Sheet) -> Choices {
    KINDS.iter().fold(form.radios("kind", "What kind of remedy is it?"), |radios, kind| {
        let radios = radios.option(words::id(kind), words::sentence(words::names::remedy_kind(*kind)));
        if *kind != RemedyKind::Money {
            return radios;
        }
        let head = form
            .text("head", "What the money is for")
            .hint("For example: distress and inconvenience, your time and trouble, complaint handling")
            .width(30);
        let radios = radios.also(form.money("amount", "Amount").width(10)).also(head);
        weighing::asked(form, sheet, radios)
    })
}

fn labelled(place: usize, point: &Point) -> String {
    let text: String = point.text.text().chars().take(60).collect();
    format!("Point {}: {text}", place + 1)
}

fn probe() -> Command {
    Command::OfferRemedy(Box::new(OfferRemedy {
        kind: Some(RemedyKind::Explanation),
        what: Words::said("what happened"),
        ..OfferRemedy::default()
    }))
}

/// An amount of the record, as people write it.
pub fn pounds(pence: u64) -> String {
    money::pounds(i64::try_from(pence).unwrap_or(i64::MAX))
}

fn table(sheet: &Sheet) -> Table {
    let complaint = &sheet.case.complaint;
    let table = Table::new("What is offered")
        .columns(["What", "Kind", "For", "By", "Who sees to it"])
        .column(Column::number("Amount"))
        .empty("Nothing is offered yet. Choose what puts each upheld point right, or say in the response why nothing does.");
    complaint.remedies.iter().fold(table, |table, remedy| table.row(row(sheet, remedy)))
}

fn row(sheet: &Sheet, remedy: &Remedy) -> [Cell; 6] {
    let given = &remedy.remedy;
    let kind = given.kind.map_or("", words::names::remedy_kind);
    let what = match &given.head {
        Some(head) => Cell::stack([Cell::name(given.what.text()), Cell::name(head.text())]),
        None => Cell::name(given.what.text()),
    };
    let href = |page: &str| sheet.href(page);
    let kind = match (&remedy.offer, &remedy.action) {
        (Some(offer), _) => {
            Cell::link(href(&format!("offers#offer-{}", offer.0)), words::sentence(kind))
        }
        (_, Some(action)) => {
            Cell::link(href(&format!("actions#action-{}", action.0)), words::sentence(kind))
        }
        _ => Cell::text(words::sentence(kind)),
    };
    let point = given.point.as_ref().map_or_else(|| "The whole".to_owned(), words::point);
    [
        what,
        kind,
        Cell::text(words::sentence(&point)),
        given.due.map_or_else(|| Cell::text("In the letter"), Cell::day),
        given.owner.as_ref().map_or_else(Cell::none, |owner| Cell::name(owner.text())),
        given.amount.map_or_else(Cell::none, |pence| Cell::number(pounds(pence))),
    ]
}

fn read(form: &mut Reading<'_>, _: &Case) -> Option<Asked> {
    let kind = form.choice("kind", "Choose what kind of remedy it is", known::<RemedyKind>);
    let what = form.required("what", "Enter what will put it right");
    let point = form.words("point");
    let due = form.optional_day("due");
    let owner = form.words("owner");
    let (amount, head) = if kind == Some(RemedyKind::Money) {
        (form.pence("amount", "Enter the amount").map(Some), form.words("head"))
    } else {
        (Some(None), Some(None))
    };
    if let Some(kind) = kind
        && !kind.given_in_the_letter()
        && due == Some(None)
    {
        form.wrong("due", "Enter the day by which it is done");
    }
    if kind == Some(RemedyKind::Action) && owner == Some(None) {
        form.wrong("owner", "Enter who sees to it");
    }
    let weighed = weighing::read(form, kind == Some(RemedyKind::Money))?;
    let given = OfferRemedy {
        point: point?.map(PointId),
        kind,
        what: Words::said(what?),
        due: due?,
        owner: owner?.map(Words::said),
        amount: amount?.and_then(|pence| u64::try_from(pence).ok()),
        head: head?.map(Words::said),
        ..weighed
    };
    Some(Asked::of(vec![Command::OfferRemedy(Box::new(given))], "remedy").then("remedies"))
}

fn read_promise(form: &mut Reading<'_>, _: &Case) -> Option<Asked> {
    let what = form.required("promise-what", "Enter what will be done");
    let owner = form.required("promise-owner", "Enter who sees to it");
    let due = form.day("promise-due", "Enter the day by which it is done");
    let command = Command::RaiseAction {
        what: Words::said(what?),
        owner: Words::said(owner?),
        due: Some(due?),
        id: None,
    };
    Some(Asked::of(vec![command], "promised").then("remedies"))
}
