//! From a case to its letters: which letter goes with which event, filled from the record. Pure;
//! pages, the desk and rehearsals all get their letters here.

use std::collections::BTreeMap;

use jiff::civil::Date;
use redress_domain::calendar::Calendar;
use redress_domain::clock::{Clock, What};
use redress_domain::complaint::Complaint;
use redress_domain::event::Event;
use redress_domain::ids::StaffId;
use redress_domain::person::Person;
use redress_domain::personal::Words;
use redress_domain::policy::terms::Terms;
use redress_domain::vocabulary::{Authority, Channel, Choice, Stage};
use redress_letters::check::facts::CheckFacts;
use redress_letters::check::{Fault, check, check_translation};
use redress_letters::letter::{Letter, To};
use redress_letters::ombudsman::{self, Row};
use redress_letters::phrases::Phrase;
use redress_letters::render::pdf::Print;
use redress_letters::tongue::Tongue;

mod conduct;
mod course;
mod door;
mod frame;
mod inquiry;
mod opening;
mod orders;
mod refusing;
mod response;
mod sums;
mod turning;
mod writing;

/// A survey's score, of five, at which the choice to complain is offered (Code 1.6).
const LOW: u8 = 2;

/// The sender as the landlord's settings have it.
#[derive(Clone, Debug, Default)]
pub struct Sender {
    pub name: String,
    pub address: Vec<String>,
    pub phone: String,
    pub email: String,
    pub web: String,
    /// The team that signs under the handler's name; the usual one where it is empty.
    pub team: String,
    /// How the Ombudsman is reached, each from a day on; what the program knows where it is empty.
    pub ombudsman: Vec<Row>,
}

impl Sender {
    /// The rows of the Ombudsman's details that letters choose from.
    pub(crate) fn register(&self) -> Vec<Row> {
        if self.ombudsman.is_empty() { ombudsman::register() } else { self.ombudsman.clone() }
    }
}

/// What surrounds the letters of one act.
pub struct Surroundings<'a> {
    pub sender: &'a Sender,
    pub person: Option<&'a Person>,
    pub reference: &'a str,
    pub terms: Terms<'a>,
    pub calendar: &'a Calendar,
    /// Names of the landlord's people; an id nobody knows is printed as it is.
    pub names: &'a BTreeMap<StaffId, String>,
    /// The day the letters leave.
    pub on: Date,
    /// The print, where the letter is about to leave; a rehearsal sends nothing.
    pub leaving: Option<Print>,
    /// Where the letter's code is used; none where letters carry no code.
    pub follow_at: Option<&'a str>,
    /// Whether a contact came through a machine, which answers at once that it has come.
    pub receipts: bool,
    /// The clocks as they stand after the act.
    pub clocks: &'a [Clock],
}

impl Surroundings<'_> {
    /// The language that the person reads, where letters are written in it and it is not English.
    fn tongue(&self) -> Option<&'static Tongue> {
        let wanted = self.person?.language.as_deref()?;
        Tongue::find(wanted).filter(|tongue| !tongue.is_first())
    }
}

/// A letter that leaves, with what was found when it was read.
#[derive(Clone, Debug)]
pub struct Prepared {
    pub letter: Letter,
    pub stage: Stage,
    pub faults: Vec<Fault>,
    /// The same letter in English, which the checks have read, where it leaves in another language.
    pub english: Option<Letter>,
}

/// The letters that go with the events of one act, in order, checked. `before` is the case before
/// the act and `after` the case with it. What goes to the person is in the language they read, made
/// from the same facts as the English letter that the checks read.
pub fn letters(
    (before, after): (Option<&Complaint>, &Complaint),
    events: &[Event],
    around: &Surroundings<'_>,
) -> Vec<Prepared> {
    let case = Paper { before, after, around, t: Tongue::first() };
    let theirs = around.tongue().map(|t| Paper { before, after, around, t });
    let mut number = after.next_letter() - 1;
    let mut prepared = Vec::new();
    for event in events {
        let spoken = theirs.as_ref().map(|it| it.letters(event, number + 1)).unwrap_or_default();
        let mut spoken = spoken.into_iter();
        for (letter, mut facts, stage) in case.letters(event, number + 1) {
            number += 1;
            facts.leaving = case.leaving(event, letter.id.to());
            facts.register = around.sender.register();
            let mut faults = check(&letter, &facts);
            let twin = spoken.next().map(|(twin, ..)| twin).filter(|twin| twin.id == letter.id);
            prepared.push(match twin.filter(|twin| twin.id.to() == To::Person) {
                Some(twin) => {
                    faults.extend(check_translation(&twin, &facts));
                    faults.sort_by_key(|fault| std::cmp::Reverse(fault.level));
                    Prepared { letter: twin, stage, faults, english: Some(letter) }
                }
                None => Prepared { letter, stage, faults, english: None },
            });
        }
    }
    prepared
}

/// A link to a complaint and the code that is typed where it leads. Nothing of the case is in it.
pub fn link(after: &Complaint, around: &Surroundings<'_>, (at, code): (&str, &str)) -> Letter {
    let t = around.tongue().unwrap_or_else(Tongue::first);
    door::link(&Paper { before: None, after, around, t }, (at, code))
}

/// One act on its way to paper.
pub(crate) struct Paper<'a> {
    pub before: Option<&'a Complaint>,
    pub after: &'a Complaint,
    pub around: &'a Surroundings<'a>,
    /// The language that it is put together in.
    pub t: &'static Tongue,
}

/// A letter, what to hold it against, and its stage.
type Made = (Letter, CheckFacts, Stage);

impl Paper<'_> {
    /// The letters that go with an event, numbered from `no`.
    fn letters(&self, event: &Event, no: u32) -> Vec<Made> {
        let mut made: Vec<Made> = self.letter(event, no).into_iter().collect();
        let next = no + u32::try_from(made.len()).unwrap_or(0);
        made.extend(self.second_letter(event, next));
        made
    }

    /// The letter that goes to somebody else with the same event, or beside the first.
    fn second_letter(&self, event: &Event, no: u32) -> Option<Made> {
        match event {
            Event::ResponseIssued { stage, .. } => sums::form_with_answer(self, *stage, no),
            Event::ClaimReferredToInsurer { what, value } => {
                Some(sums::insurer_pack(self, what.text(), *value, no))
            }
            Event::OrderComplied(complied) => orders::to_person(self, complied, no),
            Event::RepresentativeAuthorised { who, status: Authority::Pending, .. } => {
                Some(door::authority_of_representative(self, who.text(), no))
            }
            Event::ComplaintReceived { .. } if self.comes_through_somebody() => {
                let who = self.after.contact.from.as_ref().map_or("", Words::text);
                Some(door::authority_of_representative(self, who, no))
            }
            _ => None,
        }
    }

    /// Whether somebody wrote for the person, and nothing shows yet that they may.
    fn comes_through_somebody(&self) -> bool {
        let pending = |it: &(Words, Authority)| it.1 == Authority::Pending && !it.0.is_blank();
        self.after.representative.as_ref().is_some_and(pending)
            && self.after.channel != Channel::Member
    }

    fn letter(&self, event: &Event, no: u32) -> Option<Made> {
        match event {
            Event::ComplaintReceived { .. } => door::received(self, no),
            Event::ContactClassified { kind, .. } => door::classified(self, *kind, no),
            Event::ChoiceOffered { answer: Choice::NoAnswer } => Some(door::choice(self, no)),
            Event::SurveyAnswered { handling, outcome, .. } if *handling.min(outcome) <= LOW => {
                Some(door::choice(self, no))
            }
            Event::RepresentativeAuthorised { who, status: Authority::Pending, .. } => {
                Some(door::authority(self, who.text(), no))
            }
            Event::LeadNamed { who } => door::new_lead(self, who.text(), no),
            Event::ResidentSurveyed {} => Some(door::survey(self, no)),
            Event::CodeIssued {} => door::code(self, no),
            Event::OfficerAssigned { stage, officer, .. } => {
                turning::new_handler(self, *stage, officer, no)
            }
            Event::ContactMade { stage, note: Some(note), .. } => {
                course::contact_note(self, *stage, note.text(), no)
            }
            Event::UpdatesAgreed { stage, .. } => course::updates_agreed(self, *stage, no),
            Event::NeedsRecorded { stage, .. } => conduct::adjustments(self, *stage, no),
            Event::InformationRequested { from, what, due } => {
                Some(inquiry::information(self, (from.text(), what.text()), *due, no))
            }
            Event::CommentInvited { who, about, .. } => {
                Some(inquiry::comment(self, (who.text(), about.text()), no))
            }
            Event::NewComplaintOpened { point: Some(_), raised_on, text, .. } => {
                turning::split(self, text.text(), *raised_on, no)
            }
            Event::CaseReferredBack { due } => course::referred_back(self, *due, no),
            Event::ResponseReconsidered { text, open: false, escalate_by } => {
                Some(course::reconsidered(self, text.text(), *escalate_by, no))
            }
            Event::RemedyOffered { stage, offer: Some(offer), .. } => {
                sums::form_after_answer(self, *stage, offer, no)
            }
            Event::OfferLapsed { offer } => sums::lapsed(self, offer, no),
            Event::OfferPaid { offer, paid_on, to, set_off, approved_by } => {
                let debt = (*set_off, approved_by.as_ref());
                sums::paid(self, offer, (*paid_on, *to), debt, no)
            }
            Event::OfferReferredToPanel { offer } => sums::panel(self, offer, None, no),
            Event::PanelRecommended { offer, amount, reasons, followed, why_not } => {
                let why_not = why_not.as_ref().map(|why| why.text().to_owned());
                let said = (*amount, reasons.text().to_owned(), *followed, why_not);
                sums::panel(self, offer, Some(said), no)
            }
            Event::ClaimReferredToInsurer { what, value } => {
                Some(sums::insurer_referral(self, what.text(), *value, no))
            }
            Event::ActionUpdated { id, text, .. } => course::action(self, id, text.text(), no),
            Event::ActionCompleted { id, .. } => course::action(self, id, "", no),
            Event::PolicyDepartedFrom { clause, reason, approved_by } => {
                Some(course::departure(self, (clause, reason.text()), approved_by, no))
            }
            Event::ComplaintReopened { reason } => Some(course::reopened(self, reason.text(), no)),
            Event::LetterBounced(given) | Event::LetterReturned(given) => {
                course::not_delivered(self, given, no)
            }
            Event::LetterWritten(it) => writing::wanted(self, it, no),
            Event::EnquiryAnswered { reply: Some(reply), .. } => {
                Some(writing::to_member(self, reply, no))
            }
            Event::PersonWarned(incident) => Some(conduct::warning(self, incident, no)),
            Event::RestrictionApproved(it) => conduct::restriction(self, it, no),
            Event::RestrictionReviewed(it) => conduct::review(self, it, no),
            Event::RestrictionLifted(it) => conduct::lifted(self, it, no),
            Event::EvidenceSent {} => orders::evidence(self, no),
            Event::MoreTimeAsked(more) => orders::more_time(self, more, no),
            Event::OrderComplied(complied) => orders::complied(self, complied, no),
            Event::ComplaintAcknowledged { stage, .. } => {
                Some(opening::acknowledgement(self, *stage, no))
            }
            Event::ClarificationAsked { stage, question } => {
                Some(opening::clarification(self, *stage, question.text(), no))
            }
            Event::PointAdded { stage, point, .. } if self.acknowledged(*stage) => {
                let changed = self.t.point_added(point.text.text());
                turning::definition_changed(self, *stage, changed, no)
            }
            Event::ComplaintDefined { stage, version, .. }
                if 1 < *version && self.acknowledged(*stage) =>
            {
                let changed = self.t.phrase(Phrase::PointsReworded);
                turning::definition_changed(self, *stage, changed, no)
            }
            Event::ResponseExtended { .. } => turning::extension(self, event, no),
            Event::ResidentUpdated { stage, text } => {
                Some(turning::update(self, *stage, text.text(), no))
            }
            Event::ResponseIssued { stage, response, .. } => {
                Some(response::answer(self, *stage, response, no))
            }
            Event::ComplaintDeclined { refusal, .. } => {
                Some(refusing::not_accepted(self, refusal, no))
            }
            Event::EscalationDeclined { ground, reasons, circumstances } => {
                let said = (reasons.text(), circumstances.as_ref().map_or("", |it| it.text()));
                Some(refusing::escalation_declined(self, *ground, said, no))
            }
            Event::ComplaintEscalated { late_because: Some(why), .. } => {
                turning::late_decision(self, why.text(), no)
            }
            Event::ComplaintWithdrawn { .. } => Some(turning::withdrawn(self, no)),
            Event::ComplaintClosed { reason, agreed_on, .. } => {
                turning::closed(self, *reason, *agreed_on, no)
            }
            _ => None,
        }
    }

    /// Whether the stage was acknowledged before this act: only then does the resident hold a
    /// definition that may change.
    fn acknowledged(&self, stage: Stage) -> bool {
        self.before
            .and_then(|before| before.at(stage))
            .is_some_and(|record| record.acknowledged.is_some())
    }

    /// A clock of the case as it stands after the act.
    pub(crate) fn clock(&self, what: What, stage: Stage) -> Option<&Clock> {
        self.around.clocks.iter().find(|clock| clock.what == what && clock.stage == Some(stage))
    }

    /// A colleague's name for a letter.
    pub(crate) fn name_of(&self, who: &StaffId) -> String {
        self.around.names.get(who).cloned().unwrap_or_else(|| who.0.clone())
    }
}
