//! Money: how an offer is accepted, paid, set off, reviewed by a panel or sent to insurers.

use serde::{Deserialize, Serialize};

use crate::calendar::Span;
use crate::vocabulary::{Payee, Role};

/// What a policy says about money that is offered.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct OfferTerms {
    pub clause: String,
    /// The form with which an offer is accepted, where there is one.
    #[serde(default)]
    pub acceptance: Option<Acceptance>,
    /// Whom a sum may be paid to; anybody where nothing is said.
    #[serde(default)]
    pub payees: Vec<Payee>,
    #[serde(default)]
    pub payees_clause: Option<String>,
    /// Taking a debt off a sum, where the policy does so.
    #[serde(default)]
    pub set_off: Option<SetOff>,
    /// Roles of which one must approve a payment; empty where the policy names none.
    #[serde(default)]
    pub approvers: Vec<Role>,
    #[serde(default)]
    pub approvers_clause: Option<String>,
    /// The panel that looks again at a sum the resident disputes.
    #[serde(default)]
    pub panel: Option<PanelTerms>,
    /// Claims that belong to the insurers.
    #[serde(default)]
    pub insurers: Option<InsurerTerms>,
    /// The clause on asking for evidence of a loss.
    #[serde(default)]
    pub evidence_clause: Option<String>,
}

/// The form that comes with an offer. When its time is over the offer lapses: that is never a
/// refusal, and takes away no other remedy and no right to go further.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Acceptance {
    /// Counted from the day the form was issued.
    pub length: Span,
    pub clause: String,
}

/// Taking a debt off a sum: a decision each time, never automatic.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct SetOff {
    pub clause: String,
    /// Roles of which one must approve it; anybody but the payer where none is named.
    #[serde(default)]
    pub approvers: Vec<Role>,
}

/// A panel that recommends a sum. No clock waits for it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct PanelTerms {
    pub clause: String,
    /// The clause on its independence: nobody on it has had a hand in the case.
    pub independence_clause: String,
    /// The clause on not following it.
    pub departing_clause: String,
    /// Whether a review that is not finished keeps the case open.
    #[serde(default)]
    pub holds_closing: bool,
}

/// Claims for damage and injury.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct InsurerTerms {
    pub clause: String,
    /// The most that is settled directly, in pence; a sum above it goes to the insurers. The
    /// landlord fills it in where its text gives none.
    #[serde(default)]
    pub limit: Option<u64>,
    /// The clause on claims up to the limit.
    #[serde(default)]
    pub direct_clause: Option<String>,
    /// How the insurers or their team are reached.
    #[serde(default)]
    pub contact: Option<String>,
}
