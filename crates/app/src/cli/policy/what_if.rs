//! `redress policy what-if`: cases played under another policy, with a bar that says how far it is.

use std::fmt::Write;
use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};

use clap::Args;
use redress_domain::policy::Pack;
use redress_domain::policy::terms::Terms;
use redress_store::{Scope, record};

use crate::cli::place::Place;
use crate::cli::policy::as_json;
use crate::cli::rehearse::{self, Floor, no_pack};
use crate::cli::{Exit, Failure, Streams, running, say};
use crate::desk::surroundings::terms;
use crate::desk::trial::Trial;
use crate::rehearsal::pack;
use crate::what_if::{CaseChange, WhatIf, rehearsed};
use crate::words;

/// How many cells the bar has.
const BAR: usize = 30;

/// Play cases under another policy, and show what would differ. Nothing is saved.
#[derive(Debug, Args)]
pub struct What {
    /// The other policy: its name, or a .toml file
    #[arg(value_name = "PACK")]
    pack: String,
    /// Play the rehearsals in this folder instead of recorded cases
    #[arg(long, value_name = "FOLDER", conflicts_with_all = ["data", "database", "config"])]
    rehearsals: Option<PathBuf>,
    /// Whether the Code's limits overrule weaker ones [usual: as the policy says]
    #[arg(long, value_name = "on|off")]
    floor: Option<Floor>,
    /// Print what would differ as JSON
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    place: Place,
}

/// Plays.
///
/// # Errors
/// There is no such policy, a rehearsal cannot be played, or the records cannot be read.
pub fn run(ask: &What, streams: &mut Streams<'_>) -> Result<Exit, Failure> {
    let pack = pack::find(&ask.pack, Path::new("")).map_err(no_pack)?;
    let floor = ask.floor.map_or(pack.floor, Floor::is_on);
    let other = terms(&pack, floor)?;
    let found = match &ask.rehearsals {
        Some(folder) => rehearsals(folder, other)?,
        None => recorded(ask, other, streams)?,
    };
    let text = if ask.json { as_json(&found)? } else { in_words(&found, &pack) };
    say(streams.out, &text)?;
    Ok(Exit::Done)
}

fn rehearsals(folder: &Path, other: Terms<'_>) -> Result<WhatIf, Failure> {
    let mut found = begun(other);
    for path in rehearse::files(folder)? {
        let name = path.display().to_string();
        let (script, pack, floor) = rehearse::script(&path)?;
        let own = terms(&pack, floor)?;
        found.add(rehearsed::compare(&name, &script, (own, other)).ok());
    }
    Ok(found)
}

fn recorded(ask: &What, other: Terms<'_>, streams: &mut Streams<'_>) -> Result<WhatIf, Failure> {
    let shows = io::stderr().is_terminal();
    running::block_on(async {
        let desk = ask.place.open().await?;
        let mut all = begun(other);
        for landlord in record::landlords(&desk.db).await? {
            let scope = Scope::of(landlord);
            let trial = Trial { scope: &scope, viewer: None };
            let found = desk
                .what_if(trial, other, |done, of| {
                    if shows && (done % 50 == 0 || done == of) {
                        // A bar that cannot be drawn is no reason to stop.
                        let _ = streams.err.write_all(bar(done, of).as_bytes());
                        let _ = streams.err.flush();
                    }
                })
                .await?;
            if shows {
                let _ = streams.err.write_all(b"\n");
            }
            all.join(found);
        }
        Ok(all)
    })
}

fn begun(other: Terms<'_>) -> WhatIf {
    WhatIf { pack: other.pack.id.0.clone(), floor: other.floor, ..WhatIf::default() }
}

/// "[########              ] 2,700 of 10,000 cases", over the line before.
fn bar(done: usize, of: usize) -> String {
    let full = (done * BAR).checked_div(of).unwrap_or(BAR);
    format!("\r[{}{}] {done} of {of} cases", "#".repeat(full), " ".repeat(BAR - full.min(BAR)))
}

fn in_words(found: &WhatIf, pack: &Pack) -> String {
    let mut out = String::new();
    let floor = if found.floor { "on" } else { "off" };
    // Writing to a string cannot fail.
    let _ = writeln!(out, "Under {} {} (Code floor {floor}):", pack.landlord, pack.title);
    let _ = writeln!(out, "{}", found.sentence());
    if 0 < found.not_played {
        let _ = writeln!(out, "{} could not be played.", found.not_played);
    }
    for row in &found.rows {
        case(&mut out, row);
    }
    if found.rows.len() < found.differing {
        let _ = writeln!(out, "\nand {} more cases", found.differing - found.rows.len());
    }
    out.push_str("Nothing here is saved.\n");
    out
}

fn case(out: &mut String, row: &CaseChange) {
    let _ = writeln!(out, "\n{}", row.case);
    let day = |day: Option<jiff::civil::Date>| day.map_or_else(|| "none".to_owned(), words::day);
    for change in &row.dates {
        let missed = match (change.was_missed, change.would_be_missed) {
            (false, true) => ", which would be missed",
            (true, false) => ", which would not be missed",
            _ => "",
        };
        let _ = writeln!(
            out,
            "  {}: {} instead of {}{missed}",
            change.clock,
            day(change.would_be),
            day(change.was)
        );
    }
    for change in &row.refusals {
        let would = if change.refused { "would be refused" } else { "would be let through" };
        let _ = writeln!(
            out,
            "  {} on {} {would}: {} ({})",
            change.act,
            words::day(change.on),
            change.code,
            change.clause
        );
    }
    for change in &row.letters {
        let _ = write!(out, "  letter {}", change.letter);
        if !change.more.is_empty() {
            let _ = write!(out, ", with {}", change.more.join(", "));
        }
        if !change.fewer.is_empty() {
            let _ = write!(out, ", without {}", change.fewer.join(", "));
        }
        out.push('\n');
    }
}
