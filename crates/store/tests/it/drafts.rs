//! Drafts: kept between visits, never overwritten unseen, gone when their time is over.

use jiff::SignedDuration;
use redress_store::Stamp;
use redress_store::drafts::{self, Draft, Saved, Standing};
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
        standing: Standing::Written,
        notes: String::new(),
        notes_by: String::new(),
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

#[test]
fn a_draft_handed_over_waits_for_anybody_but_its_writer_until_cleared_or_returned() {
    on_each(async |room| {
        put(&room, &rowan(), &rows("c1", "RH-1")).await;
        let waits =
            async |staff| drafts::waiting_for(&room.db, &rowan(), staff, 9).await.unwrap().len();
        let stands =
            async || drafts::find(&room.db, &rowan(), "c1", "response").await.unwrap().unwrap();
        let over = |version| Draft { standing: Standing::Waiting, ..draft(version, "amira", "Hi") };
        save(&room, &draft(0, "amira", "Hi")).await;
        assert_eq!(waits("chloe").await, 0);
        assert_eq!(save(&room, &over(1)).await, Saved::As(2));
        assert_eq!(save(&room, &over(1)).await, Saved::As(2), "sent twice");
        assert_eq!((waits("chloe").await, waits("amira").await), (1, 0));
        assert_eq!(drafts::waiting_for(&room.db, &heath(), "chloe", 9).await.unwrap(), []);

        let back = async |version, notes: &str| {
            let mut tx = room.db.begin().await.unwrap();
            let of = ("c1", "response", version);
            let done = drafts::give_back(&mut tx, &rowan(), of, (notes, "chloe")).await.unwrap();
            tx.commit().await.unwrap();
            done
        };
        assert!(!back(1, "Name the day").await, "not the version that waits");
        assert!(back(2, "Name the day").await && back(2, "Name the day").await);
        assert!(!back(2, "Something else").await, "it waits no longer");
        assert_eq!((stands().await.standing, waits("chloe").await), (Standing::Returned, 0));
        assert_eq!(save(&room, &draft(2, "amira", "Better")).await, Saved::As(3));
        let kept = stands().await;
        assert_eq!((kept.notes.as_str(), kept.notes_by.as_str()), ("Name the day", "chloe"));

        assert_eq!(save(&room, &over(3)).await, Saved::As(4));
        let mut tx = room.db.begin().await.unwrap();
        drafts::settle(&mut tx, &rowan(), "c1", "response").await.unwrap();
        tx.commit().await.unwrap();
        let kept = stands().await;
        assert_eq!((kept.standing, kept.notes.as_str()), (Standing::Cleared, ""));
        assert_eq!(waits("chloe").await, 0);
        assert_eq!(save(&room, &draft(4, "amira", "Changed")).await, Saved::As(5));
        assert_eq!(stands().await.standing, Standing::Written, "a change undoes it");
    });
}
