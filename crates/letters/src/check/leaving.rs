//! The moment of leaving: the right person, the right form, these very bytes.

use super::facts::{Leaving, Recipient};
use super::{Code, Desk};
use crate::block::BlockId;

pub(super) fn check(desk: &mut Desk<'_>) {
    sender(desk);
    let Some(leaving) = &desk.facts.leaving else { return };
    addressee(desk, leaving);
    authority(desk, leaving);
    form(desk, leaving);
    clearance(desk, leaving);
    if leaving.already_sent {
        let sentence = "This letter has already left to this person by this way.";
        let instead = "Send a copy: it keeps the first letter's date and starts no clock.";
        desk.stop(Code::AlreadySent, BlockId::Address, sentence, instead);
    }
}

fn sender(desk: &mut Desk<'_>) {
    let landlord = &desk.facts.landlord;
    let signed = desk.text_of(BlockId::Signature);
    if desk.letter.sender != *landlord || !signed.contains(landlord.as_str()) {
        let sentence = format!("The letter does not go out in the name of {landlord}.");
        let instead = "Compose it again; a contractor never signs.";
        desk.stop(Code::WrongSender, BlockId::Signature, sentence, instead);
    }
}

fn addressee(desk: &mut Desk<'_>, leaving: &Leaving) {
    let instead = "Correct the address on the person's page and compose the letter again.";
    let wrong = |desk: &mut Desk<'_>, sentence: &str| {
        desk.stop(Code::AddresseeWrong, BlockId::Address, sentence, instead);
    };
    if leaving.marked_as_died {
        wrong(desk, "The person is marked as having died.");
    }
    if leaving.address.is_empty() {
        return;
    }
    let printed: Vec<String> = desk
        .letter
        .blocks_of(BlockId::Address)
        .flat_map(|block| block.texts())
        .map(str::to_owned)
        .collect();
    if printed != leaving.address {
        wrong(desk, "The name or address is not the one on record now.");
        return;
    }
    if !(3..=7).contains(&printed.len()) {
        wrong(desk, "The address field takes three to seven lines.");
    }
    if !printed.last().is_some_and(|line| ends_with_postcode(line)) {
        wrong(desk, "The address has no postcode at its end.");
    }
    if printed.iter().any(|line| 46 < line.chars().count()) {
        wrong(desk, "A line of the address does not fit the window of the envelope.");
    }
    if leaving.safe_route {
        let secret: Vec<&String> = printed.iter().skip(1).collect();
        let letter = desk.letter;
        let told = letter
            .blocks
            .iter()
            .filter(|block| block.id != BlockId::Address)
            .flat_map(|block| block.texts())
            .any(|text| secret.iter().any(|line| 5 < line.len() && text.contains(line.as_str())));
        let code = letter.holds(BlockId::Follow);
        if told || code {
            wrong(desk, "A safe contact is set: no code, and no word of the address in the body.");
        }
    }
}

/// "AB4 7RD", "SW1A 1AA": a letter first, a digit in the outward part, digit and two letters last.
fn ends_with_postcode(line: &str) -> bool {
    let mut parts = line.split_whitespace().rev();
    let (Some(inward), Some(outward)) = (parts.next(), parts.next()) else { return false };
    let inward: Vec<char> = inward.chars().collect();
    let ends = matches!(inward.as_slice(), [digit, first, second]
        if digit.is_ascii_digit() && first.is_ascii_uppercase() && second.is_ascii_uppercase());
    ends && (2..=4).contains(&outward.len())
        && outward.starts_with(|c: char| c.is_ascii_uppercase())
        && outward.chars().any(|c| c.is_ascii_digit())
}

fn authority(desk: &mut Desk<'_>, leaving: &Leaving) {
    let Recipient::Other { held, in_scope, until } = leaving.to else { return };
    if !held || !in_scope || until.is_some_and(|until| until < leaving.on) {
        let sentence = "The case may not be told to this person: no authority for it is held.";
        let instead = "Write to the person themselves, and ask for their authority.";
        desk.stop(Code::AuthorityNotHeld, BlockId::Address, sentence, instead);
    }
}

fn form(desk: &mut Desk<'_>, leaving: &Leaving) {
    let needed = leaving.points_needed.unwrap_or(0);
    if leaving.print.is_some_and(|print| print.points() < needed) {
        let sentence = format!("The person needs {needed} point, and this is smaller.");
        let instead = "Print it in the size they asked for.";
        desk.stop(Code::FormatIgnored, BlockId::Formats, sentence, instead);
    }
    if let Some(language) = &leaving.language_wanted {
        let primary = |tag: &str| tag.split('-').next().unwrap_or_default().to_lowercase();
        if primary(language) != primary(&desk.letter.lang) && !leaving.translation_settled {
            let sentence =
                format!("The person asked for letters in another language ({language}).");
            let instead = "Add a checked translation, or record that they do without.";
            desk.stop(Code::TranslationMissing, BlockId::Formats, sentence, instead);
        }
    }
    for adjustment in &leaving.adjustments_open {
        let sentence = format!("Before writing we have agreed to this: {adjustment}");
        let instead = "Do it first and note it on the case.";
        desk.stop(Code::AdjustmentSkipped, BlockId::Formats, sentence, instead);
    }
}

fn clearance(desk: &mut Desk<'_>, leaving: &Leaving) {
    if leaving.clearance_wanted && leaving.cleared_bytes.as_deref() != Some(leaving.bytes.as_str())
    {
        let sentence = "A second person has not cleared this letter as it now stands.";
        let instead = "Ask for clearance of this version.";
        desk.stop(Code::NotCleared, BlockId::Signature, sentence, instead);
    }
    if leaving.facts_then != leaving.facts_now {
        let sentence = "The case has changed since the letter was checked.";
        let instead = "Compose the letter again, and check and clear it again.";
        desk.stop(Code::FactsMoved, BlockId::Title, sentence, instead);
    }
}
