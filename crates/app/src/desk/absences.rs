//! Who is away and who covers: set by whoever is away, or by a manager for others.

use jiff::civil::Date;
use redress_domain::vocabulary::Role;
use redress_store::absences::{self, Absence};
use redress_store::accounts;

use crate::desk::reminders::cover;
use crate::desk::{Declined, Desk, Signed};

/// Who may set absences of others.
pub const MANAGERS: &[Role] = &[Role::ComplaintsManager, Role::SeniorManager];

/// An absence as somebody asks for it.
#[derive(Clone, Debug)]
pub struct Away {
    pub staff: String,
    pub deputy: String,
    pub from: Date,
    pub until: Date,
}

/// Why an absence cannot be set as asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// Somebody covers for themselves.
    OwnDeputy,
    /// Nobody with a part in complaints, or no longer here.
    DeputyUnknown,
    /// The deputy is away for some of that time.
    DeputyAway,
    /// It ends before it begins.
    Backwards,
    /// It lies behind us.
    Past,
    /// They are away already for some of that time.
    Twice,
}

impl Desk {
    /// Sets an absence. What cannot be is answered, not recorded.
    ///
    /// # Errors
    /// `NotAllowed` where it is somebody else's and the person is no manager.
    pub async fn set_absence(
        &self,
        signed: &Signed,
        away: &Away,
    ) -> Result<Result<String, Unfit>, Declined> {
        may(signed, &away.staff)?;
        let today = self.today();
        let scope = &signed.scope;
        if away.staff == away.deputy {
            return Ok(Err(Unfit::OwnDeputy));
        }
        if away.until < away.from {
            return Ok(Err(Unfit::Backwards));
        }
        if away.until < today {
            return Ok(Err(Unfit::Past));
        }
        let mut tx = self.db.begin().await?;
        let known = accounts::find_staff(&mut tx, scope, &away.staff).await?;
        known.ok_or(Declined::Missing)?;
        let deputy = accounts::find_staff(&mut tx, scope, &away.deputy).await?;
        if !deputy.is_some_and(|it| it.active && Signed::handles(&it)) {
            return Ok(Err(Unfit::DeputyUnknown));
        }
        let held = absences::not_over(&mut tx, scope, today).await?;
        let meets = |it: &&Absence| {
            let end = it.ended_on.and_then(|back| back.yesterday().ok()).unwrap_or(it.until);
            it.from <= away.until && away.from <= end
        };
        if held.iter().filter(meets).any(|it| it.staff == away.staff) {
            return Ok(Err(Unfit::Twice));
        }
        if held.iter().filter(meets).any(|it| it.staff == away.deputy) {
            return Ok(Err(Unfit::DeputyAway));
        }
        let id = self.id().await?;
        let absence = Absence {
            id: id.clone(),
            staff: away.staff.clone(),
            deputy: away.deputy.clone(),
            from: away.from,
            until: away.until,
            ended_on: None,
            set_by: signed.staff.id.clone(),
            set_at: self.now(),
        };
        absences::add(&mut tx, scope, &absence).await?;
        tx.commit().await?;
        Ok(Ok(id))
    }

    /// Ends an absence early: the person is back today. False where it was over.
    ///
    /// # Errors
    /// `Missing`, and `NotAllowed` as for setting one.
    pub async fn end_absence(&self, signed: &Signed, id: &str) -> Result<bool, Declined> {
        let found = absences::find(&self.db, &signed.scope, id).await?;
        let absence = found.ok_or(Declined::Missing)?;
        may(signed, &absence.staff)?;
        let mut tx = self.db.begin().await?;
        let ended = absences::end(&mut tx, &signed.scope, id, self.today()).await?;
        tx.commit().await?;
        Ok(ended)
    }

    /// The colleagues whose work falls to somebody today, with the absence that says so.
    ///
    /// # Errors
    /// The records cannot be reached.
    pub async fn covered_by(&self, signed: &Signed) -> Result<Vec<Absence>, Declined> {
        let today = self.today();
        let all = absences::not_over(&self.db, &signed.scope, today).await?;
        let me = &signed.staff.id;
        let covered =
            all.iter().filter(|it| it.covers(today) && cover(&it.staff, (&all, today)) == *me);
        Ok(covered.cloned().collect())
    }
}

fn may(signed: &Signed, staff: &str) -> Result<(), Declined> {
    if signed.staff.id == staff || signed.is_any(MANAGERS) {
        return Ok(());
    }
    Err(Declined::NotAllowed { verb: "set-absence", roles: MANAGERS.to_vec() })
}
