//! The facts of events about letters on their way.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::event::AskPassed;
use crate::personal::Words;
use crate::vocabulary::{Channel, Stage};

/// A letter that waits to leave, as it would leave on its date.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Queued {
    pub letter: String,
    pub number: u32,
    pub stage: Stage,
    pub channel: Channel,
    /// The day printed on it: the day it is to leave.
    pub dated: Date,
    pub text: Words,
    /// SHA-256 of the paper as it would leave, in hex.
    pub sha256: String,
    /// SHA-256 of the kept copy.
    pub kept_sha256: String,
    /// Letter checks that asked, and why somebody let the letter go all the same.
    #[serde(default)]
    pub passed: Vec<AskPassed>,
    /// How many events of its own act stand before it in the record.
    #[serde(default)]
    pub follows: u32,
    /// The response day it promises, counted anew because it stayed overnight.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub response_due: Option<Date>,
    /// The last day to ask for stage 2, counted anew for the same reason.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub escalate_by: Option<Date>,
}

/// A letter taken back before it left.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct TakenBack {
    pub number: u32,
    pub reason: Words,
}

/// A letter that did not reach the person: the receiving side refused it, or the paper came back.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct CameBack {
    pub number: u32,
    pub why: Words,
    /// The address was as the person gave it: the sending stands.
    #[serde(default)]
    pub address_was_theirs: bool,
    /// Refused by a mail server; otherwise paper.
    #[serde(default)]
    pub bounced: bool,
}

/// The day on which a letter came.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Arrived {
    pub number: u32,
    pub received_on: Date,
    /// The last day to ask for stage 2, where the policy counts it from receipt.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub escalate_by: Option<Date>,
}
