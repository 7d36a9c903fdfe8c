//! What stands around the stages: enquiries, service requests, petitions, people without a name,
//! departures from the policy, and reports.

use serde::{Deserialize, Serialize};

use crate::policy::{Limit, Post, ReviewEvery};
use crate::vocabulary::Role;

/// Enquiries by MPs and councillors.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct EnquiryTerms {
    pub clause: String,
    /// By when an enquiry is answered, where the policy says so.
    #[serde(default)]
    pub reply: Option<Limit>,
    /// Whether an enquiry about a complaint belongs to that complaint; otherwise all are outside.
    pub joins_complaint: bool,
}

/// Putting a service right on the spot. Its clock never delays a complaint: that counts from the
/// day the resident chose it, or was dissatisfied with what was done.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct ServiceRequestTerms {
    /// What this landlord calls it.
    pub name: String,
    pub clause: String,
    /// By when the resident is contacted, where the policy says so.
    #[serde(default)]
    pub first_contact: Option<Limit>,
    /// By when a request is settled, where the landlord sets it. Past that day nobody settles it
    /// before the resident was asked whether they would rather complain.
    #[serde(default)]
    pub settle: Option<Limit>,
    /// How often an open request is looked at again.
    #[serde(default)]
    pub review: Option<ReviewEvery>,
    /// Who oversees how it is dealt with, where the policy says so.
    #[serde(default)]
    pub overseer: Option<Post>,
    /// The clause on how it becomes a complaint.
    pub complaint_clause: String,
    /// The clause under which what is settled on the spot gets no letter.
    #[serde(default)]
    pub no_receipt_clause: Option<String>,
}

/// Trying to settle at the first contact. It is an attempt and no stage: a complaint counts from
/// the day it was made, whether or not it was tried, and nobody need wait for it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct PointOfCallTerms {
    pub clause: String,
    /// The clause on how the formal procedure begins.
    pub complaint_clause: String,
}

/// Groups and petitions.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct PetitionTerms {
    pub clause: String,
    /// Whether somebody must be named as lead before the answer goes; otherwise it is asked for.
    pub lead_needed: bool,
    pub lead_clause: String,
}

/// Contacts by people who give no name.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct AnonymousTerms {
    pub clause: String,
    /// Whether what they say is passed on as information, so that no complaint is opened.
    pub as_information: bool,
}

/// Doing something else than the policy says.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct DepartureTerms {
    pub clause: String,
    /// Roles of which one must approve; anybody but the asker where none is named.
    #[serde(default)]
    pub approvers: Vec<Role>,
    pub approvers_clause: String,
    /// The clause that wants the resident told, where there is one.
    #[serde(default)]
    pub tell_clause: Option<String>,
}

/// Somebody who hears regularly how complaints are going.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct ReportTerms {
    pub audience: String,
    /// Which readers of the Code these are, where they are any of them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub to: Vec<Reader>,
    pub every: Cadence,
    pub clause: String,
    /// What it must hold, in plain English.
    #[serde(default)]
    pub holds: Vec<String>,
}

/// Who the Code wants to hear of complaints.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reader {
    GoverningBody,
    /// The member of the governing body responsible for complaints.
    ResponsibleMember,
    /// Executives and directors.
    Leaders,
    Residents,
    Staff,
    /// Everybody, on the website.
    Public,
}

/// How often a report is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Cadence {
    Week,
    Month,
    Quarter,
    Year,
    /// Regularly, without a figure.
    Regularly,
}
