//! Slowing down whoever guesses passwords, without locking anybody out for over 15 minutes.
//!
//! Failures are counted for a login name with an address, and for the login name alone; names
//! that do not exist are counted alike. An address from which this account signed in before is
//! held up by its own failures only, so that strangers cannot keep the owner out.

use jiff::{SignedDuration, Timestamp};

use super::login_key;
use crate::entropy::digest;
use crate::row::Row;
use crate::{Error, Scope, Source, Tx};

/// Somebody at the door.
#[derive(Clone, Copy, Debug)]
pub struct Attempt<'a> {
    /// The login name typed.
    pub login: &'a str,
    /// Where the request came from.
    pub address: &'a str,
    /// Now.
    pub at: Timestamp,
}

/// The longest anybody is made to wait, and how long it takes to forget one failure.
const LONGEST: i64 = 900;
/// Failures of one login name from many addresses that are let pass without a delay.
const FREE_FOR_NAME: i64 = 10;
/// After so many doublings of a second the longest wait is reached.
const DOUBLINGS: i64 = 10;

/// Lets an attempt go on to the password, or says until when it must wait.
///
/// Asked, and committed, before the password is hashed, so that guessing costs us nothing. It
/// counts as failed from here on, so that a hundred guesses at once are not one;
/// [`sign_in_worked`] takes that back.
pub async fn sign_in_begins(
    tx: &mut Tx,
    scope: &Scope,
    attempt: &Attempt<'_>,
) -> Result<Option<Timestamp>, Error> {
    let here = Counter::hold(tx, scope, pair_key(attempt)).await?;
    let name = Counter::hold(tx, scope, name_key(attempt)).await?;
    let mut until = here.wait(attempt.at, 0);
    if here.worked_at.is_none() {
        until = until.max(name.wait(attempt.at, FREE_FOR_NAME));
    }
    if until.is_some() {
        return Ok(until);
    }
    here.count(tx, scope, attempt.at).await?;
    name.count(tx, scope, attempt.at).await?;
    Ok(None)
}

/// Notes an attempt that failed, whether the name exists or not.
pub async fn sign_in_failed(
    tx: &mut Tx,
    scope: &Scope,
    attempt: &Attempt<'_>,
    id: &str,
) -> Result<(), Error> {
    log(tx, scope, attempt, (id, false)).await
}

/// Notes an attempt that worked: the account's last sign-in, and an address known from now on.
pub async fn sign_in_worked(
    tx: &mut Tx,
    scope: &Scope,
    attempt: &Attempt<'_>,
    id: &str,
) -> Result<(), Error> {
    let values = [scope.landlord().into(), pair_key(attempt).into(), attempt.at.into()];
    tx.run(WORKED, &values).await?;
    tx.run(TAKE_BACK, &[scope.landlord().into(), name_key(attempt).into()]).await?;
    let values = [scope.landlord().into(), login_key(attempt.login).into(), attempt.at.into()];
    tx.run(LAST_SIGN_IN, &values).await?;
    log(tx, scope, attempt, (id, true)).await
}

const WORKED: &str = "INSERT INTO sign_in_throttle (landlord, counted, failures, failed_at, \
     worked_at) VALUES ($1, $2, 0, NULL, $3) ON CONFLICT (landlord, counted) DO UPDATE SET \
     failures = 0, worked_at = excluded.worked_at";
const TAKE_BACK: &str = "UPDATE sign_in_throttle SET failures = failures - 1 \
     WHERE landlord = $1 AND counted = $2 AND failures > 0";
const LAST_SIGN_IN: &str = "UPDATE staff SET last_sign_in_at = $3 \
     WHERE landlord = $1 AND login_key = $2";

fn name_key(attempt: &Attempt<'_>) -> String {
    digest(&format!("name\n{}", login_key(attempt.login)))
}

fn pair_key(attempt: &Attempt<'_>) -> String {
    digest(&format!("pair\n{}\n{}", login_key(attempt.login), attempt.address))
}

struct Counter {
    counted: String,
    failures: i64,
    failed_at: Option<Timestamp>,
    worked_at: Option<Timestamp>,
}

// Makes the row where there is none and keeps it until the transaction ends.
const HOLD: &str = "INSERT INTO sign_in_throttle (landlord, counted, failures, failed_at, \
     worked_at) VALUES ($1, $2, 0, NULL, NULL) ON CONFLICT (landlord, counted) DO UPDATE SET \
     failures = sign_in_throttle.failures RETURNING failures, failed_at, worked_at";
const COUNT: &str = "UPDATE sign_in_throttle SET failures = $3, failed_at = $4 \
     WHERE landlord = $1 AND counted = $2";

impl Counter {
    async fn hold(tx: &mut Tx, scope: &Scope, counted: String) -> Result<Self, Error> {
        let row = tx.one(HOLD, &[scope.landlord().into(), (&counted).into()]).await?;
        let row = row.ok_or_else(|| Error::inconsistent("sign_in_throttle", "counted"))?;
        Self::read(counted, &row)
    }

    fn read(counted: String, row: &Row) -> Result<Self, Error> {
        Ok(Self {
            counted,
            failures: row.int("failures")?,
            failed_at: row.opt_moment("failed_at")?,
            worked_at: row.opt_moment("worked_at")?,
        })
    }

    async fn count(&self, tx: &mut Tx, scope: &Scope, at: Timestamp) -> Result<(), Error> {
        // More would change no delay, and would take longer to be forgotten.
        let failures = self.still(at).saturating_add(1).min(FREE_FOR_NAME + DOUBLINGS + 1);
        let values = [scope.landlord().into(), (&self.counted).into(), failures.into(), at.into()];
        tx.run(COUNT, &values).await.map(drop)
    }

    /// The failures not yet forgotten: one goes every quarter of an hour.
    fn still(&self, at: Timestamp) -> i64 {
        let Some(failed_at) = self.failed_at else { return 0 };
        let forgotten = at.duration_since(failed_at).as_secs() / LONGEST;
        self.failures.saturating_sub(forgotten.max(0)).max(0)
    }

    /// 1, 2, 4 and so on to 900 seconds after the last failure.
    fn wait(&self, at: Timestamp, free: i64) -> Option<Timestamp> {
        let counted = self.still(at).saturating_sub(free);
        if counted <= 0 {
            return None;
        }
        let doublings = u32::try_from(counted.saturating_sub(1).min(DOUBLINGS)).unwrap_or(0);
        let seconds = 1_i64.checked_shl(doublings).unwrap_or(LONGEST).min(LONGEST);
        let until = self.failed_at?.checked_add(SignedDuration::from_secs(seconds)).ok()?;
        (at < until).then_some(until)
    }
}

/// A line of the sign-in log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignIn {
    /// When.
    pub at: Timestamp,
    /// The login name typed.
    pub login: String,
    /// Where the request came from.
    pub address: String,
    /// Whether it worked.
    pub worked: bool,
}

const LOG: &str = "INSERT INTO sign_in_log (landlord, id, at, login, address, worked) \
     VALUES ($1, $2, $3, $4, $5, $6)";

async fn log(
    tx: &mut Tx,
    scope: &Scope,
    attempt: &Attempt<'_>,
    (id, worked): (&str, bool),
) -> Result<(), Error> {
    // Somebody may have typed anything, a password among it; the log keeps a name's length of it.
    let login: String = login_key(attempt.login).chars().filter(|c| *c != '\0').take(80).collect();
    let values = [
        scope.landlord().into(),
        id.into(),
        attempt.at.into(),
        login.into(),
        attempt.address.into(),
        worked.into(),
    ];
    tx.run(LOG, &values).await.map(drop)
}

const LIST: &str = "SELECT at, login, address, worked FROM sign_in_log WHERE landlord = $1 \
     ORDER BY at DESC, id LIMIT $2";

/// The latest attempts to sign in.
pub async fn list_sign_ins<'a>(
    from: impl Into<Source<'a>>,
    scope: &Scope,
    limit: i64,
) -> Result<Vec<SignIn>, Error> {
    let rows = from.into().all(LIST, &[scope.landlord().into(), limit.into()]).await?;
    rows.iter()
        .map(|row| {
            Ok(SignIn {
                at: row.moment("at")?,
                login: row.text("login")?,
                address: row.text("address")?,
                worked: row.flag("worked")?,
            })
        })
        .collect()
}

const FORGET_LOG: &str = "DELETE FROM sign_in_log WHERE at < $1";
const FORGET_FAILURES: &str = "DELETE FROM sign_in_throttle \
     WHERE COALESCE(failed_at, worked_at) < $1 AND COALESCE(worked_at, failed_at) < $1";

/// Forgets attempts that are older than anybody may keep them (12 months by default).
pub async fn forget_sign_ins_before(tx: &mut Tx, at: Timestamp) -> Result<u64, Error> {
    tx.run(FORGET_FAILURES, &[at.into()]).await?;
    tx.run(FORGET_LOG, &[at.into()]).await
}
