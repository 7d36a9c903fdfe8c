//! The tables of a backup, column by column. Sessions, links and the throttles are left out: nobody
//! is signed in after a restore. So are papers that wait for the post: they hold codes in clear.

use serde_json::Value as Json;

use crate::Error;
use crate::row::{Row, Value};

mod post;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Holds {
    Text,
    Int,
    Flag,
}

mod house;
mod policies;

use Holds::{Flag, Int, Text};

/// One table: its columns, and by which of them it is read a page at a time.
pub(super) struct Table {
    pub(super) name: &'static str,
    pub(super) columns: &'static [(&'static str, Holds)],
    key: &'static [(&'static str, Holds)],
}

const PAGE: usize = 1_000;

impl Holds {
    pub(super) fn name(self) -> &'static str {
        match self {
            Text => "text",
            Int => "int",
            Flag => "flag",
        }
    }

    pub(super) fn named(name: &str) -> Option<Self> {
        [Text, Int, Flag].into_iter().find(|holds| holds.name() == name)
    }

    fn read(self, row: &Row, column: &str) -> Result<Json, Error> {
        Ok(match self {
            Text => row.opt_text(column)?.into(),
            Int => row.opt_int(column)?.into(),
            Flag => row.flag(column)?.into(),
        })
    }

    /// A value out of a line; none where it is not what the column holds.
    pub(super) fn value(self, json: Json) -> Option<Value> {
        match (self, json) {
            (Text, Json::String(text)) => Some(text.into()),
            (Text, Json::Null) => Some(Value::Text(None)),
            (Int, Json::Null) => Some(Value::Int(None)),
            (Int, json) => json.as_i64().map(Value::from),
            (Flag, Json::Bool(flag)) => Some(flag.into()),
            (Text | Flag, _) => None,
        }
    }
}

impl Table {
    /// The statement for a page of rows after a key.
    pub(super) fn page(&self, after: Option<&[Value]>) -> (String, Vec<Value>) {
        let mut columns: Vec<&str> = self.columns.iter().map(|(name, _)| *name).collect();
        let keys: Vec<&str> = self.key.iter().map(|(name, _)| *name).collect();
        columns
            .extend(keys.iter().filter(|key| !columns.contains(key)).copied().collect::<Vec<_>>());
        let keys = keys.join(", ");
        let places: Vec<String> = (1..=self.key.len()).map(|place| format!("${place}")).collect();
        let after_key = match after {
            Some(_) => format!(" WHERE ({keys}) > ({})", places.join(", ")),
            None => String::new(),
        };
        let sql = format!(
            "SELECT {} FROM {}{after_key} ORDER BY {keys} LIMIT {PAGE}",
            columns.join(", "),
            self.name
        );
        (sql, after.map(<[Value]>::to_vec).unwrap_or_default())
    }

    pub(super) fn key(&self, row: &Row) -> Result<Vec<Value>, Error> {
        let values = self.key.iter().map(|(name, holds)| {
            let json = holds.read(row, name)?;
            holds.value(json).ok_or_else(|| Error::inconsistent(self.name, *name))
        });
        values.collect()
    }

    pub(super) fn line(&self, row: &Row) -> Result<Json, Error> {
        let values = self.columns.iter().map(|(name, holds)| holds.read(row, name));
        values.collect::<Result<Vec<_>, _>>().map(Json::Array)
    }

    pub(super) fn described(&self) -> Vec<(String, String)> {
        let described = self.columns.iter();
        described.map(|(name, holds)| ((*name).to_owned(), holds.name().to_owned())).collect()
    }
}

const BY_ID: &[(&str, Holds)] = &[("landlord", Text), ("id", Text)];
const BY_CASE: &[(&str, Holds)] = &[("landlord", Text), ("complaint", Text), ("id", Text)];

pub(super) const TABLES: &[Table] = &[
    Table {
        name: "head",
        columns: &[("landlord", Text), ("position", Int), ("hash", Text), ("recorded_at", Text)],
        key: &[("landlord", Text)],
    },
    Table {
        name: "event",
        columns: &[
            ("landlord", Text),
            ("position", Int),
            ("stream", Text),
            ("seq", Int),
            ("kind", Text),
            ("happened_on", Text),
            ("recorded_at", Text),
            ("actor", Text),
            ("pack", Text),
            ("body", Text),
            ("prev", Text),
            ("hash", Text),
        ],
        key: &[("landlord", Text), ("position", Int)],
    },
    Table {
        name: "part",
        columns: &[
            ("landlord", Text),
            ("id", Text),
            ("position", Int),
            ("class", Text),
            ("salt", Text),
            ("words", Text),
        ],
        key: BY_ID,
    },
    Table {
        name: "erased_part",
        columns: &[
            ("landlord", Text),
            ("id", Text),
            ("erased_on", Text),
            ("rule", Text),
            ("position", Int),
            ("erasure", Int),
        ],
        key: BY_ID,
    },
    Table {
        name: "outcome",
        columns: &[
            ("landlord", Text),
            ("token", Text),
            ("fingerprint", Text),
            ("outcome", Text),
            ("made_at", Text),
        ],
        key: &[("landlord", Text), ("token", Text)],
    },
    Table {
        name: "counter",
        columns: &[("landlord", Text), ("series", Text), ("last", Int)],
        key: &[("landlord", Text), ("series", Text)],
    },
    Table {
        name: "complaint",
        columns: &[
            ("landlord", Text),
            ("id", Text),
            ("reference", Text),
            ("person", Text),
            ("name", Text),
            ("home", Text),
            ("subject", Text),
            ("kind", Text),
            ("state", Text),
            ("stage", Text),
            ("owner", Text),
            ("received_on", Text),
            ("next_due", Text),
            ("next_clock", Text),
            ("pack", Text),
            ("channel", Text),
            ("category", Text),
            ("extended", Flag),
            ("risk", Flag),
            ("needs", Flag),
            ("is_open", Flag),
            ("closed_on", Text),
            ("updated_at", Text),
            ("seq", Int),
        ],
        key: BY_ID,
    },
    Table {
        name: "diary",
        columns: &[
            ("landlord", Text),
            ("complaint", Text),
            ("id", Text),
            ("kind", Text),
            ("stage", Text),
            ("ours", Flag),
            ("due_on", Text),
            ("done", Flag),
            ("done_on", Text),
            ("status", Text),
            ("clause", Text),
            ("owner", Text),
        ],
        key: BY_CASE,
    },
    Table {
        name: "action",
        columns: &[
            ("landlord", Text),
            ("complaint", Text),
            ("id", Text),
            ("what", Text),
            ("owner", Text),
            ("staff", Text),
            ("due_on", Text),
            ("done_on", Text),
        ],
        key: BY_CASE,
    },
    Table {
        name: "letter",
        columns: &[
            ("landlord", Text),
            ("complaint", Text),
            ("id", Text),
            ("kind", Text),
            ("number", Int),
            ("stage", Text),
            ("state", Text),
            ("channel", Text),
            ("dated", Text),
            ("sent_on", Text),
            ("file", Text),
        ],
        key: BY_CASE,
    },
    Table {
        name: "file",
        columns: &[
            ("landlord", Text),
            ("complaint", Text),
            ("id", Text),
            ("sha256", Text),
            ("bytes", Int),
            ("media_type", Text),
            ("name", Text),
            ("added_by", Text),
            ("added_at", Text),
        ],
        key: BY_CASE,
    },
    Table {
        name: "contact",
        columns: &[
            ("landlord", Text),
            ("complaint", Text),
            ("received_on", Text),
            ("channel", Text),
            ("sender", Text),
            ("about", Text),
            ("words", Text),
            ("state", Text),
        ],
        key: &[("landlord", Text), ("complaint", Text)],
    },
    Table {
        name: "case_barred",
        columns: &[("landlord", Text), ("complaint", Text), ("staff", Text)],
        key: &[("landlord", Text), ("complaint", Text), ("staff", Text)],
    },
    Table {
        name: "case_in_view",
        columns: &[("landlord", Text), ("complaint", Text), ("staff", Text)],
        key: &[("landlord", Text), ("complaint", Text), ("staff", Text)],
    },
    Table {
        name: "register",
        columns: &[
            ("landlord", Text),
            ("complaint", Text),
            ("register", Text),
            ("id", Text),
            ("what", Text),
            ("state", Text),
            ("since_on", Text),
            ("due_on", Text),
            ("done", Flag),
        ],
        key: &[("landlord", Text), ("complaint", Text), ("register", Text), ("id", Text)],
    },
    Table {
        name: "person",
        columns: &[
            ("landlord", Text),
            ("id", Text),
            ("name", Text),
            ("name_key", Text),
            ("address", Text),
            ("telephone", Text),
            ("email", Text),
            ("updated_at", Text),
        ],
        key: BY_ID,
    },
    Table {
        name: "person_word",
        columns: &[("landlord", Text), ("word", Text), ("person", Text)],
        key: &[("landlord", Text), ("word", Text), ("person", Text)],
    },
    Table {
        name: "landlord",
        columns: &[
            ("id", Text),
            ("name", Text),
            ("address", Text),
            ("telephone", Text),
            ("email", Text),
            ("hours", Text),
            ("accent", Text),
            ("nation", Text),
        ],
        key: &[("id", Text)],
    },
    house::LANDLORD_DETAILS,
    house::OMBUDSMAN,
    house::EXCEPTIONAL_EVENT,
    Table {
        name: "closure",
        columns: &[("landlord", Text), ("closed_on", Text), ("what", Text)],
        key: &[("landlord", Text), ("closed_on", Text)],
    },
    Table {
        name: "date_move",
        columns: &[
            ("landlord", Text),
            ("id", Text),
            ("changes_on", Text),
            ("opens", Flag),
            ("what", Text),
            ("proposed_by", Text),
            ("proposed_at", Text),
            ("state", Text),
            ("decided_by", Text),
            ("decided_at", Text),
            ("reached", Text),
        ],
        key: &[("landlord", Text), ("id", Text)],
    },
    Table {
        name: "date_move_choice",
        columns: &[
            ("landlord", Text),
            ("date_move", Text),
            ("complaint", Text),
            ("clock", Text),
            ("moves", Flag),
        ],
        key: &[("landlord", Text), ("date_move", Text), ("complaint", Text), ("clock", Text)],
    },
    policies::ADOPTION,
    policies::POLICY_PACK,
    policies::ADOPTION_PROPOSAL,
    policies::CHANGE_LOG,
    Table {
        name: "staff",
        columns: &[
            ("landlord", Text),
            ("id", Text),
            ("login", Text),
            ("login_key", Text),
            ("name", Text),
            ("password_hash", Text),
            ("active", Flag),
            ("must_change", Flag),
            ("created_at", Text),
            ("last_sign_in_at", Text),
        ],
        key: BY_ID,
    },
    Table {
        name: "staff_role",
        columns: &[("landlord", Text), ("staff", Text), ("role", Text)],
        key: &[("landlord", Text), ("staff", Text), ("role", Text)],
    },
    Table {
        name: "sign_in_log",
        columns: &[
            ("landlord", Text),
            ("id", Text),
            ("at", Text),
            ("login", Text),
            ("address", Text),
            ("worked", Flag),
        ],
        key: BY_ID,
    },
    Table {
        name: "access_log",
        columns: &[
            ("landlord", Text),
            ("id", Text),
            ("at", Text),
            ("staff", Text),
            ("complaint", Text),
            ("person", Text),
            ("page", Text),
            ("why", Text),
        ],
        key: BY_ID,
    },
    post::DRAFT,
    post::DISPATCH,
    post::HOUSE,
    post::DOUBTFUL,
    post::ABSENCE,
    post::DIGEST_ADDRESS,
    post::DIGEST,
    post::MAIL,
    Table {
        name: "letter_code",
        columns: &[
            ("landlord", Text),
            ("id", Text),
            ("complaint", Text),
            ("reference", Text),
            ("person", Text),
            ("representative", Flag),
            ("letter", Int),
            ("pick", Text),
            ("hash", Text),
            ("issued_at", Text),
            ("expires_at", Text),
            ("ended_at", Text),
            ("ended_why", Text),
            ("wrong", Int),
        ],
        key: BY_ID,
    },
    Table {
        name: "intake_draft",
        columns: &[
            ("landlord", Text),
            ("id", Text),
            ("come_back", Text),
            ("words", Text),
            ("changed_at", Text),
            ("reference", Text),
        ],
        key: BY_ID,
    },
    Table {
        name: "intake_file",
        columns: &[
            ("landlord", Text),
            ("draft", Text),
            ("id", Text),
            ("sha256", Text),
            ("bytes", Int),
            ("media_type", Text),
            ("name", Text),
            ("what", Text),
            ("added_at", Text),
        ],
        key: &[("landlord", Text), ("draft", Text), ("id", Text)],
    },
    Table {
        name: "search_text",
        columns: &[
            ("landlord", Text),
            ("complaint", Text),
            ("kind", Text),
            ("item", Text),
            ("words", Text),
        ],
        key: &[("id", Int)],
    },
];
