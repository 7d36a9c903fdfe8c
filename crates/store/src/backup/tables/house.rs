//! The tables of what letters print of landlord and Ombudsman, and of exceptional
//! events, as a backup keeps them.

use super::Holds::{Int, Text};
use super::Table;

pub(super) const LANDLORD_DETAILS: Table = Table {
    name: "landlord_details",
    columns: &[
        ("landlord", Text),
        ("in_force_from", Text),
        ("name", Text),
        ("address", Text),
        ("telephone", Text),
        ("email", Text),
        ("web", Text),
        ("team", Text),
        ("hours", Text),
        ("set_by", Text),
        ("set_at", Text),
    ],
    key: &[("landlord", Text), ("in_force_from", Text)],
};

pub(super) const OMBUDSMAN: Table = Table {
    name: "ombudsman",
    columns: &[
        ("landlord", Text),
        ("in_force_from", Text),
        ("body", Text),
        ("phone", Text),
        ("web", Text),
        ("post", Text),
        ("form", Text),
        ("email", Text),
        ("set_by", Text),
        ("set_at", Text),
    ],
    key: &[("landlord", Text), ("in_force_from", Text)],
};

pub(super) const EXCEPTIONAL_EVENT: Table = Table {
    name: "exceptional_event",
    columns: &[
        ("landlord", Text),
        ("id", Text),
        ("n", Int),
        ("step", Text),
        ("on_day", Text),
        ("detail", Text),
        ("set_by", Text),
        ("set_at", Text),
    ],
    key: &[("landlord", Text), ("id", Text), ("n", Int)],
};
