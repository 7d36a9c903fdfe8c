//! The post coming in: a message is kept as it is, read, and becomes a contact, a reply on its case,
//! a note that a machine wrote, or something held for a person. Nothing is dropped, and the same
//! message counts once.

use jiff::Timestamp;
use redress_domain::command::{Command, Receive};
use redress_domain::person::Person;
use redress_domain::personal::Words;
use redress_domain::vocabulary::{Channel, Direction};
use redress_store::accounts::Staff;
use redress_store::files::Kept;
use redress_store::mail::{self, Outcome, Receipt};
use redress_store::{Scope, lists, settings};

use crate::desk::act::Attachment;
use crate::desk::mail::noting::{Beside, note};
use crate::desk::take_in::Contact;
use crate::desk::{Act, Declined, Desk, Signed, london_day};
use crate::mail::kind::{Machine, Ours};
use crate::mail::read::Mail;
use crate::words;

mod joining;
pub mod keeping;
pub mod noting;
pub mod related;
pub mod settling;

/// Who is noted where e-mail came in by itself.
pub const MAILBOX: &str = "mailbox";
/// How often a case that moves meanwhile is tried.
const TRIES: usize = 8;
/// How often a message is tried that the records do not take, before a person must look.
const PLACED: usize = 3;

/// A message that arrived and whose bytes are kept.
#[derive(Clone, Debug)]
pub struct Arrived {
    /// Where it came in.
    pub mailbox: String,
    /// When it reached the mailbox.
    pub at: Timestamp,
    /// Where it is kept.
    pub kept: Kept,
    /// Its bytes; none where there are more than anybody reads.
    pub raw: Option<Vec<u8>>,
}

/// What became of a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    pub outcome: Outcome,
    /// What is quoted of the case it led to or belongs to.
    pub reference: Option<String>,
    /// A code for the reason; `words::mail` has the sentence.
    pub why: String,
    /// Whether it had come in before.
    pub again: bool,
}

impl Signed {
    /// Nobody in particular: what the mailbox took in by itself.
    pub fn mailbox(scope: Scope) -> Self {
        let staff = Staff {
            id: MAILBOX.to_owned(),
            login: String::new(),
            name: String::new(),
            active: true,
            must_change: false,
            created_at: Timestamp::UNIX_EPOCH,
            last_sign_in_at: None,
            roles: Vec::new(),
        };
        Self::staff(scope, staff)
    }

    /// Whether it is the mailbox and no person.
    pub fn is_mailbox(&self) -> bool {
        self.staff.id == MAILBOX
    }
}

impl Desk {
    /// Takes a message in.
    ///
    /// # Errors
    /// Records out of reach; nothing was noted then, and the message should come again.
    pub async fn take_mail(&self, scope: &Scope, arrived: Arrived) -> Result<Taken, Declined> {
        if let Some(known) = self.taken_before(scope, &arrived.kept.sha256).await? {
            return Ok(known);
        }
        let Some(raw) = arrived.raw.clone() else {
            return self.hold_mail(scope, &arrived, words::mail::TOO_LARGE).await;
        };
        let ours = self.our_addresses(scope, &arrived.mailbox).await?;
        let mail = match keeping::read_apart(raw, ours).await {
            Ok(mail) => mail,
            Err(why) => return self.hold_mail(scope, &arrived, words::mail::unreadable(why)).await,
        };
        let mut tries = 0;
        loop {
            tries += 1;
            match self.place_mail(scope, &arrived, mail.clone()).await {
                // The rules do not take it: a person must.
                Err(Declined::Refused(_) | Declined::NotAllowed { .. } | Declined::Held(_)) => {
                    return self.hold_mail(scope, &arrived, words::mail::REFUSED).await;
                }
                Err(declined) => {
                    // Another copy of the program may have taken the same message.
                    if let Some(known) = self.taken_before(scope, &arrived.kept.sha256).await? {
                        return Ok(known);
                    }
                    let Declined::Fault(error) = declined else { return Err(declined) };
                    tracing::error!(tries, error = %format!("{error:#}"), "an e-mail failed");
                    if tries == PLACED {
                        return self.hold_mail(scope, &arrived, words::mail::FAILED).await;
                    }
                }
                Ok(taken) => return Ok(taken),
            }
        }
    }

    async fn place_mail(
        &self,
        scope: &Scope,
        arrived: &Arrived,
        mut mail: Mail,
    ) -> Result<Taken, Declined> {
        let answered = self.answered(scope, &mail).await?;
        if mail.machine.is_none() && self.is_our_own(&mail).await? {
            mail.machine = Some(Machine::Loop);
        }
        if let Some(machine) = mail.machine {
            if machine == Machine::Bounce
                && let Some(answered) = &answered
            {
                self.came_back(scope, &mail, &answered.dispatch).await?;
            }
            let mut row = self.row(arrived, &mail).await?;
            row.outcome = Outcome::Machine;
            row.why = words::mail::machine(machine).to_owned();
            row.complaint = answered.map(|it| it.dispatch.complaint);
            return self.note_alone(scope, row).await;
        }
        let Some(answered) = answered else {
            let row = self.row(arrived, &mail).await?;
            return self.take_contact(scope, arrived, mail, row).await;
        };
        joining::compare(&mut mail, &answered.dispatch);
        let mut row = self.row(arrived, &mail).await?;
        row.outcome = Outcome::Joined;
        row.why = answered.why.to_owned();
        let signed = Signed::mailbox(scope.clone());
        let beside = Beside::Came(Box::new(row.clone()));
        let case = (&arrived.kept, answered.dispatch.complaint.as_str());
        let reference = self.add_to_case(&signed, case, &mail, beside).await?;
        Ok(Taken { outcome: row.outcome, reference: Some(reference), why: row.why, again: false })
    }

    /// Opens a contact for somebody to judge.
    async fn take_contact(
        &self,
        scope: &Scope,
        arrived: &Arrived,
        mail: Mail,
        mut row: mail::Mail,
    ) -> Result<Taken, Declined> {
        row.outcome = Outcome::Contact;
        row.why = words::mail::NEW.to_owned();
        if mail.answerable {
            row.receipt = Receipt::Due;
        }
        let person = mail.sender.as_ref().map(|sender| Person {
            name: Words::said(if sender.name.is_empty() { &sender.address } else { &sender.name }),
            email: Words::said(&sender.address),
            ..Person::default()
        });
        let receive = Receive {
            channel: Some(Channel::Email),
            text: Words::said(words::mail::their_words(&mail)),
            from: mail.sender.as_ref().map(|sender| Words::said(sender.shown())),
            received_on: Some(london_day(arrived.at).min(self.today())),
            ..Receive::default()
        };
        let note = words::mail::note(&mail);
        let then = note.map(|text| said("Note on the e-mail", text)).into_iter().collect();
        let contact = Contact {
            token: token(&arrived.kept),
            receive,
            person,
            then,
            attachments: self.attachments(&mail).await?,
            mail: Some(Beside::Came(Box::new(row.clone()))),
            automatic: mail.answerable,
            ..Contact::default()
        };
        let done = self.take_in(&Signed::mailbox(scope.clone()), contact).await?;
        Ok(Taken {
            outcome: row.outcome,
            reference: Some(done.reference),
            why: row.why,
            again: false,
        })
    }

    /// Adds a message to a case.
    pub(super) async fn add_to_case(
        &self,
        signed: &Signed,
        (kept, complaint): (&Kept, &str),
        mail: &Mail,
        beside: Beside,
    ) -> Result<String, Declined> {
        let attachments = self.attachments(mail).await?;
        let with = mail.sender.as_ref().map_or_else(words::mail::nobody, |it| it.shown());
        let mut commands = vec![said(with, words::mail::their_words(mail))];
        commands.extend(words::mail::note(mail).map(|text| said("Note on the e-mail", text)));
        for _ in 0..TRIES {
            let found = lists::load_complaint(&self.db, &signed.scope, complaint).await?;
            let case = self.case(signed, &found.reference).await?;
            // The day it reached us, also where nobody looked into the mailbox until today.
            let on = match &beside {
                Beside::Came(row) => {
                    let arrived = london_day(row.arrived_at).min(self.today());
                    Some(arrived.max(case.complaint.received_on))
                }
                Beside::Settled { .. } => None,
            };
            let act = Act {
                token: format!("{}/{complaint}", token(kept)),
                seen: case.seq,
                on,
                commands: commands.clone(),
                attachments: attachments.clone(),
                mail: Some(beside.clone()),
                ..Act::default()
            };
            match self.act(signed, &found.reference, act).await {
                Err(Declined::Stale(_) | Declined::Busy) => {}
                other => return other.map(|done| done.reference),
            }
        }
        Err(Declined::Busy)
    }

    /// Keeps a message for a person, with the reason.
    ///
    /// # Errors
    /// Records out of reach.
    pub async fn hold_mail(
        &self,
        scope: &Scope,
        arrived: &Arrived,
        why: &str,
    ) -> Result<Taken, Declined> {
        let mut row = self.row(arrived, &Mail::default()).await?;
        row.outcome = Outcome::Held;
        row.why = why.to_owned();
        self.note_alone(scope, row).await
    }

    /// Notes a message that changes no case.
    async fn note_alone(&self, scope: &Scope, row: mail::Mail) -> Result<Taken, Declined> {
        let mut tx = self.db.begin().await?;
        let noted = note(&mut tx, scope, &row, row.complaint.as_deref()).await;
        match noted {
            Ok(()) => tx.commit().await?,
            Err(error) => {
                drop(tx);
                let known = self.taken_before(scope, &row.sha256).await?;
                return known.ok_or(error);
            }
        }
        let reference = self.reference_of(scope, row.complaint.as_deref()).await?;
        Ok(Taken { outcome: row.outcome, reference, why: row.why, again: false })
    }

    async fn taken_before(&self, scope: &Scope, sha256: &str) -> Result<Option<Taken>, Declined> {
        let Some(row) = mail::find_by_hash(&self.db, scope, sha256).await? else { return Ok(None) };
        let reference = self.reference_of(scope, row.complaint.as_deref()).await?;
        Ok(Some(Taken { outcome: row.outcome, reference, why: row.why, again: true }))
    }

    async fn reference_of(
        &self,
        scope: &Scope,
        complaint: Option<&str>,
    ) -> Result<Option<String>, Declined> {
        let Some(complaint) = complaint else { return Ok(None) };
        let row = lists::load_complaint(&self.db, scope, complaint).await?;
        Ok(Some(row.reference))
    }

    async fn our_addresses(&self, scope: &Scope, mailbox: &str) -> Result<Ours, Declined> {
        let landlord = settings::find_landlord(&self.db, scope).await?.ok_or(Declined::Missing)?;
        Ok(Ours::of([landlord.email.as_str(), mailbox]))
    }

    async fn row(&self, arrived: &Arrived, mail: &Mail) -> Result<mail::Mail, Declined> {
        let sender = mail.sender.as_ref();
        Ok(mail::Mail {
            id: self.id().await?,
            sha256: arrived.kept.sha256.clone(),
            bytes: arrived.kept.bytes,
            mailbox: arrived.mailbox.clone(),
            arrived_at: arrived.at,
            taken_at: self.now(),
            outcome: Outcome::Held,
            why: String::new(),
            complaint: None,
            sender: sender.map(|it| it.shown()).unwrap_or_default(),
            sender_key: sender.map(|it| it.key()).unwrap_or_default(),
            subject: mail.subject.chars().take(300).collect(),
            notes: words::mail::note(mail).unwrap_or_default(),
            receipt: Receipt::None,
            settled_as: None,
            settled_by: None,
            settled_at: None,
        })
    }

    /// Keeps the files of a message that may go to a case.
    async fn attachments(&self, mail: &Mail) -> Result<Vec<Attachment>, Declined> {
        let mut attachments = Vec::new();
        for file in &mail.files {
            let kept = self.files.put_bytes(&file.bytes).await?;
            attachments.push(Attachment {
                name: file.name.clone(),
                sha256: kept.sha256,
                bytes: file.bytes.len() as u64,
                media_type: file.media_type.to_owned(),
            });
        }
        Ok(attachments)
    }
}

/// The token under which the outcome of a message is remembered: its own bytes.
fn token(kept: &Kept) -> String {
    format!("mail/{}", kept.sha256)
}

fn said(with: impl Into<String>, text: impl Into<String>) -> Command {
    Command::RecordCorrespondence {
        with: Words::said(with.into()),
        direction: Some(Direction::In),
        text: Words::said(text.into()),
        told_on: None,
        answers: None,
    }
}
