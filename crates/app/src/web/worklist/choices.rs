//! What the filter form offers.

use redress_domain::complaint::State;
use redress_domain::vocabulary::{Category, Channel, Kind};

use crate::desk::accounts::CASEWORK;
use crate::desk::surroundings::Surroundings;
use crate::words;

/// Values and labels of each list.
pub struct Choices {
    pub owners: Vec<(String, String)>,
    pub states: Vec<(String, String)>,
    pub channels: Vec<(String, String)>,
    pub categories: Vec<(String, String)>,
    pub kinds: Vec<(String, String)>,
    pub clocks: Vec<(String, String)>,
    pub packs: Vec<(String, String)>,
}

const STATES: &[State] = &[
    State::Received,
    State::Investigating,
    State::Answered,
    State::EscalationRequested,
    State::Closed,
    State::Declined,
    State::Withdrawn,
];

const CHANNELS: &[Channel] = &[
    Channel::Phone,
    Channel::Email,
    Channel::Letter,
    Channel::InPerson,
    Channel::Portal,
    Channel::WebForm,
    Channel::WebChat,
    Channel::SocialMedia,
    Channel::Survey,
    Channel::Contractor,
    Channel::Executive,
    Channel::Member,
];

const KINDS: &[Kind] = &[
    Kind::Complaint,
    Kind::ServiceRequest,
    Kind::Enquiry,
    Kind::Compliment,
    Kind::Comment,
    Kind::SurveyAnswer,
    Kind::AsbReport,
    Kind::Claim,
];

/// Promises a case may have next.
const CLOCKS: &[&str] = &["acknowledgement", "first-contact", "response", "update", "action"];

impl Choices {
    /// The lists for one landlord.
    pub fn of(surroundings: &Surroundings) -> Self {
        let handlers = surroundings.names.iter().filter(|(id, _)| {
            let roles = surroundings.roles.get(id);
            roles.is_some_and(|roles| roles.iter().any(|role| CASEWORK.contains(role)))
        });
        let mut owners: Vec<(String, String)> =
            handlers.map(|(id, name)| (id.0.clone(), name.clone())).collect();
        owners.sort_by_key(|(_, name)| name.to_lowercase());
        owners.insert(0, ("overseen".to_owned(), "Somebody, and I oversee it".to_owned()));
        owners.insert(0, ("nobody".to_owned(), "Nobody yet".to_owned()));
        owners.insert(0, ("me".to_owned(), "Me".to_owned()));
        Self {
            owners,
            states: list(STATES, |state| words::names::state(*state)),
            categories: list(&Category::ALL, |it| words::weighing::category(*it)),
            channels: list(CHANNELS, |channel| words::names::channel(*channel)),
            kinds: list(KINDS, |kind| words::names::kind(*kind)),
            clocks: CLOCKS
                .iter()
                .map(|kind| ((*kind).to_owned(), crate::web::due::what(kind)))
                .collect(),
            packs: surroundings
                .packs
                .all()
                .map(|pack| (pack.id.0.clone(), pack.title.clone()))
                .collect(),
        }
    }
}

fn list<T: serde::Serialize>(
    all: &[T],
    name: impl Fn(&T) -> &'static str,
) -> Vec<(String, String)> {
    all.iter().map(|value| (words::id(value), words::sentence(name(value)))).collect()
}
