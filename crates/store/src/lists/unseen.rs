//! Complaints in which something was recorded since whoever holds them last looked.

use jiff::Timestamp;

use crate::row::Row;
use crate::{Error, Scope, Source};

/// A complaint with something new in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unseen {
    /// Its id.
    pub complaint: String,
    /// Its reference.
    pub reference: String,
    /// The name it goes by in lists.
    pub name: String,
    /// What it is about.
    pub subject: String,
    /// Its last event that this person knows: from before they last looked, or their own.
    pub seen_seq: i64,
    /// Its last event.
    pub seq: i64,
}

const UNSEEN: &str = "SELECT n.id, n.reference, n.name, n.subject, n.seen_seq, n.seq FROM \
     (SELECT m.id, m.reference, m.name, m.subject, m.updated_at, m.seq, \
     (SELECT COALESCE(MAX(e.seq), 0) FROM event e WHERE e.landlord = $1 AND e.stream = m.id \
     AND (e.actor = $2 OR e.recorded_at <= m.looked_at)) AS seen_seq FROM \
     (SELECT c.id, c.reference, c.name, c.subject, c.updated_at, c.seq, \
     (SELECT MAX(l.at) FROM access_log l WHERE l.landlord = c.landlord AND l.complaint = c.id \
     AND l.staff = $2) AS looked_at FROM complaint c \
     WHERE c.landlord = $1 AND c.owner = $2 AND c.updated_at >= $3 \
     AND NOT EXISTS (SELECT 1 FROM case_barred b WHERE b.landlord = c.landlord \
     AND b.complaint = c.id AND b.staff = $2) \
     ORDER BY c.updated_at DESC, c.id LIMIT $4) m) n \
     WHERE n.seen_seq < n.seq ORDER BY n.updated_at DESC, n.id LIMIT $5";

/// The complaints of one member of staff in which somebody else wrote something since they last
/// looked or wrote something themselves, and not before `since`; the latest change first. Only the
/// `among` that changed last are looked at, so that it stays quick for whoever holds thousands.
pub async fn unseen<'a>(
    from: impl Into<Source<'a>>,
    scope: &Scope,
    (staff, since): (&str, Timestamp),
    (among, limit): (i64, i64),
) -> Result<Vec<Unseen>, Error> {
    let values = [scope.landlord().into(), staff.into(), since.into(), among.into(), limit.into()];
    from.into().all(UNSEEN, &values).await?.iter().map(Unseen::read).collect()
}

impl Unseen {
    fn read(row: &Row) -> Result<Self, Error> {
        Ok(Self {
            complaint: row.text("id")?,
            reference: row.text("reference")?,
            name: row.text("name")?,
            subject: row.text("subject")?,
            seen_seq: row.int("seen_seq")?,
            seq: row.int("seq")?,
        })
    }
}
