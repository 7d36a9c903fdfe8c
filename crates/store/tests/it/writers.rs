//! Many writers: one is first, the others are told, and the chain has no gaps.

use std::sync::Arc;

use redress_store::outcome::{self, Claim};
use redress_store::record::{self, Append};
use redress_store::verify::verify;
use redress_store::{Db, Entropy, Error, Stamp, settings};
use serde_json::json;
use tokio::sync::Barrier;
use tokio::task::JoinSet;

use crate::rooms::{fact, fresh_entropy, moment, on_each, rowan, said};

async fn write(db: &Db, stream: &str, expected: i64, entropy: &mut Entropy) -> Result<i64, Error> {
    let mut tx = db.begin().await?;
    let append = Append { stream, expected, entries: vec![fact(said("Called back"))] };
    let stamp = &mut Stamp { at: moment(), entropy };
    let done = record::append(&mut tx, &rowan(), append, stamp).await?;
    tx.commit().await?;
    Ok(done.position)
}

#[test]
fn of_two_writers_exactly_one_is_told_that_it_was_second() {
    on_each(async |room| {
        for pair in 0..200 {
            let stream = format!("c{}", pair % 20);
            let seen = record::last_seq(&room.db, &rowan(), &stream).await.unwrap();
            let barrier = Arc::new(Barrier::new(2));
            let mut writers = JoinSet::new();
            for _ in 0..2 {
                let (db, stream, barrier) = (room.db.clone(), stream.clone(), Arc::clone(&barrier));
                let mut entropy = fresh_entropy();
                writers.spawn(async move {
                    barrier.wait().await;
                    write(&db, &stream, seen, &mut entropy).await
                });
            }
            let done = writers.join_all().await;
            let first = done.iter().filter(|done| done.is_ok()).count();
            let told = done.iter().filter(|done| matches!(done, Err(Error::Stale { .. }))).count();
            assert_eq!((first, told), (1, 1), "pair {pair}: {done:?}");
        }
        let report = verify(&room.db, None, |_| {}).await.unwrap();
        assert!(report.is_sound(), "{:?}", report.faults);
        assert_eq!(report.events, 200);
    });
}

#[test]
fn two_writers_who_have_both_read_in_their_transactions_are_told_apart_too() {
    on_each(async |room| {
        // On SQLite the second cannot even begin before the first has finished.
        if room.is_sqlite() {
            return;
        }
        let (mut one, mut two) = (room.db.begin().await.unwrap(), room.db.begin().await.unwrap());
        for tx in [&mut one, &mut two] {
            assert_eq!(record::last_seq(tx, &rowan(), "c1").await.unwrap(), 0);
        }
        let append = |entropy| Stamp { at: moment(), entropy };
        let (mut first, mut second) = (fresh_entropy(), fresh_entropy());
        let entries = || vec![fact(json!({}))];
        let wish = Append { stream: "c1", expected: 0, entries: entries() };
        record::append(&mut one, &rowan(), wish, &mut append(&mut first)).await.unwrap();
        let late = async {
            let wish = Append { stream: "c1", expected: 0, entries: entries() };
            record::append(&mut two, &rowan(), wish, &mut append(&mut second)).await
        };
        let (late, committed) = tokio::join!(late, one.commit());
        committed.unwrap();
        assert!(matches!(late, Err(Error::Stale { .. })), "{late:?}");
    });
}

#[test]
fn thirty_two_writers_leave_no_gaps() {
    on_each(async |room| {
        let mut writers = JoinSet::new();
        for writer in 0..32 {
            let db = room.db.clone();
            let mut entropy = fresh_entropy();
            writers.spawn(async move {
                let (mut written, mut told) = (0, 0);
                for n in 0..20 {
                    let stream = format!("c{}", (writer + n) % 10);
                    loop {
                        let seen = record::last_seq(&db, &rowan(), &stream).await.unwrap();
                        match write(&db, &stream, seen, &mut entropy).await {
                            Ok(_) => break written += 1,
                            Err(Error::Stale { .. }) => told += 1,
                            Err(other) => panic!("a writer saw {other}"),
                        }
                    }
                }
                (written, told)
            });
        }
        let done = writers.join_all().await;
        assert_eq!(done.iter().map(|(written, _)| written).sum::<i64>(), 640);
        let head = record::head(&room.db, &rowan()).await.unwrap().unwrap();
        assert_eq!(head.position, 640);
        let all = record::load_positions(&room.db, &rowan(), 0, 1_000).await.unwrap();
        assert!(all.iter().map(|entry| entry.position).eq(1..=640));
        let report = verify(&room.db, None, |_| {}).await.unwrap();
        assert!(report.is_sound(), "{:?}", report.faults);
    });
}

#[test]
fn a_form_sent_twice_at_once_acts_once_and_both_hear_the_same() {
    on_each(async |room| {
        for form in 0..50 {
            let token = format!("form-{form}");
            let barrier = Arc::new(Barrier::new(2));
            let mut senders = JoinSet::new();
            for _ in 0..2 {
                let (db, token, barrier) = (room.db.clone(), token.clone(), Arc::clone(&barrier));
                let mut entropy = fresh_entropy();
                senders.spawn(async move {
                    barrier.wait().await;
                    send(&db, &token, &mut entropy).await.unwrap()
                });
            }
            let heard = senders.join_all().await;
            assert_eq!(heard[0], heard[1]);
        }
        let head = record::head(&room.db, &rowan()).await.unwrap().unwrap();
        assert_eq!(head.position, 50);
    });
}

/// What the desk does with a form that opens a case.
async fn send(db: &Db, token: &str, entropy: &mut Entropy) -> Result<serde_json::Value, Error> {
    let mut tx = db.begin().await?;
    match outcome::claim(&mut tx, &rowan(), token, "receive", moment()).await? {
        Claim::Done { outcome } => return Ok(outcome),
        Claim::OtherBody => panic!("nobody sent this for something else"),
        Claim::Fresh => {}
    }
    let number = settings::next_number(&mut tx, &rowan(), "complaint/2026").await?;
    let stream = entropy.id()?;
    let append = Append { stream: &stream, expected: 0, entries: vec![fact(said("Damp"))] };
    record::append(&mut tx, &rowan(), append, &mut Stamp { at: moment(), entropy }).await?;
    let done = json!({"reference": format!("RH-2026-{number:05}")});
    outcome::remember(&mut tx, &rowan(), token, &done).await?;
    tx.commit().await?;
    Ok(done)
}
