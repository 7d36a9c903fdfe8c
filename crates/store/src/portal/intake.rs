//! Complaints half told: what somebody answered so far, kept on our side so that leaving and
//! coming back loses nothing. They go when they are old.

use jiff::Timestamp;

use crate::entropy::digest;
use crate::row::Row;
use crate::{Error, Scope, Source, Tx};

/// A complaint that is being told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Intake {
    /// A random id.
    pub id: String,
    /// What was answered, as the caller writes it. Never in a log.
    pub words: String,
    /// When somebody last answered something.
    pub changed_at: Timestamp,
    /// The reference, once it was sent.
    pub reference: Option<String>,
}

/// A file that came with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IntakeFile {
    /// A random id.
    pub id: String,
    /// The hash of its bytes.
    pub sha256: String,
    /// How many bytes.
    pub bytes: i64,
    /// What it is, by its content.
    pub media_type: String,
    /// The name as shown.
    pub name: String,
    /// What it is for: "evidence" or "authority".
    pub what: String,
    /// When it came.
    pub added_at: Timestamp,
}

const BEGIN: &str = "INSERT INTO intake_draft (landlord, id, come_back, words, changed_at, \
     reference) VALUES ($1, $2, $3, $4, $5, NULL)";

/// Begins one. Of the code that leads back to it only a hash is kept.
pub async fn begin(
    tx: &mut Tx,
    scope: &Scope,
    intake: &Intake,
    come_back: &str,
) -> Result<(), Error> {
    let values = [
        scope.landlord().into(),
        (&intake.id).into(),
        digest(come_back).into(),
        (&intake.words).into(),
        intake.changed_at.into(),
    ];
    tx.run(BEGIN, &values).await.map(drop)
}

const FIND: &str = "SELECT id, words, changed_at, reference FROM intake_draft \
     WHERE landlord = $1 AND id = $2";
const FIND_FOR: &str = "SELECT landlord, id, words, changed_at, reference FROM intake_draft \
     WHERE come_back = $1";

/// One of them.
pub async fn find<'a>(
    from: impl Into<Source<'a>>,
    scope: &Scope,
    id: &str,
) -> Result<Option<Intake>, Error> {
    let row = from.into().one(FIND, &[scope.landlord().into(), id.into()]).await?;
    row.as_ref().map(Intake::read).transpose()
}

/// The one that a code leads back to, with whose records it stands in.
pub async fn find_for<'a>(
    from: impl Into<Source<'a>>,
    come_back: &str,
) -> Result<Option<(Scope, Intake)>, Error> {
    let row = from.into().one(FIND_FOR, &[digest(come_back).into()]).await?;
    let Some(row) = row else { return Ok(None) };
    Ok(Some((Scope::of(row.text("landlord")?), Intake::read(&row)?)))
}

const SAVE: &str = "UPDATE intake_draft SET words = $3, changed_at = $4 \
     WHERE landlord = $1 AND id = $2 AND reference IS NULL";
const CODE: &str = "UPDATE intake_draft SET come_back = $3 WHERE landlord = $1 AND id = $2";
const SENT: &str = "UPDATE intake_draft SET words = '', changed_at = $4, reference = $3 \
     WHERE landlord = $1 AND id = $2";

/// Saves what was answered so far. One that was sent is not written to.
pub async fn save(
    tx: &mut Tx,
    scope: &Scope,
    (id, words): (&str, &str),
    at: Timestamp,
) -> Result<bool, Error> {
    let values = [scope.landlord().into(), id.into(), words.into(), at.into()];
    Ok(tx.run(SAVE, &values).await? == 1)
}

/// Gives another code that leads back to it; the one before leads nowhere.
pub async fn give_code(
    tx: &mut Tx,
    scope: &Scope,
    (id, come_back): (&str, &str),
) -> Result<(), Error> {
    let values = [scope.landlord().into(), id.into(), digest(come_back).into()];
    tx.run(CODE, &values).await.map(drop)
}

/// Notes that it was sent: its words are in the record now, and no longer here.
pub async fn sent(
    tx: &mut Tx,
    scope: &Scope,
    (id, reference): (&str, &str),
    at: Timestamp,
) -> Result<(), Error> {
    let values = [scope.landlord().into(), id.into(), reference.into(), at.into()];
    tx.run(SENT, &values).await?;
    tx.run(REMOVE_FILES, &[scope.landlord().into(), id.into()]).await.map(drop)
}

const ADD_FILE: &str = "INSERT INTO intake_file (landlord, draft, id, sha256, bytes, media_type, \
     name, what, added_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
const FILES: &str = "SELECT id, sha256, bytes, media_type, name, what, added_at FROM intake_file \
     WHERE landlord = $1 AND draft = $2 ORDER BY added_at, id";
const REMOVE_FILE: &str = "DELETE FROM intake_file WHERE landlord = $1 AND draft = $2 AND id = $3";
const REMOVE_FILES: &str = "DELETE FROM intake_file WHERE landlord = $1 AND draft = $2";

/// Adds a file.
pub async fn add_file(
    tx: &mut Tx,
    scope: &Scope,
    draft: &str,
    file: &IntakeFile,
) -> Result<(), Error> {
    let values = [
        scope.landlord().into(),
        draft.into(),
        (&file.id).into(),
        (&file.sha256).into(),
        file.bytes.into(),
        (&file.media_type).into(),
        (&file.name).into(),
        (&file.what).into(),
        file.added_at.into(),
    ];
    tx.run(ADD_FILE, &values).await.map(drop)
}

/// Takes a file away again.
pub async fn remove_file(tx: &mut Tx, scope: &Scope, draft: &str, id: &str) -> Result<(), Error> {
    tx.run(REMOVE_FILE, &[scope.landlord().into(), draft.into(), id.into()]).await.map(drop)
}

/// Its files, in the order in which they came.
pub async fn files<'a>(
    from: impl Into<Source<'a>>,
    scope: &Scope,
    draft: &str,
) -> Result<Vec<IntakeFile>, Error> {
    let rows = from.into().all(FILES, &[scope.landlord().into(), draft.into()]).await?;
    let read = |row: &Row| {
        Ok(IntakeFile {
            id: row.text("id")?,
            sha256: row.text("sha256")?,
            bytes: row.int("bytes")?,
            media_type: row.text("media_type")?,
            name: row.text("name")?,
            what: row.text("what")?,
            added_at: row.moment("added_at")?,
        })
    };
    rows.iter().map(read).collect()
}

const FORGET_FILES: &str = "DELETE FROM intake_file WHERE EXISTS (SELECT 1 FROM intake_draft d \
     WHERE d.landlord = intake_file.landlord AND d.id = intake_file.draft AND d.changed_at < $1)";
const FORGET: &str = "DELETE FROM intake_draft WHERE changed_at < $1";

/// Forgets those that nobody touched since a moment, with their files.
pub async fn forget_before(tx: &mut Tx, at: Timestamp) -> Result<u64, Error> {
    tx.run(FORGET_FILES, &[at.into()]).await?;
    tx.run(FORGET, &[at.into()]).await
}

impl Intake {
    fn read(row: &Row) -> Result<Self, Error> {
        Ok(Self {
            id: row.text("id")?,
            words: row.text("words")?,
            changed_at: row.moment("changed_at")?,
            reference: row.opt_text("reference")?,
        })
    }
}
