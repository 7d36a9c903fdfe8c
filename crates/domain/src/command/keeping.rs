//! The fields of what somebody says about a promise of ours.

use serde::{Deserialize, Serialize};

use crate::ids::ActionId;
use crate::personal::Words;
use crate::vocabulary::Shortfall;

/// The person says that something we promised was not done, or not done properly (Code 6.6, 6.17).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct DisputeAction {
    #[serde(default)]
    pub id: ActionId,
    pub how: Option<Shortfall>,
    /// Their words, where they give any.
    #[serde(default)]
    pub text: Option<Words>,
}
