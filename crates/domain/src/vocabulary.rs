//! The closed lists of the field: channels, standings, findings, grounds, kinds of remedy, roles.

use serde::{Deserialize, Serialize};

mod beside;
mod weighing;

pub use beside::{Complexity, Conduct, Course, Determination, Factor, Risk, Shortfall};
pub use weighing::{Category, Inquiry, Severity, Weight};

/// How somebody reached the landlord, or how the landlord answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Channel {
    Phone,
    Email,
    Letter,
    InPerson,
    Portal,
    WebForm,
    WebChat,
    SocialMedia,
    Survey,
    Contractor,
    Executive,
    Member,
}

impl Channel {
    /// Whether an answer sent this way is in writing (letter, e-mail or portal).
    pub fn is_writing(self) -> bool {
        matches!(self, Self::Letter | Self::Email | Self::Portal)
    }
}

/// What the person is to the landlord.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    #[default]
    Tenant,
    Leaseholder,
    SharedOwner,
    Licensee,
    Applicant,
    FormerOccupier,
    ServiceCustomer,
    NonCustomer,
    Anonymous,
}

/// What a contact is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    #[default]
    Complaint,
    ServiceRequest,
    Enquiry,
    Compliment,
    Comment,
    SurveyAnswer,
    AsbReport,
    Claim,
}

/// What somebody said when offered the choice to complain (Code 1.3).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Choice {
    Complain,
    NotNow,
    NoAnswer,
}

/// How far a representative's authority has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Authority {
    Pending,
    Held,
    Refused,
}

/// What a representative's authority rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Basis {
    Written,
    Verbal,
    PowerOfAttorney,
    Court,
}

/// Whose responsibility a point is (Code 5.7).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Responsibility {
    Ours,
    NotOurs,
    Shared,
    Unclear,
}

/// The decision on one point.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Finding {
    Upheld,
    PartlyUpheld,
    NotUpheld,
    NoFinding,
    Overturned,
    NotOverturned,
}

impl Finding {
    /// Whether the landlord is at fault on this point.
    pub fn admits_fault(self) -> bool {
        matches!(self, Self::Upheld | Self::PartlyUpheld | Self::Overturned)
    }
}

/// How far an outcome that the resident wanted is met.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Met {
    Fully,
    Partly,
    Not,
}

/// The kinds of remedy (Code 7.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RemedyKind {
    Apology,
    Explanation,
    Action,
    DecisionChanged,
    RecordAmended,
    PolicyChanged,
    Money,
    Other,
}

impl RemedyKind {
    /// Whether the letter itself carries the remedy out, so that no later day need be promised.
    pub fn given_in_the_letter(self) -> bool {
        matches!(self, Self::Apology | Self::Explanation)
    }
}

/// Why a contact may be declined as a complaint; one id each, whatever a policy calls it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Ground {
    TooOld,
    CourtStarted,
    CourtConcluded,
    AlreadyConsidered,
    OmbudsmanDetermined,
    ActingForOthers,
    OtherBody,
    RentReview,
    ServiceChargeSetting,
    DamagedBelongings,
    LiabilityOrInjury,
    InsuranceClaim,
    BuildingSafety,
    NewBuildDefect,
    AsbReport,
    SurveyAnswer,
    NotACustomer,
    StatutoryDecision,
    EnforcementAction,
    BreachAction,
    OtherReviewRoute,
    EmployeeConduct,
    LegalRepresentative,
    Vexatious,
    Suggestion,
    Question,
    ServiceRequest,
    MemberEnquiry,
}

/// Why a request for stage 2 may be declined.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum EscalationGround {
    OutOfTime,
    OutOfOurPower,
    AlreadyResolved,
    Exclusion,
    Behaviour,
    UpheldAndOffered,
}

/// Why a point leaves its case for a new complaint (Code 6.8).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SplitReason {
    ResponseIssued,
    Unrelated,
    Delay,
}

/// Why a case ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ClosingReason {
    Agreed,
    WindowPassed,
    FinalResponse,
    Withdrawn,
    Behaviour,
    Other,
}

/// Which way a piece of correspondence went.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Direction {
    In,
    Out,
}

/// Who receives an agreed sum.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Payee {
    Resident,
    RentAccount,
}

/// What somebody may be in the landlord's organisation or beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    ContactCentre,
    ComplaintsOfficer,
    #[serde(rename = "stage-2-officer")]
    Stage2Officer,
    InvestigatingOfficer,
    ComplaintsManager,
    SeniorManager,
    ServiceManager,
    Contractor,
    CompensationPanel,
    ScrutinyPanel,
    GoverningBodyMember,
    Auditor,
    Administrator,
    PrivacyOfficer,
    Resident,
    Representative,
}

impl Role {
    /// Every role, in the order in which people are shown them.
    pub const ALL: [Role; 16] = [
        Role::ContactCentre,
        Role::ComplaintsOfficer,
        Role::Stage2Officer,
        Role::InvestigatingOfficer,
        Role::ComplaintsManager,
        Role::SeniorManager,
        Role::ServiceManager,
        Role::Contractor,
        Role::CompensationPanel,
        Role::ScrutinyPanel,
        Role::GoverningBodyMember,
        Role::Auditor,
        Role::Administrator,
        Role::PrivacyOfficer,
        Role::Resident,
        Role::Representative,
    ];
}

/// One of the two stages. There is never another (Code 5.2, 5.3).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stage {
    One,
    Two,
}

impl Stage {
    /// 1 or 2.
    pub fn number(self) -> u8 {
        match self {
            Self::One => 1,
            Self::Two => 2,
        }
    }
}

impl Serialize for Stage {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u8(self.number())
    }
}

impl<'de> Deserialize<'de> for Stage {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match u8::deserialize(deserializer)? {
            1 => Ok(Self::One),
            2 => Ok(Self::Two),
            other => Err(serde::de::Error::custom(format!("there is no stage {other}"))),
        }
    }
}
