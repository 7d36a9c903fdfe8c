//! Coming in: what was said, when anybody was first told, whether it is a complaint, who speaks.

use redress_domain::clock::Status;
use redress_domain::complaint::State;
use redress_domain::refusal::Why;
use redress_domain::vocabulary::{Authority, Kind};
use serde_json::json;

use crate::story::{
    acknowledge, acknowledged, answered, ask_for_stage_2, given, on, receive, two_points, under,
};

const CHANNELS: [&str; 12] = [
    "phone",
    "email",
    "letter",
    "in-person",
    "portal",
    "web-form",
    "web-chat",
    "social-media",
    "survey",
    "contractor",
    "executive",
    "member",
];

// D24-6.1b, D24-6.1c, D24-6.1d, D24-6.1e, D24-6.1f, CODE-3.1, CODE-3.1.1, CODE-3.2, CODE-3.2.1
#[test]
fn a_complaint_comes_in_by_any_channel() {
    for channel in CHANNELS {
        given([])
            .when(on("2025-04-07", json!({ "do": "receive", "channel": channel, "text": "Damp" })))
            .leads_to(&["complaint-received"])
            .state(State::Received)
            .due("acknowledgement/1", "2025-04-14");
    }
}

// D24-2.1a, D24-2.4c, D24-4-4.1a, D24-4-2.2a, CODE-1.3.1
#[test]
fn nothing_but_a_channel_and_words_is_needed_and_no_word_is_magic() {
    for standing in ["tenant", "leaseholder", "former-occupier", "anonymous", "non-customer"] {
        let contact =
            json!({ "do": "receive", "channel": "web-form", "text": "Not good.", "as": standing });
        given([])
            .when(on("2025-04-07", contact))
            .accepted()
            .stands("acknowledgement/1", Status::Running);
    }
}

// D24-6.3b, CODE-5.12.1
#[test]
fn a_complaint_without_words_is_refused() {
    for text in ["", "  \n", "\u{200b}"] {
        given([])
            .when(on("2025-04-07", json!({ "do": "receive", "channel": "phone", "text": text })))
            .refused("missing", "6.3");
    }
    given([])
        .when(on("2025-04-07", json!({ "do": "receive", "text": "Damp" })))
        .refused("missing", "6.1");
}

// D24-6.3c, CODE-3.2, CODE-6.2.4
#[test]
fn the_clock_runs_from_the_day_anybody_was_told_also_a_sunday() {
    let told = |day: &str| json!({ "do": "receive", "channel": "contractor", "text": "Damp", "received-on": day });
    let story =
        given([on("2025-04-09", told("2025-04-06"))]).due("acknowledgement/1", "2025-04-11");
    assert_eq!(story.clock("acknowledgement").from_event, "complaint-received");
    given([]).when(on("2025-04-09", told("2025-04-10"))).refused("received-in-future", "6.3");
}

#[test]
fn one_case_is_received_once() {
    given([on("2025-04-07", receive())])
        .when(on("2025-04-08", receive()))
        .refused("already-received", "record");
    given([])
        .when(on("2025-04-07", json!({ "do": "accept" })))
        .refused("nothing-received", "record");
}

#[test]
fn a_receipt_before_the_calendar_begins_is_refused_with_the_year() {
    let old = json!({ "do": "receive", "channel": "letter", "text": "Damp", "received-on": "2018-05-01" });
    let story = given([]).when(on("2025-04-09", old)).refused("calendar-ends", "calendar");
    assert_eq!(story.refusal().why, Why::CalendarEnds { year: 2018 });
}

#[test]
fn a_named_policy_plays_before_it_was_in_force_with_a_warning() {
    given([]).when(on("2024-11-29", receive())).warned("pack-not-in-force");
    given([]).when(on("2024-12-02", receive())).not_warned("pack-not-in-force");
}

// D24-5.1a, D24-5.1b, D24-2.7.10a, D24-2.7.11a, D24-2.7.11b, CODE-1.4.2, CODE-1.6, CODE-1.6.1
#[test]
fn what_is_no_complaint_starts_no_clock() {
    for about in ["service-request", "survey-answer", "asb-report", "compliment", "comment"] {
        let contact =
            json!({ "do": "receive", "channel": "phone", "text": "A tap drips", "about": about });
        let story = given([on("2025-04-07", contact)]);
        // A request for service is looked at again one day; nothing else is due.
        let due: Vec<String> = story.clocks().iter().map(|clock| clock.id()).collect();
        let looked_at: &[&str] =
            if about == "service-request" { &["service-request-review-q1"] } else { &[] };
        assert_eq!(due, looked_at, "{about}");
        story.when(on("2025-04-08", acknowledge())).refused("not-a-complaint", "4 (printed 2.2)");
    }
}

// D24-5.2d, D24-2.7.10a, D24-4-2.2b, CODE-1.3, CODE-1.3.2, CODE-1.5, CODE-1.5.1
#[test]
fn whoever_chooses_to_complain_counts_from_that_day() {
    for about in ["service-request", "survey-answer", "asb-report"] {
        let contact =
            json!({ "do": "receive", "channel": "survey", "text": "Slow", "about": about });
        given([on("2025-04-07", contact)])
            .when(on("2025-04-22", json!({ "do": "offer-choice", "answer": "complain" })))
            .leads_to(&["choice-offered"])
            .due("acknowledgement/1", "2025-04-29");
    }
}

// D24-4-2.2b, CODE-1.3.1
#[test]
fn dissatisfaction_that_was_taken_for_a_comment_keeps_its_first_day() {
    for about in ["comment", "enquiry"] {
        let contact =
            json!({ "do": "receive", "channel": "email", "text": "Poor work", "about": about });
        given([on("2025-04-07", contact)])
            .when(on("2025-04-22", json!({ "do": "offer-choice", "answer": "complain" })))
            .accepted()
            .due("acknowledgement/1", "2025-04-14")
            .stands("acknowledgement/1", Status::Missed);
    }
}

#[test]
fn a_complaint_sorted_wrongly_for_a_while_keeps_its_day() {
    given([
        on("2025-04-07", receive()),
        on("2025-04-08", json!({ "do": "classify", "kind": "service-request" })),
        on("2025-04-14", json!({ "do": "classify", "kind": "complaint" })),
    ])
    .due("acknowledgement/1", "2025-04-14");
}

// D24-2.7.11c
#[test]
fn dissatisfaction_with_a_nuisance_case_is_sorted_into_the_complaints() {
    let report = json!({ "do": "receive", "channel": "phone", "text": "Noise again", "about": "asb-report" });
    let story = given([on("2025-04-07", report)])
        .when(on("2025-04-08", json!({ "do": "classify", "kind": "complaint", "reason": "About how the case was run" })))
        .leads_to(&["contact-classified"])
        .due("acknowledgement/1", "2025-04-15");
    assert_eq!(story.complaint().kind, Kind::Complaint);
}

#[test]
fn sorting_and_choosing_need_an_answer() {
    let story = || given([on("2025-04-07", receive())]);
    for command in [json!({ "do": "classify" }), json!({ "do": "offer-choice" })] {
        story().when(on("2025-04-08", command)).refused("missing", "4 (printed 2.2)");
    }
    given(acknowledged())
        .when(on("2025-04-11", json!({ "do": "classify", "kind": "comment" })))
        .refused("already-acknowledged", "6.7");
}

// D24-6.4a, D24-6.4b, D24-2.7.12b, CODE-1.3.3
#[test]
fn no_clock_waits_for_a_representatives_authority() {
    let contact = json!({
        "do": "receive", "channel": "letter", "text": "For my constituent", "from": "Cllr Ray",
        "as": "non-customer", "on-behalf-of": "Mrs Shah",
    });
    let story = given([on("2025-04-07", contact)]).due("acknowledgement/1", "2025-04-14");
    assert_eq!(story.complaint().representative.unwrap().1, Authority::Pending);
    let held = json!({ "do": "authorise-representative", "who": "Cllr Ray", "status": "held", "basis": "written" });
    let story = story
        .when(on("2025-04-16", held))
        .leads_to(&["representative-authorised"])
        .due("acknowledgement/1", "2025-04-14")
        .stands("acknowledgement/1", Status::Missed);
    assert_eq!(story.complaint().representative.unwrap().1, Authority::Held);
}

// D24-6.5c
#[test]
fn authority_names_the_person_and_what_it_rests_on() {
    let says = |command| given([on("2025-04-07", receive())]).when(on("2025-04-08", command));
    for incomplete in [
        json!({ "do": "authorise-representative", "status": "pending" }),
        json!({ "do": "authorise-representative", "who": "Ray" }),
        json!({ "do": "authorise-representative", "who": "Ray", "status": "held" }),
    ] {
        says(incomplete).refused("missing", "6.5");
    }
    says(json!({ "do": "authorise-representative", "who": "Ray", "status": "refused" })).accepted();
}

// D24-4-4.1b, CODE-1.2.2
#[test]
fn a_group_complains_on_one_case_with_one_clock_and_a_lead() {
    let petition = json!({
        "do": "receive", "channel": "letter", "text": "The lift", "group": ["Ann", "Bo", "Cy"],
    });
    let story = given([on("2025-04-07", petition)])
        .when(on("2025-04-08", json!({ "do": "name-lead", "who": "Bo" })))
        .leads_to(&["lead-named"]);
    assert_eq!(story.complaint().contact.group.len(), 3);
    assert_eq!(story.clocks().iter().filter(|it| it.what.name() == "acknowledgement").count(), 1);
    story
        .when(on("2025-04-08", json!({ "do": "name-lead", "who": " " })))
        .refused("missing", "6.5");
}

#[test]
fn a_case_is_linked_to_another_by_its_label() {
    let story = given([on("2025-04-07", receive())])
        .when(on("2025-04-08", json!({ "do": "link", "to": "c2" })))
        .leads_to(&["case-linked"]);
    assert_eq!(story.complaint().links.len(), 1);
    story.when(on("2025-04-08", json!({ "do": "link" }))).refused("missing", "6.3");
}

// D24-7.1.1a, CODE-2.1
#[test]
fn acceptance_changes_no_clock() {
    given([on("2025-04-07", receive())])
        .when(on("2025-04-11", json!({ "do": "accept" })))
        .leads_to(&["complaint-accepted"])
        .due("acknowledgement/1", "2025-04-14");
    let request =
        json!({ "do": "receive", "channel": "phone", "text": "A tap", "about": "service-request" });
    given([on("2025-04-07", request)])
        .when(on("2025-04-11", json!({ "do": "accept" })))
        .refused("not-a-complaint", "4 (printed 2.2)");
}

#[test]
fn a_withdrawal_voids_what_still_runs_and_leaves_what_was_missed() {
    given(acknowledged())
        .when(on("2025-04-14", json!({ "do": "withdraw", "reason": "It was mended" })))
        .leads_to(&["complaint-withdrawn"])
        .state(State::Withdrawn)
        .later("2025-06-30")
        .stands("acknowledgement/1", Status::Met)
        .stands("response/1", Status::Void)
        .stands("extension-limit/1", Status::Void)
        .breaches(&[]);
    given([on("2025-04-07", receive()), on("2025-04-16", json!({ "do": "withdraw" }))])
        .stands("acknowledgement/1", Status::Missed)
        .stands("response/1", Status::Void)
        .breaches(&["acknowledgement/1"]);
}

#[test]
fn a_withdrawn_case_takes_nothing_more_until_it_is_opened_again() {
    let gone = || given(acknowledged()).given([on("2025-04-14", json!({ "do": "withdraw" }))]);
    for command in [
        acknowledge(),
        json!({ "do": "withdraw" }),
        json!({ "do": "update-resident", "text": "Hello" }),
    ] {
        gone().when(on("2025-04-15", command)).refused("withdrawn", "6.3");
    }
    gone()
        .when(on("2025-04-15", json!({ "do": "reopen", "reason": "They changed their mind" })))
        .leads_to(&["complaint-reopened"])
        .state(State::Investigating)
        .stands("response/1", Status::Running);
}

// D24-6.3c
#[test]
fn a_corrected_day_of_receipt_recounts_the_acknowledgement() {
    let story = given([on("2025-04-07", receive())])
        .when(on("2025-04-09", json!({ "do": "correct-received-date", "to": "2025-04-02", "reason": "He told the caretaker" })))
        .leads_to(&["received-date-corrected"])
        .due("acknowledgement/1", "2025-04-09")
        .due("response/1", "2025-04-25");
    assert_eq!(story.complaint().received_corrected.len(), 1);
}

// D24-6.3c
#[test]
fn a_corrected_day_of_receipt_leaves_a_promised_day_alone() {
    given(acknowledged())
        .when(on("2025-04-15", json!({ "do": "correct-received-date", "to": "2025-04-01", "reason": "Told the caretaker" })))
        .accepted()
        .due("acknowledgement/1", "2025-04-08")
        .stands("acknowledgement/1", Status::Missed)
        .due("response/1", "2025-04-28")
        .stands("response/1", Status::Running);
}

#[test]
fn a_correction_needs_the_day_and_the_reason_and_lies_in_the_past() {
    let says = |command| given([on("2025-04-07", receive())]).when(on("2025-04-08", command));
    says(json!({ "do": "correct-received-date", "reason": "Slip" })).refused("missing", "6.3");
    says(json!({ "do": "correct-received-date", "to": "2025-04-04" })).refused("missing", "6.3");
    says(json!({ "do": "correct-received-date", "to": "2025-04-09", "reason": "Slip" }))
        .refused("received-in-future", "6.3");
}

// D24-6.1d, CODE-3.2
#[test]
fn what_belongs_to_a_complaint_is_refused_before_it_is_one() {
    let request = || {
        given([on(
            "2025-04-07",
            json!({ "do": "receive", "channel": "phone", "text": "A tap", "about": "service-request" }),
        )])
    };
    for command in [
        json!({ "do": "define", "points": two_points() }),
        json!({ "do": "add-point", "text": "More", "outcome": "Mend", "related": true }),
        ask_for_stage_2(),
    ] {
        request().when(on("2025-06-30", command)).refused("not-a-complaint", "4 (printed 2.2)");
    }
}

#[test]
fn after_the_answer_a_new_contact_still_counts_from_its_own_day() {
    // The stage 1 answer ends nothing: the resident is heard by the same door.
    given(answered()).state(State::Answered).stands("escalation-window/1", Status::Running);
    under("code-2024").given([on("2025-04-07", receive())]).due("acknowledgement/1", "2025-04-14");
}
