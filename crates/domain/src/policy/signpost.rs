//! Bodies that letters name beside the Housing Ombudsman, and people whom it cannot help.

use serde::{Deserialize, Serialize};

use crate::vocabulary::Standing;

/// A body that may help with some complaints. Asking it is never a step before the Ombudsman.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Signpost {
    pub body: Body,
    pub clause: String,
    /// Where it is named; in the answers unless said otherwise.
    #[serde(default)]
    pub place: Place,
}

/// The bodies that letters have words for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Body {
    ElectedMembers,
    FirstTierTribunal,
    SocialCareOmbudsman,
    CareQualityCommission,
    CommissioningCouncil,
    BuildingSafetyRegulator,
}

/// In which letters a body is named.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Place {
    /// In the answers of both stages.
    #[default]
    Answers,
    /// In the acknowledgements as well.
    FromTheStart,
    /// Wherever the Housing Ombudsman is named.
    BesideTheOmbudsman,
}

/// People whose complaints are heard although the Ombudsman cannot look at them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct RemitTerms {
    pub outside: Vec<Standing>,
    pub clause: String,
}
