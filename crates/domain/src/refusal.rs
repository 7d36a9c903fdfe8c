//! Why a command was declined: the facts and the clause. The sentences live with the pages.

use jiff::civil::Date;

use crate::ids::{ActionId, OfferId, OrderId, PointId, RequestId, RestrictionId, StaffId};
use crate::policy::ExtensionTerms;
use crate::vocabulary::{
    Channel, ClosingReason, EscalationGround, Finding, Ground, Payee, Role, Stage,
};

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

impl Refusal {
    /// The frozen code that files, pages and the API show.
    pub fn code(&self) -> &'static str {
        match &self.why {
            Why::NothingReceived => "nothing-received",
            Why::AlreadyReceived => "already-received",
            Why::Missing { .. } => "missing",
            Why::ReceivedInFuture { .. } => "received-in-future",
            Why::NotAllowed { .. } => "not-allowed",
            Why::NotAComplaint => "not-a-complaint",
            Why::AlreadyDeclined => "already-declined",
            Why::AlreadyAccepted => "already-accepted",
            Why::NotDeclined => "not-declined",
            Why::Withdrawn { .. } => "withdrawn",
            Why::CaseClosed { .. } => "case-closed",
            Why::GroundNotInPolicy { .. } | Why::GroundUnsupported { .. } => "ground-unsupported",
            Why::DirectionCannotBeRefused { .. } => "direction-cannot-be-refused",
            Why::NoPoints | Why::PointIncomplete { .. } => "definition-incomplete",
            Why::PointTwice { .. } => "point-twice",
            Why::NoSuchPoint { .. } => "no-such-point",
            Why::PointGone { .. } => "point-gone",
            Why::LastPoint => "last-point",
            Why::DefinitionSettled { .. } => "definition-settled",
            Why::AlreadyAcknowledged { .. } => "already-acknowledged",
            Why::NotEscalated => "not-escalated",
            Why::NotAcknowledged => "not-acknowledged",
            Why::NotInWriting => "not-in-writing",
            Why::WrongChannel => "wrong-channel",
            Why::AlreadyResponded { .. } => "already-responded",
            Why::NotAnswered { .. } => "not-answered",
            Why::ProcessEnded { .. } => "process-ended",
            Why::ExtensionUnknown => "extension-unknown",
            Why::ExtensionTooLong { .. } => "extension-too-long",
            Why::ExtensionIncomplete { .. } => "extension-incomplete",
            Why::ExtensionNotLater { .. } => "extension-not-later",
            Why::ReplyAfterResponse { .. } => "reply-after-response",
            Why::ReasonMissing { .. } => "reason-missing",
            Why::FindingWrong { .. } => "finding-wrong",
            Why::PointUnanswered { .. } => "point-unanswered",
            Why::NothingPutRight { .. } | Why::RemedyVague { .. } => "remedy-vague",
            Why::DayPassed { .. } => "day-passed",
            Why::NamedInComplaint { .. } => "named-in-complaint",
            Why::OwnLetter => "own-letter",
            Why::NotIndependent { .. } => "not-independent",
            Why::WrongRole { .. } => "wrong-role",
            Why::Conflicted { .. } => "conflicted",
            Why::AlreadyRequested { .. } => "already-requested",
            Why::NotRequested => "not-requested",
            Why::LateUndecided { .. } => "late-undecided",
            Why::EscalationGroundNotInPolicy { .. } | Why::EscalationGroundUntrue { .. } => {
                "ground-unsupported"
            }
            Why::NoSuchRequest { .. } => "no-such-request",
            Why::ToldBefore { .. } => "told-before",
            Why::AnswerGoesOut => "answer-goes-out",
            Why::NoSuchAction { .. } => "no-such-action",
            Why::ActionTwice { .. } => "action-twice",
            Why::ActionDone { .. } => "action-done",
            Why::NoSuchOffer { .. } => "no-such-offer",
            Why::OfferSettled { .. } => "offer-settled",
            Why::OfferOpen { .. } | Why::OfferNeverLapses => "offer-open",
            Why::OfferNotAccepted { .. } => "offer-not-accepted",
            Why::PayeeNotInPolicy { .. } => "payee-not-in-policy",
            Why::SetOffTooLarge { .. } => "set-off-too-large",
            Why::NoPanel => "no-panel",
            Why::PanelPending { .. } => "panel-pending",
            Why::PanelNotAsked { .. } => "panel-not-asked",
            Why::BelowInsurersLimit { .. } => "below-insurers-limit",
            Why::NoReferringBack => "no-referring-back",
            Why::AlreadyReferredBack { .. } => "already-referred-back",
            Why::NotAgreed => "not-agreed",
            Why::AlreadyLogged { .. } => "already-logged",
            Why::LeadMissing => "lead-missing",
            Why::ContactTooEarly { .. } => "contact-too-early",
            Why::NotAnsweredYet => "not-answered",
            Why::WindowOpen { .. } => "window-open",
            Why::ClosingReasonUntrue { .. } => "closing-reason-untrue",
            Why::BehaviourNeverCloses => "behaviour-never-closes",
            Why::OpenActions { .. } => "open-actions",
            Why::NotClosed => "not-closed",
            Why::SplitReasonUntrue => "split-reason-untrue",
            Why::ScoreOutOfRange { .. } => "score-out-of-range",
            Why::ApproverIsAsker => "approver-is-asker",
            Why::NeverEvidence => "never-evidence",
            Why::WarningFirst => "warning-first",
            Why::NoRouteLeft { .. } => "no-route-left",
            Why::NothingProposed => "nothing-proposed",
            Why::NothingRestricted => "nothing-restricted",
            Why::RestrictionTwice { .. } => "restriction-twice",
            Why::NothingAskedByOmbudsman => "nothing-asked-by-ombudsman",
            Why::NoSuchOrder { .. } => "no-such-order",
            Why::OrderTwice { .. } => "order-twice",
            Why::OrderDone { .. } => "order-done",
            Why::AnswerLacks { .. } => "answer-lacks",
            Why::CalendarEnds { .. } => "calendar-ends",
        }
    }

    /// A refusal under the clause of a policy's own extension terms.
    pub fn beyond(terms: &ExtensionTerms, why: Why) -> Self {
        Self { clause: terms.clause.clone(), why }
    }
}
