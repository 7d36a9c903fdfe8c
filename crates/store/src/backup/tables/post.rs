//! The tables of the post: letters on their way, absences, the lists of the morning, mail coming in, drafts.

use super::Holds::{Flag, Int, Text};
use super::{BY_ID, Table};

pub(super) const DISPATCH: Table = Table {
    name: "dispatch",
    columns: &[
        ("landlord", Text),
        ("id", Text),
        ("complaint", Text),
        ("letter", Text),
        ("number", Int),
        ("addressee", Text),
        ("way", Text),
        ("state", Text),
        ("token", Text),
        ("message_id", Text),
        ("dated", Text),
        ("due_on", Text),
        ("paper", Text),
        ("print", Text),
        ("address", Text),
        ("attempts", Int),
        ("first_tried_at", Text),
        ("try_at", Text),
        ("claimed_at", Text),
        ("answer", Text),
        ("batch", Text),
        ("piece", Int),
        ("copies", Int),
        ("left_on", Text),
        ("made_at", Text),
        ("changed_at", Text),
    ],
    key: BY_ID,
};

pub(super) const HOUSE: Table = Table {
    name: "post_house",
    columns: &[
        ("landlord", Text),
        ("waits", Flag),
        ("secret", Text),
        ("cut_off", Text),
        ("class", Text),
    ],
    key: &[("landlord", Text)],
};

pub(super) const DOUBTFUL: Table = Table {
    name: "doubtful_address",
    columns: &[("landlord", Text), ("way", Text), ("address", Text), ("since", Text)],
    key: &[("landlord", Text), ("way", Text), ("address", Text)],
};

pub(super) const ABSENCE: Table = Table {
    name: "absence",
    columns: &[
        ("landlord", Text),
        ("id", Text),
        ("staff", Text),
        ("deputy", Text),
        ("from_on", Text),
        ("until_on", Text),
        ("ended_on", Text),
        ("set_by", Text),
        ("set_at", Text),
    ],
    key: BY_ID,
};

pub(super) const DIGEST_ADDRESS: Table = Table {
    name: "digest_address",
    columns: &[("landlord", Text), ("staff", Text), ("email", Text)],
    key: &[("landlord", Text), ("staff", Text)],
};

pub(super) const DIGEST: Table = Table {
    name: "digest",
    columns: &[
        ("landlord", Text),
        ("staff", Text),
        ("morning", Text),
        ("state", Text),
        ("message_id", Text),
        ("lines", Int),
        ("changed_at", Text),
    ],
    key: &[("landlord", Text), ("staff", Text), ("morning", Text)],
};

pub(super) const MAIL: Table = Table {
    name: "mail",
    columns: &[
        ("landlord", Text),
        ("id", Text),
        ("sha256", Text),
        ("bytes", Int),
        ("mailbox", Text),
        ("arrived_at", Text),
        ("taken_at", Text),
        ("outcome", Text),
        ("why", Text),
        ("complaint", Text),
        ("sender", Text),
        ("sender_key", Text),
        ("subject", Text),
        ("notes", Text),
        ("receipt", Text),
        ("settled_as", Text),
        ("settled_by", Text),
        ("settled_at", Text),
    ],
    key: BY_ID,
};

pub(super) const DRAFT: Table = Table {
    name: "draft",
    columns: &[
        ("landlord", Text),
        ("complaint", Text),
        ("form", Text),
        ("version", Int),
        ("words", Text),
        ("changed_by", Text),
        ("changed_at", Text),
        ("standing", Text),
        ("notes", Text),
        ("notes_by", Text),
    ],
    key: &[("landlord", Text), ("complaint", Text), ("form", Text)],
};
