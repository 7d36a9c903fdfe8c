//! One act on a case: decided on what was loaded, then written in one short transaction that
//! fails as stale if anything changed meanwhile.

use anyhow::Context;
use jiff::Timestamp;
use jiff::civil::Date;
use redress_domain::command::Command;
use redress_domain::complaint::Complaint;
use redress_domain::decide::decide;
use redress_domain::definition::points::opening_of;
use redress_domain::event::{AskPassed, Event, Happened};
use redress_domain::fold::{apply, fold};
use redress_domain::ids::{CaseId, StaffId};
use redress_domain::person::Person;
use redress_domain::personal::Words;
use redress_domain::refusal::{Refusal, Why};
use redress_domain::vocabulary::{Role, Stage};
use redress_domain::warning::{Warning, warnings};
use redress_store::lists::{self, Rows};
use redress_store::outcome::{self, Claim};
use redress_store::record::{self, Append, NewEntry};
use redress_store::{Stamp, Tx, accounts, drafts, portal, settings};
use serde::{Deserialize, Serialize};

use crate::desk::case::Told;
use crate::desk::codes::Carried;
use crate::desk::declined::Meanwhile;
use crate::desk::mail::noting::{self, Beside};
use crate::desk::rows::{Facts, rows};
use crate::desk::surroundings::{Surroundings, terms};
use crate::desk::{Case, Declined, Desk, Signed, checking, post, reference};

/// What somebody asks of a case.
#[derive(Clone, Debug, Default)]
pub struct Act {
    /// The form's one-time token: the same token never acts twice.
    pub token: String,
    /// The version the form showed.
    pub seen: i64,
    /// The day it happened, today where nobody says otherwise.
    pub on: Option<Date>,
    /// Done in this order, all or none.
    pub commands: Vec<Command>,
    /// Files already kept, to be attached.
    pub attachments: Vec<Attachment>,
    /// Reasons for letting a letter go although a check asked.
    pub passed: Vec<AskPassed>,
    /// The form whose draft goes with it, or is cleared by it, by its path within the case.
    pub draft: Option<String>,
    /// The message it came as, or the one that somebody put there.
    pub mail: Option<Beside>,
}

/// A file whose bytes are kept and which now joins a case.
#[derive(Clone, Debug)]
pub struct Attachment {
    /// The name as shown, already cleaned.
    pub name: String,
    pub sha256: String,
    pub bytes: u64,
    pub media_type: String,
}

/// What came of an act. Stored beside its token, so it holds ids and references only.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Done {
    pub reference: String,
    pub seq: i64,
    /// Codes of the warnings, for the page that follows.
    pub warnings: Vec<String>,
    /// Another case that the act opened.
    pub opened: Option<String>,
    /// Numbers of the letters that left.
    pub letters: Vec<u32>,
}

/// What an act would lead to: the answer to "what if", and the first half of doing it.
#[derive(Clone, Debug)]
pub struct Decided {
    pub events: Vec<Event>,
    pub warnings: Vec<Warning>,
    /// The case as it would stand.
    pub after: Complaint,
    pub on: Date,
}

impl Desk {
    /// Decides an act without doing it; pages preview letters with this.
    ///
    /// # Errors
    /// The refusal of the first command that may not be.
    pub fn decide_act(&self, signed: &Signed, case: &Case, act: &Act) -> Result<Decided, Declined> {
        let today = self.today();
        let on = act.on.unwrap_or(today);
        if today < on {
            let why = Why::ReceivedInFuture { given: on, today };
            return Err(Declined::from(Refusal { clause: "record".to_owned(), why }));
        }
        let actor = signed.actor();
        let terms = terms(&case.pack, case.complaint.floor)?;
        let rules = case.surroundings.rules(terms, &actor, on);
        let mut after = case.complaint.clone();
        let mut events = Vec::new();
        let mut warned = Vec::new();
        for command in &act.commands {
            let decided = decide(Some(&after), command, &rules)?;
            warned.extend(warnings(Some(&after), command, &decided, &rules));
            for event in decided {
                let happened = Happened { on, by: Some(StaffId(signed.staff.id.clone())), event };
                apply(&mut after, &happened);
                events.push(happened.event);
            }
        }
        Ok(Decided { events, warnings: warned, after, on })
    }

    /// Does an act.
    ///
    /// # Errors
    /// `Refused`, `Held`, `Stale` and the rest of [`Declined`]; nothing was saved then, except
    /// that `NotSaved` means nobody knows and the token should be asked again.
    pub async fn act(&self, signed: &Signed, asked: &str, act: Act) -> Result<Done, Declined> {
        let fingerprint = act.fingerprint(asked)?;
        if let Some(done) = self.done_before(signed, &act.token, &fingerprint).await? {
            return Ok(done);
        }
        let case = self.case(signed, asked).await?;
        if case.seq != act.seen {
            // The very same form may have come twice at once, and the other is done by now.
            if let Some(done) = self.done_before(signed, &act.token, &fingerprint).await? {
                return Ok(done);
            }
            return Err(Declined::Stale(meanwhile(&case, act.seen)));
        }
        let act = self.with_ids(act).await?;
        let decided = self.decide_act(signed, &case, &act)?;
        let mut events = decided.events.clone();
        for attachment in &act.attachments {
            events.push(attached(attachment, self.id().await?));
        }
        let sender = StaffId(signed.staff.id.clone());
        let letters = checking::letters(&case, &decided, &act.passed, &sender)?;
        let (mut numbers, mut carried) = (Vec::new(), Vec::new());
        for letter in letters {
            if letter.goes_by_mail_alone() && !self.mailable(&signed.scope, &case).await? {
                continue;
            }
            numbers.push(letter.number);
            let (sent, code) = self.leave(letter, decided.on).await?;
            events.push(sent);
            carried.extend(code);
        }
        self.queue_letters(&signed.scope, &case, (&mut events, decided.on)).await?;
        let opened = self.openings(signed, &case, &decided).await?;
        self.write_act(
            signed,
            &case,
            &act,
            Written { decided, events, opened, numbers, carried, fingerprint },
        )
        .await
    }

    /// The outcome of a form that was sent before.
    async fn done_before(
        &self,
        signed: &Signed,
        token: &str,
        fingerprint: &str,
    ) -> Result<Option<Done>, Declined> {
        match outcome::recall(&self.db, &signed.scope, token).await? {
            Some(known) if known.fingerprint == fingerprint => Ok(Some(read_done(known.outcome)?)),
            Some(_) => Err(Declined::KeyReused),
            None => Ok(None),
        }
    }

    /// Gives every command that may open another case the id it would have.
    async fn with_ids(&self, mut act: Act) -> Result<Act, Declined> {
        for command in &mut act.commands {
            let opens = match command {
                Command::AddPoint(given) => &mut given.opens,
                Command::SplitPoint { opens, .. } => opens,
                _ => continue,
            };
            *opens = Some(CaseId(self.id().await?));
        }
        Ok(act)
    }

    /// The first events of the cases that this act opens.
    async fn openings(
        &self,
        signed: &Signed,
        case: &Case,
        decided: &Decided,
    ) -> Result<Vec<(String, Vec<Event>)>, Declined> {
        let mut openings = Vec::new();
        for event in &decided.events {
            let Event::NewComplaintOpened { opens, raised_on, .. } = event else { continue };
            let pack = self.pack_on(&signed.scope, *raised_on).await?;
            let mut first = opening_of(event, &decided.after, &pack).unwrap_or_default();
            first.push(Event::CaseLinked { to: CaseId(case.id.clone()) });
            openings.push((opens.0.clone(), first));
        }
        Ok(openings)
    }

    async fn write_act(
        &self,
        signed: &Signed,
        case: &Case,
        act: &Act,
        written: Written,
    ) -> Result<Done, Declined> {
        let at = self.now();
        let on = written.decided.on;
        let mut tx = self.db.begin().await?;
        let claim =
            outcome::claim(&mut tx, &signed.scope, &act.token, &written.fingerprint, at).await?;
        match claim {
            Claim::Fresh => {}
            Claim::Done { outcome } => return read_done(outcome),
            Claim::OtherBody => return Err(Declined::KeyReused),
        }
        let fresh = self.still_here(&mut tx, signed).await?;
        if fresh.staff.roles != signed.staff.roles {
            self.decide_act(&fresh, case, act)?;
        }
        let mut done = Done {
            reference: case.reference.clone(),
            seq: case.seq,
            warnings: checking::codes(&written.decided, &written.events),
            opened: None,
            letters: written.numbers,
        };
        if written.events.is_empty() {
            outcome::remember(&mut tx, &signed.scope, &act.token, &as_json(&done)?).await?;
            tx.commit().await?;
            return Ok(done);
        }
        for (stream, events) in &written.opened {
            let number = settings::next_number(&mut tx, &signed.scope, &series(on)).await?;
            let opened = reference::make(&case.surroundings.landlord.name, on.year(), number);
            let new = Stream { id: stream, expected: 0 };
            let mut events = events.clone();
            events.insert(1.min(events.len()), Event::ReferenceGiven { reference: opened.clone() });
            self.append(&mut tx, signed, &new, (Vec::new(), events), (case, on, at)).await?;
            done.opened = Some(opened);
        }
        let stream = Stream { id: &case.id, expected: case.seq };
        let history = case.history.clone();
        let about_letters: Vec<Event> =
            written.events.iter().filter(|it| post::is_about_letters(it)).cloned().collect();
        let appended =
            self.append(&mut tx, signed, &stream, (history, written.events), (case, on, at)).await;
        done.seq = match appended {
            Ok(seq) => seq,
            Err(Declined::Fault(error)) if is_stale(&error) => {
                drop(tx);
                let newer = self.case(signed, &case.reference).await?;
                return Err(Declined::Stale(meanwhile(&newer, act.seen)));
            }
            Err(other) => return Err(other),
        };
        self.follow_letters(&mut tx, signed, case, (&about_letters, on, at)).await?;
        self.keep_codes(&mut tx, signed, case, &written.carried).await?;
        if let Some(beside) = &act.mail {
            noting::beside(&mut tx, signed, beside, (&case.id, at)).await?;
        }
        if let Some(form) = &act.draft {
            let clears = |it: &Command| matches!(it, Command::ClearLetter { .. });
            if act.commands.iter().any(clears) {
                drafts::settle(&mut tx, &signed.scope, &case.id, form).await?;
            } else {
                drafts::remove(&mut tx, &signed.scope, &case.id, form).await?;
            }
        }
        outcome::remember(&mut tx, &signed.scope, &act.token, &as_json(&done)?).await?;
        tx.commit().await?;
        Ok(done)
    }

    /// Who is asking, read again inside the transaction: a role taken away a moment ago counts.
    /// Whoever has no role left is nobody here, however much the rules leave to the unnamed.
    pub(super) async fn still_here(
        &self,
        tx: &mut Tx,
        signed: &Signed,
    ) -> Result<Signed, Declined> {
        if let Some(visit) = &signed.visit {
            let holds =
                portal::sessions::holds(tx, &signed.scope, &visit.session, self.now()).await?;
            return if holds { Ok(signed.clone()) } else { Err(Declined::Missing) };
        }
        if signed.is_mailbox() || signed.is_clockwork() {
            return Ok(signed.clone());
        }
        let staff = accounts::find_staff(&mut *tx, &signed.scope, &signed.staff.id).await?;
        let fresh = staff
            .filter(|staff| staff.active)
            .map(|staff| Signed::staff(signed.scope.clone(), staff));
        fresh.filter(|fresh| !fresh.actor().roles.is_empty()).ok_or(Declined::Missing)
    }

    /// Whether somebody's roles, as they are now, reach this far.
    pub(super) async fn may(
        &self,
        tx: &mut Tx,
        signed: &Signed,
        (verb, roles): (&'static str, &[Role]),
    ) -> Result<(), Declined> {
        match self.still_here(tx, signed).await?.is_any(roles) {
            true => Ok(()),
            false => Err(Declined::NotAllowed { verb, roles: roles.to_vec() }),
        }
    }

    /// Appends events to a stream and writes the lists that follow from them.
    pub(super) async fn append(
        &self,
        tx: &mut Tx,
        signed: &Signed,
        stream: &Stream<'_>,
        (mut history, events): (Vec<Told>, Vec<Event>),
        (case, on, at): (&Case, Date, Timestamp),
    ) -> Result<i64, Declined> {
        let by = Some(StaffId(signed.staff.id.clone()));
        let mut entries = Vec::new();
        for event in &events {
            let (kind, facts) = stored(event)?;
            let pack = Some(format!("{} {}", case.pack.id, case.pack.version));
            let actor = Some(signed.staff.id.clone());
            entries.push(NewEntry { kind, happened_on: on, actor, pack, facts });
        }
        for (n, event) in events.into_iter().enumerate() {
            history.push(Told {
                seq: stream.expected + 1 + i64::try_from(n).unwrap_or(0),
                position: 0,
                recorded_at: at,
                hash: String::new(),
                happened: Happened { on, by: by.clone(), event },
            });
        }
        let mut entropy = self.entropy().await;
        let mut stamp = Stamp { at, entropy: &mut entropy };
        let order = Append { stream: stream.id, expected: stream.expected, entries };
        let appended = record::append(tx, &signed.scope, order, &mut stamp).await?;
        drop(entropy);
        let person = case.person.as_ref();
        let rows = self.rows_of(stream.id, &history, person, &case.surroundings)?;
        lists::replace_for(tx, &signed.scope, &rows).await?;
        Ok(appended.seq)
    }

    /// The rows of a history, with the person and clocks of its case.
    pub(super) fn rows_of(
        &self,
        id: &str,
        history: &[Told],
        person: Option<&Person>,
        surroundings: &Surroundings,
    ) -> Result<Rows, Declined> {
        let complaint = crate::desk::case::folded(history)?;
        let pack = surroundings.packs.named(&complaint.pack.0)?;
        let clocks = crate::desk::case::clocks_of(&complaint, &pack, surroundings, self.today())?;
        let (name, home) = name_and_home(&complaint, person);
        Ok(rows(&Facts {
            id,
            complaint: &complaint,
            clocks: &clocks,
            history,
            name: &name,
            home: &home,
        }))
    }
}

impl Act {
    /// A digest of everything asked, so that a token used twice for different things is told apart.
    fn fingerprint(&self, asked: &str) -> Result<String, Declined> {
        let files = contents(&self.attachments);
        fingerprint(&(asked, self.on, &self.commands, files, &self.passed))
    }
}

/// What is about to be written.
struct Written {
    decided: Decided,
    events: Vec<Event>,
    opened: Vec<(String, Vec<Event>)>,
    numbers: Vec<u32>,
    carried: Vec<Carried>,
    fingerprint: String,
}

/// A stream to append to.
pub(super) struct Stream<'a> {
    pub id: &'a str,
    pub expected: i64,
}

/// The person's name and home as lists show them.
pub fn name_and_home(complaint: &Complaint, person: Option<&Person>) -> (String, String) {
    match person {
        Some(person) => {
            let home = person.address.text().lines().next().unwrap_or("").trim().to_owned();
            (person.name.text().to_owned(), home)
        }
        None => {
            let from = complaint.contact.from.as_ref().map_or("", Words::text);
            (from.to_owned(), String::new())
        }
    }
}

/// The numbers of a year's references.
pub(super) fn series(on: Date) -> String {
    format!("complaint/{}", on.year())
}

fn attached(attachment: &Attachment, file: String) -> Event {
    Event::FileAttached {
        file,
        name: Words::said(attachment.name.clone()),
        sha256: attachment.sha256.clone(),
        bytes: attachment.bytes,
        media_type: attachment.media_type.clone(),
    }
}

/// An event as the record keeps it: its frozen name and its facts.
pub(super) fn stored<T: Serialize>(event: &T) -> Result<(String, serde_json::Value), Declined> {
    let mut whole = serde_json::to_value(event).context("an event could not be written")?;
    let kind = whole.get("kind").and_then(|kind| kind.as_str()).unwrap_or_default().to_owned();
    let facts = whole.get_mut("facts").map(serde_json::Value::take).unwrap_or_default();
    Ok((kind, facts))
}

/// The files of a form, by what is in them.
pub(super) fn contents(attachments: &[Attachment]) -> Vec<&str> {
    attachments.iter().map(|attachment| attachment.sha256.as_str()).collect()
}

/// A digest of anything that can be written.
pub(super) fn fingerprint<T: Serialize>(asked: &T) -> Result<String, Declined> {
    use sha2::{Digest, Sha256};
    let text = serde_json::to_vec(asked).context("a command could not be written")?;
    Ok(Sha256::digest(&text).iter().map(|byte| format!("{byte:02x}")).collect())
}

pub(super) fn as_json(done: &Done) -> Result<serde_json::Value, Declined> {
    Ok(serde_json::to_value(done).context("an outcome could not be written")?)
}

pub(super) fn read_done(outcome: serde_json::Value) -> Result<Done, Declined> {
    Ok(serde_json::from_value(outcome).context("a stored outcome could not be read")?)
}

pub(super) fn is_stale(error: &anyhow::Error) -> bool {
    matches!(error.downcast_ref(), Some(redress_store::Error::Stale { .. }))
}

/// Who changed the case after a version, and how.
fn meanwhile(case: &Case, seen: i64) -> Meanwhile {
    let newer: Vec<&Told> = case.history.iter().filter(|told| seen < told.seq).collect();
    Meanwhile {
        by: newer
            .last()
            .and_then(|told| told.happened.by.clone())
            .map(|by| case.surroundings.name_of(&by)),
        at: newer.last().map(|told| told.recorded_at).unwrap_or_default(),
        events: newer.iter().map(|told| told.happened.event.name().to_owned()).collect(),
        seq: case.seq,
    }
}

/// Whether a history may be folded at all; used where a case is opened.
pub(super) fn opens(history: &[Happened]) -> Option<Complaint> {
    fold(history)
}

/// The stage an event belongs to, for the letters that go with it.
pub fn stage_of(event: &Event) -> Option<Stage> {
    match event {
        Event::ComplaintAcknowledged { stage, .. }
        | Event::ResponseExtended { stage, .. }
        | Event::ResponseIssued { stage, .. }
        | Event::ResidentUpdated { stage, .. }
        | Event::ClarificationAsked { stage, .. } => Some(*stage),
        _ => None,
    }
}
