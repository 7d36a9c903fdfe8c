//! What came of a rehearsal, in the form and order in which it is written out as JSON.

use jiff::civil::Date;
use redress_domain::clock::Clock;
use redress_domain::complaint::State;
use redress_domain::event::Event;
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

/// A rehearsal as played.
#[derive(Clone, Debug, Serialize)]
pub struct Played {
    pub pack: String,
    pub floor: bool,
    pub steps: Vec<StepPlayed>,
    #[serde(rename = "final")]
    pub end: End,
}

/// One step as played.
#[derive(Clone, Debug, Serialize)]
pub struct StepPlayed {
    pub n: usize,
    pub on: Date,
    #[serde(rename = "do")]
    pub verb: &'static str,
    /// The case, where it is not the first.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub case: Option<String>,
    pub outcome: Outcome,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub refusal: Option<RefusalShown>,
    pub events: Vec<&'static str>,
    /// The point that the step added.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub point: Option<String>,
    /// The complaint that the step opened.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub opened: Option<String>,
    pub warnings: Vec<WarningShown>,
    pub clocks: Vec<ClockShown>,
    pub letters: Vec<LetterShown>,
    /// What happened, for the diary.
    #[serde(skip)]
    pub happened: Vec<Event>,
    /// Where the step's case stands after it.
    #[serde(skip)]
    pub state: Option<State>,
}

/// Whether a step was let through.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    Accepted,
    Refused,
}

/// A refusal in words.
#[derive(Clone, Debug, Serialize)]
pub struct RefusalShown {
    pub code: &'static str,
    pub clause: String,
    pub message: String,
    pub next: String,
    /// The field that is missing, where one is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<&'static str>,
}

/// A warning in words.
#[derive(Clone, Debug, Serialize)]
pub struct WarningShown {
    pub code: &'static str,
    pub message: String,
}

/// A clock with the label of its case.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ClockShown {
    pub case: String,
    #[serde(flatten)]
    pub clock: Clock,
}

/// A letter that would have left.
#[derive(Clone, Debug, Serialize)]
pub struct LetterShown {
    pub id: &'static str,
    pub no: u32,
    pub stage: Option<u8>,
    pub to: &'static str,
    pub dated: Date,
    pub blocks: Vec<&'static str>,
    pub faults: Vec<LetterFault>,
}

/// What a check finds wrong with a letter.
#[derive(Clone, Debug, Serialize)]
pub struct LetterFault {
    pub code: &'static str,
    pub level: String,
    pub block: Option<&'static str>,
    pub clause: Option<String>,
    pub sentence: String,
    pub instead: String,
}

/// How things stand when the file is through and time has passed.
#[derive(Clone, Debug, Serialize)]
pub struct End {
    pub stage: Option<u8>,
    pub state: Option<State>,
    pub clocks: Vec<ClockShown>,
    pub open_actions: Vec<String>,
    pub breaches: Vec<String>,
    pub cases: Cases,
}

/// Each case by its label, in the order in which they were opened.
#[derive(Clone, Debug, Default)]
pub struct Cases(pub Vec<(String, CaseEnd)>);

/// How one case stands.
#[derive(Clone, Debug, Serialize)]
pub struct CaseEnd {
    pub stage: u8,
    pub state: State,
    pub clocks: Vec<ClockShown>,
    pub open_actions: Vec<String>,
    pub breaches: Vec<String>,
}

impl Serialize for Cases {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (label, case) in &self.0 {
            map.serialize_entry(label, case)?;
        }
        map.end()
    }
}
