//! A new contact becomes a case on file: person, words, day and reference, in one transaction.

use jiff::civil::Date;
use redress_domain::command::{Command, Receive};
use redress_domain::decide::decide;
use redress_domain::event::{Event, Happened};
use redress_domain::fold::fold;
use redress_domain::ids::{PersonId, StaffId};
use redress_domain::permission::may;
use redress_domain::person::Person;
use redress_domain::refusal::Refusal;
use redress_domain::rules::{Actor, Rules};
use redress_domain::warning::warnings;
use redress_letters::letter::LetterId;
use redress_store::outcome::{self, Claim};
use redress_store::{Stamp, settings};

use crate::desk::act::{
    Attachment, Decided, Stream, as_json, contents, fingerprint, read_done, series,
};
use crate::desk::mail::noting::{self, Beside};
use crate::desk::surroundings::{Surroundings, terms};
use crate::desk::{Case, Declined, Desk, Done, Signed, checking, people, reference};

/// A contact as it was taken down.
#[derive(Clone, Debug, Default)]
pub struct Contact {
    pub token: String,
    /// The day it is recorded for; today where nobody says otherwise.
    pub on: Option<Date>,
    pub receive: Receive,
    /// Somebody new to enter, where the contact names nobody on record.
    pub person: Option<Person>,
    /// What else was settled in the same call: the choice offered, needs.
    pub then: Vec<Command>,
    pub attachments: Vec<Attachment>,
    /// The message it came as, or the one somebody made it of.
    pub mail: Option<Beside>,
    /// Whether a machine took it (the portal, a mailbox), which answers at once with a receipt.
    pub automatic: bool,
}

impl Contact {
    /// A digest of everything said, so that a token used twice for different calls is told apart.
    fn fingerprint(&self) -> Result<String, Declined> {
        let files = contents(&self.attachments);
        fingerprint(&(self.on, &self.receive, &self.person, &self.then, files))
    }
}

impl Desk {
    /// Takes a contact in and gives it a reference.
    ///
    /// # Errors
    /// `Refused` where a needed fact is missing, and the rest of [`Declined`].
    pub async fn take_in(&self, signed: &Signed, contact: Contact) -> Result<Done, Declined> {
        let print = contact.fingerprint()?;
        if let Some(known) = outcome::recall(&self.db, &signed.scope, &contact.token).await? {
            if known.fingerprint == print {
                return read_done(known.outcome);
            }
            return Err(Declined::KeyReused);
        }
        let surroundings = self.surroundings(&signed.scope).await?;
        let today = self.today();
        let on = contact.on.unwrap_or(today);
        let received_on = contact.receive.received_on.unwrap_or(on);
        let pack = self.pack_on(&signed.scope, received_on).await?;
        let terms = terms(&pack, pack.floor)?;
        let actor = signed.actor();
        let rules = surroundings.rules(terms, &actor, on.min(today));
        // Somebody may take down a complaint about themselves, to the end of the call.
        let taker = Actor { id: None, ..actor.clone() };
        let own = actor.id.as_ref().is_some_and(|id| contact.receive.names_staff.contains(id));
        let rules = if own { Rules { actor: &taker, ..rules } } else { rules };
        let mut receive = contact.receive.clone();
        let new_person = match (&receive.person, &contact.person) {
            (None, Some(person)) if !person.name.is_blank() => {
                let id = PersonId(self.id().await?);
                receive.person = Some(id.clone());
                Some((id, person.clone()))
            }
            _ => None,
        };
        let by = Some(StaffId(signed.staff.id.clone()));
        let mut history: Vec<Happened> = Vec::new();
        let mut warned = Vec::new();
        let mut commands = vec![Command::Receive(Box::new(receive.clone()))];
        commands.extend(contact.then.iter().cloned());
        for command in &commands {
            let before = fold(&history);
            let events = decide(before.as_ref(), command, &rules)?;
            warned.extend(warnings(before.as_ref(), command, &events, &rules));
            history.extend(events.into_iter().map(|event| Happened { on, by: by.clone(), event }));
        }
        let mut events: Vec<Event> =
            history.iter().map(|happened| happened.event.clone()).collect();
        for attachment in &contact.attachments {
            events.push(Event::FileAttached {
                file: self.id().await?,
                name: redress_domain::personal::Words::said(attachment.name.clone()),
                sha256: attachment.sha256.clone(),
                bytes: attachment.bytes,
                media_type: attachment.media_type.clone(),
            });
        }
        let person = match (&new_person, &receive.person) {
            (Some((_, person)), _) => Some(person.clone()),
            (None, Some(id)) => self.person(signed, id).await?,
            (None, None) => None,
        };
        let complaint = super::act::opens(&history).ok_or(Declined::Missing)?;
        let case = Case {
            id: self.id().await?,
            reference: String::new(),
            history: Vec::new(),
            complaint,
            clocks: Vec::new(),
            pack,
            person,
            seq: 0,
            surroundings,
        };
        let codes = warned.iter().map(|warning| warning.code().to_owned()).collect();
        let automatic = contact.automatic;
        let mail = contact.mail;
        let taken = Taken { case, commands, events, new_person, on, codes, mail, automatic };
        // A letter may be set on the way: kept off the stack of whoever waits.
        Box::pin(self.write_contact(signed, (contact.token, print), taken)).await
    }

    async fn write_contact(
        &self,
        signed: &Signed,
        (token, print): (String, String),
        taken: Taken,
    ) -> Result<Done, Declined> {
        let at = self.now();
        let mut tx = self.db.begin().await?;
        match outcome::claim(&mut tx, &signed.scope, &token, &print, at).await? {
            Claim::Fresh => {}
            Claim::Done { outcome } => return read_done(outcome),
            Claim::OtherBody => return Err(Declined::KeyReused),
        }
        let actor = self.still_here(&mut tx, signed).await?.actor();
        for (n, command) in taken.commands.iter().enumerate() {
            let stands = (0 < n).then_some(&taken.case.complaint);
            may(&actor, command, stands)
                .map_err(|why| Refusal { clause: "permissions".to_owned(), why })?;
        }
        let on = taken.on;
        let number = settings::next_number(&mut tx, &signed.scope, &series(on)).await?;
        let landlord: &Surroundings = &taken.case.surroundings;
        let quoted = reference::make(&landlord.landlord.name, on.year(), number);
        if let Some((id, person)) = &taken.new_person {
            let mut entropy = self.entropy().await;
            let mut stamp = Stamp { at, entropy: &mut entropy };
            let entry = people::Entry { id, person, by: &signed.staff.id, seen: 0 };
            people::write(&mut tx, &signed.scope, &entry, &mut stamp).await?;
        }
        let case = Case { reference: quoted.clone(), ..taken.case };
        let decided = Decided {
            events: taken.events.clone(),
            warnings: Vec::new(),
            after: case.complaint.clone(),
            on,
        };
        let stream = Stream { id: &case.id, expected: 0 };
        let mut events = taken.events;
        events.insert(1.min(events.len()), Event::ReferenceGiven { reference: quoted.clone() });
        let (mut letters, mut carried) = (Vec::new(), Vec::new());
        let receipt_to = match taken.automatic {
            true => self.receipt_to(&mut tx, &signed.scope, &case).await?,
            false => None,
        };
        let mut receipt = false;
        for letter in checking::first_letters(&case, &decided, receipt_to.is_some())? {
            letters.push(letter.number);
            receipt |= letter.letter().id == LetterId::ContactReceipt;
            let (sent, code) = self.leave(letter, on).await?;
            events.push(sent);
            carried.extend(code);
        }
        self.queue_letters(&signed.scope, &case, (&mut events, on)).await?;
        let about_letters = events.clone();
        let seq =
            self.append(&mut tx, signed, &stream, (Vec::new(), events), (&case, on, at)).await?;
        self.follow_letters(&mut tx, signed, &case, (&about_letters, on, at)).await?;
        self.keep_codes(&mut tx, signed, &case, &carried).await?;
        if let Some(to) = receipt_to.filter(|_| receipt) {
            self.receipt_goes(&mut tx, &signed.scope, (&case.id, &to)).await?;
        }
        if let Some(beside) = &self.with_receipt(taken.mail, receipt) {
            noting::beside(&mut tx, signed, beside, (&case.id, at)).await?;
        }
        let done = Done { reference: quoted, seq, warnings: taken.codes, opened: None, letters };
        outcome::remember(&mut tx, &signed.scope, &token, &as_json(&done)?).await?;
        tx.commit().await?;
        Ok(done)
    }
}

/// A contact ready to be written.
struct Taken {
    case: Case,
    commands: Vec<Command>,
    events: Vec<Event>,
    new_person: Option<(PersonId, Person)>,
    on: Date,
    codes: Vec<String>,
    mail: Option<Beside>,
    automatic: bool,
}
