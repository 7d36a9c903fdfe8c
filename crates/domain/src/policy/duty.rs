//! The duties whose clause a refusal or a letter names; the same list for every policy.

use serde::{Deserialize, Serialize};

/// A duty under the Code that a policy may state with a clause of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Duty {
    /// Complaints may come by any channel, to anybody (Code 3.2).
    AnyChannel,
    /// The choice to complain is offered (Code 1.3).
    OfferChoice,
    /// Somebody may act for the resident (Code 3.6).
    Representative,
    /// The record holds the original complaint and its date (Code 5.12).
    FullRecord,
    /// Acceptance is the rule; each case on its own merits (Code 2.1, 2.5).
    OwnMerits,
    /// A refusal is explained in writing with the Ombudsman's details (Code 2.4).
    RefusalLetter,
    /// The Ombudsman may tell the landlord to take a complaint on (Code 2.4).
    Direction,
    /// The complaint definition: points and outcomes sought (Code 5.6).
    Definition,
    /// Whose responsibility each point is (Code 5.7).
    Responsibility,
    /// What is unclear is asked (Code 5.6).
    Clarification,
    /// Handlers act independently and deal with conflicts (Code 5.8).
    FairHandling,
    /// The resident is contacted and heard (Code 5.8b).
    Hearing,
    /// Adjustments are asked about, made, recorded and reviewed (Code 5.10).
    Adjustments,
    /// Updates at agreed intervals (Code 5.9).
    Updates,
    /// A further related point joins the case (Code 6.8).
    PointsJoin,
    /// A further point after the response is a new complaint (Code 6.8).
    PointsAfterResponse,
    /// An unrelated point is a new complaint (Code 6.8).
    PointsUnrelated,
    /// A point that would delay the answer unreasonably is a new complaint (Code 6.8).
    PointsDelay,
    /// Every point is answered at stage 1 (Code 6.7).
    AnswerEveryPoint,
    /// Every point is answered at stage 2 (Code 6.18).
    AnswerEveryPointStage2,
    /// Reasons for each decision, with the rules they rest on (Code 6.7).
    Reasons,
    /// Reasons at stage 2 (Code 6.18).
    ReasonsStage2,
    /// The stage 1 decision is in writing (Code 6.9).
    InWriting,
    /// The stage 2 decision is in writing (Code 6.19).
    InWritingStage2,
    /// What went wrong is admitted and put right (Code 7.1).
    PutRight,
    /// A remedy says what will happen and by when (Code 7.3).
    RemedyWhatAndWhen,
    /// The response goes when the answer is known; actions are tracked on (Code 6.6).
    ActionsOutlive,
    /// No reason may be demanded for stage 2 (Code 6.12).
    NoReasonNeeded,
    /// Stage 2 is the last answer (Code 6.20).
    FinalStage,
    /// The stage 2 decision is somebody else's (Code 6.13).
    Independence,
    /// Something is learned from each complaint (Code 9.1).
    Learning,
    /// Behaviour is dealt with on evidence, and a limit is looked at again (Code 5.14).
    Behaviour,
    /// A limit is in proportion and mindful of the Equality Act (Code 5.15).
    Proportion,
    /// Somebody deals with the Ombudsman (Code 4.1).
    OmbudsmanDealings,
    /// How orders of the Ombudsman go is followed (Code 9.7c).
    OmbudsmanOrders,
    /// Each complaint is resolved at the earliest opportunity (Code 6.1).
    EarlySettlement,
    /// Complexity, vulnerability and risk are weighed, and early answers told from others (Code 6.1).
    Triage,
    /// A departure from the policy is a decision with a reason (Code 0.1).
    Departure,
}
