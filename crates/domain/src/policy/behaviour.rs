//! What a policy says about unacceptable behaviour, and about the fixed items of an answer.

use serde::{Deserialize, Serialize};

use crate::calendar::Span;
use crate::policy::Post;
use crate::vocabulary::{Conduct, Factor};

/// Limits on how somebody may contact the landlord (Code 5.14, 5.15).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct BehaviourTerms {
    pub clause: String,
    /// Who approves a restriction; a senior manager where the policy names nobody.
    #[serde(default)]
    pub approver: Option<Post>,
    /// Whether a warning comes before any restriction, under which clause.
    #[serde(default)]
    pub warning_clause: Option<String>,
    /// Whether somebody must be consulted before a warning or a restriction, under which clause.
    #[serde(default)]
    pub consult_clause: Option<String>,
    /// The grounds that the policy names; any conduct where it names none.
    #[serde(default)]
    pub grounds: Vec<Conduct>,
    /// What the policy wants weighed before anybody's contact is limited.
    #[serde(default)]
    pub factors: Option<Weighing>,
    /// How often a restriction is looked at again, where no other day is set.
    #[serde(default)]
    pub review: Option<ReviewEvery>,
}

/// What is weighed, under which clause.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Weighing {
    pub of: Vec<Factor>,
    pub clause: String,
}

/// The rhythm of a review.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct ReviewEvery {
    pub every: Span,
    pub clause: String,
}

/// What every written answer of a stage holds, whatever it decides; each with its clause.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct AnswerItems {
    /// Thanks for the feedback, always.
    #[serde(default)]
    pub thanks_clause: Option<String>,
    /// An apology, where something was done wrong.
    #[serde(default)]
    pub apology_clause: Option<String>,
    /// What keeps it from happening again, where something was done wrong.
    #[serde(default)]
    pub safeguards_clause: Option<String>,
}

/// When a letter is taken to have arrived, where nobody recorded the day.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Arrival {
    /// For post. Everything electronic arrives on its day.
    pub post: Span,
    pub clause: String,
}
