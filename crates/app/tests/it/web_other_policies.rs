//! The pages that only some policies need: the log, going back to stage 1, lapses, the panel,
//! insurers and members' enquiries.

use redress::desk::take_in::Contact;
use redress_domain::command::{Command, Receive};
use redress_domain::person::Person;
use redress_domain::personal::Words;
use redress_domain::policy::shipped;
use redress_domain::vocabulary::{Channel, Kind, Role};
use redress_store::settings::{self, Adoption};
use redress_testkit::world::World;

use crate::web_answering_case::{Played, acknowledged, received};

/// A world in which another policy is in force from 1 April 2025.
async fn under(pack: &str) -> World {
    let world = World::new().await;
    let (_, text) = shipped::TEXTS.iter().find(|(id, _)| *id == pack).unwrap();
    let adoption = Adoption {
        pack: pack.to_owned(),
        version: shipped::pack(pack).unwrap().version.clone(),
        text: (*text).to_owned(),
        from: "2025-04-01".parse().unwrap(),
        proposed_by: None,
        adopted_by: None,
        adopted_at: world.app.desk.now(),
    };
    let mut tx = world.app.desk.db.begin().await.unwrap();
    settings::adopt(&mut tx, &world.scope, &adoption).await.unwrap();
    tx.commit().await.unwrap();
    world
}

async fn posted(case: &Played<'_>, role: Role, page: &str, fields: &[(&str, &str)]) {
    let done = case.post(role, page, fields).await;
    assert_eq!(done.code(), 303, "{page}: {}", done.words());
}

// WDH-team-2a WDH-team-8a
#[tokio::test]
async fn the_form_and_the_log_are_recorded_on_a_page() {
    let world = under("wdh-2022").await;
    let case = received(&world, false).await;
    posted(&case, Role::ContactCentre, "logging/form", &[]).await;
    posted(&case, Role::ComplaintsOfficer, "logging", &[]).await;
    let page = case.post(Role::ComplaintsOfficer, "logging", &[]).await;
    assert_eq!(page.code(), 422);
    assert!(page.words().contains("This was logged on"), "{}", page.words());
    let amira = world.sign_in(Role::ComplaintsOfficer).await;
    let page = amira.get(&case.at("logging")).await;
    assert!(page.words().contains("Logged, stage 1"), "{}", page.words());
}

// OH-6.5.1t OH-6.5.1u OH-6.5.1w
#[tokio::test]
async fn a_sum_goes_to_the_panel_and_its_recommendation_is_followed_or_explained() {
    let world = under("one-housing-2024").await;
    let case = acknowledged(&world).await;
    case.answer().await;
    let amira = world.sign_in(Role::ComplaintsOfficer).await;
    let page = amira.get(&case.at("offers")).await;
    assert!(page.words().contains("Send it to the panel"), "{}", page.words());
    posted(&case, Role::ComplaintsOfficer, "offers/o1/panel", &[]).await;
    let unexplained = [("o1-amount", "250"), ("o1-reasons", "It took long"), ("o1-followed", "no")];
    let page = case.post(Role::ComplaintsManager, "offers/o1/recommendation", &unexplained).await;
    assert_eq!(page.code(), 422);
    assert!(page.main().contains("href=\"#o1-why-not\""), "{}", page.words());
    let followed = [("o1-amount", "250"), ("o1-reasons", "It took long"), ("o1-followed", "yes")];
    posted(&case, Role::ComplaintsManager, "offers/o1/recommendation", &followed).await;
    let page = amira.get(&case.at("offers")).await;
    assert_eq!(page.h1(), "Money offered: £250");
    let claim = [("what", "A fall on the stair")];
    posted(&case, Role::ComplaintsOfficer, "claims", &claim).await;
    assert_eq!(case.case().await.complaint.insurer_claims.len(), 1);
    let page = case.post(Role::ComplaintsOfficer, "claims", &[]).await;
    assert_eq!(page.code(), 422);
    assert!(page.main().contains("href=\"#what\""), "{}", page.words());
}

// WDH-remedies-5b WDH-escalation-3b WDH-team-10c
#[tokio::test]
async fn an_offer_lapses_and_a_request_goes_back_once_as_agreed() {
    let world = under("wdh-2022").await;
    let case = acknowledged(&world).await;
    case.answer().await;
    let think = [("text", "We look at the sum again"), ("open", "yes")];
    posted(&case, Role::ComplaintsOfficer, "response/rethink", &think).await;
    assert!(case.case().await.complaint.rethink_open);
    let ask = Command::RequestEscalation {
        channel: Some(Channel::Phone),
        reason: None,
        points: None,
        received_on: None,
    };
    case.act(Role::ContactCentre, vec![ask]).await;
    let page = case.post(Role::ComplaintsManager, "escalation/back", &[("agreed", "no")]).await;
    assert_eq!(page.code(), 422);
    assert!(page.words().contains("has not agreed"), "{}", page.words());
    let agreed = [("agreed", "yes"), ("due", "12/5/2025")];
    posted(&case, Role::ComplaintsManager, "escalation/back", &agreed).await;
    let manager = world.sign_in(Role::ComplaintsManager).await;
    let page = manager.get(&case.at("escalation")).await;
    assert!(page.words().contains("Sent back to stage 1"), "{}", page.words());
    assert!(!page.words().contains("Send it back to stage 1"), "{}", page.words());
    assert!(!manager.get(&case.at("offers")).await.words().contains("Note that it has lapsed"));
    world.at("2025-06-20T10:00");
    posted(&case, Role::ComplaintsManager, "offers/o1/lapse", &[]).await;
    let offer = case.case().await.complaint.offers.remove(0);
    assert_eq!((offer.lapsed_on, offer.accepted), (Some(world.today()), None));
}

// OH-6.7.4a
#[tokio::test]
async fn a_members_enquiry_is_answered_on_a_page_of_its_own() {
    let world = under("one-housing-2024").await;
    let dan = world.signed(Role::ContactCentre).await;
    let contact = Contact {
        token: world.app.desk.token().await.unwrap(),
        on: None,
        receive: Receive {
            channel: Some(Channel::Member),
            text: Words::said("What of Mrs Shah's roof?"),
            about: Kind::Enquiry,
            ..Receive::default()
        },
        person: Some(Person { name: Words::said("Councillor Lee"), ..Person::default() }),
        then: Vec::new(),
        attachments: Vec::new(),
        mail: None,
        automatic: false,
    };
    let re = world.app.desk.take_in(&dan, contact).await.unwrap().reference;
    let case = Played { world: &world, re };
    let amira = world.sign_in(Role::ComplaintsOfficer).await;
    let page = amira.get(&case.at("response")).await;
    assert_eq!(page.h1(), "Answer the enquiry by Wednesday 23 April 2025");
    assert!(page.words().contains("Nobody has asked"), "{}", page.words());
    let page = case.post(Role::ComplaintsOfficer, "response/enquiry", &[]).await;
    assert_eq!(page.code(), 422);
    posted(&case, Role::ComplaintsOfficer, "response/enquiry", &[("channel", "email")]).await;
    let page = amira.get(&case.at("response")).await;
    assert_eq!(page.h1(), "The enquiry was answered on Mon 7 Apr 2025");
}
