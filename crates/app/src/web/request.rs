//! Requests for service: what becomes of one, apart from any complaint.

pub mod case;

use redress_domain::vocabulary::Role;

use crate::web::route::{READERS, Route, Who};

/// Who deals with requests.
const DEALING: Who = Who::Roles(&[
    Role::ContactCentre,
    Role::ComplaintsOfficer,
    Role::InvestigatingOfficer,
    Role::ComplaintsManager,
    Role::ServiceManager,
]);

/// Who looks at them again.
const REVIEWING: Who =
    Who::Roles(&[Role::ComplaintsOfficer, Role::ComplaintsManager, Role::ServiceManager]);

/// Who says who oversees one.
const GIVING: Who = Who::Roles(&[
    Role::ComplaintsOfficer,
    Role::Stage2Officer,
    Role::ComplaintsManager,
    Role::SeniorManager,
    Role::ServiceManager,
]);

/// The routes within a case.
pub fn routes() -> Vec<Route> {
    vec![
        Route::get("/complaints/{re}/request", READERS, case::get),
        Route::post("/complaints/{re}/request", DEALING, case::post_offer),
        Route::post("/complaints/{re}/request/answer", DEALING, case::post_answer),
        Route::post("/complaints/{re}/request/outcome", DEALING, case::post_outcome),
        Route::post("/complaints/{re}/request/review", REVIEWING, case::post_review),
        Route::post("/complaints/{re}/request/overseer", GIVING, case::post_overseer),
    ]
}
