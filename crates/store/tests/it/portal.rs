//! The resident's side of the records: codes, visits, tries at the door, links, complaints half told.

use jiff::{SignedDuration, Timestamp};
use redress_store::files::{Folder, is_used};
use redress_store::portal::codes::{self, LetterCode};
use redress_store::portal::intake::{self, Intake, IntakeFile};
use redress_store::portal::links::{self, NewLink};
use redress_store::portal::papers;
use redress_store::portal::sessions::{self, NewVisit};
use redress_store::portal::tries::{self, Try};

use crate::rooms::{Room, heath, moment, on_each, rowan};

fn minutes(n: i64) -> Timestamp {
    moment() + SignedDuration::from_mins(n)
}

pub fn code(id: &str, reference: &str) -> LetterCode {
    LetterCode {
        id: id.to_owned(),
        complaint: format!("case of {reference}"),
        reference: reference.to_owned(),
        person: Some("p1".to_owned()),
        representative: false,
        letter: 1,
        pick: "ABCD".to_owned(),
        hash: "$argon2id$slow".to_owned(),
        issued_at: moment(),
        expires_at: minutes(90),
        ended: None,
        wrong: 0,
    }
}

async fn issue(room: &Room, code: &LetterCode) {
    let mut tx = room.db.begin().await.unwrap();
    codes::issue(&mut tx, &rowan(), code).await.unwrap();
    tx.commit().await.unwrap();
}

async fn begins(room: &Room, reference: &str, address: &str, at: Timestamp) -> Option<Timestamp> {
    let mut tx = room.db.begin().await.unwrap();
    let until = tries::begins(&mut tx, &Try { reference, address, at }).await.unwrap();
    tx.commit().await.unwrap();
    until
}

#[test]
fn a_code_is_found_by_its_reference_and_first_symbols_while_it_lives() {
    on_each(async |room| {
        issue(&room, &code("k1", "RH-1")).await;
        let at = minutes(1);
        let (scope, found) =
            codes::find_alive(&room.db, ("RH-1", "ABCD"), at).await.unwrap().unwrap();
        assert_eq!((scope, found.id.as_str()), (rowan(), "k1"));
        for (reference, pick, at) in
            [("RH-2", "ABCD", at), ("RH-1", "ABCE", at), ("RH-1", "ABCD", minutes(90))]
        {
            let found = codes::find_alive(&room.db, (reference, pick), at).await.unwrap();
            assert!(found.is_none(), "{reference} {pick} {at}");
        }
        let mut tx = room.db.begin().await.unwrap();
        assert_eq!(codes::count_try(&mut tx, &rowan(), "k1").await.unwrap(), 1);
        assert_eq!(codes::count_try(&mut tx, &rowan(), "k1").await.unwrap(), 2);
        codes::try_was_right(&mut tx, &rowan(), "k1").await.unwrap();
        codes::end(&mut tx, &heath(), "k1", (at, "another landlord's hand")).await.unwrap();
        assert!(codes::find_alive(&mut tx, ("RH-1", "ABCD"), at).await.unwrap().is_some());
        assert_eq!(
            codes::end_all(&mut tx, &rowan(), "case of RH-1", (at, "safe")).await.unwrap(),
            1
        );
        tx.commit().await.unwrap();
        assert!(codes::find_alive(&room.db, ("RH-1", "ABCD"), at).await.unwrap().is_none());
        let all = codes::of_case(&room.db, &rowan(), "case of RH-1").await.unwrap();
        assert_eq!(all.len(), 1);
        assert_eq!((all[0].wrong, all[0].ended.clone()), (1, Some((at, "safe".to_owned()))));
    });
}

#[test]
fn five_wrong_tries_then_a_quarter_of_an_hour_whether_the_reference_exists_or_not() {
    on_each(async |room| {
        for reference in ["RH-1", "RH-never"] {
            let home = format!("home {reference}");
            for n in 0..5 {
                assert_eq!(begins(&room, reference, &home, minutes(n)).await, None, "{n}");
            }
            assert_eq!(begins(&room, reference, &home, minutes(5)).await, Some(minutes(19)));
            assert_eq!(begins(&room, reference, "elsewhere", minutes(5)).await, None);
            assert_eq!(begins(&room, reference, &home, minutes(19)).await, None);
        }
    });
}

#[test]
fn a_right_try_takes_back_what_was_counted_here() {
    on_each(async |room| {
        for n in 0..4 {
            begins(&room, "RH-1", "home", minutes(n)).await;
        }
        let mut tx = room.db.begin().await.unwrap();
        let tried = Try { reference: "RH-1", address: "home", at: minutes(4) };
        assert_eq!(tries::begins(&mut tx, &tried).await.unwrap(), None);
        tries::worked(&mut tx, &tried).await.unwrap();
        tx.commit().await.unwrap();
        for n in 5..10 {
            assert_eq!(begins(&room, "RH-1", "home", minutes(n)).await, None);
        }
        assert!(begins(&room, "RH-1", "home", minutes(10)).await.is_some());
    });
}

#[test]
fn an_address_that_tries_many_references_waits_and_so_does_a_reference_tried_from_many() {
    on_each(async |room| {
        let mut waits = 0;
        for n in 0..40 {
            waits += i32::from(begins(&room, &format!("RH-{n}"), "bot", moment()).await.is_some());
        }
        assert_eq!(waits, 10);
        waits = 0;
        for n in 0..40 {
            waits +=
                i32::from(begins(&room, "RH-x", &format!("bot {n}"), moment()).await.is_some());
        }
        assert_eq!(waits, 20);
    });
}

#[test]
fn addresses_of_one_network_are_counted_together() {
    on_each(async |room| {
        for n in 0..5 {
            let home = format!("2001:db8:1:2::{n}");
            assert_eq!(begins(&room, "RH-1", &home, minutes(n)).await, None);
        }
        let same = begins(&room, "RH-1", "2001:db8:1:2:ffff::1", minutes(5)).await;
        assert!(same.is_some(), "the same network");
        assert_eq!(begins(&room, "RH-1", "2001:db8:1:3::1", minutes(5)).await, None);
        assert_eq!(begins(&room, "RH-1", "::ffff:192.0.2.1", minutes(5)).await, None);
    });
}

#[test]
fn twenty_complaints_are_begun_from_one_address_in_an_hour_and_no_more() {
    on_each(async |room| {
        let begin = async |from: &str, at| {
            let mut tx = room.db.begin().await.unwrap();
            let until = tries::begins_telling(&mut tx, (from, at)).await.unwrap();
            tx.commit().await.unwrap();
            until
        };
        for n in 0..20 {
            assert_eq!(begin("library", minutes(n)).await, None, "{n}");
        }
        for n in [20, 59] {
            assert_eq!(begin("library", minutes(n)).await, Some(minutes(60)), "{n}");
            assert_eq!(begin("elsewhere", minutes(n)).await, None);
        }
        assert_eq!(begin("library", minutes(60)).await, None);
        // Guessing at codes from there is another count.
        assert_eq!(begins(&room, "RH-1", "library", minutes(60)).await, None);
    });
}

async fn visit(room: &Room, token: &str, complaint: &str) {
    let mut tx = room.db.begin().await.unwrap();
    let new = NewVisit {
        token: token.to_owned(),
        complaint: Some(complaint.to_owned()),
        draft: None,
        representative: false,
        csrf: "csrf".to_owned(),
        own_device: false,
        at: moment(),
        idle: SignedDuration::from_mins(15),
        absolute: SignedDuration::from_hours(12),
    };
    sessions::open(&mut tx, &rowan(), &new).await.unwrap();
    tx.commit().await.unwrap();
}

#[test]
fn a_visit_ends_when_it_rests_and_when_its_case_is_shut_and_its_token_is_nowhere() {
    on_each(async |room| {
        visit(&room, "token-1", "c1").await;
        visit(&room, "token-2", "c2").await;
        let (scope, found) =
            sessions::find(&room.db, "token-1", minutes(14)).await.unwrap().unwrap();
        assert_eq!((scope, found.complaint.as_deref()), (rowan(), Some("c1")));
        assert!(sessions::find(&room.db, "token-1", minutes(15)).await.unwrap().is_none());
        let mut tx = room.db.begin().await.unwrap();
        sessions::touch(&mut tx, &found.name, minutes(14)).await.unwrap();
        assert!(sessions::holds(&mut tx, &rowan(), &found.name, minutes(28)).await.unwrap());
        assert!(!sessions::holds(&mut tx, &heath(), &found.name, minutes(28)).await.unwrap());
        sessions::end_of_case(&mut tx, &rowan(), "c1").await.unwrap();
        tx.commit().await.unwrap();
        assert!(sessions::find(&room.db, "token-1", minutes(14)).await.unwrap().is_none());
        assert!(sessions::find(&room.db, "token-2", minutes(14)).await.unwrap().is_some());
        let kept = room.texts("SELECT token FROM portal_session").await;
        assert!(!kept.iter().any(|text| text.contains("token-2")), "{kept:?}");
    });
}

#[test]
fn a_link_opens_once_with_its_code_and_dies_after_an_hour_or_five_wrong_codes() {
    on_each(async |room| {
        let mut tx = room.db.begin().await.unwrap();
        for token in ["l1", "l2", "l3"] {
            let link = NewLink { token, code: "GOOD", complaint: "c1", expires_at: minutes(60) };
            links::issue(&mut tx, &rowan(), &link).await.unwrap();
        }
        let opened = links::redeem(&mut tx, ("l1", "GOOD"), minutes(59)).await.unwrap();
        assert_eq!(opened, Some((rowan(), "c1".to_owned())));
        assert_eq!(links::redeem(&mut tx, ("l1", "GOOD"), minutes(59)).await.unwrap(), None);
        assert_eq!(links::redeem(&mut tx, ("l2", "GOOD"), minutes(60)).await.unwrap(), None);
        for _ in 0..5 {
            assert_eq!(links::redeem(&mut tx, ("l3", "BAD"), minutes(1)).await.unwrap(), None);
        }
        assert_eq!(links::redeem(&mut tx, ("l3", "GOOD"), minutes(1)).await.unwrap(), None);
        assert_eq!(links::redeem(&mut tx, ("none", "GOOD"), minutes(1)).await.unwrap(), None);
        tx.commit().await.unwrap();
    });
}

#[test]
fn a_complaint_half_told_is_found_by_its_code_and_goes_with_its_files() {
    on_each(async |room| {
        let folder = Folder::at(room.folder().join("files"));
        let kept = folder.put_bytes(b"a photograph").await.unwrap();
        let draft = Intake {
            id: "d1".to_owned(),
            words: "{}".to_owned(),
            changed_at: moment(),
            reference: None,
        };
        let file = IntakeFile {
            id: "f1".to_owned(),
            sha256: kept.sha256.clone(),
            bytes: kept.bytes,
            media_type: "image/jpeg".to_owned(),
            name: "photo.jpg".to_owned(),
            what: "evidence".to_owned(),
            added_at: moment(),
        };
        let mut tx = room.db.begin().await.unwrap();
        intake::begin(&mut tx, &rowan(), &draft, "COMEBACK").await.unwrap();
        intake::add_file(&mut tx, &rowan(), "d1", &file).await.unwrap();
        assert!(intake::save(&mut tx, &rowan(), ("d1", "{\"a\":1}"), minutes(1)).await.unwrap());
        assert!(!intake::save(&mut tx, &heath(), ("d1", "{}"), minutes(1)).await.unwrap());
        tx.commit().await.unwrap();
        let (scope, found) = intake::find_for(&room.db, "COMEBACK").await.unwrap().unwrap();
        assert_eq!((scope, found.words.as_str()), (rowan(), "{\"a\":1}"));
        assert_eq!(intake::files(&room.db, &rowan(), "d1").await.unwrap(), [file]);
        assert!(is_used(&room.db, &kept.sha256).await.unwrap());
        let mut tx = room.db.begin().await.unwrap();
        assert_eq!(intake::forget_before(&mut tx, minutes(1)).await.unwrap(), 0);
        assert_eq!(intake::forget_before(&mut tx, minutes(2)).await.unwrap(), 1);
        tx.commit().await.unwrap();
        assert!(!is_used(&room.db, &kept.sha256).await.unwrap());
    });
}

#[test]
fn what_was_sent_is_written_to_no_more_and_holds_no_words() {
    on_each(async |room| {
        let draft = Intake {
            id: "d1".to_owned(),
            words: "Damp".to_owned(),
            changed_at: moment(),
            reference: None,
        };
        let mut tx = room.db.begin().await.unwrap();
        intake::begin(&mut tx, &rowan(), &draft, "COMEBACK").await.unwrap();
        intake::sent(&mut tx, &rowan(), ("d1", "RH-1"), minutes(1)).await.unwrap();
        assert!(!intake::save(&mut tx, &rowan(), ("d1", "More"), minutes(2)).await.unwrap());
        tx.commit().await.unwrap();
        let found = intake::find(&room.db, &rowan(), "d1").await.unwrap().unwrap();
        assert_eq!((found.words.as_str(), found.reference.as_deref()), ("", Some("RH-1")));
    });
}

#[test]
fn a_paper_waits_until_it_is_posted_or_old() {
    on_each(async |room| {
        let mut tx = room.db.begin().await.unwrap();
        for number in [1, 2] {
            papers::put(&mut tx, &rowan(), ("c1", number), ("aa", moment())).await.unwrap();
        }
        tx.commit().await.unwrap();
        assert!(papers::find(&room.db, &heath(), ("c1", 1)).await.unwrap().is_none());
        assert!(is_used(&room.db, "aa").await.unwrap());
        let mut tx = room.db.begin().await.unwrap();
        papers::posted(&mut tx, &rowan(), ("c1", 1)).await.unwrap();
        assert!(papers::find(&mut tx, &rowan(), ("c1", 1)).await.unwrap().is_none());
        assert_eq!(papers::forget_before(&mut tx, minutes(1)).await.unwrap(), 1);
        tx.commit().await.unwrap();
        assert!(!is_used(&room.db, "aa").await.unwrap());
    });
}
