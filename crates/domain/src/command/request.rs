//! What may be asked about a request for service: an outcome offered, answered, done, looked at
//! again. None of it is a stage of a complaint.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::command::Agreed;
use crate::personal::Words;

/// What the landlord would do about it, and by when.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
pub struct OfferOutcome {
    pub what: Words,
    pub due: Option<Date>,
}

/// What the resident says to that.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
pub struct AnswerOutcome {
    pub answer: Option<Agreed>,
    pub text: Option<Words>,
}

/// How the request ended.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
pub struct SettleRequest {
    pub outcome: Words,
}

/// Looking at an open request again (Code 1.4).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
pub struct ReviewRequest {
    pub note: Words,
    pub next_review: Option<Date>,
}
