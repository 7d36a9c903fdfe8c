//! What happened to a complaint. Events are past facts; their stored names are frozen for ever.
//!
//! INVARIANT: an event holds ids, days, codes and pence, and [`Words`] for anything personal, so
//! that a person's text can be erased while every figure and the chain stay as they were.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::calendar::Span;
use crate::clock::settled::Settled;
use crate::command::{Agreed, Decline, Extend, Find, OfferRemedy, Receive, Respond};
use crate::complaint::Point;
use crate::ids::{ActionId, CaseId, OfferId, PackId, PointId, RequestId, StaffId};
use crate::personal::Words;
use crate::vocabulary::{
    Authority, Basis, Channel, Choice, ClosingReason, Direction, EscalationGround, Finding, Ground,
    Inquiry, Kind, Payee, Role, SplitReason, Stage,
};

mod beside;
mod name;
mod post;
mod writing;

pub use beside::{
    AskPassed, Complied, Determined, Discussed, Disputed, Ended, EvidenceWanted, Incident, Meeting,
    MoreTime, Ordered, OutcomeAnswered, OutcomeOffered, Proposal, RequestReviewed, Restricted,
    Triaged,
};

pub use post::{Arrived, CameBack, Queued, TakenBack};
pub use writing::Written;

/// One event with the day it happened and who did it. The record adds when it was written down.
#[derive(Clone, Debug, PartialEq)]
pub struct Happened {
    /// The Europe/London day on which it happened.
    pub on: Date,
    /// Who acted; nobody where time, the worker or an unnamed step of a rehearsal did.
    pub by: Option<StaffId>,
    /// The fact.
    pub event: Event,
}

/// A past fact about one complaint.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(
    tag = "kind",
    content = "facts",
    rename_all = "kebab-case",
    rename_all_fields = "kebab-case",
    deny_unknown_fields
)]
pub enum Event {
    ComplaintReceived {
        pack: PackId,
        floor: bool,
        received_on: Date,
        channel: Channel,
        contact: Box<Receive>,
    },
    /// What people quote; given once, when the case is put on file.
    ReferenceGiven {
        reference: String,
    },
    ContactClassified {
        kind: Kind,
        reason: Option<Words>,
    },
    ChoiceOffered {
        answer: Choice,
    },
    RepresentativeAuthorised {
        who: Words,
        status: Authority,
        basis: Option<Basis>,
    },
    ComplaintAccepted {},
    ComplaintDeclined {
        ground: Ground,
        whole: bool,
        refusal: Box<Decline>,
    },
    AcceptanceDirected {
        reference: Words,
        stage: Stage,
    },
    LeadNamed {
        who: Words,
    },
    CaseLinked {
        to: CaseId,
    },
    ComplaintWithdrawn {
        reason: Option<Words>,
    },
    ReceivedDateCorrected {
        from: Date,
        to: Date,
        reason: Words,
    },
    ComplaintDefined {
        stage: Stage,
        version: u32,
        points: Vec<Point>,
    },
    ClarificationAsked {
        stage: Stage,
        question: Words,
    },
    DefinitionConfirmed {
        stage: Stage,
        version: u32,
        changes: Option<Words>,
    },
    ComplaintAcknowledged {
        stage: Stage,
        channel: Channel,
        needs_asked: bool,
        /// The day promised for the response.
        response_due: Date,
    },
    FormLogged {},
    ComplaintLogged {
        stage: Stage,
    },
    OfficerAssigned {
        stage: Stage,
        officer: StaffId,
        role: Option<Role>,
        /// The day the officer had it in hand, where that was before.
        #[serde(default)]
        received_on: Option<Date>,
    },
    OverseerAssigned {
        stage: Stage,
        officer: StaffId,
        role: Option<Role>,
    },
    ConflictDeclared {
        who: StaffId,
        about: Words,
        mitigation: Option<Words>,
    },
    ContactMade {
        stage: Stage,
        note: Option<Words>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        read_back: Option<bool>,
    },
    UpdatesAgreed {
        stage: Stage,
        every: Span,
        method: Option<Channel>,
    },
    NeedsRecorded {
        stage: Stage,
        needs: Vec<Words>,
        disability: Option<Words>,
    },
    CorrespondenceRecorded {
        with: Words,
        direction: Direction,
        text: Words,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        told_on: Option<Date>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        answers: Option<RequestId>,
    },
    EvidenceRecorded {
        what: Words,
        from: Option<Words>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        how: Option<Inquiry>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        answers: Option<RequestId>,
    },
    InformationRequested {
        from: Words,
        what: Words,
        due: Option<Date>,
    },
    CommentInvited {
        who: Words,
        about: Words,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        staff: Option<StaffId>,
    },
    /// The complaint is about this member of staff, who is barred from it.
    StaffNamed {
        who: StaffId,
    },
    /// It turned out not to be about them.
    StaffCleared {
        who: StaffId,
        reason: Words,
    },
    /// A second person read a letter and let exactly these bytes go.
    LetterCleared {
        letter: String,
        author: StaffId,
        /// SHA-256 of its paper, in hex.
        sha256: String,
        /// Codes of the letter checks that asked.
        #[serde(default)]
        asks: Vec<String>,
    },
    PointAdded {
        stage: Stage,
        version: u32,
        point: Point,
    },
    NewComplaintOpened {
        opens: CaseId,
        because: SplitReason,
        /// The point that leaves this case; none where it never was part of it.
        point: Option<PointId>,
        raised_on: Date,
        text: Words,
        outcome: Words,
    },
    ResidentUpdated {
        stage: Stage,
        text: Words,
    },
    ResponseExtended {
        stage: Stage,
        from: Date,
        to: Date,
        late: bool,
        past_cap: bool,
        agreed: Option<Agreed>,
        notice: Box<Extend>,
    },
    PointFound {
        stage: Stage,
        finding: Finding,
        found: Box<Find>,
    },
    RemedyOffered {
        stage: Stage,
        offer: Option<OfferId>,
        action: Option<ActionId>,
        remedy: Box<OfferRemedy>,
    },
    ActionRaised {
        stage: Stage,
        id: ActionId,
        what: Words,
        owner: Words,
        due: Date,
    },
    ResponseIssued {
        stage: Stage,
        /// The last day to ask for stage 2, as the letter says it; none where there is no limit.
        escalate_by: Option<Date>,
        response: Box<Respond>,
    },
    EscalationRequested {
        channel: Channel,
        reason: Option<Words>,
        points: Vec<PointId>,
        received_on: Date,
        late: bool,
    },
    ComplaintEscalated {
        officer: StaffId,
        role: Option<Role>,
        late_because: Option<Words>,
    },
    EscalationDeclined {
        ground: EscalationGround,
        reasons: Words,
        circumstances: Option<Words>,
    },
    CaseReferredBack {
        due: Option<Date>,
    },
    ResponseReconsidered {
        text: Words,
        /// Whether the result is still to come.
        #[serde(default)]
        open: bool,
        /// The last day to ask for stage 2, counted afresh from the result.
        #[serde(default)]
        escalate_by: Option<Date>,
    },
    EnquiryAnswered {
        channel: Channel,
        /// What the member is told, in a letter of ours.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reply: Option<Words>,
    },
    OfferAccepted {
        offer: OfferId,
    },
    OfferRejected {
        offer: OfferId,
    },
    OfferLapsed {
        offer: OfferId,
    },
    OfferReferredToPanel {
        offer: OfferId,
    },
    PanelRecommended {
        offer: OfferId,
        amount: u64,
        reasons: Words,
        followed: bool,
        why_not: Option<Words>,
    },
    ClaimReferredToInsurer {
        what: Words,
        value: Option<u64>,
    },
    OfferPaid {
        offer: OfferId,
        paid_on: Date,
        to: Payee,
        set_off: u64,
        approved_by: Option<StaffId>,
    },
    ActionUpdated {
        id: ActionId,
        text: Words,
        due: Option<Date>,
    },
    ActionCompleted {
        id: ActionId,
        proof: Option<Words>,
    },
    ActionDisputed(Disputed),
    PolicyDepartedFrom {
        clause: String,
        reason: Words,
        approved_by: StaffId,
    },
    ComplaintClosed {
        reason: ClosingReason,
        contacted_on: Option<Date>,
        agreed_on: Option<Date>,
        /// Who approved it, where behaviour is the reason.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        approved_by: Option<StaffId>,
        /// What the Equality Act meant, where behaviour is the reason.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        equality: Option<Words>,
    },
    ComplaintReopened {
        reason: Words,
    },
    ResidentSurveyed {},
    SurveyAnswered {
        handling: u8,
        outcome: u8,
        text: Option<Words>,
    },
    LessonRecorded {
        cause: Words,
        lesson: Words,
        change: Option<Words>,
        owner: Option<Words>,
        due: Option<Date>,
    },
    ImprovementRecorded {
        what: Words,
        done_on: Date,
    },
    /// The day on which what somebody needs is looked at again.
    AdjustmentReviewSet {
        review_on: Date,
    },
    /// Somebody tried to put it right at once. No clock waits for that, and it is no stage.
    SettlementAttempted {
        what: Words,
        settled: bool,
    },
    ComplaintTriaged(Triaged),
    MeetingHeld(Meeting),
    IncidentRecorded(Incident),
    PersonWarned(Incident),
    RestrictionProposed(Box<Proposal>),
    RestrictionApproved(Restricted),
    RestrictionRefused(Ended),
    RestrictionReviewed(Restricted),
    RestrictionLifted(Ended),
    /// The person says why it is wrong.
    RestrictionChallenged(Ended),
    OmbudsmanContacted {
        reference: Words,
    },
    EvidenceRequested(EvidenceWanted),
    EvidenceSent {},
    MoreTimeAsked(MoreTime),
    OmbudsmanDetermined(Determined),
    OmbudsmanOrdered(Ordered),
    OrderComplied(Complied),
    DeterminationDiscussed(Discussed),
    OutcomeOffered(OutcomeOffered),
    OutcomeAnswered(OutcomeAnswered),
    RequestSettled {
        outcome: Words,
    },
    RequestReviewed(RequestReviewed),
    /// A letter waits to leave; what it says is not said yet.
    LetterQueued(Box<Queued>),
    LetterWithdrawn(TakenBack),
    /// A letter left the house: its paper is kept as a file under this hash.
    LetterSent {
        letter: String,
        number: u32,
        stage: Stage,
        channel: Channel,
        sent_on: Date,
        text: Words,
        /// SHA-256 of the paper as it left, in hex.
        sha256: String,
        /// SHA-256 of the kept copy, in which the resident's code is masked.
        kept_sha256: String,
        /// Letter checks that asked, and why somebody let the letter go all the same.
        #[serde(default)]
        passed: Vec<AskPassed>,
    },
    /// A letter that goes with no other act.
    LetterWritten(Box<Written>),
    LetterBounced(CameBack),
    LetterReturned(CameBack),
    LetterReceived(Arrived),
    CodeIssued {},
    /// A day began or ceased to count, and these are the case's days that it touched.
    CalendarChanged {
        /// Names the proposal that was put in force.
        change: String,
        dates: Vec<Settled>,
    },
    FileAttached {
        /// Names the kept file; its bytes live outside the record.
        file: String,
        name: Words,
        sha256: String,
        bytes: u64,
        media_type: String,
    },
}
