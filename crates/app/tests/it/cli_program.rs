//! The program itself, in a process of its own: environment, signals, logs, a reader that leaves.

use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};

fn program() -> Command {
    let mut program = Command::new(env!("CARGO_BIN_EXE_redress"));
    program.env_clear().stdin(Stdio::null());
    program
}

fn asked(program: &mut Command) -> Output {
    program.output().unwrap()
}

/// `serve` on a free port, once it says where it answers.
struct Serving {
    child: Child,
    address: String,
}

impl Serving {
    fn start(data: &Path, more: &[&str]) -> Serving {
        let mut child = program()
            .args(["serve", "--listen", "127.0.0.1:0", "--data"])
            .arg(data)
            .args(more)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut said = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut said).unwrap();
        let address = said.trim().strip_prefix("Redress answers at http://").unwrap().to_owned();
        Serving { child, address }
    }

    fn get(&self, path: &str) -> String {
        use std::io::Write;
        let mut stream = std::net::TcpStream::connect(&self.address).unwrap();
        let host = &self.address;
        write!(stream, "GET {path} HTTP/1.1\r\nhost: {host}\r\nconnection: close\r\n\r\n").unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    }

    /// Sends a signal, waits for the end, and gives status and log.
    fn stop(mut self, signal: &str) -> (Option<i32>, String) {
        let pid = self.child.id().to_string();
        assert!(Command::new("kill").args(["-s", signal, &pid]).status().unwrap().success());
        let status = self.child.wait().unwrap();
        let mut log = String::new();
        self.child.stderr.take().unwrap().read_to_string(&mut log).unwrap();
        (status.code(), log)
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        // Gone already where a test stopped it.
        let _ = self.child.kill();
    }
}

#[test]
fn it_answers_until_it_is_told_to_stop() {
    for signal in ["TERM", "INT"] {
        let folder = tempfile::tempdir().unwrap();
        let serving = Serving::start(folder.path(), &[]);
        assert!(serving.get("/health").starts_with("HTTP/1.1 200 "));
        let (code, log) = serving.stop(signal);
        assert_eq!(code, Some(0), "{log}");
        assert!(log.contains("There is no landlord here yet: run redress init."), "{log}");
        assert!(log.contains("stopped"), "{log}");
    }
}

#[test]
fn a_log_for_machines_is_one_object_a_line() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let founded = asked(program().args(["init", "--landlord", "Rowan Homes", "--data"]).arg(&data));
    assert!(founded.status.success());
    let (code, log) = Serving::start(&data, &["--log", "json"]).stop("TERM");
    assert_eq!(code, Some(0));
    assert!(2 <= log.lines().count(), "{log}");
    for line in log.lines() {
        let line: serde_json::Value = serde_json::from_str(line).unwrap();
        assert!(line["level"].is_string() && line["fields"]["message"].is_string(), "{line}");
    }
}

#[test]
fn the_environment_goes_before_the_file_and_the_command_line_before_both() {
    let folder = tempfile::tempdir().unwrap();
    let config = folder.path().join("redress.toml");
    let [file, surroundings, line] =
        ["file", "environment", "line"].map(|name| folder.path().join(name));
    std::fs::write(&config, format!("data = {:?}\n", file.display().to_string())).unwrap();
    let mut init = program();
    init.args(["init", "--landlord", "Rowan Homes"]).env("REDRESS_CONFIG", &config);
    assert!(asked(&mut init).status.success());
    assert!(file.join("redress.db").exists() && !surroundings.exists());
    init.env("REDRESS_DATA", &surroundings);
    assert!(asked(&mut init).status.success());
    assert!(surroundings.join("redress.db").exists() && !line.exists());
    init.arg("--data").arg(&line);
    assert!(asked(&mut init).status.success());
    assert!(line.join("redress.db").exists());
}

#[test]
fn a_password_in_the_database_s_address_is_not_shown_by_help() {
    let url = "postgres://redress:swordfish@db/redress";
    let help = asked(program().args(["serve", "--help"]).env("REDRESS_DATABASE", url));
    let text = String::from_utf8(help.stdout).unwrap();
    assert!(text.contains("REDRESS_DATABASE"));
    assert!(!text.contains("swordfish"));
}

#[test]
fn a_reader_that_leaves_is_no_fault() {
    let mut child = program()
        .args(["policy", "show", "code-2024", "--json"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut first = [0; 16];
    child.stdout.take().unwrap().read_exact(&mut first).unwrap();
    let done = child.wait_with_output().unwrap();
    assert!(done.status.success());
    assert_eq!(String::from_utf8(done.stderr).unwrap(), "");
}

#[test]
fn an_address_that_is_taken_is_a_fault_with_a_way_out() {
    let folder = tempfile::tempdir().unwrap();
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let mut serve = program();
    serve.args(["serve", "--listen", &address, "--data"]).arg(folder.path());
    let said = asked(&mut serve);
    assert_eq!(said.status.code(), Some(3));
    let err = String::from_utf8(said.stderr).unwrap();
    assert!(err.contains(&format!("fault: cannot listen on {address}: ")), "{err}");
    assert!(err.contains("hint: choose another with --listen"), "{err}");
}

#[cfg(unix)]
#[test]
fn the_folder_of_the_records_is_its_owner_s_alone() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    asked(program().args(["init", "--landlord", "Rowan Homes", "--data"]).arg(&data));
    let mode = std::fs::metadata(&data).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o700);
}
