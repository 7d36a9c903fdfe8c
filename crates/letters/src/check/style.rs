//! How a letter reads: its grade, its longest sentence, its tone. Only ever a question.

use super::reading::{grade, is_scored, sentences, words};
use super::{Code, Desk, Level};

/// The hardest grade that needs no reason.
const HARDEST: f64 = 9.0;
/// The longest sentence that needs no reason.
const LONGEST: usize = 35;

pub(super) fn check(desk: &mut Desk<'_>) {
    let letter = desk.letter;
    let score = grade(letter);
    if HARDEST < score {
        let sentence =
            format!("The letter reads at grade {score:.1}, and {HARDEST:.0} is the most.");
        let instead = "Use shorter sentences and everyday words.";
        desk.fault(Code::TooHard, Level::Ask, None, sentence, instead);
    }
    for block in letter.blocks.iter().filter(|block| is_scored(block)) {
        for sentence in block.body().flat_map(sentences) {
            let n_words = words(&sentence).len();
            if LONGEST < n_words {
                let told = format!("A sentence has {n_words} words: \"{}\"", opening(&sentence));
                desk.ask(Code::TooHard, block.id, told, "Make it two sentences.");
            }
            tone(desk, block.id, &sentence);
        }
    }
}

fn opening(sentence: &str) -> String {
    let first: Vec<&str> = sentence.split_whitespace().take(6).collect();
    format!("{} …", first.join(" "))
}

const PHRASES: [&str; 18] = [
    "unfortunately",
    "as you are aware",
    "as you know",
    "you failed",
    "your failure",
    "any inconvenience",
    "you claim",
    "you allege",
    "no access",
    "operative",
    "decant",
    "obviously",
    "with all due respect",
    "sorry if",
    "sorry but",
    "sorry, but",
    "hereby",
    "please be advised",
];

fn tone(desk: &mut Desk<'_>, block: crate::block::BlockId, sentence: &str) {
    let lower = sentence.to_lowercase();
    let instead = "Say it as you would to somebody in front of you.";
    if let Some(phrase) = PHRASES.into_iter().find(|phrase| lower.contains(phrase)) {
        let told = format!("\"{phrase}\" blames, hides or talks down.");
        desk.ask(Code::Tone, block, told, instead);
    }
    if words(&lower).contains(&"void") {
        desk.ask(Code::Tone, block, "\"void\" is our word, not theirs.", "Say \"empty home\".");
    }
    let shouted = words(sentence).into_iter().find(|word| {
        5 <= word.chars().count() && word.chars().all(|c| c.is_alphabetic() && c.is_uppercase())
    });
    if let Some(word) = shouted {
        desk.ask(
            Code::Tone,
            block,
            format!("\"{word}\" in capitals shouts."),
            "Use small letters.",
        );
    }
}
