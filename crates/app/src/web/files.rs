//! Files as they arrive: known by what is in them, never by their name, and streamed to the store
//! with a limit.

use axum::extract::multipart::Field;
use tokio::io::AsyncWriteExt;

use crate::content::{NotTaken, Untaken, clean_name, kind_of};
use crate::desk::{Attachment, Declined};
use crate::web::state::App;

/// The most bytes of one file.
pub const LIMIT: u64 = 25 * 1024 * 1024;

/// A file that was taken.
#[derive(Clone, Debug)]
pub struct Arrived {
    /// The form field it came with.
    pub field: String,
    pub attachment: Attachment,
}

/// Why a file was not taken.
#[derive(Debug)]
pub enum Refused {
    /// What to say beside the field.
    Untaken(Untaken),
    Declined(Declined),
}

/// Takes one file: counts it, looks at what it is, keeps it.
///
/// # Errors
/// `Untaken` where the file is empty, too large or of a kind we do not take.
pub async fn take(app: &App, shown: &str, mut field: Field<'_>) -> Result<Arrived, Refused> {
    let name = clean_name(shown);
    let refused = |why| Refused::Untaken(Untaken { name: name.clone(), why });
    let (mut writer, reader) = tokio::io::duplex(64 * 1024);
    let folder = app.desk.files.clone();
    let keeping = tokio::spawn(async move { folder.put(reader).await });
    let (mut bytes, mut head, mut over) = (0u64, Vec::new(), false);
    loop {
        let chunk = match field.chunk().await {
            Ok(Some(chunk)) => chunk,
            Ok(None) => break,
            Err(_) => return Err(refused(NotTaken::Broken)),
        };
        bytes += chunk.len() as u64;
        if LIMIT < bytes {
            over = true;
            break;
        }
        if head.len() < 64 * 1024 {
            head.extend_from_slice(&chunk);
        }
        if writer.write_all(&chunk).await.is_err() {
            break;
        }
    }
    drop(writer);
    let kept = keeping
        .await
        .map_err(|error| Refused::Declined(Declined::Fault(anyhow::Error::new(error))))?
        .map_err(|error| Refused::Declined(error.into()))?;
    // What is refused is named by no row, and the next sweep removes it.
    if over {
        return Err(refused(NotTaken::TooLarge));
    }
    if bytes == 0 {
        return Err(refused(NotTaken::Empty));
    }
    let media_type = kind_of(&head, &name).map_err(Refused::Untaken)?;
    Ok(Arrived {
        field: String::new(),
        attachment: Attachment {
            name,
            sha256: kept.sha256,
            bytes,
            media_type: media_type.to_owned(),
        },
    })
}
