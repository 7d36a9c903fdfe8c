//! Taking back details whose day has not come: those before them go on.

use axum::extract::State;
use axum::http::StatusCode;
use jiff::civil::Date;

use super::STALE;
use crate::desk::house::Whose;
use crate::web::guard::Staff;
use crate::web::page::Page;
use crate::web::part::day;
use crate::web::part::errors::FormErrors;
use crate::web::part::sent::Sent;
use crate::web::posted::Posted;
use crate::web::state::App;

/// One set of details that may be taken back.
pub struct Coming {
    /// The first day, as the form sends it and as it is read.
    pub from: String,
    pub named: String,
}

impl Coming {
    /// Those of some days that are still to come, the next first.
    pub fn of(days: impl Iterator<Item = Date>, today: Date) -> Vec<Self> {
        let coming = days.filter(|from| today < *from);
        coming.map(|from| Self { from: from.to_string(), named: day::short(from) }).collect()
    }
}

/// Takes back the landlord's own.
pub async fn landlord(staff: Staff, State(app): State<App>, posted: Posted) -> Page {
    match withdraw(&app, &staff, Whose::Landlord, &posted).await {
        Ok(()) => Page::see_other("/settings?done=withdrawn"),
        Err(Some(page)) => page,
        Err(None) => {
            let errors = FormErrors::top(STALE);
            super::again(&app, &staff, Sent::nothing(), errors, StatusCode::CONFLICT).await
        }
    }
}

/// Takes back the Ombudsman's.
pub async fn ombudsman(staff: Staff, State(app): State<App>, posted: Posted) -> Page {
    match withdraw(&app, &staff, Whose::Ombudsman, &posted).await {
        Ok(()) => Page::see_other("/settings/ombudsman?done=withdrawn"),
        Err(Some(page)) => page,
        Err(None) => {
            let form = (Sent::nothing(), FormErrors::top(STALE));
            super::ombudsman::again(&app, &staff, form, StatusCode::CONFLICT).await
        }
    }
}

/// None where somebody else was first, or the day has come.
async fn withdraw(
    app: &App,
    staff: &Staff,
    whose: Whose,
    posted: &Posted,
) -> Result<(), Option<Page>> {
    let from: Date = posted.sent.get("from").parse().map_err(|_| None)?;
    let seen = posted.sent.get("seen");
    match app.desk.withdraw_details(&staff.signed, (whose, from), seen).await {
        Ok(true) => Ok(()),
        Ok(false) => Err(None),
        Err(declined) => Err(Some(Page::declined(declined))),
    }
}
