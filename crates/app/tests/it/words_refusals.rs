//! Every refusal and warning has a sentence that a tired person can read, and says what to do next.

use std::collections::BTreeSet;

use jiff::civil::{Date, date};
use redress::words;
use redress_domain::ids::{ActionId, OfferId, OrderId, PointId, RequestId, RestrictionId, StaffId};
use redress_domain::refusal::{AnswerItem, Bar, ExtensionLack, Lack, PointLack, Refusal, Why};
use redress_domain::vocabulary::{
    Channel, ClosingReason, EscalationGround, Finding, Ground, Payee, Role, Stage, Weight,
};
use redress_domain::warning::Warning;

const DAY: Date = date(2025, 5, 13);
const LATER: Date = date(2025, 5, 30);

/// One of every kind of refusal, with each kind of lack.
fn refusals() -> Vec<Why> {
    let p1 = || PointId("p1".to_owned());
    let a1 = || ActionId("a1".to_owned());
    let amira = || StaffId("amira".to_owned());
    let mut all = vec![
        Why::NothingReceived,
        Why::AlreadyReceived,
        Why::ReceivedInFuture { given: LATER, today: DAY },
        Why::NotAllowed { verb: "extend", roles: vec![Role::ComplaintsOfficer, Role::Resident] },
        Why::NotAllowed { verb: "note-time", roles: vec![] },
        Why::NotAComplaint,
        Why::AlreadyDeclined,
        Why::AlreadyAccepted,
        Why::NotDeclined,
        Why::Withdrawn { on: DAY },
        Why::CaseClosed { on: DAY },
        Why::GroundNotInPolicy { ground: Ground::Vexatious },
        Why::DirectionCannotBeRefused { on: DAY },
        Why::NoPoints,
        Why::PointTwice { point: p1() },
        Why::NoSuchPoint { point: PointId("roof".to_owned()) },
        Why::PointGone { point: p1() },
        Why::LastPoint,
        Why::DefinitionSettled { on: DAY },
        Why::SplitReasonUntrue,
        Why::AlreadyAcknowledged { on: DAY },
        Why::NotEscalated,
        Why::NotAcknowledged,
        Why::NotInWriting,
        Why::WrongChannel,
        Why::AlreadyResponded { stage: Stage::One, on: DAY },
        Why::AlreadyResponded { stage: Stage::Two, on: DAY },
        Why::NotAnswered { due: Some(DAY) },
        Why::NotAnswered { due: None },
        Why::ProcessEnded { on: DAY },
        Why::ExtensionUnknown,
        Why::ExtensionTooLong { asked: LATER, latest: DAY },
        Why::ExtensionNotLater { asked: DAY, current: LATER },
        Why::ReplyAfterResponse { asked: LATER, latest: DAY },
        Why::ReasonMissing { point: Some(p1()) },
        Why::ReasonMissing { point: None },
        Why::FindingWrong { finding: Finding::PartlyUpheld, allowed: vec![Finding::Upheld] },
        Why::PointUnanswered { points: vec![p1()] },
        Why::PointUnanswered { points: vec![p1(), PointId("p3".to_owned())] },
        Why::NothingPutRight { points: vec![p1()] },
        Why::SumBeyondLimits { amount: 100_001, limit: 100_000 },
        Why::DayPassed { given: DAY, today: LATER },
        Why::OwnLetter,
        Why::LetterNotWaiting { number: 3 },
        Why::LetterDated { dated: DAY, given: LATER },
        Why::LetterNotSent { number: 3 },
        Why::ArrivedBeforeItLeft { left_on: LATER, given: DAY },
        Why::NamedInComplaint { who: amira() },
        Why::NotIndependent { who: amira(), because: Bar::HandledStage1 },
        Why::NotIndependent { who: amira(), because: Bar::OversawStage1 },
        Why::NotIndependent { who: amira(), because: Bar::TookPart },
        Why::NotIndependent { who: amira(), because: Bar::HandledCase },
        Why::NotIndependent { who: amira(), because: Bar::Target },
        Why::NotIndependent { who: amira(), because: Bar::Reviewed },
        Why::NeverEvidence,
        Why::WarningFirst,
        Why::NoConductSinceWarning { warned: DAY },
        Why::NotDetermined,
        Why::NotARequest,
        Why::NothingOffered,
        Why::RequestSettled { on: DAY },
        Why::ChoiceOwed { due: DAY },
        Why::RequestUnsettled,
        Why::NoRouteLeft { route: Channel::Letter },
        Why::NothingProposed,
        Why::NothingRestricted,
        Why::RestrictionTwice { id: RestrictionId("r1".to_owned()) },
        Why::NothingAskedByOmbudsman,
        Why::NoSuchOrder { id: OrderId("o1".to_owned()) },
        Why::OrderTwice { id: OrderId("o1".to_owned()) },
        Why::OrderDone { id: OrderId("o1".to_owned()), on: DAY },
        Why::AnswerLacks { item: AnswerItem::Thanks },
        Why::AnswerLacks { item: AnswerItem::Apology },
        Why::AnswerLacks { item: AnswerItem::Safeguards },
        Why::WrongRole { who: amira(), wanted: vec![Role::Stage2Officer, Role::SeniorManager] },
        Why::Conflicted { who: amira() },
        Why::NamedInComplaint { who: amira() },
        Why::AlreadyRequested { on: DAY },
        Why::NotRequested,
        Why::LateUndecided { last_day: DAY, asked: LATER },
        Why::EscalationGroundNotInPolicy { ground: EscalationGround::Behaviour },
        Why::EscalationGroundUntrue { ground: EscalationGround::OutOfTime, last_day: Some(DAY) },
        Why::EscalationGroundUntrue { ground: EscalationGround::OutOfTime, last_day: None },
        Why::NoSuchRequest { id: RequestId("r1".to_owned()) },
        Why::AnswerGoesOut,
        Why::ToldBefore { told: DAY, happened: DAY },
        Why::NoSuchAction { id: a1() },
        Why::ActionTwice { id: a1() },
        Why::ActionDone { id: a1(), on: DAY },
        Why::NoSuchOffer { id: Some(OfferId("o1".to_owned())) },
        Why::NoSuchOffer { id: None },
        Why::OfferSettled { id: OfferId("o1".to_owned()) },
        Why::OfferOpen { id: OfferId("o1".to_owned()), last_day: DAY },
        Why::OfferNeverLapses,
        Why::OfferNotAccepted { id: OfferId("o1".to_owned()) },
        Why::PayeeNotInPolicy { to: Payee::RentAccount },
        Why::SetOffTooLarge { set_off: 5000, amount: 2500 },
        Why::NoPanel,
        Why::PanelPending { on: DAY },
        Why::PanelNotAsked { id: OfferId("o1".to_owned()) },
        Why::BelowInsurersLimit { value: 5000, limit: 5000 },
        Why::NoReferringBack,
        Why::AlreadyReferredBack { on: DAY },
        Why::NotAgreed,
        Why::AlreadyLogged { on: DAY },
        Why::LeadMissing,
        Why::ContactTooEarly { contacted: DAY, done: LATER },
        Why::NoPraise,
        Why::RequestNotLate { id: redress_domain::ids::RequestId("r1".to_owned()) },
        Why::NotAnsweredYet,
        Why::WindowOpen { last_day: DAY },
        Why::ClosingReasonUntrue { reason: ClosingReason::Withdrawn },
        Why::BehaviourNeverCloses,
        Why::OpenActions { ids: vec![a1(), ActionId("a2".to_owned())] },
        Why::NotClosed,
        Why::ScoreOutOfRange { field: "handling" },
        Why::ApproverIsAsker,
        Why::CalendarEnds { year: 2029 },
    ];
    all.extend(FIELDS.map(|field| Why::Missing { field }));
    all.extend(["what", "due", "amount", "owner", "else"].map(|lacks| Why::RemedyVague { lacks }));
    for lacks in [PointLack::Text, PointLack::Outcome, PointLack::Responsibility] {
        all.push(Why::PointIncomplete { point: p1(), lacks });
    }
    for lacks in [
        ExtensionLack::NewDay,
        ExtensionLack::OneDayOnly,
        ExtensionLack::Reason,
        ExtensionLack::Updates,
        ExtensionLack::Approver,
        ExtensionLack::Agreement,
        ExtensionLack::Exceptional,
    ] {
        all.push(Why::ExtensionIncomplete { lacks });
    }
    for lacks in [
        Lack::Dates,
        Lack::StillInTime { last_day: LATER, received: DAY },
        Lack::Discretion,
        Lack::CourtPapers,
        Lack::EarlierCase,
        Lack::Body,
        Lack::IsACustomer,
        Lack::OtherKind,
        Lack::OwnReasons,
        Lack::Circumstances,
        Lack::HandedOver,
        Lack::PeriodOver { last_day: DAY, received: LATER },
        Lack::Handling,
        Lack::Routed { goes_to: "Asset Services".to_owned() },
    ] {
        all.push(Why::GroundUnsupported { ground: Ground::AsbReport, lacks });
    }
    all
}

/// Every field that the rules can find missing.
const FIELDS: [&str; 50] = [
    "about",
    "agreed",
    "amount",
    "answer",
    "approved-by",
    "basis",
    "cause",
    "channel",
    "circumstances",
    "clause",
    "consulted",
    "contacted-on",
    "direction",
    "done-on",
    "due",
    "equality",
    "every",
    "evidence",
    "finding",
    "followed",
    "from",
    "ground",
    "handling",
    "heads",
    "incident",
    "items",
    "kind",
    "lesson",
    "measure",
    "needs",
    "officer",
    "opens",
    "outcome",
    "paid-on",
    "point",
    "proof",
    "proportionality",
    "question",
    "reason",
    "reasons",
    "reference",
    "related",
    "review-on",
    "status",
    "text",
    "to",
    "what",
    "who",
    "why-not",
    "with",
];

fn warnings() -> Vec<Warning> {
    let point = PointId("p2".to_owned());
    vec![
        Warning::Late { what: "acknowledgement", due: DAY },
        Warning::Late { what: "extension", due: DAY },
        Warning::PackNotInForce { pack: "derive-2024".to_owned(), day: DAY },
        Warning::NeedsNotAsked,
        Warning::NotTriaged,
        Warning::CompanionNotOffered,
        Warning::HandlerUnnamed,
        Warning::NotOursWithoutWhose { point: point.clone() },
        Warning::OutcomeUnanswered { point: point.clone() },
        Warning::ShortReasons { point: Some(point.clone()), words: 1 },
        Warning::ShortReasons { point: None, words: 4 },
        Warning::SameReasons { points: vec![PointId("p1".to_owned()), point.clone()] },
        Warning::NoSources { point },
        Warning::NoApology,
        Warning::UpdatesNotAgreed,
        Warning::WayOfUpdatesOpen,
        Warning::NoContactYet,
        Warning::NoEvidenceYet,
        Warning::ConflictUnanswered { who: StaffId("amira".to_owned()) },
        Warning::NoLesson,
        Warning::ActionsStillOpen { n: 1 },
        Warning::ActionsStillOpen { n: 3 },
        Warning::HappenedAfterAware,
        Warning::LongAgo,
        Warning::EscalationLate { last_day: DAY },
        Warning::AgreementNotRecorded,
        Warning::ExceptionalNotSaid { clause: "6.5.1".to_owned() },
        Warning::InsurersLimitUnknown,
        Warning::ChoiceNotOffered,
        Warning::StageTwoRunsOn { due: Some(DAY) },
        Warning::StageTwoRunsOn { due: None },
        Warning::PassedOnAsInformation,
        Warning::LeadNotNamed,
        Warning::TellResident,
        Warning::NobodyOversees,
        Warning::OversawRequest,
        Warning::NotWeighed {
            lacks: vec![Weight::Effect, Weight::TimeTaken],
            clause: "7.2".to_owned(),
        },
        Warning::NoEvidenceOfLoss { clause: "10".to_owned() },
        Warning::OutsideGuidance { from: 10_000, to: None, clause: "7.4".to_owned() },
        Warning::GuidanceNotConsidered { clause: "7.4".to_owned() },
        Warning::ContractorKeptIt { from: DAY, to: DAY },
    ]
}

fn named(who: &StaffId) -> String {
    words::sentence(&who.0)
}

/// What a sentence must be like; none where it is.
fn objection(text: &str) -> Option<String> {
    let plain = text.starts_with(|letter: char| letter.is_uppercase() || letter.is_ascii_digit())
        && text.ends_with(['.', '?'])
        && !text.contains("  ");
    if !plain {
        return Some(format!("no whole sentence: {text}"));
    }
    let lower = text.to_lowercase();
    for word in ["unfortunately", "please note", "invalid", "error", "null", "as you are aware"] {
        if lower.contains(word) {
            return Some(format!("{word}: {text}"));
        }
    }
    let longest = text.split(['.', '?', ':']).map(|part| part.split_whitespace().count()).max();
    (25 < longest.unwrap_or(0)).then(|| format!("too long a thought: {text}"))
}

#[test]
fn every_refusal_says_why_in_plain_sentences_and_what_to_do_next() {
    let objections: Vec<String> = refusals()
        .into_iter()
        .map(|why| words::refusal(&Refusal { clause: "1".to_owned(), why }, &named))
        .flat_map(|said| [said.message, said.next])
        .filter_map(|text| objection(&text))
        .collect();
    assert_eq!(objections, Vec::<String>::new());
}

#[test]
fn every_warning_is_a_plain_sentence() {
    let objections: Vec<String> = warnings()
        .iter()
        .filter_map(|warning| objection(&words::warning(warning, &named)))
        .collect();
    assert_eq!(objections, Vec::<String>::new());
}

#[test]
fn every_code_of_a_refusal_is_among_the_samples() {
    // A new refusal needs its sample here: codes are read from the rules' own source.
    let source = include_str!("../../../domain/src/refusal/code.rs");
    let codes: BTreeSet<&str> = source
        .split("=> ")
        .skip(1)
        .filter_map(|rest| rest.trim_start_matches(['{', ' ', '\n']).strip_prefix('"'))
        .filter_map(|rest| rest.split('"').next())
        .collect();
    let shown: BTreeSet<&str> =
        refusals().into_iter().map(|why| Refusal { clause: String::new(), why }.code()).collect();
    assert_eq!(codes.difference(&shown).collect::<Vec<_>>(), Vec::<&&str>::new());
}

#[test]
fn dates_points_and_names_are_written_as_people_write_them() {
    let said = |why: Why| words::refusal(&Refusal { clause: "1".to_owned(), why }, &named).message;
    assert_eq!(
        said(Why::ExtensionTooLong { asked: LATER, latest: DAY }),
        "Friday 30 May 2025 is too late: an extension may go to Tuesday 13 May 2025 at most."
    );
    let points = ["p1", "p3", "p4"].map(|id| PointId(id.to_owned())).to_vec();
    assert_eq!(
        said(Why::PointUnanswered { points }),
        "The response cannot go: points 1, 3 and 4 have no decision."
    );
    assert_eq!(
        said(Why::NotAllowed { verb: "extend", roles: vec![] }),
        "Your role does not let you extend the response in this case."
    );
}
