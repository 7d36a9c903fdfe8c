//! Why the desk did not do what it was asked: one kind for each answer a person can get.

use jiff::Timestamp;
use redress_domain::refusal::{Refusal, Why};
use redress_domain::vocabulary::Role;
use redress_letters::check::Fault;

/// The desk declining, or failing.
#[derive(Debug)]
pub enum Declined {
    /// The rules forbid it; the clause and the facts.
    Refused(Box<Refusal>),
    /// The letter that goes with it must not leave like this.
    Held(Vec<Fault>),
    /// The person's roles do not reach.
    NotAllowed { verb: &'static str, roles: Vec<Role> },
    /// Not there, or not for this person: the two look the same.
    Missing,
    /// Somebody else changed the case first.
    Stale(Meanwhile),
    /// The same form was sent with other words in it.
    KeyReused,
    /// Another writer was in the way; nothing was saved.
    Busy,
    /// The records cannot be reached or the disk is full.
    NotSaved(String),
    /// A fault of ours, with its whole chain.
    Fault(anyhow::Error),
}

/// What happened to a case while somebody was writing.
#[derive(Clone, Debug, PartialEq)]
pub struct Meanwhile {
    pub by: Option<String>,
    pub at: Timestamp,
    /// Stored names of the events.
    pub events: Vec<String>,
    /// The version to go on from.
    pub seq: i64,
}

impl From<Refusal> for Declined {
    fn from(refusal: Refusal) -> Self {
        match refusal.why {
            Why::NotAllowed { verb, roles } => Self::NotAllowed { verb, roles },
            _ => Self::Refused(Box::new(refusal)),
        }
    }
}

impl From<redress_store::Error> for Declined {
    fn from(error: redress_store::Error) -> Self {
        use redress_store::Error as Store;
        match error {
            Store::Busy => Self::Busy,
            Store::Unavailable { what } | Store::Unknown { what } => Self::NotSaved(what),
            Store::Missing { .. } => Self::Missing,
            other => Self::Fault(anyhow::Error::new(other)),
        }
    }
}

impl From<anyhow::Error> for Declined {
    fn from(error: anyhow::Error) -> Self {
        Self::Fault(error)
    }
}

impl From<redress_domain::calendar::CalendarEnds> for Declined {
    fn from(ends: redress_domain::calendar::CalendarEnds) -> Self {
        Self::Refused(Box::new(Refusal {
            clause: "calendar".to_owned(),
            why: Why::CalendarEnds { year: ends.year },
        }))
    }
}
