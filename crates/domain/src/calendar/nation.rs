//! The three nations whose bank holidays differ.

use std::{error, fmt, str};

use serde::{Deserialize, Serialize};

/// A nation with bank holidays of its own. England and Wales share theirs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Nation {
    EnglandAndWales,
    Scotland,
    NorthernIreland,
}

impl Nation {
    pub const ALL: [Nation; 3] =
        [Nation::EnglandAndWales, Nation::Scotland, Nation::NorthernIreland];

    /// The word used in files, on the command line and in addresses.
    pub const fn id(self) -> &'static str {
        match self {
            Nation::EnglandAndWales => "england-and-wales",
            Nation::Scotland => "scotland",
            Nation::NorthernIreland => "northern-ireland",
        }
    }

    /// The name as people write it.
    pub const fn title(self) -> &'static str {
        match self {
            Nation::EnglandAndWales => "England and Wales",
            Nation::Scotland => "Scotland",
            Nation::NorthernIreland => "Northern Ireland",
        }
    }
}

impl fmt::Display for Nation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.id())
    }
}

impl str::FromStr for Nation {
    type Err = UnknownNation;

    fn from_str(given: &str) -> Result<Nation, UnknownNation> {
        Nation::ALL
            .into_iter()
            .find(|nation| nation.id() == given)
            .ok_or_else(|| UnknownNation { given: given.to_owned() })
    }
}

/// A word that names none of the calendars.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownNation {
    pub given: String,
}

impl fmt::Display for UnknownNation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{:?} is not a calendar: use england-and-wales, scotland or northern-ireland",
            self.given
        )
    }
}

impl error::Error for UnknownNation {}
