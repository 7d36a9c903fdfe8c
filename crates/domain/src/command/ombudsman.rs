//! What may be asked about the Ombudsman: contact, evidence, a determination, orders.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::ids::{OrderId, PointId};
use crate::personal::Words;
use crate::vocabulary::Determination;

/// The Ombudsman has a case about this complaint.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
pub struct OmbudsmanContacts {
    pub reference: Words,
}

/// The Ombudsman asks for papers by a day that it prints.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
pub struct RequestsEvidence {
    pub due: Option<Date>,
    pub items: Vec<Words>,
}

/// Asking the Ombudsman for longer. Its day stands until it grants another.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
pub struct AskMoreTime {
    pub to: Option<Date>,
    pub reason: Words,
    /// The Ombudsman has agreed to the new day.
    pub granted: bool,
}

/// What the Ombudsman found, head by head.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
pub struct OmbudsmanDetermines {
    pub heads: Vec<Head>,
}

/// One head of a determination.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
pub struct Head {
    pub point: Option<PointId>,
    /// What the head is about, where it is none of our points.
    pub about: Option<Words>,
    pub finding: Option<Determination>,
    /// The paragraph of the Code that the Ombudsman found broken (Code 8.1c).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
}

/// Something the Ombudsman orders or recommends.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
pub struct OmbudsmanOrders {
    pub id: Option<OrderId>,
    pub what: Words,
    /// The day printed in it; a recommendation may have none.
    pub due: Option<Date>,
    /// Whole pence.
    pub amount: Option<u64>,
    pub recommendation: bool,
    /// Who sees to it.
    pub owner: Option<Words>,
}

/// Doing what was ordered, with proof.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
pub struct ComplyWithOrder {
    pub id: OrderId,
    pub proof: Words,
}

/// A decision is talked through with those responsible, and what is learned from it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
pub struct DiscussDetermination {
    pub with: Words,
    pub learning: Words,
}
