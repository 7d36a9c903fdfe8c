//! The real program on a folder of its own: started, watched by strace where asked, killed or stopped.

use std::fs::{self, File};
use std::net::{Ipv4Addr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread;
use std::time::Duration;

use super::trace;
use super::visitor::Visitor;

/// Who watches the program.
#[derive(Clone, Debug)]
pub enum Watch {
    Nobody,
    /// strace writes down every write, sync and answer.
    Everything(PathBuf),
    /// strace kills it with signal 9 at the `when`th call of `call` in any one thread, before the call is done.
    KillAt {
        call: &'static str,
        when: usize,
    },
    /// strace only counts the calls, in this file.
    Count(PathBuf),
}

/// A running program. Dropping it kills it.
pub struct Program {
    child: Child,
    port: u16,
    /// Where its own words went.
    said: PathBuf,
}

impl Program {
    /// Starts `binary COMMAND --listen 127.0.0.1:PORT --data FOLDER ARGUMENTS` and waits until it answers. None where
    /// it died before: with a kill at an early write it does.
    pub fn start(
        binary: &Path,
        command: &str,
        data: &Path,
        arguments: &[&str],
        watch: &Watch,
    ) -> Option<Program> {
        let port = free_port();
        let said = data.with_extension("said");
        let words = File::create(&said).expect("a file beside the data folder");
        let mut call = watched(binary, watch);
        call.args([command, "--listen", &format!("127.0.0.1:{port}"), "--data"])
            .arg(data)
            .args(arguments)
            .stdin(Stdio::null())
            .stdout(words.try_clone().expect("a second handle"))
            .stderr(words);
        let child = call.spawn().expect("the program starts");
        let mut program = Program { child, port, said };
        let visitor = program.visitor();
        for _ in 0..12_000 {
            if visitor.get("/health").is_ok_and(|page| page.status == 200) {
                return Some(program);
            }
            if program.child.try_wait().expect("a child to ask after").is_some() {
                let killed = matches!(watch, Watch::KillAt { .. });
                assert!(killed, "the program did not start:\n{}", program.said());
                return None;
            }
            thread::sleep(Duration::from_millis(10));
        }
        panic!("the program did not answer within two minutes:\n{}", program.said());
    }

    /// Somebody new, who has no cookie yet.
    pub fn visitor(&self) -> Visitor {
        Visitor::at(self.port)
    }

    /// What it printed so far.
    pub fn said(&self) -> String {
        fs::read_to_string(&self.said).unwrap_or_default()
    }

    /// Waits until it has ended by itself, as one that is killed at a write does.
    pub fn ended(&mut self) -> ExitStatus {
        self.child.wait().expect("a child to wait for")
    }

    /// Kills it at once, wherever it is.
    pub fn kill(&mut self) {
        signal(self.pid(), "KILL");
        self.ended();
    }

    /// Asks it to stop and waits until it has.
    pub fn stop(mut self) -> ExitStatus {
        signal(self.pid(), "TERM");
        self.ended()
    }

    /// The program's own process, below strace where that watches it.
    fn pid(&self) -> u32 {
        let parent = self.child.id();
        let below = fs::read_to_string(format!("/proc/{parent}/task/{parent}/children"));
        below.ok().and_then(|below| below.split_whitespace().next()?.parse().ok()).unwrap_or(parent)
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        if matches!(self.child.try_wait(), Ok(None)) {
            signal(self.pid(), "KILL");
            let _ = self.child.wait();
        }
    }
}

fn watched(binary: &Path, watch: &Watch) -> Command {
    let mut call = match watch {
        Watch::Nobody => return Command::new(binary),
        _ => Command::new("strace"),
    };
    match watch {
        Watch::Nobody => {}
        Watch::Everything(log) => {
            call.args(trace::arguments(log));
        }
        Watch::KillAt { call: name, when } => {
            // Not with --seccomp-bpf: strace 6.1 then kills nobody.
            let inject = format!("inject={name}:signal=KILL:when={when}");
            call.args(["-f", "-qq", "-o", "/dev/null", "-e", "signal=none"]);
            call.args(["-e", &format!("trace={name}"), "-e", &inject]);
        }
        Watch::Count(log) => {
            call.args([
                "-f",
                "-qq",
                "-e",
                "signal=none",
                "-e",
                "trace=pwrite64,fsync,fdatasync,sendto",
                "-o",
            ])
            .arg(log);
        }
    }
    call.arg("--").arg(binary);
    call
}

fn signal(pid: u32, name: &str) {
    // It may have gone by itself in the meantime.
    let _ =
        Command::new("kill").args(["-s", name, &pid.to_string()]).stderr(Stdio::null()).status();
}

fn free_port() -> u16 {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port");
    listener.local_addr().expect("its number").port()
}

/// Copies a folder with all it holds.
pub fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder to copy to");
    for entry in fs::read_dir(from).expect("a folder to copy").map(|entry| entry.expect("an entry"))
    {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).expect("a file to copy");
        }
    }
}
