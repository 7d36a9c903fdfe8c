//! The closed lists that forms of a case offer, and reading what was chosen from them.

use redress_domain::calendar::Span;
use redress_domain::vocabulary::{
    Authority, Basis, Channel, Choice, Complexity, Course, Direction, Kind, Responsibility, Risk,
    SplitReason, Standing,
};
use serde::de::DeserializeOwned;

use crate::desk::Case;
use crate::web::part::reading::Reading;
use crate::words;

/// A value of one of the closed lists by the id that forms send.
pub fn known<T: DeserializeOwned>(sent: &str) -> Option<T> {
    serde_json::from_value(serde_json::Value::String(sent.to_owned())).ok()
}

/// The ways somebody may reach us, in the order of a call centre's day.
pub const CHANNELS: &[Channel] = &[
    Channel::Phone,
    Channel::Email,
    Channel::Letter,
    Channel::InPerson,
    Channel::WebForm,
    Channel::Portal,
    Channel::WebChat,
    Channel::SocialMedia,
    Channel::Survey,
    Channel::Member,
    Channel::Contractor,
    Channel::Executive,
];

/// The ways a letter may leave.
pub const WAYS_OUT: &[Channel] = &[Channel::Letter, Channel::Email, Channel::Portal];

/// How the resident may hear from us between letters.
pub const WAYS_OF_UPDATES: &[Channel] =
    &[Channel::Phone, Channel::Email, Channel::Letter, Channel::Portal, Channel::InPerson];

/// What a person may be to the landlord.
pub const STANDINGS: &[Standing] = &[
    Standing::Tenant,
    Standing::Leaseholder,
    Standing::SharedOwner,
    Standing::Licensee,
    Standing::Applicant,
    Standing::FormerOccupier,
    Standing::ServiceCustomer,
    Standing::NonCustomer,
    Standing::Anonymous,
];

/// What a contact may be judged to be.
pub const KINDS: &[Kind] =
    &[Kind::Complaint, Kind::ServiceRequest, Kind::Enquiry, Kind::Compliment, Kind::Comment];

/// What people answer when offered the choice to complain.
pub const CHOICES: &[Choice] = &[Choice::Complain, Choice::NotNow, Choice::NoAnswer];

/// Whose a point may be.
pub const RESPONSIBILITIES: &[Responsibility] = &[
    Responsibility::Ours,
    Responsibility::NotOurs,
    Responsibility::Shared,
    Responsibility::Unclear,
];

/// Why a point becomes a complaint of its own.
pub const SPLIT_REASONS: &[SplitReason] =
    &[SplitReason::ResponseIssued, SplitReason::Unrelated, SplitReason::Delay];

/// How far authority to act may have come.
pub const AUTHORITIES: &[Authority] = &[Authority::Pending, Authority::Held, Authority::Refused];

/// What authority may rest on.
pub const BASES: &[Basis] = &[Basis::Written, Basis::Verbal, Basis::PowerOfAttorney, Basis::Court];

/// How complex a complaint may be.
pub const COMPLEXITIES: &[Complexity] =
    &[Complexity::Simple, Complexity::Moderate, Complexity::Complex];

/// What triage may say about danger.
pub const RISKS: &[Risk] = &[Risk::None, Risk::Raised, Risk::Immediate];

/// Where triage may send a complaint.
pub const COURSES: &[Course] = &[Course::EarlyAnswer, Course::Investigate];

/// Which way a message went.
pub const DIRECTIONS: &[Direction] = &[Direction::In, Direction::Out];

/// Ids and labels of a list, for radios and selects.
pub fn listed<T: serde::Serialize + Copy>(
    list: &[T],
    name: impl Fn(T) -> &'static str,
) -> Vec<(String, String)> {
    list.iter().map(|value| (words::id(value), words::sentence(name(*value)))).collect()
}

/// Everybody with an account at the landlord, by name.
pub fn people(case: &Case) -> Vec<(String, String)> {
    let mut people: Vec<(String, String)> =
        case.surroundings.names.iter().map(|(id, name)| (id.0.clone(), name.clone())).collect();
    people.sort_by(|left, right| left.1.cmp(&right.1));
    people
}

/// Rhythms of updates that are usually agreed.
pub const RHYTHMS: &[(&str, &str)] = &[
    ("5 working days", "Every 5 working days"),
    ("10 working days", "Every 10 working days"),
    ("1 week", "Every week"),
    ("2 weeks", "Every 2 weeks"),
];

/// A rhythm of updates from its list or the box beside it: `Some(None)` where none was chosen,
/// `None` where it is wrong.
pub fn rhythm(form: &mut Reading<'_>, name: &str) -> Option<Option<Span>> {
    let chosen = form.words(name)?;
    let written = match chosen.as_deref() {
        None | Some("none") => return Some(None),
        Some("other") => {
            form.required(&format!("{name}-other"), "Enter how often, for example 3 working days")?
        }
        Some(listed) => listed.to_owned(),
    };
    match written.parse::<Span>() {
        Ok(span) => Some(Some(span)),
        Err(_) => {
            let field = format!("{name}-other");
            form.wrong(&field, "Enter a number and a unit, for example 3 working days or 2 weeks");
            None
        }
    }
}
