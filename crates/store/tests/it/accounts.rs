//! Accounts, sessions and the throttle at the door.

use jiff::civil::date;
use jiff::{SignedDuration, Timestamp};
use redress_store::accounts::{self, Attempt, NewSession, NewStaff};
use redress_store::settings::{self, Closure, Landlord};
use redress_store::{Error, Scope};

use crate::rooms::{Room, fresh_entropy, heath, moment, on_each, rowan};

fn staff(id: &str, roles: &[&str]) -> NewStaff {
    NewStaff {
        id: id.to_owned(),
        login: format!("{id}@rowan.example"),
        name: id.to_owned(),
        password_hash: "$argon2id$first".to_owned(),
        must_change: false,
        roles: roles.iter().map(|role| (*role).to_owned()).collect(),
    }
}

async fn hire(room: &Room, scope: &Scope, staff: &NewStaff) {
    let mut tx = room.db.begin().await.unwrap();
    accounts::add_staff(&mut tx, scope, staff, moment()).await.unwrap();
    tx.commit().await.unwrap();
}

async fn open(room: &Room, staff: &str, token: &str) {
    let mut tx = room.db.begin().await.unwrap();
    let new = NewSession {
        token: token.to_owned(),
        staff: staff.to_owned(),
        csrf: "csrf".to_owned(),
        own_device: false,
        at: moment(),
        idle: SignedDuration::from_mins(30),
        absolute: SignedDuration::from_hours(12),
    };
    accounts::open_session(&mut tx, &rowan(), &new).await.unwrap();
    tx.commit().await.unwrap();
}

fn minutes(n: i64) -> Timestamp {
    moment() + SignedDuration::from_mins(n)
}

#[test]
fn login_names_differ_by_more_than_case() {
    on_each(async |room| {
        hire(&room, &rowan(), &staff("anna", &["officer", "manager"])).await;
        hire(&room, &heath(), &staff("anna", &["officer"])).await;
        let mut again = staff("anna2", &[]);
        again.login = " ANNA@Rowan.example ".to_owned();
        let mut tx = room.db.begin().await.unwrap();
        let why = accounts::add_staff(&mut tx, &rowan(), &again, moment()).await.unwrap_err();
        assert!(matches!(why, Error::Conflict { .. }), "{why}");
        drop(tx);
        let found = accounts::find_login(&room.db, &rowan(), "Anna@rowan.EXAMPLE").await.unwrap();
        let (found, hash) = found.unwrap();
        assert_eq!((found.id.as_str(), hash.as_str()), ("anna", "$argon2id$first"));
        assert_eq!(found.roles, ["manager", "officer"]);
        assert!(accounts::find_staff(&room.db, &rowan(), "ben").await.unwrap().is_none());
        assert_eq!(accounts::list_staff(&room.db, &rowan()).await.unwrap().len(), 1);
    });
}

#[test]
fn a_session_ends_when_idle_and_at_last_in_any_case() {
    on_each(async |room| {
        hire(&room, &rowan(), &staff("anna", &["officer"])).await;
        open(&room, "anna", "token").await;
        let found = async |at| accounts::find_session(&room.db, "token", at).await.unwrap();
        let (scope, session) = found(minutes(29)).await.unwrap();
        assert_eq!(scope, rowan());
        assert_eq!((session.staff.id.as_str(), session.csrf.as_str()), ("anna", "csrf"));
        assert!(found(minutes(30)).await.is_none());
        assert!(accounts::find_session(&room.db, "Token", minutes(1)).await.unwrap().is_none());
        // Used every twenty minutes it lasts twelve hours and no longer.
        for n in 1..=36 {
            let mut tx = room.db.begin().await.unwrap();
            accounts::touch_session(&mut tx, "token", minutes(n * 20)).await.unwrap();
            tx.commit().await.unwrap();
        }
        assert!(found(minutes(719)).await.is_some());
        assert!(found(minutes(720)).await.is_none());
        let mut tx = room.db.begin().await.unwrap();
        accounts::touch_session(&mut tx, "token", minutes(721)).await.unwrap();
        assert_eq!(accounts::end_old_sessions(&mut tx, minutes(721)).await.unwrap(), 1);
        tx.commit().await.unwrap();
    });
}

#[test]
fn the_token_itself_is_nowhere_in_the_database() {
    on_each(async |room| {
        hire(&room, &rowan(), &staff("anna", &["officer"])).await;
        open(&room, "anna", "the-very-token").await;
        let sessions = accounts::list_sessions(&room.db, &rowan(), "anna", moment()).await.unwrap();
        assert_eq!(sessions.len(), 1);
        assert!(!format!("{sessions:?}").contains("the-very-token"));
        let mut tx = room.db.begin().await.unwrap();
        accounts::end_named_session(&mut tx, &rowan(), "anna", &sessions[0].name).await.unwrap();
        tx.commit().await.unwrap();
        let found = accounts::find_session(&room.db, "the-very-token", moment()).await.unwrap();
        assert!(found.is_none());
    });
}

#[test]
fn any_change_of_rights_signs_out_everywhere() {
    on_each(async |room| {
        hire(&room, &rowan(), &staff("root", &["administrator"])).await;
        hire(&room, &rowan(), &staff("anna", &["officer"])).await;
        for change in 0..5 {
            for token in ["one", "two"] {
                open(&room, "anna", token).await;
            }
            open(&room, "root", "mine").await;
            let mut tx = room.db.begin().await.unwrap();
            let (tx_, scope) = (&mut tx, rowan());
            match change {
                0 => accounts::set_roles(tx_, &scope, "anna", &["manager".to_owned()]).await,
                1 => accounts::set_password(tx_, &scope, "anna", "$argon2id$new", true).await,
                2 => accounts::end_sessions(tx_, &scope, "anna").await.map(drop),
                3 => accounts::set_active(tx_, &scope, "anna", false).await,
                _ => accounts::set_active(tx_, &scope, "anna", true).await,
            }
            .unwrap();
            tx.commit().await.unwrap();
            for token in ["one", "two"] {
                let found = accounts::find_session(&room.db, token, moment()).await.unwrap();
                assert!(found.is_none(), "change {change}");
            }
            assert!(accounts::find_session(&room.db, "mine", moment()).await.unwrap().is_some());
            let mut tx = room.db.begin().await.unwrap();
            accounts::end_session(&mut tx, "mine").await.unwrap();
            tx.commit().await.unwrap();
        }
        let (anna, hash) =
            accounts::find_login(&room.db, &rowan(), "anna@rowan.example").await.unwrap().unwrap();
        assert_eq!(hash, "$argon2id$new");
        assert!(anna.must_change);
        assert_eq!(anna.roles, ["manager"]);
    });
}

#[test]
fn somebody_who_may_not_sign_in_any_more_has_no_session() {
    on_each(async |room| {
        hire(&room, &rowan(), &staff("anna", &["officer"])).await;
        open(&room, "anna", "token").await;
        room.tamper(if room.is_sqlite() {
            "UPDATE staff SET active = 0"
        } else {
            "UPDATE staff SET active = false"
        })
        .await;
        assert!(accounts::find_session(&room.db, "token", moment()).await.unwrap().is_none());
    });
}

#[test]
fn the_last_administrator_stays() {
    on_each(async |room| {
        hire(&room, &rowan(), &staff("root", &["administrator"])).await;
        hire(&room, &heath(), &staff("other", &["administrator"])).await;
        hire(&room, &rowan(), &staff("anna", &["officer"])).await;
        for change in 0..2 {
            let mut tx = room.db.begin().await.unwrap();
            let why = match change {
                0 => accounts::set_roles(&mut tx, &rowan(), "root", &[]).await,
                _ => accounts::set_active(&mut tx, &rowan(), "root", false).await,
            }
            .unwrap_err();
            assert!(matches!(why, Error::Refused { .. }), "{why}");
        }
        let mut tx = room.db.begin().await.unwrap();
        let both = ["administrator".to_owned(), "officer".to_owned()];
        accounts::set_roles(&mut tx, &rowan(), "anna", &both).await.unwrap();
        accounts::set_active(&mut tx, &rowan(), "root", false).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(accounts::count_administrators(&room.db, &rowan()).await.unwrap(), 1);
        let mut tx = room.db.begin().await.unwrap();
        let why = accounts::set_roles(&mut tx, &rowan(), "nobody", &[]).await.unwrap_err();
        assert!(matches!(why, Error::Missing { .. }), "{why}");
    });
}

#[test]
fn two_administrators_cannot_each_remove_the_other() {
    on_each(async |room| {
        for round in 0..10 {
            let (one, two) = (format!("one{round}"), format!("two{round}"));
            let scope = Scope::of(format!("landlord-{round}"));
            hire(&room, &scope, &staff(&one, &["administrator"])).await;
            hire(&room, &scope, &staff(&two, &["administrator"])).await;
            let dismiss = async |id: &str| {
                let mut tx = room.db.begin().await?;
                accounts::set_active(&mut tx, &scope, id, false).await?;
                tx.commit().await
            };
            let (first, second) = tokio::join!(dismiss(&one), dismiss(&two));
            assert_eq!([&first, &second].iter().filter(|done| done.is_ok()).count(), 1);
            assert_eq!(accounts::count_administrators(&room.db, &scope).await.unwrap(), 1);
        }
    });
}

async fn begins(room: &Room, login: &str, address: &str, at: Timestamp) -> Option<Timestamp> {
    let attempt = Attempt { login, address, at };
    let mut tx = room.db.begin().await.unwrap();
    let until = accounts::sign_in_begins(&mut tx, &rowan(), &attempt).await.unwrap();
    if until.is_none() {
        let id = fresh_entropy().id().unwrap();
        accounts::sign_in_failed(&mut tx, &rowan(), &attempt, &id).await.unwrap();
    }
    tx.commit().await.unwrap();
    until
}

#[test]
fn each_wrong_password_doubles_the_wait_up_to_a_quarter_of_an_hour() {
    on_each(async |room| {
        hire(&room, &rowan(), &staff("anna", &["officer"])).await;
        for login in ["anna@rowan.example", "nobody@rowan.example"] {
            let mut at = moment();
            let mut waits = Vec::new();
            for _ in 0..13 {
                assert_eq!(begins(&room, login, "192.0.2.1", at).await, None);
                let until = begins(&room, login, "192.0.2.1", at).await.unwrap();
                waits.push(until.duration_since(at).as_secs());
                at = until;
            }
            // Known and unknown names alike.
            assert_eq!(waits, [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900]);
        }
        let log = accounts::list_sign_ins(&room.db, &rowan(), 100).await.unwrap();
        assert_eq!(log.len(), 26);
        assert!(log.iter().all(|line| !line.worked));
    });
}

#[test]
fn a_hundred_guesses_at_once_count_as_a_hundred() {
    on_each(async |room| {
        let mut guesses = tokio::task::JoinSet::new();
        for n in 0..100 {
            let db = room.db.clone();
            guesses.spawn(async move {
                let address = format!("192.0.2.{n}");
                let attempt = Attempt { login: "anna", address: &address, at: moment() };
                let mut tx = db.begin().await.unwrap();
                let wait = accounts::sign_in_begins(&mut tx, &rowan(), &attempt).await.unwrap();
                tx.commit().await.unwrap();
                wait.is_none()
            });
        }
        let passed = guesses.join_all().await.into_iter().filter(|passed| *passed).count();
        assert_eq!(passed, 11);
    });
}

#[test]
fn strangers_cannot_keep_the_owner_of_an_account_out() {
    on_each(async |room| {
        hire(&room, &rowan(), &staff("anna", &["officer"])).await;
        let login = "anna@rowan.example";
        let work = async |at| {
            let attempt = Attempt { login, address: "198.51.100.7", at };
            let mut tx = room.db.begin().await.unwrap();
            let until = accounts::sign_in_begins(&mut tx, &rowan(), &attempt).await.unwrap();
            if until.is_none() {
                let id = fresh_entropy().id().unwrap();
                accounts::sign_in_worked(&mut tx, &rowan(), &attempt, &id).await.unwrap();
            }
            tx.commit().await.unwrap();
            until
        };
        assert_eq!(work(moment()).await, None);
        for n in 0..200 {
            begins(&room, login, &format!("192.0.2.{n}"), minutes(1)).await;
        }
        // A stranger's new address waits; the owner's known one does not.
        assert!(begins(&room, login, "203.0.113.1", minutes(1)).await.is_some());
        assert_eq!(work(minutes(1)).await, None);
        let anna = accounts::find_staff(&room.db, &rowan(), "anna").await.unwrap().unwrap();
        assert_eq!(anna.last_sign_in_at, Some(minutes(1)));
        // From a new address the owner waits a quarter of an hour at most.
        assert_eq!(begins(&room, login, "203.0.113.1", minutes(17)).await, None);
        // Failures are forgotten one by one, and the log when its time comes.
        let mut tx = room.db.begin().await.unwrap();
        let far = moment() + SignedDuration::from_hours(24 * 400);
        assert!(0 < accounts::forget_sign_ins_before(&mut tx, far).await.unwrap());
        tx.commit().await.unwrap();
        assert!(accounts::list_sign_ins(&room.db, &rowan(), 9).await.unwrap().is_empty());
    });
}

#[test]
fn every_change_of_what_surrounds_a_case_is_counted() {
    on_each(async |room| {
        let revision = async || settings::revision(&room.db, &rowan()).await.unwrap();
        assert_eq!(revision().await, None);
        let entry = Landlord {
            id: rowan().landlord().to_owned(),
            name: "Rowan Homes".to_owned(),
            address: String::new(),
            telephone: String::new(),
            email: String::new(),
            hours: String::new(),
            accent: String::new(),
            nation: "wales".to_owned(),
        };
        let mut tx = room.db.begin().await.unwrap();
        settings::put_landlord(&mut tx, &entry).await.unwrap();
        accounts::add_staff(&mut tx, &rowan(), &staff("ava", &["administrator"]), moment())
            .await
            .unwrap();
        tx.commit().await.unwrap();
        let mut last = revision().await;
        let christmas = date(2026, 12, 24);
        for what in ["landlord", "staff", "name", "roles", "closed", "opened"] {
            let mut tx = room.db.begin().await.unwrap();
            match what {
                "landlord" => settings::put_landlord(&mut tx, &entry).await.unwrap(),
                "staff" => {
                    let ben = staff("ben", &["auditor"]);
                    accounts::add_staff(&mut tx, &rowan(), &ben, moment()).await.unwrap();
                }
                "name" => accounts::rename(&mut tx, &rowan(), "ben", "Benjamin").await.unwrap(),
                "roles" => {
                    accounts::set_roles(&mut tx, &rowan(), "ben", &[]).await.unwrap();
                }
                "closed" => {
                    let closure = Closure { on: christmas, what: "Closed".to_owned() };
                    settings::put_closure(&mut tx, &rowan(), &closure).await.unwrap();
                }
                _ => settings::remove_closure(&mut tx, &rowan(), christmas).await.unwrap(),
            }
            // Nobody sees it before it is so.
            assert_eq!(revision().await, last, "{what}");
            tx.commit().await.unwrap();
            let now = revision().await;
            assert!(last < now, "{what}: {last:?}, {now:?}");
            last = now;
        }
        // What a sign-in writes surrounds nothing.
        let mut tx = room.db.begin().await.unwrap();
        accounts::set_password(&mut tx, &rowan(), "ben", "$argon2id$next", false).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(revision().await, last);
    });
}
