//! Proposed changes of the calendar, the choices for single days, and how far a change has got.

use jiff::Timestamp;
use jiff::civil::Date;

use crate::row::Row;
use crate::{Error, Scope, Source, Tx};

/// How a proposal stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Nobody has decided.
    Proposed,
    /// It is being put in force, case by case.
    Underway,
    /// The calendar has changed.
    InForce,
    /// It was given up.
    Withdrawn,
}

impl Standing {
    fn name(self) -> &'static str {
        match self {
            Self::Proposed => "proposed",
            Self::Underway => "underway",
            Self::InForce => "in-force",
            Self::Withdrawn => "withdrawn",
        }
    }

    fn named(name: &str) -> Option<Self> {
        let all = [Self::Proposed, Self::Underway, Self::InForce, Self::Withdrawn];
        all.into_iter().find(|standing| standing.name() == name)
    }
}

/// A proposed change of one day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateMove {
    /// Its random id.
    pub id: String,
    /// The day.
    pub on: Date,
    /// Whether the day counts again; otherwise it is closed.
    pub opens: bool,
    /// Why, as residents read it.
    pub what: String,
    /// Staff id.
    pub proposed_by: String,
    /// When.
    pub proposed_at: Timestamp,
    /// How it stands.
    pub standing: Standing,
    /// Who put it in force or gave it up.
    pub decided_by: Option<String>,
    /// When.
    pub decided_at: Option<Timestamp>,
    /// The last case that has its entry.
    pub reached: String,
}

const PUT: &str = "INSERT INTO date_move (landlord, id, changes_on, opens, what, proposed_by, \
     proposed_at, state, decided_by, decided_at, reached) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) \
     ON CONFLICT (landlord, id) DO UPDATE SET state = excluded.state, \
     decided_by = excluded.decided_by, decided_at = excluded.decided_at, \
     reached = excluded.reached";

/// Writes a proposal, or how it stands now.
pub async fn put(tx: &mut Tx, scope: &Scope, it: &DateMove) -> Result<(), Error> {
    let values = [
        scope.landlord().into(),
        (&it.id).into(),
        it.on.into(),
        it.opens.into(),
        (&it.what).into(),
        (&it.proposed_by).into(),
        it.proposed_at.into(),
        it.standing.name().into(),
        (&it.decided_by).into(),
        it.decided_at.into(),
        (&it.reached).into(),
    ];
    tx.run(PUT, &values).await.map(drop)
}

const FIND: &str = "SELECT id, changes_on, opens, what, proposed_by, proposed_at, state, \
     decided_by, decided_at, reached FROM date_move WHERE landlord = $1 AND id = $2";
const NEWEST: &str = "SELECT id, changes_on, opens, what, proposed_by, proposed_at, state, \
     decided_by, decided_at, reached FROM date_move WHERE landlord = $1 \
     ORDER BY proposed_at DESC, id LIMIT $2";

/// One proposal.
pub async fn find<'a>(
    from: impl Into<Source<'a>>,
    scope: &Scope,
    id: &str,
) -> Result<Option<DateMove>, Error> {
    let row = from.into().one(FIND, &[scope.landlord().into(), id.into()]).await?;
    row.as_ref().map(DateMove::read).transpose()
}

/// The newest proposals.
pub async fn newest<'a>(
    from: impl Into<Source<'a>>,
    scope: &Scope,
    limit: i64,
) -> Result<Vec<DateMove>, Error> {
    let values = [scope.landlord().into(), limit.into()];
    from.into().all(NEWEST, &values).await?.iter().map(DateMove::read).collect()
}

impl DateMove {
    fn read(row: &Row) -> Result<Self, Error> {
        let state = row.text("state")?;
        let standing = Standing::named(&state);
        Ok(Self {
            id: row.text("id")?,
            on: row.day("changes_on")?,
            opens: row.flag("opens")?,
            what: row.text("what")?,
            proposed_by: row.text("proposed_by")?,
            proposed_at: row.moment("proposed_at")?,
            standing: standing.ok_or_else(|| Error::inconsistent("date_move", &state))?,
            decided_by: row.opt_text("decided_by")?,
            decided_at: row.opt_moment("decided_at")?,
            reached: row.text("reached")?,
        })
    }
}

/// What was chosen for one day of one case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The case, by id.
    pub complaint: String,
    /// The clock, by its id in the case.
    pub clock: String,
    /// Whether it moves.
    pub moves: bool,
}

const CHOOSE: &str = "INSERT INTO date_move_choice (landlord, date_move, complaint, clock, moves) \
     VALUES ($1, $2, $3, $4, $5) ON CONFLICT (landlord, date_move, complaint, clock) \
     DO UPDATE SET moves = excluded.moves";

/// Chooses for one day.
pub async fn choose(tx: &mut Tx, scope: &Scope, id: &str, choice: &Choice) -> Result<(), Error> {
    let values = [
        scope.landlord().into(),
        id.into(),
        (&choice.complaint).into(),
        (&choice.clock).into(),
        choice.moves.into(),
    ];
    tx.run(CHOOSE, &values).await.map(drop)
}

const CHOSEN: &str = "SELECT complaint, clock, moves FROM date_move_choice \
     WHERE landlord = $1 AND date_move = $2 AND complaint = $3 ORDER BY clock";

/// What was chosen for one case.
pub async fn chosen<'a>(
    from: impl Into<Source<'a>>,
    scope: &Scope,
    id: &str,
    complaint: &str,
) -> Result<Vec<Choice>, Error> {
    let values = [scope.landlord().into(), id.into(), complaint.into()];
    let rows = from.into().all(CHOSEN, &values).await?;
    rows.iter()
        .map(|row| {
            Ok(Choice {
                complaint: row.text("complaint")?,
                clock: row.text("clock")?,
                moves: row.flag("moves")?,
            })
        })
        .collect()
}

const TOUCHED: &str = "SELECT DISTINCT complaint FROM diary WHERE landlord = $1 \
     AND complaint > $2 AND due_on >= $3 ORDER BY complaint LIMIT $4";

/// The cases with a day on or after a day, after an id: only these can have a day that moves.
pub async fn touched<'a>(
    from: impl Into<Source<'a>>,
    scope: &Scope,
    after: &str,
    (on, limit): (Date, i64),
) -> Result<Vec<String>, Error> {
    let values = [scope.landlord().into(), after.into(), on.into(), limit.into()];
    from.into().all(TOUCHED, &values).await?.iter().map(|row| row.text("complaint")).collect()
}
