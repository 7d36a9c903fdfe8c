//! Comparing what came of a rehearsal with what the file expects.

use std::fmt;

use redress_domain::ids::CaseId;

use crate::rehearsal::read::FIRST_CASE;
use crate::rehearsal::script::{ClockNamed, EndExpected, Expected, Script};
use crate::rehearsal::shown::{ClockShown, Played, StepPlayed};
use crate::words;

/// Something that went otherwise than the file expects.
#[derive(Clone, Debug, PartialEq)]
pub struct Surprise {
    /// The step, or none for the end of the file.
    pub step: Option<usize>,
    pub expected: String,
    pub found: String,
}

impl fmt::Display for Surprise {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.step {
            Some(n) => write!(out, "step {n}: ")?,
            None => write!(out, "at the end: ")?,
        }
        write!(out, "expected {}, found {}", self.expected, self.found)
    }
}

/// Everything that went otherwise, in order. In a file that expects anything at all, a step that
/// says nothing is expected to be accepted.
pub fn surprises(script: &Script, played: &Played) -> Vec<Surprise> {
    let is_test = script.expect.is_some() || script.steps.iter().any(|it| it.expect.is_some());
    let mut found = Vec::new();
    if !is_test {
        return found;
    }
    let plain = Expected { accepted: Some(true), ..Expected::default() };
    for (step, shown) in script.steps.iter().zip(&played.steps) {
        of_step(step.expect.as_ref().unwrap_or(&plain), shown, &mut found);
    }
    if let Some(expected) = &script.expect {
        of_end(expected, played, &mut found);
    }
    found
}

fn of_step(expected: &Expected, shown: &StepPlayed, found: &mut Vec<Surprise>) {
    let mut note = |expected: String, actual: String| {
        found.push(Surprise { step: Some(shown.n), expected, found: actual });
    };
    let wants_refusal = expected.accepted == Some(false) || expected.clause.is_some();
    match (&shown.refusal, wants_refusal) {
        (Some(refusal), false) => {
            note("acceptance".to_owned(), format!("{}: {}", refusal.code, refusal.message));
            return;
        }
        (None, true) => {
            let code = expected.refused.as_deref().unwrap_or("a refusal");
            note(code.to_owned(), "acceptance".to_owned());
            return;
        }
        (Some(refusal), true) => {
            if expected.refused.as_deref().is_some_and(|code| code != refusal.code) {
                let code = expected.refused.clone().unwrap_or_default();
                note(code, format!("{}: {}", refusal.code, refusal.message));
            }
            if expected.clause.as_deref().is_some_and(|clause| clause != refusal.clause) {
                let clause = expected.clause.clone().unwrap_or_default();
                note(format!("clause {clause}"), format!("clause {}", refusal.clause));
            }
        }
        (None, false) => {}
    }
    for code in &expected.warns.0 {
        if !shown.warnings.iter().any(|warning| warning.code == code) {
            let given: Vec<&str> = shown.warnings.iter().map(|warning| warning.code).collect();
            note(format!("the warning {code}"), or_nothing(&given.join(", ")));
        }
    }
    if expected.point.is_some() && expected.point != shown.point {
        note(told("point", &expected.point), told("point", &shown.point));
    }
    if expected.opened.is_some() && expected.opened != shown.opened {
        note(told("complaint", &expected.opened), told("complaint", &shown.opened));
    }
    if expected.state.is_some() && expected.state != shown.state {
        note(
            told("state", &expected.state.map(|state| words::id(&state))),
            told("state", &shown.state.map(|state| words::id(&state))),
        );
    }
    let case = CaseId(shown.case.clone().unwrap_or_else(|| FIRST_CASE.to_owned()));
    for (clock, due) in &expected.due {
        let actual = last(&shown.clocks, clock, &case).map(|it| it.clock.due.to_string());
        if actual.as_deref() != Some(due.to_string().as_str()) {
            note(format!("{} due {due}", label(clock)), told("due", &actual));
        }
    }
    for (clock, status) in &expected.status {
        let actual = last(&shown.clocks, clock, &case).map(|it| words::id(&it.clock.status));
        if actual.as_deref() != Some(words::id(status).as_str()) {
            note(format!("{} {}", label(clock), words::id(status)), told("it", &actual));
        }
    }
}

fn of_end(expected: &EndExpected, played: &Played, found: &mut Vec<Surprise>) {
    let mut note = |expected: String, actual: String| {
        found.push(Surprise { step: None, expected, found: actual });
    };
    let end = &played.end;
    if expected.stage.is_some() && expected.stage != end.stage {
        note(
            told("stage", &expected.stage.map(|n| n.to_string())),
            told("stage", &end.stage.map(|n| n.to_string())),
        );
    }
    if expected.state.is_some() && expected.state != end.state {
        note(
            told("state", &expected.state.map(|state| words::id(&state))),
            told("state", &end.state.map(|state| words::id(&state))),
        );
    }
    if let Some(breaches) = &expected.breaches
        && *breaches != end.breaches
    {
        note(listed("breaches", breaches), listed("breaches", &end.breaches));
    }
    if let Some(actions) = &expected.open_actions
        && *actions != end.open_actions
    {
        note(listed("open actions", actions), listed("open actions", &end.open_actions));
    }
    let first = CaseId(FIRST_CASE.to_owned());
    for (clock, due) in &expected.due {
        let actual = last(&end.clocks, clock, &first).map(|it| it.clock.due.to_string());
        if actual.as_deref() != Some(due.to_string().as_str()) {
            note(format!("{} due {due}", label(clock)), told("due", &actual));
        }
    }
    for (clock, status) in &expected.status {
        let actual = last(&end.clocks, clock, &first).map(|it| words::id(&it.clock.status));
        if actual.as_deref() != Some(words::id(status).as_str()) {
            note(format!("{} {}", label(clock), words::id(status)), told("it", &actual));
        }
    }
}

/// The newest clock that fits the name.
fn last<'a>(clocks: &'a [ClockShown], name: &ClockNamed, case: &CaseId) -> Option<&'a ClockShown> {
    clocks.iter().rfind(|it| name.means(&CaseId(it.case.clone()), &it.clock, case))
}

fn label(clock: &ClockNamed) -> String {
    let mut text = String::new();
    if let Some(case) = &clock.case {
        text.push_str(&format!("{case}:"));
    }
    text.push_str(clock.what.name());
    if let Some(stage) = clock.stage {
        text.push_str(&format!("/{}", stage.number()));
    }
    if let Some(of) = &clock.of {
        text.push_str(&format!("/{of}"));
    }
    text
}

fn told(what: &str, value: &Option<String>) -> String {
    match value {
        Some(value) => format!("{what} {value}"),
        None => "none".to_owned(),
    }
}

fn listed(what: &str, values: &[String]) -> String {
    format!("{what} [{}]", values.join(", "))
}

fn or_nothing(text: &str) -> String {
    if text.is_empty() { "none".to_owned() } else { text.to_owned() }
}
