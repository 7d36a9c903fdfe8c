//! The worklist: the right cases in the right order, a page at a time, at any number of cases.
//!
//! The statement is put together from fixed pieces, so that a filter that was not set is not in
//! it and cannot keep an index from being used. Values are always bound, never written in.

use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;
use sqlx::AssertSqlSafe;

use super::{COLUMNS, ComplaintRow, NEVER};
use crate::row::Value;
use crate::{Error, Scope, Source};

/// Which complaints. What is none or false does not narrow the list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// In this state.
    pub state: Option<String>,
    /// At this stage.
    pub stage: Option<String>,
    /// With this officer.
    pub owner: Option<String>,
    /// With this officer, or in view of them: overseen by them, or held by them at stage 1.
    pub in_view_of: Option<String>,
    /// In view of this person, who is not its officer.
    pub overseen_by: Option<String>,
    /// With nobody.
    pub unassigned: bool,
    /// Come in this way.
    pub channel: Option<String>,
    /// About this sort of thing.
    pub category: Option<String>,
    /// Under this policy pack.
    pub pack: Option<String>,
    /// Of this kind.
    pub kind: Option<String>,
    /// Whose next promise is of this kind.
    pub clock: Option<String>,
    /// Extended, or not.
    pub extended: Option<bool>,
    /// With a risk marked, or not.
    pub risk: Option<bool>,
    /// With needs on record, or not.
    pub needs: Option<bool>,
    /// Open, or closed.
    pub open: Option<bool>,
    /// Due before this day: overdue, where the day is today.
    pub due_before: Option<Date>,
    /// Due on this day or later.
    pub due_from: Option<Date>,
    /// Due on this day or earlier.
    pub due_to: Option<Date>,
    /// Received on this day or later.
    pub received_from: Option<Date>,
    /// Received on this day or earlier.
    pub received_to: Option<Date>,
    /// Closed on this day or later.
    pub closed_from: Option<Date>,
}

/// A place in the worklist.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    /// The next due day there.
    pub due: Option<Date>,
    /// The reference there.
    pub reference: String,
}

/// Which page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Turn {
    /// The first.
    First,
    /// The one that begins after a place.
    After(Key),
    /// The one that ends before a place.
    Before(Key),
}

/// A question to the worklist.
#[derive(Clone, Debug)]
pub struct Ask<'a> {
    /// Who asks, by staff id: cases kept from them are not in the answer.
    pub viewer: &'a str,
    /// Which complaints.
    pub filter: &'a Filter,
    /// Which page.
    pub turn: Turn,
    /// How many rows at most.
    pub limit: i64,
}

/// A page of the worklist, and where its neighbours begin, where there are any.
#[derive(Clone, Debug, PartialEq)]
pub struct Page {
    /// The rows, by next due day and reference.
    pub rows: Vec<ComplaintRow>,
    /// Where the page before ends.
    pub before: Option<Key>,
    /// Where the page after begins.
    pub after: Option<Key>,
}

/// How many, counted up to a bound.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counted {
    /// The count, at most 1,000.
    pub n: i64,
    /// Whether there are more.
    pub more: bool,
}

const COUNTED_TO: i64 = 1_000;

/// A page of the worklist.
pub async fn worklist<'a>(
    from: impl Into<Source<'a>>,
    scope: &Scope,
    ask: &Ask<'_>,
) -> Result<Page, Error> {
    let limit = ask.limit.clamp(1, 500);
    let mut query = Query::new(scope, ask.viewer, ask.filter);
    let (comparison, order) = match ask.turn {
        Turn::First | Turn::After(_) => (">", ["next_due", "reference"]),
        Turn::Before(_) => ("<", ["next_due DESC", "reference DESC"]),
    };
    if let Turn::After(key) | Turn::Before(key) = &ask.turn {
        query.keyset(comparison, key);
    }
    // One row more than the page tells whether there is another.
    let more = query.bind(limit.saturating_add(1));
    let [first, second] = order;
    let sql = format!(
        "SELECT {COLUMNS} FROM complaint c WHERE {} ORDER BY {first}, {second} LIMIT {more}",
        query.text
    );
    let rows = from.into().all(AssertSqlSafe(sql), &query.values).await?;
    let mut rows = rows.iter().map(ComplaintRow::read).collect::<Result<Vec<_>, _>>()?;
    let size = usize::try_from(limit).unwrap_or(usize::MAX);
    let further = size < rows.len();
    rows.truncate(size);
    let backwards = matches!(ask.turn, Turn::Before(_));
    if backwards {
        rows.reverse();
    }
    let turned = !matches!(ask.turn, Turn::First);
    let (before, after) = if backwards { (further, turned) } else { (turned, further) };
    Ok(Page {
        before: rows.first().filter(|_| before).map(Key::of),
        after: rows.last().filter(|_| after).map(Key::of),
        rows,
    })
}

/// How many complaints a filter leaves, counted no further than anybody reads.
pub async fn count<'a>(
    from: impl Into<Source<'a>>,
    scope: &Scope,
    viewer: &str,
    filter: &Filter,
) -> Result<Counted, Error> {
    let mut query = Query::new(scope, viewer, filter);
    let bound = query.bind(COUNTED_TO + 1);
    let sql = format!(
        "SELECT COUNT(*) AS n FROM (SELECT 1 FROM complaint c WHERE {} LIMIT {bound}) counted",
        query.text
    );
    let row = from.into().one(AssertSqlSafe(sql), &query.values).await?;
    let n = row.map_or(Ok(0), |row| row.int("n"))?;
    Ok(Counted { n: n.min(COUNTED_TO), more: COUNTED_TO < n })
}

struct Query {
    text: String,
    values: Vec<Value>,
    /// Whether some condition has been given the choice of the index.
    led: bool,
}

impl Query {
    fn new(scope: &Scope, viewer: &str, filter: &Filter) -> Self {
        let mut query = Self {
            text: "landlord = $1".to_owned(),
            values: vec![scope.landlord().into()],
            led: false,
        };
        // What narrows most, as a rule, comes first: it may choose the index, and the others are
        // looked at along the way. Left to itself, SQLite may well walk all of stage 2 to find
        // one officer's cases.
        if filter.unassigned {
            query.text.push_str(" AND owner IS NULL");
            query.led = true;
        }
        query.narrow("owner =", filter.owner.as_ref());
        query.in_view(filter.in_view_of.as_ref(), filter.overseen_by.as_ref());
        query.narrow("category =", filter.category.as_ref());
        query.narrow("next_clock =", filter.clock.as_ref());
        query.narrow("state =", filter.state.as_ref());
        query.narrow("channel =", filter.channel.as_ref());
        query.narrow("risk =", filter.risk);
        query.narrow("extended =", filter.extended);
        query.narrow("needs =", filter.needs);
        query.narrow("pack =", filter.pack.as_ref());
        query.narrow("stage =", filter.stage.as_ref());
        query.narrow("kind =", filter.kind.as_ref());
        query.range("is_open =", filter.open);
        query.range("next_due <", filter.due_before);
        query.range("next_due >=", filter.due_from);
        query.range("next_due <=", filter.due_to);
        query.range("received_on >=", filter.received_from);
        query.range("received_on <=", filter.received_to);
        query.narrow("closed_on >=", filter.closed_from);
        let viewer = query.bind(viewer);
        query.text.push_str(&format!(
            " AND NOT EXISTS (SELECT 1 FROM case_barred b WHERE b.landlord = c.landlord \
             AND b.complaint = c.id AND b.staff = {viewer})"
        ));
        query
    }

    /// Cases that somebody oversees or held before, with those they hold or without.
    fn in_view(&mut self, with_own: Option<&String>, alone: Option<&String>) {
        const VIEW: &str = "c.id IN (SELECT h.complaint FROM case_in_view h \
             WHERE h.landlord = $1 AND h.staff =";
        if let Some(staff) = with_own {
            let staff = self.bind(staff);
            self.text.push_str(&format!(" AND (owner = {staff} OR {VIEW} {staff}))"));
            self.led = true;
        }
        if let Some(staff) = alone {
            let staff = self.bind(staff);
            self.text.push_str(&format!(" AND {VIEW} {staff})"));
            self.led = true;
        }
    }

    fn bind(&mut self, value: impl Into<Value>) -> String {
        self.values.push(value.into());
        format!("${}", self.values.len())
    }

    /// A condition that every index has columns for.
    fn range<T: Into<Value>>(&mut self, condition: &'static str, value: Option<T>) {
        let Some(value) = value else { return };
        let place = self.bind(value);
        self.text.push_str(&format!(" AND {condition} {place}"));
    }

    /// A condition that may choose the index if it is the first of its sort, and else may not.
    fn narrow<T: Into<Value>>(&mut self, condition: &'static str, value: Option<T>) {
        let Some(value) = value else { return };
        let place = self.bind(value);
        if self.led {
            self.text.push_str(&format!(" AND ({condition} {place}) IS TRUE"));
        } else {
            self.text.push_str(&format!(" AND {condition} {place}"));
        }
        self.led = true;
    }

    fn keyset(&mut self, comparison: &'static str, key: &Key) {
        let due = self.bind(key.due.map_or_else(|| NEVER.to_owned(), |day| day.to_string()));
        let reference = self.bind(&key.reference);
        self.text
            .push_str(&format!(" AND (next_due, reference) {comparison} ({due}, {reference})"));
    }
}

impl Key {
    fn of(row: &ComplaintRow) -> Self {
        Self { due: row.next_due, reference: row.reference.clone() }
    }
}

impl fmt::Display for Key {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.due {
            Some(due) => write!(out, "{due}~{}", self.reference),
            None => write!(out, "~{}", self.reference),
        }
    }
}

impl FromStr for Key {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let no_place = || Error::refused("that is no place in the worklist");
        let (due, reference) = text.split_once('~').ok_or_else(no_place)?;
        let due = match due {
            "" => None,
            due => Some(due.parse().map_err(|_| no_place())?),
        };
        Ok(Self { due, reference: reference.to_owned() })
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::Key;

    #[test]
    fn a_place_in_the_list_survives_an_address() {
        for key in [
            Key { due: Some(date(2026, 11, 30)), reference: "RH-2026-00417".to_owned() },
            Key { due: None, reference: "RH-2026-00418".to_owned() },
        ] {
            assert_eq!(key.to_string().parse::<Key>().unwrap(), key);
        }
        assert!("yesterday~RH".parse::<Key>().is_err());
        assert!("RH".parse::<Key>().is_err());
    }
}
