//! `redress rehearse`: plays files, prints what came of them, or checks what they expect.

use std::fs;
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use jiff::civil::Date;
use redress_domain::policy::terms::Terms;
use redress_domain::policy::{Pack, shipped};
use serde_json::Value;

use crate::cli::picture::{read_text, wrong_file};
use crate::cli::{Exit, Failure, Streams, say};
use crate::rehearsal::diary::diary;
use crate::rehearsal::pack::{self, NoPack};
use crate::rehearsal::shown::Played;
use crate::rehearsal::surprise::surprises;
use crate::rehearsal::{Fault, Script, play, read};

/// Play a case from a file against a policy.
#[derive(Debug, Args)]
pub struct Rehearse {
    /// A rehearsal file, or a folder of them
    #[arg(value_name = "FILE|FOLDER")]
    path: PathBuf,
    /// Play against this policy instead of the file's: its name, or a .toml file
    #[arg(long, value_name = "NAME|FILE")]
    pack: Option<String>,
    /// Whether the Code's limits overrule weaker ones of the policy
    #[arg(long, value_name = "on|off")]
    floor: Option<Floor>,
    /// Let time pass to this day after the last step
    #[arg(long, value_name = "DATE", value_parser = date)]
    until: Option<Date>,
    /// Print what came of it as JSON
    #[arg(long)]
    json: bool,
    /// Compare with what the files expect, and print only what surprises
    #[arg(long, conflicts_with = "json")]
    check: bool,
}

/// The Code floor.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum Floor {
    On,
    Off,
}

impl Floor {
    /// Whether it is on.
    pub fn is_on(self) -> bool {
        matches!(self, Self::On)
    }
}

/// A day as the command line takes it.
///
/// # Errors
/// It is not of the form 2025-04-28, or there is no such day.
pub fn date(given: &str) -> Result<Date, String> {
    let day = given.parse::<Date>().map_err(|_| "write a day as 2025-04-28".to_owned())?;
    if given.len() == 10 { Ok(day) } else { Err("write a day as 2025-04-28".to_owned()) }
}

/// Plays what was asked for.
///
/// # Errors
/// A file cannot be read or played; with `--check`, something went otherwise than expected.
pub fn run(ask: &Rehearse, streams: &mut Streams<'_>) -> Result<Exit, Failure> {
    if ask.check {
        return check(ask, streams);
    }
    if !ask.path.is_dir() {
        let (script, played) = play_file(ask, &ask.path)?;
        let text = if ask.json { json(&played)? } else { diary(&script, &played) };
        say(streams.out, &text)?;
        return Ok(Exit::Done);
    }
    let mut all = Vec::new();
    for path in files(&ask.path)? {
        let (script, played) = play_file(ask, &path)?;
        if ask.json {
            let mut shown = as_value(&played)?;
            if let Value::Object(map) = &mut shown {
                map.insert("file".to_owned(), Value::String(path.display().to_string()));
            }
            all.push(shown);
        } else {
            say(streams.out, &format!("{}\n{}\n", path.display(), diary(&script, &played)))?;
        }
    }
    if ask.json {
        say(streams.out, &json(&all)?)?;
    }
    Ok(Exit::Done)
}

fn check(ask: &Rehearse, streams: &mut Streams<'_>) -> Result<Exit, Failure> {
    let paths = if ask.path.is_dir() { files(&ask.path)? } else { vec![ask.path.clone()] };
    let (mut passed, mut failed) = (0, 0);
    let mut exit = Exit::Done;
    for path in paths {
        let name = path.display();
        match play_file(ask, &path) {
            Ok((script, played)) => match surprises(&script, &played).first() {
                None => passed += 1,
                Some(surprise) => {
                    failed += 1;
                    if exit == Exit::Done {
                        exit = Exit::Declined;
                    }
                    say(streams.out, &format!("{name}: {surprise}\n"))?;
                }
            },
            Err(failure) => {
                failed += 1;
                exit = failure.exit;
                say(streams.out, &format!("{name}: cannot be played\n"))?;
                say(streams.err, &failure.to_string())?;
            }
        }
    }
    say(streams.out, &format!("{passed} passed, {failed} failed\n"))?;
    Ok(exit)
}

/// Every rehearsal under a folder, in order of name.
///
/// # Errors
/// The folder cannot be read, or holds none.
pub fn files(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let mut found = Vec::new();
    gather(folder, &mut found)?;
    found.sort();
    if found.is_empty() {
        return Err(Failure::usage(format!("{} holds no .toml file", folder.display())));
    }
    Ok(found)
}

fn gather(folder: &Path, found: &mut Vec<PathBuf>) -> Result<(), Failure> {
    let cannot = |why: std::io::Error| unreadable(folder, &why);
    for entry in fs::read_dir(folder).map_err(cannot)? {
        let path = entry.map_err(cannot)?.path();
        if path.is_dir() {
            gather(&path, found)?;
        } else if path.extension().is_some_and(|ending| ending == "toml") {
            found.push(path);
        }
    }
    Ok(())
}

/// A rehearsal with the policy and the floor that its file names.
///
/// # Errors
/// The file is not in order, or names no policy that is known.
pub fn script(path: &Path) -> Result<(Script, Pack, bool), Failure> {
    let text = read_text(path)?;
    let wrong =
        |fault: Fault| wrong_file(path, &text, (fault.span, &fault.message, fault.hint.as_deref()));
    let script = read(&text).map_err(wrong)?;
    let pack = choose_pack(None, path, &text, &script)?;
    let floor = script.floor.unwrap_or(pack.floor);
    Ok((script, pack, floor))
}

fn play_file(ask: &Rehearse, path: &Path) -> Result<(Script, Played), Failure> {
    let text = read_text(path)?;
    let wrong =
        |fault: Fault| wrong_file(path, &text, (fault.span, &fault.message, fault.hint.as_deref()));
    let script = read(&text).map_err(wrong)?;
    let pack = choose_pack(ask.pack.as_deref(), path, &text, &script)?;
    let code = shipped::code().map_err(|error| {
        Failure::fault(format!("the Code that comes with the program cannot be read: {error}"))
    })?;
    let floor = match ask.floor {
        Some(Floor::On) => true,
        Some(Floor::Off) => false,
        None => script.floor.unwrap_or(pack.floor),
    };
    if let (Some(until), Some(last)) = (ask.until, script.steps.last())
        && until < last.on
    {
        return Err(Failure::usage(format!(
            "--until {until} lies before the last step, which is on {}",
            last.on
        )));
    }
    let played = play(&script, Terms { pack: &pack, code, floor }, ask.until).map_err(wrong)?;
    Ok((script, played))
}

/// The policy named on the command line, or else by the file.
fn choose_pack(
    named: Option<&str>,
    path: &Path,
    text: &str,
    script: &Script,
) -> Result<Pack, Failure> {
    if let Some(name) = named {
        return pack::find(name, Path::new("")).map_err(no_pack);
    }
    let Some((name, span)) = &script.pack else {
        let message = "this file does not say which policy it plays against";
        let hint = format!("add pack = {:?}, or give --pack", "derive-2024");
        return Err(wrong_file(path, text, (0..0, message, Some(&hint))));
    };
    let folder = path.parent().unwrap_or(Path::new(""));
    pack::find(name, folder).map_err(|error| match error {
        NoPack::Unknown { name } => {
            let message = format!("there is no policy {name:?}");
            wrong_file(path, text, (span.clone(), &message, Some(&known_packs())))
        }
        NoPack::Unreadable { path: wanted, why } => {
            let message = format!("the policy {} cannot be opened: {why}", wanted.display());
            wrong_file(path, text, (span.clone(), &message, None))
        }
        other => no_pack(other),
    })
}

/// What is said of a policy that cannot be had.
pub fn no_pack(error: NoPack) -> Failure {
    match error {
        NoPack::Unknown { name } => {
            Failure::usage(format!("there is no policy {name:?}")).hint(known_packs())
        }
        NoPack::Unreadable { path, why } => unreadable(&path, &why),
        NoPack::Wrong { path, text, error } => {
            let span = error.span.unwrap_or(0..0);
            wrong_file(&path, &text, (span, &error.message, None))
        }
    }
}

fn known_packs() -> String {
    format!("there are {}, or name a .toml file", pack::shipped_ids().join(", "))
}

fn unreadable(path: &Path, why: &std::io::Error) -> Failure {
    Failure::usage(format!("{} cannot be opened: {why}", path.display()))
}

fn as_value<T: serde::Serialize>(value: &T) -> Result<Value, Failure> {
    serde_json::to_value(value).map_err(|error| Failure::fault(error.to_string()))
}

fn json<T: serde::Serialize>(value: &T) -> Result<String, Failure> {
    serde_json::to_string_pretty(value)
        .map(|text| text + "\n")
        .map_err(|error| Failure::fault(error.to_string()))
}
