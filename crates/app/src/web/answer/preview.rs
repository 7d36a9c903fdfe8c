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
use crate::desk::{Case, Declined, checking};
use crate::paper::Prepared;
use crate::web::answer::{Sheet, drafts, ways};
use crate::web::complaint::tags;
use crate::web::part::cell::Cell;
use crate::web::part::check::{self, CheckPanel};
use crate::web::part::day;
use crate::web::part::field::Area;
use crate::web::part::form::Form;
use crate::web::part::letter;
use crate::web::part::table::Table;

/// A clock whose date or standing an act would change.
pub struct Change {
    pub clock: String,
    pub before: Option<Date>,
    /// Its new date, or that it is met or no longer counts.
    pub after: String,
}

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
    second: Option<&'static str>,
    moves: Option<Table>,
    panel: Option<CheckPanel>,
    reasons: Vec<Area>,
    sheets: Vec<letter::Sheet>,
    /// The form that it belongs to, where it stands outside.
    outside: Option<String>,
}

impl HtmlSafe for Preview {}

impl Preview {
    /// The page's view of it, in the print the person needs.
    pub fn of(found: &Drafts, sheet: &Sheet, form: &Form, large: bool) -> Self {
        let letters = &found.letters;
        let faults: Vec<Fault> = letters.iter().flat_map(|draft| draft.faults.clone()).collect();
        Self {
            shown: true,
            second: letters
                .iter()
                .any(|it| checking::wants_second_person(&sheet.case, it))
                .then_some(drafts::SECOND_PERSON),
            moves: (!found.changes.is_empty()).then(|| moves(&found.changes)),
            panel: letters
                .first()
                .map(|draft| CheckPanel::of(draft.letter.id, &faults, |it| ways::way(sheet, it))),
            reasons: check::reasons(form, &faults),
            sheets: letters.iter().map(|it| letter::Sheet::prepared(it).large(large)).collect(),
            outside: None,
        }
    }

    /// The same for a page that has no place for it in its form: it stands above, belongs to the
    /// form all the same, and brings a button of its own.
    pub fn above(self, form: String) -> Self {
        let reasons = self.reasons.into_iter().map(|area| area.of_form(&form)).collect();
        Self { reasons, outside: Some(form), ..self }
    }
}

impl Preview {
    /// Whether it can be handed over to a second person.
    pub fn can_be_handed_over(&self) -> bool {
        self.second.is_some()
    }
}

fn moves(changes: &[Change]) -> Table {
    let table = Table::new("Dates that change").columns(["Clock", "Now", "Then"]).keeps_rows();
    changes.iter().fold(table, |table, change| {
        let before = change.before.map_or_else(Cell::none, Cell::day);
        table.row([Cell::text(&change.clock), before, Cell::text(&change.after)])
    })
}

/// The clocks whose date or standing an act would change.
///
/// # Errors
/// The calendar ends.
pub fn changes(case: &Case, decided: &Decided) -> Result<Vec<Change>, Declined> {
    let after = clocks_of(&decided.after, &case.pack, &case.surroundings, decided.on)?;
    let before: BTreeMap<String, &Clock> =
        case.clocks.iter().map(|clock| (tags::id_of(clock), clock)).collect();
    let mut changes = Vec::new();
    for clock in &after {
        let known = before.get(&tags::id_of(clock));
        if known.is_some_and(|old| old.due == clock.due && old.status == clock.status) {
            continue;
        }
        changes.push(Change {
            clock: tags::name_of(clock),
            before: known.map(|old| old.due),
            after: then(clock),
        });
    }
    Ok(changes)
}

fn then(clock: &Clock) -> String {
    match (clock.status, clock.done_on) {
        (Status::Void, _) => "No longer counts".to_owned(),
        (Status::Met, Some(on)) => format!("Met {}", day::short(on)),
        (Status::Missed, Some(on)) => format!("Met late, {}", day::short(on)),
        (Status::Forecast, _) => format!("{}, forecast", day::short(clock.due)),
        _ => day::short(clock.due),
    }
}
