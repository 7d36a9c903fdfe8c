//! A letter in another language than English, beside the English one that was read: what is left to
//! fill in, what cannot be printed, and what the person will find in English.

use super::facts::CheckFacts;
use super::{Code, Desk, Fault, Level, paper};
use crate::block::{Block, BlockId};
use crate::letter::Letter;
use crate::tongue::{ENGLISH, Tongue};

/// The faults of a letter in the language that the person reads. Its facts were read in English, as
/// the same letter in that language says them.
pub fn check_translation(letter: &Letter, facts: &CheckFacts) -> Vec<Fault> {
    let mut desk = Desk { letter, facts, at: None, faults: Vec::new() };
    paper::printable(&mut desk);
    typed_in_english(&mut desk);
    desk.faults
}

/// What somebody typed is not translated. Where it is the reasons of a decision, leaving it so is
/// for a person to answer for.
fn typed_in_english(desk: &mut Desk<'_>) {
    let letter = desk.letter;
    let found = letter.blocks.iter().find(|block| !block.id.quotes_the_person() && holds(block));
    let Some(block) = found.map(|block| block.id) else { return };
    let language = Tongue::of(&letter.lang).english_name;
    let decides = letter.id.answers() || letter.id.refuses() || letter.id.restricts();
    let level = if decides { Level::Ask } else { Level::Note };
    let sentence = format!(
        "The letter is in {language}, and what was typed for it stands in it as it was typed."
    );
    let instead = format!(
        "Type it in {language}, or ring them with somebody who speaks it and tell them what it says."
    );
    desk.fault(Code::TranslationMissing, level, Some(block), sentence, &instead);
}

fn holds(block: &Block) -> bool {
    !matches!(block.id, BlockId::Address | BlockId::Sources)
        && block.texts().any(|text| text.contains(ENGLISH))
}
