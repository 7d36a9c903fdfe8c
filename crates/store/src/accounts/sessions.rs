//! Sessions: kept by the hash of their token, ended by time, by hand, and by any change of rights.

use jiff::{SignedDuration, Timestamp};

use super::{Staff, find_staff};
use crate::entropy::digest;
use crate::row::Row;
use crate::{Error, Scope, Source, Tx};

/// A session to be opened.
#[derive(Clone, Debug)]
pub struct NewSession {
    /// The token, which only the browser keeps.
    pub token: String,
    /// Whose it is, by staff id.
    pub staff: String,
    /// What the forms of this session must carry.
    pub csrf: String,
    /// Whether the person said that the device is their own.
    pub own_device: bool,
    /// Now.
    pub at: Timestamp,
    /// How long it may rest unused.
    pub idle: SignedDuration,
    /// How long it may last at most.
    pub absolute: SignedDuration,
}

/// A session that holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// What names it in a list; not the token, and not enough to use it.
    pub name: String,
    /// Whose it is.
    pub staff: Staff,
    /// What the forms of this session must carry.
    pub csrf: String,
    /// Whether the person said that the device is their own.
    pub own_device: bool,
    /// When it began.
    pub created_at: Timestamp,
    /// When it was last used.
    pub seen_at: Timestamp,
    /// When it ends at the latest, and earlier if it is not used.
    pub ends_at: Timestamp,
}

const OPEN: &str = "INSERT INTO session (token, landlord, staff, csrf, own_device, created_at, \
     seen_at, idle_seconds, idle_until, ends_at) \
     VALUES ($1, $2, $3, $4, $5, $6, $6, $7, $8, $9)";

/// Opens a session. Its token must be new: signing in never goes on with an older one.
pub async fn open_session(tx: &mut Tx, scope: &Scope, new: &NewSession) -> Result<(), Error> {
    let values = [
        digest(&new.token).into(),
        scope.landlord().into(),
        (&new.staff).into(),
        (&new.csrf).into(),
        new.own_device.into(),
        new.at.into(),
        new.idle.as_secs().into(),
        later(new.at, new.idle).into(),
        later(new.at, new.absolute).into(),
    ];
    tx.run(OPEN, &values).await.map(drop)
}

fn later(at: Timestamp, by: SignedDuration) -> Timestamp {
    at.checked_add(by).unwrap_or(Timestamp::MAX)
}

const FIND: &str = "SELECT landlord, token, staff, csrf, own_device, created_at, seen_at, \
     idle_seconds, ends_at FROM session WHERE token = $1 AND idle_until > $2 AND ends_at > $2";

/// The session of a token, where it still holds and its owner may still sign in.
pub async fn find_session<'a>(
    from: impl Into<Source<'a>>,
    token: &str,
    at: Timestamp,
) -> Result<Option<(Scope, Session)>, Error> {
    let mut from = from.into();
    let Some(row) = from.one(FIND, &[digest(token).into(), at.into()]).await? else {
        return Ok(None);
    };
    let scope = Scope::of(row.text("landlord")?);
    let found = Session::read(&mut from, &scope, &row).await?;
    Ok(found.filter(|session| session.staff.active).map(|session| (scope, session)))
}

impl Session {
    async fn read(from: &mut Source<'_>, scope: &Scope, row: &Row) -> Result<Option<Self>, Error> {
        let id = row.text("staff")?;
        let staff = match from {
            Source::Db(db) => find_staff(*db, scope, &id).await?,
            Source::Tx(tx) => find_staff(&mut **tx, scope, &id).await?,
        };
        let Some(staff) = staff else { return Ok(None) };
        Ok(Some(Self {
            name: row.text("token")?,
            staff,
            csrf: row.text("csrf")?,
            own_device: row.flag("own_device")?,
            created_at: row.moment("created_at")?,
            seen_at: row.moment("seen_at")?,
            ends_at: row.moment("ends_at")?,
        }))
    }
}

const IDLE: &str = "SELECT idle_seconds FROM session \
     WHERE token = $1 AND idle_until > $2 AND ends_at > $2";
const TOUCH: &str = "UPDATE session SET seen_at = $2, idle_until = $3 WHERE token = $1";

/// Notes that a session was used. One that has ended is not woken.
pub async fn touch_session(tx: &mut Tx, token: &str, at: Timestamp) -> Result<(), Error> {
    let key = digest(token);
    let Some(row) = tx.one(IDLE, &[(&key).into(), at.into()]).await? else { return Ok(()) };
    let until = later(at, SignedDuration::from_secs(row.int("idle_seconds")?));
    tx.run(TOUCH, &[key.into(), at.into(), until.into()]).await.map(drop)
}

const END: &str = "DELETE FROM session WHERE token = $1";

/// Ends the session of a token.
pub async fn end_session(tx: &mut Tx, token: &str) -> Result<(), Error> {
    tx.run(END, &[digest(token).into()]).await.map(drop)
}

const END_NAMED: &str = "DELETE FROM session WHERE landlord = $1 AND staff = $2 AND token = $3";

/// Ends one of somebody's sessions, by its name in the list.
pub async fn end_named_session(
    tx: &mut Tx,
    scope: &Scope,
    staff: &str,
    name: &str,
) -> Result<(), Error> {
    tx.run(END_NAMED, &[scope.landlord().into(), staff.into(), name.into()]).await.map(drop)
}

const END_ALL: &str = "DELETE FROM session WHERE landlord = $1 AND staff = $2";

/// Signs somebody out everywhere, and says from how many places.
pub async fn end_sessions(tx: &mut Tx, scope: &Scope, staff: &str) -> Result<u64, Error> {
    tx.run(END_ALL, &[scope.landlord().into(), staff.into()]).await
}

const LIST: &str = "SELECT token, staff, csrf, own_device, created_at, seen_at, ends_at \
     FROM session WHERE landlord = $1 AND staff = $2 AND idle_until > $3 AND ends_at > $3 \
     ORDER BY created_at, token";

/// Where somebody is signed in.
pub async fn list_sessions<'a>(
    from: impl Into<Source<'a>>,
    scope: &Scope,
    staff: &str,
    at: Timestamp,
) -> Result<Vec<Session>, Error> {
    let mut from = from.into();
    let mut all = Vec::new();
    for row in from.all(LIST, &[scope.landlord().into(), staff.into(), at.into()]).await? {
        all.extend(Session::read(&mut from, scope, &row).await?);
    }
    Ok(all)
}

const END_OLD: &str = "DELETE FROM session WHERE idle_until <= $1 OR ends_at <= $1";

/// Removes sessions that have ended by themselves.
pub async fn end_old_sessions(tx: &mut Tx, at: Timestamp) -> Result<u64, Error> {
    tx.run(END_OLD, &[at.into()]).await
}
