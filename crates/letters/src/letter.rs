//! A letter as blocks: what every rendering and every check starts from.

use std::fmt;

use jiff::civil::Date;
use serde::Serialize;

use crate::block::{Block, BlockId, Piece};

mod kind;

pub use kind::To;

/// What stands in the kept copy where the letter code stood on paper.
pub const MASK: &str = "code not kept";

/// One letter, composed and dated. Every rendering is a pure function of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Letter {
    pub id: LetterId,
    /// The number of the letter in its case, from 1.
    pub no: u32,
    pub stage: Option<u8>,
    pub dated: Date,
    /// BCP 47 tag of the language the letter is written in.
    pub lang: String,
    pub reference: String,
    /// The landlord in whose name it goes out.
    pub sender: String,
    /// The landlord's address and numbers, beside the address field.
    pub sender_lines: Vec<String>,
    /// What the letter is, in one line; its only level 1 heading.
    pub title: String,
    pub blocks: Vec<Block>,
}

impl Letter {
    /// The blocks with this id, in order; answers to points repeat once a point.
    pub fn blocks_of(&self, id: BlockId) -> impl Iterator<Item = &Block> {
        self.blocks.iter().filter(move |block| block.id == id)
    }

    /// Whether the block is there with something in it.
    pub fn holds(&self, id: BlockId) -> bool {
        self.blocks_of(id).any(|block| block.words() > 0)
    }

    /// Whether the language is written from right to left.
    pub fn runs_right_to_left(&self) -> bool {
        right_to_left(&self.lang)
    }

    /// The copy that is kept: the same letter with its code masked (the code opens the case).
    pub fn masked(&self) -> Self {
        let mut kept = self.clone();
        for piece in kept.blocks.iter_mut().flat_map(|block| block.content.iter_mut()) {
            if let Piece::Code(code) = piece {
                *code = MASK.to_owned();
            }
        }
        kept
    }

    /// Whether a code stands in it that opens the case.
    pub fn carries_code(&self) -> bool {
        let pieces = self.blocks.iter().flat_map(|block| &block.content);
        pieces.into_iter().any(|piece| matches!(piece, Piece::Code(_)))
    }

    /// The letter as it leaves: its own code where the kept copy is masked.
    pub fn with_code(&self, code: &str) -> Self {
        let mut sent = self.clone();
        for piece in sent.blocks.iter_mut().flat_map(|block| block.content.iter_mut()) {
            if let Piece::Code(masked) = piece {
                *masked = code.to_owned();
            }
        }
        sent
    }

    /// A file name that tells nothing of the person or the matter.
    pub fn file_name(&self, print: &str) -> String {
        let raw = format!(
            "{}_{}_{}_{}_{}_{print}",
            self.reference, self.id, self.no, self.dated, self.lang
        );
        let mut name: String = raw
            .to_lowercase()
            .chars()
            .map(|c| if c.is_ascii_alphanumeric() || c == '-' || c == '_' { c } else { '-' })
            .collect();
        name.truncate(96);
        name.push_str(".pdf");
        name
    }
}

/// Whether a BCP 47 tag names a language written from right to left.
pub fn right_to_left(lang: &str) -> bool {
    let primary = lang.split('-').next().unwrap_or_default();
    matches!(primary, "ar" | "ckb" | "dv" | "fa" | "he" | "ku" | "ps" | "ug" | "ur" | "yi")
}

macro_rules! frozen_names {
    ($(#[$about:meta])* $name:ident { $($variant:ident = $text:literal,)+ }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($variant,)+ }

        impl $name {
            /// Every one of them, in the order of the tables.
            pub const ALL: &[Self] = &[$(Self::$variant,)+];

            /// The frozen name in files, records and JSON.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text,)+ }
            }

            /// Finds the one with this frozen name.
            pub fn find(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|known| known.as_str() == name)
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.serialize_str(self.as_str())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                let name = <String as serde::Deserialize>::deserialize(from)?;
                Self::find(&name).ok_or_else(|| {
                    serde::de::Error::custom(format!("\"{name}\" is not known here"))
                })
            }
        }
    };
}
pub(crate) use frozen_names;

frozen_names! {
    /// Which letter it is. The names are frozen like those of events.
    LetterId {
        ContactReceipt = "contact-receipt",
        PortalCode = "portal-code",
        ChoiceOffer = "choice-offer",
        ServiceRequestReceipt = "service-request-receipt",
        AuthorityRequest = "authority-request",
        AuthorityRequestRepresentative = "authority-request-representative",
        PetitionLeadRequest = "petition-lead-request",
        PetitionNewContact = "petition-new-contact",
        ClarificationRequest = "clarification-request",
        AcknowledgementStage1 = "acknowledgement-stage-1",
        AcknowledgementStage2 = "acknowledgement-stage-2",
        NotAccepted = "not-accepted",
        AcceptedByDirection = "accepted-by-direction",
        OtherRoute = "other-route",
        InsurerReferral = "insurer-referral",
        InsurerPack = "insurer-pack",
        MemberReply = "member-reply",
        ComplimentThanks = "compliment-thanks",
        ComplimentToStaff = "compliment-to-staff",
        ContactNote = "contact-note",
        HandlerChange = "handler-change",
        DefinitionChanged = "definition-changed",
        EvidenceRequest = "evidence-request",
        MeetingInvitation = "meeting-invitation",
        InformationRequest = "information-request",
        InformationRequestChaser = "information-request-chaser",
        CommentInvitation = "comment-invitation",
        ProgressUpdate = "progress-update",
        ExtensionStage1 = "extension-stage-1",
        ExtensionStage2 = "extension-stage-2",
        FurtherExtensionStage1 = "further-extension-stage-1",
        FurtherExtensionStage2 = "further-extension-stage-2",
        ResponseStage1 = "response-stage-1",
        ResponseStage2 = "response-stage-2",
        ReconsiderationResult = "reconsideration-result",
        LateEscalationDecision = "late-escalation-decision",
        EscalationDeclined = "escalation-declined",
        ReferBack = "refer-back",
        OfferAcceptanceForm = "offer-acceptance-form",
        OfferReminder = "offer-reminder",
        OfferLapsed = "offer-lapsed",
        PaymentMade = "payment-made",
        PanelReceipt = "panel-receipt",
        PanelResult = "panel-result",
        ActionUpdate = "action-update",
        PreClosureContact = "pre-closure-contact",
        Closure = "closure",
        WithdrawalConfirmed = "withdrawal-confirmed",
        Reopened = "reopened",
        SurveyInvitation = "survey-invitation",
        AdjustmentConfirmed = "adjustment-confirmed",
        BehaviourWarning = "behaviour-warning",
        RestrictionNotice = "restriction-notice",
        RestrictionReview = "restriction-review",
        DepartureNotice = "departure-notice",
        DisruptionNotice = "disruption-notice",
        OmbudsmanEvidenceReply = "ombudsman-evidence-reply",
        OmbudsmanTimeRequest = "ombudsman-time-request",
        OrderCompliance = "order-compliance",
        OrderToPerson = "order-to-person",
        DeliveryProblem = "delivery-problem",
    }
}

/// What went wrong in the print room. Never carries the letter's words.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// No shipped typeface has the sign; it would print as an empty box.
    #[error("no typeface here has the character {character:?} (U+{:04X}), in the block {block}", u32::from(*.character))]
    MissingGlyph { character: char, block: String },
    /// A table without a header row cannot be read aloud (PDF/UA-1).
    #[error("the table in the block {block} has no header row, or rows of unequal length")]
    BrokenTable { block: String },
    /// The typesetter declined the page.
    #[error("the letter could not be set as an accessible PDF: {0}")]
    Typesetting(String),
}

impl fmt::Display for crate::block::Made {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Generated => "g",
            Self::Written => "w",
            Self::Picked => "p",
        })
    }
}
