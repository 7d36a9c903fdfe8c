//! Files, kept by the hash of their bytes in a folder outside the database.
//!
//! Order of saving: bytes to a file of another name, synced; renamed to its hash; the folder
//! synced; and only then a row that names it. So a row never names a file that is not there, and
//! what a crash leaves over is a file without a row, which [`sweep`] removes.

use std::path::{Path, PathBuf};

use jiff::Timestamp;
use sha2::{Digest, Sha256};
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWriteExt};

use crate::entropy::to_hex;
use crate::{Db, Error, Source};

/// The folder in which files are kept.
#[derive(Clone, Debug)]
pub struct Folder {
    root: PathBuf,
}

/// A file that is safely on disk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The hash of its bytes, by which it is found again.
    pub sha256: String,
    /// How many bytes.
    pub bytes: i64,
}

const CHUNK: usize = 64 * 1024;

impl Folder {
    /// The folder at a path; it is made when the first file is kept.
    pub fn at(root: impl Into<PathBuf>) -> Self {
        Self { root: root.into() }
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.root
    }

    /// Keeps what the reader gives. Limits of size are the caller's: its reader ends or fails.
    pub async fn put(&self, mut reader: impl AsyncRead + Unpin) -> Result<Kept, Error> {
        let arriving = self.root.join("arriving");
        tokio::fs::create_dir_all(&arriving)
            .await
            .map_err(|why| Error::disk("making the folder for files", &why))?;
        let temp = tempfile::NamedTempFile::new_in(&arriving)
            .map_err(|why| Error::disk("making a file", &why))?;
        let handle =
            temp.as_file().try_clone().map_err(|why| Error::disk("making a file", &why))?;
        let mut file = tokio::fs::File::from_std(handle);
        let (mut digest, mut bytes, mut chunk) = (Sha256::new(), 0_i64, vec![0; CHUNK]);
        loop {
            let read = reader
                .read(&mut chunk)
                .await
                .map_err(|why| Error::disk("reading what arrives", &why))?;
            let Some(read) = chunk.get(..read).filter(|read| !read.is_empty()) else { break };
            digest.update(read);
            bytes = bytes.saturating_add(i64::try_from(read.len()).unwrap_or(i64::MAX));
            file.write_all(read).await.map_err(|why| Error::disk("writing a file", &why))?;
        }
        file.sync_all().await.map_err(|why| Error::disk("writing a file", &why))?;
        let sha256 = to_hex(&digest.finalize());
        let place = self.place(&sha256)?;
        blocking(move || settle(temp, &place)).await?;
        Ok(Kept { sha256, bytes })
    }

    /// Keeps these bytes.
    pub async fn put_bytes(&self, bytes: &[u8]) -> Result<Kept, Error> {
        self.put(bytes).await
    }

    /// Opens a kept file for reading.
    pub async fn open(&self, sha256: &str) -> Result<tokio::fs::File, Error> {
        match tokio::fs::File::open(self.place(sha256)?).await {
            Ok(file) => Ok(file),
            Err(why) if why.kind() == std::io::ErrorKind::NotFound => {
                Err(Error::missing(format!("the file {sha256}")))
            }
            Err(why) => Err(Error::disk("opening a file", &why)),
        }
    }

    /// Reads a kept file whole, and refuses bytes that are not what was kept.
    pub async fn read(&self, sha256: &str) -> Result<Vec<u8>, Error> {
        let (mut file, mut bytes) = (self.open(sha256).await?, Vec::new());
        file.read_to_end(&mut bytes).await.map_err(|why| Error::disk("reading a file", &why))?;
        if to_hex(&Sha256::digest(&bytes)) != sha256 {
            return Err(Error::inconsistent("files", sha256));
        }
        Ok(bytes)
    }

    /// The hash of the bytes that lie under a name, read a piece at a time.
    pub(crate) async fn hash(&self, sha256: &str) -> Result<Kept, Error> {
        let mut file = self.open(sha256).await?;
        let (mut digest, mut bytes, mut chunk) = (Sha256::new(), 0_i64, vec![0; CHUNK]);
        loop {
            let read =
                file.read(&mut chunk).await.map_err(|why| Error::disk("reading a file", &why))?;
            let Some(read) = chunk.get(..read).filter(|read| !read.is_empty()) else { break };
            digest.update(read);
            bytes = bytes.saturating_add(i64::try_from(read.len()).unwrap_or(i64::MAX));
        }
        Ok(Kept { sha256: to_hex(&digest.finalize()), bytes })
    }

    /// Removes a file, as erasing asks for; the caller has seen that nothing names it any more.
    pub async fn remove(&self, sha256: &str) -> Result<(), Error> {
        match tokio::fs::remove_file(self.place(sha256)?).await {
            Ok(()) => Ok(()),
            Err(why) if why.kind() == std::io::ErrorKind::NotFound => Ok(()),
            Err(why) => Err(Error::disk("removing a file", &why)),
        }
    }

    /// The names of all kept files with the moment each was written, in order.
    pub(crate) async fn list(&self) -> Result<Vec<(String, Timestamp)>, Error> {
        let root = self.root.clone();
        blocking(move || list(&root).map_err(|why| Error::disk("listing files", &why))).await
    }

    /// Where a file lies. Only a hash is a name, so no name leads out of the folder.
    fn place(&self, sha256: &str) -> Result<PathBuf, Error> {
        let is_hash = sha256.len() == 64
            && sha256.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'a'..=b'f'));
        let beginning = sha256.get(..2).filter(|_| is_hash);
        let beginning = beginning.ok_or_else(|| Error::missing("a file of that name"))?;
        Ok(self.root.join(beginning).join(sha256))
    }
}

/// Gives a synced file its name, so that it is there after a power cut too. A file of the same
/// bytes is replaced, so that it counts as new and is not swept up meanwhile.
fn settle(temp: tempfile::NamedTempFile, place: &Path) -> Result<(), Error> {
    let disk = |why: &std::io::Error| Error::disk("keeping a file", why);
    let folder = place.parent().unwrap_or(Path::new("."));
    std::fs::create_dir_all(folder).map_err(|why| disk(&why))?;
    temp.persist(place).map_err(|why| disk(&why.error))?;
    // The folder of all files, too, was new once, and its name lies in the folder above it.
    let named = |folder: &&Path| !folder.as_os_str().is_empty();
    for synced in folder.ancestors().take(3).filter(named) {
        sync_folder(synced)?;
    }
    Ok(())
}

/// Makes a folder's list of names safe from a power cut.
pub(crate) fn sync_folder(folder: &Path) -> Result<(), Error> {
    std::fs::File::open(folder)
        .and_then(|folder| folder.sync_all())
        .map_err(|why| Error::disk("keeping a folder", &why))
}

fn list(root: &Path) -> std::io::Result<Vec<(String, Timestamp)>> {
    let mut all = Vec::new();
    if !root.exists() {
        return Ok(all);
    }
    for folder in std::fs::read_dir(root)? {
        let folder = folder?;
        if !folder.file_type()?.is_dir() || folder.file_name().len() != 2 {
            continue;
        }
        for file in std::fs::read_dir(folder.path())? {
            let file = file?;
            let written = Timestamp::try_from(file.metadata()?.modified()?);
            let Ok(name) = file.file_name().into_string() else { continue };
            all.push((name, written.unwrap_or(Timestamp::MAX)));
        }
    }
    all.sort();
    Ok(all)
}

pub(crate) async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, Error> + Send + 'static,
) -> Result<T, Error> {
    tokio::task::spawn_blocking(work)
        .await
        .map_err(|why| Error::Fault { what: format!("a piece of work ended early: {why}") })?
}

const USED: &str = "SELECT COUNT(*) AS n FROM file WHERE sha256 = $1";
const USED_BY_LETTER: &str = "SELECT COUNT(*) AS n FROM letter WHERE file = $1";
const USED_BY_POST: &str = "SELECT COUNT(*) AS n FROM paper_to_post WHERE sha256 = $1";
const USED_BY_INTAKE: &str = "SELECT COUNT(*) AS n FROM intake_file WHERE sha256 = $1";
const USED_BY_MAIL: &str = "SELECT COUNT(*) AS n FROM mail WHERE sha256 = $1";

/// Whether any row of any landlord names a file.
pub async fn is_used<'a>(from: impl Into<Source<'a>>, sha256: &str) -> Result<bool, Error> {
    let mut from = from.into();
    for statement in [USED, USED_BY_LETTER, USED_BY_POST, USED_BY_INTAKE, USED_BY_MAIL] {
        let row = from.one(statement, &[sha256.into()]).await?;
        if 0 < row.map_or(Ok(0), |row| row.int("n"))? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Removes files that no row names and that were written before a moment (a day ago, say, so that
/// nothing that is just being saved is taken away). Says how many.
pub async fn sweep(db: &Db, folder: &Folder, before: Timestamp) -> Result<u64, Error> {
    let mut removed = 0;
    for (sha256, written) in folder.list().await? {
        if written < before && !is_used(db, &sha256).await? {
            folder.remove(&sha256).await?;
            removed += 1;
        }
    }
    let arriving = folder.root.join("arriving");
    removed += blocking(move || {
        sweep_arriving(&arriving, before).map_err(|why| Error::disk("sweeping files", &why))
    })
    .await?;
    Ok(removed)
}

fn sweep_arriving(folder: &Path, before: Timestamp) -> std::io::Result<u64> {
    let mut removed = 0;
    if !folder.exists() {
        return Ok(removed);
    }
    for file in std::fs::read_dir(folder)? {
        let file = file?;
        let written = Timestamp::try_from(file.metadata()?.modified()?);
        if written.is_ok_and(|written| written < before) {
            std::fs::remove_file(file.path())?;
            removed += 1;
        }
    }
    Ok(removed)
}
