//! Policies: which rules hold when, how they read, and the numbers behind them.

use redress_domain::policy::{Pack, shipped};

use crate::web::route::{POLICY_READERS, Route, Who};
use redress_domain::vocabulary::Role;

mod code_check;
mod comparison;
mod list;
mod parameters;
mod readable;
pub mod what_if;

/// Who puts a policy in force.
pub const ADOPTERS: Who = Who::Roles(&[Role::ComplaintsManager, Role::SeniorManager]);

/// The pages of policies.
pub fn routes() -> Vec<Route> {
    vec![
        Route::get("/policies", POLICY_READERS, list::get),
        Route::post("/policies", ADOPTERS, list::post),
        Route::get("/policies/comparison", POLICY_READERS, comparison::get),
        Route::get("/policies/{pack}", POLICY_READERS, readable::get),
        Route::get("/policies/{pack}/parameters", POLICY_READERS, parameters::get),
        Route::get("/policies/{pack}/code-check", POLICY_READERS, code_check::get),
        Route::get("/policies/{pack}/what-if", ADOPTERS, what_if::get),
        Route::post("/policies/{pack}/what-if", ADOPTERS, what_if::post),
    ]
}

/// The pack of an address.
fn pack(id: &str) -> Option<&'static Pack> {
    shipped::pack(id)
}

/// Where a clause stands on the readable policy: `c-7.1.3`. Of several, where the first stands.
pub fn anchor(clause: &str) -> String {
    let first = clause.split(", ").next().unwrap_or(clause);
    let kept = first
        .chars()
        .map(|letter| if letter.is_ascii_alphanumeric() || letter == '.' { letter } else { '-' });
    format!("c-{}", kept.collect::<String>().trim_matches('-'))
}

#[cfg(test)]
mod tests {
    use redress_domain::policy::shipped;

    use super::anchor;

    #[test]
    fn a_clause_has_an_address() {
        assert_eq!(anchor("7.1.3"), "c-7.1.3");
        assert_eq!(anchor("4 (printed 2.1.1)"), "c-4--printed-2.1.1");
        assert_eq!(anchor("6.6, 6.17"), "c-6.6");
    }

    #[test]
    fn every_clause_that_a_refusal_may_name_can_be_read() {
        for pack in shipped::packs().unwrap() {
            let places: Vec<String> =
                pack.readings.iter().map(|reading| anchor(&reading.clause)).collect();
            for clause in pack.clauses.values() {
                assert!(places.contains(&anchor(clause)), "{} {clause}", pack.id.0);
            }
        }
    }
}
