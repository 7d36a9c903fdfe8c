//! What we understood: the points, what is wanted of each, and whose it is (Code 5.6, 5.7).

use redress_domain::vocabulary::Responsibility;

use super::{AcknowledgementFacts, Feasible, OutcomeFacts, PointResponsibility};
use crate::block::{BlockId, Made, Piece};
use crate::draft::Draft;
use crate::tongue::Tongue;
use crate::wording::{phrase, sentence};

pub(super) fn lay(draft: &mut Draft<'_>, facts: &AcknowledgementFacts) {
    definition(draft, facts);
    outcomes(draft, facts);
    responsibility(draft, facts);
}

fn definition(draft: &mut Draft<'_>, facts: &AcknowledgementFacts) {
    let points = facts.points.iter().map(|point| draft.t.typed(&point.text)).collect();
    let block = (BlockId::Definition, Made::Generated);
    draft.tell_of(block, "acknowledgement-definition", &[], vec![Piece::Numbered(points)]);
}

/// "Point 2: ...".
pub(crate) fn of_point(t: &Tongue, number: u8, text: &str) -> String {
    t.say("numbered-point", &[("number", &number.to_string()), ("text", text)])
}

fn outcomes(draft: &mut Draft<'_>, facts: &AcknowledgementFacts) {
    let t = draft.t;
    let mut items = Vec::new();
    for (number, point) in (1..).zip(&facts.points) {
        for outcome in &point.outcomes {
            items.push(of_point(t, number, &outcome_text(t, outcome)));
        }
    }
    draft.list((BlockId::Outcomes, Made::Written), "outcomes", items);
}

fn outcome_text(t: &Tongue, outcome: &OutcomeFacts) -> String {
    match outcome {
        OutcomeFacts::Wanted { what, feasible } => {
            let what = t.typed(&sentence(what));
            match feasible {
                Feasible::Yes => t.say("outcome-feasible", &[("what", &what)]),
                Feasible::No(why) => {
                    let why = t.typed(&sentence(why));
                    t.say("outcome-not-feasible", &[("what", &what), ("why", &why)])
                }
                Feasible::ToBeDecided => t.say("outcome-to-be-decided", &[("what", &what)]),
            }
        }
        OutcomeFacts::NotNamed { asked_on } => {
            t.say("outcome-not-named", &[("day", &t.day(*asked_on))])
        }
    }
}

fn responsibility(draft: &mut Draft<'_>, facts: &AcknowledgementFacts) {
    let t = draft.t;
    let mut items = Vec::new();
    for (number, point) in (1..).zip(&facts.points) {
        if let Some(responsibility) = &point.responsibility {
            items.push(of_point(t, number, &whose(t, responsibility)));
        }
    }
    draft.list((BlockId::Responsibility, Made::Picked), "responsibility", items);
}

fn whose(t: &Tongue, responsibility: &PointResponsibility) -> String {
    let other = responsibility.other.as_deref().map(|other| t.typed(&phrase(other)));
    match (responsibility.whose, other, responsibility.known_by) {
        (Responsibility::Ours, ..) => t.say("responsibility-ours", &[]),
        (Responsibility::Shared, Some(other), _) => {
            t.say("responsibility-shared-with", &[("other", &other)])
        }
        (Responsibility::Shared, None, _) => t.say("responsibility-shared", &[]),
        (Responsibility::NotOurs, Some(other), _) => {
            t.say("responsibility-for", &[("other", &other)])
        }
        (Responsibility::NotOurs, None, _) => t.say("responsibility-not-ours", &[]),
        (Responsibility::Unclear, _, Some(known_by)) => {
            t.say("responsibility-unclear-until", &[("day", &t.day(known_by))])
        }
        (Responsibility::Unclear, _, None) => t.say("responsibility-unclear", &[]),
    }
}

pub(super) fn check_this(draft: &mut Draft<'_>) {
    draft.tell_ways(BlockId::CheckThis, "check-this");
}
