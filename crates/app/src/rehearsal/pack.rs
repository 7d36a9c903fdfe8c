//! The policy a rehearsal plays against: a shipped one by its id, or one in a file.

use std::path::{Path, PathBuf};

use redress_domain::policy::read::PackError;
use redress_domain::policy::{Pack, read, shipped};

/// Why there is no such policy.
#[derive(Debug)]
pub enum NoPack {
    /// Neither a shipped policy nor a file.
    Unknown { name: String },
    /// The file cannot be opened.
    Unreadable { path: PathBuf, why: std::io::Error },
    /// The file is no policy: what is wrong, and the text it is wrong in.
    Wrong { path: PathBuf, text: String, error: PackError },
}

/// Finds a policy: `derive-2024`, or a path ending in `.toml`, counted from `folder`.
///
/// # Errors
/// Nobody knows it, or its file is not in order.
pub fn find(name: &str, folder: &Path) -> Result<Pack, NoPack> {
    if let Some(pack) = shipped::pack(name) {
        return Ok(pack.clone());
    }
    if !name.ends_with(".toml") {
        return Err(NoPack::Unknown { name: name.to_owned() });
    }
    from_file(&folder.join(name))
}

/// Reads a policy from a file.
///
/// # Errors
/// The file cannot be opened, or is no policy.
pub fn from_file(path: &Path) -> Result<Pack, NoPack> {
    let text = std::fs::read_to_string(path)
        .map_err(|why| NoPack::Unreadable { path: path.to_owned(), why })?;
    read::read(&text).map_err(|error| NoPack::Wrong { path: path.to_owned(), text, error })
}

/// The ids of the policies that come with the program.
pub fn shipped_ids() -> Vec<&'static str> {
    shipped::TEXTS.iter().map(|(id, _)| *id).collect()
}
