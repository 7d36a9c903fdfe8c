//! The table of all routes: what there is, and who may open it.

use crate::web::route::Route;
use crate::web::{
    absence, action, administration, answering, audit, behaviour, calendar, complaint, connections,
    contact, disruption, exceptional, mail, ombudsman, policy, portal, post, public, register,
    request, search, session, settings, user, work, worklist,
};

/// Every route of the program.
pub fn table() -> Vec<Route> {
    let rooms = [
        public::routes(),
        portal::routes(),
        session::routes(),
        work::routes(),
        worklist::routes(),
        search::routes(),
        action::routes(),
        post::routes(),
        disruption::routes(),
        absence::routes(),
        policy::routes(),
        calendar::routes(),
        administration::routes(),
        audit::routes(),
        connections::routes(),
        exceptional::routes(),
        user::routes(),
        settings::routes(),
        contact::routes(),
        mail::routes(),
        complaint::routes(),
        answering::routes(),
        ombudsman::routes(),
        behaviour::routes(),
        request::routes(),
        register::routes(),
    ];
    rooms.into_iter().flatten().collect()
}
