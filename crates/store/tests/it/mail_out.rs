//! What goes out by itself is counted, an address from which something came back is doubtful until
//! somebody says it is right, and each mailbox says how its last looks went.

use jiff::SignedDuration;
use redress_store::automatic::{self, Automatic};
use redress_store::dispatch::Way;
use redress_store::doubtful;
use redress_store::mailboxes;
use redress_store::post_house::{self, PostHouse};

use crate::rooms::{heath, moment, on_each, rowan};

#[test]
fn what_goes_by_itself_is_counted_by_address_and_by_case_of_one_landlord() {
    on_each(async |room| {
        let at = moment();
        let receipt = |about| Automatic {
            kind: "receipt",
            about,
            complaint: Some("c1"),
            to: "joyce@example.org",
            at,
        };
        let mut tx = room.db.begin().await.unwrap();
        assert!(automatic::note(&mut tx, &rowan(), &receipt("m1")).await.unwrap());
        assert!(!automatic::note(&mut tx, &rowan(), &receipt("m1")).await.unwrap(), "once");
        let link = Automatic { kind: "link", ..receipt("l1") };
        assert!(automatic::note(&mut tx, &rowan(), &link).await.unwrap());
        tx.commit().await.unwrap();
        let count = async |scope, kind, to, since| {
            automatic::to_since(&room.db, &scope, (kind, to), since).await.unwrap()
        };
        assert_eq!(count(rowan(), "receipt", "joyce@example.org", at).await, 1);
        assert_eq!(count(rowan(), "receipt", "ben@example.org", at).await, 0);
        assert_eq!(count(heath(), "receipt", "joyce@example.org", at).await, 0);
        let later = at.checked_add(SignedDuration::from_secs(1)).unwrap();
        assert_eq!(count(rowan(), "receipt", "joyce@example.org", later).await, 0);
        let of_case = automatic::of_case_since(&room.db, &rowan(), "c1", at).await.unwrap();
        assert_eq!(of_case, 2);
        let mut tx = room.db.begin().await.unwrap();
        assert_eq!(automatic::forget_before(&mut tx, later).await.unwrap(), 2);
        tx.commit().await.unwrap();
    });
}

#[test]
fn an_address_is_doubtful_however_it_is_written_until_somebody_trusts_it() {
    on_each(async |room| {
        let at = moment();
        let mut tx = room.db.begin().await.unwrap();
        let home = (Way::Post, "12 Elm Court\nMill Town\nMT1 3CD");
        doubtful::doubt(&mut tx, &rowan(), home, at).await.unwrap();
        doubtful::doubt(&mut tx, &rowan(), home, at).await.unwrap();
        tx.commit().await.unwrap();
        let since = async |scope, way, address| {
            doubtful::since(&room.db, &scope, (way, address)).await.unwrap()
        };
        assert_eq!(since(rowan(), Way::Post, "12 elm court mill town  mt1 3cd").await, Some(at));
        assert_eq!(since(rowan(), Way::Post, "13 Elm Court\nMill Town\nMT1 3CD").await, None);
        assert_eq!(since(rowan(), Way::Email, home.1).await, None);
        assert_eq!(since(heath(), Way::Post, home.1).await, None);
        let mut tx = room.db.begin().await.unwrap();
        doubtful::trust(&mut tx, &rowan(), home).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(since(rowan(), Way::Post, home.1).await, None);
    });
}

#[test]
fn a_mailbox_keeps_its_last_success_and_its_last_failure() {
    on_each(async |room| {
        let at = moment();
        let later = at.checked_add(SignedDuration::from_mins(5)).unwrap();
        let mut tx = room.db.begin().await.unwrap();
        let box_of = "complaints@rowan.example";
        mailboxes::failed(&mut tx, &rowan(), (box_of, "no way in"), at).await.unwrap();
        mailboxes::was_read(&mut tx, &rowan(), box_of, later).await.unwrap();
        tx.commit().await.unwrap();
        let [found] = mailboxes::list(&room.db, &rowan()).await.unwrap().try_into().unwrap();
        assert_eq!((found.read_at, found.failed_at), (Some(later), Some(at)));
        assert_eq!(found.trouble, "no way in");
        assert!(mailboxes::list(&room.db, &heath()).await.unwrap().is_empty());
    });
}

#[test]
fn the_post_keeps_its_cut_off_and_its_class() {
    on_each(async |room| {
        let house = PostHouse {
            waits: true,
            secret: "s".to_owned(),
            cut_off: "16:30".to_owned(),
            class: "first".to_owned(),
        };
        let mut tx = room.db.begin().await.unwrap();
        post_house::put(&mut tx, &rowan(), &house).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(post_house::find(&room.db, &rowan()).await.unwrap(), Some(house));
    });
}
