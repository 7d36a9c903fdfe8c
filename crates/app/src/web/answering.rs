//! Answering, going on, putting right and ending: the pages from the findings to the closure.

pub mod actions;
pub mod clearance;
pub mod closure;
pub mod enquiry;
pub mod escalation;
pub mod findings;
pub mod letters;
pub mod offers;
pub mod paper;
pub mod refusal;
pub mod remedies;
pub mod response;
pub mod would;

use crate::web::route::{HANDLERS, READERS, Route, STAFF};

/// The routes of these pages, a line a page.
pub fn routes() -> Vec<Route> {
    vec![
        Route::get("/complaints/{re}/findings", READERS, findings::get),
        Route::post("/complaints/{re}/findings/{id}", HANDLERS, findings::post),
        Route::get("/complaints/{re}/remedies", READERS, remedies::get),
        Route::post("/complaints/{re}/remedies", HANDLERS, remedies::post),
        Route::post("/complaints/{re}/remedies/promise", HANDLERS, remedies::promise),
        Route::get("/complaints/{re}/offers", READERS, offers::get),
        Route::post("/complaints/{re}/offers/{id}", STAFF, offers::post),
        Route::post("/complaints/{re}/offers/{id}/payment", HANDLERS, offers::pay),
        Route::post("/complaints/{re}/offers/{id}/lapse", HANDLERS, offers::further::lapse),
        Route::post("/complaints/{re}/offers/{id}/panel", HANDLERS, offers::further::refer),
        Route::post(
            "/complaints/{re}/offers/{id}/recommendation",
            HANDLERS,
            offers::further::recommend,
        ),
        Route::post("/complaints/{re}/claims", HANDLERS, offers::further::claim),
        Route::get("/complaints/{re}/actions", READERS, actions::get),
        Route::post("/complaints/{re}/actions/{id}", HANDLERS, actions::post),
        Route::post("/complaints/{re}/actions/{id}/completion", HANDLERS, actions::complete),
        Route::post("/complaints/{re}/actions/{id}/dispute", HANDLERS, actions::dispute),
        Route::get("/complaints/{re}/response", READERS, response::get),
        Route::post("/complaints/{re}/response", HANDLERS, response::post),
        Route::get("/complaints/{re}/response/preview", READERS, response::preview::get),
        Route::get("/complaints/{re}/response/preview.pdf", READERS, response::preview::pdf),
        Route::post("/complaints/{re}/response/preview.pdf", HANDLERS, response::preview::pdf_of),
        Route::post("/complaints/{re}/response/rethink", HANDLERS, response::rethink),
        Route::post("/complaints/{re}/response/enquiry", HANDLERS, enquiry::post),
        Route::get("/complaints/{re}/clearance", HANDLERS, clearance::get),
        Route::post("/complaints/{re}/clearance", HANDLERS, clearance::post),
        Route::get("/complaints/{re}/letters", READERS, letters::list),
        Route::get("/complaints/{re}/letters/{id}", READERS, letters::one),
        Route::get("/complaints/{re}/letters/{id}/paper", READERS, letters::paper),
        Route::get("/complaints/{re}/letters/{id}/post", STAFF, letters::post_paper),
        Route::post("/complaints/{re}/letters/{id}/post", STAFF, letters::posted),
        Route::get("/complaints/{re}/escalation", READERS, escalation::get),
        Route::post("/complaints/{re}/escalation", STAFF, escalation::post),
        Route::post("/complaints/{re}/escalation/acceptance", HANDLERS, escalation::accept::post),
        Route::post("/complaints/{re}/escalation/back", HANDLERS, escalation::back::post),
        Route::get("/complaints/{re}/refusal", READERS, refusal::get),
        Route::post("/complaints/{re}/refusal", HANDLERS, refusal::post),
        Route::post("/complaints/{re}/refusal/stage-2", HANDLERS, refusal::stage_two),
        Route::post("/complaints/{re}/refusal/direction", HANDLERS, refusal::direct),
        Route::get("/complaints/{re}/closure", READERS, closure::get),
        Route::post("/complaints/{re}/closure", HANDLERS, closure::post),
        Route::post("/complaints/{re}/closure/lesson", HANDLERS, closure::after::lesson),
        Route::post("/complaints/{re}/closure/improvement", HANDLERS, closure::after::improvement),
        Route::post("/complaints/{re}/closure/reopening", HANDLERS, closure::after::reopen),
        Route::post("/complaints/{re}/closure/survey", HANDLERS, closure::after::survey),
        Route::post("/complaints/{re}/closure/survey-answer", STAFF, closure::after::survey_answer),
    ]
}
