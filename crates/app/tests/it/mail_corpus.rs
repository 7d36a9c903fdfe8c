//! Hostile and odd e-mail: whatever comes in ends as a contact, a machine's note or something held,
//! with the original kept, and nothing crashes. Bad input of the issue: rows 33 to 40, 45 and 50.

use std::fmt::Write;
use std::path::{Path, PathBuf};

use redress::desk::mail::Taken;
use redress::mail::kind::Ours;
use redress::mail::read::{self, Mail, Mark};
use redress_store::mail::{self, Outcome};
use redress_testkit::world::World;

/// Takes a message in as the mailbox would.
pub async fn take(world: &World, raw: &[u8]) -> Taken {
    let desk = &world.app.desk;
    let arrived = desk.keep_whole_mail(raw.to_vec(), ("complaints", desk.now())).await.unwrap();
    desk.take_mail(&world.scope, arrived).await.unwrap()
}

fn folder(kind: &str) -> Vec<(PathBuf, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/mail").join(kind);
    let mut files: Vec<(PathBuf, Vec<u8>)> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .map(|path| (path.clone(), std::fs::read(path).unwrap()))
        .collect();
    files.sort();
    files
}

/// The same message as servers pass it on.
fn with_crlf(raw: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut last = 0;
    for byte in raw {
        if *byte == b'\n' && last != b'\r' {
            out.push(b'\r');
        }
        out.push(*byte);
        last = *byte;
    }
    out
}

async fn original(world: &World, raw: &[u8]) -> mail::Mail {
    use sha2::{Digest, Sha256};
    let digest = Sha256::digest(raw);
    let sha256: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
    let row = mail::find_by_hash(&world.app.desk.db, &world.scope, &sha256).await.unwrap();
    let row = row.expect("a line for every message");
    assert_eq!(world.app.desk.files.read(&sha256).await.unwrap(), raw, "kept byte for byte");
    row
}

#[tokio::test]
async fn every_message_ends_where_its_folder_says_and_its_original_is_kept() {
    for world in World::each().await {
        for kind in ["contact", "machine", "held"] {
            for (path, file) in folder(kind) {
                for raw in [file.clone(), with_crlf(&file)] {
                    let taken = take(&world, &raw).await;
                    assert_eq!(taken.outcome.name(), kind, "{}: {}", path.display(), taken.why);
                    assert_eq!(taken.reference.is_some(), kind == "contact", "{}", path.display());
                    original(&world, &raw).await;
                }
            }
        }
    }
}

fn seen(name: &str) -> Mail {
    let (_, raw) = folder("contact")
        .into_iter()
        .find(|(path, _)| path.file_stem().is_some_and(|it| it == name))
        .unwrap();
    read::read(&raw, &Ours::default()).unwrap()
}

#[test]
fn words_survive_their_wrapping() {
    for (name, words) in [
        ("latin-1", "The café below us lost £50"),
        ("windows-1252", "“soon” – that was"),
        ("utf-16", "Mae dŵr yn dod drwy’r to."),
        ("koi8-r", "Лифт не работает."),
        ("shift-jis", "水漏れが直りません。"),
        ("arabic", "المصعد معطل"),
        ("unknown-charset", "The gutter still leaks."),
        ("broken-base64", "The window was never mended, please look"),
        ("broken-quoted-printable", "does not = close"),
        ("html-only", "The lift has been out since Monday."),
        ("alternative", "The bins were not collected."),
        ("passed-on", "The mould in the nursery has come back."),
        ("boundary-missing", "The boiler man never came."),
        ("boundary-never-closed", "It stops in the middle of"),
        ("header-without-colon", "Still a complaint."),
    ] {
        let mail = seen(name);
        assert!(mail.text.contains(words), "{name}: {:?}", mail.text);
    }
    assert_eq!(seen("alternative").text, "The bins were not collected.", "said once");
    assert!(!seen("html-only").text.contains("alert"), "{}", seen("html-only").text);
    assert!(!seen("html-hostile").text.contains("<svg"), "{}", seen("html-hostile").text);
}

#[test]
fn what_a_person_should_know_is_marked() {
    for (name, mark) in [
        ("no-from", Mark::NoSender),
        ("two-from", Mark::NoSender),
        ("from-unreadable", Mark::NoSender),
        ("from-group", Mark::NoSender),
        ("no-words", Mark::NoWords),
        ("no-body", Mark::NoWords),
        ("only-a-photo", Mark::NoWords),
        ("signature-only", Mark::SignatureOnly),
        ("html-only", Mark::FromPage),
        ("wrong-charset", Mark::Damaged),
        ("broken-base64", Mark::Damaged),
        ("nul-and-controls", Mark::Damaged),
        ("reply-elsewhere", Mark::AnswersElsewhere),
    ] {
        assert!(seen(name).marks.contains(&mark), "{name}: {:?}", seen(name).marks);
    }
    assert_eq!(seen("plain").marks, []);
    for name in ["archive", "winmail", "program", "encrypted", "pgp"] {
        let mail = seen(name);
        assert!(!mail.held.is_empty(), "{name}");
        assert!(mail.files.is_empty(), "{name} hands out nothing");
    }
    assert_eq!(seen("photo-and-words").files.len(), 1);
    assert_eq!(seen("photo-and-words").files[0].name, "ceiling.png");
    assert!(!seen("no-from").answerable && !seen("null-return-path").answerable);
    assert!(seen("plain").answerable);
}

#[tokio::test]
async fn a_virus_test_file_is_held_and_the_complaint_stands() {
    let world = World::new().await;
    let halves = ["X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-", "ANTIVIRUS-TEST-FILE!$H+H*"];
    let raw = format!(
        "From: joyce@people.example\nSubject: Bill\nMIME-Version: 1.0\n\
         Content-Type: multipart/mixed; boundary=m\n\n--m\n\nSee the bill.\n--m\n\
         Content-Type: text/plain; name=\"bill.txt\"\nContent-Disposition: attachment; \
         filename=\"bill.txt\"\n\n{}{}\n--m--\n",
        halves[0], halves[1]
    );
    let taken = take(&world, raw.as_bytes()).await;
    assert_eq!(taken.outcome, Outcome::Contact);
    let signed = redress::desk::Signed::mailbox(world.scope.clone());
    let case = world.app.desk.case(&signed, &taken.reference.unwrap()).await.unwrap();
    let told =
        format!("{:?}", case.history.iter().map(|it| it.happened.event.name()).collect::<Vec<_>>());
    assert!(!told.contains("file-attached"), "{told}");
    let row = original(&world, raw.as_bytes()).await;
    assert!(row.notes.contains("Held back: bill.txt"), "{}", row.notes);
}

#[tokio::test]
async fn the_same_message_again_counts_once() {
    for world in World::each().await {
        let raw = b"From: joyce@people.example\nSubject: Damp\n\nNo id on this one.\n";
        let first = take(&world, raw).await;
        world.later(jiff::SignedDuration::from_hours(30));
        let second = take(&world, raw).await;
        assert_eq!((first.again, second.again), (false, true));
        assert_eq!(first.reference, second.reference);
        let rows = mail::list_open(&world.app.desk.db, &world.scope, Outcome::Contact, 10).await;
        assert_eq!(rows.unwrap().len(), 1);
    }
}

#[tokio::test]
async fn the_day_of_receipt_is_the_day_of_arrival_whatever_the_message_says() {
    let world = World::new().await;
    let signed = redress::desk::Signed::mailbox(world.scope.clone());
    for name in ["date-1970", "date-2099", "date-nonsense"] {
        let (_, raw) = folder("contact")
            .into_iter()
            .find(|(path, _)| path.file_stem().is_some_and(|it| it == name))
            .unwrap();
        let taken = take(&world, &raw).await;
        let case = world.app.desk.case(&signed, &taken.reference.unwrap()).await.unwrap();
        assert_eq!(case.complaint.received_on, world.today(), "{name}");
    }
}

fn parts(n: usize) -> String {
    let mut text = "From: a@people.example\nSubject: Many\nMIME-Version: 1.0\n\
                    Content-Type: multipart/mixed; boundary=m\n\n"
        .to_owned();
    for at in 0..n {
        write!(text, "--m\nContent-Type: text/plain\n\nPart {at}.\n").unwrap();
    }
    text + "--m--\n"
}

fn nested(n: usize, kind: &str) -> String {
    let mut text = "From: a@people.example\nSubject: Deep\nMIME-Version: 1.0\n".to_owned();
    for at in 0..n {
        match kind {
            "parts" => {
                write!(text, "Content-Type: multipart/mixed; boundary=b{at}\n\n--b{at}\n").unwrap();
            }
            _ => write!(text, "Content-Type: message/rfc822\n\nSubject: {at}\n").unwrap(),
        }
    }
    text + "Content-Type: text/plain\n\nAt the bottom.\n"
}

#[tokio::test]
async fn large_and_deep_messages_end_as_contacts_or_held_and_the_next_one_goes_on() {
    let world = World::new().await;
    let big = format!(
        "From: a@people.example\nSubject: Film\nMIME-Version: 1.0\nContent-Type: multipart/mixed; \
         boundary=m\n\n--m\n\nThe film shows it.\n--m\nContent-Type: text/plain; name=\"log.txt\"\n\
         Content-Disposition: attachment; filename=\"log.txt\"\n\n{}\n--m--\n",
        "0123456789abcdef\n".repeat(25 * 1024 * 1024 / 17)
    );
    let page = format!(
        "From: a@people.example\nSubject: Page\nContent-Type: text/html\n\n{}no heating",
        "<div>".repeat(200_000)
    );
    let cases: Vec<(&str, Vec<u8>, &str)> = vec![
        ("300 parts", parts(300).into_bytes(), "contact"),
        ("100,000 parts", parts(100_000).into_bytes(), "held"),
        ("30 deep", nested(29, "parts").into_bytes(), "contact"),
        ("10,000 deep", nested(10_000, "parts").into_bytes(), "held"),
        ("10,000 messages deep", nested(10_000, "messages").into_bytes(), "held"),
        ("25 MB", big.into_bytes(), "contact"),
        ("51 MB", vec![b'x'; 51 * 1024 * 1024], "held"),
        ("a page nested without end", page.into_bytes(), "contact"),
        (
            "a header without end",
            format!("From: a@people.example\nSubject: {}\n\nx\n", "y".repeat(100_000)).into_bytes(),
            "held",
        ),
        (
            "a long line",
            format!("From: a@people.example\nSubject: Line\n\n{}", "z".repeat(20_000_000))
                .into_bytes(),
            "contact",
        ),
        (
            "many addresses",
            format!(
                "From: a@people.example\nTo: {}b@x.example\n\nHello.\n",
                "b@x.example, ".repeat(3_000)
            )
            .into_bytes(),
            "contact",
        ),
    ];
    for (name, raw, outcome) in cases {
        let taken = take(&world, &raw).await;
        assert_eq!(taken.outcome.name(), outcome, "{name}: {}", taken.why);
        original(&world, &raw).await;
        let next = format!("From: b@people.example\nSubject: After {name}\n\nThe next one.\n");
        assert_eq!(take(&world, next.as_bytes()).await.outcome, Outcome::Contact);
    }
}

/// Numbers that come back the same each time.
struct Chance(u64);

impl Chance {
    fn next(&mut self, below: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % below.max(1) as u64).unwrap()
    }
}

fn mutated(raw: &[u8], other: &[u8], chance: &mut Chance) -> Vec<u8> {
    let mut out = raw.to_vec();
    for _ in 0..=chance.next(4) {
        let at = chance.next(out.len());
        match chance.next(6) {
            0 if !out.is_empty() => out[at] ^= 1 << chance.next(8),
            1 => out.truncate(at),
            2 => out.extend_from_slice(&other[chance.next(other.len())..]),
            3 => {
                let end = (at + chance.next(200)).min(out.len());
                let piece = out[at..end].to_vec();
                out.splice(at..at, piece);
            }
            4 => {
                let end = (at + chance.next(50)).min(out.len());
                out.drain(at..end);
            }
            _ => {
                let odd: [&[u8]; 8] = [
                    b"\0",
                    b"\r",
                    b"\n\n",
                    b"--",
                    b"=?utf-8?B?",
                    b"\xff\xfe",
                    b"Content-Type: message/rfc822\n\n",
                    b"Content-Transfer-Encoding: base64\n",
                ];
                let piece = odd[chance.next(odd.len())];
                out.splice(at..at, piece.iter().copied());
            }
        }
    }
    out
}

#[tokio::test]
async fn a_thousand_mutations_are_all_answered() {
    let world = World::new().await;
    let corpus: Vec<Vec<u8>> =
        ["contact", "machine", "held"].into_iter().flat_map(folder).map(|(_, raw)| raw).collect();
    let mut chance = Chance(0x5eed_2025_0407);
    let mut ends = std::collections::BTreeMap::new();
    for n in 0..1_000 {
        let raw = &corpus[chance.next(corpus.len())];
        let other = &corpus[chance.next(corpus.len())];
        let mutant = mutated(raw, other, &mut chance);
        // Every tenth goes all the way in; the others are read as they would be.
        if n % 10 == 0 {
            let taken = take(&world, &mutant).await;
            assert_ne!(taken.why, "broke", "mutation {n} broke the reading");
            *ends.entry(taken.outcome.name()).or_insert(0) += 1;
            original(&world, &mutant).await;
        } else {
            let read = redress::desk::mail::keeping::read_apart(mutant, Ours::default()).await;
            assert_ne!(read.err(), Some(read::Unreadable::Broke), "mutation {n} broke the reading");
        }
    }
    assert!(ends.contains_key("contact"), "{ends:?}");
}
