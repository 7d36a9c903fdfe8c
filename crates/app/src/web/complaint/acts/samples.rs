//! A sample of each command: filled in as somebody would, so that only where the case stands can
//! speak against it.

use redress_domain::command::WriteLetter;
use redress_domain::command::{
    AnswerOutcome, ApproveRestriction, AskMoreTime, ChallengeRestriction, ComplyWithOrder,
    DiscussDetermination, DisputeAction, Head, LiftRestriction, OfferOutcome, OmbudsmanContacts,
    OmbudsmanDetermines, OmbudsmanOrders, ProposeRestriction, RecordIncident, RequestsEvidence,
    ReviewRequest, ReviewRestriction, SettleRequest, WarnPerson,
};
use redress_domain::vocabulary::{Conduct, Determination, Shortfall};

use super::*;

const IN: &str = "Coming in";
const UNDERSTAND: &str = "Understanding";
const LOOK: &str = "Looking into it";
const ANSWER: &str = "Answering";
const ON: &str = "Going on";
const RIGHT: &str = "Putting right";
const END: &str = "Ending";
const REQUEST: &str = "The request for service";
const THEIRS: &str = "The Ombudsman";
const CONDUCT: &str = "Behaviour";

fn wanted(letter: WriteLetter) -> Command {
    Command::WriteLetter(Box::new(letter))
}

/// The entries, in the order of a complaint's life.
pub static ENTRIES: &[Entry] = &[
    entry(IN, "Say what this contact is", "triage", |_| Command::Classify {
        kind: Some(Kind::Complaint),
        reason: None,
    }),
    entry(IN, "Weigh complexity, care and risk", "triage", |_| {
        Command::Triage(Triage {
            complexity: Some(Complexity::Moderate),
            vulnerable: Some(false),
            risk: Some(Risk::None),
            course: Some(Course::Investigate),
            ..Triage::default()
        })
    }),
    entry(IN, "Record the choice to complain", "triage", |_| Command::OfferChoice {
        answer: Some(Choice::Complain),
    }),
    entry(IN, "Refuse to take it on", "refusal", |_| Command::Decline(Box::<Decline>::default())),
    entry(IN, "Take it on as the Ombudsman directs", "refusal", |_| Command::AcceptByDirection {
        reference: said(),
    }),
    entry(IN, "Record who acts for the resident", "people", |_| Command::AuthoriseRepresentative {
        who: said(),
        status: Some(Authority::Pending),
        basis: None,
    }),
    entry(IN, "Say which staff it is about", "people", |_| Command::NameStaff {
        who: StaffId("nobody".to_owned()),
        no_longer: false,
        reason: None,
    }),
    entry(IN, "Name who leads a group", "people", |_| Command::NameLead { who: said() }),
    entry(IN, "Pass praise on", "writing", |_| {
        wanted(WriteLetter::ComplimentToStaff { who: said(), giver_agrees: false })
    }),
    entry(IN, "Link another case", "links", |_| Command::Link { to: CaseId("c2".to_owned()) }),
    entry(IN, "Correct the day of receipt", "received-date", |case| Command::CorrectReceivedDate {
        to: Some(case.complaint.received_on),
        reason: said(),
    }),
    entry(IN, "Record that the resident takes it back", "withdrawal", |_| Command::Withdraw {
        reason: Some(said()),
    }),
    entry(UNDERSTAND, "Define what it is about", "definition", |case| Command::Define {
        points: case_points(case),
    }),
    entry(UNDERSTAND, "Ask the resident what is unclear", "definition", |_| {
        Command::AskClarification { question: said() }
    }),
    entry(UNDERSTAND, "Record what they say of the definition", "definition", |_| {
        Command::ConfirmDefinition { changes: None }
    }),
    entry(UNDERSTAND, "Acknowledge it", "acknowledgement", |_| {
        Command::Acknowledge(Acknowledge::default())
    }),
    entry(UNDERSTAND, "Record the internal form", "logging", |_| Command::LogForm {}),
    entry(UNDERSTAND, "Log it", "logging", |_| Command::Log {}),
    entry(UNDERSTAND, "Assign it", "assignment", |case| Command::Assign {
        officer: somebody(case),
        role: None,
        oversees: false,
        received_on: None,
    }),
    entry(UNDERSTAND, "Answer the question of conflicts", "conflicts", |case| {
        Command::DeclareConflict {
            who: somebody(case),
            about: Words::said("none"),
            mitigation: None,
        }
    }),
    entry(UNDERSTAND, "Record contact with the resident", "contacts", |_| Command::MakeContact {
        note: Some(said()),
        read_back: None,
    }),
    entry(UNDERSTAND, "Record a meeting", "contacts", |_| {
        Command::RecordMeeting(RecordMeeting {
            companion_offered: Some(true),
            companions: Vec::new(),
            note: said(),
        })
    }),
    entry(UNDERSTAND, "Agree how often they hear from us", "contacts", |_| Command::AgreeUpdates {
        every: Some(redress_domain::calendar::Span::WorkingDays(5)),
        method: Some(Channel::Phone),
    }),
    entry(UNDERSTAND, "Record what they need", "needs", |_| Command::RecordNeeds {
        needs: vec![said()],
        disability: None,
        review_on: None,
    }),
    entry(LOOK, "File a message or call", "contacts", |_| Command::RecordCorrespondence {
        with: said(),
        direction: Some(Direction::In),
        text: said(),
        told_on: None,
        answers: None,
    }),
    entry(LOOK, "File evidence", "evidence", |_| Command::RecordEvidence {
        what: said(),
        from: None,
        how: None,
        answers: None,
    }),
    entry(LOOK, "Ask a team or contractor", "information-requests", |_| {
        Command::RequestInformation { from: said(), what: said(), due: None }
    }),
    entry(LOOK, "Remind a team or contractor", "writing", |case| {
        let open = case.complaint.information.iter().find(|it| it.answered_on.is_none());
        let request = open.map(|it| it.id.clone()).unwrap_or_default();
        wanted(WriteLetter::InformationRequestChaser { request })
    }),
    entry(LOOK, "Ask the resident for proof", "writing", |_| {
        wanted(WriteLetter::EvidenceRequest { what: said(), reply_by: None })
    }),
    entry(LOOK, "Invite them to a visit or meeting", "writing", |_| {
        wanted(WriteLetter::MeetingInvitation {
            meets_on: None,
            at: String::new(),
            place: said(),
            people: Vec::new(),
        })
    }),
    entry(LOOK, "Invite somebody to comment", "comments", |_| Command::InviteComment {
        who: said(),
        about: said(),
        staff: None,
    }),
    entry(LOOK, "Add a further issue", "points", |_| {
        Command::AddPoint(AddPoint {
            text: said(),
            outcome: said(),
            related: Some(true),
            opens: Some(CaseId("c2".to_owned())),
            ..AddPoint::default()
        })
    }),
    entry(LOOK, "Move a point to a complaint of its own", "points", |case| Command::SplitPoint {
        point: some_point(case),
        reason: Some(if case.complaint.current().responded.is_some() {
            SplitReason::ResponseIssued
        } else {
            SplitReason::Unrelated
        }),
        opens: Some(CaseId("c2".to_owned())),
    }),
    entry(LOOK, "Update the resident", "contacts", |_| Command::UpdateResident { text: said() }),
    entry(LOOK, "Extend the response", "extension", |_| {
        Command::Extend(Box::new(Extend { reason: said(), ..Extend::default() }))
    }),
    entry(LOOK, "Send a new code", "codes", |_| Command::IssueCode {}),
    entry(LOOK, "Depart from the policy", "departures", |case| Command::DepartFromPolicy {
        clause: "1".to_owned(),
        reason: said(),
        approved_by: somebody(case),
    }),
    entry(ANSWER, "Decide a point", "findings", |case| {
        Command::Find(Box::new(Find {
            point: some_point(case),
            finding: Some(Finding::Upheld),
            reasons: said(),
            ..Find::default()
        }))
    }),
    entry(ANSWER, "Offer a remedy", "remedies", |case| {
        Command::OfferRemedy(Box::new(OfferRemedy {
            point: Some(some_point(case)),
            kind: Some(RemedyKind::Apology),
            what: said(),
            ..OfferRemedy::default()
        }))
    }),
    entry(ANSWER, "Promise an action", "remedies", |case| Command::RaiseAction {
        what: said(),
        owner: said(),
        due: case.complaint.last_on.tomorrow().ok(),
        id: None,
    }),
    entry(ANSWER, "Clear a letter that a colleague wrote", "clearance", |_| Command::ClearLetter {
        letter: "response-stage-1".to_owned(),
        author: StaffId("nobody".to_owned()),
        sha256: "0".repeat(64),
        asks: Vec::new(),
    }),
    entry(ANSWER, "Send the response", "response", |_| {
        Command::Respond(Respond { apology: true, ..Respond::default() })
    }),
    entry(ANSWER, "Take back a letter that waits", "post", |case| {
        let given = WithdrawLetter { number: waiting(case), reason: said() };
        Command::WithdrawLetter(given)
    }),
    entry(ANSWER, "Record that a letter left", "post", |case| {
        Command::RecordPosting(RecordPosting { number: waiting(case) })
    }),
    entry(ANSWER, "Send a letter another way", "post", |case| {
        let channel = Some(Channel::Letter);
        Command::ResendLetter(ResendLetter { number: waiting(case), channel })
    }),
    entry(ANSWER, "Record that an e-mail bounced", "post", |case| {
        let number = sent(case, true);
        Command::RecordBounce(NotReached { number, why: said(), address_was_theirs: false })
    }),
    entry(ANSWER, "Record that a letter came back", "post", |case| {
        let number = sent(case, false);
        Command::RecordReturn(NotReached { number, why: said(), address_was_theirs: false })
    }),
    entry(ANSWER, "Record when a letter came", "post", |case| {
        let newest = case.complaint.letters.last();
        let received_on = newest.map(|letter| letter.sent_on);
        let number = newest.map_or(0, |letter| letter.number);
        Command::RecordReceipt(RecordReceipt { number, received_on })
    }),
    entry(ON, "Record a request for stage 2", "escalation", |_| Command::RequestEscalation {
        channel: Some(Channel::Phone),
        reason: None,
        points: None,
        received_on: None,
    }),
    entry(ON, "Take it to stage 2", "escalation", |case| Command::Escalate {
        officer: somebody(case),
        role: None,
        late_because: Some(said()),
    }),
    entry(ON, "Decline stage 2", "refusal", |case| Command::DeclineEscalation {
        ground: case.pack.escalation.decline.first().copied(),
        reasons: said(),
        circumstances: Some(said()),
    }),
    entry(ON, "Record a rethink of the answer", "escalation", |_| Command::Reconsider {
        text: said(),
        open: false,
    }),
    entry(ON, "Send it back to stage 1 for another look", "escalation", |_| Command::ReferBack {
        agreed: Some(Agreed::Yes),
        due: None,
    }),
    entry(RIGHT, "Record the answer to an offer", "offers", |_| Command::AcceptOffer {
        offer: None,
    }),
    entry(RIGHT, "Note that an offer has lapsed", "offers", |_| Command::LapseOffer {
        offer: None,
    }),
    entry(RIGHT, "Send an offer to the panel", "offers", |_| Command::ReferToPanel { offer: None }),
    entry(RIGHT, "Record what the panel recommends", "offers", |_| Command::PanelRecommends {
        offer: None,
        amount: None,
        reasons: said(),
        followed: Some(true),
        why_not: None,
    }),
    entry(RIGHT, "Send a claim to the insurers", "offers", |_| Command::ReferToInsurer {
        what: said(),
        value: None,
    }),
    entry(RIGHT, "Record a payment", "offers", |case| Command::PayOffer {
        offer: None,
        paid_on: Some(case.complaint.last_on),
        to: Some(Payee::Resident),
        set_off: None,
        approved_by: None,
    }),
    entry(RIGHT, "Say how a promise stands", "actions", |case| Command::UpdateAction {
        id: some_action(case),
        text: said(),
        due: None,
    }),
    entry(RIGHT, "Record that a promise is kept", "actions", |case| Command::CompleteAction {
        id: some_action(case),
        proof: Some(said()),
    }),
    entry(RIGHT, "Record that they say a promise was not kept", "actions", |case| {
        Command::DisputeAction(DisputeAction {
            id: some_action(case),
            how: Some(Shortfall::NotDone),
            text: Some(said()),
        })
    }),
    entry(RIGHT, "Remind them of an offer", "writing", |_| {
        wanted(WriteLetter::OfferReminder { offer: None })
    }),
    entry(END, "Ask before you close it", "writing", |_| wanted(WriteLetter::PreClosureContact {})),
    entry(END, "Close the case", "closure", |case| Command::Close {
        reason: Some(ClosingReason::Other),
        contacted_on: Some(case.complaint.last_on),
        agreed_on: None,
        approved_by: None,
        equality: None,
    }),
    entry(END, "Reopen the case", "closure", |_| Command::Reopen { reason: said() }),
    entry(END, "Record a survey and its answer", "closure", |_| Command::Survey {}),
    entry(END, "Record a lesson", "closure", |_| Command::RecordLesson {
        cause: said(),
        lesson: said(),
        change: None,
        owner: None,
        due: None,
    }),
    entry(REQUEST, "Agree what is done about the request", "request", |_| {
        Command::OfferOutcome(OfferOutcome { what: said(), due: None })
    }),
    entry(REQUEST, "Record what they say to it", "request", |_| {
        Command::AnswerOutcome(AnswerOutcome { answer: Some(Agreed::Yes), text: None })
    }),
    entry(REQUEST, "Record what became of the request", "request", |_| {
        Command::SettleRequest(SettleRequest { outcome: said() })
    }),
    entry(REQUEST, "Look at the request again", "request", |_| {
        Command::ReviewRequest(ReviewRequest { note: said(), next_review: None })
    }),
    entry(THEIRS, "Record that the Ombudsman has a case", "ombudsman", |_| {
        Command::OmbudsmanContacts(OmbudsmanContacts { reference: said() })
    }),
    entry(THEIRS, "Record what the Ombudsman asks for", "ombudsman", |case| {
        Command::OmbudsmanRequestsEvidence(RequestsEvidence {
            due: case.complaint.last_on.tomorrow().ok(),
            items: vec![said()],
        })
    }),
    entry(THEIRS, "Record that evidence went to the Ombudsman", "ombudsman", |_| {
        Command::SendEvidence {}
    }),
    entry(THEIRS, "Ask the Ombudsman for more time", "ombudsman", |_| {
        Command::AskMoreTime(AskMoreTime {
            to: Some(jiff::civil::Date::MAX),
            reason: said(),
            granted: false,
        })
    }),
    entry(THEIRS, "Record what the Ombudsman decided", "ombudsman", |_| {
        let head = Head {
            about: Some(said()),
            finding: Some(Determination::NoMaladministration),
            ..Head::default()
        };
        Command::OmbudsmanDetermines(OmbudsmanDetermines { heads: vec![head] })
    }),
    entry(THEIRS, "Record that the decision was talked through", "ombudsman", |_| {
        Command::DiscussDetermination(DiscussDetermination { with: said(), learning: said() })
    }),
    entry(THEIRS, "Record what the Ombudsman orders", "ombudsman", |_| {
        Command::OmbudsmanOrders(OmbudsmanOrders {
            what: said(),
            recommendation: true,
            ..OmbudsmanOrders::default()
        })
    }),
    entry(THEIRS, "Record that an order is done", "ombudsman", |case| {
        let orders = &case.complaint.ombudsman.orders;
        let open = orders.iter().find(|order| order.done_on.is_none()).or(orders.first());
        let id = open.map(|order| order.id.clone()).unwrap_or_default();
        Command::ComplyWithOrder(ComplyWithOrder { id, proof: said() })
    }),
    entry(CONDUCT, "Record an incident", "restrictions", |_| {
        Command::RecordIncident(RecordIncident {
            what: said(),
            conduct: Some(Conduct::Other),
            against: None,
        })
    }),
    entry(CONDUCT, "Record a warning", "restrictions", |_| {
        Command::WarnPerson(WarnPerson { incident: said(), ..WarnPerson::default() })
    }),
    entry(CONDUCT, "Propose a restriction", "restrictions", |_| {
        Command::ProposeRestriction(Box::new(ProposeRestriction {
            measure: said(),
            evidence: said(),
            proportionality: said(),
            equality: said(),
            ..ProposeRestriction::default()
        }))
    }),
    entry(CONDUCT, "Decide on a restriction", "restrictions", |_| {
        Command::ApproveRestriction(ApproveRestriction::default())
    }),
    entry(CONDUCT, "Look at a restriction again", "restrictions", |_| {
        Command::ReviewRestriction(ReviewRestriction { outcome: said(), ..Default::default() })
    }),
    entry(CONDUCT, "Lift a restriction", "restrictions", |_| {
        Command::LiftRestriction(LiftRestriction { id: None, reason: said() })
    }),
    entry(CONDUCT, "Record what somebody says against a restriction", "restrictions", |_| {
        Command::ChallengeRestriction(ChallengeRestriction { id: None, reason: said() })
    }),
];

const fn entry(
    group: &'static str,
    label: &'static str,
    page: &'static str,
    sample: fn(&Case) -> Command,
) -> Entry {
    Entry { group, label, page, sample }
}

/// The points a case has, or one to begin with.
fn case_points(case: &Case) -> Vec<PointGiven> {
    let first = PointGiven {
        text: said(),
        outcome: said(),
        responsibility: Some(Responsibility::Ours),
        ..PointGiven::default()
    };
    let known = case.complaint.points.iter().map(|point| PointGiven {
        id: Some(point.id.clone()),
        text: point.text.clone(),
        outcome: point.outcome.clone(),
        responsibility: Some(point.responsibility),
        ..PointGiven::default()
    });
    let known: Vec<PointGiven> = known.collect();
    if known.is_empty() { vec![first] } else { known }
}

/// A letter that waits, or none.
fn waiting(case: &Case) -> u32 {
    let failed = case.complaint.letters.iter().rfind(|letter| letter.failed.is_some());
    let waiting = case.complaint.waiting.last().map(|it| it.queued.number);
    waiting.or(failed.map(|letter| letter.number)).unwrap_or_default()
}

/// The newest letter that left by e-mail, or otherwise.
fn sent(case: &Case, by_mail: bool) -> u32 {
    let of_way = |letter: &&LetterKept| (letter.channel == Channel::Email) == by_mail;
    case.complaint.letters.iter().rfind(of_way).map_or(0, |letter| letter.number)
}
