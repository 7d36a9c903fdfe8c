//! Where the records are: options that every command on them shares, and opening them.

use std::fs;
use std::path::{Path, PathBuf};

use clap::Args;
use redress_store::Db;
use redress_store::files::Folder;

use crate::cli::Failure;
use crate::cli::picture::{read_text, wrong_file};
use crate::config::{self, Config};
use crate::desk::Desk;

/// Where the records are.
#[derive(Clone, Debug, Default, Args)]
pub struct Place {
    /// A file with settings
    #[arg(long, value_name = "FILE", env = "REDRESS_CONFIG")]
    config: Option<PathBuf>,
    /// The folder that holds the records and the files [usual: redress-data]
    #[arg(long, value_name = "FOLDER", env = "REDRESS_DATA")]
    data: Option<PathBuf>,
    /// The database, where it is not a file in that folder: postgres://… or sqlite:…
    #[arg(long, value_name = "URL", env = "REDRESS_DATABASE", hide_env_values = true)]
    database: Option<String>,
}

/// Where the records are, settled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settled {
    pub data: PathBuf,
    pub database: String,
}

impl Place {
    /// The settings file, or none of its settings where there is no file.
    ///
    /// # Errors
    /// The file cannot be opened, or is not in order.
    pub fn config(&self) -> Result<Config, Failure> {
        let Some(path) = &self.config else { return Ok(Config::default()) };
        let text = read_text(path)?;
        config::read(&text)
            .map_err(|(message, span)| wrong_file(path, &text, (span, &message, None)))
    }

    /// Settles where the records are; `usual` is the folder where nobody says.
    pub fn settle(&self, config: &Config, usual: &Path) -> Settled {
        let data =
            self.data.clone().or_else(|| config.data.clone()).unwrap_or_else(|| usual.to_owned());
        let database = self.database.clone().or_else(|| config.database.clone());
        let database =
            database.unwrap_or_else(|| format!("sqlite:{}", data.join("redress.db").display()));
        Settled { data, database }
    }

    /// Whether somebody said where.
    pub fn is_said(&self, config: &Config) -> bool {
        self.data.is_some()
            || self.database.is_some()
            || config.data.is_some()
            || config.database.is_some()
    }

    /// Settles and opens, for commands that need nothing else of the settings.
    ///
    /// # Errors
    /// The settings are not in order, or the records cannot be opened.
    pub async fn open(&self) -> Result<Desk, Failure> {
        self.settle(&self.config()?, Path::new(config::DATA)).open().await
    }
}

impl Settled {
    /// Opens the records; makes the folder where there is none.
    ///
    /// # Errors
    /// The folder or the database cannot be opened.
    pub async fn open(&self) -> Result<Desk, Failure> {
        make_folder(&self.data)?;
        let db = Db::open(&self.database).await?;
        Ok(Desk::new(db, self.files(), config::machine_chance(), config::machine_clock()))
    }

    /// Where files are kept.
    pub fn files(&self) -> Folder {
        Folder::at(self.data.join("files"))
    }
}

/// Makes a folder that only the program's own user can look into.
///
/// # Errors
/// It cannot be made.
pub fn make_folder(path: &Path) -> Result<(), Failure> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder
        .create(path)
        .map_err(|why| Failure::fault(format!("{} cannot be made: {why}", path.display())))
}
