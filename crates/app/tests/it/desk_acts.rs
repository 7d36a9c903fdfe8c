//! An act at the counter: events and lists together, once, by somebody who may at that moment.

use redress::desk::{Declined, Signed, reference};
use redress_domain::clock::What;
use redress_domain::vocabulary::Role;
use redress_store::lists::{self, Filter};
use redress_store::{outcome, search};
use redress_testkit::world::World;
use serde_json::json;

use crate::desk_steps::{
    acknowledged, acknowledgement, act, answered, bar, change_roles, in_hand, note, ready, version,
};

#[tokio::test]
async fn an_act_writes_its_events_and_the_lists_that_follow_at_once() {
    for world in World::each().await {
        let re = in_hand(&world).await;
        let db = &world.app.desk.db;
        let before = version(&world, &re).await;
        let found = search::search(db, &world.scope, "amira", "ceiling leaks", 10).await.unwrap();
        assert!(found.is_empty(), "the point is not yet written");
        let done = act(&world, Role::ComplaintsOfficer, &re, vec![acknowledgement()]).await;
        assert!(before < done.seq && done.seq == version(&world, &re).await);
        let row = lists::find_complaint(db, &world.scope, &re).await.unwrap().unwrap();
        assert_eq!((row.state.as_str(), row.seq), ("investigating", done.seq));
        assert_eq!(row.next_clock.as_deref(), Some("response"));
        let rows = lists::rows_for(db, &world.scope, &row.id).await.unwrap().unwrap();
        let response = rows.diary.iter().find(|row| row.id == "response-1").unwrap();
        assert_eq!(Some(response.due_on), row.next_due);
        assert_eq!((response.owner.as_deref(), response.done), (Some("amira"), false));
        let met = rows.diary.iter().find(|row| row.id == "acknowledgement-1").unwrap();
        assert_eq!((met.done, met.done_on), (true, Some(world.today())));
        for words in ["ceiling leaks", "visits missed", "adeyemi", "elm court"] {
            let found = search::search(db, &world.scope, "amira", words, 10).await.unwrap();
            assert_eq!(found.len(), 1, "{words}");
        }
        let mine = Filter { owner: Some("amira".to_owned()), ..Filter::default() };
        assert_eq!(lists::count(db, &world.scope, "amira", &mine).await.unwrap().n, 1);
    }
}

#[tokio::test]
async fn a_refused_act_leaves_no_trace_and_its_token_still_works() {
    for world in World::each().await {
        let re = in_hand(&world).await;
        let amira = world.signed(Role::ComplaintsOfficer).await;
        let before = version(&world, &re).await;
        // The second order may not be, so the first does not happen either.
        let mut act = ready(&world, &amira, &re, vec![note("She rang"), note("")]).await;
        let refused = world.app.desk.act(&amira, &re, act.clone()).await;
        assert!(matches!(refused, Err(Declined::Refused(_))), "{refused:?}");
        assert_eq!(version(&world, &re).await, before);
        let known = outcome::recall(&world.app.desk.db, &world.scope, &act.token).await.unwrap();
        assert!(known.is_none());
        act.commands.pop();
        assert_eq!(world.app.desk.act(&amira, &re, act).await.unwrap().seq, before + 1);
    }
}

#[tokio::test]
async fn a_form_sent_twice_acts_once_and_says_the_same() {
    for world in World::each().await {
        let re = in_hand(&world).await;
        let desk = &world.app.desk;
        let amira = world.signed(Role::ComplaintsOfficer).await;
        let act = ready(&world, &amira, &re, vec![acknowledgement()]).await;
        let done = desk.act(&amira, &re, act.clone()).await.unwrap();
        assert_eq!(done.letters, [1]);
        assert_eq!(desk.act(&amira, &re, act.clone()).await.unwrap(), done);
        // Somebody went on meanwhile: the old form still says what it did.
        let later = ready(&world, &amira, &re, vec![note("She rang")]).await;
        desk.act(&amira, &re, later).await.unwrap();
        assert_eq!(desk.act(&amira, &re, act.clone()).await.unwrap(), done);
        assert_eq!(version(&world, &re).await, done.seq + 1);
        let mut other = act.clone();
        other.commands = ready(&world, &amira, &re, vec![note("Other words")]).await.commands;
        let reused = desk.act(&amira, &re, other).await;
        assert!(matches!(reused, Err(Declined::KeyReused)), "{reused:?}");
        let mut dated = act;
        dated.on = Some(world.today().yesterday().unwrap());
        let reused = desk.act(&amira, &re, dated).await;
        assert!(matches!(reused, Err(Declined::KeyReused)), "another day: {reused:?}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_form_sent_twice_at_the_same_moment_acts_once() {
    for world in World::each().await {
        let re = in_hand(&world).await;
        let amira = world.signed(Role::ComplaintsOfficer).await;
        for turn in 0..25 {
            let text = format!("Call number {turn}");
            let act = ready(&world, &amira, &re, vec![note(&text)]).await;
            let seen = act.seen;
            let twice = [0, 1].map(|_| {
                let (desk, amira) = (world.app.desk.clone(), amira.clone());
                let (re, act) = (re.clone(), act.clone());
                tokio::spawn(async move { desk.act(&amira, &re, act).await })
            });
            let [one, two] = twice;
            let (one, two) = (one.await.unwrap().unwrap(), two.await.unwrap().unwrap());
            assert_eq!(one, two);
            assert_eq!(one.seq, seen + 1);
            assert_eq!(version(&world, &re).await, seen + 1, "once");
        }
    }
}

#[tokio::test]
async fn a_role_taken_away_between_loading_and_saving_counts() {
    for world in World::each().await {
        let re = in_hand(&world).await;
        let desk = &world.app.desk;
        let before = version(&world, &re).await;
        let amira = world.signed(Role::ComplaintsOfficer).await;
        let act = ready(&world, &amira, &re, vec![note("She rang")]).await;
        change_roles(&world, "amira", &[Role::Auditor]).await;
        let refused = desk.act(&amira, &re, act.clone()).await;
        assert!(matches!(refused, Err(Declined::NotAllowed { .. })), "{refused:?}");
        change_roles(&world, "amira", &[]).await;
        let refused = desk.act(&amira, &re, act.clone()).await;
        assert!(refused.is_err(), "without any role: {refused:?}");
        let mut tx = desk.db.begin().await.unwrap();
        redress_store::accounts::set_active(&mut tx, &world.scope, "amira", false).await.unwrap();
        tx.commit().await.unwrap();
        let refused = desk.act(&amira, &re, act).await;
        assert!(matches!(refused, Err(Declined::Missing)), "{refused:?}");
        assert_eq!(version(&world, &re).await, before);
    }
}

#[tokio::test]
async fn rights_are_asked_at_each_step_of_an_act_as_the_case_then_stands() {
    // Who may work at stage 2 may not at stage 1: the step before makes the difference.
    let world = World::new().await;
    let re = answered(&world).await;
    let both = [Role::SeniorManager, Role::Stage2Officer];
    world.employ(&world.scope, "kit", "Kit Stone", &both).await;
    let kit = world.app.desk.clone();
    let found = redress_store::accounts::find_login(&kit.db, &world.scope, "kit").await.unwrap();
    let kit = Signed::staff(world.scope.clone(), found.unwrap().0);
    let orders = vec![
        json!({ "do": "request-escalation", "channel": "phone" }),
        json!({ "do": "escalate", "officer": "kit" }),
        json!({ "do": "make-contact" }),
    ];
    let act = ready(&world, &kit, &re, orders).await;
    let done = world.app.desk.act(&kit, &re, act).await;
    assert!(done.is_ok(), "{done:?}");
}

#[tokio::test]
async fn a_new_issue_after_the_answer_opens_a_linked_case_with_its_own_clock() {
    for world in World::each().await {
        let re = answered(&world).await;
        world.at("2025-04-22T09:30");
        let point = json!({ "do": "add-point", "text": "The bath is cracked",
            "outcome": "A new bath", "responsibility": "ours", "related": true });
        let done = act(&world, Role::ComplaintsOfficer, &re, vec![point]).await;
        let opened = done.opened.expect("a reference of its own");
        assert!(reference::fits(&opened) && opened.starts_with("RH-2025-00002-"), "{opened}");
        let desk = &world.app.desk;
        let chloe = world.signed(Role::ComplaintsManager).await;
        let (old, new) =
            (desk.case(&chloe, &re).await.unwrap(), desk.case(&chloe, &opened).await.unwrap());
        assert_eq!(new.complaint.links.last().map(|it| it.0.clone()), Some(old.id));
        assert!(old.complaint.links.iter().any(|it| it.0 == new.id), "linked both ways");
        assert_eq!(new.complaint.received_on, world.today());
        assert_eq!(new.complaint.contact.person, old.complaint.contact.person);
        let clock = new.clocks.iter().find(|clock| clock.what == What::Acknowledgement).unwrap();
        assert_eq!(clock.due.to_string(), "2025-04-29", "five working days");
        // One transaction: the record names both at the same moment, and the lists know the new one.
        let both = [old.history.last().unwrap(), new.history.last().unwrap()];
        assert_eq!(both[0].recorded_at, both[1].recorded_at);
        let row = lists::find_complaint(&desk.db, &world.scope, &opened).await.unwrap().unwrap();
        assert_eq!(row.name, "Joyce Adeyemi");
        assert!(desk.prove().await.unwrap().holds());
    }
}

#[tokio::test]
async fn a_barred_person_finds_nothing_anywhere() {
    for world in World::each().await {
        let re = acknowledged(&world).await;
        bar(&world, &re, "erin").await.unwrap();
        let desk = &world.app.desk;
        let erin = world.signed(Role::ServiceManager).await;
        let missing = desk.case(&erin, &re).await;
        assert!(matches!(missing, Err(Declined::Missing)), "{missing:?}");
        let amira = world.signed(Role::ComplaintsOfficer).await;
        let act = ready(&world, &amira, &re, vec![note("She rang")]).await;
        let missing = desk.act(&erin, &re, act).await;
        assert!(matches!(missing, Err(Declined::Missing)), "{missing:?}");
        assert!(!desk.case_of(&erin, &re).await.unwrap());
        let erin = world.sign_in(Role::ServiceManager).await;
        for path in ["/complaints", "/complaints.csv", "/work", "/actions", "/contacts"] {
            let answer = erin.get(path).await;
            assert_eq!(answer.code(), 200, "{path}");
            assert!(!answer.body.contains(&re), "{path} shows it");
        }
        for under in ["", "/history", "/letters/1/paper", "/clocks/response-1", "/evidence"] {
            let answer = erin.get(&format!("/complaints/{re}{under}")).await;
            assert_eq!(answer.code(), 404, "{under}");
        }
        let found = erin.post("/searches", &[("words", "ceiling")]).await;
        let found = erin.get(found.location()).await;
        assert!(!found.body.contains(&re), "found by searching");
    }
}
