//! Letters half written: what somebody typed into a form of a case and left for another visit.
//! They stand outside the record, and go when the letter goes, when the case is erased, or when
//! nobody has touched them for a while.

use jiff::Timestamp;

use crate::row::Row;
use crate::{Error, Scope, Source, Tx};

/// A draft: one for each form of a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// The case, by id.
    pub complaint: String,
    /// Which form: its path within the case.
    pub form: String,
    /// How often it was saved; 0 before that.
    pub version: i64,
    /// What was typed, as the caller writes it. Never in a log.
    pub words: String,
    /// Who saved it last, by staff id.
    pub changed_by: String,
    /// When.
    pub changed_at: Timestamp,
    /// Where it stands with its second reader.
    pub standing: Standing,
    /// What that person wrote about it when they returned it. Never in a log.
    pub notes: String,
    /// Who returned it, by staff id; empty where nobody did.
    pub notes_by: String,
}

/// Where a draft stands with its second reader.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Standing {
    /// Nobody was asked to read it.
    #[default]
    Written,
    /// It waits for somebody to clear it.
    Waiting,
    /// It came back with notes.
    Returned,
    /// Somebody cleared it as it stands.
    Cleared,
}

impl Standing {
    fn as_str(self) -> &'static str {
        match self {
            Self::Written => "written",
            Self::Waiting => "waiting",
            Self::Returned => "returned",
            Self::Cleared => "cleared",
        }
    }

    fn read(text: &str) -> Self {
        let all = [Self::Waiting, Self::Returned, Self::Cleared];
        all.into_iter().find(|it| it.as_str() == text).unwrap_or_default()
    }
}

/// A draft as a list shows it: nothing of what it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Left {
    /// The reference of its case.
    pub reference: String,
    /// The name the case goes by in lists.
    pub name: String,
    /// Which form.
    pub form: String,
    /// When it was saved last.
    pub changed_at: Timestamp,
    /// Where it stands with its second reader.
    pub standing: Standing,
}

/// What became of saving a draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Saved {
    /// It is kept, as this version.
    As(i64),
    /// Somebody saved first: what stands now. Nothing was overwritten.
    Meanwhile(Box<Draft>),
    /// It was thrown away or sent meanwhile. Nothing was saved.
    Gone,
}

const FIRST: &str = "INSERT INTO draft (landlord, complaint, form, version, words, changed_by, \
     changed_at, standing) VALUES ($1, $2, $3, 1, $4, $5, $6, $7) \
     ON CONFLICT (landlord, complaint, form) DO NOTHING";
const NEXT: &str = "UPDATE draft SET version = version + 1, words = $4, changed_by = $5, \
     changed_at = $6, standing = $7 WHERE landlord = $1 AND complaint = $2 AND form = $3 \
     AND version = $8";

/// Saves a draft whose `version` is the one its writer saw. The very same words saved twice by
/// the same person are saved once.
pub async fn save(tx: &mut Tx, scope: &Scope, draft: &Draft) -> Result<Saved, Error> {
    let mut values = vec![
        scope.landlord().into(),
        (&draft.complaint).into(),
        (&draft.form).into(),
        (&draft.words).into(),
        (&draft.changed_by).into(),
        draft.changed_at.into(),
        draft.standing.as_str().into(),
    ];
    let saved = if draft.version == 0 {
        tx.run(FIRST, &values).await?
    } else {
        values.push(draft.version.into());
        tx.run(NEXT, &values).await?
    };
    if saved == 1 {
        return Ok(Saved::As(draft.version + 1));
    }
    match find(tx, scope, &draft.complaint, &draft.form).await? {
        Some(now)
            if now.words == draft.words
                && now.changed_by == draft.changed_by
                && now.standing == draft.standing =>
        {
            Ok(Saved::As(now.version))
        }
        Some(now) => Ok(Saved::Meanwhile(Box::new(now))),
        None => Ok(Saved::Gone),
    }
}

const FIND: &str = "SELECT complaint, form, version, words, changed_by, changed_at, standing, \
     notes, notes_by FROM draft \
     WHERE landlord = $1 AND complaint = $2 AND form = $3";
const OF_CASE: &str = "SELECT complaint, form, version, words, changed_by, changed_at, standing, \
     notes, notes_by FROM draft \
     WHERE landlord = $1 AND complaint = $2 ORDER BY form";

/// The draft of a form, where there is one.
pub async fn find<'a>(
    from: impl Into<Source<'a>>,
    scope: &Scope,
    complaint: &str,
    form: &str,
) -> Result<Option<Draft>, Error> {
    let values = [scope.landlord().into(), complaint.into(), form.into()];
    from.into().one(FIND, &values).await?.as_ref().map(Draft::read).transpose()
}

/// Every draft of a case.
pub async fn of_case<'a>(
    from: impl Into<Source<'a>>,
    scope: &Scope,
    complaint: &str,
) -> Result<Vec<Draft>, Error> {
    let values = [scope.landlord().into(), complaint.into()];
    from.into().all(OF_CASE, &values).await?.iter().map(Draft::read).collect()
}

const LISTED: &str = "SELECT c.reference, c.name, d.form, d.changed_at, d.standing FROM draft d \
     JOIN complaint c ON c.landlord = d.landlord AND c.id = d.complaint \
     WHERE d.landlord = $1 AND (d.changed_by = $2) = $3 AND ($3 OR d.standing = 'waiting') \
     AND NOT EXISTS (SELECT 1 FROM case_barred b WHERE b.landlord = d.landlord \
     AND b.complaint = d.complaint AND b.staff = $2) \
     ORDER BY CASE WHEN $3 THEN d.changed_at END DESC, d.changed_at, c.reference, d.form LIMIT $4";

/// The drafts that a member of staff saved last, the latest first.
pub async fn left_by<'a>(
    from: impl Into<Source<'a>>,
    scope: &Scope,
    staff: &str,
    limit: i64,
) -> Result<Vec<Left>, Error> {
    listed(from.into(), scope, (staff, true), limit).await
}

/// The drafts that wait for somebody other than their writer, the oldest first.
pub async fn waiting_for<'a>(
    from: impl Into<Source<'a>>,
    scope: &Scope,
    staff: &str,
    limit: i64,
) -> Result<Vec<Left>, Error> {
    listed(from.into(), scope, (staff, false), limit).await
}

/// Drafts of one's own, or drafts of others that wait.
async fn listed(
    mut from: Source<'_>,
    scope: &Scope,
    (staff, own): (&str, bool),
    limit: i64,
) -> Result<Vec<Left>, Error> {
    let values = [scope.landlord().into(), staff.into(), own.into(), limit.into()];
    from.all(LISTED, &values).await?.iter().map(Left::read).collect()
}

const SETTLE: &str = "UPDATE draft SET standing = 'cleared', notes = '', notes_by = '' \
     WHERE landlord = $1 AND complaint = $2 AND form = $3 AND standing = 'waiting'";

/// Notes that somebody cleared the draft of a form.
pub async fn settle(tx: &mut Tx, scope: &Scope, complaint: &str, form: &str) -> Result<(), Error> {
    let values = [scope.landlord().into(), complaint.into(), form.into()];
    tx.run(SETTLE, &values).await.map(drop)
}

const RETURN: &str = "UPDATE draft SET standing = 'returned', notes = $5, notes_by = $6 \
     WHERE landlord = $1 AND complaint = $2 AND form = $3 AND version = $4 \
     AND (standing = 'waiting' OR (standing = 'returned' AND notes = $5 AND notes_by = $6))";

/// Returns a draft to its writer with notes. False where it is not the one that was read, or waits
/// no longer; the very same notes sent twice are kept once.
pub async fn give_back(
    tx: &mut Tx,
    scope: &Scope,
    (complaint, form, version): (&str, &str, i64),
    (notes, by): (&str, &str),
) -> Result<bool, Error> {
    let values = [
        scope.landlord().into(),
        complaint.into(),
        form.into(),
        version.into(),
        notes.into(),
        by.into(),
    ];
    Ok(tx.run(RETURN, &values).await? == 1)
}

const REMOVE: &str = "DELETE FROM draft WHERE landlord = $1 AND complaint = $2 AND form = $3";

/// Removes the draft of a form: its letter has gone.
pub async fn remove(tx: &mut Tx, scope: &Scope, complaint: &str, form: &str) -> Result<(), Error> {
    let values = [scope.landlord().into(), complaint.into(), form.into()];
    tx.run(REMOVE, &values).await.map(drop)
}

const REMOVE_ALL: &str = "DELETE FROM draft WHERE landlord = $1 AND complaint = $2";

/// Removes every draft of a case.
pub async fn remove_all(tx: &mut Tx, scope: &Scope, complaint: &str) -> Result<(), Error> {
    tx.run(REMOVE_ALL, &[scope.landlord().into(), complaint.into()]).await.map(drop)
}

const FORGET: &str = "DELETE FROM draft WHERE changed_at < $1";

/// Forgets the drafts that nobody changed since a moment, and says how many.
pub async fn forget_before(tx: &mut Tx, at: Timestamp) -> Result<u64, Error> {
    tx.run(FORGET, &[at.into()]).await
}

impl Left {
    fn read(row: &Row) -> Result<Self, Error> {
        Ok(Self {
            reference: row.text("reference")?,
            name: row.text("name")?,
            form: row.text("form")?,
            changed_at: row.moment("changed_at")?,
            standing: Standing::read(&row.text("standing")?),
        })
    }
}

impl Draft {
    fn read(row: &Row) -> Result<Self, Error> {
        Ok(Self {
            complaint: row.text("complaint")?,
            form: row.text("form")?,
            version: row.int("version")?,
            words: row.text("words")?,
            changed_by: row.text("changed_by")?,
            changed_at: row.moment("changed_at")?,
            standing: Standing::read(&row.text("standing")?),
            notes: row.text("notes")?,
            notes_by: row.text("notes_by")?,
        })
    }
}
