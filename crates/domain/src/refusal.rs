//! Why a command was declined: the facts and the clause. The sentences live with the pages.

use jiff::civil::Date;

use crate::ids::{ActionId, OfferId, OrderId, PointId, RequestId, RestrictionId, StaffId};
use crate::vocabulary::{
    Channel, ClosingReason, EscalationGround, Finding, Ground, Payee, Role, Stage,
};

mod code;

/// The system declining a command.
#[derive(Clone, Debug, PartialEq)]
pub struct Refusal {
    /// The clause that forbids it, as the pack or the Code numbers it.
    pub clause: String,
    pub why: Why,
}

/// The facts of a refusal. Each has a frozen code.
#[derive(Clone, Debug, PartialEq)]
pub enum Why {
    /// Nothing has been received yet.
    NothingReceived,
    AlreadyReceived,
    /// A needed field was left out or holds nothing but spaces.
    Missing {
        field: &'static str,
    },
    ReceivedInFuture {
        given: Date,
        today: Date,
    },
    NotAllowed {
        verb: &'static str,
        roles: Vec<Role>,
    },
    NotAComplaint,
    AlreadyDeclined,
    AlreadyAccepted,
    NotDeclined,
    Withdrawn {
        on: Date,
    },
    CaseClosed {
        on: Date,
    },
    GroundNotInPolicy {
        ground: Ground,
    },
    GroundUnsupported {
        ground: Ground,
        lacks: Lack,
    },
    DirectionCannotBeRefused {
        on: Date,
    },
    NoPoints,
    PointTwice {
        point: PointId,
    },
    PointIncomplete {
        point: PointId,
        lacks: PointLack,
    },
    NoSuchPoint {
        point: PointId,
    },
    PointGone {
        point: PointId,
    },
    LastPoint,
    DefinitionSettled {
        on: Date,
    },
    AlreadyAcknowledged {
        on: Date,
    },
    NotEscalated,
    NotAcknowledged,
    NotInWriting,
    WrongChannel,
    AlreadyResponded {
        stage: Stage,
        on: Date,
    },
    NotAnswered {
        due: Option<Date>,
    },
    ProcessEnded {
        on: Date,
    },
    ExtensionUnknown,
    ExtensionTooLong {
        asked: Date,
        latest: Date,
    },
    ExtensionIncomplete {
        lacks: ExtensionLack,
    },
    ExtensionNotLater {
        asked: Date,
        current: Date,
    },
    /// A reply asked for by a day on which the resident's answer is already due.
    ReplyAfterResponse {
        asked: Date,
        latest: Date,
    },
    ReasonMissing {
        point: Option<PointId>,
    },
    FindingWrong {
        finding: Finding,
        allowed: Vec<Finding>,
    },
    PointUnanswered {
        points: Vec<PointId>,
    },
    NothingPutRight {
        points: Vec<PointId>,
    },
    RemedyVague {
        lacks: &'static str,
    },
    /// More than anybody may offer under the policy, in pence.
    SumBeyondLimits {
        amount: u64,
        limit: u64,
    },
    DayPassed {
        given: Date,
        today: Date,
    },
    /// The complaint is about the person who acts or is chosen.
    NamedInComplaint {
        who: StaffId,
    },
    /// Whoever wrote a letter does not clear it.
    OwnLetter,
    /// No letter of that number waits to leave.
    LetterNotWaiting {
        number: u32,
    },
    /// A letter leaves on the day printed on it.
    LetterDated {
        dated: Date,
        given: Date,
    },
    /// No letter of that number is on its way.
    LetterNotSent {
        number: u32,
    },
    ArrivedBeforeItLeft {
        left_on: Date,
        given: Date,
    },
    NotIndependent {
        who: StaffId,
        because: Bar,
    },
    WrongRole {
        who: StaffId,
        wanted: Vec<Role>,
    },
    Conflicted {
        who: StaffId,
    },
    AlreadyRequested {
        on: Date,
    },
    NotRequested,
    LateUndecided {
        last_day: Date,
        asked: Date,
    },
    EscalationGroundNotInPolicy {
        ground: EscalationGround,
    },
    EscalationGroundUntrue {
        ground: EscalationGround,
        last_day: Option<Date>,
    },
    /// The case has no such request for information.
    NoSuchRequest {
        id: RequestId,
    },
    /// The day somebody was told lies before the day it happened.
    ToldBefore {
        told: Date,
        happened: Date,
    },
    /// What the landlord sends out answers no question of its own.
    AnswerGoesOut,
    NoSuchAction {
        id: ActionId,
    },
    ActionTwice {
        id: ActionId,
    },
    ActionDone {
        id: ActionId,
        on: Date,
    },
    NoSuchOffer {
        id: Option<OfferId>,
    },
    OfferSettled {
        id: OfferId,
    },
    /// The resident can still accept it.
    OfferOpen {
        id: OfferId,
        last_day: Date,
    },
    /// The policy sets no time for accepting an offer.
    OfferNeverLapses,
    OfferNotAccepted {
        id: OfferId,
    },
    PayeeNotInPolicy {
        to: Payee,
    },
    SetOffTooLarge {
        set_off: u64,
        amount: u64,
    },
    NoPanel,
    PanelPending {
        on: Date,
    },
    PanelNotAsked {
        id: OfferId,
    },
    BelowInsurersLimit {
        value: u64,
        limit: u64,
    },
    NoReferringBack,
    AlreadyReferredBack {
        on: Date,
    },
    NotAgreed,
    AlreadyLogged {
        on: Date,
    },
    LeadMissing,
    /// The contact before closing came before the last action was done.
    ContactTooEarly {
        contacted: Date,
        done: Date,
    },
    NotAnsweredYet,
    /// Nobody was praised here.
    NoPraise,
    /// Its day has not passed, or there is none.
    RequestNotLate {
        id: RequestId,
    },
    WindowOpen {
        last_day: Date,
    },
    ClosingReasonUntrue {
        reason: ClosingReason,
    },
    BehaviourNeverCloses,
    OpenActions {
        ids: Vec<ActionId>,
    },
    NotClosed,
    SplitReasonUntrue,
    ScoreOutOfRange {
        field: &'static str,
    },
    ApproverIsAsker,
    /// What everybody is entitled to do bears no restriction.
    NeverEvidence,
    /// The policy wants a warning before a restriction.
    WarningFirst,
    /// Nothing is on record that came after the warning.
    NoConductSinceWarning {
        warned: Date,
    },
    /// The restriction closes the way that is to stay open.
    NoRouteLeft {
        route: Channel,
    },
    NothingProposed,
    NothingRestricted,
    RestrictionTwice {
        id: RestrictionId,
    },
    NothingAskedByOmbudsman,
    NoSuchOrder {
        id: OrderId,
    },
    OrderTwice {
        id: OrderId,
    },
    OrderDone {
        id: OrderId,
        on: Date,
    },
    /// The Ombudsman has decided nothing yet.
    NotDetermined,
    /// It came as no request for service.
    NotARequest,
    /// Nothing was offered that could be answered.
    NothingOffered,
    RequestSettled {
        on: Date,
    },
    /// The request was not settled in time, and nobody has asked whether they want to complain.
    ChoiceOwed {
        due: Date,
    },
    /// A request ends with its outcome.
    RequestUnsettled,
    /// An item that the policy wants in every answer.
    AnswerLacks {
        item: AnswerItem,
    },
    CalendarEnds {
        year: i16,
    },
}

/// What the proof of a ground lacks.
#[derive(Clone, Debug, PartialEq)]
pub enum Lack {
    /// Neither the day it happened nor the day it was noticed is known.
    Dates,
    /// The matter is not too old: the last day lies on or after the receipt.
    StillInTime {
        last_day: Date,
        received: Date,
    },
    /// Nobody said whether there is good reason to take it all the same.
    Discretion,
    /// Proceedings have begun only once both papers are filed.
    CourtPapers,
    EarlierCase,
    /// Who the resident should turn to.
    Body,
    /// The person is a customer, or acts for one.
    IsACustomer,
    /// The contact is not what the ground needs it to be.
    OtherKind,
    /// Fewer words than a reason takes.
    OwnReasons,
    Circumstances,
    /// The day the new home was handed over.
    HandedOver,
    /// The defect period was over on the day of receipt.
    PeriodOver {
        last_day: Date,
        received: Date,
    },
    /// The part about our own service, which is taken on.
    Handling,
    /// It is a complaint: the policy only says which team deals with it.
    Routed {
        goes_to: String,
    },
}

/// What a point of a definition lacks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PointLack {
    Text,
    Outcome,
    Responsibility,
}

/// What a policy wants in every answer, whatever it decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AnswerItem {
    Thanks,
    Apology,
    Safeguards,
}

/// What a notice of more time lacks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExtensionLack {
    NewDay,
    OneDayOnly,
    Reason,
    Updates,
    Approver,
    Agreement,
    Exceptional,
}

/// Why somebody may not decide stage 2 or sit on a panel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bar {
    HandledStage1,
    OversawStage1,
    /// Did, approved or wrote down something at stage 1.
    TookPart,
    /// Handled the case whose sum the panel reviews.
    HandledCase,
    /// The behaviour was aimed at them.
    Target,
    /// Their own answer is asked about.
    Reviewed,
}
