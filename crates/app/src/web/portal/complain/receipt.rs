//! M4, the receipt: proof that we have it, the next date and how it was reached, and the code that
//! opens it. Opened again on the same visit it is the same receipt.

use askama::Template;
use axum::extract::State;

use crate::web::page::Page;
use crate::web::portal::guest::MaybeGuest;
use crate::web::portal::mine::view::View;
use crate::web::portal::shell::{Heard, Shell};
use crate::web::state::App;

#[derive(Template)]
#[template(path = "portal/receipt.html")]
struct ReceiptPage {
    p: Shell,
    v: View,
    code: String,
}

/// The receipt.
pub async fn get(MaybeGuest(guest): MaybeGuest, State(app): State<App>, heard: Heard) -> Page {
    let Some(guest) = guest.filter(|guest| guest.at.visit.draft.is_some()) else {
        return Page::see_other("/track");
    };
    if guest.reference().is_empty() {
        return Page::see_other("/complain/answers");
    }
    let case = match app.desk.case(&guest.at.signed, guest.reference()).await {
        Ok(case) => case,
        Err(declined) => return Page::declined(declined),
    };
    let code = app.desk.receipt_code(&guest.token, &guest.at);
    let mut p = Shell::of(&app, &heard, Some(&guest), "receipt-title").await;
    p.frame = p.frame.about(&case.reference);
    p.large = case.person.as_ref().is_some_and(|person| person.large_print);
    let acts = guest.at.visit.representative;
    let v = View::of(&case, heard.tongue, app.desk.today(), acts);
    Page::ok(&ReceiptPage { p, v, code })
}
