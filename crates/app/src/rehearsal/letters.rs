//! The letters that a step would send: composed and checked as at the counter, held by nothing.

use std::collections::BTreeMap;

use jiff::civil::Date;
use redress_domain::calendar::Calendar;
use redress_domain::clock::Clock;
use redress_domain::complaint::{Complaint, LetterKept};
use redress_domain::event::Event;
use redress_domain::ids::{CaseId, StaffId};
use redress_domain::person::Person;
use redress_domain::personal::Words;
use redress_domain::policy::terms::Terms;
use redress_domain::vocabulary::Channel;
use redress_letters::letter::Letter;
use redress_letters::render::text::text;

use crate::paper::{self, Prepared, Sender, Surroundings};
use crate::rehearsal::shown::{LetterFault, LetterShown};
use crate::words;

/// What the letters of a step lean on.
pub struct Leaning<'a> {
    pub terms: Terms<'a>,
    pub calendar: &'a Calendar,
    pub on: Date,
    pub case: &'a CaseId,
    /// The clocks of the case after the step.
    pub clocks: &'a [Clock],
}

/// Composes and checks the letters of a step, and keeps them in the case so that they are counted.
pub fn letters(
    before: Option<&Complaint>,
    after: &mut Complaint,
    events: &[Event],
    leaning: &Leaning<'_>,
) -> Vec<LetterShown> {
    let sender = sender(&leaning.terms.pack.landlord);
    let person = person(after);
    let names = names(after);
    let around = Surroundings {
        sender: &sender,
        person: Some(&person),
        reference: &leaning.case.0.to_uppercase(),
        terms: leaning.terms,
        calendar: leaning.calendar,
        names: &names,
        on: leaning.on,
        leaving: None,
        follow_at: None,
        receipts: false,
        clocks: leaning.clocks,
    };
    let prepared = paper::letters((before, after), events, &around);
    for it in &prepared {
        after.letters.push(kept(it, leaning.on));
    }
    prepared.iter().map(|it| shown(&it.letter, it)).collect()
}

fn shown(letter: &Letter, prepared: &Prepared) -> LetterShown {
    let mut blocks: Vec<&'static str> = Vec::new();
    for block in &letter.blocks {
        let id = block.id.as_str();
        // Answers to points repeat once a point.
        if blocks.last() != Some(&id) {
            blocks.push(id);
        }
    }
    LetterShown {
        id: letter.id.as_str(),
        no: letter.no,
        stage: letter.stage,
        to: letter.id.to().as_str(),
        dated: letter.dated,
        blocks,
        faults: prepared
            .faults
            .iter()
            .map(|fault| LetterFault {
                code: fault.code.as_str(),
                level: words::id(&fault.level),
                block: fault.block.map(|block| block.as_str()),
                clause: fault.clause.clone(),
                sentence: fault.sentence.clone(),
                instead: fault.instead.clone(),
            })
            .collect(),
    }
}

fn kept(prepared: &Prepared, on: Date) -> LetterKept {
    LetterKept {
        letter: prepared.letter.id.as_str().to_owned(),
        number: prepared.letter.no,
        stage: prepared.stage,
        channel: Channel::Letter,
        sent_on: on,
        text: Words::said(text(&prepared.letter)),
        sha256: String::new(),
        kept_sha256: String::new(),
        failed: None,
        received_on: None,
        queued: None,
    }
}

/// A landlord with an address of its own, since the policy names no more than the name.
fn sender(name: &str) -> Sender {
    Sender {
        name: name.to_owned(),
        address: vec![name.to_owned(), "1 High Street".to_owned(), "Anytown".to_owned()],
        phone: "01632 960100".to_owned(),
        email: "complaints@landlord.example".to_owned(),
        web: "www.landlord.example".to_owned(),
        ..Sender::default()
    }
}

/// The resident, by the name in the file or as "A Resident".
fn person(complaint: &Complaint) -> Person {
    let name = complaint.contact.from.clone().filter(|name| !name.is_blank());
    Person {
        name: name.unwrap_or_else(|| Words::said("A Resident")),
        address: Words::said("2 High Street\nAnytown"),
        ..Person::default()
    }
}

/// Everybody with a part in the case, called as the file calls them.
fn names(complaint: &Complaint) -> BTreeMap<StaffId, String> {
    let mut names = BTreeMap::new();
    for record in [Some(&complaint.stage_1), complaint.stage_2.as_ref()].into_iter().flatten() {
        for who in record.hands.iter().chain(&record.officer).chain(&record.overseer) {
            names.insert(who.clone(), words::sentence(&who.0));
        }
    }
    names
}
