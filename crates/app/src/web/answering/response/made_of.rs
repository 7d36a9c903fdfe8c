//! What a response is assembled from: facts that are locked here and changed where they live.

use redress_domain::vocabulary::RemedyKind;

use crate::web::answer::Sheet;
use crate::web::answering::remedies::pounds;
use crate::web::part::cell::Cell;
use crate::web::part::list::SummaryList;
use crate::words;

/// The parts of the letter, each with the page where it is changed.
pub fn list(sheet: &Sheet) -> SummaryList {
    let complaint = &sheet.case.complaint;
    let stage = complaint.stage();
    let points = complaint.points_at(stage);
    let findings = &complaint.current().findings;
    let decided: Vec<Cell> = points
        .iter()
        .enumerate()
        .map(|(place, point)| {
            let finding = findings
                .get(&point.id)
                .map_or("no finding yet", |found| words::names::finding(found.finding));
            Cell::text(format!("Point {}: {finding}", place + 1))
        })
        .collect();
    let decided =
        if decided.is_empty() { Cell::text("No points yet") } else { Cell::stack(decided) };
    let handler = complaint.officer_at(stage).map_or_else(
        || Cell::text("Nobody yet"),
        |officer| Cell::name(sheet.case.surroundings.name_of(officer)),
    );
    SummaryList::new()
        .changing(
            "What it is about",
            Cell::text(words::counted(points.len(), "point")),
            sheet.href("definition"),
        )
        .changing("Decisions, reasons and rules", decided, sheet.href("findings"))
        .changing("What puts it right", remedies(sheet), sheet.href("remedies"))
        .changing("What was promised", actions(sheet), sheet.href("actions"))
        .changing("Who they can talk to", handler, sheet.href("assignment"))
}

fn remedies(sheet: &Sheet) -> Cell {
    let complaint = &sheet.case.complaint;
    let offered = complaint.remedies.iter().filter(|it| it.stage == complaint.stage());
    let cells: Vec<Cell> = offered
        .map(|it| {
            let kind = it.remedy.kind.unwrap_or(RemedyKind::Other);
            let kind = words::sentence(words::names::remedy_kind(kind));
            Cell::text(match it.remedy.amount {
                Some(pence) => format!("{kind}: {}", pounds(pence)),
                None => kind,
            })
        })
        .collect();
    if cells.is_empty() { Cell::text("Nothing yet") } else { Cell::stack(cells) }
}

fn actions(sheet: &Sheet) -> Cell {
    let all = sheet.case.complaint.actions.len();
    let open = sheet.case.complaint.open_actions().count();
    match all {
        0 => Cell::text("Nothing"),
        _ => Cell::text(format!("{}, {open} open", words::counted(all, "action"))),
    }
}
