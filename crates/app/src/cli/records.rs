//! `redress verify`, `backup`, `restore` and `rebuild-lists`: keeping the records whole.

use std::fmt::Write;
use std::path::{Path, PathBuf};

use clap::Args;
use redress_store::backup;
use serde_json::json;

use crate::cli::place::{Place, make_folder};
use crate::cli::{Exit, Failure, Streams, running, say};
use crate::config;
use crate::desk::proof::Proof;

/// Prove that the record is whole and that the lists follow from it.
#[derive(Debug, Args)]
pub struct Verify {
    /// Print the proof as JSON
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    place: Place,
}

/// Copy records and files into a new folder, while the program runs.
#[derive(Debug, Args)]
pub struct Backup {
    /// The folder to make; it must not be there yet, or be empty
    #[arg(value_name = "FOLDER")]
    target: PathBuf,
    #[command(flatten)]
    place: Place,
}

/// Bring a backup back into empty records.
#[derive(Debug, Args)]
pub struct Restore {
    /// The folder that `redress backup` made
    #[arg(value_name = "FOLDER")]
    source: PathBuf,
    #[command(flatten)]
    place: Place,
}

/// Make every list anew from the record.
#[derive(Debug, Args)]
pub struct RebuildLists {
    #[command(flatten)]
    place: Place,
}

/// Proves.
///
/// # Errors
/// The records cannot be opened. What is wrong with them is an answer: exit status 1.
pub fn verify(ask: &Verify, streams: &mut Streams<'_>) -> Result<Exit, Failure> {
    running::block_on(async {
        let desk = ask.place.open().await?;
        let proof = desk.prove().await?;
        let text = if ask.json { as_json(&proof)? } else { in_words(&proof) };
        say(streams.out, &text)?;
        Ok(if proof.holds() { Exit::Done } else { Exit::Declined })
    })
}

fn as_json(proof: &Proof) -> Result<String, Failure> {
    let report = &proof.report;
    let faults: Vec<_> = report
        .faults
        .iter()
        .map(|it| json!({ "landlord": it.landlord, "position": it.position, "what": it.what }))
        .collect();
    let differences: Vec<_> = proof
        .differences
        .iter()
        .map(|it| json!({ "landlord": it.landlord, "stream": it.stream, "what": it.what }))
        .collect();
    let value = json!({
        "holds": proof.holds(), "events": report.events, "parts": report.parts,
        "files": report.files, "compared": proof.compared, "heads": report.heads,
        "faults": faults, "further-faults": report.further_faults, "differences": differences,
    });
    serde_json::to_string_pretty(&value)
        .map(|text| text + "\n")
        .map_err(|error| Failure::fault(error.to_string()))
}

fn in_words(proof: &Proof) -> String {
    let report = &proof.report;
    let mut text = String::new();
    for fault in &report.faults {
        let place = match fault.position {
            Some(position) => format!("{}, event {position}", fault.landlord),
            None => fault.landlord.clone(),
        };
        // Writing to a string cannot fail.
        let _ = writeln!(text, "{place}: {}", fault.what);
    }
    if 0 < report.further_faults {
        let _ = writeln!(text, "and {} more", report.further_faults);
    }
    for it in &proof.differences {
        let _ = writeln!(text, "{}, {}: {}", it.landlord, it.stream, it.what);
    }
    let verdict = if proof.holds() { "All is whole" } else { "Not all is whole" };
    let _ = writeln!(
        text,
        "{verdict}: {} events, {} parts, {} files, {} lists compared.",
        report.events, report.parts, report.files, proof.compared
    );
    text
}

/// Backs up.
///
/// # Errors
/// The target is not empty, or the records cannot be read.
pub fn backup(ask: &Backup, streams: &mut Streams<'_>) -> Result<Exit, Failure> {
    running::block_on(async {
        let desk = ask.place.open().await?;
        let manifest = backup::backup(&desk.db, &desk.files, &ask.target, desk.now()).await?;
        let rows: i64 = manifest.tables.iter().map(|table| table.rows).sum();
        let files = manifest.files.len();
        say(streams.out, &format!("{rows} rows and {files} files in {}\n", ask.target.display()))?;
        Ok(Exit::Done)
    })
}

/// Restores, then proves what was restored.
///
/// # Errors
/// The backup is damaged, or the place is not empty.
pub fn restore(ask: &Restore, streams: &mut Streams<'_>) -> Result<Exit, Failure> {
    let settled = ask.place.settle(&ask.place.config()?, Path::new(config::DATA));
    running::block_on(async {
        make_folder(&settled.data)?;
        backup::restore(&ask.source, &settled.database, &settled.files()).await?;
        let desk = settled.open().await?;
        let proof = desk.prove().await?;
        say(streams.out, &in_words(&proof))?;
        Ok(if proof.holds() { Exit::Done } else { Exit::Declined })
    })
}

/// Rebuilds.
///
/// # Errors
/// A case cannot be replayed, or the records cannot be reached.
pub fn rebuild_lists(ask: &RebuildLists, streams: &mut Streams<'_>) -> Result<Exit, Failure> {
    running::block_on(async {
        let desk = ask.place.open().await?;
        let rebuilt = desk.rebuild_lists().await?;
        say(streams.out, &format!("The lists of {rebuilt} cases and people were made anew.\n"))?;
        Ok(Exit::Done)
    })
}
