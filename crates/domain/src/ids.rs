//! Names for things: newtypes, so that one kind of id is never taken for another.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A member of staff: an account's random id, or in a rehearsal the name the file gives.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Default)]
#[serde(transparent)]
pub struct StaffId(pub String);

impl StaffId {
    /// Who acted where a resident did so on the portal. No account has this id.
    pub const RESIDENT: &'static str = "resident";
    /// The same for somebody who acts for them.
    pub const REPRESENTATIVE: &'static str = "representative";

    /// Whether it stands for the resident or whoever acts for them, and for no member of staff.
    pub fn is_outside(&self) -> bool {
        self.0 == Self::RESIDENT || self.0 == Self::REPRESENTATIVE
    }
}

/// A resident or other customer on record: a random id.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct PersonId(pub String);

/// One point of a complaint, `p1`, `p2` and so on, unique in its case.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Default)]
#[serde(transparent)]
pub struct PointId(pub String);

/// One promised action, `a1`, `a2` and so on, unique in its case.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Default)]
#[serde(transparent)]
pub struct ActionId(pub String);

/// One financial offer, `o1`, `o2` and so on, unique in its case.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Default)]
#[serde(transparent)]
pub struct OfferId(pub String);

/// One restriction of a person's contact, `r1`, `r2` and so on, unique in its case.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Default)]
#[serde(transparent)]
pub struct RestrictionId(pub String);

/// One order or recommendation of the Ombudsman, `o1`, `o2` and so on, unique in its case.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Default)]
#[serde(transparent)]
pub struct OrderId(pub String);

/// One question put to a team or contractor, `r1`, `r2` and so on in the order of asking.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Default)]
#[serde(transparent)]
pub struct RequestId(pub String);

/// Another case: its label in a rehearsal (`c2`), its random id in the record.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Default)]
#[serde(transparent)]
pub struct CaseId(pub String);

/// A policy pack, such as `derive-2024`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct PackId(pub String);

impl fmt::Display for StaffId {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl fmt::Display for PointId {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl fmt::Display for ActionId {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl fmt::Display for RequestId {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl fmt::Display for CaseId {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl fmt::Display for PackId {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}
