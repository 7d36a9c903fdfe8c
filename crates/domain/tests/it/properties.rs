//! What holds for any history: nothing panics, what was accepted folds, every clock explains itself.

use jiff::civil::{Date, date};
use proptest::prelude::*;
use redress_domain::calendar::Calendar;
use redress_domain::clock::{Clock, Status, What, clocks};
use redress_domain::command::Command;
use redress_domain::decide::decide;
use redress_domain::event::{Event, Happened};
use redress_domain::fold::{apply, fold};
use redress_domain::ids::StaffId;
use redress_domain::policy::shipped;
use redress_domain::policy::terms::Terms;
use redress_domain::rules::{Actor, Rules};
use redress_domain::vocabulary::Role;
use redress_domain::warning::warnings;
use serde_json::{Value, json};

/// One act of a random story: days after the one before, who, and what.
type Act = (u8, Option<&'static str>, Value);

const PEOPLE: [&str; 3] = ["amira", "ben", "chloe"];

fn text() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec!["", " ", "7.1", "Nobody went there on any day", "none"])
}

fn who() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec!["amira", "ben", "chloe", ""])
}

/// Days near the story, and some far outside every calendar.
fn some_day() -> impl Strategy<Value = String> {
    prop_oneof![
        8 => (0_i32..200).prop_map(|n| date(2025, 1, 1).saturating_add(jiff::Span::new().days(n)).to_string()),
        1 => prop::sample::select(vec!["0001-01-01", "9999-12-31", "2018-12-31", "2028-01-03"])
            .prop_map(str::to_owned),
    ]
}

fn length() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "1 working day",
        "5 working days",
        "10 working days",
        "2 weeks",
        "3 months",
        "10000 working days",
        "100 years",
    ])
}

fn point() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec!["p1", "p2", "p3", ""])
}

fn understanding() -> impl Strategy<Value = Value> {
    let points = json!([
        { "text": "Leak", "outcome": "Mend", "responsibility": "ours" },
        { "text": "Visits", "outcome": "Sorry", "responsibility": "shared" },
    ]);
    let given = points.clone();
    prop_oneof![
        Just(json!({ "do": "define", "points": points })),
        prop::option::of(who()).prop_map(move |officer| {
            json!({ "do": "acknowledge", "points": given, "officer": officer })
        }),
        Just(json!({ "do": "acknowledge" })),
        text().prop_map(|text| json!({ "do": "ask-clarification", "question": text })),
        (who(), any::<bool>())
            .prop_map(|(who, over)| json!({ "do": "assign", "officer": who, "oversees": over })),
        (who(), text()).prop_map(|(who, text)| {
            json!({ "do": "declare-conflict", "who": who, "about": text, "mitigation": text })
        }),
        length().prop_map(|every| json!({ "do": "agree-updates", "every": every })),
        Just(json!({ "do": "make-contact" })),
    ]
}

fn work() -> impl Strategy<Value = Value> {
    let findings = prop::sample::select(vec!["upheld", "not-upheld", "overturned"]);
    prop_oneof![
        1 => (any::<bool>(), any::<bool>(), text()).prop_map(|(related, delays, text)| json!({
            "do": "add-point", "text": text, "outcome": "Mend", "related": related,
            "delays": delays, "opens": "c2",
        })),
        1 => (point(), prop::sample::select(vec!["response-issued", "unrelated", "delay"])).prop_map(
            |(point, reason)| json!({ "do": "split-point", "point": point, "reason": reason, "opens": "c3" })
        ),
        1 => text().prop_map(|text| json!({ "do": "update-resident", "text": text })),
        1 => (some_day(), text(), prop::option::of(length()), prop::option::of(text())).prop_map(
            |(to, reason, updates, good)| json!({
                "do": "extend", "to": to, "reason": reason, "updates": updates, "good-reason": good,
            })
        ),
        1 => length().prop_map(|further| json!({
            "do": "extend", "further": further, "reason": "Winds stopped the visit",
        })),
        3 => (point(), findings, text()).prop_map(|(point, finding, reasons)| json!({
            "do": "find", "point": point, "finding": finding, "reasons": reasons,
        })),
        1 => (prop::sample::select(vec!["action", "money", "apology"]), some_day()).prop_map(
            |(kind, due)| json!({
                "do": "offer-remedy", "kind": kind, "what": "Mend it", "due": due,
                "owner": "Repairs", "amount": 500,
            })
        ),
        1 => some_day().prop_map(|due| json!({ "do": "raise-action", "what": "Ring", "owner": "Amira", "due": due })),
        3 => any::<bool>().prop_map(|sorry| json!({ "do": "respond", "apology": sorry })),
    ]
}

fn going_on() -> impl Strategy<Value = Value> {
    let closing = prop::sample::select(vec![
        "agreed",
        "window-passed",
        "final-response",
        "withdrawn",
        "other",
    ]);
    let ground =
        prop::sample::select(vec!["too-old", "rent-review", "court-started", "survey-answer"]);
    prop_oneof![
        2 => prop::option::of(some_day()).prop_map(|day| json!({
            "do": "request-escalation", "channel": "phone", "received-on": day,
        })),
        2 => (who(), prop::option::of(text())).prop_map(|(who, late)| json!({
            "do": "escalate", "officer": who, "late-because": late,
        })),
        1 => text().prop_map(|text| json!({
            "do": "decline-escalation", "ground": "out-of-time", "reasons": text, "circumstances": text,
        })),
        1 => (ground, text(), prop::option::of(point())).prop_map(|(ground, text, point)| json!({
            "do": "decline", "ground": ground, "reasons": text, "circumstances": text,
            "points": point.map(|id| vec![id]),
        })),
        1 => Just(json!({ "do": "accept-by-direction", "reference": "2025" })),
        1 => Just(json!({ "do": "withdraw" })),
        1 => Just(json!({ "do": "reopen", "reason": "Again" })),
        1 => closing.prop_map(|reason| json!({ "do": "close", "reason": reason })),
        1 => some_day().prop_map(|to| json!({ "do": "correct-received-date", "to": to, "reason": "Slip" })),
        1 => prop::sample::select(vec!["complaint", "service-request", "comment"])
            .prop_map(|kind| json!({ "do": "classify", "kind": kind })),
        1 => Just(json!({ "do": "offer-choice", "answer": "complain" })),
        1 => prop::sample::select(vec!["a1", "a2"]).prop_map(|id| json!({ "do": "complete-action", "id": id })),
        1 => (prop::sample::select(vec!["a1", "a2"]), some_day())
            .prop_map(|(id, due)| json!({ "do": "update-action", "id": id, "text": "Later", "due": due })),
        1 => Just(json!({ "do": "accept-offer" })),
        1 => Just(json!({ "do": "receive", "channel": "phone", "text": "Again" })),
    ]
}

fn act() -> impl Strategy<Value = Act> {
    let command = prop_oneof![3 => understanding(), 4 => work(), 3 => going_on()];
    (0_u8..9, prop::option::of(prop::sample::select(PEOPLE.to_vec())), command)
}

/// Plays acts and looks at the case after each; refused ones change nothing.
fn play(pack: &str, floor: bool, acts: &[Act]) -> Result<(), TestCaseError> {
    let pack = shipped::pack(pack).unwrap();
    let terms = Terms { pack, code: shipped::code().unwrap(), floor };
    let calendar = Calendar::of(pack.calendar);
    let staff = [("amira", Role::ComplaintsOfficer), ("ben", Role::Stage2Officer)]
        .map(|(who, role)| (StaffId(who.to_owned()), vec![role]))
        .into_iter()
        .collect();
    let mut today = date(2025, 4, 7);
    let mut history: Vec<Happened> = Vec::new();
    let first = (0, None, json!({ "do": "receive", "channel": "phone", "text": "The roof leaks" }));
    let mut running = None;
    for (days, by, command) in std::iter::once(&first).chain(acts) {
        today = today.saturating_add(jiff::Span::new().days(*days));
        let by = by.map(|who| StaffId(who.to_owned()));
        let actor = Actor { id: by.clone(), ..Actor::default() };
        let rules = Rules { terms, calendar: &calendar, actor: &actor, today, staff: &staff };
        let command: Command = serde_json::from_value(command.clone()).unwrap();
        let Ok(events) = decide(running.as_ref(), &command, &rules) else { continue };
        warnings(running.as_ref(), &command, &events, &rules);
        for event in events {
            let written = serde_json::to_string(&event).unwrap();
            let read: Event = serde_json::from_str(&written).unwrap();
            prop_assert_eq!(&read, &event);
            let happened = Happened { on: today, by: by.clone(), event };
            match &mut running {
                Some(complaint) => apply(complaint, &happened),
                None => running = fold(std::slice::from_ref(&happened)),
            }
            history.push(happened);
        }
        let complaint = fold(&history).unwrap();
        prop_assert_eq!(Some(&complaint), running.as_ref());
        for day in [today, today.saturating_add(jiff::Span::new().days(90))] {
            if let Ok(found) = clocks(&complaint, terms, &calendar, day) {
                for clock in &found {
                    explains_itself(clock, &calendar)?;
                }
            }
        }
    }
    Ok(())
}

/// Clause and start are said; every day between start and due that is not listed is a working day;
/// and where a length in working days was counted, the count is right.
fn explains_itself(clock: &Clock, calendar: &Calendar) -> Result<(), TestCaseError> {
    prop_assert!(!clock.clause.is_empty() && !clock.from_event.is_empty(), "{:?}", clock);
    prop_assert_eq!(clock.done_on.is_none() && clock.status == Status::Met, false, "{:?}", clock);
    let Some(length) = &clock.length else { return Ok(()) };
    let Some(n) = length.strip_suffix(" working days").or(length.strip_suffix(" working day"))
    else {
        return Ok(());
    };
    let counted = calendar.working_days_between(clock.from, clock.due).unwrap();
    let listed = |day: Date| clock.why.iter().any(|skipped| skipped.day == day);
    let mut day = clock.from;
    while day < clock.due {
        day = day.tomorrow().unwrap();
        let closed = calendar.day(day).unwrap().is_some();
        prop_assert_eq!(closed, listed(day), "{} of {:?}", day, clock);
    }
    // A promised or extended answer may lie on any day.
    if clock.what != What::Response && clock.what != What::ExtensionLimit {
        prop_assert!(calendar.day(clock.due).unwrap().is_none(), "{:?}", clock);
        prop_assert_eq!(counted.to_string(), n, "{:?}", clock);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_story_under_derive_folds_and_explains_its_clocks(
        acts in prop::collection::vec(act(), 1..24), floor in any::<bool>(),
    ) {
        play("derive-2024", floor, &acts)?;
    }

    #[test]
    fn any_story_under_the_code_folds_and_explains_its_clocks(
        acts in prop::collection::vec(act(), 1..24),
    ) {
        play("code-2024", false, &acts)?;
    }
}
