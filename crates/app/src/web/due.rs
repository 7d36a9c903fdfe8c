//! A promise in a list: what it is, how long is left, the page that shows how its date was
//! reached, and the page that meets it.

use jiff::civil::Date;
use redress_domain::calendar::Calendar;
use redress_domain::clock::What;
use redress_store::lists::{ComplaintRow, DiaryRow};
use serde::de::DeserializeOwned;

use crate::web::complaint::tags::{REMINDER, between};
use crate::web::part::cell::Cell;
use crate::web::part::tag::{Mark, Tag};
use crate::words;

/// How long is left until a day that is still open, or how late it is.
pub fn tag(calendar: &Calendar, today: Date, due: Date) -> Tag {
    if due < today {
        return match between(calendar, due, today) {
            Some(days) if 0 < days => Tag::late(days),
            _ => Tag::new(Mark::Late, "Late"),
        };
    }
    match between(calendar, today, due) {
        Some(0) if due != today => Tag::new(Mark::Soon, "Ends on a day off"),
        Some(left) => Tag::left(left, REMINDER),
        None => Tag::plain("Running"),
    }
}

/// A closed-list value from its stored name.
pub fn named<T: DeserializeOwned>(stored: &str) -> Option<T> {
    serde_json::from_value(serde_json::Value::String(stored.to_owned())).ok()
}

/// A clock as lists call it: "Response".
pub fn what(kind: &str) -> String {
    named::<What>(kind)
        .map_or_else(|| words::sentence(kind), |what| words::clocks::what(what).to_owned())
}

/// The day and the tag, one under the other; the day opens its working.
pub fn cell(due: Date, working: &str, tag: Tag) -> Cell {
    let day = crate::web::part::day::short(due);
    Cell::stack([Cell::link(working, day), Cell::part(tag)])
}

/// The page that shows how a diary entry's day was reached.
pub fn working(reference: &str, entry: &DiaryRow) -> String {
    format!("/complaints/{reference}/clocks/{}", entry.id)
}

/// The same for a line of the worklist; the case itself where it may have several of a kind.
pub fn working_of(row: &ComplaintRow) -> String {
    match &row.next_clock {
        Some(kind) if !several(kind) => {
            format!("/complaints/{}/clocks/{kind}-{}", row.reference, row.stage)
        }
        _ => format!("/complaints/{}", row.reference),
    }
}

/// Clocks of which a case may have more than one at a time, or that belong to no stage.
fn several(kind: &str) -> bool {
    const SEVERAL: &[&str] = &[
        "action",
        "update",
        "closure",
        "offer-acceptance",
        "adjustment-review",
        "restriction-review",
        "service-request-review",
        "service-request-settled",
        "ombudsman-evidence",
        "ombudsman-order",
    ];
    SEVERAL.contains(&kind)
}

/// The page that meets a promise, and what to do there.
pub fn meets(reference: &str, kind: &str) -> (String, &'static str) {
    let (page, does) = match kind {
        "acknowledgement" => ("/acknowledgement", "Acknowledge"),
        "assignment" => ("/assignment", "Assign"),
        "first-contact" => ("/contacts", "Make contact"),
        "response" => ("/response", "Respond"),
        "update" => ("/contacts", "Send an update"),
        "action" => ("/actions", "Complete the action"),
        "service-request-contact" => ("/contacts", "Make contact"),
        "service-request-settled" => ("/request", "Settle the request"),
        "service-request-review" => ("/request", "Look at it again"),
        "restriction-review" => ("/restrictions", "Look at it again"),
        "ombudsman-evidence" => ("/ombudsman", "Send the evidence"),
        "ombudsman-order" => ("/ombudsman", "Do what is ordered"),
        _ => ("", "Open"),
    };
    (format!("/complaints/{reference}{page}"), does)
}

/// "Stage 1, investigating".
pub fn stage_and_state(row: &ComplaintRow) -> String {
    let state = named(&row.state)
        .map_or_else(|| row.state.clone(), |state| words::names::state(state).to_owned());
    format!("Stage {}, {state}", row.stage)
}
