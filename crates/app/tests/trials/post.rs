//! The real program killed with signal 9 at each step of a conversation with a mail server: the
//! letter is never sent twice, and one that was not taken waits for a person under its message id.

use std::fs;
use std::path::Path;
use std::time::Duration;

use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use redress_domain::command::{Command, ResendLetter};
use redress_domain::person::Person;
use redress_domain::personal::Words;
use redress_domain::vocabulary::{Channel, Role};
use redress_store::dispatch::{self, Dispatch, State};
use redress_store::{Db, lists};
use redress_testkit::fault::program::{Program, Watch};
use redress_testkit::sink::{Instead, Sink, Step};
use redress_testkit::world::World;

use crate::program;

/// A letter by e-mail that waits, in a data folder of its own. Gives its case.
async fn a_letter_waits(data: &Path) -> String {
    let mut world = World::kept_in(data).await;
    world.at(&this_morning());
    world.with_mail();
    world.letters_wait().await;
    let re = world.receive("Joyce Adeyemi", "The lift has been out for three weeks").await;
    let desk = &world.app.desk;
    let dan = world.signed(Role::ContactCentre).await;
    let case = desk.case(&dan, &re).await.unwrap();
    let id = case.complaint.contact.person.clone().unwrap();
    let person = Person { email: Words::said("joyce@example.org"), ..case.person.clone().unwrap() };
    desk.correct_person(&dan, &id, &person, 1).await.unwrap();
    let order = |text: &str| -> Command { serde_json::from_str(text).unwrap() };
    let assign = order(r#"{ "do": "assign", "officer": "amira" }"#);
    world.act(Role::ComplaintsManager, &re, vec![assign]).await;
    let free = order(r#"{ "do": "declare-conflict", "who": "amira", "about": "none" }"#);
    let contact = order(r#"{ "do": "make-contact", "note": "Rang." }"#);
    let acknowledge = order(
        r#"{ "do": "acknowledge", "channel": "email", "officer": "amira", "points": [
            { "text": "The lift is out", "outcome": "Mend the lift", "responsibility": "ours",
              "feasible": "yes" }] }"#,
    );
    world.act(Role::ComplaintsOfficer, &re, vec![free, contact, acknowledge]).await;
    desk.db.close().await;
    re
}

#[expect(clippy::disallowed_methods, reason = "the program started here reads the machine's clock")]
fn this_morning() -> String {
    let now = jiff::Timestamp::now().to_zoned(TimeZone::get("Europe/London").unwrap());
    let time: DateTime = now.datetime().round(jiff::Unit::Second).unwrap();
    time.checked_sub(jiff::Span::new().minutes(2)).unwrap().to_string()
}

async fn the_letter(data: &Path, re: &str) -> Dispatch {
    let db = Db::open(&format!("sqlite:{}", data.join("redress.db").display())).await.unwrap();
    let scope = redress_store::Scope::of("rowan-homes");
    let row = lists::find_complaint(&db, &scope, re).await.unwrap().unwrap();
    let letter = dispatch::of_case(&db, &scope, &row.id).await.unwrap().pop().unwrap();
    db.close().await;
    letter
}

fn start(data: &Path, config: &Path) -> Program {
    let config = config.display().to_string();
    let arguments = ["--config", config.as_str()];
    Program::start(program(), "serve", data, &arguments, &Watch::Nobody).expect("it starts")
}

async fn becomes(data: &Path, re: &str, state: State) -> Dispatch {
    for _ in 0..400 {
        let letter = the_letter(data, re).await;
        if letter.state == state {
            return letter;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    panic!("the letter never became {state:?}: {:?}", the_letter(data, re).await.state);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_program_killed_while_it_speaks_to_the_mail_server_sends_nothing_twice() {
    for step in Step::ALL {
        let folder = tempfile::tempdir().unwrap();
        let data = folder.path().join("data");
        let re = a_letter_waits(&data).await;
        let sink = Sink::open().await;
        let config = folder.path().join("settings.toml");
        let smtp = format!(
            "[smtp]\nhost = \"127.0.0.1\"\nport = {}\ntls = \"none\"\nanswer-within-seconds = 1\n",
            sink.port
        );
        fs::write(&config, smtp).unwrap();
        sink.plan(step, Instead::IsSilent);
        let mut running = start(&data, &config);
        let reached = tokio::time::timeout(Duration::from_secs(60), sink.reaches(step)).await;
        assert!(reached.is_ok(), "{step:?} was never reached:\n{}", running.said());
        running.kill();
        drop(running);
        assert_eq!(the_letter(&data, &re).await.state, State::Sending, "{step:?}");

        let running = start(&data, &config);
        let letter = becomes(&data, &re, State::Unknown).await;
        assert!(running.stop().success());
        let taken = usize::from(step == Step::Taken);
        assert_eq!(sink.taken().len(), taken, "{step:?}: nothing resends itself");
        if taken == 1 {
            continue;
        }
        // Somebody looked and sends it again.
        let world = World::again_in(&data).await;
        world.at(&this_morning());
        let again = ResendLetter { number: 1, channel: Some(Channel::Email) };
        world.act(Role::ContactCentre, &re, vec![Command::ResendLetter(again)]).await;
        world.app.desk.db.close().await;
        let running = start(&data, &config);
        becomes(&data, &re, State::Sent).await;
        assert!(running.stop().success());
        let [message] = sink.taken().try_into().unwrap();
        let id = message.header("Message-ID").unwrap();
        assert_eq!(id, format!("<{}>", letter.message_id), "{step:?}: the same message id");
    }
}
