//! The topics in words: what each asks for, and the duty whose clause says the same.

use crate::policy::Duty;
use crate::policy::statement::Topic;

/// What a policy has to say, to stand after "the policy does not say" and after "say".
pub(super) fn asks(topic: Topic) -> &'static str {
    match topic {
        Topic::ComplaintDefined => {
            "that a complaint is any dissatisfaction, however expressed, with the standard of a \
             service, with something done or with something left undone"
        }
        Topic::AgentsIncluded => {
            "that dissatisfaction with staff, contractors and all who act for the landlord counts \
             as well"
        }
        Topic::GroupsIncluded => "that a complaint may touch one resident or a group",
        Topic::NoWordNeeded => "that nobody has to use the word complaint, or anything more formal",
        Topic::ChoiceOffered => {
            "that everybody who is dissatisfied is given the choice to complain"
        }
        Topic::ComplaintsThroughOthers => {
            "that a complaint which comes through somebody else is handled under the same policy"
        }
        Topic::ServiceRequestsToldApart => "how a request for service differs from a complaint",
        Topic::ServiceRequestsReviewed => {
            "that requests for service are recorded, watched and looked at regularly"
        }
        Topic::UnhappyRequestComplains => {
            "that dissatisfaction with the answer to a request opens a complaint, even while the \
             request goes on"
        }
        Topic::RequestWorkGoesOn => {
            "that work on a request does not stop because somebody complained"
        }
        Topic::SurveySignpost => {
            "that people who answer a survey, or are asked for feedback, hear how they can complain"
        }
        Topic::AcceptedAsARule => {
            "that a complaint is accepted unless there is a sound reason not to"
        }
        Topic::CourtMeansFiled => {
            "that proceedings have begun only once claim form and particulars of claim are filed"
        }
        Topic::AgeFromAwareness => {
            "that the age of a matter counts from the day the resident learned of it, where that \
             is later"
        }
        Topic::AgeDiscretion => {
            "that an older matter is always considered where there is good reason"
        }
        Topic::RefusalExplained => {
            "that a refusal is explained to the resident, with the reasons and the right to take \
             it to the Ombudsman"
        }
        Topic::NoBlanketRefusals => {
            "that nothing is refused wholesale and the circumstances of each complaint count"
        }
        Topic::SeveralChannels => "by which several easy ways residents may complain",
        Topic::NeedsForeseen => {
            "that the Equality Act is thought of and likely adjustments are foreseen"
        }
        Topic::AnyWayToAnybody => "that residents may complain in any way, to any member of staff",
        Topic::StaffPassOn => {
            "that all staff know the process and can pass a complaint to the right person"
        }
        Topic::VolumesNoShame => {
            "that many complaints are no bad sign, and few may mean that people cannot complain"
        }
        Topic::PolicyAccessible => {
            "that the policy is to be had in a clear form which suits everybody"
        }
        Topic::PolicyOnWebsite => "that the policy is on the website",
        Topic::Publicity => "how residents get to know of the policy, the Code and the Ombudsman",
        Topic::Representative => "that somebody may deal with a complaint for a resident",
        Topic::Accompanied => "that a resident may be represented or accompanied at a meeting",
        Topic::OmbudsmanTold => {
            "that residents hear of their right to turn to the Ombudsman and how to involve it in \
             their complaint"
        }
        Topic::ComplaintsTeam => "which person or team is in charge of complaints",
        Topic::OmbudsmanLiaison => "who deals with the Ombudsman",
        Topic::ReportedUpward => "that complaints are reported to the governing body",
        Topic::AccessToStaff => "that whoever handles complaints can turn to staff of every level",
        Topic::AuthorityToSettle => {
            "that whoever handles complaints is free and entitled to settle a dispute promptly \
             and justly"
        }
        Topic::Training => "that the staff concerned are trained in complaint handling",
        Topic::CoreService => {
            "that complaint handling is a priority and is given the people and means it needs"
        }
        Topic::OnePolicy => "that one policy covers all complaints under the Code",
        Topic::NoWorseTreatment => "that nobody is treated differently for having complained",
        Topic::EarlySettlement => "that things are settled early, close to where they arose",
        Topic::NoStepBetween => {
            "that no step, whatever its name, comes before the first stage or between the two"
        }
        Topic::TwoStages => "that there are two stages and never more",
        Topic::ThirdPartyInTheStages => {
            "that the answer of a contractor or another third party is one of the two stages"
        }
        Topic::ThirdPartiesKeepTheCode => {
            "that third parties who handle complaints keep to the Code"
        }
        Topic::ComplaintDefinition => {
            "that the complaint and the outcome sought are set out at both stages"
        }
        Topic::UnclearAsked => "that the resident is asked about whatever is unclear",
        Topic::ResponsibilityClear => {
            "which parts are the landlord’s responsibility and which are not"
        }
        Topic::OwnMeritsAndEvidence => {
            "that each complaint is handled on its merits, with an open mind, weighing the evidence"
        }
        Topic::FairHearing => "that everybody concerned has a fair chance to put their case",
        Topic::ConflictsDealtWith => "that real and apparent conflicts of interest are dealt with",
        Topic::UpdatesAgreed => {
            "that the rhythm of news is agreed with the resident when an answer takes longer"
        }
        Topic::AdjustmentsMade => "that reasonable adjustments are made",
        Topic::NeedsRecorded => "that adjustments and disclosed disabilities are recorded",
        Topic::AdjustmentsReviewed => "that adjustments are kept under review",
        Topic::EscalationRefusalExplained => {
            "that a refusal of stage 2 is explained, with the right to take it to the Ombudsman"
        }
        Topic::FullRecord => "that a full record of each complaint is kept",
        Topic::RemedyAtAnyStage => {
            "that a complaint can be put right at any stage, without going further"
        }
        Topic::BehaviourPolicy => "how unacceptable behaviour is dealt with",
        Topic::RestrictionsEvidenced => "that the reasons for a restriction are evidenced",
        Topic::RestrictionsReviewed => "that restrictions are looked at again regularly",
        Topic::RestrictionsProportionate => "that a restriction is proportionate",
        Topic::RestrictionsAndEquality => {
            "that the Equality Act is thought of before anybody is restricted"
        }
        Topic::Triage => {
            "how it is decided which complaints can be answered early and which are to be looked \
             into, by complexity and by risk"
        }
        Topic::LoggedInTimeStageOne => {
            "that a complaint is logged within the limit for acknowledging it"
        }
        Topic::AnsweredWhenKnown => {
            "that the answer goes when it is known, not when promised work is done"
        }
        Topic::ActionsTracked => {
            "that promised work is tracked and done promptly, with news to the resident"
        }
        Topic::EveryPointStageOne => "that the stage 1 answer deals with every point",
        Topic::FurtherPointsJoin => {
            "that a further related point joins the complaint until stage 1 is answered"
        }
        Topic::FurtherPointsSeparate => "when a further point becomes a complaint of its own",
        Topic::PlainLanguageStageOne => {
            "that the stage 1 answer is written in clear, plain language"
        }
        Topic::UnresolvedGoesOn => {
            "that whatever is not resolved, in whole or in part, moves to stage 2"
        }
        Topic::LoggedInTimeStageTwo => {
            "that a request for stage 2 is logged within the limit for acknowledging it"
        }
        Topic::NoReasonNeeded => "that nobody has to give a reason for asking for stage 2",
        Topic::EffortToUnderstand => {
            "that the landlord tries to understand why the resident remains unhappy"
        }
        Topic::SomebodyElseDecides => {
            "that stage 2 is considered by somebody who did not handle stage 1"
        }
        Topic::EveryPointStageTwo => "that the stage 2 answer deals with every point",
        Topic::PlainLanguageStageTwo => {
            "that the stage 2 answer is written in clear, plain language"
        }
        Topic::FinalAnswer => "that stage 2 is the landlord’s last answer",
        Topic::AllSuitableStaff => {
            "that all staff who are needed for the last answer have a part in it"
        }
        Topic::FaultAdmitted => {
            "that what went wrong is admitted, with what is done to put it right"
        }
        Topic::RemedyFitsImpact => {
            "that a remedy fits the effect which the fault had on the resident"
        }
        Topic::RemedySaysWhatAndWhen => "that a remedy says what will happen and by when",
        Topic::RemedyFollowedThrough => "that what was offered is carried through to the end",
        Topic::RemediesGuidance => {
            "that the Ombudsman’s guidance on remedies is taken into account"
        }
        Topic::AnnualReport => {
            "that a yearly report on complaint performance and service improvement is made, with \
             the self-assessment in it"
        }
        Topic::ReportToGoverningBody => "that the yearly report goes to the governing body",
        Topic::ReportPublished => {
            "that the yearly report is published on the website with the governing body’s \
             response beside it"
        }
        Topic::ReassessedAfterChange => {
            "that the self-assessment is done again after a restructure, a merger or a change of \
             procedure"
        }
        Topic::ReassessedWhenAsked => {
            "that the self-assessment is looked at again when the Ombudsman asks for it"
        }
        Topic::ExceptionalEvents => {
            "what is done, and who is told until when, if an exceptional event keeps the landlord \
             from complying"
        }
        Topic::LearningBeyondTheCase => {
            "that the landlord looks beyond the single complaint for what services can learn"
        }
        Topic::ComplaintsAsIntelligence => {
            "that complaints are used as a source of intelligence to find issues and bring change"
        }
        Topic::LearningReported => {
            "that learning and improvements are reported back to residents, staff and committees"
        }
        Topic::SeniorLead => {
            "which senior person is accountable for complaint handling and weighs themes and trends"
        }
        Topic::MrcAppointed => {
            "that a member of the governing body is appointed as the Member Responsible for \
             Complaints"
        }
        Topic::MrcInformed => {
            "that this member sees to regular insight for the governing body, and has the access \
             to information and staff this takes"
        }
        Topic::GoverningBodyFigures => {
            "that the governing body regularly gets volumes, categories, outcomes and performance"
        }
        Topic::GoverningBodyThemes => {
            "that the governing body regularly looks at issues and trends"
        }
        Topic::GoverningBodyOmbudsman => {
            "that the governing body hears the outcomes of the Ombudsman’s investigations and how \
             orders are complied with"
        }
        Topic::GoverningBodyAnnualReport => "that the governing body gets the yearly report",
        Topic::ObjectiveTogether => {
            "that staff and third parties have the objective of working together to resolve \
             complaints"
        }
        Topic::ObjectiveCollective => {
            "that staff and third parties have the objective of taking responsibility together \
             for what went wrong"
        }
        Topic::ObjectiveProfessional => {
            "that staff and third parties have the objective of acting within their professional \
             standards"
        }
    }
}

/// The duty whose clause promises the same, for a policy without a statement of its own.
pub(super) fn duty(topic: Topic) -> Option<Duty> {
    let duty = match topic {
        Topic::ChoiceOffered => Duty::OfferChoice,
        Topic::AcceptedAsARule | Topic::NoBlanketRefusals => Duty::OwnMerits,
        Topic::RefusalExplained | Topic::EscalationRefusalExplained => Duty::RefusalLetter,
        Topic::NeedsForeseen | Topic::AdjustmentsMade => Duty::Adjustments,
        Topic::AnyWayToAnybody => Duty::AnyChannel,
        Topic::Representative | Topic::Accompanied => Duty::Representative,
        Topic::ComplaintDefinition => Duty::Definition,
        Topic::UnclearAsked => Duty::Clarification,
        Topic::ResponsibilityClear => Duty::Responsibility,
        Topic::OwnMeritsAndEvidence | Topic::ConflictsDealtWith => Duty::FairHandling,
        Topic::FairHearing => Duty::Hearing,
        Topic::UpdatesAgreed => Duty::Updates,
        Topic::FullRecord => Duty::FullRecord,
        Topic::AnsweredWhenKnown => Duty::ActionsOutlive,
        Topic::EveryPointStageOne => Duty::AnswerEveryPoint,
        Topic::FurtherPointsJoin => Duty::PointsJoin,
        Topic::FurtherPointsSeparate => Duty::PointsAfterResponse,
        Topic::NoReasonNeeded => Duty::NoReasonNeeded,
        Topic::SomebodyElseDecides => Duty::Independence,
        Topic::EveryPointStageTwo => Duty::AnswerEveryPointStage2,
        Topic::FinalAnswer => Duty::FinalStage,
        Topic::FaultAdmitted => Duty::PutRight,
        Topic::RemedySaysWhatAndWhen => Duty::RemedyWhatAndWhen,
        Topic::LearningBeyondTheCase => Duty::Learning,
        _ => return None,
    };
    Some(duty)
}
