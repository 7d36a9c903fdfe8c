//! The program itself on these records: how long until it answers, how much memory it rests on.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use anyhow::Context;

use crate::{Figure, started};

/// Starts the built program a few times and looks at it.
pub async fn measure(url: &str, folder: &Path) -> anyhow::Result<Vec<Figure>> {
    let program = std::env::current_exe()?.with_file_name("redress");
    if !program.exists() {
        return Ok(vec![Figure {
            what: "start-up and memory".to_owned(),
            value: "not measured: build the program first (cargo build --release)".to_owned(),
        }]);
    }
    let mut times = Vec::new();
    let mut resting = 0;
    for _ in 0..5 {
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let begin = started();
        let mut child = start(&program, url, folder, port)?;
        let answered = answers(port);
        times.push(begin.elapsed());
        std::thread::sleep(Duration::from_secs(1));
        resting = memory(child.id(), "VmRSS:").unwrap_or(0);
        child.kill()?;
        child.wait()?;
        answered?;
    }
    Ok(vec![
        Figure { what: "start until the first answer".to_owned(), value: crate::spread(times) },
        Figure { what: "memory at rest".to_owned(), value: format!("{} MB", resting / 1024) },
    ])
}

fn start(program: &Path, url: &str, folder: &Path, port: u16) -> anyhow::Result<Child> {
    let mut command = Command::new(program);
    command.arg("serve").arg("--listen").arg(format!("127.0.0.1:{port}"));
    command.arg("--data").arg(folder);
    if url.starts_with("postgres") {
        command.arg("--database").arg(url);
    }
    command.stdout(Stdio::null()).stderr(Stdio::null());
    command.spawn().context("the program does not start")
}

fn answers(port: u16) -> anyhow::Result<()> {
    for _ in 0..2000 {
        if let Ok(mut stream) = TcpStream::connect(("127.0.0.1", port)) {
            stream.write_all(
                b"GET /health HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n",
            )?;
            let mut answer = String::new();
            stream.read_to_string(&mut answer)?;
            if answer.starts_with("HTTP/1.1 200") {
                return Ok(());
            }
        }
        std::thread::sleep(Duration::from_millis(2));
    }
    anyhow::bail!("the program did not answer")
}

/// Memory in kB, as the kernel counts it: `VmRSS:` now, `VmHWM:` at its peak.
pub fn memory(pid: u32, which: &str) -> Option<u64> {
    let status = std::fs::read_to_string(format!("/proc/{pid}/status")).ok()?;
    let line = status.lines().find(|line| line.starts_with(which))?;
    line.split_whitespace().nth(1)?.parse().ok()
}
