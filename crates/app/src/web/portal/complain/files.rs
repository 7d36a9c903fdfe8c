//! Photos and papers of a complaint that is being told: kept with it until it is sent.

use redress_store::portal::intake::{self, IntakeFile};

use crate::desk::{Attachment, Declined, Desk};
use crate::web::files::Arrived;
use crate::web::portal::guest::Guest;

/// The most files of one complaint, and the most bytes of all of them.
pub const MOST: usize = 20;
const BYTES: i64 = 100 * 1024 * 1024;

/// The files that came so far.
///
/// # Errors
/// The records cannot be reached.
pub async fn of(desk: &Desk, guest: &Guest) -> Result<Vec<IntakeFile>, Declined> {
    let Some(draft) = &guest.at.visit.draft else { return Ok(Vec::new()) };
    Ok(intake::files(&desk.db, &guest.at.signed.scope, draft).await?)
}

/// Keeps files; false where there is no room for more.
///
/// # Errors
/// The records cannot be reached.
pub async fn keep(
    desk: &Desk,
    guest: &Guest,
    (files, what): (&[Arrived], &str),
) -> Result<bool, Declined> {
    let Some(draft) = &guest.at.visit.draft else { return Err(Declined::Missing) };
    let before = of(desk, guest).await?;
    let bytes = |file: &Arrived| i64::try_from(file.attachment.bytes).unwrap_or(i64::MAX);
    let all = before.iter().map(|file| file.bytes).chain(files.iter().map(bytes));
    let all = all.fold(0i64, i64::saturating_add);
    if MOST < before.len() + files.len() || BYTES < all {
        return Ok(false);
    }
    let mut ids = Vec::new();
    for _ in files {
        ids.push(desk.id().await?);
    }
    let mut tx = desk.db.begin().await?;
    for (file, id) in files.iter().zip(ids) {
        let kept = IntakeFile {
            id,
            sha256: file.attachment.sha256.clone(),
            bytes: bytes(file),
            media_type: file.attachment.media_type.clone(),
            name: file.attachment.name.clone(),
            what: what.to_owned(),
            added_at: desk.now(),
        };
        intake::add_file(&mut tx, &guest.at.signed.scope, draft, &kept).await?;
    }
    tx.commit().await?;
    Ok(true)
}

/// Takes one away again.
///
/// # Errors
/// The records cannot be reached.
pub async fn remove(desk: &Desk, guest: &Guest, id: &str) -> Result<(), Declined> {
    let Some(draft) = &guest.at.visit.draft else { return Err(Declined::Missing) };
    let mut tx = desk.db.begin().await?;
    intake::remove_file(&mut tx, &guest.at.signed.scope, draft, id).await?;
    tx.commit().await?;
    Ok(())
}

/// A kept file as the desk attaches it.
pub fn attachment(file: &IntakeFile) -> Attachment {
    Attachment {
        name: file.name.clone(),
        sha256: file.sha256.clone(),
        bytes: u64::try_from(file.bytes).unwrap_or(0),
        media_type: file.media_type.clone(),
    }
}
