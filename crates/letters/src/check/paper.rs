//! The paper itself: nothing left to fill in, every demanded block there, every sign printable.

use super::{Code, Desk, Level};
use crate::block::{Block, BlockId, Piece};
use crate::demands::Whose;
use crate::letter::LetterId;
use crate::render::{email, pdf};

pub(super) fn check(desk: &mut Desk<'_>) {
    printable(desk);
    subject(desk);
    demanded(desk);
}

/// Nothing left to fill in, nothing empty, every sign printable.
pub(super) fn printable(desk: &mut Desk<'_>) {
    for block in &desk.letter.blocks {
        placeholders(desk, block);
        empty_headings(desk, block);
        if let Err(why) = pdf::readable(block) {
            let instead = "Replace the sign, or give the table its header row.";
            desk.stop(
                Code::PaperBroken,
                block.id,
                format!("It cannot be printed: {why}."),
                instead,
            );
        }
    }
    if desk.letter.title.trim().is_empty() || desk.letter.lang.trim().is_empty() {
        let sentence = "The letter has no title or no language.";
        desk.stop(Code::PaperBroken, BlockId::Title, sentence, "Compose the letter again.");
    }
}

/// Subject and file name are seen by whoever sees the screen, so they tell nothing of the matter.
fn subject(desk: &mut Desk<'_>) {
    let letter = desk.letter;
    let seen = format!("{} {}", email::subject(letter), letter.file_name("large")).to_lowercase();
    let mut secret: Vec<String> = desk.facts.definition.clone().unwrap_or_default();
    secret.extend(letter.blocks_of(BlockId::Address).flat_map(Block::texts).map(str::to_owned));
    let told = secret.iter().map(|it| it.trim().to_lowercase()).find(|it| {
        3 < it.chars().count() && seen.contains(it.as_str()) && *it != letter.sender.to_lowercase()
    });
    if let Some(told) = told {
        let sentence = format!("The subject or the file name tells \"{told}\".");
        let instead = "Name the reference and the kind of letter, and nothing else.";
        desk.stop(Code::SubjectLeaks, BlockId::Title, sentence, instead);
    }
}

fn placeholders(desk: &mut Desk<'_>, block: &Block) {
    for text in block.texts() {
        if let Some(left) = placeholder(text) {
            let sentence = format!("\"{left}\" is still to be filled in.");
            let instead = "Fill it in, or take it out.";
            desk.stop(Code::PlaceholderLeft, block.id, sentence, instead);
        }
    }
}

/// Something in brackets, or one of the signs that stand for what is not known yet.
fn placeholder(text: &str) -> Option<String> {
    let mut rest = text;
    while let Some((_, after)) = rest.split_once('[') {
        let Some((inside, behind)) = after.split_once(']') else { break };
        if is_to_fill_in(inside) {
            return Some(format!("[{inside}]"));
        }
        rest = behind;
    }
    text.split(|c: char| c.is_whitespace() || ",.;:!?()\"".contains(c))
        .find(|word| {
            let all_x = 2 <= word.len() && word.chars().all(|c| c == 'X');
            all_x || matches!(*word, "TBC" | "TBA" | "tbc" | "null" | "NULL" | "undefined")
        })
        .map(str::to_owned)
}

/// "[name]", "[insert date]" and "[]"; a reference with a number in it, or "[sic]", is text.
fn is_to_fill_in(inside: &str) -> bool {
    let inside = inside.trim();
    !inside.chars().any(|c| c.is_ascii_digit()) && !matches!(inside, "sic" | "…" | "...")
}

fn empty_headings(desk: &mut Desk<'_>, block: &Block) {
    let mut pieces = block.content.iter().peekable();
    while let Some(piece) = pieces.next() {
        let Piece::Heading(text) = piece else { continue };
        let followed = pieces.peek().is_some_and(|next| {
            !matches!(next, Piece::Heading(_)) && next.texts().any(|text| !text.trim().is_empty())
        });
        if text.trim().is_empty() || !followed {
            let sentence = "A heading has nothing in it, or nothing under it.";
            desk.stop(Code::PlaceholderLeft, block.id, sentence, "Write what belongs there.");
        }
    }
}

/// Each block that the pack demands always, and that no other check asks for.
fn demanded(desk: &mut Desk<'_>) {
    let facts = desk.facts;
    let id = desk.letter.id;
    for (block, demand) in &facts.demands.0 {
        if desk.letter.holds(*block) || !is_wanted(*block, desk) {
            continue;
        }
        let level = match demand.whose {
            Whose::Code if !facts.pack.floor => Level::Ask,
            Whose::Code | Whose::Pack => Level::Stop,
        };
        let sentence = format!("The letter has no block \"{block}\", which the policy demands.");
        let instead = "Write it, or put it back.";
        desk.fault(Code::PackBlockMissing, level, Some(*block), sentence, instead);
    }
    if id.answers() && facts.legal_duties_are_key {
        let both = desk
            .letter
            .blocks_of(BlockId::LegalDuties)
            .flat_map(|block| &block.content)
            .filter(|piece| matches!(piece, Piece::Heading(_)))
            .count();
        if both < 2 {
            let sentence = "Legal duties are the key to this case, and the letter does not set out both sides'.";
            let instead = "Say what the law asks of us and what it asks of the person.";
            desk.stop(Code::PackBlockMissing, BlockId::LegalDuties, sentence, instead);
        }
    }
}

/// Whether the block has to stand in every such letter. Blocks that depend on the case, or that
/// have a code of their own, are asked for elsewhere.
fn is_wanted(block: BlockId, desk: &Desk<'_>) -> bool {
    let id = desk.letter.id;
    match block {
        BlockId::Received
        | BlockId::Needs
        | BlockId::Stage
        | BlockId::WhyUnhappy
        | BlockId::ProcessEnded
        | BlockId::Lessons
        | BlockId::Safeguards
        | BlockId::Thanks
        | BlockId::RightsDuties
        | BlockId::OtherBodies
        | BlockId::NewDate
        | BlockId::DoneSoFar
        | BlockId::TalkedAbout
        | BlockId::AcceptedLate
        | BlockId::Result => true,
        // Missing for one point it is told by that point.
        BlockId::Outcomes | BlockId::Responsibility => {
            desk.facts.defined.iter().all(|point| point.responsibility.is_some())
        }
        BlockId::Decision => id.refuses(),
        BlockId::Updates => id.acknowledges(),
        BlockId::Questions => id == LetterId::ClarificationRequest,
        BlockId::Direction => id == LetterId::AcceptedByDirection,
        // A letter without a table of its own asks for all that its policy names.
        _ => id.has_no_table(),
    }
}
