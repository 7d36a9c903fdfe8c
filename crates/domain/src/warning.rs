//! What a command may do all the same, but somebody should look at first.

use jiff::civil::Date;

use crate::clock::{self, Clock, What};
use crate::command::Command;
use crate::complaint::Complaint;
use crate::event::Event;
use crate::ids::{PointId, StaffId};
use crate::rules::Rules;
use crate::vocabulary::{Stage, Weight};

mod answering;
mod around;
mod ending;
mod intake;
mod investigation;
mod money;

/// Reasons of fewer words than this are asked about.
const WORDS_ENOUGH: usize = 12;

/// A warning: the act stands, and the person is told.
#[derive(Clone, Debug, PartialEq)]
pub enum Warning {
    /// The act came after the day it was due.
    Late {
        what: &'static str,
        due: Date,
    },
    /// A named pack was not in force on the day of receipt.
    PackNotInForce {
        pack: String,
        day: Date,
    },
    NeedsNotAsked,
    /// Nobody weighed complexity, vulnerability and risk before the acknowledgement (Code 6.1).
    NotTriaged,
    HandlerUnnamed,
    NotOursWithoutWhose {
        point: PointId,
    },
    OutcomeUnanswered {
        point: PointId,
    },
    ShortReasons {
        point: Option<PointId>,
        words: usize,
    },
    SameReasons {
        points: Vec<PointId>,
    },
    NoSources {
        point: PointId,
    },
    NoApology,
    UpdatesNotAgreed,
    WayOfUpdatesOpen,
    NoContactYet,
    /// The resident was not told that somebody may come along to a meeting (Code 3.6).
    CompanionNotOffered,
    NoEvidenceYet,
    ConflictUnanswered {
        who: StaffId,
    },
    NoLesson,
    ActionsStillOpen {
        n: usize,
    },
    HappenedAfterAware,
    LongAgo,
    EscalationLate {
        last_day: Date,
    },
    AgreementNotRecorded,
    /// The policy takes more time only where the circumstances are exceptional.
    ExceptionalNotSaid {
        clause: String,
    },
    /// The policy sends larger claims to the insurers and gives no sum.
    InsurersLimitUnknown,
    /// An enquiry was answered, and nobody asked whether the person wants to complain.
    ChoiceNotOffered,
    /// Going back to stage 1 holds nothing up: the stage 2 answer stays due.
    StageTwoRunsOn {
        due: Option<Date>,
    },
    /// No complaint was opened: what somebody without a name says is passed on.
    PassedOnAsInformation,
    /// A group has nobody who leads it.
    LeadNotNamed,
    /// A departure from the policy is told to the resident.
    TellResident,
    /// The policy wants somebody to oversee the request.
    NobodyOversees,
    /// Whoever oversaw the request would answer the complaint about it.
    OversawRequest,
    /// A sum was offered, and not all that the policy wants weighed was.
    NotWeighed {
        lacks: Vec<Weight>,
        clause: String,
    },
    /// A sum rests neither on evidence nor on what the fault meant.
    NoEvidenceOfLoss {
        clause: String,
    },
    /// The sum lies outside what the guidance names for its gravity, and nobody said why.
    OutsideGuidance {
        from: u64,
        to: Option<u64>,
        clause: String,
    },
    /// Something is offered, and nobody said that the guidance on remedies was looked at.
    GuidanceNotConsidered {
        clause: String,
    },
    /// The contractor who was told kept it for more than a working day.
    ContractorKeptIt {
        from: Date,
        to: Date,
    },
}

impl Warning {
    /// The frozen code that files and pages show.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Late { .. } => "late",
            Self::PackNotInForce { .. } => "pack-not-in-force",
            Self::NeedsNotAsked => "needs-not-asked",
            Self::NotTriaged => "not-triaged",
            Self::HandlerUnnamed => "handler-unnamed",
            Self::NotOursWithoutWhose { .. } => "not-ours-without-whose",
            Self::OutcomeUnanswered { .. } => "outcome-unanswered",
            Self::ShortReasons { .. } => "short-reasons",
            Self::SameReasons { .. } => "same-reasons",
            Self::NoSources { .. } => "source-missing",
            Self::NoApology => "fault-not-admitted",
            Self::UpdatesNotAgreed => "updates-not-agreed",
            Self::WayOfUpdatesOpen => "way-of-updates-open",
            Self::NoContactYet => "no-contact-yet",
            Self::CompanionNotOffered => "companion-not-offered",
            Self::NoEvidenceYet => "no-evidence-yet",
            Self::ConflictUnanswered { .. } => "conflict-unanswered",
            Self::NoLesson => "no-lesson",
            Self::ActionsStillOpen { .. } => "actions-still-open",
            Self::HappenedAfterAware => "happened-after-aware",
            Self::LongAgo => "long-ago",
            Self::EscalationLate { .. } => "escalation-late",
            Self::AgreementNotRecorded => "agreement-not-recorded",
            Self::ExceptionalNotSaid { .. } => "exceptional-not-said",
            Self::InsurersLimitUnknown => "insurers-limit-unknown",
            Self::ChoiceNotOffered => "choice-not-offered",
            Self::StageTwoRunsOn { .. } => "stage-2-runs-on",
            Self::PassedOnAsInformation => "passed-on-as-information",
            Self::LeadNotNamed => "lead-not-named",
            Self::TellResident => "tell-resident",
            Self::NobodyOversees => "nobody-oversees",
            Self::OversawRequest => "oversaw-request",
            Self::NotWeighed { .. } => "not-weighed",
            Self::NoEvidenceOfLoss { .. } => "no-evidence-of-loss",
            Self::OutsideGuidance { .. } => "outside-guidance",
            Self::GuidanceNotConsidered { .. } => "guidance-not-considered",
            Self::ContractorKeptIt { .. } => "contractor-kept-it",
        }
    }
}

/// What somebody should look at, given a command that was accepted and the events it led to.
pub fn warnings(
    before: Option<&Complaint>,
    command: &Command,
    events: &[Event],
    rules: &Rules<'_>,
) -> Vec<Warning> {
    let Some(complaint) = before else {
        return match command {
            Command::Receive(contact) => intake::receive(contact, events, rules),
            _ => Vec::new(),
        };
    };
    match command {
        Command::Acknowledge(given) => {
            let mut found = intake::acknowledge(complaint, given, events, rules);
            found.extend(around::lead(complaint));
            found
        }
        Command::Decline(refusal) => intake::decline(complaint, &refusal.reasons, rules),
        Command::AgreeUpdates { method, .. } => investigation::agree_updates(*method),
        Command::UpdateResident { .. } => late(complaint, What::Update, rules),
        Command::Extend(notice) => investigation::extend(complaint, notice, events, rules),
        Command::Find(given) => answering::find(given),
        Command::OfferRemedy(given) => money::offer(complaint, given, rules),
        Command::Respond(given) => answering::respond(complaint, given, rules),
        Command::RequestEscalation { .. } => ending::request_escalation(complaint, events),
        Command::DeclineEscalation { reasons, .. } => {
            ending::decline_escalation(complaint, reasons, rules)
        }
        Command::ReferBack { due, .. } => around::refer_back(complaint, *due, rules),
        Command::ReferToInsurer { value, .. } => around::refer_to_insurer(*value, rules),
        Command::DepartFromPolicy { .. } => around::depart(),
        Command::CompleteAction { id, .. } => ending::complete_action(complaint, id, rules),
        Command::Close { .. } => ending::close(complaint),
        Command::RecordMeeting(given) => investigation::record_meeting(given.companion_offered),
        Command::MakeContact { .. }
        | Command::OfferOutcome(_)
        | Command::AnswerOutcome(_)
        | Command::SettleRequest(_) => around::request(complaint, rules),
        Command::Assign { officer, oversees, .. } => around::oversaw(complaint, officer, *oversees),
        Command::Receive(_)
        | Command::Classify { .. }
        | Command::OfferChoice { .. }
        | Command::AuthoriseRepresentative { .. }
        | Command::Accept {}
        | Command::AcceptByDirection { .. }
        | Command::NameLead { .. }
        | Command::Link { .. }
        | Command::Withdraw { .. }
        | Command::CorrectReceivedDate { .. }
        | Command::Define { .. }
        | Command::AmendDefinition { .. }
        | Command::AskClarification { .. }
        | Command::ConfirmDefinition { .. }
        | Command::LogForm {}
        | Command::Log {}
        | Command::DeclareConflict { .. }
        | Command::RecordNeeds { .. }
        | Command::RecordCorrespondence { .. }
        | Command::RecordEvidence { .. }
        | Command::RequestInformation { .. }
        | Command::InviteComment { .. }
        | Command::NameStaff { .. }
        | Command::ClearLetter { .. }
        | Command::AddPoint(_)
        | Command::SplitPoint { .. }
        | Command::RaiseAction { .. }
        | Command::Escalate { .. }
        | Command::Reconsider { .. }
        | Command::AcceptOffer { .. }
        | Command::RejectOffer { .. }
        | Command::LapseOffer { .. }
        | Command::ReferToPanel { .. }
        | Command::PanelRecommends { .. }
        | Command::PayOffer { .. }
        | Command::UpdateAction { .. }
        | Command::Reopen { .. }
        | Command::Survey {}
        | Command::AnswerSurvey { .. }
        | Command::RecordLesson { .. }
        | Command::RecordImprovement { .. }
        | Command::Triage(_)
        | Command::AttemptSettlement { .. }
        | Command::WarnPerson(_)
        | Command::RecordIncident(_)
        | Command::ProposeRestriction(_)
        | Command::ApproveRestriction(_)
        | Command::RefuseRestriction(_)
        | Command::ReviewRestriction(_)
        | Command::LiftRestriction(_)
        | Command::ChallengeRestriction(_)
        | Command::OmbudsmanContacts(_)
        | Command::OmbudsmanRequestsEvidence(_)
        | Command::SendEvidence {}
        | Command::AskMoreTime(_)
        | Command::OmbudsmanDetermines(_)
        | Command::OmbudsmanOrders(_)
        | Command::ComplyWithOrder(_)
        | Command::DiscussDetermination(_)
        | Command::ReviewRequest(_)
        | Command::DisputeAction(_)
        | Command::WithdrawLetter(_)
        | Command::RecordPosting(_)
        | Command::RecordBounce(_)
        | Command::RecordReturn(_)
        | Command::RecordReceipt(_)
        | Command::ResendLetter(_)
        | Command::IssueCode {}
        | Command::WriteLetter(_)
        | Command::NoteTime {} => Vec::new(),
    }
}

/// The act came after the day its clock of the current stage was due.
fn late(complaint: &Complaint, what: What, rules: &Rules<'_>) -> Vec<Warning> {
    late_at(complaint, (what, complaint.stage()), rules)
}

/// The same for a stage that may not have been opened yet.
fn late_at(complaint: &Complaint, (what, stage): (What, Stage), rules: &Rules<'_>) -> Vec<Warning> {
    let clocks =
        clock::clocks(complaint, rules.terms, rules.calendar, rules.today).unwrap_or_default();
    clocks
        .iter()
        .rfind(|clock| clock.what == what && clock.stage == Some(stage) && is_overdue(clock, rules))
        .map(|clock| Warning::Late { what: what.name(), due: clock.due })
        .into_iter()
        .collect()
}

fn is_overdue(clock: &Clock, rules: &Rules<'_>) -> bool {
    clock.done_on.is_none() && clock.due < rules.today
}
