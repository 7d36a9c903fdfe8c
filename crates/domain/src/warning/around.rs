//! What to look at beside the stages: going back, insurers, departures, enquiries and groups.

use jiff::civil::Date;

use crate::clock::{self, What};
use crate::complaint::Complaint;
use crate::ids::StaffId;
use crate::rules::Rules;
use crate::vocabulary::{Kind, Stage};
use crate::warning::Warning;

pub(super) fn refer_back(
    complaint: &Complaint,
    agreed_for: Option<Date>,
    rules: &Rules<'_>,
) -> Vec<Warning> {
    let clocks = clock::clocks(complaint, rules.terms, rules.calendar, rules.today);
    let due = clocks
        .unwrap_or_default()
        .iter()
        .find(|clock| clock.what == What::Response && clock.stage == Some(Stage::Two))
        .map(|clock| clock.due);
    // The day agreed for the result is only worth a word where it lies past the answer's.
    let due = due.filter(|due| agreed_for.is_none_or(|day| *due < day));
    vec![Warning::StageTwoRunsOn { due }]
}

pub(super) fn refer_to_insurer(value: Option<u64>, rules: &Rules<'_>) -> Vec<Warning> {
    let terms = rules.terms.pack.offers.as_ref().and_then(|terms| terms.insurers.as_ref());
    match (value, terms) {
        (Some(_), Some(terms)) if terms.limit.is_none() && terms.direct_clause.is_some() => {
            vec![Warning::InsurersLimitUnknown]
        }
        _ => Vec::new(),
    }
}

/// A departure is told to the resident, where the policy wants it and as a matter of course.
pub(super) fn depart() -> Vec<Warning> {
    vec![Warning::TellResident]
}

/// An enquiry that voices dissatisfaction may be a complaint (Code 1.3).
pub(super) fn enquiry(complaint: &Complaint) -> Vec<Warning> {
    match complaint.choice {
        Some(_) => Vec::new(),
        None => vec![Warning::ChoiceNotOffered],
    }
}

pub(super) fn lead(complaint: &Complaint) -> Vec<Warning> {
    if !complaint.contact.group.is_empty() && complaint.lead.is_none() {
        return vec![Warning::LeadNotNamed];
    }
    Vec::new()
}

/// A request for service that nobody oversees, where the policy wants somebody to.
pub(super) fn request(complaint: &Complaint, rules: &Rules<'_>) -> Vec<Warning> {
    let terms = rules.terms.pack.service_requests.as_ref();
    let wanted = terms.is_some_and(|terms| terms.overseer.is_some());
    let open = complaint.request.as_ref().is_some_and(|it| it.overseer.is_none());
    if complaint.kind == Kind::ServiceRequest && wanted && open {
        return vec![Warning::NobodyOversees];
    }
    Vec::new()
}

/// Whoever oversaw the request is to answer the complaint about it.
pub(super) fn oversaw(complaint: &Complaint, officer: &StaffId, oversees: bool) -> Vec<Warning> {
    let same = complaint.request.as_ref().is_some_and(|it| it.overseer.as_ref() == Some(officer));
    if complaint.kind == Kind::Complaint && same && !oversees {
        return vec![Warning::OversawRequest];
    }
    Vec::new()
}
