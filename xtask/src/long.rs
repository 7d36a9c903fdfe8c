//! The long runs: the bench with its release build, and the fault trials and property tests of a night.

use anyhow::{Context, bail};

use crate::machine::{self, Need};
use crate::postgres::{Durability, Postgres};
use crate::shell;

/// How many writes the fault trials try in an hour of the night set, on two cores, with room to spare.
const TRIALS_AN_HOUR: u32 = 3_000;
/// How many stories and dates each property test makes up in an hour of the night set.
const CASES_AN_HOUR: u32 = 20_000;

/// The bench on SQLite, and on PostgreSQL where it is here, in one run so that its figures can be
/// set against each other. `words` are passed on, such as `--cases 10000`.
///
/// # Errors
/// It cannot be built, or a run fails.
pub fn bench(words: &[&str]) -> anyhow::Result<()> {
    if words.contains(&"--database") {
        bail!("the bench takes each database in turn; run redress-bench itself for another one");
    }
    shell::cargo(["build", "--release", "--locked", "-p", "redress", "-p", "redress-bench"])
        .run()?;
    let metadata = shell::cargo(["metadata", "--format-version", "1", "--no-deps", "--locked"]);
    let metadata: serde_json::Value = serde_json::from_str(&metadata.read()?)?;
    let target = metadata.pointer("/target_directory").and_then(|folder| folder.as_str());
    let program =
        format!("{}/release/redress-bench", target.context("cargo names no target folder")?);
    println!("\n== SQLite");
    let sqlite = measured(&program, words)?;
    machine::provide(&[Need::Postgres]);
    if !Need::Postgres.is_here() {
        println!("\nPostgreSQL is not here, so it was not measured.");
        return Ok(());
    }
    println!("\n== PostgreSQL");
    let server =
        Postgres::start_as(Durability::Kept).context("starting PostgreSQL for the bench")?;
    let url = server.url();
    let words = [words, &["--database", &url]].concat();
    let postgres = measured(&program, &words)?;
    println!("\n== PostgreSQL for each of SQLite, in this run");
    for (what, ratio) in ratios(&sqlite, &postgres) {
        println!("| {what} | {ratio:.2} |");
    }
    Ok(())
}

/// Runs the bench, shows its table and gives it.
fn measured(program: &str, words: &[&str]) -> anyhow::Result<String> {
    let table = shell::call(program, []).with(words).read()?;
    print!("{table}");
    Ok(table)
}

/// For each figure in both tables, the second by the first. A row is `| what | 1.2 ms … |`.
fn ratios(first: &str, second: &str) -> Vec<(String, f64)> {
    let rows = |table: &str| -> Vec<(String, f64)> {
        let cells = table.lines().filter_map(|line| {
            let mut cells = line.trim_matches('|').split('|').map(str::trim);
            let (what, value) = (cells.next()?, cells.next()?);
            Some((what.to_owned(), value.split(' ').next()?.parse().ok()?))
        });
        cells.collect()
    };
    let second = rows(second);
    let pairs = rows(first).into_iter().filter(|(_, value)| 0.0 < *value);
    pairs
        .filter_map(|(what, one)| {
            let (_, other) = second.iter().find(|(name, _)| *name == what)?;
            Some((what, other / one))
        })
        .collect()
}

/// The night set: fault trials and property tests with the counts of so many hours.
///
/// # Errors
/// Words that say neither hours nor a count; or a test failed.
pub fn soak(words: &[&str]) -> anyhow::Result<()> {
    let (trials, cases) = counts(words)?;
    println!("{trials} writes to be killed at, {cases} made-up cases for each property");
    machine::provide(&[Need::Node, Need::Postgres, Need::Strace]);
    let missing = machine::missing(&[Need::Postgres, Need::Strace]);
    if !missing.is_empty() {
        println!("Not tried: {}", missing.join(", "));
    }
    let server = match (shell::setting("TEST_POSTGRES_URL"), Need::Postgres.is_here()) {
        (None, true) => Some(Postgres::start().context("starting PostgreSQL for the night set")?),
        _ => None,
    };
    let with = |call: shell::Call| {
        let call = call.env("REDRESS_TRIALS", trials.to_string());
        let call = call.env("PROPTEST_CASES", cases.to_string());
        match &server {
            Some(server) => call.env("TEST_POSTGRES_URL", server.url()),
            None => call,
        }
    };
    let properties = with(shell::cargo([
        "test",
        "--locked",
        "-p",
        "redress-domain",
        "--test",
        "it",
        "properties",
    ]))
    .run();
    let faults =
        with(shell::cargo(["test", "--locked", "-p", "redress", "--test", "trials"])).run();
    properties.and(faults)
}

/// Trials and made-up cases, from `--hours N` or `--count N`.
fn counts(words: &[&str]) -> anyhow::Result<(u32, u32)> {
    match words {
        [] => Ok((TRIALS_AN_HOUR, CASES_AN_HOUR)),
        ["--hours", hours] => {
            let hours: u32 = hours.parse().context("--hours takes a whole number")?;
            let hours = hours.clamp(1, 100);
            Ok((TRIALS_AN_HOUR * hours, CASES_AN_HOUR * hours))
        }
        ["--count", count] => {
            let count: u32 = count.parse().context("--count takes a whole number")?;
            Ok((count, count))
        }
        [other, ..] => bail!("what is \"{other}\"? --hours N or --count N"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_night_has_the_counts_of_its_hours() {
        assert_eq!(counts(&[]).unwrap(), (TRIALS_AN_HOUR, CASES_AN_HOUR));
        assert_eq!(counts(&["--hours", "7"]).unwrap(), (7 * TRIALS_AN_HOUR, 7 * CASES_AN_HOUR));
        assert_eq!(counts(&["--count", "12"]).unwrap(), (12, 12));
        assert!(counts(&["--hours", "long"]).is_err() && counts(&["--night"]).is_err());
    }

    #[test]
    fn a_figure_is_set_against_the_same_figure_of_the_other_table() {
        let sqlite =
            "| figure | value |\n| --- | --- |\n| worklist | 4.0 ms median |\n| only here | 2 |\n";
        let postgres = "| worklist | 3.0 ms median |\n| database | postgres |\n";
        assert_eq!(ratios(sqlite, postgres), [("worklist".to_owned(), 0.75)]);
    }
}
