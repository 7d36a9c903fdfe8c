//! What an answer is made of: findings, remedies and the written response.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::ids::PointId;
use crate::personal::Words;
use crate::vocabulary::{Channel, Finding, Met, RemedyKind};

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
    /// Both sides' duties, where legal duties are a key issue.
    pub our_duties: Option<Words>,
    pub your_duties: Option<Words>,
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
            our_duties: None,
            your_duties: None,
        }
    }
}
