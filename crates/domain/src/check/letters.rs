//! What the policy promises to put into its letters.

use crate::check::Compared;
use crate::check::part::Part;
use crate::vocabulary::Stage;

/// A block of a letter, and what it holds in words.
pub(super) type Block = (&'static str, &'static str);

/// The seven things of a written decision that both stages share (Code 6.9, 6.19).
pub(super) const DECISION: [Block; 6] = [
    ("stage", "the stage"),
    ("definition", "the complaint definition"),
    ("decision", "the decision"),
    ("reasons", "the reasons"),
    ("remedy", "the remedy"),
    ("actions", "the actions still to be done"),
];

impl Compared<'_> {
    /// Whether a letter holds all of several blocks. Some and not all is less than the Code asks.
    pub(super) fn letter_holds(&self, letter: &str, name: &str, blocks: &[Block]) -> Part {
        let promised = self.pack.letters.get(letter);
        let clause = |block: &str| promised.and_then(|blocks| blocks.get(block));
        let missing: Vec<&str> =
            blocks.iter().filter(|(id, _)| clause(id).is_none()).map(|(_, words)| *words).collect();
        let clauses = joined(blocks.iter().filter_map(|(id, _)| clause(id)));
        if missing.is_empty() {
            return Part::meets(&clauses, format!("{name} holds {}", listed(blocks)));
        }
        let mend = format!("promise in {name} {}", missing.join(", "));
        if missing.len() == blocks.len() {
            return Part::silent(&format!("that {name} holds {}", listed(blocks))).mended_by(mend);
        }
        let why = format!("{name} is promised without {}", missing.join(", "));
        Part::conflict(&clauses, why).mended_by(mend)
    }

    /// Whether every notice that puts an answer off holds a block: the first, and any further one.
    pub(super) fn notices_hold(&self, stage: Stage, (block, words): Block) -> Part {
        let Some(extension) = &self.pack.stage(stage).extension else {
            let clause = &self.pack.stage(stage).response.clause;
            return Part::meets(clause, "it knows no extension, so no notice can lack it");
        };
        let number = stage.number();
        let notice = |kind: &str| self.pack.letters.get(&format!("{kind}-stage-{number}"));
        let clause = |kind: &str| notice(kind).and_then(|blocks| blocks.get(block));
        let mend = format!("give {words} in every notice of extension, from the first day on");
        // What stands only for whoever does not agree to more time is promised to nobody else.
        let first = extension.first.as_ref();
        let disagreed = first.and_then(|first| first.disagreement_clause.as_ref());
        if let Some(only) = disagreed.filter(|_| block == "ombudsman")
            && clause("extension").is_some_and(|cited| cited == only)
        {
            let why = format!("{words} is promised where the resident does not agree to more time");
            return Part::at_risk(only, why).mended_by(mend);
        }
        match (clause("extension"), clause("further-extension")) {
            (Some(first), Some(further)) => {
                let why = format!("every notice of extension gives {words}");
                Part::meets(&joined([first, further].into_iter()), why)
            }
            (Some(first), None) if notice("further-extension").is_none() => {
                Part::meets(first, format!("every notice of extension gives {words}"))
            }
            (Some(first), None) => {
                let why = format!("a notice of extension gives {words}, a further one need not");
                Part::at_risk(first, why).mended_by(mend)
            }
            (None, Some(further)) => {
                let why = format!(
                    "{words} is promised only past the first {} of extension",
                    extension.length
                );
                Part::conflict(further, why).mended_by(mend)
            }
            (None, None) => {
                Part::silent(&format!("that a notice of extension gives {words}")).mended_by(mend)
            }
        }
    }
}

fn listed(blocks: &[Block]) -> String {
    blocks.iter().map(|(_, words)| *words).collect::<Vec<_>>().join(", ")
}

fn joined<'a>(clauses: impl Iterator<Item = &'a String>) -> String {
    let mut kept: Vec<&str> = Vec::new();
    for clause in clauses.flat_map(|clauses| clauses.split(", ")) {
        if !kept.contains(&clause) {
            kept.push(clause);
        }
    }
    kept.join(", ")
}
