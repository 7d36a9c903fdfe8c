//! At the door: is it that person? A wait first for whoever guesses, then one hash, whoever it is;
//! and the sessions of those who are let in.

use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};
use redress_store::Scope;
use redress_store::accounts::{self, Attempt, NewSession, Session, Staff};
use tokio::sync::Semaphore;

use crate::desk::accounts::{LONGEST as LONGEST_PASSWORD, fits};
use crate::desk::{Declined, Desk, Signed};

/// How long a session lasts at most.
pub const LONGEST: SignedDuration = SignedDuration::from_hours(12);

/// How long a session may rest: half an hour, or ten times as long on a device of one's own.
pub fn idle(own_device: bool) -> SignedDuration {
    SignedDuration::from_mins(if own_device { 300 } else { 30 })
}

/// Somebody with a login name and a password.
#[derive(Clone, Copy, Debug)]
pub struct Knock<'a> {
    pub scope: &'a Scope,
    pub login: &'a str,
    pub password: &'a str,
    /// Where they come from.
    pub address: &'a str,
}

/// What the door says.
#[derive(Debug)]
pub enum Opened {
    /// It is that person.
    To(Box<Staff>),
    /// It is, and their account is closed.
    ClosedAccount,
    /// It is not, or there is no such person: nobody can tell which.
    ToNobody,
    /// Too many tries: when the next may be.
    Wait(Timestamp),
}

/// A session just opened: its secrets, which nobody keeps but the browser.
#[derive(Clone, Debug)]
pub struct Entered {
    pub token: String,
    pub csrf: String,
}

impl Desk {
    /// Compares a password, throttled. `hashing` limits how many are hashed at once.
    ///
    /// # Errors
    /// The records cannot be reached.
    pub async fn knock(
        &self,
        knock: Knock<'_>,
        hashing: &Arc<Semaphore>,
    ) -> Result<Opened, Declined> {
        let attempt = Attempt { login: knock.login, address: knock.address, at: self.now() };
        let mut tx = self.db.begin().await?;
        let wait = accounts::sign_in_begins(&mut tx, knock.scope, &attempt).await?;
        tx.commit().await?;
        if let Some(until) = wait {
            return Ok(Opened::Wait(until));
        }
        let found = accounts::find_login(&self.db, knock.scope, knock.login).await?;
        let (staff, hashed) = found.map_or((None, None), |(staff, hash)| (Some(staff), Some(hash)));
        let right = is_right(knock.password, hashed, hashing).await?;
        let log = self.id().await?;
        let mut tx = self.db.begin().await?;
        let opened = match staff {
            Some(staff) if right && staff.active => {
                accounts::sign_in_worked(&mut tx, knock.scope, &attempt, &log).await?;
                Opened::To(Box::new(staff))
            }
            Some(_) if right => {
                accounts::sign_in_failed(&mut tx, knock.scope, &attempt, &log).await?;
                Opened::ClosedAccount
            }
            _ => {
                accounts::sign_in_failed(&mut tx, knock.scope, &attempt, &log).await?;
                Opened::ToNobody
            }
        };
        tx.commit().await?;
        Ok(opened)
    }

    /// A new session for somebody, with secrets of its own.
    ///
    /// # Errors
    /// The records cannot be reached.
    pub async fn let_in(
        &self,
        scope: &Scope,
        staff: &Staff,
        own_device: bool,
    ) -> Result<Entered, Declined> {
        let entered = Entered { token: self.token().await?, csrf: self.token().await? };
        let new = NewSession {
            token: entered.token.clone(),
            staff: staff.id.clone(),
            csrf: entered.csrf.clone(),
            own_device,
            at: self.now(),
            idle: idle(own_device),
            absolute: LONGEST,
        };
        let mut tx = self.db.begin().await?;
        accounts::open_session(&mut tx, scope, &new).await?;
        tx.commit().await?;
        Ok(entered)
    }

    /// Ends the session of a token.
    ///
    /// # Errors
    /// The records cannot be reached.
    pub async fn end_session(&self, token: &str) -> Result<(), Declined> {
        let mut tx = self.db.begin().await?;
        accounts::end_session(&mut tx, token).await?;
        tx.commit().await?;
        Ok(())
    }

    /// Ends one of somebody's own sessions by its name in the list, or all of them.
    ///
    /// # Errors
    /// The records cannot be reached.
    pub async fn end_own_sessions(
        &self,
        signed: &Signed,
        one: Option<&str>,
    ) -> Result<(), Declined> {
        let mut tx = self.db.begin().await?;
        match one {
            Some(name) => {
                accounts::end_named_session(&mut tx, &signed.scope, &signed.staff.id, name).await?;
            }
            None => {
                accounts::end_sessions(&mut tx, &signed.scope, &signed.staff.id).await?;
            }
        }
        tx.commit().await?;
        Ok(())
    }

    /// Where somebody is signed in.
    ///
    /// # Errors
    /// The records cannot be reached.
    pub async fn own_sessions(&self, signed: &Signed) -> Result<Vec<Session>, Declined> {
        let id = &signed.staff.id;
        Ok(accounts::list_sessions(&self.db, &signed.scope, id, self.now()).await?)
    }
}

/// One hash; a name nobody has takes as long as one that somebody has.
async fn is_right(
    password: &str,
    hashed: Option<String>,
    hashing: &Arc<Semaphore>,
) -> Result<bool, Declined> {
    // More than anybody's password can be: not worth a hash, and the same for every name.
    if LONGEST_PASSWORD < password.chars().count() {
        return Ok(false);
    }
    let seat = Arc::clone(hashing).acquire_owned().await.map_err(anyhow::Error::new)?;
    let password = password.to_owned();
    let done = tokio::task::spawn_blocking(move || {
        let right = fits(&password, hashed.as_deref());
        drop(seat);
        right
    });
    Ok(done.await.map_err(anyhow::Error::new)?)
}
