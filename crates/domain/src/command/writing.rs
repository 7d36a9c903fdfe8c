//! Letters that somebody wants written and that go with no other act.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::ids::{OfferId, RequestId};
use crate::personal::Words;

/// Which letter, with what only its writer can know.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(
    tag = "letter",
    rename_all = "kebab-case",
    rename_all_fields = "kebab-case",
    deny_unknown_fields
)]
pub enum WriteLetter {
    /// Asks the person for proof of a loss: dates, photographs, receipts.
    EvidenceRequest {
        #[serde(default)]
        what: Words,
        #[serde(default)]
        reply_by: Option<Date>,
    },
    /// Invites the person to a visit or a meeting.
    MeetingInvitation {
        #[serde(default)]
        meets_on: Option<Date>,
        /// "2.30pm".
        #[serde(default)]
        at: String,
        #[serde(default)]
        place: Words,
        /// Who comes, each with their role.
        #[serde(default)]
        people: Vec<Words>,
    },
    /// Reminds a team or a contractor of what they were asked.
    InformationRequestChaser {
        #[serde(default)]
        request: RequestId,
    },
    /// Reminds the person of money whose time for accepting ends.
    OfferReminder {
        #[serde(default)]
        offer: Option<OfferId>,
    },
    /// Asks whether anything is left before the case is closed.
    PreClosureContact {},
    /// Passes praise on to those who earned it.
    ComplimentToStaff {
        #[serde(default)]
        who: Words,
        /// Whether whoever gave it agrees to be named.
        #[serde(default)]
        giver_agrees: bool,
    },
    /// Tells the person that an exceptional event keeps us from our work.
    DisruptionNotice {
        #[serde(default)]
        what_happened: Words,
        #[serde(default)]
        effect: Words,
        #[serde(default)]
        back_by: Option<Date>,
    },
}

impl WriteLetter {
    /// The frozen name of the letter.
    pub fn id(&self) -> &'static str {
        match self {
            Self::EvidenceRequest { .. } => "evidence-request",
            Self::MeetingInvitation { .. } => "meeting-invitation",
            Self::InformationRequestChaser { .. } => "information-request-chaser",
            Self::OfferReminder { .. } => "offer-reminder",
            Self::PreClosureContact {} => "pre-closure-contact",
            Self::ComplimentToStaff { .. } => "compliment-to-staff",
            Self::DisruptionNotice { .. } => "disruption-notice",
        }
    }
}
