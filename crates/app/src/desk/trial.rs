//! Playing a landlord's recorded cases under another policy. Reads only; nothing is saved.

use redress_domain::event::{Event, Happened};
use redress_domain::policy::terms::Terms;
use redress_store::Scope;
use redress_store::lists;

use crate::desk::case::history;
use crate::desk::surroundings::{Surroundings, terms};
use crate::desk::{Declined, Desk};
use crate::what_if::recorded::{Around, compare};
use crate::what_if::{CaseChange, WhatIf};

/// How many cases are looked up at a time.
const PAGE: i64 = 500;

/// Whose cases are played, and who looks.
#[derive(Clone, Copy, Debug)]
pub struct Trial<'a> {
    pub scope: &'a Scope,
    /// Whoever looks: cases that bar them are left out. Nobody on the machine itself.
    pub viewer: Option<&'a str>,
}

impl Desk {
    /// Plays every recorded case of a landlord under other terms. `each` hears how far it is.
    ///
    /// # Errors
    /// The records cannot be reached, or a case cannot be read.
    pub async fn what_if(
        &self,
        trial: Trial<'_>,
        other: Terms<'_>,
        mut each: impl FnMut(usize, usize),
    ) -> Result<WhatIf, Declined> {
        let surroundings = self.surroundings(trial.scope).await?;
        let ids = self.every_case(trial.scope).await?;
        let mut found =
            WhatIf { pack: other.pack.id.0.clone(), floor: other.floor, ..WhatIf::default() };
        for (done, id) in ids.iter().enumerate() {
            each(done, ids.len());
            if let Some(viewer) = trial.viewer
                && lists::is_barred(&self.db, trial.scope, id, viewer).await?
            {
                continue;
            }
            found.add(self.change(trial.scope, id, other, &surroundings).await?);
        }
        each(ids.len(), ids.len());
        Ok(found)
    }

    async fn every_case(&self, scope: &Scope) -> Result<Vec<String>, Declined> {
        let mut ids: Vec<String> = Vec::new();
        loop {
            let after = ids.last().cloned().unwrap_or_default();
            let page = lists::complaints_after(&self.db, scope, &after, PAGE).await?;
            if page.is_empty() {
                return Ok(ids);
            }
            ids.extend(page);
        }
    }

    async fn change(
        &self,
        scope: &Scope,
        id: &str,
        other: Terms<'_>,
        surroundings: &Surroundings,
    ) -> Result<Option<CaseChange>, Declined> {
        let history = history(&self.db, scope, id).await?;
        let history: Vec<Happened> = history.into_iter().map(|told| told.happened).collect();
        let Some((pack, floor)) = history.iter().find_map(|it| match &it.event {
            Event::ComplaintReceived { pack, floor, .. } => Some((pack, *floor)),
            _ => None,
        }) else {
            return Ok(None);
        };
        let reference = history.iter().find_map(|it| match &it.event {
            Event::ReferenceGiven { reference } => Some(reference.as_str()),
            _ => None,
        });
        let own = surroundings.packs.named(&pack.0)?;
        let own = terms(&own, floor)?;
        let around = Around {
            calendar: &surroundings.calendar,
            staff: &surroundings.roles,
            today: self.today(),
        };
        // A calendar that ends too early is said of the case, and the others are played on.
        Ok(compare(reference.unwrap_or(id), &history, (own, other), around).unwrap_or_default())
    }
}
