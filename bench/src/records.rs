//! Records of a size: one case made through the desk, copied under other ids as many times as
//! asked; and how many commands a second are confirmed on top of them.

use std::time::Duration;

use anyhow::{Context, anyhow};
use redress::demo;
use redress::desk::take_in::Contact;
use redress::desk::{Act, Desk, Signed};
use redress_domain::command::{Command, Receive};
use redress_domain::personal::Words;
use redress_domain::vocabulary::Channel;
use redress_store::lists::{self, Rows};
use redress_store::record::{self, Append, NewEntry};
use redress_store::{Entropy, Scope, Stamp, accounts};

use crate::{Figure, spread, started};

/// How many copies go into one transaction.
const BATCH: usize = 250;

/// Makes the sample landlord with its sixty complaints.
pub async fn found(desk: &Desk) -> anyhow::Result<()> {
    demo::fill(desk, |_, _| {}).await.map_err(|declined| anyhow!("{declined:?}"))
}

/// Somebody of the sample staff.
pub async fn signed(desk: &Desk, login: &str) -> anyhow::Result<Signed> {
    let scope = Scope::of(demo::LANDLORD);
    let staff = accounts::list_staff(&desk.db, &scope)
        .await?
        .into_iter()
        .find(|staff| staff.login == login)
        .with_context(|| format!("no {login} among the staff"))?;
    Ok(Signed::staff(scope, staff))
}

/// The longest sample case: the one worth measuring a page on.
pub async fn longest(desk: &Desk) -> anyhow::Result<(String, String)> {
    let scope = Scope::of(demo::LANDLORD);
    let mut best = (0, String::new(), String::new());
    for id in lists::complaints_after(&desk.db, &scope, "", 70).await? {
        let row = lists::load_complaint(&desk.db, &scope, &id).await?;
        if best.0 < row.seq && !row.reference.starts_with("BENCH") {
            best = (row.seq, row.id, row.reference);
        }
    }
    Ok((best.1, best.2))
}

/// Copies the longest case until there are `to` copies.
pub async fn grow(desk: &Desk, from: usize, to: usize) -> anyhow::Result<Duration> {
    let scope = Scope::of(demo::LANDLORD);
    let (id, _) = longest(desk).await?;
    let rows = lists::rows_for(&desk.db, &scope, &id).await?.context("no rows to copy")?;
    let history = record::load(&desk.db, &scope, &id).await?;
    let mut entropy = Entropy::seeded(u64::try_from(to)?);
    let begin = started();
    let mut n = from;
    while n < to {
        let at = desk.now();
        let mut tx = desk.db.begin().await?;
        for copy in n..to.min(n + BATCH) {
            let stream = format!("bench{copy:09}");
            // Three events stand for the history; the page is measured on the pattern itself.
            let entries = history.iter().take(3).map(|entry| NewEntry {
                kind: entry.kind.clone(),
                happened_on: entry.happened_on,
                actor: entry.actor.clone(),
                pack: entry.pack.clone(),
                facts: entry.facts.clone(),
            });
            let order = Append { stream: &stream, expected: 0, entries: entries.collect() };
            let mut stamp = Stamp { at, entropy: &mut entropy };
            record::append(&mut tx, &scope, order, &mut stamp).await?;
            lists::replace_for(&mut tx, &scope, &renamed(&rows, &stream, copy)).await?;
        }
        tx.commit().await?;
        n = (n + BATCH).min(to);
    }
    Ok(begin.elapsed())
}

fn renamed(rows: &Rows, stream: &str, n: usize) -> Rows {
    let mut rows = rows.clone();
    rows.complaint.id = stream.to_owned();
    rows.complaint.reference = format!("BENCH-{n:09}");
    let shift = jiff::Span::new().days(i64::try_from(n % 400).unwrap_or(0) - 200);
    rows.complaint.next_due = rows.complaint.received_on.checked_add(shift).ok();
    for diary in &mut rows.diary {
        diary.due_on = diary.due_on.checked_add(shift).unwrap_or(diary.due_on);
    }
    rows
}

/// Commands confirmed a second: one writer, each with its own transaction and sync.
pub async fn commands(desk: &Desk, n: usize) -> anyhow::Result<Vec<Figure>> {
    let dan = signed(desk, "dan").await?;
    let chloe = signed(desk, "chloe").await?;
    let mut times = Vec::new();
    let contact = Contact {
        token: desk.token().await.map_err(|it| anyhow!("{it:?}"))?,
        receive: Receive {
            channel: Some(Channel::Phone),
            text: Words::said("The gate squeaks."),
            ..Receive::default()
        },
        ..Contact::default()
    };
    let done = desk.take_in(&dan, contact).await.map_err(|it| anyhow!("{it:?}"))?;
    let (reference, mut seen) = (done.reference, done.seq);
    let begin = started();
    for _ in 0..300 {
        let act = Act {
            token: desk.token().await.map_err(|it| anyhow!("{it:?}"))?,
            seen,
            commands: vec![Command::MakeContact {
                note: Some(Words::said("Rang, no answer.")),
                read_back: None,
            }],
            ..Act::default()
        };
        let one = started();
        seen = desk.act(&chloe, &reference, act).await.map_err(|it| anyhow!("{it:?}"))?.seq;
        times.push(one.elapsed());
    }
    let rate = 300.0 / begin.elapsed().as_secs_f64();
    Ok(vec![
        Figure {
            what: format!(
                "commands confirmed, one writer, on a case growing to 300 events, {n} cases"
            ),
            value: format!("{rate:.0} a second"),
        },
        Figure { what: "one command".to_owned(), value: spread(times) },
    ])
}
