//! Keeping a message byte for byte as it comes, and reading it where a fault of the reading cannot
//! take the program down.

use std::io::Read;

use jiff::Timestamp;
use redress_store::files::Folder;
use tokio::io::AsyncWriteExt;

use crate::desk::mail::Arrived;
use crate::desk::{Declined, Desk};
use crate::mail::kind::Ours;
use crate::mail::limits;
use crate::mail::read::{self, Mail, Unreadable};

/// Room for the parser to go down in; the limits keep it far from needing this.
const STACK: usize = 64 * 1024 * 1024;

impl Desk {
    /// Keeps a message that comes piece by piece, however large it is. Only as much of it as
    /// anybody reads stays in memory.
    ///
    /// # Errors
    /// It cannot be read to its end, or not be kept.
    pub async fn keep_mail(
        &self,
        source: &mut dyn Read,
        (mailbox, at): (&str, Timestamp),
    ) -> Result<Arrived, Declined> {
        let (mut writer, reader) = tokio::io::duplex(256 * 1024);
        let folder: Folder = self.files.clone();
        let keeping = tokio::spawn(async move { folder.put(reader).await });
        let mut raw = Some(Vec::new());
        let mut piece = vec![0u8; 64 * 1024];
        let broken = loop {
            let n = match source.read(&mut piece) {
                Ok(0) => break None,
                Ok(n) => n,
                Err(why) if why.kind() == std::io::ErrorKind::Interrupted => continue,
                Err(why) => break Some(why),
            };
            let read = piece.get(..n).unwrap_or_default();
            raw = raw.filter(|held: &Vec<u8>| held.len() + n <= limits::BYTES);
            if let Some(raw) = &mut raw {
                raw.extend_from_slice(read);
            }
            if writer.write_all(read).await.is_err() {
                break None;
            }
        };
        drop(writer);
        let kept = keeping.await.map_err(|why| Declined::Fault(anyhow::Error::new(why)))??;
        match broken {
            Some(why) => Err(Declined::NotSaved(format!("a message broke off: {why}"))),
            None => Ok(Arrived { mailbox: mailbox.to_owned(), at, kept, raw }),
        }
    }

    /// Keeps a message that is in memory already.
    ///
    /// # Errors
    /// It cannot be kept.
    pub async fn keep_whole_mail(
        &self,
        raw: Vec<u8>,
        (mailbox, at): (&str, Timestamp),
    ) -> Result<Arrived, Declined> {
        let kept = self.files.put_bytes(&raw).await?;
        let raw = (raw.len() <= limits::BYTES).then_some(raw);
        Ok(Arrived { mailbox: mailbox.to_owned(), at, kept, raw })
    }
}

/// Reads a message in a thread of its own: a panic in there is an answer, not an end.
pub async fn read_apart(raw: Vec<u8>, ours: Ours) -> Result<Mail, Unreadable> {
    let (told, heard) = tokio::sync::oneshot::channel();
    let thread = std::thread::Builder::new().name("mail".to_owned()).stack_size(STACK);
    let started = thread.spawn(move || {
        // Whoever waited may have gone away.
        let _ = told.send(read::read(&raw, &ours));
    });
    if started.is_err() {
        return Err(Unreadable::Broke);
    }
    // A thread that panicked sends nothing.
    heard.await.unwrap_or(Err(Unreadable::Broke))
}
