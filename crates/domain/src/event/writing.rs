//! The facts of a letter that somebody wanted written.

use serde::{Deserialize, Serialize};

use crate::command::WriteLetter;
use crate::vocabulary::Stage;

/// A letter that went with no other act, and the stage it belongs to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Written {
    pub stage: Stage,
    pub says: WriteLetter,
}
