//! The order that adds a point.

use serde::{Deserialize, Serialize};

use crate::ids::{CaseId, PointId};
use crate::personal::Words;
use crate::vocabulary::Responsibility;

/// A further issue: it joins the case or opens a new one (Code 6.8).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
pub struct AddPoint {
    pub text: Words,
    pub outcome: Words,
    pub responsibility: Option<Responsibility>,
    pub whose: Option<Words>,
    pub feasible: Option<Words>,
    pub related: Option<bool>,
    pub delays: bool,
    pub id: Option<PointId>,
    /// What a new complaint would be called; whoever asks chooses it beforehand.
    pub opens: Option<CaseId>,
}
