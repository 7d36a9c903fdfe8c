//! One point of a complaint, and how it may leave the case.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::ids::{CaseId, PointId};
use crate::personal::Words;
use crate::vocabulary::Responsibility;

/// One point of the complaint definition (Code 5.6, 5.7).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Point {
    pub id: PointId,
    pub text: Words,
    pub outcome: Words,
    pub responsibility: Responsibility,
    /// Who answers for it where the landlord does not, or not alone.
    pub whose: Option<Words>,
    /// What was said about whether the outcome can be had.
    pub feasible: Option<Words>,
    /// The day the point was first raised.
    pub raised_on: Date,
}

/// Why a point is no longer answered in this case.
#[derive(Clone, Debug, PartialEq)]
pub enum LeftBecause {
    Declined,
    Moved(CaseId),
}
