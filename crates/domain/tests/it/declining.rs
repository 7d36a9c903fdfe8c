//! Declining: the exception, on a ground of the policy with its proof, one case at a time.

use redress_domain::clock::Status;
use redress_domain::complaint::State;
use redress_domain::refusal::{Lack, Why};
use serde_json::{Value, json};

use crate::story::{
    Story, acknowledge, acknowledged, answered, ask_for_stage_2, day, given, on, receive, under,
};

const REASONS: &str = "The claim covers the very same leak and the court has it now.";

fn decline(ground: &str) -> Value {
    json!({
        "do": "decline", "ground": ground, "reasons": REASONS,
        "circumstances": "No vulnerability is known; we asked her on 8 April.",
    })
}

fn with(mut command: Value, more: Value) -> Value {
    for (key, value) in more.as_object().unwrap() {
        command[key] = value.clone();
    }
    command
}

fn received(more: Value) -> Story {
    given([on("2025-04-07", with(receive(), more))])
}

fn lacks(story: &Story) -> Lack {
    match &story.refusal().why {
        Why::GroundUnsupported { lacks, .. } => lacks.clone(),
        other => panic!("{other:?}"),
    }
}

// D24-2.7a, D24-6.7c, D24-6.7d, CODE-2.1.1, CODE-2.1.2, CODE-2.5, CODE-2.4.1
#[test]
fn every_ground_needs_reasons_and_circumstances_of_its_own() {
    for ground in [
        "rent-review",
        "service-charge-setting",
        "damaged-belongings",
        "liability-or-injury",
        "court-concluded",
    ] {
        for blank in ["", " ", "2.7"] {
            let story = received(json!({}))
                .when(on("2025-04-08", with(decline(ground), json!({ "reasons": blank }))));
            assert_eq!(lacks(&story), Lack::OwnReasons);
        }
        received(json!({}))
            .when(on("2025-04-08", with(decline(ground), json!({ "circumstances": "" }))))
            .refused("ground-unsupported", "6.7");
        received(json!({}))
            .when(on("2025-04-08", decline(ground)))
            .leads_to(&["complaint-declined"]);
    }
}

// D24-2.7a, CODE-2.2
#[test]
fn a_ground_that_the_policy_does_not_have_is_refused() {
    received(json!({}))
        .when(on("2025-04-08", decline("vexatious")))
        .refused("ground-unsupported", "6.7");
    received(json!({}))
        .when(on("2025-04-08", json!({ "do": "decline", "reasons": REASONS })))
        .refused("missing", "6.7");
}

// D24-6.7a
#[test]
fn a_refusal_meets_the_acknowledgement_clock_and_ends_the_rest() {
    received(json!({}))
        .when(on("2025-04-14", decline("rent-review")))
        .accepted()
        .state(State::Declined)
        .stands("acknowledgement/1", Status::Met)
        .has_no("response");
    received(json!({}))
        .when(on("2025-04-15", decline("rent-review")))
        .warned("late")
        .stands("acknowledgement/1", Status::Missed)
        .breaches(&["acknowledgement/1"]);
}

// D24-2.7.9a, D24-2.7.9b, CODE-2.2.1, CODE-2.3, CODE-2.3.1, CODE-2.3.2
#[test]
fn a_matter_is_too_old_only_after_twelve_months_from_the_later_of_two_days() {
    let aged = |happened: &str, aware: &str| {
        given([on(
            "2025-03-03",
            with(receive(), json!({ "happened-on": happened, "aware-on": aware })),
        )])
    };
    let old = || with(decline("too-old"), json!({ "discretion": "Nothing of it goes on today." }));
    // 29 February 2024 and 12 months end on Friday 28 February 2025.
    aged("2023-05-01", "2024-02-29")
        .when(on("2025-03-03", old()))
        .accepted()
        .state(State::Declined);
    let story = aged("2023-05-01", "2024-03-03").when(on("2025-03-04", old()));
    let last_day = day("2025-03-03");
    assert_eq!(lacks(&story), Lack::StillInTime { last_day, received: last_day });
    // Saturday 1 March 2025: the resident has until the end of Monday.
    let story = aged("2024-03-01", "2024-03-01").when(on("2025-03-04", old()));
    assert_eq!(lacks(&story), Lack::StillInTime { last_day, received: last_day });
    aged("2023-05-01", "2024-02-28")
        .when(on("2025-03-04", decline("too-old")))
        .refused("ground-unsupported", "2.7.9");
}

// D24-2.7.9a
#[test]
fn an_age_that_nobody_asked_about_is_no_ground() {
    let story = received(json!({})).when(on("2025-04-08", decline("too-old")));
    assert_eq!(lacks(&story), Lack::Dates);
    assert_eq!(story.refusal().clause, "2.7.9");
}

// D24-2.7.3a, D24-2.7.3b, CODE-2.2.2
#[test]
fn court_proceedings_have_begun_once_both_papers_are_filed() {
    let filed = |form: Option<&str>, particulars: Option<&str>| {
        let papers = json!({ "claim-form-filed-on": form, "particulars-filed-on": particulars });
        received(json!({})).when(on("2025-04-10", with(decline("court-started"), papers)))
    };
    filed(Some("2025-03-20"), Some("2025-04-10")).accepted();
    for (form, particulars) in [
        (None, None),
        (Some("2025-03-20"), None),
        (None, Some("2025-03-20")),
        (Some("2025-03-20"), Some("2025-04-11")),
    ] {
        let story = filed(form, particulars).refused("ground-unsupported", "2.7.3");
        assert_eq!(lacks(&story), Lack::CourtPapers);
    }
}

// D24-2.7.2a, D24-2.7.4a, D24-2.7.5a, D24-2.7.6a, D24-2.7.7a
#[test]
fn other_grounds_stand_on_their_own_reasons_under_their_own_clause() {
    for (ground, clause) in [
        ("court-concluded", "2.7.2"),
        ("rent-review", "2.7.4"),
        ("service-charge-setting", "2.7.5"),
        ("damaged-belongings", "2.7.6"),
        ("liability-or-injury", "2.7.7"),
    ] {
        received(json!({}))
            .when(on("2025-04-08", with(decline(ground), json!({ "reasons": "No." }))))
            .refused("ground-unsupported", clause);
        received(json!({})).when(on("2025-04-08", decline(ground))).accepted();
    }
}

// D24-2.7.8a, D24-2.7.8b, CODE-2.2.3
#[test]
fn what_was_considered_before_names_the_earlier_case() {
    for ground in ["already-considered", "ombudsman-determined"] {
        let story = received(json!({}))
            .when(on("2025-04-08", decline(ground)))
            .refused("ground-unsupported", "2.7.8");
        assert_eq!(lacks(&story), Lack::EarlierCase);
        let named = with(decline(ground), json!({ "earlier-case": "c9" }));
        received(json!({})).when(on("2025-04-08", named)).accepted();
    }
}

// D24-2.7.1a
#[test]
fn acting_for_others_names_whose_service_it_is() {
    let story = received(json!({}))
        .when(on("2025-04-08", decline("acting-for-others")))
        .refused("ground-unsupported", "2.7.1");
    assert_eq!(lacks(&story), Lack::Body);
    let named = with(decline("acting-for-others"), json!({ "body": "Thorn Housing" }));
    received(json!({})).when(on("2025-04-08", named)).accepted();
}

// D24-2.7.12a, D24-2.7.12b
#[test]
fn only_a_stranger_who_acts_for_nobody_is_no_customer() {
    let stranger = json!({ "as": "non-customer" });
    received(stranger).when(on("2025-04-08", decline("not-a-customer"))).accepted();
    for customer in [
        json!({ "as": "leaseholder" }),
        json!({ "as": "anonymous" }),
        json!({ "as": "non-customer", "on-behalf-of": "Mrs Shah" }),
    ] {
        let story = received(customer)
            .when(on("2025-04-08", decline("not-a-customer")))
            .refused("ground-unsupported", "2.7.12");
        assert_eq!(lacks(&story), Lack::IsACustomer);
    }
}

// D24-2.7.11a, D24-2.7.11c, D24-2.7.10a
#[test]
fn survey_answers_and_first_reports_are_grounds_only_for_what_they_are() {
    for (ground, about, clause) in
        [("survey-answer", "survey-answer", "2.7.10"), ("asb-report", "asb-report", "2.7.11")]
    {
        received(json!({}))
            .when(on("2025-04-08", decline(ground)))
            .refused("ground-unsupported", clause);
        received(json!({ "about": about })).when(on("2025-04-08", decline(ground))).accepted();
    }
}

// D24-2.7.4a, D24-2.7.5a, D24-2.7.6a, D24-2.7.7a
#[test]
fn one_point_is_declined_and_the_rest_goes_on() {
    let story = given(acknowledged())
        .when(on(
            "2025-04-11",
            with(decline("service-charge-setting"), json!({ "points": ["p1"] })),
        ))
        .leads_to(&["complaint-declined"])
        .state(State::Investigating)
        .due("response/1", "2025-04-28");
    assert_eq!(story.complaint().points_at(story.complaint().stage()).len(), 1);
    story
        .when(on("2025-04-14", with(decline("rent-review"), json!({ "points": ["p2"] }))))
        .refused("already-acknowledged", "6.7");
    given(acknowledged())
        .when(on("2025-04-11", with(decline("rent-review"), json!({ "points": ["p9"] }))))
        .refused("no-such-point", "7.1.2");
}

// D24-2.7.6a, D24-2.7.7a, D24-2.7.4a
#[test]
fn how_it_was_handled_is_kept_when_the_matter_itself_is_declined() {
    let part = json!({ "handling-accepted": "Nobody answered her three e-mails." });
    received(json!({}))
        .when(on("2025-04-08", with(decline("liability-or-injury"), part)))
        .accepted()
        .state(State::Received)
        .stands("acknowledgement/1", Status::Running);
}

#[test]
fn what_was_acknowledged_is_no_longer_declined_as_a_whole() {
    given(acknowledged())
        .when(on("2025-04-11", decline("rent-review")))
        .refused("already-acknowledged", "6.7");
}

#[test]
fn what_was_answered_is_no_longer_declined_in_part() {
    given(answered())
        .when(on("2025-04-28", with(decline("rent-review"), json!({ "points": ["p2"] }))))
        .refused("already-responded", "7.1.6");
}

#[test]
fn a_declined_complaint_takes_no_acknowledgement_and_no_second_refusal() {
    let declined = || received(json!({})).given([on("2025-04-08", decline("rent-review"))]);
    declined().when(on("2025-04-09", acknowledge())).refused("already-declined", "Code 2.4");
    declined().when(on("2025-04-09", decline("rent-review"))).refused("already-declined", "6.7");
    for command in [
        ask_for_stage_2(),
        json!({ "do": "add-point", "text": "Noise", "outcome": "Quiet", "related": true }),
    ] {
        declined().when(on("2025-07-09", command)).refused("already-declined", "Code 2.4");
    }
}

// CODE-2.4.3
#[test]
fn the_ombudsman_has_a_declined_complaint_taken_on_from_that_day() {
    let direct = json!({ "do": "accept-by-direction", "reference": "202512345" });
    received(json!({}))
        .given([on("2025-04-08", decline("rent-review"))])
        .when(on("2025-05-12", direct))
        .leads_to(&["acceptance-directed"])
        .state(State::Received)
        .due("acknowledgement/1", "2025-05-19")
        .stands("acknowledgement/1", Status::Running)
        .when(on("2025-05-13", decline("rent-review")))
        .refused("direction-cannot-be-refused", "Code 2.4")
        .when(on("2025-05-14", acknowledge()))
        .accepted()
        .due("response/1", "2025-05-29");
}

// CODE-2.4.3
#[test]
fn a_direction_about_one_point_leaves_the_first_acknowledgement_as_it_was() {
    let story = given([on("2025-04-07", receive()), on("2025-04-16", acknowledge())])
        .given([
            on("2025-04-17", with(decline("rent-review"), json!({ "points": ["p1"] }))),
            on("2025-04-28", json!({ "do": "accept-by-direction", "reference": "202512345" })),
        ])
        .due("acknowledgement/1", "2025-04-14")
        .breaches(&["acknowledgement/1"]);
    assert_eq!(story.complaint().points_at(story.complaint().stage()).len(), 2);
}

#[test]
fn a_direction_needs_a_refusal_and_a_reference() {
    received(json!({}))
        .when(on("2025-04-08", json!({ "do": "accept-by-direction", "reference": "2025" })))
        .refused("not-declined", "Code 2.4");
    received(json!({}))
        .given([on("2025-04-08", decline("rent-review"))])
        .when(on("2025-04-09", json!({ "do": "accept-by-direction" })))
        .refused("missing", "Code 2.4");
}

// CODE-2.2, CODE-2.3, CODE-2.3.2
#[test]
fn the_code_has_its_own_three_grounds() {
    let received = || {
        under("code-2024").given([on(
            "2025-04-07",
            with(receive(), json!({ "happened-on": "2024-01-05", "aware-on": "2024-02-05" })),
        )])
    };
    received().when(on("2025-04-08", decline("too-old"))).refused("ground-unsupported", "2.3");
    received()
        .when(on(
            "2025-04-08",
            with(
                decline("too-old"),
                json!({ "discretion": "Nothing goes on and no risk is known." }),
            ),
        ))
        .accepted();
    received().when(on("2025-04-08", decline("rent-review"))).refused("ground-unsupported", "2.5");
}
