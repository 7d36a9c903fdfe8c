//! What an act would come to, before it is done: the dates that move, the letter check, the boxes
//! for reasons, and each letter as it would lie before the person who gets it.

use std::collections::BTreeMap;

use askama::Template;
use askama::filters::HtmlSafe;
use jiff::civil::Date;
use redress_domain::clock::{Clock, Status};
use redress_letters::check::Fault;

use crate::desk::act::Decided;
use crate::desk::case::clocks_of;
use crate::desk::{Case, Declined};
use crate::paper::Prepared;
use crate::web::complaint::tags;
use crate::web::part::cell::Cell;
use crate::web::part::check::{self, CheckPanel};
use crate::web::part::day;
use crate::web::part::field::Area;
use crate::web::part::form::Form;
use crate::web::part::letter;
use crate::web::part::table::Table;
use crate::words;

/// A clock by name, its date before and its date after.
pub type Change = (String, Option<Date>, Option<Date>);

/// What an act would lead to.
pub struct Drafts {
    pub changes: Vec<Change>,
    pub letters: Vec<Prepared>,
}

/// The same on a page. Renders as dates, check, reasons and sheets; stands inside the form,
/// because it may ask for reasons.
#[derive(Clone, Debug, Default, Template)]
#[template(path = "complaint/preview.html")]
pub struct Preview {
    shown: bool,
    moves: Option<Table>,
    panel: Option<CheckPanel>,
    reasons: Vec<Area>,
    sheets: Vec<letter::Sheet>,
}

impl HtmlSafe for Preview {}

impl Preview {
    /// The page's view of it, in the print the person needs.
    pub fn of(drafts: &Drafts, form: &Form, large: bool) -> Self {
        let letters = &drafts.letters;
        let faults: Vec<Fault> = letters.iter().flat_map(|draft| draft.faults.clone()).collect();
        Self {
            shown: true,
            moves: (!drafts.changes.is_empty()).then(|| moves(&drafts.changes)),
            panel: letters.first().map(|draft| CheckPanel::of(draft.letter.id, &faults, |_| None)),
            reasons: check::reasons(form, &faults),
            sheets: letters.iter().map(|it| letter::Sheet::of(&it.letter).large(large)).collect(),
        }
    }
}

fn moves(changes: &[Change]) -> Table {
    let cell = |date: &Option<Date>| date.map_or_else(Cell::none, Cell::day);
    let table = Table::new("Dates that change").columns(["Clock", "Now", "Then"]).keeps_rows();
    changes.iter().fold(table, |table, (clock, before, after)| {
        table.row([Cell::text(clock), cell(before), cell(after)])
    })
}

/// The clocks whose date or standing an act would change.
///
/// # Errors
/// The calendar ends.
pub fn changes(case: &Case, decided: &Decided) -> Result<Vec<Change>, Declined> {
    let after = clocks_of(&decided.after, case.pack, &case.surroundings, decided.on)?;
    let before: BTreeMap<String, &Clock> =
        case.clocks.iter().map(|clock| (tags::id_of(clock), clock)).collect();
    let mut changes = Vec::new();
    for clock in &after {
        let known = before.get(&tags::id_of(clock));
        let was_forecast = known.is_some_and(|old| old.status == Status::Forecast);
        let name = if clock.status == Status::Forecast {
            format!("{} (forecast)", words::clocks::full(clock))
        } else {
            words::clocks::full(clock)
        };
        match known {
            Some(old) if old.due == clock.due && old.status == clock.status => {}
            Some(old) if old.due == clock.due && !was_forecast => {
                changes.push((
                    format!("{name}: {}", day::short(old.due)),
                    Some(old.due),
                    clock.done_on,
                ));
            }
            Some(old) => changes.push((name, Some(old.due), Some(clock.due))),
            None => changes.push((name, None, Some(clock.due))),
        }
    }
    Ok(changes)
}
