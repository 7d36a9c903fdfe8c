//! `cargo xtask`: every check there is, and the chores around them.

mod browser;
mod licences;
mod long;
mod machine;
mod postgres;
mod report;
mod shell;
mod steps;

use std::process::ExitCode;

use crate::steps::Step;

const USAGE: &str = "\
cargo xtask test [--only NAME]...   every check, or only those named
cargo xtask fmt                     lay the code out as rustfmt.toml says
cargo xtask e2e [ARGUMENT]...       the browser journeys alone; arguments go to node's test runner
cargo xtask bench [--cases N]...    the release bench on SQLite and PostgreSQL, and ratios within the run
cargo xtask soak [--hours N]        the night set: fault trials and property tests with large counts
cargo xtask soak --count N          the same with a count of your own for each";

#[expect(clippy::disallowed_methods, reason = "the command line is read here and nowhere else")]
fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match words.as_slice() {
        ["test", rest @ ..] => match chosen(rest) {
            Ok(steps) => steps::run(&steps),
            Err(why) => return usage(&why),
        },
        ["fmt"] => shell::cargo(["fmt", "--all"]).run().map(|()| true),
        ["e2e", rest @ ..] => browser::journeys(rest).map(|()| true),
        ["bench", rest @ ..] => long::bench(rest).map(|()| true),
        ["soak", rest @ ..] => long::soak(rest).map(|()| true),
        ["--help" | "-h" | "help"] => {
            println!("{USAGE}\n\nchecks: {}", Step::names().join(" "));
            return ExitCode::SUCCESS;
        }
        _ => return usage("no such command"),
    };
    match done {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(why) => {
            eprintln!("xtask: {why:#}");
            ExitCode::FAILURE
        }
    }
}

fn usage(why: &str) -> ExitCode {
    eprintln!("xtask: {why}\n\n{USAGE}\n\nchecks: {}", Step::names().join(" "));
    ExitCode::from(2)
}

/// The steps that `--only` names, or all of them, in their usual order.
fn chosen(words: &[&str]) -> Result<Vec<Step>, String> {
    let mut named = Vec::new();
    let mut rest = words;
    while let [first, tail @ ..] = rest {
        let (name, left) = match (first.strip_prefix("--only="), *first, tail) {
            (Some(name), _, left) => (name, left),
            (None, "--only", [name, left @ ..]) => (*name, left),
            _ => return Err(format!("what is \"{first}\"?")),
        };
        named.push(Step::named(name).ok_or_else(|| format!("no check is called \"{name}\""))?);
        rest = left;
    }
    let all = Step::ALL.into_iter();
    Ok(if named.is_empty() { all.collect() } else { all.filter(|s| named.contains(s)).collect() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_a_choice_every_check_runs() {
        assert_eq!(chosen(&[]).unwrap(), Step::ALL);
    }

    #[test]
    fn named_checks_run_in_their_usual_order() {
        let steps = chosen(&["--only", "tests", "--only=fmt"]).unwrap();
        assert_eq!(steps, [Step::Fmt, Step::Tests]);
    }

    #[test]
    fn a_check_that_does_not_exist_is_refused() {
        assert!(chosen(&["--only", "nothing"]).is_err());
        assert!(chosen(&["--quick"]).is_err());
    }
}
