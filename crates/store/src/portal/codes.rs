//! The codes on letters: each opens its one case for its one person until its day. The first
//! symbols find the row; of the others only a hash is kept.

use jiff::Timestamp;

use crate::row::Row;
use crate::{Error, Scope, Source, Tx};

/// A code as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LetterCode {
    /// A random id.
    pub id: String,
    /// The case it opens, by id.
    pub complaint: String,
    /// What people quote of that case.
    pub reference: String,
    /// Whom it was given to, by id, where they are on record.
    pub person: Option<String>,
    /// Whether it was given to somebody who acts for the person.
    pub representative: bool,
    /// The number of the letter that carries it; 0 for a receipt.
    pub letter: i64,
    /// The symbols that find it.
    pub pick: String,
    /// A slow hash of the others.
    pub hash: String,
    /// When it was given out.
    pub issued_at: Timestamp,
    /// When it dies by itself.
    pub expires_at: Timestamp,
    /// When it was ended before that, and why.
    pub ended: Option<(Timestamp, String)>,
    /// How often somebody knew its first symbols and guessed the others wrong.
    pub wrong: i64,
}

const ISSUE: &str = "INSERT INTO letter_code (landlord, id, complaint, reference, person, \
     representative, letter, pick, hash, issued_at, expires_at, ended_at, ended_why, wrong) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, NULL, NULL, 0)";

/// Keeps a code that a letter carries.
pub async fn issue(tx: &mut Tx, scope: &Scope, code: &LetterCode) -> Result<(), Error> {
    let values = [
        scope.landlord().into(),
        (&code.id).into(),
        (&code.complaint).into(),
        (&code.reference).into(),
        (&code.person).into(),
        code.representative.into(),
        code.letter.into(),
        (&code.pick).into(),
        (&code.hash).into(),
        code.issued_at.into(),
        code.expires_at.into(),
    ];
    tx.run(ISSUE, &values).await.map(drop)
}

const ALIVE: &str = "SELECT landlord, id, complaint, reference, person, representative, letter, pick, hash, \
     issued_at, expires_at, ended_at, ended_why, wrong FROM letter_code \
     WHERE reference = $1 AND pick = $2 AND ended_at IS NULL AND expires_at > $3 \
     ORDER BY issued_at DESC, id LIMIT 1";

/// The living code of a reference that begins with these symbols. Whose records it belongs to is
/// part of the answer: whoever types a code does not say.
pub async fn find_alive<'a>(
    from: impl Into<Source<'a>>,
    (reference, pick): (&str, &str),
    at: Timestamp,
) -> Result<Option<(Scope, LetterCode)>, Error> {
    let row = from.into().one(ALIVE, &[reference.into(), pick.into(), at.into()]).await?;
    let Some(row) = row else { return Ok(None) };
    Ok(Some((Scope::of(row.text("landlord")?), LetterCode::read(&row)?)))
}

const OF_CASE: &str = "SELECT landlord, id, complaint, reference, person, representative, letter, pick, hash, \
     issued_at, expires_at, ended_at, ended_why, wrong FROM letter_code \
     WHERE landlord = $1 AND complaint = $2 ORDER BY issued_at, id";

/// Every code of a case, for showing which still open it.
pub async fn of_case<'a>(
    from: impl Into<Source<'a>>,
    scope: &Scope,
    complaint: &str,
) -> Result<Vec<LetterCode>, Error> {
    let rows = from.into().all(OF_CASE, &[scope.landlord().into(), complaint.into()]).await?;
    rows.iter().map(LetterCode::read).collect()
}

/// A code that somebody guessed at until it was dead, and after which none was given out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guessed {
    pub complaint: String,
    /// What people quote of that case.
    pub reference: String,
    /// The person's name, as lists show it.
    pub name: String,
    pub at: Timestamp,
}

const GUESSED: &str = "SELECT k.complaint, k.reference, c.name, MAX(k.ended_at) AS at \
     FROM letter_code k JOIN complaint c ON c.landlord = k.landlord AND c.id = k.complaint \
     WHERE k.landlord = $1 AND k.ended_why = 'guessed' \
     AND (c.owner = $2 OR (c.owner IS NULL AND $3)) \
     AND NOT EXISTS (SELECT 1 FROM letter_code n WHERE n.landlord = k.landlord \
     AND n.complaint = k.complaint AND n.issued_at > k.ended_at) \
     AND NOT EXISTS (SELECT 1 FROM case_barred b WHERE b.landlord = c.landlord \
     AND b.complaint = c.id AND b.staff = $2) \
     GROUP BY k.complaint, k.reference, c.name ORDER BY at, k.complaint";

/// Codes that died from guesses in somebody's cases, and in those that nobody has where they see to
/// these too.
pub async fn guessed<'a>(
    from: impl Into<Source<'a>>,
    scope: &Scope,
    (staff, unowned): (&str, bool),
) -> Result<Vec<Guessed>, Error> {
    let values = [scope.landlord().into(), staff.into(), unowned.into()];
    let rows = from.into().all(GUESSED, &values).await?;
    rows.iter()
        .map(|row| {
            Ok(Guessed {
                complaint: row.text("complaint")?,
                reference: row.text("reference")?,
                name: row.text("name")?,
                at: row.moment("at")?,
            })
        })
        .collect()
}

const STRAY: &str = "SELECT k.id FROM letter_code k WHERE k.landlord = $1 \
     AND NOT EXISTS (SELECT 1 FROM complaint c WHERE c.landlord = k.landlord \
     AND c.id = k.complaint AND c.reference = k.reference) ORDER BY k.id";

/// Codes that open nothing: their case is not there, or is quoted otherwise.
pub async fn stray<'a>(from: impl Into<Source<'a>>, scope: &Scope) -> Result<Vec<String>, Error> {
    let rows = from.into().all(STRAY, &[scope.landlord().into()]).await?;
    rows.iter().map(|row| row.text("id")).collect()
}

const WRONG: &str = "UPDATE letter_code SET wrong = wrong + 1 WHERE landlord = $1 AND id = $2 \
     RETURNING wrong";
const RIGHT: &str = "UPDATE letter_code SET wrong = wrong - 1 \
     WHERE landlord = $1 AND id = $2 AND wrong > 0";

/// Counts a try at a code before it is compared, and says how many went wrong with this one. One that
/// is not there was tried more often than any.
pub async fn count_try(tx: &mut Tx, scope: &Scope, id: &str) -> Result<i64, Error> {
    let row = tx.one(WRONG, &[scope.landlord().into(), id.into()]).await?;
    row.map_or(Ok(i64::MAX), |row| row.int("wrong"))
}

/// Takes the count back: it was the right one.
pub async fn try_was_right(tx: &mut Tx, scope: &Scope, id: &str) -> Result<(), Error> {
    tx.run(RIGHT, &[scope.landlord().into(), id.into()]).await.map(drop)
}

const END: &str = "UPDATE letter_code SET ended_at = $3, ended_why = $4 \
     WHERE landlord = $1 AND id = $2 AND ended_at IS NULL";
const END_ALL: &str = "UPDATE letter_code SET ended_at = $3, ended_why = $4 \
     WHERE landlord = $1 AND complaint = $2 AND ended_at IS NULL";

/// Ends one code, with a word for why.
pub async fn end(
    tx: &mut Tx,
    scope: &Scope,
    id: &str,
    (at, why): (Timestamp, &str),
) -> Result<(), Error> {
    tx.run(END, &[scope.landlord().into(), id.into(), at.into(), why.into()]).await.map(drop)
}

/// Ends every code of a case, and says how many lived.
pub async fn end_all(
    tx: &mut Tx,
    scope: &Scope,
    complaint: &str,
    (at, why): (Timestamp, &str),
) -> Result<u64, Error> {
    tx.run(END_ALL, &[scope.landlord().into(), complaint.into(), at.into(), why.into()]).await
}

impl LetterCode {
    fn read(row: &Row) -> Result<Self, Error> {
        let ended = match (row.opt_moment("ended_at")?, row.opt_text("ended_why")?) {
            (Some(at), why) => Some((at, why.unwrap_or_default())),
            (None, _) => None,
        };
        Ok(Self {
            id: row.text("id")?,
            complaint: row.text("complaint")?,
            reference: row.text("reference")?,
            person: row.opt_text("person")?,
            representative: row.flag("representative")?,
            letter: row.int("letter")?,
            pick: row.text("pick")?,
            hash: row.text("hash")?,
            issued_at: row.moment("issued_at")?,
            expires_at: row.moment("expires_at")?,
            ended,
            wrong: row.int("wrong")?,
        })
    }
}
