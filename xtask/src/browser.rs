//! The browser journeys: node's test runner over `e2e/`, with the program as the tests built it.

use anyhow::{Context, ensure};

use crate::{machine, shell, steps};

/// Runs the journeys; `arguments` go to node's test runner.
pub fn journeys(arguments: &[&str]) -> anyhow::Result<()> {
    let chromium = machine::chromium().context("there is no Chromium here")?;
    ensure!(shell::find("npm").is_some(), "there is no npm here");
    let program = steps::program()?;
    shell::call("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"])
        .within("e2e")
        .run()?;
    shell::call("node", ["--test", "--test-concurrency=1", "--test-reporter=spec"])
        .with(arguments)
        .within("e2e")
        .env("REDRESS_BIN", program)
        .env("CHROMIUM", chromium)
        .run()
}
