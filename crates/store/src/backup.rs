//! Backup and restore while the program runs. A backup is a folder of plain lines that either
//! database can read, so that restoring is also how a landlord moves from SQLite to PostgreSQL.
//!
//! ```text
//! manifest.json        what is in it, with a hash of each piece
//! tables/event.jsonl   one row a line
//! files/ab/ab12...     the files, by the hash of their bytes
//! ```

mod manifest;
mod restore;
mod tables;

use std::path::{Path, PathBuf};

use jiff::Timestamp;
use sha2::{Digest, Sha256};
use sqlx::AssertSqlSafe;
use tokio::io::AsyncWriteExt;

pub use self::manifest::{FileEntry, Manifest, TableEntry};
pub use self::restore::restore;
use self::tables::{TABLES, Table};
use crate::entropy::to_hex;
use crate::files::{Folder, blocking, sync_folder};
use crate::row::Value;
use crate::verify::KnownHead;
use crate::{Db, Error, Scope, Tx, dialect, record};

/// Writes a backup into a folder that is not there yet, or is empty.
///
/// All tables are read as they are at one moment, while others go on writing. The folder has
/// another name until everything is in it, so that half a backup is never taken for one.
pub async fn backup(
    db: &Db,
    files: &Folder,
    target: &Path,
    at: Timestamp,
) -> Result<Manifest, Error> {
    if !is_empty_folder(target)? {
        return Err(Error::refused(format!("{} is not empty", target.display())));
    }
    let half = half_name(target)?;
    for folder in [half.join("tables"), half.join("files")] {
        std::fs::create_dir_all(folder).map_err(|why| disk(&why))?;
    }
    let written = write(db, files, &half, at).await;
    if written.is_err() {
        // What is left is in nobody's way; the first error is the one to tell.
        let _ = std::fs::remove_dir_all(&half);
        return written;
    }
    if target.exists() {
        std::fs::remove_dir(target).map_err(|why| disk(&why))?;
    }
    std::fs::rename(&half, target).map_err(|why| disk(&why))?;
    sync_folder(target.parent().filter(|path| path.is_dir()).unwrap_or(Path::new(".")))?;
    written
}

fn half_name(target: &Path) -> Result<PathBuf, Error> {
    let name =
        target.file_name().ok_or_else(|| Error::refused("a backup needs a folder's name"))?;
    let mut half = name.to_owned();
    half.push(".unfinished");
    let half = target.with_file_name(half);
    if half.exists() {
        std::fs::remove_dir_all(&half).map_err(|why| disk(&why))?;
    }
    Ok(half)
}

fn is_empty_folder(path: &Path) -> Result<bool, Error> {
    if !path.exists() {
        return Ok(true);
    }
    Ok(std::fs::read_dir(path).map_err(|why| disk(&why))?.next().is_none())
}

fn disk(why: &std::io::Error) -> Error {
    Error::disk("the backup", why)
}

async fn write(db: &Db, files: &Folder, folder: &Path, at: Timestamp) -> Result<Manifest, Error> {
    let mut snapshot = db.snapshot().await?;
    let mut manifest = Manifest::new(dialect::schema(db).await?, db.kind(), at);
    for landlord in record::landlords(&mut snapshot).await? {
        if let Some(head) = record::head(&mut snapshot, &Scope::of(&landlord)).await? {
            manifest.heads.push(KnownHead {
                landlord,
                position: head.position,
                hash: head.hash,
                recorded_at: head.recorded_at,
            });
        }
    }
    for table in TABLES {
        manifest.tables.push(export(&mut snapshot, table, folder).await?);
    }
    let named = named_files(&mut snapshot).await?;
    snapshot.roll_back().await?;
    let copies = Folder::at(folder.join("files"));
    for sha256 in named {
        let copied = match files.open(&sha256).await {
            Ok(file) => copies.put(file).await?,
            // One file that is gone must not stop every backup; it is told.
            Err(Error::Missing { .. }) => {
                manifest.missing_files.push(sha256);
                continue;
            }
            Err(other) => return Err(other),
        };
        if copied.sha256 == sha256 {
            manifest.files.push(FileEntry { sha256, bytes: copied.bytes });
        } else {
            copies.remove(&copied.sha256).await?;
            manifest.missing_files.push(sha256);
        }
    }
    manifest.save(folder)?;
    let folder = folder.to_owned();
    blocking(move || {
        let _ = std::fs::remove_dir(folder.join("files").join("arriving"));
        for synced in [folder.join("tables"), folder.join("files"), folder] {
            sync_folder(&synced)?;
        }
        Ok(())
    })
    .await?;
    Ok(manifest)
}

async fn export(tx: &mut Tx, table: &Table, folder: &Path) -> Result<TableEntry, Error> {
    let path = folder.join("tables").join(format!("{}.jsonl", table.name));
    let file = tokio::fs::File::create(path).await.map_err(|why| disk(&why))?;
    let mut out = tokio::io::BufWriter::with_capacity(256 * 1024, file);
    let (mut digest, mut rows) = (Sha256::new(), 0_i64);
    let mut after: Option<Vec<Value>> = None;
    loop {
        let (sql, values) = table.page(after.as_deref());
        let page = tx.all(AssertSqlSafe(sql), &values).await?;
        let Some(last) = page.last() else { break };
        after = Some(table.key(last)?);
        for row in &page {
            let mut line = table.line(row)?.to_string();
            line.push('\n');
            digest.update(&line);
            out.write_all(line.as_bytes()).await.map_err(|why| disk(&why))?;
            rows = rows.saturating_add(1);
        }
    }
    out.flush().await.map_err(|why| disk(&why))?;
    out.get_ref().sync_all().await.map_err(|why| disk(&why))?;
    let sha256 = to_hex(&digest.finalize());
    Ok(TableEntry { name: table.name.to_owned(), columns: table.described(), rows, sha256 })
}

const NAMED: &str = "SELECT sha256 FROM file UNION SELECT sha256 FROM intake_file \
     UNION SELECT sha256 FROM mail WHERE 0 < bytes UNION SELECT file AS sha256 FROM letter \
     WHERE file IS NOT NULL ORDER BY sha256";

async fn named_files(tx: &mut Tx) -> Result<Vec<String>, Error> {
    let rows = tx.all(NAMED, &[]).await?;
    let named = rows.iter().map(|row| row.text("sha256")).collect::<Result<Vec<_>, _>>()?;
    // A letter may name its copy by the id of a file instead, which is then among these anyway.
    Ok(named.into_iter().filter(|name| name.len() == 64).collect())
}
