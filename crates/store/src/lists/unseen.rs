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
    /// When that person last looked at it, if they ever did.
    pub looked_at: Option<Timestamp>,
}

const UNSEEN: &str = "SELECT n.id, n.reference, n.name, n.subject, n.looked_at FROM \
     (SELECT c.id, c.reference, c.name, c.subject, c.updated_at, \
     (SELECT MAX(l.at) FROM access_log l WHERE l.landlord = c.landlord AND l.complaint = c.id \
     AND l.staff = $2) AS looked_at FROM complaint c \
     WHERE c.landlord = $1 AND c.owner = $2 AND c.updated_at >= $3 \
     AND NOT EXISTS (SELECT 1 FROM case_barred b WHERE b.landlord = c.landlord \
     AND b.complaint = c.id AND b.staff = $2)) n \
     WHERE n.looked_at IS NULL OR n.looked_at < n.updated_at \
     ORDER BY n.updated_at DESC, n.id LIMIT $4";

/// The complaints of one member of staff that changed since they last looked, and not before
/// `since`; the latest change first.
pub async fn unseen<'a>(
    from: impl Into<Source<'a>>,
    scope: &Scope,
    (staff, since): (&str, Timestamp),
    limit: i64,
) -> Result<Vec<Unseen>, Error> {
    let values = [scope.landlord().into(), staff.into(), since.into(), limit.into()];
    from.into().all(UNSEEN, &values).await?.iter().map(Unseen::read).collect()
}

impl Unseen {
    fn read(row: &Row) -> Result<Self, Error> {
        Ok(Self {
            complaint: row.text("id")?,
            reference: row.text("reference")?,
            name: row.text("name")?,
            subject: row.text("subject")?,
            looked_at: row.opt_moment("looked_at")?,
        })
    }
}
