//! An e-mail as it came, handed out as a download; not where something in it was held back.

use axum::extract::{Path, State};

use crate::desk::Declined;
use crate::web::complaint::evidence::handed_out;
use crate::web::guard::Staff;
use crate::web::mail::one;
use crate::web::page::Page;
use crate::web::state::App;

/// The original.
pub async fn get(staff: Staff, State(app): State<App>, Path(id): Path<String>) -> Page {
    let shown = match app.desk.mail(&staff.signed, &id).await {
        Ok(shown) => shown,
        Err(declined) => return Page::declined(declined),
    };
    let safe = shown.mail.as_ref().is_some_and(|mail| mail.held.is_empty());
    if !safe {
        return Page::declined(Declined::Missing);
    }
    if let Err(declined) = one::note_look(&app, &staff, &shown, "mail/original").await {
        return Page::declined(declined);
    }
    match app.desk.files.read(&shown.row.sha256).await {
        Ok(bytes) => handed_out("original.eml", "message/rfc822", bytes),
        Err(error) => Page::declined(error.into()),
    }
}
