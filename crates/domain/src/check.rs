//! Reads a policy as the Ombudsman would: one finding for each provision of the Code.
//!
//! It reasons from parameters where there are any and from recorded statements where the text is a
//! promise. It never asks which pack it is, and what a clause is called makes no difference.

use serde::Serialize;

use crate::ids::PackId;
use crate::policy::Pack;

mod accessible;
mod cadence;
mod definition;
mod exclusions;
mod lengths;
mod letters;
mod part;
mod periods;
mod process;
mod provision;
mod scrutiny;
mod staff;
mod stages;
mod topic;

pub use provision::{Provision, provisions};

use part::Part;
use provision::Measure;

/// How a policy stands to a provision, from the worst to the best.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// It contradicts the provision or promises less.
    Conflict,
    /// It says nothing about it, or about a part of it.
    Silent,
    /// It depends on how the policy is used.
    AtRisk,
    /// It binds the landlord more, which is allowed.
    Stricter,
    Meets,
}

impl Verdict {
    /// Every verdict, the worst first.
    pub const ALL: [Self; 5] =
        [Self::Conflict, Self::Silent, Self::AtRisk, Self::Stricter, Self::Meets];

    /// As people read it.
    pub fn words(self) -> &'static str {
        match self {
            Self::Conflict => "conflict",
            Self::Silent => "silent",
            Self::AtRisk => "at risk",
            Self::Stricter => "stricter",
            Self::Meets => "meets",
        }
    }
}

/// What the policy makes of one provision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Finding {
    pub provision: &'static str,
    pub verdict: Verdict,
    /// The policy's own clauses that bear on it.
    pub clauses: Vec<String>,
    /// Why, in a sentence.
    pub why: String,
    /// What wording or parameter would mend it; empty where nothing has to be mended.
    pub mend: String,
}

/// The whole check, in the order of the Code.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Report {
    pub pack: PackId,
    pub findings: Vec<Finding>,
}

impl Report {
    /// How many provisions come to a verdict.
    pub fn count(&self, verdict: Verdict) -> usize {
        self.findings.iter().filter(|finding| finding.verdict == verdict).count()
    }

    /// Whether the policy contradicts the Code anywhere.
    pub fn has_conflict(&self) -> bool {
        self.count(Verdict::Conflict) != 0
    }
}

/// A policy and the Code beside it.
#[derive(Clone, Copy, Debug)]
struct Compared<'a> {
    pack: &'a Pack,
    code: &'a Pack,
}

/// Checks `pack` against `code`, as written: whether the Code is its floor plays no part.
pub fn check(pack: &Pack, code: &Pack) -> Report {
    let compared = Compared { pack, code };
    let findings = provisions().map(|provision| compared.finding(provision)).collect();
    Report { pack: pack.id.clone(), findings }
}

impl Compared<'_> {
    fn finding(&self, provision: &Provision) -> Finding {
        let mut parts: Vec<Part> = Vec::new();
        if let Measure::By(measured) = provision.measured {
            parts.extend(measured(self));
        }
        parts.extend(provision.needs.iter().flat_map(|topic| self.needed(*topic)));
        parts.extend(provision.heeds.iter().flat_map(|topic| self.recorded(*topic)));
        part::finding(provision, &parts)
    }
}
