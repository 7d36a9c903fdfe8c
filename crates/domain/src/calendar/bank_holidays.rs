//! The bank holidays shipped with the program: one table a nation, and the version they share.
//!
//! Source: <https://www.gov.uk/bank-holidays>, the government's own list, as it stood on the
//! day named by `VERSION`. One-off days are announced at short notice, so a new list is a new
//! version: replace the tables, the version and the last year together.

mod england_and_wales;
mod northern_ireland;
mod scotland;

use jiff::civil::Date;

use super::Nation;

/// The day on which the published list was read.
pub(super) const VERSION: &str = "gov.uk 2026-08-21";
pub(super) const FIRST_YEAR: i16 = 2019;
pub(super) const LAST_YEAR: i16 = 2028;

/// Every bank holiday of a nation with its published name, in order of date.
pub(super) const fn days(nation: Nation) -> &'static [(Date, &'static str)] {
    match nation {
        Nation::EnglandAndWales => england_and_wales::DAYS,
        Nation::Scotland => scotland::DAYS,
        Nation::NorthernIreland => northern_ireland::DAYS,
    }
}
