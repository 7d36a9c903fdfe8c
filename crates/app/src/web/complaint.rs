//! Everything about one complaint: its pages and what may be done on them.

pub mod acknowledgement;
pub mod acts;
pub mod assignment;
pub mod case;
pub mod choices;
pub mod clocks;
pub mod codes;
pub mod comments;
pub mod conflicts;
pub mod contacts;
pub mod definition;
pub mod departures;
pub mod evidence;
pub mod extension;
pub mod history;
pub mod information;
pub mod joining;
pub mod links;
pub mod logging;
pub mod needs;
pub mod options;
pub mod people;
pub mod points;
pub mod received_date;
pub mod tags;
pub mod told;
pub mod triage;
pub mod withdrawal;
pub mod writing;

use crate::web::route::{READERS, Route, STAFF};

/// The routes of a complaint, a line a page. What a person may do there, the desk asks again.
pub fn routes() -> Vec<Route> {
    [looking(), coming_in(), investigating()].into_iter().flatten().collect()
}

/// The case itself and how it came to stand where it does.
fn looking() -> Vec<Route> {
    vec![
        Route::get("/complaints/{re}", READERS, case::get),
        Route::get("/complaints/{re}/clocks/{id}", READERS, clocks::get),
        Route::get("/complaints/{re}/choices", READERS, choices::get),
        Route::get("/complaints/{re}/history", READERS, history::get),
        Route::post("/complaints/{re}/history/check", READERS, history::post_check),
        Route::get("/complaints/{re}/files/{id}", READERS, evidence::get_file),
    ]
}

/// From the first contact to the acknowledgement.
fn coming_in() -> Vec<Route> {
    vec![
        Route::get("/complaints/{re}/triage", READERS, triage::get),
        Route::post("/complaints/{re}/triage", STAFF, triage::post),
        Route::post("/complaints/{re}/triage/choice", STAFF, triage::post_choice),
        Route::get("/complaints/{re}/belongs", READERS, joining::get),
        Route::post("/complaints/{re}/belongs", STAFF, joining::post),
        Route::get("/complaints/{re}/received-date", READERS, received_date::get),
        Route::post("/complaints/{re}/received-date", STAFF, received_date::post),
        Route::get("/complaints/{re}/logging", READERS, logging::get),
        Route::post("/complaints/{re}/logging", STAFF, logging::post),
        Route::post("/complaints/{re}/logging/form", STAFF, logging::post_form),
        Route::get("/complaints/{re}/people", READERS, people::get),
        Route::post("/complaints/{re}/people/representative", STAFF, people::post_representative),
        Route::post("/complaints/{re}/people/lead", STAFF, people::post_lead),
        Route::post("/complaints/{re}/people/about", STAFF, people::post_about),
        Route::post("/complaints/{re}/people/cleared", STAFF, people::post_cleared),
        Route::post("/complaints/{re}/people/resident", STAFF, people::resident::post),
        Route::get("/complaints/{re}/codes", READERS, codes::get),
        Route::post("/complaints/{re}/codes", STAFF, codes::post),
        Route::get("/complaints/{re}/links", READERS, links::get),
        Route::post("/complaints/{re}/links", STAFF, links::post),
        Route::get("/complaints/{re}/writing", READERS, writing::get),
        Route::post("/complaints/{re}/writing/{id}", STAFF, writing::post),
        Route::get("/complaints/{re}/withdrawal", READERS, withdrawal::get),
        Route::post("/complaints/{re}/withdrawal", STAFF, withdrawal::post),
        Route::get("/complaints/{re}/definition", READERS, definition::get),
        Route::post("/complaints/{re}/definition", STAFF, definition::post),
        Route::post(
            "/complaints/{re}/definition/clarification",
            STAFF,
            definition::post_clarification,
        ),
        Route::post(
            "/complaints/{re}/definition/confirmation",
            STAFF,
            definition::post_confirmation,
        ),
        Route::get("/complaints/{re}/assignment", READERS, assignment::get),
        Route::post("/complaints/{re}/assignment", STAFF, assignment::post),
        Route::get("/complaints/{re}/conflicts", READERS, conflicts::get),
        Route::post("/complaints/{re}/conflicts", STAFF, conflicts::post),
        Route::get("/complaints/{re}/acknowledgement", READERS, acknowledgement::get),
        Route::post("/complaints/{re}/acknowledgement", STAFF, acknowledgement::post),
        Route::get("/complaints/{re}/needs", READERS, needs::get),
        Route::post("/complaints/{re}/needs", STAFF, needs::post),
        Route::post("/complaints/{re}/needs/why", READERS, needs::post_why),
    ]
}

/// Looking into it.
fn investigating() -> Vec<Route> {
    vec![
        Route::get("/complaints/{re}/contacts", READERS, contacts::get),
        Route::post("/complaints/{re}/contacts", STAFF, contacts::post),
        Route::post("/complaints/{re}/contacts/update", STAFF, contacts::post_update),
        Route::post("/complaints/{re}/contacts/rhythm", STAFF, contacts::post_rhythm),
        Route::get("/complaints/{re}/evidence", READERS, evidence::get),
        Route::post("/complaints/{re}/evidence", STAFF, evidence::post),
        Route::get("/complaints/{re}/information-requests", READERS, information::get),
        Route::post("/complaints/{re}/information-requests", STAFF, information::post),
        Route::get("/complaints/{re}/comments", READERS, comments::get),
        Route::post("/complaints/{re}/comments", STAFF, comments::post),
        Route::get("/complaints/{re}/points", READERS, points::get),
        Route::post("/complaints/{re}/points/addition", STAFF, points::post_addition),
        Route::post("/complaints/{re}/points/split", STAFF, points::post_split),
        Route::get("/complaints/{re}/extension", READERS, extension::get),
        Route::post("/complaints/{re}/extension", STAFF, extension::post),
        Route::get("/complaints/{re}/departures", READERS, departures::get),
        Route::post("/complaints/{re}/departures", STAFF, departures::post),
    ]
}
