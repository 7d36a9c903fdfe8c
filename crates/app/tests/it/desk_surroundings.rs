//! What surrounds a case is loaded once, and anew as soon as anybody changed it.

use std::sync::Arc;

use jiff::civil::date;
use redress::desk::Desk;
use redress::desk::surroundings::Surroundings;
use redress_domain::calendar::Span;
use redress_domain::vocabulary::Role;
use redress_store::Entropy;
use redress_store::accounts;
use redress_store::settings::{self, Closure};
use redress_testkit::world::World;

#[tokio::test]
async fn what_surrounds_a_case_is_kept_until_another_copy_of_the_program_changes_it() {
    for world in World::each().await {
        let (here, scope) = (&world.app.desk, &world.scope);
        let now = here.now();
        let there = Desk::new(
            here.db.clone(),
            here.files.clone(),
            Entropy::seeded(7),
            Arc::new(move || now),
        );
        let first = here.surroundings(scope).await.unwrap();
        assert!(Arc::ptr_eq(&first, &here.surroundings(scope).await.unwrap()));

        let christmas = Closure { on: date(2025, 12, 24), what: "Closed".to_owned() };
        let mut tx = there.db.begin().await.unwrap();
        settings::put_closure(&mut tx, scope, &christmas).await.unwrap();
        tx.commit().await.unwrap();
        let second = here.surroundings(scope).await.unwrap();
        let next = |around: &Surroundings| {
            around.calendar.reckon(date(2025, 12, 23), Span::WorkingDays(1)).unwrap().due
        };
        assert_eq!(next(&first), date(2025, 12, 24));
        assert_eq!(next(&second), date(2025, 12, 29));

        let amira = world.signed(Role::ComplaintsOfficer).await.staff;
        let mut tx = there.db.begin().await.unwrap();
        accounts::rename(&mut tx, scope, &amira.id, "Amira Renamed").await.unwrap();
        tx.commit().await.unwrap();
        let third = here.surroundings(scope).await.unwrap();
        assert!(third.names.values().any(|name| name == "Amira Renamed"));
        assert!(!second.names.values().any(|name| name == "Amira Renamed"));
    }
}

#[tokio::test]
async fn what_surrounds_a_case_is_looked_at_anew_every_day_and_for_each_landlord() {
    let world = World::new().await;
    let desk = &world.app.desk;
    let today = desk.surroundings(&world.scope).await.unwrap();
    world.at("2025-12-01T09:00");
    let later = desk.surroundings(&world.scope).await.unwrap();
    assert!(!Arc::ptr_eq(&today, &later), "what holds from a day on may hold now");
    let neighbour = world.neighbour().await;
    let theirs = desk.surroundings(&neighbour).await.unwrap();
    assert_ne!(theirs.landlord.id, later.landlord.id);
}
