//! Behaviour: incidents, a warning, and restrictions that stay fair and short (Code 5.14, 5.15).

pub mod case;
mod proposing;
mod read;

use redress_domain::vocabulary::Role;

use crate::web::route::{READERS, Route, STAFF, Who};

/// Who may propose a restriction or warn somebody.
const PROPOSERS: Who = Who::Roles(&[
    Role::ComplaintsOfficer,
    Role::Stage2Officer,
    Role::ComplaintsManager,
    Role::SeniorManager,
    Role::ServiceManager,
]);

/// Who may see what a proposal rests on, beside whoever made it.
pub const DECIDING_ROLES: &[Role] = &[Role::ComplaintsManager, Role::SeniorManager];

const DECIDING: Who = Who::Roles(DECIDING_ROLES);

/// The routes within a case.
pub fn routes() -> Vec<Route> {
    vec![
        Route::get("/complaints/{re}/restrictions", READERS, case::get),
        Route::post("/complaints/{re}/restrictions", PROPOSERS, case::post_proposal),
        Route::post("/complaints/{re}/restrictions/incident", STAFF, case::post_incident),
        Route::post("/complaints/{re}/restrictions/warning", PROPOSERS, case::post_warning),
        Route::post("/complaints/{re}/restrictions/{id}/approval", DECIDING, case::post_approval),
        Route::post("/complaints/{re}/restrictions/{id}/refusal", DECIDING, case::post_refusal),
        Route::post("/complaints/{re}/restrictions/{id}/review", DECIDING, case::post_review),
        Route::post("/complaints/{re}/restrictions/{id}/lifting", DECIDING, case::post_lifting),
        Route::post("/complaints/{re}/restrictions/{id}/challenge", STAFF, case::post_challenge),
    ]
}
