//! The record proves itself: after a long journey, after days have passed, after the lists were
//! made anew; and a list that somebody changed by hand is named.

use jiff::SignedDuration;
use redress_domain::complaint::State;
use redress_domain::vocabulary::Role;
use redress_store::lists::{self, Rows};
use redress_testkit::world::World;

use crate::desk_steps::{acknowledged, whole_journey};

/// A hand in the lists.
type Meddle = fn(&mut Rows);

async fn all_rows(world: &World) -> Vec<Rows> {
    let db = &world.app.desk.db;
    let mut rows = Vec::new();
    for id in lists::complaints_after(db, &world.scope, "", 1000).await.unwrap() {
        rows.push(lists::rows_for(db, &world.scope, &id).await.unwrap().unwrap());
    }
    rows
}

#[tokio::test]
async fn a_long_journey_proves_itself_and_lists_made_anew_are_the_same() {
    for world in World::each().await {
        let re = whole_journey(&world).await;
        let desk = &world.app.desk;
        let chloe = world.signed(Role::ComplaintsManager).await;
        let case = desk.case(&chloe, &re).await.unwrap();
        assert_eq!(case.complaint.state(), State::Closed);
        let letters: Vec<_> = case.complaint.letters.iter().map(|it| it.letter.as_str()).collect();
        assert!(5 <= letters.len(), "{letters:?}");
        let rows = all_rows(&world).await;
        let proof = desk.prove().await.unwrap();
        assert!(proof.holds(), "{:?} {:?}", proof.report.faults, proof.differences);
        assert_eq!(proof.compared, 2, "the case and the person");
        assert_eq!(proof.report.files, i64::try_from(letters.len()).unwrap());
        assert_eq!(desk.rebuild_lists().await.unwrap(), 2);
        assert_eq!(all_rows(&world).await, rows);
        // Days pass by themselves: nothing that is stored may depend on them.
        world.later(SignedDuration::from_hours(24 * 400));
        let proof = desk.prove().await.unwrap();
        assert!(proof.holds(), "a year later: {:?}", proof.differences);
    }
}

#[tokio::test]
async fn the_lists_of_an_open_case_do_not_depend_on_the_day() {
    let world = World::new().await;
    acknowledged(&world).await;
    world.receive("Tom Null", "Noise at night").await;
    let rows = all_rows(&world).await;
    for days in [1, 6, 13, 30, 200] {
        world.later(SignedDuration::from_hours(24 * days));
        let proof = world.app.desk.prove().await.unwrap();
        assert!(proof.holds(), "{days} days on: {:?}", proof.differences);
    }
    world.app.desk.rebuild_lists().await.unwrap();
    assert_eq!(all_rows(&world).await, rows);
}

#[tokio::test]
async fn a_list_that_was_changed_by_hand_is_named_and_made_right() {
    for world in World::each().await {
        let re = acknowledged(&world).await;
        let desk = &world.app.desk;
        let row = lists::find_complaint(&desk.db, &world.scope, &re).await.unwrap().unwrap();
        let right = lists::rows_for(&desk.db, &world.scope, &row.id).await.unwrap().unwrap();
        let changes: [(&str, Meddle); 6] = [
            ("the worklist row", |rows| rows.complaint.state = "closed".to_owned()),
            ("the diary", |rows| rows.diary[0].due_on = rows.diary[0].due_on.tomorrow().unwrap()),
            ("the letters", |rows| rows.letters.clear()),
            ("the bars", |rows| rows.barred.push("chloe".to_owned())),
            ("the search words", |rows| rows.texts[0].words = "nothing".to_owned()),
            ("the promises", |rows| {
                rows.actions.push(redress_store::lists::ActionRow {
                    id: "a9".to_owned(),
                    what: "A new kitchen".to_owned(),
                    owner: "Nobody".to_owned(),
                    staff: None,
                    due_on: rows.complaint.received_on,
                    done_on: None,
                });
            }),
        ];
        for (what, change) in changes {
            let mut rows = right.clone();
            change(&mut rows);
            let mut tx = desk.db.begin().await.unwrap();
            lists::replace_for(&mut tx, &world.scope, &rows).await.unwrap();
            tx.commit().await.unwrap();
            let proof = desk.prove().await.unwrap();
            assert!(!proof.holds(), "{what}");
            let [difference] = proof.differences.as_slice() else { panic!("{what}: {proof:?}") };
            assert_eq!(difference.stream, row.id);
            assert_eq!(difference.what, format!("differs in {what}"));
        }
        desk.rebuild_lists().await.unwrap();
        assert!(desk.prove().await.unwrap().holds());
        let again = lists::rows_for(&desk.db, &world.scope, &row.id).await.unwrap().unwrap();
        assert_eq!(again, right);
        // A row of a case that nobody recorded.
        let mut made_up = right.clone();
        made_up.complaint.id = "made-up".to_owned();
        made_up.complaint.reference = "RH-2025-00099-X".to_owned();
        let mut tx = desk.db.begin().await.unwrap();
        lists::replace_for(&mut tx, &world.scope, &made_up).await.unwrap();
        tx.commit().await.unwrap();
        let proof = desk.prove().await.unwrap();
        assert!(!proof.holds(), "a case without a record");
        desk.rebuild_lists().await.unwrap();
        assert!(desk.prove().await.unwrap().holds(), "and it goes when the lists are made anew");
    }
}
