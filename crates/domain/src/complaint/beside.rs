//! What a case holds beside its stages: behaviour and restrictions, the Ombudsman, adjustments.

use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::command::Head;
use crate::event::Incident;
use crate::ids::{OrderId, RestrictionId, StaffId};
use crate::personal::Words;
use crate::vocabulary::{Channel, Conduct};

/// Incidents, warnings and restrictions. A proposal that was turned down is not here.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Behaviour {
    pub incidents: Vec<(Date, Incident)>,
    pub warnings: Vec<(Date, Incident)>,
    pub restrictions: Vec<Restriction>,
    /// How many restrictions were ever proposed: numbers are not given out twice.
    pub proposed: usize,
}

/// A limit on a person's contact.
#[derive(Clone, Debug, PartialEq)]
pub struct Restriction {
    pub id: RestrictionId,
    pub proposed_on: Date,
    pub proposed_by: Option<StaffId>,
    pub measure: Words,
    pub evidence: Words,
    /// Whom the behaviour was aimed at, where the proposal names somebody.
    pub against: Option<StaffId>,
    pub route: Channel,
    pub approved_on: Option<Date>,
    pub approved_by: Option<StaffId>,
    /// Each review: from when, by when, and the day it was done.
    pub reviews: Vec<Review>,
    pub lifted_on: Option<Date>,
}

/// One review of a restriction or an adjustment.
#[derive(Clone, Debug, PartialEq)]
pub struct Review {
    pub from: Date,
    pub from_event: &'static str,
    pub due: Date,
    pub done_on: Option<Date>,
}

impl Behaviour {
    /// Everybody at whom something was aimed.
    pub fn targets(&self) -> BTreeSet<&StaffId> {
        let all = self.incidents.iter().chain(&self.warnings);
        all.filter_map(|(_, incident)| incident.against.as_ref()).collect()
    }

    /// What is in force.
    pub fn in_force(&self) -> impl Iterator<Item = &Restriction> {
        self.restrictions.iter().filter(|it| it.approved_on.is_some() && it.lifted_on.is_none())
    }

    /// Whether anything on record may bear a restriction.
    pub fn has_conduct(&self, conduct: Conduct) -> bool {
        let all = self.incidents.iter().chain(&self.warnings);
        all.into_iter().any(|(_, incident)| incident.conduct == Some(conduct))
    }
}

/// The Ombudsman's part in a case.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ombudsman {
    pub contacts: Vec<(Date, Words)>,
    pub requests: Vec<EvidenceRequest>,
    pub determined: Option<(Date, Vec<Head>)>,
    pub orders: Vec<Order>,
}

/// Papers that the Ombudsman asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct EvidenceRequest {
    pub on: Date,
    /// The day the Ombudsman printed, or the later one it granted.
    pub due: Date,
    pub items: Vec<Words>,
    /// More time asked for: when, until when, and whether it was granted.
    pub more_time: Vec<(Date, Date, bool)>,
    pub sent_on: Option<Date>,
}

/// An order or a recommendation.
#[derive(Clone, Debug, PartialEq)]
pub struct Order {
    pub id: OrderId,
    pub on: Date,
    pub what: Words,
    pub due: Option<Date>,
    pub amount: Option<u64>,
    pub recommendation: bool,
    pub done_on: Option<Date>,
}

impl Ombudsman {
    /// The request for papers that nothing was sent for yet.
    pub fn open_request(&self) -> Option<&EvidenceRequest> {
        self.requests.iter().find(|request| request.sent_on.is_none())
    }
}
