//! The Code as a floor: the stricter limit binds the landlord, and what it overrode stays visible.

mod properties;

use redress_domain::clock::Status;
use redress_domain::policy::Pack;
use redress_domain::policy::read::read;
use redress_domain::policy::shipped;
use serde_json::json;

use crate::story::{
    Story, acknowledge, acknowledged, answered, given, on, receive, under, under_this,
};

/// Derive's policy, weaker than the Code wherever a limit can be.
fn weak() -> &'static Pack {
    let (_, text) = shipped::TEXTS.iter().find(|(id, _)| *id == "derive-2024").unwrap();
    let changes = [
        (
            r#"length = "5 working days", from = "receipt", clause = "7.1.3""#,
            r#"length = "7 working days", from = "receipt", clause = "7.1.3""#,
        ),
        (
            r#"length = "10 working days", from = "acknowledgement", clause = "7.1.6""#,
            r#"length = "15 working days", from = "logging", clause = "7.1.6""#,
        ),
        (
            "length = \"10 working days\"\nclause = \"7.1.6\"",
            "length = \"15 working days\"\nclause = \"7.1.6\"",
        ),
        (r#"limit = "12 months""#, r#"limit = "6 months""#),
        ("behaviour = false", "behaviour = true"),
    ];
    let mut changed = (*text).to_owned();
    for (old, new) in changes {
        assert!(changed.contains(old), "{old}");
        changed = changed.replacen(old, new, 1);
    }
    Box::leak(Box::new(read(&changed).unwrap()))
}

fn floored() -> Story {
    under_this(weak()).with_the_code_as_floor()
}

#[test]
fn with_the_floor_off_a_policy_runs_as_it_is_written() {
    under_this(weak()).given([on("2025-04-07", receive())]).due("acknowledgement/1", "2025-04-16");
}

// D24-2.3a, CODE-6.2, CODE-6.3
#[test]
fn the_floor_shortens_what_is_longer_and_shows_both_clauses() {
    let story = floored().given([on("2025-04-07", receive()), on("2025-04-10", acknowledge())]);
    let ack = story.clock("acknowledgement/1");
    assert_eq!(ack.clause, "Code 6.2");
    assert_eq!(ack.instead_of, Some(("7 working days".into(), "7.1.3".into())));
    let response = story.clock("response/1");
    assert_eq!(response.clause, "Code 6.3");
    assert_eq!(response.instead_of, Some(("15 working days".into(), "7.1.6".into())));
    story
        .due("acknowledgement/1", "2025-04-14")
        .due("response/1", "2025-04-28")
        .due("extension-limit/1", "2025-05-13");
}

// CODE-2.2.1, CODE-2.3
#[test]
fn the_floor_lengthens_what_the_resident_has() {
    let mut told = receive();
    told["happened-on"] = json!("2024-08-01");
    told["aware-on"] = json!("2024-08-01");
    let decline = json!({
        "do": "decline", "ground": "too-old", "reasons": "It is more than six months ago.",
        "circumstances": "None are known.", "discretion": "Nothing goes on today.",
    });
    floored()
        .given([on("2025-04-07", told.clone())])
        .when(on("2025-04-08", decline.clone()))
        .refused("ground-unsupported", "Code 2.3");
    under_this(weak()).given([on("2025-04-07", told)]).when(on("2025-04-08", decline)).accepted();
}

// CODE-5.9, D24-7.1.7c
#[test]
fn with_the_floor_every_extension_agrees_updates() {
    let extend = json!({ "do": "extend", "to": "2025-05-13", "reason": "A surveyor has to see the roof first." });
    given(acknowledged()).when(on("2025-04-28", extend.clone())).accepted();
    under("derive-2024")
        .with_the_code_as_floor()
        .given(acknowledged())
        .when(on("2025-04-28", extend))
        .refused("extension-incomplete", "Code 5.9");
}

#[test]
fn with_the_floor_behaviour_closes_nothing() {
    let close = json!({
        "do": "close", "reason": "behaviour", "approved-by": "sunil", "equality": "Asked: none",
    });
    under_this(weak()).given(answered()).when(on("2025-05-01", close.clone())).accepted();
    floored()
        .given(answered())
        .when(on("2025-05-01", close))
        .refused("behaviour-never-closes", "8");
}

#[test]
fn derives_own_limits_stand_with_the_floor_on() {
    let story = under("derive-2024")
        .with_the_code_as_floor()
        .given(acknowledged())
        .due("response/1", "2025-04-28")
        .stands("response/1", Status::Running);
    assert_eq!((story.clock("response/1").clause.as_str()), "7.1.6");
    assert_eq!(story.clock("response/1").instead_of, None);
}
