//! Steps of a complaint through the counter, for the tests of the desk: the orders as files write
//! them, and a journey from the first call to the last promise kept.

use redress::desk::{Act, Done, Signed};
use redress_domain::command::Command;
use redress_domain::event::AskPassed;
use redress_domain::personal::Words;
use redress_domain::vocabulary::Role;
use redress_store::Error;
use redress_testkit::world::World;
use serde_json::{Value, json};

/// What Joyce said on the telephone.
pub const WORDS: &str = "Third leak since February and nobody came to mend the ceiling";

/// An order as files and forms name it.
pub fn order(value: Value) -> Command {
    serde_json::from_value(value).unwrap()
}

/// An act at the newest version, with every question of the letter check answered.
pub async fn ready(world: &World, who: &Signed, re: &str, orders: Vec<Value>) -> Act {
    let seen = world.app.desk.case(who, re).await.unwrap().seq;
    Act {
        token: world.app.desk.token().await.unwrap(),
        seen,
        commands: orders.into_iter().map(order).collect(),
        passed: passed(),
        ..Act::default()
    }
}

/// Does an act as the person with a role.
pub async fn act(world: &World, role: Role, re: &str, orders: Vec<Value>) -> Done {
    let signed = world.signed(role).await;
    let mut act = ready(world, &signed, re, orders).await;
    act.seen = cleared(world, &signed, re, &act).await;
    world.app.desk.act(&signed, re, act).await.unwrap()
}

/// Has a manager clear what wants a second person, and says at which version the case is then.
pub async fn cleared(world: &World, sender: &Signed, re: &str, act: &Act) -> i64 {
    let manager = world.signed(Role::ComplaintsManager).await;
    let other = if manager.staff.id == sender.staff.id {
        world.signed(Role::Stage2Officer).await
    } else {
        manager
    };
    let cleared = world.app.desk.clear_letters((&other, sender), re, act).await;
    cleared.unwrap_or(act.seen)
}

/// A correspondence note: an act without a letter, open to every member of staff.
pub fn note(text: &str) -> Value {
    json!({ "do": "record-correspondence", "with": "Joyce", "direction": "in", "text": text })
}

/// The acknowledgement, with both points of the definition.
pub fn acknowledgement() -> Value {
    json!({ "do": "acknowledge", "officer": "amira", "points": [
        { "text": "The ceiling leaks", "outcome": "Mend the ceiling", "responsibility": "ours",
          "feasible": "yes" },
        { "text": "Two visits were missed", "outcome": "An apology", "responsibility": "ours",
          "feasible": "yes" },
    ] })
}

/// A complaint given to Amira, who has nothing to declare and has rung Joyce.
pub async fn in_hand(world: &World) -> String {
    let re = world.receive("Joyce Adeyemi", WORDS).await;
    let choice = json!({ "do": "offer-choice", "answer": "complain" });
    act(world, Role::ContactCentre, &re, vec![choice]).await;
    let assign = json!({ "do": "assign", "officer": "amira" });
    act(world, Role::ComplaintsManager, &re, vec![assign]).await;
    let free = json!({ "do": "declare-conflict", "who": "amira", "about": "none" });
    let contact = json!({ "do": "make-contact", "note": "Rang and talked it through." });
    act(world, Role::ComplaintsOfficer, &re, vec![free, contact]).await;
    re
}

/// The same, acknowledged by letter.
pub async fn acknowledged(world: &World) -> String {
    let re = in_hand(world).await;
    let updates = json!({ "do": "agree-updates", "every": "5 working days", "method": "phone" });
    act(world, Role::ComplaintsOfficer, &re, vec![acknowledgement(), updates]).await;
    re
}

/// The decision on a point, with all that its letter needs.
pub fn finding(point: &str) -> Value {
    let reasons = match point {
        "p1" => "The leak was reported on 3 February and was not mended within our ten days.",
        _ => "The visits of 12 and 19 March were booked and nobody came; the job sheets show it.",
    };
    json!({ "do": "find", "point": point, "finding": "upheld", "reasons": reasons,
        "cites": ["Repairs policy 4.2"],
        "weighed": "Your account, the job sheets and the photographs agree with one another.",
        "fault": "We missed two visits and did not tell you.",
        "outcome-met": "fully",
        "outcome-why": "We agree with what you asked for, and this letter says how we do it." })
}

/// The written answer.
pub fn response() -> Value {
    json!({ "do": "respond", "apology": true,
        "apology-words": "We are sorry that you waited at home twice for nobody.",
        "lessons": "Every missed visit is now rung through the same day." })
}

/// The same, answered at stage 1 on 16 April with a promise and a sum.
pub async fn answered(world: &World) -> String {
    let re = acknowledged(world).await;
    world.at("2025-04-14T09:30");
    let told =
        json!({ "do": "update-resident", "text": "The contractor has sent the job sheets." });
    let sheets = json!({ "do": "record-evidence", "what": "Job sheets of this year's visits",
        "from": "Repairs contractor" });
    let orders = vec![sheets, finding("p1"), finding("p2"), told];
    act(world, Role::ComplaintsOfficer, &re, orders).await;
    world.at("2025-04-16T09:30");
    let repair = json!({ "do": "offer-remedy", "point": "p1", "kind": "action",
        "what": "Mend the ceiling", "owner": "Repairs team", "due": "2025-05-06" });
    let money = json!({ "do": "offer-remedy", "point": "p2", "kind": "money", "amount": 7500,
        "what": "For the distress and trouble", "head": "Distress", "due": "2025-05-13" });
    act(world, Role::ComplaintsOfficer, &re, vec![repair, money]).await;
    act(world, Role::ComplaintsOfficer, &re, vec![response()]).await;
    re
}

/// The whole way: answered, taken to stage 2, answered again, promises kept, closed.
pub async fn whole_journey(world: &World) -> String {
    let re = answered(world).await;
    world.at("2025-04-22T09:30");
    let request = json!({ "do": "request-escalation", "channel": "phone" });
    act(world, Role::ContactCentre, &re, vec![request]).await;
    let escalate = json!({ "do": "escalate", "officer": "ben" });
    act(world, Role::ComplaintsManager, &re, vec![escalate]).await;
    let free = json!({ "do": "declare-conflict", "who": "ben", "about": "none" });
    let contact = json!({ "do": "make-contact", "note": "Rang to learn what we had missed." });
    act(world, Role::Stage2Officer, &re, vec![free, contact]).await;
    world.at("2025-04-24T09:30");
    let acknowledge = json!({ "do": "acknowledge", "officer": "ben" });
    let updates = json!({ "do": "agree-updates", "every": "5 working days", "method": "phone" });
    act(world, Role::Stage2Officer, &re, vec![acknowledge, updates]).await;
    world.at("2025-04-30T09:30");
    let done = json!({ "do": "complete-action", "id": "a1", "proof": "Photograph on file" });
    act(world, Role::Stage2Officer, &re, vec![done]).await;
    let told = json!({ "do": "update-resident", "text": "The ceiling has been mended." });
    act(world, Role::Stage2Officer, &re, vec![told, finding("p1"), finding("p2")]).await;
    let explain = json!({ "do": "offer-remedy", "kind": "explanation",
        "what": "A call to explain each day of the work" });
    act(world, Role::Stage2Officer, &re, vec![explain]).await;
    act(world, Role::Stage2Officer, &re, vec![response()]).await;
    world.at("2025-05-12T09:30");
    let accept = json!({ "do": "accept-offer", "offer": "o1" });
    act(world, Role::ContactCentre, &re, vec![accept]).await;
    let lesson = json!({ "do": "record-lesson", "cause": "Missed visits",
        "lesson": "Ring the same day." });
    let close = json!({ "do": "close", "reason": "final-response" });
    act(world, Role::ComplaintsManager, &re, vec![lesson, close]).await;
    re
}

/// Reasons for letting a letter go where the check only asks.
pub fn passed() -> Vec<AskPassed> {
    [
        "too-hard",
        "promise-unowned",
        "comment-not-invited",
        "third-party-data",
        "tone",
        "source-missing",
        "pack-block-missing",
        "definition-incomplete",
        "fault-not-admitted",
    ]
    .map(|code| AskPassed { code: code.to_owned(), reason: Words::said("Read by a colleague.") })
    .to_vec()
}

/// Everything on record of a case, counted by the place of its last event.
pub async fn version(world: &World, re: &str) -> i64 {
    world.app.desk.case(&world.signed(Role::ComplaintsManager).await, re).await.unwrap().seq
}

/// Gives somebody other roles behind the back of whoever is at work.
pub async fn change_roles(world: &World, login: &str, roles: &[Role]) {
    let names: Vec<String> = roles.iter().map(redress::words::id).collect();
    let mut tx = world.app.desk.db.begin().await.unwrap();
    redress_store::accounts::set_roles(&mut tx, &world.scope, login, &names).await.unwrap();
    tx.commit().await.unwrap();
}

/// Keeps a case from somebody, as the lists hold it.
pub async fn bar(world: &World, re: &str, staff: &str) -> Result<(), Error> {
    use redress_store::lists;
    let db = &world.app.desk.db;
    let row = lists::find_complaint(db, &world.scope, re).await?.unwrap();
    let mut rows = lists::rows_for(db, &world.scope, &row.id).await?.unwrap();
    rows.barred.push(staff.to_owned());
    let mut tx = db.begin().await?;
    lists::replace_for(&mut tx, &world.scope, &rows).await?;
    tx.commit().await
}
