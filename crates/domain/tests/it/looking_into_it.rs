//! Looking into it: who holds the case, what is asked and filed, and the resident kept informed.

use redress_domain::clock::Status;
use redress_domain::event::Event;
use redress_domain::ids::StaffId;
use redress_domain::personal::Words;
use redress_domain::vocabulary::{Role, Stage};
use serde_json::json;

use crate::story::{
    Story, acknowledged, answered, ask_for_stage_2, day, escalated, find, given, on, receive,
    respond, under,
};

// D24-7.1.4u, D24-7.2.2b, D24-7.2.2c, D24-7.1.4b
#[test]
fn each_post_wants_its_own_role() {
    let story = || {
        under("derive-2024")
            .staffed("amira", Role::ComplaintsOfficer)
            .staffed("ben", Role::Stage2Officer)
            .staffed("chloe", Role::ComplaintsManager)
            .given([on("2025-04-07", receive())])
    };
    let assign =
        |who: &str, oversees: bool| json!({ "do": "assign", "officer": who, "oversees": oversees });
    story().when(on("2025-04-08", assign("amira", false))).leads_to(&["officer-assigned"]);
    story().when(on("2025-04-08", assign("ben", true))).leads_to(&["overseer-assigned"]);
    story().when(on("2025-04-08", assign("ben", false))).refused("wrong-role", "7.1.1");
    story().when(on("2025-04-08", assign("amira", true))).refused("wrong-role", "7.1.4");
    story().when(on("2025-04-08", assign(" ", false))).refused("missing", "7.1.4");
    let at_2 = || {
        under("derive-2024")
            .staffed("chloe", Role::ComplaintsManager)
            .staffed("dana", Role::ComplaintsOfficer)
            .given(escalated())
    };
    at_2().when(on("2025-05-06", assign("chloe", true))).leads_to(&["overseer-assigned"]);
    at_2().when(on("2025-05-06", assign("dana", true))).refused("wrong-role", "7.2.2");
    at_2().when(on("2025-05-06", assign("dana", false))).refused("wrong-role", "7.2.2");
}

#[test]
fn a_case_that_waits_for_stage_2_is_given_out_by_escalating_it() {
    given(answered())
        .given([on("2025-05-01", ask_for_stage_2())])
        .when(on("2025-05-02", json!({ "do": "assign", "officer": "ben" })))
        .refused("not-escalated", "7.2.2")
        .when(on("2025-05-02", json!({ "do": "escalate", "officer": "ben" })))
        .accepted();
}

// D24-1a, D24-7.1.4c, D24-7.1.4l, CODE-5.8, CODE-5.8c
#[test]
fn an_open_conflict_keeps_somebody_from_holding_and_from_acting() {
    let conflict = |mitigation: Option<&str>| json!({ "do": "declare-conflict", "who": "amira", "about": "She is his sister", "mitigation": mitigation });
    let assign = json!({ "do": "assign", "officer": "amira" });
    given([on("2025-04-07", receive()), on("2025-04-08", conflict(None))])
        .when(on("2025-04-08", assign.clone()))
        .refused("conflicted", "7.1.4");
    given([on("2025-04-07", receive()), on("2025-04-08", conflict(Some("Chloe signs")))])
        .when(on("2025-04-08", assign))
        .accepted();
    given(acknowledged())
        .given([on("2025-04-11", conflict(None))])
        .when(on("2025-04-24", find("p1", "upheld")).by("amira"))
        .refused("conflicted", "7.1.4");
    let none = json!({ "do": "declare-conflict", "who": "amira", "about": "none" });
    given(acknowledged())
        .given([on("2025-04-11", conflict(None)), on("2025-04-14", none)])
        .when(on("2025-04-24", find("p1", "upheld")).by("amira"))
        .accepted();
}

#[test]
fn a_declaration_says_who_and_what_about() {
    for lacking in [
        json!({ "do": "declare-conflict", "about": "none" }),
        json!({ "do": "declare-conflict", "who": "amira" }),
    ] {
        given(acknowledged()).when(on("2025-04-11", lacking)).refused("missing", "7.1.4");
    }
}

fn agreed() -> Story {
    given(acknowledged()).given([on(
        "2025-04-10",
        json!({ "do": "agree-updates", "every": "5 working days", "method": "phone" }),
    )])
}

// D24-7.1.4f, D24-7.1.4g, CODE-5.9
#[test]
fn an_update_falls_due_after_the_agreed_days_and_the_next_counts_from_it() {
    let tell = json!({ "do": "update-resident", "text": "The scaffold is booked for Tuesday." });
    agreed()
        .due("update/u1", "2025-04-17")
        .when(on("2025-04-15", tell.clone()))
        .leads_to(&["resident-updated"])
        .stands("update/u1", Status::Met)
        .due("update/u2", "2025-04-24")
        .stands("update/u2", Status::Running)
        .later("2025-04-25")
        .breaches(&["update/1"])
        .when(on("2025-04-28", tell))
        .warned("late")
        .stands("update/u2", Status::Missed)
        .due("update/u3", "2025-05-06");
}

// CODE-6.3.2
#[test]
fn an_update_is_never_the_answer() {
    agreed()
        .given([on("2025-04-28", json!({ "do": "update-resident", "text": "We agree with you." }))])
        .later("2025-04-29")
        .stands("response/1", Status::Missed);
}

#[test]
fn the_answer_ends_the_updates_and_later_news_is_no_late_update() {
    agreed()
        .given([
            on("2025-04-16", find("p1", "upheld")),
            on("2025-04-16", find("p2", "upheld")),
            on("2025-04-16", respond()),
        ])
        .stands("update/u1", Status::Void)
        .when(on("2025-05-20", json!({ "do": "update-resident", "text": "The roof is mended." })))
        .accepted()
        .stands("update/u1", Status::Void)
        .breaches(&[]);
}

#[test]
fn a_new_rhythm_replaces_the_old_one() {
    agreed()
        .given([on("2025-04-14", json!({ "do": "agree-updates", "every": "2 weeks" }))])
        .stands("update/u1", Status::Void)
        .due("update/u2", "2025-04-28");
    given(acknowledged())
        .when(on("2025-04-11", json!({ "do": "agree-updates", "every": "1 week" })))
        .warned("way-of-updates-open");
    given(acknowledged())
        .when(on("2025-04-11", json!({ "do": "agree-updates" })))
        .refused("missing", "7.1.4");
    given(answered())
        .when(on("2025-04-28", json!({ "do": "agree-updates", "every": "1 week" })))
        .refused("already-responded", "7.1.6");
    given(acknowledged())
        .when(on("2025-04-11", json!({ "do": "update-resident", "text": "" })))
        .refused("missing", "7.1.4");
}

// D24-2.6a, D24-2.6b, D24-2.6c, D24-7.1.4d, CODE-5.10, CODE-5.10.2, CODE-5.10.3
#[test]
fn needs_are_kept_and_a_disability_is_sealed() {
    let story = given([on("2025-04-07", receive())])
        .when(on(
            "2025-04-08",
            json!({ "do": "record-needs", "needs": ["Large print"], "disability": "Low sight" }),
        ))
        .leads_to(&["needs-recorded"]);
    let complaint = story.complaint();
    assert_eq!(complaint.needs, [Words::said("Large print")]);
    assert_eq!(complaint.disability, Some(Words::Sealed("Low sight".into())));
    assert!(complaint.stage_1.needs_asked);
    story
        .when(on("2025-04-08", json!({ "do": "record-needs", "needs": [" "] })))
        .refused("missing", "2.6");
}

// D24-6.3d, D24-6.3e, D24-6.3f, CODE-5.12.2, CODE-5.12.3, CODE-5.12.4
#[test]
fn letters_calls_and_papers_are_filed_with_whom_and_which_way() {
    let whole = json!({ "do": "record-correspondence", "with": "Mears", "direction": "in", "text": "Seen today" });
    given(acknowledged())
        .when(on("2025-04-11", whole.clone()))
        .leads_to(&["correspondence-recorded"]);
    for field in ["with", "direction", "text"] {
        let mut lacking = whole.clone();
        lacking.as_object_mut().unwrap().remove(field);
        given(acknowledged()).when(on("2025-04-11", lacking)).refused("missing", "6.3");
    }
    let story = given(acknowledged())
        .when(on(
            "2025-04-11",
            json!({ "do": "record-evidence", "what": "Damp survey", "from": "Mears" }),
        ))
        .leads_to(&["evidence-recorded"]);
    assert_eq!(story.complaint().evidence.len(), 1);
    story.when(on("2025-04-11", json!({ "do": "record-evidence" }))).refused("missing", "6.3");
}

// D24-2.2.1a, D24-7.1.4m
#[test]
fn a_team_is_never_given_longer_than_the_residents_own_day() {
    let ask = |due: &str| json!({ "do": "request-information", "from": "Mears", "what": "The visit notes", "due": due });
    given(acknowledged())
        .when(on("2025-04-11", ask("2025-04-28")))
        .leads_to(&["information-requested"]);
    given(acknowledged())
        .when(on("2025-04-11", ask("2025-04-29")))
        .refused("reply-after-response", "7.1.6");
    for lacking in [
        json!({ "do": "request-information", "what": "Notes" }),
        json!({ "do": "request-information", "from": "Mears" }),
    ] {
        given(acknowledged()).when(on("2025-04-11", lacking)).refused("missing", "6.3");
    }
}

// D24-7.1.4m
#[test]
fn what_comes_in_answers_the_request_it_names_and_the_first_answer_counts() {
    let ask = |from: &str, due: &str| json!({ "do": "request-information", "from": from, "what": "The visit notes", "due": due });
    let file = |answers: &str| json!({ "do": "record-evidence", "what": "The job sheet", "answers": answers });
    let message = |direction: &str| json!({ "do": "record-correspondence", "with": "Farid", "direction": direction, "text": "I came twice", "answers": "r2" });
    let asked = || {
        given(acknowledged())
            .given([on("2025-04-11", ask("Mears", "2025-04-15"))])
            .given([on("2025-04-11", ask("Farid", "2025-04-16"))])
    };
    let complaint = asked().complaint();
    let late = |today: &str| -> Vec<bool> {
        complaint.information.iter().map(|it| it.is_late(day(today))).collect()
    };
    assert_eq!(late("2025-04-15"), [false, false], "the day itself is in time");
    assert_eq!(late("2025-04-16"), [true, false]);
    asked().when(on("2025-04-14", file("r3"))).refused("no-such-request", "6.3");
    asked().when(on("2025-04-14", message("out"))).refused("answer-goes-out", "6.3");
    let complaint = asked()
        .given([on("2025-04-14", file("r1")), on("2025-04-17", message("in"))])
        .given([on("2025-04-22", file("r1"))])
        .complaint();
    let answered: Vec<_> = complaint.information.iter().map(|it| it.answered_on).collect();
    assert_eq!(answered, [Some(day("2025-04-14")), Some(day("2025-04-17"))]);
    let late: Vec<bool> =
        complaint.information.iter().map(|it| it.is_late(day("2025-04-28"))).collect();
    assert_eq!(late, [false, true], "answered in time; answered a day late");
}

// D24-7.1.4s, D24-7.1.4t
#[test]
fn whoever_is_criticised_is_invited_to_comment() {
    let story = given(acknowledged())
        .when(on(
            "2025-04-11",
            json!({ "do": "invite-comment", "who": "Farid", "about": "The missed visits" }),
        ))
        .leads_to(&["comment-invited"]);
    assert_eq!(story.complaint().invited_to_comment.len(), 1);
    for lacking in [
        json!({ "do": "invite-comment", "about": "Visits" }),
        json!({ "do": "invite-comment", "who": "Farid" }),
    ] {
        given(acknowledged()).when(on("2025-04-11", lacking)).refused("missing", "7.1.4");
    }
}

#[test]
fn a_departure_from_the_policy_is_approved_by_somebody_else() {
    let depart = |by: &str| json!({ "do": "depart-from-policy", "clause": "7.1.10", "reason": "In hospital", "approved-by": by });
    given(acknowledged())
        .when(on("2025-04-11", depart("chloe")).by("amira"))
        .leads_to(&["policy-departed-from"]);
    given(acknowledged())
        .when(on("2025-04-11", depart("amira")).by("amira"))
        .refused("approver-is-asker", "Code introduction");
    for field in ["clause", "reason", "approved-by"] {
        let mut lacking = depart("chloe");
        lacking.as_object_mut().unwrap().remove(field);
        given(acknowledged())
            .when(on("2025-04-11", lacking))
            .refused("missing", "Code introduction");
    }
}

// D24-7.1.1a, CODE-5.8b
#[test]
fn a_contact_is_recorded_at_the_stage_it_was_made() {
    let story = given(escalated())
        .when(on("2025-05-06", json!({ "do": "make-contact", "note": "Rang, left a message" })))
        .leads_to(&["contact-made"]);
    let complaint = story.complaint();
    assert_eq!(complaint.at(Stage::Two).unwrap().contacts.len(), 1);
    assert!(complaint.stage_1.contacts.is_empty());
    assert!(complaint.stage_1.hands.contains(&StaffId("amira".into())));
}

// D24-7.1.4m
#[test]
fn a_message_keeps_the_day_it_is_of_and_the_day_somebody_was_told() {
    let message = |told: &str| json!({ "do": "record-correspondence", "with": "Mears", "direction": "in", "text": "Nobody was in", "told-on": told });
    let story = given(acknowledged()).when(on("2025-04-11", message("2025-04-14"))).accepted();
    let told = |story: &Story| match story.history().last().map(|it| (it.on, it.event.clone())) {
        Some((on, Event::CorrespondenceRecorded { told_on, .. })) => (on, told_on),
        other => panic!("{other:?}"),
    };
    assert_eq!(told(&story), (day("2025-04-11"), Some(day("2025-04-14"))));
    let same = given(acknowledged()).when(on("2025-04-11", message("2025-04-11"))).accepted();
    assert_eq!(told(&same), (day("2025-04-11"), None), "one day is one day");
    given(acknowledged())
        .when(on("2025-04-11", message("2025-04-10")))
        .refused("told-before", "6.3");
}

// CODE-3.6.1, D24-6.5a, D24-6.5b
#[test]
fn a_meeting_says_whether_somebody_might_come_along_and_who_did() {
    let met = || json!({ "do": "record-meeting", "note": "At her flat, an hour", "companion-offered": true, "companions": ["Her son", " "] });
    let story = given(acknowledged()).when(on("2025-04-11", met())).accepted();
    let story =
        story.leads_to(&["contact-made", "meeting-held"]).not_warned("companion-not-offered");
    let Some(Event::MeetingHeld(meeting)) = story.history().last().map(|it| it.event.clone())
    else {
        panic!("no meeting");
    };
    assert_eq!(meeting.companions, [Words::said("Her son")]);
    assert_eq!(
        story.complaint().stage_1.contacts.last(),
        Some(&day("2025-04-11")),
        "a contact too"
    );
    let mut silent = met();
    silent.as_object_mut().unwrap().remove("companion-offered");
    given(acknowledged()).when(on("2025-04-11", silent)).refused("missing", "6.5");
    let mut not = met();
    not["companion-offered"] = json!(false);
    given(acknowledged()).when(on("2025-04-11", not)).accepted().warned("companion-not-offered");
}
