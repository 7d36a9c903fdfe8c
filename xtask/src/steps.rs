//! The checks, one after the other; a failure never keeps a later one from running.

use std::path::PathBuf;
use std::time::Instant;

use anyhow::Context;

use crate::machine::Need;
use crate::postgres::Postgres;
use crate::report::{self, Line, Outcome};
use crate::{browser, licences, machine, shell};

/// At how many writes the fault trials kill the program, and so how long they are in all.
const TRIALS: &str = "300";

/// One check.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    Fmt,
    Licences,
    Clippy,
    Tests,
    Rehearsals,
    Browser,
}

impl Step {
    /// All of them: the quick ones first, then those that build.
    pub const ALL: [Step; 6] =
        [Step::Fmt, Step::Licences, Step::Clippy, Step::Tests, Step::Rehearsals, Step::Browser];

    pub fn name(self) -> &'static str {
        match self {
            Step::Fmt => "fmt",
            Step::Licences => "licences",
            Step::Clippy => "clippy",
            Step::Tests => "tests",
            Step::Rehearsals => "rehearsals",
            Step::Browser => "browser",
        }
    }

    pub fn names() -> [&'static str; Self::ALL.len()] {
        Self::ALL.map(Step::name)
    }

    pub fn named(name: &str) -> Option<Step> {
        Self::ALL.into_iter().find(|step| step.name() == name)
    }

    fn needs(self) -> &'static [Need] {
        match self {
            Step::Fmt | Step::Licences => &[],
            // The program's own build fetches its styles and fonts with npm.
            Step::Clippy | Step::Rehearsals => &[Need::Node],
            Step::Tests => &[Need::Node, Need::Postgres, Need::Strace, Need::Dovecot],
            Step::Browser => &[Need::Node, Need::Chromium, Need::Faketime, Need::Fonts],
        }
    }

    fn check(self) -> anyhow::Result<()> {
        match self {
            Step::Fmt => shell::cargo(["fmt", "--all", "--", "--check"]).run(),
            Step::Licences => licences::check(),
            Step::Clippy => shell::cargo(["clippy", "--workspace", "--all-targets", "--locked"])
                .with(&["--", "-D", "warnings"])
                .run(),
            Step::Tests => tests(),
            Step::Rehearsals => {
                let program = program()?.to_string_lossy().into_owned();
                shell::call(&program, ["rehearse", "--check", "rehearsals"]).run()
            }
            Step::Browser => browser::journeys(&[]),
        }
    }
}

/// Runs `steps`, prints the summary and says whether all is well.
#[expect(clippy::disallowed_methods, reason = "the summary says how long each check took")]
pub fn run(steps: &[Step]) -> anyhow::Result<bool> {
    let mut needs: Vec<Need> = steps.iter().flat_map(|step| step.needs()).copied().collect();
    needs.sort();
    needs.dedup();
    machine::provide(&needs);
    let mut lines = Vec::new();
    for step in steps {
        println!("\n== {}", step.name());
        let started = Instant::now();
        let missing: Vec<String> = machine::missing(step.needs());
        let outcome = match step.check() {
            Err(why) if missing.is_empty() => Outcome::Failed(format!("{why:#}")),
            Err(why) => Outcome::Failed(format!("{why:#} ({})", missing.join(", "))),
            Ok(()) if missing.is_empty() => Outcome::Passed,
            Ok(()) => Outcome::NotChecked(missing.join(", ")),
        };
        if let Outcome::Failed(why) = &outcome {
            println!("{why}");
        }
        lines.push(Line { name: step.name(), took: started.elapsed(), outcome });
    }
    Ok(report::summary(&lines, shell::setting("CI").is_some()))
}

/// All tests, each store test on SQLite and on PostgreSQL where a server can be had.
fn tests() -> anyhow::Result<()> {
    let server = match (shell::setting("TEST_POSTGRES_URL"), Need::Postgres.is_here()) {
        (None, true) => Some(Postgres::start().context("starting PostgreSQL for the tests")?),
        _ => None,
    };
    let with_server = |call: shell::Call| match &server {
        Some(server) => call.env("REDRESS_TRIALS", TRIALS).env("TEST_POSTGRES_URL", server.url()),
        None => call.env("REDRESS_TRIALS", TRIALS),
    };
    if shell::find("cargo-nextest").is_none() {
        return with_server(shell::cargo(["test", "--workspace", "--locked", "--no-fail-fast"]))
            .run();
    }
    let run = with_server(shell::cargo(["nextest", "run", "--workspace", "--locked"]))
        .with(&["--no-fail-fast", "--no-tests", "fail"])
        .run();
    // What stands in examples in the documentation is beyond nextest.
    let examples = with_server(shell::cargo(["test", "--workspace", "--locked", "--doc"])).run();
    run.and(examples)
}

/// The program as the tests built it, with the same features, so that nothing is built twice.
pub fn program() -> anyhow::Result<PathBuf> {
    shell::cargo(["test", "--workspace", "--locked", "--no-run", "--quiet"]).run()?;
    let metadata = shell::cargo(["metadata", "--format-version", "1", "--no-deps", "--locked"]);
    let metadata: serde_json::Value = serde_json::from_str(&metadata.read()?)?;
    let target = metadata.pointer("/target_directory").and_then(|folder| folder.as_str());
    let target = target.context("cargo names no target folder")?;
    let program = PathBuf::from(target).join("debug/redress");
    anyhow::ensure!(program.is_file(), "{} was not built", program.display());
    Ok(program)
}
