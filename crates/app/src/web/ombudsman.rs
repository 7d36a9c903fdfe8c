//! The Ombudsman's desk: what is due to it across cases, and its part in one case.

pub mod case;
mod read;

use redress_domain::vocabulary::Role;

use crate::web::route::{READERS, Route, STAFF, Who};

/// Who works at the Ombudsman's desk, and auditors, who read along.
pub const DESK: Who = Who::Roles(DESK_ROLES);

/// Their roles.
pub const DESK_ROLES: &[Role] = &[
    Role::ComplaintsOfficer,
    Role::Stage2Officer,
    Role::ComplaintsManager,
    Role::SeniorManager,
    Role::Auditor,
];

/// Who may act there.
const ACTING: Who = Who::Roles(&[
    Role::ComplaintsOfficer,
    Role::Stage2Officer,
    Role::ComplaintsManager,
    Role::SeniorManager,
]);

/// The routes within a case. That the Ombudsman was in touch, anybody who takes contacts in may
/// write down.
pub fn routes() -> Vec<Route> {
    vec![
        Route::get("/complaints/{re}/ombudsman", READERS, case::get),
        Route::post("/complaints/{re}/ombudsman", STAFF, case::post_contact),
        Route::post("/complaints/{re}/ombudsman/evidence", ACTING, case::post_evidence),
        Route::post("/complaints/{re}/ombudsman/evidence/sent", ACTING, case::post_sent),
        Route::post("/complaints/{re}/ombudsman/evidence/more-time", ACTING, case::post_more_time),
        Route::post("/complaints/{re}/ombudsman/determination", ACTING, case::post_determination),
        Route::post("/complaints/{re}/ombudsman/discussion", ACTING, case::post_discussion),
        Route::post("/complaints/{re}/ombudsman/orders", ACTING, case::post_order),
        Route::post("/complaints/{re}/ombudsman/orders/{id}", ACTING, case::post_compliance),
    ]
}
