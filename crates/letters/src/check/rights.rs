//! What the person may do next: stage 2, the Ombudsman, and no right cut short.

use jiff::ToSpan;

use super::dates::printed_days;
use super::reading::{sentences, words};
use super::{Code, Desk};
use crate::block::{Block, BlockId};
use crate::letter::LetterId;
use crate::ombudsman::{self, Wording};

pub(super) fn check(desk: &mut Desk<'_>) {
    stage(desk);
    if desk.letter.id == LetterId::ResponseStage1 {
        escalation(desk);
    }
    ombudsman_there(desk);
    ombudsman_current(desk);
    for block in &desk.letter.blocks {
        if !block.id.quotes_the_person() {
            words_of(desk, block);
        }
    }
}

fn stage(desk: &mut Desk<'_>) {
    let letter = desk.letter;
    let instead = "Compose the letter again from the case as it stands.";
    let of_letter = match letter.id {
        LetterId::AcknowledgementStage1
        | LetterId::AcceptedByDirection
        | LetterId::ExtensionStage1
        | LetterId::FurtherExtensionStage1
        | LetterId::ResponseStage1 => Some(1),
        LetterId::AcknowledgementStage2
        | LetterId::ExtensionStage2
        | LetterId::FurtherExtensionStage2
        | LetterId::ResponseStage2
        | LetterId::LateEscalationDecision
        | LetterId::EscalationDeclined => Some(2),
        _ => letter.stage,
    };
    if letter.stage != desk.facts.stage || of_letter != letter.stage {
        let sentence = "The letter is for another stage than the case is in.";
        desk.stop(Code::StageWrong, BlockId::Stage, sentence, instead);
    }
    for block in &letter.blocks {
        if block.id.quotes_the_person() {
            continue;
        }
        let lower = block.texts().collect::<Vec<_>>().join(" ").to_lowercase();
        let unknown =
            ["stage 0", "stage zero", "stage 3", "stage three", "third stage", "informal"];
        if let Some(name) = unknown.into_iter().find(|name| lower.contains(name)) {
            let sentence =
                format!("The letter speaks of \"{name}\", and there are two stages only.");
            desk.stop(Code::StageWrong, block.id, sentence, "Speak of stage 1 and stage 2 only.");
        }
        let last = ["our last answer", "our final answer", "final response"];
        if letter.id == LetterId::ResponseStage1 && last.iter().any(|name| lower.contains(name)) {
            let sentence = "A stage 1 answer is not the last one.";
            desk.stop(Code::StageWrong, block.id, sentence, instead);
        }
    }
    if letter.id == LetterId::ResponseStage2 {
        let text = desk.text_of(BlockId::Stage).to_lowercase();
        if !(text.contains("last answer") || text.contains("final"))
            || letter.holds(BlockId::Escalation)
        {
            let sentence =
                "A stage 2 answer says that it is the last, and offers no stage after it.";
            desk.stop(Code::StageWrong, BlockId::Stage, sentence, instead);
        }
    }
}

fn escalation(desk: &mut Desk<'_>) {
    let text = desk.text_of(BlockId::Escalation);
    let lower = text.to_lowercase();
    let ways = [
        &["ring ", "call us", "phone"][..],
        &["@", "e-mail", "email"],
        &["write to", "letter to", "post"],
        &["come to", "visit", "in person", "office"],
        &["online", "website", "portal", "www."],
    ];
    let n_ways = ways.iter().filter(|way| way.iter().any(|sign| lower.contains(sign))).count();
    let names_end = !printed_days(&text).is_empty()
        || ["no last day", "no time limit", "no deadline", "at any time"]
            .iter()
            .any(|none| lower.contains(none));
    if n_ways < 2 || !names_end || !lower.contains("stage 2") {
        let sentence = "The letter does not say how to go to stage 2: two ways, and the last day \
                        or that there is none.";
        let instead = "Compose the letter again with the landlord's channels.";
        desk.stop(Code::EscalationMissing, BlockId::Escalation, sentence, instead);
    }
    reason_demanded(desk);
}

const DEMANDS: [&str; 10] = [
    "tell us why",
    "tell us which",
    "tell us what",
    "new evidence",
    "explain why",
    "give reasons",
    "give us your reasons",
    "fill in",
    "list the points",
    "which parts",
];

const SOFTENED: [&str; 10] = [
    "do not have to",
    "don't have to",
    "do not need to",
    "don't need to",
    "need not",
    "if you want",
    "if you like",
    "if you wish",
    "you may",
    "no need",
];

fn reason_demanded(desk: &mut Desk<'_>) {
    let letter = desk.letter;
    for block in &letter.blocks {
        for sentence in block.body().flat_map(sentences) {
            let lower = sentence.to_lowercase();
            let about = block.id == BlockId::Escalation || lower.contains("stage 2");
            let demands = DEMANDS.iter().any(|demand| lower.contains(demand));
            let softened = SOFTENED.iter().any(|soft| lower.contains(soft));
            if about && demands && !softened {
                let told =
                    "The letter makes a reason, a form or new evidence a condition of stage 2.";
                let instead = "Say that they do not have to tell us why.";
                desk.stop(Code::ReasonDemanded, block.id, told, instead);
            }
        }
    }
}

/// Whether the Ombudsman has a place in this letter: under every policy, or under this one.
fn owes_ombudsman(desk: &Desk<'_>) -> bool {
    let demanded = desk.facts.demands.clause(BlockId::Ombudsman).is_some();
    desk.letter.id.names_ombudsman() || demanded
}

fn ombudsman_there(desk: &mut Desk<'_>) {
    let facts = desk.facts;
    if !owes_ombudsman(desk) {
        return;
    }
    let text = desk.text_of(BlockId::Ombudsman);
    let lower = text.to_lowercase();
    let fits = match facts.ombudsman {
        Wording::Advice => true,
        Wording::OutsideRemit => lower.contains("independent advice"),
        Wording::Challenge => {
            ["do not agree", "challenge", "disagree"].iter().any(|sign| lower.contains(sign))
        }
        Wording::Refer { .. } => !printed_days(&text).is_empty(),
    };
    if text.is_empty() || !lower.contains("housing ombudsman") || !fits {
        let sentence = if text.is_empty() {
            "The letter does not tell the person about the Ombudsman."
        } else {
            "The words about the Ombudsman are not those that this letter needs."
        };
        let instead = "Put the Ombudsman's block back. No policy and no setting can leave it out.";
        desk.stop(Code::OmbudsmanMissing, BlockId::Ombudsman, sentence, instead);
    }
}

fn ombudsman_current(desk: &mut Desk<'_>) {
    let dated = desk.letter.dated;
    let register = &desk.facts.register;
    let text = desk.text_of(BlockId::Ombudsman);
    if text.is_empty() && !owes_ombudsman(desk) {
        return;
    }
    let Some(row) = ombudsman::on(dated, register) else {
        let sentence = "The register holds no details of the Ombudsman for this day.";
        let instead = "Check the Ombudsman's website and add a row to the register.";
        desk.stop(Code::OmbudsmanStale, BlockId::Ombudsman, sentence, instead);
        return;
    };
    if text.is_empty() {
        return;
    }
    if matches!(desk.facts.ombudsman, Wording::OutsideRemit) {
        return;
    }
    // Details that nobody has looked at for a year are still printed, and somebody is told.
    let a_year = row.checked_on.checked_add(1.year()).unwrap_or(row.checked_on);
    if a_year < dated {
        let sentence = format!(
            "Nobody has checked the Ombudsman's details since {}.",
            crate::wording::day(row.checked_on)
        );
        let instead = "Hold the register against the Ombudsman's website, and note the day.";
        let block = Some(BlockId::Ombudsman);
        desk.fault(Code::OmbudsmanStale, super::Level::Note, block, sentence, instead);
    }
    let lines = row.lines();
    let others = register.iter().filter(|other| *other != row).flat_map(ombudsman::Row::lines);
    let stale = others.filter(|line| !lines.contains(line)).any(|line| text.contains(&line));
    if stale || lines.iter().any(|line| !text.contains(line.as_str())) {
        let sentence = "The Ombudsman's details are not those of the day of the letter.";
        let instead = "Compose the letter again: the register has the details for this day.";
        desk.stop(Code::OmbudsmanStale, BlockId::Ombudsman, sentence, instead);
    }
}

const CUT_SHORT: [&str; 11] = [
    "full and final",
    "final settlement",
    "closed for good",
    "cannot be reopened",
    "will not go to the ombudsman",
    "not go to the housing ombudsman",
    "give up your right",
    "waive your right",
    "waive any right",
    "no longer go to the",
    "lose your right",
];

fn words_of(desk: &mut Desk<'_>, block: &Block) {
    let whole = block.texts().collect::<Vec<_>>().join(" ").to_lowercase();
    let near = whole.contains("ombudsman");
    for sentence in block.texts().flat_map(sentences) {
        let lower = sentence.to_lowercase();
        let softened = SOFTENED.iter().any(|soft| lower.contains(soft));
        if let Some(cut) = CUT_SHORT.into_iter().find(|cut| lower.contains(cut)) {
            let told = format!("\"{cut}\" takes away a right that nobody can take away.");
            let instead = "Take it out: whoever accepts an offer keeps every right.";
            desk.stop(Code::RightsCutShort, block.id, told, instead);
            continue;
        }
        let at_step = near && !softened;
        let step = ["eight weeks", "8 weeks", "designated person", "democratic filter"]
            .into_iter()
            .find(|step| at_step && lower.contains(step));
        let fax = at_step && words(&lower).iter().any(|word| matches!(*word, "fax" | "faxed"));
        let member = at_step
            && lower.contains("ombudsman")
            && words(&lower).iter().any(|word| matches!(*word, "mp" | "councillor" | "mps"));
        let of_behaviour = |word: &&str| matches!(*word, "vexatious" | "malicious");
        let behaviour = desk.letter.id.restricts();
        let anywhere = ["without prejudice", "comply or explain", "vexatious", "malicious"]
            .into_iter()
            .filter(|word| !(behaviour && of_behaviour(word)))
            .find(|word| lower.contains(word));
        if let Some(word) =
            step.or(anywhere).or(fax.then_some("fax")).or(member.then_some("MP or councillor"))
        {
            let told = format!("\"{word}\" may not stand here.");
            let instead = "The person may go to the Ombudsman straight away, with nobody between.";
            desk.stop(Code::ForbiddenWords, block.id, told, instead);
        }
    }
}
