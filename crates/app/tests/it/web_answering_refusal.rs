//! C23, refusing: only what is true can be chosen, and a page interrupts before the letter.

use redress_domain::command::{Acknowledge, Command, PointGiven};
use redress_domain::complaint::State;
use redress_domain::ids::StaffId;
use redress_domain::personal::Words;
use redress_domain::vocabulary::{Responsibility, Role};
use redress_testkit::world::World;

use crate::web_answering_case::{acknowledged, received};

pub const REFUSED: &[(&str, &str)] = &[
    ("ground", "service-charge-setting"),
    (
        "reasons",
        "You ask how the service charge for the lift was worked out. The tribunal decides that.",
    ),
    ("circumstances", "We asked whether anything else is wrong. You told us that only the sum is."),
    ("body", "First-tier Tribunal (Property Chamber)"),
    ("pass-too-hard", "She knows these words"),
    ("pass-third-party-data", "Only the tribunal is named"),
    ("pass-tone", "Read by a second person"),
];

#[tokio::test]
async fn a_ground_that_is_not_true_cannot_be_chosen_and_says_why() {
    let world = World::new().await;
    let case = received(&world, false).await;
    let page = world.sign_in(Role::ComplaintsOfficer).await.get(&case.at("refusal")).await;
    assert_eq!(page.h1(), "Refuse this complaint: letter due Monday 14 April 2025");
    assert!(!page.main().contains("value=\"too-old\""), "{}", page.words());
    assert!(page.words().contains("This is not too old."), "{}", page.words());
    assert!(page.main().contains("value=\"service-charge-setting\""), "{}", page.words());
    assert!(page.words().contains("nobody came, <again>"), "their words stand there");
}

#[tokio::test]
async fn refusing_shows_the_letter_interrupts_and_then_acts_once() {
    for world in World::each().await {
        let case = received(&world, false).await;
        world.at("2025-04-09T10:00");
        let looked = [REFUSED, &[("look", "letter"), ("once", "one-token-for-it")]].concat();
        let page = case.post(Role::ComplaintsOfficer, "refusal", &looked).await;
        assert_eq!(
            (page.code(), page.h1().as_str()),
            (200, "Refuse this complaint?"),
            "{}",
            page.words()
        );
        assert!(page.words().contains("Housing Ombudsman"), "{}", page.words());
        assert!(page.main().contains("rd-interruption"));
        assert_eq!(page.value("ground"), "service-charge-setting");
        assert_eq!(page.value("once"), "one-token-for-it");
        assert_eq!(case.case().await.complaint.state(), State::Received, "nothing is recorded yet");

        let done = case.post(Role::ComplaintsOfficer, "refusal", REFUSED).await;
        assert_eq!(done.code(), 303, "{}", done.words());
        let complaint = case.case().await.complaint;
        assert_eq!(complaint.state(), State::Declined);
        assert_eq!(complaint.letters[0].letter, "not-accepted");
        let text = complaint.letters[0].text.text();
        assert!(text.contains("Amira Khan decided this, for your complaint alone."), "{text}");

        // The Ombudsman tells us to take it on: the day of receipt stays, and it is not refused again.
        world.at("2025-07-07T10:00");
        let page = world.sign_in(Role::ComplaintsManager).await.get(&case.at("refusal")).await;
        assert!(page.words().contains("The Ombudsman tells us to take it on"), "{}", page.words());
        let directed = [("reference", "HO-202512345")];
        let done = case.post(Role::ComplaintsManager, "refusal/direction", &directed).await;
        assert_eq!(done.code(), 303, "{}", done.words());
        let page = case.post(Role::ComplaintsManager, "refusal", REFUSED).await;
        assert_eq!(page.code(), 422);
        assert!(page.words().contains("cannot be declined again"), "{}", page.words());

        world.at("2025-07-09T10:00");
        case.act(Role::ComplaintsManager, vec![acknowledged_by_amira()]).await;
        let complaint = case.case().await.complaint;
        let letter = complaint.letters.last().unwrap();
        assert_eq!(letter.letter, "accepted-by-direction");
        let text = letter.text.text();
        assert!(text.contains("The Housing Ombudsman told us on Monday 7 July 2025"), "{text}");
        assert!(text.contains("we turned your complaint away on Wednesday 9 April 2025"), "{text}");
    }
}

fn acknowledged_by_amira() -> Command {
    let point = PointGiven {
        text: Words::said("How the lift charge was worked out"),
        outcome: Words::said("Show the sum"),
        responsibility: Some(Responsibility::Ours),
        feasible: Some(Words::said("yes")),
        ..PointGiven::default()
    };
    Command::Acknowledge(Acknowledge {
        points: Some(vec![point]),
        officer: Some(StaffId("amira".to_owned())),
        ..Acknowledge::default()
    })
}

#[tokio::test]
async fn no_refusal_without_reasons_of_its_own() {
    let world = World::new().await;
    let case = received(&world, false).await;
    let fields = [("ground", "service-charge-setting"), ("circumstances", "Asked and weighed")];
    let page = case.post(Role::ComplaintsOfficer, "refusal", &fields).await;
    assert_eq!(page.code(), 422);
    assert!(page.main().contains("href=\"#reasons\""), "{}", page.words());
    assert!(page.body.contains("Asked and weighed"), "the words are kept");
}

#[tokio::test]
async fn a_request_in_time_is_not_out_of_time() {
    let world = World::new().await;
    let case = acknowledged(&world).await;
    case.answer().await;
    world.at("2025-05-23T10:00");
    case.post(Role::ContactCentre, "escalation", &[("channel", "phone"), ("received", "today")])
        .await;
    let page = world.sign_in(Role::ComplaintsManager).await.get(&case.at("refusal")).await;
    assert_eq!(page.h1(), "Decline the request for stage 2");
    assert!(!page.main().contains("value=\"out-of-time\""), "{}", page.words());
    assert!(page.words().contains("The request came in time"), "{}", page.words());
}
