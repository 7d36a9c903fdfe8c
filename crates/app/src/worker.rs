//! The clockwork: what the program does by itself while it serves.

use std::time::Duration;

use jiff::SignedDuration;
use redress_store::{accounts, automatic, drafts, files, outcome, portal};

use crate::desk::{Declined, Desk};

pub mod alerts;
pub mod digest;
pub mod mail;
pub mod mailbox;
pub mod post;
pub mod slips;
pub mod smtp;

/// How often the house is kept.
const HOURLY: Duration = Duration::from_secs(3600);
/// How long a file that no row names may lie about.
const LOOSE_FILES: SignedDuration = SignedDuration::from_hours(24);
/// How long the outcome of a form is remembered.
const OUTCOMES: SignedDuration = SignedDuration::from_hours(7 * 24);
/// How long a draft is kept after its last change.
const DRAFTS: SignedDuration = SignedDuration::from_hours(14 * 24);

/// How long tries at the resident's door are counted.
const TRIES: SignedDuration = SignedDuration::from_hours(24);
/// How long it is known what went out by itself.
const AUTOMATIC: SignedDuration = SignedDuration::from_hours(30 * 24);
/// How long the paper of a letter, with its code in clear, may wait for the post.
const PAPERS: SignedDuration = SignedDuration::from_hours(14 * 24);

/// Sweeps once an hour, for ever: loose files, ended sessions, old outcomes, drafts left lying.
/// What fails is logged and tried again the next hour.
pub async fn keep_house(desk: Desk) {
    loop {
        if let Err(declined) = sweep(&desk).await {
            tracing::warn!(?declined, "housekeeping did not finish");
        }
        tokio::time::sleep(HOURLY).await;
    }
}

/// One round of it. Done twice it does nothing more.
///
/// # Errors
/// The records or the folder of files cannot be reached.
pub async fn sweep(desk: &Desk) -> Result<(), Declined> {
    let now = desk.now();
    let mut tx = desk.db.begin().await?;
    outcome::forget_before(&mut tx, now.saturating_sub(OUTCOMES).unwrap_or(now)).await?;
    accounts::end_old_sessions(&mut tx, now).await?;
    drafts::forget_before(&mut tx, now.saturating_sub(DRAFTS).unwrap_or(now)).await?;
    let ago = |by: SignedDuration| now.saturating_sub(by).unwrap_or(now);
    portal::sessions::end_old(&mut tx, now).await?;
    portal::links::forget_before(&mut tx, ago(OUTCOMES)).await?;
    portal::tries::forget_before(&mut tx, ago(TRIES)).await?;
    portal::intake::forget_before(&mut tx, ago(DRAFTS)).await?;
    portal::papers::forget_before(&mut tx, ago(PAPERS)).await?;
    automatic::forget_before(&mut tx, ago(AUTOMATIC)).await?;
    tx.commit().await?;
    desk.db.take_stock().await?;
    let before = now.saturating_sub(LOOSE_FILES).unwrap_or(now);
    let removed = files::sweep(&desk.db, &desk.files, before).await?;
    if 0 < removed {
        tracing::info!(removed, "files that nothing names were removed");
    }
    Ok(())
}
