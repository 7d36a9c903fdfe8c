//! A case as a page or a command needs it: history, state, clocks and the version they stand at.

use std::collections::HashMap;
use std::sync::Arc;

use anyhow::Context;
use jiff::Timestamp;
use redress_domain::calendar::CalendarEnds;
use redress_domain::clock::{Clock, clocks};
use redress_domain::complaint::Complaint;
use redress_domain::event::{Event, Happened};
use redress_domain::fold::fold;
use redress_domain::ids::{PersonId, StaffId};
use redress_domain::permission;
use redress_domain::person::{self, Person, PersonEvent};
use redress_domain::policy::Pack;
use redress_store::Source;
use redress_store::lists::{self, ComplaintRow};
use redress_store::outcome;
use redress_store::record::{self, Entry};

use crate::desk::act::read_done;
use crate::desk::surroundings::{Surroundings, terms};
use crate::desk::{Declined, Desk, Signed};

/// One case, loaded.
#[derive(Clone, Debug)]
pub struct Case {
    /// Its random id, which is its stream.
    pub id: String,
    /// What people quote.
    pub reference: String,
    pub history: Vec<Told>,
    pub complaint: Complaint,
    pub clocks: Vec<Clock>,
    pub pack: Arc<Pack>,
    pub person: Option<Person>,
    /// The version a form must have seen.
    pub seq: i64,
    pub surroundings: Arc<Surroundings>,
}

/// One event with when it was written down.
#[derive(Clone, Debug)]
pub struct Told {
    pub seq: i64,
    pub position: i64,
    pub recorded_at: Timestamp,
    pub hash: String,
    pub happened: Happened,
}

impl Desk {
    /// Loads a case for somebody who may see it.
    ///
    /// # Errors
    /// `Missing` where it does not exist, belongs to another landlord, or bars this person.
    pub async fn case(&self, signed: &Signed, reference: &str) -> Result<Case, Declined> {
        let reference = crate::desk::reference::normal(reference);
        // A resident came to see one case, and there is no other for them.
        if signed.visit.as_ref().is_some_and(|visit| visit.reference != reference) {
            return Err(Declined::Missing);
        }
        let row = lists::find_complaint(&self.db, &signed.scope, &reference)
            .await?
            .ok_or(Declined::Missing)?;
        let (barred, case) = tokio::try_join!(
            async {
                let me = &signed.staff.id;
                Ok(lists::is_barred(&self.db, &signed.scope, &row.id, me).await?)
            },
            self.case_by_id(signed, row.id.clone(), row.reference),
        )?;
        if barred { Err(Declined::Missing) } else { Ok(case) }
    }

    /// Loads a case for a page: whoever sees only what they hold is answered as if any other case
    /// were not there.
    ///
    /// # Errors
    /// As [`Desk::case`].
    pub async fn case_to_see(&self, signed: &Signed, reference: &str) -> Result<Case, Declined> {
        let case = self.case(signed, reference).await?;
        let me = StaffId(signed.staff.id.clone());
        if signed.sees_only_held() && !permission::may_see_held(&me, &case.complaint) {
            return Err(Declined::Missing);
        }
        Ok(case)
    }

    /// Whether there is a case with exactly this reference that the person may see.
    ///
    /// # Errors
    /// The records cannot be reached.
    pub async fn case_of(&self, signed: &Signed, reference: &str) -> Result<bool, Declined> {
        let Some(row) = lists::find_complaint(&self.db, &signed.scope, reference).await? else {
            return Ok(false);
        };
        if lists::is_barred(&self.db, &signed.scope, &row.id, &signed.staff.id).await? {
            return Ok(false);
        }
        self.shows(signed, &row).await
    }

    /// Whether a row of a list is shown to somebody. Whoever sees only what they hold may also
    /// oversee a case or have held it at stage 1, which only its history tells.
    ///
    /// # Errors
    /// The records cannot be reached.
    pub async fn shows(&self, signed: &Signed, row: &ComplaintRow) -> Result<bool, Declined> {
        let me = &signed.staff.id;
        if !signed.sees_only_held() || row.owner.as_ref().is_none_or(|owner| owner == me) {
            return Ok(true);
        }
        let complaint = folded(&history(&self.db, &signed.scope, &row.id).await?)?;
        Ok(permission::may_see_held(&StaffId(me.clone()), &complaint))
    }

    /// Those of some rows that are shown to somebody, in their order.
    ///
    /// # Errors
    /// The records cannot be reached.
    pub async fn shown<T>(
        &self,
        signed: &Signed,
        rows: Vec<T>,
        of: impl Fn(&T) -> &ComplaintRow,
    ) -> Result<Vec<T>, Declined> {
        let mut shown = Vec::new();
        for row in rows {
            if self.shows(signed, of(&row)).await? {
                shown.push(row);
            }
        }
        Ok(shown)
    }

    /// The case of a form that was sent before and recorded, for somebody who has ceased to see
    /// that case since, often by this very form. It is for reading the same form again, and never
    /// for showing: all they learn is what they were told then.
    ///
    /// # Errors
    /// `Missing` where no form with this token acted on this case.
    pub async fn case_of_form(
        &self,
        signed: &Signed,
        (reference, token): (&str, &str),
    ) -> Result<Case, Declined> {
        let known = outcome::recall(&self.db, &signed.scope, token).await?;
        let done = known.and_then(|known| read_done(known.outcome).ok());
        let done = done.ok_or(Declined::Missing)?;
        let row = lists::find_complaint(&self.db, &signed.scope, &done.reference).await?;
        match row.filter(|row| row.reference == crate::desk::reference::normal(reference)) {
            Some(row) => self.case_by_id(signed, row.id, row.reference).await,
            None => Err(Declined::Missing),
        }
    }

    /// The case as a form showed it, where that form has acted already: sent once more it is read over the
    /// same version, asks for the same, and is answered the same.
    ///
    /// # Errors
    /// The records cannot be reached or read.
    pub async fn as_shown(
        &self,
        signed: &Signed,
        case: &Case,
        (token, seen): (&str, i64),
    ) -> Result<Option<Case>, Declined> {
        let began = case.history.first().is_some_and(|told| told.seq <= seen);
        if !began || case.seq == seen {
            return Ok(None);
        }
        if outcome::recall(&self.db, &signed.scope, token).await?.is_none() {
            return Ok(None);
        }
        let mut shown = case.clone();
        shown.history.retain(|told| told.seq <= seen);
        shown.complaint = folded(&shown.history)?;
        shown.clocks = clocks_of(&shown.complaint, &shown.pack, &shown.surroundings, self.today())?;
        shown.seq = seen;
        Ok(Some(shown))
    }

    pub(super) async fn case_by_id(
        &self,
        signed: &Signed,
        id: String,
        reference: String,
    ) -> Result<Case, Declined> {
        let entries = async { Ok(record::load(&self.db, &signed.scope, &id).await?) };
        let (surroundings, entries) = tokio::try_join!(self.surroundings(&signed.scope), entries)?;
        let history = entries.iter().map(told).collect::<Result<Vec<Told>, Declined>>()?;
        let complaint = folded(&history)?;
        let pack = surroundings.packs.named(&complaint.pack.0)?;
        let clocks = clocks_of(&complaint, &pack, &surroundings, self.today())?;
        let person = match &complaint.contact.person {
            Some(person) => self.person(signed, person).await?,
            None => None,
        };
        let seq = history.last().map_or(0, |told| told.seq);
        Ok(Case { id, reference, history, complaint, clocks, pack, person, seq, surroundings })
    }

    /// A person on record.
    ///
    /// # Errors
    /// The records cannot be reached or read.
    pub async fn person(&self, signed: &Signed, id: &PersonId) -> Result<Option<Person>, Declined> {
        let entries = record::load(&self.db, &signed.scope, &person::stream(id)).await?;
        let events =
            entries.iter().map(read_event::<PersonEvent>).collect::<Result<Vec<_>, Declined>>()?;
        Ok(person::fold(&events))
    }
}

/// Loads a history inside or outside a transaction.
///
/// # Errors
/// The records cannot be reached or read.
pub async fn history(
    from: impl Into<Source<'_>>,
    scope: &redress_store::Scope,
    stream: &str,
) -> Result<Vec<Told>, Declined> {
    record::load(from, scope, stream).await?.iter().map(told).collect()
}

/// The ends of some histories, each after a place in it, by case.
///
/// # Errors
/// The records cannot be reached or read.
pub async fn tails_of(
    from: impl Into<Source<'_>>,
    scope: &redress_store::Scope,
    tails: &[(&str, i64)],
) -> Result<HashMap<String, Vec<Told>>, Declined> {
    let mut all: HashMap<String, Vec<Told>> = HashMap::new();
    for entry in record::load_tails(from, scope, tails).await? {
        all.entry(entry.stream.clone()).or_default().push(told(&entry)?);
    }
    Ok(all)
}

/// The state a history leads to.
///
/// # Errors
/// The history does not begin with a receipt.
pub fn folded(history: &[Told]) -> Result<Complaint, Declined> {
    let happened: Vec<Happened> = history.iter().map(|told| told.happened.clone()).collect();
    fold(&happened).context("a case does not begin with its receipt").map_err(Declined::Fault)
}

/// The clocks of a case on a day.
///
/// # Errors
/// The calendar ends.
pub fn clocks_of(
    complaint: &Complaint,
    pack: &Pack,
    surroundings: &Surroundings,
    today: jiff::civil::Date,
) -> Result<Vec<Clock>, Declined> {
    let terms = terms(pack, complaint.floor)?;
    clocks(complaint, terms, &surroundings.calendar, today)
        .map_err(|ends: CalendarEnds| Declined::from(ends))
}

fn told(entry: &Entry) -> Result<Told, Declined> {
    Ok(Told {
        seq: entry.seq,
        position: entry.position,
        recorded_at: entry.recorded_at,
        hash: entry.hash.clone(),
        happened: Happened {
            on: entry.happened_on,
            by: entry.actor.clone().map(StaffId),
            event: read_event::<Event>(entry)?,
        },
    })
}

/// Reads a stored event.
///
/// # Errors
/// A kind or fact this program does not know.
pub fn read_event<T: serde::de::DeserializeOwned>(entry: &Entry) -> Result<T, Declined> {
    let whole = serde_json::json!({ "kind": entry.kind, "facts": entry.facts });
    serde_json::from_value(whole)
        .with_context(|| format!("event {} of the record cannot be read", entry.position))
        .map_err(Declined::Fault)
}
