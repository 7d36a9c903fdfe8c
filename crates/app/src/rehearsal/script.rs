//! What a rehearsal file says, read and checked but not yet played.

use std::collections::BTreeMap;
use std::ops::Range;

use jiff::civil::Date;
use redress_domain::clock::{Clock, Status, What};
use redress_domain::command::Command;
use redress_domain::complaint::State;
use redress_domain::ids::{CaseId, StaffId};
use redress_domain::vocabulary::{Role, Stage};
use serde::Deserialize;

/// A rehearsal.
#[derive(Clone, Debug)]
pub struct Script {
    pub title: Option<String>,
    /// The policy the file names, and where.
    pub pack: Option<(String, Range<usize>)>,
    pub floor: Option<bool>,
    pub closures: Vec<Date>,
    /// Roles that the file gives before the first step.
    pub staff: BTreeMap<StaffId, Vec<Role>>,
    pub steps: Vec<Step>,
    /// How things should stand at the end.
    pub expect: Option<EndExpected>,
}

/// One step.
#[derive(Clone, Debug)]
pub struct Step {
    pub on: Date,
    pub by: Option<StaffId>,
    /// The role of whoever acts, where the step gives it.
    pub role: Option<Role>,
    pub case: CaseId,
    pub command: Command,
    pub expect: Option<Expected>,
    /// Where the step stands in the file.
    pub span: Range<usize>,
}

/// What a step should lead to.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
pub struct Expected {
    /// Accepted or refused, where the file says so in a word.
    #[serde(skip)]
    pub accepted: Option<bool>,
    /// The code of the refusal.
    pub refused: Option<String>,
    /// The clause of the refusal.
    pub clause: Option<String>,
    pub due: BTreeMap<ClockNamed, Date>,
    pub status: BTreeMap<ClockNamed, Status>,
    /// Codes of warnings that must be among those given.
    pub warns: Several,
    pub point: Option<String>,
    pub opened: Option<String>,
    pub state: Option<State>,
}

/// How things should stand when the last step was played and time has passed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
pub struct EndExpected {
    pub stage: Option<u8>,
    pub state: Option<State>,
    pub breaches: Option<Vec<String>>,
    pub open_actions: Option<Vec<String>>,
    pub due: BTreeMap<ClockNamed, Date>,
    pub status: BTreeMap<ClockNamed, Status>,
}

/// One word or a list of them.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(from = "OneOrMore")]
pub struct Several(pub Vec<String>);

#[derive(Deserialize)]
#[serde(untagged)]
enum OneOrMore {
    One(String),
    More(Vec<String>),
}

impl From<OneOrMore> for Several {
    fn from(given: OneOrMore) -> Self {
        match given {
            OneOrMore::One(word) => Self(vec![word]),
            OneOrMore::More(words) => Self(words),
        }
    }
}

/// A clock as an expectation names it: `response`, `response/2`, `action/a1`, `c2:response/1`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(try_from = "String")]
pub struct ClockNamed {
    pub case: Option<CaseId>,
    pub what: What,
    pub stage: Option<Stage>,
    pub of: Option<String>,
}

impl TryFrom<String> for ClockNamed {
    type Error = String;

    fn try_from(given: String) -> Result<Self, String> {
        let (case, rest) = match given.split_once(':') {
            Some((case, rest)) => (Some(CaseId(case.to_owned())), rest),
            None => (None, given.as_str()),
        };
        let (what, which) = match rest.split_once('/') {
            Some((what, which)) => (what, Some(which)),
            None => (rest, None),
        };
        let what: What = serde_json::from_value(serde_json::Value::String(what.to_owned()))
            .map_err(|_| format!("there is no clock {what:?}"))?;
        let (stage, of) = match which {
            Some("1") => (Some(Stage::One), None),
            Some("2") => (Some(Stage::Two), None),
            Some(of) => (None, Some(of.to_owned())),
            None => (None, None),
        };
        Ok(Self { case, what, stage, of })
    }
}

impl ClockNamed {
    /// Whether a clock of a case is the one meant; `usual` is the case where none is named.
    pub fn means(&self, case: &CaseId, clock: &Clock, usual: &CaseId) -> bool {
        self.case.as_ref().unwrap_or(usual) == case
            && self.what == clock.what
            && self.stage.is_none_or(|stage| clock.stage == Some(stage))
            && (self.of.is_none() || self.of == clock.of)
    }
}
