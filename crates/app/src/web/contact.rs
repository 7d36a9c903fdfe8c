//! Contacts: what people said to us, taken down in the order of a call, and the list of those that
//! nobody has judged yet.

pub mod list;
pub mod new;

use crate::web::route::{READERS, Route, STAFF};

/// The routes of contacts.
pub fn routes() -> Vec<Route> {
    vec![
        Route::get("/contacts", READERS, list::get),
        Route::get("/contacts/new", STAFF, new::get),
        Route::post("/contacts/new", STAFF, new::post),
    ]
}
