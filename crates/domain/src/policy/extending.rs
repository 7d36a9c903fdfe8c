//! How far a response may be put off: the first notice, and going further.

use serde::{Deserialize, Serialize};

use crate::calendar::Span;
use crate::vocabulary::Role;

/// How far a response may be put off.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct ExtensionTerms {
    /// The most that all notices together may add to the first response day.
    pub length: Span,
    /// The length as printed, where the text leaves the unit open: the strict reading in calendar
    /// days is shown beside the date.
    #[serde(default)]
    pub printed: Option<Span>,
    pub clause: String,
    /// What a notice within that limit needs, where the policy has conditions for it.
    #[serde(default)]
    pub first: Option<FirstExtension>,
    /// The clause on going further for a good reason. There is no upper limit to that.
    pub beyond: String,
    /// When a rhythm of updates must be agreed.
    pub updates: UpdatesWanted,
    pub updates_clause: String,
    /// Roles of which one must approve going past the limit; empty where the policy names none.
    #[serde(default)]
    pub approvers: Vec<Role>,
    /// Whether going past the limit needs the resident's agreement.
    #[serde(default)]
    pub beyond_needs_agreement: bool,
    /// Whether going past the limit needs exceptional circumstances, not just a good reason.
    #[serde(default)]
    pub beyond_needs_exceptional: bool,
}

/// The conditions of a notice that stays within the limit.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct FirstExtension {
    /// When more time may be taken, in plain English.
    pub when: String,
    pub clause: String,
    /// Whether the circumstances must be exceptional, with a word on why.
    #[serde(default)]
    pub exceptional: Wanted,
    /// Whether the resident's agreement is sought.
    #[serde(default)]
    pub agreement: Wanted,
    /// The clause on a resident who does not agree.
    #[serde(default)]
    pub disagreement_clause: Option<String>,
}

/// How firmly a policy wants something.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Wanted {
    #[default]
    No,
    /// Its absence is a warning.
    Asked,
    /// Its absence is a refusal.
    Needed,
}

/// When an extension must say how often the resident will hear.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum UpdatesWanted {
    Never,
    PastLimit,
    Always,
}
