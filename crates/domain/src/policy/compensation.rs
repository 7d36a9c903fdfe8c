//! What a sum of money rests on: what is weighed, the guidance it is held against, and who may
//! allow how much.

use std::collections::BTreeSet;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::policy::read;
use crate::policy::terms::{Terms, from_code};
use crate::vocabulary::{Role, Severity, Weight};

/// What a policy says about how a sum is arrived at.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct CompensationTerms {
    pub clause: String,
    /// What is weighed before a sum is named.
    #[serde(default)]
    pub weighed: BTreeSet<Weight>,
    /// The clause under which a sum rests on evidence, or on what the fault meant.
    #[serde(default)]
    pub evidence_clause: Option<String>,
    /// The landlord's separate policy on money, where it has one.
    #[serde(default)]
    pub policy: Option<GuidedBy>,
    /// The Ombudsman's guidance on remedies, as the landlord last looked at it.
    #[serde(default)]
    pub guidance: Option<Guidance>,
    /// How much each role may offer alone; anything where none is named.
    #[serde(default, rename = "limit")]
    pub limits: Vec<Authority>,
    #[serde(default)]
    pub limits_clause: Option<String>,
}

/// Another paper that guides what is offered.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct GuidedBy {
    pub title: String,
    #[serde(default)]
    pub version: Option<String>,
    pub clause: String,
}

/// Guidance on remedies with the sums it names, by gravity. It is revised now and then: the edition
/// says which one was looked at.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Guidance {
    pub title: String,
    #[serde(deserialize_with = "read::day")]
    pub edition: Date,
    pub clause: String,
    #[serde(default)]
    pub bands: Vec<Band>,
}

/// The sums the guidance names for one gravity, in pence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Band {
    pub severity: Severity,
    pub from: u64,
    /// None where the guidance names no end.
    #[serde(default)]
    pub to: Option<u64>,
}

impl Band {
    /// Whether a sum lies within it.
    pub fn holds(&self, pence: u64) -> bool {
        self.from <= pence && self.to.is_none_or(|to| pence <= to)
    }
}

/// How much a role may offer alone, in pence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Authority {
    pub role: Role,
    pub up_to: u64,
}

impl<'a> Terms<'a> {
    /// What is weighed before a sum is named, under which clause. With the Code as floor its own
    /// is weighed as well (Code 7.2).
    pub fn weighed(&self) -> Option<(BTreeSet<Weight>, String)> {
        let own = self.pack.compensation.as_ref().filter(|terms| !terms.weighed.is_empty());
        let code = self.code.compensation.as_ref().filter(|_| self.floor);
        match (own, code) {
            (None, None) => None,
            (Some(own), None) => Some((own.weighed.clone(), own.clause.clone())),
            (None, Some(code)) => Some((code.weighed.clone(), from_code(&code.clause))),
            (Some(own), Some(code)) if code.weighed.is_subset(&own.weighed) => {
                Some((own.weighed.clone(), own.clause.clone()))
            }
            (Some(own), Some(code)) => {
                let both = own.weighed.union(&code.weighed).copied().collect();
                Some((both, format!("{}, {}", from_code(&code.clause), own.clause)))
            }
        }
    }

    /// The guidance that a sum is held against, with the clause that wants it looked at. Beside a
    /// policy that names none of its own, and does not have the Code as its floor, it is shown and
    /// not asked for.
    pub fn guidance(&self) -> Option<(&'a Guidance, String)> {
        let own = self.pack.compensation.as_ref().and_then(|terms| terms.guidance.as_ref());
        let code = self.code.compensation.as_ref().and_then(|terms| terms.guidance.as_ref());
        match (own, code) {
            (Some(own), _) => Some((own, own.clause.clone())),
            (None, Some(code)) => Some((code, from_code(&code.clause))),
            (None, None) => None,
        }
    }

    /// Whether the guidance has to be looked at before an answer offers anything (Code 7.4).
    pub fn guidance_asked(&self) -> bool {
        let own = self.pack.compensation.as_ref();
        self.floor || own.is_some_and(|terms| terms.guidance.is_some())
    }

    /// The clause under which a sum rests on evidence.
    pub fn evidence_of_loss(&self) -> Option<String> {
        let own = self.pack.compensation.as_ref();
        own.and_then(|terms| terms.evidence_clause.clone())
            .or_else(|| self.pack.offers.as_ref().and_then(|terms| terms.evidence_clause.clone()))
    }
}
