//! `redress date-moves`: seen, chosen and put in force from the machine, by whoever may; killed in
//! the middle, it goes on.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use jiff::civil::Date;
use redress::cli::place::Settled;
use redress::desk::take_in::Contact;
use redress::desk::{Desk, Signed};
use redress_domain::command::Receive;
use redress_domain::event::Event;
use redress_domain::personal::Words;
use redress_domain::vocabulary::{Channel, Kind};
use redress_store::date_moves::{self, Standing};
use redress_store::{Scope, accounts};

use crate::terminal::redress;

/// A landlord's records in a folder, with people who may and people who may not.
struct House {
    data: PathBuf,
    desk: Desk,
    scope: Scope,
    _folder: tempfile::TempDir,
}

impl House {
    async fn new() -> House {
        let folder = tempfile::tempdir().unwrap();
        let data = folder.path().join("data");
        let shown = data.display().to_string();
        let founded = ["init", "--landlord", "Rowan Homes", "--data", &shown];
        assert_eq!(
            tokio::task::spawn_blocking({
                let founded = founded.map(str::to_owned);
                move || redress(&founded.iter().map(String::as_str).collect::<Vec<_>>()).code
            })
            .await
            .unwrap(),
            0
        );
        for (login, role) in [
            ("dan", "contact-centre"),
            ("amira", "complaints-officer"),
            ("chloe", "complaints-manager"),
            ("sunil", "senior-manager"),
        ] {
            let add = ["user", "add", login, "--name", login, "--role", role, "--data", &shown];
            let add = add.map(str::to_owned);
            let said = tokio::task::spawn_blocking(move || {
                redress(&add.iter().map(String::as_str).collect::<Vec<_>>())
            });
            let said = said.await.unwrap();
            assert_eq!(said.code, 0, "{}", said.err);
        }
        let database = format!("sqlite:{}", data.join("redress.db").display());
        let desk = Settled { data: data.clone(), database }.open().await.unwrap();
        House { data, desk, scope: Scope::of("rowan-homes"), _folder: folder }
    }

    async fn signed(&self, login: &str) -> Signed {
        let found = accounts::find_login(&self.desk.db, &self.scope, login).await.unwrap();
        Signed::staff(self.scope.clone(), found.unwrap().0)
    }

    async fn receive(&self, n: usize) -> String {
        let contact = Contact {
            token: self.desk.token().await.unwrap(),
            receive: Receive {
                channel: Some(Channel::Phone),
                text: Words::said("Nobody came"),
                from: Some(Words::said(format!("Resident {n}"))),
                about: Kind::Complaint,
                ..Receive::default()
            },
            ..Contact::default()
        };
        self.desk.take_in(&self.signed("dan").await, contact).await.unwrap().reference
    }

    /// The next day that counts, closed by a proposal of Chloe's.
    async fn proposal(&self) -> String {
        let around = self.desk.surroundings(&self.scope).await.unwrap();
        let one = redress_domain::calendar::Span::WorkingDays(1);
        let day: Date = around.calendar.reckon(self.desk.today(), one).unwrap().due;
        self.desk.propose(&self.signed("chloe").await, (day, false), "Training day").await.unwrap()
    }

    /// Asks the program, off the thread that the test's own records live on.
    async fn ask(&self, words: &[&str]) -> crate::terminal::Said {
        let mut all: Vec<String> = vec!["date-moves".to_owned()];
        all.extend(words.iter().map(|word| (*word).to_owned()));
        all.extend(["--data".to_owned(), self.data.display().to_string()]);
        let asked = tokio::task::spawn_blocking(move || {
            redress(&all.iter().map(String::as_str).collect::<Vec<_>>())
        });
        asked.await.unwrap()
    }

    async fn standing(&self, id: &str) -> Standing {
        date_moves::find(&self.desk.db, &self.scope, id).await.unwrap().unwrap().standing
    }

    /// How often each case remembers the change.
    async fn entries(&self, references: &[String], id: &str) -> Vec<usize> {
        let chloe = self.signed("chloe").await;
        let mut found = Vec::new();
        for re in references {
            let case = self.desk.case(&chloe, re).await.unwrap();
            let told = case.history.iter().filter(|told| {
                matches!(&told.happened.event, Event::CalendarChanged { change, .. } if change == id)
            });
            found.push(told.count());
        }
        found
    }
}

#[tokio::test]
async fn dates_are_shown_chosen_and_moved_by_whoever_may() {
    let house = House::new().await;
    let none = house.ask(&["list"]).await;
    assert_eq!(none.out, "No change of the calendar has been proposed.\n", "{}", none.err);
    let re = house.receive(1).await;
    let id = house.proposal().await;
    let listed = house.ask(&["list"]).await.out;
    assert!(
        listed.contains("does not count: Training day; proposed by chloe; proposed"),
        "{listed}"
    );
    let shown = house.ask(&["show", &id, "--by", "amira"]).await.out;
    let date = format!("{re}/acknowledgement-1");
    assert!(shown.contains(&format!("{date}  ")) && shown.contains(": moves to "), "{shown}");
    assert!(shown.ends_with("2 dates.\n"), "{shown}");

    let no = house.ask(&["put-in-force", &id, "--by", "amira"]).await;
    assert_eq!(no.code, 1);
    assert!(
        no.err.contains("that role may not put a change of the calendar in force"),
        "{}",
        no.err
    );
    assert!(no.err.contains("complaints manager"), "{}", no.err);
    let own = house.ask(&["put-in-force", &id, "--by", "chloe"]).await;
    assert_eq!(own.code, 1);
    assert!(own.err.contains("whoever proposed it"), "{}", own.err);
    assert_eq!(house.ask(&["put-in-force", &id, "--by", "nobody"]).await.code, 1);
    assert_eq!(house.ask(&["put-in-force", "no-such", "--by", "sunil"]).await.code, 1);
    assert_eq!(house.ask(&["put-in-force", &id]).await.code, 2, "somebody answers for it");

    assert_eq!(house.ask(&["choose", &id, "--by", "sunil"]).await.code, 2);
    let wrong = house.ask(&["choose", &id, "--by", "sunil", "--keep", "X-1/response-1"]).await;
    assert_eq!(wrong.code, 1);
    assert!(wrong.err.contains("is no date that would move"), "{}", wrong.err);
    let kept = house.ask(&["choose", &id, "--by", "sunil", "--keep", &date]).await;
    assert_eq!(
        (kept.code, kept.out.as_str()),
        (0, "Chosen. No date has moved yet.\n"),
        "{}",
        kept.err
    );
    assert!(house.ask(&["show", &id, "--by", "amira"]).await.out.contains(": stays; "));
    let due = async || {
        let case = house.desk.case(&house.signed("amira").await, &re).await.unwrap();
        case.clocks.first().map(|clock| clock.due)
    };
    let before = due().await;
    let done = house.ask(&["put-in-force", &id, "--by", "sunil"]).await;
    assert_eq!(done.code, 0, "{}", done.err);
    assert_eq!(due().await, before, "it was chosen to stay");
    assert_eq!(house.entries(std::slice::from_ref(&re), &id).await, [1]);
    assert_eq!(house.ask(&["put-in-force", &id, "--by", "sunil"]).await.code, 1);
    assert_eq!(house.ask(&["give-up", &id, "--by", "chloe"]).await.code, 1);
}

fn put_in_force(data: &Path, id: &str) -> std::process::Child {
    Command::new(env!("CARGO_BIN_EXE_redress"))
        .env_clear()
        .args(["date-moves", "put-in-force", id, "--by", "sunil", "--data"])
        .arg(data)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn killed_in_the_middle_it_goes_on_and_every_case_moves_exactly_once() {
    const CASES: usize = 100;
    let house = House::new().await;
    let mut references = Vec::new();
    for n in 0..CASES {
        references.push(house.receive(n).await);
    }
    let id = house.proposal().await;
    let (mut half_way, mut wait) = (false, Duration::from_millis(40));
    while house.standing(&id).await != Standing::InForce {
        let mut child = put_in_force(&house.data, &id);
        tokio::time::sleep(wait).await;
        // Gone already where it was quick enough.
        let _ = child.kill();
        child.wait().unwrap();
        let written = house.entries(&references, &id).await;
        assert!(written.iter().all(|n| *n < 2), "{written:?}");
        half_way |= (1..CASES).contains(&written.iter().sum());
        wait = wait.mul_f32(if half_way { 1.5 } else { 1.1 });
    }
    assert!(half_way, "no run was ever killed between two batches");
    assert_eq!(house.entries(&references, &id).await, vec![1; CASES]);
    let proof = house.desk.prove().await.unwrap();
    assert!(proof.holds(), "{:?} {:?}", proof.report.faults, proof.differences);
}
