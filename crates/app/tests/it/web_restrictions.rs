//! P3, restrictions: evidence, proportion, another person's approval, review, and a way that stays
//! open; and a proposal that leaves no mark when it is turned down.

use redress_domain::vocabulary::Role;
use redress_testkit::world::{Visitor, World};

use crate::made::{acknowledged, send};

const PROPOSAL: &[(&str, &str)] = &[
    ("evidence", "He rang forty times on Monday and swore at Dan."),
    ("equality", "He was asked; no disability plays a part."),
    ("measure", "One call a week, with Amira"),
    ("proportionality", "A talk changed nothing."),
    ("closes", "phone"),
    ("route", "letter"),
];

async fn propose(who: &Visitor<'_>, re: &str, changes: &[(&str, &str)]) -> u16 {
    let kept = PROPOSAL.iter().filter(|(name, _)| !changes.iter().any(|(new, _)| new == name));
    let fields: Vec<(&str, &str)> = kept.chain(changes).copied().collect();
    send(who, re, "restrictions", &fields).await.code()
}

// WDH-receipt-3, WDH-behaviour-3e, CODE-5.14, CODE-5.15
#[tokio::test]
async fn a_restriction_takes_another_person_keeps_a_way_open_and_is_looked_at_again() {
    for world in World::each().await {
        let re = acknowledged(&world).await;
        let page = format!("/complaints/{re}/restrictions");
        let amira = world.sign_in(Role::ComplaintsOfficer).await;
        assert_eq!(amira.get(&page).await.h1(), "No restriction, as it should be");
        assert_eq!(propose(&amira, &re, &[("route", "phone")]).await, 422, "no way left open");
        assert_eq!(propose(&amira, &re, &[("evidence", " ")]).await, 422);
        assert_eq!(propose(&amira, &re, &[("evidence", "He asked for stage 2.")]).await, 422);
        assert_eq!(propose(&amira, &re, &[]).await, 303);
        // Nothing is limited, and only those who decide and whoever made it see the proposal.
        let dan = world.sign_in(Role::ContactCentre).await;
        assert!(!dan.get(&page).await.words().contains("One call a week"));
        assert!(!dan.get(&format!("/complaints/{re}")).await.words().contains("One call a week"));
        assert!(amira.get(&page).await.words().contains("Waits for a decision"));
        let chloe = world.sign_in(Role::ComplaintsManager).await;
        let waiting = chloe.get("/restrictions?view=proposed").await;
        assert_eq!(waiting.h1(), "Restrictions: wait for a decision, 1");
        assert_eq!(
            amira.get("/restrictions?view=proposed").await.h1(),
            "Restrictions: in force, 0"
        );
        let sunil = world.sign_in(Role::SeniorManager).await;
        assert!(sunil.get(&page).await.words().contains("A talk changed nothing."));
        let by_cm = send(&chloe, &re, "restrictions/r1/approval", &[]).await;
        assert_eq!(by_cm.code(), 403, "{}", by_cm.words());
        let before = clocks(&amira, &re).await;
        let review = [("r1-review-on", "7/5/2025")];
        let done = send(&sunil, &re, "restrictions/r1/approval", &review).await;
        assert_eq!(done.location(), format!("{page}?done=restricted"), "{}", done.words());
        assert_eq!(clocks(&amira, &re).await, before, "no clock of the complaint moved");

        let case = dan.get(&format!("/complaints/{re}")).await;
        assert!(case.words().contains("They may still complain by letter"), "{}", case.words());
        assert_eq!(dan.get(&page).await.h1(), "Restrictions: 1, review due Wed 7 May 2025");
        assert!(!dan.get(&page).await.words().contains("forty times"), "the measure, no more");
        let says = [("r1-challenge", "I cannot write letters")];
        assert_eq!(send(&dan, &re, "restrictions/r1/challenge", &says).await.code(), 303);
        world.at("2025-05-09T09:00");
        let chloe = world.sign_in(Role::ComplaintsManager).await;
        let list = chloe.get("/restrictions").await;
        assert_eq!(list.h1(), "Restrictions: in force, 1");
        assert!(list.words().contains("In force, challenged"), "{}", list.words());
        assert!(list.words().contains("2 working days late"), "{}", list.words());
        let found = [("r1-outcome", "Calls again, with Amira"), ("r1-next", "9/6/2025")];
        assert_eq!(send(&chloe, &re, "restrictions/r1/review", &found).await.code(), 303);
        assert!(chloe.get("/restrictions").await.words().contains("Mon 9 Jun 2025"));
        assert!(!chloe.get("/restrictions").await.words().contains("challenged, "));
        assert_eq!(
            send(&chloe, &re, "restrictions/r1/lifting", &[("r1-lifted", "All is calm")])
                .await
                .code(),
            303
        );
        assert_eq!(chloe.get("/restrictions").await.h1(), "Restrictions: in force, 0");
        assert_eq!(chloe.get("/restrictions?view=lifted").await.h1(), "Restrictions: lifted, 1");
    }
}

/// The links to the clocks of the complaint itself, each with its day.
async fn clocks(who: &Visitor<'_>, re: &str) -> Vec<String> {
    let shown = who.get(&format!("/complaints/{re}")).await;
    let links = shown.main().split("href=\"").filter(|link| link.contains("/clocks/"));
    let links = links.filter(|link| !link.contains("restriction-review"));
    links.map(|link| link.split("</a>").next().unwrap().to_owned()).collect()
}

// DF-5.4b, WDH-behaviour-3b
#[tokio::test]
async fn a_proposal_turned_down_leaves_no_mark_and_abuse_is_said_to_whoever_visits() {
    let world = World::new().await;
    let re = acknowledged(&world).await;
    let amira = world.sign_in(Role::ComplaintsOfficer).await;
    assert_eq!(propose(&amira, &re, &[]).await, 303);
    let sunil = world.sign_in(Role::SeniorManager).await;
    let refused = [("r1-why-not", "Too soon")];
    assert_eq!(send(&sunil, &re, "restrictions/r1/refusal", &refused).await.code(), 303);
    for who in [&amira, &sunil] {
        for page in ["restrictions", ""] {
            let path = format!("/complaints/{re}/{page}");
            let shown = who.get(path.trim_end_matches('/')).await;
            assert!(!shown.words().contains("forty times"), "{page}");
            assert!(!shown.words().contains("Too soon"), "{page}");
        }
    }
    let incident = [("what", "He threatened Dan with a knife"), ("conduct", "threats")];
    assert_eq!(send(&amira, &re, "restrictions/incident", &incident).await.code(), 303);
    let case = amira.get(&format!("/complaints/{re}")).await;
    assert!(case.words().contains("before you visit"), "{}", case.words());
    let right = [("what", "He went on"), ("conduct", "turn-to-ombudsman")];
    assert_eq!(send(&amira, &re, "restrictions/incident", &right).await.code(), 422);
    let farid = world.sign_in(Role::InvestigatingOfficer).await;
    let page = format!("/complaints/{re}/restrictions");
    assert_eq!(farid.post(&page, PROPOSAL).await.code(), 403);
}
