//! The day table: each day from the start to the due day, counted or left out and why.

use jiff::civil::Date;
use redress_domain::calendar::Calendar;
use redress_domain::clock::Clock;

use crate::web::part::cell::Cell;
use crate::web::part::day;
use crate::web::part::table::{Column, Table};

/// More days than this are not listed one by one; only those left out are.
const MOST: usize = 70;

/// The days of a clock that counts working days; none where it counts none.
pub fn table(calendar: &Calendar, clock: &Clock) -> Option<Table> {
    let by_working_days = clock.length.as_ref().is_some_and(|it| it.contains("working day"));
    if !by_working_days {
        return (!clock.why.is_empty()).then(|| left_out(clock));
    }
    let days = days(clock.from, clock.due);
    if MOST < days.len() {
        return Some(left_out(clock));
    }
    let mut table = Table::new("Day by day")
        .columns(["Day"])
        .column(Column::number("Counts as"))
        .columns(["Why not"])
        .keeps_rows()
        .row([Cell::day(clock.from), Cell::number("0"), Cell::text("The day it happened")]);
    let mut count = 0;
    for date in days {
        match calendar.day(date).ok().flatten() {
            Some(because) => {
                table = table.row([Cell::day(date), Cell::none(), Cell::text(because)]);
            }
            None => {
                count += 1;
                let note = if date == clock.due { "The last day, until midnight" } else { "" };
                table = table.row([Cell::day(date), Cell::number(count), Cell::text(note)]);
            }
        }
    }
    Some(table)
}

/// The days after `from` up to `due`.
fn days(from: Date, due: Date) -> Vec<Date> {
    let mut days = Vec::new();
    let mut date = from;
    while date < due && days.len() <= MOST {
        let Ok(next) = date.tomorrow() else { break };
        date = next;
        days.push(date);
    }
    days
}

fn left_out(clock: &Clock) -> Table {
    let table = Table::new("Days that did not count").columns(["Day", "Why not"]).keeps_rows();
    clock.why.iter().fold(table, |table, skipped| {
        table.row([Cell::text(day::short(skipped.day)), Cell::text(&skipped.because)])
    })
}
