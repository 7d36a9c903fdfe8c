//! A rehearsal under another policy: played twice, step by step.

use redress_domain::clock::Clock;
use redress_domain::policy::terms::Terms;

use crate::rehearsal::shown::{LetterShown, Outcome, Played, StepPlayed};
use crate::rehearsal::{Fault, Script, play};
use crate::what_if::recorded::dates;
use crate::what_if::{CaseChange, LetterChange, RefusalChange};

/// What would differ in a rehearsal under other terms.
///
/// # Errors
/// The rehearsal cannot be played.
pub fn compare(
    name: &str,
    script: &Script,
    (own, other): (Terms<'_>, Terms<'_>),
) -> Result<CaseChange, Fault> {
    let (was, would) = (play(script, own, None)?, play(script, other, None)?);
    let clocks = |played: &Played| -> Vec<Clock> {
        // Labels keep the promises of several cases apart.
        let named = |(label, clock): (&str, &Clock)| {
            let mut clock = clock.clone();
            if label != crate::rehearsal::read::FIRST_CASE {
                let of = clock.of.take().unwrap_or_default();
                clock.of = Some(format!("{label} {of}").trim().to_owned());
            }
            clock
        };
        played.end.clocks.iter().map(|it| named((it.case.as_str(), &it.clock))).collect()
    };
    let mut change = CaseChange {
        case: name.to_owned(),
        dates: dates(&clocks(&was), &clocks(&would)),
        ..CaseChange::default()
    };
    for (was, would) in was.steps.iter().zip(&would.steps) {
        change.refusals.extend(refusal(was, would));
        change.letters.extend(letters(&was.letters, &would.letters));
    }
    Ok(change)
}

fn refusal(was: &StepPlayed, would: &StepPlayed) -> Option<RefusalChange> {
    let refused = match (was.outcome, would.outcome) {
        (Outcome::Accepted, Outcome::Refused) => true,
        (Outcome::Refused, Outcome::Accepted) => false,
        _ => return None,
    };
    let shown = if refused { would.refusal.as_ref() } else { was.refusal.as_ref() };
    let shown = shown?;
    Some(RefusalChange {
        on: was.on,
        act: was.verb.to_owned(),
        refused,
        code: shown.code.to_owned(),
        clause: shown.clause.clone(),
    })
}

fn letters(was: &[LetterShown], would: &[LetterShown]) -> Vec<LetterChange> {
    let without = |left: &[&str], right: &[&str]| -> Vec<String> {
        left.iter().filter(|block| !right.contains(block)).map(|it| (*it).to_owned()).collect()
    };
    let mut changes = Vec::new();
    for letter in was {
        let other = would.iter().find(|it| it.id == letter.id);
        let wants = other.map(|it| it.blocks.as_slice()).unwrap_or_default();
        let (more, fewer) = (without(wants, &letter.blocks), without(&letter.blocks, wants));
        if !more.is_empty() || !fewer.is_empty() {
            changes.push(LetterChange { letter: letter.id.to_owned(), more, fewer });
        }
    }
    let added = would.iter().filter(|letter| !was.iter().any(|it| it.id == letter.id));
    changes.extend(added.map(|letter| LetterChange {
        letter: letter.id.to_owned(),
        more: letter.blocks.iter().map(|block| (*block).to_owned()).collect(),
        fewer: Vec::new(),
    }));
    changes
}
