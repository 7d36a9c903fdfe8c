//! What somebody said at the first contact, and turning it away.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::ids::{CaseId, PersonId, PointId, StaffId};
use crate::personal::Words;
use crate::vocabulary::{Channel, Ground, Kind, Standing};

/// Everything said at the first contact. `received_on` is the day anyone at all was told.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
pub struct Receive {
    pub channel: Option<Channel>,
    pub text: Words,
    pub from: Option<Words>,
    /// The person on record, where the landlord knows them.
    pub person: Option<PersonId>,
    #[serde(rename = "as")]
    pub standing: Standing,
    pub on_behalf_of: Option<Words>,
    pub group: Vec<Words>,
    /// Members of staff it is about, who are barred from the case from then on.
    pub names_staff: Vec<StaffId>,
    pub received_on: Option<Date>,
    pub happened_on: Option<Date>,
    pub aware_on: Option<Date>,
    pub tenancy_ended_on: Option<Date>,
    pub handed_over_on: Option<Date>,
    pub about: Kind,
    pub answers: Option<CaseId>,
    pub same_matter_as: Option<CaseId>,
    /// The contractor who was told and acts for the landlord. What they hear the landlord hears:
    /// the day they were told is the day of receipt (Code 3.2, 5.4).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contractor: Option<Words>,
    /// The day the contractor passed it on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub forwarded_on: Option<Date>,
}

/// A refusal to take something on as a complaint, with the proof that its ground needs.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
pub struct Decline {
    pub ground: Option<Ground>,
    pub reasons: Words,
    pub circumstances: Words,
    pub discretion: Option<Words>,
    pub claim_form_filed_on: Option<Date>,
    pub particulars_filed_on: Option<Date>,
    pub earlier_case: Option<CaseId>,
    pub points: Option<Vec<PointId>>,
    pub handling_accepted: Option<Words>,
    pub body: Option<Words>,
}
