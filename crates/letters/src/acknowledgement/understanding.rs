//! What we understood: the points, what is wanted of each, and whose it is (Code 5.6, 5.7).

use redress_domain::vocabulary::Responsibility;

use super::{AcknowledgementFacts, Feasible, OutcomeFacts};
use crate::block::{BlockId, Piece};
use crate::draft::Draft;
use crate::wording::{day, phrase, sentence};

pub(super) fn lay(draft: &mut Draft<'_>, facts: &AcknowledgementFacts) {
    definition(draft, facts);
    outcomes(draft, facts);
    responsibility(draft, facts);
}

fn definition(draft: &mut Draft<'_>, facts: &AcknowledgementFacts) {
    let points: Vec<String> = facts.points.iter().map(|point| point.text.clone()).collect();
    let content = vec![
        Piece::Heading("What your complaint is about: the complaint definition".to_owned()),
        Piece::Paragraph("This is what we understand your complaint to be.".to_owned()),
        Piece::Numbered(points),
    ];
    draft.generated(BlockId::Definition, content);
}

fn outcomes(draft: &mut Draft<'_>, facts: &AcknowledgementFacts) {
    let mut items = Vec::new();
    for (number, point) in (1..).zip(&facts.points) {
        for outcome in &point.outcomes {
            items.push(format!("Point {number}: {}", outcome_text(outcome)));
        }
    }
    if !items.is_empty() {
        let heading = Piece::Heading("What you want to happen".to_owned());
        draft.written(BlockId::Outcomes, vec![heading, Piece::Items(items)]);
    }
}

fn outcome_text(outcome: &OutcomeFacts) -> String {
    match outcome {
        OutcomeFacts::Wanted { what, feasible } => {
            let what = sentence(what);
            match feasible {
                Feasible::Yes => format!("{what} We can do this if we uphold the point."),
                Feasible::No(why) => format!("{what} We cannot do this. {}", sentence(why)),
                Feasible::ToBeDecided => {
                    format!("{what} Our answer will tell you whether we can do this.")
                }
            }
        }
        OutcomeFacts::NotNamed { asked_on } => format!(
            "We asked you on {} what you would like to happen. You have not told us yet. You can \
             tell us at any time.",
            day(*asked_on)
        ),
    }
}

fn responsibility(draft: &mut Draft<'_>, facts: &AcknowledgementFacts) {
    let mut items = Vec::new();
    for (number, point) in (1..).zip(&facts.points) {
        let Some(responsibility) = &point.responsibility else { continue };
        let other = responsibility.other.as_deref().map(phrase);
        let text = match (responsibility.whose, other, responsibility.known_by) {
            (Responsibility::Ours, ..) => "This is ours to answer.".to_owned(),
            (Responsibility::Shared, Some(other), _) => {
                format!("We share this with {other}. We will answer for our part.")
            }
            (Responsibility::Shared, None, _) => {
                "We share this with somebody else. We will answer for our part.".to_owned()
            }
            (Responsibility::NotOurs, Some(other), _) => {
                format!("This is not ours to answer. It is for {other}.")
            }
            (Responsibility::NotOurs, None, _) => "This is not ours to answer.".to_owned(),
            (Responsibility::Unclear, _, Some(known_by)) => format!(
                "We do not know yet whose this is. We will find out and tell you by {}.",
                day(known_by)
            ),
            (Responsibility::Unclear, _, None) => "We do not know yet whose this is.".to_owned(),
        };
        items.push(format!("Point {number}: {text}"));
    }
    if !items.is_empty() {
        let heading = Piece::Heading("Which parts are ours to answer".to_owned());
        draft.picked(BlockId::Responsibility, vec![heading, Piece::Items(items)]);
    }
}

pub(super) fn check_this(draft: &mut Draft<'_>) {
    let text = format!(
        "Have we got anything wrong or left anything out? Please tell us and we will put it \
         right. You can {}.",
        draft.channels()
    );
    let heading = Piece::Heading("Please check that this is right".to_owned());
    draft.generated(BlockId::CheckThis, vec![heading, Piece::Paragraph(text)]);
}
