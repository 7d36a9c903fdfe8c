//! Chapter 1 of the Code: what a complaint is.

use crate::check::Compared;
use crate::check::exclusions::Carved;
use crate::check::part::Part;
use crate::check::provision::{Provision, said};
use crate::policy::statement::Topic;
use crate::vocabulary::Ground;

pub(super) const PROVISIONS: &[Provision] = &[
    said(
        "1.2",
        "A complaint is defined in the Code's words, contractors and groups included",
        &[Topic::ComplaintDefined, Topic::AgentsIncluded, Topic::GroupsIncluded],
    )
    .measured(who_is_complained_about),
    said(
        "1.3",
        "Nobody needs the word; the choice is offered each time; representatives alike",
        &[Topic::NoWordNeeded, Topic::ChoiceOffered, Topic::ComplaintsThroughOthers],
    )
    .measured(enquiries_of_members),
    said(
        "1.4",
        "Requests for service are told apart, recorded, watched and reviewed",
        &[Topic::ServiceRequestsToldApart, Topic::ServiceRequestsReviewed],
    ),
    said(
        "1.5",
        "Dissatisfaction with the answer to a request opens a complaint; the work goes on",
        &[Topic::UnhappyRequestComplains, Topic::RequestWorkGoesOn],
    ),
    said("1.6", "A survey is no complaint, and says how to make one", &[Topic::SurveySignpost]),
];

/// Nothing is kept out by whom it is about: the landlord's own people are inside the definition.
fn who_is_complained_about(compared: &Compared<'_>) -> Vec<Part> {
    compared.carved(
        Ground::EmployeeConduct,
        Carved {
            without: "complaints about the conduct of staff are kept out, and the definition covers staff",
            with: "complaints about the conduct of staff are partly kept out",
            mend: "take the complaint on, and keep back only what became of the employee",
        },
    )
}

/// A councillor or Member of Parliament who speaks for a resident brings a complaint.
fn enquiries_of_members(compared: &Compared<'_>) -> Vec<Part> {
    // Where an enquiry about a complaint joins that complaint, only the others stand outside.
    if compared.pack.enquiries.as_ref().is_some_and(|terms| terms.joins_complaint) {
        return Vec::new();
    }
    compared.carved(
        Ground::MemberEnquiry,
        Carved {
            without: "what comes through a councillor or a Member of Parliament is handled outside",
            with: "what comes through a councillor or a Member of Parliament is at first handled outside",
            mend: "handle it as a complaint wherever a resident's dissatisfaction is behind it",
        },
    )
}
