//! Restoring into an empty place. Everything is checked before anything is written.

use std::path::Path;
use std::sync::Arc;

use serde_json::Value as Json;
use sha2::{Digest, Sha256};
use sqlx::AssertSqlSafe;
use tokio::io::{AsyncBufReadExt, AsyncReadExt, BufReader};

use super::disk;
use super::manifest::{Manifest, TableEntry};
use super::tables::{Holds, TABLES};
use crate::entropy::to_hex;
use crate::files::Folder;
use crate::{Db, Error, Scope, Tx, dialect, migrations, record};

/// Restores a backup into an empty database of either kind and an empty folder for files.
///
/// Refuses a damaged or cut backup, one of a newer program, and a place that is not empty. The
/// caller verifies the record afterwards.
pub async fn restore(source: &Path, url: &str, files: &Folder) -> Result<Manifest, Error> {
    let manifest = Manifest::load(source)?;
    if migrations::newest() < manifest.schema {
        let (found, known) = (manifest.schema, migrations::newest());
        return Err(Error::NewerSchema { found, known });
    }
    let copies = Folder::at(source.join("files"));
    check(source, &copies, &manifest).await?;
    if !files.list().await?.is_empty() {
        return Err(Error::refused("the folder for files is not empty"));
    }
    let db = Db::connect(url).await?;
    // The rows come last and all at once, so that a restore cut short can be done again.
    let mut restored = copy(&copies, files, &manifest).await;
    if restored.is_ok() {
        restored = fill(&db, source, &manifest).await;
    }
    db.close().await;
    if restored.is_err() {
        for file in &manifest.files {
            files.remove(&file.sha256).await?;
        }
    }
    restored.map(|()| manifest)
}

async fn copy(copies: &Folder, files: &Folder, manifest: &Manifest) -> Result<(), Error> {
    for file in &manifest.files {
        let kept = files.put(copies.open(&file.sha256).await?).await?;
        if kept.sha256 != file.sha256 {
            return Err(damaged(&file.sha256));
        }
    }
    Ok(())
}

fn damaged(what: &str) -> Error {
    Error::refused(format!("the backup is damaged or cut: {what}"))
}

async fn check(source: &Path, copies: &Folder, manifest: &Manifest) -> Result<(), Error> {
    for table in &manifest.tables {
        let path = source.join("tables").join(format!("{}.jsonl", table.name));
        let mut file = tokio::fs::File::open(path).await.map_err(|_| damaged(&table.name))?;
        let (mut digest, mut chunk) = (Sha256::new(), vec![0; 256 * 1024]);
        loop {
            let read = file.read(&mut chunk).await.map_err(|why| disk(&why))?;
            let Some(read) = chunk.get(..read).filter(|read| !read.is_empty()) else { break };
            digest.update(read);
        }
        if to_hex(&digest.finalize()) != table.sha256 {
            return Err(damaged(&table.name));
        }
    }
    for file in &manifest.files {
        let kept = copies.hash(&file.sha256).await.map_err(|_| damaged(&file.sha256))?;
        if kept.sha256 != file.sha256 || kept.bytes != file.bytes {
            return Err(damaged(&file.sha256));
        }
    }
    Ok(())
}

async fn fill(db: &Db, source: &Path, manifest: &Manifest) -> Result<(), Error> {
    let found = dialect::schema(db).await?;
    if found != 0 && found != manifest.schema {
        return Err(Error::refused("the database is not empty"));
    }
    migrations::migrate_to(db, manifest.schema).await?;
    let mut tx = db.begin().await?;
    for table in TABLES.iter().filter(|_| found != 0) {
        let sql = format!("SELECT 1 AS one FROM {} LIMIT 1", table.name);
        if tx.one(AssertSqlSafe(sql), &[]).await?.is_some() {
            return Err(Error::refused("the database is not empty"));
        }
    }
    for table in &manifest.tables {
        import(&mut tx, source, table).await?;
    }
    for known in &manifest.heads {
        let head = record::head(&mut tx, &Scope::of(&known.landlord)).await?;
        if head.is_none_or(|head| head.position != known.position || head.hash != known.hash) {
            return Err(damaged(&known.landlord));
        }
    }
    tx.commit().await?;
    migrations::migrate_to(db, migrations::newest()).await
}

async fn import(tx: &mut Tx, source: &Path, table: &TableEntry) -> Result<(), Error> {
    let columns = columns(table)?;
    let names: Vec<&str> = columns.iter().map(|(name, _)| name.as_str()).collect();
    let places: Vec<String> = (1..=names.len()).map(|place| format!("${place}")).collect();
    let sql: Arc<str> =
        format!("INSERT INTO {} ({}) VALUES ({})", table.name, names.join(", "), places.join(", "))
            .into();
    let path = source.join("tables").join(format!("{}.jsonl", table.name));
    let file = tokio::fs::File::open(path).await.map_err(|why| disk(&why))?;
    let mut lines = BufReader::with_capacity(256 * 1024, file).lines();
    let mut rows = 0_i64;
    while let Some(line) = lines.next_line().await.map_err(|why| disk(&why))? {
        let unreadable = || damaged(&format!("{} line {}", table.name, rows.saturating_add(1)));
        let values: Vec<Json> = serde_json::from_str(&line).map_err(|_| unreadable())?;
        if values.len() != columns.len() {
            return Err(unreadable());
        }
        let values = columns.iter().zip(values).map(|((_, holds), json)| holds.value(json));
        let values = values.collect::<Option<Vec<_>>>().ok_or_else(unreadable)?;
        tx.run(AssertSqlSafe(Arc::clone(&sql)), &values).await?;
        rows = rows.saturating_add(1);
    }
    if rows == table.rows { Ok(()) } else { Err(damaged(&table.name)) }
}

/// Names in a backup become part of a statement, so only plain names pass.
fn columns(table: &TableEntry) -> Result<Vec<(String, Holds)>, Error> {
    let plain = |name: &str| {
        !name.is_empty()
            && name
                .bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_')
    };
    let columns = table.columns.iter().map(|(name, holds)| {
        Holds::named(holds).filter(|_| plain(name)).map(|holds| (name.clone(), holds))
    });
    let columns = columns.collect::<Option<Vec<_>>>().filter(|_| plain(&table.name));
    columns.ok_or_else(|| damaged("its list of tables"))
}
