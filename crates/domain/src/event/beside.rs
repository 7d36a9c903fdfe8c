//! The facts of events about letter checks, meetings, triage, behaviour, the Ombudsman and requests
//! for service.

use std::collections::BTreeSet;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::command::{Agreed, Head, ProposeRestriction};
use crate::ids::{ActionId, OrderId, RestrictionId, StaffId};
use crate::personal::Words;
use crate::vocabulary::{Category, Channel, Complexity, Conduct, Course, Risk, Shortfall};

/// A letter check that asked, and the reason for letting the letter go.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct AskPassed {
    /// The check's frozen code.
    pub code: String,
    pub reason: Words,
}

/// A promise that the person says was not kept: it is open again, whatever we had said.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Disputed {
    pub id: ActionId,
    pub how: Shortfall,
    pub text: Option<Words>,
}

/// A meeting: whether the resident was told that somebody may come along, and who came.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Meeting {
    pub companion_offered: bool,
    pub companions: Vec<Words>,
}

/// What was weighed at triage, and where the complaint went from there.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Triaged {
    pub complexity: Complexity,
    pub vulnerable: bool,
    pub risk: Risk,
    pub course: Course,
    pub note: Option<Words>,
    /// What it is about.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub categories: BTreeSet<Category>,
    /// The same in words, where it fits no category.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub other_category: Option<Words>,
}

/// An incident, or the one that a warning was about.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Incident {
    pub what: Words,
    pub conduct: Option<Conduct>,
    pub against: Option<StaffId>,
    pub consulted: Option<StaffId>,
    /// What whoever was consulted advised.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub advice: Option<Words>,
}

/// A restriction as proposed; nothing is limited yet.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Proposal {
    pub id: RestrictionId,
    /// The way by which the person may still complain.
    pub route: Channel,
    pub given: ProposeRestriction,
}

/// A restriction in force, or looked at again, with the day of its next review.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Restricted {
    pub id: RestrictionId,
    pub review_on: Date,
    pub outcome: Option<Words>,
}

/// A restriction lifted, or a proposal turned down.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Ended {
    pub id: RestrictionId,
    pub reason: Words,
}

/// A request by the Ombudsman for papers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct EvidenceWanted {
    pub due: Date,
    pub items: Vec<Words>,
}

/// More time asked of the Ombudsman.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct MoreTime {
    pub to: Date,
    pub reason: Words,
    pub granted: bool,
}

/// What the Ombudsman found.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Determined {
    pub heads: Vec<Head>,
}

/// An order or a recommendation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Ordered {
    pub id: OrderId,
    pub what: Words,
    pub due: Option<Date>,
    pub amount: Option<u64>,
    pub recommendation: bool,
    /// Who sees to it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<Words>,
}

/// An order done.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Complied {
    pub id: OrderId,
    pub proof: Words,
}

/// A decision of the Ombudsman talked through with those responsible.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Discussed {
    pub with: Words,
    pub learning: Words,
}

/// What the landlord would do about a request for service.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct OutcomeOffered {
    pub what: Words,
    pub due: Option<Date>,
}

/// What the resident says to it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct OutcomeAnswered {
    pub answer: Agreed,
    pub text: Option<Words>,
}

/// A request for service looked at again.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct RequestReviewed {
    pub note: Words,
    pub next_review: Option<Date>,
}
