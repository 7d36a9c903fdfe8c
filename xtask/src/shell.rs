//! Running other programs from the root of the clone, their output shown as it comes.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, bail};

/// The root of the clone.
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_owned()
}

/// A setting from the surroundings, where it is set and not blank.
#[expect(clippy::disallowed_methods, reason = "the checks read their settings here")]
pub fn setting(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.trim().is_empty())
}

/// Where `program` is on the search path.
pub fn find(program: &str) -> Option<PathBuf> {
    let path = setting("PATH")?;
    path.split(':').map(|folder| Path::new(folder).join(program)).find(|file| file.is_file())
}

/// One call of another program.
pub struct Call {
    command: Command,
    shown: String,
}

/// Cargo, the one that built this program.
pub fn cargo<const N: usize>(arguments: [&str; N]) -> Call {
    let program = setting("CARGO").unwrap_or_else(|| "cargo".into());
    let mut call = call(&program, arguments);
    call.shown = format!("cargo {}", arguments.join(" "));
    call
}

/// A program with its arguments, to run at the root of the clone with nothing on its input.
pub fn call<const N: usize>(program: &str, arguments: [&str; N]) -> Call {
    let mut command = Command::new(program);
    command.args(arguments).current_dir(root()).stdin(Stdio::null());
    Call { command, shown: format!("{program} {}", arguments.join(" ")) }
}

impl Call {
    /// More arguments, at the end.
    pub fn with<S: AsRef<str>>(mut self, arguments: &[S]) -> Call {
        for argument in arguments {
            self.command.arg(argument.as_ref());
            self.shown = format!("{} {}", self.shown, argument.as_ref());
        }
        self
    }

    /// One variable in the program's surroundings.
    pub fn env(mut self, name: &str, value: impl AsRef<OsStr>) -> Call {
        self.command.env(name, value);
        self
    }

    /// The folder to run in, from the root of the clone.
    pub fn within(mut self, folder: &str) -> Call {
        self.command.current_dir(root().join(folder));
        self
    }

    /// Runs it and shows what it prints. Anything but exit status 0 is an error.
    pub fn run(mut self) -> anyhow::Result<()> {
        println!("$ {}", self.shown);
        let status =
            self.command.status().with_context(|| format!("could not start {}", self.shown))?;
        if !status.success() {
            bail!("{} ended with {status}", self.shown);
        }
        Ok(())
    }

    /// Runs it and keeps what it prints. Anything but exit status 0 is an error that shows the rest.
    pub fn read(mut self) -> anyhow::Result<String> {
        let output =
            self.command.output().with_context(|| format!("could not start {}", self.shown))?;
        if !output.status.success() {
            let said = String::from_utf8_lossy(&output.stderr);
            bail!("{} ended with {}: {}", self.shown, output.status, said.trim());
        }
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    }

    /// The command itself, for whoever must keep the running child.
    pub fn into_command(self) -> Command {
        self.command
    }
}
