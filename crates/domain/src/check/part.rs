//! Parts of a finding: each thing that a provision asks for has its own verdict; the worst counts.

use crate::check::topic::{asks, duty};
use crate::check::{Compared, Finding, Provision, Verdict};
use crate::policy::statement::{Strength, Topic};

/// What one parameter or one statement comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Part {
    verdict: Verdict,
    clauses: Vec<String>,
    /// Without a full stop, so that several can stand in one sentence.
    why: String,
    mend: String,
}

impl Part {
    pub(super) fn new(verdict: Verdict, clauses: &str, why: impl Into<String>) -> Self {
        let clauses = clauses.split(", ").filter(|clause| !clause.is_empty());
        Self {
            verdict,
            clauses: clauses.map(str::to_owned).collect(),
            why: plain(&why.into()),
            mend: String::new(),
        }
    }

    pub(super) fn meets(clauses: &str, why: impl Into<String>) -> Self {
        Self::new(Verdict::Meets, clauses, why)
    }

    pub(super) fn stricter(clauses: &str, why: impl Into<String>) -> Self {
        Self::new(Verdict::Stricter, clauses, why)
    }

    pub(super) fn at_risk(clauses: &str, why: impl Into<String>) -> Self {
        Self::new(Verdict::AtRisk, clauses, why)
    }

    pub(super) fn conflict(clauses: &str, why: impl Into<String>) -> Self {
        Self::new(Verdict::Conflict, clauses, why)
    }

    /// What would mend it.
    pub(super) fn mended_by(mut self, mend: impl Into<String>) -> Self {
        self.mend = plain(&mend.into());
        self
    }

    /// Nothing is said.
    pub(super) fn silent(asks: &str) -> Self {
        Self::new(Verdict::Silent, "", format!("nothing says {asks}"))
            .mended_by(format!("say {asks}"))
    }
}

impl Compared<'_> {
    /// What the policy says on a topic that the provision needs.
    pub(super) fn needed(&self, topic: Topic) -> Vec<Part> {
        let recorded = self.recorded(topic);
        if !recorded.is_empty() {
            return recorded;
        }
        match duty(topic).and_then(|duty| self.pack.clauses.get(&duty)) {
            Some(clause) => vec![Part::meets(clause, format!("it says {}", asks(topic)))],
            None => vec![Part::silent(asks(topic))],
        }
    }

    /// The statements on a topic.
    pub(super) fn recorded(&self, topic: Topic) -> Vec<Part> {
        let recorded = self.pack.statements.iter().filter(|statement| statement.topic == topic);
        recorded
            .map(|statement| match statement.strength {
                Strength::Promised => Part::meets(&statement.clause, &*statement.says),
                Strength::Depends => Part::at_risk(&statement.clause, &*statement.says)
                    .mended_by(format!("say without conditions {}", asks(topic))),
                Strength::Against => Part::conflict(&statement.clause, &*statement.says)
                    .mended_by(format!("say instead {}", asks(topic))),
            })
            .collect()
    }

    /// Whether the policy promises something without conditions.
    pub(super) fn promises(&self, topic: Topic) -> bool {
        let parts = self.needed(topic);
        parts.iter().all(|part| part.verdict == Verdict::Meets)
    }
}

/// The worst part is the finding; parts that come to the same stand in one sentence.
pub(super) fn finding(provision: &Provision, parts: &[Part]) -> Finding {
    let verdict = parts.iter().map(|part| part.verdict).min().unwrap_or(Verdict::Meets);
    let worst = || parts.iter().filter(|part| part.verdict == verdict);
    let mut clauses = once(worst().flat_map(|part| part.clauses.iter()));
    if clauses.is_empty() {
        clauses = once(parts.iter().flat_map(|part| part.clauses.iter()));
    }
    let why = sentence(worst().map(|part| part.why.as_str()));
    let why =
        if why.is_empty() { "Nothing in the policy stands against it.".to_owned() } else { why };
    Finding {
        provision: provision.number,
        verdict,
        clauses,
        why,
        mend: sentence(worst().map(|part| part.mend.as_str())),
    }
}

fn once<'a>(all: impl Iterator<Item = &'a String>) -> Vec<String> {
    let mut kept: Vec<String> = Vec::new();
    for one in all {
        if !kept.contains(one) {
            kept.push(one.clone());
        }
    }
    kept
}

/// One sentence of several parts.
fn sentence<'a>(parts: impl Iterator<Item = &'a str>) -> String {
    let mut kept: Vec<&str> = Vec::new();
    for part in parts.filter(|part| !part.is_empty()) {
        if !kept.contains(&part) {
            kept.push(part);
        }
    }
    let joined = kept.join("; ");
    let mut letters = joined.chars();
    match letters.next() {
        Some(first) => format!("{}{}.", first.to_uppercase(), letters.as_str()),
        None => String::new(),
    }
}

fn plain(text: &str) -> String {
    text.trim().trim_end_matches('.').to_owned()
}
