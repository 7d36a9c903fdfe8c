//! Sentences, words and the reading grade, counted by one fixed rule on every machine.

use crate::block::{Block, BlockId, Piece};
use crate::letter::Letter;

/// The Flesch-Kincaid grade of the body: without address, references, citations, the Ombudsman's
/// block and the person's own words. Add 5 for a reading age.
pub fn grade(letter: &Letter) -> f64 {
    let sentences: Vec<String> = letter
        .blocks
        .iter()
        .filter(|block| is_scored(block))
        .flat_map(Block::body)
        .flat_map(sentences)
        .collect();
    let words: Vec<&str> = sentences.iter().flat_map(|sentence| words(sentence)).collect();
    if words.is_empty() {
        return 0.0;
    }
    let syllables: u32 = words.iter().map(|word| syllables(word)).sum();
    let n_words = count(words.len());
    0.39 * n_words / count(sentences.len()) + 11.8 * f64::from(syllables) / n_words - 15.59
}

/// The reading age as shown: grade + 5, never below 9.
pub fn reading_age(letter: &Letter) -> u32 {
    // INVARIANT: clamped to a small positive number before it becomes one.
    (grade(letter) + 5.0).round().clamp(9.0, 99.0) as u32
}

fn count(n: usize) -> f64 {
    f64::from(u32::try_from(n).unwrap_or(u32::MAX))
}

/// Whether the block counts towards the grade and is read for tone.
pub(super) fn is_scored(block: &Block) -> bool {
    !block.id.is_frame()
        && !block.id.quotes_the_person()
        && !matches!(block.id, BlockId::Ombudsman | BlockId::Sources | BlockId::OtherBodies)
        && !block.content.iter().all(|piece| matches!(piece, Piece::Lines(_)))
}

/// The sentences of a text. A stop inside a number or an address ends none.
pub fn sentences(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for line in text.lines() {
        let mut current = String::new();
        let mut signs = line.chars().peekable();
        while let Some(sign) = signs.next() {
            current.push(sign);
            let ends = matches!(sign, '.' | '!' | '?')
                && signs.peek().is_none_or(|next| next.is_whitespace());
            if ends {
                push_sentence(&mut found, &current);
                current.clear();
            }
        }
        push_sentence(&mut found, &current);
    }
    found
}

fn push_sentence(found: &mut Vec<String>, text: &str) {
    if text.chars().any(char::is_alphanumeric) {
        found.push(text.trim().to_owned());
    }
}

/// The words of a sentence; figures and addresses of the net are not words.
pub fn words(sentence: &str) -> Vec<&str> {
    sentence
        .split_whitespace()
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()))
        .filter(|word| word.chars().any(char::is_alphabetic))
        .filter(|word| {
            !word.contains('@') && !word.contains(".example") && !word.starts_with("www.")
        })
        .collect()
}

/// Groups of vowels and y, less a silent last e, es or ed, at least one.
pub fn syllables(word: &str) -> u32 {
    let lower = word.to_lowercase();
    let is_vowel = |c: char| "aeiouyáéíóúàèâêîôûäëïöü".contains(c);
    let mut groups = 0;
    let mut inside = false;
    for c in lower.chars() {
        let vowel = is_vowel(c);
        if vowel && !inside {
            groups += 1;
        }
        inside = vowel;
    }
    let stem = ["es", "ed", "e"].iter().find_map(|ending| lower.strip_suffix(ending));
    let silent = stem.is_some_and(|stem| stem.chars().last().is_some_and(|c| !is_vowel(c)));
    if silent && 1 < groups { groups - 1 } else { groups.max(1) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn syllables_follow_the_fixed_rule() {
        for (word, expected) in [
            ("we", 1),
            ("ceiling", 2),
            ("complaint", 2),
            ("made", 1),
            ("visited", 2),
            ("policy", 3),
        ] {
            assert_eq!(syllables(word), expected, "{word}");
        }
    }

    #[test]
    fn a_stop_inside_a_number_ends_no_sentence() {
        assert_eq!(sentences("We pay £1,250.50 today. Ring us at 2.30pm!").len(), 2);
    }
}
