//! Things that go wrong in the middle: given up, cut off, ended by the database, opened at once.

use std::time::Duration;

use redress_store::files::Folder;
use redress_store::record::{self, Append};
use redress_store::verify::verify;
use redress_store::{Db, Error, Stamp, lists};
use serde_json::json;
use tokio::task::JoinSet;

use crate::lists::rows;
use crate::rooms::{empty_urls, fact, fresh_entropy, moment, on_each, rowan, said};

#[test]
fn requests_cut_off_at_any_moment_leave_nothing_half_done_and_nobody_locked_out() {
    on_each(async |room| {
        for n in 0..150_u64 {
            let db = room.db.clone();
            let mut entropy = fresh_entropy();
            let request = tokio::spawn(async move {
                let mut tx = db.begin().await?;
                let stream = format!("c{n}");
                let entries = vec![fact(said("Damp")), fact(json!({}))];
                let append = Append { stream: &stream, expected: 0, entries };
                let stamp = &mut Stamp { at: moment(), entropy: &mut entropy };
                record::append(&mut tx, &rowan(), append, stamp).await?;
                let mut rows = rows(&stream, &format!("RH-{n}"));
                rows.complaint.seq = 2;
                lists::replace_for(&mut tx, &rowan(), &rows).await?;
                tx.commit().await
            });
            tokio::time::sleep(Duration::from_micros(n * 37)).await;
            request.abort();
            let _ = request.await;
        }
        // The next writer goes straight on.
        room.append("after", 0, json!({})).await.unwrap();
        let streams = record::streams_after(&room.db, &rowan(), "", 500).await.unwrap();
        for stream in streams.iter().filter(|stream| stream.starts_with('c')) {
            assert_eq!(record::last_seq(&room.db, &rowan(), stream).await.unwrap(), 2);
            assert!(lists::rows_for(&room.db, &rowan(), stream).await.unwrap().is_some());
        }
        let listed = lists::complaints_after(&room.db, &rowan(), "", 500).await.unwrap();
        assert_eq!(listed.len(), streams.len() - 1);
        let report = verify(&room.db, None, |_| {}).await.unwrap();
        assert!(report.is_sound(), "{:?}", report.faults);
    });
}

#[test]
fn a_transaction_that_the_database_ends_itself_does_not_stop_the_next() {
    // As a full disk does on SQLite: the statement fails and the transaction is gone with it.
    on_each(async |room| {
        if !room.is_sqlite() {
            return;
        }
        room.tamper(
            "CREATE TRIGGER full BEFORE INSERT ON part \
             BEGIN SELECT RAISE(ROLLBACK, 'database or disk is full'); END",
        )
        .await;
        for _ in 0..3 {
            assert!(room.append("c1", 0, said("Damp")).await.is_err());
        }
        assert_eq!(record::head(&room.db, &rowan()).await.unwrap(), None);
        room.tamper("DROP TRIGGER full").await;
        assert_eq!(room.append("c1", 0, said("Damp")).await.unwrap().position, 1);
    });
}

#[test]
fn after_an_error_in_the_middle_nothing_of_the_transaction_is_kept() {
    on_each(async |room| {
        room.append("c1", 0, json!({})).await.unwrap();
        let mut entropy = fresh_entropy();
        let mut tx = room.db.begin().await.unwrap();
        for (stream, fits) in [("c2", true), ("c1", false)] {
            let append = Append { stream, expected: 0, entries: vec![fact(json!({}))] };
            let stamp = &mut Stamp { at: moment(), entropy: &mut entropy };
            let done = record::append(&mut tx, &rowan(), append, stamp).await;
            assert_eq!(done.is_ok(), fits);
        }
        drop(tx);
        assert_eq!(record::last_seq(&room.db, &rowan(), "c2").await.unwrap(), 0);
    });
}

#[test]
fn several_copies_of_the_program_may_start_on_a_new_database_at_once() {
    on_each(async |room| {
        for url in empty_urls(&room).await {
            let mut copies = JoinSet::new();
            for _ in 0..4 {
                let url = url.clone();
                copies.spawn(async move { Db::open(&url).await.map(drop) });
            }
            for opened in copies.join_all().await {
                opened.unwrap();
            }
        }
    });
}

#[test]
fn two_copies_of_the_program_write_side_by_side() {
    on_each(async |room| {
        let mut copies = JoinSet::new();
        for copy in 0..2 {
            let url = room.url.clone();
            copies.spawn(async move {
                let db = Db::open(&url).await.unwrap();
                let mut entropy = fresh_entropy();
                for n in 0..100 {
                    let mut tx = db.begin().await.unwrap();
                    let stream = format!("copy{copy}");
                    let append =
                        Append { stream: &stream, expected: n, entries: vec![fact(json!({}))] };
                    let stamp = &mut Stamp { at: moment(), entropy: &mut entropy };
                    record::append(&mut tx, &rowan(), append, stamp).await.unwrap();
                    tx.commit().await.unwrap();
                }
            });
        }
        copies.join_all().await;
        let report = verify(&room.db, None, |_| {}).await.unwrap();
        assert_eq!((report.events, report.is_sound()), (200, true));
    });
}

#[test]
fn a_folder_that_cannot_be_written_is_told_as_such() {
    on_each(async |room| {
        let place = room.folder().join("files");
        std::fs::write(&place, b"a file where the folder should be").unwrap();
        let why = Folder::at(&place).put_bytes(b"photo").await.unwrap_err();
        assert!(matches!(why, Error::Unavailable { .. }), "{why}");
    });
}
