//! Who may ask for what. Deny is the default for everybody who is named and has a role; somebody
//! nobody named is somebody who may.

use crate::command::{Command, WriteLetter};
use crate::complaint::Complaint;
use crate::ids::StaffId;
use crate::refusal::Why;
use crate::rules::Actor;
use crate::vocabulary::{Role, Stage};

/// How far a role reaches with a command.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// Any case of the landlord.
    Any,
    /// Only a case held at its current stage.
    Held,
    /// Only the person's own case.
    Own,
}

use Reach::{Any, Held, Own};
use Role::{
    CompensationPanel, ComplaintsManager as Cm, ComplaintsOfficer as Co, ContactCentre as Cc,
    Contractor as Ct, InvestigatingOfficer as Io, Representative as Rp, Resident as Re,
    SeniorManager as Sm, ServiceManager as Sv, Stage2Officer as S2,
};

/// One row of the permission table: who may send a group of commands, and how far.
pub type Row = &'static [(Role, Reach)];

const TELL: Row = &[
    (Cc, Any),
    (Co, Any),
    (S2, Any),
    (Io, Any),
    (Cm, Any),
    (Sm, Any),
    (Sv, Any),
    (Ct, Own),
    (Re, Own),
    (Rp, Own),
];
const OFFER_CHOICE: Row = &[
    (Cc, Any),
    (Co, Any),
    (S2, Any),
    (Io, Any),
    (Cm, Any),
    (Sm, Any),
    (Sv, Any),
    (Re, Own),
    (Rp, Own),
];
const SORT: Row = &[(Cc, Any), (Co, Any), (S2, Any), (Io, Any), (Cm, Any), (Sv, Any)];
const AUTHORITY: Row = &[(Cc, Any), (Co, Any), (S2, Any), (Cm, Any)];
const KEEP_IN_SHAPE: Row = &[(Co, Held), (S2, Held), (Cm, Any)];
const DECLINE: Row = &[(Co, Held), (S2, Held), (Cm, Any), (Sm, Any)];
const GIVE_OUT: Row = &[(Co, Held), (S2, Held), (Cm, Any), (Sm, Any), (Sv, Held)];
const CONFLICT: Row = &[
    (Co, Held),
    (S2, Held),
    (Io, Held),
    (Cm, Any),
    (Sm, Held),
    (Sv, Held),
    (Ct, Held),
    (CompensationPanel, Held),
];
const WORK_STAGE_1: Row = &[(Co, Held), (Io, Held), (Cm, Any), (Sv, Held)];
const WORK_STAGE_2: Row = &[(S2, Held), (Cm, Any), (Sm, Held)];
const NOTE: Row = &[
    (Cc, Any),
    (Co, Any),
    (S2, Any),
    (Io, Held),
    (Cm, Any),
    (Sm, Any),
    (Sv, Held),
    (Re, Own),
    (Rp, Own),
];
const EVIDENCE: Row = &[
    (Co, Held),
    (S2, Held),
    (Io, Held),
    (Cm, Any),
    (Sm, Held),
    (Sv, Held),
    (Ct, Held),
    (Re, Own),
    (Rp, Own),
];
const GO_ON: Row = &[
    (Cc, Any),
    (Co, Any),
    (S2, Any),
    (Io, Held),
    (Cm, Any),
    (Sm, Any),
    (Sv, Any),
    (Re, Own),
    (Rp, Own),
];
const ANSWER: Row = &[(Cc, Any), (Co, Any), (S2, Any), (Cm, Any), (Re, Own), (Rp, Own)];
const PAY: Row = &[(Co, Held), (S2, Held), (Cm, Any), (Sm, Any)];
const SEND_BACK: Row = &[(S2, Held), (Cm, Any)];
const RECOMMEND: Row = &[(CompensationPanel, Any), (Cm, Any)];
const ACTIONS: Row =
    &[(Co, Held), (S2, Held), (Io, Held), (Cm, Any), (Sm, Any), (Sv, Held), (Ct, Held)];
const END: Row = &[(Co, Held), (S2, Held), (Cm, Any), (Sm, Any)];
const LEARN: Row = &[(Co, Held), (S2, Held), (Io, Held), (Cm, Any), (Sm, Any), (Sv, Any)];
const KEEP_OUT: Row =
    &[(Cc, Any), (Co, Any), (S2, Any), (Io, Any), (Cm, Any), (Sm, Any), (Sv, Any)];
const CLEAR: Row = &[(Cm, Any), (Sm, Any)];
const INCIDENT: Row =
    &[(Cc, Any), (Co, Any), (S2, Any), (Io, Held), (Cm, Any), (Sm, Any), (Sv, Any)];
const PROPOSE: Row = &[(Co, Held), (S2, Held), (Cm, Any), (Sm, Any), (Sv, Any)];
const APPROVE: Row = &[(Sm, Any)];
const REVIEW: Row = &[(Cm, Any), (Sm, Any)];
const OMBUDSMAN: Row = &[(Co, Any), (S2, Held), (Cm, Any), (Sm, Any)];
const REQUEST: Row = &[(Cc, Any), (Co, Any), (Io, Held), (Cm, Any), (Sv, Any)];
const REQUEST_REVIEW: Row = &[(Co, Any), (Cm, Any), (Sv, Any)];
const SECOND_LOOK: Row = &[(S2, Any), (Cm, Any), (Sm, Any)];
const POST: Row = &[(Cc, Any), (Co, Any), (S2, Any), (Cm, Any)];
const WITHDRAW: Row = &[(Co, Held), (S2, Held), (Cm, Any)];

impl Command {
    /// The name files, forms and the API use.
    pub fn verb(&self) -> &'static str {
        match self {
            Self::Receive(_) => "receive",
            Self::Classify { .. } => "classify",
            Self::OfferChoice { .. } => "offer-choice",
            Self::AuthoriseRepresentative { .. } => "authorise-representative",
            Self::Accept {} => "accept",
            Self::Decline(_) => "decline",
            Self::AcceptByDirection { .. } => "accept-by-direction",
            Self::NameLead { .. } => "name-lead",
            Self::Link { .. } => "link",
            Self::Withdraw { .. } => "withdraw",
            Self::CorrectReceivedDate { .. } => "correct-received-date",
            Self::Define { .. } => "define",
            Self::AmendDefinition { .. } => "amend-definition",
            Self::AskClarification { .. } => "ask-clarification",
            Self::ConfirmDefinition { .. } => "confirm-definition",
            Self::Acknowledge(_) => "acknowledge",
            Self::LogForm {} => "log-form",
            Self::Log {} => "log",
            Self::Assign { .. } => "assign",
            Self::DeclareConflict { .. } => "declare-conflict",
            Self::MakeContact { .. } => "make-contact",
            Self::AgreeUpdates { .. } => "agree-updates",
            Self::RecordNeeds { .. } => "record-needs",
            Self::RecordCorrespondence { .. } => "record-correspondence",
            Self::RecordEvidence { .. } => "record-evidence",
            Self::RequestInformation { .. } => "request-information",
            Self::InviteComment { .. } => "invite-comment",
            Self::NameStaff { .. } => "name-staff",
            Self::ClearLetter { .. } => "clear-letter",
            Self::AddPoint(_) => "add-point",
            Self::SplitPoint { .. } => "split-point",
            Self::UpdateResident { .. } => "update-resident",
            Self::Extend(_) => "extend",
            Self::Find(_) => "find",
            Self::OfferRemedy(_) => "offer-remedy",
            Self::RaiseAction { .. } => "raise-action",
            Self::Respond(_) => "respond",
            Self::RequestEscalation { .. } => "request-escalation",
            Self::Escalate { .. } => "escalate",
            Self::DeclineEscalation { .. } => "decline-escalation",
            Self::ReferBack { .. } => "refer-back",
            Self::Reconsider { .. } => "reconsider",
            Self::AcceptOffer { .. } => "accept-offer",
            Self::RejectOffer { .. } => "reject-offer",
            Self::LapseOffer { .. } => "lapse-offer",
            Self::ReferToPanel { .. } => "refer-to-panel",
            Self::PanelRecommends { .. } => "panel-recommends",
            Self::ReferToInsurer { .. } => "refer-to-insurer",
            Self::PayOffer { .. } => "pay-offer",
            Self::UpdateAction { .. } => "update-action",
            Self::CompleteAction { .. } => "complete-action",
            Self::DisputeAction(_) => "dispute-action",
            Self::DepartFromPolicy { .. } => "depart-from-policy",
            Self::Close { .. } => "close",
            Self::Reopen { .. } => "reopen",
            Self::Survey {} => "survey",
            Self::AnswerSurvey { .. } => "answer-survey",
            Self::RecordLesson { .. } => "record-lesson",
            Self::RecordImprovement { .. } => "record-improvement",
            Self::RecordMeeting(_) => "record-meeting",
            Self::Triage(_) => "triage",
            Self::AttemptSettlement { .. } => "attempt-settlement",
            Self::WarnPerson(_) => "warn-person",
            Self::RecordIncident(_) => "record-incident",
            Self::ProposeRestriction(_) => "propose-restriction",
            Self::ApproveRestriction(_) => "approve-restriction",
            Self::RefuseRestriction(_) => "refuse-restriction",
            Self::ReviewRestriction(_) => "review-restriction",
            Self::LiftRestriction(_) => "lift-restriction",
            Self::ChallengeRestriction(_) => "challenge-restriction",
            Self::OmbudsmanContacts(_) => "ombudsman-contacts",
            Self::OmbudsmanRequestsEvidence(_) => "ombudsman-requests-evidence",
            Self::SendEvidence {} => "send-evidence",
            Self::AskMoreTime(_) => "ask-more-time",
            Self::OmbudsmanDetermines(_) => "ombudsman-determines",
            Self::OmbudsmanOrders(_) => "ombudsman-orders",
            Self::ComplyWithOrder(_) => "comply-with-order",
            Self::DiscussDetermination(_) => "discuss-determination",
            Self::OfferOutcome(_) => "offer-outcome",
            Self::AnswerOutcome(_) => "answer-outcome",
            Self::SettleRequest(_) => "settle-request",
            Self::ReviewRequest(_) => "review-request",
            Self::WithdrawLetter(_) => "withdraw-letter",
            Self::RecordPosting(_) => "record-posting",
            Self::RecordBounce(_) => "record-bounce",
            Self::RecordReturn(_) => "record-return",
            Self::RecordReceipt(_) => "record-receipt",
            Self::ResendLetter(_) => "resend-letter",
            Self::IssueCode {} => "issue-code",
            Self::WriteLetter(_) => "write-letter",
            Self::NoteTime {} => "note-time",
        }
    }
}

/// The row of the table that governs a command at a stage.
pub fn row(command: &Command, stage: Stage) -> Row {
    match command {
        Command::Receive(_) => TELL,
        Command::OfferChoice { .. } => OFFER_CHOICE,
        Command::Classify { .. }
        | Command::Triage(_)
        | Command::Link { .. }
        | Command::LogForm {}
        | Command::Log {} => SORT,
        Command::AuthoriseRepresentative { .. } => AUTHORITY,
        Command::Accept {} | Command::NameLead { .. } | Command::CorrectReceivedDate { .. } => {
            KEEP_IN_SHAPE
        }
        Command::Withdraw { .. } | Command::WithdrawLetter(_) => WITHDRAW,
        Command::RecordPosting(_)
        | Command::RecordBounce(_)
        | Command::RecordReturn(_)
        | Command::RecordReceipt(_)
        | Command::ResendLetter(_)
        | Command::IssueCode {} => POST,
        // Who is taken off the case by it could gain from having it taken back: a manager says so.
        Command::NameStaff { no_longer: true, .. } => CLEAR,
        Command::NameStaff { .. } => KEEP_OUT,
        Command::ClearLetter { .. } => SECOND_LOOK,
        Command::Decline(_) | Command::DeclineEscalation { .. } => DECLINE,
        Command::AcceptByDirection { .. } | Command::Reopen { .. } => DECLINE,
        Command::Assign { .. } | Command::Escalate { .. } => GIVE_OUT,
        Command::DeclareConflict { .. } => CONFLICT,
        Command::RecordCorrespondence { .. }
        | Command::RecordNeeds { .. }
        | Command::ConfirmDefinition { .. }
        | Command::DisputeAction(_) => NOTE,
        Command::RecordEvidence { .. } => EVIDENCE,
        Command::RequestEscalation { .. } => GO_ON,
        Command::AcceptOffer { .. }
        | Command::RejectOffer { .. }
        | Command::AnswerSurvey { .. } => ANSWER,
        Command::DepartFromPolicy { .. } => DECLINE,
        Command::PayOffer { .. } | Command::LapseOffer { .. } => PAY,
        Command::ReferBack { .. } => SEND_BACK,
        Command::PanelRecommends { .. } => RECOMMEND,
        Command::UpdateAction { .. } | Command::CompleteAction { .. } => ACTIONS,
        Command::Close { .. } | Command::Survey {} => END,
        Command::RecordLesson { .. } | Command::RecordImprovement { .. } => LEARN,
        Command::OmbudsmanContacts(_) => SORT,
        Command::AttemptSettlement { .. } | Command::RecordIncident(_) => INCIDENT,
        Command::WarnPerson(_) | Command::ProposeRestriction(_) => PROPOSE,
        Command::ApproveRestriction(_) | Command::RefuseRestriction(_) => APPROVE,
        Command::ReviewRestriction(_) | Command::LiftRestriction(_) => REVIEW,
        Command::OmbudsmanRequestsEvidence(_)
        | Command::SendEvidence {}
        | Command::AskMoreTime(_)
        | Command::OmbudsmanDetermines(_)
        | Command::OmbudsmanOrders(_)
        | Command::ComplyWithOrder(_)
        | Command::DiscussDetermination(_) => OMBUDSMAN,
        // What somebody says against a restriction is taken down by whoever hears it.
        Command::ChallengeRestriction(_) => KEEP_OUT,
        Command::OfferOutcome(_) | Command::AnswerOutcome(_) | Command::SettleRequest(_) => REQUEST,
        Command::ReviewRequest(_) => REQUEST_REVIEW,
        Command::WriteLetter(letter) => match (&**letter, stage) {
            // Praise reaches those praised whoever hears of it; an event that touches everybody is
            // told by whoever runs the house.
            (WriteLetter::ComplimentToStaff { .. }, _) => SORT,
            (WriteLetter::DisruptionNotice { .. }, _) => CLEAR,
            (WriteLetter::PreClosureContact {}, _) => END,
            (_, Stage::One) => WORK_STAGE_1,
            (_, Stage::Two) => WORK_STAGE_2,
        },
        // Time passes for everybody; on pages only the worker notes it.
        Command::NoteTime {} => &[],
        Command::Define { .. }
        | Command::AmendDefinition { .. }
        | Command::AskClarification { .. }
        | Command::Acknowledge(_)
        | Command::MakeContact { .. }
        | Command::RecordMeeting(_)
        | Command::AgreeUpdates { .. }
        | Command::RequestInformation { .. }
        | Command::InviteComment { .. }
        | Command::AddPoint(_)
        | Command::SplitPoint { .. }
        | Command::UpdateResident { .. }
        | Command::Extend(_)
        | Command::Find(_)
        | Command::OfferRemedy(_)
        | Command::RaiseAction { .. }
        | Command::Respond(_)
        | Command::ReferToPanel { .. }
        | Command::ReferToInsurer { .. }
        | Command::Reconsider { .. } => match stage {
            Stage::One => WORK_STAGE_1,
            Stage::Two => WORK_STAGE_2,
        },
    }
}

/// Whether the actor may send the command at all. Who holds the case, and independence, are asked
/// of the case itself.
///
/// # Errors
/// Which roles may.
pub fn may(actor: &Actor, command: &Command, complaint: Option<&Complaint>) -> Result<(), Why> {
    if actor.roles.is_empty() {
        return Ok(());
    }
    let stage = complaint.map_or(Stage::One, Complaint::stage);
    let row = row(command, stage);
    let holds = complaint.is_some_and(|complaint| holds(actor, complaint));
    let own = complaint.is_some_and(|complaint| is_own(actor, complaint));
    let allowed = row.iter().any(|(role, reach)| {
        actor.roles.contains(role)
            && match reach {
                Any => true,
                Own => complaint.is_none() || holds || own,
                Held => complaint.is_none_or(unheld) || holds,
            }
    });
    let allowed = match command {
        Command::NoteTime {} => true,
        // Everybody speaks of their own conflict; how another's is dealt with the manager says.
        Command::DeclareConflict { who, mitigation, .. } => {
            let own = actor.id.as_ref() == Some(who);
            let mitigates = mitigation.as_ref().is_some_and(|text| !text.is_blank());
            let takes_part = row.iter().any(|(role, _)| actor.roles.contains(role));
            (own && takes_part) || (allowed && (own || !mitigates || actor.roles.contains(&Cm)))
        }
        _ => allowed,
    };
    if allowed {
        return Ok(());
    }
    let roles = row.iter().map(|(role, _)| *role).collect();
    Err(Why::NotAllowed { verb: command.verb(), roles })
}

/// Whether the actor holds the case: officer or overseer of its current stage, or of stage 1 while
/// what stage 1 promised is still being done.
fn holds(actor: &Actor, complaint: &Complaint) -> bool {
    let Some(id) = &actor.id else { return true };
    let record = complaint.current();
    record.officer.as_ref() == Some(id)
        || record.overseer.as_ref() == Some(id)
        || (record.responded.is_some() && complaint.stage_1.officer.as_ref() == Some(id))
}

/// Whether the case is the one that a resident, or whoever acts for them, came to see.
fn is_own(actor: &Actor, complaint: &Complaint) -> bool {
    let quoted = complaint.reference.as_deref().unwrap_or_default();
    actor.own.as_deref() == Some(quoted)
}

/// Whether somebody who sees only what they hold may see a case: they hold or oversee it, held it
/// at stage 1, or nobody holds it yet.
pub fn may_see_held(who: &StaffId, complaint: &Complaint) -> bool {
    let record = complaint.current();
    let posts = [&record.officer, &record.overseer, &complaint.stage_1.officer];
    unheld(complaint) || posts.into_iter().any(|post| post.as_ref() == Some(who))
}

/// A case nobody holds yet at its stage may be taken in hand by anybody whose role fits.
fn unheld(complaint: &Complaint) -> bool {
    complaint.current().officer.is_none()
}
