//! Promises and money: what was promised by when, and what was offered, accepted and paid.

use redress_domain::clock::What;

use crate::desk::Case;
use crate::web::answer::Sheet;
use crate::web::complaint::tags;
use crate::web::complaint::told::shown;
use crate::web::part::cell::Cell;
use crate::web::part::table::{Column, Table};
use crate::web::part::tag::Tag;

/// Promised actions, open ones first.
pub fn table(sheet: &Sheet) -> Table {
    let case = &sheet.case;
    let table = Table::new("Promised actions")
        .columns(["Promise", "Who does it", "By", "State"])
        .empty("Nothing is promised.");
    let mut actions: Vec<_> = case.complaint.actions.iter().collect();
    actions.sort_by_key(|action| (action.done_on.is_some(), action.due));
    actions.into_iter().fold(table, |table, action| {
        let clock = case
            .clocks
            .iter()
            .find(|it| it.what == What::Action && it.of.as_ref() == Some(&action.id.0));
        let due = match clock {
            Some(clock) => {
                let date = crate::web::part::day::short(action.due);
                Cell::link(sheet.href(&tags::page_of(clock)), date)
            }
            None => Cell::day(action.due),
        };
        let tag = clock.map_or_else(
            || Tag::plain("Promised"),
            |clock| tags::tag_of(clock, sheet.today, &case.surroundings.calendar),
        );
        table.row([
            Cell::link(sheet.href("actions"), shown(&action.what)),
            Cell::name(shown(&action.owner)),
            due,
            Cell::part(tag),
        ])
    })
}

/// Offers of money.
pub fn money(case: &Case) -> Table {
    let table = Table::new("Offers")
        .columns(["Offer"])
        .column(Column::number("Amount"))
        .columns(["Offered", "Answer", "Paid"]);
    case.complaint.offers.iter().fold(table, |table, offer| {
        let answer = match offer.accepted {
            None => Tag::plain("Not answered"),
            Some(true) => Tag::plain("Accepted"),
            Some(false) => Tag::plain("Turned down"),
        };
        let number = offer.id.0.strip_prefix('o').unwrap_or(&offer.id.0);
        table.row([
            Cell::text(format!("Offer {number}")),
            Cell::pounds(i64::try_from(offer.amount).unwrap_or(i64::MAX)),
            Cell::day(offer.offered_on),
            Cell::part(answer),
            offer.paid_on.map_or_else(Cell::none, Cell::day),
        ])
    })
}
