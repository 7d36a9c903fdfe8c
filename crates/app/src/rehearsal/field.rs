//! Values of a TOML file with their places: plain data for the commands, days, and the field at
//! which a command cannot be understood.

use std::ops::Range;

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use redress_domain::command::Command;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::rehearsal::Fault;

/// A key with its place, and its value with its own.
pub type Field<'a, 'i> = (&'a str, Range<usize>, &'a Spanned<DeValue<'i>>);

/// The fields of a table in the order in which the file has them.
pub fn fields<'a, 'i>(table: &'a DeTable<'i>) -> Vec<Field<'a, 'i>> {
    let mut found: Vec<Field<'a, 'i>> =
        table.iter().map(|(key, value)| (key.get_ref().as_ref(), key.span(), value)).collect();
    found.sort_by_key(|(_, span, _)| span.start);
    found
}

/// A value as plain data. A day with a time becomes the Europe/London day.
pub fn plain(value: &Spanned<DeValue<'_>>) -> Result<Value, Fault> {
    Ok(match value.get_ref() {
        DeValue::String(text) => Value::String(text.clone().into_owned()),
        DeValue::Boolean(yes) => Value::Bool(*yes),
        DeValue::Integer(number) => {
            let read = i64::from_str_radix(number.as_str(), number.radix());
            Value::from(read.map_err(|_| Fault::at(value.span(), "this number is too large"))?)
        }
        DeValue::Float(number) => {
            let read: f64 = number.as_str().parse().unwrap_or(f64::NAN);
            Value::from(read)
        }
        DeValue::Datetime(_) => Value::String(moment(value)?.0.to_string()),
        DeValue::Array(values) => {
            Value::Array(values.iter().map(plain).collect::<Result<Vec<_>, _>>()?)
        }
        DeValue::Table(table) => {
            let mut map = Map::new();
            for (key, _, value) in fields(table) {
                map.insert(key.to_owned(), plain(value)?);
            }
            Value::Object(map)
        }
    })
}

/// The Europe/London day a value names, and the moment where it names one.
pub fn moment(value: &Spanned<DeValue<'_>>) -> Result<(Date, Option<Timestamp>), Fault> {
    let text = match value.get_ref() {
        DeValue::Datetime(given) => given.to_string(),
        DeValue::String(text) => text.clone().into_owned(),
        _ => return Err(not_a_day(value.span())),
    };
    if let Ok(at) = text.parse::<Timestamp>() {
        let zone = TimeZone::get("Europe/London").unwrap_or(TimeZone::UTC);
        return Ok((at.to_zoned(zone).date(), Some(at)));
    }
    // A time without an offset is the time on London's clocks.
    if let Ok(at) = text.parse::<DateTime>() {
        return Ok((at.date(), None));
    }
    Err(not_a_day(value.span()))
}

fn not_a_day(span: Range<usize>) -> Fault {
    Fault::at(span, "this is not a day").hint("write 2025-04-07, or a day and time with an offset")
}

/// Text, or the fault that it is something else.
pub fn text(value: &Spanned<DeValue<'_>>) -> Result<String, Fault> {
    match value.get_ref() {
        DeValue::String(text) => Ok(text.clone().into_owned()),
        _ => Err(Fault::at(value.span(), "this is not text").hint("put it in quotation marks")),
    }
}

/// Plain data read into a type, with the fault at the value's own place.
pub fn typed<T: DeserializeOwned>(value: &Spanned<DeValue<'_>>) -> Result<T, Fault> {
    serde_json::from_value(plain(value)?).map_err(|error| fault(value.span(), &error.to_string()))
}

/// A table read into a type; an unknown key is shown at its own place.
pub fn typed_table<T: DeserializeOwned>(value: &Spanned<DeValue<'_>>) -> Result<T, Fault> {
    let DeValue::Table(table) = value.get_ref() else {
        return Err(Fault::at(value.span(), "this is not a table of keys and values"));
    };
    serde_json::from_value(plain(value)?).map_err(|whole| {
        for (key, place, value) in fields(table) {
            let Ok(data) = plain(value) else { continue };
            let alone = Map::from_iter([(key.to_owned(), data)]);
            if let Err(error) = serde_json::from_value::<T>(Value::Object(alone)) {
                return named_or(&error.to_string(), (key, place), value);
            }
        }
        fault(value.span(), &whole.to_string())
    })
}

/// A command out of the fields of a step that are its own.
pub fn command(verb: &Spanned<DeValue<'_>>, own: &[Field<'_, '_>]) -> Result<Command, Fault> {
    let name = text(verb)?;
    let mut data = Map::from_iter([("do".to_owned(), Value::String(name.clone()))]);
    for (key, _, value) in own {
        data.insert((*key).to_owned(), plain(value)?);
    }
    serde_json::from_value(Value::Object(data))
        .map_err(|error| where_wrong(&name, verb, own, &error.to_string()))
}

/// Which field it was: each is tried alone, because every field may be left out.
fn where_wrong(
    name: &str,
    verb: &Spanned<DeValue<'_>>,
    own: &[Field<'_, '_>],
    whole: &str,
) -> Fault {
    if let Err(error) = attempt(name, None) {
        let known = in_ticks(&error);
        let fault = Fault::at(verb.span(), format!("there is no command {name:?}"));
        return match nearest(name, known.into_iter().skip(1)) {
            Some(near) => fault.hint(format!("did you mean {near:?}?")),
            None => fault,
        };
    }
    for (key, place, value) in own {
        let Ok(data) = plain(value) else { continue };
        if let Err(error) = attempt(name, Some((key, data))) {
            return within(name, (key, place.clone()), value, &error);
        }
    }
    fault(verb.span(), whole)
}

fn attempt(name: &str, field: Option<(&str, Value)>) -> Result<(), String> {
    let mut data = Map::from_iter([("do".to_owned(), Value::String(name.to_owned()))]);
    if let Some((key, value)) = field {
        data.insert(key.to_owned(), value);
    }
    serde_json::from_value::<Command>(Value::Object(data)).map(|_| ()).map_err(|e| e.to_string())
}

/// Narrows the fault to an element of a list or a key of a table in it.
fn within(
    name: &str,
    (key, place): (&str, Range<usize>),
    value: &Spanned<DeValue<'_>>,
    error: &str,
) -> Fault {
    let DeValue::Array(elements) = value.get_ref() else {
        return named_or(error, (key, place), value);
    };
    for element in elements.iter() {
        let DeValue::Table(table) = element.get_ref() else {
            let Ok(data) = plain(element) else { continue };
            if let Err(error) = attempt(name, Some((key, Value::Array(vec![data])))) {
                return fault(element.span(), &error);
            }
            continue;
        };
        for (inner, inner_place, inner_value) in fields(table) {
            let Ok(data) = plain(inner_value) else { continue };
            let alone = Value::Object(Map::from_iter([(inner.to_owned(), data)]));
            if let Err(error) = attempt(name, Some((key, Value::Array(vec![alone])))) {
                return named_or(&error, (inner, inner_place), inner_value);
            }
        }
    }
    named_or(error, (key, place), value)
}

/// An unknown field is shown at its name, everything else at its value.
fn named_or(
    error: &str,
    (key, place): (&str, Range<usize>),
    value: &Spanned<DeValue<'_>>,
) -> Fault {
    let Some(rest) = error.strip_prefix("unknown field `") else {
        return fault(value.span(), error);
    };
    let unknown = rest.split('`').next().unwrap_or(key);
    let mut span = place;
    if unknown != key
        && let DeValue::Table(table) = value.get_ref()
        && let Some((_, inner, _)) = fields(table).into_iter().find(|(name, ..)| *name == unknown)
    {
        span = inner;
    }
    let fault = Fault::at(span, format!("there is no field {unknown:?} here"));
    let known: Vec<String> = in_ticks(error).into_iter().skip(1).collect();
    match nearest(unknown, known.iter().cloned()) {
        Some(near) => fault.hint(format!("did you mean {near:?}?")),
        None if known.is_empty() => fault,
        None => fault.hint(format!("there are: {}", known.join(", "))),
    }
}

fn fault(span: Range<usize>, error: &str) -> Fault {
    let Some(rest) = error.strip_prefix("unknown variant `") else {
        return Fault::at(span, error);
    };
    let given = rest.split('`').next().unwrap_or("");
    let known: Vec<String> = in_ticks(error).into_iter().skip(1).collect();
    let fault = Fault::at(span, format!("{given:?} is not one of the words that fit here"));
    match nearest(given, known.iter().cloned()) {
        Some(near) => fault.hint(format!("did you mean {near:?}?")),
        None => fault.hint(format!("one of: {}", known.join(", "))),
    }
}

/// What stands between the backward ticks of an error.
fn in_ticks(error: &str) -> Vec<String> {
    error.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

/// The known word that a slip of the finger or two would turn into this one.
fn nearest(given: &str, known: impl Iterator<Item = String>) -> Option<String> {
    known
        .map(|word| (distance(given, &word), word))
        .filter(|(slips, _)| *slips <= 1 + given.chars().count() / 4)
        .min_by_key(|(slips, _)| *slips)
        .map(|(_, word)| word)
}

fn distance(left: &str, right: &str) -> usize {
    let right: Vec<char> = right.chars().collect();
    let mut row: Vec<usize> = (0..=right.len()).collect();
    for (at, letter) in left.chars().enumerate() {
        let mut next = vec![at + 1];
        for (other, (known, around)) in right.iter().zip(row.windows(2)).enumerate() {
            let &[diagonal, above] = around else { continue };
            let beside = next.get(other).copied().unwrap_or(usize::MAX - 1);
            let changed = diagonal + usize::from(*known != letter);
            next.push(changed.min(above + 1).min(beside + 1));
        }
        row = next;
    }
    row.last().copied().unwrap_or(0)
}
