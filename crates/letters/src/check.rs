//! Reading the finished letter before it may leave. Pure: the same letter and facts, the same faults.
//!
//! A fault never pauses a clock: a letter held back on its last day is a breach, and the next
//! letter admits it.

mod dates;
pub mod facts;
mod leaving;
mod paper;
mod people;
mod points;
mod promises;
pub mod reading;
mod refusals;
mod rights;
mod style;
mod translation;

use serde::{Deserialize, Serialize};

use crate::block::BlockId;
use crate::letter::{Letter, frozen_names};
use facts::CheckFacts;

pub use translation::check_translation;

/// One thing that is wrong with a letter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fault {
    pub code: Code,
    pub level: Level,
    pub block: Option<BlockId>,
    /// Which point of the letter it is about, counted from 1, where it is about one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub point: Option<u8>,
    /// The clause of the pack or of the Code that wants it otherwise, where one does.
    pub clause: Option<String>,
    /// What is wrong, in one sentence.
    pub sentence: String,
    /// What to do instead.
    pub instead: String,
}

/// How much a fault weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// Shown.
    Note,
    /// It may leave with a reason on record.
    Ask,
    /// It stays.
    Stop,
}

frozen_names! {
    /// What a check found. The names are frozen like those of events.
    Code {
        DefinitionIncomplete = "definition-incomplete",
        DefinitionDiffers = "definition-differs",
        PointUnanswered = "point-unanswered",
        FindingWrong = "finding-wrong",
        ReasonMissing = "reason-missing",
        SourceMissing = "source-missing",
        OutcomeUnanswered = "outcome-unanswered",
        CommentNotInvited = "comment-not-invited",
        FaultNotAdmitted = "fault-not-admitted",
        RemedyVague = "remedy-vague",
        PromiseUnowned = "promise-unowned",
        MoneyWrong = "money-wrong",
        DateWrong = "date-wrong",
        ExtensionLate = "extension-late",
        ExtensionIncomplete = "extension-incomplete",
        GroundUnsupported = "ground-unsupported",
        RestrictionUnsupported = "restriction-unsupported",
        StageWrong = "stage-wrong",
        EscalationMissing = "escalation-missing",
        ReasonDemanded = "reason-demanded",
        RightsCutShort = "rights-cut-short",
        OmbudsmanMissing = "ombudsman-missing",
        OmbudsmanStale = "ombudsman-stale",
        ForbiddenWords = "forbidden-words",
        PlaceholderLeft = "placeholder-left",
        PackBlockMissing = "pack-block-missing",
        LateNotAdmitted = "late-not-admitted",
        HandlerUnnamed = "handler-unnamed",
        AddresseeWrong = "addressee-wrong",
        AuthorityNotHeld = "authority-not-held",
        FormatIgnored = "format-ignored",
        TranslationMissing = "translation-missing",
        AdjustmentSkipped = "adjustment-skipped",
        ThirdPartyData = "third-party-data",
        WrongSender = "wrong-sender",
        NotIndependent = "not-independent",
        NotCleared = "not-cleared",
        TooHard = "too-hard",
        Tone = "tone",
        PaperBroken = "paper-broken",
        SubjectLeaks = "subject-leaks",
        AlreadySent = "already-sent",
        FactsMoved = "facts-moved",
    }
}

/// Every fault of the letter, the heaviest first.
pub fn check(letter: &Letter, facts: &CheckFacts) -> Vec<Fault> {
    let mut desk = Desk { letter, facts, at: None, faults: Vec::new() };
    points::check(&mut desk);
    promises::check(&mut desk);
    dates::check(&mut desk);
    refusals::check(&mut desk);
    rights::check(&mut desk);
    paper::check(&mut desk);
    people::check(&mut desk);
    leaving::check(&mut desk);
    style::check(&mut desk);
    let mut faults = desk.faults;
    faults.sort_by_key(|fault| std::cmp::Reverse(fault.level));
    faults
}

/// Whether anything holds the letter back.
pub fn is_stopped(faults: &[Fault]) -> bool {
    faults.iter().any(|fault| fault.level == Level::Stop)
}

/// A letter under the lamp, with what was found so far.
struct Desk<'a> {
    letter: &'a Letter,
    facts: &'a CheckFacts,
    /// The point that is being read, counted from 1.
    at: Option<u8>,
    faults: Vec<Fault>,
}

impl Desk<'_> {
    fn stop(&mut self, code: Code, block: BlockId, sentence: impl Into<String>, instead: &str) {
        self.fault(code, Level::Stop, Some(block), sentence.into(), instead);
    }

    fn ask(&mut self, code: Code, block: BlockId, sentence: impl Into<String>, instead: &str) {
        self.fault(code, Level::Ask, Some(block), sentence.into(), instead);
    }

    fn fault(
        &mut self,
        code: Code,
        level: Level,
        block: Option<BlockId>,
        sentence: String,
        instead: &str,
    ) {
        let clause = block.and_then(|block| self.facts.demands.clause(block)).map(str::to_owned);
        let instead = instead.to_owned();
        let fault = Fault { code, level, block, point: self.at, clause, sentence, instead };
        // The same fault told twice is told once.
        if !self.faults.contains(&fault) {
            self.faults.push(fault);
        }
    }

    /// All running text of the blocks with this id.
    fn text_of(&self, id: BlockId) -> String {
        let texts: Vec<&str> = self.letter.blocks_of(id).flat_map(|block| block.body()).collect();
        texts.join("\n")
    }
}
