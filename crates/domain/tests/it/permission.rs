//! Permissions: one table of roles and commands, and how far each role reaches.

use std::sync::LazyLock;

use redress_domain::command::Command;
use redress_domain::complaint::Complaint;
use redress_domain::ids::StaffId;
use redress_domain::permission::may;
use redress_domain::rules::Actor;
use redress_domain::vocabulary::Role;
use serde_json::json;

use crate::story::{escalated, given, on, receive};

/// How far each role reaches, in the order of [`Role::ALL`] without its last two: A any case,
/// H one that it holds or nobody holds yet, S only its own, - none. Then the commands.
const TABLE: &[(&str, &str)] = &[
    ("AAAAAAAS------ SS", "receive"),
    ("AAAAAAA------- SS", "offer-choice"),
    ("AAAAA-A------- --", "classify triage link log-form log ombudsman-contacts"),
    ("AAA-A--------- --", "authorise-representative"),
    ("-HH-A--------- --", "accept name-lead correct-received-date withdraw withdraw-letter"),
    ("-HH-AA-------- --", "decline decline-escalation accept-by-direction reopen"),
    ("-HH-AAH------- --", "assign escalate"),
    ("AAAAAAA------- --", "name-staff challenge-restriction"),
    ("AA-HA-A------- --", "offer-outcome answer-outcome settle-request"),
    ("-A--A-A------- --", "review-request"),
    ("--A-AA-------- --", "clear-letter"),
    ("-HHHAHHHH----- --", "declare-conflict"),
    ("AAAHAAH------- SS", "record-correspondence record-needs confirm-definition dispute-action"),
    ("-HHHAHHH------ SS", "record-evidence"),
    ("AAAHAAA------- SS", "request-escalation"),
    (
        "AAA-A--------- --",
        "record-posting record-bounce record-return record-receipt resend-letter issue-code",
    ),
    ("AAA-A--------- SS", "accept-offer reject-offer answer-survey"),
    ("-HH-AA-------- --", "depart-from-policy pay-offer lapse-offer"),
    ("--H-A--------- --", "refer-back"),
    ("----A---A----- --", "panel-recommends"),
    ("-HHHAAHH------ --", "update-action complete-action"),
    ("-HH-AA-------- --", "close survey write-letter"),
    ("AAAHAAA------- --", "attempt-settlement record-incident"),
    ("-HH-AAA------- --", "warn-person propose-restriction"),
    ("-----A-------- --", "approve-restriction refuse-restriction"),
    ("----AA-------- --", "review-restriction lift-restriction"),
    (
        "-AH-AA-------- --",
        "ombudsman-requests-evidence send-evidence ask-more-time ombudsman-determines \
         ombudsman-orders comply-with-order discuss-determination",
    ),
    ("-HHHAAA------- --", "record-lesson record-improvement"),
];

/// What is done at the stage the case is at: its own row at each.
const WORK: &str = "define amend-definition ask-clarification acknowledge agree-updates \
    make-contact record-meeting request-information invite-comment add-point split-point update-resident extend \
    find offer-remedy raise-action respond refer-to-panel refer-to-insurer reconsider";
const WORK_STAGE_1: &str = "-H-HA-H------- --";
const WORK_STAGE_2: &str = "--H-AH-------- --";

/// The order of the columns.
const ROLES: [Role; 16] = [
    Role::ContactCentre,
    Role::ComplaintsOfficer,
    Role::Stage2Officer,
    Role::InvestigatingOfficer,
    Role::ComplaintsManager,
    Role::SeniorManager,
    Role::ServiceManager,
    Role::Contractor,
    Role::CompensationPanel,
    Role::ScrutinyPanel,
    Role::GoverningBodyMember,
    Role::Auditor,
    Role::Administrator,
    Role::PrivacyOfficer,
    Role::Resident,
    Role::Representative,
];

fn order(verb: &str) -> Command {
    serde_json::from_value(json!({ "do": verb })).unwrap_or_else(|_| match verb {
        "declare-conflict" => panic!("{verb}"),
        "write-letter" => {
            let closing = json!({ "do": verb, "letter": "pre-closure-contact" });
            serde_json::from_value(closing).expect("a letter")
        }
        _ => complete(verb),
    })
}

/// Commands with a field that cannot be left out, even to be refused.
fn complete(verb: &str) -> Command {
    let fields = json!({
        "do": verb, "kind": null, "answer": null, "status": null, "to": null, "every": null,
        "direction": null, "reason": null, "due": null, "channel": null, "ground": null,
        "paid-on": null, "handling": null, "outcome": null, "done-on": null,
    });
    let mut fields = fields.as_object().unwrap().clone();
    loop {
        let given = serde_json::Value::Object(fields.clone());
        match serde_json::from_value(given) {
            Ok(command) => return command,
            Err(error) => {
                let error = error.to_string();
                let field = error.split('`').nth(1).expect(&error).to_owned();
                assert!(fields.remove(&field).is_some(), "{verb}: {error}");
            }
        }
    }
}

fn held_by(who: &str, two: bool) -> Complaint {
    static CASES: LazyLock<[Complaint; 2]> = LazyLock::new(|| {
        [given([on("2025-04-07", receive())]).complaint(), given(escalated()).complaint()]
    });
    let mut complaint = CASES[usize::from(two)].clone();
    let officer = (!who.is_empty()).then(|| StaffId(who.to_owned()));
    match &mut complaint.stage_2 {
        Some(stage) => stage.officer = officer,
        None => complaint.stage_1.officer = officer,
    }
    complaint
}

fn reach(role: Role, command: &Command, two: bool) -> char {
    let actor = Actor { id: Some(StaffId("me".to_owned())), roles: vec![role], own: None };
    let allowed = |holder: &str| may(&actor, command, Some(&held_by(holder, two))).is_ok();
    match (allowed("somebody else"), allowed(""), allowed("me")) {
        (true, ..) => 'A',
        (false, true, true) => 'H',
        (false, false, true) => 'S',
        (false, false, false) => '-',
        odd => panic!("{role:?} {}: {odd:?}", command.verb()),
    }
}

fn rows(two: bool) -> Vec<(&'static str, &'static str)> {
    let work = if two { WORK_STAGE_2 } else { WORK_STAGE_1 };
    TABLE.iter().copied().chain([(work, WORK)]).collect()
}

// D24-6.1g
#[test]
fn each_role_reaches_as_far_as_the_table_says() {
    assert_eq!(ROLES, Role::ALL);
    for two in [false, true] {
        for (row, verbs) in rows(two) {
            for verb in verbs.split_whitespace() {
                let command = order(verb);
                let found: String = ROLES.iter().map(|role| reach(*role, &command, two)).collect();
                let wanted = row.replace(' ', "");
                assert_eq!(found, wanted, "{verb}, stage {}", if two { 2 } else { 1 });
            }
        }
    }
}

#[test]
fn the_table_has_every_command() {
    let unknown = serde_json::from_value::<Command>(json!({ "do": "?" })).unwrap_err().to_string();
    let known: Vec<&str> = unknown.split('`').skip(3).step_by(2).collect();
    let table = rows(false);
    let listed: Vec<&str> =
        table.iter().flat_map(|(_, verbs)| verbs.split_whitespace()).chain(["note-time"]).collect();
    for verb in &known {
        assert!(listed.contains(verb), "{verb} is in no row");
    }
    assert_eq!(listed.len(), known.len());
}

#[test]
fn those_who_only_look_command_nothing() {
    let lookers = [
        Role::ScrutinyPanel,
        Role::GoverningBodyMember,
        Role::Auditor,
        Role::Administrator,
        Role::PrivacyOfficer,
    ];
    for (_, verbs) in rows(false) {
        for verb in verbs.split_whitespace() {
            for role in lookers {
                assert_eq!(reach(role, &order(verb), false), '-', "{role:?} {verb}");
            }
        }
    }
}

#[test]
fn everybody_may_declare_a_conflict_of_their_own() {
    let own = json!({ "do": "declare-conflict", "who": "me", "about": "A cousin" });
    let own: Command = serde_json::from_value(own).unwrap();
    let actor = Actor {
        id: Some(StaffId("me".to_owned())),
        roles: vec![Role::ComplaintsOfficer],
        own: None,
    };
    assert!(may(&actor, &own, Some(&held_by("somebody else", false))).is_ok());
}

#[test]
fn time_passes_for_everybody_and_the_unnamed_are_somebody_who_may() {
    let auditor =
        Actor { id: Some(StaffId("me".to_owned())), roles: vec![Role::Auditor], own: None };
    let note: Command = serde_json::from_value(json!({ "do": "note-time" })).unwrap();
    assert!(may(&auditor, &note, None).is_ok());
    assert!(may(&Actor::default(), &order("close"), Some(&held_by("you", false))).is_ok());
}

#[test]
fn a_refusal_names_the_roles_that_may() {
    crate::story::under("derive-2024")
        .staffed("olive", Role::Auditor)
        .when(on("2025-04-07", receive()).by("olive"))
        .refused("not-allowed", "permissions");
}

fn resident(own: Option<&str>) -> Actor {
    let id = Some(StaffId(StaffId::RESIDENT.to_owned()));
    Actor { id, roles: vec![Role::Resident], own: own.map(str::to_owned) }
}

#[test]
fn a_resident_may_do_in_their_own_case_what_the_table_says_and_nothing_in_another() {
    let mut case = held_by("amira", false);
    case.reference = Some("RH-2025-00001-X".to_owned());
    let own = resident(Some("RH-2025-00001-X"));
    for verb in ["record-correspondence", "record-evidence", "confirm-definition", "record-needs"] {
        assert!(may(&own, &order(verb), Some(&case)).is_ok(), "{verb}");
    }
    for verb in ["request-escalation", "accept-offer", "reject-offer", "answer-survey"] {
        assert!(may(&own, &order(verb), Some(&case)).is_ok(), "{verb}");
        for other in [None, Some("RH-2025-00002-Y"), Some("")] {
            assert!(may(&resident(other), &order(verb), Some(&case)).is_err(), "{verb} {other:?}");
        }
    }
    for verb in ["withdraw", "define", "respond", "pay-offer", "close", "authorise-representative"]
    {
        assert!(may(&own, &order(verb), Some(&case)).is_err(), "{verb}");
    }
}

#[test]
fn somebody_who_is_telling_their_complaint_may_say_what_helps_before_it_has_a_reference() {
    let case = held_by("", false);
    assert!(may(&resident(Some("")), &order("record-needs"), Some(&case)).is_ok());
    assert!(may(&resident(None), &order("record-needs"), Some(&case)).is_err());
}

#[test]
fn what_a_resident_does_makes_nobody_a_hand_in_the_case() {
    let photo = json!({ "do": "record-evidence", "what": "A photo of the ceiling" });
    let sent = on("2025-04-08", photo).by(StaffId::RESIDENT);
    let case = given([on("2025-04-07", receive()), sent]).complaint();
    assert_eq!(case.evidence.len(), 1);
    assert!(case.stage_1.involved.is_empty() && case.stage_1.hands.is_empty());
}
