//! What a backup says about itself.

use std::io::Write;
use std::path::Path;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::disk;
use crate::Error;
use crate::entropy::to_hex;
use crate::verify::KnownHead;

const FORMAT: &str = "redress-backup-1";

/// What is in a backup, with a hash of each piece.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// The form of the backup.
    pub format: String,
    /// The schema of its tables.
    pub schema: i64,
    /// The database it was made from, for people to read.
    pub made_from: String,
    /// When it was begun.
    pub made_at: Timestamp,
    /// Where each landlord's chain ended.
    pub heads: Vec<KnownHead>,
    /// The tables.
    pub tables: Vec<TableEntry>,
    /// The files.
    pub files: Vec<FileEntry>,
    /// Files that rows name and that were not there to be copied.
    pub missing_files: Vec<String>,
}

/// One table of a backup.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TableEntry {
    /// Its name.
    pub name: String,
    /// Its columns with what they hold, in the order of each line.
    pub columns: Vec<(String, String)>,
    /// How many lines.
    pub rows: i64,
    /// The hash of the lines.
    pub sha256: String,
}

/// One file of a backup.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FileEntry {
    /// The hash of its bytes, which is its name.
    pub sha256: String,
    /// How many bytes.
    pub bytes: i64,
}

/// The manifest as it lies on disk: its text and the hash of that text.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Sealed {
    sha256: String,
    manifest: String,
}

impl Manifest {
    pub(super) fn new(schema: i64, made_from: &str, made_at: Timestamp) -> Self {
        Self {
            format: FORMAT.to_owned(),
            schema,
            made_from: made_from.to_owned(),
            made_at,
            heads: Vec::new(),
            tables: Vec::new(),
            files: Vec::new(),
            missing_files: Vec::new(),
        }
    }

    pub(super) fn save(&self, folder: &Path) -> Result<(), Error> {
        let fault = |why: serde_json::Error| Error::Fault { what: why.to_string() };
        let manifest = serde_json::to_string(self).map_err(fault)?;
        let sealed = Sealed { sha256: to_hex(&Sha256::digest(&manifest)), manifest };
        let text = serde_json::to_string_pretty(&sealed).map_err(fault)?;
        let mut file =
            std::fs::File::create(folder.join("manifest.json")).map_err(|why| disk(&why))?;
        file.write_all(text.as_bytes()).map_err(|why| disk(&why))?;
        file.sync_all().map_err(|why| disk(&why))
    }

    /// The manifest of the backup in a folder; refused where it is missing or damaged.
    pub fn load(folder: &Path) -> Result<Self, Error> {
        let damaged = || Error::refused("the backup's manifest is missing or damaged");
        let text = std::fs::read_to_string(folder.join("manifest.json")).map_err(|_| damaged())?;
        let sealed: Sealed = serde_json::from_str(&text).map_err(|_| damaged())?;
        if to_hex(&Sha256::digest(&sealed.manifest)) != sealed.sha256 {
            return Err(damaged());
        }
        let manifest: Self = serde_json::from_str(&sealed.manifest).map_err(|_| damaged())?;
        if manifest.format != FORMAT {
            let what = format!("the backup is of the form {}, unknown here", manifest.format);
            return Err(Error::refused(what));
        }
        Ok(manifest)
    }
}
