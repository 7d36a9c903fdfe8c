//! One ground for declining, with the facts it needs.

use serde::{Deserialize, Serialize};

use crate::calendar::Span;
use crate::vocabulary::Ground;

/// One ground for declining, as this policy has it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct GroundTerms {
    pub id: Ground,
    pub clause: String,
    /// What it covers, in plain English.
    pub says: String,
    /// What must still be taken as a complaint, where part of the matter lies outside the ground.
    #[serde(default)]
    pub still_ours: Option<String>,
    #[serde(default)]
    pub still_ours_clause: Option<String>,
    /// Where the resident is sent instead.
    #[serde(default)]
    pub goes_to: Option<String>,
    /// Whether it makes a contact something other than a complaint, so that no refusal is due.
    #[serde(default)]
    pub not_a_complaint: bool,
    /// Whether it only says which team deals with it inside the process: nothing is declined.
    #[serde(default)]
    pub routes_only: bool,
    /// What must be known before the ground can be used, where that differs from the usual.
    #[serde(default)]
    pub needs: Option<Vec<Fact>>,
    /// How long the matter belongs elsewhere, counted from the handover of a new home.
    #[serde(default)]
    pub period: Option<Span>,
    /// The clause under which the outcome is kept from the resident, where it is.
    #[serde(default)]
    pub confidential_clause: Option<String>,
}

/// Something that must be known before a ground can be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Fact {
    /// The court holds the claim form.
    ClaimForm,
    /// The court holds the particulars of claim.
    Particulars,
    /// The case in which it was considered before.
    EarlierCase,
    /// The body or route where the resident should go instead.
    Body,
    /// The person is none of those who may complain.
    Outsider,
    /// The contact was recorded as an answer to a survey.
    SurveyAnswer,
    /// The contact was recorded as a report of anti-social behaviour.
    AsbReport,
    /// The part about our own service, which is taken as a complaint.
    Handling,
}

impl GroundTerms {
    /// What must be known: as the policy says, or as is usual for the ground.
    pub fn facts(&self) -> &[Fact] {
        self.needs.as_deref().unwrap_or_else(|| usual(self.id))
    }
}

/// What each ground needs under the Code and most policies.
pub fn usual(ground: Ground) -> &'static [Fact] {
    match ground {
        // Proceedings have begun only once both papers are filed (Code 2.2).
        Ground::CourtStarted => &[Fact::ClaimForm, Fact::Particulars],
        Ground::AlreadyConsidered | Ground::OmbudsmanDetermined => &[Fact::EarlierCase],
        Ground::ActingForOthers | Ground::OtherBody | Ground::OtherReviewRoute => &[Fact::Body],
        Ground::NotACustomer => &[Fact::Outsider],
        Ground::SurveyAnswer => &[Fact::SurveyAnswer],
        Ground::AsbReport => &[Fact::AsbReport],
        Ground::TooOld
        | Ground::CourtConcluded
        | Ground::RentReview
        | Ground::ServiceChargeSetting
        | Ground::DamagedBelongings
        | Ground::LiabilityOrInjury
        | Ground::InsuranceClaim
        | Ground::BuildingSafety
        | Ground::NewBuildDefect
        | Ground::StatutoryDecision
        | Ground::EnforcementAction
        | Ground::BreachAction
        | Ground::EmployeeConduct
        | Ground::LegalRepresentative
        | Ground::Vexatious
        | Ground::Suggestion
        | Ground::Question
        | Ground::ServiceRequest
        | Ground::MemberEnquiry => &[],
    }
}
