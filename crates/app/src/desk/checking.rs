//! Letters at the counter: composed for an act, read before they leave, printed, kept as sent.

use redress_domain::command::Command;
use redress_domain::complaint::Complaint;
use redress_domain::event::{AskPassed, Event};
use redress_domain::ids::StaffId;
use redress_domain::personal::Words;
use redress_domain::vocabulary::{Channel, Stage};
use redress_domain::warning::Warning;
use redress_letters::check::{Code, Fault, Level, is_stopped};
use redress_letters::letter::LetterId;
use redress_letters::render;
use redress_letters::render::pdf::{Print, pdf};
use sha2::{Digest, Sha256};

use crate::desk::act::{Act, Decided};
use crate::desk::case::clocks_of;
use crate::desk::surroundings::terms;
use crate::desk::{Case, Declined, Desk, Signed};
use crate::paper::{self, Prepared};

/// A letter that may leave, printed.
pub struct Leaving {
    pub number: u32,
    /// The copy that is kept: its code is masked.
    pub paper: Vec<u8>,
    letter: redress_letters::letter::Letter,
    stage: Stage,
    channel: Channel,
    passed: Vec<AskPassed>,
    print: Print,
}

/// The letters an act would send, with what was found in them.
///
/// # Errors
/// The calendar ends.
pub fn drafts(case: &Case, decided: &Decided) -> Result<Vec<Prepared>, Declined> {
    drafts_after(Some(&case.complaint), case, decided, false)
}

/// Codes of what somebody should look at after an act. What a letter of the same act sees to is none
/// of it.
pub fn codes(decided: &Decided, written: &[Event]) -> Vec<String> {
    let notice = LetterId::DepartureNotice.as_str();
    let told = written.iter().any(|event| match event {
        Event::LetterQueued(queued) => queued.letter == notice,
        Event::LetterSent { letter, .. } => letter == notice,
        _ => false,
    });
    let open = decided.warnings.iter().filter(|it| !(told && **it == Warning::TellResident));
    open.map(|it| it.code().to_owned()).collect()
}

/// The letters of a contact that has just come in, printed; a receipt among them where a machine
/// took it. It is never held back for them: a letter that a check stops, or asks about, is left out.
///
/// # Errors
/// The calendar ends, or a letter cannot be set.
pub fn first_letters(
    case: &Case,
    decided: &Decided,
    automatic: bool,
) -> Result<Vec<Leaving>, Declined> {
    let mut leaving: Vec<Leaving> = Vec::new();
    for mut prepared in drafts_after(None, case, decided, automatic)? {
        if !open(&prepared, &[]).is_empty() {
            continue;
        }
        // Numbers run on without a gap where one was left out.
        prepared.letter.no = u32::try_from(leaving.len() + 1).unwrap_or(u32::MAX);
        leaving.push(Leaving {
            number: prepared.letter.no,
            paper: printed(case, &prepared)?,
            stage: prepared.stage,
            channel: match prepared.letter.id {
                LetterId::ContactReceipt => Channel::Email,
                _ => Channel::Letter,
            },
            letter: prepared.letter,
            passed: Vec::new(),
            print: print_for(case),
        });
    }
    Ok(leaving)
}

/// The letters of events that came upon a case; a receipt among them where a machine took a
/// contact in.
pub(super) fn drafts_after(
    before: Option<&Complaint>,
    case: &Case,
    decided: &Decided,
    receipts: bool,
) -> Result<Vec<Prepared>, Declined> {
    around(case, (&decided.after, decided.on), receipts, |around| {
        paper::letters((before, &decided.after), &decided.events, around)
    })
}

/// Composes something with everything that surrounds the letters of a case on a day.
pub(super) fn around<T>(
    case: &Case,
    (after, on): (&Complaint, jiff::civil::Date),
    receipts: bool,
    compose: impl FnOnce(&paper::Surroundings<'_>) -> T,
) -> Result<T, Declined> {
    let terms = terms(&case.pack, case.complaint.floor)?;
    let clocks = clocks_of(after, &case.pack, &case.surroundings, on)?;
    let sender = case.surroundings.sender_on(on);
    Ok(compose(&paper::Surroundings {
        sender: &sender,
        person: case.person.as_ref(),
        reference: &case.reference,
        terms,
        calendar: &case.surroundings.calendar,
        names: &case.surroundings.names,
        on,
        follow_at: Some(&case.surroundings.follow_at),
        clocks: &clocks,
        leaving: Some(print_for(case)),
        receipts,
    }))
}

/// Reads and prints the letters of an act that somebody sends.
///
/// # Errors
/// `Held` where a check stops one, or asks and nobody gave a reason, or where a second person must
/// clear it and has not cleared it as it stands.
pub fn letters(
    case: &Case,
    decided: &Decided,
    passed: &[AskPassed],
    sender: &StaffId,
) -> Result<Vec<Leaving>, Declined> {
    let mut leaving = Vec::new();
    for prepared in drafts(case, decided)? {
        let open = open(&prepared, passed);
        if !open.is_empty() {
            // That a letter came back is recorded whatever becomes of word of it.
            if prepared.letter.id == LetterId::DeliveryProblem {
                continue;
            }
            return Err(Declined::Held(open));
        }
        let asked: Vec<AskPassed> =
            passed.iter().filter(|pass| asks(&prepared).contains(&pass.code)).cloned().collect();
        let paper = printed(case, &prepared)?;
        if let Some(fault) = uncleared(case, &prepared, &digest(&paper), sender) {
            return Err(Declined::Held(vec![fault]));
        }
        leaving.push(Leaving {
            number: prepared.letter.no,
            paper,
            stage: prepared.stage,
            channel: channel_of(&decided.events).unwrap_or(Channel::Letter),
            letter: prepared.letter,
            passed: asked,
            print: print_for(case),
        });
    }
    Ok(leaving)
}

/// What keeps a letter here, whoever sends it.
pub fn open(prepared: &Prepared, passed: &[AskPassed]) -> Vec<Fault> {
    prepared.faults.iter().filter(|fault| holds(fault, passed)).cloned().collect()
}

/// The codes over which a letter may leave with a reason.
pub fn asks(prepared: &Prepared) -> Vec<String> {
    let asks = prepared.faults.iter().filter(|fault| fault.level == Level::Ask);
    let mut codes: Vec<String> = asks.map(|fault| fault.code.as_str().to_owned()).collect();
    codes.sort();
    codes.dedup();
    codes
}

/// Whether the reasons for letting a letter go are not for its author alone to give: it refuses
/// something, or offers money.
pub fn wants_second_person(case: &Case, prepared: &Prepared) -> bool {
    let money = || case.complaint.offers.iter().any(|offer| offer.stage == prepared.stage);
    let id = prepared.letter.id;
    (id.refuses() || (id.answers() && money())) && !asks(prepared).is_empty()
}

/// The paper of a letter, in the print the person needs. The same letter gives the same bytes.
///
/// # Errors
/// The letter cannot be set.
pub fn printed(case: &Case, prepared: &Prepared) -> Result<Vec<u8>, Declined> {
    pdf(&prepared.letter, print_for(case))
        .map_err(|error| Declined::Fault(anyhow::Error::new(error)))
}

/// SHA-256 in hex.
pub fn digest(paper: &[u8]) -> String {
    Sha256::digest(paper).iter().map(|byte| format!("{byte:02x}")).collect()
}

impl Desk {
    /// Clears, as somebody else, the letters of an act that want a second person before they leave.
    /// Says at which version the case stands then.
    ///
    /// # Errors
    /// The act may not be, or its letters may not be cleared by this person.
    pub async fn clear_letters(
        &self,
        (clearer, sender): (&Signed, &Signed),
        asked: &str,
        act: &Act,
    ) -> Result<i64, Declined> {
        let case = self.case(clearer, asked).await?;
        let decided = self.decide_act(sender, &case, act)?;
        let author = StaffId(sender.staff.id.clone());
        let mut commands = Vec::new();
        for prepared in drafts(&case, &decided)? {
            if !wants_second_person(&case, &prepared) {
                continue;
            }
            commands.push(Command::ClearLetter {
                letter: prepared.letter.id.as_str().to_owned(),
                author: author.clone(),
                sha256: digest(&printed(&case, &prepared)?),
                asks: asks(&prepared),
            });
        }
        if commands.is_empty() {
            return Ok(case.seq);
        }
        let clearing = Act {
            token: self.token().await?,
            seen: case.seq,
            on: act.on,
            commands,
            ..Act::default()
        };
        Ok(self.act(clearer, asked, clearing).await?.seq)
    }
}

/// What says that a second person must clear a letter first, where that is so.
pub fn uncleared(
    case: &Case,
    prepared: &Prepared,
    sha256: &str,
    sender: &StaffId,
) -> Option<Fault> {
    if !wants_second_person(case, prepared)
        || case.complaint.clearance(sha256, sender, &asks(prepared)).is_some()
    {
        return None;
    }
    let id = prepared.letter.id;
    let before = case.complaint.cleared.iter().any(|it| it.letter == id.as_str());
    let why = if id.refuses() { "it refuses something" } else { "it offers money" };
    let (code, sentence) = if before {
        let sentence = format!(
            "Somebody cleared this letter, but not as it stands now or not for you to send. \
             Because {why} and the check asks, somebody else must clear it again."
        );
        (Code::FactsMoved, sentence)
    } else {
        let sentence = format!(
            "Because this letter leaves with reasons for what the check asks, and {why}, somebody \
             other than you must clear it."
        );
        (Code::NotCleared, sentence)
    };
    Some(Fault {
        code,
        level: Level::Stop,
        block: None,
        point: None,
        clause: None,
        sentence,
        instead: "Hand it over for clearance: a stage 2 officer or a manager reads it. Or put \
                  right what the check asks about."
            .to_owned(),
    })
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
        // Word of it goes by another way than the one that failed.
        Event::LetterBounced(_) => Some(Channel::Letter),
        Event::LetterReturned(_) => Some(Channel::Email),
        _ => None,
    })
}

impl Leaving {
    /// A letter printed to leave by a channel.
    ///
    /// # Errors
    /// The letter cannot be set.
    pub fn of(
        case: &Case,
        prepared: Prepared,
        (channel, passed): (Channel, Vec<AskPassed>),
    ) -> Result<Self, Declined> {
        let paper = printed(case, &prepared)?;
        let (number, stage) = (prepared.letter.no, prepared.stage);
        let print = print_for(case);
        Ok(Self { number, paper, letter: prepared.letter, stage, channel, passed, print })
    }

    /// The letter itself.
    pub fn letter(&self) -> &redress_letters::letter::Letter {
        &self.letter
    }

    /// Whether it is word of paper that came back, and so of no use on paper.
    pub fn goes_by_mail_alone(&self) -> bool {
        self.letter.id == LetterId::DeliveryProblem && self.channel == Channel::Email
    }

    /// Whether a code of its own stands on it where it leaves.
    pub fn carries_code(&self) -> bool {
        self.letter.carries_code()
    }

    /// The paper as it leaves, with its code in clear.
    ///
    /// # Errors
    /// The letter cannot be set.
    pub fn with_code(&self, code: &str) -> Result<Vec<u8>, Declined> {
        pdf(&self.letter.with_code(code), self.print)
            .map_err(|error| Declined::Fault(anyhow::Error::new(error)))
    }

    /// The event that says it left: the hash of what left, and of what is kept of it.
    pub fn sent(self, (left, kept): (String, String), on: jiff::civil::Date) -> Event {
        Event::LetterSent {
            letter: self.letter.id.as_str().to_owned(),
            number: self.number,
            stage: self.stage,
            channel: self.channel,
            sent_on: on,
            text: Words::said(render::text::text(&self.letter)),
            sha256: left,
            kept_sha256: kept,
            passed: self.passed,
        }
    }
}
