//! What the program writes to one person by itself and what is no letter of a case: a link, a word
//! to a colleague. Slips wait in memory only, so that no link ever lies in the records; whoever
//! waited for one when the program stopped asks again.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use jiff::{SignedDuration, Timestamp};
use tokio::sync::Notify;

/// The most slips that wait; what comes past them is dropped, and that is logged.
const ROOM: usize = 1_000;
/// How often a mail server that says "later" is asked.
const TRIES: u32 = 5;
/// How long it is left alone in between.
const PAUSE: SignedDuration = SignedDuration::from_mins(2);

/// One message. Nothing of it belongs in a log but its kind.
#[derive(Clone, Debug)]
pub struct Slip {
    pub kind: &'static str,
    pub landlord: String,
    pub sender: String,
    pub from: String,
    pub to: String,
    pub lang: String,
    pub subject: String,
    pub text: String,
    /// A whole page of the same words.
    pub html: String,
    pub message_id: String,
    /// After which it is of no use to anybody.
    pub until: Timestamp,
}

/// A slip with how often it was tried.
pub struct Waiting {
    pub slip: Slip,
    tries: u32,
    not_before: Timestamp,
}

/// Where slips wait for whoever speaks to the mail server.
#[derive(Clone, Default)]
pub struct Tray {
    waiting: Arc<Mutex<VecDeque<Waiting>>>,
    bell: Arc<Notify>,
}

impl Tray {
    /// Puts a slip there.
    pub fn put(&self, slip: Slip) {
        let mut waiting = self.open();
        if ROOM <= waiting.len() {
            tracing::error!(kind = slip.kind, "too many messages wait: one was dropped");
            return;
        }
        waiting.push_back(Waiting { slip, tries: 0, not_before: Timestamp::UNIX_EPOCH });
        drop(waiting);
        self.bell.notify_one();
    }

    /// Takes the next slip whose time has come. What is of no use any more goes.
    pub fn take(&self, now: Timestamp) -> Option<Waiting> {
        let mut waiting = self.open();
        waiting.retain(|it| now <= it.slip.until);
        let place = waiting.iter().position(|it| it.not_before <= now)?;
        waiting.remove(place)
    }

    /// Puts a slip back that the mail server did not want now; false where it was tried often
    /// enough.
    pub fn put_back(&self, mut it: Waiting, now: Timestamp) -> bool {
        it.tries += 1;
        it.not_before = now.checked_add(PAUSE).unwrap_or(now);
        let again = it.tries < TRIES;
        if again {
            self.open().push_back(it);
        }
        again
    }

    /// Waits until a slip is put there.
    pub async fn rings(&self) {
        self.bell.notified().await;
    }

    fn open(&self) -> MutexGuard<'_, VecDeque<Waiting>> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
