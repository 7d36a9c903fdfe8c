//! What kind of letter it is: whom it goes to, and what it does.

use crate::letter::{LetterId, frozen_names};

frozen_names! {
    /// Whom a letter goes to.
    To {
        Person = "person",
        Representative = "representative",
        Member = "member",
        Contractor = "contractor",
        Staff = "staff",
        Insurer = "insurer",
        Ombudsman = "ombudsman",
    }
}

impl LetterId {
    /// Whether the letter refuses something, so that a second person looks at it.
    pub fn refuses(self) -> bool {
        matches!(self, Self::NotAccepted | Self::EscalationDeclined)
    }

    /// Whether it moves the day of the answer.
    pub fn extends(self) -> bool {
        matches!(
            self,
            Self::ExtensionStage1
                | Self::ExtensionStage2
                | Self::FurtherExtensionStage1
                | Self::FurtherExtensionStage2
        )
    }

    /// Whether it answers the complaint at the end of a stage.
    pub fn answers(self) -> bool {
        matches!(self, Self::ResponseStage1 | Self::ResponseStage2)
    }

    /// Whether it acknowledges and defines the complaint.
    pub fn acknowledges(self) -> bool {
        matches!(
            self,
            Self::AcknowledgementStage1 | Self::AcknowledgementStage2 | Self::AcceptedByDirection
        )
    }

    /// Whom it goes to.
    pub fn to(self) -> To {
        match self {
            Self::AuthorityRequestRepresentative => To::Representative,
            Self::MemberReply => To::Member,
            Self::InformationRequest | Self::InformationRequestChaser => To::Contractor,
            Self::CommentInvitation | Self::ComplimentToStaff => To::Staff,
            Self::InsurerPack => To::Insurer,
            Self::OmbudsmanEvidenceReply | Self::OmbudsmanTimeRequest | Self::OrderCompliance => {
                To::Ombudsman
            }
            _ => To::Person,
        }
    }

    /// Whether the Ombudsman stands in it under every policy (Code 3.7): in all that goes to the
    /// person, but for what tells nothing of a complaint. A policy may want it there too.
    pub fn names_ombudsman(self) -> bool {
        self.to() == To::Person
            && !matches!(
                self,
                Self::PortalCode
                    | Self::DeliveryProblem
                    | Self::ComplimentThanks
                    | Self::SurveyInvitation
            )
    }

    /// Whether it limits what somebody may do.
    pub fn restricts(self) -> bool {
        matches!(self, Self::BehaviourWarning | Self::RestrictionNotice | Self::RestrictionReview)
    }

    /// Whether which of its blocks must be there does not hang on the case: every block that a
    /// policy names then has to stand in it.
    pub fn has_no_table(self) -> bool {
        let with_a_table =
            self.acknowledges() || self.extends() || self.answers() || self.refuses();
        let hangs_on_the_case = matches!(
            self,
            Self::ClarificationRequest
                | Self::ContactNote
                | Self::DefinitionChanged
                | Self::HandlerChange
                | Self::ProgressUpdate
                | Self::LateEscalationDecision
                | Self::Closure
                | Self::WithdrawalConfirmed
        );
        !with_a_table && !hangs_on_the_case
    }

    /// Whether its paper goes with an e-mail: what meets a clock, refuses or restricts.
    pub fn goes_with_its_paper(self) -> bool {
        self.acknowledges()
            || self.extends()
            || self.answers()
            || self.refuses()
            || matches!(
                self,
                Self::ProgressUpdate
                    | Self::RestrictionNotice
                    | Self::RestrictionReview
                    | Self::OfferAcceptanceForm
                    | Self::PaymentMade
                    | Self::MemberReply
                    | Self::OmbudsmanEvidenceReply
                    | Self::OrderCompliance
            )
    }
}
