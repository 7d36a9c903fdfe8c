//! Who is named in a letter: the handler, and nobody else's affairs.

use super::{Code, Desk, Level};
use crate::block::{BlockId, Made};
use crate::letter::LetterId;

pub(super) fn check(desk: &mut Desk<'_>) {
    handler(desk);
    independent(desk);
    others(desk);
}

fn handler(desk: &mut Desk<'_>) {
    let block = match desk.letter.id {
        id if id.acknowledges() => BlockId::Handler,
        id if id.answers() => BlockId::DiscussWith,
        LetterId::HandlerChange => BlockId::Handler,
        _ => return,
    };
    let facts = desk.facts;
    let level = if facts.pack.handler_is_demanded { Level::Stop } else { Level::Ask };
    let text = desk.text_of(block);
    let named = facts.handler.as_ref().is_some_and(|handler| {
        let reach = handler.phone.iter().chain(&handler.email).any(|way| text.contains(way));
        text.contains(&handler.name) && text.contains(&handler.role) && reach
    });
    if !named {
        let sentence = "The letter does not name today's handler with role and phone or e-mail.";
        let instead = "Compose the letter again with the person who has the case now.";
        desk.fault(Code::HandlerUnnamed, level, Some(block), sentence.to_owned(), instead);
    }
    if let Some(gone) = facts.left.iter().find(|gone| text.contains(gone.as_str())) {
        let sentence = format!("{gone} has left.");
        let instead = "Assign the case to somebody, and compose the letter again.";
        desk.fault(Code::HandlerUnnamed, level, Some(block), sentence, instead);
    }
}

fn independent(desk: &mut Desk<'_>) {
    if desk.letter.stage != Some(2) {
        return;
    }
    let signed = desk.text_of(BlockId::Signature);
    let facts = desk.facts;
    if let Some(same) = facts.had_part_in_stage1.iter().find(|name| signed.contains(name.as_str()))
    {
        let sentence = format!("{same} had a part in stage 1 and signs at stage 2.");
        let instead = "Somebody who had no part in stage 1 decides and signs.";
        desk.stop(Code::NotIndependent, BlockId::Signature, sentence, instead);
    }
}

const STAFF_MATTERS: [&str; 8] = [
    "written warning",
    "verbal warning",
    "disciplin",
    "was dismissed",
    "been dismissed",
    "was sacked",
    "has been suspended",
    "lost his job",
];

fn others(desk: &mut Desk<'_>) {
    let letter = desk.letter;
    let facts = desk.facts;
    for block in letter.blocks.iter().filter(|block| !block.id.is_frame()) {
        let text = block.texts().collect::<Vec<_>>().join("\n");
        let lower = text.to_lowercase();
        if let Some(marked) = facts.marked.iter().find(|marked| text.contains(marked.as_str())) {
            let sentence =
                format!("\"{marked}\" is somebody else's and may not stand in this letter.");
            let instead = "Take it out, or say it without the name.";
            desk.stop(Code::ThirdPartyData, block.id, sentence, instead);
        }
        let quoted = block.id.quotes_the_person();
        if let Some(matter) = STAFF_MATTERS.into_iter().find(|m| !quoted && lower.contains(m)) {
            let sentence = format!("\"{matter}\" tells what became of a member of staff.");
            let instead = "Say that we have dealt with it, and nothing of how.";
            desk.stop(Code::ThirdPartyData, block.id, sentence, instead);
        }
        if block.made == Made::Written && !quoted {
            strangers(desk, block.id, &text);
        }
    }
}

/// Names with a title, numbers and addresses that are neither the addressee's nor a handler's.
fn strangers(desk: &mut Desk<'_>, block: BlockId, text: &str) {
    let facts = desk.facts;
    let known = known_text(desk);
    let instead = "Check that the person may know it, or take it out.";
    let tokens: Vec<&str> = text.split_whitespace().collect();
    for pair in tokens.windows(2) {
        let [title, name] = pair else { continue };
        let title = title.trim_end_matches('.');
        let name = name.trim_matches(|c: char| !c.is_alphanumeric());
        let is_title = matches!(title, "Mr" | "Mrs" | "Ms" | "Miss" | "Mx" | "Dr");
        if is_title && name.chars().next().is_some_and(char::is_uppercase) && !known.contains(name)
        {
            let sentence = format!("\"{title} {name}\" is neither the person nor a handler.");
            desk.ask(Code::ThirdPartyData, block, sentence, instead);
        }
    }
    let addresses = tokens.iter().map(|token| token.trim_matches(|c: char| !c.is_alphanumeric()));
    for address in addresses.filter(|token| token.contains('@')) {
        let allowed = facts.allowed.iter().any(|allowed| allowed.contains(address));
        if !allowed && !known.contains(address) {
            let sentence = format!("\"{address}\" is neither the person's nor a handler's.");
            desk.ask(Code::ThirdPartyData, block, sentence, instead);
        }
    }
    let known_numbers: Vec<String> =
        std::iter::once(&known).chain(&facts.allowed).flat_map(|text| numbers(text)).collect();
    for number in numbers(text).iter().filter(|number| !known_numbers.contains(number)) {
        let sentence = format!("\"{number}\" is neither the person's nor a handler's.");
        desk.ask(Code::ThirdPartyData, block, sentence, instead);
    }
}

/// The telephone numbers in a text, without their spaces: ten digits or more in one run.
fn numbers(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut run = String::new();
    for c in text.chars().chain(std::iter::once('.')) {
        match c {
            '0'..='9' => run.push(c),
            ' ' | '-' | '(' | ')' | '+' => {}
            _ => {
                if 10 <= run.len() {
                    found.push(run.clone());
                }
                run.clear();
            }
        }
    }
    found
}

fn known_text(desk: &Desk<'_>) -> String {
    let mut known = desk.text_of(BlockId::Address);
    known.push_str(&desk.text_of(BlockId::Salutation));
    known.push_str(&desk.text_of(BlockId::Contact));
    if let Some(handler) = &desk.facts.handler {
        known.push_str(&handler.name);
        known.push_str(&handler.lines().join(" "));
    }
    known
}
