//! What people may ask of a complaint. Commands are orders; the same names and fields serve forms,
//! rehearsals and the JSON API. Almost every field may be left out here, because a missing duty is
//! answered by a refusal that names it, not by a broken file.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::calendar::Span;
use crate::ids::{ActionId, CaseId, OfferId, PointId, RequestId, StaffId};
use crate::personal::Words;
use crate::vocabulary::{
    Authority, Basis, Channel, Choice, ClosingReason, Direction, EscalationGround, Inquiry, Kind,
    Payee, Responsibility, Role, SplitReason,
};

mod answering;
mod behaviour;
mod extending;
mod keeping;
mod meeting;
mod ombudsman;
mod point;
mod post;
mod receiving;
mod request;
mod triage;
mod writing;

pub use answering::{Find, OfferRemedy, Respond};
pub use behaviour::{
    ApproveRestriction, ChallengeRestriction, LiftRestriction, ProposeRestriction, RecordIncident,
    RefuseRestriction, ReviewRestriction, WarnPerson,
};
pub use extending::{Agreed, Extend};
pub use keeping::DisputeAction;
pub use meeting::RecordMeeting;
pub use ombudsman::{
    AskMoreTime, ComplyWithOrder, DiscussDetermination, Head, OmbudsmanContacts,
    OmbudsmanDetermines, OmbudsmanOrders, RequestsEvidence,
};
pub use point::AddPoint;
pub use post::{NotReached, RecordPosting, RecordReceipt, ResendLetter, WithdrawLetter};
pub use receiving::{Decline, Receive};
pub use request::{AnswerOutcome, OfferOutcome, ReviewRequest, SettleRequest};
pub use triage::Triage;
pub use writing::WriteLetter;

/// One order to the desk. `do` names it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(
    tag = "do",
    rename_all = "kebab-case",
    rename_all_fields = "kebab-case",
    deny_unknown_fields
)]
pub enum Command {
    Receive(Box<Receive>),
    Classify {
        kind: Option<Kind>,
        #[serde(default)]
        reason: Option<Words>,
    },
    OfferChoice {
        answer: Option<Choice>,
    },
    AuthoriseRepresentative {
        #[serde(default)]
        who: Words,
        status: Option<Authority>,
        #[serde(default)]
        basis: Option<Basis>,
    },
    Accept {},
    Decline(Box<Decline>),
    AcceptByDirection {
        #[serde(default)]
        reference: Words,
    },
    NameLead {
        #[serde(default)]
        who: Words,
    },
    Link {
        #[serde(default)]
        to: CaseId,
    },
    Withdraw {
        #[serde(default)]
        reason: Option<Words>,
    },
    CorrectReceivedDate {
        to: Option<Date>,
        #[serde(default)]
        reason: Words,
    },
    Define {
        #[serde(default)]
        points: Vec<PointGiven>,
    },
    AmendDefinition {
        #[serde(default)]
        points: Vec<PointGiven>,
    },
    AskClarification {
        #[serde(default)]
        question: Words,
    },
    ConfirmDefinition {
        #[serde(default)]
        changes: Option<Words>,
    },
    Acknowledge(Acknowledge),
    LogForm {},
    Log {},
    Assign {
        #[serde(default)]
        officer: StaffId,
        #[serde(default)]
        role: Option<Role>,
        #[serde(default)]
        oversees: bool,
        /// The day the officer had it in hand, if before today.
        #[serde(default)]
        received_on: Option<Date>,
    },
    DeclareConflict {
        #[serde(default)]
        who: StaffId,
        #[serde(default)]
        about: Words,
        #[serde(default)]
        mitigation: Option<Words>,
    },
    MakeContact {
        #[serde(default)]
        note: Option<Words>,
        /// Whether what was understood was read back to the resident.
        #[serde(default)]
        read_back: Option<bool>,
    },
    AgreeUpdates {
        every: Option<Span>,
        #[serde(default)]
        method: Option<Channel>,
    },
    RecordNeeds {
        #[serde(default)]
        needs: Vec<Words>,
        #[serde(default)]
        disability: Option<Words>,
        /// When what was agreed is looked at again.
        #[serde(default)]
        review_on: Option<Date>,
    },
    Triage(Triage),
    RecordMeeting(RecordMeeting),
    AttemptSettlement {
        #[serde(default)]
        what: Words,
        #[serde(default)]
        settled: bool,
    },
    RecordCorrespondence {
        #[serde(default)]
        with: Words,
        direction: Option<Direction>,
        #[serde(default)]
        text: Words,
        /// The day anybody here, or a contractor, had it, where that is later than it happened.
        #[serde(default)]
        told_on: Option<Date>,
        /// The request for information that it answers.
        #[serde(default)]
        answers: Option<RequestId>,
    },
    RecordEvidence {
        #[serde(default)]
        what: Words,
        #[serde(default)]
        from: Option<Words>,
        /// How it was found out.
        #[serde(default)]
        how: Option<Inquiry>,
        /// The request for information that it answers.
        #[serde(default)]
        answers: Option<RequestId>,
    },
    RequestInformation {
        #[serde(default)]
        from: Words,
        #[serde(default)]
        what: Words,
        #[serde(default)]
        due: Option<Date>,
    },
    InviteComment {
        #[serde(default)]
        who: Words,
        #[serde(default)]
        about: Words,
        /// Their account, where they are staff: from then on they are barred from the case.
        #[serde(default)]
        staff: Option<StaffId>,
    },
    /// Says that the complaint is about a member of staff, or about them no longer.
    NameStaff {
        #[serde(default)]
        who: StaffId,
        #[serde(default)]
        no_longer: bool,
        #[serde(default)]
        reason: Option<Words>,
    },
    /// Lets a letter that somebody else wrote go, for exactly these bytes.
    ClearLetter {
        /// Its kind.
        #[serde(default)]
        letter: String,
        /// Who wrote it.
        #[serde(default)]
        author: StaffId,
        /// SHA-256 of its paper, in hex.
        #[serde(default)]
        sha256: String,
        /// Codes of the letter checks that ask, and over which it may go.
        #[serde(default)]
        asks: Vec<String>,
    },
    AddPoint(AddPoint),
    SplitPoint {
        #[serde(default)]
        point: PointId,
        reason: Option<SplitReason>,
        #[serde(default)]
        opens: Option<CaseId>,
    },
    UpdateResident {
        #[serde(default)]
        text: Words,
    },
    Extend(Box<Extend>),
    Find(Box<Find>),
    OfferRemedy(Box<OfferRemedy>),
    RaiseAction {
        #[serde(default)]
        what: Words,
        #[serde(default)]
        owner: Words,
        due: Option<Date>,
        #[serde(default)]
        id: Option<ActionId>,
    },
    Respond(Respond),
    RequestEscalation {
        channel: Option<Channel>,
        #[serde(default)]
        reason: Option<Words>,
        #[serde(default)]
        points: Option<Vec<PointId>>,
        #[serde(default)]
        received_on: Option<Date>,
    },
    Escalate {
        #[serde(default)]
        officer: StaffId,
        #[serde(default)]
        role: Option<Role>,
        #[serde(default)]
        late_because: Option<Words>,
    },
    DeclineEscalation {
        ground: Option<EscalationGround>,
        #[serde(default)]
        reasons: Words,
        #[serde(default)]
        circumstances: Option<Words>,
    },
    ReferBack {
        #[serde(default)]
        agreed: Option<Agreed>,
        /// By when the resident hears the result, as agreed with them.
        #[serde(default)]
        due: Option<Date>,
    },
    Reconsider {
        #[serde(default)]
        text: Words,
        /// The rethink has begun, and its result is still to come.
        #[serde(default)]
        open: bool,
    },
    AcceptOffer {
        #[serde(default)]
        offer: Option<OfferId>,
    },
    RejectOffer {
        #[serde(default)]
        offer: Option<OfferId>,
    },
    LapseOffer {
        #[serde(default)]
        offer: Option<OfferId>,
    },
    ReferToPanel {
        #[serde(default)]
        offer: Option<OfferId>,
    },
    PanelRecommends {
        #[serde(default)]
        offer: Option<OfferId>,
        /// Whole pence.
        #[serde(default)]
        amount: Option<u64>,
        #[serde(default)]
        reasons: Words,
        #[serde(default)]
        followed: Option<bool>,
        #[serde(default)]
        why_not: Option<Words>,
    },
    ReferToInsurer {
        #[serde(default)]
        what: Words,
        /// Whole pence; none for an injury.
        #[serde(default)]
        value: Option<u64>,
    },
    PayOffer {
        #[serde(default)]
        offer: Option<OfferId>,
        paid_on: Option<Date>,
        to: Option<Payee>,
        #[serde(default)]
        set_off: Option<u64>,
        #[serde(default)]
        approved_by: Option<StaffId>,
    },
    UpdateAction {
        #[serde(default)]
        id: ActionId,
        #[serde(default)]
        text: Words,
        #[serde(default)]
        due: Option<Date>,
    },
    CompleteAction {
        #[serde(default)]
        id: ActionId,
        #[serde(default)]
        proof: Option<Words>,
    },
    DisputeAction(DisputeAction),
    DepartFromPolicy {
        #[serde(default)]
        clause: String,
        #[serde(default)]
        reason: Words,
        #[serde(default)]
        approved_by: StaffId,
    },
    Close {
        reason: Option<ClosingReason>,
        #[serde(default)]
        contacted_on: Option<Date>,
        #[serde(default)]
        agreed_on: Option<Date>,
        /// Who approved it, and what the Equality Act means here: both where behaviour is the
        /// reason.
        #[serde(default)]
        approved_by: Option<StaffId>,
        #[serde(default)]
        equality: Option<Words>,
    },
    Reopen {
        #[serde(default)]
        reason: Words,
    },
    Survey {},
    AnswerSurvey {
        handling: Option<u8>,
        outcome: Option<u8>,
        #[serde(default)]
        text: Option<Words>,
    },
    RecordLesson {
        #[serde(default)]
        cause: Words,
        #[serde(default)]
        lesson: Words,
        #[serde(default)]
        change: Option<Words>,
        #[serde(default)]
        owner: Option<Words>,
        #[serde(default)]
        due: Option<Date>,
    },
    RecordImprovement {
        #[serde(default)]
        what: Words,
        done_on: Option<Date>,
    },
    WarnPerson(WarnPerson),
    RecordIncident(RecordIncident),
    ProposeRestriction(Box<ProposeRestriction>),
    ApproveRestriction(ApproveRestriction),
    RefuseRestriction(RefuseRestriction),
    ReviewRestriction(ReviewRestriction),
    LiftRestriction(LiftRestriction),
    ChallengeRestriction(ChallengeRestriction),
    OmbudsmanContacts(OmbudsmanContacts),
    OmbudsmanRequestsEvidence(RequestsEvidence),
    SendEvidence {},
    AskMoreTime(AskMoreTime),
    OmbudsmanDetermines(OmbudsmanDetermines),
    OmbudsmanOrders(OmbudsmanOrders),
    ComplyWithOrder(ComplyWithOrder),
    DiscussDetermination(DiscussDetermination),
    OfferOutcome(OfferOutcome),
    AnswerOutcome(AnswerOutcome),
    SettleRequest(SettleRequest),
    ReviewRequest(ReviewRequest),
    WithdrawLetter(WithdrawLetter),
    RecordPosting(RecordPosting),
    RecordBounce(NotReached),
    RecordReturn(NotReached),
    RecordReceipt(RecordReceipt),
    ResendLetter(ResendLetter),
    IssueCode {},
    WriteLetter(Box<WriteLetter>),
    NoteTime {},
}

/// One point as somebody gives it: still unchecked.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
pub struct PointGiven {
    pub id: Option<PointId>,
    pub text: Words,
    pub outcome: Words,
    pub responsibility: Option<Responsibility>,
    pub whose: Option<Words>,
    pub feasible: Option<Words>,
}

/// Confirming the complaint to the resident, with its definition.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
pub struct Acknowledge {
    pub points: Option<Vec<PointGiven>>,
    pub officer: Option<StaffId>,
    pub channel: Channel,
    pub at_customers_wish: bool,
    pub needs_asked: bool,
}

impl Default for Acknowledge {
    fn default() -> Self {
        Self {
            points: None,
            officer: None,
            channel: Channel::Letter,
            at_customers_wish: false,
            needs_asked: true,
        }
    }
}
