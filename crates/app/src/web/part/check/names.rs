//! The checks of a letter, as people read them, and which letters each of them looks at.

use redress_letters::check::Code;
use redress_letters::letter::LetterId;

/// What the check looks at, in a few words.
pub(super) fn name(code: Code) -> &'static str {
    match code {
        Code::DefinitionIncomplete => "every point has its outcome and says whose it is",
        Code::DefinitionDiffers => "the points are those that were agreed",
        Code::PointUnanswered => "every point is answered",
        Code::FindingWrong => "the findings are those of the policy",
        Code::ReasonMissing => "reasons for each decision",
        Code::SourceMissing => "the rules that were gone by",
        Code::OutcomeUnanswered => "every outcome wanted is answered",
        Code::CommentNotInvited => "people who are criticised were asked",
        Code::FaultNotAdmitted => "what went wrong is admitted",
        Code::RemedyVague => "what puts it right, and by when",
        Code::PromiseUnowned => "every promise is somebody’s",
        Code::MoneyWrong => "sums",
        Code::DateWrong => "dates and weekdays",
        Code::ExtensionLate => "more time is told before the old day",
        Code::ExtensionIncomplete => "more time says why, until when and how we keep in touch",
        Code::GroundUnsupported => "the ground is proved",
        Code::RestrictionUnsupported => "the restriction is supported",
        Code::StageWrong => "the stage",
        Code::EscalationMissing => "how to go on to stage 2",
        Code::ReasonDemanded => "no reason is asked for stage 2",
        Code::RightsCutShort => "nobody’s rights are cut short",
        Code::OmbudsmanMissing => "how to reach the Ombudsman",
        Code::OmbudsmanStale => "the Ombudsman’s details are today’s",
        Code::ForbiddenWords => "words that must not stand there",
        Code::PlaceholderLeft => "no gap is left open",
        Code::PackBlockMissing => "every part the policy asks for",
        Code::LateNotAdmitted => "lateness is admitted",
        Code::HandlerUnnamed => "who deals with it and how to reach them",
        Code::AddresseeWrong => "name and address",
        Code::AuthorityNotHeld => "the representative’s authority",
        Code::FormatIgnored => "the print the person needs",
        Code::TranslationMissing => "the language the person asked for",
        Code::AdjustmentSkipped => "adjustments to keep before writing",
        Code::ThirdPartyData => "nothing of other people’s",
        Code::WrongSender => "the landlord’s own name",
        Code::NotIndependent => "stage 2 is answered by somebody new",
        Code::NotCleared => "a second person has cleared it",
        Code::TooHard => "plain words",
        Code::Tone => "tone",
        Code::PaperBroken => "the paper is whole",
        Code::SubjectLeaks => "subject and file name tell nothing",
        Code::AlreadySent => "it has not left before",
        Code::FactsMoved => "the facts are those it was cleared with",
    }
}

/// Whether the check looks at this letter while it is being written. Those that wait for the moment
/// of leaving, and those about other letters, are never said to have passed.
pub(super) fn runs_on(code: Code, letter: LetterId) -> bool {
    match code {
        Code::PointUnanswered
        | Code::FindingWrong
        | Code::ReasonMissing
        | Code::SourceMissing
        | Code::OutcomeUnanswered
        | Code::CommentNotInvited
        | Code::FaultNotAdmitted
        | Code::RemedyVague
        | Code::PromiseUnowned
        | Code::MoneyWrong => letter.answers(),
        Code::DefinitionIncomplete => letter.acknowledges(),
        Code::DefinitionDiffers => letter.acknowledges() || letter.answers(),
        Code::LateNotAdmitted => letter.acknowledges() || letter.answers(),
        Code::ExtensionLate | Code::ExtensionIncomplete => letter.extends(),
        Code::GroundUnsupported => letter.refuses(),
        Code::RestrictionUnsupported => letter == LetterId::RestrictionNotice,
        Code::OmbudsmanMissing | Code::OmbudsmanStale => letter.names_ombudsman(),
        Code::EscalationMissing => letter == LetterId::ResponseStage1,
        Code::NotIndependent => letter == LetterId::ResponseStage2,
        Code::StageWrong
        | Code::DateWrong
        | Code::ReasonDemanded
        | Code::RightsCutShort
        | Code::ForbiddenWords
        | Code::PlaceholderLeft
        | Code::PackBlockMissing
        | Code::HandlerUnnamed
        | Code::ThirdPartyData
        | Code::WrongSender
        | Code::TooHard
        | Code::Tone => true,
        Code::AddresseeWrong
        | Code::AuthorityNotHeld
        | Code::FormatIgnored
        | Code::TranslationMissing
        | Code::AdjustmentSkipped
        | Code::NotCleared
        | Code::PaperBroken
        | Code::SubjectLeaks
        | Code::AlreadySent
        | Code::FactsMoved => false,
    }
}
