//! The counter: load, ask whether it may be, decide, then append, list and remember in one
//! transaction. The only writer of cases; pages, commands and the worker all come here.

use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use redress_letters::phrases::Phrase;
use redress_letters::tongue::Tongue;
use redress_store::accounts::Staff;
use redress_store::files::Folder;
use redress_store::{Db, Entropy, Scope};
use tokio::sync::Mutex;

pub mod absences;
pub mod accounts;
pub mod act;
pub mod case;
pub mod changes;
pub mod checking;
pub mod closures;
pub mod codes;
pub mod date_moves;
pub mod declined;
pub mod disruption;
pub mod door;
pub mod exceptional;
pub mod founding;
pub mod house;
pub mod intake;
pub mod mail;
mod nudges;
pub mod packs;
pub mod people;
pub mod policies;
pub mod post;
pub mod proof;
mod receipts;
pub mod reference;
pub mod reminders;
pub mod rows;
pub mod sessions;
pub mod slips;
pub mod surroundings;
pub mod take_in;
pub mod trial;

pub use act::{Act, Attachment, Done};
pub use case::Case;
pub use declined::Declined;

/// Tells the moment. Given by whoever starts the program, so that tests hold the clock.
pub type Now = Arc<dyn Fn() -> Timestamp + Send + Sync>;

/// The counter over one set of records.
#[derive(Clone)]
pub struct Desk {
    pub db: Db,
    pub files: Folder,
    entropy: Arc<Mutex<Entropy>>,
    now: Now,
    shelf: packs::Shelf,
    remembered: surroundings::Remembered,
    /// Where people reach the program from outside, "https://complaints.example.org".
    address: Option<Arc<str>>,
    /// Whether a mail server is set, so that letters may leave by e-mail.
    mails: bool,
    slips: slips::Tray,
}

/// Somebody signed in, with the landlord whose records they may see.
#[derive(Clone, Debug)]
pub struct Signed {
    pub scope: Scope,
    pub staff: Staff,
    /// The visit of a resident, or of whoever acts for them; none for staff.
    pub visit: Option<Visiting>,
}

/// A resident who came in by reference and code, or who is telling a complaint.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Visiting {
    /// The name of their session: their rights end with it.
    pub session: String,
    /// What is quoted of the one case that is theirs; empty while it has none yet.
    pub reference: String,
}

impl Signed {
    /// A member of staff.
    pub fn staff(scope: Scope, staff: Staff) -> Self {
        Self { scope, staff, visit: None }
    }
}

impl Desk {
    /// A counter over these records.
    pub fn new(db: Db, files: Folder, entropy: Entropy, now: Now) -> Self {
        Self {
            db,
            files,
            entropy: Arc::new(Mutex::new(entropy)),
            now,
            shelf: packs::Shelf::default(),
            remembered: surroundings::Remembered::default(),
            address: None,
            mails: false,
            slips: slips::Tray::default(),
        }
    }

    /// The same, which knows where people reach it from outside.
    pub fn reached_at(self, address: Option<&str>) -> Self {
        let address = address.map(|it| Arc::from(it.trim_end_matches('/')));
        // What surrounds a case says where it is followed, so what is known of it is forgotten.
        Self { address, remembered: surroundings::Remembered::default(), ..self }
    }

    /// Where residents follow their complaint, as a letter says it.
    pub fn follow_at(&self) -> String {
        match &self.address {
            Some(address) => {
                let bare = address.split_once("://").map_or(&**address, |(_, bare)| bare);
                format!("{bare}/track")
            }
            None => Tongue::first().phrase(Phrase::OurWebsite),
        }
    }

    /// The same, where a mail server is set.
    pub fn that_mails(self) -> Self {
        Self { mails: true, ..self }
    }

    /// Whether letters may leave by e-mail.
    pub fn sends_mail(&self) -> bool {
        self.mails
    }

    /// Whether a link may be asked for: it is mailed, and leads to an address people reach.
    pub fn sends_links(&self) -> bool {
        self.mails && self.address.is_some()
    }

    /// Where a link leads; none where nobody said where people reach the program.
    pub fn link_at(&self, token: &str) -> Option<String> {
        let address = self.address.as_deref()?;
        let scheme = if address.contains("://") { "" } else { "https://" };
        Some(format!("{scheme}{address}/link/{token}"))
    }

    /// Where messages wait that are no letters.
    pub fn slips(&self) -> &slips::Tray {
        &self.slips
    }

    /// This moment.
    pub fn now(&self) -> Timestamp {
        (self.now)()
    }

    /// The Europe/London day of this moment.
    pub fn today(&self) -> Date {
        london_day(self.now())
    }

    /// A random id of 128 bits.
    ///
    /// # Errors
    /// The machine has no randomness to give.
    pub async fn id(&self) -> Result<String, Declined> {
        Ok(self.entropy.lock().await.id()?)
    }

    /// A random secret of 256 bits.
    ///
    /// # Errors
    /// The machine has no randomness to give.
    pub async fn token(&self) -> Result<String, Declined> {
        Ok(self.entropy.lock().await.token()?)
    }

    /// The source of ids and salts, held for one append.
    pub(crate) async fn entropy(&self) -> tokio::sync::MutexGuard<'_, Entropy> {
        self.entropy.lock().await
    }
}

/// The Europe/London day of a moment.
pub fn london_day(at: Timestamp) -> Date {
    let zone = TimeZone::get("Europe/London").unwrap_or(TimeZone::UTC);
    at.to_zoned(zone).date()
}
