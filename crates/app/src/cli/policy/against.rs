//! `redress policy check` and `redress policy diff`: a policy beside the Code, or beside another.

use std::fmt::Write;
use std::path::Path;

use clap::Args;
use redress_domain::check::{Report, Verdict, check as check_pack, provisions};
use redress_domain::policy::{Pack, shipped};
use serde_json::json;

use crate::cli::policy::{as_json, wrap};
use crate::cli::rehearse::no_pack;
use crate::cli::{Exit, Failure, Streams, say};
use crate::comparison::{Difference, differences};
use crate::rehearsal::pack;

/// Check a policy against the Code.
#[derive(Debug, Args)]
pub struct Check {
    /// The policy's name, or a .toml file
    #[arg(value_name = "PACK")]
    pack: String,
    /// Print the findings as JSON
    #[arg(long)]
    json: bool,
}

/// Compare two policies.
#[derive(Debug, Args)]
pub struct Diff {
    /// A policy's name, or a .toml file
    #[arg(value_name = "PACK")]
    left: String,
    /// The one to compare it with
    #[arg(value_name = "OTHER")]
    right: String,
    /// Print every line as JSON
    #[arg(long)]
    json: bool,
}

/// One finding for each provision; declined where there is a conflict.
///
/// # Errors
/// There is no such policy, or its file is not in order.
pub fn check(ask: &Check, streams: &mut Streams<'_>) -> Result<Exit, Failure> {
    let pack = find(&ask.pack)?;
    let code = shipped::code().map_err(|error| {
        Failure::fault(format!("the Code that comes with the program cannot be read: {error}"))
    })?;
    let report = check_pack(&pack, code);
    let text = if ask.json { as_json(&report)? } else { readable(&pack, &report) };
    say(streams.out, &text)?;
    Ok(if report.has_conflict() { Exit::Declined } else { Exit::Done })
}

/// Differences first, then what is the same.
///
/// # Errors
/// There is no such policy, or its file is not in order.
pub fn diff(ask: &Diff, streams: &mut Streams<'_>) -> Result<Exit, Failure> {
    let (left, right) = (find(&ask.left)?, find(&ask.right)?);
    let lines = differences(&left, &right);
    let text = if ask.json {
        as_json(&json!({ "left": left.id, "right": right.id, "lines": lines }))?
    } else {
        side_by_side(&left, &right, &lines)
    };
    say(streams.out, &text)?;
    Ok(Exit::Done)
}

fn find(name: &str) -> Result<Pack, Failure> {
    pack::find(name, Path::new("")).map_err(no_pack)
}

fn readable(pack: &Pack, report: &Report) -> String {
    let mut out = String::new();
    // Writing to a string cannot fail.
    let _ = writeln!(out, "{}: {}, version {}", pack.landlord, pack.title, pack.version);
    let counts: Vec<String> = Verdict::ALL
        .iter()
        .map(|verdict| format!("{} {}", report.count(*verdict), verdict.words()))
        .collect();
    let _ = writeln!(out, "{}\n", counts.join(", "));
    for verdict in Verdict::ALL {
        for (provision, finding) in provisions().zip(&report.findings) {
            if finding.verdict != verdict {
                continue;
            }
            let clauses = if finding.clauses.is_empty() {
                "no clause".to_owned()
            } else {
                finding.clauses.join(", ")
            };
            let _ = writeln!(out, "{:9} {:5} {}", verdict.words(), finding.provision, clauses);
            wrap(&mut out, 4, &format!("{}.", provision.title));
            wrap(&mut out, 4, &finding.why);
            if !finding.mend.is_empty() {
                wrap(&mut out, 4, &format!("To mend: {}", finding.mend));
            }
        }
    }
    out
}

fn side_by_side(left: &Pack, right: &Pack, lines: &[Difference]) -> String {
    let mut out = String::new();
    let differing = lines.iter().filter(|line| line.differs()).count();
    let _ = writeln!(out, "{} and {}: {differing} differences\n", left.id, right.id);
    for line in lines.iter().filter(|line| line.differs()) {
        let _ = writeln!(out, "{}", line.what);
        for (pack, side) in [(left, &line.left), (right, &line.right)] {
            let said = match side {
                Some(side) => format!("{} ({})", side.value, side.clause),
                None => "says nothing".to_owned(),
            };
            wrap(&mut out, 4, &format!("{}: {said}", pack.id));
        }
        if let Some(effect) = &line.effect {
            wrap(&mut out, 4, effect);
        }
    }
    let same: Vec<&str> =
        lines.iter().filter(|line| !line.differs()).map(|line| line.what.as_str()).collect();
    if !same.is_empty() {
        let _ = writeln!(out, "\nThe same in both");
        wrap(&mut out, 4, &same.join("; "));
    }
    out
}
