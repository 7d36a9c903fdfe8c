//! Who looked at what, when and why: written before the page is shown, outside the case record.

use jiff::Timestamp;

use crate::row::Row;
use crate::{Error, Scope, Source, Tx};

/// One look at something that concerns a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Look {
    /// A random id.
    pub id: String,
    /// When.
    pub at: Timestamp,
    /// Who looked, by staff id.
    pub staff: String,
    /// At which case, by id.
    pub complaint: Option<String>,
    /// At which person, by id.
    pub person: Option<String>,
    /// On which page.
    pub page: String,
    /// Why, where the page asks for a reason.
    pub why: Option<String>,
}

const NOTE: &str = "INSERT INTO access_log (landlord, id, at, staff, complaint, person, page, \
     why) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";

/// Notes a look. Where this fails, the page is not shown.
pub async fn note_look(tx: &mut Tx, scope: &Scope, look: &Look) -> Result<(), Error> {
    let values = [
        scope.landlord().into(),
        (&look.id).into(),
        look.at.into(),
        (&look.staff).into(),
        (&look.complaint).into(),
        (&look.person).into(),
        (&look.page).into(),
        (&look.why).into(),
    ];
    tx.run(NOTE, &values).await.map(drop)
}

const AT_CASE: &str = "SELECT id, at, staff, complaint, person, page, why FROM access_log \
     WHERE landlord = $1 AND complaint = $2 ORDER BY at DESC, id LIMIT $3";
const AT_PERSON: &str = "SELECT id, at, staff, complaint, person, page, why FROM access_log \
     WHERE landlord = $1 AND person = $2 ORDER BY at DESC, id LIMIT $3";
const BY_STAFF: &str = "SELECT id, at, staff, complaint, person, page, why FROM access_log \
     WHERE landlord = $1 AND staff = $2 ORDER BY at DESC, id LIMIT $3";

/// Who looked at a case, the latest first.
pub async fn looks_at_case<'a>(
    from: impl Into<Source<'a>>,
    scope: &Scope,
    complaint: &str,
    limit: i64,
) -> Result<Vec<Look>, Error> {
    list(from.into(), AT_CASE, scope, (complaint, limit)).await
}

/// Who looked at a person, the latest first: what is told to that person on request.
pub async fn looks_at_person<'a>(
    from: impl Into<Source<'a>>,
    scope: &Scope,
    person: &str,
    limit: i64,
) -> Result<Vec<Look>, Error> {
    list(from.into(), AT_PERSON, scope, (person, limit)).await
}

/// What a member of staff looked at, the latest first.
pub async fn looks_by<'a>(
    from: impl Into<Source<'a>>,
    scope: &Scope,
    staff: &str,
    limit: i64,
) -> Result<Vec<Look>, Error> {
    list(from.into(), BY_STAFF, scope, (staff, limit)).await
}

async fn list(
    mut from: Source<'_>,
    statement: &'static str,
    scope: &Scope,
    (whose, limit): (&str, i64),
) -> Result<Vec<Look>, Error> {
    let values = [scope.landlord().into(), whose.into(), limit.into()];
    from.all(statement, &values).await?.iter().map(Look::read).collect()
}

const FORGET: &str = "DELETE FROM access_log WHERE landlord = $1 AND at < $2";

/// Forgets looks older than they are kept (24 months by default).
pub async fn forget_before(tx: &mut Tx, scope: &Scope, at: Timestamp) -> Result<u64, Error> {
    tx.run(FORGET, &[scope.landlord().into(), at.into()]).await
}

impl Look {
    fn read(row: &Row) -> Result<Self, Error> {
        Ok(Self {
            id: row.text("id")?,
            at: row.moment("at")?,
            staff: row.text("staff")?,
            complaint: row.opt_text("complaint")?,
            person: row.opt_text("person")?,
            page: row.text("page")?,
            why: row.opt_text("why")?,
        })
    }
}
