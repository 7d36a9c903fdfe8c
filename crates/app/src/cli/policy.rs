//! `redress policy`: the policies that come with the program, and checking that one reads.

use std::fmt::Write;
use std::path::{Path, PathBuf};

use clap::Subcommand;
use redress_domain::policy::{Limit, Pack, StageTerms, shipped};

use crate::cli::rehearse::no_pack;
use crate::cli::{Exit, Failure, Streams, say};
use crate::rehearsal::pack;
use crate::words::{self, names};

mod against;
mod load;
mod what_if;

/// The longest line of a paragraph.
const WIDTH: usize = 92;

/// Policies.
#[derive(Debug, Subcommand)]
pub enum Policy {
    /// List the policies that come with the program
    List {
        /// Print the list as JSON
        #[arg(long)]
        json: bool,
    },
    /// Show a policy: its limits, grounds and clauses in plain words
    Show {
        /// The policy's name, or a .toml file
        #[arg(value_name = "PACK")]
        pack: String,
        /// Print the whole policy as JSON
        #[arg(long)]
        json: bool,
    },
    /// Check a policy against each provision of the Code, as the Ombudsman would read it
    Check(against::Check),
    /// Compare two policies, differences first
    Diff(against::Diff),
    /// Play cases under another policy, and show what would differ
    WhatIf(what_if::What),
    /// Load a policy of a landlord's own as a draft, which somebody else approves
    Load(load::Load),
    /// Check that a policy file can be read
    Read {
        /// A .toml file
        #[arg(value_name = "FILE")]
        file: PathBuf,
    },
}

/// Answers.
///
/// # Errors
/// There is no such policy, or its file is not in order.
pub fn run(ask: &Policy, streams: &mut Streams<'_>) -> Result<Exit, Failure> {
    let text = match ask {
        Policy::List { json } => list(*json)?,
        Policy::Show { pack, json } => {
            let pack = pack::find(pack, Path::new("")).map_err(no_pack)?;
            if *json { as_json(&pack)? } else { readable(&pack) }
        }
        Policy::Check(ask) => return against::check(ask, streams),
        Policy::WhatIf(ask) => return what_if::run(ask, streams),
        Policy::Load(ask) => return load::run(ask, streams),
        Policy::Diff(ask) => return against::diff(ask, streams),
        Policy::Read { file } => {
            let pack = pack::from_file(file).map_err(no_pack)?;
            format!("{} can be read: {} {}\n", pack.id, pack.landlord, pack.title)
        }
    };
    say(streams.out, &text)?;
    Ok(Exit::Done)
}

fn list(json: bool) -> Result<String, Failure> {
    let packs = shipped::packs().map_err(|error| {
        Failure::fault(format!("a policy that comes with the program cannot be read: {error}"))
    })?;
    if json {
        let rows: Vec<serde_json::Value> = packs
            .iter()
            .map(|pack| {
                serde_json::json!({
                    "id": pack.id, "title": pack.title, "landlord": pack.landlord,
                    "version": pack.version, "in-force-from": pack.in_force_from,
                    "in-force-to": pack.in_force_to, "floor": pack.floor,
                })
            })
            .collect();
        return as_json(&rows);
    }
    let width = packs.iter().map(|pack| pack.id.0.len()).max().unwrap_or(0);
    let mut text = String::new();
    for pack in packs {
        // Writing to a string cannot fail.
        let _ = writeln!(
            text,
            "{:width$}  {}, {}, version {}, in force from {}",
            pack.id.0,
            pack.landlord,
            pack.title,
            pack.version,
            words::day(pack.in_force_from)
        );
    }
    Ok(text)
}

fn as_json<T: serde::Serialize>(value: &T) -> Result<String, Failure> {
    serde_json::to_string_pretty(value)
        .map(|text| text + "\n")
        .map_err(|error| Failure::fault(error.to_string()))
}

/// The policy as somebody reads it: limits first, then grounds, clauses chapter by chapter, notes.
fn readable(pack: &Pack) -> String {
    let mut out = String::new();
    let _ = writeln!(out, "{}: {}", pack.landlord, pack.title);
    let _ =
        write!(out, "Version {}, in force from {}", pack.version, words::day(pack.in_force_from));
    if let Some(last) = pack.in_force_to {
        let _ = write!(out, " to {}", words::day(last));
    }
    let _ = writeln!(out, "\nCalendar: {}", pack.calendar.title());
    let floor = if pack.floor { "on" } else { "off" };
    let _ = writeln!(out, "Code floor: {floor}");
    if let Some(review) = &pack.review_due {
        let _ = writeln!(out, "Review due: {} ({})", words::day(review.on), review.clause);
    }
    limits(&mut out, pack);
    let _ = writeln!(out, "\nGrounds for declining a complaint");
    for ground in &pack.grounds {
        let name = words::sentence(names::ground(ground.id));
        let _ = writeln!(out, "  {name} ({})", ground.clause);
        wrap(&mut out, 4, &ground.says);
        if let Some(ours) = &ground.still_ours {
            wrap(&mut out, 4, &format!("Still ours: {ours}"));
        }
        if let Some(elsewhere) = &ground.goes_to {
            wrap(&mut out, 4, &format!("Goes to: {elsewhere}"));
        }
    }
    readings(&mut out, pack);
    if !pack.notes.is_empty() {
        let _ = writeln!(out, "\nHow gaps and contradictions were resolved");
        for note in &pack.notes {
            let _ = writeln!(out, "  {}", note.clause);
            wrap(&mut out, 4, &note.found);
            wrap(&mut out, 4, &note.resolved);
        }
    }
    out
}

/// The limits, who decides, and which words a decision may use.
fn limits(out: &mut String, pack: &Pack) {
    let _ = writeln!(out, "\nLimits");
    stage(out, "stage 1", &pack.stage_1);
    stage(out, "stage 2", &pack.stage_2);
    row(out, "age of a matter", &pack.age.limit.to_string(), &pack.age.clause);
    if let Some(window) = &pack.escalation.window {
        let length = window.length.to_string();
        row(out, "asking for stage 2", &length, &window.clause);
    }
    if let Some(after) = &pack.closing.after {
        row(out, "coming back after an answer", &after.length.to_string(), &after.clause);
    }
    let independence = pack.escalation.independence.as_ref();
    let bars = if independence.is_some_and(|terms| terms.bars_overseer) {
        "whoever handled or oversaw stage 1"
    } else {
        "whoever handled stage 1"
    };
    row(out, "barred from stage 2", bars, independence.map_or("the Code", |terms| &terms.clause));
    let declining: Vec<String> = pack
        .escalation
        .decline
        .iter()
        .map(|ground| names::escalation_ground(*ground).to_owned())
        .collect();
    row(
        out,
        "stage 2 may be declined as",
        &words::one_of(&declining),
        &pack.escalation.decline_clause,
    );
    for (name, findings) in [
        ("decisions at stage 1", &pack.findings.stage_1),
        ("decisions at stage 2", &pack.findings.stage_2),
    ] {
        let findings: Vec<String> =
            findings.iter().map(|finding| names::finding(*finding).to_owned()).collect();
        row(out, name, &words::one_of(&findings), &pack.findings.clause);
    }
}

/// A paragraph, indented and broken between words.
fn wrap(out: &mut String, indent: usize, text: &str) {
    let mut column = 0;
    for word in text.split_whitespace() {
        let width = word.chars().count();
        if column != 0 && WIDTH < column + 1 + width {
            out.push('\n');
            column = 0;
        }
        if column == 0 {
            out.push_str(&" ".repeat(indent));
            column = indent;
        } else {
            out.push(' ');
            column += 1;
        }
        out.push_str(word);
        column += width;
    }
    out.push('\n');
}

fn stage(out: &mut String, name: &str, terms: &StageTerms) {
    limit(out, &format!("{name}: acknowledgement"), &terms.acknowledgement);
    if let Some(contact) = &terms.first_contact {
        limit(out, &format!("{name}: first contact"), contact);
    }
    limit(out, &format!("{name}: response"), &terms.response);
    match &terms.extension {
        Some(extension) => {
            let length = format!("{} more at most", extension.length);
            row(out, &format!("{name}: extension"), &length, &extension.clause);
        }
        None => row(out, &format!("{name}: extension"), "none", "–"),
    }
    let roles: Vec<String> =
        terms.decider.roles.iter().map(|role| names::role(*role).to_owned()).collect();
    row(out, &format!("{name}: decided by"), &words::one_of(&roles), &terms.decider.clause);
}

fn limit(out: &mut String, name: &str, limit: &Limit) {
    let length = format!("{} from {}", limit.length, words::id(&limit.from));
    row(out, name, &length, &limit.clause);
}

fn row(out: &mut String, name: &str, value: &str, clause: &str) {
    let _ = writeln!(out, "  {name:28} {value:48} {clause}");
}

fn readings(out: &mut String, pack: &Pack) {
    let mut chapter = "";
    for reading in &pack.readings {
        if reading.chapter != chapter {
            chapter = &reading.chapter;
            let _ = writeln!(out, "\n{chapter}");
        }
        let _ = writeln!(out, "  {}", reading.clause);
        wrap(out, 4, &reading.says);
    }
}
