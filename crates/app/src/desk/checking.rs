//! Letters at the counter: composed for an act, read before they leave, printed, kept as sent.

use redress_domain::event::{AskPassed, Event};
use redress_domain::personal::Words;
use redress_domain::vocabulary::{Channel, Stage};
use redress_letters::check::{Fault, Level, is_stopped};
use redress_letters::render;
use redress_letters::render::pdf::{Print, pdf};

use crate::desk::act::Decided;
use crate::desk::case::clocks_of;
use crate::desk::surroundings::terms;
use crate::desk::{Case, Declined};
use crate::paper::{self, Prepared, Sender};

/// A letter that may leave, printed.
pub struct Leaving {
    pub number: u32,
    pub paper: Vec<u8>,
    letter: redress_letters::letter::Letter,
    stage: Stage,
    channel: Channel,
    passed: Vec<AskPassed>,
}

/// The letters an act would send, with what was found in them.
///
/// # Errors
/// The calendar ends.
pub fn drafts(case: &Case, decided: &Decided) -> Result<Vec<Prepared>, Declined> {
    let terms = terms(case.pack, case.complaint.floor)?;
    let after = clocks_of(&decided.after, case.pack, &case.surroundings, decided.on)?;
    let landlord = &case.surroundings.landlord;
    let sender = Sender {
        name: landlord.name.clone(),
        address: landlord.address.lines().map(|line| line.trim().to_owned()).collect(),
        phone: landlord.telephone.clone(),
        email: landlord.email.clone(),
        web: String::new(),
    };
    let around = paper::Surroundings {
        sender: &sender,
        person: case.person.as_ref(),
        reference: &case.reference,
        terms,
        calendar: &case.surroundings.calendar,
        names: &case.surroundings.names,
        on: decided.on,
        clocks: &after,
        leaving: Some(print_for(case)),
    };
    Ok(paper::letters((Some(&case.complaint), &decided.after), &decided.events, &around))
}

/// Reads and prints the letters of an act.
///
/// # Errors
/// `Held` where a check stops one, or asks and nobody gave a reason.
pub fn letters(
    case: &Case,
    decided: &Decided,
    passed: &[AskPassed],
) -> Result<Vec<Leaving>, Declined> {
    let mut leaving = Vec::new();
    for prepared in drafts(case, decided)? {
        let open: Vec<Fault> =
            prepared.faults.iter().filter(|fault| holds(fault, passed)).cloned().collect();
        if !open.is_empty() {
            return Err(Declined::Held(open));
        }
        let asked: Vec<AskPassed> = passed
            .iter()
            .filter(|pass| prepared.faults.iter().any(|fault| fault.code.as_str() == pass.code))
            .cloned()
            .collect();
        let print = print_for(case);
        let paper = pdf(&prepared.letter, print)
            .map_err(|error| Declined::Fault(anyhow::Error::new(error)))?;
        leaving.push(Leaving {
            number: prepared.letter.no,
            paper,
            stage: prepared.stage,
            channel: channel_of(&decided.events).unwrap_or(Channel::Letter),
            letter: prepared.letter,
            passed: asked,
        });
    }
    Ok(leaving)
}

/// Whether a fault keeps the letter here.
fn holds(fault: &Fault, passed: &[AskPassed]) -> bool {
    match fault.level {
        Level::Stop => true,
        Level::Ask => {
            !passed.iter().any(|pass| pass.code == fault.code.as_str() && !pass.reason.is_blank())
        }
        Level::Note => false,
    }
}

/// Whether a set of faults would keep a letter here whatever anybody says.
pub fn stopped(faults: &[Fault]) -> bool {
    is_stopped(faults)
}

/// The print the person needs.
pub fn print_for(case: &Case) -> Print {
    match &case.person {
        Some(person) if person.large_print => Print::Large,
        _ => Print::Standard,
    }
}

/// The channel that an act's own events name.
fn channel_of(events: &[Event]) -> Option<Channel> {
    events.iter().find_map(|event| match event {
        Event::ComplaintAcknowledged { channel, .. } => Some(*channel),
        Event::ResponseIssued { response, .. } => Some(response.channel),
        _ => None,
    })
}

impl Leaving {
    /// The event that says it left, once its paper is kept under `kept`.
    pub fn sent(self, kept: String, on: jiff::civil::Date) -> Event {
        Event::LetterSent {
            letter: self.letter.id.as_str().to_owned(),
            number: self.number,
            stage: self.stage,
            channel: self.channel,
            sent_on: on,
            text: Words::said(render::text::text(&self.letter)),
            // The paper holds no secret yet, so what left and what is kept are the same bytes.
            sha256: kept.clone(),
            kept_sha256: kept,
            passed: self.passed,
        }
    }
}
