//! The points of the complaint: printed as agreed, each decided, reasoned and sourced.

use redress_domain::vocabulary::{Finding, Responsibility};

use super::facts::CheckFacts;
use super::reading::words;
use super::{Code, Desk, Level};
use crate::block::{BlockId, Piece};
use crate::response::facts::{PointAnswer, Sources, overall};
use crate::response::overall as overall_sentence;
use crate::wording::day;

pub(super) fn check(desk: &mut Desk<'_>) {
    definition_differs(desk);
    definition_incomplete(desk);
    if desk.letter.id.answers() {
        for (number, answer) in (1..).zip(&desk.facts.answers) {
            desk.at = Some(number);
            answered(desk, number, answer);
            // What is not decided yet is one thing to put right, not five.
            if answer.finding.is_none() {
                continue;
            }
            reasoned(desk, number, answer);
            sourced(desk, number, answer);
            commented(desk, number, answer);
        }
        desk.at = None;
        whole(desk);
        same_reasons(desk);
        outcomes(desk);
    }
}

fn definition_differs(desk: &mut Desk<'_>) {
    let Some(agreed) = &desk.facts.definition else { return };
    let blocks = [BlockId::Definition, BlockId::PointsNow, BlockId::PointsSoFar];
    let printed: Vec<&String> = desk
        .letter
        .blocks
        .iter()
        .filter(|block| blocks.contains(&block.id))
        .flat_map(|block| &block.content)
        .filter_map(|piece| match piece {
            Piece::Numbered(points) => Some(points),
            _ => None,
        })
        .flatten()
        .collect();
    if printed.len() != agreed.len() || printed.iter().zip(agreed).any(|(on, ours)| *on != ours) {
        let first = (1..)
            .zip(agreed.iter().zip(printed.iter().map(Some).chain(std::iter::repeat(None))))
            .find(|(_, (ours, on))| on.is_none_or(|on| *on != *ours))
            .map_or(agreed.len() + 1, |(number, _)| number);
        let sentence =
            format!("Point {first} is not printed as the newest agreed definition words it.");
        let instead = "Compose the letter again from the newest version of the definition.";
        desk.stop(Code::DefinitionDiffers, BlockId::Definition, sentence, instead);
    }
}

fn definition_incomplete(desk: &mut Desk<'_>) {
    if !desk.letter.id.acknowledges() {
        return;
    }
    let facts = desk.facts;
    if facts.defined.is_empty() {
        let instead = "Write down what the complaint is about, point by point.";
        let sentence = "The complaint has no point yet.";
        desk.stop(Code::DefinitionIncomplete, BlockId::Definition, sentence, instead);
    }
    for (number, point) in (1..).zip(&facts.defined) {
        desk.at = Some(number);
        if point.text.trim().is_empty() {
            let sentence = format!("Point {number} has no text.");
            let instead = "Write down what this point is about.";
            desk.stop(Code::DefinitionIncomplete, BlockId::Definition, sentence, instead);
        }
        if !CheckFacts::outcomes_shown(point) {
            let sentence = format!("Point {number} does not say what the person wants.");
            let instead = "Write down what they want, or the day you asked and got no answer.";
            desk.stop(Code::DefinitionIncomplete, BlockId::Outcomes, sentence, instead);
        }
        let Some(responsibility) = &point.responsibility else {
            let sentence = format!("Point {number} does not say whose responsibility it is.");
            let instead = "Say whether it is ours, shared, not ours, or not clear yet.";
            desk.stop(Code::DefinitionIncomplete, BlockId::Responsibility, sentence, instead);
            continue;
        };
        let open = match responsibility.whose {
            Responsibility::NotOurs | Responsibility::Shared => responsibility.other.is_none(),
            Responsibility::Unclear => responsibility.known_by.is_none(),
            Responsibility::Ours => false,
        };
        if open {
            let sentence =
                format!("Point {number} does not say whose it is, or when we will know.");
            let instead = "Name the other body, or the day by which we will have found out.";
            desk.ask(Code::DefinitionIncomplete, BlockId::Responsibility, sentence, instead);
        }
    }
    desk.at = None;
}

/// What stands under one point in the letter, of the blocks named.
fn under_point(desk: &Desk<'_>, point: u8, blocks: &[BlockId]) -> String {
    let texts: Vec<&str> = desk
        .letter
        .blocks
        .iter()
        .filter(|block| block.point == Some(point) && blocks.contains(&block.id))
        .flat_map(|block| block.body())
        .collect();
    texts.join("\n")
}

fn answered(desk: &mut Desk<'_>, number: u8, answer: &PointAnswer) {
    let Some(finding) = answer.finding else {
        let sentence = format!("Point {number} has no finding.");
        let instead = "Decide the point, or say why no finding is possible.";
        desk.stop(Code::PointUnanswered, BlockId::Decision, sentence, instead);
        return;
    };
    if !desk.facts.pack.findings.contains(&finding) {
        let sentence = format!("The policy does not know the finding on point {number}.");
        let instead = "Use one of the findings that the policy names.";
        desk.stop(Code::FindingWrong, BlockId::Decision, sentence, instead);
        return;
    }
    let decision = under_point(desk, number, &[BlockId::Decision]);
    if decision.is_empty() {
        let sentence = format!("The letter does not print the decision on point {number}.");
        desk.stop(Code::PointUnanswered, BlockId::Decision, sentence, "Compose the letter again.");
        return;
    }
    let text = under_point(desk, number, &[BlockId::Found, BlockId::Decision, BlockId::Reasons]);
    let said = findings_said(&text);
    let fits = |other: &Finding| *other == finding || same_direction(*other, finding);
    if !said.iter().all(fits) {
        let sentence = format!("The text under point {number} speaks of another finding.");
        let instead = "Let the words under the point fit its finding.";
        desk.stop(Code::FindingWrong, BlockId::Decision, sentence, instead);
    }
    let second = desk.letter.stage == Some(2);
    if second
        && answer.stage1_finding.is_some()
        && under_point(desk, number, &[BlockId::Stage1KeptOrChanged]).is_empty()
    {
        let sentence =
            format!("The letter does not say what became of stage 1's decision on point {number}.");
        let instead = "Say whether that decision stays or has changed.";
        desk.stop(Code::FindingWrong, BlockId::Stage1KeptOrChanged, sentence, instead);
    }
}

/// Words that may stand beside a finding: a point upheld in part is upheld in one part and not in
/// the other, and "overturned" is another policy's word.
fn same_direction(said: Finding, finding: Finding) -> bool {
    matches!(
        (said, finding),
        (Finding::Upheld, Finding::PartlyUpheld | Finding::Overturned)
            | (Finding::NotUpheld, Finding::PartlyUpheld | Finding::NotOverturned)
    )
}

/// Which findings a text speaks of, by their words.
fn findings_said(text: &str) -> Vec<Finding> {
    let mut rest = text.to_lowercase();
    let mut said = Vec::new();
    for (finding, phrases) in [
        (Finding::PartlyUpheld, &["partly uphold", "partly upheld", "uphold part"][..]),
        (
            Finding::NotUpheld,
            &[
                "not uphold",
                "not upheld",
                "cannot uphold",
                "not been upheld",
                "cannot agree to uphold",
            ][..],
        ),
        (Finding::NoFinding, &["no finding"][..]),
        (Finding::Upheld, &["uphold", "upheld"][..]),
    ] {
        for phrase in phrases {
            if rest.contains(phrase) {
                said.push(finding);
                rest = rest.replace(phrase, "");
            }
        }
    }
    said.dedup();
    said
}

fn reasoned(desk: &mut Desk<'_>, number: u8, answer: &PointAnswer) {
    let n_words = words(&answer.reasons).len();
    let instead = "Say why the facts of this case lead to the decision.";
    if n_words <= 1 || is_clause_alone(&answer.reasons) {
        let sentence = format!("Point {number} gives no reason for its decision.");
        desk.stop(Code::ReasonMissing, BlockId::Reasons, sentence, instead);
    } else if n_words < 12 {
        let sentence = format!("The reason for point {number} is very short.");
        desk.ask(Code::ReasonMissing, BlockId::Reasons, sentence, instead);
    }
    if words(&answer.found).is_empty() {
        let sentence = format!("Point {number} does not say what we found.");
        let instead = "Say what the evidence shows, and both accounts of what happened.";
        desk.stop(Code::ReasonMissing, BlockId::Found, sentence, instead);
    }
}

/// "Section 4.2." and its kin name a rule and give no reason.
fn is_clause_alone(text: &str) -> bool {
    let meaningful = words(text)
        .into_iter()
        .filter(|word| {
            let lower = word.to_lowercase();
            !matches!(
                lower.as_str(),
                "section"
                    | "clause"
                    | "paragraph"
                    | "policy"
                    | "code"
                    | "of"
                    | "the"
                    | "our"
                    | "see"
            )
        })
        .count();
    meaningful == 0
}

fn same_reasons(desk: &mut Desk<'_>) {
    let answers = &desk.facts.answers;
    for (index, answer) in answers.iter().enumerate() {
        let earlier = answers.iter().take(index);
        let mine = answer.reasons.trim();
        if !mine.is_empty() && earlier.clone().any(|other| other.reasons.trim() == mine) {
            let sentence = format!("Point {} has the same reason as another point.", index + 1);
            let instead = "Give each point its own reason.";
            desk.at = u8::try_from(index + 1).ok();
            desk.ask(Code::ReasonMissing, BlockId::Reasons, sentence, instead);
        }
        desk.at = None;
    }
}

fn sourced(desk: &mut Desk<'_>, number: u8, answer: &PointAnswer) {
    let level = if desk.facts.pack.sources_are_demanded { Level::Stop } else { Level::Ask };
    let sentence = match &answer.sources {
        Sources::NoneApplies(why) if why.trim().is_empty() => {
            format!("Point {number} says that no rule applies, and not why.")
        }
        Sources::NoneApplies(_) => return,
        Sources::Cited(sources) if sources.is_empty() => {
            format!("Point {number} cites no policy, law or practice.")
        }
        Sources::Cited(sources) => {
            let wrong = answer
                .happened_on
                .and_then(|on| sources.iter().find(|source| !source.in_force(on)).map(|s| (on, s)));
            match wrong {
                Some((on, source)) => format!(
                    "{} was not in force on {}, when point {number} happened.",
                    source.cited(),
                    day(on)
                ),
                None if answer.evidence.is_empty() => {
                    format!("Point {number} names no evidence.")
                }
                None => return,
            }
        }
    };
    let instead = "Cite the version that was in force then, or say why none applies.";
    desk.fault(Code::SourceMissing, level, Some(BlockId::Sources), sentence, instead);
}

fn commented(desk: &mut Desk<'_>, number: u8, answer: &PointAnswer) {
    let level = if desk.facts.pack.comments_are_demanded { Level::Stop } else { Level::Ask };
    for comment in &answer.comments {
        let invited = comment.invited_on.is_some();
        let heard = comment.answered || comment.reply_by.is_some_and(|by| by < desk.letter.dated);
        if !(invited && heard) {
            let sentence =
                format!("Somebody criticised under point {number} has not been heard yet.");
            let instead = "Invite their comment and wait for it, or for its last day to pass.";
            desk.fault(Code::CommentNotInvited, level, Some(BlockId::Found), sentence, instead);
        }
    }
}

fn whole(desk: &mut Desk<'_>) {
    let answers = &desk.facts.answers;
    if answers.iter().any(|answer| answer.finding.is_none()) {
        return;
    }
    let right = overall(answers.iter().filter_map(|answer| answer.finding));
    let printed: String = desk
        .letter
        .blocks_of(BlockId::Decision)
        .filter(|block| block.point.is_none())
        .flat_map(|block| block.body())
        .collect();
    let expected = overall_sentence(right, desk.letter.stage.unwrap_or(1));
    if findings_said(&printed) != findings_said(&expected) {
        let sentence = "The decision on the whole does not follow from the points.";
        let instead = "It is upheld where all points are, not upheld where none is, else in part.";
        desk.stop(Code::FindingWrong, BlockId::Decision, sentence, instead);
    }
}

fn outcomes(desk: &mut Desk<'_>) {
    for outcome in &desk.facts.outcomes {
        if outcome.met.is_none() || outcome.why.trim().is_empty() {
            let sentence =
                format!("The letter does not answer what they wanted: {}", outcome.wanted);
            let instead = "Say whether it is met, partly met or not met, and why.";
            desk.stop(Code::OutcomeUnanswered, BlockId::OutcomesAnswered, sentence, instead);
        }
    }
}
