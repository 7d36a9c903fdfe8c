//! What each check came to, and the summary at the end.

use std::time::Duration;

/// How one check ended.
pub enum Outcome {
    Passed,
    Failed(String),
    /// It could not run, or not all of it: why.
    NotChecked(String),
}

/// One line of the summary.
pub struct Line {
    pub name: &'static str,
    pub took: Duration,
    pub outcome: Outcome,
}

/// Prints the summary and says whether the run passed. On the build server nothing may be left unchecked.
pub fn summary(lines: &[Line], strict: bool) -> bool {
    println!("\nSummary");
    for Line { name, took, outcome } in lines {
        let seconds = took.as_secs_f64();
        let (word, why) = match outcome {
            Outcome::Passed => ("passed", ""),
            Outcome::Failed(why) => ("FAILED", why.as_str()),
            Outcome::NotChecked(why) => ("NOT CHECKED", why.as_str()),
        };
        println!("  {name:<12} {seconds:>7.1} s  {word:<11}  {why}");
    }
    let count = |wanted: fn(&Outcome) -> bool| lines.iter().filter(|l| wanted(&l.outcome)).count();
    let passed = count(|o| matches!(o, Outcome::Passed));
    let failed = count(|o| matches!(o, Outcome::Failed(_)));
    let left = count(|o| matches!(o, Outcome::NotChecked(_)));
    if left > 0 && strict {
        println!("  CI is set: what could not be checked counts as failed.");
    }
    let (failed, left) = if strict { (failed + left, 0) } else { (failed, left) };
    println!("\nchecks: {passed} passed, {failed} failed, {left} skipped");
    failed == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(outcome: Outcome) -> Line {
        Line { name: "tests", took: Duration::from_secs(1), outcome }
    }

    #[test]
    fn what_could_not_be_checked_passes_at_home_and_fails_on_the_build_server() {
        let lines = [line(Outcome::Passed), line(Outcome::NotChecked("no browser".into()))];
        assert!(summary(&lines, false));
        assert!(!summary(&lines, true));
    }

    #[test]
    fn one_failure_fails_the_run() {
        assert!(!summary(&[line(Outcome::Passed), line(Outcome::Failed("1".into()))], false));
    }
}
