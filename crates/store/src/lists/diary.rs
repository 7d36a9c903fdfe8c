//! What is to be done: promises by day, actions that are open, contacts nobody has looked at.

use jiff::civil::Date;
use serde::Serialize;
use sqlx::AssertSqlSafe;

use super::{ActionRow, ContactRow, DiaryRow};
use crate::row::{Row, Value};
use crate::{Error, Scope, Source};

/// A promise not yet kept, with the case it belongs to.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Promise {
    /// The case, by id.
    pub complaint: String,
    /// What people quote.
    pub reference: String,
    /// The resident's name.
    pub name: String,
    /// What the case is about.
    pub subject: String,
    /// Whether the resident has needs on record.
    pub needs: bool,
    /// Whether triage found somebody at risk.
    pub risk: bool,
    /// The promise.
    pub diary: DiaryRow,
}

/// Which promises. What is none does not narrow.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DiaryFilter {
    /// Of this officer.
    pub owner: Option<String>,
    /// Of this kind.
    pub kind: Option<String>,
    /// The landlord's own, or the limits that bind residents.
    pub ours: Option<bool>,
    /// Due on this day or later.
    pub due_from: Option<Date>,
    /// Due before this day.
    pub due_before: Option<Date>,
}

/// An open action, with its case.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct OpenAction {
    /// The case, by id.
    pub complaint: String,
    /// What people quote.
    pub reference: String,
    /// The action.
    pub action: ActionRow,
}

/// A contact that waits for somebody to say what it is.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct WaitingContact {
    /// Its case, by id.
    pub complaint: String,
    /// What people quote.
    pub reference: String,
    /// The resident's name, where it is known.
    pub name: String,
    /// Whether they have needs on record.
    pub needs: bool,
    /// What is shown of it.
    pub contact: ContactRow,
}

/// Promises not yet kept, by the day they are due.
pub async fn promises<'a>(
    from: impl Into<Source<'a>>,
    scope: &Scope,
    viewer: &str,
    filter: &DiaryFilter,
    limit: i64,
) -> Result<Vec<Promise>, Error> {
    let mut values: Vec<Value> = vec![scope.landlord().into(), viewer.into()];
    let mut narrow = String::new();
    let mut add = |condition: &str, value: Option<Value>| {
        if let Some(value) = value {
            values.push(value);
            narrow.push_str(&format!(" AND d.{condition} ${}", values.len()));
        }
    };
    add("owner =", filter.owner.as_ref().map(Value::from));
    add("kind =", filter.kind.as_ref().map(Value::from));
    add("ours =", filter.ours.map(Value::from));
    add("due_on >=", filter.due_from.map(Value::from));
    add("due_on <", filter.due_before.map(Value::from));
    values.push(limit.into());
    let sql = format!(
        "SELECT c.id AS complaint, c.reference, c.name, c.subject, c.needs, c.risk, d.id, d.kind, \
         d.stage, d.ours, d.due_on, d.done, d.done_on, d.status, d.clause, d.owner \
         FROM diary d JOIN complaint c ON c.landlord = d.landlord AND c.id = d.complaint \
         WHERE d.landlord = $1 AND NOT d.done{narrow} \
         AND NOT EXISTS (SELECT 1 FROM case_barred b WHERE b.landlord = d.landlord \
         AND b.complaint = d.complaint AND b.staff = $2) \
         ORDER BY d.due_on, d.complaint, d.id LIMIT ${}",
        values.len()
    );
    let rows = from.into().all(AssertSqlSafe(sql), &values).await?;
    rows.iter().map(Promise::read).collect()
}

const OPEN_ACTIONS: &str = "SELECT c.id AS complaint, c.reference, a.id, a.what, a.owner, \
     a.staff, a.due_on, a.done_on FROM action a \
     JOIN complaint c ON c.landlord = a.landlord AND c.id = a.complaint \
     WHERE a.landlord = $1 AND a.done_on IS NULL \
     AND NOT EXISTS (SELECT 1 FROM case_barred b WHERE b.landlord = a.landlord \
     AND b.complaint = a.complaint AND b.staff = $2) \
     ORDER BY a.due_on, a.complaint, a.id LIMIT $3";
const OPEN_ACTIONS_OF: &str = "SELECT c.id AS complaint, c.reference, a.id, a.what, a.owner, \
     a.staff, a.due_on, a.done_on FROM action a \
     JOIN complaint c ON c.landlord = a.landlord AND c.id = a.complaint \
     WHERE a.landlord = $1 AND a.staff = $4 AND a.done_on IS NULL \
     AND NOT EXISTS (SELECT 1 FROM case_barred b WHERE b.landlord = a.landlord \
     AND b.complaint = a.complaint AND b.staff = $2) \
     ORDER BY a.due_on, a.complaint, a.id LIMIT $3";

/// Actions not yet done, of everybody or of one member of staff, by the day they are due.
pub async fn open_actions<'a>(
    from: impl Into<Source<'a>>,
    scope: &Scope,
    viewer: &str,
    staff: Option<&str>,
    limit: i64,
) -> Result<Vec<OpenAction>, Error> {
    let mut values: Vec<Value> = vec![scope.landlord().into(), viewer.into(), limit.into()];
    let rows = match staff {
        None => from.into().all(OPEN_ACTIONS, &values).await?,
        Some(staff) => {
            values.push(staff.into());
            from.into().all(OPEN_ACTIONS_OF, &values).await?
        }
    };
    rows.iter()
        .map(|row| {
            Ok(OpenAction {
                complaint: row.text("complaint")?,
                reference: row.text("reference")?,
                action: ActionRow::read(row)?,
            })
        })
        .collect()
}

const WAITING: &str = "SELECT c.id AS complaint, c.reference, c.name, c.needs, t.received_on, t.channel, \
     t.sender, t.about, t.words, t.state AS contact_state FROM contact t \
     JOIN complaint c ON c.landlord = t.landlord AND c.id = t.complaint \
     WHERE t.landlord = $1 AND t.state IN ('waiting', 'waiting-unanswered') \
     AND NOT EXISTS (SELECT 1 FROM case_barred b WHERE b.landlord = t.landlord \
     AND b.complaint = t.complaint AND b.staff = $2) \
     ORDER BY t.received_on, t.complaint LIMIT $3";
const UNANSWERED: &str = "SELECT c.id AS complaint, c.reference, c.name, c.needs, t.received_on, \
     t.channel, t.sender, t.about, t.words, t.state AS contact_state FROM contact t \
     JOIN complaint c ON c.landlord = t.landlord AND c.id = t.complaint \
     WHERE t.landlord = $1 AND t.state IN ('unanswered', 'waiting-unanswered') \
     AND NOT EXISTS (SELECT 1 FROM case_barred b WHERE b.landlord = t.landlord \
     AND b.complaint = t.complaint AND b.staff = $2) \
     ORDER BY t.received_on, t.complaint LIMIT $3";

/// Contacts that wait for somebody to say what they are, the oldest first.
pub async fn contacts_waiting<'a>(
    from: impl Into<Source<'a>>,
    scope: &Scope,
    viewer: &str,
    limit: i64,
) -> Result<Vec<WaitingContact>, Error> {
    contacts(from.into(), WAITING, scope, (viewer, limit)).await
}

/// Contacts of people who are unhappy and have not said whether they want to complain, the oldest
/// first.
pub async fn contacts_unanswered<'a>(
    from: impl Into<Source<'a>>,
    scope: &Scope,
    viewer: &str,
    limit: i64,
) -> Result<Vec<WaitingContact>, Error> {
    contacts(from.into(), UNANSWERED, scope, (viewer, limit)).await
}

async fn contacts(
    mut from: Source<'_>,
    statement: &'static str,
    scope: &Scope,
    (viewer, limit): (&str, i64),
) -> Result<Vec<WaitingContact>, Error> {
    let values = [scope.landlord().into(), viewer.into(), limit.into()];
    from.all(statement, &values)
        .await?
        .iter()
        .map(|row| {
            Ok(WaitingContact {
                complaint: row.text("complaint")?,
                reference: row.text("reference")?,
                name: row.text("name")?,
                needs: row.flag("needs")?,
                contact: ContactRow::read(row)?,
            })
        })
        .collect()
}

impl Promise {
    fn read(row: &Row) -> Result<Self, Error> {
        Ok(Self {
            complaint: row.text("complaint")?,
            reference: row.text("reference")?,
            name: row.text("name")?,
            subject: row.text("subject")?,
            needs: row.flag("needs")?,
            risk: row.flag("risk")?,
            diary: DiaryRow::read(row)?,
        })
    }
}
