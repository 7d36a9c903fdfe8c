//! `redress mail take`: e-mails from files or from standard input, taken in as a mailbox would.

use std::fs::File;
use std::io::Read;
use std::path::PathBuf;

use clap::{Args, Subcommand};
use redress_store::Scope;
use serde_json::json;

use crate::cli::landlord::{At, scope};
use crate::cli::{Exit, Failure, Streams, running, say};
use crate::desk::Desk;
use crate::desk::mail::Taken;
use crate::words;

/// What may be asked about e-mail.
#[derive(Debug, Subcommand)]
pub enum Mail {
    /// Take in e-mails, each a file; prints one line of JSON a message
    Take(Take),
}

/// E-mails to take in.
#[derive(Debug, Args)]
pub struct Take {
    /// Files with one e-mail each, as it was received; - reads one from standard input
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,
    /// What the mailbox is called that they came in by
    #[arg(long, value_name = "NAME", default_value = "files")]
    mailbox: String,
    #[command(flatten)]
    at: At,
}

/// Answers.
///
/// # Errors
/// There is no such landlord, or the records are out of reach. A file that cannot be opened is
/// said at the end, after the others were taken in.
pub fn run(ask: &Mail, streams: &mut Streams<'_>) -> Result<Exit, Failure> {
    let Mail::Take(ask) = ask;
    running::block_on(async {
        let desk = ask.at.place.open().await?;
        let scope = scope(&desk, ask.at.landlord.as_deref()).await?;
        let mut unopened = Vec::new();
        for path in &ask.files {
            let shown = path.display().to_string();
            let taken = if shown == "-" {
                take(&desk, &scope, &mut *streams.input, &ask.mailbox).await?
            } else {
                match File::open(path) {
                    Ok(mut file) => take(&desk, &scope, &mut file, &ask.mailbox).await?,
                    Err(why) => {
                        unopened.push(format!("{shown} cannot be opened: {why}"));
                        continue;
                    }
                }
            };
            say(streams.out, &line(&shown, &taken))?;
        }
        match unopened.as_slice() {
            [] => Ok(Exit::Done),
            some => Err(Failure::fault(some.join("; "))),
        }
    })
}

async fn take(
    desk: &Desk,
    scope: &Scope,
    source: &mut dyn Read,
    mailbox: &str,
) -> Result<Taken, Failure> {
    let arrived = desk.keep_mail(source, (mailbox, desk.now())).await?;
    Ok(desk.take_mail(scope, arrived).await?)
}

fn line(file: &str, taken: &Taken) -> String {
    let mut why = words::mail::why(&taken.why).to_owned();
    if taken.again {
        why.push_str("; it came in before");
    }
    let value = json!({
        "file": file,
        "outcome": taken.outcome.name(),
        "reference": taken.reference,
        "why": why,
    });
    format!("{value}\n")
}
