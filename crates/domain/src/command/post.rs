//! Orders about letters on their way.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::personal::Words;
use crate::vocabulary::Channel;

/// Which letter, and why.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
pub struct WithdrawLetter {
    pub number: u32,
    pub reason: Words,
}

/// A letter left by hand or in the post, or the mail server took it, on the day of the command.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
pub struct RecordPosting {
    pub number: u32,
}

/// A letter that left did not reach the person.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
pub struct NotReached {
    pub number: u32,
    pub why: Words,
    /// The address was as the person gave it.
    pub address_was_theirs: bool,
}

/// The person shows on which day a letter came.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
pub struct RecordReceipt {
    pub number: u32,
    pub received_on: Option<Date>,
}

/// A letter goes another way.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
pub struct ResendLetter {
    pub number: u32,
    pub channel: Option<Channel>,
}
