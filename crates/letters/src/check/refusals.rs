//! Refusals and restrictions: a ground with its proof, this person's facts, and what was weighed.

use super::reading::words;
use super::{Code, Desk};
use crate::block::BlockId;
use crate::letter::LetterId;

pub(super) fn check(desk: &mut Desk<'_>) {
    restriction(desk);
    departure(desk);
    let Some(facts) = &desk.facts.refusal else { return };
    let ground = &facts.ground;
    if words(&ground.clause).is_empty() && ground.clause.trim().is_empty() {
        let sentence = "The refusal names no clause of the policy.";
        let instead = "Name the ground of the policy that applies, or accept the complaint.";
        desk.stop(Code::GroundUnsupported, BlockId::Ground, sentence, instead);
    }
    if ground.proof.iter().all(|proof| words(proof).is_empty()) {
        let sentence = "Nothing on record proves the ground.";
        let instead = "Put the proof on the case, or accept the complaint.";
        desk.stop(Code::GroundUnsupported, BlockId::Ground, sentence, instead);
    }
    if words(&facts.considered).len() < 3 {
        let sentence = "The refusal does not say what was weighed in this person's case.";
        let instead = "Weigh their circumstances, and discretion on time where it is about age.";
        desk.stop(Code::GroundUnsupported, BlockId::Considered, sentence, instead);
    }
    if facts.ground_names_a_body && !desk.letter.holds(BlockId::WhereNow) {
        let sentence =
            "The ground says that somebody else deals with it, and the letter does not say who.";
        let instead = "Name the body or team, and how to reach it.";
        desk.stop(Code::PackBlockMissing, BlockId::WhereNow, sentence, instead);
    }
    if !facts.kept.is_empty() && !desk.letter.holds(BlockId::PointsKept) {
        let sentence = "Part of the complaint goes on, and the letter does not say so.";
        desk.stop(
            Code::PackBlockMissing,
            BlockId::PointsKept,
            sentence,
            "Compose the letter again.",
        );
    }
    let n_words = words(&facts.reasons).len();
    let instead = "Give this case's own facts; a refusal is never by rule alone.";
    if n_words <= 1 {
        let sentence = "The refusal gives no reason.";
        desk.stop(Code::ReasonMissing, BlockId::Reasons, sentence, instead);
    } else if n_words < 12 {
        let sentence = "The reason for the refusal is very short.";
        desk.ask(Code::ReasonMissing, BlockId::Reasons, sentence, instead);
    }
}

/// A restriction says what, on what evidence, after weighing what, what stays open, until when and
/// how to challenge it (Code 5.14, 5.15).
fn restriction(desk: &mut Desk<'_>) {
    if desk.letter.id != LetterId::RestrictionNotice {
        return;
    }
    let instead = "Put it on record with the restriction, and compose the letter again.";
    for (block, least, what) in [
        (BlockId::Restriction, 3, "what is limited"),
        (BlockId::Evidence, 5, "the evidence for it"),
        (BlockId::Considered, 5, "what was weighed: needs, equality, and why nothing milder"),
        (BlockId::StillOpen, 1, "the way that stays open"),
        (BlockId::ReviewDate, 1, "when it is looked at again"),
        (BlockId::Challenge, 1, "how to challenge it"),
        (BlockId::CaseGoesOn, 1, "that the complaint goes on"),
    ] {
        if words(&desk.text_of(block)).len() < least {
            let sentence = format!("The restriction does not say {what}.");
            desk.stop(Code::RestrictionUnsupported, block, sentence, instead);
        }
    }
}

/// Why something is done differently: never blank, and hardly in a few words.
fn departure(desk: &mut Desk<'_>) {
    if desk.letter.id != LetterId::DepartureNotice {
        return;
    }
    let n_words = words(&desk.text_of(BlockId::Why)).len();
    let instead = "Say why this case is an exception, in words the person can follow.";
    if n_words <= 1 {
        let sentence = "The letter does not say why the policy is not followed.";
        desk.stop(Code::ReasonMissing, BlockId::Why, sentence, instead);
    } else if n_words < 12 {
        let sentence = "The reason for not following the policy is very short.";
        desk.ask(Code::ReasonMissing, BlockId::Why, sentence, instead);
    }
}
