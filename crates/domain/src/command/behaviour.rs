//! What may be asked about somebody's behaviour: incidents, a warning, and a restriction.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::ids::{RestrictionId, StaffId};
use crate::personal::Words;
use crate::vocabulary::{Channel, Conduct, Factor};

/// Something that happened between a person and a member of staff.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
pub struct RecordIncident {
    pub what: Words,
    pub conduct: Option<Conduct>,
    /// Whom it was aimed at.
    pub against: Option<StaffId>,
}

/// Telling a person what may follow if it happens again.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
pub struct WarnPerson {
    pub incident: Words,
    pub conduct: Option<Conduct>,
    pub against: Option<StaffId>,
    pub consulted: Option<StaffId>,
    /// What whoever was consulted advised.
    pub advice: Option<Words>,
}

/// A limit on a person's contact, as somebody proposes it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
pub struct ProposeRestriction {
    pub measure: Words,
    pub evidence: Words,
    /// Why nothing milder would do, and why it suits the person's needs.
    pub proportionality: Words,
    /// What the Equality Act means here: a disability asked about, and its part in the behaviour.
    pub equality: Words,
    /// Ways of contact that it closes.
    pub closes: Vec<Channel>,
    /// The way by which the person may still complain; by letter unless said otherwise.
    pub route: Option<Channel>,
    pub against: Option<StaffId>,
    pub consulted: Option<StaffId>,
    /// What whoever was consulted advised.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub advice: Option<Words>,
    /// Which of the policy's grounds it rests on, where the policy has a list.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ground: Option<Conduct>,
    /// What was weighed, where the policy says what must be.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub factors: BTreeMap<Factor, Words>,
    /// The day it ends by itself, where one is set.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
    pub id: Option<RestrictionId>,
}

/// Putting a restriction in force.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
pub struct ApproveRestriction {
    pub id: Option<RestrictionId>,
    pub review_on: Option<Date>,
}

/// Turning a proposal down.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
pub struct RefuseRestriction {
    pub id: Option<RestrictionId>,
    pub reason: Words,
}

/// Looking at a restriction again.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
pub struct ReviewRestriction {
    pub id: Option<RestrictionId>,
    pub outcome: Words,
    pub next_review: Option<Date>,
}

/// Ending a restriction.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
pub struct LiftRestriction {
    pub id: Option<RestrictionId>,
    pub reason: Words,
}

/// The person says why a restriction is wrong.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
pub struct ChallengeRestriction {
    pub id: Option<RestrictionId>,
    pub reason: Words,
}
