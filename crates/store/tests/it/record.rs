//! Appending and reading.

use jiff::SignedDuration;
use redress_store::record::{self, Append, NewEntry};
use redress_store::{Db, Error, Stamp};
use serde_json::json;

use crate::rooms::{fact, fresh_entropy, heath, moment, on_each, rowan, said, today};

#[test]
fn what_is_appended_comes_back_as_it_went() {
    on_each(async |room| {
        let facts = json!({
            "stage": 1, "due": "2026-12-09", "late": false, "nothing": null,
            "points": [{"id": "p1", "text": {"$words": "Damp in the “small” room\nsince May"}}],
            "needs": {"$words": "Asthma", "class": "C3"},
        });
        let done = room.append("c1", 0, facts.clone()).await.unwrap();
        assert_eq!((done.seq, done.position), (1, 1));
        room.append("c1", 1, said("Called back")).await.unwrap();

        let entries = record::load(&room.db, &rowan(), "c1").await.unwrap();
        assert_eq!(entries.len(), 2);
        assert_eq!(entries[0].facts, facts);
        assert_eq!(entries[0].kind, "resident-updated");
        assert_eq!(entries[0].happened_on, today());
        assert_eq!(entries[0].recorded_at, moment());
        assert_eq!(entries[0].actor.as_deref(), Some("anna"));
        assert_eq!(entries[0].pack.as_deref(), Some("derive-2024@1"));
        assert_eq!(entries[0].parts.len(), 2);
        assert_eq!(entries[0].hash, done.hash);
        let since = record::load_since(&room.db, &rowan(), "c1", 1).await.unwrap();
        assert_eq!(since, entries[1..]);
        let all = record::load_positions(&room.db, &rowan(), 0, 10).await.unwrap();
        assert_eq!(all, entries);
    });
}

#[test]
fn the_ends_of_several_streams_are_read_in_one_go_each_from_its_own_place() {
    on_each(async |room| {
        for (stream, words) in [("c1", ["A", "B", "C"]), ("c2", ["D", "E", "F"])] {
            for (seq, words) in (0..).zip(words) {
                room.append(stream, seq, said(words)).await.unwrap();
            }
        }
        room.append("c3", 0, said("Nobody asked for this")).await.unwrap();
        let tails = [("c2", 1), ("c1", 2), ("c9", 0)];
        let read = record::load_tails(&room.db, &rowan(), &tails).await.unwrap();
        let first = record::load_since(&room.db, &rowan(), "c1", 2).await.unwrap();
        let second = record::load_since(&room.db, &rowan(), "c2", 1).await.unwrap();
        assert_eq!((first.len(), second.len()), (1, 2));
        assert_eq!(read, [first, second].concat());
        assert_eq!(record::load_tails(&room.db, &rowan(), &[]).await.unwrap(), []);
        assert_eq!(record::load_tails(&room.db, &crate::rooms::heath(), &tails).await.unwrap(), []);
    });
}

#[test]
fn a_stream_that_does_not_exist_is_empty() {
    on_each(async |room| {
        assert_eq!(record::load(&room.db, &rowan(), "c1").await.unwrap(), []);
        assert_eq!(record::head(&room.db, &rowan()).await.unwrap(), None);
        assert_eq!(record::last_seq(&room.db, &rowan(), "c1").await.unwrap(), 0);
    });
}

#[test]
fn a_writer_who_has_not_seen_the_last_fact_is_told() {
    on_each(async |room| {
        room.append("c1", 0, json!({})).await.unwrap();
        room.append("c1", 1, json!({})).await.unwrap();
        let why = room.append("c1", 1, json!({})).await.unwrap_err();
        assert!(matches!(why, Error::Stale { expected: 1, found: 2, .. }), "{why}");
        let why = room.append("c2", 1, json!({})).await.unwrap_err();
        assert!(matches!(why, Error::Stale { expected: 1, found: 0, .. }), "{why}");
        assert_eq!(record::head(&room.db, &rowan()).await.unwrap().unwrap().position, 2);
    });
}

#[test]
fn a_dropped_transaction_leaves_nothing() {
    on_each(async |room| {
        let mut entropy = fresh_entropy();
        let mut tx = room.db.begin().await.unwrap();
        let append = Append { stream: "c1", expected: 0, entries: vec![fact(said("Gone"))] };
        let stamp = &mut Stamp { at: moment(), entropy: &mut entropy };
        record::append(&mut tx, &rowan(), append, stamp).await.unwrap();
        assert_eq!(record::load(&mut tx, &rowan(), "c1").await.unwrap().len(), 1);
        assert_eq!(record::load(&room.db, &rowan(), "c1").await.unwrap().len(), 0);
        drop(tx);
        assert_eq!(room.append("c1", 0, json!({})).await.unwrap().position, 1);
    });
}

#[test]
fn each_landlord_has_a_chain_of_its_own() {
    on_each(async |room| {
        room.append_for(&rowan(), "c1", 0, said("Rowan's words")).await.unwrap();
        room.append_for(&heath(), "c1", 0, said("Heath's words")).await.unwrap();
        room.append_for(&heath(), "c9", 0, said("Heath's words")).await.unwrap();
        assert_eq!(record::head(&room.db, &rowan()).await.unwrap().unwrap().position, 1);
        assert_eq!(record::head(&room.db, &heath()).await.unwrap().unwrap().position, 2);
        let seen = record::load(&room.db, &rowan(), "c1").await.unwrap();
        assert!(!format!("{seen:?}").contains("Heath"));
        assert_eq!(record::load(&room.db, &rowan(), "c9").await.unwrap(), []);
        let streams = record::streams_after(&room.db, &rowan(), "", 10).await.unwrap();
        assert_eq!(streams, ["c1"]);
        let landlords = record::landlords(&room.db).await.unwrap();
        assert_eq!(landlords, ["heath-housing", "rowan-homes"]);
    });
}

#[test]
fn the_clock_may_lag_two_seconds_and_not_more() {
    on_each(async |room| {
        room.append("c1", 0, json!({})).await.unwrap();
        let write = async |expected, lag| {
            let mut entropy = fresh_entropy();
            let mut tx = room.db.begin().await.unwrap();
            let append = Append { stream: "c1", expected, entries: vec![fact(json!({}))] };
            let stamp = &mut Stamp { at: moment() - lag, entropy: &mut entropy };
            record::append(&mut tx, &rowan(), append, stamp).await?;
            tx.commit().await
        };
        let why = write(1, SignedDuration::from_millis(2_100)).await.unwrap_err();
        assert!(matches!(why, Error::ClockBehind { .. }), "{why}");
        write(1, SignedDuration::from_millis(1_900)).await.unwrap();
        // What was written in the grace never runs backwards in the record.
        let entries = record::load(&room.db, &rowan(), "c1").await.unwrap();
        assert_eq!(entries[1].recorded_at, entries[0].recorded_at);
    });
}

// D24-6.3a, D24-6.3b, CODE-5.12.1
#[test]
fn an_event_can_neither_be_changed_nor_deleted() {
    on_each(async |room| {
        room.append("c1", 0, json!({})).await.unwrap();
        for sql in ["UPDATE event SET kind = 'x'", "DELETE FROM event"] {
            let refused = room.try_tamper(sql).await.unwrap_err();
            assert!(refused.to_string().contains("an event is never"), "{refused}");
        }
        assert_eq!(record::load(&room.db, &rowan(), "c1").await.unwrap().len(), 1);
    });
}

#[test]
fn nothing_and_nul_cannot_be_appended() {
    on_each(async |room| {
        let why = room.append("c1", 0, said("a\0b")).await.unwrap_err();
        assert!(matches!(why, Error::Refused { .. }), "{why}");
        let mut entropy = fresh_entropy();
        let mut tx = room.db.begin().await.unwrap();
        let append = Append { stream: "c1", expected: 0, entries: Vec::<NewEntry>::new() };
        let stamp = &mut Stamp { at: moment(), entropy: &mut entropy };
        let why = record::append(&mut tx, &rowan(), append, stamp).await.unwrap_err();
        assert!(matches!(why, Error::Refused { .. }), "{why}");
    });
}

#[test]
fn a_database_opens_again_with_what_is_in_it() {
    on_each(async |room| {
        room.append("c1", 0, said("Still here")).await.unwrap();
        room.db.close().await;
        let again = Db::open(&room.url).await.unwrap();
        again.ping().await.unwrap();
        assert_eq!(record::load(&again, &rowan(), "c1").await.unwrap().len(), 1);
    });
}

#[test]
fn a_newer_schema_is_refused() {
    on_each(async |room| {
        room.tamper("INSERT INTO schema_version (version) VALUES (999)").await;
        let why = Db::open(&room.url).await.unwrap_err();
        assert!(matches!(why, Error::NewerSchema { found: 999, .. }), "{why}");
    });
}

#[test]
fn an_address_of_no_known_database_is_refused() {
    on_each(async |_room| {
        let why = Db::open("mysql://localhost/redress").await.unwrap_err();
        assert!(matches!(why, Error::Unsupported { .. }), "{why}");
        let why = Db::open("sqlite:/nowhere/at/all/redress.db").await.unwrap_err();
        assert!(matches!(why, Error::Unavailable { .. }), "{why}");
    });
}

#[test]
fn a_database_in_memory_is_one_for_all_its_connections_and_apart_from_others() {
    on_each(async |_room| {
        let (one, other) = (
            Db::open("sqlite::memory:").await.unwrap(),
            Db::open("sqlite::memory:").await.unwrap(),
        );
        let mut entropy = fresh_entropy();
        let mut tx = one.begin().await.unwrap();
        let append = Append { stream: "c1", expected: 0, entries: vec![fact(json!({}))] };
        let stamp = &mut Stamp { at: moment(), entropy: &mut entropy };
        record::append(&mut tx, &rowan(), append, stamp).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(record::load(&one.clone(), &rowan(), "c1").await.unwrap().len(), 1);
        assert_eq!(record::load(&other, &rowan(), "c1").await.unwrap().len(), 0);
    });
}
