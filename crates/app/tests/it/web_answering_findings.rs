//! C15, findings: each point decided by itself, nothing lost, nothing decided twice.

use redress_domain::vocabulary::{Finding, Role};
use redress_testkit::world::World;

use crate::web_answering_case::{UPHELD, acknowledged};

#[tokio::test]
async fn a_point_is_decided_and_the_page_counts_it() {
    for world in World::each().await {
        let case = acknowledged(&world).await;
        let amira = world.sign_in(Role::ComplaintsOfficer).await;
        let page = amira.get(&case.at("findings")).await;
        assert_eq!((page.code(), page.h1().as_str()), (200, "Findings: 0 of 2 decided"));
        assert!(
            page.title().starts_with("Findings: 0 of 2 decided – RH-2025-"),
            "{}",
            page.title()
        );

        let mut fields: Vec<(String, &str)> =
            UPHELD.iter().map(|(name, value)| (format!("p1-{name}"), *value)).collect();
        fields.push(("seen-version".to_owned(), "0"));
        let seen = page.value("seen-version");
        fields.last_mut().unwrap().1 = &seen;
        let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (n.as_str(), *v)).collect();
        let done = amira.post(&case.at("findings/p1"), &fields).await;
        assert_eq!(done.code(), 303, "{}", done.words());
        assert!(
            done.location().starts_with(&case.at("findings?done=found")),
            "{}",
            done.location()
        );

        let page = amira.get(done.location()).await;
        assert_eq!(page.h1(), "Findings: 1 of 2 decided");
        assert!(page.words().contains("The finding is recorded."), "{}", page.words());
        let found = case.case().await.complaint.stage_1.findings;
        let (_, found) = found.first_key_value().unwrap();
        assert_eq!(found.finding, Finding::Upheld);
        assert_eq!(found.given.cites[0].text(), "Repairs policy, section 4.2");
    }
}

#[tokio::test]
async fn upholding_without_saying_what_went_wrong_keeps_every_word_and_says_so() {
    let world = World::new().await;
    let case = acknowledged(&world).await;
    let fields = [("p1-finding", "upheld"), ("p1-reasons", "We took too long <b>over</b> it")];
    let page = case.post(Role::ComplaintsOfficer, "findings/p1", &fields).await;
    assert_eq!(page.code(), 422);
    assert!(page.title().starts_with("Error: "), "{}", page.title());
    assert!(page.body.contains("href=\"#p1-fault\""), "{}", page.words());
    assert!(page.words().contains("Enter what we did wrong"), "{}", page.words());
    assert!(page.body.contains("We took too long &#60;b&#62;over"), "the words are kept");
    assert!(case.case().await.complaint.stage_1.findings.is_empty());
}

#[tokio::test]
async fn a_clause_is_no_reason_and_the_refusal_says_what_to_do() {
    let world = World::new().await;
    let case = acknowledged(&world).await;
    let fields = [("p1-finding", "not-upheld"), ("p1-reasons", "See section 4.2")];
    let page = case.post(Role::ComplaintsOfficer, "findings/p1", &fields).await;
    assert_eq!(page.code(), 422);
    assert!(page.words().contains("point 1 has no reasons"), "{}", page.words());
    assert!(page.words().contains("Write in whole sentences"), "{}", page.words());
    assert!(page.words().contains("clause 7.1.8"), "{}", page.words());
    assert!(page.body.contains("See section 4.2"), "the words are kept");
}

#[tokio::test]
async fn whoever_comes_second_sees_what_changed_and_loses_nothing() {
    let world = World::new().await;
    let case = acknowledged(&world).await;
    let amira = world.sign_in(Role::ComplaintsOfficer).await;
    let seen = amira.get(&case.at("findings")).await.value("seen-version");
    case.decide(Role::ComplaintsOfficer).await;
    let fields = [
        ("seen-version", seen.as_str()),
        ("p2-finding", "no-finding"),
        ("p2-reasons", "The diary of that month is lost"),
    ];
    let page = amira.post(&case.at("findings/p2"), &fields).await;
    assert_eq!(page.code(), 409);
    assert!(page.words().contains("Amira Khan"), "{}", page.words());
    assert!(page.body.contains("The diary of that month is lost"), "the words are kept");
    assert!(page.body.contains("id=\"form-findings-p2\""), "its form is there");
    assert!(page.body.contains("form=\"form-findings-p2\""), "one button goes on from there");
}

#[tokio::test]
async fn the_same_form_sent_twice_decides_once() {
    let world = World::new().await;
    let case = acknowledged(&world).await;
    let seen = case.seen().await;
    let fields = [
        ("seen-version", seen.as_str()),
        ("once", "the-same-token-twice"),
        ("p2-finding", "not-upheld"),
        ("p2-reasons", "Our record shows a call before each visit"),
    ];
    let amira = world.sign_in(Role::ComplaintsOfficer).await;
    let first = amira.post(&case.at("findings/p2"), &fields).await;
    let before = case.seen().await;
    let second = amira.post(&case.at("findings/p2"), &fields).await;
    assert_eq!((first.code(), second.code()), (303, 303));
    assert_eq!(first.location(), second.location());
    assert_eq!(case.seen().await, before);
}

#[tokio::test]
async fn an_auditor_reads_the_findings_and_is_offered_no_form() {
    let world = World::new().await;
    let case = acknowledged(&world).await;
    let page = world.sign_in(Role::Auditor).await.get(&case.at("findings")).await;
    assert_eq!(page.code(), 200);
    assert!(!page.main().contains("<form"), "{}", page.words());
    let sent = case.post(Role::Auditor, "findings/p1", &[("p1-finding", "upheld")]).await;
    assert_eq!(sent.code(), 403);
}
