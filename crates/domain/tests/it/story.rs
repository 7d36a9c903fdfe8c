//! How the tests tell a story: given what was done before, when somebody asks for something, then
//! it happens, or is refused under a clause. What was done before goes through the rules as well.

use std::collections::BTreeMap;

use jiff::civil::Date;
use redress_domain::calendar::Calendar;
use redress_domain::clock::{Clock, Status, clocks};
use redress_domain::command::Command;
use redress_domain::complaint::{Complaint, State};
use redress_domain::decide::{Outcome, decide};
use redress_domain::event::{Event, Happened};
use redress_domain::fold::fold;
use redress_domain::ids::StaffId;
use redress_domain::policy::Pack;
use redress_domain::policy::shipped;
use redress_domain::policy::terms::Terms;
use redress_domain::refusal::Refusal;
use redress_domain::rules::{Actor, Rules};
use redress_domain::vocabulary::Role;
use redress_domain::warning::{Warning, warnings};
use serde_json::{Value, json};

/// One act on a day, by nobody in particular unless it says so.
#[derive(Clone)]
pub struct Step {
    on: Date,
    by: Option<StaffId>,
    command: Command,
}

pub fn day(text: &str) -> Date {
    text.parse().unwrap_or_else(|_| panic!("{text} is no day"))
}

/// An act, written as it stands in files.
pub fn on(on: &str, command: Value) -> Step {
    let told = command.to_string();
    let command = serde_json::from_value(command)
        .unwrap_or_else(|error| panic!("{told} is no command: {error}"));
    Step { on: day(on), by: None, command }
}

impl Step {
    pub fn by(mut self, who: &str) -> Step {
        self.by = Some(StaffId(who.to_owned()));
        self
    }
}

/// A case as far as it has been told.
pub struct Story {
    pack: &'static Pack,
    floor: bool,
    calendar: Calendar,
    staff: BTreeMap<StaffId, Vec<Role>>,
    history: Vec<Happened>,
    today: Date,
    told: Option<Outcome>,
    warned: Vec<Warning>,
}

/// A case under a policy as it is written.
pub fn under(pack: &str) -> Story {
    under_this(shipped::pack(pack).unwrap())
}

/// A case under a policy that is not shipped.
pub fn under_this(pack: &'static Pack) -> Story {
    Story {
        pack,
        floor: pack.floor,
        calendar: Calendar::of(pack.calendar),
        staff: BTreeMap::new(),
        history: Vec::new(),
        today: Date::MIN,
        told: None,
        warned: Vec::new(),
    }
}

/// A case under Derive's policy: every step was accepted.
pub fn given(steps: impl IntoIterator<Item = Step>) -> Story {
    under("derive-2024").given(steps)
}

impl Story {
    pub fn with_the_code_as_floor(mut self) -> Story {
        self.floor = true;
        self
    }

    pub fn without_the_floor(mut self) -> Story {
        self.floor = false;
        self
    }

    pub fn closed_on(mut self, days: &[&str]) -> Story {
        let days: Vec<_> = days.iter().map(|text| (day(text), "Office closed".into())).collect();
        self.calendar = self.calendar.closed_on(days);
        self
    }

    pub fn staffed(mut self, who: &str, role: Role) -> Story {
        self.staff.entry(StaffId(who.to_owned())).or_default().push(role);
        self
    }

    pub fn given(mut self, steps: impl IntoIterator<Item = Step>) -> Story {
        for step in steps {
            self = self.when(step).accepted();
        }
        self
    }

    /// Asks for something; what follows says what came of it.
    pub fn when(mut self, step: Step) -> Story {
        assert!(self.today <= step.on, "{} comes after {}", step.on, self.today);
        self.today = step.on;
        let actor = match &step.by {
            None => Actor::default(),
            Some(who) => Actor {
                id: Some(who.clone()),
                roles: self.staff.get(who).cloned().unwrap_or_default(),
                own: None,
            },
        };
        let before = fold(&self.history);
        let rules = Rules {
            terms: terms(self.pack, self.floor),
            calendar: &self.calendar,
            actor: &actor,
            today: step.on,
            staff: &self.staff,
        };
        let outcome = decide(before.as_ref(), &step.command, &rules);
        self.warned.clear();
        if let Ok(events) = &outcome {
            self.warned = warnings(before.as_ref(), &step.command, events, &rules);
            let happened =
                |event: &Event| Happened { on: step.on, by: step.by.clone(), event: event.clone() };
            self.history.extend(events.iter().map(happened));
        }
        self.told = Some(outcome);
        self
    }

    /// Time passes; nothing else happens.
    pub fn later(self, on_day: &str) -> Story {
        self.when(on(on_day, json!({ "do": "note-time" }))).accepted()
    }

    #[track_caller]
    pub fn accepted(self) -> Story {
        if let Some(Err(refusal)) = &self.told {
            panic!("refused: {} under {}: {:?}", refusal.code(), refusal.clause, refusal.why);
        }
        self
    }

    #[track_caller]
    pub fn leads_to(self, names: &[&str]) -> Story {
        let events = self.told.as_ref().unwrap().as_ref().unwrap();
        assert_eq!(events.iter().map(Event::name).collect::<Vec<_>>(), names);
        self
    }

    #[track_caller]
    /// Something the desk adds beside what was decided: a letter that waits or leaves.
    pub fn noted(mut self, on_day: &str, event: Event) -> Story {
        self.history.push(Happened { on: day(on_day), by: None, event });
        self
    }

    pub fn refused(self, code: &str, clause: &str) -> Story {
        let refusal = self.refusal();
        let found = (refusal.code(), refusal.clause.as_str());
        assert_eq!(found, (code, clause), "{:?}", refusal.why);
        self
    }

    #[track_caller]
    pub fn refusal(&self) -> &Refusal {
        self.told.as_ref().unwrap().as_ref().expect_err("it was accepted")
    }

    #[track_caller]
    pub fn warned(self, code: &str) -> Story {
        assert!(self.warned_of(code), "{:?}", self.warned);
        self
    }

    #[track_caller]
    pub fn not_warned(self, code: &str) -> Story {
        assert!(!self.warned_of(code), "{:?}", self.warned);
        self
    }

    fn warned_of(&self, code: &str) -> bool {
        self.warned.iter().any(|warning| warning.code() == code)
    }

    pub fn complaint(&self) -> Complaint {
        fold(&self.history).unwrap()
    }

    pub fn history(&self) -> &[Happened] {
        &self.history
    }

    pub fn clocks(&self) -> Vec<Clock> {
        clocks(&self.complaint(), terms(self.pack, self.floor), &self.calendar, self.today).unwrap()
    }

    /// The newest clock of a name: "response/1", "update", "action/a1".
    #[track_caller]
    pub fn clock(&self, name: &str) -> Clock {
        self.clocks().into_iter().rfind(|clock| called(clock, name)).expect(name)
    }

    /// The newest clock of a name, where there is one.
    pub fn find_clock(&self, name: &str) -> Option<Clock> {
        self.clocks().into_iter().rfind(|clock| called(clock, name))
    }

    #[track_caller]
    pub fn due(self, name: &str, on: &str) -> Story {
        let clock = self.clock(name);
        assert_eq!(clock.due, day(on), "{name}: {clock:?}");
        self
    }

    #[track_caller]
    pub fn stands(self, name: &str, status: Status) -> Story {
        let clock = self.clock(name);
        assert_eq!(clock.status, status, "{name}: {clock:?}");
        self
    }

    #[track_caller]
    pub fn has_no(self, name: &str) -> Story {
        assert!(!self.clocks().iter().any(|clock| called(clock, name)), "{name}");
        self
    }

    #[track_caller]
    pub fn state(self, state: State) -> Story {
        assert_eq!(self.complaint().state(), state);
        self
    }

    #[track_caller]
    pub fn breaches(self, labels: &[&str]) -> Story {
        let clocks = self.clocks();
        let found: Vec<String> =
            clocks.iter().filter(|clock| clock.is_breach()).map(Clock::label).collect();
        assert_eq!(found, labels);
        self
    }
}

fn terms(pack: &'static Pack, floor: bool) -> Terms<'static> {
    Terms { pack, code: shipped::code().unwrap(), floor }
}

fn called(clock: &Clock, name: &str) -> bool {
    match name.split_once('/') {
        None => clock.what.name() == name,
        Some((what, which)) => {
            let stage = clock.stage.map(|stage| stage.number().to_string());
            clock.what.name() == what
                && (stage.as_deref() == Some(which) || clock.of.as_deref() == Some(which))
        }
    }
}

/// A complaint by phone.
pub fn receive() -> Value {
    json!({ "do": "receive", "channel": "phone", "text": "The roof leaks and nobody comes." })
}

/// Two points, both the landlord's.
pub fn two_points() -> Value {
    json!([
        { "text": "The roof leaks", "outcome": "Mend it", "responsibility": "ours" },
        { "text": "Visits were missed", "outcome": "Say sorry", "responsibility": "ours" },
    ])
}

/// An acknowledgement that defines two points.
pub fn acknowledge() -> Value {
    json!({ "do": "acknowledge", "points": two_points() })
}

/// A point decided either way.
pub fn find(point: &str, finding: &str) -> Value {
    json!({
        "do": "find", "point": point, "finding": finding,
        "reasons": "The diary of the team shows that nobody went on any of the three days.",
        "cites": ["Repairs policy 4.2"],
    })
}

/// An answer by letter that says sorry.
pub fn respond() -> Value {
    json!({ "do": "respond", "apology": true })
}

/// Stage 2 asked for by phone, with no reason.
pub fn ask_for_stage_2() -> Value {
    json!({ "do": "request-escalation", "channel": "phone" })
}

/// Stage 2 given to somebody.
pub fn escalate(officer: &str) -> Value {
    json!({ "do": "escalate", "officer": officer })
}

/// Received on Monday 7 April 2025 and acknowledged with two points on Thursday 10 April.
pub fn acknowledged() -> Vec<Step> {
    vec![on("2025-04-07", receive()), on("2025-04-10", acknowledge()).by("amira")]
}

/// The same, and answered on Friday 25 April, a working day early.
pub fn answered() -> Vec<Step> {
    let mut steps = acknowledged();
    steps.extend([
        on("2025-04-24", find("p1", "upheld")).by("amira"),
        on("2025-04-24", find("p2", "not-upheld")).by("amira"),
        on("2025-04-25", respond()).by("amira"),
    ]);
    steps
}

/// The same, stage 2 asked for on Thursday 1 May and given to Ben on Friday 2 May.
pub fn escalated() -> Vec<Step> {
    let mut steps = answered();
    steps.extend([
        on("2025-05-01", ask_for_stage_2()),
        on("2025-05-02", escalate("ben")).by("chloe"),
    ]);
    steps
}

/// The same, acknowledged at stage 2 on Wednesday 7 May and answered on Tuesday 3 June.
pub fn answered_twice() -> Vec<Step> {
    let mut steps = escalated();
    steps.extend([
        on("2025-05-07", json!({ "do": "acknowledge" })).by("ben"),
        on("2025-06-03", find("p1", "upheld")).by("ben"),
        on("2025-06-03", find("p2", "upheld")).by("ben"),
        on("2025-06-03", respond()).by("ben"),
    ]);
    steps
}
