//! Which blocks a policy demands in which letter, under which clause.

use std::collections::BTreeMap;

use redress_domain::policy::shipped;
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
        Self::of_pack("code-2024", letter)
    }

    /// The demands of a pack that ships with the program. Where the policy is silent the Code's
    /// clause stands; a pack that is not known is held to the Code alone.
    pub fn of_pack(pack: &str, letter: LetterId) -> Self {
        let own = shipped::pack(pack).and_then(|pack| pack.letters.get(letter.as_str()));
        let own = own.into_iter().flatten();
        Self::of_clauses(letter, own.map(|(block, clause)| (block.as_str(), clause.as_str())))
    }

    /// The demands of a pack, from its own list of blocks with the clause of each. Where it is
    /// silent the Code's clause stands.
    pub fn of_clauses<'a>(letter: LetterId, own: impl Iterator<Item = (&'a str, &'a str)>) -> Self {
        let code = shipped::code().ok().and_then(|code| code.letters.get(letter.as_str()));
        let mut demands = BTreeMap::new();
        for (block, clause) in code.into_iter().flatten() {
            if let Some(block) = BlockId::find(block) {
                let demand = Demand { clause: format!("Code {clause}"), whose: Whose::Code };
                demands.insert(block, demand);
            }
        }
        for (block, clause) in own {
            if let Some(block) = BlockId::find(block) {
                let demand = Demand { clause: clause.to_owned(), whose: Whose::Pack };
                demands.insert(block, demand);
            }
        }
        Self(demands)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_block_that_a_shipped_pack_names_is_known_here() {
        for pack in shipped::packs().unwrap() {
            for (letter, blocks) in &pack.letters {
                assert!(LetterId::find(letter).is_some(), "{letter} in {}", pack.id.0);
                for block in blocks.keys() {
                    assert!(BlockId::find(block).is_some(), "{block} in {letter} of {}", pack.id.0);
                }
            }
        }
    }

    #[test]
    fn where_the_policy_is_silent_the_codes_clause_stands() {
        let demands = Demands::of_pack("derive-2024", LetterId::ExtensionStage1);
        assert_eq!(demands.clause(BlockId::Ombudsman), Some("Code 6.5"));
        let further = Demands::of_pack("derive-2024", LetterId::FurtherExtensionStage1);
        assert_eq!(further.clause(BlockId::Ombudsman), Some("7.1.7"));
        let code = Demands::of_the_code(LetterId::ExtensionStage1);
        assert_eq!(code.clause(BlockId::Ombudsman), Some("6.5"));
    }
}
