//! For any policy and any history: floor-on dates are never later for the landlord and never
//! earlier for the resident than what the policy or the Code alone would give.

use jiff::civil::{Date, date};
use proptest::prelude::*;
use redress_domain::calendar::Span;
use redress_domain::clock::Clock;
use redress_domain::policy::{ExtensionTerms, Limit, Pack, Start, shipped};
use serde_json::{Value, json};

use crate::story::{Story, acknowledge, on, receive, under_this};

const BY_LANDLORD: [&str; 6] = [
    "acknowledgement/1",
    "response/1",
    "extension-limit/1",
    "acknowledgement/2",
    "response/2",
    "extension-limit/2",
];

/// What happens, in days after the step before.
#[derive(Clone, Debug)]
struct Told {
    received: Date,
    acknowledged: Option<i32>,
    answered: Option<i32>,
    asked: Option<i32>,
    acknowledged_again: Option<i32>,
}

fn told() -> impl Strategy<Value = Told> {
    let gap = || prop::option::weighted(0.8, 0_i32..30);
    (0_i32..700, gap(), gap(), gap(), gap()).prop_map(
        |(start, acknowledged, answered, asked, acknowledged_again)| Told {
            received: later(date(2025, 1, 1), start),
            acknowledged,
            answered,
            asked,
            acknowledged_again,
        },
    )
}

fn later(day: Date, days: i32) -> Date {
    day.saturating_add(jiff::Span::new().days(days))
}

fn span() -> impl Strategy<Value = Span> {
    prop_oneof![
        (1_u32..45).prop_map(Span::WorkingDays),
        (1_u32..60).prop_map(Span::Days),
        (1_u32..9).prop_map(Span::Weeks),
        (1_u32..3).prop_map(Span::Months),
    ]
}

/// A policy with limits of its own at both stages.
fn pack() -> impl Strategy<Value = &'static Pack> {
    let opening = || prop::sample::select(vec![Start::Receipt, Start::Form]);
    let answering =
        || prop::sample::select(vec![Start::Acknowledgement, Start::Receipt, Start::Logging]);
    let shipped = prop::sample::select(shipped::packs().unwrap().iter().collect::<Vec<_>>());
    let stage = || (span(), opening(), span(), answering(), prop::option::weighted(0.8, span()));
    prop_oneof![
        1 => shipped.clone(),
        3 => (shipped, stage(), stage()).prop_map(|(pack, one, two)| {
            let mut pack = pack.clone();
            for (terms, (ack, ack_from, answer, from, more)) in
                [(&mut pack.stage_1, one), (&mut pack.stage_2, two)]
            {
                set(&mut terms.acknowledgement, ack, ack_from);
                set(&mut terms.response, answer, from);
                terms.extension = terms.extension.take().zip(more).map(|(terms, length)| {
                    ExtensionTerms { length, ..terms }
                });
            }
            let pack: &'static Pack = Box::leak(Box::new(pack));
            pack
        }),
    ]
}

fn set(limit: &mut Limit, length: Span, from: Start) {
    limit.length = length;
    limit.from = from;
    limit.or_from = None;
}

fn respond() -> [Value; 3] {
    [
        json!({ "do": "find", "point": "p1", "finding": "not-upheld", "reasons": "It was done in time." }),
        json!({ "do": "find", "point": "p2", "finding": "not-upheld", "reasons": "Nobody was expected." }),
        json!({ "do": "respond", "thanks": true }),
    ]
}

/// The same happenings under one set of rules; a step that the rules refuse is left out.
fn play(mut story: Story, told: &Told) -> Story {
    let mut day = told.received;
    story = attempt(story, day, receive());
    let Some(gap) = told.acknowledged else { return story };
    day = later(day, gap);
    // Some policies want whoever investigates named, and thanks in every answer.
    let mut named = acknowledge();
    named["officer"] = json!("amira");
    story = attempt(story, day, named);
    let Some(gap) = told.answered else { return story };
    day = later(day, gap);
    for step in respond() {
        story = attempt(story, day, step);
    }
    let Some(gap) = told.asked else { return story };
    day = later(day, gap);
    story = attempt(story, day, json!({ "do": "request-escalation", "channel": "phone" }));
    story = attempt(
        story,
        day,
        json!({ "do": "escalate", "officer": "zoe", "late-because": "They were ill." }),
    );
    let Some(gap) = told.acknowledged_again else { return story };
    attempt(story, later(day, gap), json!({ "do": "acknowledge" }))
}

fn attempt(story: Story, day: Date, command: Value) -> Story {
    story.when(on(&day.to_string(), command))
}

fn due(story: &Story, name: &str) -> Option<Clock> {
    story.find_clock(name)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    // CODE-2.3, CODE-6.2, CODE-6.3, CODE-6.14
    #[test]
    fn the_floor_is_never_kinder_to_the_landlord_than_either_source(
        pack in pack(),
        told in told(),
    ) {
        let code = shipped::code().unwrap();
        let floored = play(under_this(pack).with_the_code_as_floor(), &told);
        let alone = play(under_this(pack).without_the_floor(), &told);
        let by_code = play(under_this(code), &told);
        for name in BY_LANDLORD {
            let Some(with) = due(&floored, name) else { continue };
            for (whose, source) in [("its own", &alone), ("the Code", &by_code)] {
                // An extension is a thing the policy may not know at all; then the Code's counts.
                let Some(other) = due(source, name) else { continue };
                prop_assert!(with.due <= other.due, "{name} under {whose}: {} {}\n{with:#?}\n{other:#?}", with.due, other.due);
            }
        }
        for name in ["escalation-window/1", "closure/1"] {
            let (Some(with), Some(other)) = (due(&floored, name), due(&alone, name)) else { continue };
            prop_assert!(other.due <= with.due, "{name}: {} {}", with.due, other.due);
        }
    }
}
