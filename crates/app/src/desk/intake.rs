//! A complaint that is being told on the portal: kept on our side until it is sent, then taken in
//! like every other contact.

use std::collections::BTreeMap;

use anyhow::Context;
use redress_domain::personal::Words;
use redress_store::Scope;
use redress_store::lists;
use redress_store::portal::codes::{self, LetterCode};
use redress_store::portal::intake::{self, Intake};
use redress_store::portal::sessions::{self, NewVisit};
use redress_store::portal::tries::{self, Try};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::desk::codes::{dies, from_digest, shown, typed};
use crate::desk::door::{Guest, LONGEST, idle};
use crate::desk::sessions::Entered;
use crate::desk::take_in::Contact;
use crate::desk::{Declined, Desk};

/// What was answered so far, question by question, as it was typed.
#[derive(Clone, Default, Serialize, Deserialize)]
pub struct Answers {
    given: BTreeMap<String, Vec<(String, String)>>,
    /// What people quote, once it was sent.
    #[serde(skip)]
    pub reference: Option<String>,
}

impl Answers {
    /// The fields of a question.
    pub fn of(&self, question: &str) -> Vec<(String, String)> {
        self.given.get(question).cloned().unwrap_or_default()
    }

    /// One field, without the spaces around it; empty where nothing was answered.
    pub fn one(&self, question: &str, name: &str) -> String {
        let found = self.all(question, name).next().unwrap_or_default().trim();
        if Words::said(found).is_blank() { String::new() } else { found.replace("\r\n", "\n") }
    }

    /// Every value of a field.
    pub fn all(&self, question: &str, name: &str) -> impl Iterator<Item = &str> {
        let fields = self.given.get(question).into_iter().flatten();
        let name = name.to_owned();
        fields.filter(move |(field, _)| *field == name).map(|(_, value)| value.as_str())
    }

    /// Keeps the fields of a question in place of what stood there.
    pub fn keep(&mut self, question: &str, fields: Vec<(String, String)>) {
        self.given.insert(question.to_owned(), fields);
    }
}

/// What became of a wish to begin.
#[derive(Debug)]
pub enum Begun {
    Entered(Entered),
    /// Too many were begun from there: when the next may be.
    Wait(jiff::Timestamp),
}

impl Desk {
    /// Begins one, in a browser of its own; not more than a household, or a library, has use for.
    ///
    /// # Errors
    /// The records cannot be reached.
    pub async fn begin_intake(&self, scope: &Scope, address: &str) -> Result<Begun, Declined> {
        let words = serde_json::to_string(&Answers::default()).context("no answers to write")?;
        let intake =
            Intake { id: self.id().await?, words, changed_at: self.now(), reference: None };
        // Until somebody asks for the way back there is none that anybody could guess.
        let nobody_has_it = self.token().await?;
        let entered = self.entered().await?;
        let mut tx = self.db.begin().await?;
        if let Some(until) = tries::begins_telling(&mut tx, (address, self.now())).await? {
            return Ok(Begun::Wait(until));
        }
        intake::begin(&mut tx, scope, &intake, &nobody_has_it).await?;
        sessions::open(&mut tx, scope, &self.telling(&entered, &intake.id)).await?;
        tx.commit().await?;
        Ok(Begun::Entered(entered))
    }

    async fn entered(&self) -> Result<Entered, Declined> {
        Ok(Entered { token: self.token().await?, csrf: self.token().await? })
    }

    /// A visit that tells a complaint. It rests longer than one that shows a case: what stands on
    /// its pages is what the person just typed.
    fn telling(&self, entered: &Entered, draft: &str) -> NewVisit {
        NewVisit {
            token: entered.token.clone(),
            complaint: None,
            draft: Some(draft.to_owned()),
            representative: false,
            csrf: entered.csrf.clone(),
            own_device: false,
            at: self.now(),
            idle: idle(true),
            absolute: LONGEST,
        }
    }

    /// The answers of a visit that tells a complaint.
    ///
    /// # Errors
    /// The records cannot be reached or read.
    pub async fn intake(&self, guest: &Guest) -> Result<Option<Answers>, Declined> {
        let Some(draft) = &guest.visit.draft else { return Ok(None) };
        let Some(kept) = intake::find(&self.db, &guest.signed.scope, draft).await? else {
            return Ok(None);
        };
        if kept.reference.is_some() {
            return Ok(Some(Answers { reference: kept.reference, ..Answers::default() }));
        }
        let answers = serde_json::from_str(&kept.words).context("answers cannot be read")?;
        Ok(Some(answers))
    }

    /// Keeps the answers.
    ///
    /// # Errors
    /// The records cannot be reached.
    pub async fn save_intake(&self, guest: &Guest, answers: &Answers) -> Result<(), Declined> {
        let Some(draft) = &guest.visit.draft else { return Err(Declined::Missing) };
        let words = serde_json::to_string(answers).context("answers cannot be written")?;
        let mut tx = self.db.begin().await?;
        intake::save(&mut tx, &guest.signed.scope, (draft, &words), self.now()).await?;
        tx.commit().await?;
        Ok(())
    }

    /// A code that leads back to it on another day; the one before leads nowhere any more.
    ///
    /// # Errors
    /// The records cannot be reached.
    pub async fn way_back(&self, guest: &Guest) -> Result<String, Declined> {
        let Some(draft) = &guest.visit.draft else { return Err(Declined::Missing) };
        let code = self.draw_code().await?;
        let mut tx = self.db.begin().await?;
        intake::give_code(&mut tx, &guest.signed.scope, (draft, &code)).await?;
        tx.commit().await?;
        Ok(shown(&code))
    }

    /// Goes on with one, by its code. None where there is none or somebody guesses.
    ///
    /// # Errors
    /// The records cannot be reached.
    pub async fn return_to_intake(
        &self,
        code: &str,
        address: &str,
    ) -> Result<Option<Entered>, Declined> {
        let tried = Try { reference: "", address, at: self.now() };
        let entered = self.entered().await?;
        let mut tx = self.db.begin().await?;
        let waits = tries::begins(&mut tx, &tried).await?.is_some();
        let found = match waits {
            true => None,
            false => intake::find_for(&mut tx, &typed(code)).await?,
        };
        let Some((scope, kept)) = found.filter(|(_, kept)| kept.reference.is_none()) else {
            tx.commit().await?;
            return Ok(None);
        };
        tries::worked(&mut tx, &tried).await?;
        sessions::open(&mut tx, &scope, &self.telling(&entered, &kept.id)).await?;
        tx.commit().await?;
        Ok(Some(entered))
    }

    /// The token under which it is taken in: the same one each time, so that it is taken in once.
    pub fn intake_token(&self, guest: &Guest) -> String {
        hex(&digest("intake", &[guest.visit.draft.as_deref().unwrap_or_default()]))
    }

    /// Takes it in, gives out the code of its receipt, and lets the visit see the case.
    ///
    /// # Errors
    /// As [`Desk::take_in`].
    pub async fn send_intake(
        &self,
        (guest, token): (&Guest, &str),
        contact: Contact,
    ) -> Result<(), Declined> {
        let Some(draft) = &guest.visit.draft else { return Err(Declined::Missing) };
        let representative = contact.receive.on_behalf_of.is_some();
        let scope = &guest.signed.scope;
        let done = self.take_in(&guest.signed, contact).await?;
        let row = lists::find_complaint(&self.db, scope, &done.reference).await?;
        let row = row.ok_or(Declined::Missing)?;
        let drawn = receipt(token, draft);
        let kept = self.code_of(&drawn).await?;
        let at = self.now();
        let code = LetterCode {
            id: draft.clone(),
            complaint: row.id.clone(),
            reference: row.reference.clone(),
            person: row.person.clone(),
            representative,
            letter: 0,
            pick: kept.pick,
            hash: kept.hash,
            issued_at: at,
            expires_at: dies(at),
            ended: None,
            wrong: 0,
        };
        let mut tx = self.db.begin().await?;
        // Sent twice at once, the second finds it sent: one code, and it is the same one.
        let sent = intake::find(&mut tx, scope, draft).await?.and_then(|it| it.reference).is_some();
        if !sent {
            codes::issue(&mut tx, scope, &code).await?;
            intake::sent(&mut tx, scope, (draft, &row.reference), at).await?;
            let opens = (row.id.as_str(), representative);
            sessions::open_case(&mut tx, &guest.visit.name, opens, (at, idle(false))).await?;
        }
        tx.commit().await?;
        Ok(())
    }

    /// The code of the receipt, for as long as the visit lasts on which it was sent. It is made
    /// again from the visit's own secret: we keep only its hash.
    pub fn receipt_code(&self, token: &str, guest: &Guest) -> String {
        shown(&receipt(token, guest.visit.draft.as_deref().unwrap_or_default()))
    }
}

fn receipt(token: &str, draft: &str) -> String {
    from_digest(&digest("receipt", &[token, draft]))
}

fn digest(what: &str, parts: &[&str]) -> Vec<u8> {
    let mut digest = Sha256::new().chain_update("redress-portal-v1\n").chain_update(what);
    for part in parts {
        digest = digest.chain_update("\n").chain_update(part);
    }
    digest.finalize().to_vec()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
