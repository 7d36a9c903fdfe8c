//! What a case holds beside its stages: behaviour and restrictions, the Ombudsman, adjustments,
//! and the request for service it came as.

use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::command::{Agreed, Head};
use crate::event::Incident;
use crate::ids::{OrderId, RestrictionId, StaffId};
use crate::personal::Words;
use crate::vocabulary::{Channel, Conduct, Shortfall};

/// Incidents, warnings and restrictions. A proposal that was turned down is not here.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Behaviour {
    pub incidents: Vec<(Date, Incident)>,
    pub warnings: Vec<(Date, Incident)>,
    pub restrictions: Vec<Restriction>,
    /// How many restrictions were ever proposed: numbers are not given out twice.
    pub proposed: usize,
}

/// What the person said was not kept of a promise.
#[derive(Clone, Debug, PartialEq)]
pub struct Dispute {
    pub on: Date,
    pub how: Shortfall,
    pub text: Option<Words>,
    /// The day on which we had said that it was done.
    pub said_done_on: Option<Date>,
}

/// A limit on a person's contact.
#[derive(Clone, Debug, PartialEq)]
pub struct Restriction {
    pub id: RestrictionId,
    pub proposed_on: Date,
    pub proposed_by: Option<StaffId>,
    pub measure: Words,
    pub evidence: Words,
    /// Why nothing milder would do.
    pub proportionality: Words,
    /// What the Equality Act meant here.
    pub equality: Words,
    /// Whom the behaviour was aimed at, where the proposal names somebody.
    pub against: Option<StaffId>,
    pub route: Channel,
    /// The day it ends by itself, where one is set.
    pub until: Option<Date>,
    /// What the person says against it, by day.
    pub challenges: Vec<(Date, Words)>,
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

impl Restriction {
    /// Whether the person spoke against it since it was last looked at.
    pub fn is_challenged(&self) -> bool {
        let looked_at = self.reviews.last().map(|review| review.from).or(self.approved_on);
        self.lifted_on.is_none()
            && self.challenges.iter().any(|(on, _)| looked_at.is_none_or(|day| day <= *on))
    }
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

    /// The day of the first warning, and whether something happened on a day after it.
    pub fn since_warning(&self) -> Option<(Date, bool)> {
        let first = self.warnings.iter().map(|(on, _)| *on).min()?;
        let mut all = self.incidents.iter().chain(&self.warnings);
        Some((first, all.any(|(on, _)| first < *on)))
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
    /// The days on which its decision was talked through.
    pub discussed: Vec<Date>,
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
    pub owner: Option<Words>,
    pub done_on: Option<Date>,
}

impl Ombudsman {
    /// The request for papers that nothing was sent for yet.
    pub fn open_request(&self) -> Option<&EvidenceRequest> {
        self.requests.iter().find(|request| request.sent_on.is_none())
    }
}

/// A request to put a service right, and what became of it. It runs on when a complaint is made
/// of it (Code 1.5).
#[derive(Clone, Debug, PartialEq)]
pub struct Request {
    pub received_on: Date,
    pub logged_on: Date,
    pub contacted_on: Option<Date>,
    pub overseer: Option<StaffId>,
    /// What was offered: when, what, by when.
    pub offered: Vec<(Date, Words, Option<Date>)>,
    /// What the resident said to the last offer.
    pub answered: Option<(Date, Agreed)>,
    /// The days it was looked at again.
    pub reviewed: Vec<Date>,
    /// When it is looked at next, where somebody set the day.
    pub next_review: Option<Date>,
    pub settled_on: Option<Date>,
}

impl Request {
    /// A request as it comes in.
    pub fn new(received_on: Date, logged_on: Date) -> Self {
        Self {
            received_on,
            logged_on,
            contacted_on: None,
            overseer: None,
            offered: Vec::new(),
            answered: None,
            reviewed: Vec::new(),
            next_review: None,
            settled_on: None,
        }
    }
}
