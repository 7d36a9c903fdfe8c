//! What a person makes of a message: a contact, a reply on a case, or nothing with a reason.

use jiff::civil::Date;
use redress_domain::command::{Command, Receive};
use redress_domain::event::Event;
use redress_domain::ids::CaseId;
use redress_domain::personal::Words;
use redress_domain::vocabulary::{Channel, Direction};
use redress_store::mail::{self, Outcome};
use redress_store::outcome;

use crate::desk::mail::noting::{Beside, settled_meanwhile};
use crate::desk::mail::{Arrived, keeping};
use crate::desk::take_in::Contact;
use crate::desk::{Act, Attachment, Case, Declined, Desk, Done, Signed, london_day};
use crate::mail::read::Mail;
use crate::words;

/// A message as a page shows it.
#[derive(Clone, Debug)]
pub struct Shown {
    pub row: mail::Mail,
    /// What is quoted of its case.
    pub reference: Option<String>,
    /// What it says, as far as it can be read.
    pub mail: Option<Mail>,
    /// The beginning of the original, where it cannot.
    pub beginning: String,
}

/// The most of an original that a page shows.
const BEGINNING: usize = 100_000;

impl Desk {
    /// A message by its id.
    ///
    /// # Errors
    /// `Missing` where there is none, or its case bars this person.
    pub async fn mail(&self, signed: &Signed, id: &str) -> Result<Shown, Declined> {
        let row = mail::find(&self.db, &signed.scope, id).await?.ok_or(Declined::Missing)?;
        let reference = match &row.complaint {
            Some(complaint) => {
                let found = self.reference_of(&signed.scope, Some(complaint)).await?;
                let quoted = found.clone().unwrap_or_default();
                self.case_to_see(signed, &quoted).await?;
                found
            }
            None => None,
        };
        let raw = match self.files.read(&row.sha256).await {
            Ok(raw) => raw,
            // Erased with its case.
            Err(redress_store::Error::Missing { .. } | redress_store::Error::Refused { .. }) => {
                Vec::new()
            }
            Err(error) => return Err(error.into()),
        };
        let beginning: Vec<u8> = raw.iter().copied().take(BEGINNING).collect();
        let ours = self.our_addresses(&signed.scope, &row.mailbox).await?;
        let mail = match row.outcome {
            Outcome::Held => None,
            _ => keeping::read_apart(raw, ours).await.ok(),
        };
        let (beginning, _, _) = crate::mail::text::clean(&String::from_utf8_lossy(&beginning));
        Ok(Shown { row, reference, mail, beginning })
    }

    /// Makes a contact of a message. `typed` are the words where it could not be read.
    ///
    /// # Errors
    /// `Stale` where somebody dealt with it first, and the rest of [`Declined`].
    pub async fn mail_as_contact(
        &self,
        signed: &Signed,
        shown: &Shown,
        (token, typed): (String, Option<Typed>),
    ) -> Result<Done, Declined> {
        let mail = shown.mail.clone().unwrap_or_default();
        let text = match &typed {
            Some(typed) => typed.words.clone(),
            None => words::mail::their_words(&mail),
        };
        let from = match typed {
            Some(typed) => typed.from,
            None => mail.sender.as_ref().map(|it| it.shown()),
        };
        let receive = Receive {
            channel: Some(Channel::Email),
            text: Words::said(text),
            from: from.map(Words::said),
            received_on: Some(self.arrived_on(&shown.row)),
            ..Receive::default()
        };
        let contact = Contact {
            token,
            receive,
            attachments: self.attachments(&mail).await?,
            mail: Some(Beside::Settled { id: shown.row.id.clone(), as_what: "contact" }),
            ..Contact::default()
        };
        self.take_in(signed, contact).await
    }

    /// Puts a message on a case.
    ///
    /// # Errors
    /// `Stale` where somebody dealt with it first, and the rest of [`Declined`].
    pub async fn mail_to_case(
        &self,
        signed: &Signed,
        shown: &Shown,
        (case, typed): (&Case, Option<Typed>),
    ) -> Result<String, Declined> {
        let mut mail = shown.mail.clone().unwrap_or_default();
        if let Some(typed) = typed {
            mail.text = typed.words;
            mail.subject = String::new();
        }
        let kept = self.arrived(&shown.row);
        let beside = Beside::Settled { id: shown.row.id.clone(), as_what: "joined" };
        self.add_to_case(signed, (&kept.kept, &case.id), &mail, beside).await
    }

    /// Notes that a message needs nothing, or was read.
    ///
    /// # Errors
    /// `Stale` where somebody dealt with it first; records out of reach.
    pub async fn mail_done(
        &self,
        signed: &Signed,
        id: &str,
        as_what: &'static str,
    ) -> Result<(), Declined> {
        let mut tx = self.db.begin().await?;
        self.still_here(&mut tx, signed).await?;
        let by = &signed.staff.id;
        let settled = mail::Settled { as_what, by, at: self.now(), complaint: None };
        if mail::settle(&mut tx, &signed.scope, id, &settled).await? {
            tx.commit().await?;
            return Ok(());
        }
        let row = mail::find(&mut tx, &signed.scope, id).await?.ok_or(Declined::Missing)?;
        // The same form sent twice is done, not refused.
        let same =
            row.settled_as.as_deref() == Some(as_what) && row.settled_by.as_ref() == Some(by);
        if same { Ok(()) } else { Err(Declined::Stale(settled_meanwhile(&row))) }
    }

    /// A contact turns out to belong to a case that is there already: its words and files go
    /// there, and the two are linked. Sent twice it is done once. What the contact itself becomes
    /// is another act; nothing is merged.
    ///
    /// # Errors
    /// What the target does not take, and the rest of [`Declined`].
    pub async fn words_to_case(
        &self,
        signed: &Signed,
        (contact, target): (&Case, &Case),
        token: &str,
    ) -> Result<(), Declined> {
        let said = &contact.complaint.contact;
        let from = said.from.clone().filter(|from| !from.is_blank());
        let with = from.unwrap_or_else(|| Words::said(words::mail::nobody()));
        let token = format!("{token}/words");
        if outcome::recall(&self.db, &signed.scope, &token).await?.is_some() {
            return Ok(());
        }
        let act = Act {
            token,
            seen: target.seq,
            commands: vec![
                Command::RecordCorrespondence {
                    with,
                    direction: Some(Direction::In),
                    text: said.text.clone(),
                    told_on: None,
                    answers: None,
                },
                Command::Link { to: CaseId(contact.id.clone()) },
            ],
            attachments: files_of(contact),
            ..Act::default()
        };
        self.act(signed, &target.reference, act).await.map(drop)
    }

    /// The day a message arrived; never after today.
    fn arrived_on(&self, row: &mail::Mail) -> Date {
        london_day(row.arrived_at).min(self.today())
    }

    fn arrived(&self, row: &mail::Mail) -> Arrived {
        Arrived {
            mailbox: row.mailbox.clone(),
            at: row.arrived_at,
            kept: redress_store::files::Kept { sha256: row.sha256.clone(), bytes: row.bytes },
            raw: None,
        }
    }
}

/// What a person read out of a message that the program could not read.
#[derive(Clone, Debug)]
pub struct Typed {
    pub words: String,
    pub from: Option<String>,
}

/// The files of a case, to be attached to another.
fn files_of(case: &Case) -> Vec<Attachment> {
    let events = case.history.iter().map(|told| &told.happened.event);
    events
        .filter_map(|event| match event {
            Event::FileAttached { name, sha256, bytes, media_type, .. } => Some(Attachment {
                name: name.text().to_owned(),
                sha256: sha256.clone(),
                bytes: *bytes,
                media_type: media_type.clone(),
            }),
            _ => None,
        })
        .collect()
}
