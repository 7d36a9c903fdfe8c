//! The table of routes. A route without a permission does not compile: there is no other way to
//! make one, and the permission is asked before the page's own code runs.

use axum::Router;
use axum::handler::Handler;
use axum::http::Method;
use axum::middleware::from_fn_with_state;
use axum::routing::{MethodRouter, get, post};
use redress_domain::vocabulary::Role;

use crate::web::guard;
use crate::web::state::App;

/// Who may open a route. What they may do there with a case, the desk asks again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    /// Anybody at all, signed in or not.
    Anyone,
    /// Whoever came in by reference and code: their own case and nothing else.
    Resident,
    /// Everybody with an account.
    SignedIn,
    /// Holders of one of these roles.
    Roles(&'static [Role]),
}

/// Everybody who takes contacts in or works on cases.
pub const STAFF: Who = Who::Roles(&[
    Role::ContactCentre,
    Role::ComplaintsOfficer,
    Role::Stage2Officer,
    Role::InvestigatingOfficer,
    Role::ComplaintsManager,
    Role::SeniorManager,
    Role::ServiceManager,
]);

/// Staff, and auditors, who read everything and change nothing.
pub const READERS: Who = Who::Roles(&[
    Role::ContactCentre,
    Role::ComplaintsOfficer,
    Role::Stage2Officer,
    Role::InvestigatingOfficer,
    Role::ComplaintsManager,
    Role::SeniorManager,
    Role::ServiceManager,
    Role::Auditor,
]);

/// Who judges what a contact is.
pub const TRIAGE: Who = Who::Roles(&[
    Role::ContactCentre,
    Role::ComplaintsOfficer,
    Role::Stage2Officer,
    Role::InvestigatingOfficer,
    Role::ComplaintsManager,
    Role::ServiceManager,
]);

/// Who handles complaints.
pub const HANDLERS: Who = Who::Roles(&[
    Role::ComplaintsOfficer,
    Role::Stage2Officer,
    Role::InvestigatingOfficer,
    Role::ComplaintsManager,
    Role::SeniorManager,
    Role::ServiceManager,
]);

/// Readers of policies: staff, auditors and the governing body.
pub const POLICY_READERS: Who = Who::Roles(&[
    Role::ContactCentre,
    Role::ComplaintsOfficer,
    Role::Stage2Officer,
    Role::InvestigatingOfficer,
    Role::ComplaintsManager,
    Role::SeniorManager,
    Role::ServiceManager,
    Role::Auditor,
    Role::GoverningBodyMember,
]);

/// Accounts and roles.
pub const ADMINISTRATOR: Who = Who::Roles(&[Role::Administrator]);

/// The landlord's own settings.
pub const SETTINGS: Who = Who::Roles(crate::desk::house::SETTERS);

/// Who writes down exceptional events.
pub const EXCEPTIONAL: Who = Who::Roles(crate::desk::exceptional::WRITERS);

/// Who reads what was changed about accounts, settings and policies.
pub const AUDIT: Who = Who::Roles(&[
    Role::ComplaintsManager,
    Role::Auditor,
    Role::Administrator,
    Role::PrivacyOfficer,
]);

/// One route: a page that is shown, or an act that is posted.
pub struct Route {
    pub method: Method,
    pub path: &'static str,
    pub who: Who,
    answers: MethodRouter<App>,
}

impl Route {
    /// A page.
    pub fn get<T: 'static, H: Handler<T, App>>(path: &'static str, who: Who, page: H) -> Self {
        Self { method: Method::GET, path, who, answers: get(page) }
    }

    /// An act. Its token, origin and session are checked before it runs.
    pub fn post<T: 'static, H: Handler<T, App>>(path: &'static str, who: Who, act: H) -> Self {
        Self { method: Method::POST, path, who, answers: post(act) }
    }
}

/// A router over the table.
pub fn router(table: Vec<Route>, app: &App) -> Router<App> {
    table.into_iter().fold(Router::new(), |router, route| {
        let asked = guard::Asked { app: app.clone(), who: route.who };
        router.route(route.path, route.answers.route_layer(from_fn_with_state(asked, guard::ask)))
    })
}
