//! The fields of a meeting with the resident.

use serde::{Deserialize, Serialize};

use crate::personal::Words;

/// A meeting with the resident, who may bring somebody or send somebody (Code 3.6).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct RecordMeeting {
    /// Whether they were told beforehand that somebody may come along or come instead.
    pub companion_offered: Option<bool>,
    /// Who came with them or for them.
    #[serde(default)]
    pub companions: Vec<Words>,
    #[serde(default)]
    pub note: Words,
}
