//! A private PostgreSQL for the tests: in a temporary folder, on loopback, gone when they end.

use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Stdio};
use std::thread;
use std::time::Duration;

use anyhow::{Context, bail};
use tempfile::TempDir;

use crate::{machine, shell};

/// A running server. Dropping it stops the server; the kernel does so where this program is killed.
pub struct Postgres {
    server: Child,
    port: u16,
    folder: TempDir,
}

/// Whether a server syncs what it confirms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Durability {
    /// As PostgreSQL does by itself: what figures are measured with.
    Kept,
    /// The tests end the server's processes, never the machine: what the kernel holds is safe.
    LeftToTheKernel,
}

impl Postgres {
    /// Makes an empty cluster with C collation for tests and starts it.
    pub fn start() -> anyhow::Result<Postgres> {
        Postgres::start_as(Durability::LeftToTheKernel)
    }

    /// Makes an empty cluster with C collation and starts it.
    pub fn start_as(durability: Durability) -> anyhow::Result<Postgres> {
        let programs =
            machine::postgres_programs().context("PostgreSQL's server programs are not here")?;
        let folder = tempfile::Builder::new().prefix("redress-postgres-").tempdir()?;
        let account = if machine::is_root() { Some("postgres") } else { None };
        if let Some(account) = account {
            let path = folder.path().to_string_lossy().into_owned();
            shell::call("chown", [account, &path]).read()?;
        }
        let data = folder.path().join("data");
        let programs_text = programs.to_string_lossy();
        let data_text = data.to_string_lossy();
        as_account(account, &format!("{programs_text}/initdb"))
            .with(&["--pgdata", &data_text, "--username", "postgres", "--auth", "trust"])
            .with(&["--locale", "C", "--encoding", "UTF8", "--no-sync"])
            .read()?;
        let port = free_port()?;
        let mut settings = vec![
            format!("port={port}"),
            "listen_addresses=127.0.0.1".into(),
            format!("unix_socket_directories={}", folder.path().display()),
            "max_connections=200".into(),
            "log_min_messages=fatal".into(),
        ];
        if durability == Durability::LeftToTheKernel {
            settings.extend(["fsync=off".into(), "full_page_writes=off".into()]);
        }
        let mut call =
            as_account(account, &format!("{programs_text}/postgres")).with(&["-D", &data_text]);
        for setting in &settings {
            call = call.with(&["-c", setting]);
        }
        let log = std::fs::File::create(folder.path().join("log"))?;
        let server = call
            .into_command()
            .current_dir(folder.path())
            .stdout(log.try_clone()?)
            .stderr(log)
            .stdin(Stdio::null())
            .spawn()?;
        let mut postgres = Postgres { server, port, folder };
        postgres.wait_until_ready(&programs)?;
        Ok(postgres)
    }

    /// The address that the tests are given.
    pub fn url(&self) -> String {
        format!("postgres://postgres@127.0.0.1:{}/postgres", self.port)
    }

    fn wait_until_ready(&mut self, programs: &Path) -> anyhow::Result<()> {
        let probe = programs.join("pg_isready").to_string_lossy().into_owned();
        for _ in 0..300 {
            if let Some(status) = self.server.try_wait()? {
                bail!("PostgreSQL ended with {status}: {}", self.log());
            }
            let answers = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)).is_ok();
            let port = self.port.to_string();
            if answers && shell::call(&probe, ["-q", "-h", "127.0.0.1", "-p", &port]).read().is_ok()
            {
                return Ok(());
            }
            thread::sleep(Duration::from_millis(100));
        }
        bail!("PostgreSQL did not answer within 30 s: {}", self.log())
    }

    fn log(&self) -> String {
        std::fs::read_to_string(self.folder.path().join("log")).unwrap_or_default()
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        let pid = self.server.id().to_string();
        let asked = shell::call("kill", ["-INT", &pid]).read();
        for _ in 0..100 {
            if asked.is_err() || !matches!(self.server.try_wait(), Ok(None)) {
                break;
            }
            thread::sleep(Duration::from_millis(100));
        }
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

/// A call that stops with this program, under `account` where one is given: PostgreSQL refuses to run as root.
fn as_account(account: Option<&str>, program: &str) -> shell::Call {
    let call = shell::call("setpriv", ["--pdeathsig", "INT"]);
    let call = match account {
        Some(account) => call.with(&["--reuid", account, "--regid", account, "--init-groups"]),
        None => call,
    };
    call.with(&["--", program])
}

fn free_port() -> anyhow::Result<u16> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::machine::Need;

    #[test]
    fn a_private_server_answers_and_is_gone_when_dropped() {
        if !Need::Postgres.is_here() {
            return; // `cargo xtask test` reports it as not checked
        }
        let postgres = Postgres::start().unwrap();
        let (port, folder) = (postgres.port, postgres.folder.path().to_owned());
        assert!(TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_ok());
        drop(postgres);
        assert!(TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err());
        assert!(!folder.exists());
    }
}
