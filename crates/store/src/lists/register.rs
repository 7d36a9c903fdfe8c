//! Registers across cases: what is due to the Ombudsman, restrictions, requests for service and the
//! like, a page at a time, by the day each waits for or by the day it began.

use std::collections::HashMap;
use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;
use serde::Serialize;
use sqlx::AssertSqlSafe;

use super::NEVER;
use super::worklist::Counted;
use crate::row::{Row, Value};
use crate::{Error, Scope, Source, Tx};

/// One entry of a register.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Entry {
    /// Which register.
    pub register: String,
    /// What names it within the register and its case.
    pub id: String,
    /// What it is, in a few words that everybody who may open the register may read.
    pub what: String,
    /// How it stands.
    pub state: String,
    /// The day it began.
    pub since_on: Date,
    /// The day it waits for.
    pub due_on: Option<Date>,
    /// Whether nothing more is to be done about it.
    pub done: bool,
}

/// An entry with its case.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Entered {
    /// The case, by id.
    pub complaint: String,
    /// What people quote.
    pub reference: String,
    /// The resident's name.
    pub name: String,
    /// What the case is about.
    pub subject: String,
    /// Whose the case is, by staff id.
    pub owner: Option<String>,
    /// The resident, by id.
    pub person: Option<String>,
    /// The entry.
    pub entry: Entry,
}

/// In which order a register is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// By the day each waits for, what is late first.
    Due,
    /// The oldest first.
    Oldest,
    /// The newest first.
    Newest,
}

/// A place in a register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The day there: the one waited for, or the first.
    pub day: String,
    /// The case there.
    pub complaint: String,
    /// The entry there.
    pub id: String,
}

/// Which page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RegisterTurn {
    /// The first.
    First,
    /// The one that begins after a place.
    After(Place),
    /// The one that ends before a place.
    Before(Place),
}

/// A question to a register.
#[derive(Clone, Debug)]
pub struct RegisterAsk<'a> {
    /// Who asks, by staff id: cases kept from them are not in the answer.
    pub viewer: &'a str,
    /// Which register.
    pub register: &'a str,
    /// Only what is done, or is not.
    pub done: Option<bool>,
    /// Only in this state.
    pub state: Option<&'a str>,
    /// Only in cases of this officer.
    pub owner: Option<&'a str>,
    /// In which order.
    pub order: Order,
    /// Which page.
    pub turn: RegisterTurn,
    /// How many entries at most.
    pub limit: i64,
}

/// A page of a register, and where its neighbours begin, where there are any.
#[derive(Clone, Debug, PartialEq)]
pub struct RegisterPage {
    /// The entries.
    pub rows: Vec<Entered>,
    /// Where the page before ends.
    pub before: Option<Place>,
    /// Where the page after begins.
    pub after: Option<Place>,
}

const COUNTED_TO: i64 = 1_000;
const COLUMNS: &str = "r.complaint, c.reference, c.name, c.subject, c.owner, c.person, r.register, \
     r.id, r.what, r.state AS entry_state, r.since_on, r.due_on, r.done";

/// A page of a register.
pub async fn register<'a>(
    from: impl Into<Source<'a>>,
    scope: &Scope,
    ask: &RegisterAsk<'_>,
) -> Result<RegisterPage, Error> {
    let limit = ask.limit.clamp(1, 500);
    let mut query = Query::new(scope, ask);
    let backwards = matches!(ask.turn, RegisterTurn::Before(_));
    let day = ask.order.column();
    // The newest come first where they are read by the day they began.
    let falling = backwards != (ask.order == Order::Newest);
    let (comparison, direction) = if falling { ("<", " DESC") } else { (">", "") };
    if let RegisterTurn::After(place) | RegisterTurn::Before(place) = &ask.turn {
        let (at, complaint, id) =
            (query.bind(&place.day), query.bind(&place.complaint), query.bind(&place.id));
        query.text.push_str(&format!(
            " AND (r.{day}, r.complaint, r.id) {comparison} ({at}, {complaint}, {id})"
        ));
    }
    // One row more than the page tells whether there is another.
    let more = query.bind(limit.saturating_add(1));
    let sql = format!(
        "SELECT {COLUMNS} {} ORDER BY r.{day}{direction}, r.complaint{direction}, r.id{direction} \
         LIMIT {more}",
        query.text
    );
    let rows = from.into().all(AssertSqlSafe(sql), &query.values).await?;
    let mut rows = rows.iter().map(Entered::read).collect::<Result<Vec<_>, _>>()?;
    let size = usize::try_from(limit).unwrap_or(usize::MAX);
    let further = size < rows.len();
    rows.truncate(size);
    if backwards {
        rows.reverse();
    }
    let turned = ask.turn != RegisterTurn::First;
    let (before, after) = if backwards { (further, turned) } else { (turned, further) };
    Ok(RegisterPage {
        before: rows.first().filter(|_| before).map(|row| Place::of(row, ask.order)),
        after: rows.last().filter(|_| after).map(|row| Place::of(row, ask.order)),
        rows,
    })
}

/// How many entries a question leaves, counted no further than anybody reads.
pub async fn register_count<'a>(
    from: impl Into<Source<'a>>,
    scope: &Scope,
    ask: &RegisterAsk<'_>,
) -> Result<Counted, Error> {
    let mut query = Query::new(scope, ask);
    let bound = query.bind(COUNTED_TO + 1);
    let sql = format!("SELECT COUNT(*) AS n FROM (SELECT 1 {} LIMIT {bound}) counted", query.text);
    let row = from.into().one(AssertSqlSafe(sql), &query.values).await?;
    let n = row.map_or(Ok(0), |row| row.int("n"))?;
    Ok(Counted { n: n.min(COUNTED_TO), more: COUNTED_TO < n })
}

const OF_PERSON: &str = "FROM complaint c JOIN register r ON r.landlord = c.landlord \
     AND r.complaint = c.id WHERE c.landlord = $1 AND c.person = $2 AND r.register IN ($3, $4) \
     AND NOT r.done AND NOT EXISTS (SELECT 1 FROM case_barred b WHERE b.landlord = c.landlord \
     AND b.complaint = c.id AND b.staff = $5) ORDER BY r.register, r.since_on, r.complaint, r.id LIMIT $6";

/// What two registers hold of one person in any of their cases, the oldest of each first.
pub async fn register_of_person<'a>(
    from: impl Into<Source<'a>>,
    scope: &Scope,
    viewer: &str,
    (person, [one, other]): (&str, [&str; 2]),
    limit: i64,
) -> Result<Vec<Entered>, Error> {
    let values = [
        scope.landlord().into(),
        person.into(),
        one.into(),
        other.into(),
        viewer.into(),
        limit.into(),
    ];
    let sql = format!("SELECT {COLUMNS} {OF_PERSON}");
    let rows = from.into().all(AssertSqlSafe(sql), &values).await?;
    rows.iter().map(Entered::read).collect()
}

/// How many entries of a register each of these people has, done or not.
pub async fn register_repeats<'a>(
    from: impl Into<Source<'a>>,
    scope: &Scope,
    (viewer, register): (&str, &str),
    people: &[&str],
) -> Result<HashMap<String, i64>, Error> {
    if people.is_empty() {
        return Ok(HashMap::new());
    }
    let mut values: Vec<Value> = vec![scope.landlord().into(), register.into(), viewer.into()];
    let mut places = Vec::new();
    for person in people {
        values.push((*person).into());
        places.push(format!("${}", values.len()));
    }
    let sql = format!(
        "SELECT c.person, COUNT(*) AS n FROM complaint c JOIN register r \
         ON r.landlord = c.landlord AND r.complaint = c.id WHERE c.landlord = $1 \
         AND r.register = $2 AND c.person IN ({}) AND NOT EXISTS (SELECT 1 FROM case_barred b \
         WHERE b.landlord = c.landlord AND b.complaint = c.id AND b.staff = $3) GROUP BY c.person",
        places.join(", ")
    );
    let rows = from.into().all(AssertSqlSafe(sql), &values).await?;
    rows.iter().map(|row| Ok((row.text("person")?, row.int("n")?))).collect()
}

struct Query {
    text: String,
    values: Vec<Value>,
}

impl Query {
    fn new(scope: &Scope, ask: &RegisterAsk<'_>) -> Self {
        let mut query = Self {
            text: "FROM register r JOIN complaint c ON c.landlord = r.landlord \
                   AND c.id = r.complaint WHERE r.landlord = $1"
                .to_owned(),
            values: vec![scope.landlord().into()],
        };
        query.narrow("r.register =", Some(ask.register));
        query.narrow("r.done =", ask.done);
        query.narrow("r.state =", ask.state);
        if let Some(owner) = ask.owner {
            let owner = query.bind(owner);
            query.text.push_str(&format!(
                " AND (c.owner = {owner} OR EXISTS (SELECT 1 FROM case_in_view h \
                 WHERE h.landlord = r.landlord AND h.complaint = r.complaint \
                 AND h.staff = {owner}))"
            ));
        }
        let viewer = query.bind(ask.viewer);
        query.text.push_str(&format!(
            " AND NOT EXISTS (SELECT 1 FROM case_barred b WHERE b.landlord = r.landlord \
             AND b.complaint = r.complaint AND b.staff = {viewer})"
        ));
        query
    }

    fn bind(&mut self, value: impl Into<Value>) -> String {
        self.values.push(value.into());
        format!("${}", self.values.len())
    }

    fn narrow<T: Into<Value>>(&mut self, condition: &'static str, value: Option<T>) {
        let Some(value) = value else { return };
        let place = self.bind(value);
        self.text.push_str(&format!(" AND {condition} {place}"));
    }
}

impl Order {
    fn column(self) -> &'static str {
        match self {
            Self::Due => "due_on",
            Self::Oldest | Self::Newest => "since_on",
        }
    }
}

const INSERT: &str = "INSERT INTO register (landlord, complaint, register, id, what, state, \
     since_on, due_on, done) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
const OF_CASE: &str = "SELECT register, id, what, state AS entry_state, since_on, due_on, done \
     FROM register WHERE landlord = $1 AND complaint = $2 ORDER BY register, id";

impl Entry {
    pub(super) async fn insert(
        &self,
        tx: &mut Tx,
        scope: &Scope,
        complaint: &str,
    ) -> Result<(), Error> {
        let due = self.due_on.map_or_else(|| NEVER.to_owned(), |day| day.to_string());
        let values = [
            scope.landlord().into(),
            complaint.into(),
            (&self.register).into(),
            (&self.id).into(),
            (&self.what).into(),
            (&self.state).into(),
            self.since_on.into(),
            due.into(),
            self.done.into(),
        ];
        tx.run(INSERT, &values).await.map(drop)
    }

    pub(super) async fn of(
        from: &mut Source<'_>,
        scope: &Scope,
        complaint: &str,
    ) -> Result<Vec<Self>, Error> {
        let rows = from.all(OF_CASE, &[scope.landlord().into(), complaint.into()]).await?;
        rows.iter().map(Self::read).collect()
    }

    fn read(row: &Row) -> Result<Self, Error> {
        let due = row.text("due_on")?;
        Ok(Self {
            register: row.text("register")?,
            id: row.text("id")?,
            what: row.text("what")?,
            state: row.text("entry_state")?,
            since_on: row.day("since_on")?,
            due_on: if due == NEVER { None } else { Some(row.day("due_on")?) },
            done: row.flag("done")?,
        })
    }
}

impl Entered {
    fn read(row: &Row) -> Result<Self, Error> {
        Ok(Self {
            complaint: row.text("complaint")?,
            reference: row.text("reference")?,
            name: row.text("name")?,
            subject: row.text("subject")?,
            owner: row.opt_text("owner")?,
            person: row.opt_text("person")?,
            entry: Entry::read(row)?,
        })
    }
}

impl Place {
    fn of(row: &Entered, order: Order) -> Self {
        let day = match order {
            Order::Due => row.entry.due_on.map_or_else(|| NEVER.to_owned(), |day| day.to_string()),
            Order::Oldest | Order::Newest => row.entry.since_on.to_string(),
        };
        Self { day, complaint: row.complaint.clone(), id: row.entry.id.clone() }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}~{}~{}", self.day, self.complaint, self.id)
    }
}

impl FromStr for Place {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let no_place = || Error::refused("that is no place in a register");
        let mut parts = text.splitn(3, '~');
        let (Some(day), Some(complaint), Some(id)) = (parts.next(), parts.next(), parts.next())
        else {
            return Err(no_place());
        };
        let _: Date = day.parse().map_err(|_| no_place())?;
        Ok(Self { day: day.to_owned(), complaint: complaint.to_owned(), id: id.to_owned() })
    }
}
