//! E-mail as it came in: what waits for a person, what joined a case, what machines wrote.

pub mod list;
pub mod one;
pub mod original;

use crate::web::route::{READERS, Route, TRIAGE};

/// The routes of e-mail.
pub fn routes() -> Vec<Route> {
    vec![
        Route::get("/mail", READERS, list::get),
        Route::get("/mail/{id}", READERS, one::get),
        Route::get("/mail/{id}/original", READERS, original::get),
        Route::post("/mail/{id}/contact", TRIAGE, one::post_contact),
        Route::post("/mail/{id}/case", TRIAGE, one::post_case),
        Route::post("/mail/{id}/nothing", TRIAGE, one::post_nothing),
    ]
}
