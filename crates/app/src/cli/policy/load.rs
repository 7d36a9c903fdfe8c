//! `redress policy load`: a policy of a landlord's own, kept as a draft in the name of somebody
//! with an account. Approving it is for somebody else, on the pages.

use std::path::PathBuf;

use clap::Args;

use crate::cli::landlord::{At, account, scope};
use crate::cli::picture::{read_text, wrong_file};
use crate::cli::{Exit, Failure, Streams, running, say};
use crate::desk::Signed;
use crate::desk::policies::LOADERS;

/// Load a policy of a landlord's own as a draft, which somebody else approves.
#[derive(Debug, Args)]
pub struct Load {
    /// A .toml file
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Who loads it: what they type at sign-in
    #[arg(long, value_name = "LOGIN")]
    by: String,
    #[command(flatten)]
    at: At,
}

/// Loads.
///
/// # Errors
/// The file is not in order, or there is no such account or landlord.
pub fn run(ask: &Load, streams: &mut Streams<'_>) -> Result<Exit, Failure> {
    let text = read_text(&ask.file)?;
    let text = running::block_on(async {
        let desk = ask.at.place.open().await?;
        let scope = scope(&desk, ask.at.landlord.as_deref()).await?;
        let staff = account(&desk, &scope, &ask.by).await?;
        let signed = Signed::staff(scope, staff);
        if !signed.staff.active || !signed.is_any(LOADERS) {
            let reason = format!("{} may not load a policy", ask.by);
            return Err(Failure::declined(reason)
                .hint("a complaints manager, a senior manager or an administrator loads one"));
        }
        match desk.load_pack(&signed, &text).await? {
            Ok(id) => {
                Ok(format!("Loaded as a draft. Somebody else approves it at /policies/{id}\n"))
            }
            Err(not) => {
                let error = not.error();
                let span = error.span.clone().unwrap_or_else(|| place(&text, error.line));
                Err(wrong_file(&ask.file, &text, (span, &error.message, None)))
            }
        }
    })?;
    say(streams.out, &text)?;
    Ok(Exit::Done)
}

/// The bytes of a line, without what indents it.
fn place(text: &str, line: usize) -> std::ops::Range<usize> {
    let before: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let length = text.get(before..).unwrap_or("").lines().next().map_or(0, str::len);
    before..before + length
}
