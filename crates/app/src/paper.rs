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
use redress_domain::policy::terms::Terms;
use redress_domain::vocabulary::Stage;
use redress_letters::check::facts::CheckFacts;
use redress_letters::check::{Fault, check};
use redress_letters::letter::Letter;
use redress_letters::ombudsman::{self, Row};
use redress_letters::render::pdf::Print;

mod frame;
mod opening;
mod refusing;
mod response;
mod turning;

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
    fn register(&self) -> Vec<Row> {
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
    /// The clocks as they stand after the act.
    pub clocks: &'a [Clock],
}

/// A letter that leaves, with what was found when it was read.
#[derive(Clone, Debug)]
pub struct Prepared {
    pub letter: Letter,
    pub stage: Stage,
    pub faults: Vec<Fault>,
}

/// The letters that go with the events of one act, in order, checked. `before` is the case before
/// the act and `after` the case with it.
pub fn letters(
    (before, after): (Option<&Complaint>, &Complaint),
    events: &[Event],
    around: &Surroundings<'_>,
) -> Vec<Prepared> {
    let case = Paper { before, after, around };
    let mut number = after.next_letter() - 1;
    let mut prepared = Vec::new();
    for event in events {
        if let Some((letter, mut facts, stage)) = case.letter(event, number + 1) {
            number += 1;
            facts.leaving = case.leaving(event);
            facts.register = around.sender.register();
            let faults = check(&letter, &facts);
            prepared.push(Prepared { letter, stage, faults });
        }
    }
    prepared
}

/// One act on its way to paper.
pub(crate) struct Paper<'a> {
    pub before: Option<&'a Complaint>,
    pub after: &'a Complaint,
    pub around: &'a Surroundings<'a>,
}

/// A letter, what to hold it against, and its stage.
type Made = (Letter, CheckFacts, Stage);

impl Paper<'_> {
    fn letter(&self, event: &Event, no: u32) -> Option<Made> {
        match event {
            Event::ComplaintAcknowledged { stage, .. } => {
                Some(opening::acknowledgement(self, *stage, no))
            }
            Event::ClarificationAsked { stage, question } => {
                Some(opening::clarification(self, *stage, question.text(), no))
            }
            Event::PointAdded { stage, point, .. } if self.acknowledged(*stage) => {
                let changed = format!("You told us about something more: {}", point.text.text());
                turning::definition_changed(self, *stage, changed, no)
            }
            Event::ComplaintDefined { stage, version, .. }
                if 1 < *version && self.acknowledged(*stage) =>
            {
                let changed = "We have put some of the points in other words.".to_owned();
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
