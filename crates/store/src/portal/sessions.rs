//! Sessions of residents: each opens one case, or one complaint that is being told, and nothing
//! else. Kept by the hash of their token.

use jiff::{SignedDuration, Timestamp};

use crate::entropy::digest;
use crate::{Error, Scope, Source, Tx};

/// A session to be opened.
#[derive(Clone, Debug)]
pub struct NewVisit {
    /// The token, which only the browser keeps.
    pub token: String,
    /// The case it opens, by id.
    pub complaint: Option<String>,
    /// The complaint that is being told, by the id of its draft.
    pub draft: Option<String>,
    /// Whether it is somebody who acts for the person.
    pub representative: bool,
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
pub struct Visit {
    /// What names it here; not the token, and not enough to use it.
    pub name: String,
    /// The case it opens, by id.
    pub complaint: Option<String>,
    /// The complaint that is being told.
    pub draft: Option<String>,
    /// Whether it is somebody who acts for the person.
    pub representative: bool,
    /// What the forms of this session must carry.
    pub csrf: String,
    /// Whether the device is the person's own.
    pub own_device: bool,
    /// When it was last used.
    pub seen_at: Timestamp,
    /// When it ends at the latest.
    pub ends_at: Timestamp,
}

const OPEN: &str = "INSERT INTO portal_session (token, landlord, complaint, draft, \
     representative, csrf, own_device, created_at, seen_at, idle_seconds, idle_until, ends_at) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $8, $9, $10, $11)";

/// Opens a session. Its token must be new.
pub async fn open(tx: &mut Tx, scope: &Scope, new: &NewVisit) -> Result<(), Error> {
    let values = [
        digest(&new.token).into(),
        scope.landlord().into(),
        (&new.complaint).into(),
        (&new.draft).into(),
        new.representative.into(),
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

const FIND: &str = "SELECT token, landlord, complaint, draft, representative, csrf, own_device, \
     seen_at, ends_at FROM portal_session WHERE token = $1 AND idle_until > $2 AND ends_at > $2";

/// The session of a token, where it still holds.
pub async fn find<'a>(
    from: impl Into<Source<'a>>,
    token: &str,
    at: Timestamp,
) -> Result<Option<(Scope, Visit)>, Error> {
    let Some(row) = from.into().one(FIND, &[digest(token).into(), at.into()]).await? else {
        return Ok(None);
    };
    let visit = Visit {
        name: row.text("token")?,
        complaint: row.opt_text("complaint")?,
        draft: row.opt_text("draft")?,
        representative: row.flag("representative")?,
        csrf: row.text("csrf")?,
        own_device: row.flag("own_device")?,
        seen_at: row.moment("seen_at")?,
        ends_at: row.moment("ends_at")?,
    };
    Ok(Some((Scope::of(row.text("landlord")?), visit)))
}

const HOLDS: &str = "SELECT COUNT(*) AS n FROM portal_session \
     WHERE landlord = $1 AND token = $2 AND idle_until > $3 AND ends_at > $3";

/// Whether a session still holds, by its name: asked again where something is written.
pub async fn holds(tx: &mut Tx, scope: &Scope, name: &str, at: Timestamp) -> Result<bool, Error> {
    let row = tx.one(HOLDS, &[scope.landlord().into(), name.into(), at.into()]).await?;
    Ok(0 < row.map_or(Ok(0), |row| row.int("n"))?)
}

const IDLE: &str = "SELECT idle_seconds FROM portal_session \
     WHERE token = $1 AND idle_until > $2 AND ends_at > $2";
const TOUCH: &str = "UPDATE portal_session SET seen_at = $2, idle_until = $3 WHERE token = $1";

/// Notes that a session was used. One that has ended is not woken.
pub async fn touch(tx: &mut Tx, name: &str, at: Timestamp) -> Result<(), Error> {
    let Some(row) = tx.one(IDLE, &[name.into(), at.into()]).await? else { return Ok(()) };
    let until = later(at, SignedDuration::from_secs(row.int("idle_seconds")?));
    tx.run(TOUCH, &[name.into(), at.into(), until.into()]).await.map(drop)
}

const OPEN_CASE: &str = "UPDATE portal_session SET complaint = $2, representative = $3, \
     idle_seconds = $4, idle_until = $5 WHERE token = $1";

/// Lets a visit see the case that was told on it, and from now on rest no longer than a visit to
/// a case may.
pub async fn open_case(
    tx: &mut Tx,
    name: &str,
    (complaint, representative): (&str, bool),
    (at, idle): (Timestamp, SignedDuration),
) -> Result<(), Error> {
    let values = [
        name.into(),
        complaint.into(),
        representative.into(),
        idle.as_secs().into(),
        later(at, idle).into(),
    ];
    tx.run(OPEN_CASE, &values).await.map(drop)
}

const END: &str = "DELETE FROM portal_session WHERE token = $1";
const END_OF_CASE: &str = "DELETE FROM portal_session WHERE landlord = $1 AND complaint = $2";
const END_OLD: &str = "DELETE FROM portal_session WHERE idle_until <= $1 OR ends_at <= $1";

/// Ends a session, by its name.
pub async fn end(tx: &mut Tx, name: &str) -> Result<(), Error> {
    tx.run(END, &[name.into()]).await.map(drop)
}

/// Ends every session that opens a case.
pub async fn end_of_case(tx: &mut Tx, scope: &Scope, complaint: &str) -> Result<(), Error> {
    tx.run(END_OF_CASE, &[scope.landlord().into(), complaint.into()]).await.map(drop)
}

/// Forgets the sessions that are over.
pub async fn end_old(tx: &mut Tx, at: Timestamp) -> Result<u64, Error> {
    tx.run(END_OLD, &[at.into()]).await
}
