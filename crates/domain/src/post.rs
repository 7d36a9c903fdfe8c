//! The post: a letter waits, leaves, comes back, arrives. Until it has left, what stands in it has
//! not been said, and the clock it is to meet runs on.

use std::borrow::Cow;

use jiff::civil::Date;

use crate::complaint::{Complaint, LetterKept, StageRecord};
use crate::decide::Outcome;
use crate::event::{Arrived, CameBack, Event, Queued, TakenBack};
use crate::personal::Words;
use crate::refusal::{Refusal, Why};
use crate::rules::Rules;
use crate::vocabulary::{Channel, Stage};

/// A letter that has not left yet.
#[derive(Clone, Debug, PartialEq)]
pub struct Waiting {
    /// The day since which it waits.
    pub since: Date,
    /// The letter as it would leave on its date.
    pub queued: Queued,
}

/// Takes a letter back that has not left. What it said is undone with it.
///
/// # Errors
/// `letter-not-waiting`, and `missing` without a reason.
pub fn withdraw(complaint: &Complaint, number: u32, reason: &Words) -> Outcome {
    if complaint.waiting(number).is_none() {
        return refuse(Why::LetterNotWaiting { number });
    }
    if reason.is_blank() {
        return refuse(Why::Missing { field: "reason" });
    }
    Ok(vec![Event::LetterWithdrawn(TakenBack { number, reason: reason.clone() })])
}

/// A letter left: handed to the post or in person, or taken by the mail server. It leaves on the
/// day printed on it, and on no other.
///
/// # Errors
/// `letter-not-waiting`, and `letter-dated` where it bears another day.
pub fn leave(complaint: &Complaint, number: u32, rules: &Rules<'_>) -> Outcome {
    let Some(Waiting { queued, .. }) = complaint.waiting(number) else {
        return refuse(Why::LetterNotWaiting { number });
    };
    if queued.dated != rules.today {
        let why = Why::LetterDated { dated: queued.dated, given: rules.today };
        return refuse(why);
    }
    let queued = queued.clone();
    Ok(vec![Event::LetterSent {
        letter: queued.letter,
        number,
        stage: queued.stage,
        channel: queued.channel,
        sent_on: queued.dated,
        text: queued.text,
        sha256: queued.sha256,
        kept_sha256: queued.kept_sha256,
        passed: queued.passed,
    }])
}

/// A letter that left did not reach the person.
///
/// # Errors
/// `letter-not-sent`, and `missing` where nothing says why.
pub fn come_back(complaint: &Complaint, given: &CameBack) -> Outcome {
    let by_mail = |letter: &&LetterKept| (letter.channel == Channel::Email) == given.bounced;
    if complaint.on_its_way(given.number).filter(by_mail).is_none() {
        return refuse(Why::LetterNotSent { number: given.number });
    }
    if given.why.is_blank() {
        return refuse(Why::Missing { field: "why" });
    }
    let given = given.clone();
    Ok(vec![if given.bounced { Event::LetterBounced(given) } else { Event::LetterReturned(given) }])
}

/// The person shows on which day a letter came. Where the policy counts their days from receipt,
/// they are counted from then; a letter never arrives before it left (Derive's feedback policy
/// 4.11).
///
/// # Errors
/// `letter-not-sent`, `missing` without a day, and `arrived-before-it-left`.
pub fn arrive(complaint: &Complaint, number: u32, on: Option<Date>, rules: &Rules<'_>) -> Outcome {
    let Some(letter) = complaint.on_its_way(number) else {
        return refuse(Why::LetterNotSent { number });
    };
    let Some(on) = on else {
        return refuse(Why::Missing { field: "received-on" });
    };
    if on < letter.sent_on {
        let why = Why::ArrivedBeforeItLeft { left_on: letter.sent_on, given: on };
        return refuse(why);
    }
    if rules.today < on {
        let why = Why::ReceivedInFuture { given: on, today: rules.today };
        return refuse(why);
    }
    let answers = letter.letter == "response-stage-1";
    let escalate_by = match rules.terms.window().filter(|window| window.from_receipt && answers) {
        Some(window) => Some(rules.reckon_for_resident(on, window.length)?.due),
        None => None,
    };
    Ok(vec![Event::LetterReceived(Arrived { number, received_on: on, escalate_by })])
}

/// Sends a letter that failed, or still waits, by another way: it waits anew under its number.
///
/// # Errors
/// `letter-not-waiting` where it neither waits nor came back.
pub fn resend(complaint: &Complaint, number: u32, channel: Option<Channel>) -> Outcome {
    let Some(channel) = channel else {
        return refuse(Why::Missing { field: "channel" });
    };
    let failed = complaint.letters.iter().rfind(|kept| kept.number == number);
    let failed = failed.and_then(|kept| kept.failed.as_ref()).map(|failed| &failed.queued);
    let waits = complaint.waiting(number).map(|waiting| &waiting.queued);
    let Some(queued) = waits.or(failed.and_then(Option::as_ref)) else {
        return refuse(Why::LetterNotWaiting { number });
    };
    Ok(vec![Event::LetterQueued(Box::new(Queued { channel, ..queued.clone() }))])
}

/// Where a letter is, is a fact of the record and no policy's.
fn refuse(why: Why) -> Outcome {
    Err(Refusal { clause: "record".to_owned(), why })
}

/// What became of a letter that left and did not reach the person.
#[derive(Clone, Debug, PartialEq)]
pub struct Failed {
    pub on: Date,
    pub bounced: bool,
    /// Whether its sending stands all the same: the address was as the person gave it.
    pub stands: bool,
    pub why: Words,
    /// The letter as it waited, where it ever did.
    pub queued: Option<Queued>,
}

impl Complaint {
    /// The number of the next letter.
    pub fn next_letter(&self) -> u32 {
        let kept = self.letters.iter().map(|letter| letter.number);
        let waiting = self.waiting.iter().map(|waiting| waiting.queued.number);
        let gone = self.withdrawn_letters.iter().copied();
        let counted = u32::try_from(self.letters.len()).unwrap_or(u32::MAX);
        kept.chain(waiting).chain(gone).max().unwrap_or(0).max(counted) + 1
    }

    /// A letter that waits, by its number.
    pub fn waiting(&self, number: u32) -> Option<&Waiting> {
        self.waiting.iter().find(|waiting| waiting.queued.number == number)
    }

    /// A letter that left and of which nothing says that it did not arrive.
    pub fn on_its_way(&self, number: u32) -> Option<&LetterKept> {
        let sent = self.letters.iter().rfind(|letter| letter.number == number);
        sent.filter(|letter| letter.failed.is_none() && self.waiting(number).is_none())
    }

    /// Letters that the person does not hold: they wait, or came back and stand for nothing.
    pub fn undelivered(&self) -> Vec<(u32, &str, Stage)> {
        let waiting = self.waiting.iter().map(|it| &it.queued);
        let mut found: Vec<(u32, &str, Stage)> =
            waiting.map(|it| (it.number, it.letter.as_str(), it.stage)).collect();
        for letter in &self.letters {
            let newest = self.letters.iter().rfind(|it| it.number == letter.number);
            let failed = letter.failed.as_ref().is_some_and(|failed| !failed.stands);
            let known = found.iter().any(|(number, ..)| *number == letter.number);
            if failed && !known && newest == Some(letter) {
                found.push((letter.number, &letter.letter, letter.stage));
            }
        }
        found
    }

    /// The case as the person was told it: without what stands in letters they do not hold.
    pub fn as_told(&self) -> Cow<'_, Self> {
        let undelivered = self.undelivered();
        if undelivered.is_empty() {
            return Cow::Borrowed(self);
        }
        let mut told = self.clone();
        for (_, letter, stage) in undelivered.into_iter().rev() {
            told.unsay(letter, stage);
        }
        Cow::Owned(told)
    }

    /// A letter waits. One that waited already under its number waits as this one.
    pub(crate) fn queue(&mut self, queued: &Queued, on: Date) {
        let since = self.waiting(queued.number).map_or(on, |waiting| waiting.since);
        self.waiting.retain(|waiting| waiting.queued.number != queued.number);
        if let Some(record) = self.record_mut(queued.stage) {
            if let (Some(due), Some(said)) = (queued.response_due, &mut record.acknowledged) {
                said.response_due = due;
            }
            if let (Some(by), Some(said)) = (queued.escalate_by, &mut record.responded) {
                said.escalate_by = Some(by);
            }
        }
        self.waiting.push(Waiting { since, queued: queued.clone() });
    }

    /// A letter left the house.
    pub(crate) fn sent(&mut self, event: &Event) {
        let Event::LetterSent {
            letter,
            number,
            stage,
            channel,
            sent_on,
            text,
            sha256,
            kept_sha256,
            ..
        } = event
        else {
            return;
        };
        self.letters.push(LetterKept {
            letter: letter.clone(),
            number: *number,
            stage: *stage,
            channel: *channel,
            sent_on: *sent_on,
            text: text.clone(),
            sha256: sha256.clone(),
            kept_sha256: kept_sha256.clone(),
            failed: None,
            received_on: None,
            queued: None,
        });
        self.left(*number, letter, *stage, *sent_on);
    }

    /// A letter left on a day: what it says was said on that day.
    fn left(&mut self, number: u32, letter: &str, stage: Stage, on: Date) {
        let Some(place) = self.waiting.iter().position(|it| it.queued.number == number) else {
            return;
        };
        let waited = self.waiting.remove(place);
        if let Some(failed) = self.letters.iter_mut().rfind(|it| it.number == number) {
            failed.queued = None;
        }
        if let Some(sent) = self.letters.last_mut() {
            sent.queued = Some(waited.queued);
        }
        match kind(letter) {
            Says::Refused => {
                if let Some(declined) = &mut self.declined {
                    declined.on = on;
                }
            }
            Says::EscalationRefused => {
                if let Some((day, _)) =
                    self.escalation.as_mut().and_then(|request| request.declined.as_mut())
                {
                    *day = on;
                }
            }
            Says::Acknowledged | Says::Answered | Says::Extended | Says::News => {
                if let Some(record) = self.record_mut(stage) {
                    said_on(record, kind(letter), waited.since, on);
                }
            }
            Says::Other => {}
        }
    }

    /// A letter is taken back: what it would have said is not said.
    pub(crate) fn take_back(&mut self, number: u32) {
        let Some(place) = self.waiting.iter().position(|it| it.queued.number == number) else {
            return;
        };
        let waited = self.waiting.remove(place);
        self.withdrawn_letters.push(number);
        self.unsay(&waited.queued.letter, waited.queued.stage);
    }

    /// A letter came back.
    pub(crate) fn came_back(&mut self, given: &CameBack, bounced: bool, on: Date) {
        if let Some(letter) = self.letters.iter_mut().rfind(|it| it.number == given.number) {
            letter.failed = Some(Failed {
                on,
                bounced,
                stands: given.address_was_theirs,
                why: given.why.clone(),
                queued: letter.queued.take(),
            });
        }
    }

    /// A letter is known to have come on a day.
    pub(crate) fn arrived(&mut self, given: &Arrived) {
        if let Some(letter) = self.letters.iter_mut().rfind(|it| it.number == given.number) {
            letter.received_on = Some(given.received_on);
        }
        if let (Some(by), Some(said)) = (given.escalate_by, &mut self.stage_1.responded) {
            said.escalate_by = said.escalate_by.map(|held| held.max(by));
            said.given.deemed_received_on = Some(given.received_on);
        }
    }

    fn unsay(&mut self, letter: &str, stage: Stage) {
        match kind(letter) {
            Says::Refused => {
                self.declined = None;
                self.left.retain(|_, because| *because != crate::complaint::LeftBecause::Declined);
            }
            Says::EscalationRefused => {
                if let Some(request) = &mut self.escalation {
                    request.declined = None;
                }
            }
            Says::Acknowledged => {
                if let Some(record) = self.record_mut(stage) {
                    record.acknowledged = None;
                }
            }
            Says::Answered => {
                if let Some(record) = self.record_mut(stage) {
                    record.responded = None;
                }
            }
            Says::Extended => {
                if let Some(record) = self.record_mut(stage) {
                    let gone = record.extensions.pop();
                    let on = gone.map(|gone| gone.on);
                    record.update_plans.retain(|plan| {
                        plan.from_event != "response-extended" || Some(plan.from) != on
                    });
                }
            }
            Says::News => {
                if let Some(record) = self.record_mut(stage) {
                    record.updates.pop();
                }
            }
            Says::Other => {}
        }
    }

    fn record_mut(&mut self, stage: Stage) -> Option<&mut StageRecord> {
        match stage {
            Stage::One => Some(&mut self.stage_1),
            Stage::Two => self.stage_2.as_mut(),
        }
    }
}

/// What a letter says that starts, meets or moves a clock.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Says {
    Acknowledged,
    Answered,
    Extended,
    News,
    Refused,
    EscalationRefused,
    Other,
}

fn kind(letter: &str) -> Says {
    match letter {
        "acknowledgement-stage-1" | "acknowledgement-stage-2" => Says::Acknowledged,
        "response-stage-1" | "response-stage-2" => Says::Answered,
        "extension-stage-1"
        | "extension-stage-2"
        | "further-extension-stage-1"
        | "further-extension-stage-2" => Says::Extended,
        "progress-update" => Says::News,
        "not-accepted" => Says::Refused,
        "escalation-declined" => Says::EscalationRefused,
        _ => Says::Other,
    }
}

/// Moves what was said to the day on which its letter left.
fn said_on(record: &mut StageRecord, says: Says, since: Date, on: Date) {
    match says {
        Says::Acknowledged => {
            if let Some(said) = &mut record.acknowledged {
                said.on = on;
            }
        }
        Says::Answered => {
            if let Some(said) = &mut record.responded {
                said.on = on;
            }
        }
        Says::Extended => {
            let Some(said) = record.extensions.last_mut() else { return };
            let was = said.on;
            said.on = on;
            said.late = said.from < on;
            for plan in &mut record.update_plans {
                if plan.from_event == "response-extended" && plan.from == was {
                    plan.from = on;
                }
            }
        }
        Says::News => {
            if let Some(said) = record.updates.iter_mut().rfind(|day| **day == since) {
                *said = on;
            }
        }
        Says::Refused | Says::EscalationRefused | Says::Other => {}
    }
}
