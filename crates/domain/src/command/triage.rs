//! The fields of triage: how complex it is, who needs care, who is at risk, and where it goes.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::personal::Words;
use crate::vocabulary::{Category, Complexity, Course, Risk};

/// What is weighed before a complaint is acknowledged (Code 6.1).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Triage {
    pub complexity: Option<Complexity>,
    /// Whether the resident needs more care than others.
    pub vulnerable: Option<bool>,
    pub risk: Option<Risk>,
    pub course: Option<Course>,
    /// What it is about. Whatever fits no category is told in words.
    #[serde(default)]
    pub categories: BTreeSet<Category>,
    #[serde(default)]
    pub other_category: Option<Words>,
    /// What a colleague should know about it.
    #[serde(default)]
    pub note: Option<Words>,
}
