//! Letters that left the house.

use crate::desk::Case;
use crate::web::answer::sheet::href;
use crate::web::part::cell::Cell;
use crate::web::part::table::Table;
use crate::words;

/// The letters of a case, newest first.
pub fn letters(case: &Case) -> Table {
    let table = Table::new("Letters")
        .columns(["Letter", "Sent", "How", "Stage"])
        .empty("No letter has left yet.");
    case.complaint.letters.iter().rev().fold(table, |table, letter| {
        let name = words::names::letter(&letter.letter);
        table.row([
            Cell::link(
                href(&case.reference, &format!("letters/{}", letter.number)),
                format!("{}. {name}", letter.number),
            ),
            Cell::day(letter.sent_on),
            Cell::text(words::sentence(words::names::channel(letter.channel))),
            Cell::text(letter.stage.number()),
        ])
    })
}
