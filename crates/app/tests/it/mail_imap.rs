//! The mailbox, read from a real IMAP server: Debian's dovecot, started here for one test, as nobody
//! in particular, on a port of this machine alone.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant, SystemTime};

use redress::config::Mailbox;
use redress::desk::london_day;
use redress::worker::mailbox::{Looked, Trouble, Watched};
use redress_domain::clock::Status;
use redress_store::dispatch::State;
use redress_store::mail::{self, Outcome};
use redress_testkit::world::World;
use tempfile::TempDir;

use crate::desk_post::status;
use crate::mail_bounces::{bounced, left_by_email};
use crate::mail_out::only;

/// A mail server of its own.
struct Dovecot {
    child: Child,
    folder: TempDir,
    port: u16,
}

/// Nobody, where the tests run as root; dovecot serves no mail as root.
const NOBODY: &str = "65534";

fn done(command: &mut Command) -> bool {
    command.stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|it| it.success())
}

fn is_root() -> bool {
    let said = Command::new("id").arg("-u").output().unwrap();
    String::from_utf8_lossy(&said.stdout).trim() == "0"
}

impl Dovecot {
    /// Starts it; none where this machine has no dovecot, which is said.
    fn start() -> Option<Dovecot> {
        let program = Path::new("/usr/sbin/dovecot");
        if !program.is_file() {
            eprintln!("NOT SHOWN: dovecot is not here (Debian: apt-get install dovecot-imapd)");
            return None;
        }
        let folder = tempfile::tempdir().unwrap();
        let at = folder.path();
        assert!(done(Command::new("openssl").current_dir(at).args([
            "req",
            "-x509",
            "-newkey",
            "ec",
            "-pkeyopt",
            "ec_paramgen_curve:prime256v1",
            "-nodes",
            "-keyout",
            "key.pem",
            "-out",
            "cert.pem",
            "-days",
            "30",
            "-subj",
            "/CN=localhost",
            "-addext",
            "basicConstraints=critical,CA:FALSE",
            "-addext",
            "subjectAltName=DNS:localhost",
        ])));
        let free = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        let port = free.local_addr().unwrap().port();
        drop(free);
        let (user, group) = if is_root() {
            ("nobody".to_owned(), "nogroup".to_owned())
        } else {
            let name = |flag| {
                let said = Command::new("id").arg(flag).output().unwrap();
                String::from_utf8_lossy(&said.stdout).trim().to_owned()
            };
            (name("-un"), name("-gn"))
        };
        let settings = SETTINGS
            .replace("AT", at.to_str().unwrap())
            .replace("USER", &user)
            .replace("GROUP", &group)
            .replace("PORT", &port.to_string());
        std::fs::write(at.join("dovecot.conf"), settings).unwrap();
        std::fs::write(at.join("password"), "secret\n").unwrap();
        for name in ["complaints", "other"] {
            for part in ["new", "cur", "tmp"] {
                std::fs::create_dir_all(at.join("mail").join(name).join(part)).unwrap();
            }
        }
        let mut command = if is_root() {
            assert!(done(Command::new("chown").arg("-R").arg("nobody:nogroup").arg(at)));
            let mut command = Command::new("setpriv");
            command.args([&format!("--reuid={NOBODY}"), &format!("--regid={NOBODY}")]);
            command.args(["--clear-groups", "/usr/sbin/dovecot"]);
            command
        } else {
            Command::new(program)
        };
        let child = command
            .args(["-F", "-c"])
            .arg(at.join("dovecot.conf"))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let dovecot = Dovecot { child, folder, port };
        #[expect(clippy::disallowed_methods, reason = "a real server is waited for")]
        let since = Instant::now();
        while std::net::TcpStream::connect(("127.0.0.1", port)).is_err() {
            let log = std::fs::read_to_string(dovecot.folder.path().join("log"));
            assert!(since.elapsed() < Duration::from_secs(20), "dovecot did not start: {log:?}");
            std::thread::sleep(Duration::from_millis(50));
        }
        Some(dovecot)
    }

    fn user(&self, user: &str) -> PathBuf {
        self.folder.path().join("mail").join(user)
    }

    /// Puts a message where new mail lies, as delivery does.
    fn deliver(&self, user: &str, name: &str, raw: &str) {
        let path = self.user(user).join("new").join(format!("{name}.M1.host"));
        std::fs::write(&path, raw.replace('\n', "\r\n")).unwrap();
        if is_root() {
            assert!(done(Command::new("chown").arg("nobody:nogroup").arg(&path)));
        }
    }

    fn mailbox(&self, user: &str) -> Mailbox {
        Mailbox {
            landlord: "rowan-homes".to_owned(),
            address: "complaints@rowan.example".to_owned(),
            server: "localhost".to_owned(),
            port: Some(self.port),
            user: Some(user.to_owned()),
            password_file: self.folder.path().join("password"),
            folder: "INBOX".to_owned(),
            done: None,
            every_seconds: 60,
            ca_file: Some(self.folder.path().join("cert.pem")),
        }
    }

    /// How many messages lie in a folder of somebody's.
    fn lying(&self, user: &str, folder: &str) -> usize {
        let at = self.user(user).join(folder);
        let parts = ["new", "cur"].map(|part| std::fs::read_dir(at.join(part)));
        parts.into_iter().flatten().map(Iterator::count).sum()
    }
}

impl Drop for Dovecot {
    fn drop(&mut self) {
        // It takes its own children along.
        let _ = Command::new("kill").arg(self.child.id().to_string()).status();
        let _ = self.child.wait();
    }
}

const SETTINGS: &str = "base_dir = AT/run
state_dir = AT/state
log_path = AT/log
protocols = imap
listen = 127.0.0.1
default_internal_user = USER
default_internal_group = GROUP
default_login_user = USER
first_valid_uid = 1
ssl = required
ssl_cert = <AT/cert.pem
ssl_key = <AT/key.pem
mail_location = maildir:AT/mail/%u
passdb {
  driver = static
  args = password=secret
}
userdb {
  driver = static
  args = uid=USER gid=GROUP home=AT/mail/%u
}
service imap-login {
  chroot =
  inet_listener imap {
    port = 0
  }
  inet_listener imaps {
    port = PORT
    ssl = yes
  }
}
service anvil {
  chroot =
}
service stats {
  chroot =
}
service auth-worker {
  user = USER
}
";

fn letter(n: usize) -> String {
    format!(
        "From: Joyce <joyce{n}@people.example>\nTo: complaints@rowan.example\nSubject: Damp {n}\n\n\
         The damp is back, number {n}.\n"
    )
}

const AWAY: &str = "From: joyce@people.example\nTo: complaints@rowan.example\n\
                    Subject: Automatic reply: hello\nAuto-Submitted: auto-replied\n\nAway.\n";

async fn count(world: &World, outcome: Outcome) -> usize {
    let db = &world.app.desk.db;
    mail::list_open(db, &world.scope, outcome, 1_000).await.unwrap().len()
}

#[tokio::test]
async fn what_lies_in_the_mailbox_is_taken_once_with_the_time_it_arrived() {
    let Some(dovecot) = Dovecot::start() else { return };
    let world = World::new().await;
    let mut watched = Watched::new(dovecot.mailbox("complaints"));
    assert_eq!(watched.look(&world.app.desk).await.unwrap(), Looked::default());
    dovecot.deliver("complaints", "1", &letter(1));
    dovecot.deliver("complaints", "2", AWAY);
    dovecot.deliver("complaints", "3", "no mail at all");
    // It arrived on Saturday 5 April 2025, while nobody looked.
    let saturday = SystemTime::UNIX_EPOCH + Duration::from_secs(1_743_850_800);
    let file = dovecot.user("complaints").join("new/1.M1.host");
    std::fs::File::options().write(true).open(file).unwrap().set_modified(saturday).unwrap();
    let looked = watched.look(&world.app.desk).await.unwrap();
    assert_eq!(looked, Looked { taken: 3, again: 0, failed: 0 });
    assert_eq!(watched.look(&world.app.desk).await.unwrap(), Looked::default(), "marked");
    // Somebody who looks for the first time finds the marks as well.
    let mut another = Watched::new(dovecot.mailbox("complaints"));
    assert_eq!(another.look(&world.app.desk).await.unwrap(), Looked::default());
    assert_eq!(dovecot.lying("complaints", ""), 3, "nothing was deleted");
    let kinds = [Outcome::Contact, Outcome::Machine, Outcome::Held];
    for kind in kinds {
        assert_eq!(count(&world, kind).await, 1, "{kind:?}");
    }
    let rows = mail::list_open(&world.app.desk.db, &world.scope, Outcome::Contact, 10).await;
    let arrived = rows.unwrap()[0].arrived_at;
    assert_eq!(london_day(arrived).to_string(), "2025-04-05");
}

#[tokio::test]
async fn a_bounce_that_lies_in_the_mailbox_opens_the_clock_of_its_letter_again() {
    let Some(dovecot) = Dovecot::start() else { return };
    let mut world = World::new().await;
    let (re, sent) = left_by_email(&mut world).await;
    assert_eq!(status(&world, &re, "acknowledgement/1").await.0, Status::Met);
    dovecot.deliver("complaints", "1", &bounced(&sent));
    let mut watched = Watched::new(dovecot.mailbox("complaints"));
    let looked = watched.look(&world.app.desk).await.unwrap();
    assert_eq!(looked, Looked { taken: 1, again: 0, failed: 0 });
    assert_eq!(status(&world, &re, "acknowledgement/1").await.0, Status::Running);
    assert_eq!(only(&world, &re).await.state, State::Failed);
}

#[tokio::test]
async fn a_message_that_fails_three_times_is_held_with_its_reason_and_the_next_one_is_taken() {
    let Some(dovecot) = Dovecot::start() else { return };
    let home = tempfile::tempdir().unwrap();
    let world = World::kept_in(home.path()).await;
    // Where its picture would be kept lies something else: it can never be kept.
    let kept = world.app.desk.files.put_bytes(crate::web_portal::PICTURE).await.unwrap();
    let files = home.path().join("files");
    let place = walk(&files).into_iter().find(|it| it.ends_with(&kept.sha256)).unwrap();
    std::fs::remove_file(&place).unwrap();
    std::fs::create_dir(&place).unwrap();
    let poisoned = format!(
        "From: Joyce <joyce@people.example>\nTo: complaints@rowan.example\nSubject: Leak\n\
         MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=m\n\n--m\n\nSee the file.\n\
         --m\nContent-Type: image/png; name=\"leak.png\"\nContent-Transfer-Encoding: base64\n\
         Content-Disposition: attachment; filename=\"leak.png\"\n\n{PICTURE_IN_BASE_64}\n--m--\n"
    );
    dovecot.deliver("complaints", "1", &poisoned);
    let mut watched = Watched::new(dovecot.mailbox("complaints"));
    for n in 2..=4 {
        dovecot.deliver("complaints", &n.to_string(), &letter(n));
        let looked = watched.look(&world.app.desk).await.unwrap();
        assert_eq!((looked.taken, looked.failed), (1, 1), "look {n}: the next one is taken");
        assert_eq!(count(&world, Outcome::Held).await, 0, "look {n}: it is tried again");
    }
    let looked = watched.look(&world.app.desk).await.unwrap();
    assert_eq!(looked, Looked { taken: 1, again: 0, failed: 0 });
    let [held] = mail::list_open(&world.app.desk.db, &world.scope, Outcome::Held, 10)
        .await
        .unwrap()
        .try_into()
        .unwrap();
    assert_eq!(held.why, "failed");
    let dan = world.sign_in(redress_domain::vocabulary::Role::ContactCentre).await;
    let page = dan.get("/mail").await;
    assert_eq!(page.h1(), "E-mail: 1 held for a person");
    assert!(page.words().contains("Taking it in failed three times"), "{}", page.words());
    let one = dan.get(&format!("/mail/{}", held.id)).await;
    assert!(one.words().contains("See the file."), "the original is whole: {}", one.words());
    assert_eq!(watched.look(&world.app.desk).await.unwrap(), Looked::default(), "and not again");
}

const PICTURE_IN_BASE_64: &str = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1Pe";

/// Every file under a folder.
fn walk(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap().flatten() {
        let path = entry.path();
        if path.is_dir() { found.extend(walk(&path)) } else { found.push(path) }
    }
    found
}

#[tokio::test]
async fn a_message_moves_only_after_it_is_on_record_and_each_landlord_has_its_own() {
    let Some(dovecot) = Dovecot::start() else { return };
    let world = World::new().await;
    let neighbour = world.neighbour().await;
    dovecot.deliver("complaints", "1", &letter(1));
    dovecot.deliver("other", "1", &letter(1));
    let moving = |user: &str, landlord: &str| Mailbox {
        done: Some("Taken".to_owned()),
        landlord: landlord.to_owned(),
        ..dovecot.mailbox(user)
    };
    // A landlord nobody knows: the message stays where it is, unmarked.
    let nobody = moving("complaints", "nobody-homes");
    let trouble = Watched::new(nobody).look(&world.app.desk).await.unwrap_err();
    assert!(matches!(trouble, Trouble::Settings(_)), "{trouble}");
    assert_eq!(dovecot.lying("complaints", ""), 1);
    let mut ours = Watched::new(moving("complaints", world.scope.landlord()));
    let mut theirs = Watched::new(moving("other", neighbour.landlord()));
    assert_eq!(ours.look(&world.app.desk).await.unwrap().taken, 1);
    assert_eq!(theirs.look(&world.app.desk).await.unwrap().taken, 1);
    assert_eq!((dovecot.lying("complaints", ""), dovecot.lying("complaints", ".Taken")), (0, 1));
    assert_eq!(count(&world, Outcome::Contact).await, 1);
    let there = mail::list_open(&world.app.desk.db, &neighbour, Outcome::Contact, 10).await;
    assert_eq!(there.unwrap().len(), 1, "the same words to another landlord are its own");
    // Somebody moves it back: it comes again and counts once.
    let back = dovecot.user("complaints");
    let lying = ["new", "cur"].map(|part| std::fs::read_dir(back.join(".Taken").join(part)));
    let moved = lying.into_iter().flatten().flatten().next().unwrap().unwrap();
    std::fs::rename(moved.path(), back.join("new/again.M2.host")).unwrap();
    let looked = ours.look(&world.app.desk).await.unwrap();
    assert_eq!((looked.taken, looked.again), (0, 1));
    assert_eq!(count(&world, Outcome::Contact).await, 1);
}

#[tokio::test]
async fn a_wrong_password_or_a_stranger_at_the_door_is_said_and_nothing_more() {
    let Some(dovecot) = Dovecot::start() else { return };
    let world = World::new().await;
    let mailbox = dovecot.mailbox("complaints");
    let untrusted = Mailbox { ca_file: None, ..mailbox.clone() };
    let trouble = Watched::new(untrusted).look(&world.app.desk).await.unwrap_err();
    assert!(matches!(trouble, Trouble::Reach(_)), "{trouble}");
    std::fs::write(&mailbox.password_file, "wrong").unwrap();
    let trouble = Watched::new(mailbox.clone()).look(&world.app.desk).await.unwrap_err();
    assert!(matches!(trouble, Trouble::Password), "{trouble}");
    let ivan = world.sign_in(redress_domain::vocabulary::Role::Administrator).await;
    let page = ivan.get("/connections").await;
    assert_eq!(page.h1(), "Connections: 1 mailbox cannot be read");
    assert!(page.words().contains("The server does not let us in"), "{}", page.words());
    std::fs::write(&mailbox.password_file, "secret\n").unwrap();
    world.later(jiff::SignedDuration::from_mins(1));
    Watched::new(mailbox.clone()).look(&world.app.desk).await.unwrap();
    let page = ivan.get("/connections").await;
    assert_eq!(page.h1(), "Connections");
    assert!(page.words().contains("Is read"), "{}", page.words());
    let away = Mailbox { port: Some(1), ..mailbox };
    assert!(Watched::new(away).look(&world.app.desk).await.is_err());
}

fn redress(folder: &Path) -> Command {
    let mut program = Command::new(env!("CARGO_BIN_EXE_redress"));
    program.env_clear().stdin(Stdio::null()).current_dir(folder);
    program
}

/// How many messages the records know.
async fn known(data: &Path) -> usize {
    let url = format!("sqlite:{}", data.join("redress.db").display());
    let Ok(db) = redress_store::Db::open(&url).await else { return 0 };
    let scope = redress_store::Scope::of("rowan-homes");
    let n = mail::list_open(&db, &scope, Outcome::Contact, 1_000).await.unwrap().len();
    db.close().await;
    n
}

#[tokio::test]
async fn a_program_killed_while_it_takes_mail_in_loses_nothing_and_counts_nothing_twice() {
    let Some(dovecot) = Dovecot::start() else { return };
    let home = tempfile::tempdir().unwrap();
    let data = home.path().join("data");
    let init = redress(home.path())
        .args([
            "init",
            "--landlord",
            "Rowan Homes",
            "--id",
            "rowan-homes",
            "--policy",
            "derive-2024",
        ])
        .args(["--data"])
        .arg(&data)
        .output()
        .unwrap();
    assert!(init.status.success(), "{}", String::from_utf8_lossy(&init.stderr));
    let all = 60;
    for n in 0..all {
        dovecot.deliver("complaints", &n.to_string(), &letter(n));
    }
    let mailbox = dovecot.mailbox("complaints");
    let settings = format!(
        "[[mailbox]]\nlandlord = \"rowan-homes\"\naddress = \"complaints@rowan.example\"\n\
         server = \"localhost\"\nport = {}\nuser = \"complaints\"\npassword-file = {:?}\n\
         ca-file = {:?}\ndone = \"Taken\"\nevery-seconds = 5\n",
        dovecot.port,
        mailbox.password_file,
        mailbox.ca_file.unwrap()
    );
    let config = home.path().join("redress.toml");
    std::fs::write(&config, settings).unwrap();
    let start = || {
        redress(home.path())
            .args(["serve", "--listen", "127.0.0.1:0", "--data"])
            .arg(&data)
            .arg("--config")
            .arg(&config)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap()
    };
    let mut killed = 0;
    for wanted in [5, 18, 33, 50, all] {
        let mut serving = start();
        #[expect(clippy::disallowed_methods, reason = "a real server is waited for")]
        let since = Instant::now();
        while known(&data).await < wanted {
            assert!(
                since.elapsed() < Duration::from_secs(90),
                "{} of {wanted}",
                known(&data).await
            );
            tokio::time::sleep(Duration::from_millis(30)).await;
        }
        if wanted == all {
            while 0 < dovecot.lying("complaints", "") {
                assert!(since.elapsed() < Duration::from_secs(90), "not all were moved");
                tokio::time::sleep(Duration::from_millis(100)).await;
            }
        }
        serving.kill().unwrap();
        serving.wait().unwrap();
        killed += 1;
    }
    assert_eq!(killed, 5);
    assert_eq!(known(&data).await, all);
    assert_eq!((dovecot.lying("complaints", ""), dovecot.lying("complaints", ".Taken")), (0, all));
    let verified = redress(home.path()).args(["verify", "--data"]).arg(&data).output().unwrap();
    let said = String::from_utf8_lossy(&verified.stdout).into_owned();
    assert!(verified.status.success(), "{said}");
    assert!(said.contains(&format!("{all} files")), "an original each: {said}");
}
