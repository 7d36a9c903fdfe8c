//! The ways from what a letter check found to where it is put right: the very point or field.

use redress_domain::complaint::Point;
use redress_letters::block::BlockId;
use redress_letters::check::{Code, Fault};

use crate::web::answer::Sheet;
use crate::web::part::notice::Link;

/// Where something that the check found is put right, on whichever page that is.
pub fn way(sheet: &Sheet, fault: &Fault) -> Option<Link> {
    let page = |page: &str, words: &str| Some(Link::new(sheet.href(page), words));
    if fault.code == Code::SourceMissing && sheet.case.complaint.evidence.is_empty() {
        return page("evidence#what", "Go to the evidence");
    }
    match fault.block? {
        BlockId::Definition | BlockId::Outcomes | BlockId::Responsibility => {
            Some(definition(sheet, fault))
        }
        BlockId::Found
        | BlockId::Decision
        | BlockId::Stage1KeptOrChanged
        | BlockId::Reasons
        | BlockId::Sources
        | BlockId::OutcomesAnswered
        | BlockId::Fault => Some(finding(sheet, fault)),
        BlockId::Remedy | BlockId::Offer => page("remedies#what", "Go to the remedies"),
        BlockId::Actions => page("actions", "Go to the promises"),
        BlockId::Handler | BlockId::DiscussWith | BlockId::Signature => {
            page("assignment#officer", "Go to the assignment")
        }
        BlockId::Address => page("people#address", "Correct the address"),
        BlockId::WhyUnhappy => page("contacts#text", "Go to the contact log"),
        _ => Some(Link::new("#letter", "See it in the letter")),
    }
}

/// The card of the point on the page of findings.
fn finding(sheet: &Sheet, fault: &Fault) -> Link {
    match point(sheet, fault) {
        Some((number, point)) => Link::new(
            format!("{}#point-{}", sheet.href("findings"), point.id),
            format!("Go to the finding on point {number}"),
        ),
        None => Link::new(sheet.href("findings"), "Go to the findings"),
    }
}

/// The row of the point on the page of the definition.
fn definition(sheet: &Sheet, fault: &Fault) -> Link {
    let row = point(sheet, fault).and_then(|(number, point)| {
        let all = &sheet.case.complaint.points;
        let place = all.iter().position(|it| it.id == point.id)?;
        Some((number, place + 1))
    });
    match row {
        Some((number, row)) => Link::new(
            format!("{}#points-{row}-text", sheet.href("definition")),
            format!("Go to point {number} of the definition"),
        ),
        None => Link::new(sheet.href("definition"), "Go to the definition"),
    }
}

/// The point of this stage that a fault is about, with its number in the letter.
fn point<'a>(sheet: &'a Sheet, fault: &Fault) -> Option<(u8, &'a Point)> {
    let number = fault.point?;
    let complaint = &sheet.case.complaint;
    let points = complaint.points_at(complaint.stage());
    let point = points.into_iter().nth(usize::from(number).checked_sub(1)?)?;
    Some((number, point))
}
