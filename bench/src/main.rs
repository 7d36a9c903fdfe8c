//! The first figures: commands confirmed a second, pages at 10,000 and 100,000 cases, start-up and
//! memory, on either database. Measured and written down; nothing here is asserted.
//!
//! `cargo run --release -p redress-bench -- [--cases N]... [--database URL]` prints a table;
//! `--rehearsals FOLDER` plays those alone.

mod pages;
mod records;
mod rehearsals;
mod running;
mod trial;

use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::Context;
use redress::desk::Desk;
use redress_store::files::Folder;
use redress_store::{Db, Entropy};

/// One measured figure.
pub struct Figure {
    pub what: String,
    pub value: String,
}

fn main() -> anyhow::Result<()> {
    #[expect(clippy::disallowed_methods, reason = "the command line is read here and nowhere else")]
    let words: Vec<String> = std::env::args().skip(1).collect();
    let mut cases = Vec::new();
    let mut database = None;
    let mut rest = words.iter();
    while let Some(word) = rest.next() {
        match (word.as_str(), rest.next()) {
            ("--cases", Some(n)) => {
                cases.push(n.parse::<usize>().context("--cases takes a number")?)
            }
            ("--rehearsals", Some(folder)) => {
                return print(rehearsals::measure(Path::new(folder))?);
            }
            ("--database", Some(url)) => database = Some(url.clone()),
            (other, _) => anyhow::bail!("what is {other:?}?"),
        }
    }
    if cases.is_empty() {
        cases = vec![10_000, 100_000];
    }
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let folder = tempfile::tempdir()?;
    let url = database
        .unwrap_or_else(|| format!("sqlite:{}", folder.path().join("redress.db").display()));
    print(runtime.block_on(measure(&url, folder.path(), &cases))?)
}

fn print(figures: Vec<Figure>) -> anyhow::Result<()> {
    println!("| figure | value |\n| --- | --- |");
    for figure in figures {
        println!("| {} | {} |", figure.what, figure.value);
    }
    Ok(())
}

async fn measure(url: &str, folder: &Path, cases: &[usize]) -> anyhow::Result<Vec<Figure>> {
    let db = Db::open(url).await?;
    let mut figures = vec![Figure { what: "database".to_owned(), value: db.kind().to_owned() }];
    let desk = desk(db, folder);
    records::found(&desk).await?;
    let mut made = 0;
    for &n in cases {
        let took = records::grow(&desk, made, n).await?;
        made = n;
        figures.push(Figure {
            what: format!("filling to {n} cases"),
            value: format!("{:.1} s", took.as_secs_f64()),
        });
        figures.extend(pages::measure(&desk, n).await?);
        figures.extend(records::commands(&desk, n).await?);
        figures.extend(trial::measure(&desk, n).await?);
    }
    figures.extend(running::measure(url, folder).await?);
    Ok(figures)
}

fn desk(db: Db, folder: &Path) -> Desk {
    #[expect(
        clippy::disallowed_methods,
        reason = "the bench is a program of its own and takes the moment here"
    )]
    let now = Arc::new(jiff::Timestamp::now);
    Desk::new(db, Folder::at(folder.join("files")), Entropy::seeded(7), now)
}

/// Times a piece of work.
pub fn started() -> Instant {
    #[expect(clippy::disallowed_methods, reason = "measuring is what the bench is for")]
    Instant::now()
}

/// The median and the 95th in a hundred of some times, in milliseconds.
pub fn spread(mut times: Vec<Duration>) -> String {
    times.sort();
    let at = |share: usize| {
        let place = (times.len() * share / 100).min(times.len().saturating_sub(1));
        times.get(place).map_or(0.0, |time| time.as_secs_f64() * 1000.0)
    };
    format!("{:.2} ms median, {:.2} ms 95th of 100 (n = {})", at(50), at(95), times.len())
}
