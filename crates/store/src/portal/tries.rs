//! Slowing down whoever guesses at the resident's door. Wrong tries are counted for a reference
//! with an address, for the reference alone, and for the address alone; a reference that does not
//! exist is counted like one that does.

use std::net::IpAddr;

use jiff::{SignedDuration, Timestamp};

use crate::entropy::digest;
use crate::{Error, Tx};

/// Somebody at the door.
#[derive(Clone, Copy, Debug)]
pub struct Try<'a> {
    /// What they typed as the reference, brought into shape; empty where none is asked for.
    pub reference: &'a str,
    /// Where the request came from.
    pub address: &'a str,
    /// Now.
    pub at: Timestamp,
}

/// How long a full count is held against somebody, and after which rest it is forgotten.
const REST: i64 = 900;
/// Wrong tries at one reference from one address.
const HERE: i64 = 5;
/// Wrong tries at one reference from anywhere.
const REFERENCE: i64 = 20;
/// Wrong tries at any reference from one address.
const ADDRESS: i64 = 30;

/// How long the complaints begun from one address are counted together.
const HOUR: SignedDuration = SignedDuration::from_hours(1);
/// Complaints begun from one address within that time. Several people may share one.
const BEGUN: i64 = 20;

// Makes the row where there is none and keeps it until the transaction ends.
const HOLD: &str = "INSERT INTO portal_try (counted, wrong, wrong_at) VALUES ($1, 0, $2) \
     ON CONFLICT (counted) DO UPDATE SET wrong = portal_try.wrong RETURNING wrong, wrong_at";
const COUNT: &str = "UPDATE portal_try SET wrong = $2, wrong_at = $3 WHERE counted = $1";
const TAKE_BACK: &str = "UPDATE portal_try SET wrong = wrong - 1 WHERE counted = $1 AND wrong > 0";
const CLEAR: &str = "DELETE FROM portal_try WHERE counted = $1";
const FORGET: &str = "DELETE FROM portal_try WHERE wrong_at < $1";

/// Lets a try go on to be compared, or says until when it must wait. It counts as wrong from here
/// on, so that a hundred at once are not one; [`worked`] takes that back.
pub async fn begins(tx: &mut Tx, tried: &Try<'_>) -> Result<Option<Timestamp>, Error> {
    let limits = [(here(tried), HERE), (reference(tried), REFERENCE), (address(tried), ADDRESS)];
    let (mut until, mut counts) = (None, Vec::new());
    for (counted, limit) in limits {
        let row = tx.one(HOLD, &[(&counted).into(), tried.at.into()]).await?;
        let row = row.ok_or_else(|| Error::inconsistent("portal_try", "counted"))?;
        let (wrong, wrong_at) = (row.int("wrong")?, row.moment("wrong_at")?);
        let rested = wrong_at.checked_add(SignedDuration::from_secs(REST));
        let rested = rested.unwrap_or(Timestamp::MAX);
        if limit <= wrong && tried.at < rested {
            until = until.max(Some(rested));
        }
        let still = if rested <= tried.at { 0 } else { wrong };
        counts.push((counted, still + 1));
    }
    if until.is_some() {
        return Ok(until);
    }
    for (counted, wrong) in counts {
        tx.run(COUNT, &[counted.into(), wrong.into(), tried.at.into()]).await?;
    }
    Ok(None)
}

/// Takes a try back that was right.
pub async fn worked(tx: &mut Tx, tried: &Try<'_>) -> Result<(), Error> {
    tx.run(CLEAR, &[here(tried).into()]).await?;
    tx.run(TAKE_BACK, &[reference(tried).into()]).await?;
    tx.run(TAKE_BACK, &[address(tried).into()]).await.map(drop)
}

/// Lets somebody begin to tell a complaint, or says until when the address they come from must wait.
/// Every beginning counts, also one that is never sent.
pub async fn begins_telling(
    tx: &mut Tx,
    (from, at): (&str, Timestamp),
) -> Result<Option<Timestamp>, Error> {
    let counted = digest(&format!("telling\n{}", place(from)));
    let row = tx.one(HOLD, &[(&counted).into(), at.into()]).await?;
    let row = row.ok_or_else(|| Error::inconsistent("portal_try", "counted"))?;
    let (begun, since) = (row.int("wrong")?, row.moment("wrong_at")?);
    let ends = since.checked_add(HOUR).unwrap_or(Timestamp::MAX);
    let (begun, since) = if ends <= at { (0, at) } else { (begun, since) };
    if BEGUN <= begun {
        return Ok(Some(ends));
    }
    tx.run(COUNT, &[counted.into(), (begun + 1).into(), since.into()]).await?;
    Ok(None)
}

/// Forgets counts that nobody is held to any more.
pub async fn forget_before(tx: &mut Tx, at: Timestamp) -> Result<u64, Error> {
    tx.run(FORGET, &[at.into()]).await
}

fn here(tried: &Try<'_>) -> String {
    digest(&format!("here\n{}\n{}", tried.reference, place(tried.address)))
}

fn reference(tried: &Try<'_>) -> String {
    // Where no reference is asked for there is no common count to fill up.
    let home = place(tried.address);
    let whose = if tried.reference.is_empty() { &home } else { tried.reference };
    digest(&format!("reference\n{whose}"))
}

fn address(tried: &Try<'_>) -> String {
    digest(&format!("address\n{}", place(tried.address)))
}

/// Where somebody comes from. Whoever has one address of the new kind has a whole network of them,
/// so they are counted by that.
fn place(address: &str) -> String {
    match address.parse() {
        Ok(IpAddr::V6(it)) if it.to_ipv4_mapped().is_none() => {
            let [a, b, c, d, ..] = it.segments();
            format!("{a:x}:{b:x}:{c:x}:{d:x}")
        }
        _ => address.to_owned(),
    }
}
