//! Whoever sees only what they hold: investigating officers and service managers.

use redress_domain::vocabulary::Role;
use redress_testkit::world::World;
use serde_json::json;

use crate::desk_steps::{act, in_hand};

#[tokio::test]
async fn an_investigating_officer_and_a_service_manager_see_what_they_hold_and_what_waits() {
    for world in World::each().await {
        let held = in_hand(&world).await;
        let waits = world.receive("Ada Quist", "The lift has stood for a week").await;
        let nothing = held.replace("0001", "9999");
        for role in [Role::InvestigatingOfficer, Role::ServiceManager] {
            let visitor = world.sign_in(role).await;
            let other = visitor.get(&format!("/complaints/{held}")).await;
            let missing = visitor.get(&format!("/complaints/{nothing}")).await;
            assert_eq!((other.code(), other.body), (404, missing.body), "{role:?}");
            assert_eq!(visitor.get(&format!("/complaints/{waits}")).await.code(), 200, "{role:?}");
            for list in ["/complaints", "/complaints.csv", "/actions"] {
                assert!(!visitor.get(list).await.body.contains(&held), "{role:?} {list}");
            }
            assert!(visitor.get("/complaints?view=unassigned").await.body.contains(&waits));
            for words in ["ceiling", held.as_str()] {
                let found = visitor.post("/searches", &[("words", words)]).await;
                let found = visitor.get(found.location()).await;
                assert!(!found.body.contains("Joyce Adeyemi"), "{role:?} {words}");
            }
        }
    }
}

#[tokio::test]
async fn an_investigating_officer_sees_a_case_once_it_is_theirs() {
    let world = World::new().await;
    let re = in_hand(&world).await;
    let iris = world.sign_in(Role::InvestigatingOfficer).await;
    assert_eq!(iris.get(&format!("/complaints/{re}")).await.code(), 404);
    let oversee = json!({ "do": "assign", "officer": "iris", "role": "complaints-officer" });
    act(&world, Role::ComplaintsManager, &re, vec![oversee]).await;
    assert_eq!(iris.get(&format!("/complaints/{re}")).await.code(), 200);
    assert!(iris.get("/complaints").await.body.contains(&re));
    let amira = world.sign_in(Role::ComplaintsOfficer).await;
    assert_eq!(amira.get(&format!("/complaints/{re}")).await.code(), 200);
}

// An overseer holds nothing by the lists, and sees the case all the same.
#[tokio::test]
async fn an_overseer_who_sees_only_what_they_hold_finds_the_case_by_search() {
    for world in World::each().await {
        let re = in_hand(&world).await;
        let iris = world.sign_in(Role::InvestigatingOfficer).await;
        let searched = async |words: &str| {
            let found = iris.post("/searches", &[("words", words)]).await;
            iris.get(found.location()).await
        };
        for words in ["adeyemi", "ceiling"] {
            assert!(!searched(words).await.main().contains(&re), "{words}");
        }
        let hidden = iris.post("/searches", &[("words", &re)]).await;
        assert!(hidden.location().starts_with("/searches/"), "{}", hidden.location());
        let oversee = json!({ "do": "assign", "officer": "iris", "role": "stage-2-officer", "oversees": true });
        act(&world, Role::ComplaintsManager, &re, vec![oversee]).await;
        for words in ["adeyemi", "ceiling", re.as_str()] {
            let found = searched(words).await;
            assert!(found.body.contains(&re), "{words}: {}", found.words());
        }
        for list in ["/complaints", "/complaints?view=overseen", "/complaints.csv"] {
            assert!(iris.get(list).await.body.contains(&re), "{list}");
        }
        // Whoever answers it has it in their own list, and oversees nothing.
        let amira = world.sign_in(Role::ComplaintsOfficer).await;
        assert!(amira.get("/complaints?view=mine").await.body.contains(&re));
        assert!(!amira.get("/complaints?view=overseen").await.body.contains(&re));
        let found = iris.post("/searches", &[("words", &re)]).await;
        assert_eq!(found.location(), format!("/complaints/{re}"));
    }
}
