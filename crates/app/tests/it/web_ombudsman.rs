//! C25, the Ombudsman's desk: its days across cases, and what it asked, found and ordered in one.

use redress_domain::vocabulary::Role;
use redress_testkit::world::World;

use crate::made::{acknowledged, send};

// OH-6.6.4d, WDH-hos-1a, WDH-hos-1b
#[tokio::test]
async fn what_the_ombudsman_asks_for_is_due_on_its_own_day_and_listed_until_it_went() {
    for world in World::each().await {
        let re = acknowledged(&world).await;
        let page = format!("/complaints/{re}/ombudsman");
        let amira = world.sign_in(Role::ComplaintsOfficer).await;
        assert_eq!(amira.get(&page).await.h1(), "The Ombudsman has no case with us");
        let list = amira.get("/ombudsman-cases").await;
        assert!(list.words().contains("Nothing is due to the Ombudsman."), "{}", list.words());

        let dan = world.sign_in(Role::ContactCentre).await;
        let done = send(&dan, &re, "ombudsman", &[("reference", "202512345")]).await;
        assert_eq!(done.location(), format!("{page}?done=ombudsman"), "{}", done.words());
        let asks = [("items", "The file\nCall notes"), ("evidence-due", "12/4/2025")];
        let blank = send(&amira, &re, "ombudsman/evidence", &[("items", "The file")]).await;
        assert_eq!(blank.code(), 422);
        assert!(blank.main().contains("The file"), "the words are kept");
        let done = send(&amira, &re, "ombudsman/evidence", &asks).await;
        assert_eq!(done.code(), 303, "{}", done.words());
        let shown = amira.get(&page).await;
        // A Saturday, as printed: nobody works it out.
        assert_eq!(shown.h1(), "The Ombudsman: evidence due Sat 12 Apr 2025");
        assert!(shown.words().contains("Call notes"));
        assert!(shown.main().contains(&format!("href=\"/complaints/{re}/letters\"")));
        let more = [("to", "22/4/2025"), ("more-reason", "The roofer is away")];
        assert_eq!(send(&amira, &re, "ombudsman/evidence/more-time", &more).await.code(), 303);
        assert!(amira.get(&page).await.h1().contains("12 Apr"), "its day stands until it grants");

        world.at("2025-04-15T09:00");
        let amira = world.sign_in(Role::ComplaintsOfficer).await;
        let list = amira.get("/ombudsman-cases").await;
        assert_eq!(list.h1(), "The Ombudsman: due, 1");
        assert!(list.words().contains("The file; Call notes"), "{}", list.words());
        assert!(list.words().contains("late") || list.words().contains("Late"), "{}", list.words());
        assert!(list.main().contains(&format!("href=\"{page}\"")));
        let case = amira.get(&format!("/complaints/{re}")).await;
        assert!(case.words().contains("Record that evidence went to the Ombudsman"));
        assert_eq!(send(&amira, &re, "ombudsman/evidence/sent", &[]).await.code(), 303);
        assert!(amira.get(&page).await.words().contains("Sent late"));
        assert_eq!(amira.get("/ombudsman-cases").await.h1(), "The Ombudsman: due, 0");
        let cases = amira.get("/ombudsman-cases?view=cases").await;
        assert!(cases.words().contains("202512345"), "{}", cases.words());
    }
}

// OH-6.6.4e, WDH-hos-2a, WDH-hos-2b, WDH-hos-2c, CODE-8.1c
#[tokio::test]
async fn a_decision_is_kept_by_head_and_each_order_runs_to_its_own_day() {
    let world = World::new().await;
    let re = acknowledged(&world).await;
    let page = format!("/complaints/{re}/ombudsman");
    let chloe = world.sign_in(Role::ComplaintsManager).await;
    let nothing = send(&chloe, &re, "ombudsman/determination", &[]).await;
    assert_eq!(nothing.code(), 422);
    let heads = [
        ("head-p1", "maladministration"),
        ("head-handling", "service-failure"),
        ("code-handling", "6.3"),
    ];
    let done = send(&chloe, &re, "ombudsman/determination", &heads).await;
    assert_eq!(done.code(), 303, "{}", done.words());
    let shown = chloe.get(&page).await;
    for words in ["Point 1", "Maladministration", "How the complaint was handled", "paragraph 6.3"]
    {
        assert!(shown.words().contains(words), "{words}: {}", shown.words());
    }
    let code = chloe.get("/ombudsman-cases?view=code").await;
    assert!(code.words().contains("Paragraph 6.3 of the Code"), "{}", code.words());
    let discussed = [("with", "The director of repairs"), ("learning", "Nobody owned the visit")];
    assert_eq!(send(&chloe, &re, "ombudsman/discussion", &discussed).await.code(), 303);
    assert!(chloe.get(&page).await.words().contains("Talked through"));

    let order = [("sort", "order"), ("order-what", "Pay her"), ("order-amount", "250")];
    let undated = send(&chloe, &re, "ombudsman/orders", &order).await;
    assert_eq!(undated.code(), 422);
    assert!(undated.words().contains("the day that the order prints"), "{}", undated.words());
    let dated = [&order[..], &[("order-due", "9/5/2025"), ("order-owner", "Chloe Reed")]].concat();
    assert_eq!(send(&chloe, &re, "ombudsman/orders", &dated).await.code(), 303);
    let advice = [("sort", "recommendation"), ("order-what", "Look at the diary")];
    assert_eq!(send(&chloe, &re, "ombudsman/orders", &advice).await.code(), 303);
    let shown = chloe.get(&page).await;
    assert_eq!(shown.h1(), "The Ombudsman: order due Fri 9 May 2025");
    assert!(shown.words().contains("£250"), "{}", shown.words());
    let list = chloe.get("/ombudsman-cases").await;
    assert_eq!(list.h1(), "The Ombudsman: due, 2");
    let (order, recommendation) = (list.words().find("Pay her"), list.words().find("Look at"));
    assert!(order < recommendation, "what has no day comes last");
    let proof = [("o1-proof", "The bank's slip")];
    assert_eq!(send(&chloe, &re, "ombudsman/orders/o1", &proof).await.code(), 303);
    assert_eq!(chloe.get("/ombudsman-cases").await.h1(), "The Ombudsman: due, 1");
}

#[tokio::test]
async fn only_the_desk_sees_what_the_ombudsman_wants_and_only_they_write_it_down() {
    let world = World::new().await;
    let re = acknowledged(&world).await;
    let amira = world.sign_in(Role::ComplaintsOfficer).await;
    let asks = [("items", "The quiet file"), ("evidence-due", "22/4/2025")];
    assert_eq!(send(&amira, &re, "ombudsman/evidence", &asks).await.code(), 303);
    let dan = world.sign_in(Role::ContactCentre).await;
    let shown = dan.get(&format!("/complaints/{re}/ombudsman")).await;
    assert_eq!(shown.code(), 200);
    assert!(!shown.words().contains("The quiet file"), "{}", shown.words());
    assert_eq!(dan.get("/ombudsman-cases").await.code(), 403);
    assert_eq!(send(&dan, &re, "ombudsman/evidence", &asks).await.code(), 403);
    let iris = world.sign_in(Role::Auditor).await;
    let read = iris.get(&format!("/complaints/{re}/ombudsman")).await;
    assert!(read.words().contains("The quiet file"));
    assert!(!read.main().contains("<form"), "an auditor changes nothing");
}
