//! Which blocks a policy demands in which letter, under which clause.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::block::BlockId;
use crate::letter::LetterId;

/// The blocks demanded of one letter. A block that is not named here may be left out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Demands(pub BTreeMap<BlockId, Demand>);

/// Why a block must be there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Demand {
    pub clause: String,
    pub whose: Whose,
}

/// Whose clause it is: a block only the Code asks for is a stop with the Code floor on, and a
/// question with it off.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Whose {
    Pack,
    Code,
}

impl Demands {
    /// The clause under which the block is printed.
    pub fn clause(&self, block: BlockId) -> Option<&str> {
        self.0.get(&block).map(|demand| demand.clause.as_str())
    }

    /// The Code's own demands for the letter: the yardstick of every policy.
    pub fn of_the_code(letter: LetterId) -> Self {
        Self::from_rows(rows(letter), |row| (row.1, Whose::Pack))
    }

    /// The demands of the pack with this id. Where the policy is silent the Code's clause stands.
    /// A pack that is not known here is held to the Code.
    pub fn of_pack(pack: &str, letter: LetterId) -> Self {
        if pack != "derive-2024" {
            return Self::of_the_code(letter);
        }
        Self::from_rows(rows(letter), |row| match row.2 {
            "c" => (row.1, Whose::Code),
            own => (own, Whose::Pack),
        })
    }

    /// The demands of a policy that names its own clauses, block by block; where it is silent the
    /// Code's clause stands. Blocks that nobody knows are passed over.
    pub fn of_clauses<'a>(letter: LetterId, own: impl Iterator<Item = (&'a str, &'a str)>) -> Self {
        let mut demands = Self::of_the_code(letter);
        for demand in demands.0.values_mut() {
            demand.clause = format!("Code {}", demand.clause);
            demand.whose = Whose::Code;
        }
        for (block, clause) in own {
            if let Some(block) = BlockId::find(block) {
                let clause = clause.to_owned();
                demands.0.insert(block, Demand { clause, whose: Whose::Pack });
            }
        }
        demands
    }

    fn from_rows(rows: &[Row], read: impl Fn(&Row) -> (&'static str, Whose)) -> Self {
        let mut demands = BTreeMap::new();
        for row in rows {
            let (clause, whose) = read(row);
            if !clause.is_empty() {
                let clause = match whose {
                    Whose::Code => format!("Code {clause}"),
                    Whose::Pack => clause.to_owned(),
                };
                demands.insert(row.0, Demand { clause, whose });
            }
        }
        Self(demands)
    }
}

/// Block, clause of the Code, clause of derive-2024. Empty: no clause asks, the house prints it
/// and a setting may leave it out. "c": the policy is silent and the Code's clause stands.
type Row = (BlockId, &'static str, &'static str);

fn rows(letter: LetterId) -> &'static [Row] {
    match letter {
        LetterId::AcknowledgementStage1 | LetterId::AcceptedByDirection => ACKNOWLEDGEMENT_1,
        LetterId::AcknowledgementStage2 => ACKNOWLEDGEMENT_2,
        LetterId::ExtensionStage1 => EXTENSION_1,
        LetterId::ExtensionStage2 => EXTENSION_2,
        LetterId::FurtherExtensionStage1 => FURTHER_1,
        LetterId::FurtherExtensionStage2 => FURTHER_2,
        LetterId::ResponseStage1 => RESPONSE_1,
        LetterId::ResponseStage2 => RESPONSE_2,
        LetterId::NotAccepted => REFUSAL,
        LetterId::EscalationDeclined => ESCALATION_REFUSAL,
        LetterId::ClarificationRequest => &[
            (BlockId::PointsSoFar, "5.6", "7.1.2"),
            (BlockId::Questions, "5.6", "7.1.2"),
            (BlockId::Ombudsman, "3.7", "2.4"),
        ],
        LetterId::DefinitionChanged => {
            &[(BlockId::PointsNow, "6.8", "7.1.4"), (BlockId::Ombudsman, "3.7", "2.4")]
        }
        LetterId::ContactNote => {
            &[(BlockId::TalkedAbout, "", "7.1.4"), (BlockId::Ombudsman, "3.7", "2.4")]
        }
        LetterId::LateEscalationDecision => {
            &[(BlockId::AcceptedLate, "", "7.1.10"), (BlockId::Ombudsman, "3.7", "2.4")]
        }
        LetterId::ProgressUpdate => {
            &[(BlockId::DoneSoFar, "5.9", "7.1.4"), (BlockId::Ombudsman, "3.7", "2.4")]
        }
        LetterId::Closure => &[(BlockId::Result, "", "8"), (BlockId::Ombudsman, "3.7", "2.4")],
        LetterId::WithdrawalConfirmed | LetterId::HandlerChange => {
            &[(BlockId::Ombudsman, "3.7", "2.4")]
        }
    }
}

const ACKNOWLEDGEMENT_1: &[Row] = &[
    (BlockId::Direction, "2.4", "c"),
    (BlockId::Received, "6.2", "7.1.3"),
    (BlockId::LateAdmission, "7.1", "12.1"),
    (BlockId::Definition, "5.6", "7.1.2"),
    (BlockId::Outcomes, "5.6", "7.1.2, 7.1.4"),
    (BlockId::Responsibility, "5.7", "7.1.2"),
    (BlockId::Questions, "5.6", "7.1.2"),
    (BlockId::Updates, "", "7.1.4"),
    (BlockId::Needs, "5.10, 3.6", "2.6, 6.5, 7.1.4"),
    (BlockId::PointsMoved, "", "2.7.5"),
    (BlockId::Ombudsman, "3.7", "2.4"),
];

const ACKNOWLEDGEMENT_2: &[Row] = &[
    (BlockId::Received, "6.11", "7.2.1"),
    (BlockId::LateAdmission, "7.1", "12.1"),
    (BlockId::Definition, "5.6", "7.2.1"),
    (BlockId::Outcomes, "5.6", "7.1.2, 7.1.4"),
    (BlockId::Responsibility, "5.7", "7.1.2"),
    (BlockId::Questions, "5.6", "7.1.2"),
    (BlockId::Updates, "", "7.1.4"),
    (BlockId::Needs, "5.10, 3.6", "2.6, 6.5, 7.1.4"),
    (BlockId::PointsMoved, "", "2.7.5"),
    (BlockId::Ombudsman, "3.7", "2.4"),
];

const EXTENSION_1: &[Row] = &[
    (BlockId::NewDate, "6.4", "c"),
    (BlockId::Reason, "6.4", "c"),
    (BlockId::Updates, "5.9", "c"),
    (BlockId::Ombudsman, "6.5", "c"),
];

const EXTENSION_2: &[Row] = &[
    (BlockId::NewDate, "6.15", "c"),
    (BlockId::Reason, "6.15", "c"),
    (BlockId::Updates, "5.9", "c"),
    (BlockId::Ombudsman, "6.16", "c"),
];

const FURTHER_1: &[Row] = &[
    (BlockId::NewDate, "6.4", "c"),
    (BlockId::Reason, "6.4", "7.1.7"),
    (BlockId::GoodReason, "6.4", "7.1.7"),
    (BlockId::Updates, "5.9", "7.1.7"),
    (BlockId::Ombudsman, "6.5", "7.1.7"),
];

const FURTHER_2: &[Row] = &[
    (BlockId::NewDate, "6.15", "c"),
    (BlockId::Reason, "6.15", "7.2.4"),
    (BlockId::GoodReason, "6.15", "7.2.4"),
    (BlockId::Updates, "5.9", "7.2.4"),
    (BlockId::Ombudsman, "6.16", "7.2.4"),
];

const RESPONSE_1: &[Row] = &[
    (BlockId::Stage, "6.9a", "7.1.9"),
    (BlockId::LateAdmission, "7.1", "12.1"),
    (BlockId::Definition, "6.9b", "7.1.9"),
    (BlockId::Found, "5.8", "7.1.4"),
    (BlockId::Decision, "6.9c", "7.1.9"),
    (BlockId::Reasons, "6.7, 6.9d", "7.1.8, 7.1.9"),
    (BlockId::Sources, "6.7", "7.1.8"),
    (BlockId::LegalDuties, "", "6.6"),
    (BlockId::OutcomesAnswered, "5.6", "7.1.1"),
    (BlockId::Fault, "7.1", "12.1"),
    (BlockId::Apology, "7.1", "12.1"),
    (BlockId::Remedy, "6.9e, 7.3", "7.1.9, 8"),
    (BlockId::Offer, "7.1, 7.2, 7.3", "10"),
    (BlockId::Actions, "6.9f", "7.1.9"),
    (BlockId::Escalation, "6.9g", "7.1.10"),
    (BlockId::Ombudsman, "3.7", "2.4"),
];

const RESPONSE_2: &[Row] = &[
    (BlockId::Stage, "6.19a, 6.20", "7.2.7"),
    (BlockId::LateAdmission, "7.1", "12.1"),
    (BlockId::Definition, "6.19b", "7.2.7"),
    (BlockId::WhyUnhappy, "6.12", "7.2.1"),
    (BlockId::Found, "5.8", "7.1.4"),
    (BlockId::Decision, "6.19c", "7.2.7"),
    (BlockId::Reasons, "6.18, 6.19d", "7.2.6, 7.2.7"),
    (BlockId::Sources, "6.18", "7.2.6"),
    (BlockId::LegalDuties, "", "6.6"),
    (BlockId::OutcomesAnswered, "5.6", "7.1.1"),
    (BlockId::Fault, "7.1", "12.1"),
    (BlockId::Apology, "7.1", "12.1"),
    (BlockId::Remedy, "6.19e, 7.3", "7.2.7, 8"),
    (BlockId::Offer, "7.1, 7.2, 7.3", "10"),
    (BlockId::Actions, "6.19f", "7.2.7"),
    (BlockId::ProcessEnded, "6.20", ""),
    (BlockId::Ombudsman, "3.7, 6.19g", "2.4, 7.2.7"),
];

const REFUSAL: &[Row] = &[
    (BlockId::Decision, "2.5", "2.7"),
    (BlockId::Ground, "2.2", "2.7.1 to 2.7.12"),
    (BlockId::Reasons, "2.4", "6.7"),
    (BlockId::Considered, "2.3, 2.5", "2.7.9, 6.7"),
    (BlockId::PointsKept, "6.10", "2.7"),
    (BlockId::WhereNow, "", "2.7.5"),
    (BlockId::Ombudsman, "2.4", "6.7"),
];

const ESCALATION_REFUSAL: &[Row] = &[
    (BlockId::Decision, "5.11", "6.7"),
    (BlockId::Ground, "5.11", "6.7"),
    (BlockId::Reasons, "5.11", "6.7"),
    (BlockId::Considered, "2.3, 2.5", "2.7.9, 6.7"),
    (BlockId::PointsKept, "6.10", "7.1.10"),
    (BlockId::WhereNow, "", "2.7.5"),
    (BlockId::Ombudsman, "5.11", "6.7"),
];
