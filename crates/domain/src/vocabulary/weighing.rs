//! What is weighed: what a complaint is about, how a fault bore on somebody, and what a sum rests on.

use serde::{Deserialize, Serialize};

/// What a complaint is about at its heart. The list is open: nothing is turned away for want of a
/// category, and whatever fits none is told in words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Category {
    NoService,
    PoorService,
    StandardsBroken,
    Other,
}

impl Category {
    /// All of them, in the order in which they are asked.
    pub const ALL: [Self; 4] =
        [Self::NoService, Self::PoorService, Self::StandardsBroken, Self::Other];
}

/// One thing that is weighed before a sum is named (Code 7.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Weight {
    /// What failed.
    Failure,
    /// Whether it can be put back as it was.
    Repairable,
    /// What it meant for the resident and the household.
    Effect,
    /// A loss that somebody can show.
    EvidencedLoss,
    EmotionalImpact,
    /// What the resident did or left undone.
    OwnPart,
    /// Whether the loss could have been kept smaller.
    LossNotLimited,
    /// How long it went on, and the trouble of pursuing it.
    TimeTaken,
    /// Circumstances that made it weigh more, or less.
    Vulnerability,
}

impl Weight {
    /// All of them, in the order in which they are asked.
    pub const ALL: [Self; 9] = [
        Self::Failure,
        Self::Repairable,
        Self::Effect,
        Self::EvidencedLoss,
        Self::EmotionalImpact,
        Self::OwnPart,
        Self::LossNotLimited,
        Self::TimeTaken,
        Self::Vulnerability,
    ];
}

/// How hard a fault bore on the resident, as the Ombudsman's guidance on remedies grades it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// A failure of short duration.
    Minor,
    /// It told on the resident, and left nothing lasting.
    Adverse,
    /// It told on the resident much.
    Significant,
    /// Severe, and for long.
    Severe,
}

impl Severity {
    /// All of them, the lightest first.
    pub const ALL: [Self; 4] = [Self::Minor, Self::Adverse, Self::Significant, Self::Severe];
}

/// How something was found out. A complaint is looked into by one of them at least.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Inquiry {
    AskedCustomer,
    SpokeToStaff,
    SearchedRecords,
    /// The home, the shared parts or the estate.
    Visited,
}

impl Inquiry {
    /// All of them, in the order in which they are asked.
    pub const ALL: [Self; 4] =
        [Self::AskedCustomer, Self::SpokeToStaff, Self::SearchedRecords, Self::Visited];
}
