//! Whatever is changed behind the program's back is found, and where.

use redress_store::files::Folder;
use redress_store::lists::FileRow;
use redress_store::record::{self, ErasureOrder};
use redress_store::verify::{self, KnownHead, Report, verify};
use redress_store::{Db, Stamp};
use serde_json::json;

use crate::lists::{put, rows};
use crate::rooms::{Room, fresh_entropy, heath, moment, on_each, rowan, said, today};

async fn ten_events(room: &Room) {
    for n in 0..5 {
        room.append("c1", n, said(&format!("Words {n}"))).await.unwrap();
        room.append(&format!("d{n}"), 0, json!({"n": n})).await.unwrap();
    }
    room.append_for(&heath(), "c1", 0, said("Elsewhere")).await.unwrap();
}

async fn look(db: &Db) -> Report {
    verify(db, None, |_| {}).await.unwrap()
}

/// The positions of Rowan's faults, and that nobody else has any.
fn places(report: &Report) -> Vec<Option<i64>> {
    assert!(report.faults.iter().all(|fault| fault.landlord == "rowan-homes"), "{report:?}");
    report.faults.iter().map(|fault| fault.position).collect()
}

#[test]
fn a_sound_record_has_no_faults_and_its_heads_are_told() {
    on_each(async |room| {
        ten_events(&room).await;
        let mut seen = Vec::new();
        let report = verify(&room.db, None, |progress| {
            seen.push((progress.landlord.to_owned(), progress.position, progress.of));
        });
        let report = report.await.unwrap();
        assert!(report.is_sound(), "{report:?}");
        assert_eq!((report.events, report.parts), (11, 6));
        assert_eq!(seen, [("heath-housing".to_owned(), 1, 1), ("rowan-homes".to_owned(), 10, 10)]);
        assert_eq!(report.heads.len(), 2);
        assert!(verify::against(&room.db, &report.heads).await.unwrap().is_empty());
    });
}

#[test]
fn a_change_to_any_column_of_an_event_is_found_at_its_position() {
    let changes = [
        "stream = 'c2'",
        "seq = 9",
        "kind = 'resident-updatee'",
        "happened_on = '2026-11-24'",
        "recorded_at = '2026-11-25T09:30:00.123457Z'",
        "actor = 'bnna'",
        "actor = NULL",
        "pack = 'derive-2025@1'",
        "pack = NULL",
        "body = REPLACE(body, 'anna', 'bnna')",
        "body = REPLACE(body, '{', '[')",
        "body = body || ' '",
        "prev = REPLACE(prev, 'a', 'b')",
        "hash = REPLACE(REPLACE(hash, 'a', 'b'), '0', '1')",
    ];
    on_each(async |room| {
        ten_events(&room).await;
        room.drop_guards().await;
        room.tamper("CREATE TABLE kept AS SELECT * FROM event").await;
        for change in changes {
            let at = "landlord = 'rowan-homes' AND position = 5";
            room.tamper(&format!("UPDATE event SET {change} WHERE {at}")).await;
            let report = look(&room.db).await;
            assert!(!report.is_sound(), "{change}");
            assert!(places(&report).contains(&Some(5)), "{change}: {:?}", report.faults);
            room.tamper(&format!("DELETE FROM event WHERE {at}")).await;
            room.tamper(&format!("INSERT INTO event SELECT * FROM kept WHERE {at}")).await;
            assert!(look(&room.db).await.is_sound(), "{change}");
        }
    });
}

#[test]
fn every_flipped_byte_of_a_body_is_found() {
    on_each(async |room| {
        ten_events(&room).await;
        room.drop_guards().await;
        let body = room.text("SELECT body FROM event WHERE position = 5 AND stream = 'c1'").await;
        // The same code reads both databases; the slower one need not show each byte again.
        let step = if room.is_sqlite() { 1 } else { 9 };
        for (at, letter) in body.char_indices().step_by(step) {
            let other = if letter == 'x' { 'y' } else { 'x' };
            let mut changed = body.clone();
            changed.replace_range(at..at + letter.len_utf8(), &other.to_string());
            let set = |body: &str| {
                format!(
                    "UPDATE event SET body = '{}' WHERE position = 5 AND stream = 'c1'",
                    body.replace('\'', "''")
                )
            };
            room.tamper(&set(&changed)).await;
            let report = look(&room.db).await;
            assert!(places(&report).contains(&Some(5)), "{changed}");
            room.tamper(&set(&body)).await;
        }
        assert!(look(&room.db).await.is_sound());
    });
}

#[test]
fn a_deleted_event_a_cut_tail_and_a_lost_head_are_found() {
    on_each(async |room| {
        ten_events(&room).await;
        room.drop_guards().await;
        let before = look(&room.db).await.heads;
        room.tamper("CREATE TABLE kept AS SELECT * FROM event").await;
        room.tamper("CREATE TABLE kept_head AS SELECT * FROM head").await;

        room.tamper("DELETE FROM event WHERE landlord = 'rowan-homes' AND position = 4").await;
        assert!(places(&look(&room.db).await).contains(&Some(4)));

        room.tamper("DELETE FROM event WHERE landlord = 'rowan-homes' AND position > 8").await;
        assert!(places(&look(&room.db).await).contains(&Some(9)));

        // Cut cleanly, head and all: only the head that was noted elsewhere shows it.
        room.tamper("DELETE FROM event").await;
        room.tamper("INSERT INTO event SELECT * FROM kept").await;
        let mine = "landlord = 'rowan-homes'";
        room.tamper(&format!("DELETE FROM part WHERE {mine} AND position > 8")).await;
        room.tamper(&format!("DELETE FROM event WHERE {mine} AND position > 8")).await;
        let hash = format!("SELECT hash FROM event WHERE {mine} AND position = 8");
        room.tamper(&format!("UPDATE head SET position = 8, hash = ({hash}) WHERE {mine}")).await;
        assert!(look(&room.db).await.is_sound());
        let faults = verify::against(&room.db, &before).await.unwrap();
        assert_eq!(faults.len(), 1);
        assert_eq!(faults[0].position, Some(10));

        let late = "recorded_at = '2099-01-01T00:00:00.000000Z'";
        room.tamper(&format!("UPDATE head SET {late} WHERE {mine}")).await;
        assert!(!look(&room.db).await.is_sound());
        room.tamper(&format!("DELETE FROM head WHERE {mine}")).await;
        assert!(!look(&room.db).await.is_sound());

        // A landlord dropped whole is missed by the heads alone.
        room.tamper(&format!("DELETE FROM event WHERE {mine}")).await;
        room.tamper(&format!("DELETE FROM part WHERE {mine}")).await;
        assert!(look(&room.db).await.is_sound());
        assert_eq!(verify::against(&room.db, &before).await.unwrap().len(), 1);
    });
}

#[test]
fn a_chain_computed_anew_differs_from_the_head_noted_elsewhere() {
    on_each(async |room| {
        ten_events(&room).await;
        let head = record::head(&room.db, &rowan()).await.unwrap().unwrap();
        let known = |hash: &str| KnownHead {
            landlord: "rowan-homes".to_owned(),
            position: head.position,
            hash: hash.to_owned(),
            recorded_at: head.recorded_at,
        };
        assert!(verify::against(&room.db, &[known(&head.hash)]).await.unwrap().is_empty());
        let faults = verify::against(&room.db, &[known(&"0".repeat(64))]).await.unwrap();
        assert_eq!(faults[0].position, Some(10));
    });
}

#[test]
fn words_that_were_changed_moved_lost_or_added_are_found() {
    let changes = [
        ("UPDATE part SET words = 'Words 9' WHERE words = 'Words 2'", Some(5)),
        ("UPDATE part SET salt = REPLACE(salt, 'a', 'b') WHERE words = 'Words 2'", Some(5)),
        ("UPDATE part SET class = 'C3' WHERE words = 'Words 2'", Some(5)),
        ("UPDATE part SET position = 1 WHERE words = 'Words 2'", Some(5)),
        ("DELETE FROM part WHERE words = 'Words 2'", Some(5)),
        ("UPDATE part SET id = 'x' WHERE words = 'Words 2'", Some(5)),
        (
            "INSERT INTO part (landlord, id, position, class, salt, words) \
             VALUES ('rowan-homes', 'x', 5, 'C2', '', 'More')",
            None,
        ),
        (
            "INSERT INTO part (landlord, id, position, class, salt, words) \
             VALUES ('rowan-homes', 'x', 99, 'C2', '', 'More')",
            None,
        ),
        (
            "INSERT INTO erased_part (landlord, id, erased_on, rule, position, erasure) \
             SELECT landlord, id, '2026-01-01', 'x', position, 6 FROM part WHERE words = 'Words 2'",
            Some(5),
        ),
    ];
    on_each(async |room| {
        ten_events(&room).await;
        room.tamper("CREATE TABLE kept AS SELECT * FROM part").await;
        for (change, place) in changes {
            assert_eq!(room.tamper(change).await, 1, "{change}");
            let report = look(&room.db).await;
            assert!(places(&report).contains(&place), "{change}: {:?}", report.faults);
            room.tamper("DELETE FROM part; DELETE FROM erased_part").await;
            room.tamper("INSERT INTO part SELECT * FROM kept").await;
            assert!(look(&room.db).await.is_sound(), "{change}");
        }
    });
}

#[test]
fn an_erasure_that_was_hidden_or_undone_is_found() {
    on_each(async |room| {
        ten_events(&room).await;
        room.tamper("CREATE TABLE kept AS SELECT * FROM part").await;
        let parts = record::load(&room.db, &rowan(), "c1").await.unwrap()[2].parts.clone();
        let mut entropy = fresh_entropy();
        let mut tx = room.db.begin().await.unwrap();
        let order = ErasureOrder {
            parts,
            on: today(),
            rule: "request".to_owned(),
            request: Some("r1".to_owned()),
            actor: None,
        };
        let stamp = &mut Stamp { at: moment(), entropy: &mut entropy };
        record::erase_parts(&mut tx, &rowan(), order, stamp).await.unwrap();
        tx.commit().await.unwrap();
        assert!(look(&room.db).await.is_sound());

        room.tamper("CREATE TABLE noted AS SELECT * FROM erased_part").await;
        room.tamper("DELETE FROM erased_part").await;
        assert_eq!(places(&look(&room.db).await), [Some(5)]);
        room.tamper("INSERT INTO erased_part SELECT * FROM noted").await;
        room.tamper("INSERT INTO part SELECT * FROM kept WHERE words = 'Words 2'").await;
        assert_eq!(places(&look(&room.db).await), [Some(5)]);
    });
}

#[test]
fn a_missing_or_changed_file_is_found() {
    on_each(async |room| {
        let folder = Folder::at(room.folder().join("files"));
        let kept = folder.put_bytes(b"a photograph").await.unwrap();
        let mut rows = rows("c1", "RH-1");
        rows.files = vec![FileRow {
            id: "f1".to_owned(),
            sha256: kept.sha256.clone(),
            bytes: kept.bytes,
            media_type: "image/jpeg".to_owned(),
            name: "photo.jpg".to_owned(),
            added_by: None,
            added_at: moment(),
        }];
        put(&room, &rowan(), &rows).await;
        let report = verify(&room.db, Some(&folder), |_| {}).await.unwrap();
        assert_eq!((report.files, report.is_sound()), (1, true));
        let place = room.folder().join("files").join(&kept.sha256[..2]).join(&kept.sha256);
        std::fs::write(&place, b"a photogrbph").unwrap();
        let report = verify(&room.db, Some(&folder), |_| {}).await.unwrap();
        assert!(report.faults[0].what.contains("f1"), "{report:?}");
        std::fs::remove_file(&place).unwrap();
        let report = verify(&room.db, Some(&folder), |_| {}).await.unwrap();
        assert!(report.faults[0].what.contains("missing"), "{report:?}");
    });
}

#[test]
fn a_thousand_faults_are_told_and_the_rest_counted() {
    on_each(async |room| {
        let mut entropy = fresh_entropy();
        let mut tx = room.db.begin().await.unwrap();
        let entries = (0..1_100).map(|n| crate::rooms::fact(json!({"n": n}))).collect();
        let append = record::Append { stream: "c1", expected: 0, entries };
        let stamp = &mut Stamp { at: moment(), entropy: &mut entropy };
        record::append(&mut tx, &rowan(), append, stamp).await.unwrap();
        tx.commit().await.unwrap();
        assert!(look(&room.db).await.is_sound());
        room.drop_guards().await;
        room.tamper("UPDATE event SET actor = 'eve'").await;
        let report = look(&room.db).await;
        assert_eq!(
            (report.events, report.faults.len(), report.further_faults),
            (1_100, 1_000, 100)
        );
    });
}
