//! The one door: what happens when a command meets a complaint. Pure: same inputs, same answer.

use crate::clearance::{self, Clearing};
use crate::command::{Command, NotReached};
use crate::complaint::Complaint;
use crate::event::{CameBack, Event};
use crate::permission;
use crate::refusal::{Refusal, Why};
use crate::rules::Rules;
use crate::{
    behaviour, closing, definition, escalation, intake, investigation, named, ombudsman, post,
    remedy, request, response, writing,
};

/// The events a command leads to, or why it may not.
pub type Outcome = Result<Vec<Event>, Refusal>;

/// Decides what happens when `command` meets `complaint`; none where nothing was received yet.
///
/// # Errors
/// The refusal, with the clause and the facts behind it.
pub fn decide(complaint: Option<&Complaint>, command: &Command, rules: &Rules<'_>) -> Outcome {
    if let Some(complaint) = complaint {
        named::keep_out(complaint, command, rules)?;
    }
    permission::may(rules.actor, command, complaint)
        .map_err(|why| Refusal { clause: "permissions".to_owned(), why })?;
    let Some(complaint) = complaint else {
        return match command {
            Command::Receive(contact) => intake::receive(contact, rules),
            _ => Err(Refusal { clause: "record".to_owned(), why: Why::NothingReceived }),
        };
    };
    match command {
        Command::Receive(_) => {
            Err(Refusal { clause: "record".to_owned(), why: Why::AlreadyReceived })
        }
        Command::Classify { kind, reason } => intake::classify(complaint, *kind, reason, rules),
        Command::OfferChoice { answer } => intake::offer_choice(complaint, *answer, rules),
        Command::AuthoriseRepresentative { who, status, basis } => {
            intake::authorise_representative(who, *status, *basis, rules)
        }
        Command::Accept {} => intake::accept(complaint, rules),
        Command::Decline(refusal) => intake::refusal::decline(complaint, refusal, rules),
        Command::AcceptByDirection { reference } => {
            intake::refusal::accept_by_direction(complaint, reference, rules)
        }
        Command::NameLead { who } => intake::name_lead(who, rules),
        Command::Link { to } => intake::link(to, rules),
        Command::Withdraw { reason } => intake::withdraw(complaint, reason, rules),
        Command::CorrectReceivedDate { to, reason } => {
            intake::correct_received_date(complaint, *to, reason, rules)
        }
        Command::Define { points } => definition::define(complaint, points, rules),
        Command::AmendDefinition { points } => definition::amend(complaint, points, rules),
        Command::AskClarification { question } => {
            definition::ask_clarification(complaint, question, rules)
        }
        Command::ConfirmDefinition { changes } => definition::confirm(complaint, changes, rules),
        Command::Acknowledge(given) => definition::acknowledge(complaint, given, rules),
        Command::LogForm {} => Ok(vec![Event::FormLogged {}]),
        Command::Log {} => intake::log(complaint, rules),
        Command::Assign { officer, role, oversees, received_on } => {
            investigation::assign(complaint, officer, *role, (*oversees, *received_on), rules)
        }
        Command::DeclareConflict { who, about, mitigation } => {
            investigation::declare_conflict(who, about, mitigation, rules)
        }
        Command::MakeContact { note, read_back } => {
            investigation::make_contact(complaint, note, *read_back, rules)
        }
        Command::AgreeUpdates { every, method } => {
            investigation::agree_updates(complaint, *every, *method, rules)
        }
        Command::RecordNeeds { needs, disability, review_on } => {
            investigation::record_needs(complaint, (needs, disability), *review_on, rules)
        }
        Command::RecordCorrespondence { with, direction, text, told_on, answers } => {
            let message = (with, *direction, text);
            let about = (complaint, *told_on, answers);
            investigation::record_correspondence(message, about, rules)
        }
        Command::RecordEvidence { what, from, how, answers } => {
            investigation::record_evidence(complaint, (what, from), (*how, answers), rules)
        }
        Command::RequestInformation { from, what, due } => {
            investigation::request_information(complaint, from, what, *due, rules)
        }
        Command::InviteComment { who, about, staff } => {
            investigation::invite_comment(who, about, staff, rules)
        }
        Command::NameStaff { who, no_longer, reason } => {
            named::name(complaint, who, (*no_longer, reason), rules)
        }
        Command::ClearLetter { letter, author, sha256, asks } => {
            clearance::clear(complaint, Clearing { letter, author, sha256, asks }, rules)
        }
        Command::AddPoint(given) => definition::points::add(complaint, given, rules),
        Command::SplitPoint { point, reason, opens } => {
            definition::points::split(complaint, point, *reason, opens, rules)
        }
        Command::UpdateResident { text } => investigation::update_resident(complaint, text, rules),
        Command::Extend(notice) => investigation::extension::extend(complaint, notice, rules),
        Command::Find(given) => response::find(complaint, given, rules),
        Command::OfferRemedy(given) => remedy::offer(complaint, given, rules),
        Command::RaiseAction { what, owner, due, id } => {
            remedy::raise_action(complaint, (what, owner), *due, id, rules)
        }
        Command::Respond(given) => response::respond(complaint, given, rules),
        Command::RequestEscalation { channel, reason, points, received_on } => {
            escalation::request(complaint, *channel, reason, (points, *received_on), rules)
        }
        Command::Escalate { officer, role, late_because } => {
            escalation::escalate(complaint, officer, *role, late_because, rules)
        }
        Command::DeclineEscalation { ground, reasons, circumstances } => {
            escalation::decline(complaint, *ground, (reasons, circumstances), rules)
        }
        Command::ReferBack { agreed, due } => {
            escalation::back::refer(complaint, *agreed, *due, rules)
        }
        Command::Reconsider { text, open } => {
            escalation::back::reconsider(complaint, text, *open, rules)
        }
        Command::AcceptOffer { offer } => remedy::money::answer_offer(complaint, offer, true),
        Command::RejectOffer { offer } => remedy::money::answer_offer(complaint, offer, false),
        Command::LapseOffer { offer } => remedy::money::lapse(complaint, offer, rules),
        Command::ReferToPanel { offer } => remedy::money::refer_to_panel(complaint, offer, rules),
        Command::PanelRecommends { offer, amount, reasons, followed, why_not } => {
            remedy::money::panel_recommends(
                complaint,
                offer,
                (*amount, reasons),
                (*followed, why_not),
                rules,
            )
        }
        Command::ReferToInsurer { what, value } => {
            remedy::money::refer_to_insurer(complaint, what, *value, rules)
        }
        Command::PayOffer { offer, paid_on, to, set_off, approved_by } => {
            remedy::money::pay(complaint, offer, (*paid_on, *to), (*set_off, approved_by), rules)
        }
        Command::UpdateAction { id, text, due } => {
            remedy::update_action(complaint, id, text, *due, rules)
        }
        Command::CompleteAction { id, proof } => {
            remedy::complete_action(complaint, id, proof, rules)
        }
        Command::DisputeAction(given) => remedy::keeping::dispute(complaint, given, rules),
        Command::DepartFromPolicy { clause, reason, approved_by } => {
            investigation::depart(clause, reason, approved_by, rules)
        }
        Command::Close { reason, contacted_on, agreed_on, approved_by, equality } => {
            let approved = (approved_by, equality);
            closing::close(complaint, *reason, (*contacted_on, *agreed_on), approved, rules)
        }
        Command::Reopen { reason } => closing::reopen(complaint, reason, rules),
        Command::Survey {} => Ok(vec![Event::ResidentSurveyed {}]),
        Command::AnswerSurvey { handling, outcome, text } => {
            closing::answer_survey(*handling, *outcome, text, rules)
        }
        Command::RecordLesson { cause, lesson, change, owner, due } => {
            closing::record_lesson((cause, lesson), (change, owner), *due, rules)
        }
        Command::RecordImprovement { what, done_on } => {
            closing::record_improvement(what, *done_on, rules)
        }
        Command::RecordMeeting(given) => investigation::record_meeting(complaint, given, rules),
        Command::Triage(given) => intake::triage::triage(complaint, given, rules),
        Command::AttemptSettlement { what, settled } => {
            intake::attempt_settlement(complaint, what, *settled, rules)
        }
        Command::WarnPerson(given) => behaviour::warn(given, rules),
        Command::RecordIncident(given) => behaviour::record_incident(given, rules),
        Command::ProposeRestriction(given) => behaviour::propose(complaint, given, rules),
        Command::ApproveRestriction(given) => behaviour::approve(complaint, given, rules),
        Command::RefuseRestriction(given) => behaviour::refuse(complaint, given, rules),
        Command::ReviewRestriction(given) => behaviour::review(complaint, given, rules),
        Command::LiftRestriction(given) => behaviour::lift(complaint, given, rules),
        Command::ChallengeRestriction(given) => behaviour::challenge(complaint, given, rules),
        Command::OmbudsmanContacts(given) => ombudsman::contacts(given, rules),
        Command::OmbudsmanRequestsEvidence(given) => ombudsman::requests_evidence(given, rules),
        Command::SendEvidence {} => ombudsman::send_evidence(complaint, rules),
        Command::AskMoreTime(given) => ombudsman::ask_more_time(complaint, given, rules),
        Command::OmbudsmanDetermines(given) => ombudsman::determines(complaint, given, rules),
        Command::OmbudsmanOrders(given) => ombudsman::orders(complaint, given, rules),
        Command::ComplyWithOrder(given) => ombudsman::comply(complaint, given, rules),
        Command::DiscussDetermination(given) => ombudsman::discuss(complaint, given, rules),
        Command::OfferOutcome(given) => request::offer(complaint, given, rules),
        Command::AnswerOutcome(given) => request::answer(complaint, given, rules),
        Command::SettleRequest(given) => request::settle(complaint, given, rules),
        Command::ReviewRequest(given) => request::review(complaint, given, rules),
        Command::WithdrawLetter(given) => post::withdraw(complaint, given.number, &given.reason),
        Command::RecordPosting(given) => post::leave(complaint, given.number, rules),
        Command::RecordBounce(given) => post::come_back(complaint, &came_back(given, true)),
        Command::RecordReturn(given) => post::come_back(complaint, &came_back(given, false)),
        Command::RecordReceipt(given) => {
            post::arrive(complaint, given.number, given.received_on, rules)
        }
        Command::ResendLetter(given) => post::resend(complaint, given.number, given.channel),
        // Whoever lost their code gets another, in any state of the case.
        Command::IssueCode {} => Ok(vec![Event::CodeIssued {}]),
        Command::WriteLetter(given) => writing::write(complaint, given, rules),
        Command::NoteTime {} => Ok(Vec::new()),
    }
}

fn came_back(given: &NotReached, bounced: bool) -> CameBack {
    CameBack {
        number: given.number,
        why: given.why.clone(),
        address_was_theirs: given.address_was_theirs,
        bounced,
    }
}
