//! Every form of a case sent twice: at the same moment here, and one after the other wherever a test
//! sends one that succeeds. Bad input row 24.

use redress_domain::vocabulary::Role;
use redress_store::record;
use redress_testkit::world::{Visitor, World};

use crate::made;
use crate::web_forms::forms;

async fn events(world: &World) -> usize {
    record::load_positions(&world.app.desk.db, &world.scope, 0, 10_000).await.unwrap().len()
}

/// A form's body with the version that its page shows.
async fn filled(
    who: &Visitor<'_>,
    re: &str,
    page: &str,
    fields: &[(&str, &str)],
) -> (String, String) {
    let shown = page.split('/').next().unwrap();
    let seen = who.get(&format!("/complaints/{re}/{shown}")).await.value("seen-version");
    let mut all = fields.to_vec();
    all.push(("seen-version", &seen));
    (format!("/complaints/{re}/{page}"), who.form(&all).await)
}

#[tokio::test]
async fn every_form_sent_twice_at_once_acts_once_and_leads_to_one_place() {
    for world in World::each().await {
        let re = made::defined(&world).await;
        let amira = world.sign_in(Role::ComplaintsOfficer).await;
        let id = made::staff_id(&world, Role::ComplaintsOfficer).await;
        let mut all = vec![("acknowledgement", made::acknowledgement(&id))];
        all.extend(forms().into_iter().map(|(page, fields, _)| (page, fields)));
        all.push(("points/split", vec![("point", "p2"), ("reason", "unrelated")]));
        for (page, fields) in all {
            let (path, body) = filled(&amira, &re, page, &fields).await;
            let before = events(&world).await;
            let (one, two) = tokio::join!(amira.deliver(&path, &body), amira.deliver(&path, &body));
            assert_eq!((one.code(), two.code()), (303, 303), "{page}: {}", one.words());
            assert_eq!(one.location(), two.location(), "{page}");
            let after = events(&world).await;
            assert!(before < after, "{page} is recorded");
            let again = amira.deliver(&path, &body).await;
            assert_eq!((again.code(), again.location()), (303, one.location()), "{page}");
            assert_eq!(events(&world).await, after, "{page} acts once");
        }
    }
}

#[tokio::test]
async fn the_same_words_on_two_forms_are_two_acts() {
    // The control: only the token tells a repeat from a second act of the same words.
    let world = World::new().await;
    let re = made::acknowledged(&world).await;
    let amira = world.sign_in(Role::ComplaintsOfficer).await;
    let before = events(&world).await;
    for _ in 0..2 {
        let fields = [("what", "Photos of the ceiling"), ("from", "Joyce")];
        assert_eq!(made::send(&amira, &re, "evidence", &fields).await.code(), 303);
    }
    assert_eq!(events(&world).await, before + 2);
}
