//! The tables of policies and of what was changed, as a backup keeps them.

use super::Holds::Text;
use super::{BY_ID, Table};

pub(super) const ADOPTION: Table = Table {
    name: "adoption",
    columns: &[
        ("landlord", Text),
        ("in_force_from", Text),
        ("pack", Text),
        ("version", Text),
        ("pack_text", Text),
        ("proposed_by", Text),
        ("adopted_by", Text),
        ("adopted_at", Text),
    ],
    key: &[("landlord", Text), ("in_force_from", Text)],
};

pub(super) const POLICY_PACK: Table = Table {
    name: "policy_pack",
    columns: &[
        ("landlord", Text),
        ("id", Text),
        ("pack", Text),
        ("version", Text),
        ("title", Text),
        ("sha256", Text),
        ("pack_text", Text),
        ("state", Text),
        ("loaded_by", Text),
        ("loaded_at", Text),
        ("decided_by", Text),
        ("decided_at", Text),
    ],
    key: BY_ID,
};

pub(super) const ADOPTION_PROPOSAL: Table = Table {
    name: "adoption_proposal",
    columns: &[
        ("landlord", Text),
        ("id", Text),
        ("pack", Text),
        ("version", Text),
        ("sha256", Text),
        ("in_force_from", Text),
        ("state", Text),
        ("proposed_by", Text),
        ("proposed_at", Text),
        ("decided_by", Text),
        ("decided_at", Text),
    ],
    key: BY_ID,
};

pub(super) const CHANGE_LOG: Table = Table {
    name: "change_log",
    columns: &[
        ("landlord", Text),
        ("id", Text),
        ("at", Text),
        ("staff", Text),
        ("kind", Text),
        ("about", Text),
        ("was", Text),
        ("became", Text),
    ],
    key: BY_ID,
};
