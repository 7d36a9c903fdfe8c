//! Erasing: the words are nowhere any more, and the record still proves itself.

use std::path::Path;

use redress_store::lists::{self, PersonRow};
use redress_store::record::{self, ErasureOrder};
use redress_store::search::{SearchText, search};
use redress_store::verify::verify;
use redress_store::{Error, Stamp};
use serde_json::json;

use crate::lists::{put, rows};
use crate::rooms::{Room, fresh_entropy, moment, on_each, rowan, said, today};

const MARKER: &str = "Zanzibarmarker";

/// In how many places of the folder's files the marker stands, in any case.
fn marks(folder: &Path) -> usize {
    let mut found = 0;
    for file in std::fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        if path.is_file() {
            let bytes = std::fs::read(path).unwrap().to_ascii_lowercase();
            let marker = MARKER.to_ascii_lowercase();
            found += bytes.windows(marker.len()).filter(|part| *part == marker.as_bytes()).count();
        }
    }
    found
}

/// So many that a database that takes samples would take some of these.
async fn put_people(room: &Room) {
    let mut tx = room.db.begin().await.unwrap();
    for n in 0..30 {
        let person = PersonRow {
            id: format!("person-{n}"),
            name: format!("Ada {MARKER} {n}"),
            address: format!("{n} {MARKER} Street"),
            telephone: String::new(),
            email: String::new(),
            updated_at: moment(),
        };
        lists::put_person(&mut tx, &rowan(), &person).await.unwrap();
    }
    tx.commit().await.unwrap();
}

async fn a_marked_case(room: &Room) -> Vec<String> {
    for n in 0..30 {
        let words = said(&format!("{MARKER} number {n}: {}", "so much damp ".repeat(n * 20)));
        room.append("c1", n.try_into().unwrap(), words).await.unwrap();
        room.append(&format!("other{n}"), 0, said("Stairs")).await.unwrap();
    }
    let mut rows = rows("c1", "RH-1");
    rows.complaint.subject = format!("{MARKER} in the bedroom");
    rows.complaint.name = format!("Ms {MARKER}");
    put_people(room).await;
    rows.texts = (0..30)
        .map(|n| SearchText {
            kind: "note".to_owned(),
            item: n.to_string(),
            words: format!("{MARKER} number {n}"),
        })
        .collect();
    put(room, &rowan(), &rows).await;
    // The databases take samples of what is in them; those must not keep the words either.
    room.db.take_stock().await.unwrap();
    if !room.is_sqlite() {
        room.tamper("ANALYZE").await;
    }
    let entries = record::load(&room.db, &rowan(), "c1").await.unwrap();
    entries.into_iter().flat_map(|entry| entry.parts).collect()
}

fn order(parts: Vec<String>) -> ErasureOrder {
    ErasureOrder {
        parts,
        on: today(),
        rule: "kept-6-years".to_owned(),
        request: None,
        actor: Some("anna".to_owned()),
    }
}

async fn erase(room: &Room, parts: Vec<String>) {
    let mut entropy = fresh_entropy();
    let mut tx = room.db.begin().await.unwrap();
    let stamp = &mut Stamp { at: moment(), entropy: &mut entropy };
    record::erase_parts(&mut tx, &rowan(), order(parts), stamp).await.unwrap();
    let mut rows = rows("c1", "RH-1");
    rows.complaint.subject = "(erased)".to_owned();
    lists::replace_for(&mut tx, &rowan(), &rows).await.unwrap();
    for n in 0..30 {
        lists::remove_person(&mut tx, &rowan(), &format!("person-{n}")).await.unwrap();
    }
    tx.commit().await.unwrap();
    record::scrub(&room.db).await.unwrap();
}

#[test]
fn erased_words_are_gone_from_record_lists_index_and_files() {
    on_each(async |room| {
        let parts = a_marked_case(&room).await;
        let found = search(&room.db, &rowan(), "anna", MARKER, 10).await.unwrap();
        assert_eq!(found.len(), 1);
        if room.is_sqlite() {
            assert!(0 < marks(&room.folder()), "the marker must be there to be erased");
        }
        erase(&room, parts).await;

        let found = search(&room.db, &rowan(), "anna", MARKER, 10).await.unwrap();
        assert!(found.is_empty());
        let entries = record::load(&room.db, &rowan(), "c1").await.unwrap();
        assert_eq!(entries.len(), 30);
        for entry in &entries {
            let gone = json!({"text": {"$erased": {"on": "2026-11-25", "rule": "kept-6-years"}}});
            assert_eq!(entry.facts, gone);
        }
        let others = record::load(&room.db, &rowan(), "other1").await.unwrap();
        assert_eq!(others[0].facts, said("Stairs"));
        let report = verify(&room.db, None, |_| {}).await.unwrap();
        assert!(report.is_sound(), "{:?}", report.faults);
        assert_eq!((report.events, report.parts), (61, 30));
        if room.is_sqlite() {
            assert_eq!(marks(&room.folder()), 0);
        } else {
            let dump = room.dump().await;
            assert!(!dump.contains(MARKER) && !dump.contains(&MARKER.to_lowercase()));
        }
    });
}

#[test]
fn deleting_without_the_rest_would_leave_the_words_in_the_log() {
    // The control of the test above: the same erasure, but the log is not emptied.
    on_each(async |room| {
        if !room.is_sqlite() {
            return;
        }
        let parts = a_marked_case(&room).await;
        let mut entropy = fresh_entropy();
        let mut tx = room.db.begin().await.unwrap();
        let stamp = &mut Stamp { at: moment(), entropy: &mut entropy };
        record::erase_parts(&mut tx, &rowan(), order(parts), stamp).await.unwrap();
        tx.commit().await.unwrap();
        assert!(0 < marks(&room.folder()));
    });
}

#[test]
fn samples_of_peoples_words_would_outlive_them() {
    // The control of the first test on PostgreSQL: one column of which samples are kept after all.
    on_each(async |room| {
        if room.is_sqlite() {
            return;
        }
        room.tamper("ALTER TABLE person ALTER COLUMN name SET STATISTICS 100").await;
        let parts = a_marked_case(&room).await;
        erase(&room, parts).await;
        assert!(room.dump().await.contains(MARKER));
    });
}

#[test]
fn words_that_are_not_there_cannot_be_erased() {
    on_each(async |room| {
        room.append("c1", 0, said("Damp")).await.unwrap();
        let mut entropy = fresh_entropy();
        let mut tx = room.db.begin().await.unwrap();
        let stamp = &mut Stamp { at: moment(), entropy: &mut entropy };
        let nobody = order(vec!["nothing".to_owned()]);
        let why = record::erase_parts(&mut tx, &rowan(), nobody, stamp).await.unwrap_err();
        assert!(matches!(why, Error::Missing { .. }), "{why}");
        drop(tx);
        assert_eq!(record::head(&room.db, &rowan()).await.unwrap().unwrap().position, 1);
    });
}

#[test]
fn the_words_of_a_sealed_class_come_back_with_it() {
    on_each(async |room| {
        let facts = json!({"a": {"$words": "Asthma", "class": "C3"}, "b": {"$words": "Damp"}});
        room.append("c1", 0, facts.clone()).await.unwrap();
        let entry = record::load(&room.db, &rowan(), "c1").await.unwrap().remove(0);
        assert_eq!(entry.facts, facts);
        erase(&room, entry.parts[..1].to_vec()).await;
        let entry = record::load(&room.db, &rowan(), "c1").await.unwrap().remove(0);
        let erased = [&entry.facts["a"], &entry.facts["b"]];
        assert_eq!(erased.iter().filter(|words| words.get("$erased").is_some()).count(), 1);
        assert_eq!(entry.parts.len(), 2);
    });
}
