//! Figure 16: two programs and an autoresponder that answer each other for ten minutes. Nobody is
//! answered twice, and no machine opens a complaint. Without the marks of machines both are seen
//! to happen.

use jiff::SignedDuration;
use redress::desk::Signed;
use redress::worker::post::round;
use redress::worker::slips;
use redress_store::mail::{self, Outcome};
use redress_store::settings;
use redress_testkit::sink::Sink;
use redress_testkit::world::World;

use crate::mail_corpus::take;
use crate::mail_out::room;

/// What says that a machine wrote something.
const MARKS: [&str; 5] =
    ["X-Redress", "Auto-Submitted", "X-Auto-Response-Suppress", "Return-Path", "Precedence"];

/// A program of a landlord, with the mail server it hands its mail to.
struct House {
    world: World,
    sink: Sink,
    domain: &'static str,
    read: usize,
}

impl House {
    async fn of(domain: &'static str) -> House {
        let mut world = World::new().await;
        world.with_mail();
        world.letters_wait().await;
        let db = &world.app.desk.db;
        let mut landlord = settings::find_landlord(db, &world.scope).await.unwrap().unwrap();
        landlord.email = format!("complaints@{domain}");
        let mut tx = db.begin().await.unwrap();
        settings::put_landlord(&mut tx, &landlord).await.unwrap();
        tx.commit().await.unwrap();
        House { world, sink: Sink::open().await, domain, read: 0 }
    }

    /// What left since the last time, as the next server sees it.
    async fn sends(&mut self) -> Vec<(String, String)> {
        round(&self.world.app.desk, &room(&self.sink)).await.unwrap();
        slips::round(&self.world.app.desk, &room(&self.sink)).await;
        let taken = self.sink.taken();
        let new: Vec<(String, String)> = taken[self.read..]
            .iter()
            .map(|it| (it.to.clone(), format!("Return-Path: <{}>\r\n{}", it.from, it.message)))
            .collect();
        self.read = taken.len();
        new
    }

    async fn contacts(&self) -> usize {
        let db = &self.world.app.desk.db;
        mail::list_open(db, &self.world.scope, Outcome::Contact, 100).await.unwrap().len()
    }
}

/// Takes away what says that a machine wrote it.
fn unmarked(raw: &str) -> String {
    let (head, body) = raw.split_once("\r\n\r\n").unwrap();
    let kept = head.split("\r\n").filter(|line| {
        let name = line.split(':').next().unwrap_or_default();
        !MARKS.iter().any(|mark| mark.eq_ignore_ascii_case(name))
    });
    format!("{}\r\n\r\n{body}", kept.collect::<Vec<_>>().join("\r\n"))
}

fn header(raw: &str, name: &str) -> Option<String> {
    let head = raw.split("\r\n\r\n").next()?.replace("\r\n ", " ");
    head.split("\r\n").find_map(|line| {
        let (known, value) = line.split_once(':')?;
        known.eq_ignore_ascii_case(name).then(|| value.trim().to_owned())
    })
}

/// Somebody who is away: every message is answered at once.
fn away(raw: &str) -> (String, String) {
    let answers = header(raw, "Reply-To").or_else(|| header(raw, "From")).unwrap();
    let to = answers.rsplit('<').next().unwrap().trim_end_matches('>').to_owned();
    let answer = format!(
        "Return-Path: <>\r\nFrom: Joyce <joyce@people.example>\r\nTo: {to}\r\nSubject: Re: {}\r\n\
         Auto-Submitted: auto-replied\r\n\r\nI am away until Monday.\r\n",
        header(raw, "Subject").unwrap_or_default()
    );
    (to, answer)
}

/// What ten minutes came to: messages by themselves to each, and contacts that no person wrote.
#[derive(Debug, Default, PartialEq, Eq)]
struct Came {
    to_the_other: usize,
    to_joyce: usize,
    of_machines: usize,
}

async fn ten_minutes(marked: bool) -> Came {
    let mut houses = [House::of("rowan.example").await, House::of("heath.example").await];
    // A person of the one house writes to the other from the address of the house; Joyce, who is
    // away since, wrote as well.
    let from_heath = "From: Heath Housing <complaints@heath.example>\r\n\
        To: complaints@rowan.example\r\nSubject: One of your flats\r\n\r\nWater comes through.\r\n";
    let from_joyce = "From: Joyce <joyce@people.example>\r\nTo: complaints@rowan.example\r\n\
        Subject: No heating\r\n\r\nTwelve degrees.\r\n";
    for raw in [from_heath, from_joyce] {
        assert_eq!(take(&houses[0].world, raw.as_bytes()).await.outcome, Outcome::Contact);
    }
    let mut came = Came::default();
    for _ in 0..40 {
        let mut post = Vec::new();
        for house in &mut houses {
            house.world.later(SignedDuration::from_secs(15));
            post.extend(house.sends().await);
        }
        while let Some((to, raw)) = post.pop() {
            let raw = if marked { raw } else { unmarked(&raw) };
            let domain = to.rsplit('@').next().unwrap();
            if domain == "people.example" {
                came.to_joyce += 1;
                post.push(away(&raw));
                continue;
            }
            came.to_the_other += usize::from(raw.contains("X-Redress") || !marked);
            let house = houses.iter().find(|house| house.domain == domain).unwrap();
            take(&house.world, raw.as_bytes()).await;
        }
    }
    // Two people wrote, both to the first house.
    came.of_machines = houses[0].contacts().await + houses[1].contacts().await - 2;
    // Nothing a machine wrote stands on a case as if a person had.
    if marked {
        let signed = Signed::mailbox(houses[0].world.scope.clone());
        let db = &houses[0].world.app.desk.db;
        for row in mail::list_open(db, &houses[0].world.scope, Outcome::Contact, 10).await.unwrap()
        {
            let id = row.complaint.unwrap();
            let found = redress_store::lists::load_complaint(db, &houses[0].world.scope, &id);
            let re = found.await.unwrap().reference;
            let case = houses[0].world.app.desk.case(&signed, &re).await.unwrap();
            let said = case
                .history
                .iter()
                .filter(|told| told.happened.event.name() == "correspondence-recorded");
            assert_eq!(said.count(), 0, "{re}");
        }
    }
    came
}

#[tokio::test]
async fn two_programs_and_an_autoresponder_answer_each_other_once_and_no_machine_complains() {
    let came = ten_minutes(true).await;
    assert_eq!(came, Came { to_the_other: 1, to_joyce: 1, of_machines: 0 });
}

/// The control: with the marks of machines taken off on the way, a machine opens a complaint.
#[tokio::test]
async fn without_their_marks_machines_open_complaints() {
    let came = ten_minutes(false).await;
    assert!(0 < came.of_machines && 1 < came.to_the_other, "{came:?}");
}
