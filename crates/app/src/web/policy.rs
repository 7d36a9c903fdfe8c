//! Policies: which rules hold when, how they read, and the numbers behind them.

use redress_domain::policy::{Pack, shipped};

use crate::web::page::Page;
use crate::web::route::{POLICY_READERS, Route, Who};
use redress_domain::vocabulary::Role;

mod list;
mod parameters;
mod readable;

/// Who puts a policy in force.
pub const ADOPTERS: Who = Who::Roles(&[Role::ComplaintsManager, Role::SeniorManager]);

/// The pages of policies.
pub fn routes() -> Vec<Route> {
    vec![
        Route::get("/policies", POLICY_READERS, list::get),
        Route::post("/policies", ADOPTERS, list::post),
        Route::get("/policies/{pack}", POLICY_READERS, readable::get),
        Route::get("/policies/{pack}/parameters", POLICY_READERS, parameters::get),
    ]
}

/// The pack of an address.
fn pack(id: &str) -> Result<&'static Pack, Page> {
    shipped::pack(id).ok_or_else(Page::missing)
}

/// Where a clause stands on the readable policy: `c-7.1.3`.
pub fn anchor(clause: &str) -> String {
    let kept = clause
        .chars()
        .map(|letter| if letter.is_ascii_alphanumeric() || letter == '.' { letter } else { '-' });
    format!("c-{}", kept.collect::<String>().trim_matches('-'))
}
