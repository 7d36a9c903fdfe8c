//! The readable diary of a rehearsal: day by day what was done, what it led to, what is due.

use std::fmt::Write;

use redress_domain::clock::Status;

use crate::rehearsal::play::as_named;
use crate::rehearsal::script::Script;
use crate::rehearsal::shown::{ClockShown, Outcome, Played, StepPlayed};
use crate::words::{self, clocks, names, timeline};

/// Writes the diary out.
pub fn diary(script: &Script, played: &Played) -> String {
    let mut out = String::new();
    let title = script.title.as_deref().unwrap_or("A rehearsal");
    let floor = if played.floor { "on" } else { "off" };
    // Writing to a string cannot fail.
    let _ = writeln!(out, "{title}\nPolicy {}, Code floor {floor}\n", played.pack);
    let mut before: &[ClockShown] = &[];
    for step in &played.steps {
        write_step(&mut out, step, before);
        before = &step.clocks;
    }
    write_end(&mut out, played);
    out
}

fn write_step(out: &mut String, step: &StepPlayed, before: &[ClockShown]) {
    let case = step.case.as_ref().map(|case| format!(" ({case})")).unwrap_or_default();
    let _ = writeln!(out, "{:>3}. {}: {}{case}", step.n, words::day(step.on), step.verb);
    match (&step.refusal, step.outcome) {
        (Some(refusal), _) => {
            let _ = writeln!(out, "     Refused ({}, {}).", refusal.code, refusal.clause);
            let _ = writeln!(out, "     {}", refusal.message);
            let _ = writeln!(out, "     {}", refusal.next);
        }
        (None, Outcome::Accepted | Outcome::Refused) => {
            for event in &step.happened {
                let _ = writeln!(out, "     {}", timeline::line(event, &as_named));
            }
        }
    }
    for warning in &step.warnings {
        let _ = writeln!(out, "     ! {}", warning.message);
    }
    for clock in &step.clocks {
        if !before.contains(clock) {
            let _ = writeln!(out, "     > {}", clock_line(clock));
        }
    }
    for letter in &step.letters {
        let _ = writeln!(out, "     @ letter {} {}, to {}", letter.no, letter.id, letter.to);
    }
    out.push('\n');
}

/// "Response, stage 1: due Tuesday 13 May 2025, running (10 working days from ..., 7.1.6)".
fn clock_line(shown: &ClockShown) -> String {
    let clock = &shown.clock;
    let case = if shown.case == "c1" { String::new() } else { format!("{}: ", shown.case) };
    let mut line = format!("{case}{}: ", clocks::full(clock));
    if clock.what.binds_resident() {
        line.push_str(&words::day(clock.due));
    } else {
        let _ = write!(line, "due {}", words::day(clock.due));
    }
    let _ = write!(line, ", {}", clocks::status(clock.status));
    if let (Status::Met | Status::Missed, Some(done)) = (clock.status, clock.done_on) {
        let _ = write!(line, " on {}", words::day(done));
    }
    let from = clocks::start(clock.from_event);
    match &clock.length {
        Some(length) => {
            let _ = write!(line, " ({length} from {from}, {})", clock.clause);
        }
        None => {
            let _ = write!(line, " (from {from}, {})", clock.clause);
        }
    }
    line
}

fn write_end(out: &mut String, played: &Played) {
    for (label, case) in &played.end.cases.0 {
        let state = names::state(case.state);
        let _ = writeln!(out, "At the end, {label}: stage {}, {state}.", case.stage);
        if !case.breaches.is_empty() {
            let _ = writeln!(out, "     Breaches: {}", case.breaches.join(", "));
        }
        if !case.open_actions.is_empty() {
            let _ = writeln!(out, "     Open actions: {}", case.open_actions.join(", "));
        }
        for shown in case.clocks.iter().filter(|it| it.clock.is_open()) {
            let _ = writeln!(out, "     > {}", clock_line(shown));
        }
    }
}
