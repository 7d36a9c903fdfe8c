//! Putting right: faults admitted, remedies with a day, promises with an owner, sums that add up.

use redress_domain::vocabulary::Finding;

use super::reading::{sentences, words};
use super::{Code, Desk, Level};
use crate::block::{BlockId, Made};
use crate::response::facts::OfferFacts;
use crate::response::putting_right::mentions_sorry;
use crate::wording::money;

pub(super) fn check(desk: &mut Desk<'_>) {
    if !desk.letter.id.answers() {
        return;
    }
    fault_admitted(desk);
    remedies(desk);
    actions(desk);
    promises_owned(desk);
    if let Some(offer) = &desk.facts.offer {
        sums(desk, offer);
    }
}

fn upheld(desk: &Desk<'_>) -> bool {
    desk.facts.answers.iter().filter_map(|answer| answer.finding).any(Finding::admits_fault)
}

fn fault_admitted(desk: &mut Desk<'_>) {
    let facts = desk.facts;
    for (number, answer) in (1..).zip(&facts.answers) {
        let fault = answer.fault.as_deref().unwrap_or_default();
        if answer.finding.is_some_and(Finding::admits_fault) && words(fault).len() < 3 {
            let sentence =
                format!("Point {number} is upheld, and the letter does not say what we did wrong.");
            let instead = "Say in a sentence what we did wrong.";
            desk.at = Some(number);
            desk.stop(Code::FaultNotAdmitted, BlockId::Fault, sentence, instead);
            desk.at = None;
        }
    }
    if !upheld(desk) {
        return;
    }
    if !desk.letter.holds(BlockId::Fault) && facts.answers.iter().any(|a| a.fault.is_some()) {
        let instead = "Compose the letter again.";
        let sentence = "What we did wrong is on record and not in the letter.";
        desk.stop(Code::FaultNotAdmitted, BlockId::Fault, sentence, instead);
    }
    let said = mentions_sorry(&desk.text_of(BlockId::Apology));
    if !(said && facts.apology_on_record) {
        let level = if facts.pack.apology_is_demanded { Level::Stop } else { Level::Ask };
        let sentence = "Something is upheld, and nowhere do we say sorry.".to_owned();
        let instead =
            "Say sorry for what, to whom, and with what effect. No \"if\" and no \"but\".";
        desk.fault(Code::FaultNotAdmitted, level, Some(BlockId::Apology), sentence, instead);
    }
}

const VAGUE: [&str; 8] = [
    "as soon as possible",
    "as soon as we can",
    "in due course",
    "shortly",
    "asap",
    "when we can",
    "at the earliest",
    "in the near future",
];

fn vague_words(text: &str) -> Option<&'static str> {
    let lower = text.to_lowercase();
    VAGUE.into_iter().find(|vague| lower.contains(vague))
}

fn remedies(desk: &mut Desk<'_>) {
    let facts = desk.facts;
    let dated = desk.letter.dated;
    for remedy in &facts.remedies {
        let problem = if words(&remedy.what).is_empty() {
            Some("does not say what we will do".to_owned())
        } else if let Some(vague) = vague_words(&remedy.what) {
            Some(format!("says \"{vague}\" where a day belongs"))
        } else {
            match remedy.by {
                None if remedy.kind.given_in_the_letter() => None,
                None => Some("names no day".to_owned()),
                Some(by) if by < dated => Some("names a day that has passed".to_owned()),
                Some(_) => None,
            }
        };
        if let Some(problem) = problem {
            let sentence = format!("The remedy \"{}\" {problem}.", remedy.what.trim());
            let instead = "Say what will be done and the day by which it will be done.";
            desk.stop(Code::RemedyVague, BlockId::Remedy, sentence, instead);
        }
    }
    let text = desk.text_of(BlockId::Remedy);
    if facts.remedies.iter().all(|remedy| vague_words(&remedy.what).is_none())
        && let Some(vague) = vague_words(&text)
    {
        let sentence = format!("The remedy says \"{vague}\" where a day belongs.");
        let instead = "Say the day by which it will be done.";
        desk.stop(Code::RemedyVague, BlockId::Remedy, sentence, instead);
    }
    nothing_offered(desk);
}

fn nothing_offered(desk: &mut Desk<'_>) {
    let facts = desk.facts;
    if !facts.remedies.is_empty() || facts.offer.is_some() {
        return;
    }
    if !desk.letter.holds(BlockId::Remedy) {
        let instead = "Say what we offer, or that we offer nothing.";
        let sentence = "The letter does not say what we will do to put it right.";
        desk.stop(Code::RemedyVague, BlockId::Remedy, sentence, instead);
    }
    if upheld(desk) {
        let why = facts.no_remedy_because.as_deref().unwrap_or_default();
        let given = facts.apology_on_record || !facts.actions.is_empty();
        if !given || (facts.actions.is_empty() && words(why).is_empty()) {
            let sentence = "Something is upheld, and nothing is offered to put it right.";
            let instead =
                "Offer at least one remedy, or say why the apology is all there is to offer.";
            desk.stop(Code::RemedyVague, BlockId::Remedy, sentence, instead);
        }
    }
}

fn actions(desk: &mut Desk<'_>) {
    let dated = desk.letter.dated;
    for action in desk.facts.actions.iter().filter(|action| action.done_on.is_none()) {
        let owner = action.owner.as_deref().unwrap_or_default();
        let problem = if words(&action.what).is_empty() {
            "does not say what"
        } else if words(owner).is_empty() {
            "names nobody who does it"
        } else if action.by.is_none() {
            "names no day"
        } else if action.by.is_some_and(|by| by < dated) {
            "names a day that has passed"
        } else if vague_words(&action.what).is_some() {
            "is vague where a day belongs"
        } else {
            continue;
        };
        let sentence = format!("The action \"{}\" {problem}.", action.what.trim());
        let instead = "Say what, who and by which day.";
        desk.stop(Code::RemedyVague, BlockId::Actions, sentence, instead);
    }
}

/// Each "we will" in a person's own words has to be matched to something on record, and each sum in
/// it to an offer.
fn promises_owned(desk: &mut Desk<'_>) {
    let facts = desk.facts;
    let mut owned: Vec<String> = facts.remedies.iter().map(|r| r.what.to_lowercase()).collect();
    owned.extend(facts.actions.iter().map(|action| action.what.to_lowercase()));
    if facts.offer.is_some() {
        owned.push("pay money offer".to_owned());
    }
    let on_record: Vec<String> = facts
        .offer
        .iter()
        .flat_map(|offer| {
            let earlier = offer.earlier.iter().map(|earlier| earlier.pence);
            offer.heads.iter().map(|head| head.pence).chain([offer.total_pence]).chain(earlier)
        })
        .map(money)
        .collect();
    let letter = desk.letter;
    for block in letter.blocks.iter().filter(|block| block.made == Made::Written) {
        for sentence in block.body().flat_map(sentences) {
            let lower = sentence.to_lowercase();
            let promises = ["we will ", "we'll ", "we shall ", "we are going to "]
                .iter()
                .any(|promise| lower.contains(promise));
            if !promises || lower.contains("will not ") {
                continue;
            }
            let wrong = printed_sums(&sentence).into_iter().find(|sum| !on_record.contains(sum));
            if let Some(sum) = wrong {
                let told =
                    format!("{sum} is promised in your own words, and no offer is that sum.");
                let instead = "Offer the sum as a remedy, or take it out: the offer prints it.";
                desk.stop(Code::MoneyWrong, block.id, told, instead);
                continue;
            }
            let kept = owned.iter().any(|what| is_kept(&lower, what));
            if !kept {
                let told = format!("No action on record keeps the promise \"{sentence}\"");
                let instead = "Raise an action for it, with an owner and a day, or take it out.";
                desk.ask(Code::PromiseUnowned, block.id, told, instead);
            }
        }
    }
}

/// Whether half the telling words of a promise stand in what is on record.
fn is_kept(promise: &str, on_record: &str) -> bool {
    let telling: Vec<&str> =
        words(promise).into_iter().filter(|word| 3 < word.len() && !PLAIN.contains(word)).collect();
    let record = words(on_record);
    let shared = telling
        .iter()
        .filter(|word| record.iter().any(|other| other == *word || other.starts_with(**word)))
        .count();
    telling.is_empty() || telling.len() <= shared * 2
}

/// Words that tell nothing of what is promised.
const PLAIN: [&str; 12] = [
    "will", "your", "that", "this", "with", "from", "have", "shall", "going", "also", "then",
    "them",
];

fn sums(desk: &mut Desk<'_>, offer: &OfferFacts) {
    let instead = "Let the heads add up to the total and the letter print exactly those sums.";
    let heads: u64 = offer.heads.iter().map(|head| head.pence).sum();
    if heads != offer.total_pence {
        let sentence = format!(
            "The heads add up to {}, and the total says {}.",
            money(heads),
            money(offer.total_pence)
        );
        desk.stop(Code::MoneyWrong, BlockId::Offer, sentence, instead);
        return;
    }
    let net = offer.set_off.as_ref().map(|set_off| {
        (
            set_off.net_pence,
            offer.total_pence.saturating_sub(set_off.debt_pence),
            &set_off.decided_by,
        )
    });
    if let Some((net, right, decided_by)) = net
        && (net != right || words(decided_by).is_empty())
    {
        let sentence = format!(
            "After the debt {} is left, and somebody named has to decide that it is taken off.",
            money(right)
        );
        desk.stop(Code::MoneyWrong, BlockId::Offer, sentence, instead);
        return;
    }
    let text = desk.text_of(BlockId::Offer);
    let printed = printed_sums(&text);
    if !printed.contains(&money(offer.total_pence)) {
        let sentence =
            format!("The letter does not print the total of {}.", money(offer.total_pence));
        desk.stop(Code::MoneyWrong, BlockId::Offer, sentence, instead);
        return;
    }
    let mut known: Vec<u64> = offer.heads.iter().map(|head| head.pence).collect();
    known.push(offer.total_pence);
    known.extend(offer.earlier.iter().map(|earlier| earlier.pence));
    known.extend(offer.set_off.iter().flat_map(|set_off| [set_off.debt_pence, set_off.net_pence]));
    let known: Vec<String> = known.into_iter().map(money).collect();
    for sum in printed.iter().filter(|sum| !known.contains(sum)) {
        let sentence = format!("The letter prints {sum}, and no sum on record is that.");
        desk.stop(Code::MoneyWrong, BlockId::Offer, sentence, instead);
    }
    let paid = offer.set_off.as_ref().map_or(offer.total_pence, |set_off| set_off.net_pence);
    for sentence in sentences(&text) {
        let sums = printed_sums(&sentence);
        if sentence.starts_with("We will pay") && sums.iter().any(|sum| *sum != money(paid)) {
            let told =
                format!("The letter promises another sum than the {} that is paid.", money(paid));
            desk.stop(Code::MoneyWrong, BlockId::Offer, told, instead);
        }
    }
}

fn printed_sums(text: &str) -> Vec<String> {
    text.split('£')
        .skip(1)
        .map(|rest| {
            let sum: String =
                rest.chars().take_while(|c| c.is_ascii_digit() || *c == ',' || *c == '.').collect();
            format!("£{}", sum.trim_end_matches(['.', ',']))
        })
        .collect()
}
