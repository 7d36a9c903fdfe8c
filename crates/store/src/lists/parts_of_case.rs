//! What else the lists hold of a case: promises, actions, letters, files, the contact it began as.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::Serialize;

use crate::row::{Row, kept_moment};
use crate::{Error, Scope, Source, Tx};

/// A promise of a case: one clock, stored.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DiaryRow {
    /// What names it in its case.
    pub id: String,
    /// What is promised.
    pub kind: String,
    /// At which stage.
    pub stage: String,
    /// Whether it binds the landlord; a limit that binds the resident is never overdue.
    pub ours: bool,
    /// The last day for it.
    pub due_on: Date,
    /// Whether nothing more is to be done about it.
    pub done: bool,
    /// The day it was done.
    pub done_on: Option<Date>,
    /// How it stood when the case last changed; the day it is read may change that.
    pub status: String,
    /// The clause it rests on.
    pub clause: String,
    /// Whose it is, by staff id.
    pub owner: Option<String>,
}

const INSERT_DIARY: &str = "INSERT INTO diary (landlord, complaint, id, kind, stage, ours, due_on, done, \
     done_on, status, clause, owner) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, \
     $11, $12)";
const DIARY_OF: &str = "SELECT id, kind, stage, ours, due_on, done, done_on, status, clause, owner FROM \
     diary WHERE landlord = $1 AND complaint = $2 ORDER BY id";

impl DiaryRow {
    pub(super) async fn insert(
        &self,
        tx: &mut Tx,
        scope: &Scope,
        complaint: &str,
    ) -> Result<(), Error> {
        let values = [
            scope.landlord().into(),
            complaint.into(),
            (&self.id).into(),
            (&self.kind).into(),
            (&self.stage).into(),
            self.ours.into(),
            self.due_on.into(),
            self.done.into(),
            self.done_on.into(),
            (&self.status).into(),
            (&self.clause).into(),
            (&self.owner).into(),
        ];
        tx.run(INSERT_DIARY, &values).await.map(drop)
    }

    pub(super) async fn of(
        from: &mut Source<'_>,
        scope: &Scope,
        complaint: &str,
    ) -> Result<Vec<Self>, Error> {
        let rows = from.all(DIARY_OF, &[scope.landlord().into(), complaint.into()]).await?;
        rows.iter().map(Self::read).collect()
    }

    pub(super) fn read(row: &Row) -> Result<Self, Error> {
        Ok(Self {
            id: row.text("id")?,
            kind: row.text("kind")?,
            stage: row.text("stage")?,
            ours: row.flag("ours")?,
            due_on: row.day("due_on")?,
            done: row.flag("done")?,
            done_on: row.opt_day("done_on")?,
            status: row.text("status")?,
            clause: row.text("clause")?,
            owner: row.opt_text("owner")?,
        })
    }
}

/// Something promised to a resident, which may outlive the case.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ActionRow {
    /// What names it in its case.
    pub id: String,
    /// What was promised.
    pub what: String,
    /// Who is to do it, as the case says it.
    pub owner: String,
    /// The same person by staff id, where they have an account.
    pub staff: Option<String>,
    /// By when.
    pub due_on: Date,
    /// The day it was done.
    pub done_on: Option<Date>,
}

const INSERT_ACTION: &str = "INSERT INTO action (landlord, complaint, id, what, owner, staff, due_on, done_on) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
const ACTION_OF: &str = "SELECT id, what, owner, staff, due_on, done_on FROM action WHERE landlord = $1 AND \
     complaint = $2 ORDER BY id";

impl ActionRow {
    pub(super) async fn insert(
        &self,
        tx: &mut Tx,
        scope: &Scope,
        complaint: &str,
    ) -> Result<(), Error> {
        let values = [
            scope.landlord().into(),
            complaint.into(),
            (&self.id).into(),
            (&self.what).into(),
            (&self.owner).into(),
            (&self.staff).into(),
            self.due_on.into(),
            self.done_on.into(),
        ];
        tx.run(INSERT_ACTION, &values).await.map(drop)
    }

    pub(super) async fn of(
        from: &mut Source<'_>,
        scope: &Scope,
        complaint: &str,
    ) -> Result<Vec<Self>, Error> {
        let rows = from.all(ACTION_OF, &[scope.landlord().into(), complaint.into()]).await?;
        rows.iter().map(Self::read).collect()
    }

    pub(super) fn read(row: &Row) -> Result<Self, Error> {
        Ok(Self {
            id: row.text("id")?,
            what: row.text("what")?,
            owner: row.text("owner")?,
            staff: row.opt_text("staff")?,
            due_on: row.day("due_on")?,
            done_on: row.opt_day("done_on")?,
        })
    }
}

/// A letter of a case.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct LetterRow {
    /// What names it in its case.
    pub id: String,
    /// Which letter.
    pub kind: String,
    /// Its place among the letters of the case.
    pub number: i64,
    /// At which stage.
    pub stage: String,
    /// Draft or sent.
    pub state: String,
    /// How it went.
    pub channel: Option<String>,
    /// The date on it.
    pub dated: Date,
    /// The day it went.
    pub sent_on: Option<Date>,
    /// The kept copy, by file id.
    pub file: Option<String>,
}

const INSERT_LETTER: &str = "INSERT INTO letter (landlord, complaint, id, kind, number, stage, state, channel, \
     dated, sent_on, file) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
const LETTER_OF: &str = "SELECT id, kind, number, stage, state, channel, dated, sent_on, file FROM letter \
     WHERE landlord = $1 AND complaint = $2 ORDER BY id";

impl LetterRow {
    pub(super) async fn insert(
        &self,
        tx: &mut Tx,
        scope: &Scope,
        complaint: &str,
    ) -> Result<(), Error> {
        let values = [
            scope.landlord().into(),
            complaint.into(),
            (&self.id).into(),
            (&self.kind).into(),
            self.number.into(),
            (&self.stage).into(),
            (&self.state).into(),
            (&self.channel).into(),
            self.dated.into(),
            self.sent_on.into(),
            (&self.file).into(),
        ];
        tx.run(INSERT_LETTER, &values).await.map(drop)
    }

    pub(super) async fn of(
        from: &mut Source<'_>,
        scope: &Scope,
        complaint: &str,
    ) -> Result<Vec<Self>, Error> {
        let rows = from.all(LETTER_OF, &[scope.landlord().into(), complaint.into()]).await?;
        rows.iter().map(Self::read).collect()
    }

    pub(super) fn read(row: &Row) -> Result<Self, Error> {
        Ok(Self {
            id: row.text("id")?,
            kind: row.text("kind")?,
            number: row.int("number")?,
            stage: row.text("stage")?,
            state: row.text("state")?,
            channel: row.opt_text("channel")?,
            dated: row.day("dated")?,
            sent_on: row.opt_day("sent_on")?,
            file: row.opt_text("file")?,
        })
    }
}

/// A file of a case; its bytes lie outside the database.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FileRow {
    /// What names it in its case.
    pub id: String,
    /// The hash of its bytes, which is also where they lie.
    pub sha256: String,
    /// How many.
    pub bytes: i64,
    /// What it is, by its content.
    pub media_type: String,
    /// The name shown.
    pub name: String,
    /// Who added it, by staff id.
    pub added_by: Option<String>,
    /// When.
    pub added_at: Timestamp,
}

const INSERT_FILE: &str = "INSERT INTO file (landlord, complaint, id, sha256, bytes, media_type, name, \
     added_by, added_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
const FILE_OF: &str = "SELECT id, sha256, bytes, media_type, name, added_by, added_at FROM file WHERE \
     landlord = $1 AND complaint = $2 ORDER BY id";

impl FileRow {
    pub(super) async fn insert(
        &self,
        tx: &mut Tx,
        scope: &Scope,
        complaint: &str,
    ) -> Result<(), Error> {
        let values = [
            scope.landlord().into(),
            complaint.into(),
            (&self.id).into(),
            (&self.sha256).into(),
            self.bytes.into(),
            (&self.media_type).into(),
            (&self.name).into(),
            (&self.added_by).into(),
            self.added_at.into(),
        ];
        tx.run(INSERT_FILE, &values).await.map(drop)
    }

    pub(super) async fn of(
        from: &mut Source<'_>,
        scope: &Scope,
        complaint: &str,
    ) -> Result<Vec<Self>, Error> {
        let rows = from.all(FILE_OF, &[scope.landlord().into(), complaint.into()]).await?;
        rows.iter().map(Self::read).collect()
    }

    pub(super) fn read(row: &Row) -> Result<Self, Error> {
        Ok(Self {
            id: row.text("id")?,
            sha256: row.text("sha256")?,
            bytes: row.int("bytes")?,
            media_type: row.text("media_type")?,
            name: row.text("name")?,
            added_by: row.opt_text("added_by")?,
            added_at: row.moment("added_at")?,
        })
    }

    pub(super) fn kept(mut self) -> Self {
        self.added_at = kept_moment(self.added_at);
        self
    }
}

/// What is shown of a contact until somebody has decided what it is.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ContactRow {
    /// The day it was received.
    pub received_on: Date,
    /// How it came in.
    pub channel: String,
    /// Who it is from, as far as known.
    pub from: String,
    /// What it was taken for.
    pub about: String,
    /// Its first words.
    pub text: String,
    /// `waiting` where nobody has said what it is, `unanswered` where somebody unhappy has not said
    /// whether they want to complain, `waiting-unanswered` for both.
    pub state: String,
}

const INSERT_CONTACT: &str = "INSERT INTO contact (landlord, complaint, received_on, channel, \
     sender, about, words, state) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
const CONTACT_OF: &str = "SELECT received_on, channel, sender, about, words, state AS contact_state \
     FROM contact WHERE landlord = $1 AND complaint = $2";

impl ContactRow {
    pub(super) async fn insert(
        &self,
        tx: &mut Tx,
        scope: &Scope,
        complaint: &str,
    ) -> Result<(), Error> {
        let values = [
            scope.landlord().into(),
            complaint.into(),
            self.received_on.into(),
            (&self.channel).into(),
            (&self.from).into(),
            (&self.about).into(),
            (&self.text).into(),
            (&self.state).into(),
        ];
        tx.run(INSERT_CONTACT, &values).await.map(drop)
    }

    pub(super) async fn of(
        from: &mut Source<'_>,
        scope: &Scope,
        complaint: &str,
    ) -> Result<Option<Self>, Error> {
        let row = from.one(CONTACT_OF, &[scope.landlord().into(), complaint.into()]).await?;
        row.as_ref().map(Self::read).transpose()
    }

    pub(super) fn read(row: &Row) -> Result<Self, Error> {
        Ok(Self {
            received_on: row.day("received_on")?,
            channel: row.text("channel")?,
            from: row.text("sender")?,
            about: row.text("about")?,
            text: row.text("words")?,
            state: row.text("contact_state")?,
        })
    }
}

const BAR: &str = "INSERT INTO case_barred (landlord, complaint, staff) VALUES ($1, $2, $3) \
     ON CONFLICT (landlord, complaint, staff) DO NOTHING";
const BARRED: &str = "SELECT staff FROM case_barred WHERE landlord = $1 AND complaint = $2 \
     ORDER BY staff";

pub(super) async fn bar(
    tx: &mut Tx,
    scope: &Scope,
    complaint: &str,
    staff: &str,
) -> Result<(), Error> {
    tx.run(BAR, &[scope.landlord().into(), complaint.into(), staff.into()]).await.map(drop)
}

pub(super) async fn barred(
    from: &mut Source<'_>,
    scope: &Scope,
    complaint: &str,
) -> Result<Vec<String>, Error> {
    let rows = from.all(BARRED, &[scope.landlord().into(), complaint.into()]).await?;
    rows.iter().map(|row| row.text("staff")).collect()
}

const IN_VIEW: &str = "INSERT INTO case_in_view (landlord, complaint, staff) VALUES ($1, $2, $3) \
     ON CONFLICT (landlord, complaint, staff) DO NOTHING";
const ALL_IN_VIEW: &str = "SELECT staff FROM case_in_view WHERE landlord = $1 AND complaint = $2 \
     ORDER BY staff";

pub(super) async fn put_in_view(
    tx: &mut Tx,
    scope: &Scope,
    complaint: &str,
    staff: &str,
) -> Result<(), Error> {
    tx.run(IN_VIEW, &[scope.landlord().into(), complaint.into(), staff.into()]).await.map(drop)
}

pub(super) async fn in_view(
    from: &mut Source<'_>,
    scope: &Scope,
    complaint: &str,
) -> Result<Vec<String>, Error> {
    let rows = from.all(ALL_IN_VIEW, &[scope.landlord().into(), complaint.into()]).await?;
    rows.iter().map(|row| row.text("staff")).collect()
}

const REMOVE: &[&str] = &[
    "DELETE FROM diary WHERE landlord = $1 AND complaint = $2",
    "DELETE FROM action WHERE landlord = $1 AND complaint = $2",
    "DELETE FROM letter WHERE landlord = $1 AND complaint = $2",
    "DELETE FROM file WHERE landlord = $1 AND complaint = $2",
    "DELETE FROM contact WHERE landlord = $1 AND complaint = $2",
    "DELETE FROM register WHERE landlord = $1 AND complaint = $2",
    "DELETE FROM case_barred WHERE landlord = $1 AND complaint = $2",
    "DELETE FROM case_in_view WHERE landlord = $1 AND complaint = $2",
];

/// Removes all rows of a case but its line in the worklist and what can be searched.
pub(super) async fn remove(tx: &mut Tx, scope: &Scope, complaint: &str) -> Result<(), Error> {
    for statement in REMOVE {
        tx.run(*statement, &[scope.landlord().into(), complaint.into()]).await?;
    }
    Ok(())
}
