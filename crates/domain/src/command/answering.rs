//! What an answer is made of: findings, remedies and the written response.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::ids::{PointId, StaffId};
use crate::personal::Words;
use crate::vocabulary::{Channel, Finding, Met, RemedyKind, Severity, Weight};

/// The decision on one point, with what its part of the letter needs.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
pub struct Find {
    pub point: PointId,
    pub finding: Option<Finding>,
    pub reasons: Words,
    pub cites: Vec<Words>,
    /// Why no rule is cited, where none applies.
    pub no_sources_because: Option<Words>,
    /// What was found: the evidence weighed and both accounts.
    pub weighed: Option<Words>,
    /// What the landlord did wrong, in a sentence.
    pub fault: Option<Words>,
    /// How far the outcome sought is met, and why not further.
    pub outcome_met: Option<Met>,
    pub outcome_why: Option<Words>,
}

/// Something that will put a point right.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
pub struct OfferRemedy {
    pub point: Option<PointId>,
    pub kind: Option<RemedyKind>,
    pub what: Words,
    pub due: Option<Date>,
    pub owner: Option<Words>,
    /// Whole pence.
    pub amount: Option<u64>,
    pub head: Option<Words>,
    /// What was weighed before the sum was named, each in words (Code 7.2).
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub weighed: BTreeMap<Weight, Words>,
    /// How hard the fault bore on the resident.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub severity: Option<Severity>,
    /// Whether the Ombudsman's guidance on remedies was looked at (Code 7.4).
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub guidance_considered: bool,
    /// Why the sum lies outside what the guidance names for its gravity.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outside_guidance: Option<Words>,
    /// Who allowed a sum beyond what whoever offers it may decide alone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub approved_by: Option<StaffId>,
}

/// Sending the written decision of the current stage.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
pub struct Respond {
    pub channel: Channel,
    pub apology: bool,
    pub thanks: bool,
    pub safeguards: Option<Words>,
    pub deemed_received_on: Option<Date>,
    /// What the fault meant for the person, and that we are sorry.
    pub apology_words: Option<Words>,
    /// Why nothing is offered, where nothing is.
    pub no_remedy_because: Option<Words>,
    pub lessons: Option<Words>,
    /// What an elected member is told, where it is their enquiry that is answered.
    pub reply: Option<Words>,
    /// Both sides' duties, where legal duties are a key issue.
    pub our_duties: Option<Words>,
    pub your_duties: Option<Words>,
    /// The contractor or independent adjudicator who answered. Theirs is the landlord's answer of
    /// the stage, and no further stage comes of it (Code 5.4).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub answered_by: Option<Words>,
}

impl Default for Respond {
    fn default() -> Self {
        Self {
            channel: Channel::Letter,
            apology: false,
            thanks: false,
            safeguards: None,
            deemed_received_on: None,
            apology_words: None,
            no_remedy_because: None,
            lessons: None,
            reply: None,
            our_duties: None,
            your_duties: None,
            answered_by: None,
        }
    }
}
