//! Cases on file for the tests of pages, made through the pages themselves.

use redress_domain::vocabulary::Role;
use redress_testkit::world::{Visitor, World};

/// What Joyce said, with everything a page could trip over.
pub const WORDS: &str = "Third leak since February & nobody came.\nIt's <b>wet</b>.";

/// A call of Monday 7 April 2025 as Dan takes it down; each pair may be replaced by the caller.
pub const CALL: &[(&str, &str)] = &[
    ("channel", "phone"),
    ("received", "today"),
    ("name", "Joyce Adeyemi"),
    ("standing", "tenant"),
    ("address", "12 Elm Court\nDerby DE1 3AF"),
    ("telephone", "01332 000 000"),
    ("email", ""),
    ("behalf", "no"),
    ("words", WORDS),
    ("happened", "3/2/2025"),
    ("aware", "3/2/2025"),
    ("dissatisfied", "yes"),
    ("choice", "complain"),
    ("other-needs", ""),
    ("then", "open"),
];

/// The call with some of its fields replaced or added; an empty value stands for a box left empty.
pub fn call<'a>(changes: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let kept = CALL.iter().filter(|(name, _)| !changes.iter().any(|(new, _)| new == name));
    kept.chain(changes).copied().collect()
}

/// The reference in a redirect such as `/complaints/RH-2025-00001-X?done=received`.
pub fn reference(location: &str) -> String {
    let rest = location.strip_prefix("/complaints/").expect("a case's address");
    rest.split(['?', '/']).next().unwrap().to_owned()
}

/// A complaint taken down by Dan today.
pub async fn received(world: &World) -> String {
    let dan = world.sign_in(Role::ContactCentre).await;
    let done = dan.post("/contacts/new", &call(&[("needs", "18 point print")])).await;
    assert_eq!(done.code(), 303, "{}", done.words());
    reference(done.location())
}

/// Sends a form of a case as its page would: with the version that the page showed.
pub async fn send(
    who: &Visitor<'_>,
    re: &str,
    page: &str,
    fields: &[(&str, &str)],
) -> redress_testkit::world::Answer {
    let shown = page.split('/').next().unwrap();
    let seen = who.get(&format!("/complaints/{re}/{shown}")).await.value("seen-version");
    let mut all = fields.to_vec();
    all.push(("seen-version", seen.as_str()));
    who.post(&format!("/complaints/{re}/{page}"), &all).await
}

/// The points of the leak and the missed visits.
pub const POINTS: &[(&str, &str)] = &[
    ("points-1-text", "Leak unrepaired"),
    ("points-1-outcome", "Repair it"),
    ("points-1-responsibility", "ours"),
    ("points-1-feasible", "Yes"),
    ("points-2-text", "Missed visits"),
    ("points-2-outcome", "An apology"),
    ("points-2-responsibility", "ours"),
    ("points-2-feasible", "Yes"),
];

/// A complaint that is assigned to Amira and defined.
pub async fn defined(world: &World) -> String {
    let re = received(world).await;
    let chloe = world.sign_in(Role::ComplaintsManager).await;
    let amira = staff_id(world, Role::ComplaintsOfficer).await;
    let done = send(&chloe, &re, "assignment", &[("officer", &amira), ("conflict", "none")]).await;
    assert_eq!(done.code(), 303, "{}", done.words());
    let amira = world.sign_in(Role::ComplaintsOfficer).await;
    let done = send(&amira, &re, "definition", POINTS).await;
    assert_eq!(done.code(), 303, "{}", done.words());
    re
}

/// A complaint that Amira acknowledged today.
pub async fn acknowledged(world: &World) -> String {
    let re = defined(world).await;
    let amira = world.sign_in(Role::ComplaintsOfficer).await;
    let id = staff_id(world, Role::ComplaintsOfficer).await;
    let done = send(&amira, &re, "acknowledgement", &acknowledgement(&id)).await;
    assert_eq!(done.code(), 303, "{}", done.words());
    re
}

/// The acknowledgement by letter, today.
pub fn acknowledgement(officer: &str) -> Vec<(&str, &str)> {
    vec![
        ("channel", "letter"),
        ("sent", "today"),
        ("officer", officer),
        ("needs-asked", "yes"),
        ("updates", "5 working days"),
        ("updates-by", "phone"),
    ]
}

/// The id of the person with a role.
pub async fn staff_id(world: &World, role: Role) -> String {
    world.signed(role).await.staff.id
}

/// The texts of the letters of a case, in order.
pub async fn letters(world: &World, re: &str) -> Vec<String> {
    let amira = world.signed(Role::ComplaintsOfficer).await;
    let case = world.app.desk.case(&amira, re).await.unwrap();
    case.complaint.letters.iter().map(|letter| letter.text.text().to_owned()).collect()
}
