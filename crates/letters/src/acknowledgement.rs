//! The acknowledgement of each stage: what we understood, whose it is, when we answer.

mod understanding;

use jiff::civil::Date;
use redress_domain::policy::Place;
use redress_domain::vocabulary::Responsibility;
use serde::{Deserialize, Serialize};

use crate::block::{BlockId, Piece};
use crate::bodies;
use crate::draft::{Draft, under, written};
use crate::frame::{Frame, Missed, Updates};
use crate::letter::{Letter, LetterId};
use crate::wording::{day, phrase, sentence};

/// What the acknowledgement of either stage needs to know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AcknowledgementFacts {
    pub frame: Frame,
    /// The day it was first said to anyone here, also where that was a Sunday.
    pub received_on: Date,
    /// How it came, as in "by phone", "in a letter".
    pub received_by: String,
    pub missed: Vec<Missed>,
    pub points: Vec<PointFacts>,
    /// What is unclear, put as questions to the person; none where nothing is.
    pub questions: Option<String>,
    /// The day by which somebody will talk to them, where the pack has such a clock.
    pub contact_by: Option<Date>,
    pub answer_by: Date,
    /// "10 working days from today", as the pack counts.
    pub answer_length: String,
    /// The day of the answer had this letter not been late.
    pub answer_if_in_time: Option<Date>,
    pub updates: Updates,
    pub needs: NeedsFacts,
    pub moved: Vec<MovedPoint>,
}

/// One point of the complaint definition (Code 5.6, 5.7).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PointFacts {
    /// The agreed words, printed exactly so.
    pub text: String,
    pub outcomes: Vec<OutcomeFacts>,
    /// None only in a draft that the check will stop.
    pub responsibility: Option<PointResponsibility>,
}

/// What the person wants, and whether it can be had (derive-2024 7.1.4).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum OutcomeFacts {
    Wanted {
        what: String,
        feasible: Feasible,
    },
    /// Nothing was named although we asked.
    NotNamed {
        asked_on: Date,
    },
}

/// Whether an outcome can be had.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Feasible {
    Yes,
    /// With why not, as a sentence.
    No(String),
    ToBeDecided,
}

/// Whose a point is to answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PointResponsibility {
    pub whose: Responsibility,
    /// The other body, where it is shared or not ours.
    pub other: Option<String>,
    /// When we will know, where it is unclear.
    pub known_by: Option<Date>,
}

/// What we asked about help the person may need, and what they said (Code 5.10, 3.6).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NeedsFacts {
    pub asked_on: Option<Date>,
    /// Each as a thing we do: "We print our letters to you in 18 point".
    pub adjustments: Vec<String>,
    /// Whether they answered at all.
    pub answered: bool,
    /// Who acts for them, with authority held.
    pub representative: Option<String>,
}

/// A point that another team or body deals with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MovedPoint {
    pub text: String,
    pub to: String,
    pub contact: String,
}

/// The acknowledgement at stage 1.
pub fn stage1_acknowledgement(facts: &AcknowledgementFacts) -> Letter {
    let title = "We have your complaint and this is what happens next";
    let mut draft = Draft::new(&facts.frame, LetterId::AcknowledgementStage1, Some(1), title);
    short_answer(&mut draft, facts, "We have your complaint.");
    let told = format!(
        "You told us about this {} on {}. This is stage 1 of our complaints process.",
        phrase(&facts.received_by),
        day(facts.received_on)
    );
    received(&mut draft, "When you told us", told);
    body(draft, facts)
}

/// The acknowledgement of a request for stage 2.
pub fn stage2_acknowledgement(facts: &AcknowledgementFacts) -> Letter {
    let title = "We have your request for stage 2 and this is what happens next";
    let mut draft = Draft::new(&facts.frame, LetterId::AcknowledgementStage2, Some(2), title);
    short_answer(&mut draft, facts, "We have your request for stage 2.");
    let told = format!(
        "You asked us {} on {} to look at your complaint again. This is stage 2 of our complaints \
         process. Somebody who had no part in our first answer will look at it.",
        phrase(&facts.received_by),
        day(facts.received_on)
    );
    received(&mut draft, "When you asked us", told);
    body(draft, facts)
}

/// A complaint taken on because the Ombudsman told us to (Code 2.4).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DirectionFacts {
    pub acknowledgement: AcknowledgementFacts,
    pub directed_on: Date,
    pub refused_on: Option<Date>,
    /// What the Ombudsman told us, in the approver's words.
    pub direction: String,
}

/// The acknowledgement of a complaint that the Ombudsman told us to take on.
pub fn accepted_by_direction(facts: &DirectionFacts) -> Letter {
    let inner = &facts.acknowledgement;
    let title = "We are now taking on your complaint";
    let mut draft = Draft::new(&inner.frame, LetterId::AcceptedByDirection, Some(1), title);
    short_answer(&mut draft, inner, "We are taking on your complaint.");
    let mut direction = vec![
        Piece::Heading("The Housing Ombudsman told us to do this".to_owned()),
        Piece::Paragraph(format!(
            "The Housing Ombudsman told us on {} to look at your complaint.",
            day(facts.directed_on)
        )),
    ];
    direction.extend(written(&facts.direction));
    draft.written(BlockId::Direction, direction);
    let sorry = match facts.refused_on {
        Some(refused) => format!(
            "We are sorry that we turned your complaint away on {}. We should have taken it on.",
            day(refused)
        ),
        None => "We are sorry that we did not take your complaint on. We should have.".to_owned(),
    };
    draft.generated(BlockId::Apology, vec![Piece::Paragraph(sorry)]);
    let told = format!(
        "You told us about this {} on {}. This is stage 1 of our complaints process.",
        phrase(&inner.received_by),
        day(inner.received_on)
    );
    received(&mut draft, "When you told us", told);
    body(draft, inner)
}

fn short_answer(draft: &mut Draft<'_>, facts: &AcknowledgementFacts, opening: &str) {
    let mut sentences = vec![opening.to_owned()];
    if let Some(handler) = &facts.frame.handler {
        sentences.push(format!("{} is dealing with it.", handler.name));
    }
    sentences.push(format!("We will answer you by {}.", day(facts.answer_by)));
    draft.short_answer(&sentences);
}

fn received(draft: &mut Draft<'_>, heading: &str, told: String) {
    draft.generated(
        BlockId::Received,
        vec![Piece::Heading(heading.to_owned()), Piece::Paragraph(told)],
    );
}

fn body(mut draft: Draft<'_>, facts: &AcknowledgementFacts) -> Letter {
    draft.tell_if_wanted(BlockId::Thanks, "thanks-for-telling");
    draft.late_admission(&facts.missed);
    understanding::lay(&mut draft, facts);
    if let Some(questions) = &facts.questions {
        let mut content = under("What we need to ask you", questions);
        if !content.is_empty() {
            content.push(Piece::Paragraph(
                "We go on with our work while you think about this. The date of our answer stays \
                 the same."
                    .to_owned(),
            ));
        }
        draft.written(BlockId::Questions, content);
    }
    understanding::check_this(&mut draft);
    handler(&mut draft, facts);
    dates(&mut draft, facts);
    draft.updates(&facts.updates);
    needs(&mut draft, &facts.needs);
    moved(&mut draft, &facts.moved);
    draft.tell_if_wanted(BlockId::RightsDuties, "rights-duties");
    draft.tell_if_wanted(BlockId::Path, "path");
    bodies::lay(&mut draft, &[Place::FromTheStart], &[]);
    draft.finish()
}

fn handler(draft: &mut Draft<'_>, facts: &AcknowledgementFacts) {
    let Some(handler) = &facts.frame.handler else { return };
    let text = format!("{} ({}) is dealing with your complaint.", handler.name, handler.role);
    draft.handler(BlockId::Handler, "Who is dealing with your complaint", handler, &text);
}

fn dates(draft: &mut Draft<'_>, facts: &AcknowledgementFacts) {
    if let Some(contact_by) = facts.contact_by {
        let text = format!("We will talk to you about it by {}.", day(contact_by));
        draft.generated(BlockId::ContactDate, vec![Piece::Paragraph(text)]);
    }
    let mut text = format!(
        "We will answer you by {}. That is {}.",
        day(facts.answer_by),
        phrase(&facts.answer_length)
    );
    if let Some(earlier) = facts.answer_if_in_time {
        text.push_str(&format!(
            " We will try to answer by {}. You would have had that date had we written in time.",
            day(earlier)
        ));
    }
    let heading = Piece::Heading("When we will answer you".to_owned());
    draft.generated(BlockId::ResponseDate, vec![heading, Piece::Paragraph(text)]);
}

fn needs(draft: &mut Draft<'_>, needs: &NeedsFacts) {
    let mut content = vec![Piece::Heading("What would help you".to_owned())];
    match (needs.asked_on, needs.adjustments.is_empty(), needs.answered) {
        (Some(asked), false, _) => {
            let text = format!("We asked you on {} what would help you. We agreed:", day(asked));
            content.push(Piece::Paragraph(text));
            content.push(Piece::Items(needs.adjustments.iter().map(|a| sentence(a)).collect()));
        }
        (None, false, _) => {
            content.push(Piece::Paragraph("This is what we do for you:".to_owned()));
            content.push(Piece::Items(needs.adjustments.iter().map(|a| sentence(a)).collect()));
        }
        (Some(asked), true, true) => content.push(Piece::Paragraph(format!(
            "We asked you on {} what would help you. You told us that you need nothing different.",
            day(asked)
        ))),
        (Some(asked), true, false) => content.push(Piece::Paragraph(format!(
            "We asked you on {} what would help you. You have not answered yet. Please tell us at \
             any time.",
            day(asked)
        ))),
        (None, true, _) => content.push(Piece::Paragraph(
            "Do you need us to do anything in another way? Please tell us at any time.".to_owned(),
        )),
    }
    if let Some(representative) = &needs.representative {
        content.push(Piece::Paragraph(format!("{representative} acts for you in this.")));
    }
    content.push(Piece::Paragraph(
        "You can ask somebody to act for you. You can bring somebody to any meeting with us, or \
         send them in your place."
            .to_owned(),
    ));
    draft.picked(BlockId::Needs, content);
}

pub(crate) fn moved(draft: &mut Draft<'_>, moved: &[MovedPoint]) {
    let items: Vec<String> = moved
        .iter()
        .map(|point| {
            format!(
                "{} We have passed this to {}. You can reach them here: {}",
                sentence(&point.text),
                phrase(&point.to),
                sentence(&point.contact)
            )
        })
        .collect();
    if !items.is_empty() {
        let heading = Piece::Heading("What somebody else is dealing with".to_owned());
        draft.generated(BlockId::PointsMoved, vec![heading, Piece::Items(items)]);
    }
}
