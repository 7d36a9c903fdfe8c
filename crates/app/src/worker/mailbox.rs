//! Reading mailboxes over IMAP: each new message is kept and recorded first, and marked or moved
//! afterwards. Whatever breaks off in between comes again and counts once.

use std::collections::HashMap;
use std::time::Duration;

use redress_store::{Scope, mailboxes, settings};
use tokio::net::TcpStream;
use tokio_rustls::client::TlsStream;

use crate::config::Mailbox;
use crate::desk::{Declined, Desk};
use crate::mail::limits;
use crate::words;

mod door;
mod imap;

/// The keyword that says a message was taken, where messages are not moved.
const TAKEN: &str = "RedressTaken";
/// How often a message is tried before it is left to a person.
const TRIES: u32 = 3;
/// The longest pause after failures.
const LONGEST_PAUSE: Duration = Duration::from_secs(900);

type Imap = imap::Imap<TlsStream<TcpStream>>;

/// Why a mailbox could not be read. Never says anything of a message.
#[derive(Debug, thiserror::Error)]
pub enum Trouble {
    #[error("the settings of the mailbox: {0}")]
    Settings(String),
    #[error("the server cannot be reached: {0}")]
    Reach(String),
    #[error("the server does not let us in")]
    Password,
    #[error("the server answered what we do not understand ({0})")]
    Answer(&'static str),
    #[error("the server took too long")]
    Slow,
    #[error("the records are out of reach")]
    Records,
}

/// How one look into a mailbox went.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Looked {
    /// Messages that are on record now and were not before.
    pub taken: usize,
    /// Messages that were on record and came once more.
    pub again: usize,
    /// Messages that were tried and will be tried again.
    pub failed: usize,
}

/// One mailbox, with what was seen go wrong in it.
pub struct Watched {
    settings: Mailbox,
    tries: HashMap<u32, u32>,
}

/// Looks into a mailbox for ever.
pub async fn watch(desk: Desk, settings: Mailbox) {
    let usual = Duration::from_secs(settings.every_seconds.clamp(5, 3600));
    let landlord = settings.landlord.clone();
    let mut watched = Watched::new(settings);
    let mut pause = usual;
    loop {
        match watched.look(&desk).await {
            Ok(looked) => {
                pause = usual;
                if looked != Looked::default() {
                    tracing::info!(landlord, ?looked, "e-mail came in");
                }
            }
            Err(trouble) => {
                tracing::warn!(landlord, %trouble, "a mailbox could not be read");
                pause = (pause * 2).min(LONGEST_PAUSE).max(usual);
            }
        }
        tokio::time::sleep(pause).await;
    }
}

impl Watched {
    /// A mailbox nobody has looked into yet.
    pub fn new(settings: Mailbox) -> Self {
        Self { settings, tries: HashMap::new() }
    }

    /// Takes in everything that is new.
    ///
    /// # Errors
    /// The server or the records are out of reach. What was taken before that stays taken.
    pub async fn look(&mut self, desk: &Desk) -> Result<Looked, Trouble> {
        let scope = Scope::of(self.settings.landlord.clone());
        let landlord = settings::find_landlord(&desk.db, &scope).await;
        if landlord.map_err(|_| Trouble::Records)?.is_none() {
            let words = format!("there is no landlord {:?} here", self.settings.landlord);
            return Err(Trouble::Settings(words));
        }
        let looked = self.look_in(desk).await;
        // How it went stands where an administrator sees it; the next look writes it again.
        if let Err(why) = self.note(desk, &scope, looked.as_ref().err()).await {
            tracing::warn!(%why, "how a look into a mailbox went was not written down");
        }
        looked
    }

    async fn look_in(&mut self, desk: &Desk) -> Result<Looked, Trouble> {
        let mut imap = door::open(&self.settings).await?;
        let looked = self.look_with(desk, &mut imap).await;
        if looked.is_ok() {
            imap.logout().await;
        }
        looked
    }

    async fn note(
        &self,
        desk: &Desk,
        scope: &Scope,
        trouble: Option<&Trouble>,
    ) -> Result<(), redress_store::Error> {
        let (address, at) = (self.settings.address.as_str(), desk.now());
        let mut tx = desk.db.begin().await?;
        match trouble {
            None => mailboxes::was_read(&mut tx, scope, address, at).await?,
            Some(trouble) => {
                let why = trouble.to_string();
                mailboxes::failed(&mut tx, scope, (address, &why), at).await?;
            }
        }
        tx.commit().await
    }

    async fn look_with(&mut self, desk: &Desk, imap: &mut Imap) -> Result<Looked, Trouble> {
        let keeps = imap.select(&self.settings.folder).await?;
        let after = match &self.settings.done {
            Some(folder) if imap.can("MOVE") => After::Move(folder.clone()),
            _ if keeps => After::Mark(format!("\\Seen {TAKEN}")),
            // Where the server keeps no words of ours, what was read counts as taken.
            _ => After::Mark("\\Seen".to_owned()),
        };
        let wanted = match &after {
            After::Move(_) => "ALL".to_owned(),
            After::Mark(_) if keeps => format!("UNKEYWORD {TAKEN}"),
            After::Mark(_) => "UNSEEN".to_owned(),
        };
        let uids = imap.search(&wanted).await?;
        let mut looked = Looked::default();
        for uid in uids {
            match self.take(desk, imap, uid).await {
                Ok(again) => {
                    looked.taken += usize::from(!again);
                    looked.again += usize::from(again);
                    self.tries.remove(&uid);
                    match put_aside(imap, uid, &after).await {
                        Err(Trouble::Answer(why)) => {
                            tracing::warn!(uid, why, "an e-mail was not put aside");
                        }
                        other => other?,
                    }
                }
                Err(Trouble::Records) if !records_work(desk).await => {
                    return Err(Trouble::Records);
                }
                Err(trouble @ (Trouble::Reach(_) | Trouble::Slow)) => {
                    // The next look goes on; a message that breaks the line is not asked for ever.
                    *self.tries.entry(uid).or_insert(0) += 1;
                    return Err(trouble);
                }
                Err(trouble) => {
                    let tries = self.tries.entry(uid).or_insert(0);
                    *tries += 1;
                    looked.failed += 1;
                    tracing::error!(uid, tries = *tries, %trouble, "an e-mail could not be taken");
                }
            }
        }
        Ok(looked)
    }

    /// Takes one message. True where it was on record before.
    async fn take(&self, desk: &Desk, imap: &mut Imap, uid: u32) -> Result<bool, Trouble> {
        let head = imap.fetch(uid, "UID RFC822.SIZE INTERNALDATE").await?;
        // Somebody else moved it meanwhile.
        let Some(head) = head else { return Ok(true) };
        let at = head.arrived.unwrap_or_else(|| desk.now()).min(desk.now());
        let large = limits::BYTES < head.size.unwrap_or(0);
        let tries = self.tries.get(&uid).copied().unwrap_or(0);
        let tired = TRIES <= tries;
        // Held whole where that goes, and by its header where not even that does.
        let part =
            if large || 2 * TRIES <= tries { "UID BODY.PEEK[HEADER]" } else { "UID BODY.PEEK[]" };
        let Some(whole) = imap.fetch(uid, part).await? else { return Ok(true) };
        let raw = whole.bytes.ok_or(Trouble::Answer("no message"))?;
        let scope = Scope::of(self.settings.landlord.clone());
        let name = self.settings.address.as_str();
        let arrived = desk.keep_whole_mail(raw, (name, at)).await.map_err(told)?;
        if large || tired {
            let why = if large { words::mail::LEFT } else { words::mail::FAILED };
            return Ok(desk.hold_mail(&scope, &arrived, why).await.map_err(told)?.again);
        }
        Ok(desk.take_mail(&scope, arrived).await.map_err(told)?.again)
    }
}

/// Whether anything can be written: then a message that was not is itself at fault, and the next
/// one goes on.
async fn records_work(desk: &Desk) -> bool {
    desk.db.ping().await.is_ok() && desk.files.put_bytes(b"Redress\n").await.is_ok()
}

/// What is done with a message that is safely on record.
enum After {
    Move(String),
    Mark(String),
}

async fn put_aside(imap: &mut Imap, uid: u32, after: &After) -> Result<(), Trouble> {
    match after {
        After::Move(folder) => imap.move_to(uid, folder).await,
        After::Mark(marks) => imap.mark(uid, marks).await,
    }
}

fn told(declined: Declined) -> Trouble {
    match declined {
        Declined::Busy | Declined::NotSaved(_) => Trouble::Records,
        _ => Trouble::Answer("not recorded"),
    }
}
