//! A complaint brought to where the pages of answering begin, through the desk.

use redress::desk::take_in::Contact;
use redress::desk::{Act, Case};
use redress_domain::command::{Acknowledge, Command, PointGiven, Receive};
use redress_domain::event::AskPassed;
use redress_domain::ids::StaffId;
use redress_domain::person::Person;
use redress_domain::personal::Words;
use redress_domain::vocabulary::{Channel, Responsibility, Role};
use redress_testkit::world::World;

/// A case under test.
pub struct Played<'a> {
    pub world: &'a World,
    pub re: String,
}

/// Received on Monday 7 April 2025 by phone from Joyce Adeyemi: a leak, and missed visits.
pub async fn received(world: &World, large_print: bool) -> Played<'_> {
    let desk = &world.app.desk;
    let contact = Contact {
        token: desk.token().await.unwrap(),
        on: None,
        receive: Receive {
            channel: Some(Channel::Phone),
            text: Words::said("Third leak since February & nobody came, <again>."),
            happened_on: Some("2025-02-10".parse().unwrap()),
            aware_on: Some("2025-02-10".parse().unwrap()),
            ..Receive::default()
        },
        person: Some(Person {
            name: Words::said("Joyce Adeyemi"),
            address: Words::said("Flat 2, Alder Court\nMill Town\nMT1 4CD"),
            large_print,
            ..Person::default()
        }),
        then: Vec::new(),
        attachments: Vec::new(),
        mail: None,
        automatic: false,
    };
    let dan = world.signed(Role::ContactCentre).await;
    let done = desk.take_in(&dan, contact).await.unwrap();
    Played { world, re: done.reference }
}

/// The same, given to Amira and acknowledged on Thursday 10 April with two points: to be answered
/// by Monday 28 April. It is now Wednesday 23 April.
pub async fn acknowledged(world: &World) -> Played<'_> {
    let case = received(world, false).await;
    world.at("2025-04-10T10:00");
    case.act(Role::ComplaintsManager, vec![assign("amira")]).await;
    let point = |text: &str, outcome: &str| PointGiven {
        text: Words::said(text),
        outcome: Words::said(outcome),
        responsibility: Some(Responsibility::Ours),
        feasible: Some(Words::said("yes")),
        ..PointGiven::default()
    };
    let given = Acknowledge {
        points: Some(vec![
            point("The leak in the bathroom comes back", "Mend it for good"),
            point("Nobody came on three days in February", "Say why nobody came"),
        ]),
        officer: Some(StaffId("amira".to_owned())),
        ..Acknowledge::default()
    };
    let updates = Command::AgreeUpdates {
        every: "10 working days".parse().ok(),
        method: Some(Channel::Phone),
    };
    case.act(Role::ComplaintsOfficer, vec![Command::Acknowledge(given), updates]).await;
    world.at("2025-04-17T10:00");
    let evidence = Command::RecordEvidence {
        what: Words::said("Repair notes and phone record of January to April 2025"),
        from: None,
        how: None,
        answers: None,
    };
    case.act(Role::ComplaintsOfficer, vec![evidence]).await;
    world.at("2025-04-23T10:00");
    case
}

fn assign(login: &str) -> Command {
    Command::Assign {
        officer: StaffId(login.to_owned()),
        role: None,
        oversees: false,
        received_on: None,
    }
}

impl Played<'_> {
    /// The address of a page of the case.
    pub fn at(&self, page: &str) -> String {
        format!("/complaints/{}/{page}", self.re)
    }

    /// The case as it stands.
    pub async fn case(&self) -> Case {
        let auditor = self.world.signed(Role::Auditor).await;
        self.world.app.desk.case(&auditor, &self.re).await.unwrap()
    }

    /// The version a form would show now.
    pub async fn seen(&self) -> String {
        self.case().await.seq.to_string()
    }

    /// Something done without a page.
    pub async fn act(&self, role: Role, commands: Vec<Command>) {
        let desk = &self.world.app.desk;
        let passed = ["too-hard", "promise-unowned", "third-party-data", "tone", "source-missing"]
            .map(|code| AskPassed { code: code.to_owned(), reason: Words::said("Read twice") });
        let mut act = Act {
            token: desk.token().await.unwrap(),
            seen: self.case().await.seq,
            on: None,
            commands,
            attachments: Vec::new(),
            passed: passed.to_vec(),
            ..Act::default()
        };
        let signed = self.world.signed(role).await;
        act.seen = crate::desk_steps::cleared(self.world, &signed, &self.re, &act).await;
        desk.act(&signed, &self.re, act).await.unwrap_or_else(|why| panic!("{why:?}"));
    }

    /// Hands a letter over on its page and has a manager clear it on hers.
    pub async fn clear(&self, role: Role, page: &str, fields: &[(&str, &str)]) {
        let shown = page.split('/').next().unwrap();
        let shown = self.world.sign_in(role).await.get(&self.at(shown)).await;
        let version = shown.value("draft-version");
        let over = [fields, &[("look", "clearance"), ("draft-version", &version)]].concat();
        let over = self.post(role, page, &over).await;
        assert!(over.location().ends_with("?done=handed-over"), "{}", over.words());
        let chloe = self.world.sign_in(Role::ComplaintsManager).await;
        let shown = chloe.get(&self.at("clearance")).await;
        let values = ["seen-version", "form", "draft-version", "sha256"];
        let sent: Vec<(&str, String)> =
            values.iter().map(|name| (*name, shown.value(name))).collect();
        let mut sent: Vec<(&str, &str)> =
            sent.iter().map(|(name, value)| (*name, value.as_str())).collect();
        sent.push(("does", "clear"));
        let done = chloe.post(&self.at("clearance"), &sent).await;
        assert_eq!(done.code(), 303, "{}", done.words());
    }

    /// A page sent by somebody, as a browser would.
    pub async fn post(
        &self,
        role: Role,
        page: &str,
        fields: &[(&str, &str)],
    ) -> redress_testkit::world::Answer {
        let seen = self.seen().await;
        let mut all = vec![("seen-version", seen.as_str())];
        all.extend_from_slice(fields);
        self.world.sign_in(role).await.post(&self.at(page), &all).await
    }

    /// Both points decided: the leak upheld, the visits not.
    pub async fn decide(&self, role: Role) {
        for (point, fields) in [("p1", UPHELD), ("p2", NOT_UPHELD)] {
            let fields: Vec<(String, &str)> =
                fields.iter().map(|(name, value)| (format!("{point}-{name}"), *value)).collect();
            let fields: Vec<(&str, &str)> =
                fields.iter().map(|(name, value)| (name.as_str(), *value)).collect();
            let done = self.post(role, &format!("findings/{point}"), &fields).await;
            assert_eq!(done.code(), 303, "{}", done.words());
        }
    }

    /// A repair promised by Erin's team, and money.
    pub async fn put_right(&self) {
        let repair = [
            ("kind", "action"),
            ("what", "Put new lead on the roof over your bathroom"),
            ("point", "p1"),
            ("due", "3/6/2025"),
            ("owner", "Repairs team"),
        ];
        let done = self.post(Role::ComplaintsOfficer, "remedies", &repair).await;
        assert_eq!(done.code(), 303, "{}", done.words());
        let money = [
            ("kind", "money"),
            ("what", "For your distress and trouble"),
            ("point", "p1"),
            ("due", "20/5/2025"),
            ("amount", "175"),
            ("head", "Distress and inconvenience"),
        ];
        let done = self.post(Role::ComplaintsOfficer, "remedies", &money).await;
        assert_eq!(done.code(), 303, "{}", done.words());
    }

    /// Stage 1 answered on Wednesday 23 April.
    pub async fn answer(&self) {
        self.decide(Role::ComplaintsOfficer).await;
        self.put_right().await;
        let done = self.post(Role::ComplaintsOfficer, "response", SENT).await;
        assert_eq!(done.code(), 303, "{}", done.words());
    }
}

/// A finding that upholds a point, without its prefix.
pub const UPHELD: &[(&str, &str)] = &[
    ("finding", "upheld"),
    (
        "weighed",
        "You first told us on 10 February 2025. Our notes show two visits. Nobody looked at the roof.",
    ),
    (
        "reasons",
        "Our policy gives us 28 days to stop a leak that comes back. We took longer, because we mended the ceiling and not the roof.",
    ),
    ("cites", "Repairs policy, section 4.2"),
    ("fault", "We should have looked at the roof in March and did not"),
    ("met", "fully"),
    ("met-why", "We will put new lead on the roof"),
];

/// A finding that does not.
pub const NOT_UPHELD: &[(&str, &str)] = &[
    ("finding", "not-upheld"),
    (
        "weighed",
        "You told us that nobody came on three days. Our phone record shows a call before each visit.",
    ),
    (
        "reasons",
        "Our policy says that we ring you before we move a visit. The record shows a call on the day before each of them.",
    ),
    ("cites", "Repairs policy, section 6.1"),
    ("met", "fully"),
    ("met-why", "This letter tells you why nobody came"),
];

/// The response, sent today by letter.
pub const SENT: &[(&str, &str)] = &[
    (
        "apology-words",
        "We are sorry. Water came through your ceiling for weeks, and you had to ring us again and again.",
    ),
    ("lessons", "We now look at the roof itself when a leak comes back."),
    ("channel", "letter"),
    ("sent", "today"),
    ("pass-third-party-data", "Nothing of other people is in it"),
    ("pass-too-hard", "She reads letters like this one"),
    ("pass-promise-unowned", "The promise is on record"),
    ("pass-tone", "Read by a second person"),
];
