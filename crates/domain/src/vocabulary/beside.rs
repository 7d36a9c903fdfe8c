//! The closed lists beside the stages: kinds of conduct, and what the Ombudsman may find.

use serde::{Deserialize, Serialize};

/// What an incident was. The last three are rights, and never evidence against anybody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Conduct {
    Abuse,
    Threats,
    UnreasonableDemands,
    UnreasonablePersistence,
    RefusalToAccept,
    Vexatious,
    Malicious,
    Other,
    FurtherPoint,
    #[serde(rename = "stage-2-request")]
    Stage2Request,
    TurnToOmbudsman,
}

impl Conduct {
    /// Whether everybody is entitled to do it.
    pub fn is_a_right(self) -> bool {
        matches!(self, Self::FurtherPoint | Self::Stage2Request | Self::TurnToOmbudsman)
    }
}

/// What is wrong with a promise that somebody says we did not keep.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Shortfall {
    NotDone,
    DoneBadly,
}

/// How much looking into a complaint needs, as triage sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Complexity {
    Simple,
    Moderate,
    Complex,
}

/// Whether somebody may come to harm.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Risk {
    None,
    Raised,
    Immediate,
}

/// Where triage sends a complaint: to an answer at once, or to an investigation first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Course {
    EarlyAnswer,
    Investigate,
}

/// What may have to be weighed before somebody's contact is limited.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Factor {
    IntentToHarass,
    PastDemands,
    AbuseOrExcess,
    UnreasonableConduct,
}

impl Factor {
    /// All of them, in the order in which they are asked.
    pub const ALL: [Self; 4] =
        [Self::IntentToHarass, Self::PastDemands, Self::AbuseOrExcess, Self::UnreasonableConduct];
}

/// What the Ombudsman may find under a head of complaint.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Determination {
    SevereMaladministration,
    Maladministration,
    ServiceFailure,
    ReasonableRedress,
    Mediation,
    NoMaladministration,
    OutsideJurisdiction,
    Withdrawn,
}
