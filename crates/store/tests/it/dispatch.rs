//! The post in the store: once by letter and way, claimed once, found by its token, and the
//! address gone with the words of its case.

use jiff::SignedDuration;
use jiff::civil::date;
use redress_store::absences::{self, Absence};
use redress_store::backup::{backup, restore};
use redress_store::dispatch::{self, Dispatch, State, Way};
use redress_store::files::Folder;
use redress_store::post_house::{self, Digest, PostHouse};
use redress_store::record::{self, ErasureOrder};
use redress_store::{Db, Stamp};

use crate::rooms::{Room, empty_urls, fresh_entropy, heath, moment, on_each, rowan, said, today};

fn letter(id: &str, number: i64) -> Dispatch {
    Dispatch {
        id: id.to_owned(),
        complaint: "c1".to_owned(),
        letter: "acknowledgement-stage-1".to_owned(),
        number,
        addressee: "person".to_owned(),
        way: Way::Email,
        state: State::Queued,
        token: format!("token-{id}"),
        message_id: format!("{id}@rowan.example"),
        dated: today(),
        due_on: Some(today()),
        paper: "00ff".to_owned(),
        print: "large".to_owned(),
        address: "joyce@example.org".to_owned(),
        attempts: 0,
        first_tried_at: None,
        try_at: None,
        claimed_at: None,
        answer: String::new(),
        batch: None,
        piece: None,
        copies: 0,
        left_on: None,
        made_at: moment(),
        changed_at: moment(),
    }
}

async fn add(room: &Room, it: &Dispatch) -> bool {
    let mut tx = room.db.begin().await.unwrap();
    let added = dispatch::add(&mut tx, &rowan(), it).await.unwrap();
    tx.commit().await.unwrap();
    added
}

async fn change(room: &Room, it: &Dispatch, seen: State) -> bool {
    let mut tx = room.db.begin().await.unwrap();
    let changed = dispatch::change(&mut tx, &rowan(), it, seen).await.unwrap();
    tx.commit().await.unwrap();
    changed
}

#[test]
fn a_letter_stands_once_by_case_number_addressee_and_way() {
    on_each(async |room| {
        assert!(add(&room, &letter("d1", 1)).await);
        assert!(!add(&room, &letter("d2", 1)).await, "the same letter the same way");
        let by_post = Dispatch { way: Way::Post, ..letter("d3", 1) };
        assert!(add(&room, &by_post).await, "another way is another dispatch");
        let copy = Dispatch { addressee: "representative".to_owned(), ..letter("d4", 1) };
        assert!(add(&room, &copy).await, "a copy is its own dispatch");
        let all = dispatch::of_case(&room.db, &rowan(), "c1").await.unwrap();
        assert_eq!(all.len(), 3);
        assert_eq!(all.first(), Some(&letter("d1", 1)));
        assert_eq!(dispatch::of_case(&room.db, &heath(), "c1").await.unwrap(), []);
        assert_eq!(dispatch::find(&room.db, &heath(), "d1").await.unwrap(), None);
    });
}

#[test]
fn of_two_that_claim_a_letter_one_has_it() {
    on_each(async |room| {
        let queued = letter("d1", 1);
        add(&room, &queued).await;
        let due = dispatch::mail_due(&room.db, moment(), 9).await.unwrap();
        assert_eq!(due, [(rowan(), queued.clone())]);
        let claimed =
            Dispatch { state: State::Sending, claimed_at: Some(moment()), ..queued.clone() };
        assert!(change(&room, &claimed, State::Queued).await);
        assert!(!change(&room, &claimed, State::Queued).await, "the second is told");
        assert_eq!(dispatch::mail_due(&room.db, moment(), 9).await.unwrap(), []);
        let later = moment() + SignedDuration::from_secs(1);
        assert_eq!(dispatch::unanswered(&room.db, moment()).await.unwrap(), []);
        assert_eq!(dispatch::unanswered(&room.db, later).await.unwrap().len(), 1);

        let again = Dispatch { try_at: Some(later), claimed_at: None, ..queued };
        assert!(change(&room, &again, State::Sending).await);
        assert_eq!(dispatch::mail_due(&room.db, moment(), 9).await.unwrap(), [], "not yet");
        assert_eq!(dispatch::mail_due(&room.db, later, 9).await.unwrap().len(), 1);
    });
}

#[test]
fn an_answer_finds_its_letter_by_token_or_message_id_and_by_nothing_else() {
    on_each(async |room| {
        add(&room, &letter("d1", 1)).await;
        let (scope, found) = dispatch::by_token(&room.db, "token-d1").await.unwrap().unwrap();
        assert_eq!((scope, found.id.as_str()), (rowan(), "d1"));
        let by_id = dispatch::by_message_id(&room.db, "d1@rowan.example").await.unwrap();
        assert_eq!(by_id.map(|(_, it)| it.number), Some(1));
        for wrong in ["", "d1", "token-d", "TOKEN-D1", "token-d1 ", "%"] {
            assert_eq!(dispatch::by_token(&room.db, wrong).await.unwrap(), None, "{wrong}");
        }
    });
}

#[test]
fn what_is_erased_from_a_case_is_not_left_in_the_addresses_of_its_letters() {
    on_each(async |room| {
        room.append("c1", 0, said("The boiler")).await.unwrap();
        add(&room, &letter("d1", 1)).await;
        let entries = record::load(&room.db, &rowan(), "c1").await.unwrap();
        let order = ErasureOrder {
            parts: entries.into_iter().flat_map(|entry| entry.parts).collect(),
            on: today(),
            rule: "kept-6-years".to_owned(),
            request: None,
            actor: None,
        };
        let mut entropy = fresh_entropy();
        let mut tx = room.db.begin().await.unwrap();
        let mut stamp = Stamp { at: moment(), entropy: &mut entropy };
        record::erase_parts(&mut tx, &rowan(), order, &mut stamp).await.unwrap();
        tx.commit().await.unwrap();
        let left = dispatch::find(&room.db, &rowan(), "d1").await.unwrap().unwrap();
        assert_eq!((left.address.as_str(), left.token.as_str()), ("", "token-d1"));
    });
}

#[test]
fn a_secret_stays_the_first_and_a_morning_list_goes_once() {
    on_each(async |room| {
        let mut tx = room.db.begin().await.unwrap();
        let first = PostHouse { waits: false, secret: "one".to_owned(), ..PostHouse::default() };
        post_house::put(&mut tx, &rowan(), &first).await.unwrap();
        let second = PostHouse { waits: true, secret: "two".to_owned(), ..PostHouse::default() };
        post_house::put(&mut tx, &rowan(), &second).await.unwrap();
        post_house::put_address(&mut tx, &rowan(), "amira", "a@rowan.example").await.unwrap();
        post_house::put_address(&mut tx, &rowan(), "ben", "").await.unwrap();
        let list = Digest {
            staff: "amira".to_owned(),
            morning: today(),
            message_id: "m1".to_owned(),
            lines: 3,
            at: moment(),
        };
        assert!(post_house::claim_digest(&mut tx, &rowan(), &list).await.unwrap());
        assert!(!post_house::claim_digest(&mut tx, &rowan(), &list).await.unwrap());
        let of = ("amira", today());
        post_house::digest_done(&mut tx, &rowan(), of, "sent", moment()).await.unwrap();
        tx.commit().await.unwrap();
        let house = post_house::find(&room.db, &rowan()).await.unwrap();
        assert_eq!(
            house,
            Some(PostHouse { waits: true, secret: "one".to_owned(), ..PostHouse::default() })
        );
        assert_eq!(post_house::find(&room.db, &heath()).await.unwrap(), None);
        let to = post_house::addresses(&room.db, &rowan()).await.unwrap();
        assert_eq!(to, [("amira".to_owned(), "a@rowan.example".to_owned())]);
        let went = post_house::digests_on(&room.db, &rowan(), today()).await.unwrap();
        assert_eq!(went, [("amira".to_owned(), "sent".to_owned())]);
    });
}

#[test]
fn an_absence_covers_both_its_days_and_ends_early_once() {
    on_each(async |room| {
        let away = Absence {
            id: "a1".to_owned(),
            staff: "amira".to_owned(),
            deputy: "ben".to_owned(),
            from: date(2026, 8, 3),
            until: date(2026, 8, 14),
            ended_on: None,
            set_by: "amira".to_owned(),
            set_at: moment(),
        };
        assert!(away.covers(date(2026, 8, 3)) && away.covers(date(2026, 8, 14)));
        assert!(!away.covers(date(2026, 8, 2)) && !away.covers(date(2026, 8, 15)));
        let mut tx = room.db.begin().await.unwrap();
        absences::add(&mut tx, &rowan(), &away).await.unwrap();
        assert!(!absences::end(&mut tx, &heath(), "a1", date(2026, 8, 10)).await.unwrap());
        assert!(absences::end(&mut tx, &rowan(), "a1", date(2026, 8, 10)).await.unwrap());
        assert!(!absences::end(&mut tx, &rowan(), "a1", date(2026, 8, 11)).await.unwrap());
        tx.commit().await.unwrap();
        let kept = absences::find(&room.db, &rowan(), "a1").await.unwrap().unwrap();
        assert!(kept.covers(date(2026, 8, 9)) && !kept.covers(date(2026, 8, 10)));
        let on = async |day| absences::not_over(&room.db, &rowan(), day).await.unwrap().len();
        assert_eq!((on(date(2026, 8, 9)).await, on(date(2026, 8, 10)).await), (1, 0));
    });
}

#[test]
fn a_backup_brings_the_post_back_on_either_database() {
    on_each(async |room| {
        add(&room, &letter("d1", 1)).await;
        let printed = Dispatch {
            state: State::Printed,
            batch: Some("b1".to_owned()),
            piece: Some(4),
            copies: 2,
            ..letter("d2", 2)
        };
        add(&room, &printed).await;
        let files = Folder::at(room.folder().join("files"));
        let target = room.folder().join("backup");
        backup(&room.db, &files, &target, moment()).await.unwrap();
        for (n, url) in empty_urls(&room).await.into_iter().enumerate() {
            let into = Folder::at(room.folder().join(format!("restored-{n}")));
            restore(&target, &url, &into).await.unwrap();
            let db = Db::open(&url).await.unwrap();
            let back = dispatch::of_case(&db, &rowan(), "c1").await.unwrap();
            assert_eq!(back, [letter("d1", 1), printed.clone()]);
        }
    });
}
