//! Derive's policy of December 2024, parameter by parameter against the clause it comes from.

use jiff::civil::date;
use redress_domain::calendar::Nation;
use redress_domain::policy::{Limit, Post, Start, UpdatesWanted};
use redress_domain::vocabulary::{EscalationGround, Finding, Ground, Role};

use super::pack;

fn said(limit: &Limit) -> (String, Start, &str) {
    (limit.length.to_string(), limit.from, limit.clause.as_str())
}

#[test]
fn the_limits_of_both_stages_are_derives_own() {
    let derive = pack("derive-2024");
    let (one, two) = (&derive.stage_1, &derive.stage_2);
    for (limit, length, from, clause) in [
        (&one.acknowledgement, "5 working days", Start::Receipt, "7.1.3"),
        (&one.response, "10 working days", Start::Acknowledgement, "7.1.6"),
        (&two.acknowledgement, "5 working days", Start::Receipt, "7.2.1"),
        (&two.response, "20 working days", Start::Acknowledgement, "7.2.3"),
    ] {
        assert_eq!(said(limit), (length.to_owned(), from, clause));
    }
    for (terms, length, clause, beyond) in [
        (&one.extension, "10 working days", "7.1.6", "7.1.7"),
        (&two.extension, "20 working days", "7.2.3", "7.2.4"),
    ] {
        let terms = terms.as_ref().unwrap();
        assert_eq!(terms.length.to_string(), length);
        assert_eq!((terms.clause.as_str(), terms.beyond.as_str()), (clause, beyond));
        assert_eq!(
            (terms.updates, terms.updates_clause.as_str()),
            (UpdatesWanted::PastLimit, beyond)
        );
        assert!(terms.approvers.is_empty() && !terms.beyond_needs_agreement);
    }
    assert!(one.first_contact.is_none() && two.first_contact.is_none());
    assert!(one.acknowledged_by.is_none() && two.acknowledged_by.is_none());
}

#[test]
fn people_hold_the_posts_that_derive_gives_them() {
    let derive = pack("derive-2024");
    let post = |post: &Post| (post.roles.clone(), post.clause.clone());
    let named = |roles: &[Role], clause: &str| (roles.to_vec(), clause.to_owned());
    let officer = [Role::ComplaintsOfficer, Role::ComplaintsManager];
    assert_eq!(post(&derive.stage_1.decider), named(&officer, "7.1.1"));
    assert_eq!(post(&derive.stage_2.decider), named(&[Role::Stage2Officer], "7.2.2"));
    let overseers = [&derive.stage_1.overseer, &derive.stage_2.overseer];
    let overseers = overseers.map(|overseer| post(overseer.as_ref().unwrap()));
    assert_eq!(overseers[0], named(&[Role::Stage2Officer], "7.1.4"));
    assert_eq!(overseers[1], named(&[Role::ComplaintsManager], "7.2.2"));
    let titles = [Role::ComplaintsOfficer, Role::Stage2Officer, Role::ComplaintsManager]
        .map(|role| derive.titles[&role].as_str());
    let printed =
        ["Complaints Officer", "Stage 2 Complaints Officer", "Customer Experience Manager"];
    assert_eq!(titles, printed);
}

#[test]
fn stage_2_may_be_asked_for_within_six_weeks_and_declined_on_two_grounds() {
    let terms = &pack("derive-2024").escalation;
    let window = terms.window.as_ref().unwrap();
    assert_eq!(window.length.to_string(), "6 weeks");
    assert_eq!((window.clause.as_str(), window.late_clause.as_str()), ("7.1.10", "7.1.10"));
    assert!(!window.from_receipt);
    assert_eq!(terms.decline, [EscalationGround::OutOfTime, EscalationGround::Exclusion]);
    assert_eq!(terms.decline_clause, "6.7");
    assert!(terms.independence.as_ref().unwrap().bars_overseer);
    assert_eq!(terms.independence.as_ref().unwrap().clause, "7.2.2");
    assert_eq!((terms.clause.as_str(), terms.early_clause.as_deref()), ("7.2.1", Some("7.2.1")));
}

#[test]
fn a_matter_may_be_twelve_months_old_and_older_for_good_reason() {
    let age = &pack("derive-2024").age;
    assert_eq!((age.limit.to_string().as_str(), age.clause.as_str()), ("12 months", "2.7.9"));
    assert!(age.discretion);
    assert_eq!(age.discretion_clause, "2.7.9");
}

#[test]
fn twelve_circumstances_make_thirteen_grounds() {
    let grounds: Vec<(Ground, &str)> = pack("derive-2024")
        .grounds
        .iter()
        .map(|ground| (ground.id, ground.clause.as_str()))
        .collect();
    assert_eq!(
        grounds,
        [
            (Ground::ActingForOthers, "2.7.1"),
            (Ground::CourtConcluded, "2.7.2"),
            (Ground::CourtStarted, "2.7.3"),
            (Ground::RentReview, "2.7.4"),
            (Ground::ServiceChargeSetting, "2.7.5"),
            (Ground::DamagedBelongings, "2.7.6"),
            (Ground::LiabilityOrInjury, "2.7.7"),
            (Ground::AlreadyConsidered, "2.7.8"),
            (Ground::OmbudsmanDetermined, "2.7.8"),
            (Ground::TooOld, "2.7.9"),
            (Ground::SurveyAnswer, "2.7.10"),
            (Ground::AsbReport, "2.7.11"),
            (Ground::NotACustomer, "2.7.12"),
        ]
    );
    let no_complaints: Vec<Ground> = pack("derive-2024")
        .grounds
        .iter()
        .filter(|ground| ground.not_a_complaint)
        .map(|ground| ground.id)
        .collect();
    assert_eq!(no_complaints, [Ground::SurveyAnswer, Ground::AsbReport]);
    let charges = pack("derive-2024").ground(Ground::ServiceChargeSetting).unwrap();
    assert_eq!(charges.goes_to.as_deref(), Some("the rents team"));
}

#[test]
fn open_actions_outlive_a_case_and_behaviour_ends_none() {
    let closing = &pack("derive-2024").closing;
    assert_eq!(closing.clause.as_deref(), Some("8"));
    assert!(closing.after.is_none());
    assert!(!closing.open_actions_block && !closing.behaviour && !closing.contact_first);
    let findings = &pack("derive-2024").findings;
    let words = [Finding::Upheld, Finding::PartlyUpheld, Finding::NotUpheld, Finding::NoFinding];
    assert_eq!((&findings.stage_1[..], &findings.stage_2[..]), (&words[..], &words[..]));
}

// D24-0a, D24-13b, D24-13c
#[test]
fn derive_governs_from_december_2024_as_written_and_goes_on_past_its_review() {
    let derive = pack("derive-2024");
    assert_eq!((derive.version.as_str(), derive.calendar), ("1.0", Nation::EnglandAndWales));
    assert!(!derive.floor);
    assert!(!derive.in_force_on(date(2024, 11, 30)));
    assert!(derive.in_force_on(date(2024, 12, 1)));
    let review = derive.review_due.as_ref().unwrap();
    assert_eq!((review.on, review.clause.as_str()), (date(2025, 12, 31), "front page"));
    assert!(derive.in_force_on(date(2026, 1, 1)));
    let full = derive.notes.iter().find(|note| note.clause == "13").unwrap();
    assert!(full.resolved.contains("31 December 2027"));
}

#[test]
fn a_notice_within_the_limit_is_held_to_the_code_and_one_past_it_to_derive() {
    let letters = &pack("derive-2024").letters;
    assert!(!letters.contains_key("extension-stage-1"));
    assert_eq!(letters["further-extension-stage-1"]["ombudsman"], "7.1.7");
    assert_eq!(letters["further-extension-stage-2"]["good-reason"], "7.2.4");
    assert_eq!(letters["response-stage-1"]["escalation"], "7.1.10");
    assert_eq!(letters["response-stage-2"]["ombudsman"], "2.4, 7.2.7");
    assert_eq!(letters["escalation-declined"]["reasons"], "6.7");
    assert!(
        !letters["response-stage-2"].contains_key("process-ended"),
        "the Code alone asks for it"
    );
}
