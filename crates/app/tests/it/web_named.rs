//! Staff whom a complaint is about lose sight of it on every page.

use redress_domain::vocabulary::Role;
use redress_testkit::world::World;

use crate::made;

// D24-1a, CODE-5.8a
#[tokio::test]
async fn whoever_a_complaint_is_about_finds_it_nowhere_until_a_manager_says_otherwise() {
    for world in World::each().await {
        let re = made::acknowledged(&world).await;
        let amira = made::staff_id(&world, Role::ComplaintsOfficer).await;
        let officer = world.sign_in(Role::ComplaintsOfficer).await;
        let manager = world.sign_in(Role::ComplaintsManager).await;
        let people = format!("/complaints/{re}/people");
        assert!(officer.get("/complaints").await.words().contains(&re));
        let seen = manager.get(&people).await.value("seen-version");
        let named = [("staff", amira.as_str()), ("seen-version", &seen)];
        let done = manager.post(&format!("{people}/about"), &named).await;
        assert_eq!(done.code(), 303, "{}", done.words());

        let nothing = officer.get("/complaints/RH-2025-99999").await;
        for page in ["", "/history", "/people", "/response", "/letters/1", "/file"] {
            let gone = officer.get(&format!("/complaints/{re}{page}")).await;
            assert_eq!(gone.code(), 404, "{page}");
            assert_eq!(gone.body, nothing.body, "{page} gives something away");
        }
        for list in ["/complaints", "/complaints?view=mine", "/work", "/contacts", "/actions"] {
            assert!(!officer.get(list).await.body.contains(&re), "{list}");
        }
        let shown = manager.get(&people).await;
        assert!(shown.words().contains("who do not see it"), "{}", shown.words());
        let unassigned = manager.get("/complaints?view=unassigned").await;
        assert!(unassigned.words().contains(&re), "{}", unassigned.words());
        let proof = world.app.desk.prove().await.unwrap();
        assert!(proof.holds(), "{:?} {:?}", proof.report.faults, proof.differences);

        let seen = manager.get(&people).await.value("seen-version");
        let fields = [("cleared", amira.as_str()), ("why", ""), ("seen-version", &seen)];
        let wrong = manager.post(&format!("{people}/cleared"), &fields).await;
        assert_eq!(wrong.code(), 422);
        assert!(wrong.words().contains("Enter how that was found out"), "{}", wrong.words());
        let fields = [("cleared", amira.as_str()), ("why", "A namesake."), ("seen-version", &seen)];
        let done = manager.post(&format!("{people}/cleared"), &fields).await;
        assert_eq!(done.code(), 303, "{}", done.words());
        assert_eq!(officer.get(&format!("/complaints/{re}")).await.code(), 200);
    }
}

#[tokio::test]
async fn a_name_that_is_no_account_is_not_recorded() {
    let world = World::new().await;
    let re = made::acknowledged(&world).await;
    let manager = world.sign_in(Role::ComplaintsManager).await;
    let people = format!("/complaints/{re}/people");
    let seen = manager.get(&people).await.value("seen-version");
    let fields = [("staff", "Mrs Joyce Adeyemi"), ("seen-version", &seen)];
    let wrong = manager.post(&format!("{people}/about"), &fields).await;
    assert_eq!(wrong.code(), 422);
    assert_eq!(manager.get(&people).await.value("seen-version"), seen);
}

#[tokio::test]
async fn whoever_takes_down_a_complaint_about_themselves_finishes_the_call_and_sees_no_more_of_it()
{
    for world in World::each().await {
        let dan = world.sign_in(Role::ContactCentre).await;
        let me = made::staff_id(&world, Role::ContactCentre).await;
        let re = world.receive("Joyce Adeyemi", "You hung up on me").await;
        let people = format!("/complaints/{re}/people");
        let seen = dan.get(&people).await.value("seen-version");
        let fields = [("staff", me.as_str()), ("seen-version", &seen)];
        let done = dan.post(&format!("{people}/about"), &fields).await;
        assert_eq!((done.code(), done.location()), (303, "/work?done=out-of-sight"));
        let page = dan.get(done.location()).await;
        assert!(
            page.words().contains("You do not see that complaint any more"),
            "{}",
            page.words()
        );
        assert_eq!(dan.get(&people).await.code(), 404);
    }
}

#[tokio::test]
async fn a_form_about_a_case_out_of_sight_is_answered_from_what_it_did_and_by_nothing_else() {
    for world in World::each().await {
        let dan = world.sign_in(Role::ContactCentre).await;
        let me = made::staff_id(&world, Role::ContactCentre).await;
        let other = made::staff_id(&world, Role::ComplaintsOfficer).await;
        let re = world.receive("Joyce Adeyemi", "You hung up on me").await;
        let elsewhere = world.receive("Ada Quist", "The lift stands still").await;
        let people = format!("/complaints/{re}/people");
        let seen = dan.get(&people).await.value("seen-version");
        let once = dan.get(&people).await.value("once");
        let form = |staff: &str, once: &str| {
            vec![
                ("staff".to_owned(), staff.to_owned()),
                ("once".to_owned(), once.to_owned()),
                ("seen-version".to_owned(), seen.clone()),
            ]
        };
        let send = async |path: &str, fields: Vec<(String, String)>| {
            let fields: Vec<(&str, &str)> =
                fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
            dan.deliver(path, &dan.form(&fields).await).await
        };
        let about = format!("{people}/about");
        assert_eq!(send(&about, form(&me, &once)).await.code(), 303);
        assert_eq!(send(&about, form(&me, &once)).await.location(), "/work?done=out-of-sight");
        // Other words under the same token, another token, another case, another form.
        let nothing = dan.get("/complaints/RH-2025-99999/people").await.body;
        for (path, fields) in [
            (about.clone(), form(&other, &once)),
            (about.clone(), form(&me, "a-token-nobody-used")),
            (about.replace(&re, &elsewhere), form(&other, &once)),
            (format!("{people}/lead"), form(&me, &once)),
        ] {
            let answer = send(&path, fields).await;
            if path.contains(&elsewhere) {
                assert_eq!(answer.code(), 409, "a case they do see says that the form was used");
                continue;
            }
            assert_eq!((answer.code(), answer.body), (404, nothing.clone()), "{path}");
        }
    }
}

// CODE-5.8a
#[tokio::test]
async fn a_complaint_that_is_split_off_bars_the_same_people() {
    let world = World::new().await;
    let re = made::acknowledged(&world).await;
    let manager = world.sign_in(Role::ComplaintsManager).await;
    let amira = made::staff_id(&world, Role::ComplaintsOfficer).await;
    let people = format!("/complaints/{re}/people");
    let seen = manager.get(&people).await.value("seen-version");
    let fields = [("staff", amira.as_str()), ("seen-version", &seen)];
    manager.post(&format!("{people}/about"), &fields).await;
    let point = redress_domain::command::AddPoint {
        text: redress_domain::personal::Words::said("The lift is broken"),
        outcome: redress_domain::personal::Words::said("Mend the lift"),
        related: Some(false),
        ..Default::default()
    };
    let command = redress_domain::command::Command::AddPoint(point);
    let opened = world.act(Role::ComplaintsManager, &re, vec![command]).await.opened.unwrap();
    let officer = world.sign_in(Role::ComplaintsOfficer).await;
    assert_eq!(officer.get(&format!("/complaints/{opened}")).await.code(), 404);
    assert_eq!(manager.get(&format!("/complaints/{opened}")).await.code(), 200);
    let proof = world.app.desk.prove().await.unwrap();
    assert!(proof.holds(), "{:?} {:?}", proof.report.faults, proof.differences);
}
