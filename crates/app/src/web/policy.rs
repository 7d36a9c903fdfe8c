//! Policies: which rules hold when, how they read, and the numbers behind them.

use std::sync::Arc;

use redress_domain::policy::Pack;
use redress_domain::vocabulary::Role;
use redress_store::packs::{self, OwnPack, PackStanding};

use crate::desk::{Declined, policies};
use crate::web::guard::Staff;
use crate::web::page::Page;
use crate::web::route::{Route, Who};
use crate::web::state::App;

mod code_check;
mod comparison;
mod list;
mod own;
mod parameters;
mod readable;
pub mod what_if;

/// Who puts a policy in force.
pub const ADOPTERS: Who = Who::Roles(policies::DECIDERS);

/// Who loads one: administrators as well, who approve none.
pub const LOADERS: Who = Who::Roles(policies::LOADERS);

/// Readers of policies, and administrators, who load them.
const READERS: Who = Who::Roles(&[
    Role::ContactCentre,
    Role::ComplaintsOfficer,
    Role::Stage2Officer,
    Role::InvestigatingOfficer,
    Role::ComplaintsManager,
    Role::SeniorManager,
    Role::ServiceManager,
    Role::Auditor,
    Role::GoverningBodyMember,
    Role::Administrator,
]);

/// The pages of policies.
pub fn routes() -> Vec<Route> {
    vec![
        Route::get("/policies", READERS, list::get),
        Route::post("/policies", ADOPTERS, list::post),
        Route::get("/policies/new", LOADERS, own::get),
        Route::post("/policies/new", LOADERS, own::post),
        Route::get("/policies/comparison", READERS, comparison::get),
        Route::post("/policies/proposals/{id}/approval", ADOPTERS, list::approve),
        Route::post("/policies/proposals/{id}/withdrawal", ADOPTERS, list::withdraw),
        Route::get("/policies/{pack}", READERS, readable::get),
        Route::post("/policies/{pack}/approval", ADOPTERS, own::approve),
        Route::post("/policies/{pack}/withdrawal", LOADERS, own::withdraw),
        Route::get("/policies/{pack}/parameters", READERS, parameters::get),
        Route::get("/policies/{pack}/code-check", READERS, code_check::get),
        Route::get("/policies/{pack}/what-if", ADOPTERS, what_if::get),
        Route::post("/policies/{pack}/what-if", ADOPTERS, what_if::post),
    ]
}

/// A policy that an address names.
struct Found {
    pack: Arc<Pack>,
    /// How its pages are named: its short name, or the random id of one that is not approved.
    id: String,
    /// Who loaded it, where it is the landlord's own.
    own: Option<OwnPack>,
}

/// The policy of an address: by its short name, or by the random id of one of the landlord's own.
async fn found(app: &App, staff: &Staff, id: &str) -> Result<Found, Page> {
    match look(app, staff, id).await {
        Ok(Some(found)) => Ok(found),
        Ok(None) => Err(Page::missing()),
        Err(declined) => Err(Page::declined(declined)),
    }
}

async fn look(app: &App, staff: &Staff, id: &str) -> Result<Option<Found>, Declined> {
    let scope = &staff.signed.scope;
    let packs = app.desk.packs(scope).await?;
    if let Some(pack) = packs.find(id) {
        let own = packs::list(&app.desk.db, scope).await?;
        let own =
            own.into_iter().find(|own| own.pack == id && own.standing == PackStanding::Approved);
        return Ok(Some(Found { pack, id: id.to_owned(), own }));
    }
    let own = app.desk.own_pack(scope, id).await?;
    Ok(own.map(|(own, pack)| Found { pack, id: id.to_owned(), own: Some(own) }))
}

/// Every policy that can be looked at, with its name: the known ones, then drafts.
async fn choices(app: &App, staff: &Staff) -> Result<Vec<(String, String)>, Declined> {
    let scope = &staff.signed.scope;
    let known = app.desk.packs(scope).await?;
    let mut choices: Vec<(String, String)> =
        known.all().map(|pack| (pack.id.0.clone(), titled(pack))).collect();
    let drafts = packs::list(&app.desk.db, scope).await?;
    let drafts = drafts.into_iter().filter(|own| own.standing == PackStanding::Draft);
    choices.extend(drafts.map(|own| {
        let name = format!("Draft: {}, version {} ({})", own.title, own.version, own.pack);
        (own.id, name)
    }));
    Ok(choices)
}

/// A policy as lists name it.
fn titled(pack: &Pack) -> String {
    format!("{}, {}", pack.title, pack.landlord)
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
