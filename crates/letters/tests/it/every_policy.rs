//! Every letter under every policy, in both sizes, as the paper says it.
//!
//! One file a letter. What a policy demands stands above; a text that is the same as one above it
//! is named and not told again, so that a difference between policies is seen at once.

use redress_domain::policy::shipped;
use redress_letters::block::Block;
use redress_letters::letter::{Letter, LetterId};
use redress_letters::render::pdf::Print;
use redress_letters::render::text::paper_text;
use redress_letters::samples::sample_under;

/// The blocks in order, each with the clause that demands it.
fn demanded(letter: &Letter) -> String {
    let mut blocks: Vec<String> = Vec::new();
    for block in letter.blocks.iter().filter(|block| block.clause.is_some()) {
        let clause = block.clause.as_deref().unwrap_or_default();
        let told = format!("{} ({clause})", block.id);
        if blocks.last() != Some(&told) {
            blocks.push(told);
        }
    }
    if blocks.is_empty() { "nothing".to_owned() } else { blocks.join(", ") }
}

/// The text of each block, in order, named.
fn blocks(letter: &Letter, print: Print) -> Vec<(String, String)> {
    let told = |block: &Block| {
        let whole = Letter { blocks: vec![block.clone()], ..letter.clone() };
        (block.id.to_string(), paper_text(&whole, print))
    };
    letter.blocks.iter().map(told).collect()
}

fn under_every_policy(id: LetterId) -> String {
    let mut told: Vec<(String, Vec<(String, String)>)> = Vec::new();
    let mut out = String::new();
    for pack in shipped::packs().unwrap() {
        let letter = sample_under(id, &pack.id.0);
        out.push_str(&format!("==== {}: demands {}\n", pack.id.0, demanded(&letter)));
        for print in [Print::Standard, Print::Large] {
            let name = format!("{}, {}", pack.id.0, print.as_str());
            let blocks = blocks(&letter, print);
            let whole: Vec<&str> = blocks.iter().map(|(_, text)| text.as_str()).collect();
            if let Some((known, _)) = told.iter().find(|(_, known)| *known == blocks) {
                out.push_str(&format!("---- {name}: as {known}\n"));
                continue;
            }
            // Only what is not in the first text of this size is told again.
            match told.iter().find(|(known, _)| known.ends_with(print.as_str())) {
                None => out.push_str(&format!("---- {name}\n\n{}", whole.join("\n"))),
                Some((first, known)) => {
                    out.push_str(&format!("---- {name}: as {first}, but for this\n\n"));
                    for (id, _) in known.iter().filter(|it| !blocks.contains(it)) {
                        out.push_str(&format!("without its {id}\n"));
                    }
                    for (id, text) in blocks.iter().filter(|it| !known.contains(it)) {
                        out.push_str(&format!("with this {id}:\n{text}\n"));
                    }
                }
            }
            told.push((name, blocks));
        }
    }
    out
}

#[test]
fn every_letter_under_every_policy_in_both_sizes() {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("letters");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| {
        for id in LetterId::ALL {
            insta::assert_snapshot!(id.as_str(), under_every_policy(*id));
        }
    });
}

#[test]
fn large_print_says_what_standard_print_says() {
    let words = |text: String| {
        let text: String =
            text.chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
        let mut words: Vec<String> = text.split_whitespace().map(str::to_owned).collect();
        words.sort();
        words.dedup();
        words
    };
    for id in LetterId::ALL {
        let letter = sample_under(*id, "code-2024");
        let standard = words(paper_text(&letter, Print::Standard));
        let large = words(paper_text(&letter, Print::Large));
        // A table of two columns is told in large print without the heads of its columns.
        assert!(large.iter().all(|word| standard.contains(word)), "{id}");
    }
}
