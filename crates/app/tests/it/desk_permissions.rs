//! Every command for every role at the counter: of a case the person holds, of one that somebody
//! else holds, and of one that is kept from them.

use std::collections::BTreeSet;

use redress::desk::accounts::ROLES;
use redress::desk::{Act, Declined};
use redress_domain::command::Command;
use redress_domain::ids::StaffId;
use redress_domain::vocabulary::Role;
use redress_testkit::world::{World, login_of};
use serde_json::{Value, json};

use crate::desk_steps::{acknowledged, bar};

/// Every command there is, by the name that files and forms use.
const VERBS: &str = "receive classify triage record-meeting offer-choice authorise-representative accept decline \
    accept-by-direction name-lead link withdraw correct-received-date define \
    amend-definition ask-clarification confirm-definition acknowledge log-form log assign \
    declare-conflict make-contact agree-updates record-needs record-correspondence \
    record-evidence request-information invite-comment name-staff clear-letter add-point \
    split-point update-resident extend find offer-remedy raise-action respond \
    request-escalation escalate decline-escalation refer-back reconsider accept-offer \
    reject-offer lapse-offer refer-to-panel panel-recommends refer-to-insurer pay-offer \
    update-action complete-action depart-from-policy close reopen survey answer-survey \
    record-lesson record-improvement note-time attempt-settlement warn-person \
    record-incident propose-restriction approve-restriction refuse-restriction \
    review-restriction lift-restriction ombudsman-contacts ombudsman-requests-evidence \
    send-evidence ask-more-time ombudsman-determines ombudsman-orders comply-with-order \
    challenge-restriction discuss-determination offer-outcome answer-outcome settle-request \
    review-request \
    withdraw-letter record-posting record-bounce record-return record-receipt resend-letter \
    dispute-action issue-code write-letter";

/// The command with nothing said in it.
fn bare(verb: &str) -> Command {
    let mut fields = json!({ "do": verb });
    if verb == "write-letter" {
        fields["letter"] = json!("pre-closure-contact");
    }
    loop {
        let error = match serde_json::from_value(fields.clone()) {
            Ok(command) => return command,
            Err(error) => error.to_string(),
        };
        let missing = error.strip_prefix("missing field `").and_then(|rest| rest.split('`').next());
        let missing = missing.unwrap_or_else(|| panic!("{verb}: {error}"));
        fields[missing] = Value::Null;
    }
}

#[test]
fn the_table_of_commands_leaves_none_out() {
    // An unknown command is answered with the names of all there are.
    let error = serde_json::from_value::<Command>(json!({ "do": "nothing" })).unwrap_err();
    let error = error.to_string();
    let known: BTreeSet<&str> = error.split('`').skip(3).step_by(2).collect();
    assert_eq!(known, VERBS.split_whitespace().collect());
}

#[tokio::test]
async fn every_command_reaches_as_far_as_its_table_says() {
    let world = World::new().await;
    let re = acknowledged(&world).await;
    let desk = &world.app.desk;
    let case = desk.case(&world.signed(Role::ComplaintsManager).await, &re).await.unwrap();
    let mut lines = Vec::new();
    for verb in VERBS.split_whitespace() {
        let act = Act { commands: vec![bare(verb)], seen: case.seq, ..Act::default() };
        let mut line = format!("{verb:<26}");
        for role in ROLES {
            let signed = world.signed(*role).await;
            let may = |holder: &str| {
                let mut case = case.clone();
                case.complaint.stage_1.officer = Some(StaffId(holder.to_owned()));
                let decided = desk.decide_act(&signed, &case, &act);
                !matches!(decided, Err(Declined::NotAllowed { .. }))
            };
            line.push_str(match (may(login_of(*role)), may("somebody else")) {
                (true, true) => " A",
                (true, false) => " H",
                (false, false) => " -",
                (false, true) => panic!("{verb}: who holds it may less than who does not"),
            });
        }
        lines.push(line);
    }
    // A any case, H one that is held, - none; the columns are the roles that an account may hold.
    insta::assert_snapshot!("commands_by_role", lines.join("\n"));
}

#[tokio::test]
async fn who_is_barred_finds_no_case_whatever_the_role_and_changes_nothing() {
    let world = World::new().await;
    let re = acknowledged(&world).await;
    let desk = &world.app.desk;
    let seen = desk.case(&world.signed(Role::ComplaintsManager).await, &re).await.unwrap().seq;
    for role in ROLES {
        bar(&world, &re, login_of(*role)).await.unwrap();
        let signed = world.signed(*role).await;
        for verb in VERBS.split_whitespace() {
            let token = desk.token().await.unwrap();
            let act = Act { token, commands: vec![bare(verb)], seen, ..Act::default() };
            let declined = desk.act(&signed, &re, act).await;
            assert!(matches!(declined, Err(Declined::Missing)), "{role:?} {verb}: {declined:?}");
        }
    }
    let head = redress_store::record::head(&desk.db, &world.scope).await.unwrap().unwrap();
    let known = redress_store::record::load_positions(&desk.db, &world.scope, 0, 1000).await;
    assert_eq!(known.unwrap().len() as i64, head.position);
}

#[tokio::test]
async fn fields_that_are_the_programs_own_are_no_fields_of_any_command() {
    for verb in VERBS.split_whitespace() {
        let Value::Object(fields) = serde_json::to_value(bare(verb)).unwrap() else {
            panic!("{verb} is no table")
        };
        for own in ["landlord", "actor", "at", "by", "seq", "pack", "clock"] {
            let mut fields = fields.clone();
            fields.insert(own.to_owned(), json!("x"));
            let read = serde_json::from_value::<Command>(Value::Object(fields));
            assert!(read.is_err(), "{verb} takes {own:?}");
        }
    }
}
