//! What a command may do all the same, but somebody should look at first.

use jiff::civil::Date;

use crate::ids::{PointId, StaffId};

/// A warning: the act stands, and the person is told.
#[derive(Clone, Debug, PartialEq)]
pub enum Warning {
    /// The act came after the day it was due.
    Late {
        what: &'static str,
        due: Date,
    },
    /// A named pack was not in force on the day of receipt.
    PackNotInForce {
        pack: String,
        day: Date,
    },
    NeedsNotAsked,
    HandlerUnnamed,
    NotOursWithoutWhose {
        point: PointId,
    },
    OutcomeUnanswered {
        point: PointId,
    },
    ShortReasons {
        point: Option<PointId>,
        words: usize,
    },
    SameReasons {
        points: Vec<PointId>,
    },
    NoSources {
        point: PointId,
    },
    NoApology,
    UpdatesNotAgreed,
    WayOfUpdatesOpen,
    NoContactYet,
    NoEvidenceYet,
    ConflictUnanswered {
        who: StaffId,
    },
    NoLesson,
    ActionsStillOpen {
        n: usize,
    },
    HappenedAfterAware,
    LongAgo,
    EscalationLate {
        last_day: Date,
    },
    AgreementNotRecorded,
}

impl Warning {
    /// The frozen code that files and pages show.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Late { .. } => "late",
            Self::PackNotInForce { .. } => "pack-not-in-force",
            Self::NeedsNotAsked => "needs-not-asked",
            Self::HandlerUnnamed => "handler-unnamed",
            Self::NotOursWithoutWhose { .. } => "not-ours-without-whose",
            Self::OutcomeUnanswered { .. } => "outcome-unanswered",
            Self::ShortReasons { .. } => "short-reasons",
            Self::SameReasons { .. } => "same-reasons",
            Self::NoSources { .. } => "source-missing",
            Self::NoApology => "fault-not-admitted",
            Self::UpdatesNotAgreed => "updates-not-agreed",
            Self::WayOfUpdatesOpen => "way-of-updates-open",
            Self::NoContactYet => "no-contact-yet",
            Self::NoEvidenceYet => "no-evidence-yet",
            Self::ConflictUnanswered { .. } => "conflict-unanswered",
            Self::NoLesson => "no-lesson",
            Self::ActionsStillOpen { .. } => "actions-still-open",
            Self::HappenedAfterAware => "happened-after-aware",
            Self::LongAgo => "long-ago",
            Self::EscalationLate { .. } => "escalation-late",
            Self::AgreementNotRecorded => "agreement-not-recorded",
        }
    }
}
