//! More time: a reason, a new day, within the limit unless there is a good reason to go past it.

use redress_domain::clock::Status;
use redress_domain::refusal::Why;
use serde_json::{Value, json};

use crate::story::{
    Story, acknowledge, acknowledged, answered, day, escalated, find, given, on, receive, respond,
    under,
};

const REASON: &str = "A surveyor has to see the roof and high winds stopped the visit.";

fn extend_to(day: &str) -> Value {
    json!({ "do": "extend", "to": day, "reason": REASON, "updates": "5 working days", "agreed": true })
}

fn with(mut command: Value, field: &str, value: Value) -> Value {
    command[field] = value;
    command
}

// D24-7.1.6b, D24-7.1.6c, CODE-6.4, CODE-6.4.1
#[test]
fn the_answer_moves_as_far_as_twenty_working_days_from_the_acknowledgement() {
    given(acknowledged())
        .due("extension-limit/1", "2025-05-13")
        .when(on("2025-04-28", extend_to("2025-05-13")))
        .leads_to(&["response-extended"])
        .due("response/1", "2025-05-13")
        .stands("response/1", Status::Running)
        .due("update", "2025-05-06");
}

// D24-7.1.6c, D24-7.1.7a, CODE-6.4.3
#[test]
fn a_day_past_the_limit_wants_a_good_reason() {
    let story = given(acknowledged())
        .when(on("2025-04-28", extend_to("2025-05-14")))
        .refused("extension-too-long", "7.1.6");
    let latest = day("2025-05-13");
    assert_eq!(story.refusal().why, Why::ExtensionTooLong { asked: day("2025-05-14"), latest });
    let good = with(extend_to("2025-05-20"), "good-reason", json!("The loss adjuster needs it"));
    let good = with(good, "updates", json!("4 weeks"));
    given(acknowledged())
        .when(on("2025-04-28", good))
        .accepted()
        .due("response/1", "2025-05-20")
        .later("2025-05-14")
        .stands("extension-limit/1", Status::Void)
        .breaches(&[]);
}

// D24-7.1.6c, CODE-6.4.3
#[test]
fn all_extensions_together_stay_within_the_limit() {
    let further = |length: &str| json!({ "do": "extend", "further": length, "reason": REASON, "updates": "5 working days" });
    given(acknowledged())
        .given([on("2025-04-16", further("6 working days"))])
        .due("response/1", "2025-05-07")
        .when(on("2025-05-06", further("5 working days")))
        .refused("extension-too-long", "7.1.6")
        .when(on("2025-05-06", further("4 working days")))
        .accepted()
        .due("response/1", "2025-05-13");
}

// D24-7.1.6b, CODE-6.4.1
#[test]
fn a_notice_after_the_old_day_is_late_and_the_breach_stays() {
    given(acknowledged())
        .when(on("2025-04-29", with(extend_to("2025-05-09"), "updates", json!("2 weeks"))))
        .warned("late")
        .due("response/1", "2025-05-09")
        .stands("response/1", Status::Missed)
        .breaches(&["response/1"])
        .given([
            on("2025-05-08", find("p1", "upheld")),
            on("2025-05-08", find("p2", "upheld")),
            on("2025-05-08", respond()),
        ])
        .stands("response/1", Status::Missed)
        .breaches(&["response/1"]);
}

// D24-7.1.7b, CODE-6.4.4
#[test]
fn a_reason_is_more_than_a_word() {
    for reason in ["", "Workload.", "7.1.6"] {
        given(acknowledged())
            .when(on("2025-04-28", with(extend_to("2025-05-13"), "reason", json!(reason))))
            .refused("extension-incomplete", "7.1.6");
    }
    given(acknowledged())
        .when(on("2025-04-28", with(extend_to("2025-05-13"), "reason", json!("Many cases now"))))
        .warned("short-reasons");
}

// D24-7.1.7c, CODE-5.9
#[test]
fn updates_are_demanded_past_the_limit_and_asked_about_within_it() {
    let mut silent = extend_to("2025-05-13");
    silent.as_object_mut().unwrap().remove("updates");
    given(acknowledged()).when(on("2025-04-28", silent.clone())).warned("updates-not-agreed");
    let past = with(with(silent.clone(), "to", json!("2025-05-20")), "good-reason", json!("Flood"));
    given(acknowledged()).when(on("2025-04-28", past)).refused("extension-incomplete", "7.1.7");
    under("code-2024")
        .given(acknowledged())
        .when(on("2025-04-28", silent))
        .refused("extension-incomplete", "5.9");
}

// D24-7.1.6b
#[test]
fn the_new_day_is_one_day_and_later_than_the_old() {
    let says = |command: Value| given(acknowledged()).when(on("2025-04-28", command));
    says(extend_to("2025-04-28")).refused("extension-not-later", "7.1.6");
    says(with(extend_to("2025-05-13"), "further", json!("5 working days")))
        .refused("extension-incomplete", "7.1.6");
    says(json!({ "do": "extend", "reason": REASON })).refused("extension-incomplete", "7.1.6");
    given(acknowledged())
        .when(on("2025-05-12", extend_to("2025-05-09")))
        .refused("day-passed", "7.1.6");
    says(with(extend_to("2031-01-02"), "good-reason", json!("Flood")))
        .refused("calendar-ends", "7.1.6");
}

#[test]
fn there_is_nothing_to_extend_before_the_acknowledgement_or_after_the_answer() {
    given([on("2025-04-07", receive())])
        .when(on("2025-04-08", extend_to("2025-05-13")))
        .refused("not-acknowledged", "7.1.3");
    given(answered())
        .when(on("2025-04-28", extend_to("2025-05-13")))
        .refused("already-responded", "7.1.6");
}

fn at_stage_2() -> Story {
    given(escalated()).given([on("2025-05-07", json!({ "do": "acknowledge" })).by("ben")])
}

// D24-7.2.3b, D24-7.2.3c, D24-7.2.4a, D24-7.2.4c, CODE-6.15, CODE-6.15.1, CODE-6.15.3
#[test]
fn stage_2_moves_as_far_as_forty_working_days_from_its_acknowledgement() {
    at_stage_2()
        .due("extension-limit/2", "2025-07-03")
        .when(on("2025-06-05", extend_to("2025-07-03")).by("ben"))
        .accepted()
        .due("response/2", "2025-07-03");
    at_stage_2()
        .when(on("2025-06-05", extend_to("2025-07-04")).by("ben"))
        .refused("extension-too-long", "7.2.3");
    let mut good = with(extend_to("2025-07-11"), "good-reason", json!("The engineer is ill"));
    at_stage_2().when(on("2025-06-05", good.clone()).by("ben")).accepted();
    good.as_object_mut().unwrap().remove("updates");
    at_stage_2().when(on("2025-06-05", good).by("ben")).refused("extension-incomplete", "7.2.4");
}

// D24-7.2.2a
#[test]
fn whoever_handled_stage_1_moves_nothing_at_stage_2() {
    at_stage_2()
        .when(on("2025-06-05", extend_to("2025-07-03")).by("amira"))
        .refused("not-independent", "7.2.2");
}

// D24-7.1.7a
#[test]
fn an_answer_after_the_limit_without_good_reason_misses_both() {
    given([on("2025-04-07", receive()), on("2025-04-10", acknowledge())])
        .later("2025-05-14")
        .breaches(&["response/1", "extension-limit/1"]);
}
