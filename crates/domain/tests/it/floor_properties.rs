//! The floor over any policy and any history: never later for the landlord than either source, and
//! never earlier for the resident.

use jiff::civil::Date;
use proptest::prelude::*;
use redress_domain::calendar::{Calendar, Span};
use redress_domain::clock::{What, clocks};
use redress_domain::complaint::Complaint;
use redress_domain::decide::decide;
use redress_domain::event::Happened;
use redress_domain::fold::fold;
use redress_domain::policy::terms::Terms;
use redress_domain::policy::{Limit, Pack, Start, shipped};
use redress_domain::rules::{Actor, Rules};
use serde_json::{Value, json};

use crate::story::{day, two_points};

fn span() -> impl Strategy<Value = Span> {
    prop_oneof![
        (1_u32..30).prop_map(Span::WorkingDays),
        (1_u32..45).prop_map(Span::Days),
        (1_u32..7).prop_map(Span::Weeks),
        (1_u32..3).prop_map(Span::Months),
    ]
}

fn start() -> impl Strategy<Value = Start> {
    prop::sample::select(vec![
        Start::Receipt,
        Start::Acknowledgement,
        Start::Form,
        Start::Logging,
        Start::Assignment,
    ])
}

fn limit() -> impl Strategy<Value = Limit> {
    (span(), start(), prop::option::of(start())).prop_map(|(length, from, or_from)| Limit {
        length,
        from,
        or_from,
        clause: "x".to_owned(),
    })
}

/// One of the shipped policies with limits of its own making.
fn pack() -> impl Strategy<Value = Pack> {
    let id = prop::sample::select(vec!["derive-2024", "one-housing-2024", "wdh-2022"]);
    let ack = limit().prop_map(|mut limit| {
        if limit.from == Start::Acknowledgement {
            limit.from = Start::Receipt;
        }
        limit.or_from = limit.or_from.filter(|start| *start != Start::Acknowledgement);
        limit
    });
    (id, ack, limit(), span(), span()).prop_map(|(id, ack, response, further, age)| {
        let mut pack = shipped::pack(id).unwrap().clone();
        pack.stage_1.acknowledgement = ack;
        pack.stage_1.response = response;
        pack.stage_1.extension.as_mut().unwrap().length = further;
        pack.age.limit = age;
        pack
    })
}

/// How many days after the last thing each of these is done; none where it is not done at all.
type History = [Option<u8>; 4];

fn acts() -> [Value; 4] {
    [
        json!({ "do": "log-form" }),
        json!({ "do": "log" }),
        json!({ "do": "assign", "officer": "amira" }),
        json!({ "do": "acknowledge", "points": two_points() }),
    ]
}

fn play(terms: Terms<'_>, calendar: &Calendar, days: &History, begin: Date) -> (Complaint, Date) {
    let receive = json!({ "do": "receive", "channel": "phone", "text": "The roof leaks" });
    let (mut today, mut history) = (begin, Vec::<Happened>::new());
    let steps = std::iter::once((Some(0), receive)).chain(days.iter().copied().zip(acts()));
    for (after, command) in steps {
        let Some(after) = after else { continue };
        today = today.saturating_add(jiff::Span::new().days(after));
        let staff = std::collections::BTreeMap::new();
        let actor = Actor::default();
        let rules = Rules { terms, calendar, actor: &actor, today, staff: &staff };
        let command = serde_json::from_value(command).unwrap();
        let before = fold(&history);
        for event in decide(before.as_ref(), &command, &rules).unwrap() {
            history.push(Happened { on: today, by: None, event });
        }
    }
    (fold(&history).unwrap(), today)
}

fn due(terms: Terms<'_>, calendar: &Calendar, days: &History, begin: Date) -> [Option<Date>; 3] {
    let (complaint, today) = play(terms, calendar, days, begin);
    let found = clocks(&complaint, terms, calendar, today).unwrap();
    [What::Acknowledgement, What::Response, What::ExtensionLimit]
        .map(|what| found.iter().find(|clock| clock.what == what).map(|clock| clock.due))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_floor_is_never_later_for_the_landlord_than_either_source(
        pack in pack(), days in prop::array::uniform4(prop::option::of(0_u8..9)), begin in 0_i32..400,
    ) {
        let code = shipped::code().unwrap();
        let calendar = Calendar::of(pack.calendar);
        let begin = day("2025-01-01").saturating_add(jiff::Span::new().days(begin));
        let with = |pack, floor| due(Terms { pack, code, floor }, &calendar, &days, begin);
        let floored = with(&pack, true);
        for source in [with(&pack, false), with(code, false)] {
            for (ours, theirs) in floored.into_iter().zip(source) {
                if let (Some(ours), Some(theirs)) = (ours, theirs) {
                    prop_assert!(ours <= theirs, "{ours} after {theirs}");
                }
            }
        }
    }

    #[test]
    fn the_floor_is_never_earlier_for_the_resident_than_either_source(
        pack in pack(), ago in 1_i32..800, begin in 0_i32..400,
    ) {
        let code = shipped::code().unwrap();
        let calendar = Calendar::of(pack.calendar);
        let received = day("2025-01-01").saturating_add(jiff::Span::new().days(begin));
        let happened = received.saturating_sub(jiff::Span::new().days(ago));
        let receive = json!({
            "do": "receive", "channel": "phone", "text": "The roof leaks",
            "happened-on": happened.to_string(), "aware-on": happened.to_string(),
        });
        let decline = json!({
            "do": "decline", "ground": "too-old", "reasons": "It is too long ago.",
            "circumstances": "None are known.", "discretion": "None was seen.",
        });
        let too_old = |floor: bool, pack: &Pack| {
            let terms = Terms { pack, code, floor };
            let (staff, actor) = (std::collections::BTreeMap::new(), Actor::default());
            let rules =
                Rules { terms, calendar: &calendar, actor: &actor, today: received, staff: &staff };
            let first = serde_json::from_value(receive.clone()).unwrap();
            let events = decide(None, &first, &rules).unwrap();
            let told = |event| Happened { on: received, by: None, event };
            let history: Vec<Happened> = events.into_iter().map(told).collect();
            let refusal = serde_json::from_value(decline.clone()).unwrap();
            decide(fold(&history).as_ref(), &refusal, &rules).is_ok()
        };
        if too_old(true, &pack) {
            prop_assert!(too_old(false, &pack) && too_old(false, code), "{ago} days ago");
        }
    }
}
