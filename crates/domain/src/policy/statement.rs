//! Recorded statements: what a policy promises in words rather than in numbers, topic by topic.

use serde::{Deserialize, Serialize};

/// One promise of a policy, in our own words, with the clause that makes it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Statement {
    pub topic: Topic,
    pub clause: String,
    #[serde(default)]
    pub strength: Strength,
    /// What the clause says about the topic, in a sentence.
    pub says: String,
}

/// How firmly a clause says it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Strength {
    /// Without conditions.
    #[default]
    Promised,
    /// It depends on how the clause is used, or on somebody's discretion.
    Depends,
    /// The clause says the opposite.
    Against,
}

/// What a policy may say; the same closed list for every policy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Topic {
    /// A complaint is any dissatisfaction, however expressed, with the standard of a service, with
    /// something done or with something left undone (Code 1.2).
    ComplaintDefined,
    /// Dissatisfaction with staff, contractors and all who act for the landlord counts as well
    /// (Code 1.2).
    AgentsIncluded,
    /// A complaint may touch one resident or a group (Code 1.2).
    GroupsIncluded,
    /// Nobody has to use the word complaint, or anything more formal (Code 1.3).
    NoWordNeeded,
    /// Everybody who is dissatisfied is given the choice to complain (Code 1.3).
    ChoiceOffered,
    /// A complaint which comes through somebody else is handled under the same policy (Code 1.3).
    ComplaintsThroughOthers,
    /// How a request for service differs from a complaint (Code 1.4).
    ServiceRequestsToldApart,
    /// Requests for service are recorded, watched and looked at regularly (Code 1.4).
    ServiceRequestsReviewed,
    /// Dissatisfaction with the answer to a request opens a complaint, even while the request goes
    /// on (Code 1.5).
    UnhappyRequestComplains,
    /// Work on a request does not stop because somebody complained (Code 1.5).
    RequestWorkGoesOn,
    /// People who answer a survey, or are asked for feedback, hear how they can complain (Code
    /// 1.6).
    SurveySignpost,
    /// A complaint is accepted unless there is a sound reason not to (Code 2.1).
    AcceptedAsARule,
    /// Proceedings have begun only once claim form and particulars of claim are filed (Code 2.2).
    CourtMeansFiled,
    /// The age of a matter counts from the day the resident learned of it, where that is later
    /// (Code 2.3).
    AgeFromAwareness,
    /// An older matter is always considered where there is good reason (Code 2.3).
    AgeDiscretion,
    /// A refusal is explained to the resident, with the reasons and the right to take it to the
    /// Ombudsman (Code 2.4).
    RefusalExplained,
    /// Nothing is refused wholesale and the circumstances of each complaint count (Code 2.5).
    NoBlanketRefusals,
    /// By which several easy ways residents may complain (Code 3.1).
    SeveralChannels,
    /// The Equality Act is thought of and likely adjustments are foreseen (Code 3.1).
    NeedsForeseen,
    /// Residents may complain in any way, to any member of staff (Code 3.2).
    AnyWayToAnybody,
    /// All staff know the process and can pass a complaint to the right person (Code 3.2).
    StaffPassOn,
    /// Many complaints are no bad sign, and few may mean that people cannot complain (Code 3.3).
    VolumesNoShame,
    /// The policy is to be had in a clear form which suits everybody (Code 3.4).
    PolicyAccessible,
    /// The policy is on the website (Code 3.4).
    PolicyOnWebsite,
    /// How residents get to know of the policy, the Code and the Ombudsman (Code 3.5).
    Publicity,
    /// Somebody may deal with a complaint for a resident (Code 3.6).
    Representative,
    /// A resident may be represented or accompanied at a meeting (Code 3.6).
    Accompanied,
    /// Residents hear of their right to turn to the Ombudsman and how to involve it in their
    /// complaint (Code 3.7).
    OmbudsmanTold,
    /// Which person or team is in charge of complaints (Code 4.1).
    ComplaintsTeam,
    /// Who deals with the Ombudsman (Code 4.1).
    OmbudsmanLiaison,
    /// Complaints are reported to the governing body (Code 4.1).
    ReportedUpward,
    /// Whoever handles complaints can turn to staff of every level (Code 4.2).
    AccessToStaff,
    /// Whoever handles complaints is free and entitled to settle a dispute promptly and justly
    /// (Code 4.2).
    AuthorityToSettle,
    /// The staff concerned are trained in complaint handling (Code 4.3).
    Training,
    /// Complaint handling is a priority and is given the people and means it needs (Code 4.3).
    CoreService,
    /// One policy covers all complaints under the Code (Code 5.1).
    OnePolicy,
    /// Nobody is treated differently for having complained (Code 5.1).
    NoWorseTreatment,
    /// Things are settled early, close to where they arose (Code 5.2).
    EarlySettlement,
    /// No step, whatever its name, comes before the first stage or between the two (Code 5.2).
    NoStepBetween,
    /// There are two stages and never more (Code 5.3).
    TwoStages,
    /// The answer of a contractor or another third party is one of the two stages (Code 5.4).
    ThirdPartyInTheStages,
    /// Third parties who handle complaints keep to the Code (Code 5.5).
    ThirdPartiesKeepTheCode,
    /// The complaint and the outcome sought are set out at both stages (Code 5.6).
    ComplaintDefinition,
    /// The resident is asked about whatever is unclear (Code 5.6).
    UnclearAsked,
    /// Which parts are the landlord's responsibility and which are not (Code 5.7).
    ResponsibilityClear,
    /// Each complaint is handled on its merits, with an open mind, weighing the evidence (Code
    /// 5.8).
    OwnMeritsAndEvidence,
    /// Everybody concerned has a fair chance to put their case (Code 5.8).
    FairHearing,
    /// Real and apparent conflicts of interest are dealt with (Code 5.8).
    ConflictsDealtWith,
    /// The rhythm of news is agreed with the resident when an answer takes longer (Code 5.9).
    UpdatesAgreed,
    /// Reasonable adjustments are made (Code 5.10).
    AdjustmentsMade,
    /// Adjustments and disclosed disabilities are recorded (Code 5.10).
    NeedsRecorded,
    /// Adjustments are kept under review (Code 5.10).
    AdjustmentsReviewed,
    /// A refusal of stage 2 is explained, with the right to take it to the Ombudsman (Code 5.11).
    EscalationRefusalExplained,
    /// A full record of each complaint is kept (Code 5.12).
    FullRecord,
    /// A complaint can be put right at any stage, without going further (Code 5.13).
    RemedyAtAnyStage,
    /// How unacceptable behaviour is dealt with (Code 5.14).
    BehaviourPolicy,
    /// The reasons for a restriction are evidenced (Code 5.14).
    RestrictionsEvidenced,
    /// Restrictions are looked at again regularly (Code 5.14).
    RestrictionsReviewed,
    /// A restriction is proportionate (Code 5.15).
    RestrictionsProportionate,
    /// The Equality Act is thought of before anybody is restricted (Code 5.15).
    RestrictionsAndEquality,
    /// How it is decided which complaints can be answered early and which are to be looked into, by
    /// complexity and by risk (Code 6.1).
    Triage,
    /// A complaint is logged within the limit for acknowledging it (Code 6.2).
    LoggedInTimeStageOne,
    /// The answer goes when it is known, not when promised work is done (Code 6.6).
    AnsweredWhenKnown,
    /// Promised work is tracked and done promptly, with news to the resident (Code 6.6).
    ActionsTracked,
    /// The stage 1 answer deals with every point (Code 6.7).
    EveryPointStageOne,
    /// A further related point joins the complaint until stage 1 is answered (Code 6.8).
    FurtherPointsJoin,
    /// When a further point becomes a complaint of its own (Code 6.8).
    FurtherPointsSeparate,
    /// The stage 1 answer is written in clear, plain language (Code 6.9).
    PlainLanguageStageOne,
    /// Whatever is not resolved, in whole or in part, moves to stage 2 (Code 6.10).
    UnresolvedGoesOn,
    /// A request for stage 2 is logged within the limit for acknowledging it (Code 6.11).
    LoggedInTimeStageTwo,
    /// Nobody has to give a reason for asking for stage 2 (Code 6.12).
    NoReasonNeeded,
    /// The landlord tries to understand why the resident remains unhappy (Code 6.12).
    EffortToUnderstand,
    /// Stage 2 is considered by somebody who did not handle stage 1 (Code 6.13).
    SomebodyElseDecides,
    /// The stage 2 answer deals with every point (Code 6.18).
    EveryPointStageTwo,
    /// The stage 2 answer is written in clear, plain language (Code 6.19).
    PlainLanguageStageTwo,
    /// Stage 2 is the landlord's last answer (Code 6.20).
    FinalAnswer,
    /// All staff who are needed for the last answer have a part in it (Code 6.20).
    AllSuitableStaff,
    /// What went wrong is admitted, with what is done to put it right (Code 7.1).
    FaultAdmitted,
    /// A remedy fits the effect which the fault had on the resident (Code 7.2).
    RemedyFitsImpact,
    /// A remedy says what will happen and by when (Code 7.3).
    RemedySaysWhatAndWhen,
    /// What was offered is carried through to the end (Code 7.3).
    RemedyFollowedThrough,
    /// The Ombudsman's guidance on remedies is taken into account (Code 7.4).
    RemediesGuidance,
    /// A yearly report on complaint performance and service improvement is made, with the
    /// self-assessment in it (Code 8.1).
    AnnualReport,
    /// The yearly report goes to the governing body (Code 8.2).
    ReportToGoverningBody,
    /// The yearly report is published on the website with the governing body's response beside it
    /// (Code 8.2).
    ReportPublished,
    /// The self-assessment is done again after a restructure, a merger or a change of procedure
    /// (Code 8.3).
    ReassessedAfterChange,
    /// The self-assessment is looked at again when the Ombudsman asks for it (Code 8.4).
    ReassessedWhenAsked,
    /// What is done, and who is told until when, if an exceptional event keeps the landlord from
    /// complying (Code 8.5).
    ExceptionalEvents,
    /// The landlord looks beyond the single complaint for what services can learn (Code 9.1).
    LearningBeyondTheCase,
    /// Complaints are used as a source of intelligence to find issues and bring change (Code 9.2).
    ComplaintsAsIntelligence,
    /// Learning and improvements are reported back to residents, staff and committees (Code 9.3).
    LearningReported,
    /// Which senior person is accountable for complaint handling and weighs themes and trends (Code
    /// 9.4).
    SeniorLead,
    /// A member of the governing body is appointed as the Member Responsible for Complaints (Code
    /// 9.5).
    MrcAppointed,
    /// This member sees to regular insight for the governing body, and has the access to
    /// information and staff this takes (Code 9.6).
    MrcInformed,
    /// The governing body regularly gets volumes, categories, outcomes and performance (Code 9.7).
    GoverningBodyFigures,
    /// The governing body regularly looks at issues and trends (Code 9.7).
    GoverningBodyThemes,
    /// The governing body hears the outcomes of the Ombudsman's investigations and how orders are
    /// complied with (Code 9.7).
    GoverningBodyOmbudsman,
    /// The governing body gets the yearly report (Code 9.7).
    GoverningBodyAnnualReport,
    /// Staff and third parties have the objective of working together to resolve complaints (Code
    /// 9.8).
    ObjectiveTogether,
    /// Staff and third parties have the objective of taking responsibility together for what went
    /// wrong (Code 9.8).
    ObjectiveCollective,
    /// Staff and third parties have the objective of acting within their professional standards
    /// (Code 9.8).
    ObjectiveProfessional,
}
