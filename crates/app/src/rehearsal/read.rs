//! Reading a rehearsal file: TOML in, a script out, or the fault with its place.

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::civil::Date;
use redress_domain::ids::{CaseId, StaffId};
use redress_domain::vocabulary::Role;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::rehearsal::Fault;
use crate::rehearsal::field::{self, Field, fields};
use crate::rehearsal::script::{Expected, Script, Step};
use crate::words;

/// The case that steps are about where they name none.
pub const FIRST_CASE: &str = "c1";

/// Reads a rehearsal file.
///
/// # Errors
/// The file is not TOML; a key, command or field is not known; a step comes before its forerunner.
pub fn read(text: &str) -> Result<Script, Fault> {
    let parsed = DeTable::parse(text)
        .map_err(|error| Fault::at(error.span().unwrap_or(0..0), error.message().to_owned()))?;
    let mut script = Script {
        title: None,
        pack: None,
        floor: None,
        closures: Vec::new(),
        staff: BTreeMap::new(),
        steps: Vec::new(),
        expect: None,
    };
    for (key, place, value) in fields(parsed.get_ref()) {
        match key {
            "title" => script.title = Some(field::text(value)?),
            "pack" => script.pack = Some((field::text(value)?, value.span())),
            "floor" => script.floor = Some(field::typed(value)?),
            "closures" => script.closures = closures(value)?,
            "staff" => script.staff = staff(value)?,
            "expect" => script.expect = Some(field::typed_table(value)?),
            "step" => script.steps = steps(value)?,
            _ => {
                let fault = Fault::at(place, format!("a rehearsal has no {key:?}"));
                return Err(fault.hint("it has title, pack, floor, closures, staff, step, expect"));
            }
        }
    }
    Ok(script)
}

fn closures(value: &Spanned<DeValue<'_>>) -> Result<Vec<Date>, Fault> {
    match value.get_ref() {
        DeValue::Array(days) => days.iter().map(|day| Ok(field::moment(day)?.0)).collect(),
        _ => Err(Fault::at(value.span(), "closures is a list of days")),
    }
}

fn staff(value: &Spanned<DeValue<'_>>) -> Result<BTreeMap<StaffId, Vec<Role>>, Fault> {
    let DeValue::Table(table) = value.get_ref() else {
        return Err(Fault::at(value.span(), "staff is a table of names and roles"));
    };
    let mut staff = BTreeMap::new();
    for (name, _, value) in fields(table) {
        let roles = match value.get_ref() {
            DeValue::Array(roles) => roles.iter().map(field::typed).collect::<Result<_, _>>()?,
            _ => vec![field::typed(value)?],
        };
        staff.insert(StaffId(name.to_owned()), roles);
    }
    Ok(staff)
}

fn steps(value: &Spanned<DeValue<'_>>) -> Result<Vec<Step>, Fault> {
    let wrong = || Fault::at(value.span(), "steps are written [[step]]");
    let DeValue::Array(tables) = value.get_ref() else { return Err(wrong()) };
    let mut steps = Vec::new();
    let mut before: Option<(Date, Option<Timestamp>)> = None;
    for (index, table) in tables.iter().enumerate() {
        let DeValue::Table(given) = table.get_ref() else { return Err(wrong()) };
        let (step, at) = step(index + 1, given, table)?;
        if let Some((day, moment)) = before {
            let earlier = at.0.0 < day
                || (at.0.0 == day && matches!((moment, at.0.1), (Some(a), Some(b)) if b < a));
            if earlier {
                let message = format!(
                    "step {} is on {}, before the step in front of it ({})",
                    index + 1,
                    words::day(at.0.0),
                    words::day(day)
                );
                return Err(Fault::at(at.1, message).hint("put the steps in order of time"));
            }
        }
        before = Some(at.0);
        steps.push(step);
    }
    Ok(steps)
}

/// When a step happens, and where the file says so.
type At = ((Date, Option<Timestamp>), std::ops::Range<usize>);

fn step(n: usize, given: &DeTable<'_>, table: &Spanned<DeValue<'_>>) -> Result<(Step, At), Fault> {
    let (mut on, mut verb, mut by, mut case) = (None, None, None, None);
    let (mut role, mut expect) = (None, None);
    let mut own: Vec<Field<'_, '_>> = Vec::new();
    for field in fields(given) {
        match field.0 {
            "on" => on = Some(field.2),
            "do" => verb = Some(field.2),
            "by" => by = Some(named(field.2)?),
            "case" => case = Some(named(field.2)?),
            "expect" => expect = Some(expected(field.2)?),
            "role" => role = Some(field),
            _ => own.push(field),
        }
    }
    let missing = |key: &str| {
        Fault::at(table.span(), format!("step {n} has no {key:?}"))
            .hint("every step says on which day it happens, and what is done")
    };
    let on = on.ok_or_else(|| missing("on"))?;
    let verb = verb.ok_or_else(|| missing("do"))?;
    // Giving a case to somebody names that person's role; elsewhere it is the role of who acts.
    let gives_out =
        matches!(verb.get_ref(), DeValue::String(name) if name == "assign" || name == "escalate");
    let role = match role {
        Some(field) if gives_out => {
            own.push(field);
            None
        }
        Some((_, _, value)) => Some(field::typed(value)?),
        None => None,
    };
    let command = field::command(verb, &own)?;
    let moment = field::moment(on)?;
    let step = Step {
        on: moment.0,
        by: by.map(StaffId),
        role,
        case: CaseId(case.unwrap_or_else(|| FIRST_CASE.to_owned())),
        command,
        expect,
        span: table.span(),
    };
    Ok((step, (moment, on.span())))
}

fn named(value: &Spanned<DeValue<'_>>) -> Result<String, Fault> {
    let name = field::text(value)?;
    if name.trim().is_empty() {
        return Err(Fault::at(value.span(), "a name cannot be blank"));
    }
    Ok(name)
}

fn expected(value: &Spanned<DeValue<'_>>) -> Result<Expected, Fault> {
    match value.get_ref() {
        DeValue::String(word) if word == "accepted" => {
            Ok(Expected { accepted: Some(true), ..Expected::default() })
        }
        DeValue::String(word) if word == "refused" => {
            Ok(Expected { accepted: Some(false), ..Expected::default() })
        }
        DeValue::String(word) => {
            let fault = Fault::at(value.span(), format!("{word:?} is nothing a step can end in"));
            Err(fault.hint("write \"accepted\", \"refused\", or a table"))
        }
        _ => {
            let mut expected: Expected = field::typed_table(value)?;
            if expected.refused.is_some() {
                expected.accepted = Some(false);
            }
            Ok(expected)
        }
    }
}
