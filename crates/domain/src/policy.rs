//! A landlord's complaints policy as data: every parameter with the clause it comes from.
//!
//! A pack is read from TOML; unknown keys are errors that point to line and column. Nothing in the
//! rules asks which pack it is: whatever differs between landlords is a value here.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::calendar::{Nation, Span};
use crate::ids::PackId;
use crate::vocabulary::{Channel, EscalationGround, Finding, Role};

pub mod around;
pub mod behaviour;
pub mod compensation;
pub mod duty;
pub mod extending;
pub mod ground;
pub mod money;
pub mod read;
pub mod shipped;
pub mod signpost;
pub mod statement;
pub mod terms;

pub use around::{
    AnonymousTerms, Cadence, DepartureTerms, EnquiryTerms, PetitionTerms, PointOfCallTerms, Reader,
    ReportTerms, ServiceRequestTerms,
};
pub use behaviour::{AnswerItems, Arrival, BehaviourTerms, ReviewEvery};
pub use compensation::{Authority, Band, CompensationTerms, Guidance, GuidedBy};
pub use duty::Duty;
pub use extending::{ExtensionTerms, FirstExtension, UpdatesWanted, Wanted};
pub use ground::{Fact, GroundTerms};
pub use money::{Acceptance, InsurerTerms, OfferTerms, PanelTerms, SetOff};
pub use signpost::{Body, Place, RemitTerms, Signpost};
pub use statement::{Statement, Strength, Topic};

/// One complaints policy.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Pack {
    pub id: PackId,
    pub title: String,
    pub landlord: String,
    pub version: String,
    /// The first day on which it governs newly received complaints.
    #[serde(deserialize_with = "read::day")]
    pub in_force_from: Date,
    /// The last day on which it does, where a later version has replaced it.
    #[serde(default, deserialize_with = "read::maybe_day")]
    pub in_force_to: Option<Date>,
    /// The day its next review is due, with the clause.
    #[serde(default)]
    pub review_due: Option<Review>,
    pub calendar: Nation,
    /// Whether the Code's limits overrule weaker ones of this policy.
    pub floor: bool,
    pub stage_1: StageTerms,
    pub stage_2: StageTerms,
    pub age: AgeTerms,
    pub escalation: EscalationTerms,
    pub closing: ClosingTerms,
    /// Money: acceptance forms, set-off, the panel and the insurers, where the policy has them.
    #[serde(default)]
    pub offers: Option<OfferTerms>,
    /// How a sum is arrived at: what is weighed, guidance, who may allow how much.
    #[serde(default)]
    pub compensation: Option<CompensationTerms>,
    /// Enquiries by elected members, where the policy speaks of them.
    #[serde(default)]
    pub enquiries: Option<EnquiryTerms>,
    /// Putting a service right before anybody complains: a track of its own beside the stages.
    #[serde(default)]
    pub service_requests: Option<ServiceRequestTerms>,
    /// Trying to settle at the first contact, where the policy speaks of it.
    #[serde(default)]
    pub point_of_call: Option<PointOfCallTerms>,
    /// Unacceptable behaviour and what may follow.
    #[serde(default)]
    pub behaviour: Option<BehaviourTerms>,
    /// Groups and petitions.
    #[serde(default)]
    pub petitions: Option<PetitionTerms>,
    /// Contacts by people who give no name.
    #[serde(default)]
    pub anonymous: Option<AnonymousTerms>,
    /// Who may allow something else than the policy says.
    #[serde(default)]
    pub departures: Option<DepartureTerms>,
    /// Who hears how often how complaints are going.
    #[serde(default, rename = "report")]
    pub reports: Vec<ReportTerms>,
    /// Findings that a decision may use, with the clause.
    pub findings: FindingTerms,
    /// Grounds for declining, each with its clause.
    #[serde(default, rename = "ground")]
    pub grounds: Vec<GroundTerms>,
    /// The clause behind each duty; a duty without one is the Code's alone.
    #[serde(default)]
    pub clauses: BTreeMap<Duty, String>,
    /// Titles this landlord uses for the roles.
    #[serde(default)]
    pub titles: BTreeMap<Role, String>,
    /// Blocks that this policy wants in a letter, by letter id, with the clause of each.
    #[serde(default)]
    pub letters: BTreeMap<String, BTreeMap<String, String>>,
    /// Other bodies that its letters name, beside the Housing Ombudsman.
    #[serde(default, rename = "signpost")]
    pub signposts: Vec<Signpost>,
    /// Whose complaints the Ombudsman cannot look at, where the policy says so.
    #[serde(default)]
    pub remit: Option<RemitTerms>,
    /// What it promises in words, for the check against the Code.
    #[serde(default, rename = "statement")]
    pub statements: Vec<Statement>,
    /// How the policy reads, clause by clause, in plain English of our own.
    #[serde(default, rename = "reading")]
    pub readings: Vec<Reading>,
    /// How a contradiction or a gap in the source was resolved.
    #[serde(default, rename = "note")]
    pub notes: Vec<Note>,
}

/// When the policy itself is looked at again.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Review {
    #[serde(deserialize_with = "read::day")]
    pub on: Date,
    pub clause: String,
}

/// The limits and people of one stage.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct StageTerms {
    pub acknowledgement: Limit,
    #[serde(default)]
    pub first_contact: Option<Limit>,
    pub response: Limit,
    #[serde(default)]
    pub extension: Option<ExtensionTerms>,
    /// Who decides the stage.
    pub decider: Post,
    /// Who oversees it, where the policy has somebody do so.
    #[serde(default)]
    pub overseer: Option<Post>,
    /// Channels by which the stage may be acknowledged, where not any written one.
    #[serde(default)]
    pub acknowledged_by: Option<Channels>,
    /// The clause that wants the acknowledgement to name who deals with the stage.
    #[serde(default)]
    pub names_clause: Option<String>,
    /// Who alone gives the stage to somebody, where the policy says so.
    #[serde(default)]
    pub appointer: Option<Post>,
    /// The clause that makes this stage a look at how the one before was handled: its findings say
    /// whether that decision stands, and every part is answered all the same.
    #[serde(default)]
    pub review_clause: Option<String>,
    /// What every answer of the stage holds.
    #[serde(default)]
    pub answer: AnswerItems,
}

/// A time limit on the landlord.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Limit {
    pub length: Span,
    /// What the days are counted from.
    pub from: Start,
    /// A second start where the text leaves two open: the earlier of the two days counts.
    #[serde(default)]
    pub or_from: Option<Start>,
    pub clause: String,
}

/// What a limit is counted from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Start {
    /// The day anyone at all was told, or stage 2 was asked for.
    Receipt,
    /// The day the acknowledgement was sent.
    Acknowledgement,
    /// The day the internal form reached the complaints team.
    Form,
    /// The day the complaint was logged.
    Logging,
    /// The day an officer was given the case.
    Assignment,
    /// The day the officer had the case in hand; the day of assignment unless another is recorded.
    OfficerReceipt,
    /// The day the answer was sent.
    Response,
}

/// Who may hold a part in a stage.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Post {
    pub roles: Vec<Role>,
    pub clause: String,
}

/// Channels with the clause that names them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Channels {
    pub channels: Vec<Channel>,
    /// Further channels, allowed only where the customer asked for them.
    #[serde(default)]
    pub at_customers_wish: Vec<Channel>,
    pub clause: String,
}

/// How old a matter may be.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct AgeTerms {
    pub limit: Span,
    pub clause: String,
    /// Whether an older matter must be considered for acceptance all the same.
    pub discretion: bool,
    pub discretion_clause: String,
    /// Whether the day it was noticed counts where that came later; the Code's own rule.
    #[serde(default = "yes")]
    pub awareness: bool,
}

fn yes() -> bool {
    true
}

/// How a case goes to stage 2.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct EscalationTerms {
    pub clause: String,
    /// How long the resident has; none where the policy sets no limit.
    #[serde(default)]
    pub window: Option<Window>,
    /// Grounds for declining a request, with the clause.
    pub decline: Vec<EscalationGround>,
    pub decline_clause: String,
    /// The clause of a ground, where each has its own.
    #[serde(default)]
    pub decline_clauses: BTreeMap<EscalationGround, String>,
    /// Who is barred; where the policy is silent the Code's rule stands.
    #[serde(default)]
    pub independence: Option<Independence>,
    /// The clause that lets stage 2 open while stage 1 is overdue, where the policy says so.
    #[serde(default)]
    pub early_clause: Option<String>,
    /// Whether only extensions that the resident agreed to put off the day from which stage 2 may
    /// be asked for without an answer.
    #[serde(default)]
    pub early_unless_agreed: bool,
    /// The clause that lets a request go back to stage 1 once, with the resident's agreement.
    #[serde(default)]
    pub refer_back_clause: Option<String>,
    /// The clause under which whoever answered stage 1 neither decides on a request nor holds it.
    #[serde(default)]
    pub reviewed_clause: Option<String>,
    /// The clause that lets a related new issue join stage 2 until its answer; elsewhere it is a
    /// complaint of its own.
    #[serde(default)]
    pub points_join_clause: Option<String>,
}

/// The resident's limit for asking for stage 2.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Window {
    pub length: Span,
    pub clause: String,
    /// Whether the days run from the day the letter is taken to have arrived.
    #[serde(default)]
    pub from_receipt: bool,
    /// When a letter arrives, where nobody recorded it.
    #[serde(default)]
    pub arrival: Option<Arrival>,
    /// The clause on requests that come later.
    pub late_clause: String,
    /// The clause on thinking again after the letter; the days then run afresh.
    #[serde(default)]
    pub rethink_clause: Option<String>,
    /// The length as printed, where the unit was left out; shown beside.
    #[serde(default)]
    pub printed: Option<Span>,
}

/// Who is barred from deciding stage 2.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Independence {
    pub clause: String,
    /// Whether whoever oversaw stage 1 is barred too, unless a manager recorded a mitigation.
    pub bars_overseer: bool,
    /// Whether everybody is barred who did, approved or wrote down anything at stage 1.
    #[serde(default)]
    pub bars_everybody: bool,
}

/// When a case may end.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct ClosingTerms {
    /// Where the policy says nothing about closing the Code's clause stands.
    #[serde(default)]
    pub clause: Option<String>,
    /// How long after a response the resident may still come back, where the policy says.
    #[serde(default)]
    pub after: Option<Limit>,
    /// Whether that is said of the stage 1 answer alone.
    #[serde(default)]
    pub after_stage_1_only: bool,
    /// Whether promised actions that are still open stop the closing.
    pub open_actions_block: bool,
    #[serde(default)]
    pub actions_clause: Option<String>,
    /// How often the resident hears how a promise stands, from the answer until it is kept.
    #[serde(default)]
    pub action_updates: Option<UpdateEvery>,
    /// Whether behaviour alone may end a case; the Code floor forbids it.
    pub behaviour: bool,
    #[serde(default)]
    pub behaviour_clause: Option<String>,
    /// Whether the resident must be contacted first, after the last action was done.
    #[serde(default)]
    pub contact_first: bool,
    #[serde(default)]
    pub contact_clause: Option<String>,
}

/// A rhythm of news, with the clause that wants it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct UpdateEvery {
    pub every: Span,
    pub clause: String,
}

/// The words a decision may use.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct FindingTerms {
    pub stage_1: Vec<Finding>,
    pub stage_2: Vec<Finding>,
    pub clause: String,
}

/// One clause in readable words.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Reading {
    pub chapter: String,
    pub clause: String,
    pub says: String,
}

/// How a contradiction, gap or misprint of the source was resolved.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Note {
    pub clause: String,
    pub found: String,
    pub resolved: String,
}

impl Pack {
    /// Whether it governs what was received on `day`.
    pub fn in_force_on(&self, day: Date) -> bool {
        self.in_force_from <= day && self.in_force_to.is_none_or(|last| day <= last)
    }

    /// The terms of a ground, where the policy has it.
    pub fn ground(&self, ground: crate::vocabulary::Ground) -> Option<&GroundTerms> {
        self.grounds.iter().find(|terms| terms.id == ground)
    }

    /// The limits of a stage as written.
    pub fn stage(&self, stage: crate::vocabulary::Stage) -> &StageTerms {
        match stage {
            crate::vocabulary::Stage::One => &self.stage_1,
            crate::vocabulary::Stage::Two => &self.stage_2,
        }
    }
}
