//! E-mail as it came in: a line a message, what became of it, and who has looked at what could not
//! be read. The original lies among the files, under its hash.

use jiff::Timestamp;

use crate::row::Row;
use crate::{Error, Scope, Source, Tx};

/// What became of a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// A new contact, for somebody to judge.
    Contact,
    /// It went to the case it answers.
    Joined,
    /// A machine wrote it.
    Machine,
    /// It waits for a person.
    Held,
}

impl Outcome {
    /// The word that is stored and printed.
    pub fn name(self) -> &'static str {
        match self {
            Self::Contact => "contact",
            Self::Joined => "joined",
            Self::Machine => "machine",
            Self::Held => "held",
        }
    }

    /// The outcome with such a name.
    pub fn named(name: &str) -> Option<Self> {
        let all = [Self::Contact, Self::Joined, Self::Machine, Self::Held];
        all.into_iter().find(|it| it.name() == name)
    }
}

/// Whether a receipt goes to whoever wrote.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Receipt {
    /// None does.
    #[default]
    None,
    /// One does, and has not left yet.
    Due,
    /// It is on its way.
    Sent,
}

impl Receipt {
    fn name(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Due => "due",
            Self::Sent => "sent",
        }
    }

    fn named(name: &str) -> Option<Self> {
        [Self::None, Self::Due, Self::Sent].into_iter().find(|it| it.name() == name)
    }
}

/// One message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mail {
    /// Its random id.
    pub id: String,
    /// The hash of the original, under which it is kept.
    pub sha256: String,
    pub bytes: i64,
    /// Where it came in: a mailbox, or the command line.
    pub mailbox: String,
    /// When it reached the mailbox. What it says of its own date counts for nothing.
    pub arrived_at: Timestamp,
    /// When the program took it.
    pub taken_at: Timestamp,
    pub outcome: Outcome,
    /// A code for the reason.
    pub why: String,
    /// The case it belongs to, by id.
    pub complaint: Option<String>,
    /// Who it says it is from. Never in a log.
    pub sender: String,
    /// Their address as addresses are compared.
    pub sender_key: String,
    /// Never in a log.
    pub subject: String,
    /// What a person should know about it, a line each. Never in a log.
    pub notes: String,
    pub receipt: Receipt,
    /// What a person made of it: `contact`, `joined` or `nothing`.
    pub settled_as: Option<String>,
    /// Staff id.
    pub settled_by: Option<String>,
    pub settled_at: Option<Timestamp>,
}

const INSERT: &str = "INSERT INTO mail (landlord, id, sha256, bytes, mailbox, arrived_at, taken_at, \
     outcome, why, complaint, sender, sender_key, subject, notes, receipt) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)";

/// Notes a message. `Conflict` where it was noted before.
pub async fn insert(tx: &mut Tx, scope: &Scope, mail: &Mail) -> Result<(), Error> {
    let values = [
        scope.landlord().into(),
        (&mail.id).into(),
        (&mail.sha256).into(),
        mail.bytes.into(),
        (&mail.mailbox).into(),
        mail.arrived_at.into(),
        mail.taken_at.into(),
        mail.outcome.name().into(),
        (&mail.why).into(),
        (&mail.complaint).into(),
        (&mail.sender).into(),
        (&mail.sender_key).into(),
        (&mail.subject).into(),
        (&mail.notes).into(),
        mail.receipt.name().into(),
    ];
    tx.run(INSERT, &values).await.map(drop)
}

const BY_HASH: &str = "SELECT * FROM mail WHERE landlord = $1 AND sha256 = $2";
const BY_ID: &str = "SELECT * FROM mail WHERE landlord = $1 AND id = $2";

/// The message with these bytes.
pub async fn find_by_hash<'a>(
    from: impl Into<Source<'a>>,
    scope: &Scope,
    sha256: &str,
) -> Result<Option<Mail>, Error> {
    one(from.into(), BY_HASH, scope, sha256).await
}

/// A message by its id.
pub async fn find<'a>(
    from: impl Into<Source<'a>>,
    scope: &Scope,
    id: &str,
) -> Result<Option<Mail>, Error> {
    one(from.into(), BY_ID, scope, id).await
}

async fn one(
    mut from: Source<'_>,
    statement: &'static str,
    scope: &Scope,
    key: &str,
) -> Result<Option<Mail>, Error> {
    let row = from.one(statement, &[scope.landlord().into(), key.into()]).await?;
    row.as_ref().map(Mail::read).transpose()
}

const OPEN: &str = "SELECT * FROM mail WHERE landlord = $1 AND outcome = $2 \
     AND settled_at IS NULL ORDER BY arrived_at, id LIMIT $3";
const NEWEST: &str = "SELECT * FROM mail WHERE landlord = $1 AND outcome = $2 \
     ORDER BY arrived_at DESC, id LIMIT $3";
const OF_CASE: &str = "SELECT * FROM mail WHERE landlord = $1 AND complaint = $2 \
     ORDER BY arrived_at, id";

/// Messages of one outcome that nobody has settled, the oldest first.
pub async fn list_open<'a>(
    from: impl Into<Source<'a>>,
    scope: &Scope,
    outcome: Outcome,
    limit: i64,
) -> Result<Vec<Mail>, Error> {
    let values = [scope.landlord().into(), outcome.name().into(), limit.into()];
    let rows = from.into().all(OPEN, &values).await?;
    rows.iter().map(Mail::read).collect()
}

/// Messages of one outcome, settled or not, the newest first.
pub async fn list_newest<'a>(
    from: impl Into<Source<'a>>,
    scope: &Scope,
    outcome: Outcome,
    limit: i64,
) -> Result<Vec<Mail>, Error> {
    let values = [scope.landlord().into(), outcome.name().into(), limit.into()];
    let rows = from.into().all(NEWEST, &values).await?;
    rows.iter().map(Mail::read).collect()
}

/// The messages that belong to a case, the oldest first.
pub async fn of_case<'a>(
    from: impl Into<Source<'a>>,
    scope: &Scope,
    complaint: &str,
) -> Result<Vec<Mail>, Error> {
    let rows = from.into().all(OF_CASE, &[scope.landlord().into(), complaint.into()]).await?;
    rows.iter().map(Mail::read).collect()
}

const SETTLE: &str = "UPDATE mail SET settled_as = $3, settled_by = $4, settled_at = $5, \
     complaint = COALESCE($6, complaint) WHERE landlord = $1 AND id = $2 AND settled_at IS NULL";

/// What a person makes of a message.
#[derive(Clone, Debug)]
pub struct Settled<'a> {
    /// `contact`, `joined` or `nothing`.
    pub as_what: &'a str,
    /// Staff id.
    pub by: &'a str,
    pub at: Timestamp,
    /// The case it goes to, by id.
    pub complaint: Option<&'a str>,
}

/// Notes what a person makes of it. False where somebody did before.
pub async fn settle(
    tx: &mut Tx,
    scope: &Scope,
    id: &str,
    settled: &Settled<'_>,
) -> Result<bool, Error> {
    let values = [
        scope.landlord().into(),
        id.into(),
        settled.as_what.into(),
        settled.by.into(),
        settled.at.into(),
        settled.complaint.into(),
    ];
    Ok(tx.run(SETTLE, &values).await? == 1)
}

const RECEIPTS: &str = "SELECT COUNT(*) AS n FROM mail WHERE landlord = $1 AND sender_key = $2 \
     AND taken_at >= $3 AND receipt <> 'none'";

/// Whether a receipt went, or is about to go, to this address since a moment.
pub async fn has_receipt_since<'a>(
    from: impl Into<Source<'a>>,
    scope: &Scope,
    sender_key: &str,
    since: Timestamp,
) -> Result<bool, Error> {
    let values = [scope.landlord().into(), sender_key.into(), since.into()];
    let row = from.into().one(RECEIPTS, &values).await?;
    Ok(0 < row.map_or(Ok(0), |row| row.int("n"))?)
}

const RECEIPTS_DUE: &str = "SELECT * FROM mail WHERE landlord = $1 AND receipt = 'due' \
     ORDER BY taken_at, id LIMIT $2";

/// Messages whose receipt has not left, the oldest first.
pub async fn list_receipts_due<'a>(
    from: impl Into<Source<'a>>,
    scope: &Scope,
    limit: i64,
) -> Result<Vec<Mail>, Error> {
    let rows = from.into().all(RECEIPTS_DUE, &[scope.landlord().into(), limit.into()]).await?;
    rows.iter().map(Mail::read).collect()
}

const RECEIPT_SENT: &str = "UPDATE mail SET receipt = 'sent' \
     WHERE landlord = $1 AND id = $2 AND receipt = 'due'";

/// Notes that a receipt is on its way. False where it was before.
pub async fn receipt_sent(tx: &mut Tx, scope: &Scope, id: &str) -> Result<bool, Error> {
    Ok(tx.run(RECEIPT_SENT, &[scope.landlord().into(), id.into()]).await? == 1)
}

impl Mail {
    fn read(row: &Row) -> Result<Self, Error> {
        let id = row.text("id")?;
        let outcome = Outcome::named(&row.text("outcome")?)
            .ok_or_else(|| Error::inconsistent("mail", id.as_str()))?;
        let receipt = Receipt::named(&row.text("receipt")?)
            .ok_or_else(|| Error::inconsistent("mail", id.as_str()))?;
        Ok(Self {
            outcome,
            receipt,
            sha256: row.text("sha256")?,
            bytes: row.int("bytes")?,
            mailbox: row.text("mailbox")?,
            arrived_at: row.moment("arrived_at")?,
            taken_at: row.moment("taken_at")?,
            why: row.text("why")?,
            complaint: row.opt_text("complaint")?,
            sender: row.text("sender")?,
            sender_key: row.text("sender_key")?,
            subject: row.text("subject")?,
            notes: row.text("notes")?,
            settled_as: row.opt_text("settled_as")?,
            settled_by: row.opt_text("settled_by")?,
            settled_at: row.opt_moment("settled_at")?,
            id,
        })
    }
}
