//! Drafts: kept between visits, never overwritten unseen, gone when their time is over.

use jiff::SignedDuration;
use redress_store::Stamp;
use redress_store::drafts::{self, Draft, Saved};
use redress_store::lists;
use redress_store::record::{self, ErasureOrder};

use crate::lists::{put, rows};
use crate::rooms::{Room, fresh_entropy, heath, moment, on_each, rowan, said, today};

fn draft(version: i64, by: &str, words: &str) -> Draft {
    Draft {
        complaint: "c1".to_owned(),
        form: "response".to_owned(),
        version,
        words: words.to_owned(),
        changed_by: by.to_owned(),
        changed_at: moment(),
    }
}

async fn save(room: &Room, draft: &Draft) -> Saved {
    let mut tx = room.db.begin().await.unwrap();
    let saved = drafts::save(&mut tx, &rowan(), draft).await.unwrap();
    tx.commit().await.unwrap();
    saved
}

async fn words(room: &Room) -> Option<String> {
    let found = drafts::find(&room.db, &rowan(), "c1", "response").await.unwrap();
    found.map(|draft| draft.words)
}

#[test]
fn the_second_writer_is_told_and_overwrites_nothing() {
    on_each(async |room| {
        assert_eq!(save(&room, &draft(0, "amira", "Sorry")).await, Saved::As(1));
        assert_eq!(save(&room, &draft(0, "amira", "Sorry")).await, Saved::As(1), "sent twice");
        let Saved::Meanwhile(now) = save(&room, &draft(0, "chloe", "Mine")).await else {
            panic!("the second writer was not told");
        };
        assert_eq!((now.words.as_str(), now.changed_by.as_str()), ("Sorry", "amira"));
        assert_eq!(words(&room).await.as_deref(), Some("Sorry"));
        assert_eq!(save(&room, &draft(1, "chloe", "Mine, after reading")).await, Saved::As(2));
        assert!(matches!(save(&room, &draft(1, "amira", "Late")).await, Saved::Meanwhile(_)));
        assert_eq!(words(&room).await.as_deref(), Some("Mine, after reading"));
        let other = drafts::find(&room.db, &heath(), "c1", "response").await.unwrap();
        assert_eq!(other, None, "another landlord sees nothing");
        let mut tx = room.db.begin().await.unwrap();
        drafts::remove(&mut tx, &rowan(), "c1", "response").await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(save(&room, &draft(2, "amira", "Too late")).await, Saved::Gone);
        assert_eq!(words(&room).await, None);
    });
}

#[test]
fn a_draft_goes_fourteen_days_after_its_last_change_and_with_its_case() {
    on_each(async |room| {
        save(&room, &draft(0, "amira", "Sorry")).await;
        let forget = async |at| {
            let mut tx = room.db.begin().await.unwrap();
            let gone = drafts::forget_before(&mut tx, at).await.unwrap();
            tx.commit().await.unwrap();
            gone
        };
        assert_eq!(forget(moment()).await, 0);
        assert_eq!(forget(moment() + SignedDuration::from_secs(1)).await, 1);

        put(&room, &rowan(), &rows("c1", "RH-1")).await;
        save(&room, &draft(0, "amira", "Sorry")).await;
        let mut tx = room.db.begin().await.unwrap();
        lists::remove_for(&mut tx, &rowan(), "c1").await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(words(&room).await, None);
    });
}

#[test]
fn what_is_erased_from_a_case_is_not_left_in_its_drafts() {
    on_each(async |room| {
        room.append("c1", 0, said("The boiler")).await.unwrap();
        save(&room, &draft(0, "amira", "You told us about the boiler")).await;
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
        assert_eq!(words(&room).await, None);
    });
}

#[test]
fn a_list_of_drafts_shows_no_word_of_them_and_nothing_of_a_barred_case() {
    on_each(async |room| {
        put(&room, &rowan(), &rows("c1", "RH-1")).await;
        save(&room, &draft(0, "amira", "Sorry")).await;
        let left = async |staff| {
            let left = drafts::left_by(&room.db, &rowan(), staff, 9).await.unwrap();
            left.into_iter().map(|it| (it.reference, it.form)).collect::<Vec<_>>()
        };
        assert_eq!(left("amira").await, [("RH-1".to_owned(), "response".to_owned())]);
        assert!(left("chloe").await.is_empty());
        let mut barred = rows("c1", "RH-1");
        barred.barred = vec!["amira".to_owned()];
        put(&room, &rowan(), &barred).await;
        assert!(left("amira").await.is_empty());
    });
}
