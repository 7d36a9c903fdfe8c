//! The post: where the house is with every letter on its way out. A dispatch stands once by case,
//! letter number, addressee and way, and changes only from the state that its changer saw.

use jiff::Timestamp;
use jiff::civil::Date;
use sqlx::AssertSqlSafe;

use crate::row::{Row, Value};
use crate::{Error, Scope, Source, Tx};

/// How a letter leaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    Email,
    Post,
    /// Handed over in person.
    Hand,
}

/// Where a letter is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// It waits to be printed or mailed.
    Queued,
    /// Something stops it; a person must see to it.
    Held,
    /// Claimed for the mail server, whose answer is not written down yet.
    Sending,
    /// The mail server's answer was never written down: nobody knows whether it left.
    Unknown,
    /// On paper, not yet in the post.
    Printed,
    /// It left.
    Sent,
    /// The mail server or the receiving side refused it for good.
    Failed,
    /// The paper came back.
    Returned,
    /// Somebody took it back before it left.
    Withdrawn,
}

impl Way {
    /// The stored name.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Email => "email",
            Self::Post => "post",
            Self::Hand => "hand",
        }
    }

    /// The way of a stored name.
    pub fn named(name: &str) -> Option<Self> {
        [Self::Email, Self::Post, Self::Hand].into_iter().find(|way| way.as_str() == name)
    }
}

impl State {
    /// Every state, in the order a letter meets them.
    pub const ALL: [Self; 9] = [
        Self::Queued,
        Self::Held,
        Self::Sending,
        Self::Unknown,
        Self::Printed,
        Self::Sent,
        Self::Failed,
        Self::Returned,
        Self::Withdrawn,
    ];

    /// The stored name.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Queued => "queued",
            Self::Held => "held",
            Self::Sending => "sending",
            Self::Unknown => "unknown",
            Self::Printed => "printed",
            Self::Sent => "sent",
            Self::Failed => "failed",
            Self::Returned => "returned",
            Self::Withdrawn => "withdrawn",
        }
    }

    fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.as_str() == name)
    }
}

/// A letter on its way out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dispatch {
    /// Its random id.
    pub id: String,
    /// The case, by id.
    pub complaint: String,
    /// Which letter it is.
    pub letter: String,
    /// Its number in the case.
    pub number: i64,
    /// For whom: "person" or "representative".
    pub addressee: String,
    /// How it leaves.
    pub way: Way,
    /// Where it is.
    pub state: State,
    /// Stands in the address that answers go to. Nobody can guess it.
    pub token: String,
    /// The same for every attempt, so that a repeat is recognised.
    pub message_id: String,
    /// The day printed on it.
    pub dated: Date,
    /// The last day on which it meets what it is for.
    pub due_on: Option<Date>,
    /// SHA-256 of its paper.
    pub paper: String,
    /// "standard" or "large".
    pub print: String,
    /// Where it went, once it did. Never in a log.
    pub address: String,
    /// How often a mail server was spoken to.
    pub attempts: i64,
    /// When it was first.
    pub first_tried_at: Option<Timestamp>,
    /// Not before then.
    pub try_at: Option<Timestamp>,
    /// When it was claimed for the attempt under way.
    pub claimed_at: Option<Timestamp>,
    /// What the mail server said, or why it is held.
    pub answer: String,
    /// The batch it was printed in.
    pub batch: Option<String>,
    /// Its place in the batch, from 1.
    pub piece: Option<i64>,
    /// How often it was printed, spoilt pieces with it.
    pub copies: i64,
    /// The day it left.
    pub left_on: Option<Date>,
    /// When it was queued.
    pub made_at: Timestamp,
    /// When it last changed.
    pub changed_at: Timestamp,
}

const ADD: &str = "INSERT INTO dispatch (landlord, id, complaint, letter, number, addressee, way, \
     state, token, message_id, dated, due_on, paper, print, address, attempts, first_tried_at, \
     try_at, claimed_at, answer, batch, piece, copies, left_on, made_at, changed_at) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, \
     $20, $21, $22, $23, $24, $25, $26) \
     ON CONFLICT (landlord, complaint, number, addressee, way) DO NOTHING";

/// Adds a dispatch, in the transaction of the event that queues its letter. False where the same
/// letter already goes to the same addressee the same way.
pub async fn add(tx: &mut Tx, scope: &Scope, it: &Dispatch) -> Result<bool, Error> {
    let values = [
        scope.landlord().into(),
        (&it.id).into(),
        (&it.complaint).into(),
        (&it.letter).into(),
        it.number.into(),
        (&it.addressee).into(),
        it.way.as_str().into(),
        it.state.as_str().into(),
        (&it.token).into(),
        (&it.message_id).into(),
        it.dated.into(),
        it.due_on.into(),
        (&it.paper).into(),
        (&it.print).into(),
        (&it.address).into(),
        it.attempts.into(),
        it.first_tried_at.into(),
        it.try_at.into(),
        it.claimed_at.into(),
        (&it.answer).into(),
        (&it.batch).into(),
        Value::Int(it.piece),
        it.copies.into(),
        it.left_on.into(),
        it.made_at.into(),
        it.changed_at.into(),
    ];
    Ok(tx.run(ADD, &values).await? == 1)
}

const CHANGE: &str = "UPDATE dispatch SET state = $4, dated = $5, due_on = $6, paper = $7, \
     print = $8, address = $9, attempts = $10, first_tried_at = $11, try_at = $12, \
     claimed_at = $13, answer = $14, batch = $15, piece = $16, copies = $17, left_on = $18, \
     changed_at = $19 WHERE landlord = $1 AND id = $2 AND state = $3";

/// Writes how a dispatch stands now, if it still is in the state it was seen in. False where it
/// is not: somebody else was first.
pub async fn change(tx: &mut Tx, scope: &Scope, it: &Dispatch, seen: State) -> Result<bool, Error> {
    let values = [
        scope.landlord().into(),
        (&it.id).into(),
        seen.as_str().into(),
        it.state.as_str().into(),
        it.dated.into(),
        it.due_on.into(),
        (&it.paper).into(),
        (&it.print).into(),
        (&it.address).into(),
        it.attempts.into(),
        it.first_tried_at.into(),
        it.try_at.into(),
        it.claimed_at.into(),
        (&it.answer).into(),
        (&it.batch).into(),
        Value::Int(it.piece),
        it.copies.into(),
        it.left_on.into(),
        it.changed_at.into(),
    ];
    Ok(tx.run(CHANGE, &values).await? == 1)
}

const COLUMNS: &str = "landlord, id, complaint, letter, number, addressee, way, state, token, \
     message_id, dated, due_on, paper, print, address, attempts, first_tried_at, try_at, \
     claimed_at, answer, batch, piece, copies, left_on, made_at, changed_at";

/// One dispatch.
pub async fn find<'a>(
    from: impl Into<Source<'a>>,
    scope: &Scope,
    id: &str,
) -> Result<Option<Dispatch>, Error> {
    let sql = format!("SELECT {COLUMNS} FROM dispatch WHERE landlord = $1 AND id = $2");
    let row = from.into().one(AssertSqlSafe(sql), &[scope.landlord().into(), id.into()]).await?;
    row.as_ref().map(Dispatch::read).transpose()
}

/// Every dispatch of a case, in the order of its letters.
pub async fn of_case<'a>(
    from: impl Into<Source<'a>>,
    scope: &Scope,
    complaint: &str,
) -> Result<Vec<Dispatch>, Error> {
    let sql = format!(
        "SELECT {COLUMNS} FROM dispatch WHERE landlord = $1 AND complaint = $2 \
         ORDER BY number, made_at, id"
    );
    let rows =
        from.into().all(AssertSqlSafe(sql), &[scope.landlord().into(), complaint.into()]).await?;
    rows.iter().map(Dispatch::read).collect()
}

/// The dispatch whose token an answer came to, of whichever landlord.
pub async fn by_token<'a>(
    from: impl Into<Source<'a>>,
    token: &str,
) -> Result<Option<(Scope, Dispatch)>, Error> {
    let sql = format!("SELECT {COLUMNS} FROM dispatch WHERE token = $1");
    let row = from.into().one(AssertSqlSafe(sql), &[token.into()]).await?;
    row.as_ref().map(scoped).transpose()
}

/// The dispatch with a message id, of whichever landlord. Ask only for ids whose signature is ours.
pub async fn by_message_id<'a>(
    from: impl Into<Source<'a>>,
    message_id: &str,
) -> Result<Option<(Scope, Dispatch)>, Error> {
    let sql = format!("SELECT {COLUMNS} FROM dispatch WHERE message_id = $1");
    let row = from.into().one(AssertSqlSafe(sql), &[message_id.into()]).await?;
    row.as_ref().map(scoped).transpose()
}

/// A dispatch as a list shows it, with the case it belongs to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub dispatch: Dispatch,
    /// What people quote of its case.
    pub reference: String,
    /// The name the case goes by in lists.
    pub name: String,
    /// Who has the case, by staff id.
    pub owner: Option<String>,
}

/// What every list shows, but for cases that are kept from the person who looks ($2).
const SHOWN: &str = "SELECT d.landlord, d.id, d.complaint, d.letter, d.number, d.addressee, d.way, \
     d.state, d.token, d.message_id, d.dated, d.due_on, d.paper, d.print, d.address, d.attempts, \
     d.first_tried_at, d.try_at, d.claimed_at, d.answer, d.batch, d.piece, d.copies, d.left_on, \
     d.made_at, d.changed_at, c.reference, c.name, c.owner FROM dispatch d \
     JOIN complaint c ON c.landlord = d.landlord AND c.id = d.complaint \
     WHERE d.landlord = $1 AND NOT EXISTS (SELECT 1 FROM case_barred b \
     WHERE b.landlord = d.landlord AND b.complaint = d.complaint AND b.staff = $2)";

/// The dispatches in one of these states that a member of staff may see: what is due first, then
/// the earliest date.
pub async fn lines<'a>(
    from: impl Into<Source<'a>>,
    scope: &Scope,
    viewer: &str,
    states: &[State],
    limit: i64,
) -> Result<Vec<Line>, Error> {
    let mut values: Vec<Value> = vec![scope.landlord().into(), viewer.into(), limit.into()];
    let mut places = Vec::new();
    for state in states {
        values.push(state.as_str().into());
        places.push(format!("${}", values.len()));
    }
    let sql = format!(
        "{SHOWN} AND d.state IN ({}) \
         ORDER BY COALESCE(d.due_on, '9999-12-31'), d.dated, d.made_at, d.id LIMIT $3",
        places.join(", ")
    );
    let rows = from.into().all(AssertSqlSafe(sql), &values).await?;
    rows.iter().map(Line::read).collect()
}

/// The dispatches that left on a day, the last first.
pub async fn lines_left<'a>(
    from: impl Into<Source<'a>>,
    scope: &Scope,
    viewer: &str,
    day: Date,
    limit: i64,
) -> Result<Vec<Line>, Error> {
    let sql = format!(
        "{SHOWN} AND d.state = 'sent' AND d.left_on = $3 \
         ORDER BY d.changed_at DESC, d.id LIMIT $4"
    );
    let values = [scope.landlord().into(), viewer.into(), day.into(), limit.into()];
    let rows = from.into().all(AssertSqlSafe(sql), &values).await?;
    rows.iter().map(Line::read).collect()
}

/// The pieces of a batch that a member of staff may see, in order.
pub async fn batch_lines<'a>(
    from: impl Into<Source<'a>>,
    scope: &Scope,
    viewer: &str,
    batch: &str,
) -> Result<Vec<Line>, Error> {
    let sql = format!("{SHOWN} AND d.batch = $3 ORDER BY d.piece, d.id");
    let values = [scope.landlord().into(), viewer.into(), batch.into()];
    let rows = from.into().all(AssertSqlSafe(sql), &values).await?;
    rows.iter().map(Line::read).collect()
}

/// E-mails whose time has come, of every landlord.
pub async fn mail_due<'a>(
    from: impl Into<Source<'a>>,
    at: Timestamp,
    limit: i64,
) -> Result<Vec<(Scope, Dispatch)>, Error> {
    let sql = format!(
        "SELECT {COLUMNS} FROM dispatch WHERE state = 'queued' AND way = 'email' \
         AND (try_at IS NULL OR try_at <= $1) ORDER BY dated, id LIMIT $2"
    );
    let rows = from.into().all(AssertSqlSafe(sql), &[at.into(), limit.into()]).await?;
    rows.iter().map(scoped).collect()
}

/// E-mails that were claimed before a moment and never answered for, of every landlord.
pub async fn unanswered<'a>(
    from: impl Into<Source<'a>>,
    before: Timestamp,
) -> Result<Vec<(Scope, Dispatch)>, Error> {
    let sql = format!(
        "SELECT {COLUMNS} FROM dispatch WHERE state = 'sending' AND way = 'email' \
         AND claimed_at < $1 ORDER BY claimed_at, id"
    );
    let rows = from.into().all(AssertSqlSafe(sql), &[before.into()]).await?;
    rows.iter().map(scoped).collect()
}

const LAST_MAIL: &str = "SELECT MAX(changed_at) AS at FROM dispatch WHERE landlord = $1 \
     AND way = 'email' AND state = $2";

/// When an e-mail last came into a state.
pub async fn last_mail<'a>(
    from: impl Into<Source<'a>>,
    scope: &Scope,
    state: State,
) -> Result<Option<Timestamp>, Error> {
    let row = from.into().one(LAST_MAIL, &[scope.landlord().into(), state.as_str().into()]).await?;
    row.map_or(Ok(None), |row| row.opt_moment("at"))
}

fn scoped(row: &Row) -> Result<(Scope, Dispatch), Error> {
    Ok((Scope::of(row.text("landlord")?), Dispatch::read(row)?))
}

impl Line {
    fn read(row: &Row) -> Result<Self, Error> {
        Ok(Self {
            dispatch: Dispatch::read(row)?,
            reference: row.text("reference")?,
            name: row.text("name")?,
            owner: row.opt_text("owner")?,
        })
    }
}

impl Dispatch {
    fn read(row: &Row) -> Result<Self, Error> {
        let (way, state) = (row.text("way")?, row.text("state")?);
        let unreadable = |column: &str| Error::inconsistent("dispatch", column);
        Ok(Self {
            id: row.text("id")?,
            complaint: row.text("complaint")?,
            letter: row.text("letter")?,
            number: row.int("number")?,
            addressee: row.text("addressee")?,
            way: Way::named(&way).ok_or_else(|| unreadable("way"))?,
            state: State::named(&state).ok_or_else(|| unreadable("state"))?,
            token: row.text("token")?,
            message_id: row.text("message_id")?,
            dated: row.day("dated")?,
            due_on: row.opt_day("due_on")?,
            paper: row.text("paper")?,
            print: row.text("print")?,
            address: row.text("address")?,
            attempts: row.int("attempts")?,
            first_tried_at: row.opt_moment("first_tried_at")?,
            try_at: row.opt_moment("try_at")?,
            claimed_at: row.opt_moment("claimed_at")?,
            answer: row.text("answer")?,
            batch: row.opt_text("batch")?,
            piece: row.opt_int("piece")?,
            copies: row.int("copies")?,
            left_on: row.opt_day("left_on")?,
            made_at: row.moment("made_at")?,
            changed_at: row.moment("changed_at")?,
        })
    }
}
