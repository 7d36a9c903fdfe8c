//! The sample landlord: every state and every clock its policy knows, all through the counter.

use std::collections::BTreeSet;

use redress::demo;
use redress::desk::surroundings::roles_of;
use redress_domain::clock::What;
use redress_domain::complaint::State;
use redress_domain::vocabulary::Role;
use redress_store::{Scope, accounts, lists};
use redress_testkit::world::World;

#[tokio::test]
async fn the_sample_landlord_shows_every_state_and_clock_and_proves_itself() {
    let world = World::new().await;
    world.at("2025-09-17T10:00");
    let desk = &world.app.desk;
    demo::fill(desk, |_, _| {}).await.unwrap();
    let scope = Scope::of(demo::LANDLORD);
    let staff = accounts::list_staff(&desk.db, &scope).await.unwrap();
    let chloe = staff.iter().find(|it| roles_of(it).contains(&Role::ComplaintsManager)).unwrap();
    let chloe = redress::desk::Signed::staff(scope.clone(), chloe.clone());
    let (mut states, mut clocks) = (BTreeSet::new(), BTreeSet::new());
    let (mut late, mut letters) = (0, 0);
    for id in lists::complaints_after(&desk.db, &scope, "", 1000).await.unwrap() {
        let row = lists::load_complaint(&desk.db, &scope, &id).await.unwrap();
        let case = desk.case(&chloe, &row.reference).await.unwrap();
        states.insert(case.complaint.state());
        late += i32::from(case.clocks.iter().any(|clock| clock.is_breach() && clock.is_open()));
        letters += case.complaint.letters.len();
        clocks.extend(case.clocks.iter().map(|clock| clock.what));
    }
    use State::*;
    let all = [Received, Declined, Investigating, Answered, EscalationRequested, Closed, Withdrawn];
    assert_eq!(states, BTreeSet::from(all));
    let known = [
        What::Acknowledgement,
        What::Response,
        What::ExtensionLimit,
        What::Update,
        What::EscalationWindow,
        What::Action,
        What::ServiceRequestReview,
        What::RestrictionReview,
        What::OmbudsmanEvidence,
        What::OmbudsmanOrder,
    ];
    assert!(clocks.is_superset(&BTreeSet::from(known)), "{clocks:?}");
    assert!(0 < late && 40 < letters, "{late} late, {letters} letters");
    let proof = desk.prove().await.unwrap();
    assert!(proof.holds(), "{:?} {:?}", proof.report.faults, proof.differences);
}
