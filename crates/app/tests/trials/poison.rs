//! Figure 15: poisoned mail taken in by the real program. Everything ends as something, the next
//! good message is never long in coming, and the program does not go down. Without the limits it
//! does.

use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use redress_testkit::fault::chance::Chance;

use crate::{clerk, program, setting, tries};

/// The longest that a good message may wait behind a poisoned one.
const LONGEST: Duration = Duration::from_secs(60);
/// How deep the parts of the worst message stand within each other.
const DEEP: usize = 10_000;
/// Says to this very program that it is the one that goes without limits.
const WITHOUT_LIMITS: &str = "REDRESS_TRIAL_WITHOUT_LIMITS";

fn corpus() -> Vec<PathBuf> {
    let all = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/mail");
    let mut found = Vec::new();
    for kind in ["contact", "machine", "held"] {
        let files = std::fs::read_dir(all.join(kind)).expect("the held mail");
        found.extend(files.flatten().map(|entry| entry.path()));
    }
    found.sort();
    found
}

fn nested(kind: &str) -> String {
    let mut text = "From: a@people.example\nSubject: Deep\nMIME-Version: 1.0\n".to_owned();
    for at in 0..DEEP {
        text += &match kind {
            "parts" => format!("Content-Type: multipart/mixed; boundary=b{at}\n\n--b{at}\n"),
            _ => format!("Content-Type: message/rfc822\n\nSubject: {at}\n"),
        };
    }
    text + "Content-Type: text/plain\n\nAt the bottom.\n"
}

fn mutated(raw: &[u8], other: &[u8], chance: &mut Chance) -> Vec<u8> {
    let mut out = raw.to_vec();
    for _ in 0..=chance.below(4) {
        let at = chance.below(out.len() + 1);
        match chance.below(4) {
            0 => out.truncate(at),
            1 => out.extend_from_slice(&other[chance.below(other.len() + 1)..]),
            2 => {
                let end = (at + chance.below(50)).min(out.len());
                out.drain(at..end);
            }
            _ => {
                let odd: [&[u8]; 5] = [
                    b"\0",
                    b"\n\n",
                    b"=?utf-8?B?",
                    b"\xff\xfe",
                    b"Content-Type: message/rfc822\n\n",
                ];
                let piece = odd[chance.below(odd.len())];
                out.splice(at..at, piece.iter().copied());
            }
        }
    }
    out
}

/// Writes the poisoned messages with a good one behind each, and gives them in that order.
fn poison(folder: &Path) -> Vec<PathBuf> {
    let corpus: Vec<Vec<u8>> =
        corpus().iter().map(|path| std::fs::read(path).expect("a held mail")).collect();
    let mut bad: Vec<Vec<u8>> = corpus.clone();
    let mut chance = Chance::seeded(15);
    for _ in 0..tries(60, 340).min(1_000) {
        let (one, other) = (chance.below(corpus.len()), chance.below(corpus.len()));
        bad.push(mutated(&corpus[one], &corpus[other], &mut chance));
    }
    bad.push(nested("parts").into_bytes());
    bad.push(nested("messages").into_bytes());
    let mut files = Vec::new();
    for (n, raw) in bad.iter().enumerate() {
        let good = format!(
            "From: Joyce <joyce{n}@people.example>\nTo: complaints@rowan.example\n\
             Subject: After {n}\n\nThe next one.\n"
        );
        for (kind, raw) in [("bad", raw.as_slice()), ("good", good.as_bytes())] {
            let path = folder.join(format!("{n:05}-{kind}.eml"));
            std::fs::write(&path, raw).expect("a message");
            files.push(path);
        }
    }
    files
}

/// Takes messages in and gives what is said of each, with how long it took.
#[expect(clippy::disallowed_methods, reason = "a real program is watched by the clock on the wall")]
fn taken(
    data: &Path,
    files: &[PathBuf],
    input: impl FnOnce(&mut dyn Write),
) -> Vec<(String, Duration)> {
    let mut program = Command::new(program())
        .args(["mail", "take", "--data"])
        .arg(data)
        .args(files)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::inherit())
        .spawn()
        .expect("the program");
    let mut since = Instant::now();
    input(&mut program.stdin.take().expect("its input"));
    let said = BufReader::new(program.stdout.take().expect("what it says"));
    let mut lines = Vec::new();
    for line in said.lines() {
        lines.push((line.expect("a line"), since.elapsed()));
        since = Instant::now();
    }
    assert!(program.wait().expect("its end").success(), "the program went down");
    lines
}

#[test]
fn poisoned_mail_ends_as_something_and_the_next_good_message_is_soon_taken() {
    let home = tempfile::tempdir().expect("a folder");
    let data = home.path().join("data");
    redress_testkit::fault::program::copy(clerk::office(), &data);
    let mail = home.path().join("mail");
    std::fs::create_dir(&mail).expect("a folder");
    let files = poison(&mail);
    let lines = taken(&data, &files, |_| {});
    assert_eq!(lines.len(), files.len(), "every message is answered");
    let mut longest = Duration::ZERO;
    for (file, (line, took)) in files.iter().zip(&lines) {
        let said: serde_json::Value = serde_json::from_str(line).expect("a line of JSON");
        let outcome = said["outcome"].as_str().unwrap_or_default();
        assert!(["contact", "joined", "machine", "held"].contains(&outcome), "{line}");
        assert_ne!(said["why"], "it could not be read", "the reading broke: {line}");
        if file.to_string_lossy().ends_with("good.eml") {
            assert_eq!(outcome, "contact", "{line}");
            longest = longest.max(*took);
        }
    }
    assert!(longest < LONGEST, "a good message waited {longest:?}");
    // One line without an end: a gigabyte of it where trials are made in earnest.
    let megabytes = if setting("REDRESS_TRIALS").is_some() { 1_024 } else { 64 };
    let endless = taken(&data, &[PathBuf::from("-")], |to| {
        let piece = vec![b'x'; 1024 * 1024];
        let _ = to.write_all(b"From: a@people.example\nSubject: ");
        for _ in 0..megabytes {
            to.write_all(&piece).expect("it reads on");
        }
    });
    assert!(endless[0].0.contains("\"held\""), "{}", endless[0].0);
    assert!(endless[0].1 < LONGEST, "{:?}", endless[0].1);
    let after = mail.join("after.eml");
    std::fs::write(&after, "From: b@people.example\nSubject: After\n\nStill here.\n")
        .expect("mail");
    let next = taken(&data, &[after], |_| {});
    assert!(next[0].0.contains("\"contact\"") && next[0].1 < LONGEST, "{next:?}");
    println!("{} messages; a good one was taken after {longest:?} at the longest", files.len());
}

/// The control: the same message without limits takes the program down that reads it.
#[test]
fn without_limits_a_nested_message_takes_the_reader_down() {
    if setting(WITHOUT_LIMITS).is_some() {
        // In a process of its own, and in a thread like that of a request.
        let deep = nested("messages");
        let reading = std::thread::Builder::new().stack_size(256 * 1024).spawn(move || {
            mail_parser::MessageParser::default().parse(deep.as_bytes()).map(|it| it.parts.len())
        });
        let _ = reading.expect("a thread").join();
        return;
    }
    let this = std::env::current_exe().expect("this program");
    let name = "poison::without_limits_a_nested_message_takes_the_reader_down";
    let ended = Command::new(this)
        .args(["--exact", name])
        .env(WITHOUT_LIMITS, "1")
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .expect("its end");
    assert!(!ended.success(), "the parser bore it: the limits are not what keeps the program up");
}
